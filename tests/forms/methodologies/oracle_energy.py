"""The worked cases of household, captive and efficient energy by arithmetic that shares nothing with the engine.

Fractions are exact. Energy is followed in gigajoules of fuel, wood in kilograms and days, lamps in watt-hours, so
that a wrong equation or a wrong unit would show.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

Number = str | int | Fraction

GJ_OF_MWH = Fraction(36, 10)


def number(value: Number) -> Fraction:
    """An exact number."""
    return Fraction(value)


def total(values: Iterable[Fraction]) -> Fraction:
    """The sum, zero for nothing."""
    return sum(values, Fraction(0))


# --- fuel behind heat and electricity --------------------------------------------------------------


def fuel_emissions(useful: Number, efficiency: Number, factor: Number) -> Fraction:
    """Tonnes of CO2 of the fuel behind useful energy in GJ; the factor is in tCO2/TJ, so in kg/GJ."""
    return number(useful) / number(efficiency) * number(factor) / 1000


def electricity_factor(efficiency: Number, factor: Number) -> Fraction:
    """tCO2/MWh of a plant on one fuel: 3.6 GJ of electricity take 3.6 GJ over the efficiency of fuel."""
    return fuel_emissions(GJ_OF_MWH, efficiency, factor)


def burnt(tonnes: Number, heat: Number, factor: Number) -> Fraction:
    """Tonnes of CO2 from tonnes of fuel, GJ/t and tCO2/TJ."""
    return fuel_emissions(number(tonnes) * number(heat), 1, factor)


def grid_consumption(mwh: Number, factor: Number, losses: Number = "0.2") -> Fraction:
    """Tonnes of CO2 of consumption from the grid, with losses on the way (TOOL05)."""
    return number(mwh) * number(factor) * (1 + number(losses))


# --- woody biomass -----------------------------------------------------------------------------------


def nonrenewable_fraction(used: Sequence[Number], land: Sequence[tuple[Number, Number, Number]]) -> Fraction:
    """Fraction that does not grow back; land is (tonnes grown on a hectare, hectares, hectares out of reach)."""
    taken = total(map(number, used))
    grown = total(number(mai) * number(area) - number(mai) * number(away) for mai, area, away in land)
    return Fraction(0) if grown >= taken else 1 - grown / taken


def wood_emissions(kilograms: Fraction, heat: Number, factor: Number, fraction: Number, other: Number = 0) -> Fraction:
    """Tonnes of CO2e of wood in kg: MJ/kg, tCO2/TJ of its non-renewable fraction, tCO2e/TJ of the other gases."""
    terajoules = kilograms * number(heat) / 1_000_000
    return terajoules * number(factor) * number(fraction) + terajoules * number(other)


def device_days(devices: Number, working: Number, days: Number, share: Number = 1) -> Fraction:
    """Days of full use of a batch of devices."""
    return number(devices) * number(working) * number(days) * number(share)


def kilograms(days: Fraction, tonnes_a_year: Number) -> Fraction:
    """Kilograms of wood of device-days at a use in tonnes for a device and year of 365 days."""
    return days * number(tonnes_a_year) * 1000 / 365


# --- electricity of users ------------------------------------------------------------------------------


def delivered(amount: Number, losses: Number) -> Fraction:
    """What must be generated for an amount to arrive, with the share that is lost on the way."""
    return number(amount) / (1 - number(losses))


def lamp_energy(lamps: Number, watts: Number, hours: Number, days: Number) -> Fraction:
    """MWh of lamps by their watts, hours a day and days."""
    return number(lamps) * number(watts) * number(hours) * number(days) / 10**6


def lamps_out(hours_burnt: Number, life: Number, surviving: Number) -> Fraction:
    """Share of lamps that no longer work: evenly up to the rated life, all from then on."""
    used = number(hours_burnt) / number(life)
    return Fraction(1) if used >= 1 else used * (1 - number(surviving))


def sample_deviation_squared(values: Sequence[Number]) -> Fraction:
    """Variance of a sample: squares of the distances over the number less one."""
    amounts = [number(value) for value in values]
    mean = total(amounts) / len(amounts)
    return total((amount - mean) ** 2 for amount in amounts) / (len(amounts) - 1)


# --- networks, cogeneration, residues --------------------------------------------------------------------


def lost_on_the_way(delivered_amount: Number, share: Number) -> Fraction:
    """What is sent less what arrives, when a share of what is sent is lost."""
    return delivered(delivered_amount, share) - number(delivered_amount)


def cogeneration(mwh: Number, gigajoules: Number, efficiency: Number, factor: Number) -> Fraction:
    """Tonnes of CO2 of one fuel behind electricity and heat together; the factor is in tCO2/TJ."""
    return fuel_emissions(number(mwh) * GJ_OF_MWH + number(gigajoules), efficiency, factor)


def open_fires(dry_tonnes: Number, warming: Number) -> Fraction:
    """CO2e of residues burnt in the open: 2.7 kg of methane a tonne, of which 73 % count."""
    return number(dry_tonnes) * Fraction(27, 10) / 1000 * Fraction(73, 100) * number(warming)


def fertilizer(synthetic: Number, organic: Number, warming: Number) -> Fraction:
    """CO2e of N2O from nitrogen in tonnes: a tenth or a fifth goes off, 1.25 % of the rest becomes N2O of 44 for 28."""
    staying = number(synthetic) * Fraction(9, 10) + number(organic) * Fraction(8, 10)
    return staying * Fraction(125, 10_000) * Fraction(44, 28) * number(warming)
