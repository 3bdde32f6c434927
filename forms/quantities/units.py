"""Units of measurement that multiply out."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

Dimensions = tuple[tuple[str, Fraction], ...]

KELVIN: Dimensions = (("kelvin", Fraction(1)),)
CELSIUS: Dimensions = (("celsius", Fraction(1)),)


@dataclass(frozen=True)
class Unit:
    """A unit of measurement: `factor` base units of `dimensions`.

    `dimensions` holds (kind, exponent) pairs sorted by kind, without zeros: MWh/yr is
    (("energy", 1), ("time", -1)). Base units are tonne, MWh, metre, hour and one currency unit each.
    """

    text: str
    dimensions: Dimensions = ()
    factor: Fraction = Fraction(1)

    def compatible(self, other: Unit) -> bool:
        """True when amounts in one unit can be stated in the other."""
        return self.dimensions == other.dimensions or {self.dimensions, other.dimensions} == {KELVIN, CELSIUS}

    def same_as(self, other: Unit) -> bool:
        """True when one of this is exactly one of the other (tCO2 and tCO2e, MJ/kg and GJ/t)."""
        return self.dimensions == other.dimensions and self.factor == other.factor

    def __mul__(self, other: Unit) -> Unit:
        dimensions = multiply_dimensions(self.dimensions, other.dimensions)
        return Unit(f"{self.text}*{other.text}", dimensions, self.factor * other.factor)

    def __truediv__(self, other: Unit) -> Unit:
        return self * other**-1

    def __pow__(self, exponent: int) -> Unit:
        dimensions = raise_dimensions(self.dimensions, Fraction(exponent))
        return Unit(f"({self.text})^{exponent}", dimensions, Fraction(1) * self.factor**exponent)

    def __str__(self) -> str:
        return self.text


def multiply_dimensions(left: Dimensions, right: Dimensions) -> Dimensions:
    """Dimensions of a product."""
    if not right:
        return left
    exponents = dict(left)
    for kind, exponent in right:
        exponents[kind] = exponents.get(kind, Fraction(0)) + exponent
    return tuple(sorted((kind, exponent) for kind, exponent in exponents.items() if exponent))


def raise_dimensions(dimensions: Dimensions, exponent: Fraction) -> Dimensions:
    """Dimensions of a power."""
    return tuple((kind, power * exponent) for kind, power in dimensions) if exponent else ()


DIMENSIONLESS = Unit("1")
