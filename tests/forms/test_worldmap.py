"""Where a site lies, by outlines at 1:50 million. Places and borders as in any atlas."""

import subprocess
import sys
from pathlib import Path

import pytest

from forms.worldmap import (
    Box,
    bounding_box,
    countries,
    countries_near,
    country,
    country_at,
    land_within,
    within_the_world,
)

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("latitude", "longitude", "code"),
    [
        (54.69, 25.28, "LT"),  # Vilnius
        (14.08, -87.2, "HN"),  # Tegucigalpa
        (-18.14, 178.44, "FJ"),  # Suva
        (66.0, -172.0, "RU"),  # Chukotka, beyond the antimeridian
        (19.7, -155.1, "US"),  # Hilo, Hawaii
        (-29.31, 27.48, "LS"),  # Maseru: Lesotho is a hole in South Africa
        (1.29, 103.85, "SG"),  # Singapore, smaller than the map's detail
        (-85.0, 40.0, "AQ"),
    ],
)
def test_a_place_lies_in_its_country(latitude: float, longitude: float, code: str):
    assert country_at(latitude, longitude) == code


def test_the_open_sea_belongs_to_no_country():
    assert country_at(0.0, -30.0) is None


def test_near_a_border_both_countries_are_named_the_nearest_first():
    assert countries_near(56.39, 22.2) == ("LV", "LT") or countries_near(56.39, 22.2) == ("LT", "LV")


def test_the_window_of_a_country_leaves_far_possessions_out():
    france = bounding_box("FR")
    assert france is not None
    assert france.west > -6
    assert france.contains((9.1, 42.0))  # Corsica


def test_the_window_follows_the_sites_to_a_far_possession():
    window = bounding_box("FR", sites=[(-52.65, 5.16)])  # Kourou
    assert window is not None
    assert window.contains((-52.65, 5.16))
    assert window.east < 0


def test_a_country_across_the_antimeridian_has_one_window():
    russia = bounding_box("RU")
    assert russia is not None
    assert 20 < russia.west < 30
    assert 180 < russia.east < 200


def test_an_unknown_country_has_no_window():
    assert bounding_box("ZZ") is None
    assert country("ZZ") is None


def test_rings_of_the_world_keep_between_its_edges():
    for item in countries("110m"):
        for polygon in item.polygons:
            for ring in polygon.rings:
                for part in within_the_world(ring):
                    assert all(-180 <= x <= 180 and -90 <= y <= 90 for x, y in part)


def test_land_is_cut_to_the_window():
    window = Box(20.0, 53.0, 27.0, 57.0)
    found = {code for code, ring in land_within(window) if all(window.contains(point) for point in ring)}
    assert {"LT", "LV", "PL", "RU", "BY"} <= found


def test_the_codes_are_iso_and_no_two_countries_share_one():
    codes = [item.code for item in countries() if item.code and item.name not in {"N. Cyprus", "Somaliland"}]
    assert all(len(code) == 2 and code.isupper() for code in codes)
    assert len({"LT", "HN", "UA", "CN", "IN", "BR"} & set(codes)) == 6


def test_the_map_loads_neither_reportlab_nor_qt():
    code = "import sys, forms.worldmap; print({'reportlab', 'PySide6'} & set(sys.modules))"
    made = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert made.stdout.strip() == "set()"
