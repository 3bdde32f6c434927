"""The window: tree, form, inspector, bars; it passes what one says to the others, and decides nothing itself."""

from __future__ import annotations

import datetime as dt
import tempfile
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDesktopServices, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from forms.catalogue import forms
from forms.errors import UserError
from forms.fieldpath import field_of
from forms.problems import Problem, Severity
from ui.actions import Action, Actions
from ui.banner import Banner
from ui.binding import SETTLE_AFTER, DocumentBinding
from ui.bottom_bar import BottomBar
from ui.captions import place_name, short_title
from ui.commands import SEPARATOR, commands, menus
from ui.completeness import NOTHING, Completeness, completeness
from ui.dialogs.print_dossier import PrintDialog, PrintOrder
from ui.form_view import FormView, SectionPage
from ui.inspector import Inspector, Tab
from ui.messages import Message, Messages, Option, WindowMessages, message_of
from ui.protocols import Built, Checker, Dossiers, Leftover, Workspace, problems_in
from ui.section_tree import SectionTree
from ui.style import Look, current_theme
from ui.top_bar import TopBar
from ui.welcome import Welcome
from ui.words import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from forms.definition import Section
    from forms.document import Place
    from forms.history import Edit
    from ui.jobs import Job, JobRunner, Progress

TITLE: Place = ("facts", "P.title")
STAGE: Place = ("facts", "P.stage")
"""The two facts that the top bar shows; where a project has no such facts it shows nothing."""
CHECK_AFTER, PREVIEW_AFTER = 400, 1_200
SUFFIX = ".cerulean"


