"""How many single steps an expression takes, so that one that would stall the program is refused beforehand."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from forms.methodologies.equations.decay import Decay, decay_of
from forms.methodologies.equations.nodes import Fold, Node, children, walk

Sets = tuple[str, ...]
# To carry a stock over once: its exponential, a product and a sum.
_STEPS_A_STOCK = 8


@dataclass(frozen=True)
class Costs:
    """Numbers of nodes by the sets they are looped over: for each index, and `once` for all of them together."""

    each: Mapping[Sets, int]
    once: Mapping[Sets, int]

    def steps(self, size_of: Callable[[str], int]) -> int:
        """The steps of one index, for sets of the given sizes."""
        return _total(self.each, size_of)

    def steps_once(self, size_of: Callable[[str], int]) -> int:
        """The steps that all indices share."""
        return _total(self.once, size_of) if self.once else 0


def costs_of(tree: Node) -> Costs:
    """The costs of an expression; a sum of first-order decay goes through its additions only once."""
    each: dict[Sets, int] = {}
    once: dict[Sets, int] = {}
    for is_once, sets in _nodes(tree, ()):
        found = once if is_once else each
        found[sets] = found.get(sets, 0) + 1
    return Costs(each, once)


def _total(costs: Mapping[Sets, int], size_of: Callable[[str], int]) -> int:
    total = 0
    for sets, count in costs.items():
        total += count * math.prod(map(size_of, sets)) if sets else count
    return total


def _nodes(node: Node, around: Sets) -> Iterator[tuple[bool, Sets]]:
    decay = decay_of(node) if isinstance(node, Fold) else None
    if decay is not None:
        yield from _decaying(decay, around)
        return
    inner = (*around, *(loop.set_id for loop in node.loops)) if isinstance(node, Fold) else around
    yield False, inner
    for child in children(node):
        yield from _nodes(child, inner)


def _decaying(decay: Decay, around: Sets) -> Iterator[tuple[bool, Sets]]:
    others = tuple(loop.set_id for loop in decay.others)
    for _ in walk(decay.amount):
        yield True, (decay.time.set_id, *others)
    for _ in range(_STEPS_A_STOCK):
        yield True, (decay.time.set_id, *others)
        yield False, (*around, *others)
    for part in (decay.limit, *(age.until for age in decay.ages)):
        for _ in walk(part):
            yield False, around
