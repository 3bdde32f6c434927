"""Baseline and additionality of a forestry project, gone through step by step."""

from __future__ import annotations

from reports.companion import companion_dossier

DOSSIER = companion_dossier(
    "ar-tool02-record", "Record of the A/R combined tool (AR-TOOL02)", "ar_tool02_record", ("eb",)
)
