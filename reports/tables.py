"""Tables: heads that repeat, numbers on the right, rows that may break over pages, every cell tagged.

A cell of one short line is drawn as a string, which is several times faster than a paragraph.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from math import sqrt
from typing import TYPE_CHECKING, Any

from reportlab.platypus import Flowable, LongTable
from reportlab.platypus.tables import CellStyle, TableRenderCB

from forms.answers import ORIGIN_MARK, Origin
from reports.flowables import paragraph
from reports.styles import ink, page, style_face, table_look, text_style
from reports.tagging import Element, TaggedCanvas
from reports.text import is_plain, printable, text_width

if TYPE_CHECKING:
    from forms.blocks import Align, Cell, TableBlock

Content = str | list[Flowable]

_ROOM_FOR_MARK = 9.0
_ROOM_FOR_CAPTION = 40.0
_LONGEST_TRACE = 18  # letters that fit into the margin
_LEAST_PART = 30.0  # of a row that is broken
_ENDLESS = 1e6


@dataclass(frozen=True)
class Note:
    """A small mark beside a cell: where its value comes from, and the code of its working in the margin."""

    origin: str = ""
    trace: str = ""


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
        if table.row is not None:
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

    One that `stays_whole` goes to the next page rather than break, unless no page can hold it. The parts of a table
    that was split share the element, and the elements of rows cut in two.
    """

    element: Element
    numbers: list[int | None]
    heads: int
    has_row_heads: bool
    notes: dict[tuple[int, int], Note]
    anchor = ""
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
        if self.stays_whole and self.wrap(width, _ENDLESS)[1] <= page().depth - _ROOM_FOR_CAPTION:
            return []
        self._choose_break(width, height)
        parts: list[TaggedTable] = super().split(width, height)
        if len(parts) != 2:
            return parts
        first, second = parts
        repeated = min(self.heads, second._nrows)  # noqa: SLF001
        rest = second._nrows - repeated  # noqa: SLF001
        first.numbers = self.numbers[: first._nrows]  # noqa: SLF001
        second.numbers = [*([None] * repeated), *self.numbers[-rest:]]
        for part in parts:
            self._hand_on(part)
        first.anchor = self.anchor
        return parts

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
        if 0 < len(note.trace) <= _LONGEST_TRACE:
            right = sum(self._colWidths) + 4.0
            self._write(Element("Span", cell), note.trace, right, baseline, 5.0)

    def _write(self, element: Element, text: str, x: float, y: float, size: float) -> None:
        canvas = self.canv
        with canvas.tagged(element):
            canvas.saveState()
            canvas.setFillColor(ink("quiet"))
            canvas.setFont("DejaVuSans", size)
            canvas.drawString(x, y, printable(text))
            canvas.restoreState()

    def _hand_on(self, part: TaggedTable) -> None:
        part.element, part.notes = self.element, self.notes
        part.heads, part.has_row_heads = self.heads, self.has_row_heads
        part._rows, part._cells = self._rows, self._cells


def table(block: TableBlock, *, width: float | None = None) -> list[Flowable]:
    """A table with caption, head, rows and totals; a sentence in place of rows when there are none."""
    if not block.rows and not block.totals:
        return _empty(block)
    width = width or page().measure
    widths = column_widths(block, width)
    rows = [*block.rows, *block.totals]
    content = [
        [
            _content(column.label, "cell_head", column.align, room)
            for column, room in zip(block.columns, widths, strict=True)
        ],
        *(_row_content(block, row, widths, "cell") for row in block.rows),
        *(_row_content(block, row, widths, "cell_total") for row in block.totals),
    ]
    made = _made(content, widths, _cell_styles(block, rows), _lines(1, len(block.totals)), heads=1)
    made.describe(heads=1, has_row_heads=block.row_headers, notes=_notes(rows))
    return _captioned(block.caption, made)


