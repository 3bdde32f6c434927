"""What a map shows: the window of a country, and the land in a window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forms.worldmap.outlines import countries, country
from forms.worldmap.shapes import Box, clipped, turn_towards

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from forms.worldmap.outlines import Detail
    from forms.worldmap.shapes import Point, Polygon, Ring


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
        near = x + turn_towards(x, (box.west + box.east) / 2)
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


def _turned_together(polygons: Sequence[Polygon]) -> tuple[Polygon, ...]:
    """All land of a country on the side of the globe where its largest piece is."""
    main = max(polygons, key=lambda polygon: polygon.area).box
    centre = (main.west + main.east) / 2
    return tuple(
        polygon.shifted(turn_towards((polygon.box.west + polygon.box.east) / 2, centre)) for polygon in polygons
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
