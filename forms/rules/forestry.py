"""Afforestation, reforestation and other land use: crediting, limits, and pools that are left out."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from forms.facts import crediting_period, text
from forms.fieldpath import cell_path
from forms.problems import Severity
from forms.rules import Hit, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forms.document import Reader

_POOLS, _FORESTRY_SCOPE = "P.pools", "14"
# Years by type of crediting period.
_LONGEST = {"renewable": 20, "fixed": 30}
_LIMIT, _OLDER_LIMIT = Decimal(16_000), Decimal(8_000)
_CDM_LAND_USE = {"afforestation", "reforestation"}


def is_forestry(read: Reader) -> bool:
    """True for a project that plants or manages forest or land."""
    scopes = {read.cell("P.scopes", key, "scope") for key in read.rows("P.scopes")}
    return text(read, "P.activity") == "forestry" or _FORESTRY_SCOPE in scopes


@rule("CRP-03", source="5/CMP.1, annex, paragraph 23; EB 32, annex 38, paragraph 10", mechanism="cdm")
def forests_are_credited_for_twenty_or_thirty_years(read: Reader) -> Iterator[Hit]:
    """The crediting period of a forestry project lasts at most 20 years (renewable) or 30 years (fixed)."""
    period = crediting_period(read)
    longest = _LONGEST.get(period.type)
    if is_forestry(read) and longest and period.length and period.length.total_months > longest * 12:
        yield Hit("P.crediting.length", f"{period.length} is longer than {longest} years.", "Shorten it.")


@rule("SCL-06", source="9/CMP.3; 5/CMP.1, annex, paragraph 1(i); CDM glossary version 11 for the older 8 kt",
      mechanism="cdm")  # fmt: skip
def small_forests_remove_less_than_16_kilotonnes(read: Reader) -> Iterator[Hit]:
    """A small-scale forestry project removes less than 16 kt CO2e a year on average."""
    average = read.results.annual_average if is_forestry(read) and text(read, "P.scale") == "small" else None
    if average is None or average < _OLDER_LIMIT:
        return
    is_above = average >= _LIMIT
    yield Hit(
        "P.scale",
        f"{average:,.0f} t CO2e a year is {'not below 16,000 t' if is_above else 'above 8,000 t, the older limit'}.",
        "Use the large-scale form and methodology." if is_above else "Say that the limit of 16,000 t of 2007 is used.",
        at_most=Severity.ERROR if is_above else Severity.WARNING,
    )


@rule("FOR-01", source="5/CMP.1, annex, paragraph 1; 16/CMP.1: afforestation and reforestation", mechanism="cdm")
def the_cdm_admits_afforestation_and_reforestation(read: Reader) -> Iterator[Hit]:
    """A forestry project under the CDM afforests or reforests."""
    chosen = text(read, "P.land_use")
    if is_forestry(read) and chosen and chosen not in _CDM_LAND_USE:
        yield Hit(
            "P.land_use",
            f"{read.text('P.land_use')} cannot be registered under the CDM.",
            "Choose afforestation or reforestation, or prepare the project under Joint Implementation.",
        )


@rule("JI-U01", source="JI determination and verification manual, paragraphs 58 to 64", mechanism="ji",
      evidence="partial")  # fmt: skip
def pools_left_out_are_justified(read: Reader) -> Iterator[Hit]:
    """Each carbon pool that is left out has its justification."""
    for key in read.rows(_POOLS) if is_forestry(read) else ():
        if read.cell(_POOLS, key, "selected") is False and not read.text(cell_path(_POOLS, key, "justification")):
            yield Hit(
                cell_path(_POOLS, key, "justification"),
                "A carbon pool is left out without a reason.",
                "Show that it does not shrink because of the project.",
            )
