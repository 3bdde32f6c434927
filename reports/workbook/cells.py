"""Cells: texts that are never taken for formulas, numbers, and formulas with the value they have."""

from __future__ import annotations

import datetime as dt
import re
import textwrap
from dataclasses import dataclass, field
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell

from forms.quantities import CALENDAR_YEAR
from reports.workbook.names import Names, quoted

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

ACCENT = "#1F7A9C"
_QUIET = "#66757C"
_HAIRLINE = "#D5DDE1"
_LINE = {"bottom": 7, "bottom_color": _HAIRLINE, "valign": "top"}
STYLES: dict[str, dict[str, object]] = {
    "title": {"font_size": 16, "font_color": ACCENT},
    "subtitle": {"font_color": _QUIET},
    "section": {"bold": True, "font_color": ACCENT, "font_size": 12},
    "head": {"bold": True, "font_color": ACCENT, "bottom": 1, "bottom_color": ACCENT, "text_wrap": True},
    "text": {**_LINE},
    "wrapped": {**_LINE, "text_wrap": True},
    "symbol": {**_LINE, "bold": True},
    "quiet": {**_LINE, "font_color": _QUIET},
    "short": {**_LINE, "font_color": _QUIET},
    "member": {**_LINE, "align": "left"},
    "line": {},
    "label": {"bold": True, "valign": "top"},
    "input": {**_LINE, "font_color": ACCENT, "align": "right"},
    "result": {**_LINE, "align": "right"},
    "total": {"bold": True, "top": 1, "top_color": ACCENT, "bottom": 7, "bottom_color": _HAIRLINE, "align": "right"},
    "total_text": {"bold": True, "top": 1, "top_color": ACCENT, "bottom": 7, "bottom_color": _HAIRLINE},
    "plain": {"valign": "top", "text_wrap": True},
    "link": {"font_color": ACCENT, "underline": 1, "valign": "top"},
}
STYLES |= {
    "head_right": {**STYLES["head"], "align": "right"},
    # Beside numbers on the right, so that the two do not touch.
    "head_beside": {**STYLES["head"], "align": "left", "indent": 1},
    "wrapped_beside": {**STYLES["wrapped"], "align": "left", "indent": 1},
    "short_beside": {**STYLES["short"], "align": "left", "indent": 1},
}
_ONE_LINE = frozenset({"short", "short_beside"})
_LINE_HEIGHT = 14  # points, for 10 point letters
DAY = "yyyy-mm-dd"
GENERAL = "General"
NOT_AVAILABLE = "#N/A"
_LONGEST_TEXT = 32_000  # Excel allows 32,767 characters
# Characters of ten points, on average, in the width of a digit of eleven.
_CHARACTERS = 1.15
_MOST_LINES = 12
_A4, _A3 = 9, 8  # ISO 29500-1, 18.3.1.63
_MOST_ON_A4 = 160  # characters beside each other, which are then 6 to 7 points high
_MOST_DECIMALS = 15
_FIGURES = 7
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]")
_EXECUTABLE = ("=", "+", "-", "@")


@dataclass(frozen=True)
class Place:
    """A cell: sheet, row and column, counted from zero."""

    sheet: str
    row: int
    column: int

    def seen_from(self, sheet: str) -> str:
        """The reference to this cell in a formula of a sheet: `F12`, or with the sheet when it is another."""
        cell: str = xl_rowcol_to_cell(self.row, self.column)
        return cell if sheet == self.sheet else f"{quoted(self.sheet)}!{cell}"

    @property
    def absolute(self) -> str:
        """The reference for a defined name."""
        return f"{quoted(self.sheet)}!{xl_rowcol_to_cell(self.row, self.column, row_abs=True, col_abs=True)}"


