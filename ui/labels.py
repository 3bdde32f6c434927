"""Words on the window: labels with the part that they play, and buttons whose words are cut where there is no room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


def caption(text: str, role: str, parent: QWidget) -> QLabel:
    """Plain words that wrap; `role` is what the style sheet knows: label, quiet, small, title, and so on."""
    label = QLabel(text, parent)
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def small_button(text: str, parent: QWidget) -> QPushButton:
    """A button of the size that stands in panels."""
    button = QPushButton(text, parent)
    button.setProperty("small", True)
    return button


class ElidedButton(QPushButton):
    """A button whose lines are cut where there is no room; the whole is its tip. `room` is what is beside the words."""

    def __init__(self, text: str, parent: QWidget, *, room: int = 12) -> None:
        super().__init__(text, parent)
        self._whole = text
        self._room = room
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_words(self, text: str) -> None:
        """Other words."""
        self._whole = text
        self._cut()
        self.updateGeometry()

    def words(self) -> str:
        """The whole, whatever is cut."""
        return self._whole

    def sizeHint(self) -> QSize:
        """Room for the whole."""
        hint = super().sizeHint()
        widest = max(self.fontMetrics().horizontalAdvance(line) for line in self._whole.split("\n"))
        return QSize(widest + self._room, hint.height())

    def minimumSizeHint(self) -> QSize:
        """It may be cut."""
        return QSize(60, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut anew."""
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        room, metrics = self.width() - self._room + 4, self.fontMetrics()
        lines = (metrics.elidedText(line, Qt.TextElideMode.ElideRight, room) for line in self._whole.split("\n"))
        self.setText("\n".join(lines))


class Link(ElidedButton):
    """A button that looks like a link."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setProperty("link", True)
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
