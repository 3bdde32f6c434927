"""Advice at a field, with what can be done about it in one click."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from forms.facts import Site, host, sites
from forms.fieldpath import cell_path
from ui import steps
from ui.language import tr
from ui.maps import maps

if TYPE_CHECKING:
    from collections.abc import Callable

    from forms.document import Reader
    from forms.project import Project

FACTS, SITES = "facts", "P.sites"
LATITUDE, LONGITUDE = "latitude", "longitude"


@dataclass(frozen=True)
class Advice:
    """What seems to be wrong, and a verb that mends it."""

    text: str
    label: str
    mend: Callable[[Project], None]


def advice_on(read: Reader, document: str, path: str) -> Advice | None:
    """Advice on the field at a path; nothing when there is none, or while it is being worked out."""
    return _on_sites(read) if read.home_of(document, path) == (FACTS, SITES) else None


def _on_sites(read: Reader) -> Advice | None:
    named_host = host(read)
    placed = [site for site in sites(read) if site.latitude is not None and site.longitude is not None]
    if named_host is None or not named_host.country or not placed:
        return None
    points = [(float(site.longitude or 0), float(site.latitude or 0)) for site in placed]
    found = maps().exchanged(named_host.country, points) or ()
    wrong = [site for site, is_wrong in zip(placed, found, strict=False) if is_wrong]
    if not wrong:
        return None
    names = ", ".join(site.name or str(placed.index(site) + 1) for site in wrong[:3])
    one = tr("Latitude and longitude exchanged? The other way round, {names} is in {country}.")
    many = tr("Latitude and longitude exchanged? The other way round, {names} are in {country}.")
    return Advice(
        (one if len(wrong) == 1 else many).format(names=names, country=named_host.name),
        tr("Exchange them"),
        _Exchange(wrong),
    )


@dataclass(frozen=True)
class _Exchange:
    wrong: list[Site]

    def __call__(self, project: Project) -> None:
        with project.edit(steps.EXCHANGE):
            for site in self.wrong:
                if site.latitude is not None and site.longitude is not None:
                    project.set(FACTS, cell_path(SITES, site.key, LATITUDE), site.longitude)
                    project.set(FACTS, cell_path(SITES, site.key, LONGITUDE), site.latitude)
