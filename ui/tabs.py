"""Tabs that fit into any width: where there is no room for all their names, icons stand for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QTabBar

from ui.style import current_theme, icon

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

ICON, AROUND = 13, 12
"""An icon at 100 %, and what the style sheet puts beside it, in device-independent pixels."""


class Tabs(QTabBar):
    """All names; with less room the name in front between the icons of the others; with the least, icons alone.

    A name that is not shown is the tip of its tab, and always what a screen reader says.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: list[tuple[str, str]] = []
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.currentChanged.connect(self._fit)
        current_theme().changed.connect(self._fit)

    def add(self, name: str, picture: str) -> None:
        """One more tab; `picture` is the icon that stands for it."""
        self._entries.append((name, picture))
        self.addTab(name)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More names, or fewer."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Other letters are wider or narrower."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def minimumSizeHint(self) -> QSize:
        """As narrow as somebody wants it."""
        return QSize(0, super().minimumSizeHint().height())

    def _fit(self) -> None:
        every = set(range(len(self._entries)))
        for named in (every, {self.currentIndex()}, set[int]()):
            self._show_names(named)
            if self.sizeHint().width() <= self.width():
                return

    def _show_names(self, named: set[int]) -> None:
        theme = current_theme()
        side = min(theme.px(ICON), self.width() // max(1, len(self._entries)) - AROUND)
        self.setIconSize(QSize(side, side))
        for place, (name, picture) in enumerate(self._entries):
            has_name = place in named
            self.setTabText(place, name if has_name else "")
            self.setTabIcon(place, QIcon() if has_name else icon(picture, theme.palette))
            self.setTabToolTip(place, "" if has_name else name)
            self.setAccessibleTabName(place, name)
