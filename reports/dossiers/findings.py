"""The table of findings: requests for correction and clarification, as validation protocols have it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forms.review import findings
from forms.views.findings import finding_chapters
from reports.dossier import Dossier
from reports.made_pages import made_furniture, made_parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forms.document import Reader
    from forms.manuscript import Piece
    from forms.rules import CheckResult

_TITLE = "Findings of the validation"


def _parts(read: Reader, _checked: CheckResult) -> Iterator[Piece]:
    for position, (title, blocks) in enumerate(finding_chapters(read)):
        yield from made_parts(read, "" if position else _TITLE, title, blocks)


DOSSIER = Dossier(
    id="findings",
    title="Table of findings (CAR, CL, FAR)",
    recipients=("eb", "jisc", "host"),
    applies=lambda read: bool(read.main) and any(finding.is_public for finding in findings(read.snapshot)),
    parts=_parts,
    furniture=lambda read: made_furniture(read, _TITLE),
    rank=1,
)
