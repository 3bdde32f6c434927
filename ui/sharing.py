"""Files that go to other people and come back: review files, public editions, later forms, backups."""

from __future__ import annotations

from functools import partial
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from forms.catalogue import form as shipped_form
from forms.errors import UserError
from forms.removed_documents import bring_back, removed_documents
from forms.review_file import new_rows
from forms.views.differences import conflict_lines
from ui.captions import short_title
from ui.messages import Message, message_of
from ui.report_page import ReportPage, heading, link_to, paragraph
from ui.words import counted

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QMenu, QWidget

    from forms.redaction import Redacted
    from forms.removed_documents import RemovedDocument
    from forms.upgrade import Upgraded
    from ui.files import Files
    from ui.form_view import FormView
    from ui.messages import Messages
    from ui.navigation import Navigator
    from ui.pages import Pages
    from ui.protocols import Backup, TakenReview, Workspace

REVIEW_SUFFIX, PROJECT_SUFFIX = ".cerulean-review", ".cerulean"


class SharedFiles(QObject):
    """Verbs of the menus; what they did is told in the strip, or on a page where there is more to read.

    `review_taken` says that findings or rounds came.
    """

    review_taken = Signal()

    def __init__(
        self,
        workspace: Workspace,
        files: Files,
        form: FormView,
        navigator: Navigator,
        pages: Pages,
        messages: Messages,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._files = files
        self._form = form
        self._pages = pages
        self._messages = messages
        self._window = window
        self.page = ReportPage(pages)
        self.page.hide()
        self.page.closed.connect(pages.turn_back)
        self.page.linked.connect(lambda _verb, document, path: navigator.go_to(document, path))

    # -- review files ---------------------------------------------------------------------------------------------

    def write_review(self) -> bool:
        """Ask where, and write the public findings, rounds and checklist there. True when it was written."""
        file = self._where(self.tr("Write a review file"), REVIEW_SUFFIX, self.tr("Review file"))
        if file is None or not self._try(lambda: self._workspace.sharing.write_review(file)):
            return False
        self._files.note_sent()
        text = self.tr("Written to {file}; private findings stay here.").format(file=file)
        self._messages.tell(Message(text))
        return True

    def take_review(self) -> None:
        """Ask for a review file, and merge it."""
        kinds = self.tr("Review file (*{suffix})").format(suffix=REVIEW_SUFFIX)
        title = self.tr("Take in a review file")
        file = self._messages.file_to_open(self._window, title, self._files.folder(), kinds)
        taken: list[TakenReview] = []
        if file is not None and self._try(lambda: taken.append(self._workspace.sharing.take_review(file))):
            if taken[0].merged.taken:
                self.review_taken.emit()
            self._tell_review(taken[0])

    def _tell_review(self, taken: TakenReview) -> None:
        count = len(taken.merged.taken)
        rows = new_rows(taken.merged)
        came = (
            (rows.get("R.findings", 0), self.tr("1 finding is new."), self.tr("{n} findings are new.")),
            (rows.get("R.rounds", 0), self.tr("1 round is new."), self.tr("{n} rounds are new.")),
        )
        parts = [
            *(counted(*each) for each in came if each[0]),
            counted(count, self.tr("1 change was taken in."), self.tr("{n} changes were taken in.")),
            self.tr("The review was written about {state}.").format(state=taken.about)
            if taken.about
            else self.tr("It was written about a state that is not known here: places may have moved."),
        ]
        parts += [
            self.tr("Several findings are called {name}; they are kept apart.").format(name=name)
            for name in taken.twice
        ]
        conflicts = taken.merged.conflicts
        if not conflicts:
            self._messages.tell(Message(" ".join(parts)))
            return
        lines = [paragraph(escape(line)) for conflict in conflicts for line in conflict_lines(conflict)]
        head = counted(len(conflicts), self.tr("1 place was not taken in"), self.tr("{n} places were not taken in"))
        self._show(self.tr("The review of {by}").format(by=taken.by), " ".join(parts), heading(head), *lines)

    # -- public editions ------------------------------------------------------------------------------------------

    def write_public_edition(self) -> None:
        """Ask where, and write a copy there that may be published."""
        file = self._where(self.tr("Write a public edition"), PROJECT_SUFFIX, self.tr("Cerulean project"))
        made: list[Redacted] = []
        if file is not None and self._try(lambda: made.append(self._workspace.sharing.write_public_edition(file))):
            self._tell_edition(made[0], file)

    def _tell_edition(self, made: Redacted, file: Path) -> None:
        count = len(made.withheld)
        parts = [
            paragraph(
                counted(
                    count,
                    self.tr("1 answer with personal data is withheld."),
                    self.tr("{n} answers with personal data are withheld."),
                )
            ),
            *(paragraph(escape(line)) for line in made.left_out),
        ]
        if made.still_named:
            parts.append(heading(escape(self.tr("Read before you publish"))))
            parts.append(paragraph(escape(self.tr("A withheld name or number still stands in the text at:"))))
            parts += [paragraph(link_to("place", *place, " ".join(place)), indent=1) for place in made.still_named]
        self._show(self.tr("Public edition"), str(file), *parts)

    # -- documents that were taken out ----------------------------------------------------------------------------

    def fill_removed_documents(self, menu: QMenu) -> None:
        """Documents whose answers are kept aside, as entries that bring them back."""
        menu.clear()
        project = self._workspace.project
        for removed in removed_documents(project) if project is not None else ():
            count = counted(removed.answers, self.tr("1 answer"), self.tr("{n} answers"))
            menu.addAction(f"{short_title(removed.form)}   {count}", partial(self._bring_back, removed))
        if menu.isEmpty():
            menu.addAction(self.tr("No document was taken out")).setEnabled(False)

    def _bring_back(self, removed: RemovedDocument) -> None:
        project = self._workspace.project
        if project is not None and self._try(lambda: bring_back(project, removed)):
            text = self.tr("{name} is in the project again; undo takes it out.").format(name=short_title(removed.form))
            self._messages.tell(Message(text))

    # -- later forms ----------------------------------------------------------------------------------------------

    def fill_later_forms(self, menu: QMenu) -> None:
        """The forms that the project can be carried to, as entries of a menu."""
        menu.clear()
        known = self._workspace.sharing.later_forms() if self._workspace.project is not None else ()
        for form_id, version in known:
            title = f"{short_title(shipped_form(form_id, version))} {version}"
            menu.addAction(title, partial(self._carry_over, form_id, version))
        if menu.isEmpty():
            menu.addAction(self.tr("No later form takes over this one")).setEnabled(False)

    def _carry_over(self, form_id: str, version: str) -> None:
        self._files.unless_modified(lambda: self._carry_over_now(form_id, version))

    def _carry_over_now(self, form_id: str, version: str) -> None:
        made: list[Upgraded] = []
        if self._files.take_project(lambda: made.append(self._workspace.sharing.carry_over(form_id, version))):
            self._tell_carried(made[0], form_id, version)

    def _tell_carried(self, made: Upgraded, form_id: str, version: str) -> None:
        about = self.tr(
            "{carried} answers were carried over, {lost} found no place and are kept aside, {new} places are new. "
            "This is a new project; the file before is as it was."
        ).format(carried=len(made.placed), lost=len(made.without_place), new=len(made.new))
        parts: list[str] = []
        if made.without_place:
            parts.append(heading(escape(self.tr("Found no place"))))
        for lost in made.without_place:
            parts.append(heading(escape(lost.label), 2))
            parts.append(paragraph(escape(lost.text), indent=1))
            parts.append(paragraph(escape(lost.reason), quiet=True, indent=1))
        look = [placed for placed in made.placed if placed.look_at]
        if look:
            parts.append(heading(escape(self.tr("Look at these: a part may belong elsewhere"))))
        for placed in look:
            links = ", ".join(link_to("place", form_id, path, path) for path in (placed.new, *placed.look_at))
            parts.append(paragraph(links, indent=1))
        title = f"{short_title(shipped_form(form_id, version))} {version}"
        self._show(self.tr("Carried over to {form}").format(form=title), about, *parts)

    # -- backups --------------------------------------------------------------------------------------------------

    def fill_backups(self, menu: QMenu) -> None:
        """Earlier states of the file, as entries of a menu."""
        menu.clear()
        known = self._workspace.sharing.backups() if self._workspace.project is not None else ()
        for backup in known:
            size = self._window.locale().formattedDataSize(backup.size)
            menu.addAction(f"{backup.at:%d/%m/%Y %H:%M:%S}   {size}", partial(self._restore, backup)).setEnabled(
                not self._workspace.is_for_review
            )
        if menu.isEmpty():
            menu.addAction(self.tr("No backups: they are kept at each save")).setEnabled(False)

    def _restore(self, backup: Backup) -> None:
        if self._try(lambda: self._workspace.sharing.restore(backup)):
            when = f"{backup.at:%d/%m/%Y %H:%M}"
            text = self.tr("The state of {when} is on screen and not saved; undo takes it back.").format(when=when)
            self._messages.tell(Message(text))

    # -- asking, trying, showing ----------------------------------------------------------------------------------

    def _where(self, title: str, suffix: str, kind: str) -> Path | None:
        proposal = self._files.folder() / f"{self._files.stem()}{suffix}"
        file = self._messages.file_to_save(self._window, title, proposal, f"{kind} (*{suffix})")
        return file if file is None or file.suffix else file.with_suffix(suffix)

    def _try(self, do: Callable[[], object]) -> bool:
        self._form.commit()
        try:
            do()
        except UserError as error:
            self._messages.tell(message_of(error))
            return False
        return True

    def _show(self, title: str, about: str, *parts: str) -> None:
        self.page.show_report(title, about, "".join(parts))
        self._pages.turn_to(self.page)
