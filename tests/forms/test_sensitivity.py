"""What moves the reductions, and by how much; where a result reaches a goal; other choices side by side."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from forms.errors import UserError
from forms.methodologies import methodology_from_data
from forms.methodologies.calculation import Calculation, Inputs
from forms.periods import periods_of
from forms.sensitivity import scenarios, scenarios_of_project, sensitivity, sensitivity_of_project
from tests.forms.rules.projects import sample, wind_farm

PLANT = {
    "code": "x",
    "version": "1",
    "results": {"baseline": "BE", "project": "PE", "leakage": "LE", "reductions": "ER"},
    "set": [{"id": "y", "kind": "period"}],
    "option": [
        {
            "id": "weights",
            "label": "Weights",
            "default": "half",
            "choices": [{"code": "half", "label": "0.5"}, {"code": "wind", "label": "0.75"}],
        }
    ],
    "parameter": [
        {"symbol": "EG", "indices": ["y"], "unit": "MWh", "annual": True},
        {"symbol": "OM", "unit": "tCO2/MWh", "default": "0.8"},
        {"symbol": "BM", "unit": "tCO2/MWh"},
        {"symbol": "w", "unit": "1"},
    ],
    "equation": [
        {"symbol": "CM", "unit": "tCO2/MWh", "expression": "(OM + BM) / 2", "when": "weights == 'half'"},
        {"symbol": "CM", "unit": "tCO2/MWh", "expression": "0.75 * OM + 0.25 * BM", "when": "weights == 'wind'"},
        {"symbol": "BE[y]", "unit": "tCO2e", "expression": "EG[y] * CM"},
        {"symbol": "PE[y]", "unit": "tCO2e", "expression": "w * BE[y]"},
        {"symbol": "LE[y]", "unit": "tCO2e", "expression": "0"},
        {"symbol": "ER[y]", "unit": "tCO2e", "expression": "BE[y] - PE[y] - LE[y]"},
    ],
}
METHODOLOGY = methodology_from_data(PLANT, "test")
INPUTS = Inputs(
    values={"EG": {(): Decimal(1000)}, "BM": {(): Decimal("0.4")}, "w": {(): Decimal("0.1")}},
    periods=periods_of(dt.date(2010, 1, 1), dt.date(2011, 12, 31)),
)


def test_ten_per_cent_of_the_generation_is_ten_per_cent_of_the_reductions():
    (found,) = sensitivity(METHODOLOGY, INPUTS, ["EG"])
    assert (found.low, found.base, found.high) == (Decimal("972"), Decimal("1080"), Decimal("1188"))


def test_a_default_is_varied_too():
    """2,000 MWh, 0.9 of it, and half of 0.08 t/MWh more or less: 72 t."""
    (found,) = sensitivity(METHODOLOGY, INPUTS, ["OM"])
    assert (found.low, found.high) == (Decimal("1008"), Decimal("1152"))


def test_break_even_is_the_change_that_reaches_the_goal():
    (up, down) = sensitivity(METHODOLOGY, INPUTS, ["EG", "w"], goal=Decimal(1200))
    assert abs(up.break_even - Decimal(1200) / 1080 + 1) < Decimal("1e-15")
    assert down.break_even == -1


def test_break_even_may_lie_below():
    (found,) = sensitivity(METHODOLOGY, INPUTS, ["EG"], goal=Decimal(540))
    assert abs(found.break_even + Decimal("0.5")) < Decimal("1e-15")


def test_any_result_can_be_watched():
    def factor(calculation: Calculation) -> Decimal | None:
        value = calculation.value("CM")
        return value if isinstance(value, Decimal) else None

    (found,) = sensitivity(METHODOLOGY, INPUTS, ["BM"], measure=factor)
    assert (found.low, found.high) == (Decimal("0.58"), Decimal("0.62"))


@pytest.mark.parametrize("symbol", ["EGG", "CM"])
def test_what_is_no_input_is_named(symbol):
    with pytest.raises(UserError, match=f"“{symbol}” is no input that can be varied"):
        sensitivity(METHODOLOGY, INPUTS, [symbol])


def test_choices_stand_side_by_side():
    found = scenarios(METHODOLOGY, INPUTS, {"hydro": {"weights": "half"}, "wind": {"weights": "wind"}})
    assert {name: made.total.reductions for name, made in found.items()} == {"hydro": 1080, "wind": 1260}


def test_choice_that_does_not_exist_is_named():
    with pytest.raises(UserError, match="“third” is no choice of the option “weights”"):
        scenarios(METHODOLOGY, INPUTS, {"other": {"weights": "third"}})
    with pytest.raises(UserError, match="“weight” is no option of this methodology"):
        scenarios(METHODOLOGY, INPUTS, {"other": {"weight": "half"}})


def test_sensitivity_of_a_project():
    snapshot = wind_farm(years=2).project.snapshot
    (found,) = sensitivity_of_project(snapshot, ["EG_facility"])
    assert (found.low, found.base, found.high) == (37800, 42000, 46200)


def test_sensitivity_of_a_whole_sample_and_an_unknown_symbol():
    snapshot = sample("los_cocos").project.snapshot
    (found,) = sensitivity_of_project(snapshot, ["EG_facility"])
    assert found.low is not None
    assert found.high is not None
    assert found.low < snapshot.results.total.reductions < found.high
    with pytest.raises(UserError, match="“EG_faculty” is no input"):
        sensitivity_of_project(snapshot, ["EG_faculty"])


def two_wind_farms(second_factor: str):
    """Two components under one methodology, 100 and 300 MWh a year; 0.8 t/MWh is the factor of the first's grid."""
    project = wind_farm(EG_facility="100", EF_CM_published="0.8").project
    row = project.add_row("facts", "P.methodologies")
    values = {"code": "AMS-I.D", "version": "18.0"}
    for column, words in values.items():
        project.type_in("facts", f"P.methodologies[{row}].{column}", words)
    document = f"inputs_{row}"
    project.set(document, "I.options.cm_method", "published")
    for symbol, words in {"EG_facility": "300", "Cap_new": "20", "EF_CM_published": second_factor}.items():
        project.type_in(document, f"I.{symbol}.value", words)
    return project.snapshot


@pytest.mark.parametrize(("second", "together"), [("0.8", Decimal("0.1")), ("0.5", Decimal("0.1") * 80 / 230)])
def test_an_answer_that_two_methodologies_share_moves_in_both(second, together):
    """100 MWh x 0.8 + 300 MWh x 0.8 moves as a whole; beside 300 MWh x 0.5 of another grid, 80 t of 230 t move."""
    (found,) = sensitivity_of_project(two_wind_farms(second), ["EF_CM_published"])
    assert abs(found.high / found.base - 1 - together) < Decimal("1e-20")
    assert abs(1 - found.low / found.base - together) < Decimal("1e-20")


def test_choices_of_a_project():
    snapshot = wind_farm(years=2).project.snapshot
    (key,) = snapshot.methodologies
    found = scenarios_of_project(snapshot, key, {"as it is": {}, "weighted": {"cm_method": "weighted"}})
    assert found["as it is"].total.reductions == 42000
    assert found["weighted"].total.reductions is None
