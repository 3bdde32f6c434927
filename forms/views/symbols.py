"""Symbols and units in plain text, as the forms print them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forms.methodologies.typesetting import without_indices
from forms.quantities import unit_in_print

if TYPE_CHECKING:
    from collections.abc import Sequence


def printed_symbol(symbol: str, indices: Sequence[str]) -> str:
    """A symbol in plain text as the forms print it: `EG_PJ,y`."""
    head, _, tail = without_indices(symbol, indices).partition("_")
    below = [part for part in (tail.replace("_", ","), *indices) if part]
    return f"{head}_{','.join(below)}" if below else head


def printed_unit(unit: str) -> str:
    """A unit as printed; “–” for plain numbers and for years of the calendar."""
    return "–" if unit in {"1", ""} else unit_in_print(unit) or "–"
