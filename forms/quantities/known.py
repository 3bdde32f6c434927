"""The units that are known by name: masses of substances, energies, times, currencies and the like."""

from __future__ import annotations

from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING

from forms.errors import UserError
from forms.quantities.units import Unit
from forms.said import said
from forms.spelling import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# Substances weighed apart: a tonne of methane is no tonne of CO2. CO2 and CO2e are one kind,
# since the warming potential of CO2 is 1 by definition.
_SUBSTANCES: Mapping[str, tuple[str, ...]] = {
    "": ("mass",),
    "CO2e": ("CO2e", "CO2", "CO2eq", "CO2-e"),
    "CH4": ("CH4",),
    "N2O": ("N2O",),
    "C": ("C",),
    "N": ("N",),
    "COD": ("COD",),
    "BOD": ("BOD",),
    "VS": ("VS",),
    "DM": ("DM", "dm"),
    "SF6": ("SF6",),
    "HFC23": ("HFC23",),
}
_MASSES = {"mg": "1e-9", "g": "1e-6", "kg": "1e-3", "t": "1", "Mg": "1", "kt": "1e3", "Gg": "1e3", "Mt": "1e6"}

# (kind, exponent, factor): energy in MWh, length in m, time in h. One year is 8,760 hours and
# 12 months, as the methodologies count.
_PLAIN: Mapping[str, tuple[str, int, str]] = {
    "Wh": ("energy", 1, "1e-6"),
    "kWh": ("energy", 1, "1e-3"),
    "MWh": ("energy", 1, "1"),
    "GWh": ("energy", 1, "1e3"),
    "TWh": ("energy", 1, "1e6"),
    "J": ("energy", 1, "1/3600000000"),
    "kJ": ("energy", 1, "1/3600000"),
    "MJ": ("energy", 1, "1/3600"),
    "GJ": ("energy", 1, "5/18"),
    "TJ": ("energy", 1, "2500/9"),
    "PJ": ("energy", 1, "2500000/9"),
    "toe": ("energy", 1, "11.63"),
    "ktoe": ("energy", 1, "11630"),
    "tce": ("energy", 1, "8.141"),
    "Gcal": ("energy", 1, "1.163"),
    "kcal": ("energy", 1, "1163/1000000000"),
    "cal": ("energy", 1, "1163/1000000000000"),
    "mm": ("length", 1, "1e-3"),
    "cm": ("length", 1, "1e-2"),
    "m": ("length", 1, "1"),
    "km": ("length", 1, "1e3"),
    "ha": ("length", 2, "1e4"),
    "l": ("length", 3, "1e-3"),
    "L": ("length", 3, "1e-3"),
    "Nm3": ("normal volume", 1, "1"),
    "s": ("time", 1, "1/3600"),
    "min": ("time", 1, "1/60"),
    "h": ("time", 1, "1"),
    "d": ("time", 1, "24"),
    "day": ("time", 1, "24"),
    "month": ("time", 1, "730"),
    "yr": ("time", 1, "8760"),
    "y": ("time", 1, "8760"),
    "a": ("time", 1, "8760"),
    "year": ("time", 1, "8760"),
    "K": ("kelvin", 1, "1"),
    "°C": ("celsius", 1, "1"),
    "degC": ("celsius", 1, "1"),
    "Pa": ("pressure", 1, "1"),
    "kPa": ("pressure", 1, "1e3"),
    "MPa": ("pressure", 1, "1e6"),
    "bar": ("pressure", 1, "1e5"),
    "deg": ("angle", 1, "1"),
    "°": ("angle", 1, "1"),
    "kmol": ("amount of substance", 1, "1"),
    "mol": ("amount of substance", 1, "1e-3"),
    "head": ("", 0, "1"),
    "unit": ("", 0, "1"),
    "device": ("", 0, "1"),
    "household": ("", 0, "1"),
    "person": ("", 0, "1"),
    # A year of the calendar, such as 2013: two of them differ by a plain number of years.
    "AD": ("", 0, "1"),
    "%": ("", 0, "1/100"),
    "‰": ("", 0, "1/1000"),
    "ppm": ("", 0, "1e-6"),
    "CER": ("CO2e", 1, "1"),
    "ERU": ("CO2e", 1, "1"),
}
_POWERS = {"W": "1e-6", "kW": "1e-3", "MW": "1", "GW": "1e3"}

