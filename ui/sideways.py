"""What is wider than its place is pushed sideways: this shows on which side there is more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPen
from PySide6.QtWidgets import QWidget

from ui.style import current_theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

FADE = 24
"""Device-independent pixels over which what goes on is faded out."""


def fade_out(painter: QPainter, area: QRectF, *, left: bool = False) -> None:
    """Fade the right edge of an area, with an arrow at its upper end, or the left one."""
    palette, wide = current_theme().palette, current_theme().px(FADE)
    edge = QRectF(area.left() if left else area.right() - wide, area.top(), wide, area.height())
    towards = (edge.topRight(), edge.topLeft()) if left else (edge.topLeft(), edge.topRight())
    fade, ground = QLinearGradient(*towards), QColor(palette.ground)
    for place, strength in ((0.0, 0), (0.7, 225), (1.0, 255)):
        ground.setAlpha(strength)
        fade.setColorAt(place, ground)
    painter.save()
    painter.fillRect(edge, fade)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(palette.accent), max(2.0, wide / 14)))
    way = -1 if left else 1
    tip, by = QPointF(edge.center().x() + way * wide * 0.4, edge.top() + wide * 0.6), wide * 0.22
    painter.drawPolyline([tip + QPointF(-way * by, -by), tip, tip + QPointF(-way * by, by)])
    painter.restore()


class MoreBeside(QWidget):
    """A faded edge over a view that can be pushed further to that side. The mouse goes through it."""

    def __init__(self, view: QWidget, *, left: bool = False) -> None:
        super().__init__(view)
        self._left = left
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def lie_over(self, area: QRect, *, shown: bool) -> None:
        """Take the edge of an area of the view, while there is more on that side."""
        wide = current_theme().px(FADE)
        self.setGeometry(area.left() if self._left else area.right() - wide + 1, area.top(), wide, area.height())
        self.setVisible(shown)
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The edge."""
        del event
        painter = QPainter(self)
        fade_out(painter, QRectF(self.rect()), left=self._left)
        painter.end()
