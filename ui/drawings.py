"""Equations, charts and maps as drawings inside a text: sharp at any size, in the colours of the theme."""

from __future__ import annotations

from decimal import Decimal
from math import ceil, cos, floor, log10, radians
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QByteArray, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QPainter,
    QPen,
    QPixmap,
    QPolygonF,
    QPyTextObject,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtSvg import QSvgRenderer

from forms.quantities import format_number
from reports.diagrams import line_diagram
from reports.pictures import Area, Disc, Label, Line
from ui.equations import EM, equations
from ui.maps import maps

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from forms.blocks import ChartBlock, DiagramBlock, EquationBlock, MapBlock
    from forms.worldmap import Box
    from reports.pictures import Mark, Pen
    from ui.maps import Outline
    from ui.style.palette import Palette

DRAWING = QTextFormat.ObjectTypes.UserObject.value + 1
NUMBER = QTextFormat.Property.UserProperty.value + 11
WIDEST = 620.0


class Drawing(Protocol):
    """Something drawn in a rectangle."""

    def size(self, room: float, pixels: int) -> QSizeF:
        """Width and height wanted, at most `room` wide, beside letters of so many pixels."""

    def paint(self, painter: QPainter, rect: QRectF, palette: Palette) -> None:
        """Draw into the rectangle."""


class EquationDrawing:
    """One displayed equation with its number at the right; in words while it is being set."""

    def __init__(self, block: EquationBlock) -> None:
        self._block = block

    def size(self, room: float, pixels: int) -> QSizeF:
        """As set, made smaller when it is too wide; the number needs the whole width."""
        made = equations().lookup(self._block.latex)
        height = made.height * self._scale(room, pixels) if made and made.svg else pixels * 1.6
        return QSizeF(min(room, WIDEST), height + 10 + self._line_below(room, pixels))

    def paint(self, painter: QPainter, rect: QRectF, palette: Palette) -> None:
        """Formula left, number right; below it where there is no room beside it."""
        made = equations().lookup(self._block.latex)
        painter.setPen(QColor(palette.quiet))
        pixels = painter.font().pixelSize() if painter.font().pixelSize() > 0 else 14
        upright = (
            Qt.AlignmentFlag.AlignBottom if self._line_below(rect.width(), pixels) else Qt.AlignmentFlag.AlignVCenter
        )
        painter.drawText(rect, Qt.AlignmentFlag.AlignRight | upright, self._block.number)
        if made is None or not made.svg:
            left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(rect.adjusted(12, 0, -60, 0), left, self._block.spoken)
            return
        scale = self._scale(rect.width(), pixels)
        target = QRectF(rect.x() + 12, rect.y() + 5, made.width * scale, made.height * scale)
        drawing = made.svg.replace('fill="black"', f'fill="{palette.text}"').replace(
            "<svg ", f'<svg fill="{palette.text}" '
        )
        QSvgRenderer(QByteArray(drawing.encode())).render(painter, target)

    def _line_below(self, room: float, pixels: int) -> float:
        """The height of a line for the number; nothing where it fits beside the formula."""
        made = equations().lookup(self._block.latex)
        font = QFont(QGuiApplication.font())
        font.setPixelSize(pixels)
        number = QFontMetricsF(font).horizontalAdvance(self._block.number)
        formula = made.width * self._scale(room, pixels) if made else 0
        return pixels * 1.4 if formula + number + 24 > min(room, WIDEST) else 0

    def _scale(self, room: float, pixels: int) -> float:
        made = equations().lookup(self._block.latex)
        natural = pixels * 1.15 / EM
        return min(natural, (min(room, WIDEST) - 76) / made.width) if made and made.width else natural


