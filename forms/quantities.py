"""Quantities: units that multiply out, numbers as people type them, and rounding that errs on the safe side.

Everything is `Decimal`; factors between units are exact fractions.
"""

from __future__ import annotations

import decimal
import difflib
import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from forms.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

# 34 digits and the exponents of IEEE decimal128: far beyond any dossier, and small enough that
# no power tower can run for long before it overflows.
PRECISION = decimal.Context(
    prec=34,
    Emax=6144,
    Emin=-6143,
    rounding=decimal.ROUND_HALF_EVEN,
    traps=[decimal.InvalidOperation, decimal.DivisionByZero, decimal.Overflow],
)

Dimensions = tuple[tuple[str, Fraction], ...]

# --- units ---------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Unit:
    """A unit of measurement: `factor` base units of `dimensions`.

    `dimensions` holds (kind, exponent) pairs sorted by kind, without zeros: MWh/yr is
    (("energy", 1), ("time", -1)). Base units are tonne, MWh, metre, hour and one currency unit each.
    """

    text: str
    dimensions: Dimensions = ()
    factor: Fraction = Fraction(1)

    def compatible(self, other: Unit) -> bool:
        """True when amounts in one unit can be stated in the other."""
        return self.dimensions == other.dimensions or {self.dimensions, other.dimensions} == {
            _KELVIN,
            _CELSIUS,
        }

    def same_as(self, other: Unit) -> bool:
        """True when one of this is exactly one of the other (tCO2 and tCO2e, MJ/kg and GJ/t)."""
        return self.dimensions == other.dimensions and self.factor == other.factor

    def __mul__(self, other: Unit) -> Unit:
        dimensions = multiply_dimensions(self.dimensions, other.dimensions)
        return Unit(f"{self.text}*{other.text}", dimensions, self.factor * other.factor)

    def __truediv__(self, other: Unit) -> Unit:
        return self * other**-1

    def __pow__(self, exponent: int) -> Unit:
        dimensions = raise_dimensions(self.dimensions, Fraction(exponent))
        return Unit(f"({self.text})^{exponent}", dimensions, Fraction(1) * self.factor**exponent)

    def __str__(self) -> str:
        return self.text


def multiply_dimensions(left: Dimensions, right: Dimensions) -> Dimensions:
    """Dimensions of a product."""
    if not right:
        return left
    exponents = dict(left)
    for kind, exponent in right:
        exponents[kind] = exponents.get(kind, Fraction(0)) + exponent
    return tuple(sorted((kind, exponent) for kind, exponent in exponents.items() if exponent))


def raise_dimensions(dimensions: Dimensions, exponent: Fraction) -> Dimensions:
    """Dimensions of a power."""
    return tuple((kind, power * exponent) for kind, power in dimensions) if exponent else ()


_KELVIN: Dimensions = (("kelvin", Fraction(1)),)
_CELSIUS: Dimensions = (("celsius", Fraction(1)),)

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
}
_MASSES = {
    "g": "1e-6",
    "kg": "1e-3",
    "t": "1",
    "Mg": "1",
    "kt": "1e3",
    "Gg": "1e3",
    "Mt": "1e6",
    "mg": "1e-9",
}

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
    "%": ("", 0, "1/100"),
    "‰": ("", 0, "1/1000"),
    "ppm": ("", 0, "1e-6"),
    "CER": ("CO2e", 1, "1"),
    "ERU": ("CO2e", 1, "1"),
}
_POWERS = {"W": "1e-6", "kW": "1e-3", "MW": "1", "GW": "1e3"}

