"""A comparison of two states on paper: what was inserted is marked in the words themselves, and so what was deleted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from forms.blocks import Block, Cell, Column, Paragraph, Run, Runs, TableBlock, cell, text_run
from forms.comparison import AnswerDifference, TableDifference
from forms.views.differences import amount, spans, summary

if TYPE_CHECKING:
    from forms.causes import Cause, FigureDifference
    from forms.comparison import AttachmentDifference, Comparison, Difference, DocumentDifference, RowDifference
    from forms.passages import Passages

Chapters = tuple[tuple[str, tuple[Block, ...]], ...]
_NOTHING = "–"
_AROUND = 60  # characters of what is kept that are shown on either side of a change
_CHANGES = (Column("Place", width=1.6), Column("Change", width=0.8), Column("Before and after", width=4))
_FILES = (Column("File", width=3), Column("Change"), Column("SHA-256", width=3))
_FIGURES = (
    Column("Result (t CO2e)", width=1.3),
    Column("Period"),
    Column("Before", "right"),
    Column("After", "right"),
    Column("Because of", width=3),
)
_SHOWN = (Column("Calculated field", width=2), Column("Before and after", width=3))


def comparison_chapters(comparison: Comparison) -> Chapters:
    """Titles and blocks of the chapters: in one sentence, documents in the order of their form, files, figures."""
    made: list[tuple[str, tuple[Block, ...]]] = [("In one sentence", (Paragraph(text_run(summary(comparison))),))]
    made += [(document.title, tuple(_document(document))) for document in comparison.documents]
    if comparison.attachments:
        made.append(("Attachments", (_files(comparison.attachments),)))
    if comparison.figures or comparison.calculated:
        made.append(("Figures and what changed them", tuple(_figures(comparison))))
    return tuple(made)


# -- answers ------------------------------------------------------------------------------------------------------


def _document(document: DocumentDifference) -> Iterator[Block]:
    before, after = (":".join(head) if head else "" for head in document.heads)
    if before != after:
        yield Paragraph((Run("Form: "), *_instead(before, after)))
    rows = tuple(row for found in document.differences for row in _rows(found))
    if rows:
        yield TableBlock(_CHANGES, rows, row_headers=True)


def _rows(found: Difference) -> Iterator[tuple[Cell, ...]]:
    if isinstance(found, AnswerDifference):
        yield cell(found.label), cell(_change(found)), _texts(found)
        return
    if found.own:
        yield cell(found.label), cell(_change(found.own)), _texts(found.own)
    for row in found.rows:
        yield from _row(found, row)


def _row(table: TableDifference, row: RowDifference) -> Iterator[tuple[Cell, ...]]:
    moved = f"moved from {row.before} to {row.after}" if row.is_moved else ""
    change = moved or {"added": "row added", "removed": "row removed", "kept": "row changed"}[row.change]
    yield Cell((Run(f"{table.label}, {row.name}", frozenset({"bold"})),)), cell(change), cell("")
    for found in row.cells:
        yield cell(found.label), cell(""), _texts(found)


def _change(found: AnswerDifference) -> str:
    if not found.before_text:
        return "answered"
    return "changed" if found.after_text else "answer removed"


def _texts(found: AnswerDifference) -> Cell:
    if found.passages is None or found.passages.is_same:
        return Cell(_instead(found.before_text, found.after_text))
    structure = [Run(f"\n{sentence}", frozenset({"italic"})) for sentence in found.passages.structure]
    return Cell((*_passages(found.passages), *structure))


def _instead(before: str, after: str) -> Runs:
    """What was there, then what is there now."""
    if not (before or after):
        return text_run(_NOTHING)
    old = [Run(before, frozenset({"deleted"}))] if before else []
    new = [Run(after, frozenset({"inserted"}))] if after else []
    return (*old, *([Run(" ")] if old and new else []), *new)


def _passages(passages: Passages) -> Iterator[Run]:
    """Words that changed, with a little of what is kept around them."""
    last = len(passages.stretches) - 1
    for at, (fate, text) in enumerate(passages.stretches):
        if fate == "kept":
            yield Run(_shortened(text, is_first=at == 0, is_last=at == last))
        else:
            yield Run(text.rstrip("\n") if at == last else text, frozenset({fate}))


def _shortened(text: str, *, is_first: bool, is_last: bool) -> str:
    """The words next to the changes; all of them where little would be left out."""
    if len(text) <= 2 * _AROUND:
        return text
    head = "" if is_first else text[:_AROUND].rpartition(" ")[0]
    tail = "" if is_last else text[-_AROUND:].partition(" ")[2]
    return f"{head} … {tail}".strip("\n")


# -- files and figures ----------------------------------------------------------------------------------------------


def _files(found: Sequence[AttachmentDifference]) -> TableBlock:
    return TableBlock(_FILES, tuple(_file(one) for one in found))


def _file(found: AttachmentDifference) -> tuple[Cell, ...]:
    before, after = (side.name if side else "" for side in (found.before, found.after))
    change = "renamed" if before and after else "added" if after else "removed"
    return Cell(_instead(before, after)), cell(change), cell(found.sha256)


def _figures(comparison: Comparison) -> Iterator[Block]:
    rows = tuple(row for figure in comparison.figures for row in _figure(figure))
    if rows:
        yield TableBlock(_FIGURES, rows)
    if comparison.calculated:
        shown = ((cell(found.label), Cell(_instead(found.before, found.after))) for found in comparison.calculated)
        yield TableBlock(_SHOWN, tuple(shown))


def _figure(figure: FigureDifference) -> Iterator[tuple[Cell, ...]]:
    """A row for all periods that changed alike; the causes stand in the first."""
    alike: dict[tuple[str, str], list[str]] = {}
    for change in figure.changes:
        alike.setdefault((amount(change.before), amount(change.after)), []).append(change.period)
    for position, ((before, after), periods) in enumerate(alike.items()):
        causes = _causes(figure.causes) if position == 0 else text_run("")
        name = figure.name if position == 0 else ""
        yield cell(name), cell(spans(periods) if any(periods) else "all"), cell(before), cell(after), Cell(causes)


def _causes(causes: Sequence[Cause]) -> Runs:
    if not causes:
        return text_run("Nothing that was answered explains it.")
    runs: list[Run] = []
    for cause in causes:
        runs += [Run(f"{chr(10) if runs else ''}{cause.name}: "), *_instead(cause.before, cause.after)]
    return tuple(runs)
