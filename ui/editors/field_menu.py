"""What can be done with an answer without typing it: leave it blank, say where it came from, clear it; and the menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from forms.answers import ORIGIN_MARK, Origin
from ui.calculation.picker import is_matrix
from ui.editors.field_parts import is_view
from ui.language import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.editors.base import Spot
    from ui.editors.field_strips import FieldStrips


class AnswerVerbs(QObject):
    """The verbs on the answer of a field; those that need a reason ask for it below the editor.

    `done` follows each that changed the project.
    """

    done = Signal()

    def __init__(self, field: QWidget, spot: Spot, strips: FieldStrips) -> None:
        super().__init__(field)
        self._field, self._spot, self._strips = field, spot, strips

    def ask_blank(self) -> None:
        """Leave it blank, because."""
        self._strips.insist_on_reason(tr("Left blank on purpose, because"), self._leave_blank)

    def mark_typed(self) -> None:
        """Typed by hand."""
        self._set_origin(Origin.TYPED, "")

    def ask_estimated(self) -> None:
        """Estimated, and how."""
        self._ask_origin(tr("Estimated how?"), Origin.ESTIMATED)

    def ask_default(self) -> None:
        """From a table, and from which row."""
        self._ask_origin(tr("Which table and row?"), Origin.DEFAULT)

    def ask_imported(self) -> None:
        """From a file, and which."""
        self._ask_origin(tr("Imported from which file?"), Origin.IMPORTED)

    def ask_override(self) -> None:
        """In place of a default or calculated value, and why."""
        question = tr("Why does the default or calculated value not fit? It is printed.")
        self._ask_origin(question, Origin.OVERRIDDEN)

    def override(self, why: str) -> None:
        """In place of a default or calculated value."""
        self._set_origin(Origin.OVERRIDDEN, why)

    def clear(self) -> None:
        """Take the answer away, and what was typed and not read."""
        spot = self._spot
        spot.binding.keep_unread(spot.document, spot.path, "")
        spot.binding.attempt(lambda: spot.binding.project.clear(spot.document, spot.path, initiator=self._field))
        self.done.emit()

    def _leave_blank(self, reason: str) -> None:
        spot, field = self._spot, self._field
        spot.binding.attempt(lambda: spot.binding.project.blank(spot.document, spot.path, reason, initiator=field))
        self.done.emit()

    def _ask_origin(self, question: str, origin: Origin) -> None:
        self._strips.insist_on_reason(question, lambda note: self._set_origin(origin, note))

    def _set_origin(self, origin: Origin, note: str) -> None:
        spot, answer = self._spot, self._spot.answer
        value = answer.value if answer else None
        if value is None:
            return
        project, place = spot.binding.project, (spot.document, spot.path)
        spot.binding.attempt(lambda: project.set(*place, value, origin=origin, note=note, initiator=self._field))
        self.done.emit()


class FieldMenu(QObject):
    """Makes the menu of a field; what leads elsewhere is told by signals."""

    home_wanted = Signal()
    help_wanted = Signal()
    remark_wanted = Signal(str)
    """`finding` or `note`."""

    def __init__(self, field: QWidget, spot: Spot, verbs: AnswerVerbs, *, compound: bool) -> None:
        super().__init__(field)
        self._field, self._spot, self._verbs, self._compound = field, spot, verbs, compound

    def make(self, *, readonly: bool) -> QMenu:
        """What can be done here now."""
        menu, verbs, answer = QMenu(self._field), self._verbs, self._spot.answer
        single = not self._compound and not readonly
        blank = menu.addAction(tr("Leave blank on purpose…"), verbs.ask_blank)
        blank.setEnabled(not readonly and not is_matrix(self._spot.asked))
        origins = menu.addMenu(tr("Origin of the value"))
        origins.setEnabled(single and answer is not None and answer.value is not None)
        for origin, text, do in self._origin_entries():
            action = origins.addAction(f"{ORIGIN_MARK[origin]}  {text}", do)
            action.setCheckable(True)
            action.setChecked(answer is not None and answer.origin is origin)
        clear = menu.addAction(tr("Clear"), verbs.clear)
        clear.setEnabled(single and answer is not None)
        self._add_ways(menu)
        return menu

    def _add_ways(self, menu: QMenu) -> None:
        menu.addSeparator()
        if is_view(self._spot.asked):
            menu.addAction(tr("Go to Project facts"), self.home_wanted.emit)
        menu.addAction(tr("Raise a finding…"), lambda: self.remark_wanted.emit("finding"))
        menu.addAction(tr("Note to oneself…"), lambda: self.remark_wanted.emit("note"))
        menu.addSeparator()
        menu.addAction(tr("Help for this field (F1)"), self.help_wanted.emit)

    def _origin_entries(self) -> list[tuple[Origin, str, Callable[[], None]]]:
        verbs = self._verbs
        return [
            (Origin.TYPED, tr("Typed"), verbs.mark_typed),
            (Origin.ESTIMATED, tr("Estimated…"), verbs.ask_estimated),
            (Origin.DEFAULT, tr("Default of a table…"), verbs.ask_default),
            (Origin.IMPORTED, tr("Imported…"), verbs.ask_imported),
            (Origin.OVERRIDDEN, tr("Overrides a default or calculated value…"), verbs.ask_override),
        ]
