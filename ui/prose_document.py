"""Blocks of a narrative to a `QTextDocument` and back, without loss.

Marks are kept as a property of the character format, beside the look they give; text that comes from elsewhere has
no such property, and its marks are taken from its look. Empty paragraphs carry nothing and are dropped: Qt puts one
before and after each table, and official forms have space between paragraphs of their own.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextList,
    QTextListFormat,
    QTextTable,
    QTextTableCell,
    QTextTableCellFormat,
    QTextTableFormat,
)

from forms import blocks
from forms.blocks import Align, Block, Cell, Column, Figure, Heading, ListBlock, Mark, Paragraph, Run, Runs, TableBlock

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from forms.answers import Value
    from ui.style.palette import Palette

Prose = tuple[Block, ...]

MARKS = QTextFormat.Property.UserProperty.value + 1
KIND = QTextFormat.Property.UserProperty.value + 2
FIGURE = QTextFormat.Property.UserProperty.value + 3
LINK = QTextFormat.Property.UserProperty.value + 4
CAPTION = QTextFormat.Property.UserProperty.value + 5
_BITS: dict[Mark, int] = {"bold": 1, "italic": 2, "sub": 4, "sup": 8}
_LINE_BREAK = "\u2028"
# Stands for what is inserted while nothing is answered there.
_NOTHING_YET = "…"
# Qt uses these inside a document: ends of paragraphs, borders of tables, places of pictures.
_RESERVED = {ord(sign): None for sign in "\x00\u2029\ufdd0\ufdd1\ufffc"} | {ord("\n"): _LINE_BREAK, ord("\r"): None}
_ALIGN: dict[Align, Qt.AlignmentFlag] = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "right": Qt.AlignmentFlag.AlignRight,
    "center": Qt.AlignmentFlag.AlignHCenter,
}


@dataclass(frozen=True)
class ProseLook:
    """Colours and the size of type that a document is written with."""

    palette: Palette
    pixels: int


# -- blocks to document ---------------------------------------------------------------------------------------------


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
            _insert_runs(cursor, runs, look)
        case Heading(level=level, runs=runs):
            _begin(cursor, heading_format(level))
            _insert_runs(cursor, runs, look, heading=level)
        case Figure():
            _begin(cursor, figure_format(block))
            cursor.insertText(_clean(block.caption), char_format(frozenset({"italic"}), look))
        case ListBlock(ordered=ordered, items=items):
            _insert_list(cursor, items, look, ordered=ordered)
        case TableBlock():
            insert_table(cursor, block, look)
        case _:
            return


def insert_words(cursor: QTextCursor, runs: Runs, look: ProseLook, *, heading: int = 0) -> None:
    """Put words with their marks into the paragraph at the cursor."""
    _insert_runs(cursor, runs, look, heading=heading)


def notes_in(document: QTextDocument) -> int:
    """How many footnotes a document has."""
    found = (run for block in blocks_of(document) for run in blocks.runs_of(block))
    return sum(run.link.startswith("note:") for run in found)


def only_blocks(value: Value | None) -> Prose:
    """The blocks of a value of type prose; nothing for any other."""
    return tuple(item for item in value if not isinstance(item, str)) if isinstance(value, tuple) else ()


def _begin(cursor: QTextCursor, made: QTextBlockFormat) -> None:
    """A fresh paragraph at the cursor: the one it stands in if that is empty and plain."""
    block = cursor.block()
    if block.length() > 1 or block.textList() is not None or block.blockFormat().hasProperty(KIND):
        cursor.insertBlock(made, QTextCharFormat())
        listed = cursor.block().textList()
        if listed is not None:
            listed.remove(cursor.block())
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
        _insert_runs(cursor, runs, look)


def insert_table(cursor: QTextCursor, block: TableBlock, look: ProseLook) -> QTextTable:
    """Put a table in at the cursor, its caption above it; the cursor ends in the paragraph after it."""
    _begin(cursor, QTextBlockFormat())
    table = cursor.insertTable(1 + len(block.rows), max(1, len(block.columns)), table_format())
    for number, column in enumerate(block.columns):
        _fill_cell(table.cellAt(0, number), (Run(column.label),), column.align, look, head=True)
    for line, row in enumerate(block.rows, start=1):
        for number, cell in enumerate(row[: len(block.columns)]):
            _fill_cell(table.cellAt(line, number), cell.runs, block.columns[number].align, look)
    rule_cells(table, look)
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


def _fill_cell(cell: QTextTableCell, runs: Runs, align: Align, look: ProseLook, *, head: bool = False) -> None:
    cursor = cell.firstCursorPosition()
    made = QTextBlockFormat()
    made.setAlignment(_ALIGN[align])
    cursor.setBlockFormat(made)
    _insert_runs(cursor, runs, look, head=head)


def _insert_runs(cursor: QTextCursor, runs: Runs, look: ProseLook, *, heading: int = 0, head: bool = False) -> None:
    plain = char_format(frozenset(), look, heading=heading, head=head)
    cursor.setBlockCharFormat(plain)
    for run in runs:
        made = char_format(run.marks, look, heading=heading, head=head)
        if run.link:
            cursor.insertText(_clean(run.text) or _NOTHING_YET, _linked(made, run.link, look))
        else:
            cursor.insertText(_clean(run.text), made)
    cursor.setCharFormat(plain)


def _linked(made: QTextCharFormat, link: str, look: ProseLook) -> QTextCharFormat:
    """Letters that show something live: in the accent colour, with what they are in the tip."""
    made.setProperty(LINK, link)
    made.setForeground(QColor(look.palette.accent))
    made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    made.setToolTip(link.removeprefix("note:"))
    if link.startswith("note:"):
        made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
    return made


def _clean(text: str) -> str:
    return text.translate(_RESERVED)


# -- formats --------------------------------------------------------------------------------------------------------


def paragraph_format(style: str = "body") -> QTextBlockFormat:
    """A paragraph with air after it."""
    made = QTextBlockFormat()
    made.setBottomMargin(7)
    made.setLineHeight(128, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if style != "body":
        made.setProperty(KIND, style)
    return made


def heading_format(level: int) -> QTextBlockFormat:
    """A heading inside a narrative."""
    made = QTextBlockFormat()
    made.setHeadingLevel(level)
    made.setTopMargin(10)
    made.setBottomMargin(4)
    made.setProperty(KIND, "heading")
    return made


def figure_format(figure: Figure) -> QTextBlockFormat:
    """The caption of a picture; the picture is named in a property."""
    made = paragraph_format("figure")
    made.setLeftMargin(16)
    made.setProperty(FIGURE, [figure.evidence, figure.alternative_text])
    return made


def caption_format(name: str) -> QTextBlockFormat:
    """The caption above a table; the name of the table is kept in a property."""
    made = paragraph_format("caption")
    made.setBottomMargin(2)
    made.setProperty(CAPTION, name)
    return made


def list_format(*, ordered: bool) -> QTextListFormat:
    """Bullets or numbers."""
    made = QTextListFormat()
    style = QTextListFormat.Style
    made.setStyle(style.ListDecimal if ordered else style.ListDisc)
    return made


def table_format() -> QTextTableFormat:
    """Hairlines, the first row repeated as head."""
    made = QTextTableFormat()
    made.setHeaderRowCount(1)
    made.setBorder(0)
    made.setCellPadding(4)
    made.setCellSpacing(0)
    made.setTopMargin(4)
    made.setBottomMargin(10)
    made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    return made


def char_format(marks: frozenset[Mark], look: ProseLook, *, heading: int = 0, head: bool = False) -> QTextCharFormat:
    """Letters with these marks."""
    made = QTextCharFormat()
    made.setProperty(MARKS, sum(_BITS[mark] for mark in marks))
    made.setForeground(QColor(look.palette.quiet if head else look.palette.text))
    made.setFontWeight(QFont.Weight.Bold if "bold" in marks or heading else QFont.Weight.Normal)
    made.setFontItalic("italic" in marks)
    if heading:
        made.setProperty(QTextFormat.Property.FontPixelSize, look.pixels + (3 if heading == 1 else 1))
    alignment = QTextCharFormat.VerticalAlignment
    if "sup" in marks:
        made.setVerticalAlignment(alignment.AlignSuperScript)
    elif "sub" in marks:
        made.setVerticalAlignment(alignment.AlignSubScript)
    return made


# -- document to blocks ---------------------------------------------------------------------------------------------


def blocks_of(document: QTextDocument) -> Prose:
    """The narrative that a document holds."""
    return tuple(_read(document))


def _read(document: QTextDocument) -> Iterator[Block]:
    block = document.begin()
    while block.isValid():
        table = _outermost_table(block)
        if table is not None:
            yield _table(table)
            block = document.findBlock(table.lastPosition() + 1)
        elif (below := _table_below_caption(block)) is not None:
            words = "".join(run.text for run in runs_of(block))
            yield replace(_table(below), caption=words, name=block.blockFormat().stringProperty(CAPTION))
            block = document.findBlock(below.lastPosition() + 1)
        elif block.textList() is not None:
            made, block = _list(block)
            yield made
        else:
            yield from _paragraph(block)
            block = block.next()


def _outermost_table(block: QTextBlock) -> QTextTable | None:
    frame = QTextCursor(block).currentFrame()
    found: QTextTable | None = None
    while frame is not None:
        if isinstance(frame, QTextTable):
            found = frame
        frame = frame.parentFrame()
    return found


def _table_below_caption(block: QTextBlock) -> QTextTable | None:
    """The table of which a paragraph is the caption; `None` when it is not one, or its table is gone."""
    is_caption = block.blockFormat().hasProperty(CAPTION) and block.next().isValid()
    return _outermost_table(block.next()) if is_caption else None


def _paragraph(block: QTextBlock) -> Iterator[Block]:
    runs = runs_of(block)
    made = block.blockFormat()
    if made.hasProperty(FIGURE):
        evidence, words = made.property(FIGURE)
        yield Figure(str(evidence), "".join(run.text for run in runs), str(words))
    elif runs and made.headingLevel():
        yield Heading(max(1, min(3, made.headingLevel())), runs)
    elif runs:
        kind = made.property(KIND)
        yield Paragraph(runs, "note" if kind == "note" else "missing" if kind == "missing" else "body")


def _list(block: QTextBlock) -> tuple[ListBlock, QTextBlock]:
    """The list that starts in a paragraph, and the paragraph after it."""
    listed = block.textList()
    ordered = _is_ordered(listed)
    items: list[Runs] = []
    while block.isValid() and _same_list(block.textList(), listed):
        items.append(runs_of(block))
        block = block.next()
    return ListBlock(ordered, tuple(items)), block


def _same_list(one: QTextList | None, other: QTextList) -> bool:
    return one is not None and one.objectIndex() == other.objectIndex()


def _is_ordered(listed: QTextList) -> bool:
    return listed.format().style().value <= QTextListFormat.Style.ListDecimal.value


def _table(table: QTextTable) -> TableBlock:
    wide = range(table.columns())
    head = [table.cellAt(0, number) for number in wide]
    columns = tuple(Column("".join(run.text for run in _cell_runs(cell)), _cell_align(cell)) for cell in head)
    rows = tuple(
        tuple(Cell(_cell_runs(cell) if (cell.row(), cell.column()) == (line, number) else ()) for number, cell in cells)
        for line, cells in ((line, [(n, table.cellAt(line, n)) for n in wide]) for line in range(1, table.rows()))
    )
    return TableBlock(columns, rows)


def _cell_runs(cell: QTextTableCell) -> Runs:
    """All paragraphs of a cell in one, a line each."""
    first, last = cell.firstCursorPosition().block(), cell.lastCursorPosition().blockNumber()
    parts: list[Run] = []
    block = first
    while block.isValid() and block.blockNumber() <= last:
        if block.blockNumber() > first.blockNumber():
            parts.append(Run("\n"))
        parts += runs_of(block)
        block = block.next()
    return _merged(parts)


def _cell_align(cell: QTextTableCell) -> Align:
    flags = cell.firstCursorPosition().blockFormat().alignment()
    if flags & Qt.AlignmentFlag.AlignRight:
        return "right"
    return "center" if flags & Qt.AlignmentFlag.AlignHCenter else "left"


def runs_of(block: QTextBlock) -> Runs:
    """The words of a paragraph with their marks."""
    heading = bool(block.blockFormat().headingLevel())
    parts: list[Run] = []
    place = block.begin()
    while not place.atEnd():
        fragment = place.fragment()
        text = fragment.text().replace(_LINE_BREAK, "\n").replace("\ufffc", "")
        letters = fragment.charFormat()
        parts.append(Run(text, marks_of(letters, heading=heading), str(letters.property(LINK) or "")))
        place += 1
    return _merged(parts)


def marks_of(made: QTextCharFormat, *, heading: bool = False) -> frozenset[Mark]:
    """Marks of a stretch of letters: as we set them, else as they look."""
    if made.hasProperty(MARKS):
        bits = int(made.intProperty(MARKS))
        return frozenset(mark for mark, bit in _BITS.items() if bits & bit)
    found: set[Mark] = set()
    if made.fontWeight() >= QFont.Weight.DemiBold and not heading:
        found.add("bold")
    if made.fontItalic():
        found.add("italic")
    alignment = QTextCharFormat.VerticalAlignment
    if made.verticalAlignment() is alignment.AlignSubScript:
        found.add("sub")
    if made.verticalAlignment() is alignment.AlignSuperScript:
        found.add("sup")
    return frozenset(found)


def _merged(parts: Sequence[Run]) -> Runs:
    merged: list[Run] = []
    for run in parts:
        if merged and (merged[-1].marks, merged[-1].link) == (run.marks, run.link):
            merged[-1] = Run(merged[-1].text + run.text, run.marks, run.link)
        elif run.text:
            merged.append(run)
    return tuple(merged)
