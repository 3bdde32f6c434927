"""Numbers as people in any country type them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

from forms.quantities.parsing import SUPERSCRIPTS
from forms.quantities.rounding import PRECISION


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
_LONGEST_TEXT = 80
_LARGEST_EXPONENT = 99
_POINT_OR_COMMA = {".": "point", ",": "comma"}


def read_number(text: str, *, decimal_hint: str | None = None) -> ReadNumber:
    """Read a number as people in any country type it, with what stands behind it as its unit.

    `decimal_hint` is "." or "," when the writer's decimal sign is known; it settles `1,048` and `1.048`, which
    otherwise have two meanings and no value. A percent sign is a unit: 62.5 % gives 62.5 and "%".
    """
    words = _plain_digits(text).strip(_SPACES + "\n\r")
    found = _NUMBER.fullmatch(words) if len(words) <= _LONGEST_TEXT else None
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
    return "^" + found[0].translate(SUPERSCRIPTS) if behind_ten else found[0]


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
