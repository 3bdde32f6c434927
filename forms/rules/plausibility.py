"""Are the figures possible: one capacity, one electricity, and tonnes per megawatt as projects of the kind have."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from forms.document import Reader, inputs_document
from forms.facts import number
from forms.fieldpath import cell_path
from forms.figures import matches, slip
from forms.inputs import value_path
from forms.problems import Severity, Step
from forms.quantities import convert, format_number, parse_unit, read_number
from forms.rules import Hit, rule
from forms.rules.calculation import is_generation

if TYPE_CHECKING:
    from collections.abc import Iterator


_ENERGY = parse_unit("MWh")
_HOURS = Decimal(8760)
_HUNDRED = Decimal(100)
_LOAD_TOLERANCE = Decimal("0.01")
_POWER_UNITS = {"W": Decimal("1e-6"), "kW": Decimal("1e-3"), "MW": Decimal(1), "MWe": Decimal(1), "GW": Decimal(1000)}
_ENERGY_UNITS = {"kWh": Decimal("1e-3"), "MWh": Decimal(1), "GWh": Decimal(1000), "TWh": Decimal(1_000_000)}
# t CO2e per MW and year in 8,237 registered projects: 5th and 95th percentile.
_TONNES_PER_MEGAWATT = {
    "wind": (1507, 2521),
    "hydro_ror": (2046, 4669),
    "hydro_reservoir": (2046, 4669),
    "solar": (833, 1915),
}


@rule("CAL-12", source="8,237 registered projects: tonnes per megawatt, 5th to 95th percentile",
      severity=Severity.WARNING, step=Step.QUALITY)  # fmt: skip
def tonnes_per_megawatt_are_usual(read: Reader) -> Iterator[Hit]:
    """Reductions per megawatt and year are those of registered projects of the technology."""
    capacity, average = number(read, "P.capacity"), read.results.annual_average
    for key in read.snapshot.methodologies:
        technology = str(read.value("I.options.plant_type", inputs_document(key)) or "")
        usual = _TONNES_PER_MEGAWATT.get(technology)
        if usual is None or not capacity or average is None:
            continue
        made = average / capacity
        if not usual[0] <= made <= usual[1]:
            yield Hit(
                "P.capacity",
                f"{made:,.0f} t CO2e per MW and year; nine of ten registered projects of this technology have "
                f"{usual[0]:,} to {usual[1]:,}.",
                "Check capacity, electricity and emission factor for a slip of the unit, or explain the difference.",
            )


@rule("CAL-13", source="Information and reporting check XDZS07QBEA4KFIW: 3.88 against 3.904 MW",
      severity=Severity.WARNING)  # fmt: skip
def capacity_is_the_sum_of_the_units(read: Reader) -> Iterator[Hit]:
    """The installed capacity is the number of new units times their capacity."""
    stated, made = number(read, "P.capacity"), Decimal(0)
    for _, megawatts, _ in _generators(read):
        made += megawatts
    if stated and made and stated != made:
        yield Hit(
            "P.capacity",
            f"{format_number(stated)} MW is stated; the new units have {format_number(made)} MW together.",
            "Correct the capacity or the table of equipment; list what does not generate in another unit.",
        )


def _generators(read: Reader) -> Iterator[tuple[str, Decimal, Decimal | None]]:
    """New equipment with a capacity in megawatts: row key, megawatts of all its units, load factor."""
    for key in read.rows("P.equipment"):
        units, capacity, load = (
            number(read, cell_path("P.equipment", key, name)) for name in ("units", "capacity", "load_factor")
        )
        factor = _POWER_UNITS.get(read.text(cell_path("P.equipment", key, "capacity_unit")).strip())
        if units and capacity and factor and read.cell("P.equipment", key, "status") != "existing":
            yield key, units * capacity * factor, load


@rule("CAL-14", source="Information and reporting check QK25NWLFYOZ8GA9: generation is MW x 8,760 h x load factor",
      severity=Severity.WARNING)  # fmt: skip
def load_factor_gives_the_generation(read: Reader) -> Iterator[Hit]:
    """The load factor of the equipment gives the electricity that is calculated with."""
    generators = tuple(_generators(read))
    loads = [megawatts * load * _HOURS / _HUNDRED for _, megawatts, load in generators if load is not None]
    generated = tuple(_generation(read))
    if not generators or len(loads) < len(generators) or len(generated) != 1:
        return
    _, symbol, megawatt_hours = generated[0]
    made = sum(loads, Decimal(0))
    if abs(made - megawatt_hours) > megawatt_hours * _LOAD_TOLERANCE:
        yield Hit(
            cell_path("P.equipment", generators[0][0], "load_factor"),
            f"The load factor gives {made:,.0f} MWh a year, {symbol} is {megawatt_hours:,.0f} MWh.",
            "Correct the load factor, the capacity or the electricity.",
        )


def _generation(read: Reader) -> Iterator[tuple[str, str, Decimal]]:
    """Yearly electricity that is calculated with: document, symbol, MWh."""
    for key, applied in read.snapshot.methodologies.items():
        document = inputs_document(key)
        for parameter in applied.parameters:
            value = read.value(value_path(parameter.symbol), document) if is_generation(parameter) else None
            if isinstance(value, Decimal) and read.state(document, value_path(parameter.symbol)).relevant and value:
                yield document, parameter.symbol, convert(value, str(parameter.unit), "MWh")


@rule("CAL-15", source="Information and reporting check QK25NWLFYOZ8GA9: 1,184.65 GWh against 118,465.8 MWh",
      severity=Severity.WARNING)  # fmt: skip
def tables_hold_the_same_electricity_and_capacity(read: Reader) -> Iterator[Hit]:
    """Electricity and capacity in the tables of the investment analysis are those of the project, unit by unit."""
    generated = tuple(value for _, _, value in _generation(read))
    capacity = number(read, "P.capacity")
    for table, name in (("B.5.investment_inputs", "parameter"), ("B.2.indicators", "indicator")):
        for key in read.rows(table):
            unit = read.text(cell_path(table, key, "unit")).strip().partition("/")[0]
            given = read_number(read.text(cell_path(table, key, "value")), decimal_hint=".").value
            known, factors = (generated, _ENERGY_UNITS) if unit in _ENERGY_UNITS else ((capacity,), _POWER_UNITS)
            if given is None or unit not in factors:
                continue
            value = given * factors[unit]
            for one in known:
                if one and not matches(value, one) and slip(value, one):
                    yield Hit(
                        cell_path(table, key, "value"),
                        f"“{read.text(cell_path(table, key, name))}” is {format_number(given)} {unit}; "
                        f"the calculation uses {format_number(one)} {'MWh' if unit in _ENERGY_UNITS else 'MW'}.",
                        "Use one figure in both places, in the same unit.",
                    )


# What a value can be at all, by table and column: years, per cent, numbers of things.
_POSSIBLE = (
    ("P.equipment", "technical_life", 1, 100, "years"),
    ("P.equipment", "age", 0, 100, "years"),
    ("P.equipment", "efficiency", 0, 100, "%"),
    ("P.equipment", "load_factor", 0, 100, "%"),
    ("B.5.sensitivity", "share", 0, 100, "%"),
    ("B.5.sensitivity", "low", -100, 100, "%"),
    ("B.5.sensitivity", "high", -100, 200, "%"),
    ("B.5.sensitivity", "break_even", -100, 1000, "%"),
    ("B.2.sensitivity", "change", -100, 200, "%"),
    ("E.1.meetings", "women", 0, 5000, ""),
    ("E.1.meetings", "men", 0, 5000, ""),
    ("P.other_ssc", "distance_km", 0, 20_000, "km"),
)


@rule("CAL-20", source="own rule: percentages, years and distances that are possible", severity=Severity.WARNING,
      step=Step.QUALITY)  # fmt: skip
def values_are_possible(read: Reader) -> Iterator[Hit]:
    """Percentages, years, distances and numbers of people lie within what is possible."""
    for table, column, low, high, unit in _POSSIBLE:
        if not table.startswith("P.") and read.field(read.main, table) is None:
            continue
        for key in read.rows(table):
            value = number(read, cell_path(table, key, column))
            if value is not None and not low <= value <= high:
                yield Hit(
                    cell_path(table, key, column),
                    f"{format_number(value)} {unit} is hardly possible.".replace("  ", " "),
                    "Check the value and its unit.",
                )
