"""Opening and saving while the system fails one of its calls, each call in turn: also those that SQLite makes.

`strace` lets a call of a running process fail, or kills the process there. Where it is not installed, or may not
follow a process, no round is run, and that is told.
"""

import os
import random
import re
import shutil
import signal
import subprocess
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from forms.document import FACTS_DOCUMENT
from forms.errors import UserError
from forms.store import WorkingCopy
from tests.soak.faults import judged
from tests.soak.outcome import Outcome, Rounds
from tests.soak.subjects import AUTHOR, FILE, TITLE, ended, followed, forked, new_file

CALLS = (
    "openat,newfstatat,read,pread64,write,pwrite64,lseek,ftruncate,fdatasync,fsync,rename,unlink,mkdir,rmdir,chmod,"
    "fchmod,fchown,fcntl,flock,getdents64,close"
)
FAULTS = {"disk full": "error=ENOSPC", "denied": "error=EACCES", "broken disk": "error=EIO", "killed": "signal=KILL"}
# What comes of these is not asked, or a process would hang on them; they only kill.
_ONLY_KILLED = {"close", "lseek"}
SAVED, REFUSED = 0, 10
_CALL = re.compile(r"^(?:\d+ +)?(\w+)\(")

Fault = tuple[str, str, int]
"""What goes wrong, in which call, and the number of times that call is made before."""


def systemcalls(most: int, seconds: float) -> Outcome:
    """`most` calls at most, each with each fault."""
    wanted = _wanted()[:most] if _may_trace() else []
    rounds = Rounds("systemcalls", len(wanted), seconds)
    if not wanted:
        rounds.saw("strace cannot follow a process here")
    for number in rounds:
        _round(rounds, number, wanted[number])
    return rounds.outcome


def _may_trace() -> bool:
    found = shutil.which("strace")
    return bool(found) and not subprocess.run([str(found), "true"], capture_output=True, check=False).returncode


def _wanted() -> list[Fault]:
    """Each fault at each call that a good run makes, shuffled: a few rounds see a bit of everything."""
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder) / "calls"
        _traced(Path(folder), ["-o", str(told), "-e", f"trace={CALLS}"])
        lines = told.read_text(encoding="utf-8", errors="replace").splitlines()
    made = Counter(found[1] for line in lines if (found := _CALL.match(line)))
    # The first thing that is read is our own word to go on.
    wanted = [
        (fault, call, number)
        for fault in FAULTS
        for call, count in made.items()
        for number in range(call == "read", count)
        if fault == "killed" or call not in _ONLY_KILLED
    ]
    random.Random(0).shuffle(wanted)
    return wanted


def _round(rounds: Rounds, number: int, wanted: Fault) -> None:
    fault, call, before = wanted
    with tempfile.TemporaryDirectory() as folder:
        inject = f"inject={call}:{FAULTS[fault]}:when={before + 1}"
        code = _traced(Path(folder), ["-o", os.devnull, "-e", f"trace={call}", "-e", inject])
        words = {SAVED: "saved", REFUSED: "refused in words", -signal.SIGKILL: "killed"}.get(code, "crashed")
        rounds.saw(f"{fault}: {words}")
        judged(rounds, number, f"{fault} in {call} {before + 1}", words, Path(folder))


def _traced(folder: Path, options: list[str]) -> int:
    """A child that types a two, saves, and opens what it saved, traced from before it saves; its exit code."""
    new_file(folder, number=1)
    (telling, ready), (waiting, going) = os.pipe(), os.pipe()
    child = forked(lambda: _save_and_open(folder, ready, waiting))
    os.close(ready)
    os.read(telling, 1)
    tracer = subprocess.Popen(["strace", "-f", "-p", str(child), *options], stderr=subprocess.PIPE, text=True)
    # It says so when it follows the process.
    said = tracer.stderr.readline() if tracer.stderr else ""
    os.write(going, b"x")
    code = ended(child)
    tracer.communicate()
    for descriptor in (telling, waiting, going):
        os.close(descriptor)
    if "attached" not in said:
        raise RuntimeError(said)
    return code


def _save_and_open(folder: Path, ready: int, waiting: int) -> int:
    file, state = folder / FILE, folder / "state"
    copy = WorkingCopy.open(file, state, AUTHOR)
    project = followed(copy)
    project.type_in(FACTS_DOCUMENT, TITLE, "2")
    os.write(ready, b"x")
    os.read(waiting, 1)
    return _told(copy.publish) or _told(lambda: _close_and_open(copy, file, state))


def _close_and_open(copy: WorkingCopy, file: Path, state: Path) -> None:
    copy.close()
    WorkingCopy.open(file, state, AUTHOR)


def _told(work: Callable[[], object]) -> int:
    try:
        work()
    except UserError:
        return REFUSED
    return SAVED
