"""The private copy in which an open project lives: every edit is committed there at once, Save publishes it."""

from __future__ import annotations

import datetime as dt
import errno
import json
import secrets
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, func, select
from sqlalchemy.exc import SQLAlchemyError

from forms.errors import Refused, UserError
from forms.exchange import Content
from forms.store import schema
from forms.store.connection import backup, connect_alone, vacuum_into
from forms.store.inspection import damage_told, sha256_of, trusted
from forms.store.locking import Author, locked, read_lock, release_lock, take_lock
from forms.store.mapping import (
    LONGEST_HISTORY,
    Entry,
    fill_new,
    first_broken,
    history_of,
    read_file,
    read_log,
    sign,
)
from forms.store.migrations import upgrade
from forms.store.publishing import replace_file, sweep, write_whole
from forms.store.recording import Recorder

if TYPE_CHECKING:
    from forms.history import Edit
    from forms.project import Project

_COPY_NAME = "project.cerulean"
_ORIGIN_NAME = "origin.json"
Clock = Callable[[], dt.datetime]


@dataclass(frozen=True)
class Origin:
    """Where a working copy came from: the file (empty when never saved), its SHA-256 then, and its last edit then.

    `publishing` is the SHA-256 of what was about to take the place of the file, for a crash in between.
    """

    file: str = ""
    sha256: str = ""
    last_edit: int = 0
    publishing: str = ""


@dataclass(frozen=True)
class Leftover:
    """A working copy that nobody has open: what a crash left behind. `edits` are those the file lacks."""

    folder: Path
    file: Path | None
    at: dt.datetime
    edits: int


def system_clock() -> dt.datetime:
    """Now, in the time zone of the machine."""
    return dt.datetime.now(dt.UTC).astimezone()


