"""Yearly cash flows printed in a narrative, and the internal rate of return that follows from them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from forms.blocks import TableBlock
from forms.methodologies.equations.failures import NoResult
from forms.methodologies.equations.returns import rate_of_return
from forms.quantities import read_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_COSTS = re.compile(r"cost|tax|expense|interest|repayment", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d|year \d+|\d{1,2}", re.IGNORECASE)
_FEWEST_YEARS = 3


@dataclass(frozen=True)
class CashFlow:
    """Amounts by year in the order printed; `off_rows` are (year, what its items make, what it says)."""

    amounts: tuple[Decimal, ...]
    off_rows: tuple[tuple[str, Decimal, Decimal], ...]


def cash_flow_in(prose: Iterable[object]) -> CashFlow | None:
    """The first table of a narrative whose last column is a cash flow by year; `None` when there is none."""
    for block in prose:
        if isinstance(block, TableBlock) and "cash flow" in block.columns[-1].label.lower():
            flow = _read(block)
            if flow is not None:
                return flow
    return None


def _read(block: TableBlock) -> CashFlow | None:
    signs = [-1 if _COSTS.search(column.label) else 1 for column in block.columns[1:-1]]
    amounts: list[Decimal] = []
    off: list[tuple[str, Decimal, Decimal]] = []
    for year, *cells in ([cell.text.strip() for cell in row] for row in block.rows):
        numbers = [read_number(words, decimal_hint=".").value for words in cells]
        if not _YEAR.fullmatch(year) or any(value is None for value in numbers):
            return None
        *items, printed = (value for value in numbers if value is not None)
        made = sum((sign * item for sign, item in zip(signs, items, strict=True)), Decimal(0))
        # Each item is rounded by itself.
        if items and abs(made - printed) > len(items):
            off.append((year, made, printed))
        amounts.append(printed)
    return CashFlow(tuple(amounts), tuple(off)) if len(amounts) >= _FEWEST_YEARS else None


def internal_rate_of_return(amounts: Sequence[Decimal]) -> Decimal | None:
    """The rate at which yearly amounts are worth nothing today; `None` when there is none, or more than one."""
    try:
        return rate_of_return(amounts)
    except NoResult:
        return None
