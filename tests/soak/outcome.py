"""What a soak found out: how often it was tried, and what went wrong, which should be nothing."""

import time
from collections import Counter
from dataclasses import dataclass, field


@dataclass
class Outcome:
    """Rounds of one soak; `failures` are sentences with the seed of the round, `seen` counts how rounds ended."""

    name: str
    rounds: int = 0
    failures: list[str] = field(default_factory=list)
    seen: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0

    def to_json(self) -> dict[str, object]:
        return {
            "name": self.name, "rounds": self.rounds, "seconds": round(self.seconds, 1),
            "failures": self.failures, "seen": dict(self.seen),
        }  # fmt: skip

    def line(self) -> str:
        seen = ", ".join(f"{count:,} {what}" for what, count in sorted(self.seen.items()))
        told = f"{len(self.failures)} FAILURES" if self.failures else "no failure"
        return f"{self.name:<12} {self.rounds:>7,} rounds {self.seconds:>7.1f} s  {told}  ({seen})"


class Rounds:
    """Counts rounds up to a number or until time is up, and gathers what went wrong in each."""

    def __init__(self, name: str, most: int, seconds: float) -> None:
        self.outcome = Outcome(name)
        self._most = most
        self._started = time.monotonic()
        self._end = self._started + seconds

    def __iter__(self):
        """Numbers of rounds; the number is the seed of a round."""
        for number in range(self._most):
            if time.monotonic() > self._end:
                self.outcome.seen["left out, time was up"] += self._most - number
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
