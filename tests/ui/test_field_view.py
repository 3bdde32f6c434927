"""A field says where its value came from, what is wrong with it, and why it does not apply."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest

from forms.answers import Answer, Origin
from forms.definition import Choice, Field
from ui.editors import Spot, accessible_name
from ui.editors.field import FieldView

MAIN = "ji_ssc_pdd"


@pytest.fixture
def view(qtbot, binding, messages):
    def make(path: str, document: str = MAIN, asked: Field | None = None) -> FieldView:
        found = asked or binding.read.field(document, path)
        made = FieldView(Spot(binding, messages, document, path, found, accessible_name(found.label, found.unit)))
        qtbot.addWidget(made)
        made.show()
        return made

    return make


def type_and_leave(field: FieldView, text: str) -> None:
    field.editor.line.clear()
    QTest.keyClicks(field.editor.line, text)
    field.editor.commit()


def test_a_number_says_how_it_was_read_with_its_unit(view):
    field = view("P.capacity", "facts")
    type_and_leave(field, "28988.5")
    assert "read as 28,988.5 MW" in field.parts.status.text()
    assert field.parts.mark.text() == "·"


def test_an_unread_number_keeps_text_and_says_both_meanings(view, project):
    field = view("P.capacity", "facts")
    type_and_leave(field, "1,048")
    assert "1.048" in field.strips.messages.texts()[0]
    field.refresh()
    assert field.editor.line.text() == "1,048"
    assert project.read.value("P.capacity", "facts") is None
    type_and_leave(field, "1,048.0")
    assert field.strips.messages.texts() == []


def test_a_required_field_says_so_until_it_is_answered(view):
    field = view("P.title", "facts")
    assert field.parts.required.isVisible()
    QTest.keyClicks(field.editor.focusProxy(), "T")
    field.editor.commit()
    assert not field.parts.required.isVisible()


def test_a_view_of_a_fact_edits_the_fact(view, project):
    field = view("A.1.title")
    QTest.keyClicks(field.editor.focusProxy(), "Sudenai")
    field.editor.commit()
    assert project.snapshot.of("facts").value("P.title") == "Sudenai"
    assert field.parts.home.isVisible()


def test_a_field_is_left_blank_with_its_reason(view, project):
    field = view("A.2.purpose")
    field.verbs.ask_blank()
    field.strips.reason.line.setText("Stated in annex 2.")
    field.strips.reason._finish()
    assert project.read.answer(MAIN, "A.2.purpose") == Answer(blank_reason="Stated in annex 2.")
    assert field.strips.blank.isVisible()
    assert not field.editor.isVisible()
    field.strips.answer_after_all.emit()
    assert field.editor.isVisible()


def test_an_override_carries_its_reason_and_mark(view, project):
    field = view("P.capacity", "facts")
    type_and_leave(field, "14")
    field.verbs.override("Nameplate of the turbines.")
    answer = project.read.answer("facts", "P.capacity")
    assert (answer.origin, answer.note) == (Origin.OVERRIDDEN, "Nameplate of the turbines.")
    assert field.parts.mark.text() == "!"


def test_problems_are_said_at_the_field(view, problem):
    field = view("P.capacity", "facts")
    type_and_leave(field, "14")
    field.show_problems([problem("P.capacity", document="facts", message="Too large.")])
    assert field.strips.messages.texts() == ["Too large. Mend it."]
    assert field.editor.focusProxy().property("wrong") is True


def test_a_field_that_does_not_apply_is_folded_with_the_reason(view, project):
    path = next(
        f.path
        for f in project.read.form("facts").fields.values()
        if f.relevant and not project.read.state("facts", f.path).relevant
    )
    field = view(path, "facts")
    assert not field.editor.isVisible()
    assert field.parts.status.text()
    field.parts.fold.click()
    assert field.editor.isVisible()


def test_a_calculated_value_is_marked_and_cannot_be_typed(view, project):
    path = next(f.path for f in project.read.form("facts").fields.values() if f.calculate)
    field = view(path, "facts")
    assert project.read.state("facts", path).readonly
    assert field.editor.focusProxy().isReadOnly()


def test_the_menu_offers_what_can_be_done(view):
    field = view("P.capacity", "facts")
    names = [action.text() for action in field.make_menu().actions()]
    assert any("blank" in name for name in names)
    assert any("Help" in name for name in names)


def test_showing_a_narrative_is_no_edit(view, project):
    project.blank(MAIN, "A.2.purpose", "Stated in annex 2.")
    edits = len(project.history)
    field = view("A.2.purpose")
    field.refresh()
    assert len(project.history) == edits
    assert project.read.answer(MAIN, "A.2.purpose").is_blank_on_purpose


def test_a_hint_has_its_whole_line_until_the_narrative_is_written_and_nothing_moves_then(qtbot, view):
    field = view("A.2.purpose")
    field.resize(560, field.heightForWidth(560))
    hint, text, height = field.parts.hint, field.editor.text, field.heightForWidth(560)
    field.activateWindow()
    assert hint.width() == field.width()
    text.setFocus()
    qtbot.waitUntil(lambda: field.editor.tools().isVisible() and hint.width() < field.width())
    assert hint.geometry().right() < field.editor.tools().geometry().left()
    assert field.heightForWidth(560) == height


def test_why_a_section_does_not_apply_is_not_repeated_at_its_fields(view, project):
    path = next(
        f.path
        for s in project.read.form("facts").sections
        if s.relevant and not project.read.is_relevant("facts", s)
        for f in s.fields
    )
    field = view(path, "facts")
    assert field.parts.status.text()
    field.reason_is_said = True
    field.refresh()
    assert not field.parts.status.isVisible()
    assert not field.editor.isVisible()


def calculated(kind: str) -> Field:
    choices = (Choice("first", "First of its kind"), Choice("common", "Common practice")) if kind == "choice" else ()
    return Field(path="A.1.title", label="Outcome", type=kind, choices=choices, calculate="1")


@pytest.mark.parametrize(
    ("kind", "value", "words"), [("choice", "common", "Common practice"), ("yes_no", False, "No"), ("choice", None, "")]
)
def test_a_calculated_choice_is_words_that_do_not_look_pressable(view, kind, value, words):
    field = view("A.1.title", asked=calculated(kind))
    field.editor.show_answer(Answer(value) if value is not None else None)
    field.editor.set_readonly(True)
    assert field.editor.plain.isVisible()
    assert field.editor.plain.text() == (words or "no answer yet")
    assert not any(button.isVisible() for button in field.editor._group.buttons())
    field.editor.set_readonly(False)
    assert not field.editor.plain.isVisible()
