"""What a soak found out: how often it was tried, and what went wrong, which should be nothing."""

import contextlib
import multiprocessing
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

PROCESSES = 2


@dataclass
class Outcome:
    """Rounds of one soak; `failures` are sentences with the seed of the round, `seen` counts how rounds ended.

    `slowest` and `megabytes` are of the worst round, in seconds of work and in MB; 0 where nobody measured.
    """

    name: str
    rounds: int = 0
    failures: list[str] = field(default_factory=list)
    seen: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0
    slowest: float = 0.0
    megabytes: float = 0.0

    def to_json(self) -> dict[str, object]:
        return {
            "name": self.name, "rounds": self.rounds, "seconds": round(self.seconds, 1),
            "slowest": round(self.slowest, 3), "megabytes": round(self.megabytes),
            "failures": self.failures, "seen": dict(self.seen),
        }  # fmt: skip

    def line(self) -> str:
        seen = ", ".join(f"{count:,} {what}" for what, count in sorted(self.seen.items()))
        told = f"{len(self.failures)} FAILURES" if self.failures else "no failure"
        worst = f"; at most {self.slowest:.3f} s and {self.megabytes:.0f} MB" if self.slowest else ""
        return f"{self.name:<12} {self.rounds:>7,} rounds {self.seconds:>7.1f} s  {told}  ({seen}{worst})"

    def joined(self, other: "Outcome") -> "Outcome":
        """Both, which ran at the same time."""
        return Outcome(
            self.name, self.rounds + other.rounds, self.failures + other.failures, self.seen + other.seen,
            max(self.seconds, other.seconds), max(self.slowest, other.slowest), max(self.megabytes, other.megabytes),
        )  # fmt: skip


class Rounds:
    """Counts rounds up to a number or until time is up, and gathers what went wrong in each.

    With a `share` (number, of how many) only every so-manieth round is counted.
    """

    def __init__(self, name: str, most: int, seconds: float, share: tuple[int, int] = (0, 1)) -> None:
        self.outcome = Outcome(name)
        self._numbers = range(share[0], most, share[1])
        self._started = time.monotonic()
        self._end = self._started + seconds

    def __iter__(self) -> Iterator[int]:
        """Numbers of rounds; the number is the seed of a round."""
        for number in self._numbers:
            if time.monotonic() > self._end:
                self.outcome.seen["left out, time was up"] += len(self._numbers) - self.outcome.rounds
                break
            yield number
            self.outcome.rounds += 1
        self.outcome.seconds = time.monotonic() - self._started

    def expect(self, number: int, holds: object, words: str) -> None:
        """Notes a failure of a round unless what should hold does."""
        if not holds:
            self.outcome.failures.append(f"round {number}: {words}")

    def saw(self, what: str) -> None:
        self.outcome.seen[what] += 1

    @contextlib.contextmanager
    def measured(self) -> Iterator[None]:
        """Keeps what the work inside took, if nothing so far took more."""
        started = time.process_time()
        yield
        self.outcome.slowest = max(self.outcome.slowest, time.process_time() - started)
        self.outcome.megabytes = peak()


def in_parallel(work: Callable[[int, float, tuple[int, int]], Outcome], most: int, seconds: float) -> Outcome:
    """The same rounds on several processes. `work` takes its share of them."""
    forking = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(PROCESSES, forking) as pool:
        shares = [(number, PROCESSES) for number in range(PROCESSES)]
        first, *others = pool.map(partial(work, most, seconds), shares)
    for other in others:
        first = first.joined(other)
    return first


def peak() -> float:
    """The most memory that this process ever had, in MB; 0 where the system does not tell it as Linux does."""
    status = Path("/proc/self/status")
    lines = status.read_text(encoding="utf-8").splitlines() if status.exists() else []
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)
