"""Yearly cash flows in a narrative, and the return that follows from them."""

from decimal import Decimal

import pytest

from forms.cashflow import cash_flow_in, internal_rate_of_return
from forms.prose import parse_markdown

HEAD = "| Year | Revenue | Cost | Cash flow |\n|---|---:|---:|---:|\n"


def flow(*rows: str):
    return cash_flow_in(parse_markdown(HEAD + "\n".join(rows)))


@pytest.mark.parametrize(
    ("amounts", "rate"),
    [
        # A perpetuity of one year, and the textbook case 100 now for 60 and 60.
        (("-100", "110"), "0.1"),
        (("-100", "60", "60"), "0.130662"),
        (("-100", "50", "50"), "0"),
    ],
)
def test_the_return_makes_the_amounts_worth_nothing(amounts, rate):
    found = internal_rate_of_return([Decimal(amount) for amount in amounts])
    assert abs(found - Decimal(rate)) < Decimal("0.000001")


def test_amounts_of_one_sign_have_no_return():
    assert internal_rate_of_return([Decimal(1), Decimal(2)]) is None


def test_a_row_that_does_not_add_up_is_named():
    read = flow("| 2010 | 0 | 100 | -100 |", "| 2011 | 90 | 30 | 60 |", "| 2012 | 90 | 30 | 66 |")
    assert read.amounts == (Decimal(-100), Decimal(60), Decimal(66))
    assert read.off_rows == (("2012", Decimal(60), Decimal(66)),)


@pytest.mark.parametrize("row", ["| Total | 180 | 60 | 120 |", "| 2012 | unknown | 30 | 60 |"])
def test_a_table_that_is_no_yearly_cash_flow_is_left_alone(row):
    assert flow("| 2010 | 0 | 100 | -100 |", "| 2011 | 90 | 30 | 60 |", row) is None
