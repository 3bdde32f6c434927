"""Units, typed numbers and rounding, in the words of project design documents."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.errors import UserError
from forms.quantities import (
    convert,
    describe_unit,
    format_number,
    gases_in_print,
    parse_unit,
    read_number,
    round_down,
    round_nearest,
    round_up,
    unit_in_print,
    unit_names,
)

AMOUNTS = st.decimals(min_value=-(10**9), max_value=10**9, places=6)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("tCO2e", "t CO2e"),
        ("tCO2", "tCO2e"),
        ("tCO₂/MWh", "tCO2e/MWh"),
        ("GJ/MWh * MWh", "GJ"),
        ("MJ/kg", "GJ/t"),
        ("toe", "41.868 GJ"),
        ("MWh", "3.6 GJ"),
        ("W/m²", "W/m^2"),
        ("m3", "m^3"),
        ("1000 Nm3", "1000Nm3"),
        ("toe/1000 Nm3", "toe/(1000 Nm3)"),
        ("kg/(head*d)", "kg/head/d"),
        ("m^-2", "1/m2"),
        ("MW*h", "MWh"),
        ("ha", "10,000 m2"),
    ],
)
def test_two_ways_of_writing_a_unit_mean_the_same(one, other):
    assert parse_unit(one).same_as(parse_unit(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [("tCH4", "tCO2e"), ("t", "tCO2"), ("m3", "Nm3"), ("MW", "MWh"), ("EUR", "USD"), ("W", "W/m2"), ("%", "deg")],
)
def test_unlike_things_are_not_compatible(one, other):
    assert not parse_unit(one).compatible(parse_unit(other))
    with pytest.raises(UserError, match="measure different things"):
        convert(Decimal(1), one, other)


@pytest.mark.parametrize(
    ("text", "hint"),
    [("Mwh", "MWh"), ("tCO3", "tCO2"), ("tCO2e/MWhh", "MWh"), ("kilogram", "handbook")],
)
def test_unknown_unit_is_refused_with_a_suggestion(text, hint):
    with pytest.raises(UserError) as refused:
        parse_unit(text)
    assert hint in refused.value.remedy


@pytest.mark.parametrize(
    "text", ["", "t/", "(t", "t)", "a b", "5 5", "t^x", "t^0.5", "tCO2e//MWh", "§", "t" * 200, "0", "1/0 t", "0 t"]
)
def test_broken_unit_is_refused(text):
    with pytest.raises(UserError):
        parse_unit(text)


@pytest.mark.parametrize(
    ("amount", "source", "target", "expected"),
    [
        ("1", "toe", "MWh", "11.63"),
        ("28988", "MWh", "GWh", "28.988"),
        ("90", "kgCO2e/MWh", "tCO2e/GWh", "90"),
        ("14", "MW", "kW", "14000"),
        ("62.5", "%", "1", "0.625"),
        ("20", "°C", "K", "293.15"),
        ("0", "K", "°C", "-273.15"),
        ("1", "yr", "h", "8760"),
    ],
)
def test_conversion_is_exact(amount, source, target, expected):
    assert convert(Decimal(amount), source, target) == Decimal(expected)


@given(AMOUNTS, st.sampled_from([("MWh", "GJ"), ("t", "kg"), ("m3", "l"), ("GWh", "toe"), ("ha", "m2"), ("°C", "K")]))
def test_converting_there_and_back_changes_nothing(amount, units):
    source, target = units
    assert abs(convert(convert(amount, source, target), target, source) - amount) < Decimal("1e-20")


def test_every_unit_reads_back_from_its_own_name():
    for name in unit_names():
        assert parse_unit(name).text == name


def test_result_of_a_product_is_described_in_base_units():
    unit = parse_unit("GWh") * parse_unit("tCO2/MWh")
    assert describe_unit(unit.dimensions, unit.factor) == "1000 tCO2e"
    assert describe_unit((), Fraction(1, 3)) == "0.333333333"


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("1 048", "1048", ""),
        ("1\u00a0048", "1048", ""),
        ("1\u202f048,5 t", "1048.5", "t"),
        ("1'048", "1048", ""),
        ("1’048’576", "1048576", ""),
        ("62,5", "62.5", ""),
        ("62.5 %", "62.5", "%"),
        ("1,048.5", "1048.5", ""),
        ("1.048,5", "1048.5", ""),
        ("1,048,576", "1048576", ""),
        ("1.048.576", "1048576", ""),
        ("1,00,000.5", "100000.5", ""),
        ("0,629", "0.629", ""),
        ("0.629 tCO2/MWh", "0.629", "tCO2/MWh"),
        ("1048,500", "1048.500", ""),
        ("0.40", "0.40", ""),
        (".5", "0.5", ""),
        ("1048.", "1048", ""),
        ("1e3", "1E+3", ""),
        ("1.2×10^3 t", "1.2E+3", "t"),
        ("1.2·10⁻³", "0.0012", ""),
        ("-5", "-5", ""),
        ("−5", "-5", ""),
        ("– 5", "-5", ""),
        ("+7", "7", ""),
        ("28 988 MWh/yr", "28988", "MWh/yr"),
        ("5 m²", "5", "m²"),
        ("€ 1 500", "1500", "€"),
        ("\uff11\uff12\uff13", "123", ""),
        ("\u0663\u066b\u0665", "3.5", ""),
    ],
)
def test_number_typed_in_any_country_is_read(text, value, unit):
    read = read_number(text)
    assert (str(read.value), read.unit, read.ambiguous) == (value, unit, ())


@pytest.mark.parametrize(
    ("text", "large", "small"),
    [("1,048", "1048", "1.048"), ("1.048", "1048", "1.048"), ("79.012 t", "79012", "79.012")],
)
def test_number_with_two_meanings_has_no_value_until_the_decimal_sign_is_known(text, large, small):
    read = read_number(text)
    assert read.value is None
    assert read.ambiguous == (Decimal(large), Decimal(small))
    sign = "." if "." in text else ","
    assert read_number(text, decimal_hint=sign).value == Decimal(small)
    assert read_number(text, decimal_hint="," if sign == "." else ".").value == Decimal(large)


@pytest.mark.parametrize(
    "text",
    [
        "", "   ", "abc", "12-15", "12 34", "1,2,3", "1.2.3", "1,23,4", "1,048.576.000", "1..5", "--5", "5 1000 Nm3",
        "1e9999", "9" * 200, "(5)", "1 048 57", "12/31", "NaN", "Infinity", "1,048.5,2",
    ],
)  # fmt: skip
def test_what_is_no_number_is_not_guessed(text):
    read = read_number(text)
    assert read.value is None
    assert read.ambiguous == ()
    assert read.how


@given(st.text(max_size=40))
def test_reading_never_fails(text):
    read = read_number(text)
    assert read.value is None or read.value.is_finite()


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=3).filter(lambda value: value == value))
def test_printed_number_reads_back(value):
    assert read_number(format_number(value), decimal_hint=".").value == value


@given(st.integers(min_value=0, max_value=10**12), st.sampled_from([" ", "\u00a0", "\u202f", "\u2009", "'"]))
def test_groups_of_three_read_back_whatever_stands_between(number, sign):
    assert read_number(f"{number:,}".replace(",", sign)).value == number


def test_numbers_print_with_thousands_commas_and_all_their_digits():
    assert format_number(Decimal("1048.5")) == "1,048.5"
    assert format_number(Decimal("0.40")) == "0.40"
    assert format_number(Decimal("1E+6")) == "1,000,000"
    assert format_number(Decimal("-0.4"), 0) == "0"
    assert format_number(Decimal("6077.8173"), 0) == "6,078"


def test_conservative_rounding_goes_against_the_project():
    assert round_down(Decimal("6077.8")) == 6077
    assert round_up(Decimal("12.1")) == 13
    assert round_nearest(Decimal("2.5")) == 3
    assert round_down(Decimal("-2.5")) == -3
    assert round_nearest(Decimal("0.62935"), 3) == Decimal("0.629")


@given(AMOUNTS)
def test_rounding_stays_within_a_tonne(amount):
    assert round_down(amount) <= amount <= round_up(amount)
    assert round_up(amount) - round_down(amount) <= 1


@pytest.mark.parametrize(
    ("unit", "printed"),
    [
        ("tCO2e/MWh", "t CO₂e/MWh"),
        ("t CO2/TJ", "t CO₂/TJ"),
        ("1000 Nm3", "1000 Nm³"),
        ("kg/(head*d)", "kg/(head·d)"),
        ("W/m2", "W/m²"),
        ("tCO2e/tCH4", "t CO₂e/t CH₄"),
    ],
)
def test_units_are_printed_in_one_way_that_can_be_typed_in_again(unit, printed):
    assert unit_in_print(unit) == printed
    assert parse_unit(printed).same_as(parse_unit(unit))


def test_figures_of_gases_are_lowered_in_words_and_codes_left_alone():
    assert gases_in_print("CO2, CH4, option A2 of 3/CMP.1") == "CO₂, CH₄, option A2 of 3/CMP.1"
