"""Building dossiers off the GUI thread: into a folder, and as the preview beside the form."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, QUrl
from PySide6.QtGui import QDesktopServices

from forms.errors import UserError
from forms.fieldpath import field_of
from ui.dialogs.print_dossier import PrintDialog, PrintOrder
from ui.inspector import Tab
from ui.messages import Message, Messages, Option, message_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.binding import DocumentBinding
    from ui.checking import Checking
    from ui.files import Files
    from ui.form_view import FormView
    from ui.inspector import Inspector
    from ui.jobs import JobRunner, Progress
    from ui.navigation import Navigator
    from ui.protocols import Built, Dossiers

PREVIEW_AFTER = 1_200


class Printing(QObject):
    """Dialog, building, and preview."""

    def __init__(
        self,
        binding: DocumentBinding,
        jobs: JobRunner,
        dossiers: Dossiers,
        messages: Messages,
        files: Files,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._binding = binding
        self._jobs = jobs
        self._dossiers = dossiers
        self._messages = messages
        self._files = files
        self._window = window
        self.last = PrintOrder((), draft=False, container="a3", folder=Path.home())
        """What was ordered last, or what the user prefers."""
        self.folder: Path | None = None
        """Where the user prefers to have dossiers; else they go beside the project."""

    def dialog(self, errors: int) -> PrintDialog:
        """The dialog, with what was chosen the last time."""
        kinds = list(self._dossiers.all(self._binding.snapshot))
        folder = self.last.folder if self.last.kinds else self.folder or self._files.folder()
        unread = len(self._binding.unread)
        return PrintDialog(kinds, replace(self.last, folder=folder), errors, self._messages, self._window, unread)

    def ask(self, errors: int) -> None:
        """Show the dialog, and build what is ordered."""
        dialog = self.dialog(errors)
        dialog.accepted.connect(lambda: self.build(dialog.order()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def build(self, order: PrintOrder) -> None:
        """Build them one after the other."""
        self.last = order
        snapshot, dossiers, stem = self._binding.snapshot, self._dossiers, self._files.stem()

        def work(progress: Progress) -> list[Path]:
            made = []
            for kind in order.kinds:
                mark = "_DRAFT" if order.draft else ""
                target = order.folder / f"{kind}_{stem.replace(' ', '-')}{mark}.pdf"
                dossiers.build(snapshot, kind, target, order.draft, order.container, progress)
                made.append(target)
            return made

        self._jobs.run(work, self._built, failed=self._not_built, title=self.tr("Building the dossier"), lane="print")

    def _built(self, files: list[Path]) -> None:
        if not files:
            return
        options = (
            Option(self.tr("Open"), partial(_open_outside, files[0])),
            Option(self.tr("Show the folder"), partial(_open_outside, files[0].parent)),
        )
        names = ", ".join(file.name for file in files)
        text = self.tr("Built {names} in {folder}.").format(names=names, folder=files[0].parent)
        self._messages.tell(Message(text, options=options))

    def _not_built(self, error: Exception) -> None:
        known = isinstance(error, UserError)
        told = error if known else UserError(self.tr("The dossier was not built."), str(error))
        self._messages.tell(message_of(told))  # type: ignore[arg-type]


class Previewing(QObject):
    """Keeps the pages beside the form up to date while they are looked at."""

    def __init__(
        self,
        binding: DocumentBinding,
        jobs: JobRunner,
        dossiers: Dossiers,
        form: FormView,
        inspector: Inspector,
        navigator: Navigator,
        checking: Checking,
    ) -> None:
        super().__init__(inspector)
        self._binding = binding
        self._jobs = jobs
        self._dossiers = dossiers
        self._form = form
        self._inspector = inspector
        self._panel = inspector.preview
        self._navigator = navigator
        self._checking = checking
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(PREVIEW_AFTER)
        self._clock.timeout.connect(self.rebuild)
        self._panel.wanted.connect(self._build)
        inspector.shown.connect(self._tab_shown)

    def show_kinds(self) -> None:
        """Offer the dossiers that apply now."""
        self._panel.show_kinds(list(self._dossiers.all(self._binding.snapshot)))

    def later(self) -> None:
        """After an edit: make the pages anew when nobody has typed for a moment, if they are in sight."""
        if self._inspector.tab is Tab.PREVIEW and self._inspector.isVisible():
            self._clock.start()

    def rebuild(self) -> None:
        """Make the pages of the dossier that is chosen."""
        kind = self._panel.kind.currentData()
        if kind:
            self._build(kind)
        else:
            self._panel.show_note(self.tr("There is no dossier for this project yet."))

    def _tab_shown(self, tab: int) -> None:
        if tab == Tab.PREVIEW and not self._panel.pages.pages:
            self.rebuild()

    def _build(self, kind: str) -> None:
        self._form.commit()
        snapshot, dossiers = self._binding.snapshot, self._dossiers
        draft = self._checking.errors > 0
        folder = tempfile.TemporaryDirectory(prefix="cerulean-preview-")

        def work(progress: Progress) -> tuple[Path, Built]:
            file = Path(folder.name) / "preview.pdf"
            return file, dossiers.build(snapshot, kind, file, draft, "a2", progress)

        def show(result: tuple[Path, Built]) -> None:
            file, built = result
            self._panel.show_pdf(file, built.anchors)
            self._panel.follow(field_of(self._navigator.focus[1]), self._navigator.place[1])
            folder.cleanup()

        def failed(error: Exception) -> None:
            folder.cleanup()
            self._panel.show_note(self.tr("The pages could not be made: {error}").format(error=error))

        self._jobs.run(work, show, failed=failed, title=self.tr("Making the pages"), lane="preview")


def _open_outside(file: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))