def needs_landscape(block: TableBlock) -> bool:
    """Whether the columns' longest words are too much for an upright page."""
    return sum(_least_widths(block)) > page().measure


def column_widths(block: TableBlock, width: float) -> list[float]:
    """Widths in points: as the columns ask relative to each other, but none narrower than its longest word.

    Where even the words are too long for the page, all are narrowed alike and words break.
    """
    least = _least_widths(block)
    if sum(least) >= width:
        return [room * width / sum(least) for room in least]
    shares = _shares(block)
    wanted = [width * share / sum(shares) for share in shares]
    missing = sum(max(0.0, room - want) for room, want in zip(least, wanted, strict=True))
    spare = sum(max(0.0, want - room) for room, want in zip(least, wanted, strict=True))
    keep = 1.0 - (missing / spare if spare else 0.0)
    return [room + max(0.0, want - room) * keep for room, want in zip(least, wanted, strict=True)]


def parameter_table(
    title: str, rows: Sequence[tuple[str, Sequence[Flowable]]], *, width: float | None = None
) -> list[Flowable]:
    """A two-column block, label left and value right, on one page if a page can hold it."""
    width = width or page().measure
    label_width = width * 0.27
    content: list[list[Content]] = [
        [_content(label, "cell_label", "left", label_width), list(value)] for label, value in rows
    ]
    styles = [[_cell_style("cell_label", "left"), _cell_style("cell", "left")]] * len(rows)
    made = _made(content, [label_width, width - label_width], styles, _block_lines(), heads=0)
    made.describe(heads=0, has_row_heads=True, notes={})
    made.stays_whole = True
    return _captioned(title, made)


def _made(
    content: list[list[Content]],
    widths: list[float],
    styles: list[list[CellStyle]],
    lines: list[tuple[Any, ...]],
    *,
    heads: int,
) -> TaggedTable:
    look = table_look()
    made = TaggedTable(
        content,
        colWidths=widths,
        cellStyles=styles,
        normalizedData=1,
        repeatRows=heads,
        spaceBefore=look.before,
        spaceAfter=look.after,
        hAlign="LEFT",
        renderCB=TableTags(),
    )
    made.setStyle(lines)
    return made


def _captioned(caption: str, made: TaggedTable) -> list[Flowable]:
    if not caption:
        return [made]
    return [paragraph(caption, "caption", role="Caption", parent=made.element), made]


def _empty(block: TableBlock) -> list[Flowable]:
    caption = [paragraph(block.caption, "caption")] if block.caption else []
    return [*caption, paragraph(block.empty or "No entries.", "note")]


def _row_content(block: TableBlock, row: Sequence[Cell], widths: Sequence[float], style: str) -> list[Content]:
    made: list[Content] = []
    for cell, column, width in zip(row, block.columns, widths, strict=True):
        room = width - (_ROOM_FOR_MARK if column.align == "right" else 0.0)
        is_simple = len(cell.runs) == 1 and not cell.runs[0].marks
        made.append(_content(cell.text if is_simple else cell.runs, style, column.align, room))
    return made


def _content(text: Any, style: str, align: Align, width: float) -> Content:  # noqa: ANN401  # str or runs
    """The string if it fits on a line in one font, else a paragraph."""
    if isinstance(text, str):
        clean = printable(text).strip()
        fits = is_plain(clean, style_face(style)) and text_width(clean, style) <= width - 2 * table_look().inset
        if fits:
            return clean
    return [paragraph(text, style, align=align)]


def _cell_styles(block: TableBlock, rows: Sequence[object]) -> list[list[CellStyle]]:
    """One list of styles for all rows of a kind: ReportLab compares them by identity, so this is fast."""
    head, body, total = (
        [_cell_style(style, column.align) for column in block.columns] for style in ("cell_head", "cell", "cell_total")
    )
    return [head] + [body] * (len(rows) - len(block.totals)) + [total] * len(block.totals)


