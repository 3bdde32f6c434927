"""Hours on the margin from a load curve: TOOL07 v07.0, appendix 3, against its definition and at the size of a year."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.errors import DefinitionError
from forms.methodologies import methodology, methodology_from_data
from forms.methodologies.calculation import Inputs, calculate, inputs_from_json
from forms.methodologies.equations.curves import hours_below
from forms.methodologies.reading import InvalidMethodology

YEARS = ("2023", "2024", "2025")
LOADS = st.lists(st.decimals("0", "2000", places=1), min_size=1, max_size=40)


@given(LOADS, st.decimals("0", "90000", places=1))
def test_hours_are_those_at_whose_load_the_line_holds_less_than_the_energy(loads, energy):
    """By definition: the line as high as a load holds the lower one of the two in every hour."""
    expected = sum(sum(min(load, other) for other in loads) < energy for load in loads)
    assert hours_below(loads, energy) == expected


@given(LOADS, st.integers(1, 40))
def test_line_at_a_load_leaves_the_lower_loads_to_its_right(loads, rank):
    line = sorted(loads)[min(rank, len(loads)) - 1]
    energy = sum(min(line, load) for load in loads)
    assert hours_below(loads, energy) == sum(load < line for load in loads)


def test_generation_below_the_lowest_load_is_never_on_the_margin():
    """No intersection: 10 hours of at least 50 MW take up 500 MWh at all times."""
    assert hours_below([Decimal(50), *[Decimal(80)] * 9], Decimal(500)) == 0


# --- in the tool ---------------------------------------------------------------------------------------------------


def load_of(hour: int) -> str:
    """A daily course of the load, a little higher every day: 500 MW at night to 1,200 MW and more in the evening."""
    return str(500 + 30 * (hour % 24) + hour // 24)


def year_of_hours(hours=8760, without=(), **given_values):
    """Three years, coal and hydro; the hydro generates 5,000,000 MWh a year."""
    names = [str(hour) for hour in range(1, hours + 1)]
    loads = {f"{hour},{year}": load_of(int(hour)) for hour in names for year in YEARS if (hour, year) not in without}
    return inputs_from_json(
        methodology("TOOL07", "07.0"),
        {
            "options": {
                "cm_method": "weighted", "bm_method": "published", "om_method": "simple_adjusted",
                "vintage": "ex_ante", "lambda_source": "curve",
            },
            "sets": {"m": ["coal", "hydro"], "t": list(YEARS), "i": [], "hour": names},
            "values": {
                "EF_BM_published": "0.4",
                "EG": {f"{unit},{year}": amount for unit, amount in (("coal", "4000000"), ("hydro", "5000000"))
                       for year in YEARS},
                "lcmr": {"coal": "no", "hydro": "yes"},
                "unit_option": {"coal": "EM", "hydro": "A3"},
                "EM": {f"coal,{year}": "3600000" for year in YEARS},
                "EL": loads,
                **given_values,
            },
        },
    )  # fmt: skip


def test_year_of_hours_gives_the_operating_margin():
    made = calculate(methodology("TOOL07", "07.0"), year_of_hours())
    assert made.missing == made.faults == ()
    rising = sorted(int(load_of(hour)) for hour in range(1, 8761))
    held = [sum(rising[:passed]) + load * (8760 - passed) for passed, load in enumerate(rising)]
    count = sum(energy < 5_000_000 for energy in held)
    assert 0 < count < 8760
    assert made.value("hours_LCMR", ("2023",)) == count
    margin = Fraction(9, 10) * (1 - Fraction(count, 8760))
    assert abs(Fraction(made.value("EF_OM", ("2023",))) - margin) < Fraction("1e-30")
    assert made.conditions["load_curve"] is True


def test_gap_in_the_curve_is_asked_for_and_stops_that_year_only():
    made = calculate(methodology("TOOL07", "07.0"), year_of_hours(without={("100", "2024"), ("101", "2024")}))
    assert [(entry.symbol, entry.index) for entry in made.missing] == [("EL", ("100", "2024")), ("EL", ("101", "2024"))]
    assert made.value("hours_LCMR", ("2024",)) is None
    assert made.value("hours_LCMR", ("2025",)) is not None


def test_curve_that_lacks_hours_altogether_fails_the_check():
    made = calculate(methodology("TOOL07", "07.0"), year_of_hours(hours=8000))
    assert made.conditions["load_curve"] is False


def test_hours_of_the_leap_day_count_in_the_leap_year_only():
    """2024 has 8,784 hours; the 24 others are asked for in no other year."""
    without = {(str(hour), year) for hour in range(8761, 8785) for year in ("2023", "2025")}
    made = calculate(methodology("TOOL07", "07.0"), year_of_hours(hours=8784, without=without))
    assert made.missing == ()
    assert made.conditions["load_curve"] is True
    assert made.value("hours_LCMR", ("2023",)) == made.value("hours_LCMR", ("2025",))


# --- the word in the language --------------------------------------------------------------------------------------


def approach(expression="hours_below((L[n] for n in n), E)", load="MW", unit="h"):
    return methodology_from_data(
        {
            "code": "specific",
            "version": "1",
            "title": "Load curve",
            "set": [{"id": "n", "kind": "years"}],
            "parameter": [{"symbol": "L", "indices": ["n"], "unit": load}, {"symbol": "E", "unit": "MWh"}],
            "equation": [{"symbol": "X", "unit": unit, "expression": expression}],
        },
        "approach",
    )


def test_megawatt_hours_over_megawatts_are_hours():
    loads = {(str(hour),): Decimal(load) for hour, load in enumerate((40, 10, 30, 20), start=1)}
    made = calculate(
        approach(), Inputs(values={"L": loads, "E": {(): Decimal("75")}}, sets={"n": ("1", "2", "3", "4")})
    )
    assert made.value("X") == 2


@pytest.mark.parametrize(("load", "unit"), [("kW", "h"), ("MWh", "h"), ("MW", "1")])
def test_units_that_do_not_make_hours_are_refused(load, unit):
    with pytest.raises(InvalidMethodology):
        approach(load=load, unit=unit)


@pytest.mark.parametrize(
    "expression", ["hours_below(L[n] for n in n)", "sum((L[n] for n in n), E)", "hours_below(E, E)"]
)
def test_energy_is_said_for_the_hours_below_and_for_nothing_else(expression):
    with pytest.raises((InvalidMethodology, DefinitionError)):
        approach(expression=expression)
