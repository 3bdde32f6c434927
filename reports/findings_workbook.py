"""The table of findings as a workbook: written for the validator, read when it comes back."""

from __future__ import annotations

import datetime as dt
import io
import warnings
from typing import TYPE_CHECKING

import xlsxwriter

from forms.errors import Damaged
from forms.findings_sheet import HEADS, MOST_ROWS
from forms.foreign import unpacked_size
from forms.said import said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forms.findings_sheet import Cell

LARGEST = 50 * 1024**2
_WIDE = {"Finding": 60, "Response": 60, "Assessment": 60, "Changes made": 60, "Passage": 30, "Requirement": 30}
_MADE = dt.datetime(2000, 1, 1)


def findings_workbook(rows: Sequence[Sequence[Cell]]) -> bytes:
    """A workbook with one sheet: heads in the first line, one row a round."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": _MADE})
    sheet = book.add_worksheet("Findings")
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    wrapped, day = (book.add_format({"text_wrap": True, "valign": "top", **more}) for more in ({}, _DAY))
    for column, head in enumerate(HEADS):
        sheet.set_column(column, column, _WIDE.get(head, 13))
        sheet.write_string(0, column, head, bold)
    for number, row in enumerate(rows, 1):
        for column, cell in enumerate(row):
            if isinstance(cell, dt.date):
                sheet.write_datetime(number, column, cell, day)
            elif cell:
                sheet.write_string(number, column, cell, wrapped)
    sheet.freeze_panes(1, 3)
    sheet.autofilter(0, 0, max(len(rows), 1), len(HEADS) - 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    book.close()
    return target.getvalue()


_DAY = {"num_format": "yyyy-mm-dd"}


def workbook_rows(content: bytes) -> list[tuple[object, ...]]:
    """Cells of the first sheet of a workbook, row by row; formulas give the value that was stored with them.

    Raises:
        Damaged: not such a workbook, or one larger than any table of findings.
    """
    from openpyxl import load_workbook

    _check_size(content)
    try:
        with warnings.catch_warnings():
            # It warns of what it does not keep, such as drop-down lists; nothing of it is wanted here.
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
            sheet = book.worksheets[0]
            rows = [_cut(row) for row in sheet.iter_rows(max_row=MOST_ROWS + 1, max_col=200, values_only=True)]
            book.close()
    except Exception as error:
        raise _not_a_workbook() from error
    return rows


def _cut(row: tuple[object, ...]) -> tuple[object, ...]:
    """The row without the empty cells at its end."""
    last = max((at for at, cell in enumerate(row, 1) if cell is not None), default=0)
    return row[:last]


def _check_size(content: bytes) -> None:
    try:
        unpacked = unpacked_size(content)
    except ValueError as error:
        raise _not_a_workbook() from error
    if unpacked > LARGEST:
        msg = said(
            "The workbook unpacks to more than {largest} MB; no table of findings does.", largest=LARGEST // 1024**2
        )
        raise Damaged(msg, said("Keep the findings alone in it."))


def _not_a_workbook() -> Damaged:
    return Damaged(
        said("This is not a workbook that can be read."), said("Save it as .xlsx in the program that wrote it.")
    )
