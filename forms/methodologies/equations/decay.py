"""Sums of first-order decay: recognised by their form, so that each year need not go through all the years before it.

    sum(W[j, x] * exp(-k[j] * (y - x)) * (1 - exp(-k[j])) for x in years for j in waste if x <= y)

Written out, such a sum has as many terms as there are pairs of years. The 2006 IPCC Guidelines, volume 5, equations
3.4 and 3.5, carry the stock over instead: what is left of it after a year, and what the year adds. Both are the same
number; only traces behind the thirtieth digit hang on the order in which it is added up.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import reduce
from typing import NamedTuple

from forms.methodologies.equations.nodes import (
    Binary,
    Call,
    Comparison,
    Fold,
    Loop,
    Member,
    Negative,
    Node,
    Number,
    walk,
)


class Age(NamedTuple):
    """One exponential of the body: added or taken off (`sign`), of the time from t until `until`.

    With `is_floored` it is max(until, t) - t: what is added after `until` has not begun to decay.
    """

    sign: str
    until: Node
    is_floored: bool


@dataclass(frozen=True)
class Decay:
    """The sum of `amount` times the exponentials of `rate` times each age, over all t up to `limit`."""

    time: Loop
    others: tuple[Loop, ...]
    limit: Node
    amount: Node
    rate: Node
    ages: tuple[Age, ...]


class _Factor(NamedTuple):
    node: Node
    is_divisor: bool


def decay_of(fold: Fold) -> Decay | None:
    """What a sum says as a decaying stock; None when it is not of that form."""
    time, limit = _time_and_limit(fold)
    if fold.function != "sum" or time is None or limit is None:
        return None
    loops = frozenset(loop.variable for loop in fold.loops)
    factors = list(_factors(fold.body))
    mixed = [factor for factor in factors if _variables(factor.node) - loops]
    if len(mixed) != 1 or mixed[0].is_divisor:
        return None
    exponentials = [_exponential(sign, node, time.variable, loops) for sign, node in _terms(mixed[0].node)]
    known = [found for found in exponentials if found is not None]
    if len(known) < len(exponentials) or len({rate for rate, _ in known}) != 1:
        return None
    amount = _product([factor for factor in factors if factor is not mixed[0]])
    others = tuple(loop for loop in fold.loops if loop is not time)
    return Decay(time, others, limit, amount, known[0][0], tuple(age for _, age in known))


def _time_and_limit(fold: Fold) -> tuple[Loop | None, Node | None]:
    """The loop that the only condition of the sum holds below a limit."""
    test, loops = fold.test, {loop.variable: loop for loop in fold.loops}
    if len(loops) != len(fold.loops) or not isinstance(test, Comparison) or test.operator != "<=":
        return None, None
    if not isinstance(test.left, Member) or not test.left.is_numeric or _variables(test.right) & loops.keys():
        return None, None
    return loops.get(test.left.variable), test.right


def _exponential(sign: str, node: Node, time: str, loops: frozenset[str]) -> tuple[Node, Age] | None:
    """Rate and age of exp(rate * age); None when the age is no time since t."""
    if not isinstance(node, Call) or node.function != "exp":
        return None
    factors = list(_factors(node.arguments[0]))
    ages = [factor for factor in factors if _variables(factor.node) - (loops - {time})]
    if len(ages) != 1 or ages[0].is_divisor:
        return None
    age = _age(sign, ages[0].node, time, loops)
    return None if age is None else (_product([factor for factor in factors if factor is not ages[0]]), age)


def _age(sign: str, node: Node, time: str, loops: frozenset[str]) -> Age | None:
    if not isinstance(node, Binary) or node.operator != "-" or not _is_time(node.right, time):
        return None
    until, is_floored = node.left, False
    if isinstance(until, Call) and until.function == "max" and len(until.arguments) == 2:
        first, second = until.arguments
        until, is_floored = (first, True) if _is_time(second, time) else (second, _is_time(first, time))
        if not is_floored:
            return None
    return None if _variables(until) & loops else Age(sign, until, is_floored)


def _is_time(node: Node, time: str) -> bool:
    return isinstance(node, Member) and node.is_numeric and node.variable == time


def _terms(node: Node, sign: str = "+") -> Iterator[tuple[str, Node]]:
    """What is added up, each with its sign."""
    if isinstance(node, Binary) and node.operator in ("+", "-"):
        yield from _terms(node.left, sign)
        yield from _terms(node.right, sign if node.operator == "+" else "-" if sign == "+" else "+")
    else:
        yield sign, node


def _factors(node: Node, *, is_divisor: bool = False) -> Iterator[_Factor]:
    """What is multiplied, in the order of the source."""
    match node:
        case Binary(operator="*" | "/"):
            yield from _factors(node.left, is_divisor=is_divisor)
            yield from _factors(node.right, is_divisor=is_divisor != (node.operator == "/"))
        case Negative():
            yield _Factor(_MINUS_ONE, is_divisor)
            yield from _factors(node.operand, is_divisor=is_divisor)
        case _:
            yield _Factor(node, is_divisor)


_ONE = Number(Decimal(1), "1")
_MINUS_ONE = Negative(_ONE)


def _product(factors: list[_Factor]) -> Node:
    def joined(product: Node, factor: _Factor) -> Node:
        return Binary("/" if factor.is_divisor else "*", product, factor.node)

    has_first = bool(factors) and not factors[0].is_divisor
    first: Node = factors[0].node if has_first else _ONE
    return reduce(joined, factors[1:] if has_first else factors, first)


def _variables(node: Node) -> frozenset[str]:
    """The running indices that a node reads; those of a loop inside it stand for any, so that nothing fits."""
    parts = list(walk(node))
    if any(isinstance(part, Fold) for part in parts):
        return frozenset({"", *(part.variable for part in parts if isinstance(part, Member))})
    return frozenset(part.variable for part in parts if isinstance(part, Member))