# ISO 4217 codes in use, and those of older dossiers (DEM, BGN, LTL, LVL, EEK, ROL, HRK).
_CURRENCIES = [
    "AED",
    "AFN",
    "ALL",
    "AMD",
    "ANG",
    "AOA",
    "ARS",
    "AUD",
    "AWG",
    "AZN",
    "BAM",
    "BBD",
    "BDT",
    "BGN",
    "BHD",
    "BIF",
    "BMD",
    "BND",
    "BOB",
    "BRL",
    "BSD",
    "BTN",
    "BWP",
    "BYN",
    "BYR",
    "BZD",
    "CAD",
    "CDF",
    "CHF",
    "CLF",
    "CLP",
    "CNY",
    "COP",
    "CRC",
    "CUP",
    "CVE",
    "CZK",
    "DEM",
    "DJF",
    "DKK",
    "DOP",
    "DZD",
    "EEK",
    "EGP",
    "ERN",
    "ETB",
    "EUR",
    "FJD",
    "FKP",
    "GBP",
    "GEL",
    "GHS",
    "GIP",
    "GMD",
    "GNF",
    "GTQ",
    "GYD",
    "HKD",
    "HNL",
    "HRK",
    "HTG",
    "HUF",
    "IDR",
    "ILS",
    "INR",
    "IQD",
    "IRR",
    "ISK",
    "JMD",
    "JOD",
    "JPY",
    "KES",
    "KGS",
    "KHR",
    "KMF",
    "KPW",
    "KRW",
    "KWD",
    "KYD",
    "KZT",
    "LAK",
    "LBP",
    "LKR",
    "LRD",
    "LSL",
    "LTL",
    "LVL",
    "LYD",
    "MAD",
    "MDL",
    "MGA",
    "MKD",
    "MMK",
    "MNT",
    "MOP",
    "MRO",
    "MRU",
    "MUR",
    "MVR",
    "MWK",
    "MXN",
    "MYR",
    "MZN",
    "NAD",
    "NGN",
    "NIO",
    "NOK",
    "NPR",
    "NZD",
    "OMR",
    "PAB",
    "PEN",
    "PGK",
    "PHP",
    "PKR",
    "PLN",
    "PYG",
    "QAR",
    "ROL",
    "RON",
    "RSD",
    "RUB",
    "RWF",
    "SAR",
    "SBD",
    "SCR",
    "SDG",
    "SEK",
    "SGD",
    "SHP",
    "SLE",
    "SLL",
    "SOS",
    "SRD",
    "SSP",
    "STD",
    "STN",
    "SVC",
    "SYP",
    "SZL",
    "THB",
    "TJS",
    "TMT",
    "TND",
    "TOP",
    "TRY",
    "TTD",
    "TWD",
    "TZS",
    "UAH",
    "UGX",
    "USD",
    "UYU",
    "UZS",
    "VEF",
    "VES",
    "VND",
    "VUV",
    "WST",
    "XAF",
    "XCD",
    "XOF",
    "XPF",
    "YER",
    "ZAR",
    "ZMK",
    "ZMW",
    "ZWL",
]


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
_BASE_NAMES = {
    "mass": "t", "energy": "MWh", "length": "m", "normal volume": "Nm3", "time": "h", "kelvin": "K",
    "celsius": "°C", "pressure": "Pa", "angle": "deg", "amount of substance": "kmol",
    **{substance: f"t{substance}" for substance in _SUBSTANCES if substance},
}  # fmt: skip

DIMENSIONLESS = Unit("1")
_LONGEST_UNIT = 120
_SUBSCRIPTS = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_TOKEN = re.compile(
    r"\s*(?:(?P<number>\d+(?:,\d{3})*(?:\.\d+)?(?:[eE][+-]?\d+)?)"
    r"|(?P<name>[^\W\d_][^\W_]*(?:-e\b)?|[%‰]|°C?)"
    r"|(?P<mark>\*\*|[*·×⋅/^()]))"
)
_SPACED_SUBSTANCE = re.compile(r"\b(mg|g|kg|t|Mg|kt|Gg|Mt)\s+(CO2(?:-?e|eq)?|CO2\s+eq?|CH4|N2O|VS|COD|BOD|SF6)\b")


