"""Notes to oneself: reminders at a place, answers of the review that no file which leaves the office carries."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from forms.anchors import Anchor
from forms.document import REVIEW_DOCUMENT
from forms.errors import UserError
from forms.fieldpath import cell_path
from forms.prose import plain_text
from forms.review import put_cells, words
from forms.said import said

if TYPE_CHECKING:
    from forms.document import Snapshot
    from forms.project import Project

TABLE = "R.notes"


@dataclass(frozen=True)
class Note:
    """A reminder; `key` is its row in `R.notes`."""

    key: str
    anchor: Anchor
    text: str
    by: str
    on: dt.date | None


def notes(snapshot: Snapshot) -> tuple[Note, ...]:
    """Every note, in the order in which they were written."""
    return tuple(_note(snapshot, key) for key in snapshot.of(REVIEW_DOCUMENT).rows(TABLE))


def _note(snapshot: Snapshot, key: str) -> Note:
    answers = snapshot.of(REVIEW_DOCUMENT)
    document, path, quote, by = (
        str(answers.value(cell_path(TABLE, key, column)) or "") for column in ("document", "path", "quote", "by")
    )
    text, on = (answers.value(cell_path(TABLE, key, column)) for column in ("text", "on"))
    said = plain_text(text).strip() if isinstance(text, tuple) else ""  # type: ignore[arg-type]
    return Note(key, Anchor(document, path, quote), said, by, on if isinstance(on, dt.date) else None)


def take_note(project: Project, text: str, anchor: Anchor, *, by: str = "", on: dt.date | None = None) -> str:
    """Write a note at a place; returns its row key. One undo step.

    Raises:
        UserError: no text.
    """
    if not text.strip():
        msg = said("A note needs its text.")
        raise UserError(msg, said("Write what you want to remember."))
    cells = {
        "document": anchor.document, "path": anchor.path, "quote": anchor.quote, "text": words(text), "by": by,
        "on": on,
    }  # fmt: skip
    with project.edit("Take a note"):
        key = project.add_row(REVIEW_DOCUMENT, TABLE)
        put_cells(project, TABLE, key, cells)
    return key


def drop_note(project: Project, key: str) -> None:
    """Remove a note: one undo step.

    Raises:
        UserError: there is no such note.
    """
    project.remove_row(REVIEW_DOCUMENT, TABLE, key)
