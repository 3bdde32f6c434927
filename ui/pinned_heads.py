"""Tables of a text keep in sight what tells their cells apart: the first column, and the row of headings.

A table that is wider than the text is pushed sideways below its first column, and fades out where it goes on; the
headings stay at the upper edge while the page is scrolled through the table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QTextTable
from PySide6.QtWidgets import QScrollArea, QWidget

from ui.sideways import fade_out
from ui.style import current_theme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPaintEvent, QShowEvent
    from PySide6.QtWidgets import QTextEdit

MOST_PINNED = 0.6
"""Of the width: a first column that is wider does not stay, or there would be no room for the others."""


class PinnedHeads(QWidget):
    """Paints the first columns and the headings over a text that is as high as its words. The mouse goes through it."""

    def __init__(self, view: QTextEdit) -> None:
        super().__init__(view)
        self._view = view
        self._page: QScrollArea | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        view.horizontalScrollBar().valueChanged.connect(self.update)

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the page on which the text stands."""
        super().showEvent(event)
        page = self._page_around()
        if page is not None and page is not self._page:
            self._page = page
            page.verticalScrollBar().valueChanged.connect(self.update)

    def column_of(self, table: QTextTable | None) -> float:
        """The width that the first column of a table covers now; 0 where it does not stay."""
        if table is None or table.columns() < 2 or not self._pushed() or not self._is_wide(table):
            return 0.0
        right = self._cell(table, 0, 1).left() - table.format().cellPadding()
        return right if right < self.width() * MOST_PINNED else 0.0

    def paintEvent(self, event: QPaintEvent) -> None:
        """What stays, table by table."""
        del event
        painter = QPainter(self)
        for table in self._tables():
            self._paint_column(painter, table)
            self._paint_headings(painter, table)
            self._paint_edge(painter, table)
        painter.end()

    def _paint_column(self, painter: QPainter, table: QTextTable) -> None:
        frame, column = self._frame(table), self.column_of(table)
        if column:
            self._copy(painter, QRectF(0, frame.top(), column, frame.height()), QPointF(0, 0))
            painter.fillRect(QRectF(column - 1, frame.top(), 2, frame.height()), QColor(current_theme().palette.edge))

    def _paint_headings(self, painter: QPainter, table: QTextTable) -> None:
        frame, column, head = self._frame(table), self.column_of(table), self._head(table)
        if head:
            by = QPointF(-self._pushed(), self._top() - frame.top())
            self._copy(painter, QRectF(frame.left(), frame.top(), frame.width(), head), by, line=True)
            self._copy(painter, QRectF(0, frame.top(), column, head), QPointF(0, by.y()), line=True)

    def _paint_edge(self, painter: QPainter, table: QTextTable) -> None:
        frame = self._frame(table)
        if not self._is_wide(table):
            return
        column, upper = self.column_of(table), max(frame.top(), float(self._top()))
        seen = QRectF(column, upper, self.width() - column, frame.bottom() - upper)
        if self._pushed() < self._view.horizontalScrollBar().maximum():
            fade_out(painter, seen)
        if self._pushed():
            fade_out(painter, seen, left=True)

    def _copy(self, painter: QPainter, area: QRectF, by: QPointF, *, line: bool = False) -> None:
        """The part of the text in an area, in another place."""
        painter.save()
        painter.translate(by)
        painter.setClipRect(area)
        painter.fillRect(area, QColor(current_theme().palette.ground))
        self._view.document().drawContents(painter, area)
        if line:
            painter.fillRect(area.adjusted(0, area.height() - 1, 0, 0), QColor(current_theme().palette.edge))
        painter.restore()

    def _tables(self) -> Iterator[QTextTable]:
        for frame in self._view.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                yield frame

    def _frame(self, table: QTextTable) -> QRectF:
        return self._view.document().documentLayout().frameBoundingRect(table)

    def _cell(self, table: QTextTable, row: int, column: int) -> QRectF:
        block = table.cellAt(row, column).firstCursorPosition().block()
        return self._view.document().documentLayout().blockBoundingRect(block)

    def _head(self, table: QTextTable) -> float:
        """The height of the headings while they are out of sight and rows below them are not; else 0."""
        if not table.format().headerRowCount() or table.rows() <= 1:
            return 0.0
        frame, top = self._frame(table), self._top()
        high = self._cell(table, 1, 0).top() - table.format().cellPadding() - frame.top()
        return high if frame.top() < top < frame.bottom() - 2 * high else 0.0

    def _is_wide(self, table: QTextTable) -> bool:
        return self._frame(table).width() > self.width()

    def _pushed(self) -> int:
        return self._view.horizontalScrollBar().value()

    def _top(self) -> int:
        """The upper end of what is seen of the text."""
        page = self._page
        return max(0, self.mapFrom(page.viewport(), QPoint(0, 0)).y()) if page is not None else 0

    def _page_around(self) -> QScrollArea | None:
        around = self._view.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        return around
