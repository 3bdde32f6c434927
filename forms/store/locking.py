"""The lock file beside a project: who has it open, on which machine, since when."""

from __future__ import annotations

import contextlib
import json
import os
from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING

from forms.errors import Refused
from forms.said import said

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path


@dataclass(frozen=True)
class Author:
    """Who writes: the name for the log, the machine for the lock, the program for those who open the file later."""

    name: str
    machine: str
    program: str


@dataclass(frozen=True)
class Lock:
    """What a lock file says. `copy` is the working copy of whoever has the project open."""

    name: str
    machine: str
    since: str
    copy: str

    @property
    def holder(self) -> str:
        """For people: who, where, since when."""
        return f"{self.name} on {self.machine}, since {self.since}"


def lock_file(project: Path) -> Path:
    """Where the lock of a project lies: beside it, hidden."""
    return project.with_name(f".{project.name}.lock")


def read_lock(project: Path) -> Lock | None:
    """Who has a project open; `None` when nobody has."""
    try:
        data = json.loads(lock_file(project).read_bytes()[:10_000])
        return Lock(**{field.name: str(data[field.name])[:200] for field in fields(Lock)})
    except OSError:
        return None
    except (ValueError, KeyError, TypeError):
        # It is there, but half written or of another make: someone has the project open all the same.
        return Lock("someone", "a machine that the lock file does not name", "an unknown time", "")


def take_lock(project: Path, author: Author, copy: str, now: dt.datetime) -> bool:
    """Put our lock beside the project; false where the folder does not let us write, or has no room.

    Raises:
        Refused: somebody was quicker.
    """
    lock = Lock(author.name, author.machine, f"{now:%Y-%m-%d %H:%M}", copy)
    try:
        descriptor = os.open(lock_file(project), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
    except FileExistsError as error:
        raise locked(project, read_lock(project)) from error
    except OSError:
        return False
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
            json.dump(asdict(lock), stream)
    except OSError:
        # Half a lock would name nobody, and stay for ever.
        with contextlib.suppress(OSError):
            lock_file(project).unlink()
        return False
    return True


def release_lock(project: Path, copy: str) -> None:
    """Take our lock away; one that is not ours stays.

    So does one that the system does not let us take away: we know it again when the project is opened next.
    """
    if holds_lock(project, copy):
        with contextlib.suppress(OSError):
            lock_file(project).unlink()


def holds_lock(project: Path, copy: str) -> bool:
    """True when the lock beside the project is ours; false where the folder took none, or somebody deleted it."""
    held = read_lock(project)
    return held is not None and held.copy == copy


def locked(project: Path, lock: Lock | None) -> Refused:
    """The refusal to open what somebody else has open."""
    holder = lock.holder if lock else "someone else"
    msg = said("{project} is open elsewhere: {holder}.", project=project, holder=holder)
    remedy = said(
        "Ask them to close it. If nobody has it open any more, delete {lock_file} beside it.",
        lock_file=lock_file(project).name,
    )
    return Refused(msg, remedy)
