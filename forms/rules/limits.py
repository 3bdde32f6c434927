"""Limits of small-scale projects that are stated rather than calculated."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from forms.components import subprojects
from forms.facts import number, text
from forms.fieldpath import cell_path
from forms.problems import Severity
from forms.quantities import format_number
from forms.rules import Hit, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forms.document import Reader

# In the design documents of 2006 and of today.
_STATED = ("A.4.2.ssc_value", "A.3.ssc_value")
_LIMITS = {"I": (Decimal(15), "MW"), "II": (Decimal(60), "GWh a year"), "III": (Decimal(60), "kt CO2e a year")}


def _place(read: Reader) -> str:
    """Where the form asks for the size; empty when it does not."""
    return next((path for path in _STATED if read.field(read.main, path)), "")


@rule("SCL-02", source="1/CMP.2, paragraph 28", mechanism="cdm")
def stated_size_keeps_to_the_limit(read: Reader) -> Iterator[Hit]:
    """The size that a small-scale project states keeps to the limit of its type: 15 MW, 60 GWh or 60 kt."""
    limit, place = _LIMITS.get(text(read, "P.ssc_type")), _place(read)
    stated = number(read, place) if place else None
    if limit and stated is not None and stated > limit[0]:
        yield Hit(
            place,
            f"{format_number(stated)} is above the limit of {limit[0]} {limit[1]}.",
            "Use the large-scale form and methodology, or correct the value.",
        )


@rule("SCL-10", source="Completeness checks of the secretariat: one figure everywhere", mechanism="cdm",
      severity=Severity.WARNING)  # fmt: skip
def stated_size_is_the_capacity(read: Reader) -> Iterator[Hit]:
    """The size that a type I project states is its installed capacity."""
    place = _place(read)
    if text(read, "P.ssc_type") != "I" or not place:
        return
    stated, capacity = number(read, place), number(read, "P.capacity")
    if stated is not None and capacity is not None and stated != capacity:
        yield Hit(
            place,
            f"{format_number(stated)} MW is stated, {format_number(capacity)} MW is installed.",
            "Use one figure in both places.",
        )


_UNITS = {"I": "MW", "II": "GWh", "III": "kt"}


@rule("JI-S12", source="JISC, provisions for small-scale projects: bundles", mechanism="ji")
def bundled_projects_are_small_each(read: Reader) -> Iterator[Hit]:
    """Each project of a bundle keeps to the limit of its type."""
    for document, table in _bundles(read):
        for key in read.rows(table, document):
            kind, size = _size(read, document, table, key)
            if size is not None and size > _LIMITS[kind][0]:
                yield Hit(
                    cell_path(table, key, "size"),
                    f"{format_number(size)} {_UNITS[kind]} {_words_of(kind)}",
                    "Take the project out of the bundle, or correct its size.",
                    document,
                )


@rule("BUN-01", source="EB 21, annex 21, paragraph 3", mechanism="cdm")
def bundled_projects_are_small_together(read: Reader) -> Iterator[Hit]:
    """The sizes of the projects of one type in a bundle keep to the limit of the type together."""
    for document, table in _bundles(read):
        together: dict[str, Decimal] = {}
        for key in read.rows(table, document):
            kind, size = _size(read, document, table, key)
            if size is not None:
                together[kind] = together.get(kind, Decimal(0)) + size
        for kind, size in together.items():
            if size > _LIMITS[kind][0]:
                yield Hit(
                    table,
                    f"The projects of type {kind} together: {format_number(size)} {_UNITS[kind]} {_words_of(kind)}",
                    "Take a project out of the bundle, or correct the sizes.",
                    document,
                )


def _bundles(read: Reader) -> Iterator[tuple[str, str]]:
    """Documents that bundle projects, each with the path of its table of projects."""
    return ((document, table) for document in read.snapshot.documents if (table := subprojects(read, document)))


def _size(read: Reader, document: str, table: str, key: str) -> tuple[str, Decimal | None]:
    """Type and size of a bundled project; no size where the unit is not that of the limit of its type."""
    kind, size = (read.cell(table, key, name, document) for name in ("type", "size"))
    unit = read.text(cell_path(table, key, "unit"), document)
    is_meant = isinstance(size, Decimal) and kind in _UNITS and unit.startswith(_UNITS[str(kind)])
    return str(kind), size if is_meant and isinstance(size, Decimal) else None


def _words_of(kind: str) -> str:
    limit, unit = _LIMITS[kind]
    return f"is above the limit of {limit} {unit}."
