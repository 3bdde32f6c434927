"""One section on screen, made from its definition when it is first shown."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from forms.definition import Field
from forms.fieldpath import field_of
from ui.calculation.page import CalculationPage
from ui.captions import numbered
from ui.completeness import NOTHING, Completeness, parent_of
from ui.editors import Spot, accessible_name
from ui.editors.block import BlockEditor
from ui.editors.field import FieldView
from ui.editors.grid import Grid
from ui.labels import Link, WrappedLink, caption
from ui.style import current_theme

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from forms.definition import FormDefinition, Section
    from forms.document import Place, Reader
    from forms.fieldtypes import Asked
    from forms.history import Edit
    from forms.problems import Problem
    from ui.binding import DocumentBinding
    from ui.messages import Messages

MEASURE, WIDEST = 720, 1040
"""Widths in device-independent pixels: of prose (about 75 characters), and of tables."""
INPUTS = "inputs"
"""Id of the forms that are made from methodologies."""
FIRST_SLICE, NEXT_SLICE = 0.045, 0.02


class SectionPage(QScrollArea):
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
        self.setObjectName("form")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.form = form
        self.document = document
        self.section = section
        self.fields: list[FieldView] = []
        self._binding = binding
        self._messages = messages
        self._problems: Sequence[Problem] = ()
        self._completeness: Completeness = NOTHING
        self._findings: Mapping[Place, tuple[str, ...]] = {}
        self._links: list[tuple[QPushButton, QLabel, str]] = []
        self._page = QWidget(self)
        self._page.setObjectName("page")
        self._column = QVBoxLayout(self._page)
        self._column.setContentsMargins(32, 24, 32, 40)
        self._column.setSpacing(0)
        self._build()
        self.setWidget(self._page)

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
        self._column.addWidget(caption(title, "title", self._page))
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
            self._fields_column.addSpacing(20)
            self._add_overview(below)
        self._fields_column.addSpacing(28)
        self._add_way_on()
        self.show_completeness(self._completeness)

    def _go_on(self) -> None:
        if not self._waiting:
            return
        made = len(self.fields)
        self._add_fields(NEXT_SLICE)
        self.settle()
        for field in self.fields[made:]:
            self._mark(field)

    def finish(self) -> None:
        """Make what is not made yet, now."""
        while self._waiting:
            self._go_on()
        for field in self.fields:
            if isinstance(field.editor, BlockEditor):
                field.editor.finish()

    def settle(self) -> None:
        """Give the fields their room now: painted before Qt does so, they would be seen squeezed into one window."""
        QApplication.sendEvent(self._page, QEvent(QEvent.Type.LayoutRequest))

    def _add_field(self, field: Field) -> None:
        name = accessible_name(field.label, field.unit)
        spot = Spot(self._binding, self._messages, self.document, field.path, field, name)
        view = FieldView(spot, self._page)
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

    def _add_overview(self, sections: Sequence[Section]) -> None:
        for section in sections:
            button = WrappedLink(numbered(section), self._page)
            button.setProperty("place", section.id)
            button.clicked.connect(self._link_clicked)
            count = caption("", "small", self._page)
            count.setWordWrap(False)
            row = QHBoxLayout()
            row.setContentsMargins(0, 3, 0, 3)
            row.setSpacing(14)
            row.addWidget(button, 10)
            row.addWidget(count, 0, Qt.AlignmentFlag.AlignVCenter)
            row.addStretch(1)
            self._fields_column.addLayout(row)
            self._links.append((button, count, section.id))

    def _add_way_on(self) -> None:
        ids = ["", *(section.id for section in self.form.sections)]
        place = ids.index(self.section.id if self.section else "")
        row = QHBoxLayout()
        before = ids[place - 1] if place > 0 else None
        after = ids[place + 1] if place + 1 < len(ids) else None
        for section_id, pattern in ((before, self.tr("← {title}")), (after, self.tr("{title} →"))):
            section = self.form.section(section_id) if section_id else None
            if section is not None:
                button = Link(pattern.format(title=_short(section)), self._page)
                button.setProperty("place", section.id)
                button.clicked.connect(self._link_clicked)
                row.addWidget(button, 10)
            if section_id == before:
                row.addStretch(1)
        self._fields_column.addLayout(row)

    def _link_clicked(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.section_wanted.emit(self.document, str(sender.property("place")))

    # -- staying true -------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Everything as the project is now."""
        for field in self.fields:
            field.refresh()
        if self.calculation is not None:
            self.calculation.refresh()
        self._show_unused()

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
        self._problems = problems
        for field in self.fields:
            self._mark(field)

    def show_findings(self, findings: Mapping[Place, tuple[str, ...]]) -> None:
        """Mark the fields that findings are about."""
        if findings != self._findings:
            self._findings = findings
            for field in self.fields:
                self._mark(field)

    def _mark(self, field: FieldView) -> None:
        read = self._binding.read
        here = [_seen_here(read, problem, self.document, field) for problem in self._problems]
        field.show_problems([problem for problem in here if problem is not None])
        document, path = read.home_of(self.document, field.path)
        field.show_findings(self._findings.get((document, field_of(path)), ()))

    def show_completeness(self, completeness: Completeness) -> None:
        """Counts beside the links of the overview."""
        self._completeness = completeness
        for _, label, section in self._links:
            fill = completeness.of(self.document, section)
            words = self.tr("{n} to answer").format(n=fill.missing) if fill.missing else self.tr("complete")
            label.setText(words if fill.required or fill.given else "")

    def focus_place(self, path: str) -> bool:
        """Put the focus on a field or cell; false when it is not here."""
        self.finish()
        for field in self.fields:
            if field.path == field_of(path):
                field.editor.focus_place(path)
                QTimer.singleShot(0, field, _Showing(self, field).run)
                return True
        return False

    def focus_first(self) -> None:
        """Put the focus on the first field that can take it; where there is none, on the page."""
        field = self._first_typed()
        first = field.editor if field is not None else self
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_focus(self) -> None:
        """Put the focus on the first field when it is in sight, else on the page, which the arrow keys scroll then."""
        field = self._first_typed()
        shown = self.viewport().rect()
        in_sight = field is not None and shown.contains(field.mapTo(self.viewport(), QPoint(1, field.height() - 1)))
        if field is not None and in_sight:
            field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _first_typed(self) -> FieldView | None:
        typed = (field for field in self.fields if field.spot.asked.type != "generated")
        return next((field for field in typed if field.editor.isVisibleTo(self) and field.editor.isEnabled()), None)

    def keep_in_sight(self, widget: QWidget) -> None:
        """Scroll so that what has the focus is seen; in a long text, the cursor."""
        if not self._page.isAncestorOf(widget):
            return  # a page that is on its way out
        spot = QRect(widget.mapTo(self._page, QPoint(0, 0)), widget.size())
        if isinstance(widget, QTextEdit) and widget.height() > self.viewport().height() // 2:
            cursor = widget.cursorRect()
            spot = QRect(widget.viewport().mapTo(self._page, cursor.topLeft()), cursor.size())
        grid = next((item for item in _ancestors(widget) if isinstance(item, Grid)), None)
        if grid is not None:
            cell = grid.visualRect(grid.currentIndex()) if grid.currentIndex().isValid() else QRect(0, 0, 10, 40)
            spot = QRect(grid.viewport().mapTo(self._page, cell.topLeft()), cell.size())
        if spot.height() > self.viewport().height():
            spot.setHeight(40)
        self.ensureVisible(
            spot.center().x(), spot.center().y(), 0, min(spot.height() // 2 + 24, self.viewport().height() // 2)
        )

    def eventFilter(self, watched: object, event: object) -> bool:
        """Never scroll sideways because a child wants to be seen."""
        result = super().eventFilter(watched, event)  # type: ignore[arg-type]
        if isinstance(event, QEvent) and self.horizontalScrollBar().value():
            self.horizontalScrollBar().setValue(0)
        return result

    def _show_unused(self) -> None:
        section = self.section
        applies = section is None or self._binding.read.is_relevant(self.document, section)
        self._unused.setVisible(not applies)
        if section is not None and not applies:
            self._unused.setText(section.unused or self.tr("This section does not apply."))


class _Showing(QWidget):
    def __init__(self, page: SectionPage, field: FieldView) -> None:
        super().__init__(field)
        self.hide()
        self._page = page
        self._field = field

    def run(self) -> None:
        focus = QApplication.focusWidget()
        inside = focus is not None and self._page.isAncestorOf(focus)
        self._page.keep_in_sight(focus if focus is not None and inside else self._field)
        self.deleteLater()


def _seen_here(read: Reader, problem: Problem, document: str, field: Field | FieldView) -> Problem | None:
    """The problem as seen at a field: a problem of a fact gets the path of the view."""
    from dataclasses import replace

    path = field.path
    if problem.document == document and field_of(problem.path) == path:
        return problem
    home, place = read.home_of(document, path)
    if (home, place) != (document, path) and problem.document == home and field_of(problem.path) == place:
        return replace(problem, document=document, path=path + problem.path[len(place) :])
    return None


def _ancestors(widget: QWidget | None) -> Iterator[QWidget]:
    while widget is not None:
        yield widget
        widget = widget.parentWidget()


def field_around(widget: QWidget | None) -> FieldView | None:
    """The field that a widget is a part of."""
    return next((item for item in _ancestors(widget) if isinstance(item, FieldView)), None)


def _is_calculated(asked: Asked) -> bool:
    return isinstance(asked, Field) and bool(asked.calculate)


def _short(section: Section) -> str:
    return _shortened(numbered(section), 34)


def _shortened(words: str, length: int) -> str:
    return words if len(words) <= length else f"{words[: length - 1].rstrip()}…"
