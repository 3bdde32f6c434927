"""Calculations: a real project to the tonne, what is missing, what cannot be, and what must never change a result."""

from __future__ import annotations

import datetime as dt
import decimal
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forms.errors import UserError
from forms.methodologies import methodology_from_data
from forms.methodologies.calculation import Inputs, calculate, inputs_from_json
from forms.periods import periods_of
from forms.quantities import convert, round_nearest
from tests.forms.methodologies.approaches import (
    SUDENAI,
    by_key,
    equation,
    scalar,
    small,
    sudenai,
    sudenai_inputs,
)

YEARS = ("2002", "2003", "2004", "2005")
PERIODS = periods_of(dt.date(2008, 9, 1), dt.date(2012, 12, 31))
YEARLY = {"set": [{"id": "y", "kind": "period"}]}


# --- a real project ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("symbol", "printed"),
    [
        ("T", ("517318", "491709", "525916", "729451")),
        ("H", ("50759", "46998", "53073", "50148")),
        ("P", ("466559", "444711", "472843", "679303")),
    ],
)
def test_emissions_of_the_marginal_plant_to_the_printed_tonne(symbol, printed):
    """JI SSC PDD Sudenai and Lendimai, version 6 of 6 November 2007, tables of the emission factor."""
    calculation = calculate(sudenai(), sudenai_inputs())
    found = [round_nearest(calculation.values[symbol][year,]) for year in YEARS]
    assert found == [Decimal(tonnes) for tonnes in printed]


def test_yearly_and_mean_emission_factor_as_printed():
    calculation = calculate(sudenai(), sudenai_inputs())
    yearly = [round_nearest(calculation.values["EF_year"][year,], 3) for year in YEARS]
    assert [str(factor) for factor in yearly] == ["0.633", "0.614", "0.634", "0.633"]
    assert calculation.value("EF") == Decimal("0.629")


def test_reductions_of_sudenai_and_lendimai_as_printed():
    """6,078 for four months of 2008, 18,233 a year, 79,012 in total: the sum of unrounded rows, not of printed ones."""
    calculation = calculate(sudenai(), sudenai_inputs())
    rows = [str(round_nearest(row.reductions)) for row in calculation.periods]
    assert rows == ["6078", "18233", "18233", "18233", "18233"]
    assert round_nearest(calculation.total.reductions) == 79012
    assert round_nearest(calculation.annual_average, 1) == Decimal("18233.5")
    assert calculation.missing == calculation.faults == ()


def test_production_of_the_baseline_plants_times_the_factor():
    """Table of the same PDD: 1,831,000 MWh give 1,151,699 t, and so on."""
    table = {"1831000": 1151699, "1818000": 1143522, "1549000": 974321, "4974000": 3128646, "5730000": 3604170}
    methodology = small(equation("BE", "a * b", "1"))
    for generation, tonnes in table.items():
        inputs = Inputs(values={"a": scalar(generation), "b": scalar("0.629")})
        assert calculate(methodology, inputs).value("BE") == tonnes


# --- missing inputs ------------------------------------------------------------------------------


def test_every_missing_value_is_named_with_the_equation_that_needs_it():
    inputs = sudenai_inputs()
    values = {symbol: dict(column) for symbol, column in inputs.values.items() if symbol != "eta_heat"}
    del values["FC_gas"]["2003",], values["power"]["2004",]
    calculation = calculate(sudenai(), replace(inputs, values=values))
    named = {(entry.symbol, entry.index): entry.needed_by for entry in calculation.missing}
    assert named == {
        ("FC_gas", ("2003",)): "fuel[gas, 2003] (1)",
        ("power", ("2004",)): "EF (6)",
        ("eta_heat", ()): "H[2002] (3)",
    }


def test_nothing_is_calculated_from_what_is_missing():
    inputs = sudenai_inputs()
    values = {symbol: column for symbol, column in inputs.values.items() if symbol != "heat"}
    calculation = calculate(sudenai(), replace(inputs, values=values))
    assert "T" in calculation.values
    assert not {"H", "P", "EF", "BE", "ER"} & calculation.values.keys()
    assert calculation.total.reductions is None
    assert calculation.annual_average is None


def test_empty_set_is_missing_and_not_a_sum_of_zero():
    calculation = calculate(sudenai(), replace(sudenai_inputs(), sets={}))
    assert [(entry.kind, entry.symbol) for entry in calculation.missing] == [("set", "t")]
    assert calculation.value("EF") is None


