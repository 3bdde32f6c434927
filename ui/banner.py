"""The strip below the top bar: what happened, and what can be done about it. Never in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from ui.labels import small_button
from ui.style import current_theme, icon
from ui.style.icons import picture

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.messages import Message

GONE_AFTER = 9_000


class Banner(QFrame):
    """One message at a time. Information without options goes by itself; errors stay."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.message: Message | None = None
        self._sign = QLabel(self)
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._close = QToolButton(self)
        self._close.setAccessibleName(self.tr("Close this message"))
        self._close.setToolTip(self.tr("Close (Esc)"))
        self._close.clicked.connect(self.dismiss)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 8, 8, 8)
        self._row.setSpacing(10)
        self._row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self._close)
        self._buttons: list[QPushButton] = []
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self.dismiss)
        current_theme().changed.connect(self._tint)
        self.hide()

    def tell(self, message: Message) -> None:
        """Show a message in place of the one before."""
        self.message = message
        self._words.setText(" ".join(part for part in (message.text, message.remedy) if part))
        self.setProperty("kind", message.kind)
        self.style().unpolish(self)
        self.style().polish(self)
        for button in self._buttons:
            button.deleteLater()
        self._buttons = [self._button(option.label, option.do) for option in message.options]
        for place, button in enumerate(self._buttons):
            self._row.insertWidget(2 + place, button)
        self._tint()
        self.show()
        if message.kind == "info" and not message.options:
            self._clock.start(GONE_AFTER)
        else:
            self._clock.stop()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def dismiss(self) -> None:
        """Take the message away."""
        self.message = None
        self.hide()

    def _button(self, label: str, do: Callable[[], object]) -> QPushButton:
        button = small_button(label, self)
        button.clicked.connect(_Once(self, do).run)
        return button

    def _tint(self) -> None:
        palette = current_theme().palette
        self._close.setIcon(icon("x", palette))
        kind = self.message.kind if self.message else "info"
        name, colour = {
            "error": ("circle-alert", palette.error),
            "warning": ("triangle-alert", palette.warning),
            "info": ("info", palette.accent),
        }[kind]
        self._sign.setPixmap(picture(name, colour, current_theme().px(18), ratio=self.devicePixelRatioF()))


class _Once(QWidget):
    def __init__(self, banner: Banner, do: Callable[[], object]) -> None:
        super().__init__(banner)
        self.hide()
        self._banner = banner
        self._do = do

    def run(self) -> None:
        self._banner.dismiss()
        self._do()
