"""Tables worked by keys, as a spreadsheet is: paste and undo, fill down, the way out; and questions below a field."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from forms.answers import Origin
from forms.fieldpath import cell_path
from ui import navigation
from ui.completeness import required_cells
from ui.editors.cell_reading import CellPlace, CellReading

MAIN = "ji_ssc_pdd"
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LATITUDE = 1


@pytest.fixture
def grid(qtbot, office):
    """The sites, two of them, in a window; the focus is in the name of the first."""
    office.window.activateWindow()
    for name in ("Sudenai", "Lendimai"):
        key = office.project.add_row("facts", "P.sites")
        office.project.type_in("facts", f"P.sites[{key}].name", name)
    office.window.go_to("facts", "P.sites")
    field = next(field for field in office.window.form.page.fields if field.path == "P.sites")
    grid = field.editor.grid
    grid.setFocus()
    grid.setCurrentIndex(grid.grid.index(0, 0))
    qtbot.waitUntil(grid.hasFocus)
    return grid


def put(grid, row: int, column: int, text: str) -> None:
    grid.setCurrentIndex(grid.grid.index(row, column))
    QGuiApplication.clipboard().setText(text)
    QTest.keyClick(grid, Qt.Key.Key_V, CONTROL)


def cells(office, column: str) -> list[object]:
    return [office.project.read.cell("P.sites", key, column) for key in office.project.read.rows("P.sites")]


def test_columns_that_find_no_place_are_told(grid, office):
    put(grid, 0, 2, "21.1\tmast\tBaltic\t7\t\n")
    assert "2 columns" in office.messages.texts()[-1]
    assert cells(office, "note")[0] == "mast"


def test_empty_columns_beyond_the_table_are_not_spoken_of(grid, office):
    before = len(office.messages.texts())
    put(grid, 0, 0, "Sudenai\t55.93\t21.1\t\t\t\t\n")
    assert len(office.messages.texts()) == before


def test_what_a_paste_left_unread_goes_and_comes_with_it(grid, office):
    put(grid, 0, LATITUDE, "north\n55.95\n")
    assert grid.grid.index(0, LATITUDE).data() == "north"
    office.window.actions_by_id["undo"].trigger()
    assert not grid.grid.index(0, LATITUDE).data()
    assert not office.window.binding.unread
    assert cells(office, "latitude") == [None, None]
    office.window.actions_by_id["redo"].trigger()
    assert grid.grid.index(0, LATITUDE).data() == "north"
    assert cells(office, "latitude") == [None, Decimal("55.95")]


def test_a_paste_of_which_nothing_could_be_read_is_taken_back_too(grid, office):
    put(grid, 0, LATITUDE, "north\nsouth\n")
    steps = len(office.project.history)
    office.window.actions_by_id["undo"].trigger()
    assert not office.window.binding.unread
    assert not grid.grid.index(1, LATITUDE).data()
    assert len(office.project.history) == steps


def test_what_was_unread_before_a_paste_stands_there_again_after_undo(grid, office):
    put(grid, 0, LATITUDE, "north")
    put(grid, 0, LATITUDE, "55.93")
    office.window.actions_by_id["undo"].trigger()
    assert grid.grid.index(0, LATITUDE).data() == "north"


def leaves(grid) -> QWidget:
    focus = QApplication.focusWidget()
    assert focus is not None
    assert not grid.isAncestorOf(focus)
    assert not grid.parentWidget().isAncestorOf(focus)
    return focus


@pytest.mark.parametrize("is_typing", [False, True])
def test_control_and_tab_leave_the_table(grid, office, is_typing):
    if is_typing:
        QTest.keyClicks(grid, "S")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab, CONTROL)
    below = leaves(grid).mapToGlobal(leaves(grid).rect().center()).y()
    assert below > grid.mapToGlobal(grid.rect().center()).y()
    assert cells(office, "name")[0] == ("S" if is_typing else "Sudenai")


def test_control_shift_and_tab_leave_it_backwards(grid):
    QTest.keyClick(grid, Qt.Key.Key_Backtab, CONTROL | SHIFT)
    above = leaves(grid).mapToGlobal(leaves(grid).rect().center()).y()
    assert above < grid.mapToGlobal(grid.rect().center()).y()


def test_escape_ends_typing_first_and_leaves_then(grid, office):
    QTest.keyClicks(grid, "X")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert cells(office, "name")[0] == "Sudenai"
    assert grid.hasFocus()
    QTest.keyClick(grid, Qt.Key.Key_Escape)
    leaves(grid)


def test_tab_stays_in_the_table(grid):
    QTest.keyClick(grid, Qt.Key.Key_Tab)
    assert grid.hasFocus()
    assert grid.currentIndex().column() == 1


def test_a_column_is_filled_down_by_keys(grid, office):
    put(grid, 0, 3, "12 ha")
    grid.setCurrentIndex(grid.grid.index(0, 3))
    QTest.keyClick(grid, Qt.Key.Key_Down, SHIFT)
    QTest.keyClick(grid, Qt.Key.Key_D, CONTROL)
    assert cells(office, "note") == ["12 ha", "12 ha"]


def test_words_that_are_found_in_a_cell_are_shown_in_it(grid, office):
    office.window.finding._remember("Lendimai")
    grid.setCurrentIndex(grid.grid.index(0, 0))
    office.window.go_to(MAIN, "A.2.purpose")
    office.window.actions_by_id["find_next"].trigger()
    assert (grid.currentIndex().row(), grid.currentIndex().column()) == (1, 0)


def test_tab_reaches_the_meanings_in_order_and_escape_goes_back_to_the_line(qtbot, office):
    office.window.activateWindow()
    office.window.go_to("facts", "P.capacity")
    field = next(field for field in office.window.form.page.fields if field.path == "P.capacity")
    QTest.keyClicks(field.editor.line, "1,048")
    QTest.keyClick(field.editor.line, Qt.Key.Key_Tab)
    first, second = field.strips.which.buttons
    assert QApplication.focusWidget() is first
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is second
    QTest.keyClick(second, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is field.editor.line
    assert field.editor.line.selectedText() == "1,048"
    QTest.keyClick(field.editor.line, Qt.Key.Key_Tab)
    QTest.keyClick(first, Qt.Key.Key_Space)
    assert office.project.read.value("P.capacity") == 1048


def test_a_day_that_can_be_two_is_asked_for(office):
    office.window.go_to("facts", "P.start_date")
    field = next(field for field in office.window.form.page.fields if field.path == "P.start_date")
    QTest.keyClicks(field.editor.line, "03/04/2026")
    QTest.keyClick(field.editor.line, Qt.Key.Key_Tab)
    assert [button.text() for button in field.strips.which.buttons] == ["3 April 2026", "4 March 2026"]
    assert office.project.read.value("P.start_date") is None
    field.strips.which.buttons[1].click()
    assert office.project.read.value("P.start_date") == dt.date(2026, 3, 4)


def test_who_changes_a_digit_of_a_day_keeps_its_notation(edit, project):
    project.type_in("facts", "P.start_date", "2008-09-01")
    editor = edit("P.start_date", "facts")
    assert editor.line.text() == "01/09/2008"
    editor.line.setCursorPosition(2)
    QTest.keyClick(editor.line, Qt.Key.Key_Backspace)
    QTest.keyClicks(editor.line, "2")
    found = []
    editor.edited.connect(lambda value, typing: found.append(value))
    editor.commit()
    assert found == [dt.date(2008, 9, 2)]


def test_a_day_is_copied_as_it_can_be_pasted_again(edit, project):
    table = next(field for field in project.read.form("facts").fields.values() if day_column(field))
    key = project.add_row("facts", table.path)
    project.type_in("facts", cell_path(table.path, key, day_column(table)), "2008-09-01")
    cell = CellPlace(cell_path(table.path, key, day_column(table)), table, "")
    assert CellReading(edit(table.path, "facts").spot).plain(cell) == "2008-09-01"


def day_column(field) -> str:
    return next((column.key for column in field.columns if column.type == "date"), "")


def test_another_choice_than_the_default_asks_for_its_reason_and_tab_leads_there(qtbot, office):
    office.window.activateWindow()
    office.window.go_to("facts", "P.purpose")
    field = next(field for field in office.window.form.page.fields if field.path == "P.purpose")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: office.project.read.answer("facts", "P.purpose").origin is Origin.TYPED)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is field.strips.reason.line
    QTest.keyClicks(field.strips.reason.line, "For the bank.")
    QTest.keyClick(field.strips.reason.line, Qt.Key.Key_Return)
    answer = office.project.read.answer("facts", "P.purpose")
    assert (answer.origin, answer.note) == (Origin.OVERRIDDEN, "For the bank.")


def test_the_next_required_cell_of_a_long_series_is_found_without_reading_it_through(office, monkeypatch):
    asked = []
    monkeypatch.setattr(navigation, "required_cells", counting(asked))
    office.project.add_rows(MAIN, "D.2.data", 500)
    keys = office.project.read.rows("D.2.data", MAIN)
    office.window.navigator._focus_moved(MAIN, cell_path("D.2.data", keys[100], "variable"))
    found = office.window.navigator._next_cell(office.project.read)
    assert found.startswith(f"D.2.data[{keys[100]}]")
    assert len(asked) < 20


def counting(asked: list[str]):
    def made(read, document, field, first=0):
        for cell, is_empty in required_cells(read, document, field, first):
            asked.append(cell)
            yield cell, is_empty

    return made
