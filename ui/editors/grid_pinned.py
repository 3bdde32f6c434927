"""The first column of a grid, which stays where it is while the others are pushed sideways below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHeaderView, QTableView

from ui.editors.cell_delegate import CellDelegate

if TYPE_CHECKING:
    from collections.abc import Iterable


class PinnedColumn(QTableView):
    """A picture of the first column over that of the grid; a click into it goes to the column itself."""

    def __init__(self, grid: QTableView) -> None:
        super().__init__(grid)
        self._grid = grid
        self.setModel(grid.model())
        self.setSelectionModel(grid.selectionModel())
        self.setItemDelegate(CellDelegate(self))
        self.setAccessibleName(grid.accessibleName())
        self.setProperty("pinned", True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(grid.horizontalHeader().defaultAlignment())
        grid.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        grid.verticalHeader().sectionResized.connect(self._follow_row)
        self.hide()

    def lie_over(self, rows: Iterable[int]) -> None:
        """Take the place and the heights that the column has in the grid; `rows` are those in sight."""
        grid, side, head = self._grid, self._grid.verticalHeader(), self._grid.horizontalHeader()
        for column in range(1, grid.model().columnCount()):
            self.setColumnHidden(column, True)
        self.setColumnWidth(0, grid.columnWidth(0))
        self.verticalHeader().setDefaultSectionSize(side.defaultSectionSize())
        for row in rows:
            self.setRowHeight(row, grid.rowHeight(row))
        self.horizontalHeader().setFixedHeight(head.height())
        frame = grid.frameWidth()
        high = head.height() + grid.viewport().height()
        self.setGeometry(frame + side.width(), frame, grid.columnWidth(0) + 1, high)
        self.verticalScrollBar().setValue(grid.verticalScrollBar().value())

    def _follow_row(self, row: int, before: int, now: int) -> None:
        del before
        self.setRowHeight(row, now)
