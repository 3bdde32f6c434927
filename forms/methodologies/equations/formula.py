"""A parsed expression, and what it asks for while it is calculated."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from forms.methodologies.equations.compiling import compile_tree
from forms.methodologies.equations.nodes import Node, OptionValue, Symbol, loop_costs, walk

Value = Decimal | str | bool


class Surroundings(NamedTuple):
    """What a compiled formula asks for while it runs.

    `value(symbol, keys)`, `option(id)`, `number(set, key)` of a numeric member, `key(set, number)` back again,
    and `members(set)` as keys.
    """

    value: Callable[[str, tuple[str, ...]], Decimal | str]
    option: Callable[[str], str]
    number: Callable[[str, str], Decimal]
    key: Callable[[str, Decimal], str]
    members: Callable[[str], Sequence[str]]


class Blocked(Exception):
    """The value cannot be had; why is noted where it was found out."""


@dataclass(frozen=True)
class Formula:
    """A parsed expression over the index sets `indices`."""

    source: str
    tree: Node
    indices: tuple[str, ...] = ()

    @cached_property
    def symbols(self) -> frozenset[str]:
        """Every symbol the expression may read, whatever the options and conditions."""
        return frozenset(node.name for node in walk(self.tree) if isinstance(node, Symbol))

    @cached_property
    def options(self) -> frozenset[str]:
        """Every option the expression looks at."""
        return frozenset(node.id for node in walk(self.tree) if isinstance(node, OptionValue))

    @cached_property
    def costs(self) -> Mapping[tuple[str, ...], int]:
        """Number of nodes by the sets over which they are looped."""
        found: dict[tuple[str, ...], int] = {}
        for count, sets in loop_costs(self.tree):
            found[sets] = found.get(sets, 0) + count
        return found

    def steps(self, size_of: Callable[[str], int]) -> int:
        """How many single steps an evaluation takes, for sets of the given sizes."""
        return sum(count * math.prod(map(size_of, sets)) for sets, count in self.costs.items())

    @cached_property
    def function(self) -> Callable[..., Value]:
        """The compiled expression: takes the five functions of `Surroundings` and then one key for each index."""
        return compile_tree(self.tree, self.indices)

    def evaluate(self, surroundings: Surroundings, index: tuple[str, ...] = ()) -> Value:
        """The value at one index, in the caller's decimal context.

        Raises:
            NoResult, decimal.DecimalException: there is no number.
        """
        return self.function(*surroundings, *index)
