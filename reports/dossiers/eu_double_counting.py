"""The set-aside table of hosts in the European Union."""

from __future__ import annotations

from reports.companion import companion_dossier

DOSSIER = companion_dossier(
    "eu-double-counting", "Double counting with the EU emissions trading scheme", "eu_double_counting", ("host",)
)
