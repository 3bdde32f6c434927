"""Tables of several columns: as rows, or as a record for each row, whichever one wants.

What cannot be read well in the width of the page is shown as records at first, but for a long series: nobody could
look that over record by record.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from forms.definition import Field
from ui.editors.block import BlockEditor
from ui.editors.grid import LONG
from ui.editors.table import TableEditor
from ui.editors.table_shape import is_wide, shown_columns
from ui.style import current_theme

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from forms.answers import Answer
    from forms.fieldtypes import Asked
    from ui.editors.base import Spot

MEASURE = 720
"""Width of records in device-independent pixels, as of prose."""
SWITCH = "Ctrl+T"
SEVERAL = 3
"""Columns that may be too much in one line, in large type."""


class WideTableEditor(TableEditor):
    """A table of which one chooses how it is shown."""

    RANK = 3

    def __init__(self, spot: Spot, parent: QWidget | None = None) -> None:
        self.records: BlockEditor | None = None
        is_long = len(spot.binding.read.rows(spot.path, spot.document)) > LONG
        self.is_table = is_long or not is_wide(spot.asked)
        self._is_decided = is_long
        super().__init__(spot, parent)
        self._tools.add("list", self.tr("Show as records (Ctrl+T)"), self.switch)

    @classmethod
    def suits(cls, asked: Asked) -> bool:
        """Tables of several columns that the form does not lay out in blocks anyway."""
        if not isinstance(asked, Field) or asked.type != "table" or asked.layout == "block":
            return False
        return len(shown_columns(asked)) >= SEVERAL

    def show_answer(self, answer: Answer | None) -> None:
        """Show the rows, in the one way or the other."""
        super().show_answer(answer)
        if not self.is_table and self.model.rowCount():
            self._show_records()
        elif self.records is not None:
            self.records.hide()

    def set_readonly(self, readonly: bool) -> None:
        """Both ways."""
        super().set_readonly(readonly)
        if self.records is not None:
            self.records.set_readonly(readonly)
            self._tools.setVisible(self._tools.isVisibleTo(self) and self.records.isHidden())

    def focus_place(self, path: str) -> None:
        """Put the focus on a cell."""
        if self.records is not None and not self.is_table and self.model.rowCount():
            self.records.focus_place(path)
        else:
            super().focus_place(path)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Once the width is known, and there are rows: decide how they are read best."""
        super().resizeEvent(event)
        if not self._is_decided and self.model.rowCount():
            self._is_decided = True
            if self.is_table and not self.grid.would_fit(self.width()):
                self.is_table = False
                self.show_answer(None)

    def switch(self) -> None:
        """From records to the table and back; the focus stays in its row."""
        self._is_decided = True
        path = self._path_in_focus()
        self.is_table = not self.is_table
        self.show_answer(None)
        self.focus_place(path)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The key that switches."""
        if QKeySequence(event.keyCombination()) == QKeySequence(SWITCH) and self.model.rowCount():
            self.switch()
        else:
            super().keyPressEvent(event)

    def _show_records(self) -> None:
        records = self.records or self._make_records()
        records.show_answer(None)
        self.grid.hide()
        self._tools.hide()
        records.show()
        self.setFocusProxy(records)

    def _make_records(self) -> BlockEditor:
        self.records = made = BlockEditor(self.spot, self)
        made.setMaximumWidth(current_theme().px(MEASURE))
        made.offer("table-2", self.tr("Show as a table (Ctrl+T)"), self.switch)
        made.current_changed.connect(self.current_changed)
        made.set_readonly(self.model.readonly)
        layout = self.layout()
        if layout is not None:
            layout.addWidget(made)
        return made

    def _path_in_focus(self) -> str:
        """The cell in focus, or one of its row; of the first row while the focus is elsewhere."""
        if self.is_table or self.records is None:
            index = self.grid.currentIndex()
        else:
            keys = self.verbs.keys()
            row = self.records.key_in_focus()
            index = self.model.index(keys.index(row) if row in keys else 0, 0)
        return self.model.place(index).path if index.isValid() else self.model.place(self.model.index(0, 0)).path

    def _after(self, row: int, column: int = 0) -> None:
        super()._after(row, column)
        keys = self.verbs.keys()
        if self.records is not None and not self.is_table and keys:
            self.records.focus_place(self.model.place(self.model.index(min(row, len(keys) - 1), column)).path)
