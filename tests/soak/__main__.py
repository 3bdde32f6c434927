"""`python3 run.py soak`: what people trust a project file for, tried until time is up.

    python3 run.py soak [NAME ...] [--minutes N] [--rounds N | --short] [--json FILE]

NAME is one of: editing, publishing (both killed at random moments), faults (each call of Python's in a save fails),
systemcalls (each of the system's), writers (two on one path), merging, undoing, daily, window (open, type, print and
close again and again in one process), hostile (files made to do harm), reviews, dossiers, flipping (bytes of a review
file, of a dossier that carries the project, of a project file). The exit code is 1 when something was lost.
"""

import argparse
import json
import os
import sys
import time
from pathlib import Path

from tests.soak.daily import daily, window
from tests.soak.faults import faults
from tests.soak.flipping import flipping, flipping_dossiers, flipping_reviews
from tests.soak.hostile import hostile
from tests.soak.killing import editing, publishing
from tests.soak.merging import merging
from tests.soak.outcome import Outcome
from tests.soak.systemcalls import systemcalls
from tests.soak.undoing import undoing
from tests.soak.writers import writers

# What is run, how many rounds make a full run, and how many a short one. What takes longest comes last: it gets the
# time that the others leave.
SOAKS = {
    "editing": (editing, 200, 3),
    "publishing": (publishing, 200, 3),
    "faults": (faults, 80, 1),
    "systemcalls": (systemcalls, 2_000, 12),
    "writers": (writers, 1_000, 40),
    "merging": (merging, 10_000, 100),
    "undoing": (undoing, 500, 60),
    "daily": (daily, 200, 3),
    "window": (window, 200, 3),
    "hostile": (hostile, 1_000, 1),
    "reviews": (flipping_reviews, 20_000, 60),
    "dossiers": (flipping_dossiers, 20_000, 40),
    "flipping": (flipping, 20_000, 60),
}


def main() -> int:
    arguments = read_arguments()
    if os.name == "nt":
        sys.exit("The soak forks and kills processes: it needs a POSIX system.")
    names = arguments.names or list(SOAKS)
    end = time.monotonic() + arguments.minutes * 60
    outcomes = [soaked(name, arguments, (end - time.monotonic()) / left) for left, name in _with_left(names)]
    if arguments.json:
        data = [outcome.to_json() for outcome in outcomes]
        arguments.json.write_text(json.dumps(data, indent=1), encoding="utf-8")
    return int(any(outcome.failures for outcome in outcomes))


def _with_left(names: list[str]) -> list[tuple[int, str]]:
    """Each name with how many are still to come, itself included."""
    return [(len(names) - number, name) for number, name in enumerate(names)]


def soaked(name: str, arguments: argparse.Namespace, seconds: float) -> Outcome:
    run, full, short = SOAKS[name]
    rounds = arguments.rounds or (short if arguments.short else full)
    outcome: Outcome = run(rounds, seconds)
    print(outcome.line(), flush=True)
    for failure in outcome.failures[:20]:
        print(f"  {failure}", flush=True)
    return outcome


def read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="run.py soak", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(SOAKS))
    parser.add_argument("--minutes", type=float, default=40, metavar="N", help="stop after this long (default: 40)")
    parser.add_argument("--rounds", type=int, metavar="N", help="rounds of each; default: those of a full run")
    parser.add_argument("--short", action="store_true", help="a few rounds of each, for the ordinary tests")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the outcomes there")
    arguments = parser.parse_args()
    if unknown := sorted(set(arguments.names) - set(SOAKS)):
        parser.error(f"nothing is called {', '.join(unknown)}; choose from {', '.join(SOAKS)}")
    return arguments


if __name__ == "__main__":
    sys.exit(main())
