"""The state folder: working copies, each in a folder of its own with a note of where it came from; locks; leftovers."""

from __future__ import annotations

import contextlib
import datetime as dt
import errno
import json
import secrets
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from sqlalchemy import Engine, func, select
from sqlalchemy.exc import SQLAlchemyError

from forms.errors import Refused, UserError
from forms.said import said
from forms.store import schema
from forms.store.connection import backup, connect_alone
from forms.store.inspection import damage_told, sha256_of, trusted
from forms.store.integrity import damage
from forms.store.locking import Author, locked, read_lock, release_lock, take_lock
from forms.store.migrations import upgrade
from forms.store.publishing import write_whole

COPY_NAME = "project.cerulean"
_ORIGIN_NAME = "origin.json"


@dataclass(frozen=True)
class Origin:
    """Where a working copy came from: the file (empty when never saved), its SHA-256 then, and its last edit then.

    `publishing` is the SHA-256 of what was about to take the place of the file, for a crash in between. `reviewed` is
    the shared file of a copy that was opened to review it.
    """

    file: str = ""
    sha256: str = ""
    last_edit: int = 0
    publishing: str = ""
    reviewed: str = ""


@dataclass(frozen=True)
class Leftover:
    """A working copy that nobody has open: what a crash left behind. `edits` are those the file lacks.

    `reviewed` is the shared file that was being reviewed, of which nothing but the review may change.
    """

    folder: Path
    file: Path | None
    at: dt.datetime
    edits: int
    reviewed: Path | None = None


def leftovers(folder: Path) -> tuple[Leftover, ...]:
    """What crashes left behind in a state folder, the latest first; copies that hold nothing new are removed."""
    found = (_leftover(copy.parent) for copy in folder.glob(f"*/{COPY_NAME}"))
    return tuple(sorted((item for item in found if item), key=lambda item: item.at, reverse=True))


def discard(leftover: Leftover) -> None:
    """Throw away what a crash left behind, and the lock that it held."""
    if leftover.file:
        release_lock(leftover.file, leftover.folder.name)
    remove(leftover.folder)


def remove(own: Path) -> None:
    """Take a working copy away; what the system does not let go stays, and holds nothing that is missed."""
    # Told to ignore errors, it still ends in one where the folder itself cannot be looked at.
    with contextlib.suppress(OSError):
        shutil.rmtree(own, ignore_errors=True)


def _leftover(own: Path) -> Leftover | None:
    origin = read_origin(own)
    copy = own / COPY_NAME
    try:
        at = dt.datetime.fromtimestamp(copy.stat().st_mtime, dt.UTC).astimezone()
        engine = connect_alone(copy)
        try:
            last = last_edit(engine)
        finally:
            engine.dispose()
    except (OSError, SQLAlchemyError, sqlite3.Error):
        return None  # In use, gone by now, or not even a working copy.
    file = Path(origin.file) if origin.file else None
    # The crash came after the file was replaced and before that was noted.
    was_published = bool(origin.publishing) and file is not None and _sha256_or_none(file) == origin.publishing
    reviewed = Path(origin.reviewed) if origin.reviewed else None
    leftover = Leftover(own, file, at, 0 if was_published else last - origin.last_edit, reviewed)
    if leftover.edits <= 0:
        discard(leftover)
        return None
    return leftover


def _sha256_or_none(file: Path) -> str | None:
    try:
        return sha256_of(file)
    except UserError:
        return None


# -- folders, locks, origins --------------------------------------------------------------------------------------


@contextmanager
def new_copy(folder: Path) -> Iterator[tuple[Path, Engine]]:
    """A folder with an empty database that is ours alone; both go again when what follows fails."""
    own = folder / secrets.token_hex(8)
    try:
        own.mkdir(parents=True, mode=0o700)
    except OSError as error:
        raise _no_state_folder(folder, error) from error
    try:
        with state_folder_told(folder):
            engine = connect_alone(own / COPY_NAME)
            with disposed_on_error(engine):
                yield own, engine
    except BaseException:
        remove(own)
        raise


