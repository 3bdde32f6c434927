"""What a reader can work out again: sums written out in the text, the benchmark, one analysis for each site."""

from __future__ import annotations

import re
from decimal import Decimal, DivisionByZero, InvalidOperation
from functools import lru_cache
from typing import TYPE_CHECKING

from forms.facts import number
from forms.fieldpath import cell_path
from forms.figures import matches
from forms.problems import Severity, Step
from forms.quantities import format_number
from forms.rules import Hit, rule
from forms.rules.quotations import told_anywhere

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forms.document import Reader

_NUMBER = r"\d[\d,]*(?:\.\d+)?"
_UNIT = r"\s?(?:[kMG]Wh?|h|hours|days|months|years|turbines|units|t ?CO2e?|t|USD|EUR|LTL)(?:/[A-Za-z]+)?\b"
_TERM = rf"\(*\s*{_NUMBER}\s?%?(?:{_UNIT})?\s*\)*"
_SIGN = r"\s*(?:(?<=\s)[-+–−](?=\s)|[x×*·/](?!\w*[A-Za-z])|(?<=[\d%)])\s[x×]\s|(?<=\s)times(?=\s))\s*"
_SUM = re.compile(
    rf"(?<![\w.,/-])(?P<sum>{_TERM}(?:{_SIGN}{_TERM})+)\s*(?:=|\t)\s*(?P<value>-?{_NUMBER})\s?(?P<percent>%)?"
)
# What stands behind a sign is the tail of a longer sum that is not read; a dash is a sign only behind a figure.
_GOES_ON = re.compile(r"(?:[+×*·/^]|(?<![A-Za-z])x|[\d)%]\s*[-–−])\s*\Z")
_TOKEN = re.compile(rf"(?P<number>{_NUMBER})\s?(?P<percent>%)?|(?P<sign>times|[-+–−x×*·/()])")
_MULTIPLIED, _DIVIDED, _TAKEN_AWAY = frozenset({"times", *"x×*·"}), frozenset("/"), frozenset("-–−")
_HUNDRED = Decimal(100)
_NEAR = 8
# Figures of a sum are rounded themselves.
_TOLERANCE = Decimal("0.005")
_BY_SITE = re.compile(r"\b(?:each|per|by|every|single|both) (?:of the )?(?:\w+ )?sites?\b|\bseparate", re.IGNORECASE)
_PERCENTAGE = re.compile(rf"({_NUMBER})\s?(?:%|per cent)")
_GENERATES = {"kW", "MW", "GW"}


@rule("CAL-19", source="Information and reporting check FJ2C7L6BZD0EWTX: every figure has its derivation",
      severity=Severity.WARNING, step=Step.QUALITY)  # fmt: skip
def sums_in_the_text_come_out(read: Reader) -> Iterator[Hit]:
    """A sum that is written out in a text comes out at the figure behind it."""
    for document, path, words in told_anywhere(read):
        for written, stated, result in _wrong_sums(words):
            yield Hit(
                path,
                f"“{written}” is {result}, the text says {stated}.",
                "Correct the figure that was mistyped.",
                document,
            )


@lru_cache(maxsize=2048)
def _wrong_sums(words: str) -> tuple[tuple[str, str, str], ...]:
    """The sum, what the text says, and what it comes to."""
    found = []
    for match in _SUM.finditer(words) if "=" in words or "\t" in words else ():
        if _GOES_ON.search(words, max(0, match.start() - _NEAR), match.start()):
            continue
        result = evaluated(match["sum"])
        stated = Decimal(match["value"].replace(",", ""))
        if result is None:
            continue
        result *= _HUNDRED if match["percent"] else 1
        if not _is_right(stated, result):
            found.append((match["sum"].strip(), match["value"] + (match["percent"] or ""), f"{result:,.6g}"))
    return tuple(found)


