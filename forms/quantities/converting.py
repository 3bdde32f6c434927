"""Amounts in another unit, and units of what came out of a calculation, in words."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from forms.errors import UserError
from forms.quantities.known import BASE_NAMES
from forms.quantities.parsing import parse_unit
from forms.quantities.rounding import PRECISION
from forms.quantities.units import CELSIUS, Dimensions, Unit
from forms.said import said


def convert(value: Decimal, source: str | Unit, target: str | Unit) -> Decimal:
    """The same amount in another unit; degrees Celsius and kelvin shift as temperatures.

    Raises:
        UserError: the units measure different things, or one is unknown.
    """
    here = parse_unit(source) if isinstance(source, str) else source
    there = parse_unit(target) if isinstance(target, str) else target
    if not here.compatible(there):
        raise UserError(
            said("{here} cannot be stated in {there}: they measure different things.", here=here, there=there),
            said("Check the unit."),
        )
    if here.dimensions != there.dimensions:
        zero = Decimal("273.15")
        return PRECISION.add(value, zero if here.dimensions == CELSIUS else -zero)
    ratio = here.factor / there.factor
    return PRECISION.divide(PRECISION.multiply(value, Decimal(ratio.numerator)), Decimal(ratio.denominator))


def describe_unit(dimensions: Dimensions, factor: Fraction = Fraction(1)) -> str:
    """A readable unit in base units for what came out of a calculation, such as `1000 tCO2e/MWh`."""
    above = [_with_power(kind, power) for kind, power in dimensions if power > 0]
    below = [_with_power(kind, -power) for kind, power in dimensions if power < 0]
    text = "*".join(above) or "1"
    if below:
        text += "/" + (below[0] if len(below) == 1 else f"({'*'.join(below)})")
    if factor == 1:
        return text
    return _plain_fraction(factor) if text == "1" else f"{_plain_fraction(factor)} {text}"


def _plain_fraction(number: Fraction) -> str:
    """A factor in at most six significant digits, without exponent where it is short."""
    value = PRECISION.divide(Decimal(number.numerator), Decimal(number.denominator))
    text = f"{value:.6g}" if value.adjusted() < -6 or value.adjusted() > 9 else f"{value:.9f}".rstrip("0").rstrip(".")
    return text or "0"


def _with_power(kind: str, power: Fraction) -> str:
    name = BASE_NAMES.get(kind, kind)
    return name if power == 1 else f"{name}^{power}"
