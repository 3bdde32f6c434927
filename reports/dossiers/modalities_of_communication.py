"""Who speaks for the participants: data sheet and print for signature."""

from __future__ import annotations

from reports.companion import companion_dossier

DOSSIER = companion_dossier(
    "modalities-of-communication", "Modalities of communication", "modalities_of_communication", ("eb",)
)
