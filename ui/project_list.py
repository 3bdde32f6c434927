"""Projects as a table: the rows that pass a filter, in order."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from forms.portfolio import in_order, search
from ui.style import brush

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from forms.portfolio import ListedProject

Index = QModelIndex | QPersistentModelIndex
NUMBERS = {"tonnes", "errors", "warnings", "findings"}


class ProjectModel(QAbstractTableModel):
    """Rows that pass the filter, in order. `all` are those known, `rows` those shown."""

    COLUMNS = ("title", "host", "methodology", "stage", "tonnes", "errors", "warnings", "findings", "due", "file")

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.all: list[ListedProject] = []
        self.rows: list[ListedProject] = []
        self._order = ("title", False)
        self._heads = {
            "title": self.tr("Title"), "host": self.tr("Host"), "methodology": self.tr("Methodology"),
            "stage": self.tr("Stage"), "tonnes": self.tr("t CO₂e a year"), "errors": self.tr("Errors"),
            "warnings": self.tr("Warnings"), "findings": self.tr("Findings"), "due": self.tr("Due"),
            "file": self.tr("File"),
        }  # fmt: skip

    def take(self, projects: Sequence[ListedProject]) -> None:
        """Other projects."""
        column, descending = self._order
        self.all = in_order(projects, column, descending=descending)

    def order(self, column: str, *, descending: bool) -> None:
        """Another order, from the next filtering on."""
        self._order = (column, descending)
        self.take(self.all)

    def filter(self, wanted: str) -> None:
        """Show the rows that satisfy what is wanted.

        Raises:
            UserError: it cannot be asked; the rows stay as they are.
        """
        rows = search(self.all, wanted)
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Rows that are shown."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """The same for every project."""
        return 0 if parent is not None and parent.isValid() else len(self.COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a column is called."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[self.COLUMNS[section]]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell; a file that cannot be read says why in place of a title."""
        project, column = self.rows[index.row()], self.COLUMNS[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _shown(project, column)
            case Qt.ItemDataRole.ToolTipRole:
                return project.fault or self._tip(project, column)
            case Qt.ItemDataRole.ForegroundRole if column == "due" and _is_overdue(project):
                return brush("error")
            case Qt.ItemDataRole.TextAlignmentRole if column in NUMBERS:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def _tip(self, project: ListedProject, column: str) -> str:
        if column == "due" and _is_overdue(project):
            return self.tr("Overdue: a finding waits for a response since then.")
        return project.file if column == "file" else _shown(project, column)


def _is_overdue(project: ListedProject) -> bool:
    return project.due is not None and project.due < dt.datetime.now().astimezone().date()


def _shown(project: ListedProject, column: str) -> str:
    value = getattr(project, column)
    if column == "title":
        return project.fault or project.title or "–"
    if column == "file":
        return Path(project.file).name
    if value in (None, ""):
        return "–"
    if isinstance(value, dt.date):
        return f"{value:%d/%m/%Y}"
    return f"{value:,}" if isinstance(value, Decimal) else str(value)
