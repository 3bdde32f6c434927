"""Where the project stands: coordinates that are possible and inside the host country."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forms.facts import Party, Site, host, sites
from forms.fieldpath import cell_path
from forms.figures import decimals_of
from forms.rules import Hit, rule
from forms.worldmap import country_at

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from forms.document import Reader

_FEWEST_DECIMALS = 4


@rule(
    "LOC-01",
    source="CDM-PDD, A.2; JI PDD, A.4.1.4: unique identification of the location",
    evidence="partial",
)
def sites_lie_in_the_host_country(read: Reader) -> Iterator[Hit]:
    """Each site has coordinates that lie inside the host country."""
    named_host = host(read)
    for site in sites(read):
        beyond = [*_beyond(site, "latitude", site.latitude, 90), *_beyond(site, "longitude", site.longitude, 180)]
        yield from beyond
        is_placed = site.latitude is not None and site.longitude is not None
        if is_placed and not beyond and named_host and named_host.country:
            yield from _abroad(site, named_host)


def _beyond(site: Site, column: str, degrees: Decimal | None, most: int) -> Iterator[Hit]:
    """A coordinate that is none, whether or not the other one is given yet."""
    if degrees is not None and abs(degrees) > most:
        yield Hit(
            cell_path("P.sites", site.key, column),
            f"The {column} {degrees} of “{site.name}” is not a place on earth.",
            "Latitude runs from -90 to 90, longitude from -180 to 180. Check whether the two are exchanged.",
        )


def _abroad(site: Site, named_host: Party) -> Iterator[Hit]:
    north, east = float(site.latitude or 0), float(site.longitude or 0)
    if country_at(north, east) in {named_host.country, None}:
        return
    swapped = country_at(east, north) == named_host.country if abs(east) <= 90 else False
    yield Hit(
        cell_path("P.sites", site.key, "latitude"),
        f"“{site.name}” lies outside {named_host.name}.",
        "Latitude and longitude seem to be exchanged." if swapped else "Check the coordinates and their signs.",
    )


@rule("LOC-02", source="own rule: four decimals are about ten metres", evidence="unverified")
def coordinates_are_precise(read: Reader) -> Iterator[Hit]:
    """Coordinates have at least four decimals, so that the site can be told from its neighbours."""
    for site in sites(read):
        for column, value in (("latitude", site.latitude), ("longitude", site.longitude)):
            if value is not None and decimals_of(value) < _FEWEST_DECIMALS:
                yield Hit(
                    cell_path("P.sites", site.key, column),
                    f"The {column} of “{site.name}” has {decimals_of(value)} decimals.",
                    "Give at least four decimals.",
                )
