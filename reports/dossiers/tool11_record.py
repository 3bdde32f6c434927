"""The baseline at the renewal of the crediting period, gone through step by step."""

from __future__ import annotations

from reports.companion import companion_dossier

DOSSIER = companion_dossier("tool11-record", "Record of the renewed baseline (TOOL11)", "tool11_record", ("eb",))
