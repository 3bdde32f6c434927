"""Text that does harm where it is taken for something else than text, put into every field of a project."""

from collections.abc import Iterator
from itertools import cycle

from forms.document import FACTS_DOCUMENT
from forms.errors import UserError
from forms.project import Project
from forms.review import raise_finding, respond

FORMULAS = ('=HYPERLINK("http://x","y")', "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(1,2)", "\t=1+1")
MARKUP = '<b>B</b><img src="file:///etc/passwd"/><a href="javascript:x">y</a></para>&amp;&bogus;<!-- '


def project_of(*texts: str, form: tuple[str, str] = ("cdm_pdd", "12.0")) -> Project:
    """A project in which every text and narrative that takes it is one of these texts, in turn."""
    turn = cycle(texts)
    project = Project.new(*form)
    for document in (FACTS_DOCUMENT, project.snapshot.main):
        for asked in list(project.read.form(document).fields.values()):
            _fill(project, document, asked, turn)
    text = texts[0]
    key = raise_finding(project, "CAR", text, requirement=text, by=text)
    respond(project, key, text, by=text)
    return project


def _fill(project: Project, document: str, asked, turn: Iterator[str]) -> None:
    if asked.home or asked.calculate or asked.type == "generated":
        return
    if asked.type == "table":
        row = project.add_row(document, asked.path)
        for column in asked.columns:
            _type(project, document, f"{asked.path}[{row}].{column.key}", column, next(turn))
    else:
        _type(project, document, asked.path, asked, next(turn))


def _type(project: Project, document: str, path: str, asked, text: str) -> None:
    if asked.type in {"text", "prose"}:
        try:
            project.type_in(document, path, text)
        except UserError:
            return
