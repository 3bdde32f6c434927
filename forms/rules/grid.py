"""Data of a grid: units that are possible, fuels within their limits, and plants that add up to the system."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from forms.document import Reader, inputs_document
from forms.fieldpath import matrix_path
from forms.inputs import matrix_members, matrix_paths, value_path
from forms.problems import Severity, Step
from forms.quantities import convert, format_number
from forms.rules import Hit, rule
from forms.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forms.methodologies.model import Methodology

_GIGAJOULES_PER_MEGAWATT_HOUR = Decimal("3.6")
_LEAST_EFFICIENCY, _MOST_EFFICIENCY = Decimal("0.1"), Decimal("0.65")
_ALLOWANCE = Decimal("0.001")
# Parameters of TOOL07 and the quantities of the table of fuels, with the unit of the table.
_FUEL_LIMITS = {"NCV": ("NCV", "GJ/t"), "EF_CO2": ("EF_CO2", "kgCO2/TJ")}


def _grids(read: Reader) -> Iterator[tuple[str, Methodology]]:
    """Documents of inputs that hold grid data by unit, with the methodology."""
    for key, applied in read.snapshot.methodologies.items():
        parameter, document = applied.parameter("EG"), inputs_document(key)
        is_grid = parameter is not None and parameter.origin.code == "TOOL07"
        if is_grid and read.state(document, value_path("EG")).relevant:
            yield document, applied


def _number(read: Reader, document: str, symbol: str, *index: str) -> Decimal | None:
    """What was entered for a symbol, by the keys of its rows."""
    value = read.value(matrix_path(value_path(symbol), index), document)
    return value if isinstance(value, Decimal) else None


@rule("CAL-16", source="Information and reporting check QK25NWLFYOZ8GA9: slips of the unit; power plants convert 10 to "
      "65 % of their fuel", severity=Severity.WARNING, step=Step.QUALITY)  # fmt: skip
def power_units_are_possible(read: Reader) -> Iterator[Hit]:
    """Fuel and generation of a power unit give an efficiency that a power plant can have."""
    for document, _ in _grids(read):
        fuels = read.rows("I.sets.i", document)
        for unit, name in matrix_members(read, document, "m"):
            for year, label in matrix_members(read, document, "t"):
                heat = sum((_heat(read, document, fuel, unit, year) for fuel in fuels), Decimal(0))
                generated = _number(read, document, "EG", unit, year)
                if not heat or generated is None:
                    continue
                efficiency = generated * _GIGAJOULES_PER_MEGAWATT_HOUR / heat
                if not _LEAST_EFFICIENCY <= efficiency <= _MOST_EFFICIENCY:
                    yield Hit(
                        matrix_path(value_path("EG"), (unit, year)),
                        f"{name}, {label}: fuel and generation give an efficiency of {efficiency:.1%}.",
                        "Check the units of fuel and generation, and the digits.",
                        document,
                    )


def _heat(read: Reader, document: str, fuel: str, unit: str, year: str) -> Decimal:
    """Energy of a fuel in GJ; 0 where something is missing."""
    mass = _number(read, document, "FC", fuel, unit, year)
    calorific = _number(read, document, "NCV", fuel, year)
    return mass * calorific if mass is not None and calorific is not None else Decimal(0)


@rule("CAL-17", source="own consistency: the units of a system generate what the system generates",
      severity=Severity.WARNING, step=Step.QUALITY)  # fmt: skip
def units_add_up_to_the_system(read: Reader) -> Iterator[Hit]:
    """In a year given both by unit and for the whole system, the units do not generate more than the system."""
    for document, _ in _grids(read):
        keys = {label: key for key, label in matrix_members(read, document, "t")}
        for year, label in matrix_members(read, document, "h"):
            system = _number(read, document, "EG_system", year)
            must_run = _number(read, document, "EG_LCMR", year)
            every = [
                _number(read, document, "EG", unit, keys.get(label, "")) for unit in read.rows("I.sets.m", document)
            ]
            known = [value for value in every if value is not None]
            if system and must_run is not None and must_run > system:
                yield Hit(
                    matrix_path(value_path("EG_LCMR"), (year,)),
                    f"{label}: low-cost and must-run plants generate more than the whole system.",
                    "Check the units and digits of both.",
                    document,
                )
            if system and known and len(known) == len(every) and sum(known) > system * (1 + _ALLOWANCE):
                yield Hit(
                    matrix_path(value_path("EG_system"), (year,)),
                    f"{label}: the units generate {format_number(sum(known, Decimal(0)), 0)} MWh, "
                    f"the system {format_number(system, 0)} MWh.",
                    "Check the units and digits of both.",
                    document,
                )


@rule("CAL-18", source="2006 IPCC Guidelines, volume 2, chapter 1, tables 1.2 and 1.4", severity=Severity.WARNING,
      step=Step.QUALITY)  # fmt: skip
def fuels_lie_within_the_limits_of_the_ipcc(read: Reader) -> Iterator[Hit]:
    """Calorific value and CO2 factor of a fuel lie between those of the leanest and the richest fuel."""
    for document, applied in _grids(read):
        for symbol in _FUEL_LIMITS:
            asked, parameter = read.field(document, value_path(symbol)), applied.parameter(symbol)
            if asked is None or parameter is None:
                continue
            least, most = _limits(symbol, str(parameter.unit))
            for path in matrix_paths(read, document, asked):
                value = read.value(path, document)
                if isinstance(value, Decimal) and not least <= value <= most:
                    yield Hit(
                        path,
                        f"{symbol} is {format_number(value)} {parameter.unit}; fuels have "
                        f"{format_number(least.normalize())} to {format_number(most.normalize())}.",
                        "Check the unit and the digits.",
                        document,
                    )


@cache
def _limits(symbol: str, unit: str) -> tuple[Decimal, Decimal]:
    """The smallest lower and the largest upper limit of all fuels of the table, in a unit."""
    quantity, given_in = _FUEL_LIMITS[symbol]
    values = [
        convert(Decimal(row["value"]), given_in, unit)
        for row in table("ipcc2006_fuels")
        if row["quantity"] == quantity and row["bound"] in {"lower", "upper"}
    ]
    return min(values), max(values)
