"""Shared review, beside the form: findings, revisions, the checklist, and notes to oneself."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.panels.checklist import ChecklistPanel
from ui.panels.findings import FindingsPanel
from ui.panels.notes import NotesPanel
from ui.panels.revisions import RevisionsPanel
from ui.tabs import Tabs


class Way(IntEnum):
    """The parts in order."""

    FINDINGS = 0
    REVISIONS = 1
    CHECKLIST = 2
    NOTES = 3


class ReviewPanel(QWidget):
    """Four ways, one at a time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.findings = FindingsPanel(self)
        self.revisions = RevisionsPanel(self)
        self.checklist = ChecklistPanel(self)
        self.notes = NotesPanel(self)
        self.ways = Tabs(self)
        self.ways.setObjectName("ways")
        self.ways.setAccessibleName(self.tr("Findings, revisions, checklist or notes"))
        self._stack = QStackedWidget(self)
        for name, picture, panel in (
            (self.tr("Findings"), "circle-alert", self.findings),
            (self.tr("Revisions"), "copy", self.revisions),
            (self.tr("Checklist"), "list-checks", self.checklist),
            (self.tr("Notes"), "file-plus", self.notes),
        ):
            self.ways.add(name, picture)
            self._stack.addWidget(panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.ways)
        column.addWidget(self._stack, 1)
        self.ways.currentChanged.connect(self._stack.setCurrentIndex)

    def show_way(self, way: Way) -> None:
        """Bring a part to the front."""
        self.ways.setCurrentIndex(way)
