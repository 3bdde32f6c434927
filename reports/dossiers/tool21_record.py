"""Additionality of a small-scale project, gone through step by step."""

from __future__ import annotations

from reports.companion import companion_dossier

DOSSIER = companion_dossier("tool21-record", "Record of small-scale additionality (TOOL21)", "tool21_record", ("eb",))
