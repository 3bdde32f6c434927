"""Where the value of a field came from, how it was read, and whether one is still required."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

from forms import fieldtypes
from forms.answers import ORIGIN_MARK, Answer, Origin
from forms.days import day_text
from forms.definition import Field
from forms.quantities import format_amount
from ui.completeness import is_answered
from ui.labels import polish
from ui.language import tr

if TYPE_CHECKING:
    from forms.document import FieldState
    from forms.fieldtypes import Asked
    from ui.editors.field_parts import FieldParts

LOUD = frozenset({Origin.OVERRIDDEN, Origin.ESTIMATED})


class Provenance:
    """The mark of a field, the word “required”, and the line of words below the editor.

    `echo` is how the value was read, where it is not what was typed.
    """

    def __init__(self, parts: FieldParts, asked: Asked) -> None:
        self._parts = parts
        self._asked = asked
        self.echo = ""

    def show(self, answer: Answer | None, state: FieldState) -> None:
        """Of an answer; a compound field has marks of its own inside."""
        is_given = answer is not None and answer.value is not None and not self._parts.editor.COMPOUND
        given = answer if is_given else None
        self._show_required(answer, state)
        self._show_mark(given)
        self._show_words(given, state)

    def _show_required(self, answer: Answer | None, state: FieldState) -> None:
        """A compound field in a record says so cell by cell."""
        missing = answer is None or (answer.value is None and not answer.is_blank_on_purpose)
        if isinstance(self._asked, Field) and self._asked.indices:
            spot = self._parts.editor.spot
            missing = not is_answered(spot.binding.read, spot.document, self._asked)
        needed = state.relevant and (state.required or getattr(self._asked, "required", False) is True)
        is_said_inside = self._parts.editor.COMPOUND and self._parts.is_record
        self._parts.required.setVisible(needed and missing and not is_said_inside)

    def _show_mark(self, given: Answer | None) -> None:
        mark, words = self._parts.mark, origin_words(given) if given else ""
        mark.setText(ORIGIN_MARK[given.origin] if given else "")
        mark.setToolTip(words)
        mark.setAccessibleName(words)
        is_loud = given is not None and given.origin in LOUD
        if bool(mark.property("loud")) != is_loud:
            mark.setProperty("loud", is_loud)
            polish(mark)

    def _show_words(self, given: Answer | None, state: FieldState) -> None:
        words = [self.echo]
        if not state.relevant:
            words.append(state.reason)
        elif given is not None and (given.origin is not Origin.TYPED or self.echo):
            words.append(origin_words(given))
        status = self._parts.status
        status.setText(" · ".join(word for word in words if word))
        status.setVisible(bool(status.text()))


def origin_words(answer: Answer) -> str:
    """Where a value came from, with its note."""
    words = {
        Origin.TYPED: tr("typed"),
        Origin.CALCULATED: tr("calculated"),
        Origin.DEFAULT: tr("default"),
        Origin.IMPORTED: tr("imported"),
        Origin.OVERRIDDEN: tr("overridden"),
        Origin.ESTIMATED: tr("estimated"),
    }[answer.origin]
    return f"{words}: {answer.note}" if answer.note else words


def read_as(value: object, asked: Asked, unit: str) -> str:
    """How a number or a date was read, and as what it is printed; empty for anything else."""
    if isinstance(value, Decimal):
        plain, printed = format_amount(value, asked.unit), fieldtypes.show(value, asked)
        words = tr("read as {value}").format(value=f"{plain} {unit}".strip())
        said = tr("{words}, printed as {printed}").format(words=words, printed=printed)
        return words if printed == plain else said
    if isinstance(value, dt.date):
        return tr("read as {value}").format(value=day_text(value))
    return ""
