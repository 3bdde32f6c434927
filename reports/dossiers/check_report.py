"""The report of the check: what was tested for whom, what was found, and which rules were applied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forms.manuscript import PageEnd
from forms.rules import RECIPIENTS
from forms.views.checking import check_blocks
from reports.dossier import Dossier
from reports.made_pages import made_furniture, made_parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forms.document import Reader
    from forms.manuscript import Piece
    from forms.rules import CheckResult

_TITLE = "Check report"


def _parts(read: Reader, checked: CheckResult) -> Iterator[Piece]:
    for position, (title, blocks) in enumerate(check_blocks(read, checked)):
        if title == "Rules applied":
            yield PageEnd()
        yield from made_parts(read, _TITLE if position == 0 else "", title, blocks)


DOSSIER = Dossier(
    id="check-report",
    title="Report of the check",
    recipients=RECIPIENTS,
    applies=lambda read: bool(read.main),
    parts=_parts,
    furniture=lambda read: made_furniture(read, _TITLE),
    documents=lambda read: tuple(read.snapshot.documents),
    rank=1,
)
