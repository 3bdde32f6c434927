"""The first sheet: what the workbook is, how it was rounded, what the marks mean and how a number is traced."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from forms.answers import ORIGIN_MARK, Origin
from reports.workbook.summary import rounding_policy

if TYPE_CHECKING:
    import datetime as dt

    from forms.results import Results
    from reports.workbook.cells import Page

_MEANING = {
    Origin.TYPED: "typed in the project, with the source beside it",
    Origin.CALCULATED: "calculated from other answers of the project",
    Origin.DEFAULT: "default value of the methodology or of a table",
    Origin.IMPORTED: "read from a file",
    Origin.OVERRIDDEN: "set by hand in place of a default or calculated value; the note says why",
    Origin.ESTIMATED: "an estimate",
}
_TRACING = (
    (
        "Start on “Summary”: each printed tonne is rounded from the unrounded cell below it, which points to the sheet "
        "of the methodology."
    ),
    (
        "On a sheet of equations each value stands in a row with symbol, equation number, description and unit. Read "
        "the formula of the cell, or use Trace Precedents; the last column has the equation as the methodology has it."
    ),
    (
        "Values without index have their symbol as a name (Name Manager); one that looks like a cell has “_” behind "
        "it. Sets are ranges named set_…."
    ),
    "Every path ends on a sheet of inputs, where unit, origin, source and note stand beside the value.",
)
_LIMITS = (
    "Change a number on a sheet of inputs or a day on “Sets”, and all sheets follow. Nothing is protected.",
    (
        "Choices, words in inputs and the members of sets are built into the formulas: after a change of these, write "
        "the workbook again from the program."
    ),
    "Numbers inside formulas are those of the equations themselves, such as 44/12 or 0.001, and year numbers.",
    "Amounts a year are multiplied with the part of the year that a period holds (“Sets”, column D).",
    (
        "ROUND(…,6) inside the rounding of “Summary” takes away the last digits of binary arithmetic, which could cost "
        "a tonne. Values in the cells are those that the program calculated with 34 digits."
    ),
)
_SELECTIONS = "“Selections” holds values, not formulas: the only computed cells that do not follow changed inputs."


@dataclass(frozen=True)
class Head:
    """What the project is called and where it stands. `completed` is the completion date, None when it is missing."""

    title: str
    version: str
    completed: dt.date | None
    form: str
    is_ji: bool


def write_front(page: Page, head: Head, results: Results, sheets: Sequence[tuple[str, str]]) -> None:
    """Write the sheet. `sheets` are the other sheets with what each holds."""
    page.widths(30, 110)
    page.text(0, 0, head.title or "Untitled project", "title")
    page.text(1, 0, "Calculation workbook", "subtitle")
    row = 3
    for label, text in _facts(head, results):
        page.text(row, 0, label, "label")
        page.text(row, 1, text, "plain")
        row += 1
    row = _section(page, row + 1, "Sheets")
    for name, text in sheets:
        page.link(row, 0, name)
        page.text(row, 1, text, "plain")
        row += 1
    row = _lines(page, row + 1, "How to trace a number", _TRACING)
    has_selections = any(name == "Selections" for name, _ in sheets)
    row = _lines(page, row + 1, "What to know", (*_LIMITS, *([_SELECTIONS] if has_selections else [])))
    row = _section(page, row + 1, "Marks of origin")
    for origin, mark in ORIGIN_MARK.items():
        page.text(row, 0, f"{mark} {origin.value}", "label")
        page.text(row, 1, _MEANING[origin], "plain")
        row += 1
    if gaps := tuple(_gaps(results)):
        _lines(page, row + 1, "Not complete: cells that rest on these show #N/A", gaps)


def _facts(head: Head, results: Results) -> Iterator[tuple[str, str]]:
    yield "Form", head.form
    yield "Version of the document", head.version or "–"
    yield "Completed on", head.completed.isoformat() if head.completed else "–"
    methodologies = (made.methodology for made in results.calculations.values())
    yield (
        "Methodologies",
        "; ".join(f"{each.code} version {each.version}: {each.title}" for each in methodologies) or "–",
    )
    if results.rows:
        first, last = results.rows[0].period, results.rows[-1].period
        yield "Crediting period", f"{first.start.isoformat()} to {last.end.isoformat()}"
    yield "Rounding", rounding_policy(results)


def _gaps(results: Results) -> Iterator[str]:
    for _, missing in results.missing:
        at = f"[{', '.join(missing.index)}]" if missing.index else ""
        yield f"Missing: {missing.symbol}{at}, needed by {missing.needed_by or 'the result'}."
    for _, fault in results.faults:
        yield f"{fault.symbol}: {fault.message} {fault.remedy}".rstrip()


def _section(page: Page, row: int, title: str) -> int:
    page.text(row, 0, title, "section")
    return row + 1


def _lines(page: Page, row: int, title: str, texts: Sequence[str]) -> int:
    row = _section(page, row, title)
    for number, text in enumerate(texts, start=1):
        page.text(row, 0, f"{number}.", "label")
        page.text(row, 1, text, "plain")
        row += 1
    return row
