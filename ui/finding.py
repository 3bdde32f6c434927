"""Find in the project and go there: the finder with what it looks through, and the hits that F3 steps through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QKeySequence, QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit

from ui import search
from ui.captions import document_names
from ui.finder import Finder, Scope
from ui.messages import Message

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from forms.document import Snapshot
    from ui.actions import Actions
    from ui.binding import DocumentBinding
    from ui.messages import Messages
    from ui.navigation import Navigator
    from ui.search import Hit

MOST_ANSWERS = 200
NOT_LISTED = frozenset({"palette", "find", "find_next", "find_previous"})


class Finding(QObject):
    """Owns the finder of a window."""

    def __init__(self, binding: DocumentBinding, navigator: Navigator, messages: Messages, window: QWidget) -> None:
        super().__init__(window)
        self._binding = binding
        self._navigator = navigator
        self._messages = messages
        self._actions: Actions | None = None
        self._known: tuple[object, list[search.Candidate]] = (None, [])
        self._looked_for = ""
        self._last: Hit | None = None
        self.finder = Finder(self._search, window)
        self.finder.chosen.connect(self._go)
        self.finder.looked_for.connect(self._remember)

    def know_commands(self, actions: Actions) -> None:
        """Offer these commands too."""
        self._actions = actions

    def show_palette(self) -> None:
        """Look through commands, sections, fields and answers."""
        self.finder.ask(Scope.ALL)

    def find(self) -> None:
        """Look through the answers."""
        self.finder.ask(Scope.ANSWERS)

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) answer with what was looked for last."""
        hits = search.answers_saying(self._looked_for, self._binding.snapshot)
        if not self._looked_for:
            self.find()
            return
        if not hits:
            self._messages.tell(Message(self.tr("No answer says “{text}”.").format(text=self._looked_for)))
            return
        places = [(hit.document, hit.target) for hit in hits]
        here = (self._last.document, self._last.target) if self._last else ("", "")
        place = places.index(here) + by if here in places else (0 if by > 0 else -1)
        self._go(hits[place % len(hits)])

    def _search(self, text: str, scope: Scope) -> list[Hit]:
        if not self._binding.is_open:
            return search.matching(text, self._commands())
        snapshot = self._binding.snapshot
        answers = search.answers_saying(text, snapshot)
        if scope is Scope.ANSWERS:
            return answers[:MOST_ANSWERS]
        found = search.matching(text, [*self._commands(), *self._candidates(snapshot)])
        return [*found, *(answers[:MOST_ANSWERS] if len(text.strip()) > 2 else [])]

    def _candidates(self, snapshot: Snapshot) -> list[search.Candidate]:
        forms = {name: document.form for name, document in snapshot.documents.items()}
        named = (forms, document_names(self._binding.read))
        if self._known[0] != named:
            self._known = (named, search.candidates(snapshot))
        return self._known[1]

    def _commands(self) -> list[search.Candidate]:
        if self._actions is None:
            return []
        self._actions.refresh()
        named = {}
        for name in self._actions.ids():
            action = self._actions[name]
            if action.isEnabled() and name not in NOT_LISTED:
                keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                named[name] = (action.text().replace("&", ""), keys)
        return search.commands(named)

    def _remember(self, text: str) -> None:
        self._looked_for, self._last = text, None

    def _go(self, hit: Hit) -> None:
        if hit.kind == "command" and self._actions is not None:
            # When the finder is gone: a command may open something that takes the focus.
            QTimer.singleShot(0, self._actions[hit.target].trigger)
        elif hit.kind == "section":
            self._navigator.choose(hit.document, hit.target)
        else:
            self._last = hit
            self._navigator.go_to(hit.document, hit.target)
            if hit.matched:
                _select(QApplication.focusWidget(), hit.matched)


def _select(widget: QWidget | None, text: str) -> None:
    """Select the words in the editor that has the focus, where it is one that shows them."""
    if isinstance(widget, QTextEdit):
        found = widget.document().find(text, 0, QTextDocument.FindFlag(0))
        if not found.isNull():
            shown = QTextCursor(found)
            widget.setTextCursor(shown)
            widget.ensureCursorVisible()
    elif isinstance(widget, QLineEdit):
        at = widget.text().casefold().find(text.casefold())
        if at >= 0:
            widget.setSelection(at, len(text))