def parse_unit(text: str) -> Unit:
    """The unit written as `text`: products, quotients and powers such as `tCO2/1000 Nm3` or `kg/(head*d)`.

    Quotients are read from the left, so `a/b*c` is `(a/b)*c`; a number binds to the unit after it.

    Raises:
        UserError: nothing given, a unit is unknown (the remedy names similar ones), or the form is broken.
    """
    return _parse_unit(text.strip())


@lru_cache(maxsize=1024)
def _parse_unit(text: str) -> Unit:
    if not text:
        raise UserError("No unit is given.", "Write 1 for a pure number.")
    if len(text) > _LONGEST_UNIT:
        raise UserError(f"A unit of {len(text)} characters is too long to be one.", "Shorten it.")
    parsed = _UnitParser(text).parse()
    return Unit(text, parsed.dimensions, parsed.factor)


class _UnitParser:
    """Reads one unit, from left to right."""

    def __init__(self, text: str) -> None:
        self._text = text
        spaced = _SPACED_SUBSTANCE.sub(lambda found: found[1] + found[2].replace(" ", ""), text)
        self._tokens = list(self._split(spaced))
        self._at = 0

    def _split(self, text: str) -> Iterator[tuple[str, str]]:
        text = text.replace("Nm³", "Nm3").translate(_SUBSCRIPTS)
        text = re.sub(r"([⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+)", lambda found: "^" + found[1].translate(_SUPERSCRIPTS), text)
        at = 0
        while at < len(text.rstrip()):
            found = _TOKEN.match(text, at)
            if found is None and text[at:].lstrip().startswith("-"):
                yield "mark", "-"
                at = text.index("-", at) + 1
            elif found is None or found.lastgroup is None:
                raise self._broken(f"{text[at:].strip()[:1]!r} has no place in a unit")
            else:
                yield found.lastgroup, found[found.lastgroup]
                at = found.end()

    def parse(self) -> Unit:
        unit = self._product()
        if self._at < len(self._tokens):
            raise self._broken(f"a sign is missing before {self._tokens[self._at][1]!r}")
        return unit

    def _next(self) -> tuple[str, str]:
        return self._tokens[self._at] if self._at < len(self._tokens) else ("end", "")

    def _take(self, *marks: str) -> str:
        kind, text = self._next()
        if kind == "mark" and text in marks:
            self._at += 1
            return text
        return ""

    def _product(self) -> Unit:
        unit = self._factor()
        while mark := self._take("*", "·", "×", "⋅", "/"):
            other = self._factor()
            unit = unit / other if mark == "/" else unit * other
        return unit

    def _factor(self) -> Unit:
        kind, text = self._next()
        if kind != "number":
            return self._power(self._single())
        self._at += 1
        number = self._power(Unit(text, (), Fraction(text.replace(",", ""))))
        followed = self._next()[0] == "name" or self._next() == ("mark", "(")
        return number * self._power(self._single()) if followed else number

    def _single(self) -> Unit:
        if self._take("("):
            unit = self._product()
            if not self._take(")"):
                raise self._broken("a closing parenthesis is missing")
            return unit
        kind, text = self._next()
        if kind != "name":
            raise self._broken("a unit is missing" + (f" before {text!r}" if text else " at the end"))
        self._at += 1
        return _named_unit(text)

    def _power(self, unit: Unit) -> Unit:
        if not self._take("^", "**"):
            return unit
        sign = -1 if self._take("-") else 1
        kind, text = self._next()
        if kind != "number" or not re.fullmatch(r"\d{1,2}", text):
            raise self._broken("a power must be a whole number")
        self._at += 1
        return unit ** (sign * int(text))

    def _broken(self, why: str) -> UserError:
        return UserError(f"The unit “{self._text}” cannot be read: {why}.", "Write it like tCO2/MWh or kg/(head*d).")


def _named_unit(name: str) -> Unit:
    if name in _UNITS:
        return _UNITS[name]
    base = name.rstrip("0123456789")
    if base in _UNITS and 0 < len(name) - len(base) < 2:
        return _UNITS[base] ** int(name[len(base) :])
    close = similar(name, _UNITS)
    remedy = f"Did you mean {' or '.join(close)}?" if close else "See the list of units in the handbook."
    raise UserError(f"The unit “{name}” is not known.", remedy)


