"""ReportLab's table with a structure: every cell tagged, heads that repeat, rows that may break over pages."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from reportlab.pdfbase import pdfmetrics
from reportlab.platypus import Flowable, FrameBreak, LongTable
from reportlab.platypus.tables import TableRenderCB

from forms.answers import ORIGIN_MARK, Origin
from forms.glyphs import printable
from reports.column_widths import ROOM_FOR_MARK
from reports.styles import ink, page, table_look, text_style
from reports.tagging import Element, TaggedCanvas

if TYPE_CHECKING:
    from reports.table_notes import Note

_MARK_FONT = "DejaVuSans"
_MOST_WHOLE = 0.5  # of a page
_SHORT = 0.28  # of a page: a table of five years with its sums
_LONGEST_TRACE = 18  # letters that fit into the margin
_FOOT_OF_PAGE = 120.0
_LEAST_ROWS = 2  # left before a break
_LEAST_PART = 30.0  # of a row that is broken
_ENDLESS = 1e6


class TableTags(TableRenderCB):  # type: ignore[misc]  # ReportLab is untyped
    """Tags a table while ReportLab draws it: each cell an element, lines and repeated heads artifacts."""

    def startTable(self, table: TaggedTable) -> None:  # ReportLab's names, here and below
        """Place the table in the structure."""
        if table.anchor:
            table.canv.set_anchor(table.anchor, sum(table._rowHeights))  # noqa: SLF001
        table.canv.attach(table.element)

    def startBG(self, table: TaggedTable) -> None:
        """Shades are no content."""
        table.has_begun = table.canv.begin_artifact()

    def endBG(self, table: TaggedTable) -> None:
        """End of the shades."""
        table.end_stretch()

    def startRow(self, table: TaggedTable, row: int) -> None:
        """A head repeated on a further page is no content."""
        number = table.numbers[row]
        table.row = None if number is None else table.row_element(number)
        table.row_number = number
        if number is None:
            table.is_repeating = table.canv.begin_artifact()

    def startCell(self, table: TaggedTable, *place: Any) -> None:  # noqa: ANN401
        """A cell of text is marked itself; one of flowables holds what they mark."""
        _row, column, content, _style, position, size = place
        table.place = (column, position, size)
        if table.row is None:
            return
        cell = table.cell_element(column)
        if isinstance(content, str):
            table.has_begun = table.canv.begin(cell)
        else:
            table.canv.enter(cell)
            table.is_inside = True

    def endCell(self, table: TaggedTable) -> None:
        """End of the cell, then the marks beside it."""
        table.end_stretch()
        if table.is_inside:
            table.canv.leave()
            table.is_inside = False
        # A head that is repeated shows the codes of its columns again, or those of the rows below would lead nowhere.
        if table.row is not None or table.is_repeating:
            table.draw_note()

    def endRow(self, table: TaggedTable) -> None:
        """End of a repeated head."""
        if table.is_repeating:
            table.canv.end()
            table.is_repeating = False

    def startLines(self, table: TaggedTable) -> None:
        """Rules are no content."""
        table.has_begun = table.canv.begin_artifact()

    def endLines(self, table: TaggedTable) -> None:
        """End of the rules."""
        table.end_stretch()

    def endTable(self, table: TaggedTable) -> None:
        """Nothing is left to do."""


class TaggedTable(LongTable):  # type: ignore[misc]  # ReportLab is untyped
    """A table with a head; `numbers` says which row of the whole table each row here is, None for a repeated head.

    One that `stays_whole` goes to the next page rather than break, unless it is longer than half a page; any other that
    is short does so too. The parts of a table that was split share the element, and the elements of rows cut in two.
    """

    element: Element
    numbers: list[int | None]
    heads: int
    has_row_heads: bool
    notes: dict[tuple[int, int], Note]
    anchor = ""
    totals = 0
    stays_whole = False
    splitByRow: int
    splitInRow: float
    canv: TaggedCanvas
    row: Element | None = None
    row_number: int | None = None
    has_begun = is_inside = is_repeating = False

    def describe(self, *, heads: int, has_row_heads: bool, notes: dict[tuple[int, int], Note]) -> None:
        """Say what the rows and columns of a new table are."""
        self.element = Element("Table")
        self.numbers = list(range(self._nrows))
        self.heads, self.has_row_heads, self.notes = heads, has_row_heads, notes
        self._rows: dict[int, Element] = {}
        self._cells: dict[tuple[int, int], Element] = {}

    def split(self, width: float, height: float) -> list[Flowable]:
        """The parts; the head is repeated on the second, and a row cut in two stays one row."""
        most = _MOST_WHOLE if self.stays_whole else _SHORT
        if self._is_begin and self.wrap(width, _ENDLESS)[1] <= page().depth * most:
            return []
        self._choose_break(width, height)
        parts: list[TaggedTable] = super().split(width, height)
        lower = self._height_without_strays(parts) if len(parts) == 2 and width > page().measure - 1.0 else 0.0
        if lower:
            parts = super().split(width, lower)
        if len(parts) != 2:
            return parts
        if self._begins_too_late(parts[0], height):
            return []
        first, second = parts
        repeated = min(self.heads, second._nrows)  # noqa: SLF001
        rest = second._nrows - repeated  # noqa: SLF001
        first.numbers = self.numbers[: first._nrows]  # noqa: SLF001
        second.numbers = [*([None] * repeated), *self.numbers[-rest:]]
        for part in parts:
            self._hand_on(part)
        first.anchor = self.anchor
        # Room that was left on purpose is not filled by what was to go on.
        return [first, FrameBreak(), second] if lower else list(parts)

    @property
    def _is_begin(self) -> bool:
        """Whether this is no later part of a table that was split."""
        return bool(self.numbers) and self.numbers[0] == 0

    def _begins_too_late(self, first: TaggedTable, height: float) -> bool:
        """Whether a table of some length would begin with its head and one low row at the foot of a page."""
        is_begin = self.heads > 0 and self._is_begin and not self.splitInRow
        is_lone = first._nrows == self.heads + 1 and self._nrows >= self.heads + _LEAST_ROWS + 2
        return is_begin and is_lone and height < _FOOT_OF_PAGE

    def _height_without_strays(self, parts: Sequence[TaggedTable]) -> float:
        """The height at which a row joins a last one that would stand alone, or sums that would; 0 if none would."""
        kept, going = parts[0]._nrows - self.heads, parts[1]._nrows - self.heads  # noqa: SLF001
        missing = self.totals + (1 if self.totals else 2) - going
        if self.splitInRow or missing <= 0 or kept - missing < _LEAST_ROWS:
            return 0.0
        return float(sum(self._rowHeights[: self.heads + kept - missing])) + 0.01

    def _choose_break(self, width: float, height: float) -> None:
        """Break between rows; within one only where it would overflow a page of its own.

        ReportLab breaks no row that leaves less than `splitInRow` for the next page, so that is what overflows at most.
        """
        depth = self.wrap(width, height)[1]
        sheet = page() if width <= page().measure + 1.0 else page().turned()
        with_head = sum(self._rowHeights[: self.heads]) + self._height_of_row_at(height)
        least = max(1.0, min(_LEAST_PART, depth - height))
        self.splitByRow, self.splitInRow = (0, least) if with_head > sheet.depth else (1, 0)

    def _height_of_row_at(self, height: float) -> float:
        """Height of the row that a break at that height would cut; 0 below the last."""
        ends = accumulate(row or 0.0 for row in self._rowHeights)
        return next((row for row, end in zip(self._rowHeights, ends, strict=True) if end > height), 0.0)

    def row_element(self, number: int) -> Element:
        """The element of a row of the whole table."""
        return self._rows.setdefault(number, Element("TR", self.element))

    def cell_element(self, column: int) -> Element:
        """The element of a cell of the row that is being drawn."""
        number = self.row_number or 0
        is_head = number < self.heads
        scope = "Column" if is_head else "Row" if self.has_row_heads and column == 0 else ""
        made = Element("TH" if scope else "TD", self.row, scope=scope)
        return self._cells.setdefault((number, column), made)

    def end_stretch(self) -> None:
        """End the marked stretch that is open, if it is ours."""
        if self.has_begun:
            self.canv.end()
            self.has_begun = False

    def draw_note(self) -> None:
        """The provenance mark right in the cell, the code of the working in the margin."""
        column, (x, y), (width, height) = self.place
        note = self.notes.get((self.row_number or 0, column))
        if note is None:
            return
        look, style = table_look(), text_style("cell")
        baseline = y + height - look.padding - style.fontSize
        cell = self.cell_element(column)
        if note.origin:
            sign = ORIGIN_MARK[Origin(note.origin)]
            place = x + width - look.inset - 4.0
            self._write(Element("Span", cell, expansion=note.origin), sign, place, baseline, 6.0)
        if note.is_below:
            right = x + width - look.inset - ROOM_FOR_MARK - pdfmetrics.stringWidth(note.trace, _MARK_FONT, 5.0)
            self._write(Element("Span", cell), note.trace, right, y + 2.2, 5.0)
        elif 0 < len(note.trace) <= _LONGEST_TRACE:
            right = sum(self._colWidths) + 4.0
            self._write(Element("Span", cell), note.trace, right, baseline, 5.0)

    def _write(self, element: Element, text: str, x: float, y: float, size: float) -> None:
        canvas = self.canv
        with canvas.tagged(element):
            canvas.saveState()
            canvas.setFillColor(ink("quiet"))
            canvas.setFont(_MARK_FONT, size)
            canvas.drawString(x, y, printable(text))
            canvas.restoreState()

    def _hand_on(self, part: TaggedTable) -> None:
        part.element, part.notes = self.element, self.notes
        part.heads, part.has_row_heads, part.totals = self.heads, self.has_row_heads, self.totals
        part._rows, part._cells = self._rows, self._cells
