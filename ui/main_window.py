"""The window: tree, form, inspector, bars; it passes what one says to the others, and decides nothing itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from forms.catalogue import design_forms
from forms.document import COMPANIONS
from ui.actions import Actions
from ui.banner import Banner
from ui.binding import DocumentBinding
from ui.bottom_bar import BottomBar
from ui.checking import Checking
from ui.files import Files, dropped_project
from ui.finding import Finding
from ui.form_view import FormView
from ui.inspecting import Inspecting
from ui.inspector import Inspector
from ui.menu_bar import fill_menu_bar
from ui.messages import Messages, WindowMessages, message_of
from ui.navigation import Navigator
from ui.pages import Pages
from ui.panes import Panes
from ui.preferring import Preferring
from ui.printing import Previewing, Printing
from ui.remaining import Remaining
from ui.section_tree import SectionTree
from ui.titles import TITLE, Titles
from ui.together import Together
from ui.top_bar import TopBar
from ui.undoing import Undoing
from ui.welcome import Welcome
from ui.whereabouts import Whereabouts
from ui.window_commands import window_commands

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent

    from forms.errors import UserError
    from forms.history import Edit
    from ui.jobs import JobRunner
    from ui.protocols import Checker, Dossiers, Preferences, Workspace


class MainWindow(QMainWindow):
    """Everything it needs comes by the constructor. Close it with `close()`; jobs are stopped then."""

    library_wanted = Signal()

    def __init__(
        self,
        workspace: Workspace,
        jobs: JobRunner,
        messages: Messages,
        dossiers: Dossiers,
        checker: Checker,
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("main_window")
        self.workspace = workspace
        self._jobs = jobs
        self.messages = messages
        self._closing = False
        self.binding = DocumentBinding(parent=self)
        self.form = FormView(self.binding, self.messages, self)
        self.pages = Pages(self.form, self)
        self.navigator = Navigator(self.binding, self.form, self)
        self.files = Files(workspace, self.binding, self.form, messages, TITLE, self)
        self.checking = Checking(self.binding, jobs, checker, self, lambda: preferences.value("name"))
        self.printing = Printing(self.binding, jobs, dossiers, messages, self.files, self)
        self.inspector = Inspector(self)
        self.previewing = Previewing(
            self.binding, jobs, dossiers, self.form, self.inspector, self.navigator, self.checking
        )
        self.undoing = Undoing(workspace, self.binding, self.form, self.inspector, self.navigator, self)
        self.actions_by_id = Actions(window_commands(self), self)
        self._make_parts()
        fill_menu_bar(self, self.actions_by_id, self.files, self.together.shared)
        self._connect()
        self._connect_panels()
        self.whereabouts = Whereabouts(self.binding, self.navigator, self.pages, self.tree, self.top)
        self.setAcceptDrops(True)
        self.resize(1280, 800)
        self.preferring = Preferring(preferences, messages, self.printing, self)
        self.refresh_project()

    # -- making -------------------------------------------------------------------------------------------------

    def _make_parts(self) -> None:
        self.top = TopBar(self.actions_by_id["print"], self)
        self.banner = Banner(self)
        self.tree = SectionTree(self)
        self.bottom = BottomBar(self)
        self.remaining = Remaining(self.binding, self.form, self.navigator, self.checking, self.bottom)
        self.welcome = Welcome(design_forms, self)
        self.panes = Panes(self.tree, self.pages, self.form, self.inspector, self)
        self.titles = Titles(self.workspace, self.binding, self.files, self.top, self)
        self.inspecting = Inspecting(self.binding, self.navigator, self.checking, self.inspector, self.messages, self)
        self._work = QWidget(self)
        column = _column(self._work)
        column.addWidget(self.top)
        column.addWidget(self.panes, 1)
        column.addWidget(self.bottom)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.welcome)
        self._stack.addWidget(self._work)
        self.together = Together(
            self.workspace, self.binding, self.form, self.tree, self.inspector, self.pages, self.navigator,
            self.checking, self.files, self._jobs, self.messages, self,
        )  # fmt: skip
        whole = QWidget(self)
        outer = _column(whole)
        outer.addWidget(self.banner)
        outer.addWidget(self.together.strip)
        outer.addWidget(self._stack, 1)
        self.setCentralWidget(whole)
        self.finding = Finding(self.binding, self.navigator, self.messages, self)
        self.finding.know_commands(self.actions_by_id)

    def _connect(self) -> None:
        self.binding.changed.connect(self._edited)
        self.binding.refused.connect(self._tell_error)
        self.binding.unread_changed.connect(self.actions_by_id.refresh)
        self.binding.typing.connect(self.actions_by_id.refresh)
        self.files.opened.connect(self.refresh_project)
        self.files.saved.connect(self.titles.show)
        self.files.saved.connect(self.actions_by_id.refresh)
        self.together.revising.changed.connect(self.titles.show)
        self.together.revising.changed.connect(self.actions_by_id.refresh)
        self.checking.checked.connect(self._checked)
        self.navigator.arrived.connect(self._arrived)
        if isinstance(self.messages, WindowMessages):
            self.messages.told.connect(self.banner.tell)
        started = getattr(self._jobs, "started", None)
        if started is not None:
            started.connect(self.bottom.show_job)

    def _connect_panels(self) -> None:
        self.tree.chosen.connect(self.navigator.choose)
        self.tree.entered.connect(self.navigator.enter)
        self.tree.left.connect(self._focus_form)
        self.top.document_chosen.connect(self.navigator.choose_document)
        self.top.stage_chosen.connect(self.titles.choose_stage)
        self.top.check_wanted.connect(self.inspecting.show_problems)
        self.form.help_wanted.connect(self.inspecting.show_help)
        self.form.working_wanted.connect(self.inspecting.show_working)
        self.form.place_wanted.connect(self.go_to)
        self.form.section_wanted.connect(self.navigator.choose)
        self.welcome.open_wanted.connect(self.files.ask_and_open)
        self.welcome.library_wanted.connect(self.library_wanted)
        self.welcome.file_chosen.connect(self.files.open)
        self.welcome.sample_chosen.connect(self.files.open_sample)
        self.welcome.new_wanted.connect(self.files.start)

    # -- the project --------------------------------------------------------------------------------------------

    def refresh_project(self) -> None:
        """Show the project that the workspace has now, or the first page."""
        project = self.workspace.project
        self.welcome.show_choices(self.workspace.recent(), self.workspace.samples())
        self.show_page(None)
        self.navigator.forget()
        if project is None:
            self.binding.detach()
            self.welcome.take_focus()
        else:
            self.binding.attach(project)
            self.checking.forget()
            self._show_documents()
            self.navigator.start()
            self.checking.run()
        self.titles.show()
        self.actions_by_id.refresh()

    def show_page(self, page: QWidget | None) -> None:
        """Show a page of somebody else's; none of them: the project, or the first page."""
        if page is not None and self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        own = self.welcome if self.workspace.project is None else self._work
        self._stack.setCurrentWidget(page or own)

    def _show_documents(self) -> None:
        snapshot = self.binding.snapshot
        self.tree.show_documents(snapshot)
        self.titles.show_documents(self.navigator.place[0] or snapshot.main)
        self.previewing.show_kinds()

    def _edited(self, edit: Edit, initiator: object) -> None:
        del initiator
        if any(
            change.path.startswith(("P.methodologies", COMPANIONS)) or "[" not in change.path for change in edit.changes
        ):
            self._show_documents()
        self.titles.show()
        self.actions_by_id.refresh()
        self.inspecting.follow_project()
        self.checking.later()
        self.previewing.later()

    # -- going about ---------------------------------------------------------------------------------------------

    def go_to(self, document: str, path: str) -> None:
        """Show the section of a field, and put the focus there."""
        self.navigator.go_to(document, path)

    def _arrived(self, document: str, section: str) -> None:
        self.inspecting.arrive(document, section)
        self.remaining.show()
        self.actions_by_id.refresh()

    def _focus_form(self) -> None:
        if self.form.page is not None:
            self.form.page.focus_first()

    # -- checking ------------------------------------------------------------------------------------------------

    def _checked(self) -> None:
        checking = self.checking
        self.top.check.show_counts(checking.errors, checking.warnings)
        self.tree.show_state(checking.completeness, checking.problems)
        self.form.show_problems(checking.problems)
        self.form.show_completeness(checking.completeness)
        self.inspecting.show_checked()
        self.remaining.show()
        self.actions_by_id.refresh()

    # -- the rest -------------------------------------------------------------------------------------------------

    def offer_recovery(self) -> None:
        """Offer, once, what a crash left behind."""
        self.files.offer_recovery()

    def _tell_error(self, error: UserError) -> None:
        self.messages.tell(message_of(error))

    def layout_state(self) -> tuple[str, str]:
        """Geometry of the window, and of its parts once somebody moved their borders, to be kept."""
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        return geometry, self.panes.arrangement()

    def restore_layout(self, geometry: str, split: str) -> None:
        """Take up what `layout_state` gave; what is missing or broken is left as it is."""
        if geometry:
            self.restoreGeometry(QByteArray.fromBase64(geometry.encode()))
        if split:
            self.panes.arrange(split)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room out."""
        super().resizeEvent(event)
        self.panes.share_out(self.width())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape takes the message away."""
        if event.key() == Qt.Key.Key_Escape and self.banner.isVisible():
            self.banner.dismiss()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A project, an archive or a dossier can be dropped on the window."""
        if dropped_project(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open it."""
        file = dropped_project(event.mimeData())
        if file is not None:
            self.files.open(file)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask in the window when edits are not in a file; the working copy keeps them in any case."""
        self.form.commit()
        if self.workspace.project is not None and self.workspace.is_modified and not self._closing:
            event.ignore()
            self.files.unless_modified(self._close_window)
            return
        self.binding.detach()
        stop = getattr(self._jobs, "stop", None)
        if callable(stop):
            stop()
        self.inspector.preview.pages.close_document()
        event.accept()

    def _close_window(self) -> None:
        self._closing = True
        self.close()


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column
