"""What the operational entity types into the request for registration."""

from __future__ import annotations

from reports.companion import companion_dossier

DOSSIER = companion_dossier("registration-request", "Registration request: data sheet", "registration_request", ("eb",))