# ISO 4217 codes in use, and those of older dossiers (DEM, BGN, LTL, LVL, EEK, ROL, HRK).
_CURRENCIES = [
    "AED", "AFN", "ALL", "AMD", "ANG", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BGN", "BHD", "BIF",
    "BMD", "BND", "BOB", "BRL", "BSD", "BTN", "BWP", "BYN", "BYR", "BZD", "CAD", "CDF", "CHF", "CLF", "CLP", "CNY",
    "COP", "CRC", "CUP", "CVE", "CZK", "DEM", "DJF", "DKK", "DOP", "DZD", "EEK", "EGP", "ERN", "ETB", "EUR", "FJD",
    "FKP", "GBP", "GEL", "GHS", "GIP", "GMD", "GNF", "GTQ", "GYD", "HKD", "HNL", "HRK", "HTG", "HUF", "IDR", "ILS",
    "INR", "IQD", "IRR", "ISK", "JMD", "JOD", "JPY", "KES", "KGS", "KHR", "KMF", "KPW", "KRW", "KWD", "KYD", "KZT",
    "LAK", "LBP", "LKR", "LRD", "LSL", "LTL", "LVL", "LYD", "MAD", "MDL", "MGA", "MKD", "MMK", "MNT", "MOP", "MRO",
    "MRU", "MUR", "MVR", "MWK", "MXN", "MYR", "MZN", "NAD", "NGN", "NIO", "NOK", "NPR", "NZD", "OMR", "PAB", "PEN",
    "PGK", "PHP", "PKR", "PLN", "PYG", "QAR", "ROL", "RON", "RSD", "RUB", "RWF", "SAR", "SBD", "SCR", "SDG", "SEK",
    "SGD", "SHP", "SLE", "SLL", "SOS", "SRD", "SSP", "STD", "STN", "SVC", "SYP", "SZL", "THB", "TJS", "TMT", "TND",
    "TOP", "TRY", "TTD", "TWD", "TZS", "UAH", "UGX", "USD", "UYU", "UZS", "VEF", "VES", "VND", "VUV", "WST", "XAF",
    "XCD", "XOF", "XPF", "YER", "ZAR", "ZMK", "ZMW", "ZWL",
]  # fmt: skip


def _known_units() -> Iterator[Unit]:
    one = Fraction(1)
    for name, (kind, exponent, factor) in _PLAIN.items():
        dimensions = ((kind, Fraction(exponent)),) if exponent else ()
        yield Unit(name, dimensions, Fraction(factor))
    for name, factor in _POWERS.items():
        yield Unit(name, (("energy", one), ("time", -one)), Fraction(factor))
    for substance, spellings in _SUBSTANCES.items():
        for mass, factor in _MASSES.items():
            for spelling in spellings if substance else ("",):
                yield Unit(mass + spelling, ((substance or "mass", one),), Fraction(factor))
    for code in _CURRENCIES:
        yield Unit(code, ((code, one),))


_UNITS: Mapping[str, Unit] = MappingProxyType({unit.text: unit for unit in _known_units()})

# What one base unit of a kind is called; currencies go by their codes.
BASE_NAMES: Mapping[str, str] = {
    "mass": "t", "energy": "MWh", "length": "m", "normal volume": "Nm3", "time": "h", "kelvin": "K",
    "celsius": "°C", "pressure": "Pa", "angle": "deg", "amount of substance": "kmol",
    **{substance: f"t{substance}" for substance in _SUBSTANCES if substance},
}  # fmt: skip


def named_unit(name: str) -> Unit:
    """The unit of a name, with a power of one digit such as the 3 of `m3`.

    Raises:
        UserError: it is not known.
    """
    if name in _UNITS:
        return _UNITS[name]
    base = name.rstrip("0123456789")
    if base in _UNITS and 0 < len(name) - len(base) < 2:
        return _UNITS[base] ** int(name[len(base) :])
    remedy = did_you_mean(name, _UNITS).strip() or said("See the list of units in the handbook.")
    raise UserError(said("The unit “{name}” is not known.", name=name), remedy)


def unit_names() -> tuple[str, ...]:
    """Every single unit that `parse_unit` knows, without currencies."""
    return tuple(name for name in _UNITS if name not in _CURRENCIES)
