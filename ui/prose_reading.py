"""What a `QTextDocument` holds, as blocks of a narrative.

Marks are kept as a property of the character format, beside the look they give; text that comes from elsewhere has
no such property, and its marks are taken from its look. Empty paragraphs carry nothing and are dropped: Qt puts one
before and after each table, and official forms have space between paragraphs of their own.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextList,
    QTextListFormat,
    QTextTable,
    QTextTableCell,
)

from forms import blocks
from forms.blocks import Align, Block, Cell, Column, Figure, Heading, ListBlock, Mark, Paragraph, Run, Runs, TableBlock
from ui.prose_formats import BITS, CAPTION, FIGURE, KIND, LINK, MARKS, NOTHING_YET
from ui.prose_places import is_in, table_around, table_below

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from forms.answers import Value

Prose = tuple[Block, ...]
_LINE_BREAK = "\u2028"


def notes_in(document: QTextDocument) -> int:
    """How many footnotes a document has."""
    found = (run for block in blocks_of(document) for run in blocks.runs_of(block))
    return sum(run.link.startswith("note:") for run in found)


def only_blocks(value: Value | None) -> Prose:
    """The blocks of a value of type prose; nothing for any other."""
    return tuple(item for item in value if not isinstance(item, str)) if isinstance(value, tuple) else ()


def blocks_of(document: QTextDocument) -> Prose:
    """The narrative that a document holds."""
    return tuple(_read(document))


def _read(document: QTextDocument) -> Iterator[Block]:
    block = document.begin()
    while block.isValid():
        table = table_around(QTextCursor(block))
        if table is not None:
            yield _table(table)
            block = document.findBlock(table.lastPosition() + 1)
        elif (below := table_below(block)) is not None:
            words = "".join(run.text for run in runs_of(block))
            yield replace(_table(below), caption=words, name=block.blockFormat().stringProperty(CAPTION))
            block = document.findBlock(below.lastPosition() + 1)
        elif block.textList() is not None:
            made, block = _list(block)
            yield made
        else:
            yield from _paragraph(block)
            block = block.next()


def _paragraph(block: QTextBlock) -> Iterator[Block]:
    runs = runs_of(block)
    made = block.blockFormat()
    if made.hasProperty(FIGURE):
        yield figure_of(block)
    elif runs and made.headingLevel():
        yield Heading(max(1, min(3, made.headingLevel())), runs)
    elif runs:
        kind = made.property(KIND)
        yield Paragraph(runs, "note" if kind == "note" else "missing" if kind == "missing" else "body")


def figure_of(block: QTextBlock) -> Figure:
    """The figure whose caption a paragraph is."""
    evidence, words = block.blockFormat().property(FIGURE)
    return Figure(str(evidence), "".join(run.text for run in runs_of(block)), str(words))


def _list(block: QTextBlock) -> tuple[ListBlock, QTextBlock]:
    """The list that starts in a paragraph, and the paragraph after it."""
    listed = block.textList()
    ordered = _is_ordered(listed)
    items: list[Runs] = []
    while block.isValid() and is_in(listed, block):
        items.append(runs_of(block))
        block = block.next()
    return ListBlock(ordered, tuple(items)), block


def _is_ordered(listed: QTextList) -> bool:
    return listed.format().style().value <= QTextListFormat.Style.ListDecimal.value


def _table(table: QTextTable) -> TableBlock:
    wide = range(table.columns())
    head = [table.cellAt(0, number) for number in wide]
    columns = tuple(Column("".join(run.text for run in _cell_runs(cell)), align_of(cell)) for cell in head)
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


def align_of(cell: QTextTableCell) -> Align:
    """How the words of a cell are set."""
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
        link = str(letters.property(LINK) or "")
        words = "" if link and text == NOTHING_YET else text
        parts.append(Run(words, marks_of(letters, heading=heading), link))
        place += 1
    return _merged(parts)


def marks_of(made: QTextCharFormat, *, heading: bool = False) -> frozenset[Mark]:
    """Marks of a stretch of letters: as we set them, else as they look."""
    if made.hasProperty(MARKS):
        bits = int(made.intProperty(MARKS))
        return frozenset(mark for mark, bit in BITS.items() if bits & bit)
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
        elif run.text or run.link:
            merged.append(run)
    return tuple(merged)
