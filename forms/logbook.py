"""Looking back on the log of edits: a line for each, and taking back one that nothing was built upon since."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from forms.answers import is_same
from forms.errors import UserError
from forms.said import said

if TYPE_CHECKING:
    from forms.history import Edit
    from forms.project import Project

LineKind = Literal["edit", "undo", "redo", "revision", "theirs"]


@dataclass(frozen=True)
class LogLine:
    """An entry of the log without its answers. `document` and `path` are the first of `places` changes, or empty."""

    id: int
    kind: LineKind
    label: str
    at: str
    by: str
    why: str
    places: int
    document: str
    path: str


@dataclass(frozen=True)
class Verified:
    """How far the seal of the log was followed: to the entry `id` with its `hash`.

    `broken` is the first entry that does not follow from the one before, 0 while none was found.
    """

    id: int = 0
    hash: str = ""
    broken: int = 0
    is_done: bool = False


def why_not_taken_back(project: Project, edit: Edit) -> str:
    """Why an edit cannot be taken back by itself; empty when it can."""
    if not edit.changes:
        return "It changed no answer."
    for change in edit.changes:
        if not project.may_change(change.document):
            return "The project is open to review only."
        if isinstance(getattr(change.after or change.before, "value", None), tuple):
            return "It added, removed or moved rows; restore them from a revision or a backup."
        if not is_same(project.snapshot.of(change.document).get(change.path), change.after):
            return "What it changed was changed again since."
    return ""


def take_back(project: Project, edit: Edit, number: int) -> None:
    """Put the answers back that an edit changed, as one step of its own; the log keeps both.

    Raises:
        UserError: it cannot be taken back by itself, or an answer of before does not fit any more.
    """
    reason = why_not_taken_back(project, edit)
    if reason:
        raise UserError(reason, said("Change the answers by hand where they stand."))
    with project.edit(f"Take back {edit.label}", why=f"as before edit {number}"):
        for change in reversed(edit.changes):
            project.put(change.document, change.path, change.before)
