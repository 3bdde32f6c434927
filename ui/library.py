"""The library: a page of all projects of some folders, to search, sort, open, check and print."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from forms.errors import UserError
from ui.bottom_bar import JobLine
from ui.labels import caption
from ui.messages import Message, Option, message_of
from ui.project_list import ProjectModel
from ui.words import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from forms.portfolio import ListedProject
    from ui.jobs import Job, JobRunner, Progress
    from ui.main_window import MainWindow
    from ui.messages import Messages
    from ui.project_list import Index

_LANE = "library"
_MOST_LISTED = 20


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

    def remove(self, files: Sequence[str], progress: Progress) -> Any:  # noqa: ANN401 - each library has its own kind
        """Move these projects into the trash; `moved` are those that are there now, `faults` why others are not."""

    def removed(self) -> Sequence[Any]:
        """What lies in the trash, the latest first; each has its `origin` and the time `at` which it was removed."""

    def bring_back(self, items: Sequence[Any], progress: Progress) -> Any:  # noqa: ANN401 - as above
        """Put them back where they lay; told as by `remove`."""


def library_page(window: MainWindow, library: Library, jobs: JobRunner, messages: Messages) -> LibraryPage:
    """The page in a window: its command and the first page lead to it, an opened project away from it."""
    page = LibraryPage(library, jobs, messages, window)
    page.hide()  # a child without a place would lie over the menu bar

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
        self.job = JobLine(self)
        self._reloading: set[str] = set()
        started = getattr(jobs, "started", None)
        if started is not None:
            started.connect(self._started)
        self.trash_menu = QMenu(self)
        self.trash_menu.aboutToShow.connect(self._fill_trash)
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
            (self.tr("Remove"), self.remove),
        ):
            tools.addWidget(self._button(label, do))
        trash = QPushButton(self.tr("Trash"), self)
        trash.setMenu(self.trash_menu)
        tools.addWidget(trash)
        foot = QHBoxLayout()
        foot.addWidget(self.count, 1)
        foot.addWidget(self.job)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(10)
        column.addLayout(head)
        column.addLayout(tools)
        column.addWidget(self.view, 1)
        column.addLayout(foot)

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
        return self._selected() or list(self.model.rows)

    def _selected(self) -> list[ListedProject]:
        return [self.model.rows[index.row()] for index in self.view.selectionModel().selectedRows()]

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
            work = partial(self._library.print_all, files, out)
            self._start(work, self._printed, self.tr("Printing projects"))

    def remove(self) -> None:
        """Move the selected projects into the trash; here all that are shown are never meant."""
        files = [project.file for project in self._selected()]
        if files:
            self._start(partial(self._library.remove, files), self._removed, self.tr("Removing projects"), reload=True)
        else:
            text = self.tr("No project is selected.")
            self._messages.tell(Message(text, self.tr("Select the projects to remove, then press it again.")))

    def _scan(self, folders: Sequence[Path]) -> None:
        self._run(lambda progress: self._library.scan(folders, progress), self.tr("Looking for projects"))

    def _run(self, work: Callable[[Progress], object], title: str) -> None:
        self._start(work, lambda done: None, title, reload=True)

    def _start(
        self, work: Callable[[Progress], object], done: Callable[[Any], None], title: str, *, reload: bool = False
    ) -> None:
        """Do what takes long, and show afterwards what the library knows then."""
        if reload:
            self._reloading.add(title)
        self._jobs.run(work, done, failed=self._tell, title=title, lane=_LANE)

    def _started(self, job: Job) -> None:
        """How far long work is stands below the table, with a way to stop it."""
        self.job.show_job(job)
        if job.title in self._reloading:
            # Also after it was stopped: what was done until then is kept.
            job.ended.connect(self.reload)

    # -- trash --------------------------------------------------------------------------------------------------

    def _removed(self, done: Any) -> None:  # noqa: ANN401 - each library has its own kind
        moved = list(done.moved)
        words = counted(len(moved), self.tr("1 project is in the trash."), self.tr("{n} projects are in the trash."))
        options = (Option(self.tr("Bring back"), partial(self._bring_back, moved)),) if moved else ()
        self._messages.tell(Message(words, " ".join(done.faults[:5]), "warning" if done.faults else "info", options))

    def _bring_back(self, items: Sequence[Any]) -> None:
        work = partial(self._library.bring_back, list(items))
        self._start(work, self._brought_back, self.tr("Bringing projects back"), reload=True)

    def _brought_back(self, done: Any) -> None:  # noqa: ANN401 - as above
        count = len(done.moved)
        words = counted(count, self.tr("1 project is back in its folder."), self.tr("{n} projects are back."))
        self._messages.tell(Message(words, " ".join(done.faults[:5]), "warning" if done.faults else "info"))

    def _fill_trash(self) -> None:
        """What was removed last, as entries that bring it back."""
        self.trash_menu.clear()
        for item in self._library.removed()[:_MOST_LISTED]:
            words = f"{item.origin.name}   {item.origin.parent}   {item.at:%d/%m/%Y %H:%M}"
            self.trash_menu.addAction(words, partial(self._bring_back, [item]))
        if self.trash_menu.isEmpty():
            self.trash_menu.addAction(self.tr("The trash is empty")).setEnabled(False)

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
