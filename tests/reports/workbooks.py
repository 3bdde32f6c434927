"""Reads exported workbooks as a stranger would, by what stands on the sheets, and lets LibreOffice recalculate them."""

from __future__ import annotations

import datetime as dt
import math
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl

from tests.forms.methodologies.sheets import FUNCTIONS, Sheet

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

GIVEN = ("Read me", "Sets", "Inputs", "Selections")
LAST_HEADS = ("As the methodology has it", "Source", "Why")

Key = tuple[str, tuple[str, ...]]


@dataclass(frozen=True)
class Cell:
    """A value of a symbol: where it stands and what is there."""

    sheet: str
    place: str
    value: object


class Read:
    """A workbook opened twice: as formulas and as values."""

    def __init__(self, path: Path) -> None:
        self.formulas: Workbook = openpyxl.load_workbook(path)
        self.values: Workbook = openpyxl.load_workbook(path, data_only=True)

    @property
    def calculated(self) -> tuple[str, ...]:
        """Names of the sheets of equations."""
        return tuple(name for name in self.formulas.sheetnames if not name.startswith((*GIVEN, "Summary")))

    def formula_cells(self) -> Iterator[tuple[str, str]]:
        """Sheet and place of every formula."""
        for sheet in self.formulas.worksheets:
            for row in sheet.iter_rows():
                yield from ((sheet.title, cell.coordinate) for cell in row if cell.data_type == "f")

    def value(self, sheet: str, place: str) -> object:
        """What a cell shows."""
        return self.values[sheet][place].value

    def symbols(self, *names: str) -> dict[Key, Cell]:
        """Every value on the sheets, by symbol and the members beside and above it."""
        found: dict[Key, Cell] = {}
        for name in names or self.calculated:
            for key, cell in _cells(self.values[name]):
                assert key not in found, key
                found[key] = cell
        return found

    def summary(self) -> dict[str, dict[str, object]]:
        """The printed table: values by heading and row label, the first table of the sheet."""
        sheet = self.values["Summary"]
        rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
        start = next(number for number, row in enumerate(rows) if str(row[0]).startswith("As printed"))
        table = [*rows[start + 1 : next(n for n in range(start, len(rows)) if rows[n][0] is None)]]
        heads = [str(head) for head in rows[start][1:] if head]
        return {head: {label(row[0]): row[at] for row in table} for at, head in enumerate(heads, start=1)}


def label(value: object) -> str:
    """A member as the engine calls it."""
    return str(int(value)) if isinstance(value, float | int) else str(value)


def _cells(sheet: Worksheet) -> Iterator[tuple[Key, Cell]]:
    columns: list[str] = []
    for row in sheet.iter_rows():
        if row[0].value == "Symbol":
            columns = [label(cell.value) if cell.value is not None else "" for cell in row]
        elif row[0].value is None or len(row) < 2 or str(row[0].value).startswith("Terms of"):
            columns = []
        elif columns:
            yield from _row_cells(sheet.title, row, columns)


def _row_cells(name, row, columns) -> Iterator[tuple[Key, Cell]]:
    beside = tuple(
        label(row[at].value) for at, head in enumerate(columns) if head == "For" and row[at].value is not None
    )
    end = next(at for at, head in enumerate(columns) if head in LAST_HEADS)
    start = max(at for at, head in enumerate(columns) if head in ("Unit", "Origin", "Description", "For")) + 1
    for at in range(start, end):
        if columns[at] and row[at].value is not None:
            above = () if columns[at] == "Value" else (columns[at],)
            yield (row[0].value, (*beside, *above)), Cell(name, row[at].coordinate, row[at].value)


def without_values(source: Path, target: Path, changes: Mapping[tuple[str, str], object] | None = None) -> None:
    """The same workbook written by another library, without the values of formulas; with `changes` of cells."""
    book = openpyxl.load_workbook(source)
    for (sheet, place), value in (changes or {}).items():
        book[sheet][place] = value
    book.save(target)


# LibreOffice reads about 250 words of a command line, and leaves the rest out without a word.
_BOOKS_PER_RUN = 100


