"""The additionality tool, gone through step by step."""

from __future__ import annotations

from reports.companion import companion_dossier

DOSSIER = companion_dossier("tool01-record", "Record of the additionality tool (TOOL01)", "tool01_record", ("eb",))
