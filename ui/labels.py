"""Words on the window: labels with the part that they play, and buttons whose words are cut where there is no room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QFontMetrics, QResizeEvent


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


def small_link(text: str, parent: QWidget) -> QPushButton:
    """A button that looks like a link, of the size that stands in fields."""
    button = QPushButton(text, parent)
    button.setProperty("link", True)
    button.setProperty("small", True)
    return button


def polish(widget: QWidget) -> None:
    """Look again what the style sheet says of a widget, after one of its properties changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def wrapped(text: str, metrics: QFontMetrics, width: int) -> str:
    """The same words in lines that are so wide; a word that is wider has a line of its own."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and metrics.horizontalAdvance(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return "\n".join(lines)


def widest_word(text: str, metrics: QFontMetrics) -> int:
    """What cannot be made narrower by wrapping."""
    return max((metrics.horizontalAdvance(word) for word in text.split()), default=0)


class ElidedLabel(QLabel):
    """A line that is cut when there is no room, with the whole as tip; `least` is what it keeps."""

    def __init__(self, parent: QWidget, *, least: int) -> None:
        super().__init__(parent)
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setMinimumWidth(least)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def show_text(self, text: str) -> None:
        """The whole text."""
        self._whole = text
        self.setToolTip(text)
        self._cut()
        self.updateGeometry()

    def words(self) -> str:
        """The whole, whatever is cut."""
        return self._whole

    def sizeHint(self) -> QSize:
        """Room for the whole."""
        hint = super().sizeHint()
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + 4, hint.height())

    def minimumSizeHint(self) -> QSize:
        """What it keeps; `QLabel` would remember what it kept before."""
        return QSize(self.minimumWidth(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut anew."""
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width()))


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
        self.setText("\n".join(_elided(line, metrics, room) for line in self._whole.split("\n")))


def _elided(line: str, metrics: QFontMetrics, room: int) -> str:
    """The beginning of a line; an arrow at its end stays, since it tells where the way leads."""
    tail = line[-2:] if line.endswith(" →") else ""
    kept = metrics.elidedText(
        line.removesuffix(tail), Qt.TextElideMode.ElideRight, room - metrics.horizontalAdvance(tail)
    )
    return kept + tail


class Link(ElidedButton):
    """A button that looks like a link."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setProperty("link", True)
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)


class WrappedLink(Link):
    """A link whose words go on in the next line: what tells the headings of official forms apart is often their end."""

    def minimumSizeHint(self) -> QSize:
        """The longest word."""
        return QSize(widest_word(self.words(), self.fontMetrics()) + self._room, super().minimumSizeHint().height())

    def _cut(self) -> None:
        self.setText(wrapped(self.words(), self.fontMetrics(), self.width() - self._room + 4))
