"""The design document of a JI programme of activities."""

from __future__ import annotations

from reports.dossier import Dossier
from reports.form_pages import form_furniture, form_parts

DOSSIER = Dossier(
    id="ji-poa-dd",
    title="JI programme of activities design document (JI PoA DD)",
    recipients=("jisc", "host"),
    applies=lambda read: read.form(read.main).id == "ji_poa_dd",
    parts=form_parts,
    furniture=form_furniture,
)
