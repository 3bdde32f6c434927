"""A field says where its value came from, what is wrong with it, and why it does not apply."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest

from forms.answers import Answer, Origin
from ui.editors import Spot, accessible_name
from ui.editors.field import FieldView

if TYPE_CHECKING:
    from forms.definition import Field

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
