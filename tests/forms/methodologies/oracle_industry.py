"""Biomass, fuel switch and industry recomputed by hand-written arithmetic that shares nothing with the engine.

Fractions are exact. Energy is counted in GJ throughout (1 MWh = 3.6 GJ), whatever the equations of the texts count in,
so that a wrong conversion would show.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

CARBON_DIOXIDE = Fraction(44, 12)
GIGAJOULES = Fraction(36, 10)


def number(text: str | int) -> Fraction:
    """An exact number."""
    return Fraction(text)


def product(*texts: str | int | Fraction) -> Fraction:
    """Numbers multiplied."""
    result = Fraction(1)
    for text in texts:
        result *= Fraction(text)
    return result


def total(parts: Iterable[Fraction]) -> Fraction:
    """Numbers added up."""
    return sum(parts, Fraction(0))


# --- TOOL15, TOOL16: leakage of fuels and of biomass ---------------------------------------------


def upstream_leakage(project: Sequence[tuple[str, str]], baseline: Sequence[tuple[str, str]]) -> Fraction:
    """Tonnes of CO2e before the fuels are burnt, project less baseline, none where the project has less.

    Fuels are TJ with tCO2e/TJ.
    """
    more = total(product(*one) for one in project) - total(product(*one) for one in baseline)
    return max(Fraction(0), more)


def fertiliser(nitrogen: str, lime: str, dolomite: str, urea: str, gwp: str) -> Fraction:
    """Tonnes of CO2e from tonnes of nitrogen, limestone, dolomite and urea on a plantation."""
    nitrous_oxide = product(nitrogen, "0.01", Fraction(44, 28), gwp)
    carbon = product(lime, "0.12") + product(dolomite, "0.13") + product(urea, "0.20")
    return nitrous_oxide + carbon * CARBON_DIOXIDE


def field_burning(hectares: str, fuel: str, burnt: str, methane: str, nitrous: str, gwps: tuple[str, str]) -> Fraction:
    """Tonnes of CO2e of clearing land by fire; `methane` and `nitrous` are grams of the gas in a kilogram burnt."""
    kilograms = product(hectares, fuel, burnt, 1000)
    return kilograms * (product(methane, gwps[0]) + product(nitrous, gwps[1])) / 1_000_000


def lorries(trips: Sequence[tuple[str, str, str]]) -> Fraction:
    """Tonnes of CO2 of tonnes carried over kilometres with grams in a tonne-kilometre."""
    return total(product(*trip) for trip in trips) / 1_000_000


def diverted(residues: Sequence[tuple[str, str]], factor: str) -> Fraction:
    """Tonnes of CO2 of the fuel that stands in for residues, dry tonnes with GJ in a tonne."""
    return total(product(*one) for one in residues) * number(factor)


# --- AMS-III.E -----------------------------------------------------------------------------------


def methane_at_once(amount: str, carbon: str, decomposed: str, share: str, correction: str, gwp: str) -> Fraction:
    """Tonnes of CO2e where all methane of the waste counts in the year of its disposal."""
    carbon_to_gas = product(amount, carbon, decomposed, correction)
    return carbon_to_gas * number(share) * Fraction(16, 12) * number(gwp)


def hauls(amount: str, load: str, distance: str, factor: str) -> Fraction:
    """Tonnes of CO2 of lorries that carry an amount in loads over a distance, with grams in a kilometre."""
    return number(amount) / number(load) * number(distance) * number(factor) / 1_000_000


# --- ACM0006, ACM0018: biomass plants ------------------------------------------------------------


def fuel_for_heat(heat: str | Fraction, fuels: Sequence[tuple[str, str, str]]) -> Fraction:
    """Tonnes of CO2 of the fuels that make GJ of heat; a fuel has its share, the efficiency and tCO2/GJ."""
    return total(product(heat, share, factor) / number(efficiency) for share, efficiency, factor in fuels)


def burnt_in_the_open(residues: Sequence[str], gwp: str, methane: str = "0.0027", caution: str = "0.73") -> Fraction:
    """Tonnes of CO2e of residues that would have been burnt without use."""
    return total(map(number, residues)) * product(methane, caution, gwp)


def electricity_at(power: Sequence[tuple[str | Fraction, str | Fraction]]) -> Fraction:
    """Tonnes of CO2 of megawatt-hours, each with its factor."""
    return total(product(*one) for one in power)


def captive_power(factor: str, efficiency: str) -> Fraction:
    """tCO2/MWh of a power plant with tCO2/GJ of fuel and an efficiency."""
    return number(factor) * GIGAJOULES / number(efficiency)


# --- ACM0009, AMS-III.B: fuel switch -------------------------------------------------------------


def fuel_switched(gas: str, now: str, before: str, factor: str) -> Fraction:
    """Tonnes of CO2 of the old fuel that the useful heat of GJ of gas would have taken."""
    return product(gas, now, factor) / number(before)


def specific_emissions(fuel: Sequence[tuple[str, str, str]], output: Sequence[str]) -> Fraction:
    """Tonnes of CO2 of years of fuel over their output."""
    return total(product(*one) for one in fuel) / total(map(number, output))


# --- ACM0012, AMS-III.Q: waste energy ------------------------------------------------------------


def part_of_before(before: Fraction, now: str) -> Fraction:
    """The part of what comes now that came before the project too, one at most."""
    return min(Fraction(1), before / number(now))


# --- AM0029, ACM0013: fossil power plants --------------------------------------------------------


def gas_upstream(gas: str, factor: str, displaced: Fraction, gwp: str) -> Fraction:
    """Tonnes of CO2e of methane: tonnes a TJ of gas, less the tonnes that the displaced power had."""
    return (product(gas, factor) - displaced) * number(gwp)


# --- ACM0003, ACM0005: cement --------------------------------------------------------------------


def calcination(outputs: Sequence[tuple[str, str]], inputs: Sequence[tuple[str, str]], clinker: str) -> Fraction:
    """Tonnes of CO2 in a tonne of clinker from CaO and MgO that the kiln has made: tonnes of stuff with its shares.

    A kilomole of oxide (56 or 40 kg, rounded as the text does: 0.785 and 1.092) gives off one of carbon dioxide.
    """
    (lime_out, magnesia_out), (lime_in, magnesia_in) = outputs, inputs
    lime = product(*lime_out) - product(*lime_in)
    magnesia = product(*magnesia_out) - product(*magnesia_in)
    return (lime * Fraction("0.785") + magnesia * Fraction("1.092")) / number(clinker)


# --- ACM0008, AM0009: mine and oil field gas -----------------------------------------------------


def burnt_gas(uses: Sequence[tuple[str, str]], other: str, gwp: str) -> tuple[Fraction, Fraction]:
    """Tonnes of CO2 of methane that burns and of CO2e of methane that slips; uses are tonnes and the part that burns.

    `other` are tonnes of CO2 of higher hydrocarbons that come with a tonne of methane.
    """
    burns = total(product(*use) for use in uses)
    slips = total(map(number, [amount for amount, _ in uses])) - burns
    return burns * (Fraction(44, 16) + number(other)), slips * number(gwp)


# --- AM0001, AM0034, AM0028, ACM0019: industrial gases -------------------------------------------


def creditable_trifluoromethane(destroyed: str, product_made: str, most: str, ratio: str) -> Fraction:
    """Tonnes of HFC-23 that count: what is destroyed, up to 3 % or less of the product, up to the product before."""
    share = min(Fraction(3, 100), number(ratio))
    return min(number(destroyed), share * min(number(product_made), number(most)))


def campaign_nitrous_oxide(flow: str, concentration: str, hours: str) -> Fraction:
    """Tonnes of nitrous oxide of a campaign from normal cubic metres an hour and milligrams in one of them."""
    return product(flow, concentration, hours) / 1_000_000_000


def factors_of_campaigns(factors: Sequence[Fraction]) -> list[Fraction]:
    """The factor that counts for each campaign: not below the mean so far, nor after ten below the lowest of them."""
    counted = []
    for place, factor in enumerate(factors):
        so_far = factors[: place + 1]
        floor = min(factors[:10]) if place >= 10 else Fraction(0)
        counted.append(max(factor, total(so_far) / len(so_far), floor))
    return counted


# --- AMS-III.C -----------------------------------------------------------------------------------


def vehicle_kilometre(litres: str, heat: str, factor: str, better: str, years: int) -> Fraction:
    """Tonnes of CO2 of 100 km with litres (or kg) of GJ each, a little better every year."""
    return product(litres, heat, factor) * number(better) ** years


def made_for_charging(charged: str | Fraction, lost: str) -> Fraction:
    """Electricity that power plants make for what is charged; the losses are a share of what they make."""
    return Fraction(charged) / (1 - number(lost))


# --- TOOL09, TOOL10 ------------------------------------------------------------------------------


def best_year(years: Sequence[tuple[str, str]]) -> Fraction:
    """The highest of the yearly efficiencies, output over input."""
    return max(number(output) / number(fuel) for output, fuel in years)
