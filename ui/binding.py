"""From the core's plain callback to one Qt signal, and the gate as widgets use it."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from forms.errors import UserError
from forms.fieldpath import field_of
from ui.unread import UnreadSteps

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from forms.document import FieldState, Place, Reader, Snapshot
    from forms.history import Edit
    from forms.project import Project

SETTLE_AFTER = 2_000
"""Milliseconds without a keystroke after which typing counts as one undo step."""


class DocumentBinding(QObject):
    """The open project for widgets.

    `changed(edit, initiator)` follows every edit; `replaced` says that another project was opened; `refused` carries a
    `UserError` of the gate; `unread_changed` says that a place holds typed text that could not be read, or no longer;
    `typing` that a line is being typed which is read when it is left.
    """

    changed = Signal(object, object)
    replaced = Signal()
    refused = Signal(object)
    unread_changed = Signal()
    typing = Signal()

    def __init__(self, project: Project | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project: Project | None = None
        self._end_listening: Callable[[], None] | None = None
        self.unread: dict[Place, str] = {}
        self._unread_steps = UnreadSteps()
        self._settle_clock = QTimer(self)
        self._settle_clock.setSingleShot(True)
        self._settle_clock.setInterval(SETTLE_AFTER)
        self._settle_clock.timeout.connect(self._settle)
        self.changed.connect(self._settle_clock.start)
        if project is not None:
            self.attach(project)

    def attach(self, project: Project) -> None:
        """Show this project from now on."""
        self.detach()
        self._project = project
        self._end_listening = project.listen(self._tell)
        self.unread.clear()
        self._unread_steps.clear()
        self.replaced.emit()

    def detach(self) -> None:
        """Stop listening; call before the window goes."""
        if self._end_listening is not None:
            self._end_listening()
            self._end_listening = None

    def _settle(self) -> None:
        """Typing that rested so long is a step of its own."""
        if self.is_open:
            self.project.settle()

    @property
    def is_open(self) -> bool:
        """True while a project is shown; false between `detach` and the next."""
        return self._end_listening is not None

    @property
    def project(self) -> Project:
        """The open project.

        Raises:
            RuntimeError: none is open.
        """
        if self._project is None:
            msg = "No project is open."
            raise RuntimeError(msg)
        return self._project

    @property
    def snapshot(self) -> Snapshot:
        """The project as it is now."""
        return self.project.snapshot

    @property
    def read(self) -> Reader:
        """A reader of the project as it is now."""
        return self.project.read

    def state(self, document: str, path: str) -> FieldState:
        """Whether a field is asked here and now; read only where the project was opened to be reviewed."""
        found = self.read.state(document, path)
        home, _ = self.read.home_of(document, path)
        return found if self.project.may_change(home) else replace(found, readonly=True)

    def attempt(self, change: Callable[[], object]) -> bool:
        """Do a change through the gate; what the gate refuses is told by `refused`. True when it was done."""
        try:
            change()
        except UserError as error:
            self.refused.emit(error)
            return False
        return True

    def touches(self, edit: Edit, document: str, path: str) -> bool:
        """True when the edit changed the place shown at `path`, or anything inside it."""
        home, place = self.read.home_of(document, path)
        wanted = field_of(place)
        exact = "[" in place
        return any(
            change.document == home and (change.path == place if exact else field_of(change.path) == wanted)
            for change in edit.changes
        )

    def keep_unread(self, document: str, path: str, text: str) -> None:
        """Remember text that could not be read, so that it is never lost; empty text forgets it."""
        before = self.unread.get((document, path), "")
        if text:
            self.unread[document, path] = text
        else:
            self.unread.pop((document, path), None)
        if before != text:
            self.unread_changed.emit()

    @contextmanager
    def unread_of_step(self, document: str, texts: Mapping[str, str]) -> Iterator[None]:
        """Keep what a step leaves unread, by path; it goes with the step when that is undone, and comes back with it.

        `texts` is filled inside; empty text where what was typed could be read.
        """
        last = self._last_edit
        yield
        after = {(document, path): text for path, text in texts.items()}
        before = {place: self.unread.get(place, "") for place in after}
        if any((*before.values(), *after.values())):
            now = self._last_edit
            self._unread_steps.add(now if now is not last else None, before, after)
            self._keep_all(after)

    @property
    def has_loose_text(self) -> bool:
        """True when the last thing done left text unread and changed no answer: it is no step of the project."""
        return self._unread_steps.has_loose

    def take_back_unread(self) -> bool:
        """Take such text back; false when there is none."""
        before = self._unread_steps.taken_back()
        self._keep_all(before)
        return bool(before)

    @property
    def _last_edit(self) -> Edit | None:
        return next(reversed(list(self.project.history)), None)

    def _keep_all(self, texts: Mapping[Place, str]) -> None:
        for (document, path), text in texts.items():
            self.keep_unread(document, path, text)

    def _tell(self, edit: Edit, initiator: object) -> None:
        self._keep_all(self._unread_steps.followed(self.project.history))
        self.changed.emit(edit, initiator)
