"""Values by index: one column for one index, rows and columns for two, heads joined for more."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from forms.definition import Field
from forms.fieldpath import matrix_path
from forms.inputs import matrix_members
from forms.quantities import unit_in_print
from ui.dialogs.import_series import import_series
from ui.editors.base import Editor, Spot, accessible_name
from ui.editors.cell_reading import CellPlace
from ui.editors.cells import GridModel
from ui.editors.grid import Grid
from ui.editors.pasting import Pasted, tell
from ui.editors.table_parts import RowTools

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from forms.answers import Answer
    from forms.document import Reader
    from forms.fieldtypes import Asked
    from ui.editors.cell_roles import Shape

Axis = tuple[tuple[str, str], ...]
"""(key, caption) of every member of an index set."""


def axes(read: Reader, document: str, field: Field) -> tuple[Axis, ...]:
    """The members of every index of a matrix; an axis is empty while its set has no members."""
    return tuple(matrix_members(read, document, name) for name in field.indices)


class MatrixModel(GridModel):
    """Cells of a matrix: the last index runs across, the others down."""

    def __init__(self, spot: Spot, field: Field, parent: QObject | None = None) -> None:
        super().__init__(spot, parent)
        self._field = field
        self._found: tuple[Axis, ...] = ()
        self._down: list[Axis] = []
        self._across: list[Axis] = []
        self.readonly = False

    def is_readonly(self) -> bool:
        """As the field says."""
        return self.readonly

    def is_empty(self) -> bool:
        """True while an index set has no members."""
        return not self._found or not all(self._found)

    def shape(self) -> Shape:
        """Combinations of members, down and across."""
        self._found = axes(self.spot.binding.read, self.spot.document, self._field)
        self._down, self._across = ([], []) if self.is_empty() else self._split()
        return self._down, self._across

    def cells_of(self, row: int, key: Hashable) -> list[CellPlace]:
        """One cell a combination of members."""
        del key
        return [self._cell(self._down[row] + column) for column in self._across]

    def heads(self) -> list[str]:
        """Captions of members; a single column is headed by the unit."""
        return [_joined(index) or unit_in_print(self._field.unit) or self.tr("Value") for index in self._across]

    def side_head(self, row: int) -> str:
        """Captions of members."""
        return _joined(self._down[row])

    def _split(self) -> tuple[list[Axis], list[Axis]]:
        down = self._found[:-1] if len(self._found) > 1 else self._found
        across = self._found[-1:] if len(self._found) > 1 else ()
        return list(product(*down)), list(product(*across))

    def _cell(self, index: Axis) -> CellPlace:
        path = matrix_path(self.spot.path, tuple(key for key, _ in index))
        name = f"{accessible_name(self._field.label, self._field.unit)}, {_joined(index)}"
        return CellPlace(path, self._field, name)


class MatrixEditor(Editor):
    """A matrix as a grid."""

    RANK = 9
    COMPOUND = True

    def __init__(self, spot: Spot, parent: QWidget | None = None) -> None:
        super().__init__(spot, parent)
        field = spot.asked
        if not isinstance(field, Field):
            msg = f"{spot.path} is not a field"
            raise TypeError(msg)
        self.model = MatrixModel(spot, field, self)
        self.grid = Grid(self.model, [], self)
        self.grid.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setFocusProxy(self.grid)
        self._empty = QLabel(self.tr("Name the members of the index sets first; then values are asked for each."), self)
        self._empty.setProperty("role", "quiet")
        self._empty.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._tools = RowTools(self)
        for name, text, do in self._commands():
            self._tools.add(name, text, do)
        for part in (self._empty, self.grid, self._tools):
            column.addWidget(part)
        self.grid.current_changed.connect(self.current_changed)
        self.grid.pasted.connect(self._tell_paste)
        self.model.refused.connect(self._tell_refused)
        self.model.converted.connect(self.echoed)
        self.show_answer(None)

    @classmethod
    def suits(cls, asked: Asked) -> bool:
        """Whatever is asked by index."""
        return isinstance(asked, Field) and bool(asked.indices)

    def show_answer(self, answer: Answer | None) -> None:
        """Show all cells."""
        del answer
        self.model.refresh()
        empty = self.model.is_empty()
        self._empty.setVisible(empty)
        self.grid.setVisible(not empty)
        self._tools.setVisible(not self.model.readonly)

    def set_readonly(self, readonly: bool) -> None:
        """Cells can be copied still."""
        self.model.readonly = readonly
        self._tools.setVisible(not readonly)

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
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        index = self.model.index_of(path)
        if index.isValid():
            self.grid.setCurrentIndex(index)

    def _commands(self) -> list[tuple[str, str, Callable[[], None]]]:
        return [
            ("table-2", self.tr("Import CSV or XLSX"), self._import),
            ("copy", self.tr("Copy (Ctrl+C)"), self.grid.copy),
            ("clipboard-paste", self.tr("Paste (Ctrl+V)"), self.grid.paste),
            ("chevron-down", self.tr("Fill down (Ctrl+D)"), self.grid.fill_down),
        ]

    def _import(self) -> None:
        if import_series(self.spot, self):
            self.show_answer(None)

    def _tell_refused(self, error: object) -> None:
        self.refused.emit("", getattr(error, "message", ""), getattr(error, "remedy", ""))

    def _tell_paste(self, pasted: Pasted) -> None:
        self.model.refresh()
        tell(self.spot.messages, pasted)


def _joined(index: Axis) -> str:
    return " · ".join(caption for _, caption in index)
