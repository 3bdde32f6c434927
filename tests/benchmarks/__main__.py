"""`python3 run.py bench`: how long the program takes, beside a reference in the same run.

    python3 run.py bench [NAME ...] [--json FILE]

NAME is a module of this folder that measures: start, files, checks, portfolio, calculations, large_calculations,
series, window, dossiers, packages, printing. Other engines stand beside ours where they are installed: see `references`
and `decay_references`. These figures decide no test: they hang on the machine and on what else it does. The ratios hang
on it less.
"""

import argparse
import json
import platform
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from tests.benchmarks.figures import Figure, table

# In this order, since what comes first is not slowed down by what the others leave in memory.
NAMES = (
    "start", "files", "checks", "portfolio", "calculations", "large_calculations", "series", "window", "dossiers",
    "packages", "printing",
)  # fmt: skip


def main() -> None:
    arguments = read_arguments()
    figures = [figure for name in arguments.names or NAMES for figure in measured(name)]
    print(f"\n{platform.platform()}, Python {platform.python_version()}\n")
    print(table(figures))
    if arguments.json:
        arguments.json.write_text(json.dumps([figure.to_json() for figure in figures], indent=1), encoding="utf-8")


def read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="run.py bench", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(NAMES))
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the figures there")
    arguments = parser.parse_args()
    if unknown := sorted(set(arguments.names) - set(NAMES)):
        parser.error(f"nothing is called {', '.join(unknown)}; choose from {', '.join(NAMES)}")
    return arguments


def measured(name: str) -> list[Figure]:
    print(f"Measuring {name} …", flush=True)
    run: Callable[[], list[Figure]] = import_module(f"tests.benchmarks.{name}").run
    return run()


if __name__ == "__main__":
    main()