def test_missing_crediting_period_is_named():
    calculation = calculate(sudenai(), replace(sudenai_inputs(), periods=()))
    assert [(entry.kind, entry.symbol) for entry in calculation.missing] == [("set", "y")]


def test_only_what_the_taken_side_needs_is_missing():
    methodology = small(equation("r", "a if a > 0 else b"))
    assert calculate(methodology, Inputs(values={"a": scalar("1")})).missing == ()
    missing = calculate(methodology, Inputs(values={"a": scalar("-1")})).missing
    assert [entry.symbol for entry in missing] == ["b"]
    assert [entry.symbol for entry in calculate(methodology, Inputs()).missing] == ["a"]


def test_default_is_used_and_marked_as_such():
    calculation = calculate(sudenai(), sudenai_inputs())
    assert calculation.given["MWh_per_toe", ()].origin == "default"
    assert calculation.given["EG", ("2008",)].origin == "typed"


def test_origin_of_an_input_is_kept():
    inputs = replace(sudenai_inputs(), origins={"EG": {(): "estimated"}})
    assert calculate(sudenai(), inputs).given["EG", ("2008",)].origin == "estimated"


# --- faults --------------------------------------------------------------------------------------


def test_words_in_a_number_field_are_a_fault():
    calculation = calculate(small(equation("r", "a + b")), Inputs(values={"a": {(): "many"}, "b": scalar("1")}))
    assert [(fault.symbol, fault.kind) for fault in calculation.faults] == [("a", "input")]


def test_not_a_number_is_a_fault():
    calculation = calculate(small(equation("r", "a + b")), Inputs(values={"a": scalar("NaN"), "b": scalar("1")}))
    assert [fault.kind for fault in calculation.faults] == ["input"]


def test_value_outside_its_limits_is_a_warning_and_is_used():
    parameter = {"symbol": "eta", "unit": "1", "minimum": "0.05", "maximum": "0.65"}
    calculation = calculate(
        small(equation("r", "eta * 2"), parameter=[parameter]), Inputs(values={"eta": scalar("36")})
    )
    fault = calculation.faults[0]
    assert (fault.kind, fault.severity) == ("range", "warning")
    assert "above the limit of 0.65" in fault.message
    assert calculation.value("r") == 72


def test_circle_of_equations_is_a_fault_that_names_it():
    calculation = calculate(small(equation("p", "q + a"), equation("q", "p * b")), Inputs())
    cycle = [fault for fault in calculation.faults if fault.kind == "cycle"]
    assert len(cycle) == 1
    assert cycle[0].message in ("The value depends on itself: p → q → p.", "The value depends on itself: q → p → q.")


def test_value_may_rest_on_the_year_before():
    """A stock that grows by 10 % from a first year of 100."""
    methodology = small(equation("stock[y]", "a if y == min(k for k in y) else stock[y - 1] * (1 + b)"), **YEARLY)
    inputs = Inputs(values={"a": scalar("100"), "b": scalar("0.1")}, periods=PERIODS)
    assert calculate(methodology, inputs).values["stock"]["2012",] == Decimal("146.41")


def test_value_before_the_first_year_can_be_given_and_is_missing_otherwise():
    methodology = small(equation("stock[y]", "stock[y - 1] * a"), parameter=[{"symbol": "a", "unit": "1"}], **YEARLY)
    inputs = Inputs(values={"a": scalar("2")}, periods=PERIODS)
    assert [(entry.symbol, entry.index) for entry in calculate(methodology, inputs).missing] == [("stock", ("2007",))]
    started = replace(inputs, values={"a": scalar("2"), "stock": by_key(("2007", "1"))})
    assert calculate(methodology, started).values["stock"]["2012",] == 32


def test_chain_of_a_thousand_years_is_calculated():
    years = tuple(str(year) for year in range(2000, 3000))
    methodology = small(
        equation("stock[t]", "a if t == 2000 else stock[t - 1] + b"),
        equation("last", "stock[2999]"),
        set=[{"id": "t", "kind": "years"}],
    )
    inputs = Inputs(values={"a": scalar("1"), "b": scalar("1")}, sets={"t": years})
    calculation = calculate(methodology, inputs)
    assert calculation.value("last") == 1000
    assert len(calculation.explain("last").children) == 1


