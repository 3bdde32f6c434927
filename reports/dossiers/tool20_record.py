"""Whether a small-scale project is a slice of a large one, gone through step by step."""

from __future__ import annotations

from reports.companion import companion_dossier

DOSSIER = companion_dossier("tool20-record", "Record of the debundling assessment (TOOL20)", "tool20_record", ("eb",))
