"""`python3 run.py soak`: what people trust a project file for, tried until time is up.

    python3 run.py soak [NAME ...] [--minutes N] [--rounds N | --short] [--json FILE]

NAME is one of: editing, publishing (both killed at random moments), faults (each system call of a save fails), writers
(two on one path), merging, undoing, flipping (bytes of a file), hostile (files made to do harm). The exit code is 1
when something was lost.
"""

import argparse
import json
import os
import sys
from pathlib import Path

from tests.soak.faults import faults
from tests.soak.flipping import flipping
from tests.soak.hostile import hostile
from tests.soak.killing import editing, publishing
from tests.soak.merging import merging
from tests.soak.outcome import Outcome
from tests.soak.undoing import undoing
from tests.soak.writers import writers

# What is run, how many rounds make a full run, and how many a short one.
SOAKS = {
    "editing": (editing, 200, 3),
    "publishing": (publishing, 200, 3),
    "faults": (faults, 80, 1),
    "writers": (writers, 1_000, 40),
    "merging": (merging, 10_000, 100),
    "undoing": (undoing, 500, 60),
    "flipping": (flipping, 20_000, 60),
    "hostile": (hostile, 1_000, 1),
}


def main() -> int:
    arguments = read_arguments()
    if os.name == "nt":
        sys.exit("The soak forks and kills processes: it needs a POSIX system.")
    names = arguments.names or list(SOAKS)
    outcomes = [soaked(name, arguments, len(names)) for name in names]
    if arguments.json:
        data = [outcome.to_json() for outcome in outcomes]
        arguments.json.write_text(json.dumps(data, indent=1), encoding="utf-8")
    return int(any(outcome.failures for outcome in outcomes))


def soaked(name: str, arguments: argparse.Namespace, share: int) -> Outcome:
    run, full, short = SOAKS[name]
    rounds = arguments.rounds or (short if arguments.short else full)
    outcome: Outcome = run(rounds, arguments.minutes * 60 / share)
    print(outcome.line(), flush=True)
    for failure in outcome.failures[:20]:
        print(f"  {failure}", flush=True)
    return outcome


def read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="run.py soak", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(SOAKS))
    parser.add_argument("--minutes", type=float, default=20, metavar="N", help="stop after this long (default: 20)")
    parser.add_argument("--rounds", type=int, metavar="N", help="rounds of each; default: those of a full run")
    parser.add_argument("--short", action="store_true", help="a few rounds of each, for the ordinary tests")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the outcomes there")
    arguments = parser.parse_args()
    if unknown := sorted(set(arguments.names) - set(SOAKS)):
        parser.error(f"nothing is called {', '.join(unknown)}; choose from {', '.join(SOAKS)}")
    return arguments


if __name__ == "__main__":
    sys.exit(main())
