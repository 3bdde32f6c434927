"""What is said about a figure: its caption, and the words that stand for the picture."""

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


class FigureCard(QFrame):
    """Opens over the text. `described(caption, alternative text)` follows when it closes, but not after Escape."""

    described = Signal(str, str)

    def __init__(self, figure: Figure, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "card")
        self.setFixedWidth(current_theme().px(_WIDE))
        self.caption, self.alternative = Line(self), Text(self, lines=3)
        self.caption.setText(figure.caption)
        self.alternative.setPlainText(figure.alternative_text)
        self.alternative.setTabChangesFocus(True)
        self._keeps = True
        column = QVBoxLayout(self)
        self._add(self.tr("Caption"), self.caption)
        self._add(self.tr("Alternative text"), self.alternative)
        words = self.tr("What the picture shows, for those who cannot see it: read aloud in its place.")
        column.addWidget(caption(words, "small", self))
        done = QPushButton(self.tr("Done"), self)
        done.setProperty("primary", True)
        done.clicked.connect(self.close)
        column.addWidget(done, 0, Qt.AlignmentFlag.AlignLeft)
        self.caption.returnPressed.connect(self.close)

    def open_at(self, corner: QPoint) -> None:
        """Show it at this place of the screen; where words are missing they can be typed at once."""
        self.adjustSize()
        room = self.screen().availableGeometry()
        self.move(
            max(room.left(), min(corner.x(), room.right() - self.width())),
            max(room.top(), min(corner.y(), room.bottom() - self.height())),
        )
        self.show()
        is_silent = self.caption.text() and not self.alternative.toPlainText().strip()
        (self.alternative if is_silent else self.caption).setFocus(Qt.FocusReason.PopupFocusReason)

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
            said = " ".join(self.alternative.toPlainText().split())
            self.described.emit(self.caption.text().strip(), said)

    def _add(self, words: str, field: Line | Text) -> None:
        label = QLabel(words, self)
        label.setProperty("role", "label")
        label.setBuddy(field)
        field.setAccessibleName(words)
        column = self.layout()
        if column is not None:
            column.addWidget(label)
            column.addWidget(field)