@dataclass
class Book:
    """The workbook in memory. `date` is when the project says it was completed: no clock is asked."""

    title: str
    date: dt.date
    names: Names = field(default_factory=Names)
    formulas: int = 0

    def __post_init__(self) -> None:
        self._target = BytesIO()
        options = {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_numbers": False,
            "strings_to_urls": False,
        }
        self._workbook = xlsxwriter.Workbook(self._target, options)
        self._pages: list[Page] = []
        self._formats: dict[tuple[str, str, bool], Format] = {}
        created = dt.datetime(self.date.year, self.date.month, self.date.day)
        self._workbook.set_properties({"title": clean(self.title)[:255], "author": "Cerulean", "created": created})

    def page(self, wanted: str) -> Page:
        """A new sheet, behind those made before."""
        name = self.names.sheet(wanted)
        sheet = self._workbook.add_worksheet(name)
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&L&8&F&C&8&A&R&8&P / &N")
        self._pages.append(Page(self, name, sheet))
        return self._pages[-1]

    def define(self, wanted: str, first: Place, last: Place | None = None) -> str:
        """Name a cell, or the range to `last`; returns the name, which may differ from the one wanted."""
        name = self.names.cell(wanted)
        end = "" if last is None else ":" + xl_rowcol_to_cell(last.row, last.column, row_abs=True, col_abs=True)
        self._workbook.define_name(name, f"={first.absolute}{end}")
        return name

    def look(self, style: str, number_format: str = GENERAL, *, is_quoted: bool = False) -> Format:
        """A cell format; each combination is made once."""
        key = (style, number_format, is_quoted)
        if key not in self._formats:
            base = {"font_name": "Calibri", "font_size": 10, "num_format": number_format, "quote_prefix": is_quoted}
            self._formats[key] = self._workbook.add_format({**base, **STYLES[style]})
        return self._formats[key]

    def content(self) -> bytes:
        """The bytes of the file: the same for the same content, on any day and system."""
        for page in self._pages:
            page.set_heights()
        self._workbook.close()
        return _same_everywhere(self._target.getvalue())


class Page:
    """One sheet being written."""

    def __init__(self, book: Book, name: str, sheet: Worksheet) -> None:
        self.book = book
        self.name = name
        self._sheet = sheet
        self._widths: dict[int, float] = {}
        self._lines: dict[int, int] = {}

    def text(self, row: int, column: int, text: str, style: str = "text") -> None:
        """A text, whatever it begins with. An empty one still has its lines."""
        words = clean(text)
        look = self.book.look(style, is_quoted=words.startswith(_EXECUTABLE))
        if STYLES[style].get("text_wrap"):
            self._note_lines(row, column, words)
        if style in _ONE_LINE:
            words = textwrap.shorten(words, self._room(column), placeholder=" …")
        if words:
            self._sheet.write_string(row, column, words, look)
        else:
            self._sheet.write_blank(row, column, None, look)

    def _note_lines(self, row: int, column: int, words: str) -> None:
        """How many lines a wrapped text takes: spreadsheets differ in whether they find out by themselves."""
        lines = sum(max(1, len(textwrap.wrap(part, self._room(column)))) for part in words.split("\n"))
        self._lines[row] = max(lines, self._lines.get(row, 1))

    def _room(self, column: int) -> int:
        """Characters that fit into a line of a column."""
        return max(4, int(self._widths.get(column, 8) * _CHARACTERS))

    def set_heights(self) -> None:
        """Make rows as high as their wrapped texts."""
        for row, lines in sorted(self._lines.items()):
            self._sheet.set_row(row, _LINE_HEIGHT * min(lines, _MOST_LINES) + 1)

    def texts(self, row: int, column: int, texts: tuple[str, ...], style: str = "text") -> None:
        """Texts side by side."""
        for step, text in enumerate(texts):
            self.text(row, column + step, text, style)

    def number(self, row: int, column: int, value: Decimal, style: str = "input", number_format: str = "") -> Place:
        """A number that was given, shown with the decimals it was given with."""
        look = self.book.look(style, number_format or as_given(value))
        self._sheet.write_number(row, column, float(value), look)
        return Place(self.name, row, column)

    def day(self, row: int, column: int, day: dt.date) -> Place:
        """A day."""
        self._sheet.write_datetime(row, column, day, self.book.look("input", DAY))
        return Place(self.name, row, column)

    def formula(
        self,
        row: int,
        column: int,
        formula: str,
        value: Decimal | str | None,
        *,
        style: str = "result",
        number_format: str = GENERAL,
    ) -> Place:
        """A formula with the value it has now; None shows that it cannot be calculated."""
        cached = NOT_AVAILABLE if value is None else float(value) if isinstance(value, Decimal) else clean(value)
        self._sheet.write_formula(row, column, formula, self.book.look(style, number_format), cached)
        self.book.formulas += 1
        return Place(self.name, row, column)

    def link(self, row: int, column: int, sheet: str) -> None:
        """A link to another sheet, by its name."""
        look = self.book.look("link")
        self._sheet.write_url(row, column, f"internal:{quoted(sheet)}!A1", look, string=sheet)

    def widths(self, *widths: float) -> None:
        """Widths of the columns from the left, in characters."""
        for column, width in enumerate(widths):
            self.width(column, width)

    def width(self, column: int, width: float) -> None:
        """Width of one column, in characters; a sheet that would be too small to read on A4 is for A3."""
        self._widths[column] = width
        self._sheet.set_column(column, column, width)
        if sum(self._widths.values()) > _MOST_ON_A4:
            self._sheet.set_paper(_A3)

    def freeze(self, row: int, column: int) -> None:
        """Keep the rows above and the columns left of a cell in sight, and repeat the rows on paper."""
        self._sheet.freeze_panes(row, column)
        if row:
            self._sheet.repeat_rows(0, row - 1)


