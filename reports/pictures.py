"""Line drawings as data: what a chart or map consists of, for a painter on paper and another on screen.

Lengths are points; the origin is the lower left corner, y runs upwards. Knows neither ReportLab nor Qt.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Point = tuple[float, float]
Hatch = Literal["none", "diagonal", "horizontal", "dots"]
Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True)
class Pen:
    """How a line is drawn. `colour` is a name of the palette or "#RRGGBB"; `dash` is on and off, in points."""

    colour: str
    width: float = 0.5
    dash: tuple[float, ...] = ()


@dataclass(frozen=True)
class Fill:
    """How an area is filled: ground, and over it a hatch that tells areas apart in grey print."""

    colour: str
    hatch: Hatch = "none"
    ink: str = "ink"


@dataclass(frozen=True)
class Line:
    """A stroke through points."""

    points: tuple[Point, ...]
    pen: Pen


@dataclass(frozen=True)
class Area:
    """A filled shape, its outlines closed; outlines inside others are holes."""

    outlines: tuple[tuple[Point, ...], ...]
    fill: Fill
    pen: Pen | None = None


@dataclass(frozen=True)
class Disc:
    """A filled circle."""

    centre: Point
    radius: float
    fill: Fill
    pen: Pen | None = None


@dataclass(frozen=True)
class Label:
    """A line of text at its baseline. It may be turned to read upwards, and stand on a white ground."""

    at: Point
    text: str
    size: float = 7.0
    anchor: Anchor = "start"
    colour: str = "ink"
    is_bold: bool = False
    is_turned: bool = False
    has_ground: bool = False


Mark = Line | Area | Disc | Label


@dataclass(frozen=True)
class Picture:
    """A drawing of a given size; marks are painted in order."""

    width: float
    height: float
    marks: tuple[Mark, ...]


def rectangle(left: float, bottom: float, width: float, height: float) -> tuple[Point, ...]:
    """The outline of an upright rectangle."""
    right, top = left + width, bottom + height
    return ((left, bottom), (right, bottom), (right, top), (left, top))
