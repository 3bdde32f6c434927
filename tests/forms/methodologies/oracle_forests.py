"""Forests by hand-written arithmetic that shares nothing with the engine: balances of stocks, deviations plot by plot.

Carbon is turned into carbon dioxide by amounts of substance; variances are sums of squared distances from the mean,
not along the equations of the tool.
"""

from __future__ import annotations

import decimal
import math
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


# --- fire, soil, dead wood, land elsewhere --------------------------------------------------------------------------


def smoke(carbon: Fraction) -> Fraction:
    """CO2e of methane and nitrous oxide from carbon that burns: 7 kg for each 100 kg of CO2."""
    return carbon * 44 / 12 * 7 / 100


def burnt_trees(tonnes: Fraction, methane: str, nitrous_oxide: str, warming: tuple[int, int]) -> Fraction:
    """CO2e of dry matter that burns; grams of gas per kilogram, so kilograms per tonne."""
    kilograms = Fraction(methane) * warming[0] + Fraction(nitrous_oxide) * warming[1]
    return tonnes * kilograms / 1000


def soil_by_year(reference: str, start: Fraction, *, disturbed: bool, before: int, years: int) -> list[Fraction]:
    """Changes of carbon per hectare: nothing for some years, then a loss (or none), then twenty years of rise."""
    loss = start / 10 if disturbed else Fraction(0)
    rise = min(Fraction(8, 10), (Fraction(reference) - (start - loss)) / 20)
    changes = [Fraction(0)] * before + [-loss] + [rise] * 20
    return (changes + [Fraction(0)] * years)[:years]


def cleared(trees: str, shrubs: str) -> Fraction:
    """Carbon of a hectare that is cleared: trees with roots and a tenth more, shrubs with roots."""
    wood = Fraction(trees) * Fraction("1.25") * Fraction("1.1") + Fraction(shrubs) * Fraction("1.4")
    return wood * Fraction("0.47")


def cylinder(diameter: float, height: float) -> float:
    """Volume of a stump in cubic metres."""
    return math.pi * (diameter / 2) ** 2 * height


def lying_wood(diameters_cm: Sequence[tuple[float, float]], transect_m: float) -> float:
    """Tonnes of dry matter a hectare from pieces of (diameter, density) that cross a transect.

    Square metres of cross-section a metre of transect, times pi/2 for pieces that lie at any angle, times 10,000 m2.
    """
    metres = sum((centimetres / 100) ** 2 * density for centimetres, density in diameters_cm)
    return metres * math.pi**2 / 8 / transect_m * 10_000


def litter_of_hectare(wet_kg: str, dry: str, frame_m2: str) -> Fraction:
    """Tonnes of dry litter a hectare from a mix of four frames."""
    kilograms_a_square_metre = Fraction(wet_kg) * Fraction(dry) / (4 * Fraction(frame_m2))
    return kilograms_a_square_metre * 10_000 / 1000
