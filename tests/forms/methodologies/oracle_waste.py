"""The worked cases of manure and waste recomputed by hand-written arithmetic that shares nothing with the engine.

Fractions are exact; powers of e are decimals of 50 digits. Manure is followed in kilograms of methane by the day and by
the batch, not along the equations, so that a wrong equation or a wrong unit would show.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from tests.forms.methodologies.oracle_tools import exponential

Number = str | int | Fraction


def number(value: Number) -> Fraction:
    """An exact number."""
    return Fraction(value)


# --- livestock -----------------------------------------------------------------------------------


def heads(days_alive: Number, produced: Number) -> Fraction:
    """Animals that stand in the farm on a mean day: all their days over the days of a year."""
    return number(days_alive) * number(produced) / 365


def solids_from_feed(intake: Number, digestible: Number, urine: Number, ash: Number, density: Number) -> Fraction:
    """Kilograms of volatile solids a day from MJ of feed: what is not digested, and urine, less the ash."""
    energy = number(intake) * (1 - number(digestible) / 100) + number(intake) * number(urine)
    return energy / number(density) * (1 - number(ash))


def solids_by_weight(weight: Number, default_weight: Number, default: Number) -> Fraction:
    """Kilograms of volatile solids a day of an animal of another weight."""
    return number(default) / number(default_weight) * number(weight)


def nitrogen_from_feed(intake: Number, protein: Number, kept: Number) -> Fraction:
    """Kilograms of nitrogen that an animal excretes in a year, from MJ of feed a day and its per cent of protein."""
    dry_matter = 365 * number(intake) / Fraction("18.45")
    return dry_matter * number(protein) / 100 / Fraction("6.25") * (1 - number(kept))


def methane(solids: Number, potential: Number) -> Fraction:
    """Tonnes of methane that kilograms of volatile solids can give: 0.67 kg for a cubic metre."""
    return number(solids) * number(potential) * Fraction("0.67") / 1000


def methane_in_storage(daily: Number, potential: Number, interval: int, conversion: Number, days: Number) -> Fraction:
    """Tonnes of methane from a pit that is emptied every `interval` days, batch by batch.

    Each day's manure waits for the rest of the interval and decays by 6.9 % a day, step by step.
    """
    kept = exponential(Fraction("-0.069"))
    batch = Fraction(0)
    for waiting in range(interval):
        left = Fraction(1)
        for _ in range(waiting):
            left *= kept
        batch += number(daily) * (1 - left)
    return methane(batch, potential) * number(conversion) * number(days) / interval


def methane_burnt_for_power(megawatt_hours: Number, efficiency: Number) -> Fraction:
    """Tonnes of methane behind electricity: 35.9 MJ a cubic metre, counted at 0.67 kg."""
    heat = number(megawatt_hours) * 3600 / number(efficiency)
    return heat / Fraction("35.9") * Fraction("0.67") / 1000


def nitrous_oxide(kilograms: Number, gwp: Number) -> Fraction:
    """Tonnes of CO2e from kilograms of nitrogen in nitrous oxide."""
    return number(kilograms) * 44 / 28 / 1000 * number(gwp)


# --- energy --------------------------------------------------------------------------------------


def grid_power(megawatt_hours: Number, factor: Number, losses: Number) -> Fraction:
    """Tonnes of CO2 of electricity with the losses on its way."""
    return number(megawatt_hours) * (1 + number(losses)) * number(factor)


def cogenerated(megawatt_hours: Number, terajoules: Number, efficiency: Number, factor: Number) -> Fraction:
    """Tonnes of CO2 of the fuel of a cogeneration plant."""
    heat = number(megawatt_hours) * Fraction("0.0036") + number(terajoules)
    return heat / number(efficiency) * number(factor)


# --- combustion of waste -------------------------------------------------------------------------


def fossil_carbon(amount: Number, parts: Iterable[tuple[Number, Number, Number]]) -> Fraction:
    """Tonnes of fossil carbon in an amount of waste; parts are share, carbon and the fossil part of it."""
    shares = (number(share) * number(carbon) * number(fossil) for share, carbon, fossil in parts)
    return number(amount) * sum(shares, Fraction(0))


def carbon_dioxide(carbon: Number) -> Fraction:
    """Tonnes of CO2 of tonnes of carbon."""
    return number(carbon) * 44 / 12


def trace_gases(amount: Number, grams: Sequence[tuple[Number, Number]]) -> Fraction:
    """Tonnes of CO2e of gases in grams for a tonne (or a cubic metre), each with its GWP."""
    return sum((number(amount) * number(gas) / 1_000_000 * number(gwp) for gas, gwp in grams), Fraction(0))


# --- methane of wastewater -----------------------------------------------------------------------


def left_of_methane(made: Number, *, lit: Number, unlit: Number, destroyed: Number) -> Fraction:
    """Tonnes of methane that escape: what is not led away, what comes while the flame is out, what the flame leaves."""
    return number(made) - number(lit) - number(unlit) + number(unlit) + number(lit) * (1 - number(destroyed))
