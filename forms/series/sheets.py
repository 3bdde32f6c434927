"""The bytes of a CSV or XLSX file as rows of text, with bounds on what a stranger's file may hold."""

from __future__ import annotations

import csv
import datetime as dt
import io
import warnings
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from forms.errors import Damaged
from forms.foreign import unpacked_size
from forms.said import said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

MOST_ROWS = 120_000
"""A year of five-minute values has 105,408."""
MOST_COLUMNS = 200
_LARGEST, _LARGEST_UNPACKED = 50 * 1024**2, 300 * 1024**2
_LONGEST_CELL = 500
_LONGEST_LINE = MOST_COLUMNS * _LONGEST_CELL
_SAMPLE = 64 * 1024


@dataclass(frozen=True)
class Sheet:
    """Rows of one sheet as text. `is_typed` when numbers were numbers already, so that their decimal sign is a point.

    Row `n` of the file is `rows[n - 1]`.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    is_typed: bool = False

    @property
    def width(self) -> int:
        """Cells of the longest row."""
        return max((len(row) for row in self.rows), default=0)


def read_sheets(name: str, content: bytes) -> tuple[Sheet, ...]:
    """Every sheet that holds something; a text file is one sheet named after it.

    Raises:
        Damaged: it cannot be read, or is larger than any series.
    """
    if len(content) > _LARGEST:
        raise Damaged(
            said("{name} has more than {largest} MB.", name=name, largest=_LARGEST // 1024**2),
            said("Keep only the rows and columns that are needed."),
        )
    sheets = _workbook(name, content) if content[:2] == b"PK" else (_text_sheet(name, content),)
    found = tuple(sheet for sheet in sheets if sheet.rows)
    if not found:
        raise Damaged(said("{name} holds no rows.", name=name), said("Give a file with one row for each value."))
    for sheet in found:
        if len(sheet.rows) > MOST_ROWS:
            raise Damaged(
                said("{name} has more than {most_rows:,} rows.", name=name, most_rows=MOST_ROWS),
                said("Import it in parts, or by the hour."),
            )
    return found


# -- text ------------------------------------------------------------------------------------------------------------


def _text_sheet(name: str, content: bytes) -> Sheet:
    text = _decoded(name, content)
    lines = csv.reader(_lines(name, text), delimiter=_delimiter(text[:_SAMPLE]))
    try:
        rows = [_row(cells) for _, cells in zip(range(MOST_ROWS + 1), lines, strict=False)]
    except csv.Error as error:
        raise Damaged(
            said("{name} cannot be read as text with columns: {error}.", name=name, error=error),
            said("Save it as CSV or XLSX."),
        ) from error
    return Sheet(name, _without_blank_end(rows))


def _lines(name: str, text: str) -> Iterator[str]:
    for line in io.StringIO(text, newline=""):
        if len(line) > _LONGEST_LINE:
            raise Damaged(
                said(
                    "A line of {name} has more than {longest_line:,} characters.", name=name, longest_line=_LONGEST_LINE
                ),
                said("Give one row for each value."),
            )
        yield line


def _decoded(name: str, content: bytes) -> str:
    if b"\0" in content and content[:2] not in {b"\xff\xfe", b"\xfe\xff"}:
        raise Damaged(said("{name} is no text file.", name=name), said("Save it as CSV or XLSX."))
    encodings = ("utf-16",) if content[:2] in {b"\xff\xfe", b"\xfe\xff"} else ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    # Every byte means something in Latin-1; only labels can come out wrong.
    return content.decode("latin-1")


def _delimiter(sample: str) -> str:
    """The sign that parts most lines alike; a comma between digits is a decimal sign when there is another parting."""
    lines = [line for line in sample.splitlines()[:200] if line.strip()]
    for sign in ("\t", ";", "|", ","):
        counts = Counter(line.count(sign) for line in lines)
        if counts and counts.most_common(1)[0][0] > 0:
            return sign
    return ";"


# -- workbooks ---------------------------------------------------------------------------------------------------------


def _workbook(name: str, content: bytes) -> tuple[Sheet, ...]:
    from openpyxl import load_workbook

    _check_unpacked_size(name, content)
    try:
        with warnings.catch_warnings():
            # It warns of what it does not keep, such as lists of choices; nothing of it is wanted here.
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
            sheets = tuple(Sheet(sheet.title, _cells(sheet), is_typed=True) for sheet in book.worksheets)
            book.close()
    except Exception as error:
        raise Damaged(
            said("{name} is not a workbook that can be read.", name=name), said("Save it as .xlsx, or as CSV.")
        ) from error
    return sheets


def _cells(sheet: object) -> tuple[tuple[str, ...], ...]:
    rows = sheet.iter_rows(max_row=MOST_ROWS + 1, max_col=MOST_COLUMNS, values_only=True)  # type: ignore[attr-defined]
    # A sheet that claims to be long has a hundred thousand rows of nothing: they are passed over at once.
    return _without_blank_end([_row(map(_worded, row)) if row.count(None) < len(row) else () for row in rows])


def _worded(cell: object) -> str:
    if isinstance(cell, bool) or cell is None:
        return "" if cell is None else str(cell)
    if isinstance(cell, int | float):
        return format(Decimal(repr(cell)), "f").removesuffix(".0")
    if isinstance(cell, dt.datetime):
        return cell.isoformat(sep=" ", timespec="minutes")
    return str(cell)


def _check_unpacked_size(name: str, content: bytes) -> None:
    try:
        unpacked = unpacked_size(content)
    except ValueError as error:
        raise Damaged(
            said("{name} is not a workbook that can be read.", name=name), said("Save it as .xlsx, or as CSV.")
        ) from error
    if unpacked > _LARGEST_UNPACKED:
        raise Damaged(
            said(
                "{name} unpacks to more than {largest_unpacked} MB.",
                name=name,
                largest_unpacked=_LARGEST_UNPACKED // 1024**2,
            ),
            said("Keep only the sheet needed."),
        )


def _row(cells: Iterable[str]) -> tuple[str, ...]:
    found = [cell.strip()[:_LONGEST_CELL] for cell in cells][:MOST_COLUMNS]
    while found and not found[-1]:
        found.pop()
    return tuple(found)


def _without_blank_end(rows: Sequence[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    last = max((number for number, row in enumerate(rows, 1) if row), default=0)
    return tuple(rows[:last])
