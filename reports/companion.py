"""Dossiers of the documents beside the design document: notices, letters, applications."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus import PageBreak

from reports.dossier import Dossier
from reports.form_pages import form_furniture, form_parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlab.platypus import Flowable

    from forms.document import Reader
    from forms.rules import CheckResult
    from reports.layout import Furniture


def companion_dossier(dossier_id: str, title: str, form_id: str, recipients: tuple[str, ...]) -> Dossier:
    """A dossier of every document of the project that fills in this form, one after another.

    A project may also be about this form alone, such as a notice long before the design document is begun.
    """

    def documents(read: Reader) -> tuple[str, ...]:
        return tuple(name for name, document in read.snapshot.documents.items() if document.form.id == form_id)

    def parts(read: Reader, checked: CheckResult) -> Iterator[Flowable]:
        for position, document in enumerate(documents(read)):
            if position:
                yield PageBreak()
            yield from form_parts(read.about(document), checked)

    def furniture(read: Reader) -> Furniture:
        return form_furniture(read.about(documents(read)[0]))

    return Dossier(dossier_id, title, recipients, lambda read: bool(documents(read)), parts, furniture, documents)
