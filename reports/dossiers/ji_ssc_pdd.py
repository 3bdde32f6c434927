"""The project design document of a small-scale JI project."""

from __future__ import annotations

from reports.dossier import Dossier
from reports.form_pages import form_furniture, form_parts

DOSSIER = Dossier(
    id="ji-ssc-pdd",
    title="JI project design document for small-scale projects (JI SSC PDD)",
    recipients=("jisc", "host"),
    applies=lambda read: read.form(read.main).id == "ji_ssc_pdd",
    parts=form_parts,
    furniture=form_furniture,
)
