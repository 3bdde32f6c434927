"""Every hostile file, also those that take long to write: refused or opened safely, within seconds and memory."""

import tempfile
from pathlib import Path

from tests.hostile.cases import CASES
from tests.hostile.runner import faults, outcome_of, prepare
from tests.soak.outcome import Outcome, Rounds


def hostile(most: int, seconds: float) -> Outcome:
    """`most` cases, in their order."""
    names = list(CASES)
    rounds, slowest, largest = Rounds("hostile", min(most, len(names)), seconds), 0.0, 0.0
    prepare()
    with tempfile.TemporaryDirectory() as folder:
        for number in rounds:
            outcome = outcome_of(names[number], Path(folder))
            rounds.saw(str(outcome["ended"]).partition(":")[0])
            found = faults(outcome)
            rounds.expect(number, not found, f"{names[number]}: {found}")
            slowest = max(slowest, float(outcome.get("seconds", 0)))
            largest = max(largest, float(outcome.get("megabytes", 0)))
    rounds.outcome.seen[f"ms at most, {largest:.0f} MB at most"] = round(slowest * 1000)
    return rounds.outcome