def test_circle_longer_than_the_stack_is_found():
    years = tuple(str(year) for year in range(2000, 2300))
    methodology = small(
        equation("stock[t]", "stock[2299] * a if t == 2000 else stock[t - 1] + b"),
        set=[{"id": "t", "kind": "years"}],
    )
    calculation = calculate(methodology, Inputs(values={"a": scalar("1"), "b": scalar("1")}, sets={"t": years}))
    assert "cycle" in {fault.kind for fault in calculation.faults}


def test_sum_over_too_many_rows_is_refused_and_does_not_hang():
    rows = tuple(f"u{number}" for number in range(2000))
    methodology = small(
        equation("r", "sum(a for i in m for j in m for k in m)"),
        set=[{"id": "m", "kind": "rows"}],
        parameter=[{"symbol": "a", "unit": "1"}],
    )
    calculation = calculate(methodology, Inputs(values={"a": scalar("1")}, sets={"m": rows}))
    assert [fault.kind for fault in calculation.faults] == ["size"]


def test_global_decimal_context_is_left_alone():
    before = decimal.getcontext().copy()
    calculate(sudenai(), sudenai_inputs()).explain("ER", ("2008",))
    after = decimal.getcontext()
    assert (before.prec, before.traps, before.rounding) == (after.prec, after.traps, after.rounding)


# --- options and parts of a year -----------------------------------------------------------------

CHOICE = {
    "option": [{"id": "method", "label": "", "choices": [{"code": "one", "label": ""}, {"code": "two", "label": ""}]}]
}


def test_option_decides_which_equation_is_in_force():
    methodology = small(
        equation("r", "a", when="method == 'one'"), equation("r", "b", when="method == 'two'"), **CHOICE
    )
    values = {"a": scalar("1"), "b": scalar("2")}
    assert calculate(methodology, Inputs(values=values, options={"method": "two"})).value("r") == 2
    unanswered = calculate(methodology, Inputs(values=values))
    assert [(entry.kind, entry.symbol) for entry in unanswered.missing] == [("option", "method")]
    assert unanswered.faults == ()


def test_annual_amount_counts_by_the_part_of_the_year():
    """28,988 MWh a year are 9,662.67 MWh in the four months of 2008."""
    calculation = calculate(sudenai(), sudenai_inputs())
    assert round_nearest(calculation.value("EG", ("2008",)), 2) == Decimal("9662.67")
    assert calculation.value("EG", ("2009",)) == 28988


def test_odd_dates_count_by_days():
    inputs = replace(sudenai_inputs(), periods=periods_of(dt.date(2009, 1, 1), dt.date(2009, 3, 15)))
    share = calculate(sudenai(), inputs).given["EG", ("2009",)].fraction
    assert (share.numerator, share.denominator) == (74, 365)


def test_values_of_single_years_take_precedence_over_one_for_all():
    inputs = sudenai_inputs()
    values = {**inputs.values, "EG": {(): Decimal(28988), ("2010",): Decimal(33708)}}
    calculation = calculate(sudenai(), replace(inputs, values=values))
    assert calculation.value("EG", ("2010",)) == 33708
    assert calculation.value("EG", ("2011",)) == 28988


# --- what must not change a result ---------------------------------------------------------------


@given(st.decimals(min_value="0.001", max_value=1000, places=3))
@settings(max_examples=25, deadline=None)
def test_reductions_scale_with_the_electricity(factor):
    inputs = sudenai_inputs()
    scaled = replace(inputs, values={**inputs.values, "EG": {(): Decimal(28988) * factor}})
    plain, more = (calculate(sudenai(), each).total.reductions for each in (inputs, scaled))
    assert abs(more - plain * factor) < Decimal("1e-15")


def test_no_electricity_gives_no_reductions():
    inputs = sudenai_inputs()
    calculation = calculate(sudenai(), replace(inputs, values={**inputs.values, "EG": scalar("0")}))
    assert calculation.total.reductions == 0
    assert calculation.missing == ()


@given(st.permutations(YEARS))
@settings(max_examples=10, deadline=None)
def test_order_of_the_rows_changes_nothing(years):
    inputs = sudenai_inputs()
    values = {symbol: dict(reversed(column.items())) for symbol, column in inputs.values.items()}
    shuffled = replace(inputs, sets={"t": tuple(years)}, values=values)
    assert calculate(sudenai(), shuffled).total == calculate(sudenai(), inputs).total


