"""How units and formulas of gases are written: one way for print, window and workbook."""

from __future__ import annotations

import re
from functools import lru_cache

from forms.quantities.rounding import CALENDAR_YEAR

_LOWERED, _RAISED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉"), str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
# Gases that the forms name; what stands before may be a mass, as in tCO2, what stands behind is “e” or nothing.
_GAS = re.compile(r"(?<![A-Z])(CO|CH|N|SF|NF|SO|NO|CF|H)([2346])(O?)(?=e\b|eq\b|-e\b|[^A-Za-z0-9]|$)")
_AREA = re.compile(r"((?<=/)N?m|\bNm|\bm)([23])(?![0-9A-Za-z_])")
_MASS = re.compile(r"\b(mg|g|kg|t|Mg|kt|Gg|Mt)(?=(?:CO2|CH4|N2O|SF6|COD|BOD|VS|DM)(?:e|eq|-e)?\b)")
_POWER = re.compile(r"(?<=[A-Za-z)])\^?(-?[0-9])(?![0-9A-Za-z])")


@lru_cache(maxsize=1024)
def unit_in_print(unit: str) -> str:
    """A unit as it is printed: `tCO2e/MWh` is “t CO₂e/MWh”, `1000 Nm3` “1000 Nm³”, `kg/(head*d)` “kg/(head·d)”.

    Years of the calendar are printed without one.
    """
    if unit == CALENDAR_YEAR:
        return ""
    if unit == "deg":
        return "°"
    apart = _MASS.sub(r"\1 ", unit)
    return _POWER.sub(lambda found: found[1].translate(_RAISED), gases_in_print(apart)).replace("*", "·")


def gases_in_print(words: str) -> str:
    """Words with the figures of chemical formulas lowered: “CO2” is “CO₂”, “N2O” is “N₂O”; W/m2 and m3 raised."""
    words = _AREA.sub(lambda found: f"{found[1]}{found[2].translate(_RAISED)}", words)
    return _GAS.sub(lambda found: f"{found[1]}{found[2].translate(_LOWERED)}{found[3]}", words)
