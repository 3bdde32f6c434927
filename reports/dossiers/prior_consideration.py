"""The notification that a project is begun with the CDM in mind."""

from __future__ import annotations

from reports.companion import companion_dossier

DOSSIER = companion_dossier(
    "prior-consideration",
    "Prior consideration of the CDM: notification",
    "prior_consideration",
    (
        "eb",
        "host",
    ),
)
