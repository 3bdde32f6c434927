"""One row of a table as a record: a head with its caption, and below it a field for each column."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.captions import row_caption
from ui.editors.field import FieldView
from ui.editors.table_shape import spot_of_cell
from ui.labels import ElidedButton, widest_word, wrapped
from ui.style import current_theme, icon

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from forms.definition import Column, Field
    from ui.editors.base import Spot

FIRST_SLICE, NEXT_SLICE = 0.03, 0.02
ARROW, AIR = 16, 36
"""Beside the words of a head: the arrow, which grows with the type, and air."""


class Head(ElidedButton):
    """The caption of a row, with an arrow; it is what tells the rows apart, so that its words wrap and are not cut."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent, room=current_theme().px(ARROW) + AIR)
        self.setProperty("card", True)

    def minimumSizeHint(self) -> QSize:
        """The longest word."""
        return QSize(widest_word(self.words(), self.fontMetrics()) + self._room, super().minimumSizeHint().height())

    def _cut(self) -> None:
        self.setText(wrapped(self.words(), self.fontMetrics(), self.width() - self._room + 4))


class Record(QFrame):
    """One row: a head with its caption; its buttons and cells are made when it is first unfolded."""

    current_changed = Signal(str)
    move_wanted = Signal(str, int)
    remove_wanted = Signal(str)
    opened = Signal()

    def __init__(self, spot: Spot, field: Field, columns: Sequence[Column], key: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "record")
        self._spot = spot
        self._field = field
        self._columns = columns
        self._key = key
        self._readonly = False
        self._place = (1, 1)
        self._cells: list[FieldView] = []
        self._waiting: list[Column] = []
        self._body: QWidget | None = None
        self._side: RowButtons | None = None
        self.head = Head(self)
        self.head.clicked.connect(self._toggle)
        self._row = QHBoxLayout()
        self._row.setSpacing(0)
        self._row.addWidget(self.head, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(self._row)
        current_theme().changed.connect(self._tint)
        self._tint()

    def refresh(self, position: int, count: int) -> None:
        """Caption and cells as they are now."""
        self._place = (position, count)
        read, spot = self._spot.binding.read, self._spot
        caption = row_caption(read, spot.document, spot.path, self._field, self._key, self._columns)
        unnamed = self.tr("not named yet")
        text = f"{position}   {caption if caption != str(position) else unnamed}"
        if text != self.head.words():
            self.head.show_words(text)
            self.head.setToolTip(text)
            self.head.setAccessibleName(self.tr("{label}, row {text}").format(label=self._field.label, text=text))
        if self._side is not None:
            self._side.show_place(position, count)
        busy = QApplication.focusWidget()
        for cell in self._cells:
            if not cell.isAncestorOf(busy or self):
                cell.refresh()
            else:
                cell.refresh_state()

    def unfold(self, *, focus: bool = False) -> None:
        """Show the cells."""
        body = self._body or self._make_body()
        body.show()
        if self._side is not None:
            self._side.setVisible(not self._readonly)
        self.setProperty("current", True)
        self._tint()
        if focus and self._cells:
            self._cells[0].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_readonly(self, *, readonly: bool) -> None:
        """Nothing can be changed."""
        self._readonly = readonly
        if self._side is not None:
            self._side.setVisible(not readonly and self._is_unfolded())

    def focus_cell(self, path: str) -> None:
        """Unfold and go to a cell."""
        self.unfold()
        self.finish()
        for cell in self._cells:
            if cell.path == path:
                cell.editor.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.head.setFocus(Qt.FocusReason.OtherFocusReason)

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        side = self._side.buttons() if self._side is not None else []
        return [self.head, *side, *(cell.editor for cell in self._cells)]

    def cells(self) -> list[FieldView]:
        """All cells, once it was unfolded."""
        self.finish()
        return self._cells

    def _is_unfolded(self) -> bool:
        return self._body is not None and self._body.isVisibleTo(self)

    def _toggle(self) -> None:
        if self._body is not None and self._is_unfolded():
            self._body.hide()
            if self._side is not None:
                self._side.hide()
            self._tint()
        else:
            self.unfold()

    def _make_body(self) -> QWidget:
        self._side = RowButtons(self)
        self._side.moved.connect(self._move)
        self._side.removed.connect(self._remove)
        self._side.show_place(*self._place)
        self._row.addWidget(self._side)
        self._body = QWidget(self)
        self._cells_column = QVBoxLayout(self._body)
        self._cells_column.setContentsMargins(16, 0, 0, 8)
        self._cells_column.setSpacing(2)
        self._column.addWidget(self._body)
        self._waiting = list(self._columns)
        self._add_cells(FIRST_SLICE)
        return self._body

    def finish(self) -> None:
        """Make the cells that are not made yet, now."""
        while self._waiting:
            self._add_cells(FIRST_SLICE)

    def _add_cells(self, budget: float) -> None:
        """Make cells for so many seconds, at least one; the rest follows when the window has drawn them."""
        start = perf_counter()
        name = self.head.words().partition("   ")[2]
        body = self._body
        while self._waiting and body is not None:
            spot = spot_of_cell(self._spot, self._key, self._waiting.pop(0), name)
            cell = FieldView(spot, body, record=True)
            cell.focused.connect(self._cell_focused)
            self._cells_column.addWidget(cell)
            self._cells.append(cell)
            if perf_counter() - start > budget:
                break
        if self._waiting:
            QTimer.singleShot(0, self, self._go_on)
        else:
            self.opened.emit()

    def _go_on(self) -> None:
        if self._waiting:
            self._add_cells(NEXT_SLICE)

    def _cell_focused(self, document: str, path: str) -> None:
        del document
        self.current_changed.emit(path)

    def _move(self, by: int) -> None:
        self.move_wanted.emit(self._key, by)

    def _remove(self) -> None:
        self.remove_wanted.emit(self._key)

    def _tint(self) -> None:
        name = "chevron-down" if self._is_unfolded() else "chevron-right"
        self.head.setIcon(icon(name, current_theme().palette))


class RowButtons(QWidget):
    """Move up, move down, remove."""

    moved = Signal(int)
    removed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._up = self._button(self.tr("Move up"), self._move_up)
        self._down = self._button(self.tr("Move down"), self._move_down)
        self._bin = self._button(self.tr("Remove"), self.removed.emit)
        for button in self.buttons():
            row.addWidget(button)
        current_theme().changed.connect(self._tint)
        self._tint()

    def buttons(self) -> list[QPushButton]:
        """In order."""
        return [self._up, self._down, self._bin]

    def show_place(self, position: int, count: int) -> None:
        """The first cannot go up, nor the last down."""
        self._up.setEnabled(position > 1)
        self._down.setEnabled(position < count)

    def _button(self, text: str, do: Callable[[], object]) -> QPushButton:
        button = QPushButton(self)
        button.setProperty("flat", True)
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.clicked.connect(do)
        return button

    def _move_up(self) -> None:
        self.moved.emit(-1)

    def _move_down(self) -> None:
        self.moved.emit(1)

    def _tint(self) -> None:
        for button, name in zip(self.buttons(), ("arrow-up", "arrow-down", "trash-2"), strict=True):
            button.setIcon(icon(name, current_theme().palette))
