"""Which file is open: new, open, save, import, export, recover; edits are never lost without being told."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal

from forms.document import REVIEW_DOCUMENT
from forms.errors import SavedMeanwhile, UserError
from ui.messages import Message, Messages, Option, message_of
from ui.starting import begin
from ui.words import counted

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMenu, QWidget

    from forms.answers import Answers
    from forms.document import Place
    from ui.binding import DocumentBinding
    from ui.form_view import FormView
    from ui.protocols import Backup, Leftover, Workspace
    from ui.starting import Start

SUFFIX = ".cerulean"


class Files(QObject):
    """The verbs of the File menu. `opened` says that another project, or none, is open; `saved` that a file was.

    `overtaken` says that a save found the work of somebody else in the file, and wrote nothing.
    """

    opened = Signal()
    saved = Signal()
    overtaken = Signal()

    def __init__(
        self,
        workspace: Workspace,
        binding: DocumentBinding,
        form: FormView,
        messages: Messages,
        title: Place,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._binding = binding
        self._form = form
        self._messages = messages
        self._title = title
        self._window = window
        self.saved_at: dt.datetime | None = None
        self.write_review: Callable[[], bool] = lambda: False
        """Writes the review file of a project that is reviewed; whoever can do it puts it here."""
        self._sent: Answers | None = None

    # -- opening --------------------------------------------------------------------------------------------------

    def start(self, start: Start) -> None:
        """Start a project with what was answered."""
        self._change_project(lambda: begin(self._workspace, start))

    def ask_and_open(self) -> None:
        """Ask for a file, and open it."""
        title = self.tr("Open a project")
        file = self._messages.file_to_open(self._window, title, self.folder(), self._kinds())
        if file is not None:
            self.open(file)

    def open(self, file: Path) -> None:
        """Open a project; the project of an archive or dossier as a new one."""
        if file.suffix.lower() in {".pdf", ".json"}:
            self._change_project(lambda: self._workspace.import_from(file))
        else:
            self._change_project(lambda: self._workspace.open(file))

    def ask_and_review(self) -> None:
        """Ask for a file of somebody else's, and open a copy in which only findings can be written."""
        title = self.tr("Open read-only to review")
        kinds = self.tr("Cerulean project (*{suffix})").format(suffix=SUFFIX)
        file = self._messages.file_to_open(self._window, title, self.folder(), kinds)
        if file is not None:
            self._change_project(lambda: self._workspace.open_to_review(file))

    def open_sample(self, sample_id: str) -> None:
        """Open a copy of a sample."""
        self._change_project(lambda: self._workspace.open_sample(sample_id))

    def import_project(self) -> None:
        """Ask for an archive or dossier, and open its project."""
        kinds = self.tr("Archives and dossiers (*.json *.pdf)")
        file = self._messages.file_to_open(self._window, self.tr("Import a project"), self.folder(), kinds)
        if file is not None:
            self._change_project(lambda: self._workspace.import_from(file))

    def close(self) -> None:
        """Let go of the project."""
        self.unless_modified(self._close_now)

    def revert(self) -> None:
        """Go back to what was saved last, and say how to take that back."""
        self._form.commit()
        self._binding.detach()
        if not self._try(self._workspace.revert):
            if self._workspace.project is not None:
                self._binding.attach(self._workspace.project)
            return
        self.opened.emit()
        for kept in self._workspace.sharing.backups()[:1]:
            text = self.tr("What stands in the file is on screen again.")
            remedy = self.tr("What was not saved is kept among the backups (menu File).")
            back = Option(self.tr("Bring it back"), partial(self._restore, kept))
            self._messages.tell(Message(text, remedy, options=(back, Option(self.tr("Close"), lambda: None))))

    def _restore(self, kept: Backup) -> None:
        self._try(lambda: self._workspace.sharing.restore(kept))

    def fill_recent(self, menu: QMenu) -> None:
        """The files opened lately, as entries of a menu."""
        menu.clear()
        for file in self._workspace.recent()[:10]:
            menu.addAction(f"{file.name}   {file.parent}", partial(self.open, file))
        if menu.isEmpty():
            menu.addAction(self.tr("Nothing was open yet")).setEnabled(False)

    def _change_project(self, do: Callable[[], object]) -> None:
        """Let go of the open project only when its edits are safe in a file, or the user says so."""
        self.unless_modified(lambda: self.take_project(do))

    def take_project(self, do: Callable[[], object]) -> bool:
        """Do what opens another project, and show that; true when it did."""
        self._binding.detach()
        if not self._try(do):
            if self._workspace.project is not None:
                self._binding.attach(self._workspace.project)
            return False
        self.saved_at = None
        self.opened.emit()
        for notice in self._workspace.notices[:1]:
            self._messages.tell(Message(notice, kind="warning"))
        return True

    def _close_now(self) -> None:
        self._binding.detach()
        self._workspace.close()
        self.opened.emit()

    def unless_modified(self, go_on: Callable[[], object]) -> None:
        """Go on at once when every edit is in a file; else ask, in the window, what to do with them."""
        self._form.commit()
        if self._workspace.project is None or not self._workspace.is_modified or self._is_sent():
            go_on()
            return
        if self._workspace.is_for_review:
            self._ask_reviewer(go_on)
            return
        count = self._workspace.edits_since_save
        text = counted(count, self.tr("1 edit is not in a file yet."), self.tr("{n} edits are not in a file yet."))
        remedy = self.tr("What is not saved now can be recovered the next time.")
        options = (
            Option(self.tr("Save, then go on"), partial(self._save_then, go_on)),
            Option(self.tr("Go on without saving"), go_on),
            Option(self.tr("Stay"), lambda: None),
        )
        self._messages.tell(Message(text, remedy, "warning", options))

    def _ask_reviewer(self, go_on: Callable[[], object]) -> None:
        """What a reviewer wrote goes back as a review file; the shared file is not theirs to save."""
        text = self.tr("What you wrote is not in a review file yet.")
        remedy = self.tr("What is not saved now can be recovered the next time.")
        options = (
            Option(self.tr("Write a review file, then go on"), partial(self._write_review_then, go_on)),
            Option(self.tr("Go on without saving"), go_on),
            Option(self.tr("Stay"), lambda: None),
        )
        self._messages.tell(Message(text, remedy, "warning", options))

    def _write_review_then(self, go_on: Callable[[], object]) -> None:
        if self.write_review():
            go_on()

    def note_sent(self) -> None:
        """The review as it stands is in a review file."""
        self._sent = self._binding.snapshot.of(REVIEW_DOCUMENT)

    def _is_sent(self) -> bool:
        project = self._workspace.project
        return (
            self._workspace.is_for_review and project is not None and project.snapshot.of(REVIEW_DOCUMENT) is self._sent
        )

    def _save_then(self, go_on: Callable[[], object]) -> None:
        if self.save():
            go_on()

    # -- saving ---------------------------------------------------------------------------------------------------

    def save(self) -> bool:
        """Write the file; asks where when it has none. True when it was written."""
        if self._workspace.path is None:
            return self.save_as()
        return self._saved() if self._attempt(self._workspace.save) else False

    def save_as(self) -> bool:
        """Ask where, and write there. True when it was written."""
        proposal = self._workspace.path or self.folder() / f"{self.stem()}{SUFFIX}"
        kinds = self.tr("Cerulean project (*{suffix})").format(suffix=SUFFIX)
        file = self._messages.file_to_save(self._window, self.tr("Save the project as"), proposal, kinds)
        if file is None:
            return False
        return self._saved() if self._attempt(lambda: self._workspace.save_as(file)) else False

    def export(self) -> None:
        """Ask where, and write an archive there."""
        proposal = self.folder() / f"{self.stem()}.json"
        kinds = self.tr("Archive (*.json)")
        file = self._messages.file_to_save(self._window, self.tr("Export an archive"), proposal, kinds)
        if file is not None and self._attempt(lambda: self._workspace.export(file)):
            self._messages.tell(Message(self.tr("Exported to {file}.").format(file=file)))

    def folder(self) -> Path:
        """Where the user most likely wants to read or write."""
        recent = self._workspace.recent()
        return self._workspace.path.parent if self._workspace.path else recent[0].parent if recent else Path.home()

    def stem(self) -> str:
        """A file name made from the title."""
        read = self._binding.read
        title = read.text(self._title[1], self._title[0]) if read.field(*self._title) else ""
        words = "".join(sign if sign.isalnum() or sign in " -" else " " for sign in title)
        return " ".join(words.split())[:60] or self.tr("Project")

    def _saved(self) -> bool:
        self.saved_at = dt.datetime.now().astimezone()
        self.saved.emit()
        if self._workspace.backup_trouble:
            text = self.tr("Saved, but without a backup: {trouble}").format(trouble=self._workspace.backup_trouble)
            self._messages.tell(Message(text, kind="warning"))
        return True

    # -- after a crash --------------------------------------------------------------------------------------------

    def offer_recovery(self) -> None:
        """Offer, once, what a crash left behind: file, time, number of edits."""
        for leftover in self._workspace.recoverable()[:1]:
            name = self._name_of(leftover)
            when = f"{leftover.at.astimezone():%d/%m/%Y %H:%M}"
            edits = counted(leftover.edits, self.tr("1 edit"), self.tr("{n} edits"))
            text = self.tr("Work on {name} of {when} was not saved: {edits}.").format(name=name, when=when, edits=edits)
            options = (
                Option(self.tr("Recover"), partial(self._recover, leftover)),
                Option(self.tr("Throw away"), partial(self._discard, leftover)),
                Option(self.tr("Ask again next time"), lambda: None),
            )
            self._messages.tell(Message(text, kind="warning", options=options))

    def _name_of(self, leftover: Leftover) -> str:
        if leftover.reviewed is not None:
            return self.tr("the review of {file}").format(file=leftover.reviewed.name)
        return leftover.file.name if leftover.file else self.tr("a project that was never saved")

    def _recover(self, leftover: Leftover) -> None:
        self.take_project(lambda: self._workspace.recover(leftover))

    def _discard(self, leftover: Leftover) -> None:
        self._try(lambda: self._workspace.discard(leftover))

    # -- trying ---------------------------------------------------------------------------------------------------

    def _attempt(self, do: Callable[[], object]) -> bool:
        self._form.commit()
        return self._try(do)

    def _try(self, do: Callable[[], object]) -> bool:
        try:
            do()
        except SavedMeanwhile as error:
            merge = Option(self.tr("Merge both…"), self.overtaken.emit)
            aside = Option(self.tr("Save mine under another name…"), self.save_as)
            self._messages.tell(replace(message_of(error), options=(merge, aside)))
            return False
        except UserError as error:
            self._messages.tell(message_of(error))
            return False
        return True

    def _kinds(self) -> str:
        return self.tr("Projects, archives and dossiers (*{suffix} *.json *.pdf);;All files (*)").format(suffix=SUFFIX)


def dropped_project(data: QMimeData) -> Path | None:
    """The one project, archive or dossier that is being dropped, if that is what is dropped."""
    urls = data.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    file = Path(urls[0].toLocalFile())
    return file if file.suffix.lower() in {SUFFIX, ".json", ".pdf"} else None
