"""The combined tool for baseline and additionality, gone through step by step."""

from __future__ import annotations

from reports.companion import companion_dossier

DOSSIER = companion_dossier("tool02-record", "Record of the combined tool (TOOL02)", "tool02_record", ("eb",))
