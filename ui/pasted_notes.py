"""Footnotes and endnotes in HTML of Word and LibreOffice, which become footnotes of the narrative.

Both write a link where the note stands and, behind the text, a division with its words that links back:
Word `#_ftn1` to `id=ftn1`, LibreOffice `#sdfootnote1sym` to `id="sdfootnote1"`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from typing import TYPE_CHECKING

from forms.blocks import Run, Runs, TableBlock, with_runs
from forms.prose import is_link

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from forms.blocks import Block
    from ui.prose_reading import Prose

_ALL = re.DOTALL | re.IGNORECASE
_NAME = r"(?:ftn|edn|sdfootnote|sdendnote)\d+"
_ANCHOR = re.compile(rf"<a\b[^<>]*?\bhref=[\"']?[^\"'\s<>#]*#_?(?P<name>{_NAME})(?:sym)?[\"'\s>].*?</a>", _ALL)
_BODY = re.compile(rf"<div\b[^<>]*?\bid=[\"']?(?P<name>{_NAME})[\"'\s>].*?</div>\s*", _ALL)
# Word draws a line between text and notes.
_LINE = re.compile(r"<br\b[^<>]*>\s{0,9}<hr\b[^<>]*>\s{0,9}", _ALL)
# The number in front of the words, which leads back to the text.
_BACK = re.compile(r"<a\b[^<>#]*#_?(?:(?:ftn|edn)ref\d+|sd(?:foot|end)note\d+anc)\b.*?</a>", _ALL)
_PARAGRAPH_END = re.compile(r"</p>|<br\b[^<>]*>", _ALL)
_TAG = re.compile(r"<!--.*?-->|<[^<>]*>", _ALL)
_NO_BRACES = str.maketrans("{}", "()")
# Stand for a note until Qt has read the HTML: no text uses these private signs.
_OPEN, _CLOSE = "\ue0f6", "\ue0f7"
_HELD = re.compile(f"{_OPEN}(\\d+){_CLOSE}")


def without_notes(html: str) -> tuple[str, tuple[str, ...]]:
    """The HTML with a sign in the place of each note, and the words of the notes in the order of their signs.

    Where words and place are not both there, or the words are too long for a footnote, they stay in the text.
    """
    bodies = {found["name"].lower(): _words(found[0]) for found in _BODY.finditer(html)}
    places = [found["name"].lower() for found in _ANCHOR.finditer(html)]
    names = [name for name in dict.fromkeys(places) if is_link(f"note:{bodies.get(name, '')}")]
    marked = _ANCHOR.sub(
        lambda found: f"{_OPEN}{names.index(name)}{_CLOSE}" if (name := found["name"].lower()) in names else found[0],
        html,
    )
    if not names:
        return html, ()
    kept = _BODY.sub(lambda found: "" if found["name"].lower() in names else found[0], _LINE.sub("", marked))
    return kept, tuple(bodies[name] for name in names)


def with_notes(blocks: Prose, notes: Sequence[str]) -> Prose:
    """The blocks with footnotes in the place of their signs."""
    return tuple(_with_notes(block, notes) for block in blocks) if notes else blocks


def _with_notes(block: Block, notes: Sequence[str]) -> Block:
    """Heads of tables hold plain words: a note stands in brackets there."""
    if isinstance(block, TableBlock):
        said = (_HELD.sub(lambda found: f" ({notes[int(found[1])]})", column.label) for column in block.columns)
        columns = (replace(column, label=words) for column, words in zip(block.columns, said, strict=True))
        block = replace(block, columns=tuple(columns))
    return with_runs(block, lambda runs: tuple(_noted(runs, notes)))


def _noted(runs: Runs, notes: Sequence[str]) -> Iterator[Run]:
    for run in runs:
        for position, part in enumerate(_HELD.split(run.text)):
            if position % 2:
                yield Run(str(int(part) + 1), frozenset(), f"note:{notes[int(part)]}")
            elif part:
                yield Run(part, run.marks, run.link)


def _words(body: str) -> str:
    """The words of a note without its number; its paragraphs become one line, its marks are lost."""
    plain = _TAG.sub("", _PARAGRAPH_END.sub(" ", _BACK.sub("", body)))
    return " ".join(unescape(plain).split()).translate(_NO_BRACES)
