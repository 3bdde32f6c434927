"""Content made of project facts: participants, acronyms, map."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from forms.blocks import (
    Block,
    Column,
    MapBlock,
    Paragraph,
    TableBlock,
    cell,
    text_run,
)
from forms.facts import host, participants, parties, sites, text
from forms.fieldpath import cell_path
from forms.quantities import format_number

if TYPE_CHECKING:
    from forms.document import Reader

from forms.views.registry import content

_CDM_HEADS = (
    "Party involved (host) indicates host Party",
    "Private and/or public entity(ies) project participants (as applicable)",
    "Indicate if the Party involved wishes to be considered as project participant (Yes/No)",
)
_JI_HEADS = (
    "Party involved",
    "Legal entity project participant (as applicable)",
    "Please indicate if the Party involved wishes to be considered as project participant (Yes/No)",
)


@content("participants")
def _participants(read: Reader) -> Iterator[Block]:
    """The official three-column table (CDM A.4, JI A.3): one row a Party with its entities."""
    is_ji = text(read, "P.mechanism") == "ji"
    columns = tuple(
        Column(label, width=width) for label, width in zip(_JI_HEADS if is_ji else _CDM_HEADS, (2, 3, 2), strict=True)
    )
    mark = "host Party" if is_ji else "host"
    entities = participants(read)
    rows = tuple(
        (
            cell(f"{party.name} ({mark})" if party.is_host else party.name),
            cell("; ".join(entity.entity for entity in entities if entity.party == party.key) or "–"),
            cell(_yes_no(party.wishes_to_be_participant)),
        )
        for party in parties(read)
    )
    yield TableBlock(columns, rows, empty="No Party is named yet.")


@content("host_parties")
def _host_parties(read: Reader) -> Iterator[Block]:
    names = [party.name for party in parties(read) if party.is_host]
    if names:
        yield Paragraph(text_run("; ".join(names)))


@content("acronyms")
def _acronyms(read: Reader) -> Iterator[Block]:
    rows = tuple(
        (
            cell(read.text(cell_path("P.acronyms", key, "acronym"))),
            cell(read.text(cell_path("P.acronyms", key, "meaning"))),
        )
        for key in read.rows("P.acronyms")
    )
    ordered = tuple(sorted(rows, key=lambda row: row[0].text.casefold()))
    yield TableBlock((Column("Acronym"), Column("Meaning", width=4)), ordered, row_headers=True, empty="None.")


@content("map", captioned=True)
def _map(read: Reader) -> Iterator[Block]:
    named_host = host(read)
    placed = tuple(
        (site.name, site.latitude, site.longitude)
        for site in sites(read)
        if site.latitude is not None and site.longitude is not None
    )
    if named_host is None or not placed:
        yield Paragraph(
            text_run("The map is drawn once the host Party and the coordinates of a site are given."),
            style="missing",
        )
        return
    names = ", ".join(
        f"{name} at {format_number(north)} north, {format_number(east)} east" for name, north, east in placed
    )
    yield MapBlock(
        caption=f"Location of the project in {named_host.name}",
        alternative_text=f"Map of {named_host.name} with the sites {names}.",
        country=named_host.country,
        sites=placed,
    )


def _yes_no(value: bool | None) -> str:
    return "" if value is None else "Yes" if value else "No"
