"""Limits of small-scale projects that are stated rather than calculated."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

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


_BUNDLED, _UNITS = "B.subprojects", {"I": "MW", "II": "GWh", "III": "kt"}


@rule("JI-S12", source="JISC, provisions for small-scale projects: bundles", mechanism="ji")
def bundled_projects_are_small_each(read: Reader) -> Iterator[Hit]:
    """Each project of a bundle keeps to the limit of its type."""
    for document in read.snapshot.documents:
        for key in read.rows(_BUNDLED, document) if read.field(document, _BUNDLED) else ():
            kind, size = (read.cell(_BUNDLED, key, name, document) for name in ("type", "size"))
            unit = read.text(cell_path(_BUNDLED, key, "unit"), document)
            limit = _LIMITS.get(str(kind))
            if limit and isinstance(size, Decimal) and unit.startswith(_UNITS[str(kind)]) and size > limit[0]:
                yield Hit(
                    cell_path(_BUNDLED, key, "size"),
                    f"{format_number(size)} {unit} is above the limit of {limit[0]} {limit[1]}.",
                    "Take the project out of the bundle, or correct its size.",
                    document,
                )
