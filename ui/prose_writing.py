"""Blocks of a narrative into a `QTextDocument`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextList,
    QTextTable,
    QTextTableCell,
    QTextTableCellFormat,
)

from forms.blocks import Align, Block, Figure, Heading, ListBlock, Paragraph, Run, Runs, TableBlock
from ui.prose_formats import (
    CAPTION,
    NOTHING_YET,
    ProseLook,
    caption_format,
    char_format,
    figure_format,
    heading_format,
    linked,
    list_format,
    paragraph_format,
    table_format,
)
from ui.prose_places import is_fresh, make_plain
from ui.text_tables import keep_words_whole

if TYPE_CHECKING:
    from collections.abc import Sequence

_LINE_BREAK = "\u2028"
# Qt uses these inside a document: ends of paragraphs, borders of tables, places of pictures.
_RESERVED = {ord(sign): None for sign in "\x00\u2029\ufdd0\ufdd1\ufffc"} | {ord("\n"): _LINE_BREAK, ord("\r"): None}
ALIGN: dict[Align, Qt.AlignmentFlag] = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "right": Qt.AlignmentFlag.AlignRight,
    "center": Qt.AlignmentFlag.AlignHCenter,
}


def write(document: QTextDocument, prose: Sequence[Block], look: ProseLook) -> None:
    """Replace what a document holds by the blocks; its undo stays off."""
    document.setUndoRedoEnabled(False)
    document.clear()
    insert(QTextCursor(document), prose, look)


def insert(cursor: QTextCursor, prose: Sequence[Block], look: ProseLook) -> None:
    """Put blocks in at the cursor; the cursor ends after them."""
    cursor.beginEditBlock()
    for block in prose:
        _insert_block(cursor, block, look)
    cursor.endEditBlock()


def _insert_block(cursor: QTextCursor, block: Block, look: ProseLook) -> None:
    match block:
        case Paragraph(runs=runs, style=style):
            _begin(cursor, paragraph_format(style))
            insert_words(cursor, runs, look)
        case Heading(level=level, runs=runs):
            _begin(cursor, heading_format(level))
            insert_words(cursor, runs, look, heading=level)
        case Figure():
            _begin(cursor, figure_format(block))
            cursor.insertText(_clean(block.caption), char_format(frozenset({"italic"}), look))
        case ListBlock(ordered=ordered, items=items):
            _insert_list(cursor, items, look, ordered=ordered)
        case TableBlock():
            insert_table(cursor, block, look)
        case _:
            return


def _begin(cursor: QTextCursor, made: QTextBlockFormat) -> None:
    """A fresh paragraph at the cursor: the one it stands in if that is empty and plain."""
    if not is_fresh(cursor.block()):
        cursor.insertBlock(made, QTextCharFormat())
        make_plain(cursor)
    cursor.setBlockFormat(made)


def _insert_list(cursor: QTextCursor, items: Sequence[Runs], look: ProseLook, *, ordered: bool) -> None:
    made: QTextList | None = None
    for runs in items:
        if made is None:
            _begin(cursor, paragraph_format("body"))
            made = cursor.createList(list_format(ordered=ordered))
        else:
            cursor.insertBlock()
            if cursor.block().textList() is None:
                made.add(cursor.block())
        insert_words(cursor, runs, look)


# -- tables ---------------------------------------------------------------------------------------------------------


def insert_table(cursor: QTextCursor, block: TableBlock, look: ProseLook) -> QTextTable:
    """Put a table in at the cursor, its caption above it; the cursor ends in the paragraph after it."""
    _begin(cursor, QTextBlockFormat())
    table = cursor.insertTable(1 + len(block.rows), max(1, len(block.columns)), table_format())
    for number, column in enumerate(block.columns):
        fill_cell(table.cellAt(0, number), (Run(column.label),), column.align, look, head=True)
    for line, row in enumerate(block.rows, start=1):
        for number, cell in enumerate(row[: len(block.columns)]):
            fill_cell(table.cellAt(line, number), cell.runs, block.columns[number].align, look)
    rule_cells(table, look)
    keep_words_whole(table, [1.0] * table.columns())
    if block.caption or block.name:
        give_caption(table, block.name).insertText(_clean(block.caption), char_format(frozenset({"bold"}), look))
    cursor.setPosition(table.lastPosition() + 1)
    return table


def give_caption(table: QTextTable, name: str) -> QTextCursor:
    """The cursor in the caption of a table, which gets one with this name where it has none.

    Qt keeps a paragraph before each table: an empty one becomes the caption.
    """
    cursor = QTextCursor(table.document().findBlock(table.firstPosition() - 1))
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    if not cursor.blockFormat().hasProperty(CAPTION):
        _begin(cursor, caption_format(name))
    return cursor


def rule_cells(table: QTextTable, look: ProseLook, *, head: bool = True) -> None:
    """A hairline below every row, a shade behind the head."""
    for row in range(table.rows()):
        for column in range(table.columns()):
            made = QTextTableCellFormat()
            made.setBottomBorder(1)
            made.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
            made.setBottomBorderBrush(QColor(look.palette.hairline))
            if head and row == 0:
                made.setBackground(QColor(look.palette.panel))
            table.cellAt(row, column).setFormat(made)


def fill_cell(cell: QTextTableCell, runs: Runs, align: Align, look: ProseLook, *, head: bool = False) -> None:
    """Write the words of a cell; what stood there goes."""
    cursor = cell.firstCursorPosition()
    cursor.setPosition(cell.lastCursorPosition().position(), QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    made = QTextBlockFormat()
    made.setAlignment(ALIGN[align])
    cursor.setBlockFormat(made)
    insert_words(cursor, runs, look, head=head)


# -- words ----------------------------------------------------------------------------------------------------------


def insert_words(cursor: QTextCursor, runs: Runs, look: ProseLook, *, heading: int = 0, head: bool = False) -> None:
    """Put words with their marks into the paragraph at the cursor."""
    plain = char_format(frozenset(), look, heading=heading, head=head)
    cursor.setBlockCharFormat(plain)
    for run in runs:
        made = char_format(run.marks, look, heading=heading, head=head)
        if run.link:
            cursor.insertText(_clean(run.text) or NOTHING_YET, linked(made, run.link, look))
        else:
            cursor.insertText(_clean(run.text), made)
    cursor.setCharFormat(plain)


def _clean(text: str) -> str:
    return text.translate(_RESERVED)