def similar(name: str, known: Iterable[str]) -> list[str]:
    """Up to three known names that look like `name`, best first, capitals ignored."""
    by_small = {word.lower(): word for word in known}
    return [by_small[word] for word in difflib.get_close_matches(name.lower(), by_small, n=3, cutoff=0.6)]


def unit_names() -> tuple[str, ...]:
    """Every single unit that `parse_unit` knows, without currencies."""
    return tuple(name for name in _UNITS if name not in _CURRENCIES)


def describe_unit(dimensions: Dimensions, factor: Fraction = Fraction(1)) -> str:
    """A readable unit in base units for what came out of a calculation, such as `1000 tCO2e/MWh`."""
    above = [_with_power(kind, power) for kind, power in dimensions if power > 0]
    below = [_with_power(kind, -power) for kind, power in dimensions if power < 0]
    text = "*".join(above) or "1"
    if below:
        text += "/" + (below[0] if len(below) == 1 else f"({'*'.join(below)})")
    if factor == 1:
        return text
    return plain_fraction(factor) if text == "1" else f"{plain_fraction(factor)} {text}"


def plain_fraction(number: Fraction) -> str:
    """A factor in at most six significant digits, without exponent where it is short."""
    value = PRECISION.divide(Decimal(number.numerator), Decimal(number.denominator))
    text = f"{value:.6g}" if value.adjusted() < -6 or value.adjusted() > 9 else f"{value:.9f}".rstrip("0").rstrip(".")
    return text or "0"


def _with_power(kind: str, power: Fraction) -> str:
    name = _BASE_NAMES.get(kind, kind)
    return name if power == 1 else f"{name}^{power}"


def convert(value: Decimal, source: str | Unit, target: str | Unit) -> Decimal:
    """The same amount in another unit; degrees Celsius and kelvin shift as temperatures.

    Raises:
        UserError: the units measure different things, or one is unknown.
    """
    here = parse_unit(source) if isinstance(source, str) else source
    there = parse_unit(target) if isinstance(target, str) else target
    if not here.compatible(there):
        raise UserError(f"{here} cannot be stated in {there}: they measure different things.", "Check the unit.")
    if here.dimensions != there.dimensions:
        zero = Decimal("273.15")
        return PRECISION.add(value, zero if here.dimensions == _CELSIUS else -zero)
    ratio = here.factor / there.factor
    return PRECISION.divide(PRECISION.multiply(value, Decimal(ratio.numerator)), Decimal(ratio.denominator))


# --- rounding and showing ------------------------------------------------------------------------


def round_down(value: Decimal, decimals: int = 0) -> Decimal:
    """Rounded towards minus infinity: conservative for baseline emissions and reductions."""
    return _rounded(value, decimals, decimal.ROUND_FLOOR)


def round_up(value: Decimal, decimals: int = 0) -> Decimal:
    """Rounded towards plus infinity: conservative for project emissions and leakage."""
    return _rounded(value, decimals, decimal.ROUND_CEILING)


def round_nearest(value: Decimal, decimals: int = 0) -> Decimal:
    """Rounded to the nearest, halves away from zero, as spreadsheets do."""
    return _rounded(value, decimals, decimal.ROUND_HALF_UP)


def _rounded(value: Decimal, decimals: int, rounding: str) -> Decimal:
    # Digits enough for the number itself: a slip of the keyboard must not end in an exception.
    room = decimal.Context(prec=max(PRECISION.prec, value.adjusted() + decimals + 2), Emax=PRECISION.Emax)
    return value.quantize(Decimal(1).scaleb(-decimals), rounding, room)


def format_number(value: Decimal, decimals: int | None = None) -> str:
    """`1,048.5`: comma between thousands and a decimal point, as the forms ask; never an exponent.

    Without `decimals` every digit is shown as it is held, so 0.40 stays 0.40.
    """
    shown = value if decimals is None else round_nearest(value, decimals)
    return format(abs(shown) if shown.is_zero() else shown, ",f")


