"""The first outline for a host authority."""

from __future__ import annotations

from reports.companion import companion_dossier

DOSSIER = companion_dossier("project-idea-note", "Project idea note", "project_idea_note", ("host",))
