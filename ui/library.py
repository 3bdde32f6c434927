"""The library: a page of all projects of some folders, to search, sort, open, check and print."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from forms.errors import UserError
from forms.portfolio import in_order, search
from ui.labels import caption
from ui.messages import Message, message_of
from ui.words import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from forms.portfolio import ListedProject
    from ui.jobs import JobRunner, Progress
    from ui.main_window import MainWindow
    from ui.messages import Messages

Index = QModelIndex | QPersistentModelIndex
NUMBERS = {"tonnes", "errors", "warnings", "findings"}
_LANE = "library"


class Library(Protocol):
    """The index over folders of project files. Its verbs run off the GUI thread."""

    def projects(self) -> Sequence[ListedProject]:
        """Every project known."""

    def scan(self, wanted: Sequence[Path], progress: Progress) -> object:
        """Index these folders, or bring all that are indexed up to date."""

    def check(self, files: Sequence[str], progress: Progress) -> object:
        """Check these projects anew."""

    def print_all(self, files: Sequence[str], out: Path, progress: Progress) -> Sequence[Any]:
        """Print the dossiers of these projects; each has `made`, the PDFs, and `fault`, why there are none."""


def library_page(window: MainWindow, library: Library, jobs: JobRunner, messages: Messages) -> LibraryPage:
    """The page in a window: its command and the first page lead to it, an opened project away from it."""
    page = LibraryPage(library, jobs, messages, window)

    def show() -> None:
        window.show_page(page)
        page.reload()

    window.library_wanted.connect(show)
    page.back_wanted.connect(lambda: window.show_page(None))
    page.file_chosen.connect(window.files.open)
    return page


class LibraryPage(QWidget):
    """The table, a box that filters it, and what can be done with the rows that are shown or selected."""

    file_chosen = Signal(object)
    back_wanted = Signal()

    def __init__(self, library: Library, jobs: JobRunner, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("library")
        self._library, self._jobs, self._messages = library, jobs, messages
        self.model = ProjectModel(self)
        self.filter = QLineEdit(self)
        self.filter.setClearButtonEnabled(True)
        self.filter.setAccessibleName(self.tr("Filter projects"))
        self.filter.setPlaceholderText(self.tr("Words, or host=China tonnes>=10000 errors>0 due<today"))
        self.filter.textChanged.connect(self._filter)
        self.view = _table(self.model, self)
        self.view.setAccessibleName(self.tr("Projects"))
        self.view.activated.connect(self._open)
        self.count = QLabel(self)
        self.count.setProperty("role", "small")
        self._lay_out()
        self.view.horizontalHeader().sortIndicatorChanged.connect(self._sort)
        self._show_count()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(caption(self.tr("Library of projects"), "title", self), 1)
        head.addWidget(self._button(self.tr("Back"), self.back_wanted.emit))
        tools = QHBoxLayout()
        tools.addWidget(self.filter, 1)
        for label, do in (
            (self.tr("Add a folder…"), self.add_folder),
            (self.tr("Look for changes"), self.scan),
            (self.tr("Check"), self.check),
            (self.tr("Print…"), self.print_all),
        ):
            tools.addWidget(self._button(label, do))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(10)
        column.addLayout(head)
        column.addLayout(tools)
        column.addWidget(self.view, 1)
        column.addWidget(self.count)

    def _button(self, label: str, do: Callable[[], object]) -> QPushButton:
        button = QPushButton(label, self)
        button.clicked.connect(lambda: do())
        return button

    # -- what is shown ------------------------------------------------------------------------------------------

    def reload(self) -> None:
        """Show what the library knows now."""
        self._jobs.run(lambda progress: self._library.projects(), self.show_projects, failed=self._tell, lane=_LANE)

    def show_projects(self, projects: Sequence[ListedProject]) -> None:
        """Show these projects, in the order that was chosen, as far as the filter lets them through."""
        self.model.take(projects)
        self._filter(self.filter.text())

    def _filter(self, wanted: str) -> None:
        try:
            self.model.filter(wanted)
        except UserError as error:
            self.count.setText(f"{error.message} {error.remedy}")
            return
        self._show_count()

    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        self.model.order(ProjectModel.COLUMNS[column], descending=order is Qt.SortOrder.DescendingOrder)
        self._filter(self.filter.text())

    def _show_count(self) -> None:
        shown, known = len(self.model.rows), len(self.model.all)
        words = counted(shown, self.tr("1 project"), self.tr("{n} projects"))
        if not known:
            words = self.tr("No projects yet: add a folder that holds project files. Nothing is written into it.")
        elif shown < known:
            words = self.tr("{shown} of {known}").format(shown=words, known=known)
        self.count.setText(words)

    # -- verbs --------------------------------------------------------------------------------------------------

    def chosen(self) -> list[ListedProject]:
        """The rows that are selected; all that are shown when none is."""
        selected = [self.model.rows[index.row()] for index in self.view.selectionModel().selectedRows()]
        return selected or list(self.model.rows)

    def add_folder(self) -> None:
        """Ask for a folder, and index it."""
        folder = self._messages.folder(self, self.tr("Folder of projects"), Path.home())
        if folder is not None:
            self._scan([folder])

    def scan(self) -> None:
        """Bring the index up to date."""
        self._scan([])

    def check(self) -> None:
        """Check the chosen projects by the rules of today."""
        files = [project.file for project in self.chosen()]
        self._run(lambda progress: self._library.check(files, progress), self.tr("Checking projects"))

    def print_all(self) -> None:
        """Ask for a folder, and print the dossiers of the chosen projects into it."""
        files = [project.file for project in self.chosen() if not project.fault]
        out = self._messages.folder(self, self.tr("Folder for the dossiers"), Path.home()) if files else None
        if out is not None:
            self._jobs.run(
                lambda progress: self._library.print_all(files, out, progress), self._printed,
                failed=self._tell, title=self.tr("Printing projects"), lane=_LANE,
            )  # fmt: skip

    def _scan(self, folders: Sequence[Path]) -> None:
        self._run(lambda progress: self._library.scan(folders, progress), self.tr("Looking for projects"))

    def _run(self, work: Callable[[Progress], object], title: str) -> None:
        job = self._jobs.run(work, lambda done: None, failed=self._tell, title=title, lane=_LANE)
        # Also after it was stopped: what was read until then is kept.
        job.ended.connect(self.reload)

    def _printed(self, printed: Sequence[Any]) -> None:
        faults = [f"{Path(item.file).name}: {item.fault}" for item in printed if item.fault]
        made = sum(len(item.made) for item in printed)
        words = counted(made, self.tr("1 dossier was printed."), self.tr("{n} dossiers were printed."))
        self._messages.tell(Message(words, " ".join(faults[:5]), "warning" if faults else "info"))

    def _tell(self, error: Exception) -> None:
        known = isinstance(error, UserError)
        told = error if known else UserError(self.tr("The library did not do that."), str(error))
        self._messages.tell(message_of(told))  # type: ignore[arg-type]

    def _open(self, index: Index) -> None:
        self.file_chosen.emit(Path(self.model.rows[index.row()].file))


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
                return project.fault or (project.file if column == "file" else _shown(project, column))
            case Qt.ItemDataRole.TextAlignmentRole if column in NUMBERS:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None


def _shown(project: ListedProject, column: str) -> str:
    value = getattr(project, column)
    if column == "title":
        return project.fault or project.title or "–"
    if column == "file":
        return Path(project.file).name
    if value in (None, ""):
        return "–"
    return f"{value:,}" if isinstance(value, Decimal) else str(value)


def _table(model: ProjectModel, parent: QWidget) -> QTableView:
    view = QTableView(parent)
    view.setModel(model)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setTabKeyNavigation(False)
    view.verticalHeader().hide()
    head = view.horizontalHeader()
    head.setSectionsClickable(True)
    head.setSortIndicatorShown(True)
    head.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
    head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    for column, width in enumerate((300, 120, 130, 135, 110, 64, 80, 80, 90)):
        view.setColumnWidth(column, width)
    head.setStretchLastSection(True)
    return view
