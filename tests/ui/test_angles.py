"""Coordinates as receivers, maps and papers write them."""

from decimal import Decimal

import pytest

from forms.definition import Column
from forms.errors import UserError
from ui.amounts import read_amount

LATITUDE = Column(key="latitude", label="Latitude", type="number", unit="deg")
LONGITUDE = Column(key="longitude", label="Longitude", type="number", unit="deg")


@pytest.mark.parametrize(
    "text",
    ["17 54 36 N", "17°54'36\"N", "17º54'36''N", "N17 54.6", "N 17° 54,6'", "17:54:36 N", "17d54m36s", '17 54 36" n'],
)
def test_minutes_and_seconds(text):
    assert read_amount(text, LATITUDE).value == Decimal("17.91")


def test_south_and_west_are_negative():
    assert read_amount("17 54 36 S", LATITUDE).value == Decimal("-17.91")
    assert read_amount("W 71° 17\u2032 24\u2033", LONGITUDE).value == Decimal("-71.29")


@pytest.mark.parametrize("text", ["17,91", "17.91"])
def test_comma_and_point_before_decimals(text):
    assert read_amount(text, LATITUDE).value == Decimal("17.91")


@pytest.mark.parametrize("text", ["17,913", "17.913"])
def test_three_decimals_are_no_thousands_since_no_place_lies_at_17_913_degrees(text):
    assert read_amount(text, LATITUDE).value == Decimal("17.913")


@pytest.mark.parametrize("text", ["95", "-95", "17913", "95° N", "17 60 00 N"])
def test_what_is_no_latitude_is_refused(text):
    with pytest.raises(UserError):
        read_amount(text, LATITUDE)


def test_a_longitude_may_be_larger():
    assert read_amount("95", LONGITUDE).value == 95
    with pytest.raises(UserError, match="not a longitude"):
        read_amount("195", LONGITUDE)


@pytest.mark.parametrize(("text", "column"), [("71 17 24 W", LATITUDE), ("17 54 36 N", LONGITUDE)])
def test_a_side_that_the_coordinate_has_not_is_noticed_as_exchanged(text, column):
    with pytest.raises(UserError) as refused:
        read_amount(text, column)
    assert "exchanged" in refused.value.remedy


def test_groups_of_digits_without_a_side_are_not_guessed_at():
    with pytest.raises(UserError):
        read_amount("17 54 36", LATITUDE)
