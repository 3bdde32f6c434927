"""How a section is drawn in the tree: number, title, problem marks, fill ring."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.style import Palette, current_theme

if TYPE_CHECKING:
    from ui.completeness import Fill
    from ui.section_tree import SectionTree

Index = QModelIndex | QPersistentModelIndex
PLACE = Qt.ItemDataRole.UserRole + 1
NUMBER = Qt.ItemDataRole.UserRole + 2
RING = 13


class SectionRow(QStyledItemDelegate):
    """Number, title, problem marks, fill ring."""

    def __init__(self, tree: SectionTree) -> None:
        super().__init__(tree)
        self._tree = tree

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """A row of comfortable height."""
        hint = super().sizeHint(option, index)
        return QSize(hint.width(), max(30, option.fontMetrics.height() + 12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Right to left: ring, warnings, errors; the title takes the rest."""
        palette = current_theme().palette
        rect = QRectF(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, rect, palette, option, selected=selected)
        place = tuple(index.data(PLACE))
        right = rect.right() - 8
        right = self._ring(painter, right, rect, palette, self._tree.completeness.of(*place))
        errors, warnings = self._tree.problems.get(place, (0, 0))
        right = self._count(painter, right, rect, warnings, palette.warning, "triangle")
        right = self._count(painter, right, rect, errors, palette.error, "round")
        right = self._count(painter, right, rect, self._tree.findings.get(place, 0), palette.accent, "flag")
        self._title(painter, rect.adjusted(4, 0, right - rect.right() - 6, 0), index, palette, top=not place[1])
        painter.restore()

    def _ground(
        self, painter: QPainter, rect: QRectF, palette: Palette, option: QStyleOptionViewItem, *, selected: bool
    ) -> None:
        if selected:
            painter.fillRect(rect, QColor(palette.accent_soft))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(palette.hover))
        if selected and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(palette.accent), 1))
            painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))

    def _title(self, painter: QPainter, rect: QRectF, index: Index, palette: Palette, *, top: bool) -> None:
        font = QFont(painter.font())
        font.setBold(top)
        painter.setFont(font)
        number = index.data(NUMBER)
        if number:
            painter.setPen(QColor(palette.quiet))
            painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, number)
            rect = rect.adjusted(painter.fontMetrics().horizontalAdvance(number) + 8, 0, 0, 0)
        painter.setPen(QColor(palette.text))
        words = painter.fontMetrics().elidedText(index.data(), Qt.TextElideMode.ElideRight, int(rect.width()))
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, words)

    def _ring(self, painter: QPainter, right: float, rect: QRectF, palette: Palette, fill: Fill) -> float:
        """Empty, a part, or full with a tick; nothing where nothing is asked."""
        box = QRectF(right - RING, rect.center().y() - RING / 2, RING, RING)
        if not fill.required and not fill.given:
            return right - RING
        if fill.share >= 1:
            painter.setPen(QPen(QColor(palette.accent), 1.8))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            tick = [QPointF(1.5, 7), QPointF(5, 10.5), QPointF(11.5, 3)]
            painter.drawPolyline(QPolygonF([box.topLeft() + point for point in tick]))
            return box.left()
        painter.setPen(QPen(QColor(palette.edge), 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box.adjusted(1, 1, -1, -1))
        if fill.share > 0:
            wedge = QPainterPath(box.center())
            wedge.arcTo(box.adjusted(3, 3, -3, -3), 90, -360 * fill.share)
            painter.fillPath(wedge, QColor(palette.accent))
        return box.left()

    def _count(self, painter: QPainter, right: float, rect: QRectF, count: int, colour: str, shape: str) -> float:
        if not count:
            return right
        font = QFont(painter.font())
        font.setPixelSize(max(10, font.pixelSize() - 3))
        font.setBold(False)
        painter.save()
        painter.setFont(font)
        words = str(count)
        width = painter.fontMetrics().horizontalAdvance(words)
        painter.setPen(QColor(colour))
        painter.drawText(
            QRectF(right - width - 6, rect.top(), width + 1, rect.height()), Qt.AlignmentFlag.AlignVCenter, words
        )
        sign = QRectF(right - width - 17, rect.center().y() - 4, 8, 8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        if shape == "round":
            painter.drawEllipse(sign)
        elif shape == "flag":
            painter.drawRect(QRectF(sign.left(), sign.top() - 2, 1.5, sign.height() + 4))
            painter.drawRect(QRectF(sign.left(), sign.top() - 2, sign.width(), 6))
        else:
            corners = [sign.bottomLeft(), sign.bottomRight(), QPointF(sign.center().x(), sign.top())]
            painter.drawPolygon(QPolygonF(corners))
        painter.restore()
        return right - width - 22
