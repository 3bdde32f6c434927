"""The project design document of an afforestation or reforestation project activity of the CDM."""

from __future__ import annotations

from reports.dossier import Dossier
from reports.form_pages import form_furniture, form_parts

DOSSIER = Dossier(
    id="cdm-ar-pdd",
    title="CDM project design document for afforestation and reforestation (CDM-AR-PDD)",
    recipients=("eb", "host"),
    applies=lambda read: read.form(read.main).id == "cdm_ar_pdd",
    parts=form_parts,
    furniture=form_furniture,
)
