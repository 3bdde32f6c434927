"""The application for approval by a host country, after its pack."""

from __future__ import annotations

from reports.companion import companion_dossier

DOSSIER = companion_dossier(
    "host-application", "Application for approval by the host country", "host_application", ("host",)
)