class WorkingCopy:
    """An open project. Working copies lie in a state folder, each in a folder of its own."""

    def __init__(self, folder: Path, engine: Engine, origin: Origin, author: Author) -> None:
        self._folder = folder
        self._engine = engine
        self._origin = origin
        self._author = author
        self._project: Project | None = None
        self._recorder: Recorder | None = None
        self._is_behind = False
        with engine.connect() as connection:
            self.content = read_file(connection)
            log = read_log(connection)
        self._last_edit = log[-1].id if log else 0
        self.broken_edit = first_broken(log)
        """Number of the first edit of the log that another program changed; `None` when the log holds together."""
        self.history = history_of(log[-LONGEST_HISTORY:], self.content.snapshot)

    # -- opening ----------------------------------------------------------------------------------------------

    @classmethod
    def new(cls, content: Content, folder: Path, author: Author, *, clock: Clock = system_clock) -> WorkingCopy:
        """A project that is not saved anywhere yet."""
        with _new_copy(folder) as (own, engine):
            fill_new(engine, content, clock())
            _write_origin(own, Origin())
            return cls(own, engine, Origin(), author)

    @classmethod
    def open(cls, file: Path, folder: Path, author: Author, *, clock: Clock = system_clock) -> WorkingCopy:
        """Copy a project file and lock it.

        Raises:
            Damaged: not a project file, or a damaged one.
            Refused: newer than this program, open elsewhere, or being written right now; or no room for the copy.
        """
        file = file.absolute()
        with _new_copy(folder) as (own, engine):
            sha256 = _take_over(file, engine, folder)
            with _locked(file, folder, author, own.name, clock()), damage_told(file), _state_folder_told(folder):
                origin = Origin(str(file), sha256, _last_edit(engine))
                _write_origin(own, origin)
                return cls(own, engine, origin, author)

    @classmethod
    def recover(cls, leftover: Leftover, author: Author, *, clock: Clock = system_clock) -> WorkingCopy:
        """Go on with what a crash left behind.

        Raises:
            Refused: its project is open elsewhere.
            Damaged: the crash damaged it, or it is open in another window by now.
        """
        copy, origin = leftover.folder / _COPY_NAME, _read_origin(leftover.folder)
        with _locked(leftover.file, leftover.folder.parent, author, leftover.folder.name, clock()):
            with damage_told(copy):
                engine = connect_alone(copy)
            with _disposed_on_error(engine), damage_told(copy):
                return cls(leftover.folder, engine, origin, author)

    # -- state ------------------------------------------------------------------------------------------------

    @property
    def file(self) -> Path | None:
        """The project file; `None` while it was never saved."""
        return Path(self._origin.file) if self._origin.file else None

    @property
    def edits_since_save(self) -> int:
        """How many edits the file lacks."""
        return max(self._last_edit - self._origin.last_edit, int(self._is_behind))

    @property
    def log(self) -> tuple[Entry, ...]:
        """The whole log of edits, oldest first."""
        with self._engine.connect() as connection:
            return tuple(read_log(connection))

    # -- edits ------------------------------------------------------------------------------------------------

    def follow(self, project: Project) -> None:
        """Commit every edit of the project from now on. It must be made of the content of this working copy."""
        self._project = project
        self._recorder = Recorder(project, self._author.name)
        project.listen(self._edited)

    def _edited(self, edit: Edit, initiator: object) -> None:
        del initiator
        if self._recorder is None:
            return
        kind, joins = self._recorder.classify(edit)
        with self._writing() as connection:
            self._last_edit = self._recorder.write(connection, edit, kind, joins=joins)

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """A transaction; when it fails, the next one writes everything that is missing."""
        try:
            with self._engine.begin() as connection:
                if self._is_behind and self._recorder and self._project:
                    content = Content(self._project.snapshot, self.content.set_aside)
                    self._recorder.rewrite(connection, content)
                yield connection
        except (SQLAlchemyError, sqlite3.Error) as error:
            self._is_behind = True
            cause = getattr(error, "orig", None) or error
            msg = f"The edit could not be written to {self._folder}: {cause}."
            raise Refused(msg, "It is still on screen. Make room on that drive, then save.") from error
        self._is_behind = False

    # -- saving -----------------------------------------------------------------------------------------------

    def publish(self, *, clock: Clock = system_clock) -> None:
        """Save: put a compact copy in the place of the project file.

        Raises:
            Refused: someone else saved meanwhile, or the file cannot be written; the old one is untouched.
            UserError: it was never saved and has no file.
        """
        if self.file is None:
            msg = "The project has no file yet."
            raise UserError(msg, "Save it under a name.")
        self._publish(self.file, self._check_unchanged, clock())

    def publish_as(self, file: Path, *, clock: Clock = system_clock) -> None:
        """Save under another name and go on with that file; one that lies there is replaced.

        Raises:
            Refused: somebody has that file open, or it cannot be written.
        """
        file, before = file.absolute(), self.file
        if before == file:
            self.publish(clock=clock)
            return
        with _locked(file, self._folder.parent, self._author, self._folder.name, clock()):
            self._publish(file, lambda _: None, clock())
        if before:
            release_lock(before, self._folder.name)

    def _publish(self, file: Path, check: Callable[[str], None], now: dt.datetime) -> None:
        if self._project:
            # What is typed next is a new entry: a published one does not change any more.
            self._project.settle()
        with self._writing() as connection:
            sign(connection, self._author, now)
        published = ""

        def before_replacing(temporary: Path) -> None:
            nonlocal published
            with trusted(temporary):
                published = sha256_of(temporary)
            check(published)

        sweep(file)
        replace_file(file, lambda temporary: vacuum_into(self._engine, temporary), before_replacing=before_replacing)
        self._remember(Origin(str(file), published, self._last_edit))

    def _check_unchanged(self, published: str) -> None:
        file = Path(self._origin.file)
        if sha256_of(file) not in {"", self._origin.sha256, self._origin.publishing}:
            msg = f"{file} was changed by someone else since you opened it; nothing was overwritten."
            raise Refused(msg, "Save yours under another name, then open both and carry over what differs.")
        self._remember(replace(self._origin, publishing=published))

    def _remember(self, origin: Origin) -> None:
        _write_origin(self._folder, origin)
        self._origin = origin

    # -- closing ----------------------------------------------------------------------------------------------

    def close(self, *, discard: bool = False) -> None:
        """Let go of the file. With edits that were never saved the copy stays to be recovered, unless discarded."""
        keep = self.edits_since_save and not discard
        self.abandon()
        if self.file:
            release_lock(self.file, self._folder.name)
        if not keep:
            shutil.rmtree(self._folder, ignore_errors=True)

    def abandon(self) -> None:
        """Stop as a crash would: copy and lock stay behind."""
        self._recorder = None
        self._engine.dispose()


