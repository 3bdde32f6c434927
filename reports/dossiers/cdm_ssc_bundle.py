"""Several small-scale CDM projects handed in together."""

from __future__ import annotations

from reports.companion import companion_dossier

DOSSIER = companion_dossier(
    "cdm-ssc-bundle", "Bundle of CDM small-scale projects (F-CDM-SSC-BUNDLE)", "cdm_ssc_bundle", ("eb", "host")
)
