"""Sites from maps: KML (OGC 07-147r2), packed as KMZ too, and GeoJSON (RFC 7946).

Both are in degrees WGS84, longitude before latitude.

A file from a stranger: entities and doctypes are refused, sizes are bounded, and nothing that it links to is opened.
"""

from __future__ import annotations

import io
import json
import zlib
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from itertools import islice
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile, ZipFile

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from forms.errors import UserError
from forms.said import said

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from xml.etree.ElementTree import Element

MOST_BYTES = 5_000_000
MOST_SITES = 2_000
MOST_CORNERS = 100_000
_PLACES = Decimal("0.00001")
_ZIP = b"PK\x03\x04"
Position = tuple[Decimal, Decimal]


@dataclass(frozen=True)
class MappedSite:
    """A place on a map: degrees north and east, to five decimals (about a metre).

    Of a line or an area the middle of its corners is taken, and `note` says so.
    """

    name: str
    latitude: Decimal
    longitude: Decimal
    note: str = ""


def read_sites(content: bytes) -> tuple[MappedSite, ...]:
    """Every placemark or feature of a KML, KMZ or GeoJSON file, in its order.

    Raises:
        UserError: none of the three, damaged, too large, or without a single place.
    """
    _refuse_large(content)
    if content.startswith(_ZIP):
        content = _unpacked(content)
    is_json = content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{"
    found = tuple(_within_limits(_geojson(content) if is_json else _kml(content)))
    if not found:
        raise _wrong(said("The file holds no place with coordinates."))
    return found


def _within_limits(sites: Iterator[MappedSite]) -> Iterator[MappedSite]:
    for number, site in enumerate(sites, start=1):
        if number > MOST_SITES:
            raise _wrong(said("The file holds more than {most_sites:,} places.", most_sites=MOST_SITES))
        yield site


def _refuse_large(content: bytes) -> None:
    if len(content) > MOST_BYTES:
        raise _wrong(said("The file is larger than {most_bytes} MB.", most_bytes=MOST_BYTES // 1_000_000))


# -- KML ------------------------------------------------------------------------------------------------------------


def _kml(content: bytes) -> Iterator[MappedSite]:
    try:
        root = fromstring(content, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError) as error:
        raise _wrong(said("The file is neither KML nor GeoJSON, or it is damaged.")) from error
    for placemark in root.iter():
        if _tag(placemark) == "Placemark":
            yield from _placemark(placemark)


def _unpacked(package: bytes) -> bytes:
    """The first KML of a KMZ, which is the one that is shown (OGC 07-147r2, annex C); never more than one file may be.

    What the package says of its sizes does not count: one byte more than is allowed is unpacked at most.
    """
    try:
        with ZipFile(io.BytesIO(package)) as archive:
            name = next((name for name in archive.namelist() if name.lower().endswith(".kml")), "")
            if not name:
                raise _wrong(said("The file holds no KML."))
            with archive.open(name) as packed:
                content = packed.read(MOST_BYTES + 1)
    except (BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError) as error:
        # RuntimeError: of the version, the packing or the encryption that an entry asks for.
        raise _wrong(said("The file is neither KML nor GeoJSON, or it is damaged.")) from error
    _refuse_large(content)
    return content


def _placemark(placemark: Element) -> Iterator[MappedSite]:
    name = next((item.text or "" for item in placemark if _tag(item) == "name"), "").strip()
    texts = (item.text or "" for item in placemark.iter() if _tag(item) == "coordinates")
    parts = (part.split(",") for text in texts for part in text.split())
    if corners := _bounded(position for part in parts if (position := _position(part))):
        yield _site(name, corners)


def _tag(item: Element) -> str:
    """The name of an element without its namespace: writers use several."""
    return str(item.tag).rpartition("}")[2]


# -- GeoJSON --------------------------------------------------------------------------------------------------------


def _geojson(content: bytes) -> Iterator[MappedSite]:
    try:
        data = json.loads(content.decode("utf-8-sig"), parse_float=Decimal, parse_int=Decimal)
    except (ValueError, RecursionError, InvalidOperation) as error:
        raise _wrong(said("The file is no GeoJSON, or it is damaged.")) from error
    if not isinstance(data, dict):
        raise _wrong(said("The file is no GeoJSON."))
    features = data.get("features") if data.get("type") == "FeatureCollection" else [data]
    if not isinstance(features, list):
        raise _wrong(said("The file is no GeoJSON."))
    for feature in features:
        yield from _feature(feature)


def _feature(feature: object) -> Iterator[MappedSite]:
    if not isinstance(feature, dict):
        return
    geometry = feature.get("geometry") if feature.get("type") == "Feature" else feature
    properties = feature.get("properties")
    named = properties if isinstance(properties, dict) else {}
    name = next((str(named[key]) for key in ("name", "Name", "title") if named.get(key)), "")
    if corners := _bounded(_corners(geometry.get("coordinates"))) if isinstance(geometry, dict) else []:
        yield _site(name, corners)


def _corners(coordinates: object, depth: int = 0) -> Iterator[Position]:
    """Positions of a geometry of any kind: they lie nested up to four deep."""
    if not isinstance(coordinates, list) or depth > 4:
        return
    if coordinates and not isinstance(coordinates[0], list):
        position = _position([str(part) for part in coordinates])
        if position:
            yield position
        return
    for inner in coordinates:
        yield from _corners(inner, depth + 1)


# -- both -----------------------------------------------------------------------------------------------------------


def _position(parts: Sequence[str]) -> Position | None:
    """Longitude and latitude from what a file lists; `None` for what is no place on earth."""
    try:
        longitude, latitude = (Decimal(part.strip()) for part in parts[:2])
    except (InvalidOperation, ValueError):
        return None
    if not (longitude.is_finite() and latitude.is_finite()) or abs(longitude) > 180 or abs(latitude) > 90:
        return None
    return longitude, latitude


def _bounded(corners: Iterator[Position]) -> list[Position]:
    """The corners of one place, of which no place has without end."""
    found = list(islice(corners, MOST_CORNERS + 1))
    if len(found) > MOST_CORNERS:
        raise _wrong(said("A place of the file has more than {most_corners:,} corners.", most_corners=MOST_CORNERS))
    return found


def _site(name: str, corners: Sequence[Position]) -> MappedSite:
    # A ring ends where it begins: its first corner counts once.
    own = corners[:-1] if len(corners) > 1 and corners[0] == corners[-1] else corners
    longitude = sum((corner[0] for corner in own), Decimal(0)) / len(own)
    latitude = sum((corner[1] for corner in own), Decimal(0)) / len(own)
    note = "" if len(own) == 1 else f"middle of {len(own)} corners on the map"
    return MappedSite(name[:200], latitude.quantize(_PLACES), longitude.quantize(_PLACES), note)


def _wrong(message: str) -> UserError:
    return UserError(message, said("Export the places from the map as KML or as GeoJSON, in degrees WGS84."), 3)
