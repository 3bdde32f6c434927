"""Revisions beside the form: frozen, marked, compared on a page, brought back in part."""

import hashlib

import pytest

from desktop.samples import content
from forms.evidence import attachment
from forms.project import Project

MAIN = "ji_ssc_pdd"


@pytest.fixture
def panel(office):
    return office.window.inspector.review.revisions


@pytest.fixture
def frozen(office, panel):
    """A project with a title, frozen under a note."""
    office.project.type_in("facts", "P.title", "Wind park")
    office.window.actions_by_id["freeze"].trigger()
    panel.note.setText("Sent to the AIE")
    panel.freeze_button.click()
    return office


@pytest.fixture
def compared(frozen, qtbot):
    """The page with what changed since the revision."""

    def compare():
        frozen.window.actions_by_id["compare"].trigger()
        qtbot.waitUntil(frozen.is_idle)
        return frozen.window.together.revising.page

    return compare


def test_a_revision_is_frozen_with_its_note(frozen, panel):
    [revision] = frozen.workspace.revisions
    assert (revision.note, panel.note.text()) == ("Sent to the AIE", "")
    assert revision.sha256[:12] in panel.list.item(0).text()
    assert "Sent to the AIE" in panel.list.item(0).text()


def test_freezing_leaves_something_to_save(frozen):
    assert frozen.window.isWindowModified()


def test_a_revision_is_marked(frozen, panel):
    panel.mark.setCurrentIndex(panel.mark.findData("registered"))
    panel.mark.activated.emit(panel.mark.currentIndex())
    assert frozen.workspace.revisions[0].mark == "registered"
    assert "registered" in panel.list.item(0).text()


def test_what_changed_since_is_shown_in_place_of_the_form(frozen, compared):
    frozen.project.type_in("facts", "P.title", "Wind park of Sudenai")
    page = compared()
    assert frozen.window.pages.currentWidget() is page
    assert "Wind park of Sudenai" in page.text.toPlainText()
    assert "1 answer" in page.about.text()


def test_a_narrative_is_compared_word_by_word(frozen, compared, qtbot):
    path = "A.2.baseline"
    frozen.project.type_in(MAIN, path, "Power of the grid is replaced by the wind park in every year.")
    frozen.workspace.freeze("With a text")
    frozen.project.type_in(MAIN, path, "Power of the national grid is replaced by the wind park in every year.")
    html = compared().text.toHtml()
    assert "underline" in html[html.index("national") - 120 : html.index("national")]


def test_nothing_is_said_of_the_review(frozen, compared):
    frozen.window.together.reviewing.begin_finding(("facts", "P.title"))
    form = frozen.window.inspector.review.findings.form
    form.text.setPlainText("Which title?")
    form._done.click()
    assert "Nothing differs" in compared().text.toPlainText()


def test_markup_in_an_answer_is_no_markup_on_the_page(frozen, compared):
    frozen.project.type_in("facts", "P.title", "<b>Wind</b> & <img src='x'>")
    assert "<b>Wind</b> & <img src='x'>" in compared().text.toPlainText()


# -- two earlier revisions, with files and figures ------------------------------------------------------------


@pytest.fixture
def two_revisions(office, panel, qtbot):
    """A calculated project, frozen twice; between both the generation, a row and files changed. Then it went on."""
    project = Project(content("los_cocos").snapshot)
    office.workspace._take(project)
    office.window.refresh_project()
    project.attach(attachment("map.kml", b"before"))
    office.workspace.freeze("First")
    project.attach(attachment("map.kml", b"afterwards"))
    project.type_in("inputs_m1", "I.EG_facility.value", "80000")
    project.remove_row("facts", "P.participants", project.read.rows("P.participants")[-1])
    office.workspace.freeze("Second")
    project.type_in("facts", "P.title", "Not in either")
    office.window.actions_by_id["freeze"].trigger()
    panel.before.setCurrentIndex(panel.before.findData(1))
    panel.after.setCurrentIndex(panel.after.findData(2))
    panel.compare_button.click()
    qtbot.waitUntil(office.is_idle, timeout=20_000)
    return office.window.together.revising.page


def test_two_earlier_revisions_are_compared_without_what_came_after(two_revisions):
    assert two_revisions.title.text() == "From revision 1 to revision 2"
    assert "Not in either" not in two_revisions.text.toPlainText()


def test_a_figure_is_told_with_its_cause(two_revisions):
    """74,200 MWh a year is what the sample's source prints."""
    said = two_revisions.text.toPlainText()
    assert "EG_facility (74,200 MWh/yr → 80,000 MWh/yr) changed, so ER 2013–2019 (ACM0002:20.0) changed:" in said


def test_a_removed_row_is_told_by_its_name(two_revisions):
    assert "row removed: " in two_revisions.text.toPlainText()


def test_another_file_of_the_same_name_is_told_by_size_and_hash(two_revisions):
    sha256 = hashlib.sha256(b"afterwards").hexdigest()
    assert f"nothing → map.kml (10 bytes, SHA-256 {sha256[:12]}…)" in two_revisions.text.toPlainText()


def test_what_is_no_difference_to_the_screen_offers_no_way_back(two_revisions):
    assert "restore" not in two_revisions.text.toPlainText()


def test_a_link_leads_to_the_place_and_back_to_the_form(frozen, compared):
    frozen.project.type_in("facts", "P.title", "Sun")
    page = compared()
    page.linked.emit("place", "facts", "P.title")
    assert frozen.window.pages.shows_form
    assert frozen.window.navigator.place[0] == "facts"


def test_a_difference_is_restored_from_the_page(frozen, compared, qtbot):
    frozen.project.type_in("facts", "P.title", "Sun")
    compared().linked.emit("restore", "facts", "P.title")
    qtbot.waitUntil(frozen.is_idle)
    assert frozen.project.read.value("P.title") == "Wind park"


def test_the_field_in_focus_is_restored_in_one_step(frozen, panel):
    frozen.project.type_in("facts", "P.title", "Sun")
    frozen.window.go_to("facts", "P.title")
    panel.field_wanted.emit(1)
    assert frozen.project.read.value("P.title") == "Wind park"
    frozen.project.undo()
    assert frozen.project.read.value("P.title") == "Sun"


def test_the_section_shown_is_restored(frozen, panel):
    frozen.project.type_in("facts", "P.title", "Sun")
    frozen.window.go_to("facts", "P.title")
    panel.section_button.click()
    assert frozen.project.read.value("P.title") == "Wind park"


def test_without_a_revision_comparing_says_what_to_do(office):
    office.window.actions_by_id["compare"].trigger()
    assert "Freeze a revision first" in office.messages.told[-1].remedy


def test_escape_goes_back_to_the_form(frozen, compared, qtbot):
    from PySide6.QtCore import Qt

    page = compared()
    qtbot.keyClick(page.text, Qt.Key.Key_Escape)
    assert frozen.window.pages.shows_form


def test_nothing_frozen_teaches_what_a_revision_is_for(office, panel):
    assert "Freeze a revision when" in panel.empty.text()
