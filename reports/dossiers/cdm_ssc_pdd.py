"""The project design document of a small-scale CDM project activity, on the form of 2006."""

from __future__ import annotations

from reports.dossier import Dossier
from reports.form_pages import form_furniture, form_parts

DOSSIER = Dossier(
    id="cdm-ssc-pdd",
    title="CDM project design document for small-scale project activities (CDM-SSC-PDD)",
    recipients=("eb", "host"),
    applies=lambda read: read.form(read.main).id == "cdm_ssc_pdd",
    parts=form_parts,
    furniture=form_furniture,
)
