"""Revisions: frozen, marked, compared on a page in the place of the form, and brought back in part."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from forms.comparison import compare
from forms.document import REVIEW_DOCUMENT
from forms.errors import UserError
from forms.freezing import restore_field, restore_section, snapshot_of
from forms.revisions import revision_numbered
from ui.differences import comparison_page, comparison_summary
from ui.inspector import Tab
from ui.messages import Message, message_of
from ui.panels.review import Way
from ui.panels.revisions import NOW
from ui.report_page import ReportPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from forms.comparison import Comparison
    from forms.document import Snapshot
    from ui.binding import DocumentBinding
    from ui.form_view import FormView
    from ui.inspector import Inspector
    from ui.jobs import JobRunner, Progress
    from ui.messages import Messages
    from ui.navigation import Navigator
    from ui.pages import Pages
    from ui.protocols import Workspace


class Revising(QObject):
    """What the panel of revisions asks for. `changed` says that the file lacks something new: a revision or a mark."""

    changed = Signal()

    def __init__(
        self,
        workspace: Workspace,
        binding: DocumentBinding,
        form: FormView,
        inspector: Inspector,
        navigator: Navigator,
        pages: Pages,
        jobs: JobRunner,
        messages: Messages,
    ) -> None:
        super().__init__(pages)
        self._workspace = workspace
        self._binding = binding
        self._form = form
        self._inspector = inspector
        self._panel = inspector.review.revisions
        self._navigator = navigator
        self._pages = pages
        self._jobs = jobs
        self._messages = messages
        self._compared = (NOW, NOW)
        self.page = ReportPage(pages)
        self.page.hide()
        self._connect()

    def _connect(self) -> None:
        self._binding.replaced.connect(self.refresh)
        self._panel.freeze_wanted.connect(self.freeze)
        self._panel.marked.connect(self._mark)
        self._panel.compare_wanted.connect(self.compare)
        self._panel.field_wanted.connect(self._restore_field)
        self._panel.section_wanted.connect(self._restore_section)
        self.page.linked.connect(self._followed)
        self.page.closed.connect(self._pages.turn_back)

    def refresh(self) -> None:
        """Bring the list up to date."""
        self._panel.show_revisions(self._workspace.revisions)
        self._panel.set_read_only(read_only=self._workspace.is_for_review)

    def show(self) -> None:
        """Bring the list to the front, ready to freeze."""
        self.refresh()
        self._inspector.show_tab(Tab.REVIEW)
        self._inspector.review.show_way(Way.REVISIONS)
        self._panel.note.setFocus()

    # -- freezing -------------------------------------------------------------------------------------------------

    def freeze(self, note: str) -> None:
        """Keep the project as it stands."""
        self._form.commit()
        made = self._attempt(lambda: self._workspace.freeze(note))
        if made:
            text = self.tr("Revision {n} is frozen; save to have it in the file.")
            self._messages.tell(Message(text.format(n=self._workspace.revisions[-1].number)))

    def _mark(self, number: int, mark: str) -> None:
        self._attempt(lambda: self._workspace.mark_revision(number, mark))  # type: ignore[arg-type]

    def _attempt(self, do: Callable[[], object]) -> bool:
        try:
            do()
        except UserError as error:
            self._messages.tell(message_of(error))
            return False
        self.refresh()
        self.changed.emit()
        return True

    # -- comparing ------------------------------------------------------------------------------------------------

    def compare_newest(self) -> None:
        """What changed since the newest revision."""
        revisions = self._workspace.revisions
        if revisions:
            self.compare(revisions[-1].number, NOW)
        else:
            self.show()
            text = self.tr("There is nothing to compare with yet.")
            self._messages.tell(
                Message(text, self.tr("Freeze a revision first; what changes later is compared to it."))
            )

    def compare(self, before: int, after: int) -> None:
        """Show what differs between two revisions, or from one to what is on screen."""
        self._form.commit()
        self._compared = (before, after)
        try:
            old, new = self._state(before), self._state(after)
        except UserError as error:
            self._messages.tell(message_of(error))
            return

        def work(progress: Progress) -> Comparison:
            progress(0, 0, "")
            found = compare(old, new)
            # The review has panels of its own.
            kept = tuple(document for document in found.documents if document.document != REVIEW_DOCUMENT)
            return replace(found, documents=kept)

        self._jobs.run(work, self._show, lane="compare")

    def _state(self, number: int) -> Snapshot:
        snapshot = self._binding.snapshot
        if number == NOW:
            return snapshot
        return snapshot_of(revision_numbered(self._workspace.revisions, number), snapshot.attachments)

    def _show(self, found: Comparison) -> None:
        before, after = self._compared
        title = self.tr("From {before} to {after}").format(before=self._name(before), after=self._name(after))
        html = comparison_page(found, can_restore=after == NOW and not self._workspace.is_for_review)
        self.page.show_report(title, comparison_summary(found), html)
        self._pages.turn_to(self.page)

    def _name(self, number: int) -> str:
        if number == NOW:
            return self.tr("what is on screen")
        return self.tr("revision {n}").format(n=number)

    def _followed(self, verb: str, document: str, path: str) -> None:
        if verb == "restore":
            if self._restore(self._compared[0], partial(restore_field, document=document, path=path)):
                self.compare(*self._compared)
        else:
            self._navigator.go_to(document, path)

    # -- restoring ------------------------------------------------------------------------------------------------

    def _restore_field(self, number: int) -> None:
        document, path = self._navigator.focus
        if path:
            self._restore(number, partial(restore_field, document=document, path=path))
        else:
            text = self.tr("No field is in focus.")
            self._messages.tell(Message(text, self.tr("Put the cursor in the field to restore, then press it again.")))

    def _restore_section(self, number: int) -> None:
        document, section = self._navigator.place
        self._restore(number, partial(restore_section, document=document, section_id=section))

    def _restore(self, number: int, do: Callable[..., object]) -> bool:
        project, before = self._binding.project, self._binding.snapshot
        done = self._binding.attempt(lambda: do(project, revision_numbered(self._workspace.revisions, number)))
        if done:
            same = self._binding.snapshot is before
            text = self.tr("It stands as it did then.") if same else self.tr("Restored; undo takes it back.")
            self._messages.tell(Message(text))
        return done
