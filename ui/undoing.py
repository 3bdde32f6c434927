"""Undo and redo: what was typed and not read first, then the steps of the project, each shown where it changed it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forms.document import REVIEW_DOCUMENT
from forms.fieldpath import field_of
from ui.inspector import Inspector, Tab
from ui.language import tr
from ui.steps import in_words

if TYPE_CHECKING:
    from forms.document import Place
    from forms.history import History
    from ui.binding import DocumentBinding
    from ui.form_view import FormView
    from ui.navigation import Navigator
    from ui.protocols import Workspace


class Undoing:
    """The two commands, what they are called now, and why they are greyed."""

    def __init__(
        self,
        workspace: Workspace,
        binding: DocumentBinding,
        form: FormView,
        inspector: Inspector,
        navigator: Navigator,
        window: object,
    ) -> None:
        self._workspace, self._binding, self._form = workspace, binding, form
        self._inspector, self._navigator, self._window = inspector, navigator, window

    def undo(self) -> None:
        """Take back the last step, and show what it changed."""
        field = self._form.focused_field()
        if field is not None and field.take_back():
            return
        history = self._binding.project.history
        change = list(history)[-1].changes[0] if len(history) else None
        if self._binding.project.undo(initiator=self._window) and change is not None:
            self._reveal((change.document, change.path))

    def redo(self) -> None:
        """Bring the last step that was undone forward again."""
        self._binding.project.redo(initiator=self._window)

    def undo_name(self) -> str:
        """What undo is called now."""
        history = self._history
        return tr("&Undo {label}").format(label=in_words(history.undo_label) if history else "").rstrip()

    def redo_name(self) -> str:
        """What redo is called now."""
        history = self._history
        return tr("&Redo {label}").format(label=in_words(history.redo_label) if history else "").rstrip()

    def why_not_undo(self) -> str:
        """Why there is nothing to undo; empty when there is."""
        history = self._history
        field = self._form.focused_field() if history is not None else None
        if field is not None and field.editor.has_pending():
            return ""
        return "" if history is not None and history.undo_label else tr("there is nothing to undo")

    def why_not_redo(self) -> str:
        """Why there is nothing to redo; empty when there is."""
        history = self._history
        return "" if history is not None and history.redo_label else tr("nothing was undone")

    @property
    def _history(self) -> History | None:
        project = self._workspace.project
        return project.history if project is not None else None

    def _reveal(self, place: Place) -> None:
        """Show what undo changed, when it is not in sight: a view of a fact in the section shown counts."""
        if place[0] == REVIEW_DOCUMENT:
            self._inspector.show_tab(Tab.REVIEW)
            return
        page, read = self._form.page, self._binding.read
        if page is not None and any(
            field_of(read.home_of(page.document, field.path)[1]) == field_of(place[1]) for field in page.fields
        ):
            return
        self._navigator.go_to(*place)
