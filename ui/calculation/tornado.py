"""A tornado: how far each input moves the result down and up, the widest on top."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from forms.views.yearly import tonnes
from ui.style import current_theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forms.sensitivity import Variation

MOST = 10
ROW = 26


def effect(variation: Variation) -> Decimal:
    """How far apart the two results are; nothing where one is missing."""
    if variation.low is None or variation.high is None:
        return Decimal(0)
    return abs(variation.high - variation.low)


class Tornado(QWidget):
    """Bars from the result as it is: lowered input in one colour and hatched edge, raised input in the other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._variations: Sequence[Variation] = ()
        self.setAccessibleName(self.tr("Tornado chart"))
        current_theme().changed.connect(self._fit)

    def show_variations(self, variations: Sequence[Variation], unit: str) -> None:
        """Show the widest, those that move nothing left out."""
        moving = [item for item in variations if effect(item)]
        self._variations = sorted(moving, key=effect, reverse=True)[:MOST]
        words = (f"{item.symbol}: {tonnes(item.low)} to {tonnes(item.high)} {unit}" for item in self._variations)
        self.setAccessibleDescription("; ".join(words))
        self._fit()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(520, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Names left, bars about the result as it is, numbers at their ends."""
        del event
        if not self._variations:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, metrics = current_theme().palette, self.fontMetrics()
        names = max(metrics.horizontalAdvance(item.symbol) for item in self._variations) + 12
        numbers = max(
            metrics.horizontalAdvance(tonnes(end)) for item in self._variations for end in (item.low, item.high)
        )
        plot = QRectF(names + numbers + 8, 0, max(60, self.width() - names - 2 * numbers - 20), self.height())
        low, high = self._range()
        base = self._variations[0].base or Decimal(0)
        for line, item in enumerate(self._variations):
            row = QRectF(0, line * self._row, self.width(), self._row)
            painter.setPen(QColor(palette.text))
            painter.drawText(row, Qt.AlignmentFlag.AlignVCenter, item.symbol)
            self._paint_bars(painter, item, row, (plot, low, high, base))
        painter.setPen(QPen(QColor(palette.text), 1))
        x = _place(base, plot, low, high)
        painter.drawLine(QPointF(x, 0), QPointF(x, self._row * len(self._variations)))
        painter.drawText(
            QRectF(x - 200, self._row * len(self._variations), 400, self._row),
            Qt.AlignmentFlag.AlignCenter,
            self.tr("as it is: {value}").format(value=tonnes(base)),
        )

    @property
    def _row(self) -> int:
        return current_theme().px(ROW)

    def _range(self) -> tuple[Decimal, Decimal]:
        ends = [end for item in self._variations for end in (item.low, item.high, item.base) if end is not None]
        return min(ends), max(ends)

    def _paint_bars(
        self, painter: QPainter, item: Variation, row: QRectF, scale: tuple[QRectF, Decimal, Decimal, Decimal]
    ) -> None:
        """The lowered input is drawn hollow, the raised one full: colour alone would not tell them apart."""
        plot, low, high, base = scale
        palette = current_theme().palette
        middle = _place(base, plot, low, high)
        for end, is_full in ((item.low, False), (item.high, True)):
            if end is None:
                continue
            x = _place(end, plot, low, high)
            bar = QRectF(min(x, middle), row.top() + 5, abs(x - middle), row.height() - 10)
            painter.setPen(QPen(QColor(palette.series[0] if is_full else palette.series[2]), 1.4))
            painter.setBrush(QColor(palette.series[0]) if is_full else Qt.BrushStyle.NoBrush)
            painter.drawRect(bar)
            painter.setPen(QColor(palette.quiet))
            right = x >= middle
            box = QRectF(x + 6 if right else x - 206, row.top(), 200, row.height())
            side = Qt.AlignmentFlag.AlignLeft if right else Qt.AlignmentFlag.AlignRight
            painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, tonnes(end))

    def _fit(self) -> None:
        self.setFixedHeight(self._row * (len(self._variations) + 1) if self._variations else 0)


def _place(value: Decimal, plot: QRectF, low: Decimal, high: Decimal) -> float:
    share = float((value - low) / (high - low)) if high != low else 0.5
    return plot.left() + share * plot.width()
