"""Places, windows and pieces of land, in degrees.

Points are (longitude, latitude), WGS84, as binary floats: they're places on a small map, not quantities of the
dossier. A shape that reaches over the antimeridian has longitudes beyond 180, or runs on below -180.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

Point = tuple[float, float]
Ring = tuple[Point, ...]


@dataclass(frozen=True)
class Box:
    """A window in degrees; `east` is above 180 where the window reaches over the antimeridian."""

    west: float
    south: float
    east: float
    north: float

    def contains(self, point: Point) -> bool:
        """Whether the point lies inside or on the edge."""
        return self.west <= point[0] <= self.east and self.south <= point[1] <= self.north

    def gap(self, other: Box) -> float:
        """Degrees between two boxes; 0 when they touch."""
        across = max(other.west - self.east, self.west - other.east, 0.0)
        along = max(other.south - self.north, self.south - other.north, 0.0)
        return max(across, along)

    def joined(self, other: Box) -> Box:
        """The smallest box round both."""
        return Box(
            min(self.west, other.west),
            min(self.south, other.south),
            max(self.east, other.east),
            max(self.north, other.north),
        )

    def widened(self, degrees: float) -> Box:
        """The box with a margin on all sides; it never passes a pole."""
        south, north = max(-90.0, self.south - degrees), min(90.0, self.north + degrees)
        return Box(self.west - degrees, south, self.east + degrees, north)


@dataclass(frozen=True)
class Polygon:
    """One piece of land: its shore, and the holes in it."""

    rings: tuple[Ring, ...]
    box: Box
    area: float

    def contains(self, point: Point) -> bool:
        """Whether the point lies on this land. Even-odd rule, so holes count as outside."""
        return self.box.contains(point) and sum(_is_inside(point, ring) for ring in self.rings) % 2 == 1

    def shifted(self, degrees: float) -> Polygon:
        """The same land, `degrees` further east (360 is once round)."""
        if degrees == 0:
            return self
        rings = tuple(tuple((x + degrees, y) for x, y in ring) for ring in self.rings)
        box = Box(self.box.west + degrees, self.box.south, self.box.east + degrees, self.box.north)
        return Polygon(rings, box, self.area)


def turn_towards(longitude: float, centre: float) -> float:
    """The multiple of 360 that brings a longitude nearest to another."""
    return -360.0 * round((longitude - centre) / 360.0)


def _is_inside(point: Point, ring: Ring) -> bool:
    """Even-odd rule: a ray to the east crosses the shore an odd number of times."""
    x, y = point
    inside = False
    for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


def clipped(ring: Ring, box: Box) -> Ring:
    """The ring cut to a box (Sutherland and Hodgman); empty when nothing is left."""
    for axis, bound, keeps_above in (
        (0, box.west, True),
        (0, box.east, False),
        (1, box.south, True),
        (1, box.north, False),
    ):
        ring = tuple(_cut(ring, axis, bound, keeps_above=keeps_above))
    return ring if len(ring) > 2 else ()


def _cut(ring: Ring, axis: int, bound: float, *, keeps_above: bool) -> Iterator[Point]:
    """The ring on one side of a line; where it crosses, a point on the line."""
    sign = 1.0 if keeps_above else -1.0
    for before, after in zip(ring[-1:] + ring[:-1], ring, strict=True):
        from_before, from_after = sign * (before[axis] - bound), sign * (after[axis] - bound)
        if (from_before >= 0) != (from_after >= 0):
            share = from_before / (from_before - from_after)
            x, y = (before[i] + share * (after[i] - before[i]) for i in (0, 1))
            yield (bound, y) if axis == 0 else (x, bound)
        if from_after >= 0:
            yield after
