"""The middle of the window: the sections of the documents, one at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QTextEdit, QWidget

from ui.completeness import NOTHING, Completeness
from ui.field_scroll import field_around
from ui.section_page import SectionPage
from ui.style import current_theme

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from forms.definition import FormDefinition, Section
    from forms.document import Place
    from forms.history import Edit
    from forms.problems import Problem
    from ui.binding import DocumentBinding
    from ui.editors.field import FieldView
    from ui.messages import Messages

REFRESH_AFTER, GENERATE_AFTER = 60, 350


class FormView(QStackedWidget):
    """The middle of the window: pages of sections, kept once made."""

    focused = Signal(str, str)
    help_wanted = Signal(str, str)
    working_wanted = Signal(str)
    place_wanted = Signal(str, str)
    section_wanted = Signal(str, str)
    remark_wanted = Signal(str, str, str)
    """What is wanted (see `ui.reviewing`) at a place: a finding, a note, the list of findings."""

    def __init__(self, binding: DocumentBinding, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("middle")
        self._binding = binding
        self._messages = messages
        self._pages: dict[Place, SectionPage] = {}
        self._problems: Sequence[Problem] = ()
        self._completeness: Completeness = NOTHING
        self._findings: Mapping[Place, tuple[str, ...]] = {}
        self._states = _timer(self, REFRESH_AFTER, self._refresh_states)
        self._generated = _timer(self, GENERATE_AFTER, self._refresh_generated)
        # After the page has grown with what is typed.
        self._follow = _timer(self, 0, self._follow_cursor)
        self.focused.connect(self._follow.start)
        binding.changed.connect(self._changed)
        binding.replaced.connect(self._forget)
        self._scale = current_theme().scale
        current_theme().changed.connect(self._follow_scale)
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]

    def show_section(self, document: str, section_id: str) -> SectionPage | None:
        """Show a section; made now when it was not shown before. `None` when the project has no such section."""
        if document not in self._binding.snapshot.documents:
            return None
        form = self._binding.read.form(document)
        section = form.section(section_id) if section_id else None
        if section_id and section is None:
            return None
        page = self._pages.get((document, section_id))
        if page is None or page.form != form:
            page = self._make(document, form, section, page)
        else:
            page.refresh()
        page.show_problems(self._problems)
        page.show_completeness(self._completeness)
        page.show_findings(self._findings)
        self._turn_to(page)
        return page

    def _turn_to(self, page: SectionPage) -> None:
        """Show the page from its title on; a focus in the page before goes along, but never so that it is scrolled."""
        focus, before = QApplication.focusWidget(), self.page
        goes_along = before is not None and before is not page and focus is not None and before.isAncestorOf(focus)
        if goes_along:
            self.setFocus()
        self.setCurrentWidget(page)
        if before is page:
            page.settle()
        else:
            page.open()
        if goes_along:
            page.take_focus()

    @property
    def page(self) -> SectionPage | None:
        """The section that is shown."""
        shown = self.currentWidget()
        return shown if isinstance(shown, SectionPage) else None

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Mark the fields of the section that is shown."""
        self._problems = problems
        if self.page:
            self.page.show_problems(problems)

    def show_completeness(self, completeness: Completeness) -> None:
        """Bring overviews of sections up to date."""
        self._completeness = completeness
        if self.page:
            self.page.show_completeness(completeness)

    def show_findings(self, findings: Mapping[Place, tuple[str, ...]]) -> None:
        """Mark the fields that findings are about; names of findings by where the answer lives."""
        self._findings = findings
        if self.page:
            self.page.show_findings(findings)

    def focused_field(self) -> FieldView | None:
        """The field in which the focus is."""
        return field_around(QApplication.focusWidget())

    def commit(self) -> None:
        """Read what is being typed, before something is done with the whole project."""
        field = self.focused_field()
        if field is not None:
            field.editor.commit()

    def _make(
        self, document: str, form: FormDefinition, section: Section | None, old: SectionPage | None
    ) -> SectionPage:
        if old is not None:
            self.removeWidget(old)
            old.deleteLater()
        page = SectionPage(self._binding, self._messages, document, form, section, self)
        page.help_wanted.connect(self.help_wanted)
        page.working_wanted.connect(self.working_wanted)
        page.place_wanted.connect(self.place_wanted)
        page.section_wanted.connect(self.section_wanted)
        page.remark_wanted.connect(self.remark_wanted)
        page.focused.connect(self.focused)
        self.addWidget(page)
        self._pages[document, section.id if section else ""] = page
        return page

    def _changed(self, edit: Edit, initiator: object) -> None:
        if self.page:
            self.page.follow(edit, initiator)
        self._states.start()
        self._generated.start()

    def _refresh_states(self) -> None:
        if self.page:
            self.page.refresh_states()

    def _refresh_generated(self) -> None:
        if self.page:
            self.page.refresh_generated()

    def _forget(self) -> None:
        for page in self._pages.values():
            self.removeWidget(page)
            page.deleteLater()
        self._pages.clear()

    def _follow_scale(self) -> None:
        """In type of another size a page is laid out another way."""
        if current_theme().scale == self._scale:
            return
        self._scale = current_theme().scale
        page, field = self.page, self.focused_field()
        self.commit()
        self._forget()
        made = self.show_section(page.document, page.section.id if page.section else "") if page else None
        if made is not None and field is not None:
            made.focus_place(field.path)

    def _focus_moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        field = field_around(now)
        if field is None or self.page is None or not self.page.isAncestorOf(field):
            return
        if not field.editor.COMPOUND or not _has_current(field):
            self.focused.emit(field.spot.document, field.path)
        if isinstance(now, QTextEdit) and not now.property("followed"):
            now.setProperty("followed", True)
            now.cursorPositionChanged.connect(self._follow.start)
        if now is not None:
            self.page.keep_in_sight(now)

    def _follow_cursor(self) -> None:
        """The page goes along with the cursor of a long text and with the cell of a long table, not with the mouse."""
        focus, page = QApplication.focusWidget(), self.page
        by_mouse = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if focus is not None and page is not None and page.isAncestorOf(focus) and not by_mouse:
            page.keep_in_sight(focus)


def _has_current(field: FieldView) -> bool:
    grid = getattr(field.editor, "grid", None)
    if grid is not None and grid.currentIndex().isValid():
        field.editor.current_changed.emit(grid.grid.place(grid.currentIndex()).path)
        return True
    return False


def _timer(parent: QWidget, wait: int, do: object) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(wait)
    timer.timeout.connect(do)
    return timer
