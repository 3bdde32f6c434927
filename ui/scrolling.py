"""Room that scrolls."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


def scrolled(page: QWidget, parent: QWidget) -> QScrollArea:
    """A page as wide as the room it has, which scrolls up and down when it is higher; without a frame."""
    area = QScrollArea(parent)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(page)
    return area


def passed_over(area: QScrollArea) -> QScrollArea:
    """The same: Tab goes to what is inside, not to the area itself."""
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
