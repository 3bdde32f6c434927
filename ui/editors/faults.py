"""What is wrong with one field: text that cannot be read, a constraint that does not hold, problems of the check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forms.definition import Field
from forms.fieldpath import is_inside
from forms.problems import Problem, Severity
from ui.language import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forms.document import FieldState
    from ui.editors.base import Spot
    from ui.editors.field_parts import FieldParts
    from ui.editors.field_strips import FieldStrips

MOST = 4
"""Problems that are told at a field; how many more there are is said."""


class Faults:
    """Kept for a field, and shown below its editor."""

    def __init__(self, spot: Spot, parts: FieldParts, strips: FieldStrips) -> None:
        self._spot, self._parts, self._strips = spot, parts, strips
        self._problems: tuple[Problem, ...] = ()
        self.refusal = ""
        """Why what was typed cannot be read, and how to mend it; empty when it was read."""

    def take(self, problems: Sequence[Problem]) -> bool:
        """Those of the field and of what lies inside it; false when they are the same as before."""
        found = tuple(item for item in problems if is_inside(item.path, self._spot.path))
        is_new = found != self._problems
        self._problems = found
        return is_new

    def show(self, state: FieldState) -> None:
        """Bring the lines below the editor up to date."""
        lines = [(Severity.ERROR, text) for text in (self.refusal, self._broken_constraint(state)) if text]
        told = self._told(state)
        lines += [(item.severity, f"{item.message} {item.remedy}".strip()) for item in told[:MOST]]
        self._strips.show_messages(lines, len(told) - MOST)
        self._parts.editor.set_wrong(any(severity is Severity.ERROR for severity, _ in lines))

    def _told(self, state: FieldState) -> tuple[Problem, ...]:
        """Problems worth words here: that something required is not answered yet is said by its mark alone."""
        if not state.relevant:
            return ()
        if not self._parts.required.isHidden():
            return tuple(item for item in self._problems if item.path != self._spot.path)
        return self._problems

    def _broken_constraint(self, state: FieldState) -> str:
        asked = self._spot.asked
        if not isinstance(asked, Field) or not asked.constraint or asked.indices or not state.relevant:
            return ""
        if self._spot.binding.read.constraint_holds(self._spot.document, asked):
            return ""
        return asked.constraint_message or tr("This value is not allowed here.")
