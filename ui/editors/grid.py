"""Cells in rows and columns, as tables and matrices share them: as high as its rows, worked like a spreadsheet."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QTableView, QWidget

from ui.editors.cell_delegate import CELL_ROOM, CellDelegate
from ui.labels import widest_word
from ui.style import current_theme
from ui.style.sheet import SMALL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.editors.cells import GridModel

LONG = 60
"""More rows than this scroll inside the grid, all of one height; fewer make it as high as they are."""
WIDEST_WORD = 120
"""Device-independent pixels: no word of a cell makes its column wider than this; a web address is cut."""
SIDE = 0.35
"""Of the width, that the heads of rows may take."""
SHOWN = 24
"""Rows in sight of a grid that scrolls inside."""


class Grid(QTableView):
    """A table as high as its rows, worked like a spreadsheet."""

    current_changed = Signal(str)
    pasted_wrong = Signal(int)
    row_wanted = Signal()
    row_moved = Signal(int)
    row_removed = Signal()

    def __init__(self, model: GridModel, widths: Sequence[float], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._widths = list(widths)
        self.setModel(model)
        self._grid = model
        self.setItemDelegate(CellDelegate(self))
        self.setObjectName(model.spot.path)
        self.setAccessibleName(model.spot.name)
        self.setWordWrap(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        head = self.horizontalHeader()
        head.setSectionsClickable(False)
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        side = self.verticalHeader()
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        side.setHighlightSections(False)
        side.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head.sectionResized.connect(self.fit)
        model.refreshed.connect(self._refreshed)
        self.selectionModel().currentChanged.connect(self._tell_current)
        current_theme().changed.connect(self.fit)

    @property
    def grid(self) -> GridModel:
        """The cells."""
        return self._grid

    # -- shape ------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out again."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            # Heads of rows leave most of the width to the cells.
            self._grid.side = (self._head_metrics(), max(current_theme().px(64), int(self.width() * SIDE)))
            self._share_width()
            self.fit()

    def fit(self) -> None:
        """Be as high as the rows are; a long series scrolls inside."""
        head, rows = self._head_height(), self._grid.rowCount()
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if self.is_long else policy.ScrollBarAlwaysOff)
        if self.is_long:
            line = self.fontMetrics().height() + 12
            self.verticalHeader().setDefaultSectionSize(line)
            for row in range(LONG):
                self.setRowHeight(row, line)
            high = SHOWN * line
        else:
            self.resizeRowsToContents()
            high = sum(self.rowHeight(row) for row in range(rows))
        self.horizontalHeader().setFixedHeight(head)
        across = sum(self.columnWidth(column) for column in range(self._grid.columnCount()))
        bar = self.horizontalScrollBar().sizeHint().height() if across > self.viewport().width() + 2 else 0
        self.setFixedHeight(head + high + bar + 4)

    @property
    def is_long(self) -> bool:
        """True when there are too many rows to show all."""
        return self._grid.rowCount() > LONG

    def _head_height(self) -> int:
        """Heads of official forms are long: they wrap."""
        metrics = self._head_metrics()
        flags = int(Qt.TextFlag.TextWordWrap)
        heights = [
            metrics.boundingRect(QRect(0, 0, max(40, self.columnWidth(n) - 14), 400), flags, self._head(n)).height()
            for n in range(self._grid.columnCount())
        ]
        return max(heights, default=18) + 14

    def _head(self, column: int) -> str:
        return str(self._grid.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole) or "")

    def _share_width(self) -> None:
        count, room = self._grid.columnCount(), self.viewport().width() - 1
        widths = (self._widths + [1.0] * count)[:count]
        whole = [max(self._head_width(column), self._widest(column, words=True)) for column in range(count)]
        # Words may be cut before a table has to be pushed sideways; figures never, they would be misread.
        cut = [max(self._head_width(column), self._widest(column, words=False)) for column in range(count)]
        least = cut if sum(cut) <= room < sum(whole) else whole
        spare, total = max(0, room - sum(least)), sum(widths) or 1
        for column, width in enumerate(widths):
            self.setColumnWidth(column, least[column] + int(spare * width / total))

    def _head_width(self, column: int) -> int:
        """So wide that the head needs three lines at most, and no word is cut."""
        metrics, head = self._head_metrics(), self._head(column)
        return max(current_theme().px(64), widest_word(head, metrics) + 18, metrics.horizontalAdvance(head) // 3 + 24)

    def _widest(self, column: int, *, words: bool) -> int:
        """Room for the longest figure in the rows that are seen, or also for the longest word."""
        rows = range(min(self._grid.rowCount(), LONG))
        found = " ".join(str(self._grid.index(row, column).data() or "") for row in rows).split()
        counting = [word for word in found if words or word[0].isdigit()]
        widest = max(map(self.fontMetrics().horizontalAdvance, counting), default=0)
        return min(widest, current_theme().px(WIDEST_WORD)) + CELL_ROOM if widest else 0

    def _refreshed(self) -> None:
        if any(self.columnWidth(n) < self._widest(n, words=False) for n in range(self._grid.columnCount())):
            self._share_width()
        self.fit()

    def _head_metrics(self) -> QFontMetrics:
        font = QFont(self.font())
        font.setPixelSize(max(10, round(SMALL * current_theme().scale)))
        return QFontMetrics(font)

    # -- keys -------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy, paste, clear, move rows; Tab leaves after the last cell."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif QKeySequence(event.keyCombination()) == QKeySequence("Ctrl+D"):
            self.fill_down()
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.row_moved.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() == Qt.Key.Key_Insert:
            self.row_wanted.emit()
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() == Qt.Key.Key_Delete:
            self.row_removed.emit()
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._grid.clear_cells(self.selectedIndexes())
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._may_edit():
            self.edit(self.currentIndex())
        elif event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab} and self._at_edge(event.key()):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Tab)
        else:
            super().keyPressEvent(event)

    def _may_edit(self) -> bool:
        editing = self.state() is QAbstractItemView.State.EditingState
        return self.currentIndex().isValid() and not editing

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Up and down scrolls the page, but for a long grid that one works in."""
        sideways = abs(event.angleDelta().x()) > abs(event.angleDelta().y())
        if sideways or (self.is_long and self.hasFocus() and self._can_scroll(event.angleDelta().y())):
            super().wheelEvent(event)
        else:
            event.ignore()

    def _can_scroll(self, by: int) -> bool:
        bar = self.verticalScrollBar()
        return bar.value() > bar.minimum() if by > 0 else bar.value() < bar.maximum()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Leave the table only from its edge."""
        if self._at_edge(Qt.Key.Key_Tab if forward else Qt.Key.Key_Backtab):
            return QWidget.focusNextPrevChild(self, forward)
        return False

    def closeEditor(self, editor: QWidget, hint: QStyledItemDelegate.EndEditHint) -> None:
        """Tab goes on in the next cell, and from the last one out of the table, not back to the first."""
        hints = QStyledItemDelegate.EndEditHint
        ways = {hints.EditNextItem: (Qt.Key.Key_Tab, True), hints.EditPreviousItem: (Qt.Key.Key_Backtab, False)}
        key, forward = ways.get(hint, (None, False))
        leaves = key is not None and self._at_edge(key)
        super().closeEditor(editor, hints.NoHint if leaves else hint)
        if leaves:
            QWidget.focusNextPrevChild(self, forward)

    def _at_edge(self, key: int) -> bool:
        place = self.currentIndex()
        if not place.isValid():
            return True
        if key == Qt.Key.Key_Tab:
            return place.row() == self._grid.rowCount() - 1 and place.column() == self._grid.columnCount() - 1
        return place.row() == 0 and place.column() == 0

    # -- clipboard --------------------------------------------------------------------------------------------

    def copy(self) -> None:
        """Put the selected cells on the clipboard, for spreadsheets and for word processors."""
        rows = self._grid.copied(self.selectedIndexes())
        if not rows:
            return
        out = io.StringIO()
        csv.writer(out, dialect="excel-tab", lineterminator="\n").writerows(rows)
        # Plain text with tabs, which spreadsheets and word processors read: Qt keeps mime data made in Python until
        # after Python is gone, and ends in a crash.
        QGuiApplication.clipboard().setText(out.getvalue())

    def fill_down(self) -> None:
        """Repeat the uppermost selected cell in those below."""
        if self.selectedIndexes() and not self._grid.is_readonly():
            self._grid.fill_down(self.selectedIndexes())

    def paste(self) -> None:
        """Put a block of cells in, starting at the current one."""
        rows = read_block(QGuiApplication.clipboard().text())
        heads = [self._head(column).casefold() for column in range(self._grid.columnCount())]
        if rows and [text.strip().casefold() for text in rows[0]] == heads[: len(rows[0])]:
            rows = rows[1:]
        if rows and not self._grid.is_readonly():
            self.pasted_wrong.emit(self._grid.paste(self.currentIndex(), rows))

    def _tell_current(self, current: QModelIndex) -> None:
        if current.isValid():
            self.current_changed.emit(self._grid.place(current).path)


def read_block(text: str) -> list[list[str]]:
    """Rows and cells of a copied block; cells in quotes may hold line ends."""
    rows = list(csv.reader(io.StringIO(text.replace("\r\n", "\n")), dialect="excel-tab"))
    return [row for row in rows if row]
