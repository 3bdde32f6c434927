"""Tables as records: one block a row, label left and value right, as the parameter tables of the forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from forms.definition import Field
from forms.fieldpath import parse
from ui.captions import row_caption
from ui.editors.base import Editor, Spot
from ui.editors.field import FieldView
from ui.editors.table import WIDEST_GRID, EmptyTable, RowTools, RowVerbs, shown_columns, spot_of_cell, table_field
from ui.style import current_theme, icon

if TYPE_CHECKING:
    from forms.answers import Answer
    from forms.fieldtypes import Asked


class BlockEditor(Editor):
    """Records, folded but for the one that is worked on."""

    RANK = 2
    COMPOUND = True

    def __init__(self, spot: Spot, parent: QWidget | None = None) -> None:
        super().__init__(spot, parent)
        self._field = table_field(spot.asked)
        self.verbs = RowVerbs(spot, self)
        self._records: dict[str, Record] = {}
        self._readonly = False
        self._open_key = ""
        self._empty = EmptyTable(self._field, self._add, self._add, self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(self._empty)
        self._tools = RowTools(self)
        self._tools.add("plus", self.tr("Add another"), self._add)
        self._column.addWidget(self._tools)
        self.show_answer(None)

    @classmethod
    def suits(cls, asked: Asked) -> bool:
        """Tables laid out in blocks, and tables too wide for the page."""
        wide = isinstance(asked, Field) and asked.type == "table" and len(shown_columns(asked)) > WIDEST_GRID
        return wide or (isinstance(asked, Field) and asked.type == "table" and asked.layout == "block")

    def show_answer(self, answer: Answer | None) -> None:
        """Show the records in their order; editors that are open stay."""
        del answer
        keys = self.verbs.keys()
        for key in [known for known in self._records if known not in keys]:
            self._records.pop(key).deleteLater()
        for place, key in enumerate(keys):
            record = self._records.get(key) or self._make(key)
            self._column.insertWidget(place + 1, record)
            record.refresh(place + 1, len(keys))
        if len(keys) == 1:
            self._records[keys[0]].unfold()
        self._order_focus()
        self._empty.setVisible(not keys)
        self._tools.setVisible(bool(keys) and not self._readonly)
        self.setFocusProxy(self._records[keys[0]].head if keys else self._empty.button)

    def set_readonly(self, readonly: bool) -> None:
        """Nothing can be added."""
        self._readonly = readonly
        self._empty.set_readonly(readonly=readonly)
        self._tools.setVisible(bool(self._records) and not readonly)
        for record in self._records.values():
            record.set_readonly(readonly=readonly)

    def focus_place(self, path: str) -> None:
        """Unfold the record and put the focus on the cell."""
        record = self._records.get(parse(path).row)
        if record is None:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            record.focus_cell(path)

    def record(self, key: str) -> Record | None:
        """The record of a row."""
        return self._records.get(key)

    def _order_focus(self) -> None:
        """Tab goes down the records as they stand, then to the tools."""
        before: QWidget = self._empty.button
        for key in tuple(self.verbs.keys()):
            for widget in self._records[key].stops():
                QWidget.setTabOrder(before, widget)
                before = widget
        for button in self._tools.buttons():
            QWidget.setTabOrder(before, button)
            before = button

    def _make(self, key: str) -> Record:
        record = Record(self.spot, self._field, key, self)
        record.current_changed.connect(self.current_changed)
        record.move_wanted.connect(self._move)
        record.remove_wanted.connect(self._remove)
        record.opened.connect(self._order_focus)
        self._records[key] = record
        return record

    def _add(self) -> None:
        key = self.verbs.add()
        self.show_answer(None)
        self._records[key].unfold(focus=True)

    def _move(self, key: str, by: int) -> None:
        self.verbs.move(key, by)
        self.show_answer(None)

    def _remove(self, key: str) -> None:
        self.verbs.remove([key])
        self.show_answer(None)


class Record(QFrame):
    """One row: a head with its caption, and its cells when unfolded."""

    current_changed = Signal(str)
    move_wanted = Signal(str, int)
    remove_wanted = Signal(str)
    opened = Signal()

    def __init__(self, spot: Spot, field: Field, key: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "record")
        self._spot = spot
        self._field = field
        self._key = key
        self._readonly = False
        self._cells: list[FieldView] = []
        self.head = QPushButton(self)
        self.head.setProperty("card", True)
        self.head.clicked.connect(self._toggle)
        self._side = QWidget(self)
        self._body = QWidget(self)
        self._body_column = QVBoxLayout(self._body)
        self._body_column.setContentsMargins(16, 0, 0, 8)
        self._body_column.setSpacing(2)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.head, 1)
        row.addWidget(self._side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._body)
        self._body.hide()
        self._make_side()
        current_theme().changed.connect(self._tint)

    def refresh(self, position: int, count: int) -> None:
        """Caption and cells as they are now."""
        caption = row_caption(self._spot.binding.read, self._spot.document, self._spot.path, self._field, self._key)
        text = f"{position}   {caption}" if caption != str(position) else f"{position}   {self.tr('not named yet')}"
        self.head.setText(text)
        self.head.setAccessibleName(self.tr("{label}, row {text}").format(label=self._field.label, text=text))
        self._up.setEnabled(position > 1)
        self._down.setEnabled(position < count)
        busy = QApplication.focusWidget()
        for cell in self._cells:
            if not cell.isAncestorOf(busy or self):
                cell.refresh()
            else:
                cell.refresh_state()
        self._tint()

    def unfold(self, *, focus: bool = False) -> None:
        """Show the cells; they are made when first shown."""
        if not self._cells:
            self._make_cells()
            self.opened.emit()
        self._body.show()
        self.setProperty("current", True)
        self._tint()
        if focus and self._cells:
            self._cells[0].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_readonly(self, *, readonly: bool) -> None:
        """Nothing can be changed."""
        self._readonly = readonly
        self._side.setVisible(not readonly)

    def focus_cell(self, path: str) -> None:
        """Unfold and go to a cell."""
        self.unfold()
        for cell in self._cells:
            if cell.path == path:
                cell.editor.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.head.setFocus(Qt.FocusReason.OtherFocusReason)

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return [self.head, self._up, self._down, self._bin, *(cell.editor for cell in self._cells)]

    def cells(self) -> list[FieldView]:
        """The cells that were made."""
        return self._cells

    def _toggle(self) -> None:
        if self._body.isVisible():
            self._body.hide()
            self._tint()
        else:
            self.unfold()

    def _make_cells(self) -> None:
        name = self.head.text().partition("   ")[2]
        for column in shown_columns(self._field):
            cell = FieldView(spot_of_cell(self._spot, self._key, column, name), self._body, record=True)
            cell.focused.connect(self._cell_focused)
            self._body_column.addWidget(cell)
            self._cells.append(cell)

    def _cell_focused(self, document: str, path: str) -> None:
        del document
        self.current_changed.emit(path)

    def _make_side(self) -> None:
        row = QHBoxLayout(self._side)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._up = self._side_button(self.tr("Move up"), self._move_up)
        self._down = self._side_button(self.tr("Move down"), self._move_down)
        self._bin = self._side_button(self.tr("Remove"), self._remove)
        for button in (self._up, self._down, self._bin):
            row.addWidget(button)

    def _side_button(self, text: str, do: object) -> QPushButton:
        button = QPushButton(self._side)
        button.setProperty("flat", True)
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.clicked.connect(do)
        return button

    def _move_up(self) -> None:
        self.move_wanted.emit(self._key, -1)

    def _move_down(self) -> None:
        self.move_wanted.emit(self._key, 1)

    def _remove(self) -> None:
        self.remove_wanted.emit(self._key)

    def _tint(self) -> None:
        palette = current_theme().palette
        self.head.setIcon(icon("chevron-down" if self._body.isVisibleTo(self) else "chevron-right", palette))
        for button, name in ((self._up, "arrow-up"), (self._down, "arrow-down"), (self._bin, "trash-2")):
            button.setIcon(icon(name, palette))
