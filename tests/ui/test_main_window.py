"""The window: what is left, what is wrong, undo by keys, files, print."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from forms.catalogue import form, form_versions
from forms.notes import notes
from forms.problems import Severity
from ui.dialogs.crash import CrashDialog
from ui.dialogs.print_dossier import PrintDialog, PrintOrder
from ui.dialogs.shortcuts import ShortcutsDialog
from ui.inspector import Tab
from ui.style import Look, current_theme

if TYPE_CHECKING:
    from pathlib import Path


MAIN = "ji_ssc_pdd"


def test_the_window_shows_a_blank_project(office):
    page = office.window.form.page
    page.finish()
    assert page.section.id == "A.1"
    assert [field.path for field in page.fields] == [field.path for field in page.section.fields]
    assert "required" in office.window.bottom.left.words()


def test_without_a_project_it_offers_forms_samples_and_files(qtbot, office):
    office.window.actions_by_id["close"].trigger()
    assert office.window.welcome.isVisible()
    assert office.window.welcome.new.isVisible()
    assert not office.window.actions_by_id["save"].isEnabled()
    assert "no project is open" in office.window.actions_by_id["save"].toolTip()
    office.window.welcome.sample_chosen.emit("one")
    assert office.window.top.title.toolTip() == "sample one"


def test_typing_is_undone_and_redone_by_keys(office):
    office.window.go_to("facts", "P.title")
    editor = QApplication.focusWidget() or office.window.form.page.fields[0].editor.focusProxy()
    QTest.keyClicks(editor, "Wind")
    office.window.form.commit()
    assert office.project.read.text("P.title") == "Wind"
    office.window.actions_by_id["undo"].trigger()
    assert office.project.read.value("P.title") is None
    assert editor.toPlainText() == ""
    office.window.actions_by_id["redo"].trigger()
    assert editor.toPlainText() == "Wind"


def test_editors_leave_the_keys_of_undo_to_the_window(qtbot, office):
    office.window.activateWindow()
    office.window.go_to("facts", "P.title")
    editor = office.window.form.page.fields[0].editor.focusProxy()
    editor.setFocus()
    QTest.keyClicks(editor, "Wind")
    QTest.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert office.project.read.value("P.title") is None


def test_undo_first_takes_back_what_was_not_read(office):
    office.window.go_to("facts", "P.capacity")
    field = next(field for field in office.window.form.page.fields if field.path == "P.capacity")
    field.editor.line.setFocus()
    QTest.keyClicks(field.editor.line, "many")
    field.editor.commit()
    assert field.strips.messages.texts()
    office.window.actions_by_id["undo"].trigger()
    assert field.editor.line.text() == ""
    assert field.strips.messages.texts() == []


def test_the_menu_names_what_is_undone(office):
    office.project.type_in("facts", "P.title", "Wind")
    assert office.window.actions_by_id["undo"].text() == f"&Undo {office.project.history.undo_label}"


def test_a_click_on_a_problem_goes_to_the_field(qtbot, office, problem):
    office.check(qtbot, problem("A.2.history", message="No dates are named."))
    panel = office.window.inspector.problems
    office.window.inspector.show_tab(Tab.PROBLEMS)
    panel.view.clicked.emit(panel.model.index(panel.model.places()[0]))
    assert office.window.form.page.section.id == "A.2"
    field = next(field for field in office.window.form.page.fields if field.path == "A.2.history")
    assert field.isAncestorOf(office.window.focusWidget())


def test_a_problem_in_a_cell_goes_to_the_cell(qtbot, office, problem):
    key = office.project.add_row("facts", "P.sites")
    path = f"P.sites[{key}].latitude"
    office.check(qtbot, problem(path, document="facts"))
    office.window.inspector.problems.neighbour(1)
    field = next(field for field in office.window.form.page.fields if field.path == "P.sites")
    assert field.editor.grid.grid.place(field.editor.grid.currentIndex()).path == path


def test_problems_are_counted_in_the_bar_and_in_the_tree(qtbot, office, problem):
    office.project.type_in(MAIN, "A.2.purpose", "x")
    office.check(qtbot, problem("A.2.purpose"), problem("A.2.purpose", severity=Severity.WARNING))
    assert "1 error, 1 warning" in office.window.top.check.accessibleName()
    assert office.window.tree.problems[MAIN, "A.2"] == (1, 1)
    assert office.window.tree.problems[MAIN, "A"] == (1, 1)


def test_the_next_required_field_is_one_key_away(office):
    office.window.actions_by_id["next_missing"].trigger()
    first = office.window.navigator.focus
    office.window.actions_by_id["next_missing"].trigger()
    assert office.window.navigator.focus != first


def test_help_follows_the_focus(office):
    office.window.go_to(MAIN, "A.2.purpose")
    words = office.window.inspector.help.view.toPlainText()
    assert "Purpose of the project" in words
    assert "Usual faults" in words


def test_a_page_opens_at_its_title_though_its_first_field_lies_below_what_the_program_makes(qtbot, office):
    """Section A.3 of the JI SSC PDD: the generated table of participants, then a narrative."""
    office.window.resize(900, 360)
    office.window.activateWindow()
    office.window.navigator.choose(MAIN, "A.2")
    office.window.navigator.step(1)
    qtbot.wait(50)
    page = office.window.form.page
    assert page.section.id == "A.3"
    assert page.verticalScrollBar().value() == 0
    assert QApplication.focusWidget() is page
    page.focus_first()
    assert page.verticalScrollBar().value() > 0


def test_a_page_that_was_scrolled_opens_at_its_title_again(office):
    office.window.navigator.choose(MAIN, "A.2")
    page = office.window.form.page
    page.finish()
    page.verticalScrollBar().setRange(0, 500)
    page.verticalScrollBar().setValue(300)
    office.window.navigator.choose(MAIN, "A.1")
    office.window.navigator.choose(MAIN, "A.2")
    assert page.verticalScrollBar().value() == 0


def test_the_filter_finds_a_section_by_a_field(office):
    office.window.tree.filter.setText("history of the project")
    office.window.tree._first_found()
    assert office.window.form.page.section.id == "A.2"


def test_back_and_forward(office):
    office.window.go_to(MAIN, "A.2.purpose")
    office.window.actions_by_id["back"].trigger()
    assert office.window.form.page.section.id == "A.1"
    office.window.actions_by_id["forward"].trigger()
    assert office.window.form.page.section.id == "A.2"


def test_back_is_the_same_field_scrolled_the_same_way(qtbot, office):
    office.window.resize(900, 360)
    office.window.activateWindow()
    office.window.go_to("facts", "P.capacity")
    qtbot.wait(20)
    page = office.window.form.page
    page.finish()
    page.verticalScrollBar().setValue(page.verticalScrollBar().value() - 60)
    top = page.verticalScrollBar().value()
    assert top > 0
    office.window.navigator.choose(MAIN, "A.2")
    office.window.actions_by_id["back"].trigger()
    qtbot.wait(20)
    assert office.window.navigator.focus == ("facts", "P.capacity")
    assert page.verticalScrollBar().value() == top
    office.window.actions_by_id["forward"].trigger()
    assert office.window.form.page.section.id == "A.2"


def test_a_note_is_taken_by_keys_alone(qtbot, office):
    office.window.activateWindow()
    office.window.go_to(MAIN, "A.2.purpose")
    office.window.actions_by_id["take_note"].trigger()
    QTest.keyClicks(QApplication.focusWidget(), "Ask the grid.")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    (note,) = notes(office.project.snapshot)
    assert (note.text, note.anchor.path) == ("Ask the grid.", "A.2.purpose")


def test_save_asks_where_only_once(office, tmp_path: Path):
    office.project.type_in("facts", "P.title", "Wind")
    office.messages.answers.append(tmp_path / "wind.cerulean")
    office.window.actions_by_id["save"].trigger()
    office.project.type_in("facts", "P.title", "Wind farm")
    office.window.actions_by_id["save"].trigger()
    assert len(office.messages.asked) == 1
    assert not office.workspace.is_modified
    assert "Saved" in office.window.top.saved.text()


def test_closing_with_edits_asks_in_the_window(office):
    office.project.type_in("facts", "P.title", "Wind")
    assert not office.window.close()
    labels = [option.label for option in office.messages.told[-1].options]
    assert labels[0].startswith("Save")


def test_a_file_that_cannot_be_opened_leaves_the_project(office, tmp_path: Path):
    before = office.project
    office.window.files.open(tmp_path / "gone.cerulean")
    assert office.project is before
    assert office.messages.texts() == ["There is no such file."]
    office.project.type_in("facts", "P.title", "still heard")
    assert office.window.top.title.toolTip() == "still heard"


def test_two_actions_to_a_pdf(qtbot, office, tmp_path: Path):
    office.window.printing.last = PrintOrder(("pdd",), draft=False, container="a3", folder=tmp_path)
    office.window.actions_by_id["print"].trigger()
    dialog = office.window.findChild(PrintDialog)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(office.is_idle)
    ((kind, target, draft, container),) = office.dossiers.orders
    assert (kind, draft, container) == ("pdd", False, "a3")
    assert target.exists()
    assert "Built" in office.messages.texts()[-1]


def test_open_errors_allow_a_draft_only(qtbot, office, messages, tmp_path: Path, problem):
    office.check(qtbot, problem("A.2.purpose"))
    dialog = office.window.printing.dialog(office.window.checking.errors)
    qtbot.addWidget(dialog)
    assert dialog.order().draft
    assert not dialog._stages.button(1).isEnabled()
    assert "1 error" in dialog._stages.button(1).toolTip()


def test_a_value_that_could_not_be_read_allows_a_draft_only(qtbot, office):
    office.window.binding.keep_unread("facts", "P.capacity", "1,048")
    dialog = office.window.printing.dialog(0)
    qtbot.addWidget(dialog)
    assert dialog.order().draft
    assert not dialog._stages.button(1).isEnabled()
    assert "could not be read" in dialog._stages.button(1).toolTip()


def test_the_preview_shows_the_pages_and_follows_the_section(qtbot, office):
    office.window.inspector.show_tab(Tab.PREVIEW)
    preview = office.window.inspector.preview
    qtbot.waitUntil(lambda: preview.pages.pages == 2)
    office.window.go_to(MAIN, "A.2.purpose")
    assert preview.pages._mark == (1, pytest.approx(442, abs=1))


def test_the_stage_is_chosen_in_the_bar(office):
    office.window.top.stage_chosen.emit("registration")
    assert office.project.read.value("P.stage") == "registration"


def test_no_shortcut_stands_for_two_commands(office):
    actions = office.window.actions_by_id
    keys = [key.toString() for name in actions.ids() for key in actions[name].shortcuts()]
    assert len(keys) == len(set(keys))


def test_every_command_is_in_a_menu(office):
    shown = {action.objectName() for menu in office.window.menuBar().actions() for action in menu.menu().actions()}
    assert set(office.window.actions_by_id.ids()) <= shown


def test_every_shortcut_is_listed_under_its_menu_and_found_by_its_words_or_keys(qtbot, office):
    office.window.actions_by_id["shortcuts"].trigger()
    dialog = office.window.findChild(ShortcutsDialog)
    assert shortcuts_shown(dialog)["Next problem"] == "F8"
    actions = office.window.actions_by_id
    assert len(shortcuts_shown(dialog)) >= sum(1 for name in actions.ids() if actions[name].shortcuts())
    QTest.keyClicks(dialog.filter, "next pro")
    assert set(shortcuts_shown(dialog)) == {"Next problem"}
    dialog.filter.setText("f8")
    assert set(shortcuts_shown(dialog)) == {"Next problem", "Previous problem"}
    QTest.keyClick(dialog.filter, Qt.Key.Key_Escape)
    assert dialog.filter.text() == ""
    dialog.close()


def shortcuts_shown(dialog: ShortcutsDialog) -> dict[str, str]:
    heads = [dialog.list.topLevelItem(number) for number in range(dialog.list.topLevelItemCount())]
    lines = [head.child(number) for head in heads for number in range(head.childCount())]
    return {line.text(0): line.text(1) for line in lines if not line.isHidden()}


def test_every_greyed_command_says_why(office):
    office.window.actions_by_id.refresh()
    for name in office.window.actions_by_id.ids():
        action = office.window.actions_by_id[name]
        assert action.isEnabled() or ": " in action.toolTip(), name


@pytest.mark.parametrize("look", [Look.LIGHT, Look.DARK, Look.CONTRAST])
def test_the_look_can_be_changed_while_working(office, look):
    office.window.go_to(MAIN, "A.2.purpose")
    current_theme().choose(look)
    assert not office.window.grab().isNull()
    current_theme().choose(Look.LIGHT)


def test_the_layout_is_kept(office):
    assert office.window.layout_state()[1] == ""
    office.window.panes.splitterMoved.emit(276, 1)
    geometry, split = office.window.layout_state()
    office.window.panes.setSizes([200, 700, 380])
    office.window.restore_layout(geometry, split)
    assert office.window.layout_state()[1] == split
    office.window.restore_layout("nonsense", "")


def test_the_crash_dialog_says_that_the_work_is_safe(qtbot):
    dialog = CrashDialog("Traceback …")
    qtbot.addWidget(dialog)
    assert dialog.details.isReadOnly()


def test_every_field_of_every_form_has_a_label(qapp):
    for version in form_versions():
        assert all(field.label for field in form(*version).fields.values())


def test_undo_key_is_the_standard_one(office):
    keys = office.window.actions_by_id["undo"].shortcuts()
    assert QKeySequence("Ctrl+Z") in keys
