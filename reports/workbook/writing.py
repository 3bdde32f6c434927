"""Writes the workbook of a frozen project: to a file beside the target first, then in its place at once."""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from forms.document import Reader
from forms.errors import Refused
from forms.facts import day, text
from forms.methodologies.model import Origin
from forms.said import said
from reports.workbook.cells import Book, Page, Place
from reports.workbook.equations import EquationSheet
from reports.workbook.front import Head, write_front
from reports.workbook.inputs import notes_of_project, write_inputs
from reports.workbook.places import Part, Where, input_blocks, origins, selection_blocks, spoken
from reports.workbook.selections import write_selections
from reports.workbook.sets import write_sets
from reports.workbook.summary import SummaryData, write_summary

if TYPE_CHECKING:
    from forms.document import Snapshot
    from forms.periods import Period
    from forms.results import Results

# For documents without a completion date; the same as dossiers take.
_NO_DATE = dt.date(2000, 1, 1)


@dataclass(frozen=True)
class BuiltWorkbook:
    """What was written: SHA-256 of the file, its size in bytes and the number of formulas."""

    path: Path
    sha256: str
    size: int
    formulas: int


@dataclass(frozen=True)
class Made:
    """A workbook in memory: its bytes and the number of formulas."""

    content: bytes
    formulas: int


def write_workbook(snapshot: Snapshot, target: Path) -> BuiltWorkbook:
    """Write the workbook of a project in place of what lies at `target`; the same project gives the same bytes.

    Raises:
        Refused: the folder can't be written to.
    """
    made = workbook_of(snapshot)
    _put(target, made.content)
    return BuiltWorkbook(target, hashlib.sha256(made.content).hexdigest(), len(made.content), made.formulas)


def workbook_of(snapshot: Snapshot) -> Made:
    """The workbook of a project."""
    read = Reader(snapshot)
    results = snapshot.results
    parts = [Part(made, notes_of_project(read, key, made)) for key, made in results.calculations.items()]
    return workbook(_head(read), parts, results)


def _head(read: Reader) -> Head:
    form = read.form(read.main) if read.main else None
    return Head(
        title=text(read, "P.title"),
        version=text(read, "P.document_version"),
        completed=day(read, "P.completion_date"),
        form=f"{form.code} version {form.version}: {form.title}" if form else "–",
        is_ji=text(read, "P.mechanism") == "ji",
    )


def workbook(head: Head, parts: Sequence[Part], results: Results) -> Made:
    """The workbook of calculations. `results` are what they add up to; its rows are those of the parts."""
    book = Book(head.title, head.completed or _NO_DATE)
    front, summary = book.page("Read me"), book.page("Summary")
    sheets = [(summary.name, "The printed table of emission reductions, rounded from the unrounded cells below it")]
    wheres = [Where(part.calculation) for part in parts]
    shares = _write_given(book, parts, wheres, results, sheets)
    _write_calculated(book, wheres, shares, sheets)
    write_summary(summary, SummaryData(results, wheres, _labels(shares), head.is_ji))
    write_front(front, head, results, sheets)
    return Made(book.content(), book.formulas)


def _labels(shares: dict[Period, Place]) -> dict[Period, Place]:
    """The cells that name the periods, three columns before their part of a year."""
    return {period: Place(place.sheet, place.row, 0) for period, place in shares.items()}


def _write_given(
    book: Book, parts: Sequence[Part], wheres: Sequence[Where], results: Results, sheets: list[tuple[str, str]]
) -> dict[Period, Place]:
    """Sets and inputs; returns the cells with the part of a year of each period."""
    periods = tuple(row.period for row in results.rows)
    has_sets = any(any(map(len, _row_sets(where))) for where in wheres)
    shares: dict[Period, Place] = {}
    if periods or has_sets:
        page = book.page("Sets")
        sheets.append((page.name, "Years of the crediting period with their part of a year, and all other sets"))
        shares = write_sets(page, wheres, periods)
    for part, where in zip(parts, wheres, strict=True):
        methodology = part.calculation.methodology
        if input_blocks(where):
            page = book.page("Inputs" if len(parts) == 1 else f"Inputs {methodology.code}")
            name = spoken(str(Origin(methodology.code, methodology.version)))
            sheets.append((page.name, f"Every input of {name} with unit, origin, source and note"))
            write_inputs(page, part, where)
    return shares


def _row_sets(where: Where) -> list[tuple[str, ...]]:
    calculation = where.calculation
    return [calculation.members(entry.id) for entry in calculation.methodology.sets if entry.kind != "period"]


def _write_calculated(
    book: Book, wheres: Sequence[Where], shares: dict[Period, Place], sheets: list[tuple[str, str]]
) -> None:
    """A sheet for each methodology and tool; formulas only when all places are known."""
    written = [
        EquationSheet(_equation_page(book, origin, sheets), where, origin)
        for where in wheres
        for origin in origins(where.calculation)
    ]
    if any(selection_blocks(where.calculation) for where in wheres):
        page = book.page("Selections")
        sheets.append((page.name, "What a rule selects rather than calculates: values with their reasons"))
        write_selections(page, wheres)
    for sheet in written:
        sheet.write(shares)


def _equation_page(book: Book, origin: str, sheets: list[tuple[str, str]]) -> Page:
    page = book.page(spoken(origin))
    sheets.append((page.name, f"The equations of {page.name}, each value a formula"))
    return page


def _put(target: Path, content: bytes) -> None:
    """Put a whole file in place of what was there, or change nothing."""
    draft = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    try:
        draft.write_bytes(content)
        draft.replace(target)
    except OSError as error:
        msg = said("{target} cannot be written: {cause}.", target=target, cause=error.strerror or error)
        raise Refused(msg, said("Choose a folder that exists and may be written to.")) from error
    finally:
        with contextlib.suppress(OSError):
            draft.unlink()
