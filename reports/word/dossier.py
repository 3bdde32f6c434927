"""A dossier as a Word file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forms.manuscript import with_files
from forms.redline import printed
from forms.rules import CheckResult, check
from reports.dossier import author_of, date_of, reader_for
from reports.word.document import Identity, sheet_of, word_file

if TYPE_CHECKING:
    from forms.document import Reader, Snapshot
    from reports.dossier import Dossier


def word_dossier(
    kind: Dossier, snapshot: Snapshot, *, draft: bool = False, checked: CheckResult | None = None
) -> bytes:
    """The file; with open errors, or when asked to, it says DRAFT in the header.

    Raises:
        UserError: the dossier does not apply to the project.
    """
    read = reader_for(kind, snapshot)
    result = kind.concerning(read, checked or check(snapshot))
    manuscript = map(printed, with_files(kind.manuscript(read, result), snapshot))
    sheet = sheet_of(kind.furniture(read), is_draft=draft or bool(result.errors))
    return word_file(manuscript, sheet, identity_of(read, kind), snapshot.attachments)


def identity_of(read: Reader, kind: Dossier) -> Identity:
    """Title, author and date, which are those of the document and not of the moment."""
    return Identity(read.text("P.title") or kind.title, author_of(read), date_of(read))
