"""The working: from the printed tonne down to inputs and their sources, numbers put in."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from forms.methodologies.calculation import Inputs, calculate
from forms.methodologies.substitution import substituted_latex
from forms.methodologies.working import part_text, show_value, steps_below
from tests.forms.methodologies.approaches import equation, scalar, small, sudenai, sudenai_inputs


def explained(symbol, *index):
    return calculate(sudenai(), sudenai_inputs()).explain(symbol, index)


def test_numbers_are_put_into_the_equation_with_their_units():
    step = explained("BE", "2008")
    assert step.name == "BE[2008]"
    assert step.expression_text == "EG[y] × EF"
    assert step.substituted_text == "9,662.667 MWh × 0.629 t CO₂/MWh"
    assert (show_value(step.value, exact=False), step.unit) == ("6,077.817", "tCO2e")
    assert (step.number, step.origin_text) == ("(7)", "equation (7) of the JI-specific approach")


def test_working_says_which_part_of_the_year_counts():
    part_year, whole_year = (explained("BE", year).children[0] for year in ("2008", "2009"))
    assert part_year.substituted_text == "28,988 MWh/yr × 4/12 yr"
    assert whole_year.substituted_text == "28,988 MWh/yr"
    assert part_text(Fraction(122, 365)) == "122/365"


def test_sums_are_written_out():
    assert explained("T", "2002").substituted_text == (
        "159,288.9 toe × 2.369981446 t CO₂/toe + 7,024.507 toe × 3.24883221 t CO₂/toe"
        " + 34,674.62 toe × 3.373787295 t CO₂/toe"
    )


def test_long_sums_are_cut_and_say_so():
    members = tuple(f"u{number}" for number in range(40))
    parameter = [{"symbol": "p", "indices": ["m"], "unit": "1"}]
    methodology = small(equation("r", "sum(p[m] for m in m)"), parameter=parameter, set=[{"id": "m", "kind": "rows"}])
    values = {"p": {(member,): Decimal(1) for member in members}}
    step = calculate(methodology, Inputs(values=values, sets={"m": members})).explain("r")
    assert step.substituted_text.endswith("+ … (28 more terms)")
    assert len(step.children) == 40


@pytest.mark.parametrize("function", ["min", "max", "mean"])
def test_a_long_choice_among_numbers_is_typeset_with_the_numbers(function: str):
    members = tuple(f"u{number}" for number in range(20))
    parameter = [{"symbol": "p", "indices": ["m"], "unit": "t"}]
    written = equation("r", f"{function}(p[m] for m in m)", unit="t")
    methodology = small(written, parameter=parameter, set=[{"id": "m", "kind": "rows"}])
    values = {"p": {(member,): Decimal(7) for member in members}}
    made = calculate(methodology, Inputs(values=values, sets={"m": members}))
    typeset = substituted_latex(made, methodology.definitions["r"][0], ())
    assert typeset.count("7") == 12
    assert "(8 more terms)" in typeset


def test_only_the_side_that_was_taken_is_shown():
    step = explained("fuel", "oil", "2002")
    assert step.substituted_text == "7,355 t × 0.955065574 toe/t"
    assert [child.symbol for child in step.children] == ["FC_oil", "NCV_oil"]


def test_working_ends_at_inputs_and_says_where_they_come_from():
    leaves = [step for step in steps_below(explained("ER", "2010")) if not step.children and step.kind == "input"]
    origins = {step.symbol: step.origin_text for step in leaves}
    assert origins["MWh_per_toe"] == "default: 41.868 GJ/toe"
    assert origins["EG"] == "typed"
    assert {step.symbol for step in leaves} >= {"power", "heat", "FC_gas", "EF_fuel", "eta_heat"}


def test_missing_input_is_a_step_of_the_working():
    inputs = sudenai_inputs()
    values = {symbol: column for symbol, column in inputs.values.items() if symbol != "eta_heat"}
    calculation = calculate(sudenai(), replace(inputs, values=values))
    step = calculation.explain("H", ("2002",))
    assert step.value is None
    missing = next(child for child in step.children if child.symbol == "eta_heat")
    assert (missing.kind, missing.substituted_text, missing.notes) == ("unknown", "?", ("The value is missing.",))


def test_fault_is_told_in_the_step_where_it_arose():
    calculation = calculate(small(equation("r", "a / b")), Inputs(values={"a": scalar("1"), "b": scalar("0")}))
    step = calculation.explain("r")
    assert step.notes == ("It would divide by zero: b is zero. Check the value that is zero, or leave out the row.",)
    assert step.substituted_text == "1 / 0"


def test_negative_numbers_stand_in_parentheses():
    calculation = calculate(small(equation("r", "a - b")), Inputs(values={"a": scalar("1"), "b": scalar("-2")}))
    assert calculation.explain("r").substituted_text == "1 − (-2)"


def test_values_that_many_others_need_are_explained_once():
    """Each equation uses the one before twice: 2 to the 40th lines if they were not shared."""
    chain = [equation(f"r{number}", f"r{number - 1} + r{number - 1}") for number in range(1, 40)]
    methodology = small(equation("r0", "a"), *chain, parameter=[{"symbol": "a", "unit": "1"}])
    step = calculate(methodology, Inputs(values={"a": scalar("1")})).explain("r39")
    assert step.value == 2**39
    assert len(steps_below(step)) == 41


def test_calculated_values_show_seven_figures_and_inputs_all_of_theirs():
    assert show_value(Decimal("466559.11806"), exact=False) == "466,559.1"
    assert show_value(Decimal("2.369981446"), exact=True) == "2.369981446"
    assert show_value(Decimal("0.000123456789"), exact=False) == "0.0001234568"
    assert show_value(Decimal("79011625.3"), exact=False) == "79,011,625"
    assert show_value(None, exact=False) == "?"
