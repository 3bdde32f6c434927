"""Values as the working shows them: figures, units, and the part of a year."""

from __future__ import annotations

import decimal
from decimal import Decimal
from typing import TYPE_CHECKING

from forms.quantities import PRECISION, format_amount, unit_in_print

if TYPE_CHECKING:
    from fractions import Fraction

    from forms.methodologies.calculation import Calculation, Key

# Figures shown of calculated values inside the working; results are rounded where they are printed.
_FIGURES = 7


def show_value(value: Decimal | str | None, unit: str = "1", *, exact: bool) -> str:
    """A value as the working shows it: inputs with all digits, calculated ones with seven figures at least.

    The `unit` is not shown; it tells years of the calendar from other numbers.
    """
    if not isinstance(value, Decimal):
        return "?" if value is None else f"“{value}”"
    if exact:
        return format_amount(value, unit)
    if value.is_zero():
        return "0"
    decimals = max(0, _FIGURES - 1 - value.adjusted())
    rounded = value.quantize(Decimal(1).scaleb(-decimals), decimal.ROUND_HALF_UP, PRECISION)
    text = format_amount(rounded, unit)
    return text.rstrip("0").rstrip(".") if "." in text else text


def is_as_given(calculation: Calculation, key: Key) -> bool:
    """Whether a value was given, and stands in the equation as it was given: then all its digits are shown."""
    given = calculation.given.get(key)
    return given is not None and given.fraction == 1


def with_unit(amount: str, unit: str) -> str:
    """An amount and its unit; `199,104 × 1000 Nm3` where the unit itself begins with a number."""
    if unit in ("", "1") or amount == "?":
        return amount
    shown = unit_in_print(unit)
    return f"{amount} × {shown}" if unit[0].isdecimal() else f"{amount} {shown}".rstrip()


def part_text(share: Fraction) -> str:
    """The part of a year as the working writes it: months over 12 where it can, else days."""
    months = share * 12
    return f"{months.numerator}/12" if months.denominator == 1 else f"{share.numerator}/{share.denominator}"
