"""Load duration curves: how long the load lies below a line."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from forms.methodologies.equations.failures import NoResult


def hours_below(loads: Iterable[Decimal], energy: Decimal) -> Decimal:
    """How many of the hourly loads lie below the level line that encloses the energy together with the curve.

    The loads are filled from below, level by level, as TOOL07 v07.0, appendix 3, steps (i) to (iv) says: with the
    lowest load in all hours, then with each next load in the hours that reach it, until the energy is used up. The
    hours right of where the line meets the curve are counted; none when the energy does not reach the lowest load.

    Raises:
        NoResult: there is no load.
    """
    rising = sorted(loads)
    if not rising:
        raise NoResult("There is no load to lay a line across.", "Give the load of every hour.")
    below = Decimal(0)
    for passed, load in enumerate(rising):
        if below + load * (len(rising) - passed) >= energy:
            return Decimal(passed)
        below += load
    return Decimal(len(rising))
