"""Limits of small-scale projects that are stated rather than calculated."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from forms.facts import number, text
from forms.problems import Severity
from forms.quantities import format_number
from forms.rules import Hit, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forms.document import Reader

_STATED = "A.4.2.ssc_value"
_LIMITS = {"I": (Decimal(15), "MW"), "II": (Decimal(60), "GWh a year"), "III": (Decimal(60), "kt CO2e a year")}


@rule("SCL-02", source="1/CMP.2, paragraph 28", mechanism="cdm")
def stated_size_keeps_to_the_limit(read: Reader) -> Iterator[Hit]:
    """The size that a small-scale project states keeps to the limit of its type: 15 MW, 60 GWh or 60 kt."""
    limit = _LIMITS.get(text(read, "P.ssc_type"))
    stated = number(read, _STATED) if read.field(read.main, _STATED) else None
    if limit and stated is not None and stated > limit[0]:
        yield Hit(
            _STATED,
            f"{format_number(stated)} is above the limit of {limit[0]} {limit[1]}.",
            "Use the large-scale form and methodology, or correct the value.",
        )


@rule("SCL-10", source="Completeness checks of the secretariat: one figure everywhere", mechanism="cdm",
      severity=Severity.WARNING)  # fmt: skip
def stated_size_is_the_capacity(read: Reader) -> Iterator[Hit]:
    """The size that a type I project states is its installed capacity."""
    if text(read, "P.ssc_type") != "I" or read.field(read.main, _STATED) is None:
        return
    stated, capacity = number(read, _STATED), number(read, "P.capacity")
    if stated is not None and capacity is not None and stated != capacity:
        yield Hit(
            _STATED,
            f"{format_number(stated)} MW is stated, {format_number(capacity)} MW is installed.",
            "Use one figure in both places.",
        )