def recalculate(folder: Path) -> Path:
    """Let LibreOffice open every workbook of a folder and save it again; returns the folder with the new ones."""
    office, out = shutil.which("soffice"), folder / "recalculated"
    assert office is not None
    books = sorted(folder.glob("*.xlsx"))
    for at in range(0, len(books), _BOOKS_PER_RUN):
        command = [
            office, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
            "--convert-to", "xlsx", "--outdir", str(out), *map(str, books[at : at + _BOOKS_PER_RUN]),
        ]  # fmt: skip
        subprocess.run(command, check=True, capture_output=True, timeout=600)
    return out


def texts_of_archive(path: Path) -> str:
    """All XML of a workbook in one text."""
    with zipfile.ZipFile(path) as archive:
        return "\n".join(archive.read(name).decode("utf-8") for name in archive.namelist())


# -- without LibreOffice --------------------------------------------------------------------------------------------

_STRING = r'"(?:[^"]|"")*"'
_REFERENCE = re.compile(
    rf"(?P<string>{_STRING})|(?:(?P<sheet>'(?:[^']|'')+')!)?(?P<first>\$?[A-Z]{{1,3}}\$?\d+)(?::(?P<last>\$?[A-Z]{{1,3}}\$?\d+))?"
    r"(?![\w(])|(?P<name>[^\W\d][\w.]*)(?!\w*\()"
)
_ROWS = 100_000
_EPOCH = dt.datetime(1899, 12, 30)


def _date(serial: float) -> dt.datetime:
    return _EPOCH + dt.timedelta(days=serial)


FUNCTIONS.update(
    YEAR=lambda day: _date(day).year,
    MONTH=lambda day: _date(day).month,
    DAY=lambda day: _date(day).day,
    DATE=lambda year, month, day: (dt.datetime(int(year), int(month), int(day)) - _EPOCH).days,
    ROUNDDOWN=lambda value, digits: math.trunc(value * 10**digits) / 10**digits,
    ROUNDUP=lambda value, digits: math.copysign(math.ceil(abs(value) * 10**digits) / 10**digits, value),
)


class Flat(Sheet):
    """All sheets below each other on one, for the small spreadsheet of the tests; each value is calculated once."""

    def __init__(self, read: Read) -> None:
        super().__init__({})
        self._offsets = {name: _ROWS * at for at, name in enumerate(read.formulas.sheetnames)}
        self._names = {name: entry.attr_text for name, entry in read.formulas.defined_names.items()}
        self._known: dict[str, object] = {}
        for sheet in read.formulas.worksheets:
            for row in sheet.iter_rows():
                for cell in row:
                    if cell.value is not None:
                        self.cells[self.place(sheet.title, cell.coordinate)] = self._flat(sheet.title, cell.value)

    def place(self, sheet: str, cell: str) -> str:
        """Where a cell of a sheet stands here."""
        column, row = re.fullmatch(r"([A-Z]+)(\d+)", cell.replace("$", "")).groups()
        return f"{column}{int(row) + self._offsets[sheet]}"

    def value(self, cell: str):
        """The value of a cell; one that is empty counts as zero."""
        place = cell.replace("$", "")
        if place not in self._known:
            self._known[place] = super().value(place) if place in self.cells else 0.0
        return self._known[place]

    def _flat(self, sheet: str, content: object) -> object:
        if isinstance(content, dt.datetime):
            return (content - _EPOCH).days
        if not (isinstance(content, str) and content.startswith("=")):
            return content
        return _REFERENCE.sub(lambda found: self._reference(sheet, found), content)

    def _reference(self, sheet: str, found: re.Match[str]) -> str:
        if found["string"]:
            return found[0]
        if found["name"]:
            return _REFERENCE.sub(lambda part: self._reference(sheet, part), self._names[found["name"]])
        here = found["sheet"][1:-1].replace("''", "'") if found["sheet"] else sheet
        ends = [self.place(here, end) for end in (found["first"], found["last"]) if end]
        return ":".join(ends)