def clean(text: str) -> str:
    """A text that a cell takes: no control characters, no lone surrogates, no more than fits."""
    words = _CONTROL.sub(" ", text.replace("\r\n", "\n")).encode("utf-8", "replace").decode("utf-8")
    # Spreadsheets count characters beyond the first 65,536 twice.
    wide = words.encode("utf-16-le")
    return words if len(wide) <= 2 * _LONGEST_TEXT else wide[: 2 * _LONGEST_TEXT].decode("utf-16-le", "ignore") + "…"


def as_given(value: Decimal, unit: str = "1") -> str:
    """The number format that shows the decimals a number was given with: 0.40 stays 0.40, the year 2013 is 2013."""
    exponent = value.as_tuple().exponent
    return with_decimals(-exponent if isinstance(exponent, int) else 0, unit)


def as_calculated(values: tuple[Decimal | None, ...], unit: str = "1") -> str:
    """One number format for calculated values that stand together: the largest with seven figures at least."""
    if unit == CALENDAR_YEAR:
        return with_decimals(0, unit)
    known = [abs(value) for value in values if value]
    if not known or all(value == value.to_integral_value() for value in known):
        return with_decimals(0)
    return with_decimals(_FIGURES - 1 - max(known).adjusted())


def with_decimals(decimals: int, unit: str = "1") -> str:
    """`#,##0.00` with so many decimals; a year of the calendar has no comma."""
    places = min(max(decimals, 0), _MOST_DECIMALS)
    whole = "0" if unit == CALENDAR_YEAR else "#,##0"
    return f"{whole}.{'0' * places}" if places else whole


def _same_everywhere(made: bytes) -> bytes:
    """The archive again with headers that do not depend on the system that wrote it."""
    target = BytesIO()
    with ZipFile(BytesIO(made)) as old, ZipFile(target, "w", ZIP_DEFLATED, compresslevel=6) as new:
        for entry in old.infolist():
            head = ZipInfo(entry.filename, (1980, 1, 1, 0, 0, 0))
            head.create_system, head.external_attr, head.compress_type = 3, 0o600 << 16, ZIP_DEFLATED
            new.writestr(head, old.read(entry))
    return target.getvalue()
