"""Somebody else saved meanwhile: what both changed side by side, a choice for each, and one step that merges."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from forms.errors import UserError
from ui.captions import document_name
from ui.labels import Link, caption
from ui.messages import Message, message_of
from ui.scrolling import scrolled
from ui.words import counted

if TYPE_CHECKING:
    from collections.abc import Callable

    from forms.meanwhile import Meanwhile
    from forms.merge import Conflict
    from ui.binding import DocumentBinding
    from ui.messages import Messages
    from ui.pages import Pages
    from ui.protocols import Workspace

_LONGEST = 1_200


class ConflictView(QFrame):
    """One place with its three answers; mine counts until theirs is chosen."""

    chosen = Signal()

    def __init__(self, conflict: Conflict, document: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.conflict = conflict
        self.setProperty("role", "record")
        head = caption(" · ".join(filter(None, (document, conflict.label))), "label", self)
        self.mine = QRadioButton(self.tr("Mine"), self)
        self.theirs = QRadioButton(self.tr("Theirs"), self)
        self._group = QButtonGroup(self)
        for button in (self.mine, self.theirs):
            button.setAccessibleName(f"{button.text()}: {conflict.label}")
            self._group.addButton(button)
        self.mine.setChecked(True)
        # A file is the same under both names: only mine can stay.
        self.theirs.setEnabled(conflict.kind != "attachment")
        grid = QGridLayout(self)
        grid.setContentsMargins(14, 4, 8, 12)
        grid.setHorizontalSpacing(16)
        grid.addWidget(head, 0, 0, 1, 3)
        before = caption(self.tr("Before, as both began"), "small", self)
        columns = ((self.mine, conflict.mine), (self.theirs, conflict.theirs), (before, conflict.base))
        for column, (top, text) in enumerate(columns):
            grid.addWidget(top, 1, column)
            words = caption(_shortened(text), "quiet" if top is before else "", self)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(words, 2, column, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(column, 1)
        self._group.buttonClicked.connect(self.chosen)

    @property
    def takes_theirs(self) -> bool:
        """True when their side is to count."""
        return self.theirs.isChecked()


class MergePage(QWidget):
    """Every conflict, with what is taken besides. `merge_wanted`, `closed`."""

    merge_wanted = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.views: list[ConflictView] = []
        self.title = caption(self.tr("Somebody else saved this file meanwhile"), "title", self)
        self.about = caption("", "quiet", self)
        self.all_mine = Link(self.tr("Mine everywhere"), self)
        self.all_theirs = Link(self.tr("Theirs everywhere"), self)
        self.merge_button = QPushButton(self.tr("Merge and save"), self)
        self.merge_button.setProperty("primary", True)
        self.later_button = QPushButton(self.tr("Not now"), self)
        self._lay_out()
        self.all_mine.clicked.connect(partial(self._choose_all, theirs=False))
        self.all_theirs.clicked.connect(partial(self._choose_all, theirs=True))
        self.merge_button.clicked.connect(self.merge_wanted)
        self.later_button.clicked.connect(self.closed)
        self.setFocusProxy(self.merge_button)

    def _lay_out(self) -> None:
        choose = QHBoxLayout()
        choose.setSpacing(16)
        choose.addWidget(self.all_mine)
        choose.addWidget(self.all_theirs)
        choose.addStretch(1)
        foot = QHBoxLayout()
        foot.addWidget(self.merge_button)
        foot.addWidget(self.later_button)
        foot.addStretch(1)
        inside = QWidget(self)
        page = QVBoxLayout(inside)
        page.setContentsMargins(0, 0, 12, 0)
        page.setSpacing(8)
        page.addWidget(self.title)
        page.addWidget(self.about)
        page.addLayout(choose)
        self._conflicts = QVBoxLayout()
        self._conflicts.setSpacing(14)
        page.addLayout(self._conflicts)
        page.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 20, 16)
        column.setSpacing(8)
        column.addWidget(scrolled(inside, self), 1)
        column.addLayout(foot)

    def show_meanwhile(self, found: Meanwhile, name_of: Callable[[str], str]) -> None:
        """What was found; `name_of` gives the title of a document."""
        for old in self.views:
            self._conflicts.removeWidget(old)
            old.deleteLater()
        self.views = [ConflictView(conflict, name_of(conflict.document), self) for conflict in found.conflicts]
        for view in self.views:
            self._conflicts.addWidget(view)
        self.about.setText(self._words(found))
        for link in (self.all_mine, self.all_theirs):
            link.setVisible(bool(self.views))

    def theirs(self) -> tuple[Conflict, ...]:
        """Conflicts in which their side was chosen."""
        return tuple(view.conflict for view in self.views if view.takes_theirs)

    def _words(self, found: Meanwhile) -> str:
        taken, conflicts = len(found.merged.taken), len(found.conflicts)
        parts = [
            counted(
                taken,
                self.tr("1 change of theirs meets none of yours and is taken over."),
                self.tr("{n} changes of theirs meet none of yours and are taken over."),
            ),
            counted(
                conflicts,
                self.tr("At 1 place both changed the same: choose what counts."),
                self.tr("At {n} places both changed the same: choose what counts."),
            )
            if conflicts
            else self.tr("Nowhere did both change the same."),
            self.tr("The merge is one step that can be undone; what lies in the file now is kept as a backup."),
        ]
        return " ".join(parts if taken else parts[1:])

    def _choose_all(self, *, theirs: bool) -> None:
        for view in self.views:
            button = view.theirs if theirs and view.theirs.isEnabled() else view.mine
            button.setChecked(True)


class Merging(QObject):
    """Offers the merge when a save finds another state in the file. `merged` says that saving can be tried again."""

    merged = Signal()

    def __init__(self, workspace: Workspace, binding: DocumentBinding, pages: Pages, messages: Messages) -> None:
        super().__init__(pages)
        self._workspace = workspace
        self._binding = binding
        self._pages = pages
        self._messages = messages
        self._found: Meanwhile | None = None
        self.page = MergePage(pages)
        self.page.hide()
        self.page.merge_wanted.connect(self._merge)
        self.page.closed.connect(pages.turn_back)

    def offer(self) -> None:
        """Show what both changed."""
        try:
            self._found = self._workspace.sharing.meanwhile()
        except UserError as error:
            self._messages.tell(message_of(error))
            return
        self.page.show_meanwhile(self._found, self._name_of)
        self._pages.turn_to(self.page)

    def _name_of(self, document: str) -> str:
        return document_name(self._binding.read, document)

    def _merge(self) -> None:
        found, theirs = self._found, self.page.theirs()
        if found is None:
            return
        now = found.anew(self._binding.snapshot)
        if now.conflicts != found.conflicts:
            self._found = now
            self.page.show_meanwhile(now, self._name_of)
            text = self.tr("You went on editing, and the conflicts are others now: look at them again.")
            self._messages.tell(Message(text, kind="warning"))
            return
        try:
            self._workspace.sharing.merge(now, theirs)
        except UserError as error:
            self._messages.tell(message_of(error))
            return
        self._pages.turn_back()
        self.merged.emit()


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"