def leftovers(folder: Path) -> tuple[Leftover, ...]:
    """What crashes left behind in a state folder, the latest first; copies that hold nothing new are removed."""
    found = (_leftover(copy.parent) for copy in folder.glob(f"*/{_COPY_NAME}"))
    return tuple(sorted((item for item in found if item), key=lambda item: item.at, reverse=True))


def discard(leftover: Leftover) -> None:
    """Throw away what a crash left behind, and the lock that it held."""
    if leftover.file:
        release_lock(leftover.file, leftover.folder.name)
    shutil.rmtree(leftover.folder, ignore_errors=True)


def _leftover(own: Path) -> Leftover | None:
    origin = _read_origin(own)
    copy = own / _COPY_NAME
    at = dt.datetime.fromtimestamp(copy.stat().st_mtime, dt.UTC).astimezone()
    try:
        engine = connect_alone(copy)
        try:
            last = _last_edit(engine)
        finally:
            engine.dispose()
    except (SQLAlchemyError, sqlite3.Error):
        return None  # In use, or not even a working copy.
    file = Path(origin.file) if origin.file else None
    # The crash came after the file was replaced and before that was noted.
    was_published = bool(origin.publishing) and file is not None and _sha256_or_none(file) == origin.publishing
    leftover = Leftover(own, file, at, 0 if was_published else last - origin.last_edit)
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
def _new_copy(folder: Path) -> Iterator[tuple[Path, Engine]]:
    """A folder with an empty database that is ours alone; both go again when what follows fails."""
    own = folder / secrets.token_hex(8)
    try:
        own.mkdir(parents=True, mode=0o700)
    except OSError as error:
        raise _no_state_folder(folder, error) from error
    try:
        with _state_folder_told(folder):
            engine = connect_alone(own / _COPY_NAME)
            with _disposed_on_error(engine):
                yield own, engine
    except BaseException:
        shutil.rmtree(own, ignore_errors=True)
        raise


@contextmanager
def _state_folder_told(folder: Path) -> Iterator[None]:
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
    msg = f"There is no room in {folder}." if is_full else f"The state folder {folder} cannot be written: {words}."
    return Refused(msg, "Make room, or name another one in CERULEAN_HOME.")


@contextmanager
def _disposed_on_error(engine: Engine) -> Iterator[None]:
    try:
        yield
    except BaseException:
        engine.dispose()
        raise


def _take_over(file: Path, engine: Engine, folder: Path) -> str:
    """Copy a checked file into ours, brought up to the newest schema; returns the SHA-256 of the file."""
    sha256 = sha256_of(file)
    with trusted(file) as source, _state_folder_told(folder):
        backup(source, engine)
    if sha256_of(file) != sha256:
        msg = f"{file} is being written at this moment."
        raise Refused(msg, "Open it again when that is done.")
    with damage_told(file), _state_folder_told(folder), engine.begin() as connection:
        upgrade(connection)
    return sha256


@contextmanager
def _locked(file: Path | None, folder: Path, author: Author, copy: str, now: dt.datetime) -> Iterator[None]:
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
    copy = own / _COPY_NAME
    if not copy.is_file():
        return False
    try:
        connect_alone(copy).dispose()
    except (SQLAlchemyError, sqlite3.Error) as error:
        return "locked" in str(error)
    return False


def _last_edit(engine: Engine) -> int:
    with engine.connect() as connection:
        return int(connection.execute(select(func.coalesce(func.max(schema.edit.c.id), 0))).scalar_one())


def _read_origin(own: Path) -> Origin:
    try:
        data = json.loads((own / _ORIGIN_NAME).read_bytes())
        return Origin(str(data["file"]), str(data["sha256"]), int(data["last_edit"]), str(data["publishing"]))
    except (OSError, ValueError, KeyError, TypeError):
        # Without it, the copy still holds the work: it is offered as a project that was never saved.
        return Origin()


def _write_origin(own: Path, origin: Origin) -> None:
    write_whole(own / _ORIGIN_NAME, json.dumps(asdict(origin)).encode())
