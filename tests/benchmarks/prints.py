"""Builds in processes of their own, and what was measured of them."""

import json
from dataclasses import dataclass

from tests.benchmarks.subjects import run_python


@dataclass(frozen=True)
class Prints:
    """Two builds, in seconds. `started` is the memory before the first, `megabytes` the most there ever was."""

    first: float
    again: float
    pages: int
    started: float
    megabytes: float

    @property
    def above_start(self) -> float:
        """Memory that building takes."""
        return self.megabytes - self.started


def printed(kind: str, times: int) -> Prints:
    """The better of two processes: the first meets a cold disk."""
    both = [Prints(**json.loads(run_python("-P", "-m", "tests.benchmarks.one_build", kind, str(times)))) for _ in "12"]
    return min(both, key=lambda made: made.first)
