"""The order of table rows when two people changed the same table: three orders become one, whoever merges."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

# Orders that both sides changed are settled pair by pair, which takes quadratic time.
_MOST_ROWS = 1_000
_START = ""


def merged_order(base: Sequence[str], mine: Sequence[str], theirs: Sequence[str]) -> tuple[tuple[str, ...], bool]:
    """The rows that stay and those that either side added, and whether both orders could be kept.

    A row that one side removed is gone. Added rows stay behind the row they were put behind; where both sides put
    rows at one place, the run whose keys come first in the alphabet comes first, so that either side gets the same
    order. Where two moves contradict each other the order is `mine`.
    """
    known = set(base)
    shared = set(mine) & set(theirs)
    settled = settled_order(*([key for key in side if key in shared] for side in (base, mine, theirs)))
    is_settled = settled is not None
    skeleton = settled if settled is not None else [key for key in mine if key in shared]
    own = [_runs(side, shared, known) for side in (mine, theirs)]
    made: list[str] = []
    for anchor in (_START, *skeleton):
        made.extend([anchor] if anchor != _START else [])
        for run in sorted(side[anchor] for side in own if anchor in side):
            made.extend(run)
    return tuple(made), is_settled


def settled_order(base: Sequence[str], mine: Sequence[str], theirs: Sequence[str]) -> list[str] | None:
    """One order of rows that both sides have; `None` when the moves contradict each other.

    For each two rows, whoever changed which of them comes first is followed. With two rows there are but two orders,
    so both sides can only have made the same change; but three such decisions may go round in a circle.
    """
    if list(mine) in (list(base), list(theirs)):
        return list(theirs)
    if list(theirs) == list(base):
        return list(mine)
    if len(mine) > _MOST_ROWS:
        return None
    places = [{key: position for position, key in enumerate(side)} for side in (base, mine, theirs)]
    wins = dict.fromkeys(mine, 0)
    for at, one in enumerate(mine):
        for other in mine[at + 1 :]:
            first = _comes_first(one, other, places)
            if first is None:
                return None
            wins[one if first else other] += 1
    # Decisions without a circle give every row another number of rows that it comes before.
    order = sorted(mine, key=lambda key: -wins[key])
    return order if len(set(wins.values())) == len(order) else None


def _comes_first(one: str, other: str, places: Sequence[Mapping[str, int]]) -> bool | None:
    """Whether `one` comes before `other`; `None` when both sides added them and do not agree."""
    base, mine, theirs = (side[one] < side[other] if one in side and other in side else None for side in places)
    if mine == theirs:
        return mine
    return None if base is None else not base


def _runs(side: Sequence[str], shared: set[str], known: set[str]) -> dict[str, list[str]]:
    """Rows that only this side added, in runs by the shared row that they follow."""
    runs: dict[str, list[str]] = {}
    for anchor, key in _behind(side, shared):
        if key not in known:
            runs.setdefault(anchor, []).append(key)
    return runs


def _behind(side: Sequence[str], shared: set[str]) -> Iterator[tuple[str, str]]:
    anchor = _START
    for key in side:
        if key in shared:
            anchor = key
        else:
            yield anchor, key
