"""Commands, sections, fields and answers by what is typed; F3 goes from answer to answer."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from forms.project import Project
from ui import search
from ui.finder import HIT, Finder

MAIN = "ji_ssc_pdd"


@pytest.fixture
def finder(office) -> Finder:
    office.window.activateWindow()
    return office.window.finding.finder


def found(finder: Finder) -> list[search.Hit]:
    return [finder.model.index(row).data(HIT) for row in range(finder.model.rowCount())]


def test_a_command_is_done_by_its_name(qtbot, office, finder):
    office.window.actions_by_id["palette"].trigger()
    QTest.keyClicks(finder.line, "show problems")
    assert found(finder)[0].target == "show_problems"
    QTest.keyClick(finder.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: office.window.inspector.tab.name == "PROBLEMS")
    assert finder.isHidden()


def test_a_command_that_cannot_be_done_now_is_not_offered(office, finder):
    office.window.actions_by_id["palette"].trigger()
    QTest.keyClicks(finder.line, "revert")
    assert "revert" not in {hit.target for hit in found(finder)}


@pytest.mark.parametrize("words", ["A.2.history", "history of the project", "HISTORY of"])
def test_a_field_is_found_by_path_and_by_label(office, finder, words):
    office.window.actions_by_id["palette"].trigger()
    QTest.keyClicks(finder.line, words)
    assert (found(finder)[0].document, found(finder)[0].target) == (MAIN, "A.2.history")
    QTest.keyClick(finder.line, Qt.Key.Key_Return)
    assert office.window.form.page.section.id == "A.2"


def test_a_section_is_found_by_its_number_first(office, finder):
    office.window.actions_by_id["palette"].trigger()
    QTest.keyClicks(finder.line, "e.6")
    assert (found(finder)[0].kind, found(finder)[0].target) == ("section", "E.6")


def test_answers_are_found_by_what_they_say_and_the_words_are_selected(office, finder):
    office.project.type_in(MAIN, "A.2.purpose", "The turbines stand at Sventoji.")
    office.window.actions_by_id["find"].trigger()
    QTest.keyClicks(finder.line, "SVENTOJI")
    (hit,) = found(finder)
    assert hit.title == "The turbines stand at Sventoji."
    QTest.keyClick(finder.line, Qt.Key.Key_Return)
    assert office.window.navigator.focus == (MAIN, "A.2.purpose")
    assert QApplication.focusWidget().textCursor().selectedText() == "Sventoji"


def test_cells_numbers_and_blank_reasons_are_found(project):
    project = Project.new("ji_ssc_pdd", "01.1")
    key = project.add_row("facts", "P.sites")
    project.type_in("facts", f"P.sites[{key}].name", "Sudenai")
    project.type_in("facts", "P.capacity", "14000.5")
    project.blank("facts", "P.region", "No region has a name")
    targets = {
        words: [hit.target for hit in search.answers_saying(words, project.snapshot)]
        for words in ("sudenai", "14,000.5 MW", "no region has")
    }
    assert targets == {
        "sudenai": [f"P.sites[{key}].name"],
        "14,000.5 MW": ["P.capacity"],
        "no region has": ["P.region"],
    }


def test_f3_goes_round_through_the_answers(office, finder):
    for path in ("P.region", "P.town"):
        office.project.type_in("facts", path, "Kretinga")
    office.window.actions_by_id["find"].trigger()
    QTest.keyClicks(finder.line, "kretinga")
    QTest.keyClick(finder.line, Qt.Key.Key_Escape)
    seen = []
    for command in ("find_next", "find_next", "find_next", "find_previous"):
        office.window.actions_by_id[command].trigger()
        seen.append(office.window.navigator.focus[1])
    assert seen == ["P.region", "P.town", "P.region", "P.town"]


def test_what_nothing_says_is_told(office, finder):
    office.window.actions_by_id["find"].trigger()
    QTest.keyClicks(finder.line, "xyzzy")
    assert "Nothing in the project" in finder._note.text()
    QTest.keyClick(finder.line, Qt.Key.Key_Escape)
    office.window.actions_by_id["find_next"].trigger()
    assert office.messages.texts() == ["No answer says “xyzzy”."]


def test_escape_gives_the_focus_back(office, finder):
    office.window.go_to("facts", "P.capacity")
    before = QApplication.focusWidget()
    office.window.actions_by_id["palette"].trigger()
    assert finder.line.hasFocus()
    QTest.keyClick(finder.line, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is before
