"""The project design document of a JI project."""

from __future__ import annotations

from reports.dossier import Dossier
from reports.form_pages import form_furniture, form_parts

DOSSIER = Dossier(
    id="ji-pdd",
    title="JI project design document (JI PDD)",
    recipients=("jisc", "host"),
    applies=lambda read: read.form(read.main).id == "ji_pdd",
    parts=form_parts,
    furniture=form_furniture,
)
