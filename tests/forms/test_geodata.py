"""Sites from KML and GeoJSON: places are read, strangers' tricks are not."""

import io
import zipfile
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.errors import UserError
from forms.geodata import MOST_BYTES, MOST_SITES, MappedSite, read_sites

KML = b"""<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2"><Document><Folder>
<Placemark><name>Mast 1</name><Point><coordinates>-71.433333,17.883333,12</coordinates></Point></Placemark>
<Placemark><name>Park</name><Polygon><outerBoundaryIs><LinearRing><coordinates>
 20.0,55.0 22.0,55.0 22.0,57.0 20.0,57.0 20.0,55.0
</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>
<Placemark><name>No place</name></Placemark>
</Folder></Document></kml>"""
GEOJSON = b"""{"type": "FeatureCollection", "features": [
 {"type": "Feature", "properties": {"name": "Mast 1"},
  "geometry": {"type": "Point", "coordinates": [-71.4333, 17.8833]}},
 {"type": "Feature", "properties": null, "geometry": {"type": "LineString", "coordinates": [[10, 50], [20, 60]]}},
 {"type": "Feature", "properties": {}, "geometry": null}]}"""
BOMB = b"""<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><kml>&b;</kml>"""
OUTSIDE = b"""<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY x SYSTEM "file:///etc/passwd">]><kml>&x;</kml>"""


def test_points_and_areas_of_kml():
    mast, park = read_sites(KML)
    assert mast == MappedSite("Mast 1", Decimal("17.88333"), Decimal("-71.43333"))
    assert park == MappedSite("Park", Decimal("56.00000"), Decimal("21.00000"), "middle of 4 corners on the map")


def packed(**files: bytes) -> bytes:
    """A package of files, by name without their point."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("_", "."), content)
    return out.getvalue()


def test_a_packed_map_is_read_as_the_map_in_it():
    assert read_sites(packed(icon_png=b"\x89PNG", doc_kml=KML)) == read_sites(KML)


@pytest.mark.parametrize("content", [packed(doc_txt=KML), packed(doc_kml=BOMB), packed(doc_kml=KML)[:-40]])
def test_a_package_without_a_sound_map_is_refused(content):
    with pytest.raises(UserError, match=r"KML"):
        read_sites(content)


def test_a_package_that_unpacks_without_end_is_refused():
    with pytest.raises(UserError, match="larger than"):
        read_sites(packed(doc_kml=b" " * (MOST_BYTES + 1)))


def test_points_and_lines_of_geojson():
    mast, line = read_sites(GEOJSON)
    assert (mast.name, mast.latitude, mast.longitude) == ("Mast 1", Decimal("17.88330"), Decimal("-71.43330"))
    assert (line.latitude, line.longitude) == (Decimal("55.00000"), Decimal("15.00000"))


@pytest.mark.parametrize("content", [BOMB, OUTSIDE, b"", b"<kml", b"{", b'{"type": "Feature"}', b"PK\x03\x04", b"[1]"])
def test_what_holds_no_place_is_refused_with_a_remedy(content):
    with pytest.raises(UserError) as refused:
        read_sites(content)
    assert "KML" in refused.value.remedy


@pytest.mark.parametrize("position", ["181,10", "10,91", "NaN,1", "1e999,1", "x,y", "1"])
def test_what_is_no_place_on_earth_is_left_out(position):
    content = KML.replace(b"-71.433333,17.883333,12", position.encode())
    assert [site.name for site in read_sites(content)] == ["Park"]


def test_a_flood_of_places_is_refused():
    place = b'{"type": "Feature", "geometry": {"type": "Point", "coordinates": [1, 2]}},'
    content = b'{"type": "FeatureCollection", "features": [' + (place * (MOST_SITES + 1))[:-1] + b"]}"
    with pytest.raises(UserError, match="more than"):
        read_sites(content)


@pytest.mark.parametrize("content", [b"[]", b"[1]", b'{"a": 1e999999999999999999999}', b"{}"])
def test_json_of_something_else_is_refused(content):
    with pytest.raises(UserError):
        read_sites(content)


@given(st.binary(max_size=400))
def test_whatever_is_read_it_is_read_or_refused(content):
    try:
        sites = read_sites(content)
    except UserError:
        return
    assert sites


@given(st.floats(-180, 180), st.floats(-90, 90))
def test_a_point_is_where_the_map_says(longitude, latitude):
    content = f'{{"type": "Point", "coordinates": [{longitude:.5f}, {latitude:.5f}]}}'.encode()
    (site,) = read_sites(content)
    assert (site.longitude, site.latitude) == (Decimal(f"{longitude:.5f}"), Decimal(f"{latitude:.5f}"))
