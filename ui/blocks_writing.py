"""Writes blocks into a text: paragraphs, tables, parameters, equations and their working, drawings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextLength,
    QTextTable,
    QTextTableCell,
)

from forms.answers import ORIGIN_MARK, Origin
from forms.blocks import (
    Align,
    Block,
    Cell,
    ChartBlock,
    DiagramBlock,
    EquationBlock,
    MapBlock,
    Mark,
    Paragraph,
    ParameterBlock,
    Picture,
    TableBlock,
    WorkingBlock,
    caption_of,
)
from ui import prose_document as prose
from ui.drawings import (
    DRAWING,
    NUMBER,
    ChartDrawing,
    DiagramDrawing,
    Drawing,
    Drawings,
    EquationDrawing,
    MapDrawing,
)
from ui.symbol_writing import Piece, plain_pieces, symbol_pieces
from ui.text_tables import keep_words_whole
from ui.traces import SCHEME

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.prose_document import ProseLook

LABEL_AND_TEXT = (1.0, 2.6)
"""Shares of the two columns of a parameter."""
_ALIGN: dict[Align, Qt.AlignmentFlag] = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "right": Qt.AlignmentFlag.AlignRight,
    "center": Qt.AlignmentFlag.AlignHCenter,
}


class BlockWriter:
    """Writes blocks at a cursor."""

    def __init__(self, cursor: QTextCursor, look: ProseLook, drawings: Drawings) -> None:
        self._cursor = cursor
        self._look = look
        self._drawings = drawings

    def write(self, block: Block) -> None:
        """One block, behind those before it."""
        match block:
            case Paragraph(style="note" | "missing"):
                self._quiet(block)
            case TableBlock():
                self._table(block)
            case ParameterBlock():
                self._parameter(block)
            case EquationBlock():
                self._equation(block)
            case WorkingBlock():
                self._working(block)
            case ChartBlock():
                self._drawn(ChartDrawing(block), _words(block))
            case MapBlock():
                self._drawn(MapDrawing(block), _words(block))
            case DiagramBlock():
                self._drawn(DiagramDrawing(block), _words(block))
            case _:
                prose.insert(self._cursor, [block], self._look)

    def finish(self) -> None:
        """Qt keeps a paragraph after a table or drawing: let the last one take no room."""
        if self._at_fresh():
            made = QTextBlockFormat()
            made.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
            self._cursor.setBlockFormat(made)

    def _quiet(self, block: Paragraph) -> None:
        colour = self._look.palette.warning if block.style == "missing" else self._look.palette.quiet
        self._paragraph("".join(run.text for run in block.runs), colour=colour, italic=block.style == "missing")

    def _paragraph(
        self,
        *words: str | Piece,
        colour: str = "",
        bold: bool = False,
        italic: bool = False,
        left: int = 0,
        after: int = 6,
    ) -> None:
        if not self._at_fresh():
            self._cursor.insertBlock(QTextBlockFormat(), QTextCharFormat())
        made = QTextBlockFormat()
        made.setBottomMargin(after)
        made.setLeftMargin(left)
        self._cursor.setBlockFormat(made)
        letters = self._letters(colour or self._look.palette.text, bold=bold, italic=italic)
        for word in words:
            self._write(word, letters)

    def _write(self, word: str | Piece, letters: QTextCharFormat) -> None:
        """Words, or a piece of a symbol on its line or below it."""
        if isinstance(word, str):
            self._cursor.insertText(word, letters)
            return
        made = QTextCharFormat(letters)
        if word.is_below:
            made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSubScript)
        self._cursor.insertText(word.text, made)

    def _at_fresh(self) -> bool:
        return self._cursor.block().length() <= 1 and self._cursor.block().textList() is None

    def _letters(self, colour: str, *, bold: bool = False, italic: bool = False) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setForeground(QColor(colour))
        made.setFontWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
        made.setFontItalic(italic)
        return made

    # -- tables -------------------------------------------------------------------------------------------------

    def _table(self, block: TableBlock) -> None:
        if block.caption:
            self._paragraph(_words(block), bold=True, after=2)
        if not block.rows and block.empty:
            self._paragraph(block.empty, colour=self._look.palette.quiet, italic=True)
            return
        table = self._new_table(1 + len(block.rows) + len(block.totals), [column.width for column in block.columns])
        for number, column in enumerate(block.columns):
            self._head_cell(table.cellAt(0, number), column.label, column.align)
        for line, row in enumerate((*block.rows, *block.totals), start=1):
            strong = line > len(block.rows)
            for number, cell in enumerate(row[: len(block.columns)]):
                head = block.row_headers and number == 0
                self._value_cell(table.cellAt(line, number), cell, block.columns[number].align, strong=strong or head)
        headed = table.format()
        headed.setHeaderRowCount(1)
        table.setFormat(headed)
        keep_words_whole(table, [column.width for column in block.columns])

    def _new_table(self, rows: int, widths: Sequence[float]) -> QTextTable:
        if not self._at_fresh():
            self._cursor.insertBlock(QTextBlockFormat(), QTextCharFormat())
        self._cursor.setBlockFormat(QTextBlockFormat())
        made = prose.table_format()
        total = sum(widths) or 1
        made.setColumnWidthConstraints(
            [QTextLength(QTextLength.Type.PercentageLength, 100 * width / total) for width in widths]
        )
        made.setTopMargin(2)
        made.setHeaderRowCount(0)
        table = self._cursor.insertTable(rows, max(1, len(widths)), made)
        prose.rule_cells(table, self._look, head=False)
        self._cursor.setPosition(table.lastPosition() + 1)
        return table

    def _head_cell(self, place: QTextTableCell, text: str, align: Align) -> None:
        cursor = self._cell_cursor(place, align)
        cursor.insertText(text, self._letters(self._look.palette.quiet))
        shade = place.format().toTableCellFormat()
        shade.setBackground(QColor(self._look.palette.panel))
        place.setFormat(shade)

    def _value_cell(self, place: QTextTableCell, cell: Cell, align: Align, *, strong: bool) -> None:
        cursor = self._cell_cursor(place, align)
        for run in cell.runs:
            marks: frozenset[Mark] = frozenset({*run.marks, "bold"}) if strong else run.marks
            made = prose.char_format(marks, self._look)
            if cell.trace:
                made.setAnchor(True)
                made.setAnchorHref(f"{SCHEME}{cell.trace}")
            cursor.insertText(run.text, made)
        mark = _mark(cell.origin)
        if mark:
            # Never alone on the next line.
            cursor.insertText(f"\u00a0{mark}", self._letters(self._look.palette.accent))

    def _cell_cursor(self, place: QTextTableCell, align: Align) -> QTextCursor:
        cursor = place.firstCursorPosition()
        made = QTextBlockFormat()
        made.setAlignment(_ALIGN[align])
        cursor.setBlockFormat(made)
        return cursor

    # -- parameters, equations, working -------------------------------------------------------------------------

    def _parameter(self, block: ParameterBlock) -> None:
        self._paragraph(*plain_pieces(block.title), bold=True, after=2)
        table = self._new_table(len(block.rows), LABEL_AND_TEXT) if block.rows else None
        for line, (label, blocks) in enumerate(block.rows):
            if table is not None:
                self._head_cell(table.cellAt(line, 0), label, "left")
                cursor = table.cellAt(line, 1).firstCursorPosition()
                inside = BlockWriter(cursor, self._look, self._drawings)
                for item in blocks:
                    inside.write(item)
                _tighten(table.cellAt(line, 1))
        if table is not None:
            keep_words_whole(table, LABEL_AND_TEXT)

    def _equation(self, block: EquationBlock) -> None:
        self._drawn(EquationDrawing(block), "")
        last = len(block.where) - 1
        for number, (symbol, text) in enumerate(block.where):
            after = 10 if number == last else 1
            self._paragraph(*symbol_pieces(symbol), f"   {text}", colour=self._look.palette.quiet, left=24, after=after)

    def _working(self, block: WorkingBlock) -> None:
        """Title, the equation as it is printed, then the numbers put in and the result as text to be copied."""
        left = 16 * block.depth
        symbol = symbol_pieces(block.symbol_latex) if block.symbol_latex else plain_pieces(block.symbol)
        head: tuple[str | Piece, ...] = (block.title,) if block.title else symbol
        number = f" · {block.number}" if block.number else ""
        self._paragraph(*head, number, colour=self._look.palette.quiet, left=left, after=0)
        result = f"{block.result} {block.unit}".rstrip()
        if len(block.lines) > 1 or (block.lines and not result):
            left_side, right_side = block.lines[0]
            self._drawn(EquationDrawing(EquationBlock(f"{left_side} = {right_side}", "", block.formula)), "")
        if block.substituted and block.substituted not in {block.formula, result}:
            self._paragraph(*symbol, f" = {block.substituted}", left=left + 12, after=0)
        if result:
            self._paragraph(*symbol, f" = {result}", bold=True, left=left + 12, after=2)
        if block.source:
            self._paragraph(block.source, colour=self._look.palette.quiet, left=left + 12, after=6)

    def _drawn(self, drawing: Drawing, caption: str) -> None:
        if caption:
            self._paragraph(caption, bold=True, after=2)
        if not self._at_fresh():
            self._cursor.insertBlock(QTextBlockFormat(), QTextCharFormat())
        made = QTextCharFormat()
        made.setObjectType(DRAWING)
        made.setProperty(NUMBER, self._drawings.add(drawing))
        self._cursor.setBlockFormat(QTextBlockFormat())
        self._cursor.insertText("\ufffc", made)
        self._cursor.insertBlock(QTextBlockFormat(), QTextCharFormat())


def _tighten(cell: QTextTableCell) -> None:
    """Plain leading inside a cell, and no air after its last paragraph."""
    block, last = cell.firstCursorPosition().block(), cell.lastCursorPosition().block()
    while block.isValid() and block.blockNumber() <= last.blockNumber():
        cursor, made = QTextCursor(block), block.blockFormat()
        made.setLineHeight(100, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        made.setBottomMargin(0 if block == last else 3)
        cursor.setBlockFormat(made)
        block = block.next()


def _words(block: Picture | TableBlock) -> str:
    """The caption, with its number where it has one."""
    return "".join(run.text for run in caption_of(block))


def _mark(origin: str) -> str:
    known = {item.value: ORIGIN_MARK[item] for item in Origin if item is not Origin.TYPED}
    return known.get(origin, "")
