"""Findings as validation protocols set them out: one table a kind, one row a round.

Each finding is told with its place, the requirement, the response of the participants, the assessment and the
conclusion of the validator (EB 44, annex 3, paragraph 165). Private findings stay with who raised them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from forms.blocks import Block, Cell, Column, Run, TableBlock, cell
from forms.review import KINDS, Finding, Kind, Round, anchor_state, findings
from forms.views.places import label

if TYPE_CHECKING:
    import datetime as dt

    from forms.document import Reader

_NAMES: dict[Kind, str] = {
    "CAR": "Corrective action requests (CAR)",
    "CL": "Clarification requests (CL)",
    "FAR": "Forward action requests (FAR)",
    "comment": "Comments",
}
_COUNTED = ("open", "answered", "closed")
_OVERVIEW = (
    Column("Kind", width=3),
    *(Column(status.capitalize(), "right") for status in _COUNTED),
    Column("All", "right"),
)
_HEADS = (
    Column("Finding", width=3),
    Column("Place", width=1.6),
    Column("Requirement", width=1.4),
    Column("Response of the participants", width=3),
    Column("Assessment", width=3),
    Column("Conclusion", width=0.9),
    Column("Status", width=0.9),
)
_NO_RESPONSE = "No response yet."


def finding_chapters(read: Reader) -> tuple[tuple[str, tuple[Block, ...]], ...]:
    """Titles and blocks of the chapters: how many there are, then each kind that has any."""
    public = [finding for finding in findings(read.snapshot) if finding.is_public]
    by_kind = {kind: [finding for finding in public if finding.kind == kind] for kind in KINDS}
    tables = ((_NAMES[kind], (_table(read, found),)) for kind, found in by_kind.items() if found)
    return ("Overview", (_overview(by_kind),)), *tables


def _overview(by_kind: dict[Kind, list[Finding]]) -> TableBlock:
    rows = tuple(_counts(_NAMES[kind], found) for kind, found in by_kind.items() if found)
    everything = [finding for found in by_kind.values() for finding in found]
    return TableBlock(_OVERVIEW, rows, (_counts("All findings", everything),), row_headers=True)


def _counts(name: str, found: Sequence[Finding]) -> tuple[Cell, ...]:
    counts = [sum(finding.status == status for finding in found) for status in _COUNTED]
    return (cell(name), *(cell(str(count)) for count in (*counts, len(found))))


def _table(read: Reader, found: Sequence[Finding]) -> TableBlock:
    return TableBlock(_HEADS, tuple(row for finding in found for row in _rows(read, finding)))


def _rows(read: Reader, finding: Finding) -> Iterator[tuple[Cell, ...]]:
    """A row a round; what is the same in all of them stands in the first."""
    numbers = sorted({found.number for found in finding.rounds}) or [0]
    for position, number in enumerate(numbers):
        response, assessment = (_part(finding, number, role) for role in ("response", "assessment"))
        is_first, is_last = position == 0, position == len(numbers) - 1
        said = _said(read, response) if response else ("" if assessment else _NO_RESPONSE)
        conclusion = ("Closed" if assessment.is_closing else "Stays open") if assessment else "–"
        yield (
            _finding(finding) if is_first else cell(f"{finding.name}, round {number}"),
            cell(_place(read, finding) if is_first else ""),
            cell((finding.requirement or "–") if is_first else ""),
            cell(said or "–"),
            cell(_said(read, assessment) if assessment else "–"),
            cell(conclusion),
            cell(finding.status.capitalize() if is_last else ""),
        )


def _part(finding: Finding, number: int, role: str) -> Round | None:
    return next((found for found in finding.rounds if (found.number, found.role) == (number, role)), None)


def _finding(finding: Finding) -> Cell:
    raised = _signed(finding.raised_by, finding.raised_on)
    due = f"Response due by {_date(finding.due)}" if finding.due and finding.status == "open" else ""
    rest = "\n".join(part for part in (finding.text, raised, due) if part)
    return Cell((Run(f"{finding.name}\n", frozenset({"bold"})), Run(rest)))


def _place(read: Reader, finding: Finding) -> str:
    """Section and question, the words that are meant, and whether they still stand there."""
    anchor = finding.anchor
    if not anchor.path:
        return "The whole project"
    known = read.snapshot.documents.get(anchor.document)
    asked = read.field(anchor.document, anchor.path)
    section = known.form.section_of_field.get(asked.path) if known and asked else None
    place = " ".join(
        part for part in (section.id if section else "", label(read, anchor.document, anchor.path)) if part
    )
    quote = f"“{anchor.quote}”" if anchor.quote else ""
    return "\n".join(part for part in (place, quote, anchor_state(read.snapshot, finding).words) if part)


def _said(read: Reader, part: Round) -> str:
    evidence = read.cell("P.evidence", part.evidence, "title") if part.evidence else ""
    cited = f"Evidence: {evidence}" if evidence else ""
    return "\n".join(words for words in (part.text, cited, _signed(part.by, part.on)) if words)


def _signed(by: str, on: dt.date | None) -> str:
    words = ", ".join(part for part in (by, _date(on)) if part)
    return f"({words})" if words else ""


def _date(on: dt.date | None) -> str:
    return f"{on:%d/%m/%Y}" if on else ""
