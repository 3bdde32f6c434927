"""Keeps the inspector with the field in focus and with the project, and takes up what is wanted there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from forms.fieldpath import field_of
from ui.copies import copy_out
from ui.inspector import Inspector, Tab

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from forms.evidence import Attachment
    from ui.binding import DocumentBinding
    from ui.checking import Checking
    from ui.messages import Messages
    from ui.navigation import Navigator


class Inspecting(QObject):
    """Listens to the navigator, the checks and the panels."""

    def __init__(
        self,
        binding: DocumentBinding,
        navigator: Navigator,
        checking: Checking,
        inspector: Inspector,
        messages: Messages,
        window: QWidget,
    ) -> None:
        super().__init__(inspector)
        self._binding, self._navigator, self._checking = binding, navigator, checking
        self._inspector, self._messages, self._window = inspector, messages, window
        navigator.focused.connect(self._focused)
        inspector.problems.place_wanted.connect(navigator.go_to)
        inspector.problems.explaining.explained.connect(checking.explain)
        inspector.problems.explaining.withdrawn.connect(checking.withdraw)
        inspector.working.place_wanted.connect(navigator.go_to)
        inspector.evidence.place_wanted.connect(navigator.go_to)
        inspector.evidence.copy_wanted.connect(self._copy_out)

    def arrive(self, document: str, section: str) -> None:
        """Another section is shown."""
        self._inspector.help.show_place(self._binding.read, document, "", section)
        self._inspector.problems.show_place(document, section)
        self.follow_project()
        self._inspector.preview.follow(section)

    def follow_project(self) -> None:
        """The project as it is now."""
        self._inspector.working.show_snapshot(self._binding.snapshot)
        self._inspector.evidence.show_project(self._binding.read)

    def show_checked(self) -> None:
        """What the checks found, and what is left."""
        read, checking, problems = self._binding.read, self._checking, self._inspector.problems
        problems.show_problems(checking.problems, read)
        problems.progress.show_state(read, checking.completeness, checking.problems)

    def show_help(self, document: str, path: str) -> None:
        """Help for a field."""
        self._focused(document, path)
        self._inspector.show_tab(Tab.HELP)

    def show_working(self, name: str) -> None:
        """How a figure of the document that is shown came about."""
        self._inspector.working.show_snapshot(self._binding.snapshot)
        self._inspector.show_tab(Tab.WORKING)
        self._inspector.working.explain(name, self._navigator.place[0])

    def show_progress(self) -> None:
        """What is left, by section."""
        self._inspector.show_tab(Tab.PROBLEMS)
        self._inspector.problems.ways.setCurrentIndex(1)
        self._inspector.problems.progress.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problems(self) -> None:
        """What is wrong."""
        self._inspector.show_tab(Tab.PROBLEMS)
        self._inspector.problems.ways.setCurrentIndex(0)
        self._inspector.problems.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _focused(self, document: str, path: str) -> None:
        section = self._navigator.place[1]
        self._inspector.help.show_place(self._binding.read, document, path, section)
        self._inspector.working.follow(document, path)
        self._inspector.evidence.follow(document, path)
        self._inspector.preview.follow(field_of(path), section)

    def _copy_out(self, carried: Attachment) -> None:
        copy_out(carried, self._messages, self._window)
