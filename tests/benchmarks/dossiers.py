"""Printing the sample dossier and one of 150 pages, beside a plain build of the same text by ReportLab.

A dossier also draws formulas, maps and charts, which the plain one lacks; the long text has none of them, so that it
shows what structure and archive alone cost.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from tests.benchmarks.figures import Figure
from tests.benchmarks.subjects import run_python

WANTED_PAGES = 150
# With structure and archive a text may take this many times as long as a plain PDF of it.
AIM_OF_RATIO = 1.6


@dataclass(frozen=True)
class Prints:
    """Two builds in a process of their own, in seconds. `megabytes` is the most memory the process ever had."""

    first: float
    again: float
    pages: int
    megabytes: float


def run() -> list[Figure]:
    return [
        *_figures("Sample dossier", "dossier", 1),
        *_figures("Long dossier", "dossier", _times("dossier"), aim=4),
        *_figures("Long text", "text", _times("text"), aim_of_ratio=AIM_OF_RATIO),
    ]


def _times(kind: str) -> int:
    """How many times over the narratives are told in about 150 pages."""
    short, twice = printed(kind, 1), printed(kind, 2)
    missing = max(0, WANTED_PAGES - short.pages)
    return 1 + -(-missing // max(1, twice.pages - short.pages))


def _figures(
    name: str, kind: str, times: int, *, aim: float | None = None, aim_of_ratio: float | None = None
) -> Iterator[Figure]:
    ours, plain = printed(kind, times), printed(f"plain {kind}", times)
    bare = f"plain ReportLab, {plain.pages} pages"
    again = aim_of_ratio * plain.again if aim_of_ratio else None
    yield Figure(f"{name}, {ours.pages} pages, first build", ours.first, "s", plain.first, bare, aim)
    yield Figure(f"{name}, built again", ours.again, "s", plain.again, bare, again)
    yield Figure(f"{name}, speed when built again", ours.pages / ours.again, "pages/s", plain.pages / plain.again, bare)
    yield Figure(f"{name}, peak memory", ours.megabytes, "MB", plain.megabytes, bare)


def printed(kind: str, times: int) -> Prints:
    """The better of two processes: the first meets a cold disk."""
    both = [Prints(**json.loads(run_python("-P", "-m", "tests.benchmarks.one_build", kind, str(times)))) for _ in "12"]
    return min(both, key=lambda made: made.first)
