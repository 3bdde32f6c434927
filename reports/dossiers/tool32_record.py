"""The positive lists of technologies, gone through step by step."""

from __future__ import annotations

from reports.companion import companion_dossier

DOSSIER = companion_dossier("tool32-record", "Record of the positive list (TOOL32)", "tool32_record", ("eb",))
