"""Landfill gas, wastewater, compost, rice and freight by hand-written arithmetic that shares nothing with the engine.

Amounts are exact fractions. Decay goes down step by step, month by month or year by year, as a stock; degradable matter
in ponds is carried from one month to the next. The equations of the methodologies use closed forms, so that a wrong one
would show.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from tests.forms.methodologies.oracle_tools import exponential

Number = str | int | Fraction

# Tonnes of methane that a tonne of carbon makes.
METHANE_OF_CARBON = Fraction(16, 12)
# Tonnes in a cubic metre of methane at 0 degrees Celsius and 1 atm.
NORMAL_DENSITY = Fraction("0.000716")


def number(value: Number) -> Fraction:
    """An exact number."""
    return Fraction(value)


# --- disposal sites --------------------------------------------------------------------------------


def decayed_by_month(amounts: Mapping[int, Number], carbon: Number, rate: Number, months: int) -> list[Fraction]:
    """Tonnes of carbon of one type of waste that decay in each of the months 1, 2, ...; `amounts` by month.

    Waste of a month begins to decay at once. The stock of all waste goes down by one factor each month.
    """
    kept = exponential(-number(rate) / 12)
    stock, decayed = Fraction(0), []
    for month in range(1, months + 1):
        stock += number(amounts.get(month, 0)) * number(carbon)
        decayed.append(stock * (1 - kept))
        stock *= kept
    return decayed


def methane_of_site(carbon: Number, anaerobic: Number, correction: Number, oxidised: Number) -> Fraction:
    """Tonnes of methane of a site from decayed carbon, half of it decomposing, half of the gas methane."""
    formed = number(carbon) / 4 * METHANE_OF_CARBON * number(anaerobic)
    return formed * number(correction) * (1 - number(oxidised))


def counted_methane(destroyed: Number, before: Number, oxidised: Number) -> Fraction:
    """ACM0001: of what is destroyed the top layer would have oxidised some, and the baseline destroyed the rest."""
    return number(destroyed) * (1 - number(oxidised)) - number(before)


def burnt_gas(flows: Iterable[tuple[Number, Number]], share: Number) -> Fraction:
    """Tonnes of methane in flows of gas in Nm3, each with the part of it that is destroyed."""
    return sum((number(volume) * number(part) for volume, part in flows), Fraction(0)) * number(share) * NORMAL_DENSITY


# --- wastewater ------------------------------------------------------------------------------------


def methane_of_wastewater(cubic_metres: Number, demand: Number, *factors: Number) -> Fraction:
    """Tonnes of methane from tonnes of oxygen demand in a cubic metre: 0.25 for a tonne, times all factors."""
    tonnes = number(cubic_metres) * number(demand) / 4
    for factor in factors:
        tonnes *= number(factor)
    return tonnes


def methane_of_sludge(dry: Number, carbon: Number, *factors: Number) -> Fraction:
    """Tonnes of methane from dry sludge: half of the carbon decomposes, half of the gas is methane."""
    tonnes = number(dry) * number(carbon) / 4 * METHANE_OF_CARBON
    for factor in factors:
        tonnes *= number(factor)
    return tonnes


def warmth_factor(kelvin: Number) -> Fraction:
    """How fast a pond decays against one at 303.15 K; 0.104 below 278 K, 0.95 above 302.5 K (ACM0022, ACM0014)."""
    temperature = number(kelvin)
    if temperature < 278:
        return Fraction("0.104")
    if temperature > Fraction("302.5"):
        return Fraction("0.95")
    reference = Fraction("303.15")
    return exponential(15175 * (temperature - reference) / (Fraction("1.986") * reference * temperature))


def demand_removed(inflow: Sequence[Number], warmth: Sequence[Fraction], emptied: Iterable[int] = ()) -> list[Fraction]:
    """Tonnes of oxygen demand that decay in each month: what came and what is left over, times the warmth.

    A pond that is emptied at the end of a month (1, 2, ...) leaves nothing over for the next.
    """
    left, removed, empty = Fraction(0), [], set(emptied)
    for month, (came, factor) in enumerate(zip(inflow, warmth, strict=True), start=1):
        available = number(came) + left
        removed.append(available * factor)
        left = Fraction(0) if month in empty else available * (1 - factor)
    return removed


def land_gases(demand: Number, nitrogen: Number, methane_gwp: Number, oxide_gwp: Number) -> Fraction:
    """Tonnes of CO2e of sludge or water on land: 1 t of methane of 80 t of demand, 16 g of N2O of 1 kg of nitrogen."""
    return number(demand) / 80 * number(methane_gwp) + number(nitrogen) * number("0.016") * number(oxide_gwp)


# --- composting, rice, freight ---------------------------------------------------------------------


def compost_gases(tonnes: Number, methane_gwp: Number, oxide_gwp: Number, grams: tuple[Number, Number]) -> Fraction:
    """Tonnes of CO2e from wet waste; `grams` of methane and of nitrous oxide for a kilogram of it."""
    return number(tonnes) * (number(grams[0]) * number(methane_gwp) + number(grams[1]) * number(oxide_gwp)) / 1000


def rice_methane(hectares: Number, fields: Sequence[Number]) -> Fraction:
    """Tonnes of methane of a season: hectares times the mean of the kilograms measured on reference fields."""
    return number(hectares) * sum(map(number, fields), Fraction(0)) / len(fields) / 1000


def freight(legs: Iterable[tuple[Number, Number, Number]]) -> Fraction:
    """Tonnes of CO2 of kilometres, tonnes and grams for a tonne and kilometre."""
    return sum((number(way) * number(load) * number(grams) for way, load, grams in legs), Fraction(0)) / 1_000_000
