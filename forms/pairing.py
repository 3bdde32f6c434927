"""Two sequences side by side: each entry with its like on the other side, or alone."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

T = TypeVar("T", bound=Hashable)
Pair = tuple[T | None, T | None]

# Beyond this a stretch counts as deleted and written anew: matching takes more than linear time.
_MOST_PAIRS = 10_000


def paired(old: Sequence[T], new: Sequence[T], alikeness: Callable[[T, T], float]) -> Iterator[Pair[T]]:
    """Both sequences in order, each entry with its like on the other side or alone.

    The same is paired first; between, those are paired that are most alike in all.
    """
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from zip(old[a:b], new[c:d], strict=True)
        else:
            yield from _most_alike(old[a:b], new[c:d], alikeness)


def _most_alike(old: Sequence[T], new: Sequence[T], alikeness: Callable[[T, T], float]) -> list[Pair[T]]:
    """The pairing in order whose sum of alikeness is greatest (Needleman and Wunsch, 1970); what is deleted first."""
    if len(old) * len(new) > _MOST_PAIRS or not (old and new):
        return [*((one, None) for one in old), *((None, other) for other in new)]
    scores = [[alikeness(one, other) for other in new] for one in old]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for a in reversed(range(len(old))):
        for b in reversed(range(len(new))):
            best[a][b] = max(best[a + 1][b], best[a][b + 1], best[a + 1][b + 1] + scores[a][b])
    return _traced(old, new, scores, best)


def _traced(
    old: Sequence[T], new: Sequence[T], scores: Sequence[Sequence[float]], best: Sequence[Sequence[float]]
) -> list[Pair[T]]:
    made: list[Pair[T]] = []
    a = b = 0
    while a < len(old) and b < len(new):
        if scores[a][b] and best[a][b] == best[a + 1][b + 1] + scores[a][b]:
            made.append((old[a], new[b]))
            a, b = a + 1, b + 1
        elif best[a][b] == best[a + 1][b]:
            made.append((old[a], None))
            a += 1
        else:
            made.append((None, new[b]))
            b += 1
    return [*made, *((one, None) for one in old[a:]), *((None, other) for other in new[b:])]