class ChartDrawing:
    """Columns by year, side by side for each series."""

    HEIGHT = 230.0

    def __init__(self, block: ChartBlock) -> None:
        self._block = block

    def size(self, room: float, pixels: int) -> QSizeF:
        """As wide as there is room, and higher where the key takes several lines."""
        font = QFont(QGuiApplication.font())
        font.setPixelSize(pixels)
        width = min(room, WIDEST)
        return QSizeF(width, self.HEIGHT + pixels + self._key_height(QFontMetricsF(font), width))

    def paint(self, painter: QPainter, rect: QRectF, palette: Palette) -> None:
        """Axis, columns, labels, key."""
        values = [value for _, series in self._block.series for value in series]
        low, high, step = _axis(min([*values, Decimal(0)]), max([*values, Decimal(0)]))
        metrics = QFontMetricsF(painter.font())
        labels = [format_number(low + step * count) for count in range(int((high - low) / step) + 1)]
        left = max(metrics.horizontalAdvance(label) for label in labels) + 10
        below = metrics.height() + 14 + self._key_height(metrics, rect.width())
        plot = rect.adjusted(left, metrics.height() + 10, -4, -below)
        to_y = _scale_of(low, high, plot)
        self._paint_axis(painter, plot, palette, [(labels[n], to_y(low + step * n)) for n in range(len(labels))])
        self._paint_columns(painter, plot, palette, to_y)
        self._paint_key(painter, rect, palette)

    def _paint_axis(
        self, painter: QPainter, plot: QRectF, palette: Palette, ticks: Sequence[tuple[str, float]]
    ) -> None:
        for label, y in ticks:
            painter.setPen(QPen(QColor(palette.hairline), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(QColor(palette.quiet))
            high = painter.fontMetrics().height()
            box = QRectF(plot.left() - 200, y - high / 2, 194, high)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, label)
        painter.drawText(QPointF(plot.left(), plot.top() - 8), self._block.unit)

    def _paint_columns(
        self, painter: QPainter, plot: QRectF, palette: Palette, to_y: Callable[[Decimal], float]
    ) -> None:
        slot = plot.width() / max(1, len(self._block.labels))
        width = min(34.0, slot * 0.72 / max(1, len(self._block.series)))
        zero = to_y(Decimal(0))
        for place, label in enumerate(self._block.labels):
            start = plot.left() + slot * (place + 0.5) - width * len(self._block.series) / 2
            for number, (_, values) in enumerate(self._block.series):
                y = to_y(values[place])
                colour = QColor(palette.series[number % len(palette.series)])
                painter.fillRect(QRectF(start + number * width, min(y, zero), width - 1.5, abs(zero - y)), colour)
            painter.setPen(QColor(palette.quiet))
            every = ceil(painter.fontMetrics().horizontalAdvance(label) / max(1.0, slot - 6))
            if place % max(1, every) == 0:
                high = painter.fontMetrics().height()
                box = QRectF(plot.left() + slot * place - 40, plot.bottom() + 4, slot + 80, high)
                painter.drawText(box, Qt.AlignmentFlag.AlignHCenter, label)

    def _paint_key(self, painter: QPainter, rect: QRectF, palette: Palette) -> None:
        metrics = QFontMetricsF(painter.font())
        top = rect.bottom() - self._key_height(metrics, rect.width())
        for number, (name, at) in enumerate(self._key(metrics, rect.width())):
            spot = QPointF(rect.left(), top + metrics.ascent()) + at
            square = QRectF(spot.x(), spot.y() - 9, 10, 10)
            painter.fillRect(square, QColor(palette.series[number % len(palette.series)]))
            painter.setPen(QColor(palette.quiet))
            painter.drawText(spot + QPointF(15, 0), name)

    def _key(self, metrics: QFontMetricsF, room: float) -> list[tuple[str, QPointF]]:
        """Each series and where it stands in the key: side by side, and in the next line where there is no room."""
        made, x, y = [], 0.0, 0.0
        for name, _ in self._block.series:
            width = metrics.horizontalAdvance(name) + 15
            if x and x + width > room:
                x, y = 0.0, y + metrics.height()
            made.append((name, QPointF(x, y)))
            x += width + 21
        return made

    def _key_height(self, metrics: QFontMetricsF, room: float) -> float:
        return max((at.y() for _, at in self._key(metrics, room)), default=0) + metrics.height()


class MapDrawing:
    """The country and its sites, on a plain cylindrical map stretched to its middle latitude.

    The land is worked out off the GUI thread and painted once for each size and palette; until then a quiet
    sheet of the same height stands there.
    """

    HIGHEST, LOWEST = 380.0, 180.0

    def __init__(self, block: MapBlock) -> None:
        self._block = block
        self._places = [(float(longitude), float(latitude)) for _, latitude, longitude in block.sites]
        self._sheet: tuple[object, QPixmap] | None = None

    def size(self, room: float, pixels: int) -> QSizeF:
        """In the proportions of the country."""
        del pixels
        made = maps().lookup(self._block.country, self._places)
        width = min(room, WIDEST)
        if made is None:
            return QSizeF(width, 280)
        return QSizeF(width, min(self.HIGHEST, max(self.LOWEST, width / _proportion(made.box))) if made.box else 24)

    def paint(self, painter: QPainter, rect: QRectF, palette: Palette) -> None:
        """Land, then sites with their names."""
        made = maps().lookup(self._block.country, self._places)
        if made is None:
            painter.fillRect(rect, QColor(palette.panel))
            return
        if made.box is None:
            painter.setPen(QColor(palette.quiet))
            painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, self._block.alternative_text)
            return
        frame = self._frame(rect, made.box)
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(frame.topLeft(), self._land(made, frame.size(), ratio, palette))
        painter.save()
        painter.setClipRect(frame)
        for name, latitude, longitude in self._block.sites:
            at = _point(float(longitude), float(latitude), frame, made.box)
            self._paint_site(painter, at, name, palette, frame)
        painter.restore()
        painter.setPen(QPen(QColor(palette.edge), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(frame)

    def _land(self, made: Outline, size: QSizeF, ratio: float, palette: Palette) -> QPixmap:
        key = (id(made), size.width(), size.height(), ratio, palette)
        if self._sheet is None or self._sheet[0] != key:
            self._sheet = (key, self._painted(made, size, ratio, palette))
        return self._sheet[1]

    def _painted(self, made: Outline, size: QSizeF, ratio: float, palette: Palette) -> QPixmap:
        sheet = QPixmap((size * ratio).toSize())
        sheet.setDevicePixelRatio(ratio)
        sheet.fill(QColor(palette.panel))
        painter = QPainter(sheet)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(palette.quiet), 0.8))
        frame, box = QRectF(QPointF(0, 0), size), made.box
        for code, ring in made.land:
            painter.setBrush(QColor(palette.accent_soft if code == self._block.country else palette.hairline))
            painter.drawPolygon(QPolygonF([_point(x, y, frame, box) for x, y in ring if box is not None]))
        painter.end()
        return sheet

    def _paint_site(self, painter: QPainter, at: QPointF, name: str, palette: Palette, frame: QRectF) -> None:
        painter.setPen(QPen(QColor(palette.ground), 1.5))
        painter.setBrush(QColor(palette.accent))
        painter.drawEllipse(at, 5, 5)
        painter.setPen(QColor(palette.text))
        width = painter.fontMetrics().horizontalAdvance(name)
        fits = at.x() + 9 + width < frame.right() - 4
        painter.drawText(at + QPointF(9 if fits else -9 - width, 4), name)

    def _frame(self, rect: QRectF, box: Box) -> QRectF:
        proportion = _proportion(box)
        width = min(rect.width(), rect.height() * proportion)
        return QRectF(rect.x(), rect.y(), width - 1, width / proportion - 1)


