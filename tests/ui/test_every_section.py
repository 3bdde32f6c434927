"""Every section of every form, opened in a window of 1280 by 720 with type of twice the size.

What is asked there has a name, a part it plays and a unit for those who do not see it; and nothing is wider than its
page, so that nobody has to push it sideways. Documents, tables, matrices and the records of tools are found by
themselves: a new form is walked through as soon as it ships.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QStyleOptionViewItem, QWidget

from forms.catalogue import design_forms
from forms.quantities import CALENDAR_YEAR
from tests.ui.conftest import FakeChecker, FakeDossiers, FakePreferences, FakeWorkspace
from tests.ui.filling import filled
from tests.ui.messages import FakeMessages
from ui.editors.block import BlockEditor
from ui.editors.field import FieldView
from ui.editors.grid import Grid
from ui.jobs import Jobs
from ui.main_window import MainWindow
from ui.style import current_theme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forms.fieldtypes import Asked
    from ui.section_page import SectionPage

WIDTH, HEIGHT, SCALE = 1280, 720, 2.0
PAPERS = {("cdm_pdd", "12.0"), ("ji_pdd", "01")}
"""The forms beside which all papers of their mechanism stand, and of which the facts are walked through too."""
MEANINGLESS = {QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Pane, QAccessible.Role.Window}


@dataclass
class Walked:
    """What was found on the way through one project."""

    sections: int = 0
    kinds: set[str] = field(default_factory=set)
    unnamed: list[str] = field(default_factory=list)
    without_part: list[str] = field(default_factory=list)
    without_unit: list[str] = field(default_factory=list)
    too_wide: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def window(qapp) -> Iterator[MainWindow]:
    """A window of 1280 by 720 in large type."""
    jobs, workspace = Jobs(), FakeWorkspace()
    made = MainWindow(workspace, jobs, FakeMessages(), FakeDossiers(), FakeChecker(), FakePreferences())
    current_theme().set_scale(SCALE)
    made.resize(WIDTH, HEIGHT)
    made.show()
    yield made
    workspace.edits_since_save = 0
    made.close()
    jobs.stop()
    # All pages at once: they need not be dressed anew first.
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    current_theme().set_scale(1.0)


@pytest.fixture(scope="module", params=design_forms(), ids=lambda form: f"{form.id}-{form.version}")
def walked(request, window) -> Walked:
    """Everything on the way through a project that is filled in everywhere."""
    shown = request.param
    has_papers = (shown.id, shown.version) in PAPERS
    project = filled(shown.id, shown.version, companions=has_papers)
    window.workspace.project = project
    window.refresh_project()
    found = Walked()
    for document, filled_in in project.snapshot.documents.items():
        if has_papers or document == project.snapshot.main:
            for section in (None, *filled_in.form.sections):
                look_at(window, document, section.id if section else "", found)
    return found


def look_at(window: MainWindow, document: str, section: str, found: Walked) -> None:
    page = window.form.show_section(document, section)
    unfold(page)
    for _ in range(3):
        QApplication.processEvents()
    place = f"{document} {section}"
    found.sections += 1
    found.too_wide += [f"{place}: {words}" for words in too_wide(page)]
    for view in page.findChildren(FieldView):
        found.kinds.add(type(view.editor).__name__)
        found.without_unit += [f"{place}: {words}" for words in without_unit(view)]
    for widget in page.findChildren(QWidget):
        if widget.isVisibleTo(page) and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            told = QAccessible.queryAccessibleInterface(widget)
            where = f"{place}: {type(widget).__name__} {widget.objectName()}"
            if not told.text(QAccessible.Text.Name):
                found.unnamed.append(where)
            if told.role() in MEANINGLESS:
                found.without_part.append(where)


def unfold(page: SectionPage) -> None:
    """Show what is folded, and the first record of every table."""
    page.finish()
    for view in page.fields:
        if view.parts.fold is not None and view.parts.fold.isVisibleTo(page) and not view.editor.isVisibleTo(page):
            view.parts.fold.click()
        records = getattr(view.editor, "records", view.editor)
        if isinstance(records, BlockEditor) and records.verbs.keys():
            record = records.record(records.verbs.keys()[0])
            record.unfold()
            record.finish()


def too_wide(page: SectionPage) -> Iterator[str]:
    """The parts that need more room than the page has; the page itself where none is to blame."""
    room = page.viewport().width()
    if page.widget().minimumSizeHint().width() <= room and page.widget().width() <= room:
        return
    blamed = [part for part in page.findChildren(QWidget) if is_part(part, page) and least(part) > room]
    inner = [part for part in blamed if not any(part.isAncestorOf(other) for other in blamed)]
    for part in inner or [page.widget()]:
        yield f"{type(part).__name__} {part.objectName()} needs {least(part)} of {room}"


def is_part(widget: QWidget, page: SectionPage) -> bool:
    around = widget.parentWidget()
    while around is not None and around is not page:
        if isinstance(around, QAbstractScrollArea) and around is not page:
            return False
        around = around.parentWidget()
    return widget.isVisibleTo(page)


def least(widget: QWidget) -> int:
    return max(widget.minimumSizeHint().width(), widget.minimumWidth())


def without_unit(view: FieldView) -> Iterator[str]:
    """The places for a number whose unit is not said: the field itself, or cells of its grid."""
    grid = getattr(view.editor, "grid", None)
    if isinstance(grid, Grid):
        yield from cells_without_unit(grid)
    elif needs_unit(view.spot.asked) and not view.editor.COMPOUND:
        told = QAccessible.queryAccessibleInterface(view.editor.focusProxy())
        words = told.text(QAccessible.Text.Name) + told.text(QAccessible.Text.Description)
        if view.spot.asked.unit not in words:
            yield view.path


def cells_without_unit(grid: Grid) -> Iterator[str]:
    """Of the first row: what a cell says of itself, and what the editor says that opens in it."""
    model = grid.grid
    for column in range(model.columnCount() if model.rowCount() else 0):
        index = model.index(0, column)
        cell = model.place(index)
        editor = grid.itemDelegate().createEditor(grid.viewport(), QStyleOptionViewItem(), index)
        said = (index.data(Qt.ItemDataRole.AccessibleTextRole), editor.accessibleName())
        if not all(said) or (needs_unit(cell.asked) and not all(cell.asked.unit in words for words in said)):
            yield cell.path
        editor.deleteLater()


def needs_unit(asked: Asked) -> bool:
    """True for a number with a unit; a year of the calendar is written and said without one."""
    return asked.type == "number" and asked.unit not in {"", "1", CALENDAR_YEAR}


def test_every_section_is_shown(walked):
    assert walked.sections > 30
    assert {"ButtonsEditor", "GeneratedEditor"} <= walked.kinds


def test_whatever_takes_the_focus_has_a_name(walked):
    assert walked.unnamed == []


def test_whatever_takes_the_focus_says_which_part_it_plays(walked):
    assert walked.without_part == []


def test_every_number_is_named_with_its_unit(walked):
    assert walked.without_unit == []


def test_no_page_is_wider_than_the_window_shows_in_large_type(walked):
    assert walked.too_wide == []
