"""Every hostile file, also those that take long to write: refused or opened safely, within seconds and memory."""

import tempfile
from pathlib import Path

from tests.hostile.cases import CASES
from tests.hostile.runner import faults, outcome_of, prepare
from tests.soak.outcome import Outcome, Rounds


def hostile(most: int, seconds: float) -> Outcome:
    """`most` cases, in their order."""
    names = list(CASES)
    rounds = Rounds("hostile", min(most, len(names)), seconds)
    prepare()
    with tempfile.TemporaryDirectory() as folder:
        for number in rounds:
            outcome = outcome_of(names[number], Path(folder))
            rounds.saw(str(outcome["ended"]).partition(":")[0])
            found = faults(outcome)
            rounds.expect(number, not found, f"{names[number]}: {found}")
            told = rounds.outcome
            told.slowest = max(told.slowest, float(outcome.get("seconds", 0)))
            told.megabytes = max(told.megabytes, float(outcome.get("megabytes", 0)))
    return rounds.outcome
