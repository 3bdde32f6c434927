"""A comparison as a page: answers, tables by row, narratives by word, files, and figures with their cause."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING

from forms.comparison import TableDifference
from forms.views.differences import comparison_lines
from ui.language import tr
from ui.report_page import heading, link_to, paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forms.comparison import (
        AnswerDifference,
        AttachmentDifference,
        Comparison,
        Difference,
        DocumentDifference,
        RowDifference,
    )
    from forms.evidence import Attachment
    from forms.passages import Passages

_LONG_STRETCH = 160
"""Of longer words that were kept, only the ends are shown."""


def comparison_page(comparison: Comparison, *, can_restore: bool) -> str:
    """The whole comparison; with `can_restore` each field has a link that puts it back to what it was."""
    parts = [part for document in comparison.documents for part in _document(document, can_restore=can_restore)]
    if comparison.attachments:
        parts.append(heading(escape(tr("Attachments"))))
        parts += [paragraph(_attachment(found)) for found in comparison.attachments]
    if comparison.figures or comparison.calculated:
        parts.append(heading(escape(tr("Calculated figures"))))
        parts += _calculated(comparison)
    return "".join(parts) or paragraph(escape(tr("Nothing differs.")))


def comparison_summary(comparison: Comparison) -> str:
    """How much differs, in one sentence."""
    *_, last = comparison_lines(comparison)
    return last


def _document(found: DocumentDifference, *, can_restore: bool) -> Iterator[str]:
    yield heading(escape(found.title))
    before, after = (" ".join(head) if head else tr("(none)") for head in found.heads)
    if before != after:
        yield paragraph(f"{escape(tr('Form'))}: {_replaced(before, after)}")
    for difference in found.differences:
        yield heading(_head(difference, can_restore=can_restore), 2)
        if isinstance(difference, TableDifference):
            yield from _table(difference)
        else:
            yield from _answer(difference)


def _head(found: Difference, *, can_restore: bool) -> str:
    words = link_to("place", found.document, found.path, found.label)
    if not can_restore:
        return words
    restore = link_to("restore", found.document, found.path, tr("restore"))
    return f'{words} <span class="quiet">&nbsp; {restore}</span>'


def _answer(found: AnswerDifference, indent: int = 1, name: str = "") -> Iterator[str]:
    """What stood there and what does; `name` goes before it, as for a cell."""
    before = f'<span class="quiet">{escape(name)}:</span> ' if name else ""
    passages = found.passages
    if passages is None or not (found.before_text and found.after_text):
        yield paragraph(before + _replaced(found.before_text, found.after_text), indent=indent)
        return
    yield paragraph(before + _marked(passages), indent=indent)
    for line in passages.structure:
        yield paragraph(escape(line), quiet=True, indent=indent)


def _replaced(before: str, after: str) -> str:
    word = tr("nothing")
    nothing = f'<span class="quiet">{escape(word)}</span>'
    old = f'<span class="deleted">{_lines(before)}</span>' if before else nothing
    new = f'<span class="inserted">{_lines(after)}</span>' if after else nothing
    return f"{old} → {new}"


def _marked(passages: Passages) -> str:
    return "".join(
        _lines(_cut(text)) if fate == "kept" else f'<span class="{fate}">{_lines(text)}</span>'
        for fate, text in passages.stretches
    )


def _cut(text: str) -> str:
    half = _LONG_STRETCH // 2
    return text if len(text) <= _LONG_STRETCH else f"{text[:half].rstrip()} … {text[-half:].lstrip()}"


def _lines(text: str) -> str:
    return escape(text.strip("\n")).replace("\n", "<br>")


def _table(found: TableDifference) -> Iterator[str]:
    if found.own:
        yield from _answer(found.own)
    for row in found.rows:
        yield paragraph(_row_head(row), indent=1)
        for cell in row.cells:
            if row.change == "kept":
                yield from _answer(cell, 2, cell.label)
            else:
                yield paragraph(f"{escape(cell.label)}: {_lines(cell.before_text or cell.after_text)}", indent=2)


def _row_head(row: RowDifference) -> str:
    name = escape(row.name)
    if row.change == "added":
        added = tr("row added")
        return f'+ {escape(added)}: <span class="inserted">{name}</span>'
    if row.change == "removed":
        removed = tr("row removed")
        return f'− {escape(removed)}: <span class="deleted">{name}</span>'
    moved = tr("moved from {before} to {after}").format(before=row.before, after=row.after) if row.is_moved else ""
    return " · ".join(filter(None, (f"<b>{name}</b>", escape(moved))))


def _attachment(found: AttachmentDifference) -> str:
    before, after = (f"{file.name} ({_told(file)})" if file else "" for file in (found.before, found.after))
    return _replaced(before, after)


def _told(file: Attachment) -> str:
    return tr("{size} bytes, SHA-256 {hash}…").format(size=f"{file.size:,}", hash=file.sha256[:12])


def _calculated(comparison: Comparison) -> Iterator[str]:
    """Each cause with the figures that it changed."""
    _, *lines, _ = comparison_lines(replace(comparison, documents=(), attachments=()))
    for line in lines:
        depth = (len(line) - len(line.lstrip())) // 2
        yield paragraph(escape(line.strip()), indent=depth)
