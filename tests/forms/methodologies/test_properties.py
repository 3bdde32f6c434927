"""What must hold whatever the amounts are: renewables, biomass, efficiency and forests, by every case that ships."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from forms.definition import Field
from forms.fieldtypes import parse
from forms.methodologies import available, examples, methodology
from forms.quantities import convert, without_trailing_zeros
from tests.forms.methodologies.worked_cases import calculation_of, calculation_with, inputs_of, is_close

if TYPE_CHECKING:
    from forms.methodologies import Methodology
    from forms.methodologies.calculation import Calculation
    from forms.methodologies.model import Parameter

_SINGLE = ("ACM0002", "ACM0003", "ACM0006", "ACM0009", "ACM0012", "ACM0018", "AM0029", "AMS-III.Q", "TOOL03", "TOOL16")
_FAMILIES = ("AMS-I.", "AMS-II.", "AR-")
CASES = {
    f"{code}-{version}-{case['id']}": (code, version, str(case["id"]))
    for code, version in available()
    if code in _SINGLE or code.startswith(_FAMILIES)
    for case in examples(code, version)
}
YEARLY = [key for key, (code, version, _) in CASES.items() if methodology(code, version).results.baseline]
# Results that do not follow the amounts of a year in proportion, by what they follow besides.
BESIDES = {
    "history": ("retrofit", "power-density-enlarged", "captive-retrofit", "two-lines"),
    "cap": ("ACM0012-", "AMS-III.Q-"),
    "devices": ("AMS-I.A-17.0-lamps", "AMS-II.G-", "AMS-II.J-"),
    "stocks": ("AR-",),
}
# Symbols whose growth means more reductions although they stand on the side of the project, with the reason.
GROWS_WITH_THE_PROJECT = {
    "M_outflow": "brine that is put back underground is not lost",
    "Q_AF": "alternative fuel takes the place of fossil fuel",
    "FF_PJ": "more gas burnt means more useful heat that the old fuel would have made",
}


def _known(key: str) -> Methodology:
    code, version, _ = CASES[key]
    return methodology(code, version)


@cache
def _case(key: str) -> Calculation:
    return calculation_of(*CASES[key])


def _with(key: str, inputs: Mapping[str, Any]) -> Calculation:
    code, version, _ = CASES[key]
    return calculation_with(code, version, inputs)


def _times(value: object, factor: Fraction) -> object:
    if isinstance(value, Mapping):
        return {at: _times(one, factor) for at, one in value.items()}
    exact = Fraction(str(value)) * factor
    return format(Decimal(exact.numerator) / Decimal(exact.denominator), "f")


def _annual(key: str) -> dict[str, Parameter]:
    given = inputs_of(*CASES[key])["values"]
    return {entry.symbol: entry for entry in _known(key).parameters if entry.annual and entry.symbol in given}


def _scaled(key: str, factor: Fraction, *symbols: str) -> Calculation:
    inputs = inputs_of(*CASES[key])
    for symbol in symbols:
        inputs["values"][symbol] = _times(inputs["values"][symbol], factor)
    return _with(key, inputs)


@pytest.mark.parametrize("key", CASES)
def test_order_of_rows_changes_nothing(key: str) -> None:
    """Rows and years the other way round: every value of every equation stays."""
    inputs = inputs_of(*CASES[key])
    inputs["sets"] = {name: members[::-1] for name, members in inputs.get("sets", {}).items()}
    after = _with(key, inputs)
    for symbol, column in _case(key).values.items():
        for index, value in column.items():
            if isinstance(value, Decimal):
                assert is_close(Fraction(after.values[symbol][index]), Fraction(value)), (symbol, index)


def _follows(key: str, *kinds: str) -> bool:
    return not any(part in key for kind in kinds for part in BESIDES[kind])


@pytest.mark.parametrize("key", [key for key in YEARLY if _follows(key, *BESIDES)])
@pytest.mark.parametrize("factor", ["3/8", "7"])
def test_amounts_in_proportion_give_results_in_proportion(key: str, factor: str) -> None:
    """Every amount of a year times a factor: baseline, project emissions and leakage times that factor."""
    after = _scaled(key, Fraction(factor), *_annual(key))
    for old, new in zip(_case(key).periods, after.periods, strict=True):
        for column in ("baseline", "project", "leakage"):
            was, now = Fraction(getattr(old, column)), Fraction(getattr(new, column))
            assert is_close(now, was * Fraction(factor)), column


@pytest.mark.parametrize("key", [key for key in YEARLY if _follows(key, "devices", "stocks")])
def test_no_activity_no_emissions(key: str) -> None:
    """All amounts of a year zero: no baseline, no project emissions, no leakage, and nothing divides by zero."""
    total = _scaled(key, Fraction(0), *_annual(key)).total
    assert {total.baseline, total.project, total.leakage, total.reductions} == {Decimal(0)}


_GROWING = [
    (key, symbol)
    for key in YEARLY
    for symbol, entry in _annual(key).items()
    if entry.purpose in ("project", "leakage") and not (entry.minimum and entry.minimum == entry.maximum)
]


@pytest.mark.parametrize(("key", "symbol"), _GROWING)
def test_more_emissions_never_mean_more_reductions(key: str, symbol: str) -> None:
    """A tenth more of what the project or leakage emits: reductions stay or fall, but for what is named above."""
    before, after = _case(key).total.reductions, _scaled(key, Fraction(11, 10), symbol).total.reductions
    assert before is not None
    assert after is not None
    assert (after > before) is (symbol in GROWS_WITH_THE_PROJECT)


@pytest.mark.parametrize("key", YEARLY)
def test_reductions_are_baseline_less_project_and_leakage(key: str) -> None:
    """In every period, negative years included."""
    for row in _case(key).periods:
        parts = [Fraction(part) for part in (row.baseline, row.project, row.leakage) if part is not None]
        assert len(parts) == 3
        assert row.reductions is not None
        assert is_close(Fraction(row.reductions), parts[0] - parts[1] - parts[2])


# --- other units ------------------------------------------------------------------------------------------------------

_OTHER_UNITS = {"MWh": ("GWh", "kWh", "GJ"), "GJ": ("TJ", "MJ"), "TJ": ("GJ",), "t": ("kg", "kt"), "km": ("m",)}
_TYPED = {
    (symbol, entry.input_unit)
    for key in CASES
    for symbol in inputs_of(*CASES[key])["values"]
    if (entry := _known(key).parameter(symbol)) is not None and entry.is_number and str(entry.unit) in _OTHER_UNITS
}


@pytest.mark.parametrize(("symbol", "unit"), sorted(_TYPED))
@pytest.mark.parametrize("amount", ["74200", "0.125"])
def test_an_amount_typed_in_another_unit_is_the_same_amount(symbol: str, unit: str, amount: str) -> None:
    """74,200 MWh typed as 74.2 GWh, tonnes as kilograms, gigajoules as terajoules."""
    plain, a_year = unit.removesuffix("/yr"), "/yr" if unit.endswith("/yr") else ""
    field = Field(path=f"I.{symbol}.value", label=symbol, type="number", unit=unit)
    for other in _OTHER_UNITS[plain]:
        typed = without_trailing_zeros(convert(Decimal(amount), plain, other))
        assert parse(f"{format(typed, 'f')} {other}{a_year}", field) == Decimal(amount)
