"""Small-scale limits, held in every year, and debundling."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from forms.facts import applied_methodologies, number, text
from forms.fieldpath import cell_path
from forms.problems import Severity
from forms.quantities import format_number, read_number
from forms.rules import Hit, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forms.document import Reader

_TYPE_I = Decimal(15)
_TYPE_III = Decimal(60_000)
_TYPE_I_THERMAL = Decimal(45)
_THERMAL_UNIT = re.compile(r"MW\s?\(?th?\)?\.?", re.IGNORECASE)
_AMS = re.compile(r"AMS-(I{1,3})\.")
_ONE_KILOMETRE = Decimal(1)
_ONE_PER_CENT = Decimal("0.01")
# What two projects may be together, in the units of the fields that state it.
_TOGETHER = {"I": Decimal(15), "II": Decimal(60), "III": Decimal(60)}
# A microscale project by type: MW, GWh a year, t CO2e a year.
_MICROSCALE = {"II": Decimal(20), "III": Decimal(20_000)}


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


@rule("SCL-05", source="4/CMP.1, annex II, paragraph 7; EB 20, paragraph 57", mechanism="cdm")
def each_component_keeps_the_limit_of_its_type(read: Reader) -> Iterator[Hit]:
    """Where methodologies of several types are applied, each component keeps the limit of its own type."""
    if text(read, "P.scale") != "small":
        return
    types = {key: found[1] for key, code in _codes(read) if (found := _AMS.match(code))}
    if len(set(types.values())) < 2:
        return
    capacity = number(read, "P.capacity")
    for key, kind in types.items():
        if kind == "I" and text(read, "P.ssc_type") != "I" and capacity and capacity > _TYPE_I:
            message = f"The component of type I has {format_number(capacity)} MW, above 15 MW."
        elif kind == "III" and text(read, "P.ssc_type") != "III" and (most := _most_in_a_year(read, key)) > _TYPE_III:
            message = f"The component of type III reduces up to {most:,.0f} t CO2e a year, above 60,000 t."
        else:
            continue
        yield Hit(
            cell_path("P.methodologies", key, "code"),
            message,
            "Use the large-scale form and methodology, or show that the limit of this type is kept.",
        )


def _codes(read: Reader) -> Iterator[tuple[str, str]]:
    return ((applied.key, applied.code) for applied in applied_methodologies(read))


def _most_in_a_year(read: Reader, key: str) -> Decimal:
    """The largest reduction of one methodology in a whole year; 0 while it is not calculated."""
    made = read.results.calculations.get(key)
    rows = zip(read.results.rows, made.periods, strict=True) if made else ()
    return max((own.reductions / row.period.fraction for row, own in rows if own.reductions), default=Decimal(0))


@rule("SCL-07", source="Project standard, definition of type I: 15 MW of electricity or 45 MW of heat", mechanism="cdm",
      severity=Severity.WARNING)  # fmt: skip
def thermal_capacity_keeps_its_limit(read: Reader) -> Iterator[Hit]:
    """A type I project that makes heat has at most 45 MW thermal."""
    if text(read, "P.scale") != "small" or text(read, "P.ssc_type") != "I":
        return
    thermal = sum((capacity for unit, capacity in _capacities(read) if _THERMAL_UNIT.fullmatch(unit)), Decimal(0))
    if thermal > _TYPE_I_THERMAL:
        yield Hit(
            "P.equipment",
            f"The equipment has {format_number(thermal)} MW of heat, above 45 MW thermal.",
            "Use the large-scale form and methodology, or correct the table.",
        )


def _capacities(read: Reader) -> Iterator[tuple[str, Decimal]]:
    """Unit and capacity of all units of each new piece of equipment."""
    for key in read.rows("P.equipment"):
        units, capacity = (number(read, cell_path("P.equipment", key, name)) for name in ("units", "capacity"))
        if capacity is not None and read.cell("P.equipment", key, "status") != "existing":
            yield read.text(cell_path("P.equipment", key, "capacity_unit")).strip(), capacity * (units or 1)


@rule("SCL-08", source="TOOL19; EB 68, annex 26; 2/CMP.5, paragraph 24; 3/CMP.6, paragraphs 38 and 39",
      mechanism="cdm", severity=Severity.WARNING)  # fmt: skip
def microscale_projects_are_small_enough(read: Reader) -> Iterator[Hit]:
    """A microscale project saves at most 20 GWh (type II) or reduces at most 20 kt CO2e a year (type III)."""
    limit = _MICROSCALE.get(text(read, "P.ssc_type"))
    if text(read, "B.5.route") != "TOOL19" or limit is None:
        return
    place = next((path for path in ("A.3.ssc_value", "A.4.2.ssc_value") if read.field(read.main, path)), "")
    is_type_two = text(read, "P.ssc_type") == "II"
    found = (number(read, place) if place else None) if is_type_two else read.results.annual_average
    if found is not None and found > limit:
        yield Hit(
            "B.5.route",
            f"{found:,.0f} {'GWh' if is_type_two else 't CO2e'} a year is above {limit:,} for microscale projects.",
            "Choose the route for small-scale projects, or correct the figures.",
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
    together, limit = _combined_size(read), _TOGETHER.get(text(read, "P.ssc_type"))
    if together is not None and limit is not None and together <= limit:
        return
    for key in _parts(read):
        yield Hit(
            cell_path("P.other_ssc", key, "reference"),
            "All four tests of debundling hold for this project.",
            "Show that both together stay within the limit, or use the large-scale route.",
        )


def _parts(read: Reader) -> Iterator[str]:
    """Rows of other small-scale projects for which all four tests of debundling hold."""
    if text(read, "P.scale") != "small":
        return
    for key in read.rows("P.other_ssc"):
        tests = ("same_participants", "same_technology", "within_two_years")
        same = all(read.cell("P.other_ssc", key, test) is True for test in tests)
        distance = read.cell("P.other_ssc", key, "distance_km")
        if same and isinstance(distance, Decimal) and distance <= _ONE_KILOMETRE:
            yield key


def _combined_size(read: Reader) -> Decimal | None:
    """What both projects are together, where the form asks for it and a figure is given."""
    for path in ("A.7.combined_size", "A.4.5.combined_size", "A.4.5.joint_size"):
        if read.field(read.main, path):
            value = read.value(path)
            return value if isinstance(value, Decimal) else read_number(read.text(path), decimal_hint=".").value
    return None


@rule("DEB-02", source="EB 47, annex 32; 4/CMP.1, annex II, appendix C", mechanism="cdm", severity=Severity.INFO)
def parts_may_be_small_together(read: Reader) -> Iterator[Hit]:
    """A debundled project is still small-scale when both together keep to the limit."""
    together, limit = _combined_size(read), _TOGETHER.get(text(read, "P.ssc_type"))
    if together is not None and limit is not None and together <= limit and any(True for _ in _parts(read)):
        yield Hit(
            "P.other_ssc",
            f"All four tests hold; together the projects have {format_number(together)}, within the limit.",
            "Nothing to mend; show in the section on debundling how both sizes were found.",
        )


@rule("DEB-03", source="TOOL20, section 5.2: independent subsystems of at most 1 % of the limit", mechanism="cdm",
      severity=Severity.INFO, evidence="partial")  # fmt: skip
def very_small_subsystems_need_no_test(read: Reader) -> Iterator[Hit]:
    """Independent subsystems of at most one per cent of the limit need no test of debundling."""
    sizes = [number(read, cell_path("P.equipment", key, "capacity")) for key in read.rows("P.equipment")]
    units = {read.text(cell_path("P.equipment", key, "capacity_unit")).strip() for key in read.rows("P.equipment")}
    factor = {frozenset({"kW"}): Decimal("0.001"), frozenset({"MW"}): Decimal(1)}.get(frozenset(units))
    if factor is None or text(read, "P.ssc_type") != "I" or not any(True for _ in _parts(read)):
        return
    if all(size is not None and size * factor <= _TYPE_I * _ONE_PER_CENT for size in sizes):
        yield Hit(
            "P.other_ssc",
            "Each unit has at most 1 % of the limit; if the units work by themselves, no test is needed.",
            "Nothing to mend; say so in the section on debundling.",
        )
