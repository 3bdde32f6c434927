"""Typed text that could not be read: kept for its place, undone and redone with the step that left it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from forms.document import Place
    from forms.history import Edit, History


@dataclass
class _Left:
    """What a step left unread; `edit` is nothing when it changed no answer."""

    edit: Edit | None
    before: Mapping[Place, str]
    after: Mapping[Place, str]
    is_done: bool = True


class UnreadSteps:
    """What steps left unread, and what stood there before. Forgets all with another project."""

    def __init__(self) -> None:
        self._steps: list[_Left] = []

    def clear(self) -> None:
        """Another project."""
        self._steps.clear()

    def add(self, edit: Edit | None, before: Mapping[Place, str], after: Mapping[Place, str]) -> None:
        """Remember what a step left."""
        self._steps.append(_Left(edit, before, after))

    def followed(self, history: History) -> dict[Place, str]:
        """What is unread otherwise since steps were undone or redone, by place; empty text where nothing is any more.

        What was left without changing an answer is kept until something else is done.
        """
        self._steps = [step for step in self._steps if step.edit is not None]
        done = {id(edit) for edit in history} if self._steps else set()
        changed: dict[Place, str] = {}
        for step in self._steps:
            is_done = id(step.edit) in done
            if is_done is not step.is_done:
                step.is_done = is_done
                changed |= step.after if is_done else step.before
        return changed

    def taken_back(self) -> dict[Place, str]:
        """What stood before the last paste that changed no answer; nothing when something else was done since."""
        if not self.has_loose:
            return {}
        return dict(self._steps.pop().before)

    @property
    def has_loose(self) -> bool:
        """True when the last thing done left unread text and changed no answer."""
        return bool(self._steps) and self._steps[-1].edit is None
