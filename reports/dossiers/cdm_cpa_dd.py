"""The design document of one component of a programme of activities of the CDM."""

from __future__ import annotations

from reports.dossier import Dossier
from reports.form_pages import form_furniture, form_parts

DOSSIER = Dossier(
    id="cdm-cpa-dd",
    title="CDM component project activity design document (CDM-CPA-DD)",
    recipients=("eb", "host"),
    applies=lambda read: read.form(read.main).id == "cdm_cpa_dd",
    parts=form_parts,
    furniture=form_furniture,
)
