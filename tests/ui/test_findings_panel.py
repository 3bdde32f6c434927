"""Findings, checklist and notes beside the form: raised, answered, found again, marked."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextEdit

from forms.checklists import checklist
from forms.notes import notes
from forms.review import findings
from ui.inspector import Tab
from ui.panels.review import Way

MAIN = "ji_ssc_pdd"
TEXT = "A.2.baseline"


@pytest.fixture
def panel(office):
    return office.window.inspector.review.findings


@pytest.fixture
def reviewing(office):
    return office.window.together.reviewing


@pytest.fixture
def raised(office, panel, reviewing):
    """Raises a finding as a reviewer does: at a place, with words, and what else is given."""

    def make(document, path, text, **also):
        office.window.go_to(document, path)
        reviewing.begin_finding((document, path))
        panel.form.text.setPlainText(text)
        for name, value in also.items():
            getattr(panel.form, name).setText(value)
        panel.form._done.click()
        return findings(office.project.snapshot)[-1]

    return make


def listed(panel):
    return [panel.list.item(row).text() for row in range(panel.list.count())]


def test_a_finding_is_raised_at_the_field_in_focus(office, raised):
    found = raised("facts", "P.title", "Which title is right?")
    assert (found.name, found.text, found.anchor.document, found.anchor.path, found.raised_by) == (
        "CL 1", "Which title is right?", "facts", "P.title", "Ana",
    )  # fmt: skip


def test_a_finding_is_raised_at_the_selected_passage(office, reviewing, panel):
    office.project.type_in(MAIN, TEXT, "The wind park replaces power of the grid.")
    office.window.go_to(MAIN, TEXT)
    [text] = office.window.form.page.findChildren(QTextEdit, TEXT)
    text.setTextCursor(text.document().find("replaces power"))
    reviewing.begin_finding()
    panel.form.text.setPlainText("Which grid?")
    panel.form._done.click()
    [found] = findings(office.project.snapshot)
    assert (found.anchor.path, found.anchor.quote) == (TEXT, "replaces power")


def test_a_finding_without_text_is_refused_and_nothing_is_lost(office, panel, raised):
    office.window.go_to("facts", "P.title")
    office.window.actions_by_id["raise_finding"].trigger()
    panel.form.requirement.setText("DVM 49")
    panel.form._done.click()
    assert "needs its text" in office.messages.texts()[-1]
    assert (findings(office.project.snapshot), panel.form.requirement.text()) == ((), "DVM 49")


def test_a_due_date_is_read_as_every_date_is(raised):
    assert raised("facts", "P.title", "Which title?", due="14/03/2027").due == dt.date(2027, 3, 14)


def test_a_wrong_due_date_raises_nothing(office, reviewing, panel):
    reviewing.begin_finding(("facts", "P.title"))
    panel.form.text.setPlainText("Which title?")
    panel.form.due.setText("soon")
    panel.form._done.click()
    assert findings(office.project.snapshot) == ()
    assert panel.form.text.toPlainText() == "Which title?"


def test_raising_is_one_step_that_can_be_undone(office, raised):
    raised("facts", "P.title", "Which title?", due="14/03/2027")
    office.project.undo()
    assert findings(office.project.snapshot) == ()


def test_undoing_a_finding_shows_the_panel_and_no_form_of_the_review(office, raised):
    raised("facts", "P.title", "Which title?")
    office.window.inspector.show_tab(Tab.HELP)
    office.window.actions_by_id["undo"].trigger()
    assert office.window.inspector.tab is Tab.REVIEW
    assert office.window.navigator.place[0] == "facts"


def test_rounds_go_from_open_over_answered_to_closed(office, panel, raised):
    key = raised("facts", "P.title", "Which title?").key
    panel.respond_button.click()
    panel.form.text.setPlainText("The one in the letter of approval.")
    panel.form._done.click()
    assert findings(office.project.snapshot)[0].status == "answered"
    panel.choose(key)
    panel.assess_button.click()
    panel.form.text.setPlainText("Seen.")
    panel.form.closes.setChecked(True)
    panel.form._done.click()
    assert findings(office.project.snapshot)[0].status == "closed"


def test_a_response_carries_what_changed_since_the_revision(office, panel, raised):
    office.workspace.freeze("Sent")
    raised("facts", "P.title", "Which title?")
    office.project.type_in("facts", "P.title", "Wind park")
    panel.respond_button.click()
    panel.form.text.setPlainText("Named now.")
    panel.form._done.click()
    assert "Wind park" in findings(office.project.snapshot)[0].rounds[0].changes


def test_the_list_is_filtered_by_the_field_in_focus(office, panel, raised, reviewing):
    raised("facts", "P.title", "Which title?")
    raised(MAIN, TEXT, "Which grid?")
    panel.scope.setCurrentIndex(panel.scope.findData("here"))
    office.window.go_to("facts", "P.title")
    reviewing.refresh()
    panel._refill()
    assert ["Which title?" in words for words in listed(panel)] == [True]


def test_closed_findings_are_out_of_the_way(office, panel, raised):
    raised("facts", "P.title", "Which title?")
    panel.assess_button.click()
    panel.form.text.setPlainText("Clear.")
    panel.form.closes.setChecked(True)
    panel.form._done.click()
    panel.scope.setCurrentIndex(panel.scope.findData("open"))
    panel._refill()
    assert (listed(panel), "Choose “All”" in panel.empty.text()) == ([], True)


def test_due_date_and_publicity_are_changed_in_place(office, panel, raised):
    raised("facts", "P.title", "Which title?")
    panel.due.setText("1/12/2026")
    panel.due.editingFinished.emit()
    panel.public.click()
    [found] = findings(office.project.snapshot)
    assert (found.due, found.is_public) == (dt.date(2026, 12, 1), False)


def test_a_changed_passage_is_said_in_words(office, panel, reviewing, raised):
    office.project.type_in(MAIN, TEXT, "The wind park replaces power of the grid.")
    office.window.go_to(MAIN, TEXT)
    [text] = office.window.form.page.findChildren(QTextEdit, TEXT)
    text.setTextCursor(text.document().find("replaces power of the grid"))
    raised(MAIN, TEXT, "Which grid?")
    office.project.type_in(MAIN, TEXT, "Another sentence altogether.")
    reviewing.refresh()
    assert "passage changed" in listed(panel)[0]


def test_a_finding_leads_to_its_place(office, panel, raised):
    raised("facts", "P.title", "Which title?")
    office.window.go_to(MAIN, TEXT)
    panel.go_button.click()
    assert office.window.navigator.place[0] == "facts"


def test_fields_and_sections_with_findings_are_marked_in_words(office, raised, reviewing):
    raised("facts", "P.title", "Which title?")
    reviewing.refresh()
    [field] = [field for field in office.window.form.page.fields if field.path == "P.title"]
    assert "CL 1" in field.strips.findings.text()
    tree = office.window.tree
    spoken = tree._items["facts", ""].data(Qt.ItemDataRole.AccessibleTextRole)
    assert "1 finding not closed" in spoken


def test_a_mark_leads_to_its_finding(office, panel, raised, reviewing):
    raised("facts", "P.title", "Which title?")
    office.window.inspector.show_tab(Tab.HELP)
    [field] = [field for field in office.window.form.page.fields if field.path == "P.title"]
    field.strips.findings.click()
    assert (office.window.inspector.tab, panel.chosen().finding.name) == (Tab.REVIEW, "CL 1")


def test_a_view_of_a_fact_has_the_mark_of_the_fact(office, raised, reviewing):
    raised("facts", "P.title", "Which title?")
    reviewing.refresh()
    office.window.go_to(MAIN, "A.1.title")
    [field] = [field for field in office.window.form.page.fields if field.path == "A.1.title"]
    assert "CL 1" in field.strips.findings.text()


def test_the_review_is_no_form_in_the_tree(office):
    places = {place[0] for place in office.window.tree._items}
    assert ("review" in office.project.snapshot.documents, "review" in places) == (True, False)


def test_nothing_raised_teaches_what_a_finding_is(office, panel):
    office.window.actions_by_id["show_findings"].trigger()
    assert "A CAR is a mistake" in panel.empty.text()


# -- the rest of the review -------------------------------------------------------------------------------------


def test_a_note_is_taken_from_the_menu_of_a_field(office):
    office.window.go_to("facts", "P.title")
    [field] = [field for field in office.window.form.page.fields if field.path == "P.title"]
    [entry] = [action for action in field.make_menu().actions() if action.text().startswith("Note to oneself")]
    entry.trigger()
    panel = office.window.inspector.review.notes
    panel.text.setPlainText("Ask the notary.")
    panel._keep.click()
    [note] = notes(office.project.snapshot)
    assert (note.text, note.anchor.path, note.by) == ("Ask the notary.", "P.title", "Ana")


def test_a_note_goes_when_it_is_removed(office):
    panel = office.window.inspector.review.notes
    office.window.together.reviewing.begin_note(("facts", "P.title"))
    panel.text.setPlainText("Ask the notary.")
    panel._keep.click()
    panel.list.setCurrentRow(0)
    panel._drop.click()
    assert notes(office.project.snapshot) == ()


def test_the_checklist_keeps_a_judgement(office):
    office.window.actions_by_id["show_checklist"].trigger()
    panel = office.window.inspector.review.checklist
    panel.list.setCurrentRow(1)
    panel.buttons["not_met"].click()
    panel.comment.setPlainText("No letter was seen.")
    panel._keep.click()
    line = checklist(office.project.snapshot, ())[1]
    assert (line.mark, line.comment.strip()) == ("not_met", "No letter was seen.")


@pytest.fixture
def questions(office):
    office.window.actions_by_id["show_checklist"].trigger()
    return office.window.inspector.review.checklist


def test_a_judgement_leads_to_a_finding_that_is_there(office, questions, raised):
    found = raised("facts", "P.title", "Which title?")
    office.window.actions_by_id["show_checklist"].trigger()
    questions.list.setCurrentRow(1)
    questions.buttons["not_met"].click()
    questions.finding.setCurrentIndex(questions.finding.findData(found.key))
    questions._keep.click()
    assert checklist(office.project.snapshot, ())[1].finding == found.key
    assert found.name in questions.list.item(1).text()


def test_a_finding_is_raised_from_a_question_and_both_are_one_step(office, questions, panel):
    questions.list.setCurrentRow(1)
    question = questions.chosen()
    questions.comment.setPlainText("No letter was seen.")
    questions._raise.click()
    assert panel.form.requirement.text() == question.item.source
    assert panel.form.text.toPlainText() == "No letter was seen."
    panel.form._done.click()
    [found] = findings(office.project.snapshot)
    line = checklist(office.project.snapshot, ())[1]
    assert (line.mark, line.finding, found.anchor.path) == ("not_met", found.key, question.places[0][1])
    office.project.undo()
    assert (findings(office.project.snapshot), checklist(office.project.snapshot, ())[1].mark) == ((), None)


def test_a_finding_that_was_given_up_judges_nothing(office, questions, panel, raised):
    questions.list.setCurrentRow(1)
    questions._raise.click()
    panel.form.cancelled.emit()
    raised("facts", "P.title", "Which title?")
    assert checklist(office.project.snapshot, ())[1].mark is None


def test_a_question_leads_to_its_finding(office, questions, panel, raised):
    found = raised("facts", "P.title", "Which title?")
    office.window.actions_by_id["show_checklist"].trigger()
    questions.finding.setCurrentIndex(questions.finding.findData(found.key))
    questions._show.click()
    assert office.window.inspector.review.ways.currentIndex() == Way.FINDINGS
    assert panel.chosen().finding == found


# -- opened to review -------------------------------------------------------------------------------------------


@pytest.fixture
def reviewed(office, tmp_path):
    file = tmp_path / "theirs.cerulean"
    file.write_bytes(b"")
    office.messages.answers.append(file)
    office.window.actions_by_id["review"].trigger()
    return office


def test_the_window_says_that_a_project_was_opened_to_review(reviewed):
    assert reviewed.window.together.strip.isVisible()
    assert "to review" in reviewed.window.windowTitle()


def test_answers_cannot_be_typed_in_a_review(reviewed):
    reviewed.window.go_to("facts", "P.title")
    [field] = [field for field in reviewed.window.form.page.fields if field.path == "P.title"]
    assert field._state.readonly


def test_findings_can_be_raised_in_a_review(reviewed, raised):
    assert raised("facts", "P.title", "Which title?").name == "CL 1"


def test_everything_in_the_panel_has_a_name_and_takes_the_keyboard(office):
    review = office.window.inspector.review
    office.window.actions_by_id["show_findings"].trigger()
    for way in Way:
        review.show_way(way)
        for view in (review.findings.list, review.revisions.list, review.checklist.list, review.notes.list):
            assert view.accessibleName()
            assert view.focusPolicy() & Qt.FocusPolicy.TabFocus
