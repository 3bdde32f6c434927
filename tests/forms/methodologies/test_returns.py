"""Internal rates of return, against cash flows whose rate is known exactly."""

from __future__ import annotations

from decimal import Decimal

import pytest

from forms.errors import DefinitionError
from forms.methodologies.calculation import Calculation, Inputs, calculate
from forms.methodologies.typesetting import latex
from tests.forms.methodologies.approaches import equation, small
from tests.forms.methodologies.test_spreadsheet import assert_recalculates

YEARS = {"set": [{"id": "t", "kind": "years"}]}
FLOW = [{"symbol": "CF", "indices": ["t"], "unit": "USD"}]


def flow(*amounts: int, years: tuple[str, ...] = (), expression: str = "irr(CF[t] for t in t)") -> Calculation:
    years = years or tuple(str(year) for year in range(len(amounts)))
    methodology = small(equation("r", expression), parameter=FLOW, **YEARS)
    values = {"CF": {(year,): Decimal(amount) for year, amount in zip(years, amounts, strict=True)}}
    return calculate(methodology, Inputs(values=values, sets={"t": years}))


@pytest.mark.parametrize(
    ("amounts", "rate"),
    [
        ((-100, 110), "0.1"),
        ((-1000, 300, 420, 680), "0.16340560068898924"),  # handbook of a well-known spreadsheet: 16.34 %
        ((-100, 0, 0, 50), "-0.20629947401590021"),  # the cube root of one half, less one
        ((-100, 60, 60, 60, -20), "0.3152"),  # ends with the cost of dismantling
    ],
)
def test_rate_of_return(amounts, rate):
    found = flow(*amounts).value("r")
    assert abs(found - Decimal(rate)) < Decimal("0.00005" if len(rate) < 8 else "1e-15")


def test_rate_makes_the_worth_zero_to_twenty_digits():
    calculation = flow(-1000, 300, 420, 680)
    rate = calculation.value("r")
    worth = sum(amount / (1 + rate) ** year for year, amount in enumerate(map(Decimal, (-1000, 300, 420, 680))))
    assert abs(worth) < Decimal("1e-20")


@pytest.mark.parametrize(
    ("amounts", "words"),
    [
        ((100, 200), "without a change of sign"),
        ((-100, 230, -132), "has 2 rates of return"),
        ((-1, 100), "outside -99 % to 1,000 %"),
    ],
)
def test_flow_without_one_rate_is_a_fault(amounts, words):
    (fault,) = flow(*amounts).faults
    assert words in fault.message


def test_years_must_follow_each_other():
    (fault,) = flow(-100, 60, 60, years=("2010", "2011", "2013")).faults
    assert "2011 comes before 2013" in fault.message


def test_rate_recalculates_in_a_spreadsheet():
    calculation = flow(-1000, 300, 420, 680)
    assert_recalculates(calculation)


def test_rate_is_a_pure_number_and_money_may_not_be_declared():
    with pytest.raises(DefinitionError, match="where USD is declared"):
        small(equation("r", "irr(CF[t] for t in t)", "USD"), parameter=FLOW, **YEARS)


def test_flow_must_have_all_years():
    with pytest.raises(DefinitionError, match="all years of one set"):
        small(equation("r", "irr(CF[t] for t in t if t > 3)"), parameter=FLOW, **YEARS)


def test_rate_in_print():
    made = small(equation("r", "irr(CF[t] for t in t)"), parameter=FLOW, **YEARS).equations[0]
    assert latex(made) == r"r = \mathrm{IRR}_{t}\left(CF_{t}\right)"