@contextmanager
def state_folder_told(folder: Path) -> Iterator[None]:
    """What went wrong with our copy, not with the file of the user: no room, or no right to write."""
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error) as error:
        cause = getattr(error, "orig", None) or error
        # SQLite calls what the system denies operational; so does its driver text that is none, which is damage.
        if not isinstance(cause, sqlite3.OperationalError) or str(cause).startswith("Could not decode"):
            raise
        raise _no_state_folder(folder, cause) from error


def _no_state_folder(folder: Path, cause: Exception) -> Refused:
    is_full = getattr(cause, "errno", None) == errno.ENOSPC or "disk is full" in str(cause)
    words = getattr(cause, "strerror", None) or cause
    msg = (
        said("There is no room in {folder}.", folder=folder)
        if is_full
        else said("The state folder {folder} cannot be written: {words}.", folder=folder, words=words)
    )
    return Refused(msg, said("Make room, or name another one in CERULEAN_HOME."))


@contextmanager
def disposed_on_error(engine: Engine) -> Iterator[None]:
    """Let go of a database when what follows fails."""
    try:
        yield
    except BaseException:
        engine.dispose()
        raise


def take_over(file: Path, engine: Engine, folder: Path) -> tuple[str, tuple[str, ...]]:
    """Copy a checked file into ours, brought up to the newest schema; returns its SHA-256 and what is damaged in it."""
    sha256 = sha256_of(file)
    with trusted(file) as source, state_folder_told(folder):
        backup(source, engine)
    if sha256_of(file) != sha256:
        msg = said("{file} is being written at this moment.", file=file)
        raise Refused(msg, said("Open it again when that is done."))
    with damage_told(file), state_folder_told(folder), engine.begin() as connection:
        upgrade(connection)
        return sha256, damage(connection)


@contextmanager
def locked_by_us(file: Path | None, folder: Path, author: Author, copy: str, now: dt.datetime) -> Iterator[None]:
    """Our lock beside the file; it stays when all goes well, and goes when what follows fails."""
    if file is None:
        yield
        return
    _clear_stale_lock(file, folder, author)
    take_lock(file, author, copy, now)
    try:
        yield
    except BaseException:
        release_lock(file, copy)
        raise


def _clear_stale_lock(file: Path, folder: Path, author: Author) -> None:
    lock = read_lock(file)
    if lock is None:
        return
    is_mine = (lock.name, lock.machine) == (author.name, author.machine) and lock.copy
    if not is_mine or _is_in_use(folder / Path(lock.copy).name):
        raise locked(file, lock)
    # Our own, from a window that crashed: its working copy is gone or nobody has it.
    release_lock(file, lock.copy)


def _is_in_use(own: Path) -> bool:
    copy = own / COPY_NAME
    if not copy.is_file():
        return False
    try:
        connect_alone(copy).dispose()
    except (SQLAlchemyError, sqlite3.Error) as error:
        return "locked" in str(error)
    return False


def last_edit(engine: Engine) -> int:
    """Number of the latest entry of the log; 0 when there is none."""
    with engine.connect() as connection:
        return int(connection.execute(select(func.coalesce(func.max(schema.edit.c.id), 0))).scalar_one())


def read_origin(own: Path) -> Origin:
    """Where a working copy came from; nowhere when the note is lost."""
    try:
        data = json.loads((own / _ORIGIN_NAME).read_bytes())
        known = str(data["file"]), str(data["sha256"]), int(data["last_edit"]), str(data["publishing"])
        return Origin(*known, str(data.get("reviewed", "")))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        # Without it, the copy still holds the work: it is offered as a project that was never saved.
        return Origin()


def write_origin(own: Path, origin: Origin) -> None:
    """Note where a working copy came from."""
    write_whole(own / _ORIGIN_NAME, json.dumps(asdict(origin)).encode())
