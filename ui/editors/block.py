"""Tables as records: one block a row, label left and value right, as the parameter tables of the forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from forms.definition import Field
from forms.fieldpath import parse
from ui.editors.base import Editor, Spot
from ui.editors.record import Record
from ui.editors.row_verbs import FileDrops, RowVerbs
from ui.editors.table_parts import EmptyTable, RowTools
from ui.editors.table_shape import shown_columns, table_field

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from forms.answers import Answer
    from forms.fieldtypes import Asked


class BlockEditor(Editor):
    """Records, folded but for the one that is worked on."""

    RANK = 2
    COMPOUND = True

    def __init__(self, spot: Spot, parent: QWidget | None = None) -> None:
        super().__init__(spot, parent)
        self._field = table_field(spot.asked)
        self._columns = shown_columns(self._field)
        self.verbs = RowVerbs(spot, self)
        self.drops = FileDrops(self, self.verbs)
        self.drops.attached.connect(self._attached)
        self._records: dict[str, Record] = {}
        self._readonly = False
        self._open_key = ""
        self._empty = EmptyTable(self._field, self._add, self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(self._empty)
        self._tools = RowTools(self)
        self._tools.add("plus", self.tr("Add another (Alt+Insert)"), self._add)
        self._column.addWidget(self._tools)
        self.show_answer(None)

    @classmethod
    def suits(cls, asked: Asked) -> bool:
        """Tables laid out in blocks."""
        return isinstance(asked, Field) and asked.type == "table" and asked.layout == "block"

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
        self._readonly = self.drops.readonly = readonly
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

    def finish(self) -> None:
        """Make what is not made yet of the records that are unfolded."""
        for record in self._records.values():
            record.finish()

    def offer(self, name: str, text: str, do: Callable[[], None]) -> None:
        """One more tool below the records."""
        self._tools.add(name, text, do, in_words=True)

    def record(self, key: str) -> Record | None:
        """The record of a row."""
        return self._records.get(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of a grid work on records too: Alt with Insert, Delete, Up and Down."""
        by_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier) and not self._readonly
        key = self.key_in_focus()
        if by_alt and event.key() == Qt.Key.Key_Insert:
            self._add()
        elif by_alt and key and event.key() == Qt.Key.Key_Delete:
            self._remove(key)
        elif by_alt and key and event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self._move(key, -1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def key_in_focus(self) -> str:
        """The row whose record has the focus, or none."""
        focus = QApplication.focusWidget()
        inside = (key for key, record in self._records.items() if focus is not None and record.isAncestorOf(focus))
        return next(inside, "")

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
        record = Record(self.spot, self._field, self._columns, key, self)
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

    def _attached(self, keys: list[str]) -> None:
        self.show_answer(None)
        self._records[keys[-1]].unfold(focus=True)

    def _move(self, key: str, by: int) -> None:
        self.verbs.move(key, by)
        self.show_answer(None)

    def _remove(self, key: str) -> None:
        place = self.verbs.keys().index(key)
        self.verbs.remove([key])
        self.show_answer(None)
        left = self.verbs.keys()
        stop = self._records[left[min(place, len(left) - 1)]].head if left else self._empty.button
        stop.setFocus(Qt.FocusReason.OtherFocusReason)
