"""Outlines of the world's countries: where a site lies, how large a country is, what a location map draws.

Points are (longitude, latitude) in decimal degrees, WGS84, as binary floats: they're places on a small map,
not quantities of the dossier. The longitudes of one ring run on without a jump, so a country that reaches over
the antimeridian has some beyond 180; `within_the_world` cuts such rings for a map of the whole world.

Source: Natural Earth 4.1 by way of the npm package world-atlas (see forms/tables/world/LICENSE.txt).
"""

from __future__ import annotations

import csv
import itertools
import json
from dataclasses import dataclass
from functools import cache
from importlib import resources
from math import cos, hypot, radians
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

Point = tuple[float, float]
Ring = tuple[Point, ...]
Detail = Literal["110m", "50m"]

KILOMETRES_A_DEGREE = 111.2
# At 1:50 million a coast or border may lie this far from the true one, so a harbour may seem to be at sea.
TOLERANCE = 15.0


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


@dataclass(frozen=True)
class Country:
    """`code` is ISO 3166-1 alpha-2, empty for the few areas that have none."""

    code: str
    name: str
    polygons: tuple[Polygon, ...]


@cache
def countries(detail: Detail = "50m") -> tuple[Country, ...]:
    """All countries: "110m" for a map of the world, "50m" for one of a country."""
    data = json.loads(_world_file(f"countries-{detail}.json"))
    arcs = tuple(_decoded_arcs(data))
    codes = _country_codes()
    return tuple(_country(item, arcs, codes) for item in data["objects"]["countries"]["geometries"])


def country(code: str, detail: Detail = "50m") -> Country | None:
    """The country with that ISO alpha-2 code, or nothing if the map doesn't show it."""
    return next((found for found in countries(detail) if found.code == code), None)


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


def bounding_box(code: str, *, sites: Iterable[Point] = ()) -> Box | None:
    """The window a map of the country needs: its main land, or the parts where the sites are.

    Far and small possessions are left out unless a site lies there. None for an unknown country.
    """
    found = country(code)
    if found is None:
        return None
    land = _turned_together(found.polygons)
    box = _grown(_seeds(land, tuple(sites)), land)
    for x, y in sites:
        near = x + _turn_towards(x, (box.west + box.east) / 2)
        box = box.joined(Box(near, y, near, y))
    return box


def land_within(box: Box, detail: Detail = "50m") -> Iterator[tuple[str, Ring]]:
    """Code and shore of every piece of land in a window, cut to the window and turned to its longitudes."""
    for item in countries(detail):
        for polygon in item.polygons:
            for turn in (-360.0, 0.0, 360.0):
                yield from ((item.code, ring) for ring in _cut_polygon(polygon, turn, box))


def within_the_world(ring: Ring) -> Iterator[Ring]:
    """The parts of a ring, each with longitudes from -180 to 180."""
    for turn in (-360.0, 0.0, 360.0):
        part = clipped(tuple((x + turn, y) for x, y in ring), Box(-180.0, -90.0, 180.0, 90.0))
        if part:
            yield part


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


def _world_file(name: str) -> str:
    return (resources.files("forms") / "tables" / "world" / name).read_text(encoding="utf-8")


@cache
def _country_codes() -> Mapping[str, str]:
    rows = csv.DictReader(_world_file("country_codes.csv").splitlines())
    return {row["atlas_key"]: row["alpha_2"] for row in rows}


def _decoded_arcs(data: Mapping[str, Any]) -> Iterator[Ring]:
    """TopoJSON stores each arc as integer steps from the point before."""
    (x_scale, y_scale), (x_origin, y_origin) = data["transform"]["scale"], data["transform"]["translate"]
    for arc in data["arcs"]:
        x = y = 0
        points = []
        for x_step, y_step in arc:
            x, y = x + x_step, y + y_step
            points.append((x * x_scale + x_origin, y * y_scale + y_origin))
        yield tuple(points)


