"""The command line: every command in a few lines, JSON to standard output alone, all else to standard error.

Nothing here loads Qt, and each command imports what it needs when it runs: `cerulean --version` is quick.
"""

from __future__ import annotations

import argparse
import errno
import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import PROGRAM
from desktop.cli import (
    calculation,
    checking,
    comparison,
    crosschecking,
    documents,
    library,
    listing,
    packaging,
    projects,
    review,
    revision,
    series,
    signing,
    upgrading,
    verification,
    word,
)
from desktop.cli.terminal import BUG, DONE, REFUSED, STOPPED, WRONG_USE, tell

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_EXIT_CODES = """exit codes:
  0 done    1 the project has errors    2 wrong use    3 the input is damaged or not ours
  4 refused (in use, newer version, would overwrite)    70 our bug"""


# What a system says of places that it does not let us into, or that its drives do not answer for.
_DENIED = {errno.EACCES, errno.EPERM, errno.EROFS, errno.EIO, errno.EBUSY, errno.ETIMEDOUT}


def run(arguments: Sequence[str], *, open_window: Callable[[Path | None], int]) -> int:
    """Do what the arguments say; returns the exit code. `open_window` is called for the window."""
    _write_utf8()
    alone = Path(arguments[0]) if len(arguments) == 1 else None
    if not arguments:
        return guarded(lambda: open_window(None))
    if alone and alone.suffix == ".cerulean":
        return guarded(lambda: open_window(alone))
    try:
        chosen = _parser().parse_args(arguments, argparse.Namespace(open_window=open_window))
    except SystemExit as end:  # argparse has said what is wrong, or printed the help.
        return end.code if isinstance(end.code, int) else WRONG_USE
    return guarded(lambda: int(chosen.do(chosen)))


def guarded(work: Callable[[], int]) -> int:
    """Run the work; whatever happens, a person gets a plain message and a script gets an exit code."""
    from desktop.folders import folders
    from desktop.logs import report_bug, start_log
    from forms.errors import UserError

    logs = folders().logs
    stop_log = start_log(logs)
    try:
        code = work()
        if sys.stdout is not None:  # It was closed before we began, or there is no terminal.
            sys.stdout.flush()
    except UserError as error:
        tell(f"cerulean: {error.message}")
        if error.remedy:
            tell(error.remedy)
        return error.exit_code
    except BrokenPipeError:
        # Whoever read our output, `head` for example, has seen enough.
        _say_no_more()
        return DONE
    except KeyboardInterrupt:
        tell("Stopped.")
        return STOPPED
    except Exception as error:
        refused = _refused_by_the_system(error)
        if refused is None:
            tell(report_bug(error, logs))
        return BUG if refused is None else refused
    else:
        return code
    finally:
        stop_log()


def _refused_by_the_system(error: Exception) -> int | None:
    """What the system refuses whatever the command: told, with its exit code; `None` for anything else."""
    reason = error.errno if isinstance(error, OSError) else None
    if reason == errno.ENAMETOOLONG and isinstance(error, OSError):
        tell(f"cerulean: {os.fsdecode(error.filename)[:60]}… is too long for the name of a file.")
        return WRONG_USE
    if reason == errno.ENOSPC:
        # Files that are written say so themselves: this is our answer, into a file that the shell opened.
        _say_no_more()
        tell("cerulean: The output cannot be written: there is no room left.")
        return REFUSED
    if reason in _DENIED and isinstance(error, OSError) and isinstance(error.filename, str | bytes | os.PathLike):
        tell(f"cerulean: {os.fsdecode(error.filename)}: {error.strerror}.")
        tell("Check that you may read and write there, and that its drive is connected and works.")
        return REFUSED
    return None


def _say_no_more() -> None:
    """What is still to be written would fail again when the program ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _write_utf8() -> None:
    """Titles hold every script; a pipe on Windows would take only one."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="cerulean",
        description=(
            "Prepares, checks and prints CDM and JI project dossiers, offline. Without arguments the window opens."
        ),
        epilog=_EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=PROGRAM)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for part in (
        projects,
        upgrading,
        series,
        checking,
        calculation,
        documents,
        word,
        packaging,
        verification,
        signing,
        comparison,
        crosschecking,
        revision,
        review,
        library,
        listing,
    ):
        part.add(commands)
    return parser
