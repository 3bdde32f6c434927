"""Tables: rows that come, go and move; as a grid, or a record below the other where there are many columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from forms.definition import Column, Field
from forms.fieldpath import cell_path, parse
from ui.dialogs.import_series import import_series
from ui.editors.base import Editor, Spot, accessible_name
from ui.editors.cell_reading import CellPlace
from ui.editors.cells import GridModel
from ui.editors.grid import Grid
from ui.editors.pasting import Pasted, tell
from ui.editors.row_verbs import FileDrops, RowVerbs
from ui.editors.sites import SiteFiles, holds_sites
from ui.editors.table_parts import EmptyTable, RowTools
from ui.editors.table_shape import column_head, shown_columns, table_field

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from forms.answers import Answer
    from forms.fieldtypes import Asked
    from ui.editors.cell_roles import Shape


class RowsModel(GridModel):
    """Rows of a table field."""

    def __init__(self, spot: Spot, field: Field, parent: QObject | None = None) -> None:
        super().__init__(spot, parent)
        self._field = field
        self._columns = shown_columns(field)
        self.readonly = False

    def keys(self) -> tuple[str, ...]:
        """Row keys in order."""
        return self.spot.binding.read.rows(self.spot.path, self.spot.document)

    def shape(self) -> Shape:
        """Row keys, and the keys of columns."""
        return self.keys(), tuple(column.key for column in self._columns)

    def cells_of(self, row: int, key: Hashable) -> list[CellPlace]:
        """One cell a column."""
        return [self._cell(str(key), column, row + 1) for column in self._columns]

    def heads(self) -> list[str]:
        """Labels with units."""
        return [column_head(column) for column in self._columns]

    def side_head(self, row: int) -> str:
        """Rows by number."""
        return str(row + 1)

    def index_of(self, path: str) -> QModelIndex:
        """Where a path is; an invalid index when it is not here."""
        (keys, columns), place = self.shape(), parse(path)
        if place.row not in keys or place.column not in columns:
            return QModelIndex()
        return self.index(keys.index(place.row), columns.index(place.column))

    def extend_to(self, rows: int) -> None:
        """Add rows at the end."""
        missing = rows - len(self.keys())
        if missing > 0:
            self.spot.binding.project.add_rows(self.spot.document, self.spot.path, missing, initiator=self)

    def is_readonly(self) -> bool:
        """As the field says."""
        return self.readonly

    def _cell(self, key: str, column: Column, row: int) -> CellPlace:
        name = self.tr("{column}, row {row}").format(column=accessible_name(column.label, column.unit), row=row)
        return CellPlace(cell_path(self.spot.path, key, column.key), column, name)


class TableEditor(Editor):
    """A table as a grid."""

    RANK = 1
    COMPOUND = True

    def __init__(self, spot: Spot, parent: QWidget | None = None) -> None:
        super().__init__(spot, parent)
        field = table_field(spot.asked)
        self.model = RowsModel(spot, field, self)
        self.grid = Grid(self.model, [column.width for column in shown_columns(field)], self, pins_first=True)
        self.verbs = RowVerbs(spot, self)
        self.drops = FileDrops(self, self.verbs)
        self.drops.attached.connect(self._attached)
        self.setFocusProxy(self.grid)
        self._places = SiteFiles(self) if holds_sites(spot.asked) else None
        self._empty = EmptyTable(field, self._add, self, paste=self.grid.paste)
        self._tools = RowTools(self)
        if self._places is not None:
            self._places.added.connect(self._attached)
            self._empty.offer(self.tr("Import KML or GeoJSON"), self._places.choose)
        self._empty.offer(self.tr("Import CSV or XLSX"), self._import)
        for name, text, do in self._commands():
            self._tools.add(name, text, do)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self._empty, self.grid, self._tools):
            column.addWidget(part)
        self.grid.current_changed.connect(self.current_changed)
        self.grid.pasted.connect(self._tell_paste)
        self.grid.row_wanted.connect(self._add_below)
        self.grid.row_moved.connect(self._move)
        self.grid.row_removed.connect(self._remove)
        self.model.refused.connect(self._tell_refused)
        self.model.converted.connect(self.echoed)
        self.show_answer(spot.answer)

    @classmethod
    def suits(cls, asked: Asked) -> bool:
        """Tables with few columns."""
        return isinstance(asked, Field) and asked.type == "table"

    def show_answer(self, answer: Answer | None) -> None:
        """Show the rows."""
        del answer
        self.model.refresh()
        empty = not self.model.rowCount()
        self._empty.setVisible(empty)
        self.grid.setVisible(not empty)
        self._tools.setVisible(not empty and not self.model.readonly)
        self.setFocusProxy(self._empty.button if empty else self.grid)

    def set_readonly(self, readonly: bool) -> None:
        """Rows can be copied still."""
        self.model.readonly = self.drops.readonly = readonly
        if self._places is not None:
            self._places.readonly = readonly
        self._tools.setVisible(not readonly and bool(self.model.rowCount()))
        self._empty.set_readonly(readonly=readonly)

    def has_pending(self) -> bool:
        """True after cells took text that could not be read, and nothing else was done since."""
        return self.spot.binding.has_loose_text

    def take_back(self) -> bool:
        """Take such text out of the cells again."""
        taken = self.spot.binding.take_back_unread()
        if taken:
            self.show_answer(None)
            self.refused.emit("", "", "")
        return taken

    def focus_place(self, path: str) -> None:
        """Put the focus on a cell."""
        index = self.model.index_of(path)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if index.isValid():
            self.grid.setCurrentIndex(index)

    def _commands(self) -> list[tuple[str, str, Callable[[], None]]]:
        places = [("folder-open", self.tr("Import KML or GeoJSON"), self._places.choose)] if self._places else []
        return [
            ("plus", self.tr("Add row (Alt+Insert)"), self._add),
            ("trash-2", self.tr("Remove row (Alt+Delete)"), self._remove),
            ("arrow-up", self.tr("Move up (Alt+Up)"), self._up),
            ("arrow-down", self.tr("Move down (Alt+Down)"), self._down),
            ("copy", self.tr("Copy (Ctrl+C)"), self.grid.copy),
            ("clipboard-paste", self.tr("Paste (Ctrl+V)"), self.grid.paste),
            ("chevron-down", self.tr("Fill down (Ctrl+D)"), self.grid.fill_down),
            ("table-2", self.tr("Import CSV or XLSX"), self._import),
            *places,
        ]

    def _add(self) -> None:
        self.verbs.add()
        self._after(len(self.verbs.keys()) - 1)

    def _import(self) -> None:
        if import_series(self.spot, self):
            self._after(self.model.rowCount() - 1)

    def _attached(self, keys: list[str]) -> None:
        self._after(self.verbs.keys().index(keys[-1]))

    def _add_below(self) -> None:
        row = self.grid.currentIndex().row() + 1
        self.verbs.add(at=row)
        self._after(row)

    def _remove(self) -> None:
        rows = sorted({index.row() for index in self.grid.selectedIndexes()})
        keys = self.verbs.keys()
        self.verbs.remove([keys[row] for row in rows])
        self._after(min(rows, default=0))

    def _up(self) -> None:
        self._move(-1)

    def _down(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        index = self.grid.currentIndex()
        if index.isValid():
            self.verbs.move(self.verbs.keys()[index.row()], by)
            self._after(max(0, min(index.row() + by, self.model.rowCount() - 1)), index.column())

    def _after(self, row: int, column: int = 0) -> None:
        self.show_answer(None)
        if self.model.rowCount():
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
            self.grid.setCurrentIndex(self.model.index(min(row, self.model.rowCount() - 1), column))
        else:
            self.grid.selectionModel().setCurrentIndex(QModelIndex(), self.grid.selectionCommand(QModelIndex()))

    def _tell_refused(self, error: object) -> None:
        self.refused.emit("", getattr(error, "message", ""), getattr(error, "remedy", ""))

    def _tell_paste(self, pasted: Pasted) -> None:
        self.show_answer(None)
        tell(self.spot.messages, pasted)
