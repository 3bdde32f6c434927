"""In which country a place lies, and which are near."""

from __future__ import annotations

import itertools
from math import cos, hypot, radians
from typing import TYPE_CHECKING

from forms.worldmap.outlines import countries

if TYPE_CHECKING:
    from forms.worldmap.outlines import Country
    from forms.worldmap.shapes import Point, Polygon

KILOMETRES_A_DEGREE = 111.2
# At 1:50 million a coast or border may lie this far from the true one, so a harbour may seem to be at sea.
TOLERANCE = 15.0


def country_at(latitude: float, longitude: float) -> str | None:
    """ISO alpha-2 code of the country at a place, or of the one within `TOLERANCE` km; None out at sea."""
    return next(iter(countries_near(latitude, longitude)), None)


def countries_near(latitude: float, longitude: float, *, kilometres: float = TOLERANCE) -> tuple[str, ...]:
    """ISO alpha-2 codes of the countries within that distance, the nearest first.

    A check that a site lies in a country should accept any of these: the outlines are coarse.
    """
    found = []
    for item in countries():
        distance = _distance_to_country(item, (longitude, latitude), kilometres)
        if item.code and distance <= kilometres:
            found.append((distance, item.code))
    return tuple(dict.fromkeys(code for _, code in sorted(found)))


def _distance_to_country(item: Country, point: Point, limit: float) -> float:
    """Kilometres to the country's land, 0 on it; infinite when it is surely beyond the limit."""
    degrees = limit / KILOMETRES_A_DEGREE
    reach = degrees / max(0.05, cos(radians(point[1])))
    distances = [float("inf")]
    for polygon in item.polygons:
        for turn in (-360.0, 0.0, 360.0):
            turned = (point[0] + turn, point[1])
            if polygon.contains(turned):
                return 0.0
            if polygon.box.widened(reach).contains(turned):
                distances.append(_distance_to_shore(polygon, turned))
    return min(distances)


def _distance_to_shore(polygon: Polygon, point: Point) -> float:
    """Kilometres, on a plane that touches the globe at the point: exact enough for tens of kilometres."""
    squeeze = cos(radians(point[1]))
    flat = [[((x - point[0]) * squeeze, y - point[1]) for x, y in ring] for ring in polygon.rings]
    nearest = min(_distance_to_line(a, b) for ring in flat for a, b in itertools.pairwise(ring))
    return nearest * KILOMETRES_A_DEGREE


def _distance_to_line(start: Point, end: Point) -> float:
    """Distance of the origin from a stretch of line."""
    (x1, y1), (x2, y2) = start, end
    length = (x2 - x1) ** 2 + (y2 - y1) ** 2
    along = 0.0 if length == 0 else max(0.0, min(1.0, -(x1 * (x2 - x1) + y1 * (y2 - y1)) / length))
    return hypot(x1 + along * (x2 - x1), y1 + along * (y2 - y1))
