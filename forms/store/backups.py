"""Backups: the last states of each project file, copied when it is saved, each named by its time and its SHA-256."""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import os
import re
import secrets
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from forms.errors import Damaged, Refused
from forms.said import said
from forms.store.inspection import sha256_of
from forms.store.publishing import replace_file

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

MOST = 10
"""How many states of one file are kept; the oldest goes when another comes."""
_NAME = re.compile(r"(\d{8}T\d{6}\.\d{6})-([0-9a-f]{64})\.cerulean")
_NO_ROOM = "Make room, or name another state folder in CERULEAN_HOME."
_STAMP = "%Y%m%dT%H%M%S.%f"


@dataclass(frozen=True)
class Backup:
    """A state of a project file: when it was copied, and the hash that it must still have."""

    file: Path
    at: dt.datetime
    sha256: str
    size: int


def backups(file: Path, folder: Path) -> tuple[Backup, ...]:
    """The backups of a project file, the latest first."""
    found = (_backup(copy) for copy in _own(file, folder).glob("*.cerulean"))
    return tuple(sorted((item for item in found if item), key=lambda item: item.at, reverse=True))


def keep(file: Path, folder: Path, now: dt.datetime) -> None:
    """Copy a project file as it lies there, unless that state is kept already; nothing when there is no file.

    Raises:
        Refused: it cannot be copied, or the copy is not the same.
    """
    sha256, known = sha256_of(file), backups(file, folder)
    if not sha256 or any(item.sha256 == sha256 for item in known):
        return
    target = _made(_own(file, folder)) / _name_of(now, sha256)
    replace_file(target, lambda temporary: _copy(file, temporary), before_replacing=lambda made: _verify(made, sha256))
    _forget_oldest(known)


def keep_unsaved(file: Path, folder: Path, now: dt.datetime, write: Callable[[Path], None]) -> None:
    """Keep a state that the file does not have, and that `write` writes to a path, among the backups of the file.

    Raises:
        Refused: it cannot be written.
    """
    known, own = backups(file, folder), _made(_own(file, folder))
    unsaved = own / f"{secrets.token_hex(8)}.unsaved"
    try:
        write(unsaved)
        unsaved.replace(own / _name_of(now, sha256_of(unsaved)))
    except OSError as error:
        msg = said("The backup in {own} cannot be written: {cause}.", own=own, cause=error.strerror or error)
        raise Refused(msg, _NO_ROOM) from error
    finally:
        with contextlib.suppress(OSError):
            unsaved.unlink()
    _forget_oldest(known)


def verified(backup: Backup) -> Path:
    """The file of a backup, after its hash was compared.

    Raises:
        Damaged: it is not what was copied.
    """
    if sha256_of(backup.file) != backup.sha256:
        msg = said("The backup of {at:%d/%m/%Y %H:%M} is damaged.", at=backup.at)
        raise Damaged(msg, said("Choose another one."))
    return backup.file


def _made(own: Path) -> Path:
    try:
        own.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        msg = said("The folder of backups {own} cannot be made: {cause}.", own=own, cause=error.strerror or error)
        raise Refused(msg, _NO_ROOM) from error
    return own


def _name_of(now: dt.datetime, sha256: str) -> str:
    return f"{now.astimezone(dt.UTC).strftime(_STAMP)}-{sha256}.cerulean"


def _forget_oldest(known: Sequence[Backup]) -> None:
    for old in known[MOST - 1 :]:
        with contextlib.suppress(OSError):
            old.file.unlink()


def _own(file: Path, folder: Path) -> Path:
    """The folder of the backups of one file: two files of one name do not meet."""
    return folder / hashlib.sha256(os.fsencode(file.absolute())).hexdigest()[:16]


def _backup(copy: Path) -> Backup | None:
    name = _NAME.fullmatch(copy.name)
    if name is None:
        return None
    at = dt.datetime.strptime(name[1], _STAMP).replace(tzinfo=dt.UTC)
    try:
        return Backup(copy, at.astimezone(), name[2], copy.stat().st_size)
    except OSError:
        return None  # Another window has taken the oldest away just now.


def _copy(file: Path, target: Path) -> None:
    shutil.copyfile(file, target)


def _verify(made: Path, sha256: str) -> None:
    if sha256_of(made) != sha256:
        msg = said("{parent} did not keep a faithful copy.", parent=made.parent)
        raise Refused(msg, said("Save again; if it happens again, look at the drive."))
