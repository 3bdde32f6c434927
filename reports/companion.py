"""Dossiers of the documents beside the design document: notices, letters, applications."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forms.bilingual import bilingual, words_beside
from forms.blocks import Paragraph, ParameterBlock, runs_of, text_run
from forms.citing import citation_of
from forms.manuscript import Gap, PageEnd, Piece, line
from reports.dossier import Dossier
from reports.form_pages import check_pages, cover_notes, evidence_pages, form_furniture, section_pages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forms.document import Reader
    from forms.rules import CheckResult
    from reports.layout import Furniture


def companion_dossier(dossier_id: str, title: str, form_id: str, recipients: tuple[str, ...]) -> Dossier:
    """A dossier of every document of the project that fills in this form, one after another.

    A project may also be about this form alone, such as a notice long before the design document is begun.
    """

    def documents(read: Reader) -> tuple[str, ...]:
        return tuple(name for name, document in read.snapshot.documents.items() if document.form.id == form_id)

    def parts(read: Reader, checked: CheckResult) -> Iterator[Piece]:
        for position, document in enumerate(documents(read)):
            if position:
                yield PageEnd()
            about = read.about(document)
            yield from bilingual(_parts(about, checked), words_beside(about))

    def furniture(read: Reader) -> Furniture:
        return form_furniture(read.about(documents(read)[0]))

    return Dossier(dossier_id, title, recipients, lambda read: bool(documents(read)), parts, furniture, documents)


def _parts(read: Reader, checked: CheckResult) -> Iterator[Piece]:
    """A few pages: what it is and about which project, its sections, and only the evidence that it cites."""
    form = read.form(read.main)
    yield line(form.title, "cover_form")
    yield line(read.text("P.title") or "Untitled project", "cover_title")
    yield Gap(8)
    rows = (("Form", form.name), ("Version of the design document", read.text("P.document_version") or "–"))
    box = ParameterBlock("", tuple((label, (Paragraph(text_run(words)),)) for label, words in rows))
    yield box
    for note in cover_notes(read, checked):
        yield line(note, "note")
    for section in form.sections:
        yield from section_pages(read, section)
    cited = set(_cited(read))
    if cited:
        yield from evidence_pages(read, cited)
    yield from check_pages(read, checked)


def _cited(read: Reader) -> Iterator[str]:
    """Row keys of evidence that the answers of the document name, by reference or inside a narrative."""
    known = set(read.rows("P.evidence"))
    for answer in read.snapshot.of(read.main).values():
        if isinstance(answer.value, str) and answer.value in known:
            yield answer.value
        elif answer.has_insertions:
            runs = (run for block in answer.value for run in runs_of(block))  # type: ignore[union-attr, arg-type]
            yield from (cited.row for run in runs if (cited := citation_of(run.link)))
