"""Reads the outlines of the countries from TopoJSON.

Source: Natural Earth 4.1 by way of the npm package world-atlas (see forms/tables/world/LICENSE.txt).
"""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import accumulate
from math import cos, radians
from typing import TYPE_CHECKING, Any, Literal

from forms.worldmap.shapes import Box, Polygon, turn_towards

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from forms.worldmap.shapes import Point, Ring

Detail = Literal["110m", "50m"]


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
        across, up = (accumulate(steps) for steps in zip(*arc, strict=True))
        yield tuple([(x * x_scale + x_origin, y * y_scale + y_origin) for x, y in zip(across, up, strict=True)])


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


def _without_jumps(points: list[Point]) -> list[Point]:
    """Longitudes that run on past 180 instead of jumping to -180."""
    if max(points)[0] - min(points)[0] <= 180.0:
        return points
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
    return Polygon(rings, box, area).shifted(turn_towards((west + east) / 2, 0.0))


def _area(ring: Ring) -> float:
    """Area in square degrees of the equator; rough, for telling large land from small."""
    twice = sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True))
    middle = sum(y for _, y in ring) / len(ring)
    return abs(twice) / 2 * cos(radians(middle))