# --- numbers as typed ----------------------------------------------------------------------------


@dataclass(frozen=True)
class ReadNumber:
    """What a typed number means.

    `value` is None when it cannot be read or has two meanings, which `ambiguous` then lists. `how` says in a
    few words how it was read or why not. `unit` is the text that stood behind the number.
    """

    value: Decimal | None
    ambiguous: tuple[Decimal, ...] = ()
    how: str = ""
    unit: str = ""


_SPACES = "\u0009\u0020\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_APOSTROPHES = "'\u2019\u2018\u02bc\u00b4`\u066c"
_MINUSES = "\u2212\u2013\u2012\u2010\u2011\ufe63\uff0d-"  # the hyphen last, for character classes
_NUMBER = re.compile(
    rf"(?P<sign>[+\uff0b{_MINUSES}])?[{_SPACES}]*(?P<money>[€$£¥])?[{_SPACES}]*"
    rf"(?P<body>(?:\d|[.,]\d)(?:[{_SPACES}{_APOSTROPHES}.,]{{0,1}}\d)*[.,]?)"
    rf"(?:[eE](?P<exponent>[+{_MINUSES}]?\d{{1,6}})|[{_SPACES}]*[×x*·⋅][{_SPACES}]*10\^?(?P<ten>[+{_MINUSES}]?\d{{1,6}}))?"
    rf"(?P<rest>.*)",
    re.DOTALL,
)
_LONGEST_NUMBER = 80
_LARGEST_EXPONENT = 99
_POINT_OR_COMMA = {".": "point", ",": "comma"}


def read_number(text: str, *, decimal_hint: str | None = None) -> ReadNumber:
    """Read a number as people in any country type it, with what stands behind it as its unit.

    `decimal_hint` is "." or "," when the writer's decimal sign is known; it settles `1,048` and `1.048`, which
    otherwise have two meanings and no value. A percent sign is a unit: 62.5 % gives 62.5 and "%".
    """
    words = _plain_digits(text).strip(_SPACES + "\n\r")
    found = _NUMBER.fullmatch(words) if len(words) <= _LONGEST_NUMBER else None
    if found is None:
        return ReadNumber(None, how="No number was found at the start." if words else "Nothing was typed.")
    unit = (found["money"] or "") + found["rest"].strip(_SPACES + "\n\r")
    if found["rest"][:1].isalnum() and found["exponent"] is None and found["rest"][0].isdigit():
        return ReadNumber(None, how="There is more than one number.")
    if unit[:1] in tuple("+.,*/=" + _MINUSES + _APOSTROPHES) and unit:
        return ReadNumber(None, how=f"“{unit[:20]}” behind the number cannot be read.")
    exponent = _exponent(found["exponent"] or found["ten"] or "0")
    if exponent is None:
        return ReadNumber(None, how="The power of ten is too large.")
    negative = bool(found["sign"]) and found["sign"] in _MINUSES
    hint = decimal_hint or ("scientific" if found["exponent"] or found["ten"] else None)
    texts, how = _read_body(found["body"], hint)
    values = tuple(_scaled(digits, negative=negative, exponent=exponent) for digits in texts)
    if len(values) == 1:
        return ReadNumber(values[0], (), how, unit)
    return ReadNumber(None, values, how, unit)


def _plain_digits(text: str) -> str:
    """Digits of all scripts as 0 to 9, raised digits behind a caret, the Arabic decimal sign as a comma."""
    text = re.sub(r"([⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+)(?=\s*\D|\s*$)", _lowered_power, text)
    digits = (str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in text)
    return "".join(digits).replace("\u066b", ",").replace("\uff0e", ".").replace("\uff0c", ",")


