"""Decimal to 34 digits, rounding that errs on the safe side, and numbers as the forms print them."""

from __future__ import annotations

import decimal
from decimal import Decimal

# 34 digits and the exponents of IEEE decimal128: far beyond any dossier, and small enough that
# no power tower can run for long before it overflows.
PRECISION = decimal.Context(
    prec=34,
    Emax=6144,
    Emin=-6143,
    rounding=decimal.ROUND_HALF_EVEN,
    traps=[decimal.InvalidOperation, decimal.DivisionByZero, decimal.Overflow],
)

CALENDAR_YEAR = "AD"
"""The unit of years of the calendar, which are numbers that nobody writes with a comma."""


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


def format_amount(value: Decimal, unit: str, decimals: int | None = None) -> str:
    """A number of a unit, without the unit: as `format_number`, but a year of the calendar as years are: `2013`."""
    text = format_number(value, decimals)
    return text.replace(",", "") if unit == CALENDAR_YEAR else text


def decimal_text(value: Decimal | None) -> str | None:
    """Every digit and a decimal point alone, as JSON carries a quantity; `None` when missing."""
    return None if value is None else format(value, "f")


def without_trailing_zeros(value: Decimal) -> Decimal:
    """The same number without zeros behind the point that a conversion added: 5.221 GWh are 5221 MWh, not 5221.000."""
    settled = value.normalize(PRECISION)
    exponent = settled.as_tuple().exponent
    return settled.quantize(Decimal(1)) if isinstance(exponent, int) and exponent > 0 else settled
