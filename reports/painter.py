"""Paints the pictures of `reports.pictures` on a ReportLab canvas, as vectors."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial, singledispatch
from typing import TYPE_CHECKING

from reportlab.lib.rl_accel import fp_str
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import FILL_EVEN_ODD, FILL_NON_ZERO, Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from forms.glyphs import printable
from reports.pictures import Area, Disc, Fill, Label, Line, Mark, Pen, Picture, Point
from reports.styles import ink
from reports.text import font_runs

if TYPE_CHECKING:
    from reports.outlines import Formula, Step
    from reports.tagging import TaggedCanvas

_HATCH_STEP = 3.2
_OPERATORS = {"M": "m", "L": "l", "C": "c", "Z": "h"}  # ISO 32000-1, 8.5.2


def paint(canvas: Canvas, picture: Picture) -> None:
    """Draw the picture with its lower left corner at the origin."""
    canvas.saveState()
    canvas.setLineJoin(1)
    for mark in picture.marks:
        paint_mark(mark, canvas)
    canvas.restoreState()


def draw(canvas: TaggedCanvas, formula: Formula) -> None:
    """Paint a formula with its baseline on the x axis."""
    # All numbers are written at once: one by one they cost most of what a page of working does.
    words = iter(fp_str(*(number for glyph in formula.glyphs for number in glyph[1:])).split())
    for glyph in formula.glyphs:
        canvas.stamp(glyph.shape.name, partial(_code, glyph.shape.steps), next(words), next(words), next(words))
    if formula.steps:
        canvas.drawPath(PDFPathObject(_code(formula.steps)), stroke=0, fill=1, fillMode=FILL_NON_ZERO)


def _code(steps: Iterable[Step]) -> list[str]:
    """A path in a page's code, to be filled or stroked."""
    return ["n", *(" ".join((fp_str(*numbers), _OPERATORS[name])).lstrip() for name, numbers in steps)]


@singledispatch
def paint_mark(mark: Mark, canvas: Canvas) -> None:
    """Draw one mark.

    Raises:
        TypeError: a kind of mark that has no painter.
    """
    message = f"no painter for {type(mark).__name__}"
    raise TypeError(message)


@paint_mark.register
def _(line: Line, canvas: Canvas) -> None:
    _take(canvas, line.pen)
    path = canvas.beginPath()
    _trace(path, line.points)
    canvas.drawPath(path, stroke=1, fill=0)


@paint_mark.register
def _(area: Area, canvas: Canvas) -> None:
    path = canvas.beginPath()
    for outline in area.outlines:
        _trace(path, outline)
        path.close()
    canvas.setFillColor(ink(area.fill.colour))
    if area.pen:
        _take(canvas, area.pen)
    canvas.drawPath(path, stroke=int(area.pen is not None), fill=1, fillMode=FILL_EVEN_ODD)
    if area.fill.hatch != "none":
        _hatch(canvas, path, area)


@paint_mark.register
def _(disc: Disc, canvas: Canvas) -> None:
    canvas.setFillColor(ink(disc.fill.colour))
    if disc.pen:
        _take(canvas, disc.pen)
    canvas.circle(*disc.centre, disc.radius, stroke=int(disc.pen is not None), fill=1)


@paint_mark.register
def _(label: Label, canvas: Canvas) -> None:
    runs = font_runs(printable(label.text).replace("\n", " "), "bold" if label.is_bold else "regular")
    width = sum(pdfmetrics.stringWidth(text, font, label.size) for font, text in runs)
    start = {"start": 0.0, "middle": -width / 2, "end": -width}[label.anchor]
    canvas.saveState()
    canvas.translate(*label.at)
    if label.is_turned:
        canvas.rotate(90)
    if label.has_ground:
        _paint_ground(canvas, label, start, width)
    text = canvas.beginText(start, 0)
    text.setFillColor(ink(label.colour))
    for font, part in runs:
        text.setFont(font, label.size)
        text.textOut(part)
    canvas.drawText(text)
    canvas.restoreState()


def _paint_ground(canvas: Canvas, label: Label, start: float, width: float) -> None:
    """A white patch that keeps a label readable over lines."""
    canvas.setFillColor(ink("#FFFFFF"))
    canvas.rect(start - 1.5, -0.28 * label.size, width + 3.0, 1.2 * label.size, stroke=0, fill=1)


def _trace(path: PDFPathObject, points: tuple[Point, ...]) -> None:
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)


def _take(canvas: Canvas, pen: Pen) -> None:
    canvas.setStrokeColor(ink(pen.colour))
    canvas.setLineWidth(pen.width)
    canvas.setDash(list(pen.dash))


def _hatch(canvas: Canvas, path: PDFPathObject, area: Area) -> None:
    """Lines or dots over the area, cut to its outline. Drawn, not a PDF pattern: printers agree on lines."""
    xs = [x for outline in area.outlines for x, _ in outline]
    ys = [y for outline in area.outlines for _, y in outline]
    canvas.saveState()
    canvas.clipPath(path, stroke=0, fill=0)
    _take(canvas, Pen(area.fill.ink, 0.45))
    _draw_hatch(canvas, area.fill, (min(xs), min(ys), max(xs), max(ys)))
    canvas.restoreState()


def _draw_hatch(canvas: Canvas, fill: Fill, box: tuple[float, float, float, float]) -> None:
    left, bottom, right, top = box
    height = top - bottom
    lines: list[tuple[float, float, float, float]] = []
    if fill.hatch == "diagonal":
        starts = _steps(left - height, right)
        lines = [(start, bottom, start + height, top) for start in starts]
    elif fill.hatch == "horizontal":
        lines = [(left, y, right, y) for y in _steps(bottom, top)]
    else:
        lines = [(x, y, x + 0.01, y) for y in _steps(bottom, top) for x in _steps(left, right)]
        canvas.setLineCap(1)
        canvas.setLineWidth(0.9)
    if lines:
        canvas.lines(lines)


def _steps(start: float, end: float) -> list[float]:
    """Multiples of the step between two bounds, so that neighbouring areas share one raster."""
    first = int(start // _HATCH_STEP)
    last = int(end // _HATCH_STEP) + 1
    return [number * _HATCH_STEP for number in range(first, last + 1)]
