"""Reads units as they are written: `tCO2/1000 Nm3`, `kg/(head*d)`, `W/m²`."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from forms.errors import UserError
from forms.quantities.known import named_unit
from forms.quantities.units import Unit
from forms.said import said

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST_UNIT = 120
_SUBSCRIPTS = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
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
        raise UserError(said("No unit is given."), said("Write 1 for a pure number."))
    if len(text) > _LONGEST_UNIT:
        raise UserError(said("A unit of {n} characters is too long to be one.", n=len(text)), said("Shorten it."))
    parsed = _UnitParser(text).parse()
    return Unit(text, parsed.dimensions, parsed.factor)


class _UnitParser:
    """Reads one unit, from left to right."""

    def __init__(self, text: str) -> None:
        self._text = text
        plain = text.translate(_SUBSCRIPTS)
        spaced = _SPACED_SUBSTANCE.sub(lambda found: found[1] + found[2].replace(" ", ""), plain)
        self._tokens = list(self._split(spaced))
        self._at = 0

    def _split(self, text: str) -> Iterator[tuple[str, str]]:
        text = text.replace("Nm³", "Nm3")
        text = re.sub(r"([⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+)", lambda found: "^" + found[1].translate(SUPERSCRIPTS), text)
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
        if not Fraction(text.replace(",", "")):
            raise self._broken("nothing is measured in zeros")
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
        return named_unit(text)

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
        return UserError(
            said("The unit “{text}” cannot be read: {why}.", text=self._text, why=why),
            said("Write it like tCO2/MWh or kg/(head*d)."),
        )
