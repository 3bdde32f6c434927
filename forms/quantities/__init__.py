"""Quantities: units that multiply out, numbers as people type them, and rounding that errs on the safe side.

Everything is `Decimal`; factors between units are exact fractions.
"""

from __future__ import annotations

from forms.quantities.converting import convert, describe_unit
from forms.quantities.known import unit_names
from forms.quantities.numbers import ReadNumber, read_number
from forms.quantities.parsing import parse_unit
from forms.quantities.printing import gases_in_print, unit_in_print
from forms.quantities.rounding import (
    CALENDAR_YEAR,
    PRECISION,
    decimal_text,
    format_amount,
    format_number,
    round_down,
    round_nearest,
    round_up,
    without_trailing_zeros,
)
from forms.quantities.units import DIMENSIONLESS, Dimensions, Unit, multiply_dimensions, raise_dimensions

__all__ = [
    "CALENDAR_YEAR",
    "DIMENSIONLESS",
    "PRECISION",
    "Dimensions",
    "ReadNumber",
    "Unit",
    "convert",
    "decimal_text",
    "describe_unit",
    "format_amount",
    "format_number",
    "gases_in_print",
    "multiply_dimensions",
    "parse_unit",
    "raise_dimensions",
    "read_number",
    "round_down",
    "round_nearest",
    "round_up",
    "unit_in_print",
    "unit_names",
    "without_trailing_zeros",
]
