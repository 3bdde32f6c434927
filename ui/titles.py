"""What the window says of the whole project: its title, its stage, and whether the work is safe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forms.document import REVIEW_DOCUMENT
from ui.captions import document_names
from ui.language import tr
from ui.words import counted

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from forms.document import Place
    from ui.binding import DocumentBinding
    from ui.files import Files
    from ui.protocols import Workspace
    from ui.top_bar import TopBar

TITLE: Place = ("facts", "P.title")
STAGE: Place = ("facts", "P.stage")
"""The two facts that the top bar shows; where a project has no such facts it shows nothing."""


class Titles:
    """Kept in the top bar and in the title of the window."""

    def __init__(
        self, workspace: Workspace, binding: DocumentBinding, files: Files, top: TopBar, window: QWidget
    ) -> None:
        self._workspace, self._binding, self._files = workspace, binding, files
        self._top, self._window = top, window

    def show(self) -> None:
        """As the project is now."""
        if not self._binding.is_open or self._workspace.project is None:
            self._window.setWindowTitle(tr("Cerulean"))
            return
        read = self._binding.read
        title = read.text(TITLE[1], TITLE[0]) if read.field(*TITLE) else ""
        self._top.show_title(title)
        self._show_stage()
        words = tr("{title} – {file}[*] – Cerulean").format(title=title or tr("Untitled"), file=self._file())
        self._window.setWindowTitle(words)
        is_modified = self._workspace.is_modified
        self._window.setWindowModified(is_modified)
        self._top.show_saved(self._saved(), modified=self._workspace.path is None or is_modified)

    def show_documents(self, current: str) -> None:
        """Every document but the review, which has panels of its own."""
        names = document_names(self._binding.read)
        entries = [(document, name) for document, name in names.items() if document != REVIEW_DOCUMENT]
        self._top.show_documents(entries, current)

    def choose_stage(self, stage: str) -> None:
        """Put the stage into the facts."""
        self._binding.attempt(lambda: self._binding.project.set(*STAGE, stage, initiator=self._window))

    def _show_stage(self) -> None:
        read = self._binding.read
        stage = read.field(*STAGE)
        choices = [(choice.code, choice.label) for choice in stage.choices] if stage else []
        self._top.show_stages(choices, str(read.value(STAGE[1], STAGE[0]) or ""))
        self._top.stage.setEnabled(not self._workspace.is_for_review)

    def _file(self) -> str:
        name = self._workspace.path.name if self._workspace.path else tr("not saved yet")
        return tr("{file}, read-only to review").format(file=name) if self._workspace.is_for_review else name

    def _saved(self) -> str:
        count, at = self._workspace.edits_since_save, self._files.saved_at
        if self._workspace.is_for_review and not count:
            return tr("Read-only, to review")
        if self._workspace.path is None:
            return tr("Not saved to a file yet")
        if self._workspace.is_modified:
            return counted(count, tr("1 edit since the last save"), tr("{n} edits since the last save"))
        return tr("Saved {time}").format(time=f"{at:%H:%M}") if at else tr("Saved")
