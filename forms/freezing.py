"""Freezing a project as a revision, looking at it again, and restoring places from it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from forms.comparison import Comparison, compare
from forms.document import Place, Reader, Snapshot
from forms.errors import UserError
from forms.exchange import export_state, import_state
from forms.fieldpath import field_of, is_inside
from forms.revisions import Mark, Revision, next_revision
from forms.said import said

if TYPE_CHECKING:
    from forms.answers import Answer
    from forms.evidence import Attachment
    from forms.project import Project


def freeze(
    revisions: Sequence[Revision], snapshot: Snapshot, at: dt.datetime, by: str, note: str, mark: Mark = ""
) -> Revision:
    """The project as it stands, as the revision after these."""
    return next_revision(revisions, export_state(snapshot), at, by, note, mark)


def snapshot_of(revision: Revision, files: Mapping[str, Attachment]) -> Snapshot:
    """The project as it was frozen, with its files as far as they are among `files`.

    Raises:
        Damaged: the revision cannot be read.
        Refused: it fills in a form that does not ship any more.
    """
    return import_state(revision.archive, files)


def compare_revision(revision: Revision, later: Snapshot | Revision, files: Mapping[str, Attachment]) -> Comparison:
    """What changed from a revision to another one, or to the project as it stands.

    Raises:
        Damaged, Refused: as `snapshot_of`.
    """
    after = snapshot_of(later, files) if isinstance(later, Revision) else later
    return compare(snapshot_of(revision, files), after)


def restore_field(project: Project, revision: Revision, document: str, path: str) -> None:
    """Put one field, with its rows and cells, or one cell, back to what it was: one undo step.

    Raises:
        UserError: the project or its revision has no such place, or the row of the cell is gone.
    """
    before = snapshot_of(revision, project.snapshot.attachments)
    if project.read.field(document, path) is None:
        msg = said("The project has no place {path} in {document}.", path=path, document=document)
        raise UserError(
            msg, said("It was perhaps upgraded to another form since revision {number}.", number=revision.number)
        )
    _restore(project, before, [(document, path)], revision, path)


def restore_section(project: Project, revision: Revision, document: str, section_id: str) -> None:
    """Put everything that a section shows back to what it was, the facts it shows included: one undo step.

    Raises:
        UserError: the form has no such section.
    """
    before = snapshot_of(revision, project.snapshot.attachments)
    form = project.read.form(document)
    section = form.section(section_id)
    if section is None:
        msg = said("{form} has no section {section_id}.", form=form.name, section_id=section_id)
        raise UserError(msg, said("It has: {known}.", known=", ".join(known.id for known in form.sections)))
    places = [(document, field.path) for field in section.fields if not field.calculate and field.type != "generated"]
    _restore(project, before, places, revision, f"section {section_id}")


def _restore(project: Project, before: Snapshot, places: Sequence[Place], revision: Revision, what: str) -> None:
    with project.edit(f"Restore {what}", why=f"as in revision {revision.number}"):
        for place in places:
            home, path = project.read.home_of(*place)
            for changed, answer in _changes(project.snapshot, before, home, path):
                project.put(home, changed, answer)


def _changes(now: Snapshot, before: Snapshot, document: str, path: str) -> Iterator[tuple[str, Answer | None]]:
    """Answers to put, in an order that the gate lets pass: cells that go, the order of rows, cells that come."""
    current, wanted = now.of(document), before.of(document)
    row = f"{path}." if "[" in path else ""
    inside = [known for known in {*current, *wanted} if is_inside(known, path) or (row and known.startswith(row))]
    yield from ((known, None) for known in sorted(inside) if "[" in known and known not in wanted)
    if path in inside:
        yield path, wanted.get(path)
    yield from ((known, wanted[known]) for known in sorted(inside) if "[" in known and known in wanted)


def section_fields(snapshot: Snapshot, document: str, path: str) -> frozenset[Place]:
    """Where the answers of the section live that a place stands in; only the place itself where no form knows it."""
    read = Reader(snapshot)
    asked = read.field(document, path)
    if asked is None:
        return frozenset({(document, field_of(path))})
    section = read.form(document).section_of_field[asked.path]
    return frozenset(read.home_of(document, field.path) for field in section.fields)
