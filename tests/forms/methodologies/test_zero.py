"""Zero, and numbers that are none: the symbol is named, not only the equation that meets them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from forms.methodologies.calculation import Inputs, calculate
from tests.forms.methodologies.approaches import equation, scalar, small

FUELS = {"set": [{"id": "f", "kind": "rows"}]}
HEAT = [
    {"symbol": "Q", "indices": ["f"], "unit": "GJ"},
    {"symbol": "NCV", "indices": ["f"], "unit": "GJ/t"},
]


def test_the_row_that_is_zero_is_named():
    methodology = small(equation("FC", "sum(Q[f] / NCV[f] for f in f)", "t"), parameter=HEAT, **FUELS)
    values = {
        "Q": {("coal",): Decimal(10), ("gas",): Decimal(5)},
        "NCV": {("coal",): Decimal(25), ("gas",): Decimal(0)},
    }
    (fault,) = calculate(methodology, Inputs(values=values, sets={"f": ("coal", "gas")})).faults
    assert fault.message == "It would divide by zero: NCV[gas] is zero."


def test_a_difference_that_is_zero_is_named():
    (fault,) = calculate(
        small(equation("r", "1 / (a - b)")), Inputs(values={"a": scalar("2"), "b": scalar("2")})
    ).faults
    assert fault.message == "It would divide by zero: a − b is zero."


def test_only_the_side_that_is_taken_is_blamed():
    methodology = small(equation("r", "1 / a if a > 0 else 1 / b"))
    (fault,) = calculate(methodology, Inputs(values={"a": scalar("0"), "b": scalar("0")})).faults
    assert "b is zero" in fault.message


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity", "1e999999", "1e-999999"])
def test_numbers_of_absurd_size_are_named_by_their_symbol(value):
    found = calculate(small(equation("r", "a * b")), Inputs(values={"a": scalar(value), "b": scalar("1")}))
    assert found.value("r") is None
    (fault,) = found.faults
    assert (fault.symbol, fault.kind) == ("a", "input")
