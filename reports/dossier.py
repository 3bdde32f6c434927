"""What can be printed: the catalogue of dossiers, and the printing of one from a frozen snapshot."""

from __future__ import annotations

import datetime as dt
import pkgutil
import re
import unicodedata
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from forms.document import FACTS_DOCUMENT, Reader, Snapshot
from forms.errors import UserError
from forms.exchange import EMBEDDED_NAME, Content, export_project
from forms.facts import day, text
from forms.fieldpath import field_of
from forms.numbering import numbered
from forms.redaction import without_private
from forms.rules import CheckResult, check
from forms.said import said

if TYPE_CHECKING:
    from forms.manuscript import Piece
    from reports.build import BuiltPdf
    from reports.finish import Attachment, Container
    from reports.layout import Furniture, Progress


@dataclass(frozen=True)
class Dossier:
    """Something that can be printed. `applies` says whether a project has it; `parts` writes its manuscript.

    `documents` are those that it prints beside the facts: what is wrong in a companion that it does not print does
    not make it a draft. `rank` 0 are documents of the project, 1 what is made from them and comes after.
    """

    id: str
    title: str
    recipients: tuple[str, ...]
    applies: Callable[[Reader], bool]
    parts: Callable[[Reader, CheckResult], Iterator[Piece]]
    furniture: Callable[[Reader], Furniture]
    documents: Callable[[Reader], Collection[str]] = lambda read: (read.main,)
    rank: int = 0

    def is_main(self, read: Reader) -> bool:
        """Whether it prints the form that the project is about."""
        return self.rank == 0 and read.main in self.documents(read)

    def manuscript(self, read: Reader, checked: CheckResult) -> Iterator[Piece]:
        """What is set: its parts, with figures and tables numbered."""
        return numbered(self.parts(read, checked))

    def concerning(self, read: Reader, checked: CheckResult) -> CheckResult:
        """The result of the check as far as this dossier prints what is wrong.

        The design document answers for everything but the companions; a companion for itself and the facts it shows.
        """
        printed = {*self.documents(read)}
        if read.main in printed:
            return checked.without({*read.snapshot.companions} - printed)
        fields = (asked for document in printed for asked in read.form(document).fields.values())
        shown = {asked.home for asked in fields if asked.home}
        kept = (
            problem
            for problem in checked.problems
            if problem.document in printed or (problem.document == FACTS_DOCUMENT and field_of(problem.path) in shown)
        )
        return replace(checked, problems=tuple(kept))


@cache
def all_dossiers() -> tuple[Dossier, ...]:
    """Every dossier that ships, by rank and id; found as `DOSSIER` in the modules of `reports.dossiers`."""
    package = import_module("reports.dossiers")
    found = (
        import_module(f"{package.__name__}.{module.name}").DOSSIER for module in pkgutil.iter_modules(package.__path__)
    )
    return tuple(sorted(found, key=lambda dossier: (dossier.rank, dossier.id)))


def dossiers_of(snapshot: Snapshot) -> tuple[Dossier, ...]:
    """Dossiers that this project has; that of the form which it is about comes first."""
    read = Reader(snapshot)
    found = (dossier for dossier in all_dossiers() if dossier.applies(read))
    return tuple(sorted(found, key=lambda dossier: not dossier.is_main(read)))


def dossier(kind: str) -> Dossier:
    """The dossier with this id.

    Raises:
        UserError: there is none.
    """
    for candidate in all_dossiers():
        if candidate.id == kind:
            return candidate
    known = ", ".join(candidate.id for candidate in all_dossiers())
    msg = said("There is no dossier {kind!r}.", kind=kind)
    raise UserError(msg, said("Dossiers: {known}.", known=known))


def file_name(kind: Dossier, snapshot: Snapshot, *, is_draft: bool, ending: str = "pdf") -> str:
    """A plain file name: kind, title and version of the document, in letters that every system takes."""
    read = Reader(snapshot)
    version = text(read, "P.document_version")[:20]
    parts = (kind.id, text(read, "P.title")[:60], version and f"v{version}")
    words = [_plain_word(part) for part in parts if part]
    return f"{'_'.join(word for word in words if word)}{'_DRAFT' if is_draft else ''}.{ending}"


def _plain_word(words: str) -> str:
    letters = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9.]+", "-", letters).strip("-.")


def print_dossier(
    kind: Dossier,
    snapshot: Snapshot,
    target: Path,
    *,
    draft: bool = False,
    container: Container = "a3",
    progress: Progress | None = None,
    checked: CheckResult | None = None,
) -> BuiltPdf:
    """Print one dossier; with open errors, or when asked to, as DRAFT.

    Raises:
        UserError: it does not apply, or the folder cannot be written to.
    """
    from reports.build import build_pdf
    from reports.story import story_of

    read = reader_for(kind, snapshot)
    result = kind.concerning(read, checked or check(snapshot))
    try:
        return build_pdf(
            story_of(kind.manuscript(read, result), snapshot),
            target,
            title=text(read, "P.title") or kind.title,
            author=author_of(read),
            date=date_of(read),
            furniture=kind.furniture(read),
            is_draft=draft or bool(result.errors),
            container=container,
            attachment=_embedded(snapshot) if container == "a3" else None,
            progress=progress,
        )
    except OSError as error:
        msg = said("{target} cannot be written: {cause}.", target=target, cause=error.strerror or error)
        raise UserError(msg, said("Choose a folder that exists and may be written to."), 4) from error


def reader_for(kind: Dossier, snapshot: Snapshot) -> Reader:
    """A reader of a project that has this dossier.

    Raises:
        UserError: it does not apply.
    """
    read = Reader(snapshot)
    if not kind.applies(read):
        msg = said("The dossier {kind} does not apply to this project.", kind=kind.id)
        raise UserError(msg, "Choose one of: " + ", ".join(item.id for item in dossiers_of(snapshot)) + ".")
    return read


def author_of(read: Reader) -> str:
    """Who is responsible for the document; the program where nobody is named."""
    return "; ".join(_authors(read)) or "Cerulean"


def _authors(read: Reader) -> Iterator[str]:
    for key in read.rows("P.participants"):
        if read.cell("P.participants", key, "responsible_for_document") is True:
            yield str(read.cell("P.participants", key, "entity"))


def date_of(read: Reader) -> dt.datetime:
    """The completion date of the document, so that the same project prints the same bytes on any day."""
    completed = day(read, "P.completion_date") or dt.date(2000, 1, 1)
    return dt.datetime(completed.year, completed.month, completed.day, tzinfo=dt.UTC)


def _embedded(snapshot: Snapshot) -> Attachment:
    from reports.finish import Attachment

    return Attachment(
        name=EMBEDDED_NAME,
        content=export_project(Content(without_private(snapshot))),
        media_type="application/json",
        description="The project this dossier was printed from; Cerulean opens it again.",
        relationship="Source",
    )
