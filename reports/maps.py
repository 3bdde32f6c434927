"""The location map as a picture: the country with its sites, and a small map of the world that shows where it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, hypot, log10, radians

from forms.worldmap import KILOMETRES_A_DEGREE, Box, bounding_box, countries, land_within, within_the_world
from reports.pictures import Area, Disc, Fill, Label, Line, Mark, Pen, Picture, Point, rectangle

_GAP = 12.0
_WORLD_WIDTH = 148.0
_WORLD = Box(-180.0, -60.0, 180.0, 84.0)  # without Antarctica, which would take a quarter of the height
_LETTER = 0.54  # average width of a letter, in sizes


@dataclass(frozen=True)
class Site:
    """A marked place, in decimal degrees, WGS84."""

    name: str
    latitude: float
    longitude: float


@dataclass(frozen=True)
class Window:
    """A plate-carrée projection of a box of the globe onto a rectangle, true to scale at mid-latitude."""

    box: Box
    left: float
    bottom: float
    scale: float
    squeeze: float

    def place(self, point: Point) -> Point:
        """Where (longitude, latitude) lies on the paper."""
        x = self.left + (point[0] - self.box.west) * self.scale * self.squeeze
        y = self.bottom + (point[1] - self.box.south) * self.scale
        return (round(x, 2), round(y, 2))

    def trace(self, ring: Sequence[Point]) -> tuple[Point, ...]:
        """A ring on the paper, without points closer than a fifth of a point to the one before."""
        kept: list[Point] = []
        for point in map(self.place, ring):
            if not kept or abs(point[0] - kept[-1][0]) + abs(point[1] - kept[-1][1]) > 0.2:
                kept.append(point)
        return tuple(kept)


def location_map(country: str, sites: Sequence[Site], *, width: float = 471.0, height: float = 250.0) -> Picture:
    """Country outline with sites left, the world with a mark right; `width` by `height` points.

    An unknown country gives a map of the surroundings of the sites; neither known, one of the world.
    """
    main_width = width - _WORLD_WIDTH - _GAP
    box = _frame(country, sites, main_width / height)
    main = _window(box, 0.0, 0.0, main_width)
    world_bottom = height - _world_height()
    world = Window(_WORLD, main_width + _GAP, world_bottom, _WORLD_WIDTH / 360.0, 1.0)
    marks = [
        *_country_marks(country, main, width=main_width, height=height),
        *_site_marks(sites, main, main_width),
        *_scale_bar(main, main_width),
        *_world_marks(country, world, _centre(box)),
        *_site_list(sites, main_width + _GAP, world_bottom - 14.0),
    ]
    return Picture(width, height, tuple(marks))


def _world_height() -> float:
    return _WORLD_WIDTH / 360.0 * (_WORLD.north - _WORLD.south)


def _frame(country: str, sites: Sequence[Site], shape: float) -> Box:
    """The window to show: the country (or 2 degrees round the sites) with a margin, in the shape of the paper."""
    places = [(site.longitude, site.latitude) for site in sites]
    box = bounding_box(country, sites=places) or _box_round(places)
    box = box.widened(0.06 * max(box.north - box.south, box.east - box.west))
    squeeze = _squeeze(box)
    across, along = (box.east - box.west) * squeeze, box.north - box.south
    more_across = max(0.0, along * shape - across) / squeeze / 2
    more_along = max(0.0, across / shape - along) / 2
    return Box(box.west - more_across, box.south - more_along, box.east + more_across, box.north + more_along)


def _box_round(places: Sequence[Point]) -> Box:
    if not places:
        return _WORLD
    xs, ys = [x for x, _ in places], [y for _, y in places]
    return Box(min(xs), min(ys), max(xs), max(ys)).widened(2.0)


def _squeeze(box: Box) -> float:
    """A degree of longitude in degrees of latitude, at the middle of the box."""
    return max(0.1, cos(radians((box.north + box.south) / 2)))


def _window(box: Box, left: float, bottom: float, width: float) -> Window:
    squeeze = _squeeze(box)
    return Window(box, left, bottom, width / ((box.east - box.west) * squeeze), squeeze)


def _centre(box: Box) -> Point:
    longitude = (box.west + box.east) / 2
    return (longitude - 360.0 * round(longitude / 360.0), (box.south + box.north) / 2)


def _country_marks(country: str, window: Window, *, width: float, height: float) -> Iterator[Mark]:
    frame = rectangle(0.0, 0.0, width, height)
    yield Area((frame,), Fill("water"))
    pieces = list(land_within(window.box))
    for code, ring in sorted(pieces, key=lambda piece: piece[0] == country):
        outline = window.trace(ring)
        if len(outline) > 2:
            is_here = code == country
            yield Area((outline,), Fill("#FFFFFF" if is_here else "land"), Pen("ink" if is_here else "#A9B4BA", 0.5))
    yield Line((*frame, frame[0]), Pen("rule", 0.6))


def _site_marks(sites: Sequence[Site], window: Window, width: float) -> Iterator[Mark]:
    """A disc a site; sites that would cover each other share a label."""
    places = [window.place((_turned(site.longitude, window.box), site.latitude)) for site in sites]
    for place in places:
        yield Disc(place, 3.1, Fill("accent"), Pen("#FFFFFF", 0.8))
    for (x, y), numbers in _gathered(places).items():
        text = sites[0].name if len(sites) == 1 else ", ".join(str(number) for number in numbers)
        has_room = x + 6.0 + len(text) * 8.0 * _LETTER < width
        if has_room:
            yield Label((x + 6.0, y - 2.8), text, 8.0, is_bold=True, has_ground=True)
        else:
            yield Label((x - 6.0, y - 2.8), text, 8.0, "end", is_bold=True, has_ground=True)


def _gathered(places: Sequence[Point]) -> dict[Point, list[int]]:
    """Numbers of the sites, from 1, by the place of the first of those that are nearer than a label is high."""
    gathered: dict[Point, list[int]] = {}
    for number, (x, y) in enumerate(places, 1):
        near = next((at for at in gathered if hypot(at[0] - x, at[1] - y) < 10.0), (x, y))
        gathered.setdefault(near, []).append(number)
    return gathered


def _turned(longitude: float, box: Box) -> float:
    """The longitude as the window counts it, which may run on past 180."""
    return longitude + 360.0 * round(((box.west + box.east) / 2 - longitude) / 360.0)


def _scale_bar(window: Window, width: float) -> Iterator[Mark]:
    """A bar of a round number of kilometres, at most a quarter of the map's width."""
    points_a_kilometre = window.scale / KILOMETRES_A_DEGREE
    most = width / 4 / points_a_kilometre
    power = 10.0 ** int(log10(most))
    length = max(step * power for step in (1.0, 2.0, 5.0) if step * power <= most)
    left, y = 8.0, 9.0
    right = left + length * points_a_kilometre
    yield Line(((left, y + 3.0), (left, y), (right, y), (right, y + 3.0)), Pen("ink", 0.7))
    yield Label((left + 3.0, y + 2.5), f"{length:,.0f} km", 7.0)


