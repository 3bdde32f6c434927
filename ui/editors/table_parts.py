"""What stands round the rows of a table: the tools below them, and what an empty table says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from ui.editors.table_shape import shown_columns
from ui.labels import caption
from ui.layouts import Flow
from ui.style import current_theme, icon

if TYPE_CHECKING:
    from collections.abc import Callable

    from forms.definition import Field


class RowTools(QWidget):
    """Small buttons below a table."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._row = Flow(self)
        self._buttons: list[tuple[QPushButton, str]] = []
        current_theme().changed.connect(self._tint)

    def add(self, name: str, text: str, do: Callable[[], None], *, in_words: bool = False) -> None:
        """One button; the first with its words, most others with a picture and the words as tip."""
        in_words = in_words or not self._buttons
        button = QPushButton(text.partition(" (")[0] if in_words else "", self)
        button.setAccessibleName(text)
        button.setToolTip(text)
        button.setProperty("flat", True)
        button.setProperty("small", True)
        button.clicked.connect(do)
        self._row.addWidget(button)
        self._buttons.append((button, name))
        self._tint()

    def buttons(self) -> list[QPushButton]:
        """In order."""
        return [button for button, _ in self._buttons]

    def _tint(self) -> None:
        for button, name in self._buttons:
            button.setIcon(icon(name, current_theme().palette))


class EmptyTable(QFrame):
    """What belongs into a table, while it is empty."""

    def __init__(
        self, field: Field, add: Callable[[], None], parent: QWidget, *, paste: Callable[[], None] | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "empty")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        heads = ", ".join(item.label for item in shown_columns(field)[:6])
        column.addWidget(
            caption(
                self.tr("Nothing here yet. Each row holds: {heads}.").format(heads=heads.rstrip(".")), "quiet", self
            )
        )
        if field.example:
            column.addWidget(caption(self.tr("For example: {example}").format(example=field.example), "small", self))
        if field.source:
            column.addWidget(caption(field.source, "small", self))
        self.button = QPushButton(self.tr("Add the first row"), self)
        self.button.clicked.connect(add)
        self.button.setAccessibleName(self.tr("Add the first row to {label}").format(label=field.label))
        self._row = Flow(gap=6)
        self._row.addWidget(self.button)
        column.addLayout(self._row)
        self._others: list[QPushButton] = []
        if paste is not None:
            self.offer(self.tr("Paste from a spreadsheet"), paste)

    def offer(self, text: str, do: Callable[[], None]) -> None:
        """One more way to fill the table."""
        button = QPushButton(text, self)
        button.setProperty("flat", True)
        button.clicked.connect(do)
        self._row.addWidget(button)
        self._others.append(button)

    def set_readonly(self, *, readonly: bool) -> None:
        """Nothing can be added."""
        for button in (self.button, *self._others):
            button.setVisible(not readonly)
