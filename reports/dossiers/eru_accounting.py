"""The accounting sheet of a JI project: ERUs by year and the units of the host that are converted into them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forms.facts import text
from forms.views import generators
from reports.dossier import Dossier
from reports.made_pages import made_furniture, made_parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forms.document import Reader
    from forms.manuscript import Piece
    from forms.rules import CheckResult

_TITLE = "Accounting of ERUs and assigned amount"
_CHAPTERS = (
    ("Units by year", "eru_accounting"),
    ("Approvals of the Parties", "ji_approval_record"),
    ("Conditions of the tracks", "ji_track_conditions"),
)


def _parts(read: Reader, _checked: CheckResult) -> Iterator[Piece]:
    for position, (title, name) in enumerate(_CHAPTERS):
        yield from made_parts(read, "" if position else _TITLE, title, tuple(generators()[name](read)))


DOSSIER = Dossier(
    id="eru-accounting",
    title="JI: ERUs and assigned amount by year",
    recipients=("jisc", "host"),
    applies=lambda read: text(read, "P.mechanism") == "ji" and bool(read.snapshot.methodologies),
    parts=_parts,
    furniture=lambda read: made_furniture(read, _TITLE),
    rank=1,
)