def _proportion(box: Box) -> float:
    middle = cos(radians((box.north + box.south) / 2))
    return max(0.4, (box.east - box.west) * max(0.1, middle) / max(0.1, box.north - box.south))


def _point(longitude: float, latitude: float, frame: QRectF, box: Box) -> QPointF:
    across = (longitude - box.west) / (box.east - box.west)
    down = (box.north - latitude) / (box.north - box.south)
    return QPointF(frame.x() + across * frame.width(), frame.y() + down * frame.height())


class DiagramDrawing:
    """Flows with their meters: the picture that print draws too, in the colours of the theme."""

    def __init__(self, block: DiagramBlock) -> None:
        self._picture = line_diagram(block.flows)

    def size(self, room: float, pixels: int) -> QSizeF:
        """As wide as there is room, in the proportions of print."""
        del pixels
        scale = min(room, WIDEST) / self._picture.width
        return QSizeF(self._picture.width * scale, self._picture.height * scale)

    def paint(self, painter: QPainter, rect: QRectF, palette: Palette) -> None:
        """Every mark, from the lower left corner upwards."""
        painter.translate(rect.bottomLeft())
        scale = rect.width() / self._picture.width
        painter.scale(scale, scale)
        for mark in self._picture.marks:
            _paint_mark(painter, mark, palette)


