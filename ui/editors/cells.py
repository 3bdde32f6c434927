"""The cells of a table or a matrix: what each shows and says, and what is typed, pasted and filled into it.

A cell is a place of the project like any other: what is typed goes through the gate, what cannot be read stays in
the cell, marked. Blocks of cells are copied and pasted as a spreadsheet does it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics

from forms.errors import UserError
from ui import steps
from ui.cell_words import kept_whole
from ui.editors.cell_reading import CellPlace, CellReading, Shown
from ui.editors.cell_roles import LEFT, MARK_ROLE, PATH_ROLE, RIGHT, WRONG_ROLE, Index, Shape
from ui.labels import wrapped
from ui.style import current_theme

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from forms.answers import Answer, Value
    from ui.editors.base import Spot


class GridModel(QAbstractTableModel):
    """Cells of one field. `refused(error)` tells what a cell could not take."""

    refused = Signal(object)
    converted = Signal(str)
    """How amounts were read that were typed or pasted in another unit."""
    refreshed = Signal()
    _shape: Shape = ((), ())
    """Of the class: a view asks for rows still while all of it is taken down."""

    def __init__(self, spot: Spot, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.spot = spot
        self._heads: list[str] = []
        self._made: dict[int, list[CellPlace]] = {}
        self._shown: dict[tuple[int, int], Shown] = {}
        self.reading = CellReading(spot)
        self.side: tuple[QFontMetrics, int] | None = None
        """Letters of the heads of rows, and the width in which they are broken into lines."""

    def shape(self) -> Shape:
        """What tells the rows apart as they are now, and the columns."""
        raise NotImplementedError

    def cells_of(self, row: int, key: Hashable) -> list[CellPlace]:
        """The cells of one row, which `shape` names `key`."""
        raise NotImplementedError

    def heads(self) -> list[str]:
        """Heads of columns; asked for behind `shape`."""
        raise NotImplementedError

    def side_head(self, row: int) -> str:
        """Head of a row."""
        raise NotImplementedError

    def extend_to(self, rows: int) -> None:
        """Make room for so many rows, if the grid can grow."""

    def is_readonly(self) -> bool:
        """True when nothing may be typed."""
        return False

    def refresh(self) -> None:
        """Read everything again; open editors stay open when the shape is the same."""
        shape = self.shape()
        same = shape == self._shape
        if not same:
            self.beginResetModel()
        self._shape, self._heads = shape, self.heads()
        self._made.clear()
        self._shown.clear()
        if not same:
            self.endResetModel()
        elif self.rowCount() and self.columnCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, self.rowCount() - 1)
        self.refreshed.emit()

    def place(self, index: Index) -> CellPlace:
        """The cell at an index."""
        return self._row(index.row())[index.column()]

    def _row(self, row: int) -> list[CellPlace]:
        """Made when it is first asked for, since of a long series few rows are ever seen."""
        if row not in self._made:
            self._made[row] = self.cells_of(row, self._shape[0][row])
        return self._made[row]

    def head(self, column: int) -> str:
        """The heading of a column."""
        return self._heads[column]

    def kind(self, column: int) -> str:
        """The field type of a column, empty while there are no rows."""
        return self._row(0)[column].asked.type if self.rowCount() else ""

    def index_of(self, path: str) -> QModelIndex:
        """Where a path is; an invalid index when it is not here."""
        for row in range(self.rowCount()):
            for column, cell in enumerate(self._row(row)):
                if cell.path == path:
                    return self.index(row, column)
        return QModelIndex()

    def answer(self, cell: CellPlace) -> Answer | None:
        """The answer in a cell."""
        return self.reading.answer(cell)

    def _shown_at(self, index: Index) -> Shown:
        """What a cell shows; made when it is first asked for, since of a long series few cells are ever seen."""
        at = index.row(), index.column()
        if at not in self._shown:
            self._shown[at] = self.reading.shown(self.place(index))
        return self._shown[at]

    # -- writing ----------------------------------------------------------------------------------------------

    def put_text(self, cell: CellPlace, text: str) -> bool:
        """Read a text and put it in; what cannot be read is kept in the cell and told. True when it was read."""
        binding, document = self.spot.binding, self.spot.document
        unread = {cell.path: ""}
        with binding.unread_of_step(document, unread):
            try:
                if text.strip():
                    binding.project.set(document, cell.path, self.reading.read(text, cell.asked), initiator=self)
                else:
                    binding.project.clear(document, cell.path, initiator=self)
            except UserError as error:
                unread[cell.path] = text
                self.refused.emit(error)
        return not unread[cell.path]

    def put_value(self, cell: CellPlace, value: Value | None) -> None:
        """Put a value in; `None` clears."""
        project, document = self.spot.binding.project, self.spot.document
        with self.spot.binding.unread_of_step(document, {cell.path: ""}):
            if value is None:
                self.spot.binding.attempt(lambda: project.clear(document, cell.path, initiator=self))
            else:
                self.spot.binding.attempt(lambda: project.set(document, cell.path, value, initiator=self))

    def clear_cells(self, indexes: Sequence[Index]) -> None:
        """Empty cells, as one step."""
        with self.spot.binding.project.edit(steps.CLEAR_CELLS, initiator=self):
            for index in indexes:
                self.put_value(self.place(index), None)
        self.refresh()

    def fill_down(self, indexes: Sequence[Index]) -> None:
        """Copy the uppermost cell of each column over the selected ones below; a single row takes the one above."""
        with self.spot.binding.project.edit(steps.FILL_DOWN, initiator=self):
            for column in {index.column() for index in indexes}:
                rows = sorted(index.row() for index in indexes if index.column() == column)
                source = rows[0] if len(rows) > 1 else rows[0] - 1
                if source >= 0:
                    self._copy_down(column, source, [row for row in rows if row != source])
        self.refresh()

    def _copy_down(self, column: int, source: int, rows: Sequence[int]) -> None:
        answer = self.answer(self._row(source)[column])
        for row in rows:
            self.put_value(self._row(row)[column], answer.value if answer else None)

    def tell_converted(self) -> None:
        """Say how amounts were read, the first three of them."""
        words, self.reading.converted = self.reading.converted, []
        more = self.tr(" and {n} more").format(n=len(words) - 3) if len(words) > 3 else ""
        self.converted.emit("; ".join(words[:3]) + more)

    def copied(self, indexes: Sequence[QModelIndex]) -> list[list[str]]:
        """Texts of the smallest block that holds the indexes; numbers as plain digits."""
        if not indexes:
            return []
        rows = sorted({index.row() for index in indexes})
        columns = sorted({index.column() for index in indexes})
        return [[self.reading.plain(self._row(row)[column]) for column in columns] for row in rows]

    # -- Qt ---------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index | None = None) -> int:
        """Rows."""
        return 0 if parent is not None and parent.isValid() else len(self._shape[0])

    def columnCount(self, parent: Index | None = None) -> int:
        """Columns."""
        return 0 if parent is not None and parent.isValid() else len(self._shape[1])

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cells can be typed into unless the field is read-only."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags if self.is_readonly() else flags | Qt.ItemFlag.ItemIsEditable

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:
        """Heads."""
        across = orientation is Qt.Orientation.Horizontal
        if not 0 <= section < (self.columnCount() if across else self.rowCount()):
            return None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._heads[section] if across else self.side_head(section)
        if role == Qt.ItemDataRole.DisplayRole:
            return kept_whole(self._heads[section]) if across else self._in_lines(self.side_head(section))
        if role == Qt.ItemDataRole.TextAlignmentRole and across:
            towards = Qt.AlignmentFlag.AlignRight if self.kind(section) == "number" else Qt.AlignmentFlag.AlignLeft
            return int(towards) | int(Qt.AlignmentFlag.AlignBottom) | int(Qt.TextFlag.TextWordWrap)
        return None

    def _in_lines(self, head: str) -> str:
        return wrapped(head, *self.side) if self.side else head

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell shows and says."""
        if not index.isValid() or index.row() >= len(self._shape[0]):
            return None
        cell, shown_now = self.place(index), self._shown_at(index)
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return shown_now.text
            case Qt.ItemDataRole.TextAlignmentRole:
                return RIGHT if cell.asked.type == "number" else LEFT
            case Qt.ItemDataRole.ToolTipRole:
                return shown_now.wrong or (shown_now.note if shown_now.mark else "")
            case Qt.ItemDataRole.AccessibleTextRole:
                empty = self.tr("empty")
                return f"{cell.name}: {shown_now.text or empty}"
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return shown_now.wrong or shown_now.note
            case Qt.ItemDataRole.ForegroundRole:
                return QColor(current_theme().palette.error) if shown_now.wrong else None
        return {PATH_ROLE: cell.path, MARK_ROLE: shown_now.mark, WRONG_ROLE: shown_now.wrong}.get(role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take what was typed, as text."""
        if role != Qt.ItemDataRole.EditRole or str(value) == self.data(index):
            return False
        self.reading.converted.clear()
        self.put_text(self.place(index), str(value))
        self.tell_converted()
        self.refresh()
        return True

    def type_number(self, index: Index, text: str, decimal_sign: str | None) -> None:
        """Take a typed number, with the decimal sign of its writer when that is known."""
        self.reading.decimal_sign = decimal_sign
        self.setData(index, text)
        self.reading.decimal_sign = None


def grid_of(index: Index) -> GridModel:
    """The cells that an index belongs to.

    Raises:
        TypeError: it is of another model.
    """
    model = index.model()
    if not isinstance(model, GridModel):
        msg = "This index is not of a grid."
        raise TypeError(msg)
    return model