@pytest.mark.parametrize(("symbol", "unit"), [("FC_oil", "kg"), ("heat", "GJ"), ("power", "GWh"), ("power", "TJ")])
def test_stating_an_input_in_another_unit_changes_nothing(symbol, unit):
    """The conversion becomes an equation of the approach; the units still multiply out."""
    parameters = [dict(entry) for entry in SUDENAI["parameter"]]
    declared = next(entry for entry in parameters if entry["symbol"] == symbol)
    original, declared["unit"], declared["symbol"] = declared["unit"], unit, "other"
    factor = convert(Decimal(1), unit, original)
    parameters.append({"symbol": "factor", "unit": f"{original}/{unit}", "default": str(factor)})
    equations = [*SUDENAI["equation"], equation(f"{symbol}[t]", "other[t] * factor", original)]
    inputs = sudenai_inputs()
    column = {index: convert(value, original, unit) for index, value in inputs.values[symbol].items()}
    values = {**{name: entry for name, entry in inputs.values.items() if name != symbol}, "other": column}
    methodology = methodology_from_data({**SUDENAI, "parameter": parameters, "equation": equations}, "approach")
    changed = calculate(methodology, replace(inputs, values=values)).total.reductions
    assert abs(changed - calculate(sudenai(), inputs).total.reductions) < Decimal("1e-20")


# --- from the command line -----------------------------------------------------------------------


def test_inputs_are_read_from_json():
    inputs = inputs_from_json(
        sudenai(),
        {
            "values": {"EG": "28988.5", "power": {"2002": 736604}, "EF_fuel": {"gas": "2.369981446"}},
            "sets": {"t": ["2002", 2003]},
            "crediting_period": {"start": "2008-09-01", "end": "2012-12-31"},
        },
    )
    assert inputs.values["EG"] == scalar("28988.5")
    assert inputs.values["EF_fuel"] == by_key(("gas", "2.369981446"))
    assert inputs.sets == {"t": ("2002", "2003")}
    assert [period.label for period in inputs.periods] == ["2008", "2009", "2010", "2011", "2012"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"value": {}}, "“value” is not known"),
        ({"values": {"EGG": "1"}}, "Did you mean EG"),
        ({"values": {"EG": "a lot"}}, "value “a lot” of EG"),
        ({"values": {"EG": "28,988.5"}}, "value “28,988.5” of EG is not a number"),
        ({"values": {"EG": "NaN"}}, "value “NaN” of EG"),
        ({"values": {"EG": "Infinity"}}, "value “Infinity” of EG"),
        ({"values": {"EG": "1e999999"}}, "“1e999999” of EG is too large or too small"),
        ({"values": {"EG": "1" * 70}}, "of EG is not a number"),
        ({"values": {"EG": None}}, "value of EG is not a number"),
        ({"values": {"EG": True}}, "value of EG is not a number"),
        ({"values": {"power": {"2002": "12 MWh"}}}, r"power\[2002\]"),
        ({"values": {"EF_fuel": {"coal": "1"}}}, "“coal” is no member of the set “i”"),
        ({"values": {"fuel": {"gas,2002": "1", "gas, 2002": "2"}}}, r"fuel\[gas,2002\] stands twice"),
        ({"values": {"EF": "0.629"}}, "EF is calculated by equation"),
        ({"values": {"power": {"1999": "1"}}, "sets": {"t": ["2002"]}}, "“1999” is no member of the set “t”"),
        ({"values": {"power": "736604"}}, "power is given for “”, but is asked by t"),
        ({"values": {"EG": {"2008,x": "1"}}}, "EG is given for “2008,x”, but is asked by y"),
        ({"sets": {"u": []}}, "“u” is no set"),
        ({"sets": {"t": "2002"}}, "must be a list"),
        ({"sets": {"t": ["2002", 2002]}}, "“2002” stands twice in the set “t”"),
        ({"sets": {"t": [None]}}, "cannot be a member of “t”"),
        ({"options": {"method": "one"}}, "“method” is no option"),
        ({"crediting_period": {"start": "2008"}}, "crediting period"),
        ({"crediting_period": {"from": "2008-09-01"}}, "“from” is not known in the crediting period"),
        ({"crediting_period": {"start": "2012-09-01", "end": "2008-09-01"}}, "there is no crediting period"),
        ({"values": []}, None),
        ({"values": [1]}, "must be an object"),
    ],
)
def test_wrong_key_in_json_is_named(data, words):
    if words is None:
        assert inputs_from_json(sudenai(), data).values == {}
        return
    with pytest.raises(UserError, match=words):
        inputs_from_json(sudenai(), data)
