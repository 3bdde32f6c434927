"""Changes, edits and the history that undoes them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from forms.answers import is_same

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from forms.answers import Answer


@dataclass(frozen=True)
class Change:
    """One answer before and after; inverts itself."""

    document: str
    path: str
    before: Answer | None
    after: Answer | None

    def inverted(self) -> Change:
        """The change that takes this one back."""
        return replace(self, before=self.after, after=self.before)


@dataclass(frozen=True)
class Edit:
    """One action of the user, however many places it touched: one undo step and one entry of the log.

    `why` is the reason that the log gives, empty where the action says it all.
    """

    label: str
    changes: tuple[Change, ...]
    at: dt.datetime | None = None
    why: str = ""

    def inverted(self) -> Edit:
        """The edit that takes this one back, last change first."""
        return replace(self, changes=tuple(change.inverted() for change in reversed(self.changes)))

    def places(self) -> frozenset[tuple[str, str]]:
        """(document, path) of everything it touched."""
        return frozenset((change.document, change.path) for change in self.changes)


def compact(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The same effect with one change a place; places that end as they began are left out."""
    by_place: dict[tuple[str, str], Change] = {}
    for change in changes:
        place = (change.document, change.path)
        first = by_place.get(place)
        by_place[place] = replace(first, after=change.after) if first else change
    return tuple(change for change in by_place.values() if not is_same(change.before, change.after))


@dataclass
class History:
    """What can be undone and redone. Typing in one place merges until `settle` is called."""

    _done: list[Edit] = field(default_factory=list)
    _undone: list[Edit] = field(default_factory=list)
    _open_place: tuple[str, str] | None = None

    def add(self, edit: Edit, *, typing: bool = False) -> None:
        """Record an edit; with `typing` it joins the one before when that was typing in the same place."""
        place = _single_place(edit) if typing else None
        self._undone.clear()
        if place and place == self._open_place and self._done:
            merged = compact((*self._done.pop().changes, *edit.changes))
            edit = replace(edit, changes=merged)
        self._open_place = place if edit.changes else None
        if edit.changes:
            self._done.append(edit)

    def settle(self) -> None:
        """Typing has ended (focus left): the next one is a new step."""
        self._open_place = None

    def undo(self) -> Edit | None:
        """Take the last edit off; returns the edit to apply, or `None` when there is nothing to undo."""
        self.settle()
        if not self._done:
            return None
        edit = self._done.pop()
        self._undone.append(edit)
        return edit.inverted()

    def redo(self) -> Edit | None:
        """Put the last undone edit back; returns the edit to apply, or `None`."""
        self.settle()
        if not self._undone:
            return None
        edit = self._undone.pop()
        self._done.append(edit)
        return edit

    @property
    def undo_label(self) -> str:
        """What undo would take back; empty when nothing."""
        return self._done[-1].label if self._done else ""

    @property
    def redo_label(self) -> str:
        """What redo would put back; empty when nothing."""
        return self._undone[-1].label if self._undone else ""

    def __len__(self) -> int:
        return len(self._done)

    def __iter__(self) -> Iterator[Edit]:
        return iter(self._done)


def _single_place(edit: Edit) -> tuple[str, str] | None:
    places = edit.places()
    return next(iter(places)) if len(places) == 1 else None