def _world_marks(country: str, window: Window, centre: Point) -> Iterator[Mark]:
    frame = rectangle(window.left, window.bottom, _WORLD_WIDTH, _world_height())
    yield Area((frame,), Fill("water"))
    for item in countries("110m"):
        fill = Fill("accent") if item.code == country else Fill("#CBD3D7")
        for ring in (ring for polygon in item.polygons for ring in polygon.rings[:1]):
            for part in within_the_world(ring):
                inside = tuple((x, max(y, _WORLD.south)) for x, y in part)
                outline = window.trace(inside)
                if len(outline) > 2 and max(y for _, y in part) > _WORLD.south:
                    yield Area((outline,), fill)
    yield Line((*frame, frame[0]), Pen("rule", 0.6))
    yield from _cross(window.place(centre))


def _cross(centre: Point) -> Iterator[Mark]:
    """A ring that shows where to look, also for a country too small to see."""
    x, y = centre
    ring = 5.0
    yield Disc(centre, 1.3, Fill("ink"))
    for side in (-1.0, 1.0):
        yield Line(((x + side * 2.5, y), (x + side * ring, y)), Pen("ink", 0.8))
        yield Line(((x, y + side * 2.5), (x, y + side * ring)), Pen("ink", 0.8))


def _site_list(sites: Sequence[Site], left: float, top: float) -> Iterator[Mark]:
    """Names and coordinates under the map of the world, as many as there is room for."""
    room = max(1, int((top - 4.0) // 20.0))
    for number, site in enumerate(sites[:room], 1):
        y = top - 20.0 * (number - 1)
        prefix = "" if len(sites) == 1 else f"{number}  "
        yield Label((left, y), prefix + _shortened(site.name), 7.5, is_bold=True)
        place = f"{coordinate(site.latitude, 'N', 'S')}, {coordinate(site.longitude, 'E', 'W')}"
        yield Label((left, y - 9.0), place, 7.0)
    if len(sites) > room:
        yield Label((left, top - 20.0 * room), f"and {len(sites) - room} more", 7.0, colour="quiet")


def _shortened(name: str) -> str:
    most = int(_WORLD_WIDTH / (7.5 * _LETTER)) - 3
    return name if len(name) <= most else name[: most - 1] + "…"


def coordinate(degrees: float, positive: str, negative: str) -> str:
    """Decimal degrees with the half of the globe, such as 55.9183° N."""
    return f"{abs(degrees):.4f}° {positive if degrees >= 0 else negative}"