@cache
def _cell_style(name: str, align: Align) -> CellStyle:
    look, text = table_look(), text_style(name)
    made = CellStyle(f"{name} {align}")
    made.fontname, made.fontsize, made.leading, made.color = text.fontName, text.fontSize, text.leading, text.textColor
    made.topPadding = made.bottomPadding = look.padding
    made.leftPadding = made.rightPadding = look.inset
    if align == "right":
        made.rightPadding += _ROOM_FOR_MARK
    made.alignment, made.valign = align.upper(), "TOP"
    return made


def _lines(heads: int, totals: int) -> list[tuple[Any, ...]]:
    """Hairlines between rows, edges round the head and above the totals, a light shade behind the head."""
    look = table_look()
    rule, edge = ink("rule"), ink("ink")
    lines: list[tuple[Any, ...]] = [
        ("BACKGROUND", (0, 0), (-1, heads - 1), ink("shade")),
        ("LINEABOVE", (0, 0), (-1, 0), look.edge, edge),
        ("LINEBELOW", (0, heads - 1), (-1, heads - 1), look.edge / 2, edge),
        ("LINEBELOW", (0, heads), (-1, -1), look.hairline, rule),
        ("LINEBELOW", (0, -1), (-1, -1), look.edge / 2, edge),
    ]
    if totals:
        lines.append(("LINEABOVE", (0, -totals), (-1, -totals), look.edge / 2, edge))
    return lines


def _block_lines() -> list[tuple[Any, ...]]:
    look = table_look()
    return [
        ("BACKGROUND", (0, 0), (0, -1), ink("shade")),
        ("LINEABOVE", (0, 0), (-1, 0), look.edge, ink("ink")),
        ("LINEBELOW", (0, 0), (-1, -1), look.hairline, ink("rule")),
        ("LINEBELOW", (0, -1), (-1, -1), look.edge / 2, ink("ink")),
    ]


def _notes(rows: Iterable[Sequence[Cell]]) -> dict[tuple[int, int], Note]:
    """Marks by (row, column), the head being row 0; only the first trace of a row goes into the margin."""
    notes: dict[tuple[int, int], Note] = {}
    for number, row in enumerate(rows, 1):
        traced = next((place for place, cell in enumerate(row) if cell.trace), None)
        for place, cell in enumerate(row):
            # What was typed is the ordinary case and goes unmarked.
            origin = "" if cell.origin == Origin.TYPED else cell.origin
            if origin or place == traced:
                notes[number, place] = Note(origin, cell.trace if place == traced else "")
    return notes


def _shares(block: TableBlock) -> list[float]:
    """Relative widths as the columns ask; where all ask alike, by the root of how much text each holds."""
    asked = [column.width for column in block.columns]
    if len(set(asked)) > 1:
        return asked
    rows = [*block.rows, *block.totals]
    lengths = [sum(len(row[place].text) for row in rows) for place in range(len(asked))]
    return [sqrt(max(12.0, length / max(1, len(rows)))) for length in lengths]


def _least_widths(block: TableBlock) -> list[float]:
    """Width of the longest word of each column with its insets, at most two fifths of an upright page."""
    most = page().measure * 0.4
    inset = 2 * table_look().inset
    widths = []
    for place, column in enumerate(block.columns):
        head = _longest_word([column.label], "cell_head")
        body = _longest_word([row[place].text for row in block.rows], "cell")
        total = _longest_word([row[place].text for row in block.totals], "cell_total")
        mark = _ROOM_FOR_MARK if column.align == "right" else 0.0
        widths.append(min(most, max(head, body, total) + inset + mark + 0.5))
    return widths


def _longest_word(texts: Iterable[str], style: str) -> float:
    """Width of the widest of the three words with most letters: measuring all would be slow."""
    words = sorted({word for text in texts for word in text.split()}, key=lambda word: (len(word), word))[-3:]
    return max((text_width(word, style) for word in words), default=0.0)
