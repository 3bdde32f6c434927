"""Documents that were taken out of the project: their answers are kept aside, and come back with the document."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from forms.answers import Answer
from forms.catalogue import companion_forms, form
from forms.document import COMPANION, COMPANIONS, FACTS_DOCUMENT, Snapshot
from forms.errors import UserError
from forms.fieldpath import cell_path
from forms.history import Change
from forms.said import said

if TYPE_CHECKING:
    from forms.definition import FormDefinition
    from forms.project import Project


@dataclass(frozen=True)
class RemovedDocument:
    """A companion without its row in `P.documents`: the row's key and cells, its form, and how many answers wait."""

    key: str
    cells: Mapping[str, Answer]
    form: FormDefinition
    answers: int


def removed_documents(project: Project) -> tuple[RemovedDocument, ...]:
    """Documents that can be brought back. Where only the answers are known, one for each form that they fit."""
    snapshot = project.snapshot
    rows = snapshot.of(FACTS_DOCUMENT).rows(COMPANIONS)
    keys = [name.removeprefix(COMPANION) for name, found in snapshot.answers.items() if _is_companion(name) and found]
    found = (item for key in keys if key not in rows for item in _removed(project, key))
    return tuple(sorted(found, key=lambda item: (item.key, item.form.title)))


def bring_back(project: Project, removed: RemovedDocument) -> None:
    """Put the row of a document back, last in the table: one undo step.

    Raises:
        UserError: it is there already.
    """
    facts = project.snapshot.of(FACTS_DOCUMENT)
    rows = facts.rows(COMPANIONS)
    if removed.key in rows:
        msg = said("The document {title} is in the project.", title=removed.form.title)
        raise UserError(msg, said("Look for it among the documents of the project."))
    order = Change(FACTS_DOCUMENT, COMPANIONS, facts.get(COMPANIONS), Answer((*rows, removed.key)))
    cells = [Change(FACTS_DOCUMENT, path, facts.get(path), answer) for path, answer in removed.cells.items()]
    project.take_over(f"Bring back {removed.form.title}", [order, *cells])


def _is_companion(document: str) -> bool:
    return document.startswith(COMPANION)


def _removed(project: Project, key: str) -> Iterator[RemovedDocument]:
    known = _cells_before(project, key)
    for cells in [known] if known else _guessed(project.snapshot, key):
        chosen = cells.get(cell_path(COMPANIONS, key, "form"))
        form_id, _, version = str(chosen.value if chosen else "").partition(":")
        with contextlib.suppress(UserError):  # A form that does not ship any more.
            yield RemovedDocument(key, cells, form(form_id, version), len(project.snapshot.of(f"{COMPANION}{key}")))


def _cells_before(project: Project, key: str) -> dict[str, Answer]:
    """The cells of the row as the history of edits knows them last."""
    row = f"{COMPANIONS}[{key}]."
    for edit in reversed(list(project.history)):
        found = {
            change.path: change.before
            for change in edit.changes
            if change.document == FACTS_DOCUMENT and change.path.startswith(row) and change.before is not None
        }
        if found:
            return found
    return {}


def _guessed(snapshot: Snapshot, key: str) -> list[dict[str, Answer]]:
    """Where the history does not reach so far back: every form that has a place for all of the answers."""
    paths = list(snapshot.of(f"{COMPANION}{key}"))
    fitting = (shipped for shipped in companion_forms() if all(shipped.field(path) is not None for path in paths))
    return [{cell_path(COMPANIONS, key, "form"): Answer(f"{each.id}:{each.version}")} for each in fitting]
