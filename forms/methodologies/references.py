"""Which values an equation reads at one index: follows its conditions and loops as the evaluation does."""

from __future__ import annotations

import decimal
import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Protocol

from forms.methodologies.equations import Blocked, Formula, NoResult, Surroundings, Value, plain
from forms.methodologies.equations.compiling import compile_tree
from forms.methodologies.equations.nodes import Binary, Either, Fold, Logic, Member, Node, Symbol, Text, children, walk

Keys = Mapping[str, str]


class Reads(Protocol):
    """What the walk needs of a calculation."""

    surroundings: Surroundings

    def known_members(self, set_id: str) -> Sequence[str]:
        """Members of a set, none when they are not given."""


def references(formula: Formula, index: Sequence[str], run: Reads) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Symbol and keys of every value the formula reads at `index`, in reading order, repeats included.

    Where a condition cannot be decided yet, what it reads is named and what it decides is left out.
    """
    yield from _below(formula.tree, dict(zip(formula.indices, index, strict=True)), run)


def _below(node: Node, keys: Keys, run: Reads) -> Iterator[tuple[str, tuple[str, ...]]]:
    match node:
        case Symbol():
            found = symbol_keys(node, keys, run)
            if found is not None:
                yield node.name, found
        case Either():
            yield from _below(node.test, keys, run)
            side = chosen_side(node, keys, run)
            if side is not None:
                yield from _below(side, keys, run)
        case Logic():
            yield from _operands(node, keys, run)
        case Fold():
            yield from _of_rounds(node, keys, run)
            yield from _tests(node, keys, run)
            if node.amount is not None:
                yield from _below(node.amount, keys, run)
        case _:
            for child in children(node):
                yield from _below(child, keys, run)


def _operands(node: Logic, keys: Keys, run: Reads) -> Iterator[tuple[str, tuple[str, ...]]]:
    for operand in node.operands:
        yield from _below(operand, keys, run)
        if evaluate_node(operand, keys, run) in (None, node.operator == "or"):
            return


def _of_rounds(node: Fold, keys: Keys, run: Reads) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What the body reads in each round; where it decides nothing, it reads the same symbols in all of them."""
    parts = list(walk(node.body))
    if any(isinstance(part, Either | Logic | Fold) for part in parts):
        for inner in rounds(node, keys, run):
            yield from _below(node.body, inner, run)
        return
    symbols = [part for part in parts if isinstance(part, Symbol)]
    for inner in rounds(node, keys, run) if symbols else ():
        for symbol in symbols:
            found = symbol_keys(symbol, inner, run)
            if found is not None:
                yield symbol.name, found


def _tests(node: Fold, keys: Keys, run: Reads) -> Iterator[tuple[str, tuple[str, ...]]]:
    if node.test is not None and any(isinstance(part, Symbol) for part in walk(node.test)):
        for inner in _combinations(node, keys, run):
            yield from _below(node.test, inner, run)


def rounds(node: Fold, keys: Keys, run: Reads) -> Iterator[dict[str, str]]:
    """Index variables of every round of a loop that its condition lets through."""
    test = None if node.test is None else _bound(node.test, (*keys, *(loop.variable for loop in node.loops)), run)
    for inner in _combinations(node, keys, run):
        if test is None or test(inner) is True:
            yield inner


def _combinations(node: Fold, keys: Keys, run: Reads) -> Iterator[dict[str, str]]:
    sets = [run.known_members(loop.set_id) for loop in node.loops]
    names = [loop.variable for loop in node.loops]
    for members in itertools.product(*sets):
        yield {**keys, **dict(zip(names, members, strict=True))}


def chosen_side(node: Either, keys: Keys, run: Reads) -> Node | None:
    """The side of a decision that is taken; None when that cannot be said."""
    test = evaluate_node(node.test, keys, run)
    return None if test is None else node.then if test else node.otherwise


def symbol_keys(node: Symbol, keys: Keys, run: Reads) -> tuple[str, ...] | None:
    """The members a reference stands for; None when its index cannot be calculated."""
    found: list[str] = []
    for key, set_id in zip(node.keys, node.sets, strict=True):
        if isinstance(key, Text):
            found.append(key.value)
        elif isinstance(key, Member) and key.set_id == set_id:
            found.append(keys[key.variable])
        else:
            number = evaluate_node(key, keys, run)
            if not isinstance(number, decimal.Decimal):
                return None
            found.append(run.surroundings.key(set_id, number))
    return tuple(found)


def zero_divisor(formula: Formula, index: Sequence[str], run: Reads) -> str:
    """The first divisor that is zero at an index, as it is written there; empty when there is none."""
    divisors = _divisors(formula.tree, dict(zip(formula.indices, index, strict=True)), run)
    return next((plain(node, keys) for node, keys in divisors if evaluate_node(node, keys, run) == 0), "")


def _divisors(node: Node, keys: Keys, run: Reads) -> Iterator[tuple[Node, Keys]]:
    if isinstance(node, Binary) and node.operator == "/":
        yield node.right, keys
    if isinstance(node, Fold):
        for inner in rounds(node, keys, run):
            yield from _divisors(node.body, inner, run)
        return
    side = chosen_side(node, keys, run) if isinstance(node, Either) else None
    for child in children(node) if side is None else (side,):
        yield from _divisors(child, keys, run)


def evaluate_node(node: Node, keys: Keys, run: Reads) -> Value | None:
    """The value of a part of an expression; None when it cannot be had."""
    return _bound(node, tuple(keys), run)(keys)


def _bound(node: Node, names: Sequence[str], run: Reads) -> Callable[[Keys], Value | None]:
    """A part of an expression as a function of the members of its indices; None when its value cannot be had."""
    names = tuple(dict.fromkeys(names))
    function = _compiled(node, names)(*run.surroundings)

    def value(keys: Keys) -> Value | None:
        try:
            found: Value = function(*[keys[name] for name in names])
        except (Blocked, NoResult, decimal.DecimalException):
            return None
        return found

    return value


_compiled = lru_cache(maxsize=2048)(compile_tree)
