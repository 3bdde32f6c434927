"""The project design document of a CDM project activity."""

from __future__ import annotations

from reports.dossier import Dossier
from reports.form_pages import form_furniture, form_parts

DOSSIER = Dossier(
    id="cdm-pdd",
    title="CDM project design document (CDM-PDD-FORM)",
    recipients=("eb", "host"),
    applies=lambda read: read.form(read.main).id == "cdm_pdd",
    parts=form_parts,
    furniture=form_furniture,
)
