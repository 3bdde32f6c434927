"""Additionality of a microscale project, gone through step by step."""

from __future__ import annotations

from reports.companion import companion_dossier

DOSSIER = companion_dossier("tool19-record", "Record of microscale additionality (TOOL19)", "tool19_record", ("eb",))