def _is_right(stated: Decimal, result: Decimal) -> bool:
    """Equal but for rounding, and for a power of ten between units."""
    if not result or not stated:
        return abs(stated - result) < 1
    scaled = result.scaleb(3 * round((stated.adjusted() - result.adjusted()) / 3))
    close = any(abs(stated - each) <= abs(each) * _TOLERANCE for each in (result, scaled))
    return close or matches(stated, result) or abs(stated - result) <= Decimal(1).scaleb(_last_place(stated))


def _last_place(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def evaluated(text: str) -> Decimal | None:
    """The value of a sum of numbers, percentages and the four operations; `None` when it is no whole sum."""
    tokens = [
        Decimal(found["number"].replace(",", "")) / (_HUNDRED if found["percent"] else 1)
        if found["number"]
        else found["sign"]
        for found in _TOKEN.finditer(re.sub(_UNIT, " ", text))
    ]
    try:
        value, rest = _added(tokens)
    except (IndexError, TypeError, DivisionByZero, InvalidOperation):
        return None
    return None if rest else value


Tokens = list[Decimal | str]


def _added(tokens: Tokens) -> tuple[Decimal, Tokens]:
    value, rest = _multiplied(tokens)
    while rest and isinstance(rest[0], str) and rest[0] in {"+", *_TAKEN_AWAY}:
        sign = -1 if rest[0] in _TAKEN_AWAY else 1
        term, rest = _multiplied(rest[1:])
        value += sign * term
    return value, rest


def _multiplied(tokens: Tokens) -> tuple[Decimal, Tokens]:
    value, rest = _factor(tokens)
    while rest and isinstance(rest[0], str) and rest[0] in _MULTIPLIED | _DIVIDED:
        divides = rest[0] in _DIVIDED
        factor, rest = _factor(rest[1:])
        value = value / factor if divides else value * factor
    return value, rest


def _factor(tokens: Tokens) -> tuple[Decimal, Tokens]:
    first = tokens[0]
    if isinstance(first, Decimal):
        return first, tokens[1:]
    if first != "(":
        raise TypeError
    value, rest = _added(tokens[1:])
    if rest[0] != ")":
        raise TypeError
    return value, rest[1:]


@rule("INV-09", source="Information and reporting checks C34OG7FEBSDKVMH and TYQEI4NA76MGRJ9", mechanism="cdm",
      severity=Severity.WARNING)  # fmt: skip
def the_benchmark_is_what_its_derivation_finds(read: Reader) -> Iterator[Hit]:
    """The benchmark is a figure at which its derivation arrives."""
    if read.field(read.main, "B.5.benchmark_derivation") is None:
        return
    benchmark, words = number(read, "B.5.benchmark_value"), read.text("B.5.benchmark_derivation")
    told = [Decimal(found.replace(",", "")) for found in _PERCENTAGE.findall(words)]
    if benchmark is not None and told and not any(matches(each, benchmark) for each in told):
        yield Hit(
            "B.5.benchmark_value",
            f"The benchmark is {format_number(benchmark)} %, a figure that its derivation does not name.",
            "Use the result of the derivation, or complete the derivation.",
        )


@rule("INV-08", source="Information and reporting check 0865ARZLNTUXWP3: one merged return for several sites",
      mechanism="cdm", severity=Severity.WARNING)  # fmt: skip
def sites_that_differ_are_analysed_apart(read: Reader) -> Iterator[Hit]:
    """Sites with different load factors have an analysis each, or a reason for one."""
    if len(read.rows("P.sites")) < 2 or read.value("B.5.uses_investment_analysis") is not True:
        return
    factors = {
        read.cell("P.equipment", key, "load_factor")
        for key in read.rows("P.equipment")
        if read.text(cell_path("P.equipment", key, "capacity_unit")).strip() in _GENERATES
    } - {None}
    told = " ".join(read.text(f"B.5.{name}") for name in ("investment_result", "conclusion", "benchmark_derivation"))
    if len(factors) > 1 and not _BY_SITE.search(told):
        yield Hit(
            "B.5.investment_result",
            f"{len(read.rows('P.sites'))} sites with {len(factors)} load factors have one analysis.",
            "Show the indicator of each site, or say why one for all is right.",
        )