class MainWindow(QMainWindow):
    """Everything it needs comes by the constructor. Close it with `close()`; jobs are stopped then."""

    def __init__(
        self,
        workspace: Workspace,
        jobs: JobRunner,
        messages: Messages,
        dossiers: Dossiers,
        checker: Checker,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("main_window")
        self._workspace = workspace
        self._jobs = jobs
        self._messages = messages
        self._dossiers = dossiers
        self._checker = checker
        self._place: Place = ("", "")
        self._focus: Place = ("", "")
        self._been: list[Place] = []
        self._ahead: list[Place] = []
        self._problems: tuple[Problem, ...] = ()
        self._completeness: Completeness = NOTHING
        self._saved_at: dt.datetime | None = None
        self._closing = False
        self._last_order = PrintOrder((), draft=False, container="a3", folder=Path.home())
        self.binding = DocumentBinding(parent=self)
        self.form = FormView(self.binding, self._messages, self)
        self.actions_by_id = Actions(self._commands(), self)
        self._make_parts()
        self._make_menus()
        self._connect()
        self._make_clocks()
        self.setAcceptDrops(True)
        self.resize(1280, 800)
        self.refresh_project()

    # -- making -------------------------------------------------------------------------------------------------

    def _make_parts(self) -> None:
        self.top = TopBar(self.actions_by_id["print"], self)
        self.banner = Banner(self)
        self.tree = SectionTree(self)
        self.inspector = Inspector(self)
        self.bottom = BottomBar(self)
        self.welcome = Welcome(forms(), self)
        self._split = QSplitter(Qt.Orientation.Horizontal, self)
        for part in (self.tree, self.form, self.inspector):
            self._split.addWidget(part)
        self._split.setHandleWidth(1)
        self._split.setSizes([276, 664, 340])
        for place, stretch in enumerate((0, 1, 0)):
            self._split.setStretchFactor(place, stretch)
            self._split.setCollapsible(place, False)
        self.tree.setMinimumWidth(180)
        self.form.setMinimumWidth(360)
        self.inspector.setMinimumWidth(240)
        self._work = QWidget(self)
        column = QVBoxLayout(self._work)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(self._split, 1)
        column.addWidget(self.bottom)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.welcome)
        self._stack.addWidget(self._work)
        whole = QWidget(self)
        outer = QVBoxLayout(whole)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.banner)
        outer.addWidget(self._stack, 1)
        self.setCentralWidget(whole)

    def _make_menus(self) -> None:
        self._recent = QMenu(self.tr("Open &recent"), self)
        self._recent.aboutToShow.connect(self._fill_recent)
        for entry in menus():
            menu = self.menuBar().addMenu(entry.title)
            menu.setToolTipsVisible(True)
            menu.aboutToShow.connect(self.actions_by_id.refresh)
            for command in entry.commands:
                if command == SEPARATOR:
                    menu.addSeparator()
                elif command == "recent":
                    menu.addMenu(self._recent)
                else:
                    menu.addAction(self.actions_by_id[command])

    def _connect(self) -> None:
        self.binding.changed.connect(self._edited)
        self.binding.refused.connect(self._tell_error)
        self.binding.unread_changed.connect(self._show_left)
        self.binding.unread_changed.connect(self.actions_by_id.refresh)
        self.binding.typing.connect(self.actions_by_id.refresh)
        self.tree.chosen.connect(self._section_chosen)
        self.top.document_chosen.connect(self._document_chosen)
        self.top.stage_chosen.connect(self._stage_chosen)
        self.top.check_wanted.connect(self._show_problems)
        self.bottom.next_wanted.connect(self._next_missing)
        self.form.focused.connect(self._focused)
        self.form.help_wanted.connect(self._help_wanted)
        self.form.working_wanted.connect(self._working_wanted)
        self.form.place_wanted.connect(self.go_to)
        self.form.section_wanted.connect(self._section_chosen)
        self.inspector.problems.place_wanted.connect(self.go_to)
        self.inspector.working.place_wanted.connect(self.go_to)
        self.inspector.preview.wanted.connect(self._build_preview)
        self.inspector.shown.connect(self._tab_shown)
        self.welcome.open_wanted.connect(self._open)
        self.welcome.file_chosen.connect(self._open_file)
        self.welcome.sample_chosen.connect(self._open_sample)
        self.welcome.new_wanted.connect(self._new)
        if isinstance(self._messages, WindowMessages):
            self._messages.told.connect(self.banner.tell)
        started = getattr(self._jobs, "started", None)
        if started is not None:
            started.connect(self.bottom.show_job)

    def _make_clocks(self) -> None:
        self._check_clock = _clock(self, CHECK_AFTER, self._check)
        self._preview_clock = _clock(self, PREVIEW_AFTER, self._rebuild_preview)
        self._settle_clock = _clock(self, SETTLE_AFTER, self._settle)

    def _commands(self) -> list[Action]:
        theme = current_theme()
        do: dict[str, Callable[[], object]] = {
            "new": self._show_welcome,
            "open": self._open,
            "save": self._save,
            "save_as": self._save_as,
            "revert": self._revert,
            "import": self._import,
            "export": self._export,
            "print": self._print,
            "close": self._close_project,
            "quit": self.close,
            "undo": self._undo,
            "redo": self._redo,
            "find": lambda: self.tree.focus_filter(),
            "next_missing": self._next_missing,
            "next_problem": lambda: self.inspector.problems.neighbour(1),
            "previous_problem": lambda: self.inspector.problems.neighbour(-1),
            "next_section": lambda: self._step_section(1),
            "previous_section": lambda: self._step_section(-1),
            "back": self._back,
            "forward": self._forward,
            "next_pane": self._next_pane,
            "check": self._check,
            "show_problems": self._show_problems,
            "show_working": lambda: self.inspector.show_tab(Tab.WORKING),
            "show_preview": lambda: self.inspector.show_tab(Tab.PREVIEW),
            "show_help": lambda: self.inspector.show_tab(Tab.HELP),
            "toggle_left": lambda: self.tree.setVisible(not self.tree.isVisible()),
            "toggle_right": lambda: self.inspector.setVisible(not self.inspector.isVisible()),
            "larger": lambda: theme.resize(1),
            "smaller": lambda: theme.resize(-1),
            "normal_size": lambda: theme.resize(0),
            "look_system": lambda: theme.choose(Look.SYSTEM),
            "look_light": lambda: theme.choose(Look.LIGHT),
            "look_dark": lambda: theme.choose(Look.DARK),
            "look_contrast": lambda: theme.choose(Look.CONTRAST),
            "full_screen": self._toggle_full_screen,
            "help_field": lambda: self.inspector.show_tab(Tab.HELP),
            "shortcuts": self._show_shortcuts,
        }
        made = commands(do, self._reasons())
        names = {"undo": self._undo_name, "redo": self._redo_name}
        return [replace(command, name=names.get(command.id)) for command in made]

    def _reasons(self) -> Mapping[str, Callable[[], str]]:
        """Why a command cannot be done now."""
        needing = (
            "save save_as export print close find next_missing next_problem previous_problem next_section "
            "previous_section next_pane check show_problems show_working show_preview show_help help_field "
            "toggle_left toggle_right"
        )
        reasons: dict[str, Callable[[], str]] = dict.fromkeys(needing.split(), self._why_no_project)
        return reasons | {
            "save": self._why_not_save,
            "revert": self._why_not_revert,
            "undo": self._why_not_undo,
            "redo": self._why_not_redo,
            "back": lambda: "" if self._been else self.tr("there is no place to go back to"),
            "forward": lambda: "" if self._ahead else self.tr("you did not go back"),
            "next_missing": self._why_nothing_missing,
        }

    # -- the project --------------------------------------------------------------------------------------------

    def refresh_project(self) -> None:
        """Show the project that the workspace has now, or the first page."""
        project = self._workspace.project
        self.welcome.show_choices(self._workspace.recent(), self._workspace.samples())
        self._stack.setCurrentWidget(self._work if project is not None else self.welcome)
        if project is None:
            self.binding.detach()
            self._place = self._focus = ("", "")
        else:
            self.binding.attach(project)
            self._been.clear()
            self._ahead.clear()
            self._problems, self._completeness, self._saved_at = (), NOTHING, None
            self._show_documents()
            main = project.snapshot.main
            page = self._show_section(main, _first_section(project.read.form(main).sections) if main else "")
            if page is not None:
                page.focus_first()
            self._check()
        self._show_titles()
        self.actions_by_id.refresh()

    def _show_documents(self) -> None:
        snapshot = self.binding.snapshot
        self.tree.show_documents(snapshot)
        entries = [(name, short_title(document.form)) for name, document in snapshot.documents.items()]
        self.top.show_documents(entries, self._place[0] or snapshot.main)
        self.inspector.preview.show_kinds(list(self._dossiers.all(snapshot)))

    def _show_titles(self) -> None:
        if not self.binding.has_project or self._workspace.project is None:
            self.setWindowTitle(self.tr("Cerulean"))
            return
        read = self.binding.read
        title = read.text(TITLE[1], TITLE[0]) if read.field(*TITLE) else ""
        self.top.show_title(title)
        stage = read.field(*STAGE)
        choices = [(choice.code, choice.label) for choice in stage.choices] if stage else []
        self.top.show_stages(choices, str(read.value(STAGE[1], STAGE[0]) or ""))
        name = self._workspace.path.name if self._workspace.path else self.tr("not saved yet")
        self.setWindowTitle(
            self.tr("{title} – {file}[*] – Cerulean").format(title=title or self.tr("Untitled"), file=name)
        )
        self.setWindowModified(self._workspace.is_modified)
        self.top.show_saved(self._saved_words(), modified=self._workspace.path is None or self._workspace.is_modified)

    def _saved_words(self) -> str:
        count = self._workspace.edits_since_save
        if self._workspace.path is None:
            return self.tr("Not saved to a file yet")
        if self._workspace.is_modified:
            return counted(count, self.tr("1 edit since the last save"), self.tr("{n} edits since the last save"))
        return self.tr("Saved {time}").format(time=f"{self._saved_at:%H:%M}") if self._saved_at else self.tr("Saved")

    def _edited(self, edit: Edit, initiator: object) -> None:
        del initiator
        if any(change.path.startswith("P.methodologies") or "[" not in change.path for change in edit.changes):
            self._show_documents()
        self._show_titles()
        self.actions_by_id.refresh()
        self.inspector.working.show_snapshot(self.binding.snapshot)
        self._check_clock.start()
        self._settle_clock.start()
        if self.inspector.tab is Tab.PREVIEW and self.inspector.isVisible():
            self._preview_clock.start()

    def _settle(self) -> None:
        if self._workspace.project is not None:
            self.binding.project.settle()

    # -- going about ---------------------------------------------------------------------------------------------

    def go_to(self, document: str, path: str) -> None:
        """Show the section of a field, and put the focus there."""
        if document not in self.binding.snapshot.documents:
            return
        form = self.binding.read.form(document)
        field = form.field(path)
        section = form.section_of_field[field.path].id if field else (path if form.section(path) else "")
        self._remember()
        page = self._show_section(document, section)
        if page is not None and field is not None:
            page.focus_place(path)

    def _show_section(self, document: str, section: str) -> SectionPage | None:
        page = self.form.show_section(document, section)
        if page is None:
            return None
        self._place = (document, section)
        self._focus = (document, "")
        self.tree.mark(document, section)
        self.top.document.setCurrentIndex(self.top.document.findData(document))
        self.inspector.help.show_place(self.binding.read, document, "", section)
        self.inspector.problems.show_place(document, section)
        self.inspector.working.show_snapshot(self.binding.snapshot)
        self.inspector.preview.follow(section)
        self._show_left()
        self.actions_by_id.refresh()
        field = self.form.focused_field()
        if field is not None and page.isAncestorOf(field):
            self._focused(field.spot.document, field.path)
        return page

    def _section_chosen(self, document: str, section: str) -> None:
        if (document, section) != self._place:
            self._remember()
            self._show_section(document, section)

    def _document_chosen(self, document: str) -> None:
        form = self.binding.read.form(document)
        self._section_chosen(document, _first_section(form.sections))

    def _stage_chosen(self, stage: str) -> None:
        self.binding.attempt(lambda: self.binding.project.set(*STAGE, stage, initiator=self))

    def _remember(self) -> None:
        if self._place != ("", "") and (not self._been or self._been[-1] != self._place):
            self._been.append(self._place)
            self._ahead.clear()

    def _back(self) -> None:
        if self._been:
            self._ahead.append(self._place)
            self._show_section(*self._been.pop())

    def _forward(self) -> None:
        if self._ahead:
            self._been.append(self._place)
            self._show_section(*self._ahead.pop())

    def _step_section(self, by: int) -> None:
        document, section = self._place
        ids = [known.id for known in self.binding.read.form(document).sections]
        place = ids.index(section) + by if section in ids else 0
        if 0 <= place < len(ids):
            self._section_chosen(document, ids[place])
            if self.form.page is not None:
                self.form.page.focus_first()

    def _next_missing(self) -> None:
        found = self._following_missing()
        if found is not None:
            self.go_to(*found)

    def _following_missing(self) -> Place | None:
        """The first required field without an answer after where the user is, in print order; round to the start."""
        missing = self._completeness.missing
        if not missing:
            return None
        order = [
            (name, field.path)
            for name, document in self.binding.snapshot.documents.items()
            for section in document.form.sections
            for field in section.fields
        ]
        rank = {place: number for number, place in enumerate(order)}
        here = rank.get((self._focus[0], field_of(self._focus[1])), self._rank_of_section(rank) - 1)
        later = [place for place in missing if rank.get(place, -1) > here]
        own = [place for place in later if place[0] == self._place[0]]
        return next(iter(own or later or missing))

    def _rank_of_section(self, rank: Mapping[Place, int]) -> int:
        form = self.binding.read.form(self._place[0])
        ids = [section.id for section in form.sections]
        start = ids.index(self._place[1]) if self._place[1] in ids else 0
        later = (field.path for section in form.sections[start:] for field in section.fields)
        return rank.get((self._place[0], next(later, "")), 0)

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

    def _focused(self, document: str, path: str) -> None:
        self._focus = (document, path)
        section = self._place[1]
        self.inspector.help.show_place(self.binding.read, document, path, section)
        self.inspector.working.follow(document, path)
        self.inspector.preview.follow(field_of(path), section)

    def _help_wanted(self, document: str, path: str) -> None:
        self._focused(document, path)
        self.inspector.show_tab(Tab.HELP)

    def _working_wanted(self, name: str) -> None:
        self.inspector.working.show_snapshot(self.binding.snapshot)
        self.inspector.show_tab(Tab.WORKING)
        self.inspector.working.explain(name)

    def _show_problems(self) -> None:
        self.inspector.show_tab(Tab.PROBLEMS)
        self.inspector.problems.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tab_shown(self, tab: int) -> None:
        if tab == Tab.PREVIEW and not self.inspector.preview.pages.pages:
            self._rebuild_preview()

    def _show_left(self) -> None:
        if self._workspace.project is None:
            return
        document, section = self._place
        fill = self._completeness.of(document, section)
        unread = sum(1 for place in self.binding.unread if place[0] == document)
        following = self._following_missing() if document else None
        self.bottom.show_left(fill.missing + unread, self._name_of(following) if following else "")
        whole = self._completeness.of(document)
        form = self.binding.read.form(document)
        self.bottom.show_share(short_title(form), int(whole.share * 100))

    def _name_of(self, place: Place) -> str:
        form = self.binding.read.form(place[0])
        name = place_name(form, place[1])
        return name if place[0] == self._place[0] else f"{short_title(form)}, {name}"

    # -- checking ------------------------------------------------------------------------------------------------

    def _check(self) -> None:
        if self._workspace.project is None:
            return
        snapshot = self.binding.snapshot
        checker = self._checker

        def work(progress: Progress) -> tuple[Completeness, tuple[Problem, ...]]:
            progress(0, 2, "")
            filled = completeness(snapshot)
            progress(1, 2, "")
            return filled, problems_in(checker.check(snapshot))

        self._jobs.run(work, self._checked, lane="check")

    def _checked(self, result: tuple[Completeness, tuple[Problem, ...]]) -> None:
        if self._workspace.project is None:
            return
        self._completeness, self._problems = result
        errors = sum(problem.severity is Severity.ERROR for problem in self._problems)
        warnings = sum(problem.severity is Severity.WARNING for problem in self._problems)
        self.top.check.show_counts(errors, warnings)
        self.tree.show_state(self._completeness, self._problems)
        self.form.show_problems(self._problems)
        self.form.show_completeness(self._completeness)
        self.inspector.problems.show_problems(self._problems, self.binding.read)
        self._show_left()
        self.actions_by_id.refresh()

    # -- undo ----------------------------------------------------------------------------------------------------

    def _undo(self) -> None:
        field = self.form.focused_field()
        if field is not None and field.take_back():
            return
        place = self._last_place(redo=False)
        if self.binding.project.undo(initiator=self) and place:
            self._reveal(place)

    def _redo(self) -> None:
        place = self._last_place(redo=True)
        if self.binding.project.redo(initiator=self) and place:
            self._reveal(place)

    def _last_place(self, *, redo: bool) -> Place | None:
        history = self.binding.project.history
        if redo or not len(history):
            return None
        change = list(history)[-1].changes[0]
        return change.document, change.path

    def _reveal(self, place: Place) -> None:
        """Show what undo changed, when it is not in sight: a view of a fact in the section shown counts."""
        page = self.form.page
        read = self.binding.read
        if page is not None and any(
            field_of(read.home_of(page.document, field.path)[1]) == field_of(place[1]) for field in page.fields
        ):
            return
        self.go_to(*place)

    # -- files ---------------------------------------------------------------------------------------------------

    def _attempt(self, do: Callable[[], object]) -> bool:
        self.form.commit()
        try:
            do()
        except UserError as error:
            self._tell_error(error)
            return False
        return True

    def _change_project(self, do: Callable[[], object]) -> None:
        """Let go of the open project only when its edits are safe in a file, or the user says so."""
        self._unless_modified(lambda: self._take_project(do))

    def _take_project(self, do: Callable[[], object]) -> None:
        self.binding.detach()
        if self._attempt_detached(do):
            self.refresh_project()
            for notice in self._workspace.notices[:1]:
                self._messages.tell(Message(notice, kind="warning"))
        elif self._workspace.project is not None:
            self.binding.attach(self._workspace.project)

    def _attempt_detached(self, do: Callable[[], object]) -> bool:
        try:
            do()
        except UserError as error:
            self._tell_error(error)
            return False
        return True

    def _unless_modified(self, go_on: Callable[[], object]) -> None:
        if self._workspace.project is None or not self._workspace.is_modified:
            go_on()
            return
        count = self._workspace.edits_since_save
        text = counted(count, self.tr("1 edit is not in a file yet."), self.tr("{n} edits are not in a file yet."))
        remedy = self.tr("What is not saved now can be recovered the next time.")
        options = (
            Option(self.tr("Save, then go on"), lambda: self._save_then(go_on)),
            Option(self.tr("Go on without saving"), go_on),
            Option(self.tr("Stay"), lambda: None),
        )
        self._messages.tell(Message(text, remedy, "warning", options))

    def _save_then(self, go_on: Callable[[], object]) -> None:
        if self._save():
            go_on()

    def _show_welcome(self) -> None:
        self._unless_modified(self._close_now)

    def _close_project(self) -> None:
        self._unless_modified(self._close_now)

    def _close_now(self) -> None:
        self.binding.detach()
        self._workspace.close()
        self.refresh_project()

    def _new(self, form_id: str, version: str, title: str) -> None:
        self._change_project(lambda: self._workspace.new(form_id, version, title))

    def _open(self) -> None:
        file = self._messages.file_to_open(self, self.tr("Open a project"), self._folder(), self._kinds())
        if file is not None:
            self._open_file(file)

    def _open_file(self, file: Path) -> None:
        if file.suffix.lower() in {".pdf", ".json"}:
            self._change_project(lambda: self._workspace.import_from(file))
        else:
            self._change_project(lambda: self._workspace.open(file))

    def _open_sample(self, sample_id: str) -> None:
        self._change_project(lambda: self._workspace.open_sample(sample_id))

    def _import(self) -> None:
        kinds = self.tr("Archives and dossiers (*.json *.pdf)")
        file = self._messages.file_to_open(self, self.tr("Import a project"), self._folder(), kinds)
        if file is not None:
            self._change_project(lambda: self._workspace.import_from(file))

    def _export(self) -> None:
        proposal = self._folder() / f"{self._file_stem()}.json"
        kinds = self.tr("Archive (*.json)")
        file = self._messages.file_to_save(self, self.tr("Export an archive"), proposal, kinds)
        if file is not None and self._attempt(lambda: self._workspace.export(file)):
            self._messages.tell(Message(self.tr("Exported to {file}.").format(file=file)))

    def _save(self) -> bool:
        if self._workspace.path is None:
            return self._save_as()
        return self._saved() if self._attempt(self._workspace.save) else False

    def _save_as(self) -> bool:
        proposal = self._workspace.path or self._folder() / f"{self._file_stem()}{SUFFIX}"
        kinds = self.tr("Cerulean project (*{suffix})").format(suffix=SUFFIX)
        file = self._messages.file_to_save(self, self.tr("Save the project as"), proposal, kinds)
        if file is None:
            return False
        return self._saved() if self._attempt(lambda: self._workspace.save_as(file)) else False

    def _saved(self) -> bool:
        self._saved_at = dt.datetime.now().astimezone()
        self._show_titles()
        self.actions_by_id.refresh()
        return True

    def _revert(self) -> None:
        self.binding.detach()
        if self._attempt_detached(self._workspace.revert):
            self.refresh_project()

    def _folder(self) -> Path:
        recent = self._workspace.recent()
        return self._workspace.path.parent if self._workspace.path else recent[0].parent if recent else Path.home()

    def _file_stem(self) -> str:
        read = self.binding.read
        title = read.text(TITLE[1], TITLE[0]) if read.field(*TITLE) else ""
        words = "".join(sign if sign.isalnum() or sign in " -" else " " for sign in title)
        return " ".join(words.split())[:60] or self.tr("Project")

    def _kinds(self) -> str:
        return self.tr("Projects, archives and dossiers (*{suffix} *.json *.pdf);;All files (*)").format(suffix=SUFFIX)

    def _fill_recent(self) -> None:
        self._recent.clear()
        for file in self._workspace.recent()[:10]:
            self._recent.addAction(f"{file.name}   {file.parent}", partial(self._open_file, file))
        if self._recent.isEmpty():
            self._recent.addAction(self.tr("Nothing was open yet")).setEnabled(False)

    def offer_recovery(self) -> None:
        """Offer, once, what a crash left behind: file, time, number of edits."""
        for leftover in self._workspace.recoverable()[:1]:
            name = leftover.file.name if leftover.file else self.tr("a project that was never saved")
            when = f"{leftover.at.astimezone():%d/%m/%Y %H:%M}"
            edits = counted(leftover.edits, self.tr("1 edit"), self.tr("{n} edits"))
            text = self.tr("Work on {name} of {when} was not saved: {edits}.").format(name=name, when=when, edits=edits)
            options = (
                Option(self.tr("Recover"), partial(self._recover, leftover)),
                Option(self.tr("Throw away"), partial(self._discard, leftover)),
                Option(self.tr("Ask again next time"), lambda: None),
            )
            self._messages.tell(Message(text, kind="warning", options=options))

    def _recover(self, leftover: Leftover) -> None:
        self._take_project(lambda: self._workspace.recover(leftover))

    def _discard(self, leftover: Leftover) -> None:
        self._attempt_detached(lambda: self._workspace.discard(leftover))

    # -- printing -------------------------------------------------------------------------------------------------

    def _print(self) -> None:
        self.form.commit()
        dialog = self.print_dialog()
        dialog.accepted.connect(lambda: self.build_dossiers(dialog.order()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def print_dialog(self) -> PrintDialog:
        """The dialog, with what was chosen the last time."""
        errors = sum(problem.severity is Severity.ERROR for problem in self._problems)
        kinds = list(self._dossiers.all(self.binding.snapshot))
        folder = self._last_order.folder if self._last_order.kinds else self._folder()
        return PrintDialog(kinds, replace(self._last_order, folder=folder), errors, self._messages, self)

    def build_dossiers(self, order: PrintOrder) -> None:
        """Build them one after the other, off the GUI thread."""
        self._last_order = order
        snapshot, dossiers, stem = self.binding.snapshot, self._dossiers, self._file_stem()

        def work(progress: Progress) -> list[Path]:
            made = []
            for kind in order.kinds:
                mark = "_DRAFT" if order.draft else ""
                target = order.folder / f"{kind}_{stem.replace(' ', '-')}{mark}.pdf"
                dossiers.build(snapshot, kind, target, order.draft, order.container, progress)
                made.append(target)
            return made

        self._jobs.run(work, self._built, failed=self._not_built, title=self.tr("Building the dossier"), lane="print")

    def _built(self, files: list[Path]) -> None:
        if not files:
            return
        from PySide6.QtCore import QUrl

        names = ", ".join(file.name for file in files)
        options = (
            Option(self.tr("Open"), partial(QDesktopServices.openUrl, QUrl.fromLocalFile(str(files[0])))),
            Option(
                self.tr("Show the folder"), partial(QDesktopServices.openUrl, QUrl.fromLocalFile(str(files[0].parent)))
            ),
        )
        text = self.tr("Built {names} in {folder}.").format(names=names, folder=files[0].parent)
        self._messages.tell(Message(text, options=options))

    def _not_built(self, error: Exception) -> None:
        self._tell_error(
            error if isinstance(error, UserError) else UserError(self.tr("The dossier was not built."), str(error))
        )

    def _rebuild_preview(self) -> None:
        kind = self.inspector.preview.kind.currentData()
        if kind:
            self._build_preview(kind)
        else:
            self.inspector.preview.show_note(self.tr("There is no dossier for this project yet."))

    def _build_preview(self, kind: str) -> None:
        self.form.commit()
        snapshot, dossiers = self.binding.snapshot, self._dossiers
        draft = any(problem.severity is Severity.ERROR for problem in self._problems)
        folder = tempfile.TemporaryDirectory(prefix="cerulean-preview-")

        def work(progress: Progress) -> tuple[Path, Built]:
            file = Path(folder.name) / "preview.pdf"
            return file, dossiers.build(snapshot, kind, file, draft, "a2", progress)

        def show(result: tuple[Path, Built]) -> None:
            file, built = result
            self.inspector.preview.show_pdf(file, built.anchors)
            self.inspector.preview.follow(field_of(self._focus[1]), self._place[1])
            folder.cleanup()

        def failed(error: Exception) -> None:
            folder.cleanup()
            self.inspector.preview.show_note(self.tr("The pages could not be made: {error}").format(error=error))

        self._jobs.run(work, show, failed=failed, title=self.tr("Making the pages"), lane="preview")

    # -- why commands are greyed ----------------------------------------------------------------------------------

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
        return self._why_no_project() or ("" if self._completeness.missing else self.tr("nothing required is missing"))

    def _undo_name(self) -> str:
        label = self._workspace.project.history.undo_label if self._workspace.project else ""
        return self.tr("&Undo {label}").format(label=label).rstrip()

    def _redo_name(self) -> str:
        label = self._workspace.project.history.redo_label if self._workspace.project else ""
        return self.tr("&Redo {label}").format(label=label).rstrip()

    # -- the rest -------------------------------------------------------------------------------------------------

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

    def layout_state(self) -> dict[str, str | int | float]:
        """Geometry, look and size of type, for the settings."""
        theme = current_theme()
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        split = bytes(self._split.saveState().toBase64().data()).decode()
        return {"geometry": geometry, "split": split, "look": theme.look.value, "scale": f"{theme.scale}"}

    def restore_layout(self, state: Mapping[str, Any]) -> None:
        """Take up what `layout_state` gave; what is missing or broken is left as it is."""
        from PySide6.QtCore import QByteArray

        if isinstance(state.get("geometry"), str):
            self.restoreGeometry(QByteArray.fromBase64(state["geometry"].encode()))
        if isinstance(state.get("split"), str):
            self._split.restoreState(QByteArray.fromBase64(state["split"].encode()))
        if state.get("look") in set(Look):
            current_theme().choose(Look(state["look"]))
        try:
            current_theme().set_scale(float(state.get("scale", 1.0)))
        except ValueError:
            return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape takes the message away."""
        if event.key() == Qt.Key.Key_Escape and self.banner.isVisible():
            self.banner.dismiss()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A project, an archive or a dossier can be dropped on the window."""
        if _dropped(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open it."""
        file = _dropped(event.mimeData())
        if file is not None:
            self._open_file(file)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask in the window when edits are not in a file; the working copy keeps them in any case."""
        self.form.commit()
        if self._workspace.project is not None and self._workspace.is_modified and not self._closing:
            event.ignore()
            self._unless_modified(self._close_window)
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

    def job(self, job: Job) -> None:
        """Show a job of somebody else in the bottom bar."""
        self.bottom.show_job(job)


def _first_section(sections: Sequence[Section]) -> str:
    """The first section that has fields."""
    return next((section.id for section in sections if section.fields), "")


def _dropped(data: QMimeData) -> Path | None:
    urls = data.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    file = Path(urls[0].toLocalFile())
    return file if file.suffix.lower() in {SUFFIX, ".json", ".pdf"} else None


def _clock(parent: QWidget, wait: int, do: Callable[[], object]) -> QTimer:
    clock = QTimer(parent)
    clock.setSingleShot(True)
    clock.setInterval(wait)
    clock.timeout.connect(do)
    return clock
