"""A parsed expression, and what it asks for while it is calculated."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from forms.methodologies.equations.compiling import compile_column, compile_tree
from forms.methodologies.equations.costs import Costs, costs_of
from forms.methodologies.equations.nodes import Node, OptionValue, Symbol, walk

Value = Decimal | str | bool


class Surroundings(NamedTuple):
    """What a compiled formula asks for while it runs.

    `column(symbol)` has its values by keys, `option(id)` the code chosen, `numbers(set)` the number of each member of
    a numeric set, `key(set, number)` is the way back, and `members(set)` are the keys.
    """

    column: Callable[[str], Mapping[tuple[str, ...], Decimal | str]]
    option: Callable[[str], str]
    numbers: Callable[[str], Mapping[str, Decimal]]
    key: Callable[[str, Decimal], str]
    members: Callable[[str], Sequence[str]]


def options_only(chosen: Mapping[str, str]) -> Surroundings:
    """Surroundings for expressions over options alone, which read no value, no number and no set."""
    return Surroundings(_no_values, chosen.__getitem__, _no_numbers, _no_key, _no_members)


def _no_values(_: str) -> Mapping[tuple[str, ...], Decimal | str]:
    return {}


def _no_numbers(_: str) -> Mapping[str, Decimal]:
    return {}


def _no_key(_: str, number: Decimal) -> str:
    return str(number)


def _no_members(_: str) -> Sequence[str]:
    return ()


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
    def costs(self) -> Costs:
        """How many single steps it takes, by the sets over which they are looped."""
        return costs_of(self.tree)

    @cached_property
    def bind(self) -> Callable[..., Callable[..., Value]]:
        """The compiled expression: takes the fields of `Surroundings`, gives a function of one key for each index."""
        return compile_tree(self.tree, self.indices)

    @cached_property
    def bind_column(self) -> Callable[..., Callable[..., dict[tuple[str, ...], Value]]]:
        """The same for all indices at once: gives a function of the members of each set of `indices`."""
        return compile_column(self.tree, self.indices)

    def evaluate(self, surroundings: Surroundings, index: tuple[str, ...] = ()) -> Value:
        """The value at one index, in the caller's decimal context.

        Raises:
            NoResult, decimal.DecimalException: there is no number.
        """
        return self.bind(*surroundings)(*index)
