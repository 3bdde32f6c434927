"""The window: tree, form, inspector, bars; it passes what one says to the others, and decides nothing itself."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from forms.catalogue import design_forms
from forms.document import COMPANIONS, REVIEW_DOCUMENT
from forms.fieldpath import field_of
from ui.actions import Action, Actions
from ui.banner import Banner
from ui.binding import SETTLE_AFTER, DocumentBinding
from ui.bottom_bar import BottomBar
from ui.captions import short_title
from ui.checking import Checking
from ui.commands import SEPARATOR, commands, menus
from ui.copies import copy_out
from ui.dialogs.preferences import PreferencesDialog
from ui.files import Files, dropped_project
from ui.finding import Finding
from ui.form_view import FormView
from ui.inspector import Inspector, Tab
from ui.messages import Message, Messages, Option, WindowMessages, message_of
from ui.navigation import Navigator
from ui.pages import Pages
from ui.printing import Previewing, Printing
from ui.section_tree import SectionTree
from ui.spelling import dictionary
from ui.steps import in_words
from ui.style import Look, current_theme
from ui.together import COMMANDS, Together
from ui.top_bar import TopBar
from ui.welcome import Welcome
from ui.words import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent

    from forms.document import Document, Place
    from forms.errors import UserError
    from forms.evidence import Attachment
    from forms.history import Edit
    from ui.jobs import JobRunner
    from ui.protocols import Checker, Dossiers, Preferences, Workspace

TITLE: Place = ("facts", "P.title")
STAGE: Place = ("facts", "P.stage")
"""The two facts that the top bar shows; where a project has no such facts it shows nothing."""


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
        self._workspace = workspace
        self._jobs = jobs
        self._messages = messages
        self._preferences = preferences
        self._closing = False
        self.binding = DocumentBinding(parent=self)
        self.form = FormView(self.binding, self._messages, self)
        self.pages = Pages(self.form, self)
        self.navigator = Navigator(self.binding, self.form, self)
        self.files = Files(workspace, self.binding, self.form, messages, TITLE, self)
        self.checking = Checking(self.binding, jobs, checker, self, lambda: preferences.value("name"))
        self.printing = Printing(self.binding, jobs, dossiers, messages, self.files, self)
        self.inspector = Inspector(self)
        self.previewing = Previewing(
            self.binding, jobs, dossiers, self.form, self.inspector, self.navigator, self.checking
        )
        self.actions_by_id = Actions(self._commands(), self)
        self._make_parts()
        self._make_menus()
        self._connect()
        self._connect_panels()
        self._settle_clock = QTimer(self)
        self._settle_clock.setSingleShot(True)
        self._settle_clock.setInterval(SETTLE_AFTER)
        self._settle_clock.timeout.connect(self._settle)
        self.setAcceptDrops(True)
        self.resize(1280, 800)
        self._is_arranged = False
        for preference in preferences.offered():
            self._follow_preference(preference.key, preferences.value(preference.key))
        current_theme().changed.connect(self._keep_look)
        dictionary().remember(preferences.value("words"))
        dictionary().learned.connect(partial(preferences.prefer, "words"))
        self.refresh_project()

    # -- making -------------------------------------------------------------------------------------------------

    def _make_parts(self) -> None:
        self.top = TopBar(self.actions_by_id["print"], self)
        self.banner = Banner(self)
        self.tree = SectionTree(self)
        self.bottom = BottomBar(self)
        self.welcome = Welcome(design_forms(), self)
        self._split = QSplitter(Qt.Orientation.Horizontal, self)
        for part in (self.tree, self.pages, self.inspector):
            self._split.addWidget(part)
        self._split.setHandleWidth(1)
        self._split.splitterMoved.connect(self._border_moved)
        for place, stretch in enumerate((0, 1, 0)):
            self._split.setStretchFactor(place, stretch)
            self._split.setCollapsible(place, False)
        self.tree.setMinimumWidth(180)
        self.pages.setMinimumWidth(360)
        self.inspector.setMinimumWidth(240)
        self._work = QWidget(self)
        column = _column(self._work)
        column.addWidget(self.top)
        column.addWidget(self._split, 1)
        column.addWidget(self.bottom)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.welcome)
        self._stack.addWidget(self._work)
        self.together = Together(
            self._workspace, self.binding, self.form, self.tree, self.inspector, self.pages, self.navigator,
            self.checking, self.files, self._jobs, self._messages, self,
        )  # fmt: skip
        whole = QWidget(self)
        outer = _column(whole)
        outer.addWidget(self.banner)
        outer.addWidget(self.together.strip)
        outer.addWidget(self._stack, 1)
        self.setCentralWidget(whole)
        self.finding = Finding(self.binding, self.navigator, self._messages, self)
        self.finding.know_commands(self.actions_by_id)

    def _make_menus(self) -> None:
        shared = self.together.shared
        lists = {
            "recent": self._list_menu(self.tr("Open &recent"), self.files.fill_recent),
            "backups": self._list_menu(self.tr("&Backups"), shared.fill_backups),
            "removed_documents": self._list_menu(self.tr("&Bring back a document"), shared.fill_removed_documents),
            "carry_over": self._list_menu(self.tr("Carry &over to a later form"), shared.fill_later_forms),
        }
        for entry in menus():
            menu = self.menuBar().addMenu(entry.title)
            menu.setToolTipsVisible(True)
            menu.aboutToShow.connect(self.actions_by_id.refresh)
            for command in entry.commands:
                if command == SEPARATOR:
                    menu.addSeparator()
                elif command in lists:
                    menu.addMenu(lists[command])
                else:
                    menu.addAction(self.actions_by_id[command])

    def _list_menu(self, title: str, fill: Callable[[QMenu], object]) -> QMenu:
        """A menu whose entries are looked up when it opens."""
        menu = QMenu(title, self)
        menu.aboutToShow.connect(partial(fill, menu))
        return menu

    def _connect(self) -> None:
        self.binding.changed.connect(self._edited)
        self.binding.refused.connect(self._tell_error)
        self.binding.unread_changed.connect(self._show_left)
        self.binding.unread_changed.connect(self.actions_by_id.refresh)
        self.binding.typing.connect(self.actions_by_id.refresh)
        self.files.opened.connect(self.refresh_project)
        self.files.saved.connect(self._show_titles)
        self.files.saved.connect(self.actions_by_id.refresh)
        self.together.revising.changed.connect(self._show_titles)
        self.together.revising.changed.connect(self.actions_by_id.refresh)
        self.checking.checked.connect(self._checked)
        self.navigator.arrived.connect(self._arrived)
        self.navigator.focused.connect(self._focused)
        if isinstance(self._messages, WindowMessages):
            self._messages.told.connect(self.banner.tell)
        started = getattr(self._jobs, "started", None)
        if started is not None:
            started.connect(self.bottom.show_job)

    def _connect_panels(self) -> None:
        self.tree.chosen.connect(self.navigator.choose)
        self.tree.entered.connect(self.navigator.enter)
        self.tree.left.connect(self._focus_form)
        self.top.document_chosen.connect(self.navigator.choose_document)
        self.top.stage_chosen.connect(self._stage_chosen)
        self.top.check_wanted.connect(self._show_problems)
        self.bottom.next_wanted.connect(self._next_missing)
        self.form.help_wanted.connect(self._help_wanted)
        self.form.working_wanted.connect(self._working_wanted)
        self.form.place_wanted.connect(self.go_to)
        self.form.section_wanted.connect(self.navigator.choose)
        self.inspector.problems.place_wanted.connect(self.go_to)
        self.inspector.problems.explaining.explained.connect(self.checking.explain)
        self.inspector.problems.explaining.withdrawn.connect(self.checking.withdraw)
        self.inspector.working.place_wanted.connect(self.go_to)
        self.inspector.evidence.place_wanted.connect(self.go_to)
        self.inspector.evidence.copy_wanted.connect(self._copy_out)
        self.welcome.open_wanted.connect(self.files.ask_and_open)
        self.welcome.library_wanted.connect(self.library_wanted)
        self.welcome.file_chosen.connect(self.files.open)
        self.welcome.sample_chosen.connect(self.files.open_sample)
        self.welcome.new_wanted.connect(self.files.start)

    def _commands(self) -> list[Action]:
        go, files = self.navigator, self.files
        do: dict[str, Callable[[], object]] = {
            "new": files.close,
            "open": files.ask_and_open,
            "review": files.ask_and_review,
            "library": self.library_wanted.emit,
            "save": files.save,
            "save_as": files.save_as,
            "revert": files.revert,
            "import": files.import_project,
            "export": files.export,
            "print": self._print,
            "close": files.close,
            "quit": self.close,
            "undo": self._undo,
            "redo": self._redo,
            "find": lambda: self.finding.find(),
            "find_next": lambda: self.finding.step(1),
            "find_previous": lambda: self.finding.step(-1),
            "preferences": self._show_preferences,
            "palette": lambda: self.finding.show_palette(),
            "go_section": lambda: self.tree.focus_filter(),
            "next_missing": self._next_missing,
            "next_problem": lambda: self.inspector.problems.neighbour(1),
            "previous_problem": lambda: self.inspector.problems.neighbour(-1),
            "next_section": partial(go.step, 1),
            "previous_section": partial(go.step, -1),
            "back": go.back,
            "forward": go.forward,
            "next_pane": self._next_pane,
            "check": self.checking.run,
            "show_problems": self._show_problems,
            "show_progress": self._show_progress,
            "show_working": partial(self.inspector.show_tab, Tab.WORKING),
            "show_evidence": partial(self.inspector.show_tab, Tab.EVIDENCE),
            "show_preview": partial(self.inspector.show_tab, Tab.PREVIEW),
            "show_help": partial(self.inspector.show_tab, Tab.HELP),
            "help_field": partial(self.inspector.show_tab, Tab.HELP),
            "shortcuts": self._show_shortcuts,
        }
        # The part that does these is made later than the commands.
        do |= {command: partial(self._do_together, command) for command in COMMANDS}
        made = commands(do | self._looks(), self._reasons())
        names = {"undo": self._undo_name, "redo": self._redo_name}
        return [replace(command, name=names.get(command.id)) for command in made]

    def _do_together(self, command: str) -> None:
        self.together.commands()[command]()

    def _looks(self) -> dict[str, Callable[[], object]]:
        theme = current_theme()
        return {
            "toggle_left": lambda: self.tree.setVisible(not self.tree.isVisible()),
            "toggle_right": lambda: self.inspector.setVisible(not self.inspector.isVisible()),
            "larger": partial(theme.resize, 1),
            "smaller": partial(theme.resize, -1),
            "normal_size": partial(theme.resize, 0),
            "look_system": partial(theme.choose, Look.SYSTEM),
            "look_light": partial(theme.choose, Look.LIGHT),
            "look_dark": partial(theme.choose, Look.DARK),
            "look_contrast": partial(theme.choose, Look.CONTRAST),
            "full_screen": self._toggle_full_screen,
        }

    # -- the project --------------------------------------------------------------------------------------------

    def refresh_project(self) -> None:
        """Show the project that the workspace has now, or the first page."""
        project = self._workspace.project
        self.welcome.show_choices(self._workspace.recent(), self._workspace.samples())
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
        self._show_titles()
        self.actions_by_id.refresh()

    def show_page(self, page: QWidget | None) -> None:
        """Show a page of somebody else's; none of them: the project, or the first page."""
        if page is not None and self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        own = self.welcome if self._workspace.project is None else self._work
        self._stack.setCurrentWidget(page or own)

    def _show_documents(self) -> None:
        snapshot = self.binding.snapshot
        self.tree.show_documents(snapshot)
        entries = [(name, short_title(document.form)) for name, document in self._shown_documents()]
        self.top.show_documents(entries, self.navigator.place[0] or snapshot.main)
        self.previewing.show_kinds()

    def _shown_documents(self) -> list[tuple[str, Document]]:
        """Every document but the review, which has panels of its own."""
        return [item for item in self.binding.snapshot.documents.items() if item[0] != REVIEW_DOCUMENT]

    def _show_titles(self) -> None:
        if not self.binding.is_open or self._workspace.project is None:
            self.setWindowTitle(self.tr("Cerulean"))
            return
        read = self.binding.read
        title = read.text(TITLE[1], TITLE[0]) if read.field(*TITLE) else ""
        self.top.show_title(title)
        stage = read.field(*STAGE)
        choices = [(choice.code, choice.label) for choice in stage.choices] if stage else []
        self.top.show_stages(choices, str(read.value(STAGE[1], STAGE[0]) or ""))
        name = self._workspace.path.name if self._workspace.path else self.tr("not saved yet")
        self.top.stage.setEnabled(not self._workspace.is_for_review)
        if self._workspace.is_for_review:
            name = self.tr("{file}, read-only to review").format(file=name)
        self.setWindowTitle(
            self.tr("{title} – {file}[*] – Cerulean").format(title=title or self.tr("Untitled"), file=name)
        )
        self.setWindowModified(self._workspace.is_modified)
        self.top.show_saved(self._saved_words(), modified=self._workspace.path is None or self._workspace.is_modified)

    def _saved_words(self) -> str:
        count, at = self._workspace.edits_since_save, self.files.saved_at
        if self._workspace.is_for_review and not count:
            return self.tr("Read-only, to review")
        if self._workspace.path is None:
            return self.tr("Not saved to a file yet")
        if self._workspace.is_modified:
            return counted(count, self.tr("1 edit since the last save"), self.tr("{n} edits since the last save"))
        return self.tr("Saved {time}").format(time=f"{at:%H:%M}") if at else self.tr("Saved")

    def _edited(self, edit: Edit, initiator: object) -> None:
        del initiator
        if any(
            change.path.startswith(("P.methodologies", COMPANIONS)) or "[" not in change.path for change in edit.changes
        ):
            self._show_documents()
        self._show_titles()
        self.actions_by_id.refresh()
        self.inspector.working.show_snapshot(self.binding.snapshot)
        self.inspector.evidence.show_project(self.binding.read)
        self.checking.later()
        self.previewing.later()
        self._settle_clock.start()

    def _settle(self) -> None:
        if self._workspace.project is not None:
            self.binding.project.settle()

    def _stage_chosen(self, stage: str) -> None:
        self.binding.attempt(lambda: self.binding.project.set(*STAGE, stage, initiator=self))

    # -- going about ---------------------------------------------------------------------------------------------

    def go_to(self, document: str, path: str) -> None:
        """Show the section of a field, and put the focus there."""
        self.navigator.go_to(document, path)

    def _arrived(self, document: str, section: str) -> None:
        self.tree.mark(document, section)
        self.top.show_document(document)
        self.inspector.help.show_place(self.binding.read, document, "", section)
        self.inspector.problems.show_place(document, section)
        self.inspector.working.show_snapshot(self.binding.snapshot)
        self.inspector.evidence.show_project(self.binding.read)
        self.inspector.preview.follow(section)
        self._show_left()
        self.actions_by_id.refresh()

    def _focused(self, document: str, path: str) -> None:
        section = self.navigator.place[1]
        self.inspector.help.show_place(self.binding.read, document, path, section)
        self.inspector.working.follow(document, path)
        self.inspector.evidence.follow(document, path)
        self.inspector.preview.follow(field_of(path), section)

    def _help_wanted(self, document: str, path: str) -> None:
        self._focused(document, path)
        self.inspector.show_tab(Tab.HELP)

    def _working_wanted(self, name: str) -> None:
        self.inspector.working.show_snapshot(self.binding.snapshot)
        self.inspector.show_tab(Tab.WORKING)
        self.inspector.working.explain(name)

    def _show_progress(self) -> None:
        self.inspector.show_tab(Tab.PROBLEMS)
        self.inspector.problems.ways.setCurrentIndex(1)
        self.inspector.problems.progress.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_problems(self) -> None:
        self.inspector.show_tab(Tab.PROBLEMS)
        self.inspector.problems.ways.setCurrentIndex(0)
        self.inspector.problems.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _copy_out(self, carried: Attachment) -> None:
        copy_out(carried, self._messages, self)

    def _next_missing(self) -> None:
        self.form.commit()
        found = self.navigator.following_missing(self.checking.completeness)
        if found is not None:
            self.go_to(*found)

    def _focus_form(self) -> None:
        if self.form.page is not None:
            self.form.page.focus_first()

    def _next_pane(self) -> None:
        page = self.form.page
        panes: list[tuple[QWidget, Callable[[], object]]] = [
            (self.tree, self.tree.view.setFocus),
            (self.form, page.focus_first if page is not None else self.form.setFocus),
            (self.inspector, self.inspector.bar.setFocus),
        ]
        shown = [(pane, enter) for pane, enter in panes if pane.isVisible()]
        focus = QApplication.focusWidget()
        here = next((n for n, (pane, _) in enumerate(shown) if focus is not None and pane.isAncestorOf(focus)), -1)
        shown[(here + 1) % len(shown)][1]()

    # -- checking ------------------------------------------------------------------------------------------------

    def _checked(self) -> None:
        checking = self.checking
        self.top.check.show_counts(checking.errors, checking.warnings)
        self.tree.show_state(checking.completeness, checking.problems)
        self.form.show_problems(checking.problems)
        self.form.show_completeness(checking.completeness)
        self.inspector.problems.show_problems(checking.problems, self.binding.read)
        self.inspector.problems.progress.show_state(self.binding.read, checking.completeness, checking.problems)
        self._show_left()
        self.actions_by_id.refresh()

    def _show_left(self) -> None:
        if self._workspace.project is None:
            return
        document, section = self.navigator.place
        filled = self.checking.completeness
        unread = sum(1 for place in self.binding.unread if place[0] == document)
        following = self.navigator.following_missing(filled)
        name = self.navigator.name_of(following) if following else ""
        self.bottom.show_left(filled.of(document, section).missing + unread, name)
        if document:
            self.bottom.show_share(short_title(self.binding.read.form(document)), int(filled.of(document).share * 100))

    # -- undo ----------------------------------------------------------------------------------------------------

    def _undo(self) -> None:
        field = self.form.focused_field()
        if field is not None and field.take_back():
            return
        history = self.binding.project.history
        change = list(history)[-1].changes[0] if len(history) else None
        if self.binding.project.undo(initiator=self) and change is not None:
            self._reveal((change.document, change.path))

    def _redo(self) -> None:
        self.binding.project.redo(initiator=self)

    def _reveal(self, place: Place) -> None:
        """Show what undo changed, when it is not in sight: a view of a fact in the section shown counts."""
        if place[0] == REVIEW_DOCUMENT:
            self.inspector.show_tab(Tab.REVIEW)
            return
        page = self.form.page
        read = self.binding.read
        if page is not None and any(
            field_of(read.home_of(page.document, field.path)[1]) == field_of(place[1]) for field in page.fields
        ):
            return
        self.go_to(*place)

    # -- printing -------------------------------------------------------------------------------------------------

    def _print(self) -> None:
        self.form.commit()
        self.printing.ask(self.checking.errors)

    # -- why commands are greyed ----------------------------------------------------------------------------------

    def _reasons(self) -> Mapping[str, Callable[[], str]]:
        """Why a command cannot be done now."""
        needing = (
            "save save_as export print close find find_next find_previous go_section next_missing next_problem "
            "previous_problem next_section previous_section next_pane check show_problems show_progress show_working "
            "show_evidence show_preview show_help help_field toggle_left toggle_right"
        )
        reasons: dict[str, Callable[[], str]] = dict.fromkeys(needing.split(), self._why_no_project)
        return (
            reasons
            | dict.fromkeys(COMMANDS, self._why_no_project)
            | {
                "save": self._why_not_save,
                "revert": self._why_not_revert,
                "undo": self._why_not_undo,
                "redo": self._why_not_redo,
                "back": lambda: "" if self.navigator.can_go_back else self.tr("there is no place to go back to"),
                "forward": lambda: "" if self.navigator.can_go_forward else self.tr("you did not go back"),
                "next_missing": self._why_nothing_missing,
            }
        )

    def _why_no_project(self) -> str:
        return "" if self._workspace.project is not None else self.tr("no project is open")

    def _why_not_save(self) -> str:
        if self._workspace.path is not None and not self._workspace.is_modified:
            return self.tr("the file holds everything")
        return self._why_no_project()

    def _why_not_revert(self) -> str:
        if self._workspace.path is None:
            return self.tr("the project was never saved")
        return "" if self._workspace.is_modified else self.tr("nothing changed since the last save")

    def _why_not_undo(self) -> str:
        project = self._workspace.project
        field = self.form.focused_field() if project is not None else None
        if field is not None and field.editor.has_pending():
            return ""
        return "" if project is not None and project.history.undo_label else self.tr("there is nothing to undo")

    def _why_not_redo(self) -> str:
        project = self._workspace.project
        return "" if project is not None and project.history.redo_label else self.tr("nothing was undone")

    def _why_nothing_missing(self) -> str:
        missing = self.checking.completeness.missing
        return self._why_no_project() or ("" if missing else self.tr("nothing required is missing"))

    def _undo_name(self) -> str:
        label = self._workspace.project.history.undo_label if self._workspace.project else ""
        return self.tr("&Undo {label}").format(label=in_words(label)).rstrip()

    def _redo_name(self) -> str:
        label = self._workspace.project.history.redo_label if self._workspace.project else ""
        return self.tr("&Redo {label}").format(label=in_words(label)).rstrip()

    # -- the rest -------------------------------------------------------------------------------------------------

    def offer_recovery(self) -> None:
        """Offer, once, what a crash left behind."""
        self.files.offer_recovery()

    def _tell_error(self, error: UserError) -> None:
        self._messages.tell(message_of(error))

    def _show_shortcuts(self) -> None:
        lines = [
            f"{action.shortcut().toString()}  {action.text().replace('&', '').rstrip('…')}"
            for action in (self.actions_by_id[command] for command in self.actions_by_id.ids())
            if not action.shortcut().isEmpty()
        ]
        self._messages.tell(
            Message(self.tr("Shortcuts: ") + " · ".join(lines), options=(Option(self.tr("Close"), lambda: None),))
        )

    def _toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    # -- preferences ----------------------------------------------------------------------------------------------

    def _show_preferences(self) -> None:
        dialog = PreferencesDialog(self._preferences, self._messages, self)
        dialog.changed.connect(self._follow_preference)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _follow_preference(self, key: str, value: str) -> None:
        """Do what is preferred; preferences that the window does not know are somebody else's."""
        theme = current_theme()
        if key == "look" and value in set(Look) and value != theme.look:
            theme.choose(Look(value))
        elif key == "scale" and value and float(value) != theme.scale:
            theme.set_scale(float(value))
        elif key == "spelling":
            dictionary().switch(on=value != "no")
        elif key == "container":
            self.printing.last = replace(self.printing.last, container=value)
        elif key == "dossier_folder":
            self.printing.folder = Path(value) if value else None

    def _keep_look(self) -> None:
        """The look was changed by a command."""
        theme = current_theme()
        self._preferences.prefer("look", theme.look.value)
        self._preferences.prefer("scale", f"{theme.scale}")

    def layout_state(self) -> tuple[str, str]:
        """Geometry of the window, and of its parts once somebody moved their borders, to be kept."""
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        split = bytes(self._split.saveState().toBase64().data()).decode()
        return geometry, split if self._is_arranged else ""

    def restore_layout(self, geometry: str, split: str) -> None:
        """Take up what `layout_state` gave; what is missing or broken is left as it is."""
        if geometry:
            self.restoreGeometry(QByteArray.fromBase64(geometry.encode()))
        if split:
            self._is_arranged = self._split.restoreState(QByteArray.fromBase64(split.encode()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room out, until somebody moves the borders: a wide window shows more of tree and inspector."""
        super().resizeEvent(event)
        if not self._is_arranged:
            grown, width = min(1.25, current_theme().scale), self.width()
            left = round(grown * max(276, min(380, width * 0.2)))
            right = round(grown * max(360, min(470, width * 0.26)))
            most = 0.54 * width
            left, right = (round(side * min(1, most / (left + right))) for side in (left, right))
            self._split.setSizes([left, max(0, width - left - right), right])

    def _border_moved(self) -> None:
        self._is_arranged = True

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
        if self._workspace.project is not None and self._workspace.is_modified and not self._closing:
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
