"""Tables: heads that repeat, numbers on the right, rows that may break over pages, every cell tagged.

A cell of one short line is drawn as a string, which is several times faster than a paragraph.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from math import ceil, sqrt
from typing import TYPE_CHECKING, Any

from reportlab.pdfbase import pdfmetrics
from reportlab.platypus import Flowable, FrameBreak, LongTable
from reportlab.platypus.tables import CellStyle, TableRenderCB

from forms.answers import ORIGIN_MARK, Origin
from forms.glyphs import printable
from reports.flowables import paragraph
from reports.styles import ink, page, style_face, table_look, text_style
from reports.tagging import Element, TaggedCanvas
from reports.text import is_plain, text_width

if TYPE_CHECKING:
    from forms.blocks import Align, Cell, TableBlock

Content = str | list[Flowable]

_ROOM_FOR_MARK = 9.0
_ROOM_FOR_CODE = 4.5  # below the head of a column
_MARK_FONT = "DejaVuSans"
_LONGEST_WORD = 24
_LABELS, _WIDE_LABELS, _LONG_LABEL = 0.27, 0.36, 60  # share of a block for its labels; letters of a long one
_MOST_WHOLE = 0.5  # of a page
_LETTER = 4.2  # average width of a letter in a cell
_WORTH_A_CHANGE = 0.85
_MOSTLY_WORDS = 0.85  # of the width
_MANY_LINES = 100
_LONGEST_TRACE = 18  # letters that fit into the margin
_FOOT_OF_PAGE = 120.0
_LEAST_ROWS = 2  # left before a break
_LEAST_PART = 30.0  # of a row that is broken
_ENDLESS = 1e6


@dataclass(frozen=True)
class Note:
    """A small mark beside a cell: where its value comes from, and the code of its working in the margin.

    `is_below` puts the code under the text of the cell, which is the head of a column, instead of into the margin.
    """

    origin: str = ""
    trace: str = ""
    is_below: bool = False


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

    One that `stays_whole` goes to the next page rather than break, unless it is longer than half a page. The parts of
    a table that was split share the element, and the elements of rows cut in two.
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
        if self.stays_whole and self.wrap(width, _ENDLESS)[1] <= page().depth * _MOST_WHOLE:
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

    def _begins_too_late(self, first: TaggedTable, height: float) -> bool:
        """Whether a table of some length would begin with its head and one low row at the foot of a page."""
        is_begin = self.heads > 0 and self.numbers[0] is not None and not self.splitInRow
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
            right = x + width - look.inset - _ROOM_FOR_MARK - pdfmetrics.stringWidth(note.trace, _MARK_FONT, 5.0)
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
    made.describe(heads=1, has_row_heads=block.row_headers, notes=_notes(block))
    made.totals = len(block.totals)
    return _captioned(block.caption, made)


def needs_landscape(block: TableBlock) -> bool:
    """Whether an upright page is too narrow: for the longest words of the columns, or for a long table's text.

    The latter is when single words fill most of the width, and the text between them runs down the page.
    """
    upright, turned = page().measure, page().turned().measure
    words = sum(_least_widths(block))
    if words > upright or words < upright * _MOSTLY_WORDS:
        return words > upright
    lengths = _lengths(block)
    now, then = (_lines_needed(lengths, column_widths(block, width)) for width in (upright, turned))
    return now > _MANY_LINES and now > 2 * then


def _lengths(block: TableBlock) -> list[list[int]]:
    return [[len(cell.text) for cell in row] for row in (*block.rows, *block.totals)]


def column_widths(block: TableBlock, width: float) -> list[float]:
    """Widths in points: as the columns ask relative to each other, but none narrower than its longest word.

    Where much fewer lines are needed by sharing the width by how much text the columns hold, that is done instead.
    Where even the words are too long for the page, all are narrowed alike and words break.
    """
    least = _least_widths(block)
    if sum(least) >= width:
        return [room * width / sum(least) for room in least]
    lengths = _lengths(block)
    asked, *others = (_widths_by(shares, least, width) for shares in _shares(block, lengths))
    best = min(others, key=lambda widths: _lines_needed(lengths, widths), default=asked)
    is_better = _lines_needed(lengths, best) < _lines_needed(lengths, asked) * _WORTH_A_CHANGE
    return best if is_better else asked


def _lines_needed(lengths: Sequence[Sequence[int]], widths: Sequence[float]) -> int:
    """About how many lines the rows of a table take."""
    rooms = [max(1.0, (width - 2 * table_look().inset) / _LETTER) for width in widths]
    return sum(max(ceil(length / room) for length, room in zip(row, rooms, strict=True)) for row in lengths)


def _widths_by(shares: Sequence[float], least: Sequence[float], width: float) -> list[float]:
    wanted = [width * share / sum(shares) for share in shares]
    missing = sum(max(0.0, room - want) for room, want in zip(least, wanted, strict=True))
    spare = sum(max(0.0, want - room) for room, want in zip(least, wanted, strict=True))
    keep = 1.0 - (missing / spare if spare else 0.0)
    return [room + max(0.0, want - room) * keep for room, want in zip(least, wanted, strict=True)]


def parameter_table(
    title: str, rows: Sequence[tuple[str, Sequence[Flowable]]], *, width: float | None = None
) -> list[Flowable]:
    """A two-column block, label left and value right, on one page if it takes no more than half of one."""
    width = width or page().measure
    label_width = _label_width([label for label, _ in rows], width)
    content: list[list[Content]] = [
        [_content(label, "cell_label", "left", label_width), list(value)] for label, value in rows
    ]
    styles = [[_cell_style("cell_label", "left"), _cell_style("cell", "left")]] * len(rows)
    made = _made(content, [label_width, width - label_width], styles, _block_lines(), heads=0)
    made.describe(heads=0, has_row_heads=True, notes={})
    made.stays_whole = True
    return _captioned(title, made)


def value_width(labels: Sequence[str], width: float) -> float:
    """Room for what stands in the value column of a block, in points."""
    return width - _label_width(labels, width) - 3 * table_look().inset


def _label_width(labels: Sequence[str], width: float) -> float:
    is_wordy = max(map(len, labels), default=0) > _LONG_LABEL
    return width * (_WIDE_LABELS if is_wordy else _LABELS)


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
    below = _ROOM_FOR_CODE if _codes_of_columns(block) else 0.0
    head, body, total = (
        [_cell_style(style, column.align, room) for column in block.columns]
        for style, room in (("cell_head", below), ("cell", 0.0), ("cell_total", 0.0))
    )
    return [head] + [body] * (len(rows) - len(block.totals)) + [total] * len(block.totals)


@cache
def _cell_style(name: str, align: Align, below: float = 0.0) -> CellStyle:
    look, text = table_look(), text_style(name)
    made = CellStyle(f"{name} {align}")
    made.fontname, made.fontsize, made.leading, made.color = text.fontName, text.fontSize, text.leading, text.textColor
    made.topPadding, made.bottomPadding = look.padding, look.padding + below
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


def _notes(block: TableBlock) -> dict[tuple[int, int], Note]:
    """Marks by (row, column), the head being row 0.

    The code of a figure stands in the margin. Where a row has several, the margin has what they share, the row,
    and each column's head the rest: `baseline` over the column and `[2013]` in the margin are `baseline[2013]`.
    Sums at the foot have no code, since they follow from the rows.
    """
    notes: dict[tuple[int, int], Note] = {}
    heads = _codes_of_columns(block)
    for place, code in heads.items():
        notes[0, place] = Note("", code, is_below=True)
    for number, row in enumerate([*block.rows, *block.totals], 1):
        coded = [place for place, cell in enumerate(row) if cell.trace and cell.origin]
        for place, cell in enumerate(row):
            # What was typed is the ordinary case and goes unmarked.
            origin = "" if cell.origin == Origin.TYPED else cell.origin
            is_coded = coded[:1] == [place] and number <= len(block.rows)
            code = _row_of(cell.trace) if heads else cell.trace
            if origin or is_coded:
                notes[number, place] = Note(origin, code if is_coded else "")
    return notes


def _codes_of_columns(block: TableBlock) -> dict[int, str]:
    """The part of the codes that each column shares, where rows have several figures; empty otherwise."""
    found: dict[int, set[str]] = {}
    for row in block.rows:
        for place, cell in enumerate(row):
            if cell.trace and cell.origin:
                found.setdefault(place, set()).add(cell.trace.partition("[")[0])
    is_regular = len(found) > 1 and all(len(names) == 1 for names in found.values())
    return {place: names.pop() for place, names in found.items()} if is_regular else {}


def _row_of(code: str) -> str:
    return "".join(code.partition("[")[1:])


def _shares(block: TableBlock, lengths: Sequence[Sequence[int]]) -> Iterator[list[float]]:
    """Relative widths: first as the columns ask, if they do, then by the root of how much text each holds."""
    asked = [column.width for column in block.columns]
    if len(set(asked)) > 1:
        yield asked
    columns = list(zip(*lengths, strict=True))
    yield [sqrt(max(12.0, sum(column) / len(column))) for column in columns]
    if len(set(asked)) > 1:
        yield [sqrt(max(12.0, max(column))) for column in columns]


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


def _is_address(word: str) -> bool:
    """Whether a word is an address or a path, which may be broken anywhere."""
    return len(word) > _LONGEST_WORD and "/" in word


def _longest_word(texts: Iterable[str], style: str) -> float:
    """Width of the widest of the three words with most letters: measuring all would be slow."""
    words = sorted(
        {word for text in texts for word in text.split() if not _is_address(word)}, key=lambda word: (len(word), word)
    )[-3:]
    return max((text_width(word, style) for word in words), default=0.0)
