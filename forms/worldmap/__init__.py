"""Outlines of the world's countries: where a site lies, how large a country is, what a location map draws.

Points are (longitude, latitude) in decimal degrees. The longitudes of one ring run on without a jump, so a country
that reaches over the antimeridian has some beyond 180; `within_the_world` cuts such rings for a map of the whole world.
"""

from __future__ import annotations

from forms.worldmap.nearness import KILOMETRES_A_DEGREE, countries_near, country_at
from forms.worldmap.outlines import Country, countries, country
from forms.worldmap.shapes import Box, Point, Polygon, Ring
from forms.worldmap.windows import bounding_box, land_within, within_the_world

__all__ = [
    "KILOMETRES_A_DEGREE",
    "Box",
    "Country",
    "Point",
    "Polygon",
    "Ring",
    "bounding_box",
    "countries",
    "countries_near",
    "country",
    "country_at",
    "land_within",
    "within_the_world",
]
