"""Pictures in pasted HTML: LibreOffice writes them into it, Word names files of its own or lends the one it copied.

Nothing is fetched from elsewhere, and only what says to be from Word may name files.
"""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Callable
from dataclasses import replace
from html import unescape
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QUrl
from PySide6.QtGui import QImage, QImageReader

from forms.blocks import Figure, Paragraph, Run, Runs, TableBlock, runs_of, with_runs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from forms.blocks import Block
    from ui.prose_reading import Prose

Keep = Callable[[bytes, str], Figure | None]
"""Makes a picture (PNG or JPEG, and words that stand for it) evidence and a figure; `None` where there is no place."""
_IMAGE = re.compile(r"<img\b[^>]*>", re.IGNORECASE)
_SOURCE = re.compile(r"\bsrc=(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))", re.IGNORECASE)
_WORDS = re.compile(r"\balt=(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
_INSIDE = re.compile(r"data:image/[\w.+-]+;base64,(.*)", re.DOTALL | re.IGNORECASE)
_OF_WORD = "urn:schemas-microsoft-com:office"
# Stand for a picture until Qt has read the HTML: no text uses these private signs.
_OPEN, _CLOSE = "\ue0f8", "\ue0f9"
_HELD = re.compile(f"{_OPEN}(\\d+){_CLOSE}")


def as_png(image: QImage) -> bytes:
    """A picture as the content of a file."""
    content = QBuffer()
    content.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(content, "PNG")  # type: ignore[call-overload]
    return bytes(content.data().data())


def without_pictures(html: str, lent: QImage | None, keep: Keep) -> tuple[str, dict[int, Figure]]:
    """The HTML with a sign in the place of each picture that was kept, and the figures by their signs.

    `lent` is a picture beside the HTML: it is the only one that the HTML shows, where that cannot be read.
    """
    kept: dict[int, Figure] = {}
    tags = _IMAGE.findall(html)

    def mark(found: re.Match[str]) -> str:
        content = _content(found[0], is_of_word=_OF_WORD in html)
        if not content and len(tags) == 1 and lent is not None and not lent.isNull():
            content = as_png(lent)
        figure = keep(content, _value(_WORDS, found[0])) if content else None
        if figure is None:
            return ""
        kept[len(kept)] = figure
        return f"{_OPEN}{len(kept) - 1}{_CLOSE}"

    return _IMAGE.sub(mark, html), kept


def with_pictures(blocks: Prose, kept: Mapping[int, Figure]) -> Prose:
    """The blocks with figures where their signs are: they part a paragraph, and stand below a list or table."""
    return tuple(part for block in blocks for part in _parts(block, kept)) if kept else blocks


def _content(tag: str, *, is_of_word: bool) -> bytes:
    """PNG or JPEG of a picture; empty where it is of neither kind and cannot be read."""
    source = _value(_SOURCE, tag)
    inside, url = _INSIDE.fullmatch(source), QUrl(source)
    if inside:
        return _decoded(inside[1])
    return _or_nothing(QImage(url.toLocalFile())) if is_of_word and url.isLocalFile() else b""


def _decoded(base64: str) -> bytes:
    try:
        content = b64decode(base64)
    except ValueError:
        return b""
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    is_kept = bytes(reader.format().data()) in {b"png", b"jpeg"} and reader.size().isValid()
    return content if is_kept else _or_nothing(reader.read())


def _or_nothing(image: QImage) -> bytes:
    return b"" if image.isNull() else as_png(image)


def _value(attribute: re.Pattern[str], tag: str) -> str:
    found = attribute.search(tag)
    return " ".join(unescape(next(filter(None, found.groups()), "")).split()) if found else ""


def _parts(block: Block, kept: Mapping[int, Figure]) -> Iterator[Block]:
    if isinstance(block, Paragraph):
        yield from _parted(block, kept)
        return
    words = "".join(run.text for run in runs_of(block))
    if isinstance(block, TableBlock):
        words += "".join(column.label for column in block.columns)
        labels = (replace(column, label=_HELD.sub("", column.label)) for column in block.columns)
        block = replace(block, columns=tuple(labels))
    yield with_runs(block, lambda runs: tuple(_plain(runs)))
    yield from (kept[int(number)] for number in _HELD.findall(words))


def _parted(block: Paragraph, kept: Mapping[int, Figure]) -> Iterator[Block]:
    before: list[Run] = []
    for run in block.runs:
        for position, part in enumerate(_HELD.split(run.text)):
            if position % 2:
                yield from _said(block, before)
                yield kept[int(part)]
                before = []
            elif part or run.link:
                before.append(replace(run, text=part))
    yield from _said(block, before)


def _said(block: Paragraph, runs: list[Run]) -> Iterator[Block]:
    if any(run.text.strip() or run.link for run in runs):
        yield replace(block, runs=tuple(runs))


def _plain(runs: Runs) -> Iterator[Run]:
    for run in runs:
        words = _HELD.sub("", run.text)
        if words or run.link:
            yield replace(run, text=words)
