"""What a narrative inserts stays live: a fact, a figure of the calculation, a section, a piece of evidence, a note.

A run of text with a `link` shows what stands at its end now; its own text is what was shown when it was last edited,
and stands in where the link leads nowhere. So a figure in prose can never disagree with the table it repeats.

Links: `figure:total`, `fact:P.capacity`, `section:B.6.3`, `evidence:ROW`, `note:WORDS` (a footnote).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import count
from typing import TYPE_CHECKING

from forms import fieldtypes
from forms.blocks import Block, Cell, Heading, ListBlock, Paragraph, Run, Runs, TableBlock, runs_of
from forms.quantities import format_number, unit_in_print

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from forms.document import Reader

Prose = tuple[Block, ...]
FIGURES = {
    "total": "Total emission reductions over the crediting period",
    "annual_average": "Annual average of the emission reductions",
    "baseline": "Total baseline emissions",
    "project": "Total project emissions",
    "leakage": "Total leakage",
}
_TONNES = "tCO2e"
_EVIDENCE = "P.evidence"
# What fits into a line of prose.
_SHORT = frozenset({"text", "number", "date", "duration", "choice"})


@dataclass(frozen=True)
class Insertion:
    """Something that can be inserted: the link, what it is called, what it shows now (empty: nothing yet), its kind."""

    link: str
    label: str
    shown: str
    kind: str


def live(read: Reader, prose: Prose) -> Prose:
    """The narrative with everything inserted as it stands now, and its footnotes numbered in order."""
    numbers = count(1)

    def shown_run(run: Run) -> Run:
        if run.link.startswith("note:"):
            return replace(run, text=str(next(numbers)))
        return replace(run, text=shown(read, run.link) or run.text) if run.link else run

    return tuple(_with_runs(block, lambda runs: tuple(shown_run(run) for run in runs)) for block in prose)


def footnotes(prose: Sequence[Block]) -> tuple[Paragraph, ...]:
    """The notes of a narrative as small paragraphs, each behind its number; none when it has no notes."""
    notes = [run for run in (run for block in prose for run in runs_of(block)) if run.link.startswith("note:")]
    return tuple(
        Paragraph((Run(str(number), frozenset({"sup"})), Run(f" {run.link.removeprefix('note:')}")), style="note")
        for number, run in enumerate(notes, start=1)
    )


def shown(read: Reader, link: str) -> str:
    """What a link shows now; empty when it leads nowhere or nothing is answered there."""
    kind, _, target = link.partition(":")
    showing = {"figure": _figure, "fact": _fact, "section": _section, "evidence": _evidence}.get(kind)
    return showing(read, target) if showing else ""


def _figure(read: Reader, name: str) -> str:
    value = read.results.figure(name) if name in FIGURES else None
    return "" if value is None else f"{format_number(value, 0)} {unit_in_print(_TONNES)}"


def _fact(read: Reader, path: str) -> str:
    document = read.document_of(path)
    asked, value = read.asked(document, path), read.value(path, document)
    if asked is None or asked.type not in _SHORT or value is None:
        return ""
    words = fieldtypes.show(value, asked)
    return f"{words} {unit_in_print(asked.unit)}" if asked.unit not in {"", "1"} else words


def _section(read: Reader, section_id: str) -> str:
    found = read.form(read.main).section(section_id)
    return f"section {found.id}" if found else ""


def _evidence(read: Reader, key: str) -> str:
    rows = read.rows(_EVIDENCE)
    return f"[{rows.index(key) + 1}]" if key in rows else ""


def insertable(read: Reader) -> tuple[Insertion, ...]:
    """Everything that a narrative of this project can insert, figures first."""
    return tuple(_insertable(read))


def _insertable(read: Reader) -> Iterator[Insertion]:
    for name, label in FIGURES.items():
        yield Insertion(f"figure:{name}", label, _figure(read, name), "figure")
    for asked in read.form("facts").fields.values():
        if asked.type in _SHORT:
            yield Insertion(f"fact:{asked.path}", asked.label, _fact(read, asked.path), "fact")
    for section in read.form(read.main).sections:
        yield Insertion(f"section:{section.id}", f"{section.id} {section.title}", f"section {section.id}", "section")
    for key in read.rows(_EVIDENCE):
        title = str(read.cell(_EVIDENCE, key, "title") or "")
        yield Insertion(f"evidence:{key}", title, _evidence(read, key), "evidence")


def _with_runs(block: Block, change: Callable[[Runs], Runs]) -> Block:
    match block:
        case Paragraph(runs=runs) | Heading(runs=runs):
            return replace(block, runs=change(runs))
        case ListBlock(items=items):
            return replace(block, items=tuple(change(item) for item in items))
        case TableBlock(rows=rows):
            cells = tuple(tuple(Cell(change(cell.runs), cell.origin, cell.trace) for cell in row) for row in rows)
            return replace(block, rows=cells)
        case _:
            return block


__all__ = ["FIGURES", "Insertion", "footnotes", "insertable", "live", "shown"]