def _lowered_power(found: re.Match[str]) -> str:
    # Only behind "10": the ² of m² belongs to the unit.
    behind_ten = found.string[: found.start()].rstrip("^").endswith("10")
    return "^" + found[0].translate(_SUPERSCRIPTS) if behind_ten else found[0]


def _exponent(text: str) -> int | None:
    for minus in _MINUSES:
        text = text.replace(minus, "-")
    number = int(text)
    return number if abs(number) <= _LARGEST_EXPONENT else None


def _scaled(digits: str, *, negative: bool, exponent: int) -> Decimal:
    value = Decimal(digits)
    value = value.scaleb(exponent, PRECISION) if exponent else value
    return -value if negative and value else value


def _read_body(body: str, hint: str | None) -> tuple[tuple[str, ...], str]:
    """The readings of a number's digits and separators (none, one or two), and how they were found."""
    groups = re.split(rf"[{_SPACES}{_APOSTROPHES}]", body)
    if len(groups) > 1:
        return _read_spaced(groups)
    points, commas = body.count("."), body.count(",")
    if points and commas:
        return _read_mixed(body)
    sign = "." if points else ","
    if points + commas == 0:
        return (body,), "read as a whole number"
    if points + commas > 1:
        return _read_grouped(body, sign)
    return _read_single(body, sign, hint)


def _read_spaced(groups: list[str]) -> tuple[tuple[str, ...], str]:
    *firsts, last = groups
    whole, sign, decimals = _parted(last)
    every = [*firsts, whole]
    good = re.fullmatch(r"\d{1,3}", every[0]) and all(re.fullmatch(r"\d{3}", group) for group in every[1:])
    if not good or "." in decimals or "," in decimals:
        return (), "The groups between the spaces do not have three digits."
    name = f", {_POINT_OR_COMMA[sign]} before the decimals" if sign else ""
    return ("".join(every) + (f".{decimals}" if decimals else ""),), f"spaces between thousands{name}"


def _parted(text: str) -> tuple[str, str, str]:
    """Split at the first point or comma."""
    found = re.search(r"[.,]", text)
    return (text[: found.start()], found[0], text[found.end() :]) if found else (text, "", "")


def _read_mixed(body: str) -> tuple[tuple[str, ...], str]:
    sign = max(".,", key=body.rfind)
    other = "," if sign == "." else "."
    whole, _, decimals = body.rpartition(sign)
    if sign in whole or not _is_grouped(whole, other):
        return (), "Points and commas are mixed in a way that has no meaning."
    how = f"{_POINT_OR_COMMA[other]} between thousands, {_POINT_OR_COMMA[sign]} before the decimals"
    return (whole.replace(other, "") + (f".{decimals}" if decimals else ""),), how


def _is_grouped(text: str, sign: str) -> bool:
    mark = re.escape(sign)
    western = rf"[1-9]\d{{0,2}}(?:{mark}\d{{3}})+"
    indian = rf"[1-9]\d?(?:{mark}\d{{2}})+{mark}\d{{3}}"
    return re.fullmatch(f"{western}|{indian}", text) is not None


def _read_grouped(body: str, sign: str) -> tuple[tuple[str, ...], str]:
    if not _is_grouped(body, sign):
        return (), f"There are several {_POINT_OR_COMMA[sign]}s, but not between groups of three digits."
    return (body.replace(sign, ""),), f"{_POINT_OR_COMMA[sign]} between thousands"


def _read_single(body: str, sign: str, hint: str | None) -> tuple[tuple[str, ...], str]:
    whole, _, decimals = body.partition(sign)
    as_decimal = f"{whole or '0'}.{decimals}" if decimals else whole
    if not _is_grouped(body, sign) or hint in (sign, "scientific"):
        return (as_decimal,), f"{_POINT_OR_COMMA[sign]} before the decimals"
    if hint is not None:
        return (whole + decimals,), f"{_POINT_OR_COMMA[sign]} between thousands"
    how = f"The {_POINT_OR_COMMA[sign]} may stand between thousands or before decimals."
    return (whole + decimals, as_decimal), how
