"""A save in which one system call fails, each in turn: the disk is full, access is denied, or the power goes.

The calls that Python makes are made to fail one by one; those that SQLite makes fail by a limit on the size of files,
which the system keeps as it keeps the size of a disk.
"""

import builtins
import errno
import io
import os
import resource
import signal
import tempfile
from pathlib import Path

from forms.document import FACTS_DOCUMENT
from forms.errors import UserError
from forms.store import WorkingCopy, leftovers
from tests.soak.outcome import Outcome, Rounds
from tests.soak.subjects import AUTHOR, FILE, TITLE, ended, followed, forked, kill, new_file, number_in, number_of

CALLS = ("open", "close", "fsync", "replace", "rename", "chmod", "mkdir", "unlink", "stat", "lstat", "scandir", "write")
FAULTS = {"disk full": errno.ENOSPC, "denied": errno.EACCES, "broken disk": errno.EIO, "killed": 0}
SIZES = (0, 512, 4096, 20_000, 40_000, 60_000, 80_000, 100_000)
SAVED, REFUSED, NO_SUCH_CALL = 0, 10, 20


def faults(most: int, seconds: float) -> Outcome:
    """`most` system calls of a save at most, with each fault."""
    rounds = Rounds("faults", len(FAULTS) * most + len(SIZES), seconds)
    wanted = [(fault, call) for call in range(most) for fault in FAULTS] + [("limit", size) for size in SIZES]
    ends: set[str] = set()
    for number in rounds:
        fault, place = wanted[number]
        if fault not in ends and _round(rounds, number, fault, place) == NO_SUCH_CALL:
            ends.add(fault)
    return rounds.outcome


def _round(rounds: Rounds, number: int, fault: str, place: int) -> int:
    with tempfile.TemporaryDirectory() as folder:
        file, state = new_file(Path(folder), number=1), Path(folder) / "state"
        code = ended(forked(lambda: _save_with(fault, place, file, state)))
        if code == NO_SUCH_CALL:
            return code
        words = {SAVED: "saved", REFUSED: "refused in words", -signal.SIGKILL: "killed"}.get(code, "crashed")
        rounds.saw(f"{fault}: {words}")
        judged(rounds, number, f"{fault} at {place}", words, Path(folder))
    return code


def judged(rounds: Rounds, number: int, where: str, words: str, folder: Path) -> None:
    """Expect the old file or the new one, whole, and the edit in it or in what is left to recover."""
    rounds.expect(number, words != "crashed", f"{where}: crashed")
    try:
        found = number_in(folder / FILE)
    except (UserError, ValueError) as error:
        rounds.expect(number, False, f"{where}: {error}")
        return
    rounds.expect(number, found == 2 or (found == 1 and words != "saved"), f"{where}: the file has {found}")
    rounds.expect(number, 2 in {found, *_recoverable(folder / "state")}, f"{where}: the edit is lost")


def _recoverable(state: Path) -> list[int]:
    numbers = []
    for leftover in leftovers(state):
        copy = WorkingCopy.recover(leftover, AUTHOR)
        numbers.append(number_of(copy.content))
        copy.close(discard=True)
    return numbers


def _save_with(fault: str, place: int, file: Path, state: Path) -> int:
    """In a child: type a two, then save while a system call fails. Ends as a crash does, without closing."""
    copy = WorkingCopy.open(file, state, AUTHOR)
    project = followed(copy)
    project.type_in(FACTS_DOCUMENT, TITLE, "2")
    count = _limit(place) if fault == "limit" else _failing(FAULTS[fault], place)
    try:
        copy.publish()
    except UserError:
        return REFUSED
    return NO_SUCH_CALL if count is not None and count() <= place else SAVED


def _limit(size: int) -> None:
    """No file grows beyond this size any more: a write fails as on a full disk."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


def _failing(code: int, place: int):
    """Let the system call of this number fail, or end the process there; returns how many were made."""
    made = [0]

    def wrapped(real):
        def call(*arguments, **named):
            made[0] += 1
            if made[0] == place + 1:
                if not code:
                    kill(os.getpid())
                raise OSError(code, os.strerror(code))
            return real(*arguments, **named)

        return call

    for name in CALLS:
        setattr(os, name, wrapped(getattr(os, name)))
    io.open = builtins.open = wrapped(open)
    return lambda: made[0]
