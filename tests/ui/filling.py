"""Projects with something at every place: what a page must have room for.

Two rows in every table, in every choice the one with the most words, and beside the design document all papers that
can stand there.
"""

from __future__ import annotations

import base64
from itertools import product
from typing import TYPE_CHECKING

from forms.catalogue import companion_forms, form
from forms.document import FACTS_DOCUMENT
from forms.errors import UserError
from forms.evidence import attachment
from forms.fieldpath import cell_path, matrix_path
from forms.inputs import matrix_members
from forms.project import Project

if TYPE_CHECKING:
    from forms.definition import Field

METHODOLOGIES = {
    "": (("AMS-II.D", "13.0"), ("AMS-III.AU", "03.0")),
    "programme": (("AMS-III.AU", "03.0"),),
    "forestry": (("AR-ACM0003", "01.0.0"), ("AR-AMS0007", "02.0.0")),
}
"""Of each activity a few short ones, with matrices, with options and with tools."""
PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)
"""One dot."""
WORDS = {
    "text": "A wind farm of twelve turbines on the coast",
    "prose": "The wind farm feeds the grid.\n\nIt replaces plants that burn fuel oil, as annex 3 shows.",
    "number": "28988.5",
    "date": "2012-05-17",
    "duration": "7 years",
}


def filled(form_id: str, version: str, *, companions: bool = False) -> Project:
    """A design form with something everywhere; with `companions`, all papers of its mechanism beside it."""
    project = Project.new(form_id, version)
    shown = form(form_id, version)
    _put(project, FACTS_DOCUMENT, "P.mechanism", shown.mechanism)
    if companions:
        add_companions(project)
    for code, number in METHODOLOGIES.get(shown.activity, ()):
        key = project.add_row(FACTS_DOCUMENT, "P.methodologies")
        _put(project, FACTS_DOCUMENT, cell_path("P.methodologies", key, "code"), code)
        _put(project, FACTS_DOCUMENT, cell_path("P.methodologies", key, "version"), number)
    for document in project.snapshot.documents:
        fill(project, document)
    return project


def add_companions(project: Project) -> None:
    """Every paper of the mechanism, a row each."""
    mechanism = project.read.form(project.snapshot.main).mechanism
    for paper in companion_forms():
        if paper.mechanism in {mechanism, "any"}:
            key = project.add_row(FACTS_DOCUMENT, "P.documents")
            _put(project, FACTS_DOCUMENT, cell_path("P.documents", key, "form"), f"{paper.id}:{paper.version}")


def fill(project: Project, document: str) -> None:
    """Something into every field of a document that is its own and that nobody answered yet."""
    for field in project.read.form(document).fields.values():
        if field.home or field.calculate or field.type == "generated" or project.read.answer(document, field.path):
            continue
        if field.type == "table":
            _fill_table(project, document, field)
        elif field.type == "file":
            _attach(project, document, field.path)
        elif field.indices:
            _fill_matrix(project, document, field)
        else:
            _put(project, document, field.path, _words(project, document, field))


def _fill_table(project: Project, document: str, table: Field) -> None:
    if project.read.rows(table.path, document):
        return
    for key in [project.add_row(document, table.path) for _ in "12"]:
        for column in table.columns:
            if column.type == "file":
                _attach(project, document, cell_path(table.path, key, column.key))
            _put(project, document, cell_path(table.path, key, column.key), _words(project, document, column))


def _fill_matrix(project: Project, document: str, field: Field) -> None:
    members = [[key for key, _ in matrix_members(project.read, document, name)] for name in field.indices]
    for index in list(product(*members))[:40]:
        _put(project, document, matrix_path(field.path, index), _words(project, document, field))


def _words(project: Project, document: str, asked) -> str:
    if asked.type == "choice":
        return max(asked.choices, key=lambda choice: len(choice.label)).code if asked.choices else ""
    if asked.type == "yes_no":
        return "yes"
    if asked.type == "reference":
        home = document if project.read.field(document, asked.refers) else FACTS_DOCUMENT
        rows = project.read.rows(asked.refers, home) if project.read.field(home, asked.refers) else ()
        return rows[0] if rows else ""
    return WORDS.get(asked.type, "")


def _attach(project: Project, document: str, path: str) -> None:
    picture = attachment("location of the wind farm.png", PICTURE)
    project.set(document, path, project.attach(picture))


def _put(project: Project, document: str, path: str, words: str) -> None:
    """What cannot stand here is left out: this is about room, not about rules."""
    try:
        if words:
            project.type_in(document, path, words)
    except UserError:
        return
