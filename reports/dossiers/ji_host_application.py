"""The application to the focal point of a JI host."""

from __future__ import annotations

from reports.companion import companion_dossier

DOSSIER = companion_dossier(
    "ji-host-application", "Application to the host focal point (JI)", "ji_host_application", ("host",)
)
