"""Cash flows and counts by hand-written arithmetic that shares nothing with the engine.

Rates are found by Newton's method on exact fractions, not by halving; similar projects are counted from dated records.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction


def worth_today(flow: Sequence[Fraction], rate: Fraction) -> Fraction:
    """Every payment brought to the day of the first."""
    return sum((amount / (1 + rate) ** year for year, amount in enumerate(flow)), Fraction(0))


def rate_of_return(flow: Sequence[Fraction], guess: str = "0.1") -> Fraction:
    """The rate at which the payments are worth nothing, to more than thirty digits."""
    rate = Fraction(guess)
    for _ in range(12):
        slope = sum((-year * amount / (1 + rate) ** (year + 1) for year, amount in enumerate(flow)), Fraction(0))
        rate = (rate - worth_today(flow, rate) / slope).limit_denominator(10**40)
    return rate


def added(items: Mapping[str, Sequence[Fraction]], signs: Mapping[str, int]) -> list[Fraction]:
    """The cash flow that items make: each with its sign, those without one left out."""
    years = range(len(next(iter(items.values()))))
    return [sum((signs.get(name, 0) * amounts[year] for name, amounts in items.items()), Fraction(0)) for year in years]


@dataclass(frozen=True)
class Plant:
    """A project that was looked at."""

    size: str
    since: str
    alike: bool = True
    in_cdm: bool = False
    other_technology: bool = False


def similar(plants: Mapping[str, Plant], size: str, before: str) -> set[str]:
    """Those outside the CDM that count: half to one and a half times the size, and running before the day."""
    day, own = dt.date.fromisoformat(before), Fraction(size)
    return {
        name
        for name, plant in plants.items()
        if plant.alike
        and not plant.in_cdm
        and dt.date.fromisoformat(plant.since) < day
        and own / 2 <= Fraction(plant.size) <= own * 3 / 2
    }
