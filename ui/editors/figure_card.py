"""What is said about a figure: its caption, and the words that stand for the picture. What is said in a card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout

from ui.editors.base import Line, Text
from ui.labels import caption
from ui.style import current_theme

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QKeyEvent
    from PySide6.QtWidgets import QWidget

    from forms.blocks import Figure

_WIDE = 420


class Card(QFrame):
    """Opens over the text. What was typed in it is said when it closes, but not after Escape."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "card")
        self.setFixedWidth(current_theme().px(_WIDE))
        self._keeps = True
        self._column = QVBoxLayout(self)

    def open_at(self, corner: QPoint) -> None:
        """Show it at this place of the screen, where one can type at once."""
        self.adjustSize()
        room = self.screen().availableGeometry()
        self.move(
            max(room.left(), min(corner.x(), room.right() - self.width())),
            max(room.top(), min(corner.y(), room.bottom() - self.height())),
        )
        self.show()
        self._first().setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape drops what was typed here; Ctrl+Enter is done."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.close()
            return
        self._keeps = event.key() != Qt.Key.Key_Escape
        super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Say what was typed."""
        super().hideEvent(event)
        if self._keeps:
            self._keeps = False
            self._say()

    def _first(self) -> QWidget:
        """Where one types first."""
        raise NotImplementedError

    def _say(self) -> None:
        """Say what was typed."""
        raise NotImplementedError

    def _add(self, words: str, field: Line | Text) -> None:
        label = QLabel(words, self)
        label.setProperty("role", "label")
        label.setBuddy(field)
        field.setAccessibleName(words)
        self._column.addWidget(label)
        self._column.addWidget(field)

    def _end(self, hint: str, done: str) -> None:
        """A line of help, and the button that closes the card."""
        self._column.addWidget(caption(hint, "small", self))
        button = QPushButton(done, self)
        button.setProperty("primary", True)
        button.clicked.connect(self.close)
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)


class FigureCard(Card):
    """Caption and alternative text: `described(caption, alternative text)`."""

    described = Signal(str, str)

    def __init__(self, figure: Figure, parent: QWidget) -> None:
        super().__init__(parent)
        self.caption, self.alternative = Line(self), Text(self, lines=3)
        self.caption.setText(figure.caption)
        self.alternative.setPlainText(figure.alternative_text)
        self.alternative.setTabChangesFocus(True)
        self._add(self.tr("Caption"), self.caption)
        self._add(self.tr("Alternative text"), self.alternative)
        words = self.tr("What the picture shows, for those who cannot see it: read aloud in its place.")
        self._end(words, self.tr("Done"))
        self.caption.returnPressed.connect(self.close)

    def _first(self) -> QWidget:
        """The caption; where only the words for the picture are missing, these."""
        is_silent = self.caption.text() and not self.alternative.toPlainText().strip()
        return self.alternative if is_silent else self.caption

    def _say(self) -> None:
        said = " ".join(self.alternative.toPlainText().split())
        self.described.emit(self.caption.text().strip(), said)
