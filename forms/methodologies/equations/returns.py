"""The internal rate of return of a cash flow, in `Decimal`."""

from __future__ import annotations

import decimal
import itertools
from collections.abc import Iterable, Sequence
from decimal import Decimal

from forms.methodologies.equations.failures import NoResult
from forms.quantities import PRECISION

# Discount factors 1/(1 + rate) for rates from 1,000 % down to -99 %.
_LOWEST_FACTOR, _HIGHEST_FACTOR = Decimal(1) / Decimal(11), Decimal(100)
_STEPS = 400
_HALVINGS = 100


def rate_of_return_by_year(years: Sequence[Decimal], amounts: Iterable[Decimal]) -> Decimal:
    """The rate of return of amounts that belong to years.

    Raises:
        NoResult: the years do not follow each other, or as `rate_of_return`.
    """
    for one, other in itertools.pairwise(years):
        if other != one + 1:
            raise NoResult(
                f"The years of the cash flow do not follow each other: {one} comes before {other}.",
                "Give every year once, in order; a year without payments is zero.",
            )
    return rate_of_return(amounts)


def rate_of_return(amounts: Iterable[Decimal]) -> Decimal:
    """The rate a period at which equally spaced amounts, the first of them today, are worth nothing today.

    Where several rates fit, the only one that is not negative.

    Raises:
        NoResult: the amounts do not change their sign, or no rate or more than one fits.
    """
    with decimal.localcontext(PRECISION):
        flow = list(amounts)
        if _changes_of_sign(flow) == 0:
            raise NoResult("A cash flow without a change of sign has no rate of return.", "Give costs and income.")
        rates = [1 / _root(flow, low, high) - 1 for low, high in _brackets(flow)]
        # A flow that ends with costs, as of dismantling, also has a rate far below zero, which says nothing.
        found = rates if len(rates) < 2 else [rate for rate in rates if rate >= 0]
        if not rates:
            raise NoResult("The rate of return lies outside -99 % to 1,000 %.", "Check the amounts and their signs.")
        if len(found) != 1:
            raise NoResult(
                f"The cash flow has {len(rates)} rates of return.",
                "Its sign changes more than once; use the net present value instead.",
            )
        return found[0]


def _changes_of_sign(flow: Sequence[Decimal]) -> int:
    signs = [amount > 0 for amount in flow if amount]
    return sum(one != other for one, other in itertools.pairwise(signs))


def _brackets(flow: Sequence[Decimal]) -> list[tuple[Decimal, Decimal]]:
    """Where the worth changes its sign: the whole span when it can do so only once (rule of signs), else in steps."""
    steps = 1 if _changes_of_sign(flow) == 1 else _STEPS
    ratio = (_HIGHEST_FACTOR / _LOWEST_FACTOR) ** (Decimal(1) / steps)
    grid = [_LOWEST_FACTOR * ratio**step for step in range(steps + 1)]
    is_gain = [_worth(flow, factor) > 0 for factor in grid]
    return [(grid[at], grid[at + 1]) for at in range(steps) if is_gain[at] != is_gain[at + 1]]


def _root(flow: Sequence[Decimal], low: Decimal, high: Decimal) -> Decimal:
    is_gain = _worth(flow, low) > 0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if (_worth(flow, middle) > 0) == is_gain else (low, middle)
    return (low + high) / 2


def _worth(flow: Sequence[Decimal], factor: Decimal) -> Decimal:
    """The worth today at a discount factor a period."""
    worth = Decimal(0)
    for amount in reversed(flow):
        worth = worth * factor + amount
    return worth
