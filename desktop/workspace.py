"""Which project is open: its file, its working copy, what a crash left behind, and the files opened lately."""

from __future__ import annotations

import getpass
import platform
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import PROGRAM, samples
from desktop.settings import Settings, read_settings, write_settings
from desktop.sharing import Sharing
from desktop.starting import blank_content, read_source
from forms.document import FACTS_DOCUMENT, REVIEW_DOCUMENT
from forms.errors import UserError
from forms.exchange import Content, archive_pieces
from forms.project import Project
from forms.said import said
from forms.store import Author, Leftover, WorkingCopy, discard, leftovers, system_clock, write_whole
from forms.store.backups import keep, keep_unsaved

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.folders import Folders
    from forms.revisions import Mark, Revision
    from forms.store.logbook import Logbook

SUFFIX = ".cerulean"


class Workspace:
    """The one project that a window has open. Every edit of it is on the disk as soon as it is made.

    Verbs that open a project first let go of the one before; what that one had not saved can be recovered.
    """

    def __init__(self, folders: Folders) -> None:
        self._folders = folders
        self._settings = read_settings(folders.settings)
        self._author = author(self._settings)
        self._copy: WorkingCopy | None = None
        self._project: Project | None = None
        self.sharing = Sharing(self, folders)
        """What is done with other people's copies of the project, and with earlier ones."""
        self.backup_trouble = ""
        """Why the last save could keep no backup; empty when it kept one."""

    # -- state ------------------------------------------------------------------------------------------------

    @property
    def project(self) -> Project | None:
        """The open project; `None` before the first was opened."""
        return self._project

    @property
    def path(self) -> Path | None:
        """Its file; `None` while it was never saved."""
        return self._copy.file if self._copy else None

    @property
    def is_modified(self) -> bool:
        """True when the file lacks edits."""
        return self.edits_since_save > 0

    @property
    def edits_since_save(self) -> int:
        """How many edits the file lacks."""
        return self._copy.edits_since_save if self._copy else 0

    @property
    def person(self) -> str:
        """Who signs edits, findings and revisions."""
        return self._author.name

    @property
    def is_for_review(self) -> bool:
        """True for a project that was opened to be reviewed: findings can be written, answers cannot be changed."""
        return self._project is not None and not self._project.may_change(FACTS_DOCUMENT)

    @property
    def notices(self) -> tuple[str, ...]:
        """What the user should know about the file that was opened: answers set aside, a log that does not hold."""
        return notices_of(self._copy.content) if self._copy else ()

    @property
    def settings(self) -> Settings:
        """What the user prefers."""
        return self._settings

    def change_setting(self, key: str, value: str) -> None:
        """Keep another value of a setting; a name signs the edits of the file that is opened next."""
        changed = self._settings.with_value(key, value)
        if changed != self._settings:
            self._settings = changed
            self._author = author(changed)
            write_settings(self._folders.settings, changed)

    # -- opening ----------------------------------------------------------------------------------------------

    def new(self, form_id: str, version: str, title: str = "") -> Project:
        """Start a blank project.

        Raises:
            UserError: there is no such form.
        """
        return self.begin(blank_content(form_id, version, title))

    def open(self, path: Path) -> Project:
        """Open a project file, and lock it against others.

        Raises:
            Damaged: not a project file, or a damaged one.
            Refused: open elsewhere, or written by a newer program.
        """
        path = path.absolute()
        if self._copy and self._project and self.path == path:
            return self._project
        copy = WorkingCopy.open(path, self._folders.working_copies, self._author)
        self._note_recent(path)
        return self._take(copy)

    def open_to_review(self, path: Path) -> Project:
        """Open a copy of a shared file, of which and of whose folder no byte changes; saving needs another name.

        Only its review can be changed, and nothing of what was done to the file before can be undone.

        Raises:
            Damaged: not a project file, or a damaged one.
        """
        copy = WorkingCopy.open_to_review(path.absolute(), self._folders.working_copies, self._author)
        return self._take(copy, only=(REVIEW_DOCUMENT,))

    def open_sample(self, sample_id: str) -> Project:
        """Open a copy of a sample project.

        Raises:
            UserError: there is no such sample.
        """
        return self.begin(samples.content(sample_id))

    def import_from(self, source: Path) -> Project:
        """Open the project of an archive or a dossier as a new one.

        Raises:
            Damaged: neither of both, or damaged.
        """
        return self.begin(read_source(source))

    def samples(self) -> tuple[tuple[str, str], ...]:
        """(id, title) of each sample project."""
        return tuple((sample.id, sample.title) for sample in samples.samples())

    def recent(self) -> Sequence[Path]:
        """Files that were open lately, the latest first; those that are gone or cannot be reached are left out."""
        return [Path(name) for name in self._settings.recent if _is_there(Path(name))]

    # -- saving -----------------------------------------------------------------------------------------------

    def save(self) -> None:
        """Write the file; what lay there and what is written are kept as backups.

        Raises:
            SavedMeanwhile: someone else saved since it was opened; the file is untouched, see `sharing`.
            Refused: it cannot be written; the old one is untouched.
            UserError: nothing is open, or it has no file yet.
        """
        copy = self._opened()
        self.backup_trouble = ""
        self._keep_backup(copy.file)
        copy.publish()
        self._keep_backup(copy.file)

    def save_as(self, path: Path) -> None:
        """Write another file and go on with it; one that lies there is replaced.

        Raises:
            Refused: somebody has that file open, or it cannot be written.
        """
        path = path if path.suffix else path.with_suffix(SUFFIX)
        self.backup_trouble = ""
        self._keep_backup(path.absolute())
        self._opened().publish_as(path)
        self._keep_backup(path.absolute())
        self._note_recent(path.absolute())

    def _keep_backup(self, file: Path | None) -> None:
        """A save goes on without a backup, but never without telling."""
        try:
            if file is not None:
                keep(file, self._folders.backups, system_clock())
        except UserError as error:
            self.backup_trouble = str(error)

    def revert(self) -> Project:
        """Go back to what was saved last; what was not saved is the latest of the backups then.

        Raises:
            UserError: it was never saved, or the file cannot be opened any more.
            Refused: what was not saved cannot be kept; nothing has changed then.
        """
        copy, path = self._opened(), self.path
        if path is None:
            msg = said("The project was never saved, so there is nothing to go back to.")
            raise UserError(msg, said("Undo takes edits back one by one."))
        if self.is_modified:
            keep_unsaved(path, self._folders.backups, system_clock(), copy.write_to)
        self.close(discard_edits=True)
        return self.open_to_review(path) if copy.reviewed else self.open(path)

    def export(self, target: Path) -> None:
        """Write the archive of the project as it is now.

        Raises:
            Refused: it cannot be written.
        """
        write_whole(target, archive_pieces(self.content()))

    def content(self) -> Content:
        """The project as it is now, with what was set aside when it was opened."""
        copy = self._opened()
        if self._project is None:
            return copy.content
        return Content(self._project.snapshot, copy.content.set_aside, copy.revisions)

    def close(self, *, discard_edits: bool = False) -> None:
        """Let go of the project. Edits that were not saved can be recovered, unless they are discarded."""
        copy, self._copy, self._project = self._copy, None, None
        if copy:
            copy.close(discard=discard_edits)

    @property
    def logbook(self) -> Logbook:
        """Who changed what, and when, in the open project.

        Raises:
            UserError: nothing is open.
        """
        return self._opened().logbook

    # -- revisions --------------------------------------------------------------------------------------------

    @property
    def revisions(self) -> tuple[Revision, ...]:
        """What was frozen, the oldest first."""
        return self._copy.revisions if self._copy else ()

    def freeze(self, note: str, mark: Mark = "") -> Revision:
        """Keep the project as it stands for good, as its next revision; it is in the file when that is saved.

        Raises:
            UserError: nothing is open.
        """
        return self._opened().freeze(note, mark)

    def mark_revision(self, number: int, mark: Mark) -> None:
        """Mark a revision as published or registered, or take its mark away.

        Raises:
            UserError: there is no such revision, or nothing is open.
        """
        self._opened().mark_revision(number, mark)

    # -- after a crash ----------------------------------------------------------------------------------------

    def recoverable(self) -> tuple[Leftover, ...]:
        """What crashes left behind: file, time and number of edits, the latest first."""
        return leftovers(self._folders.working_copies)

    def recover(self, leftover: Leftover) -> Project:
        """Go on where a crash broke off; the file has none of it until it is saved.

        Raises:
            Damaged: the crash damaged it.
            Refused: the file is open elsewhere by now.
        """
        copy = WorkingCopy.recover(leftover, self._author)
        return self._take(copy, only=(REVIEW_DOCUMENT,) if copy.reviewed else ())

    def discard(self, leftover: Leftover) -> None:
        """Throw away what a crash left behind; the file stays as it was saved."""
        discard(leftover)

    # -- inside -----------------------------------------------------------------------------------------------

    def begin(self, content: Content) -> Project:
        """Go on with this content as a project that was never saved."""
        return self._take(WorkingCopy.new(content, self._folders.working_copies, self._author))

    def _take(self, copy: WorkingCopy, only: Sequence[str] = ()) -> Project:
        self.close()
        project = Project(copy.content.snapshot, only=only)
        if not only:
            project.history = copy.history
        copy.follow(project)
        self._copy, self._project = copy, project
        return project

    def opened(self) -> tuple[WorkingCopy, Project]:
        """The open project with its working copy.

        Raises:
            UserError: nothing is open.
        """
        copy = self._opened()
        return copy, self._project or Project(copy.content.snapshot)

    def _opened(self) -> WorkingCopy:
        if self._copy is None:
            msg = said("No project is open.")
            raise UserError(msg, said("Open one, or start a new one."))
        return self._copy

    def _note_recent(self, path: Path) -> None:
        self._settings = self._settings.with_recent(path)
        write_settings(self._folders.settings, self._settings)


def author(settings: Settings) -> Author:
    """Who signs edits and locks on this machine."""
    try:
        known_as = getpass.getuser()
    except (OSError, KeyError, ImportError):
        known_as = "unknown"
    return Author(settings.name or known_as, platform.node() or "unknown", PROGRAM)


def notices_of(content: Content) -> tuple[str, ...]:
    """A line for each answer that could not be read at its place, and for what is not as it was saved."""
    unread = (
        f"The answer at {item.path} could not be read and is kept unchanged: {item.reason}"
        for item in content.set_aside
    )
    return (*unread, *content.damage)


def _is_there(file: Path) -> bool:
    try:
        return file.is_file()
    except OSError:
        # Its folder may be forbidden now, or its drive gone.
        return False
