"""Cells in rows and columns, as tables and matrices share them: as high as its rows, worked like a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QTableView, QWidget

from ui.editors.cell_delegate import CellDelegate
from ui.editors.column_widths import Letters, Need, fits, shared
from ui.editors.grid_clipboard import read_block, without_heads, written_block
from ui.editors.grid_columns import height_of_heads, needs_of
from ui.editors.grid_pinned import PinnedColumn
from ui.editors.leaving import leave
from ui.editors.pasting import paste
from ui.sideways import FADE, MoreBeside
from ui.style import current_theme
from ui.style.sheet import SMALL

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ui.editors.cell_roles import Index
    from ui.editors.cells import GridModel

LONG = 60
"""More rows than this scroll inside the grid, measured when they are seen; fewer make it as high as they are."""
SIDE = 0.35
"""Of the width, that the heads of rows may take."""
SHOWN = 24
"""Rows in sight of a grid that scrolls inside."""
MOST_PINNED = 0.6
"""Of the width: a first column that is wider does not stay, or there would be no room for the others."""

_WAYS_OUT = frozenset({Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape})
_CONTROL = Qt.KeyboardModifier.ControlModifier


class Grid(QTableView):
    """A table as high as its rows, worked like a spreadsheet."""

    current_changed = Signal(str)
    pasted = Signal(object)
    """What of a block did not find its place (`Pasted`)."""
    row_wanted = Signal()
    row_moved = Signal(int)
    row_removed = Signal()

    def __init__(
        self, model: GridModel, widths: Sequence[float], parent: QWidget | None = None, *, pins_first: bool = False
    ) -> None:
        super().__init__(parent)
        self._widths = list(widths)
        self._pins_first = pins_first
        self._pinned: PinnedColumn | None = None
        self._is_sharing = False
        self._more = [MoreBeside(self, left=left) for left in (True, False)]
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
        head.sectionResized.connect(self._column_moved)
        model.refreshed.connect(self._refreshed)
        self.selectionModel().currentChanged.connect(self._tell_current)
        self.horizontalScrollBar().valueChanged.connect(self._lay_beside)
        self.verticalScrollBar().valueChanged.connect(self._fit_rows_in_sight)
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
            self._grid.side = (self._letters().heads, max(current_theme().px(64), int(self.width() * SIDE)))
            self._share_width()
            self.fit()
        self._lay_beside()

    def fit(self) -> None:
        """Be as high as the rows are; a long series scrolls inside."""
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if self.is_long else policy.ScrollBarAlwaysOff)
        if self.is_long:
            line = self.fontMetrics().height() + 12
            self.verticalHeader().setDefaultSectionSize(line)
            high = SHOWN * line
        else:
            self.resizeRowsToContents()
            high = self.verticalHeader().length()
        widths = [self.columnWidth(column) for column in range(self._grid.columnCount())]
        head = height_of_heads(self._heads(), widths, self._letters().heads)
        self.horizontalHeader().setFixedHeight(head)
        bar = self.horizontalScrollBar().sizeHint().height() if self.is_wide else 0
        self.setFixedHeight(head + high + bar + 4)
        self._fit_rows_in_sight()
        self._lay_beside()

    @property
    def is_long(self) -> bool:
        """True when there are too many rows to show all."""
        return self._grid.rowCount() > LONG

    @property
    def is_wide(self) -> bool:
        """True when the words of all columns need more than the view has."""
        return self.horizontalHeader().length() > self.viewport().width() + 2

    def would_fit(self, width: int) -> bool:
        """True where rows can be read well in a grid of this width."""
        return fits(self._needs(), width - self.verticalHeader().sizeHint().width())

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a cell into sight, and out from below the column that stays."""
        super().scrollTo(index, hint)
        if index.column() > 0 and self.is_wide:
            bar, cell, edge = self.horizontalScrollBar(), self.visualRect(index), current_theme().px(FADE)
            beyond = cell.right() - (self.viewport().width() - edge)
            bar.setValue(bar.value() + max(0, beyond))
            hidden = self._held() + edge - self.visualRect(index).left()
            bar.setValue(bar.value() - max(0, hidden if bar.value() else 0))

    def _held(self) -> int:
        """The width of the column that stays; 0 where none does."""
        stays = self._pins_first and self.horizontalScrollBar().value() > 0
        return self.columnWidth(0) + 1 if stays and self.columnWidth(0) < self.viewport().width() * MOST_PINNED else 0

    def _lay_beside(self) -> None:
        """Keep the first column in sight, and show that there is more."""
        if self._held() and self._pinned is None:
            self._pinned = PinnedColumn(self)
        if self._pinned is not None:
            self._pinned.setVisible(bool(self._held()))
            if self._held():
                self._pinned.lie_over(self._rows_in_sight() if self.is_long else range(self._grid.rowCount()))
        area = self.viewport().geometry().adjusted(self._held(), -self.horizontalHeader().height(), 0, 0)
        head = self.horizontalHeader()
        beyond = head.length() - head.offset() > self.viewport().width() + 2
        for edge, shown in zip(self._more, (head.offset() > 0, beyond), strict=True):
            edge.lie_over(area, shown=shown)

    def _rows_in_sight(self) -> Iterator[int]:
        """Row by row, while their heights may change."""
        row, low = max(0, self.rowAt(0)), self.viewport().height()
        while row < self._grid.rowCount() and self.rowViewportPosition(row) < low:
            yield row
            row += 1

    def _fit_rows_in_sight(self) -> None:
        """Of a long series only what is seen is measured: it would take seconds to measure all."""
        if self.is_long:
            for row in self._rows_in_sight():
                self.setRowHeight(row, self.sizeHintForRow(row))

    def _head(self, column: int) -> str:
        return self._grid.head(column)

    def _heads(self) -> list[str]:
        return [self._head(column) for column in range(self._grid.columnCount())]

    def _share_width(self) -> None:
        self._is_sharing = True
        for column, width in enumerate(shared(self._needs(), self.viewport().width() - 1)):
            self.setColumnWidth(column, width)
        self._is_sharing = False

    def _column_moved(self) -> None:
        """Somebody moved the edge of a column."""
        if not self._is_sharing:
            self.fit()

    def _needs(self) -> list[Need]:
        return needs_of(self._grid, self._widths, self._letters(), LONG)

    def _refreshed(self) -> None:
        """Columns keep their widths while one types, until a word or a figure needs more."""
        if any(self.columnWidth(column) < item.least for column, item in enumerate(self._needs())):
            self._share_width()
        self.fit()

    def _letters(self) -> Letters:
        font = QFont(self.font())
        font.setPixelSize(max(10, round(SMALL * current_theme().scale)))
        return Letters(self.fontMetrics(), QFontMetrics(font), current_theme().scale)

    # -- keys -------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy, paste, clear, move rows; Tab leaves after the last cell, Escape and Ctrl+Tab from any."""
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
        elif event.key() in _WAYS_OUT and (event.modifiers() & _CONTROL or event.key() == Qt.Key.Key_Escape):
            leave(self, forward=event.key() != Qt.Key.Key_Backtab)
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
        if rows:
            # Plain text with tabs, which spreadsheets and word processors read: Qt keeps mime data made in Python
            # until after Python is gone, and ends in a crash.
            QGuiApplication.clipboard().setText(written_block(rows))

    def fill_down(self) -> None:
        """Repeat the uppermost selected cell in those below."""
        if self.selectedIndexes() and not self._grid.is_readonly():
            self._grid.fill_down(self.selectedIndexes())

    def paste(self) -> None:
        """Put a block of cells in, starting at the current one."""
        rows = without_heads(read_block(QGuiApplication.clipboard().text()), self._heads())
        if rows and not self._grid.is_readonly():
            self.pasted.emit(paste(self._grid, self.currentIndex(), rows))

    def _tell_current(self, current: QModelIndex) -> None:
        if current.isValid():
            self.current_changed.emit(self._grid.place(current).path)
