"""Worked examples recomputed by hand-written arithmetic that shares nothing with the engine.

Fractions are exact; each function follows the text of the methodology, not our declarations.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class PowerUnit:
    """A power unit of a grid: MWh and tCO2 in the newest year, and when it began to supply."""

    name: str
    generation: Fraction
    emissions: Fraction
    commissioned: dt.date
    is_cdm: bool = False


def combined_margin(operating: str, build: str, operating_weight: str) -> Fraction:
    """Combined margin in tCO2/MWh (TOOL07, step 6)."""
    weight = Fraction(operating_weight)
    return Fraction(operating) * weight + Fraction(build) * (1 - weight)


def factor_by_efficiency(fuel_factor: str, efficiency: str) -> Fraction:
    """tCO2/MWh from tCO2/GJ and a net efficiency (TOOL07, option A2)."""
    return Fraction(fuel_factor) * Fraction(36, 10) / Fraction(efficiency)


def weighted_factor(generation: Sequence[Fraction], emissions: Sequence[Fraction]) -> Fraction:
    """tCO2/MWh of several units or years together."""
    return sum(emissions, Fraction(0)) / sum(generation, Fraction(0))


def simple_operating_margin(generation: Mapping[int, str], emissions: Mapping[int, str]) -> Fraction:
    """Ex ante operating margin: tonnes of all years over MWh of all years (TOOL07, step 4)."""
    return weighted_factor(
        [Fraction(generation[year]) for year in generation], [Fraction(emissions[year]) for year in generation]
    )


def is_older_than_ten_years(unit: PowerUnit, day: dt.date) -> bool:
    """Began more than ten years before a day (29 February counts as 1 March ten years on)."""
    began = unit.commissioned
    return (began.year + 10, began.month, began.day) < (day.year, day.month, day.day)


def build_margin_sample(units: Sequence[PowerUnit], day: dt.date | None = None) -> tuple[PowerUnit, ...]:
    """The sample of TOOL07, paragraph 75: five newest or newest 20 %, with the rules on old and on CDM units.

    Ten years are counted back from `day`, without it from the newest unit. Step (d) names no age for CDM units.
    """
    newest_first = sorted(units, key=lambda unit: unit.commissioned, reverse=True)
    ordinary = [unit for unit in newest_first if not unit.is_cdm]
    needed = sum((unit.generation for unit in ordinary), Fraction(0)) / 5
    sample = max(ordinary[:5], _until(ordinary, needed), key=_generation)
    today = day or newest_first[0].commissioned
    young = [unit for unit in sample if not is_older_than_ten_years(unit, today)]
    if len(young) == len(sample):
        return tuple(sample)
    with_cdm = _until([unit for unit in newest_first if unit.is_cdm], needed, young)
    old = [unit for unit in ordinary if is_older_than_ten_years(unit, today)]
    return tuple(_until(old, needed, with_cdm))


def _until(units: Sequence[PowerUnit], needed: Fraction, start: Sequence[PowerUnit] = ()) -> list[PowerUnit]:
    taken = list(start)
    for unit in units:
        if _generation(taken) >= needed:
            break
        taken.append(unit)
    return taken


def _generation(units: Sequence[PowerUnit]) -> Fraction:
    return sum((unit.generation for unit in units), Fraction(0))


def reservoir_emissions(added_watts: int, added_square_metres: int, gross_megawatt_hours: str) -> Fraction | None:
    """Tonnes a year from a new reservoir; None where the methodology cannot be used (ACM0002, section 5.4.3)."""
    density = Fraction(added_watts, added_square_metres)
    if density <= 4:
        return None
    return Fraction(0) if density > 10 else Fraction(90) * Fraction(gross_megawatt_hours) / 1000


def electricity_above_history(delivered: str, history: Sequence[str]) -> float:
    """MWh that count for a changed plant: delivery less mean and sample standard deviation of its history."""
    years = [Fraction(amount) for amount in history]
    mean = sum(years, Fraction(0)) / len(years)
    variance = sum(((amount - mean) ** 2 for amount in years), Fraction(0)) / (len(years) - 1)
    return max(0.0, float(Fraction(delivered) - mean) - float(variance) ** 0.5)
