"""The request for a letter of approval."""

from __future__ import annotations

from reports.companion import companion_dossier

DOSSIER = companion_dossier("approval-request", "Request for a letter of approval", "approval_request", ("host",))
