"""One section on screen, made from its definition when it is first shown."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from forms.definition import Field
from ui.calculation.page import CalculationPage
from ui.captions import numbered
from ui.completeness import NOTHING, Completeness, parent_of
from ui.editors import Spot, accessible_name
from ui.editors.block import BlockEditor
from ui.editors.field import FieldView
from ui.field_scroll import FieldScroll, field_around
from ui.labels import caption, polish
from ui.section_marks import SectionMarks
from ui.section_overview import SectionOverview, WayOn
from ui.style import current_theme

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from forms.definition import FormDefinition, Section
    from forms.document import Place
    from forms.fieldtypes import Asked
    from forms.history import Edit
    from forms.problems import Problem
    from ui.binding import DocumentBinding
    from ui.messages import Messages

MEASURE, WIDEST = 720, 1040
"""Widths in device-independent pixels: of prose (about 75 characters), and of tables."""
LONG_TITLE = 90
"""Letters; longer official titles would fill a page in large type, so they are set smaller."""
INPUTS = "inputs"
"""Id of the forms that are made from methodologies."""
FIRST_SLICE, NEXT_SLICE = 0.045, 0.02


class SectionPage(FieldScroll):
    """Heading, one line of what the form wants, the fields, and the way on."""

    focused = Signal(str, str)
    help_wanted = Signal(str, str)
    working_wanted = Signal(str)
    place_wanted = Signal(str, str)
    section_wanted = Signal(str, str)
    remark_wanted = Signal(str, str, str)

    def __init__(
        self,
        binding: DocumentBinding,
        messages: Messages,
        document: str,
        form: FormDefinition,
        section: Section | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.form = form
        self.document = document
        self.section = section
        self.overview: SectionOverview | None = None
        """Made last, where sections stand under this one."""
        self._binding = binding
        self._messages = messages
        self._marks = SectionMarks(binding, document)
        self._completeness: Completeness = NOTHING
        self._is_unused = False
        self._build()

    # -- content ------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self._add_head()
        self._fields_column = QVBoxLayout()
        self._fields_column.setSpacing(0)
        self._column.addLayout(self._fields_column)
        self._waiting = list(self.section.fields) if self.section else []
        self.calculation = self._add_calculation()
        self._add_fields(FIRST_SLICE)
        self._column.addStretch(1)

    def _add_head(self) -> None:
        section = self.section
        title = numbered(section) if section else self.form.title
        head = caption(title, "title", self._page)
        head.setProperty("long", len(title) > LONG_TITLE)
        polish(head)
        self._column.addWidget(head)
        self._column.addSpacing(4)
        # The title of inputs names its methodology and version already.
        summary = section.summary if section else "" if self.form.code in self.form.title else self.form.name
        if summary:
            self._column.addWidget(caption(summary, "quiet", self._page))
        self._unused = caption("", "warning", self._page)
        self._column.addWidget(self._unused)
        line = QFrame(self._page)
        line.setProperty("role", "hairline")
        self._column.addSpacing(12)
        self._column.addWidget(line)
        self._show_unused()

    def _add_fields(self, budget: float) -> None:
        """Make fields for so many seconds, at least one; the rest follows when the window has drawn them."""
        start = perf_counter()
        while self._waiting:
            self._fields_column.addSpacing(22)
            self._add_field(self._waiting.pop(0))
            if perf_counter() - start > budget:
                break
        if self._waiting:
            QTimer.singleShot(0, self, self._go_on)
        else:
            self._add_foot()

    def _add_calculation(self) -> CalculationPage | None:
        """The document of a methodology's inputs opens with its calculation."""
        if self.form.id != INPUTS or self.section is not None:
            return None
        made = CalculationPage(self._binding, self.document, self._page)
        made.setMaximumWidth(current_theme().px(WIDEST))
        made.place_wanted.connect(self.place_wanted)
        made.working_wanted.connect(self.working_wanted)
        self._fields_column.addWidget(made)
        return made

    def _add_foot(self) -> None:
        """Last, so that the order of Tab is that of the page."""
        here = self.section.id if self.section else ""
        below = [] if self.calculation else [item for item in self.form.sections if parent_of(self.form, item) == here]
        if below:
            self.overview = SectionOverview(below, self._page)
            self._add_way(self.overview, 20)
        self._add_way(WayOn(self.form, here, self._page), 28)
        self.show_completeness(self._completeness)

    def _add_way(self, way: SectionOverview | WayOn, air: int) -> None:
        way.wanted.connect(self._want_section)
        self._fields_column.addSpacing(air)
        self._fields_column.addWidget(way)

    def _go_on(self) -> None:
        if not self._waiting:
            return
        made = len(self.fields)
        self._add_fields(NEXT_SLICE)
        self.settle()
        for field in self.fields[made:]:
            self._marks.mark(field)

    def finish(self) -> None:
        """Make what is not made yet, now."""
        while self._waiting:
            self._go_on()
        for field in self.fields:
            if isinstance(field.editor, BlockEditor):
                field.editor.finish()

    def _add_field(self, field: Field) -> None:
        name = accessible_name(field.label, field.unit)
        spot = Spot(self._binding, self._messages, self.document, field.path, field, name)
        view = FieldView(spot, self._page, reason_is_said=self._is_unused)
        px = current_theme().px
        view.setMaximumWidth(
            px(WIDEST) if view.editor.COMPOUND and not isinstance(view.editor, BlockEditor) else px(MEASURE)
        )
        view.focused.connect(self.focused)
        view.help_wanted.connect(self.help_wanted)
        view.working_wanted.connect(self.working_wanted)
        view.home_wanted.connect(self.place_wanted)
        view.remark_wanted.connect(self.remark_wanted)
        self._fields_column.addWidget(view)
        # At once: Qt would show it with the next events, and until then it could not keep the focus.
        view.show()
        self.fields.append(view)

    def _want_section(self, section: str) -> None:
        self.section_wanted.emit(self.document, section)

    # -- staying true -------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Everything as the project is now."""
        self._show_unused()
        for field in self.fields:
            field.refresh()
        if self.calculation is not None:
            self.calculation.refresh()

    def follow(self, edit: Edit, initiator: object) -> None:
        """After an edit: the fields that it touched, but for the one that made it."""
        for field in self.fields:
            if initiator is not field and self._binding.touches(edit, self.document, field.path):
                field.refresh()

    def refresh_states(self) -> None:
        """What applies, is required, may be edited; calculated values, and choosers of rows."""
        self._show_unused()
        busy = field_around(QApplication.focusWidget())
        for field in self.fields:
            if field is busy or field.isAncestorOf(busy or self):
                field.refresh_state()
            elif field.spot.asked.type in {"reference", "table"} or _is_calculated(field.spot.asked):
                field.refresh()
            else:
                field.refresh_state()

    def refresh_generated(self) -> None:
        """Content that the program makes."""
        for field in self.fields:
            field.refresh_generated()
        if self.calculation is not None:
            self.calculation.refresh()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Mark the fields; a problem of a fact is shown at every view of it."""
        self._marks.problems = problems
        for field in self.fields:
            self._marks.mark(field)

    def show_findings(self, findings: Mapping[Place, tuple[str, ...]]) -> None:
        """Mark the fields that findings are about."""
        if findings != self._marks.findings:
            self._marks.findings = findings
            for field in self.fields:
                self._marks.mark(field)

    def show_completeness(self, completeness: Completeness) -> None:
        """How far the sections of the overview are filled in."""
        self._completeness = completeness
        if self.overview is not None:
            self.overview.show_completeness(completeness, self.document)

    def _show_unused(self) -> None:
        """Why the section does not apply: once, at its head, and not at each of its fields."""
        section = self.section
        self._is_unused = section is not None and not self._binding.read.is_relevant(self.document, section)
        if section is not None and self._is_unused:
            self._unused.setText(section.unused or self.tr("This section does not apply."))
        self._unused.setVisible(self._is_unused)
        for field in self.fields:
            field.reason_is_said = self._is_unused


def _is_calculated(asked: Asked) -> bool:
    return isinstance(asked, Field) and bool(asked.calculate)
