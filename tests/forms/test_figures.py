"""Figures that ought to be the same: rounded, cut, or written wrongly."""

from decimal import Decimal

import pytest

from forms.figures import matches, slip


@pytest.mark.parametrize(
    ("printed", "known"),
    [
        ("74000", "74200"),
        ("33.61", "33.6"),
        ("0.73023", "0.7302346"),
        ("0.7302", "0.7302346"),
        ("54183", "54183.4"),
        ("15", "15.2"),
        ("0.70", "0.7"),
        ("0", "0"),
    ],
)
def test_a_number_is_the_same_as_far_as_its_digits_go(printed, known):
    assert matches(Decimal(printed), Decimal(known))


@pytest.mark.parametrize(
    ("printed", "known", "how"),
    [
        ("74100", "74200", "digit"),
        ("742000", "74200", "unit"),
        ("25.2", "25200", "unit"),
        ("1184650", "1184000", "near"),
        ("25.4", "25.2", "digit"),
        ("0.7303", "0.7302346", "digit"),
        ("70000", "74200", ""),
        ("7", "7.67", ""),
        ("33708", "28988", ""),
        ("5", "0", ""),
    ],
)
def test_a_number_that_differs_says_how_it_may_have_come_about(printed, known, how):
    assert not matches(Decimal(printed), Decimal(known))
    assert slip(Decimal(printed), Decimal(known)) == how
