"""Working with other people on one project: review, revisions, merges and shared files, as one part of the window."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from forms.document import COMPANIONS, FACTS_DOCUMENT
from ui.intake import Intake
from ui.labels import small_button
from ui.merging import Merging
from ui.panels.review import Way
from ui.reviewing import Reviewing
from ui.revising import Revising
from ui.sharing import SharedFiles
from ui.style import current_theme
from ui.style.icons import picture

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.binding import DocumentBinding
    from ui.checking import Checking
    from ui.files import Files
    from ui.form_view import FormView
    from ui.inspector import Inspector
    from ui.jobs import JobRunner
    from ui.messages import Messages
    from ui.navigation import Navigator
    from ui.pages import Pages
    from ui.protocols import Workspace
    from ui.section_tree import SectionTree

COMMANDS = (
    "documents", "show_findings", "raise_finding", "show_checklist", "take_note", "write_review", "take_review",
    "take_annotations", "take_findings", "write_findings", "freeze", "compare", "public_edition",
    "history",
)  # fmt: skip
"""Ids of the commands that `Together.commands` does."""


class Together(QObject):
    """Makes the parts and connects them with one another; the window gives each what it needs."""

    def __init__(
        self,
        workspace: Workspace,
        binding: DocumentBinding,
        form: FormView,
        tree: SectionTree,
        inspector: Inspector,
        pages: Pages,
        navigator: Navigator,
        checking: Checking,
        files: Files,
        jobs: JobRunner,
        messages: Messages,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._navigator = navigator
        self._show_history = partial(_show_history, workspace, binding, navigator, pages, messages)
        self.reviewing = Reviewing(workspace, binding, form, tree, inspector, navigator, checking)
        self.revising = Revising(workspace, binding, form, inspector, navigator, pages, jobs, messages)
        self.merging = Merging(workspace, binding, pages, messages)
        self.shared = SharedFiles(workspace, files, form, navigator, pages, messages, window)
        self.shared.review_taken.connect(lambda: self.reviewing.show(Way.FINDINGS))
        files.write_review = self.shared.write_review
        self.intake = Intake(workspace, binding, files, form, navigator, pages, jobs, messages, window)
        self.intake.taken.connect(lambda: self.reviewing.show(Way.FINDINGS))
        self.strip = ReviewStrip(window)
        self.strip.send_wanted.clicked.connect(self.shared.write_review)
        files.overtaken.connect(self.merging.offer)
        self.merging.merged.connect(files.save)
        navigator.arrived.connect(pages.turn_back)
        binding.replaced.connect(lambda: self.strip.setVisible(workspace.is_for_review))

    def commands(self) -> dict[str, Callable[[], object]]:
        """What each of `COMMANDS` does."""
        return {
            "documents": lambda: self._navigator.go_to(FACTS_DOCUMENT, COMPANIONS),
            "show_findings": lambda: self.reviewing.show(Way.FINDINGS),
            "raise_finding": lambda: self.reviewing.begin_finding(),
            "show_checklist": lambda: self.reviewing.show(Way.CHECKLIST),
            "take_note": lambda: self.reviewing.begin_note(),
            "write_review": self.shared.write_review,
            "take_review": self.shared.take_review,
            "take_annotations": self.intake.take_annotations,
            "take_findings": self.intake.take_findings,
            "write_findings": self.intake.write_findings,
            "freeze": self.revising.show,
            "compare": self.revising.compare_newest,
            "public_edition": self.shared.write_public_edition,
            "history": self._show_history,
        }


def _show_history(
    workspace: Workspace, binding: DocumentBinding, navigator: Navigator, pages: Pages, messages: Messages
) -> None:
    """Read in and made when it is first wanted: few look back on the day they start."""
    from ui.history import History

    found = pages.findChild(History)
    made = found if isinstance(found, History) else History(workspace, binding, navigator, pages, messages)
    made.show()


class ReviewStrip(QFrame):
    """Says, for as long as it is so, that the project was opened to be reviewed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._sign = QLabel(self)
        words = QLabel(
            self.tr(
                "Opened read-only to review: findings, notes and the checklist can be written, answers cannot be "
                "changed. The file itself stays as it is."
            ),
            self,
        )
        words.setWordWrap(True)
        self.send_wanted = small_button(self.tr("Write a review file…"), self)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 8, 6)
        row.setSpacing(10)
        row.addWidget(self._sign)
        row.addWidget(words, 1)
        row.addWidget(self.send_wanted)
        current_theme().changed.connect(self._tint)
        self._tint()
        self.hide()

    def _tint(self) -> None:
        theme = current_theme()
        self._sign.setPixmap(picture("eye", theme.palette.accent, theme.px(18), ratio=self.devicePixelRatioF()))
