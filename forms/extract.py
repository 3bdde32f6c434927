"""A part of a project for a specialist: some sections with what they rest on, to be merged back later.

What comes back is merged with the part that was sent as the base: what was never sent is nobody's change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from forms.answers import Answers
from forms.document import FACTS_DOCUMENT, Place, Reader, Snapshot
from forms.errors import UserError
from forms.fieldpath import field_of
from forms.merge import cited_files
from forms.said import said

if TYPE_CHECKING:
    from forms.definition import Field

# What every part needs, so that forms, methodologies and their inputs are those of the project.
_ALWAYS = ("P.title", "P.mechanism", "P.scale", "P.track", "P.methodologies", "P.documents", "P.rounding")


def extract(snapshot: Snapshot, sections: Sequence[str]) -> Snapshot:
    """The answers of these sections, the tables that they refer to, and the files that they show.

    A section is named by its id in the main form, or with its document: `facts:time`, `inputs_m1:fixed`; a document
    alone, as `inputs_m1`, is all of it.

    Raises:
        UserError: no such document or section.
    """
    read = Reader(snapshot)
    wanted = {(FACTS_DOCUMENT, path) for path in _ALWAYS}
    for name in sections:
        wanted |= set(_places(read, *_named(read, name)))
    kept = {
        name: Answers({path: answers[path] for path in answers if (name, field_of(path)) in wanted})
        for name, answers in snapshot.answers.items()
    }
    part = Snapshot(snapshot.heads, {name: found for name, found in kept.items() if found})
    files = cited_files(part)
    return Snapshot(part.heads, part.answers, {key: file for key, file in snapshot.attachments.items() if key in files})


def _named(read: Reader, name: str) -> tuple[str, str]:
    document, _, section = name.rpartition(":")
    if not document and name in read.snapshot.documents:
        return name, ""
    document = document or read.main
    form = read.form(document)
    if form.section(section) is None:
        known = ", ".join(known.id for known in form.sections)
        msg = said("{form} has no section {section}.", form=form.name, section=section)
        raise UserError(
            msg, said("It has: {known}. Sections of other documents are named DOCUMENT:SECTION.", known=known)
        )
    return document, section


def _places(read: Reader, document: str, section_id: str) -> Iterator[Place]:
    """Where the answers of a section, and of those below it, live, with the tables that they refer to."""
    for section in read.form(document).sections:
        if not section_id or section.id == section_id or section.id.startswith(f"{section_id}."):
            for field in section.fields:
                home, path = read.home_of(document, field.path)
                yield home, path
                yield from _referred(home, field)


def _referred(document: str, field: Field) -> Iterable[Place]:
    refers = {field.refers, *(column.refers for column in field.columns)} - {""}
    return [(FACTS_DOCUMENT if table.startswith("P.") else document, table) for table in refers]
