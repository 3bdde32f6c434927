"""The right side: six ways to look at the field in focus."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from ui.panels.evidence import EvidencePanel
from ui.panels.help import HelpPanel
from ui.panels.preview import PreviewPanel
from ui.panels.problems import ProblemsPanel
from ui.panels.review import ReviewPanel
from ui.panels.working import WorkingPanel
from ui.tabs import Tabs


class Tab(IntEnum):
    """The tabs in order."""

    HELP = 0
    PROBLEMS = 1
    WORKING = 2
    EVIDENCE = 3
    PREVIEW = 4
    REVIEW = 5


class Inspector(QWidget):
    """Tabs and panels."""

    shown = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("right")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.help = HelpPanel(self)
        self.problems = ProblemsPanel(self)
        self.working = WorkingPanel(self)
        self.evidence = EvidencePanel(self)
        self.preview = PreviewPanel(self)
        self.review = ReviewPanel(self)
        self.bar = Tabs(self)
        self.bar.setObjectName("inspector")
        self.bar.setAccessibleName(self.tr("Inspector"))
        self._stack = QStackedWidget(self)
        for name, picture, panel in (
            (self.tr("Help"), "circle-help", self.help),
            (self.tr("Problems"), "triangle-alert", self.problems),
            (self.tr("Working"), "sigma", self.working),
            (self.tr("Evidence"), "paperclip", self.evidence),
            (self.tr("Preview"), "file-text", self.preview),
            (self.tr("Review"), "flag", self.review),
        ):
            self.bar.add(name, picture)
            self._stack.addWidget(panel)
        line = QFrame(self)
        line.setProperty("role", "hairline")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(line)
        column.addWidget(self._stack, 1)
        self.bar.currentChanged.connect(self._stack.setCurrentIndex)
        self.bar.currentChanged.connect(self.shown)

    @property
    def tab(self) -> Tab:
        """The tab in front."""
        return Tab(self.bar.currentIndex())

    def show_tab(self, tab: Tab) -> None:
        """Bring a tab to the front."""
        self.show()
        self.bar.setCurrentIndex(tab)
