"""The worked cases of the tools recomputed by hand-written arithmetic that shares nothing with the engine.

Fractions are exact; where e to a power or a root is needed, decimals of 50 digits are. Gas problems are solved with
amounts of substance, not along the equations of the tools, so that a wrong equation would show.
"""

from __future__ import annotations

import decimal
from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

DIGITS = decimal.Context(prec=50)


def number(text: str | int) -> Fraction:
    """An exact number."""
    return Fraction(text)


def _decimal(value: Fraction) -> Decimal:
    return DIGITS.divide(Decimal(value.numerator), Decimal(value.denominator))


def exponential(value: Fraction) -> Fraction:
    """e to a power, to 50 digits."""
    return Fraction(DIGITS.exp(_decimal(value)))


def root(value: Fraction) -> Fraction:
    """The square root, to 50 digits."""
    return Fraction(DIGITS.sqrt(_decimal(value)))


# --- TOOL03: fuel --------------------------------------------------------------------------------


def fuel_by_carbon(amount: str, carbon: str, density: str = "1") -> Fraction:
    """Tonnes of CO2 from a mass (or a volume with its density) and the carbon in it."""
    return number(amount) * number(density) * number(carbon) * Fraction(11, 3)


def fuel_by_heat(amount: str, heat: str, factor: str) -> Fraction:
    """Tonnes of CO2 from an amount of fuel, GJ in a unit of it and tCO2/GJ."""
    return number(amount) * number(heat) * number(factor)


# --- TOOL05: electricity -------------------------------------------------------------------------


def captive_factor(fuel: Sequence[tuple[str, str, str]], electricity: Sequence[str]) -> Fraction:
    """tCO2/MWh of captive plants: all their fuel over all their electricity."""
    burnt = sum((fuel_by_heat(*one) for one in fuel), Fraction(0))
    return burnt / sum(map(number, electricity), Fraction(0))


def captive_factor_with_heat(
    fuel: Sequence[tuple[str, str, str]], electricity: Sequence[str], heat: Sequence[str], boiler: str
) -> Fraction:
    """tCO2/MWh of one plant with heat, its fuels averaged by their energy; the boiler would have made the heat."""
    energy = sum((number(amount) * number(value) for amount, value, _ in fuel), Fraction(0))
    carbon_dioxide = sum((fuel_by_heat(*one) for one in fuel), Fraction(0))
    for_heat = sum(map(number, heat), Fraction(0)) / number(boiler)
    left = carbon_dioxide * (energy - for_heat) / energy
    return left / sum(map(number, electricity), Fraction(0))


# --- TOOL04: disposal sites ----------------------------------------------------------------------


def correction_factor(uncertainties: Sequence[str]) -> Fraction:
    """Model correction factor of option 2."""
    squares = sum((number(one) ** 2 for one in uncertainties), Fraction(0))
    return 1 / (1 + root(squares))


def decayed_carbon(amounts: Mapping[int, Fraction], carbon: str | Fraction, rate: str, year: int) -> Fraction:
    """Tonnes of carbon of one type of waste that decay in a year; `amounts` are tonnes by year of disposal.

    What is left of a year's waste goes down step by step, as a stock, instead of by the closed form.
    """
    kept = exponential(-number(rate))
    total = Fraction(0)
    for disposed, amount in amounts.items():
        stock = amount * Fraction(carbon)
        for _ in range(disposed, year + 1):
            gone = stock * (1 - kept)
            stock -= gone
        total += gone if disposed <= year else 0
    return total


def site_emissions(carbon: Fraction, gwp: str, **factors: str | Fraction) -> Fraction:
    """tCO2e from decayed carbon: methane formed, less what is captured and what is oxidised."""
    methane = carbon * Fraction(factors["decomposing"]) * Fraction(factors["methane"]) * Fraction(4, 3)
    lost = methane * Fraction(factors["anaerobic"]) * (1 - Fraction(factors["captured"]))
    return lost * (1 - Fraction(factors["oxidised"])) * number(gwp) * Fraction(factors["correction"])


