"""Tables in a narrative as one works in them: rows and columns come and go, a block of cells is pasted."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor, QTextTable

from forms.blocks import Align, Cell, Column, Heading, ListBlock, Paragraph, Run, Runs, TableBlock, text_run
from ui.prose_formats import CAPTION, ProseLook, paragraph_format
from ui.prose_places import is_fresh, make_plain
from ui.prose_reading import align_of
from ui.prose_writing import ALIGN, fill_cell, rule_cells
from ui.text_tables import SHARES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.prose_reading import Prose

Lines = tuple[tuple[Runs, ...], ...]
"""Words by row and column."""
_FIGURE = re.compile(r"[-–−+]?\d[\d\s,.'’]*\s?%?|[-–—]|n/?a", re.IGNORECASE)


def empty_table(columns: int = 2, rows: int = 2) -> TableBlock:
    """A head, and rows without a word."""
    return TableBlock((Column(""),) * columns, ((Cell(()),) * columns,) * rows)


# -- rows and columns -----------------------------------------------------------------------------------------------


def add_row(table: QTextTable, row: int, look: ProseLook) -> None:
    """A row below this one, its words aligned as in the head."""
    table.insertRows(row + 1, 1)
    for column in range(table.columns()):
        fill_cell(table.cellAt(row + 1, column), (), align_of(table.cellAt(0, column)), look)
    rule_cells(table, look)


def add_column(table: QTextTable, column: int, look: ProseLook) -> None:
    """A column to the right of this one, aligned as it is."""
    align = align_of(table.cellAt(0, column))
    table.insertColumns(column + 1, 1)
    for row in range(table.rows()):
        fill_cell(table.cellAt(row, column + 1), (), align, look, head=row == 0)
    _share_evenly(table)
    rule_cells(table, look)


def remove_row(table: QTextTable, row: int) -> None:
    """Not the head: the words below would become heads, and what is live in them would be lost."""
    if row > 0:
        table.removeRows(row, 1)


def remove_column(table: QTextTable, column: int) -> None:
    """With the last column the table goes."""
    if table.columns() == 1:
        remove_table(table)
    else:
        table.removeColumns(column, 1)
        _share_evenly(table)


def remove_table(table: QTextTable) -> None:
    """The table and its caption; paragraphs before and after it stay apart."""
    cursor = QTextCursor(table.document().findBlock(table.firstPosition() - 1))
    after = table.document().findBlock(table.lastPosition() + 1).blockFormat()
    if cursor.blockFormat().hasProperty(CAPTION):
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        make_plain(cursor)
    elif not is_fresh(cursor.block()):
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        cursor.insertBlock(paragraph_format())
        make_plain(cursor)
    # Qt joins the paragraphs on both sides: the one before is empty now, and the one after keeps its kind.
    table.removeRows(0, table.rows())
    cursor.setBlockFormat(after)


def align_column(table: QTextTable, column: int, align: Align) -> None:
    """Set the words of a column left, right or in the middle."""
    for row in range(table.rows()):
        cell = table.cellAt(row, column)
        cursor = cell.firstCursorPosition()
        cursor.setPosition(cell.lastCursorPosition().position(), QTextCursor.MoveMode.KeepAnchor)
        made = cursor.blockFormat()
        made.setAlignment(ALIGN[align])
        cursor.setBlockFormat(made)


def next_cell(cursor: QTextCursor, table: QTextTable, look: ProseLook, *, forward: bool) -> QTextCursor:
    """The cursor in the next cell, or the one before; from the last cell a row is added."""
    cell = table.cellAt(cursor)
    place = cell.row() * table.columns() + cell.column() + (1 if forward else -1)
    if place >= table.rows() * table.columns():
        add_row(table, table.rows() - 1, look)
    row, column = divmod(max(0, place), table.columns())
    return table.cellAt(row, column).firstCursorPosition()


def _share_evenly(table: QTextTable) -> None:
    """Qt keeps the widths of columns by their place: another number of columns needs others."""
    made = table.format()
    made.clearColumnWidthConstraints()
    made.setProperty(SHARES, [1.0] * table.columns())
    table.setFormat(made)


# -- blocks of cells ------------------------------------------------------------------------------------------------


def cells_in(text: str, *, may_be_words: bool = False) -> list[list[str]]:
    """Rows and cells of a block that a spreadsheet copied; cells in quotes may hold line ends; empty without tabs.

    What `may_be_words` is a block only if it looks like one: a tab stands in lines of prose, too.
    """
    if "\t" not in text:
        return []
    rows = list(csv.reader(io.StringIO(text.strip("\r\n").replace("\r\n", "\n")), dialect="excel-tab"))
    if may_be_words and not _is_block(rows):
        return []
    rows = [row for row in rows if row]
    wide = max(map(len, rows), default=0)
    return [row + [""] * (wide - len(row)) for row in rows]


def _is_block(rows: Sequence[Sequence[str]]) -> bool:
    """Two rows or more, each with as many cells, or three and more columns; indents before paragraphs are none."""
    wide = {len(row) for row in rows}
    is_indented = max(wide) == 2 and not any(row[0].strip() for row in rows if row)
    return len(rows) > 1 and min(wide) > 1 and (len(wide) == 1 or max(wide) > 2) and not is_indented


def table_of(rows: Sequence[Sequence[str]]) -> TableBlock:
    """A table whose first row is the head; columns of figures are set to the right."""
    head, *body = [[text.strip() for text in row] for row in rows]
    aligns = [_align([row[number] for row in body]) for number in range(len(head))]
    columns = tuple(Column(label, align) for label, align in zip(head, aligns, strict=True))
    return TableBlock(columns, tuple(tuple(Cell(text_run(text) if text else ()) for text in row) for row in body))


def _align(texts: Sequence[str]) -> Align:
    filled = [text for text in texts if text]
    return "right" if filled and all(map(_FIGURE.fullmatch, filled)) else "left"


def lines_of(prose: Prose) -> Lines:
    """Words by row and column when these blocks are a table and nothing else; empty when they are not."""
    tables = [block for block in prose if isinstance(block, TableBlock)]
    if len(tables) != 1 or len(prose) != 1:
        return ()
    (table,) = tables
    head = tuple((Run(column.label),) if column.label else () for column in table.columns)
    return (head, *(tuple(cell.runs for cell in row) for row in table.rows))


def fill_block(table: QTextTable, row: int, column: int, lines: Lines, look: ProseLook) -> QTextCursor:
    """Write a block of cells from this one on; rows and columns are added for it. The cursor in its last cell."""
    wide = max(len(line) for line in lines)
    while table.rows() < row + len(lines):
        add_row(table, table.rows() - 1, look)
    while table.columns() < column + wide:
        add_column(table, table.columns() - 1, look)
    for down, line in enumerate(lines):
        for across, runs in enumerate(line):
            cell, is_head = table.cellAt(row + down, column + across), row + down == 0
            fill_cell(cell, runs, align_of(table.cellAt(0, column + across)), look, head=is_head)
    return table.cellAt(row + len(lines) - 1, column + wide - 1).lastCursorPosition()


def plain(runs: Runs) -> str:
    """Words without marks."""
    return "".join(run.text for run in runs)


def in_words(prose: Prose) -> tuple[Runs, ...]:
    """Blocks as lines of words: what fits into a cell or a caption. Pictures are left out."""
    found: list[Runs] = []
    for block in prose:
        match block:
            case TableBlock():
                found += [runs for line in lines_of((block,)) for runs in line]
            case ListBlock(items=items):
                found += items
            case Paragraph(runs=runs) | Heading(runs=runs):
                found.append(runs)
    return tuple(runs for runs in found if runs)
