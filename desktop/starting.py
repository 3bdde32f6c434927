"""How a project begins: blank, or from an archive, a dossier or a sample."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forms.errors import Damaged, UserError
from forms.exchange import LARGEST_ARCHIVE, Content, import_project
from forms.project import Project
from forms.said import said

if TYPE_CHECKING:
    from pathlib import Path

    from forms.definition import FormDefinition


def blank_content(form_id: str, version: str, title: str = "") -> Content:
    """A project in which only what follows from the form is answered, and the title when there is one.

    Raises:
        UserError: there is no such form, or the title cannot be kept.
    """
    project = Project.new(form_id, version)
    form = project.read.form(form_id)
    for path, text in _said_by(form):
        project.type_in("facts", path, text)
    project.type_in("facts", "P.title", title)
    return Content(project.snapshot)


def _said_by(form: FormDefinition) -> list[tuple[str, str]]:
    said = [("P.mechanism", form.mechanism)] if form.mechanism != "any" else []
    return [*said, ("P.scale", form.scale[0])] if len(form.scale) == 1 else said


def read_source(source: Path) -> Content:
    """The project in an archive, or in a dossier that carries it.

    Raises:
        Damaged: neither of both, or damaged.
        Refused: for a newer version of the program.
    """
    data = read_bytes(source).removeprefix(b"\xef\xbb\xbf")
    if data.startswith(b"%PDF"):
        from reports.embedded import read_embedded_project

        return import_project(read_embedded_project(source))
    if data.startswith(b"SQLite format 3\x00"):
        msg = said("{source} is a project file already.", source=source)
        raise UserError(msg, said("Nothing needs to be imported: open it, or copy it."))
    if data.lstrip()[:1] != b"{":
        msg = said("{source} is neither an archive nor a dossier.", source=source)
        raise Damaged(msg, said("Give a .json file written by “cerulean export”, or a PDF printed by Cerulean."))
    return import_project(data)


def read_bytes(source: Path) -> bytes:
    """All of a file, within reason.

    Raises:
        Damaged: it is missing, not a file, too large, or may not be read.
    """
    try:
        if source.exists() and not source.is_file():
            # A device or a pipe may never end.
            msg = said("{source} is not a file.", source=source)
            raise Damaged(msg, said("Give the name of a file."))
        if source.exists() and source.stat().st_size > LARGEST_ARCHIVE:
            msg = said(
                "{source} is larger than {largest_archive} MB.",
                source=source,
                largest_archive=LARGEST_ARCHIVE // 1024**2,
            )
            raise Damaged(msg, said("Nothing that Cerulean reads is that large; check the name."))
        return source.read_bytes()
    except OSError as error:
        msg = said("{source} cannot be read: {cause}.", source=source, cause=error.strerror or error)
        raise Damaged(msg, said("Check the name, and that you may read the file.")) from error
