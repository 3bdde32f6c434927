"""Several small-scale JI projects handed in together."""

from __future__ import annotations

from reports.companion import companion_dossier

DOSSIER = companion_dossier(
    "ji-ssc-bundle", "Bundle of JI small-scale projects (F-JI-SSC-BUNDLE)", "ji_ssc_bundle", ("jisc", "host")
)
