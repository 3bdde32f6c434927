"""The private copy in which an open project lives: every edit is committed there at once, Save publishes it."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy.exc import SQLAlchemyError

from forms.errors import Refused, SavedMeanwhile, UserError
from forms.exchange import Content
from forms.freezing import freeze
from forms.revisions import Mark, MergedRevisions, Revision, marked, merged_revisions
from forms.said import said
from forms.store.carrying import carried
from forms.store.connection import connect_alone, vacuum_into
from forms.store.inspection import damage_told, sha256_of, trusted
from forms.store.integrity import put_seal
from forms.store.locking import Author, holds_lock, release_lock
from forms.store.logbook import Logbook
from forms.store.mapping import (
    LONGEST_HISTORY,
    Entry,
    fill_new,
    first_broken,
    history_of,
    read_file,
    read_log,
    recent_log,
    sign,
    state_before,
    write_entry,
    write_revisions,
)
from forms.store.migrations import keep_older_schema
from forms.store.publishing import replace_file, sweep
from forms.store.recording import Recorder, note_revision
from forms.store.state_folder import (
    COPY_NAME,
    Leftover,
    Origin,
    disposed_on_error,
    last_edit,
    locked_by_us,
    new_copy,
    read_origin,
    remove,
    state_folder_told,
    take_over,
    write_origin,
)

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

    from forms.document import Snapshot
    from forms.history import Edit
    from forms.project import Project

Clock = Callable[[], dt.datetime]


def system_clock() -> dt.datetime:
    """Now, in the time zone of the machine."""
    return dt.datetime.now(dt.UTC).astimezone()


class WorkingCopy:
    """An open project. Working copies lie in a state folder, each in a folder of its own."""

    def __init__(self, folder: Path, engine: Engine, origin: Origin, author: Author, found: Sequence[str] = ()) -> None:
        self._folder = folder
        self._engine = engine
        self._origin = origin
        self._author = author
        self._project: Project | None = None
        self._recorder: Recorder | None = None
        self._is_behind = False
        with engine.connect() as connection:
            content = read_file(connection)
            log, before = recent_log(connection)
        self.content = replace(content, damage=(*content.damage, *found))
        self._revisions = content.revisions
        self._last_edit = log[-1].id if log else 0
        self.broken_edit = first_broken(log, before)
        """Number of the first edit of the log that another program changed; `None` when the log holds together."""
        since = [entry for entry in log if entry.id > origin.last_edit]
        # With more edits than are looked through, where they began is not known.
        self._base = state_before(since, self.content.snapshot) if len(since) < len(log) or not before else None
        own = [entry for entry in log if entry.kind != "theirs"]
        self.history = history_of(own[-LONGEST_HISTORY:], self.content.snapshot)

    # -- opening ----------------------------------------------------------------------------------------------

    @classmethod
    def new(cls, content: Content, folder: Path, author: Author, *, clock: Clock = system_clock) -> WorkingCopy:
        """A project that is not saved anywhere yet."""
        with new_copy(folder) as (own, engine):
            fill_new(engine, content, clock())
            write_origin(own, Origin())
            return cls(own, engine, Origin(), author)

    @classmethod
    def open(cls, file: Path, folder: Path, author: Author, *, clock: Clock = system_clock) -> WorkingCopy:
        """Copy a project file and lock it.

        Raises:
            Damaged: not a project file, or a damaged one.
            Refused: newer than this program, open elsewhere, or being written right now; or no room for the copy.
        """
        file = file.absolute()
        with new_copy(folder) as (own, engine):
            sha256, found = take_over(file, engine, folder)
            with locked_by_us(file, folder, author, own.name, clock()), damage_told(file), state_folder_told(folder):
                origin = Origin(str(file), sha256, last_edit(engine))
                write_origin(own, origin)
                return cls(own, engine, origin, author, found)

    @classmethod
    def open_to_review(cls, file: Path, folder: Path, author: Author) -> WorkingCopy:
        """Copy a project file without locking it: of the file and its folder no byte changes, whoever has it open.

        It has no file of its own: saving needs another name.

        Raises:
            Damaged, Refused: as `open`, but not for being open elsewhere.
        """
        with new_copy(folder) as (own, engine):
            _, found = take_over(file.absolute(), engine, folder)
            with damage_told(file), state_folder_told(folder):
                origin = Origin(last_edit=last_edit(engine), reviewed=str(file.absolute()))
                write_origin(own, origin)
                return cls(own, engine, origin, author, found)

    @classmethod
    def recover(cls, leftover: Leftover, author: Author, *, clock: Clock = system_clock) -> WorkingCopy:
        """Go on with what a crash left behind.

        Raises:
            Refused: its project is open elsewhere.
            Damaged: the crash damaged it, or it is open in another window by now.
        """
        copy, origin = leftover.folder / COPY_NAME, read_origin(leftover.folder)
        with locked_by_us(leftover.file, leftover.folder.parent, author, leftover.folder.name, clock()):
            with damage_told(copy):
                engine = connect_alone(copy)
            with disposed_on_error(engine), damage_told(copy):
                return cls(leftover.folder, engine, origin, author)

    # -- state ------------------------------------------------------------------------------------------------

    @property
    def file(self) -> Path | None:
        """The project file; `None` while it was never saved."""
        return Path(self._origin.file) if self._origin.file else None

    @property
    def reviewed(self) -> Path | None:
        """The shared file that is reviewed, of which nothing but the review may change; `None` for one's own."""
        return Path(self._origin.reviewed) if self._origin.reviewed else None

    @property
    def author(self) -> Author:
        """Who signs what is written here."""
        return self._author

    @property
    def edits_since_save(self) -> int:
        """How many edits the file lacks."""
        return max(self._last_edit - self._origin.last_edit, int(self._is_behind))

    @property
    def base(self) -> Snapshot | None:
        """The project as it was opened or saved last; `None` when a crash left no way to know."""
        return self._base

    @property
    def log(self) -> tuple[Entry, ...]:
        """The whole log of edits, oldest first."""
        with self._engine.connect() as connection:
            return tuple(read_log(connection))

    @property
    def logbook(self) -> Logbook:
        """The same log, read a piece at a time."""
        return Logbook(self._engine)

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
            msg = said("The edit could not be written to {folder}: {cause}.", folder=self._folder, cause=cause)
            raise Refused(msg, said("It is still on screen. Make room on that drive, then save.")) from error
        self._is_behind = False

    # -- revisions --------------------------------------------------------------------------------------------

    @property
    def revisions(self) -> tuple[Revision, ...]:
        """What was frozen, the oldest first."""
        return self._revisions

    def freeze(self, note: str, mark: Mark = "", *, clock: Clock = system_clock) -> Revision:
        """Keep the project as it stands for good, as its next revision; it is in the file when that is saved.

        Raises:
            Refused: it cannot be written.
        """
        snapshot = self._project.snapshot if self._project else self.content.snapshot
        made = freeze(self._revisions, snapshot, clock(), self._author.name, note, mark)
        self._keep_revisions((*self._revisions, made), f"Freeze {made.name}", note, clock())
        return made

    def mark_revision(self, number: int, mark: Mark, *, clock: Clock = system_clock) -> None:
        """Mark a revision as published or registered, or take its mark away.

        Raises:
            UserError: there is no such revision.
        """
        self._keep_revisions(marked(self._revisions, number, mark), f"Mark revision {number}", mark, clock())

    def take_revisions(self, theirs: Sequence[Revision], *, clock: Clock = system_clock) -> MergedRevisions:
        """Add what another copy of the project has frozen; says which of theirs got another number."""
        merged = merged_revisions(self._revisions, theirs)
        if merged.revisions != self._revisions:
            self._keep_revisions(merged.revisions, "Take over revisions", "", clock())
        return merged

    def _keep_revisions(self, revisions: tuple[Revision, ...], label: str, why: str, now: dt.datetime) -> None:
        if self._project:
            # What is typed next must not join what was typed before.
            self._project.settle()
        with self._writing() as connection:
            write_revisions(connection, revisions)
            self._last_edit = note_revision(connection, label, why, now.isoformat(), self._author.name)
        self._revisions = revisions

    # -- saving -----------------------------------------------------------------------------------------------

    def publish(self, *, clock: Clock = system_clock) -> None:
        """Save: put a compact copy in the place of the project file.

        Raises:
            Refused: someone else saved meanwhile, or the file cannot be written; the old one is untouched.
            UserError: it was never saved and has no file.
        """
        if self.file is None:
            msg = said("The project has no file yet.")
            raise UserError(msg, said("Save it under a name."))
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
        with locked_by_us(file, self._folder.parent, self._author, self._folder.name, clock()):
            self._publish(file, lambda _: None, clock())
        if before:
            release_lock(before, self._folder.name)

    def stand_on(self, theirs: Content, sha256: str) -> MergedRevisions:
        """Go on from what somebody else saved into the file: the next save replaces it, unless they save again."""
        self._remember(replace(self._origin, sha256=sha256, publishing=""))
        self._base = theirs.snapshot
        return self.take_revisions(theirs.revisions)

    def carry_log(self, theirs: Sequence[Entry]) -> str:
        """Keep what the log of another copy tells and mine does not; says in a sentence what came of it.

        Raises:
            Refused: it cannot be written.
        """
        if self._project:
            # What is typed next must not join what was typed before.
            self._project.settle()
        others, said = carried(self.log, theirs)
        with self._writing() as connection:
            for entry in others:
                write_entry(connection, entry)
        self._last_edit = others[-1].id if others else self._last_edit
        return said

    def write_to(self, file: Path, *, clock: Clock = system_clock) -> None:
        """Write the project as it stands to another file, and go on as before.

        Raises:
            Refused: it cannot be written.
        """
        self._seal(clock())
        replace_file(file, lambda temporary: vacuum_into(self._engine, temporary), before_replacing=lambda _: None)

    def _seal(self, now: dt.datetime) -> None:
        if self._project:
            # What is typed next is a new entry: a published one does not change any more.
            self._project.settle()
        with self._writing() as connection:
            sign(connection, self._author, now)
            put_seal(connection)

    def _publish(self, file: Path, check: Callable[[str], None], now: dt.datetime) -> None:
        self._seal(now)
        published = ""

        def before_replacing(temporary: Path) -> None:
            nonlocal published
            with trusted(temporary):
                published = sha256_of(temporary)
            check(published)

        if holds_lock(file, self._folder.name):
            sweep(file)
        keep_older_schema(file)
        replace_file(file, lambda temporary: vacuum_into(self._engine, temporary), before_replacing=before_replacing)
        self._remember(Origin(str(file), published, self._last_edit, reviewed=self._origin.reviewed))
        self._base = self._project.snapshot if self._project else self.content.snapshot

    def _check_unchanged(self, published: str) -> None:
        file = Path(self._origin.file)
        if sha256_of(file) not in {"", self._origin.sha256, self._origin.publishing}:
            msg = said("{file} was changed by someone else since you opened it; nothing was overwritten.", file=file)
            raise SavedMeanwhile(msg, said("Merge both, or save yours under another name."))
        self._remember(replace(self._origin, publishing=published))

    def _remember(self, origin: Origin) -> None:
        write_origin(self._folder, origin)
        self._origin = origin

    # -- closing ----------------------------------------------------------------------------------------------

    def close(self, *, discard: bool = False) -> None:
        """Let go of the file. With edits that were never saved the copy stays to be recovered, unless discarded."""
        keep = self.edits_since_save and not discard
        self.abandon()
        if self.file:
            release_lock(self.file, self._folder.name)
        if not keep:
            remove(self._folder)

    def abandon(self) -> None:
        """Stop as a crash would: copy and lock stay behind."""
        self._recorder = None
        self._engine.dispose()
