"""The project design document of a JI project that enhances removals by sinks."""

from __future__ import annotations

from reports.dossier import Dossier
from reports.form_pages import form_furniture, form_parts

DOSSIER = Dossier(
    id="ji-lulucf-pdd",
    title="JI land use, land-use change and forestry project design document",
    recipients=("jisc", "host"),
    applies=lambda read: read.form(read.main).id == "ji_lulucf_pdd",
    parts=form_parts,
    furniture=form_furniture,
)
