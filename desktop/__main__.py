"""Where the program begins: `cerulean`, `cerulean-window`, and `python -m desktop`."""

from __future__ import annotations

import sys
from pathlib import Path


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; returns the exit code. Without arguments, or with one project file, the window opens."""
    from desktop import cli

    return cli.run(sys.argv[1:] if arguments is None else arguments, open_window=open_window)


def window() -> int:
    """Open the window, on the project file that was double-clicked when there is one."""
    from desktop import cli

    return cli.guarded(lambda: open_window(next((Path(name) for name in sys.argv[1:]), None)))


def open_window(file: Path | None) -> int:
    """Open the window and stay until it is closed.

    Raises:
        UserError: there is no screen, or what Qt needs is missing.
    """
    # Only here: the command line works without Qt.
    from desktop.application import run

    return run(file)


if __name__ == "__main__":
    sys.exit(main())
