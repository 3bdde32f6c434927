"""The first of its kind, gone through step by step."""

from __future__ import annotations

from reports.companion import companion_dossier

DOSSIER = companion_dossier("tool23-record", "Record of a first of its kind (TOOL23)", "tool23_record", ("eb",))
