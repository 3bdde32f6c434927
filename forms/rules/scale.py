"""Small-scale limits, held in every year, and debundling."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from forms.facts import applied_methodologies, number, text
from forms.fieldpath import cell_path
from forms.rules import Hit, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forms.document import Reader

_TYPE_I = Decimal(15)
_TYPE_III = Decimal(60_000)
_ONE_KILOMETRE = Decimal(1)


@rule("SCL-01", source="1/CMP.2, paragraph 28(a)", mechanism="cdm")
def type_one_is_at_most_15_megawatts(read: Reader) -> Iterator[Hit]:
    """A type I project has at most 15 MW."""
    yield from _too_large(read)


@rule("JI-S10", source="JISC, provisions for small-scale projects, paragraph 7", mechanism="ji")
def ji_small_scale_limits_hold(read: Reader) -> Iterator[Hit]:
    """A small-scale JI project keeps to 15 MW, or to 60 kt CO2e in every year."""
    yield from _too_large(read)
    yield from _too_much(read)


@rule("SCL-04", source="EB 20, paragraph 58; 4/CMP.1, annex II, paragraph 8", mechanism="cdm")
def type_three_keeps_its_limit_in_every_year(read: Reader) -> Iterator[Hit]:
    """A type III project reduces at most 60 kt CO2e in every year of the crediting period."""
    yield from _too_much(read)


def _too_large(read: Reader) -> Iterator[Hit]:
    capacity = number(read, "P.capacity")
    if text(read, "P.scale") == "small" and text(read, "P.ssc_type") == "I" and capacity and capacity > _TYPE_I:
        yield Hit(
            "P.capacity",
            f"{capacity} MW is above the limit of 15 MW for type I.",
            "Use the large-scale form and methodology, or correct the capacity.",
        )


def _too_much(read: Reader) -> Iterator[Hit]:
    if text(read, "P.scale") != "small" or text(read, "P.ssc_type") != "III":
        return
    for row in read.results.rows:
        reductions = row.tonnes.reductions
        if reductions is not None and reductions > _TYPE_III * row.period.fraction:
            yield Hit(
                "P.ssc_type",
                f"{row.period.label}: {reductions:,.0f} t CO2e is above 60,000 t a year.",
                "Use the large-scale form and methodology.",
            )


@rule("SCL-09", source="4/CMP.1, annex II, paragraph 12(b)", mechanism="cdm")
def methodology_fits_the_scale(read: Reader) -> Iterator[Hit]:
    """Small scale uses AMS methodologies, large scale AM and ACM methodologies."""
    scale = text(read, "P.scale")
    for applied in applied_methodologies(read):
        is_small = applied.code.startswith(("AMS", "AR-AMS"))
        if applied.code and scale and is_small != (scale == "small"):
            yield Hit(
                cell_path("P.methodologies", applied.key, "code"),
                f"{applied.code} is for {'small' if is_small else 'large'} scale; the project is {scale} scale.",
                "Choose a methodology of the scale, or correct the scale.",
            )


@rule("DEB-01", source="4/CMP.1, annex II, appendix C; TOOL20", mechanism="cdm")
def cdm_project_is_not_debundled(read: Reader) -> Iterator[Hit]:
    """A small-scale project is not a part of a large one: the four tests do not all hold for one neighbour."""
    yield from _debundled(read)


@rule("JI-S11", source="JISC, provisions for small-scale projects, paragraphs 14 to 16", mechanism="ji")
def ji_project_is_not_debundled(read: Reader) -> Iterator[Hit]:
    """A small-scale project is not a part of a large one: the four tests do not all hold for one neighbour."""
    yield from _debundled(read)


def _debundled(read: Reader) -> Iterator[Hit]:
    if text(read, "P.scale") != "small":
        return
    for key in read.rows("P.other_ssc"):
        tests = ("same_participants", "same_technology", "within_two_years")
        same = all(read.cell("P.other_ssc", key, test) is True for test in tests)
        distance = read.cell("P.other_ssc", key, "distance_km")
        if same and isinstance(distance, Decimal) and distance <= _ONE_KILOMETRE:
            yield Hit(
                cell_path("P.other_ssc", key, "reference"),
                "All four tests of debundling hold for this project.",
                "Show that both together stay within the limit, or use the large-scale route.",
            )
