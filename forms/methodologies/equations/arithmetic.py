"""The operators and functions of the equation language, in `Decimal`, each refusing what has no result."""

from __future__ import annotations

import decimal
import math
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import lru_cache

from forms.methodologies.equations.curves import hours_below
from forms.methodologies.equations.failures import DividedByZero, NoResult
from forms.methodologies.equations.nodes import Binary, Negative, Node, Number
from forms.methodologies.equations.returns import rate_of_return_by_year
from forms.quantities import PRECISION

LARGEST_EXPONENT = 999


@lru_cache(maxsize=8192)
def exponential(exponent: Decimal) -> Decimal:
    """The exponential function; kept, since sums of first-order decay ask for the same few powers again and again."""
    return exponent.exp(PRECISION)


def _power(base: Decimal, exponent: Decimal) -> Decimal:
    if abs(exponent) > LARGEST_EXPONENT:
        raise NoResult(f"The exponent {exponent:.6g} is too large.", f"Keep it within ±{LARGEST_EXPONENT}.")
    if base.is_zero() and exponent < 0:
        raise NoResult("Zero is raised to a negative power.", "Check the value that is zero.")
    if base < 0 and exponent != exponent.to_integral_value():
        raise NoResult("A negative number is raised to a fraction.", "Check the sign of the values.")
    return Decimal(1) if base.is_zero() and exponent.is_zero() else base**exponent


def _divide(numerator: Decimal, denominator: Decimal) -> Decimal:
    if not denominator:
        raise DividedByZero("It would divide by zero.", "Check the value that is zero, or leave out the row.")
    return numerator / denominator


def _logarithm(value: Decimal) -> Decimal:
    if value <= 0:
        raise NoResult(f"The logarithm of {value:.6g} does not exist.", "The value must be above zero.")
    return value.ln()


def _root(value: Decimal) -> Decimal:
    if value < 0:
        raise NoResult(f"The square root of {value:.6g} does not exist.", "The value must not be negative.")
    return value.sqrt()


def _floor(value: Decimal) -> Decimal:
    return value.to_integral_value(decimal.ROUND_FLOOR)


def _round(value: Decimal, decimals: Decimal) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-int(decimals)), decimal.ROUND_HALF_UP)


def _total(values: Iterable[Decimal]) -> Decimal:
    return sum(values, Decimal(0))


def _product(values: Iterable[Decimal]) -> Decimal:
    """One where there are no factors."""
    return math.prod(values, start=Decimal(1))


def _extreme(choose: Callable[[list[Decimal]], Decimal], word: str) -> Callable[[Iterable[Decimal]], Decimal]:
    def extreme(values: Iterable[Decimal]) -> Decimal:
        found = list(values)
        if not found:
            raise NoResult(f"There is nothing to take the {word} of.", "Give at least one row.")
        return choose(found)

    return extreme


def _mean(values: Iterable[Decimal]) -> Decimal:
    """Arithmetic mean; NoResult when there are none."""
    found = list(values)
    if not found:
        raise NoResult("There is nothing to take the mean of.", "Give at least one row.")
    return _total(found) / len(found)


def _standard_deviation(values: Iterable[Decimal]) -> Decimal:
    """Standard deviation of a sample (n - 1); NoResult with fewer than two values."""
    found = list(values)
    if len(found) < 2:
        raise NoResult("A standard deviation needs at least two values.", "Give at least two rows.")
    middle = _mean(found)
    return (_total((value - middle) ** 2 for value in found) / (len(found) - 1)).sqrt()


CALLABLES: Mapping[str, object] = {
    "power": _power, "divide": _divide, "exp": exponential, "ln": _logarithm, "sqrt": _root, "abs": abs,
    "floor": _floor, "round": _round, "sum": _total, "prod": _product, "mean": _mean, "stdev": _standard_deviation,
    "min": _extreme(min, "smallest"), "max": _extreme(max, "largest"),
    "irr": rate_of_return_by_year, "hours_below": hours_below,
}  # fmt: skip


def constant_of(node: Node) -> Decimal | None:
    """The value of an expression made of literals alone, None if it is not."""
    try:
        with decimal.localcontext(PRECISION):
            return _constant_of(node)
    except (NoResult, decimal.DecimalException):
        return None


def _constant_of(node: Node) -> Decimal | None:
    match node:
        case Number():
            return node.value
        case Negative():
            value = _constant_of(node.operand)
            return None if value is None else -value
        case Binary():
            left, right = _constant_of(node.left), _constant_of(node.right)
            return None if left is None or right is None else _ARITHMETIC[node.operator](left, right)
    return None


_ARITHMETIC: Mapping[str, Callable[[Decimal, Decimal], Decimal]] = {
    "+": lambda left, right: left + right,
    "-": lambda left, right: left - right,
    "*": lambda left, right: left * right,
    "/": _divide,
    "**": _power,
}
