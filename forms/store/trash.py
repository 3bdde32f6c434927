"""The trash: project files that somebody removed, kept in the state folder with a note of where they lay.

Not the trash of the system: network drives and many servers have none, and no system tells a program what came of it.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import json
import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from forms.errors import Damaged, Refused
from forms.said import said
from forms.store.inspection import sha256_of
from forms.store.locking import locked, read_lock
from forms.store.publishing import refuse_existing, replace_file, write_whole

_NAME = re.compile(r"(\d{8}T\d{6}\.\d{6})-([0-9a-f]{16})\.cerulean")
_STAMP = "%Y%m%dT%H%M%S.%f"


@dataclass(frozen=True)
class Removed:
    """A file in the trash: where it lay, when it was removed, and the hash that it must still have."""

    file: Path
    origin: Path
    at: dt.datetime
    sha256: str
    size: int


def removed(folder: Path) -> tuple[Removed, ...]:
    """What lies in the trash, the latest first."""
    found = (_removed(copy) for copy in folder.glob("*.cerulean"))
    return tuple(sorted((item for item in found if item), key=lambda item: item.at, reverse=True))


def throw_away(file: Path, folder: Path, now: dt.datetime) -> Removed:
    """Move a project file into the trash. It is there whole before it goes from where it lay.

    Raises:
        Refused: somebody has it open, or it cannot be read, copied or taken away; it then lies where it lay.
        Damaged: there is no such file.
    """
    file = file.absolute()
    sha256 = sha256_of(file)
    if not sha256:
        msg = said("There is no file {file}.", file=file)
        raise Damaged(msg, said("Look for changes: somebody else may have moved it."))
    if (lock := read_lock(file)) is not None:
        raise locked(file, lock)
    own = folder / f"{now.astimezone(dt.UTC).strftime(_STAMP)}-{_digest_of_place(file)}.cerulean"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        msg = said("The trash {folder} cannot be made: {cause}.", folder=folder, cause=error.strerror or error)
        raise Refused(msg, said("Make room, or name another state folder in CERULEAN_HOME.")) from error
    _copy(file, own, sha256)
    write_whole(_note(own), json.dumps({"origin": str(file), "sha256": sha256}).encode())
    _take_away(file, own, sha256)
    return Removed(own, file, now.astimezone(), sha256, own.stat().st_size)


def bring_back(item: Removed, *, to: Path | None = None) -> Path:
    """Put a file back where it lay, or to another place; it leaves the trash when it is there whole.

    Raises:
        Damaged: it is not what was removed.
        Refused: something else lies there by now, or it cannot be written.
    """
    target = to or item.origin
    if sha256_of(item.file) != item.sha256:
        msg = said("{origin} was damaged in the trash.", origin=item.origin.name)
        raise Damaged(msg, said("What is left of it is {file}. Look for a backup of the project.", file=item.file))
    if not target.parent.is_dir():
        msg = said("There is no folder {parent} any more.", parent=target.parent)
        raise Refused(
            msg, said("Make it again, or connect its drive; the file stays in the trash as {file}.", file=item.file)
        )
    refuse_existing(target)
    _copy(item.file, target, item.sha256, only_new=True)
    with contextlib.suppress(OSError):
        item.file.unlink()
        _note(item.file).unlink()
    return target


def _copy(file: Path, target: Path, sha256: str, *, only_new: bool = False) -> None:
    def verify(made: Path) -> None:
        if sha256_of(made) != sha256:
            msg = said("{parent} did not keep a faithful copy of {file}.", parent=target.parent, file=file.name)
            raise Refused(msg, said("Try again; if it happens again, look at the drive."))
        if only_new:
            refuse_existing(target)

    replace_file(target, lambda temporary: _copied(file, temporary), before_replacing=verify)


def _copied(file: Path, temporary: Path) -> None:
    shutil.copyfile(file, temporary)
    shutil.copymode(file, temporary)


def _take_away(file: Path, own: Path, sha256: str) -> None:
    try:
        if sha256_of(file) != sha256:
            msg = said("{file} is being written at this moment.", file=file)
            raise Refused(msg, said("Try again when that is done."))
        file.unlink()
    except (OSError, Refused) as error:
        for made in (own, _note(own)):
            with contextlib.suppress(OSError):
                made.unlink()
        if isinstance(error, Refused):
            raise
        msg = said("{file} cannot be taken away: {cause}.", file=file, cause=error.strerror or error)
        raise Refused(msg, said("Check that you may write to its folder.")) from error


def _removed(copy: Path) -> Removed | None:
    """What a file in the trash says of itself; `None` for one whose removal did not come to its end."""
    name = _NAME.fullmatch(copy.name)
    if name is None:
        return None
    try:
        told = json.loads(_note(copy).read_bytes()[:100_000])
        origin, sha256, size = Path(str(told["origin"])), str(told["sha256"]), copy.stat().st_size
    except (OSError, ValueError, KeyError, TypeError):
        return None
    at = dt.datetime.strptime(name[1], _STAMP).replace(tzinfo=dt.UTC)
    return Removed(copy, origin, at.astimezone(), sha256, size)


def _note(own: Path) -> Path:
    return own.with_suffix(".json")


def _digest_of_place(file: Path) -> str:
    """Tells apart files that are removed at the same moment."""
    return hashlib.sha256(os.fsencode(file)).hexdigest()[:16]