# --- gases ---------------------------------------------------------------------------------------

_ATOMS = {
    "CH4": {"C": 1, "H": 4}, "CO": {"C": 1, "O": 1}, "CO2": {"C": 1, "O": 2}, "O2": {"O": 2}, "H2": {"H": 2},
    "H2S": {"H": 2}, "NH3": {"N": 1, "H": 3}, "N2": {"N": 2},
}  # fmt: skip


def amount_of_gas(volume: str | Fraction, pressure: str, temperature: str, constant: str) -> Fraction:
    """Kilomoles in a volume of m3."""
    return Fraction(volume) * number(pressure) / (number(constant) * number(temperature))


def _atoms(gas: Mapping[str, str], element: str) -> Fraction:
    return sum((number(share) * _ATOMS[name].get(element, 0) for name, share in gas.items()), Fraction(0))


def exhaust_methane(volume: str, gas: Mapping[str, str], oxygen_left: str, milligrams: str) -> Fraction:
    """Kilograms of methane in the exhaust of a flare, from a balance of atoms in kilomoles (TOOL06, option B.2).

    `volume` is residual gas in m3 at 0 degrees Celsius, `oxygen_left` the fraction of oxygen in the dry exhaust,
    `milligrams` the methane in a cubic metre of it.
    """
    burnt = amount_of_gas(volume, "101325", "273.15", "8314.472")
    carbon, nitrogen = _atoms(gas, "C"), _atoms(gas, "N") / 2
    needed = carbon + _atoms(gas, "H") / 4 - _atoms(gas, "O") / 2
    share = number(oxygen_left)
    air_nitrogen = Fraction(79, 21)
    # Dry exhaust is carbon dioxide, nitrogen of gas and air, and the oxygen x that is left: x = share * exhaust.
    fixed = carbon + nitrogen + air_nitrogen * needed
    left = share * fixed / (1 - share * (1 + air_nitrogen))
    exhaust = fixed + left * (1 + air_nitrogen)
    return burnt * exhaust * Fraction("22.4") * number(milligrams) / 1_000_000


def flare_emissions(lit: Fraction, lost: Fraction, unlit: str, gwp: str) -> Fraction:
    """tCO2e from kilograms of methane: to the burning flare, of which some is lost, and to the flare that is out."""
    assert lost <= lit
    return (lost + number(unlit)) * number(gwp) / 1000


def saturated_gas(
    volume: str, share: str, temperature: str, pressure: str, vapour: str, molecular_mass: int
) -> Fraction:
    """Kilograms of a gas in a wet, saturated stream (TOOL08, option C): water takes its part of the pressure."""
    dry_pressure = number(pressure) - number(vapour)
    dry = Fraction(volume) * dry_pressure / (8314 * number(temperature))
    return dry * number(share) * molecular_mass


def gas_in_wet_mass(mass: str, share: str, moisture: str, gas: Mapping[int, str], molecular_mass: int) -> Fraction:
    """Kilograms of a gas in a wet mass (TOOL08, option G); `moisture` is mg of water in m3 of dry gas, normal.

    `gas` has the fraction of the dry stream for each molecular mass.
    """
    mean = sum((mass_of_one * number(part) for mass_of_one, part in gas.items()), Fraction(0))
    kilomole_volume = 8314 * Fraction("273.15") / 101325
    water_a_kilogram = number(moisture) / 1_000_000 * kilomole_volume / mean
    dry = number(mass) / (1 + water_a_kilogram)
    return dry / mean * number(share) * molecular_mass


def gas_in_mass(mass: str, share: str, gas: Mapping[int, str], molecular_mass: int) -> Fraction:
    """Kilograms of a gas in a mass of a stream of known composition (TOOL08, option H)."""
    mean = sum((mass_of_one * number(part) for mass_of_one, part in gas.items()), Fraction(0))
    return number(mass) / mean * number(share) * molecular_mass
