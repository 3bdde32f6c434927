"""The chosen answer as words, where it cannot be chosen: buttons would look as if they could be pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from ui.labels import polish
from ui.language import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class PlainValue(QLabel):
    """Wrapped words that can be selected and copied; said quietly where there is no answer."""

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self._name = name
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setContentsMargins(0, 2, 0, 2)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        # The menu is that of the field.
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.hide()

    def show_value(self, label: str) -> None:
        """The label of the chosen answer; empty when there is none."""
        words, role = label or tr("no answer yet"), "" if label else "quiet"
        self.setText(words)
        self.setAccessibleName(f"{self._name}: {words}")
        if self.property("role") != role:
            self.setProperty("role", role)
            polish(self)
