"""Forests by hand-written arithmetic that shares nothing with the engine: balances of stocks, deviations plot by plot.

Carbon is turned into carbon dioxide by amounts of substance; variances are sums of squared distances from the mean,
not along the equations of the tool.
"""

from __future__ import annotations

import decimal
from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

_DIGITS = decimal.Context(prec=50)


def root(value: Fraction) -> Fraction:
    """The square root, to 50 digits."""
    exact = _DIGITS.divide(Decimal(value.numerator), Decimal(value.denominator))
    return Fraction(_DIGITS.sqrt(exact))


def carbon_dioxide(biomass: Fraction, carbon: str = "0.47") -> Fraction:
    """Tonnes of CO2 in dry matter: each 12 kg of carbon make 44 kg."""
    return biomass * Fraction(carbon) * 44 / 12


def mean(values: Sequence[Fraction]) -> Fraction:
    """Arithmetic mean."""
    return sum(values, Fraction(0)) / len(values)


def variance(values: Sequence[Fraction]) -> Fraction:
    """Mean squared distance from the mean, one degree of freedom less."""
    middle = mean(values)
    return sum(((value - middle) ** 2 for value in values), Fraction(0)) / (len(values) - 1)


def standard_error(strata: Sequence[tuple[str, Fraction, int]]) -> Fraction:
    """Of a mean over strata, each of (area, variance, plots)."""
    whole = sum((Fraction(area) for area, _, _ in strata), Fraction(0))
    parts = ((Fraction(area) / whole) ** 2 * spread / plots for area, spread, plots in strata)
    return root(sum(parts, Fraction(0)))


def kept_back(uncertainty: Fraction) -> Fraction:
    """Part of the half interval that a careful estimate gives up, by class of uncertainty."""
    classes = ((10, 0), (15, 25), (20, 50), (30, 75))
    return next((Fraction(part, 100) for limit, part in classes if uncertainty * 100 <= limit), Fraction(1))


def growth(stocks: Sequence[str]) -> list[Fraction]:
    """What is gained (or lost) from each stock to the next."""
    return [Fraction(after) - Fraction(before) for before, after in pairwise(stocks)]


def removed(
    forests: Mapping[str, tuple[str, Sequence[str], str]], others: Sequence[Fraction], years: int
) -> list[Fraction]:
    """Net removals by year: forests of (area, stocks per hectare, litter to trees), and all other amounts of a year."""
    gains = [Fraction(0)] * years
    for area, stocks, litter in forests.values():
        for year, gain in enumerate(growth(stocks)):
            gains[year] += Fraction(area) * gain * (1 + Fraction(litter))
    return [gain + other for gain, other in zip(gains, others, strict=True)]