def _paint_mark(painter: QPainter, mark: Mark, palette: Palette) -> None:
    match mark:
        case Line(points=points, pen=pen):
            painter.setPen(_pen(pen, palette))
            painter.drawPolyline(QPolygonF([QPointF(x, -y) for x, y in points]))
        case Area(outlines=outlines, fill=fill, pen=pen):
            painter.setPen(_pen(pen, palette) if pen else Qt.PenStyle.NoPen)
            painter.setBrush(_colour(fill.colour, palette))
            for outline in outlines:
                painter.drawPolygon(QPolygonF([QPointF(x, -y) for x, y in outline]))
        case Disc(centre=(x, y), radius=radius, fill=fill, pen=pen):
            painter.setPen(_pen(pen, palette) if pen else Qt.PenStyle.NoPen)
            painter.setBrush(_colour(fill.colour, palette))
            painter.drawEllipse(QPointF(x, -y), radius, radius)
        case Label():
            _paint_label(painter, mark, palette)


def _paint_label(painter: QPainter, label: Label, palette: Palette) -> None:
    font = QFont(painter.font())
    font.setPixelSize(max(1, round(label.size)))
    font.setBold(label.is_bold)
    painter.save()
    painter.setFont(font)
    painter.setPen(_colour(label.colour, palette))
    width = QFontMetricsF(font).horizontalAdvance(label.text)
    start = {"start": 0.0, "middle": -width / 2, "end": -width}[label.anchor]
    painter.drawText(QPointF(label.at[0] + start, -label.at[1]), label.text)
    painter.restore()


def _pen(pen: Pen, palette: Palette) -> QPen:
    return QPen(_colour(pen.colour, palette), pen.width)


def _colour(name: str, palette: Palette) -> QColor:
    """A colour of print in the theme; paper is the ground of the window."""
    known = {
        "ink": palette.text, "quiet": palette.quiet, "accent": palette.accent, "shade": palette.panel,
        "rule": palette.hairline, "#FFFFFF": palette.ground,
    }  # fmt: skip
    return QColor(known.get(name, name))


class Drawings(QPyTextObject):
    """Draws the drawings of one document; its formats carry their number."""

    def __init__(self, document: QTextDocument, palette: Callable[[], Palette]) -> None:
        super().__init__(document)
        self._document = document
        self._palette = palette
        self._drawings: list[Drawing] = []
        document.documentLayout().registerHandler(DRAWING, self)

    def clear(self) -> None:
        """Forget all."""
        self._drawings.clear()

    @property
    def has_late_ones(self) -> bool:
        """True when some are made off the GUI thread, and may change their size when they are there."""
        return any(isinstance(drawing, EquationDrawing | MapDrawing) for drawing in self._drawings)

    def add(self, drawing: Drawing) -> int:
        """Keep a drawing; returns its number."""
        self._drawings.append(drawing)
        return len(self._drawings) - 1

    def intrinsicSize(self, doc: QTextDocument, pos_in_document: int, format_: QTextFormat) -> QSizeF:
        """Size of one drawing."""
        del pos_in_document
        room = doc.textWidth() - 2 * doc.documentMargin()
        return self._of(format_).size(room if room > 0 else WIDEST, self._pixels(doc))

    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, doc: QTextDocument, pos_in_document: int, format_: QTextFormat
    ) -> None:
        """Draw one drawing."""
        del pos_in_document
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(doc.defaultFont())
        drawing = self._of(format_)
        font.setPixelSize(self._pixels(doc) if isinstance(drawing, EquationDrawing) else max(10, self._pixels(doc) - 2))
        painter.setFont(font)
        drawing.paint(painter, QRectF(rect), self._palette())
        painter.restore()

    def _of(self, format_: QTextFormat) -> Drawing:
        return self._drawings[format_.intProperty(NUMBER)]

    def _pixels(self, document: QTextDocument) -> int:
        return document.defaultFont().pixelSize() if document.defaultFont().pixelSize() > 0 else 14


def _axis(low: Decimal, high: Decimal) -> tuple[Decimal, Decimal, Decimal]:
    """Round ends and a round step, about four steps."""
    span = high - low or Decimal(1)
    power = Decimal(10) ** floor(log10(float(span) / 4))
    step = next(power * times for times in (1, 2, 5, 10) if power * times >= span / 4)
    bottom = step * floor(low / step)
    return bottom, max(step * ceil(high / step), bottom + step), step


def _scale_of(low: Decimal, high: Decimal, plot: QRectF) -> Callable[[Decimal], float]:
    def to_y(value: Decimal) -> float:
        return plot.bottom() - float((value - low) / ((high - low) or Decimal(1))) * plot.height()

    return to_y
