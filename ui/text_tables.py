"""Tables in a text: columns as wide as they were meant, but never so narrow that a word or a figure is broken.

Where there is not room for all words the table is wider than the text, which is then pushed sideways.

Qt takes the shares as they are given and breaks words that do not fit: 54,183 would become 54,18 and 3.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QFontMetrics, QTextFormat, QTextLength, QTextTable

from ui.cell_words import pieces

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QTextDocument, QTextFrame, QTextTableCell, QTextTableFormat

SHARES = QTextFormat.Property.UserProperty + 41
LEAST = QTextFormat.Property.UserProperty + 42
MOST_ROWS = 60
"""Of a longer table the first rows tell how wide the words are."""
AIR, LEAST_AIR = 6, 2
"""Beside the words of a cell and its padding, where there is room for it; without any a figure would be broken."""
ROUNDED = 1
"""Qt rounds columns up: a table that took the whole width would be wider than the text by so much."""


def keep_words_whole(table: QTextTable, shares: Sequence[float]) -> None:
    """Remember the shares of the columns and how wide their words are, once the table is written."""
    made = table.format()
    least = [_least(table, column) for column in range(table.columns())]
    if made.property(SHARES) != list(shares) or made.property(LEAST) != least:
        made.setProperty(SHARES, list(shares))
        made.setProperty(LEAST, least)
        table.setFormat(made)


def measure(document: QTextDocument) -> None:
    """Remember anew how wide the words are in the tables that were remembered, once somebody wrote in them."""
    for table in document.rootFrame().childFrames():
        if isinstance(table, QTextTable) and (shares := table.format().property(SHARES)):
            keep_words_whole(table, [*shares, *[1.0] * table.columns()][: table.columns()])


def widen(table: QTextTable, cell: QTextTableCell) -> bool:
    """Remember that the words of a cell became wider; false where its column has room for them."""
    made = table.format()
    least = [float(width) for width in made.property(LEAST) or []]
    wanted = _widest(table, [cell]) + 2 * made.cellPadding()
    if cell.column() >= len(least) or wanted <= least[cell.column()]:
        return False
    least[cell.column()] = wanted
    made.setProperty(LEAST, least)
    table.setFormat(made)
    return True


def fit(document: QTextDocument) -> None:
    """Share out the width of the text among the columns of every table that was remembered."""
    _fit_inside(document.rootFrame(), document.textWidth() - 2 * document.documentMargin())


def widths(shares: Sequence[float], least: Sequence[float], room: float) -> list[float]:
    """Each column its share, or what its words need at least, in the unit of `room`.

    They fill the room, and are wider only where the words of all columns need more.
    """
    if sum(least) >= room:
        return list(least)
    held: set[int] = set()
    while True:
        rest = room - sum(least[column] for column in held)
        free = sum(share for column, share in enumerate(shares) if column not in held) or 1
        made = [least[n] if n in held else rest * share / free for n, share in enumerate(shares)]
        narrow = {n for n, width in enumerate(made) if n not in held and width < least[n]}
        if not narrow:
            return made
        held |= narrow


def _fit_inside(frame: QTextFrame, room: float) -> None:
    for table in frame.childFrames():
        if isinstance(table, QTextTable):
            made = _fit_table(table, room)
            for inner in table.childFrames():
                column = table.cellAt(inner.firstPosition()).column()
                _fit_inside_cell(inner, made[column] - 2 * table.format().cellPadding())


def _fit_inside_cell(frame: QTextFrame, room: float) -> None:
    if isinstance(frame, QTextTable):
        _fit_table(frame, room)


def _fit_table(table: QTextTable, room: float) -> list[float]:
    """Give the columns their widths, and return them."""
    made = table.format()
    shares, least = made.property(SHARES), made.property(LEAST)
    if not shares or room <= 0:
        return [room / max(1, table.columns())] * table.columns()
    fitted = widths(shares, _airy(least, room), room)
    whole = sum(fitted)
    wanted = [QTextLength(QTextLength.Type.PercentageLength, 100 * width / whole) for width in fitted]
    length = QTextLength.Type
    share = 100 * (room - ROUNDED) / room
    wide = QTextLength(length.FixedLength, whole) if whole > room else QTextLength(length.PercentageLength, share)
    if not _is_as(made, wide, wanted):
        made.setColumnWidthConstraints(wanted)
        made.setWidth(wide)
        table.setFormat(made)
    return fitted


def _airy(least: Sequence[float], room: float) -> list[float]:
    """The least widths with air beside the words; with less than would push the table out of its room."""
    air = max(float(LEAST_AIR), min(float(AIR), (room - sum(least)) / len(least)))
    return [width + air for width in least]


def _is_as(made: QTextTableFormat, wide: QTextLength, columns: Sequence[QTextLength]) -> bool:
    before = made.columnWidthConstraints()
    near = all(abs(a.rawValue() - b.rawValue()) < 0.1 for a, b in zip(columns, before, strict=False))
    return near and made.width() == wide


def _least(table: QTextTable, column: int) -> float:
    """The widest word of the column, or the table inside one of its cells."""
    cells = [table.cellAt(row, column) for row in range(min(table.rows(), MOST_ROWS))]
    words = _widest(table, cells)
    inner = max((_whole(held) for held in _inside(table, column)), default=0.0)
    return max(words, inner) + 2 * table.format().cellPadding()


def _whole(table: QTextTable) -> float:
    """The least width of a table that was remembered; 0 for any other."""
    least = [float(width) for width in table.format().property(LEAST) or []]
    return sum(least) + LEAST_AIR * len(least)


def _widest(table: QTextTable, cells: Sequence[QTextTableCell]) -> int:
    return max((_width(word, table, bold=bold) for cell in cells for word, bold in _words(cell)), default=0)


def _inside(table: QTextTable, column: int) -> Iterator[QTextTable]:
    for held in table.childFrames():
        if isinstance(held, QTextTable) and table.cellAt(held.firstPosition()).column() == column:
            yield held


def _words(cell: QTextTableCell) -> Iterator[tuple[str, bool]]:
    """The words of a cell, and whether they are bold; a figure and its mark are one word."""
    block, end = cell.firstCursorPosition().block(), cell.lastCursorPosition().position()
    while block.isValid() and block.position() <= end:
        fragments = block.begin()
        is_bold = not fragments.atEnd() and fragments.fragment().charFormat().fontWeight() >= QFont.Weight.Bold
        for word in pieces(block.text()):
            yield word, is_bold
        block = block.next()


def _width(word: str, table: QTextTable, *, bold: bool) -> int:
    dressed = QFont(table.document().defaultFont())
    dressed.setBold(bold)
    return QFontMetrics(dressed).horizontalAdvance(word)
