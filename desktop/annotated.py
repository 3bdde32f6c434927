"""A dossier that came back with annotations: what it carries, and which state of the project it was printed from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.starting import read_bytes
from forms.annotations import Remark, remarks
from forms.exchange import import_project
from forms.freezing import snapshot_of
from forms.redaction import without_private
from forms.review_file import base_of
from reports.annotations import read_annotations

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from forms.document import Snapshot
    from forms.revisions import Revision


@dataclass(frozen=True)
class Annotated:
    """A PDF by name with what its annotations become.

    `about` says in words what it was printed from, empty when that is not known here; `revisions` end with it.
    """

    name: str
    remarks: tuple[Remark, ...]
    about: str
    revisions: tuple[Revision, ...]

    @property
    def new(self) -> tuple[Remark, ...]:
        """Those that are no finding yet."""
        return tuple(remark for remark in self.remarks if not remark.known)

    @property
    def unplaced(self) -> tuple[Remark, ...]:
        """Those that are kept at the document as a whole."""
        return tuple(remark for remark in self.remarks if not remark.is_placed)


def read_annotated(source: Path, snapshot: Snapshot, revisions: Sequence[Revision]) -> Annotated:
    """The annotations of a printed dossier as findings of a project; nothing is changed.

    Raises:
        Damaged: it cannot be read.
        Refused: it is not a dossier of ours, or one of another project.
    """
    pdf = read_annotations(source.name, read_bytes(source))
    printed = import_project(pdf.archive).snapshot if pdf.archive else None
    found = remarks(pdf, printed, snapshot)
    about, known = _printed_from(printed, snapshot, revisions) if printed is not None else ("", ())
    return Annotated(source.name, found, about, tuple(known))


def _printed_from(
    printed: Snapshot, snapshot: Snapshot, revisions: Sequence[Revision]
) -> tuple[str, Sequence[Revision]]:
    """The state that was printed, in words, and the revisions up to it; nothing of a state that is not known here."""
    base = base_of(printed)
    if base_of(without_private(snapshot)) == base:
        return "the project as it stands", revisions
    for number in range(len(revisions), 0, -1):
        state = snapshot_of(revisions[number - 1], snapshot.attachments)
        if base_of(without_private(state)) == base:
            return revisions[number - 1].name, revisions[:number]
    return "", ()
