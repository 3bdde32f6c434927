"""An index outside its set: the year before the first is named or declared, never taken from another year."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

from forms.methodologies.calculation import Calculation, Inputs, calculate
from forms.periods import periods_of
from tests.forms.methodologies.approaches import equation, small

PERIODS = periods_of(dt.date(2010, 1, 1), dt.date(2012, 12, 31))
YEARLY = {"set": [{"id": "y", "kind": "period"}]}
GROWTH = equation("D[y]", "EG[y] - EG[y-1]", "MWh")


def growth(values: dict[tuple[str, ...], str], **more: str) -> Calculation:
    generation = {"symbol": "EG", "indices": ["y"], "unit": "MWh", **more}
    methodology = small(GROWTH, parameter=[generation], **YEARLY)
    given = {"EG": {index: Decimal(value) for index, value in values.items()}}
    return calculate(methodology, Inputs(values=given, periods=PERIODS))


def test_the_value_for_all_years_is_not_that_of_the_year_before():
    calculation = growth({(): "100"})
    assert calculation.value("D", ("2010",)) is None
    assert calculation.value("D", ("2011",)) == 0


def test_year_before_the_first_is_a_named_fault():
    (fault,) = growth({(): "100"}).faults
    assert (fault.symbol, fault.index) == ("EG", ("2009",))
    assert fault.message == "It is asked for outside its set “y” (2010 to 2012)."
    assert "initial" in fault.remedy


def test_default_is_not_the_value_of_the_year_before_either():
    assert growth({}, default="100").value("D", ("2010",)) is None


def test_year_before_the_first_can_be_given():
    calculation = growth({(): "100", ("2009",): "80"})
    assert calculation.value("D", ("2010",)) == 20
    assert not calculation.faults


def test_declared_initial_value_holds_before_the_first_year():
    calculation = growth({(): "100"}, initial="0")
    assert calculation.value("D", ("2010",)) == 100
    step = calculation.explain("D", ("2010",))
    before = next(child for child in step.children if child.index == ("2009",))
    assert before.origin_text == "initial value of the methodology, for an index outside its set"


def test_initial_value_of_an_equation_starts_a_stock():
    stock = equation("C[y]", "C[y-1] + EG[y]", "MWh", initial="0")
    methodology = small(stock, parameter=[{"symbol": "EG", "indices": ["y"], "unit": "MWh"}], **YEARLY)
    inputs = Inputs(values={"EG": {(): Decimal(5)}}, periods=PERIODS)
    calculation = calculate(methodology, inputs)
    assert [calculation.value("C", (period.label,)) for period in PERIODS] == [5, 10, 15]
    assert not calculation.missing
    given = calculate(methodology, replace(inputs, values={**inputs.values, "C": {("2009",): Decimal(3)}}))
    assert given.value("C", ("2010",)) == 8


def test_use_that_adds_up_over_earlier_years():
    """All that was used so far: the sum over the years up to this one."""
    so_far = equation("U[y]", "sum(EG[x] for x in y if x <= y)", "MWh")
    methodology = small(so_far, parameter=[{"symbol": "EG", "indices": ["y"], "unit": "MWh"}], **YEARLY)
    yearly = {(period.label,): Decimal(amount) for period, amount in zip(PERIODS, (7, -3, 4), strict=True)}
    calculation = calculate(methodology, Inputs(values={"EG": yearly}, periods=PERIODS))
    assert [calculation.value("U", (period.label,)) for period in PERIODS] == [7, 4, 8]
    assert calculation.explain("U", ("2011",)).substituted_text == "7 MWh + (-3 MWh)"
