"""Words on the window: a label with the part that it plays."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


def caption(text: str, role: str, parent: QWidget) -> QLabel:
    """Plain words that wrap; `role` is what the style sheet knows: label, quiet, small, title, and so on."""
    label = QLabel(text, parent)
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
