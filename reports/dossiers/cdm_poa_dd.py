"""The design document of a programme of activities of the CDM."""

from __future__ import annotations

from reports.dossier import Dossier
from reports.form_pages import form_furniture, form_parts

DOSSIER = Dossier(
    id="cdm-poa-dd",
    title="CDM programme of activities design document (CDM-PoA-DD)",
    recipients=("eb", "host"),
    applies=lambda read: read.form(read.main).id == "cdm_poa_dd",
    parts=form_parts,
    furniture=form_furniture,
)