def _country(item: Mapping[str, Any], arcs: Sequence[Ring], codes: Mapping[str, str]) -> Country:
    name = item["properties"]["name"]
    shapes = item["arcs"] if item["type"] == "MultiPolygon" else [item["arcs"]]
    polygons = tuple(_polygon(tuple(_ring(indices, arcs) for indices in shape)) for shape in shapes)
    return Country(codes.get(item.get("id", name), ""), name, polygons)


def _ring(indices: Sequence[int], arcs: Sequence[Ring]) -> Ring:
    """Arcs laid end to end; a negative index is the arc with that complement, walked backwards."""
    points: list[Point] = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points.extend(arc[1:] if points else arc)
    return _round_the_pole(_without_jumps(points))


def _without_jumps(points: Sequence[Point]) -> list[Point]:
    """Longitudes that run on past 180 instead of jumping to -180."""
    turned: list[Point] = []
    turn = 0.0
    for index, (x, y) in enumerate(points):
        if index:
            turn -= 360.0 * round((x - points[index - 1][0]) / 360.0)
        turned.append((x + turn, y))
    return turned


def _round_the_pole(points: list[Point]) -> Ring:
    """Antarctica goes once round and ends 360 degrees from where it began: close it along the South Pole."""
    (first_x, _), (last_x, _) = points[0], points[-1]
    if abs(last_x - first_x) > 180.0:
        points += [(last_x, -90.0), (first_x, -90.0)]
    return tuple(points)


def _polygon(rings: tuple[Ring, ...]) -> Polygon:
    # Antarctica's coast comes as the "hole" of a ring drawn at the pole, so no ring is taken for granted.
    points = [point for ring in rings for point in ring]
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    box = Box(west, min(y for _, y in points), east, max(y for _, y in points))
    area = max(_area(ring) for ring in rings)
    return Polygon(rings, box, area).shifted(_turn_towards((west + east) / 2, 0.0))


def _turn_towards(longitude: float, centre: float) -> float:
    """The multiple of 360 that brings a longitude nearest to another."""
    return -360.0 * round((longitude - centre) / 360.0)


def _area(ring: Ring) -> float:
    """Area in square degrees of the equator; rough, for telling large land from small."""
    twice = sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True))
    middle = sum(y for _, y in ring) / len(ring)
    return abs(twice) / 2 * cos(radians(middle))


def _is_inside(point: Point, ring: Ring) -> bool:
    """Even-odd rule: a ray to the east crosses the shore an odd number of times."""
    x, y = point
    inside = False
    for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


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


def _turned_together(polygons: Sequence[Polygon]) -> tuple[Polygon, ...]:
    """All land of a country on the side of the globe where its largest piece is."""
    main = max(polygons, key=lambda polygon: polygon.area).box
    centre = (main.west + main.east) / 2
    return tuple(
        polygon.shifted(_turn_towards((polygon.box.west + polygon.box.east) / 2, centre)) for polygon in polygons
    )


def _seeds(land: Sequence[Polygon], sites: Sequence[Point]) -> list[Polygon]:
    """The pieces that hold the sites, else the largest piece."""
    places = [(x + turn, y) for x, y in sites for turn in (-360.0, 0.0, 360.0)]
    held = [polygon for polygon in land if any(polygon.contains(place) for place in places)]
    return held or [max(land, key=lambda polygon: polygon.area)]


def _grown(seeds: Sequence[Polygon], land: Sequence[Polygon]) -> Box:
    """The box of the seeds, grown over islands within 3 degrees and, from the main land, over large parts."""
    box = seeds[0].box
    for seed in seeds[1:]:
        box = box.joined(seed.box)
    main = max(land, key=lambda polygon: polygon.area)
    for polygon in sorted(land, key=lambda polygon: box.gap(polygon.box)):
        is_large = main in seeds and polygon.area >= main.area / 5
        if is_large or box.gap(polygon.box) <= 3.0:
            box = box.joined(polygon.box)
    return box


def _cut_polygon(polygon: Polygon, turn: float, box: Box) -> Iterator[Ring]:
    turned = Box(polygon.box.west + turn, polygon.box.south, polygon.box.east + turn, polygon.box.north)
    if box.gap(turned) > 0:
        return
    for ring in polygon.shifted(turn).rings:
        if part := clipped(ring, box):
            yield part


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
