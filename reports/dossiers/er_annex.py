"""The calculation annex: the working of every printed tonne, from the inputs to the table of results."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forms.rules import RECIPIENTS
from forms.views.annex import annex
from reports.dossier import Dossier
from reports.made_pages import made_furniture, made_parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forms.document import Reader
    from forms.manuscript import Piece
    from forms.rules import CheckResult

_TITLE = "Calculation of emission reductions"


def _parts(read: Reader, _checked: CheckResult) -> Iterator[Piece]:
    for position, (title, blocks) in enumerate(annex(read)):
        yield from made_parts(read, _TITLE if position == 0 else "", title, blocks)


DOSSIER = Dossier(
    id="er-annex",
    title="Calculation annex: the working of the emission reductions",
    recipients=RECIPIENTS,
    applies=lambda read: bool(read.snapshot.methodologies),
    parts=_parts,
    furniture=lambda read: made_furniture(read, _TITLE),
    rank=1,
)
