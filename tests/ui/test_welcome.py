"""The first page: five questions, what follows from the answers, and the project that they make."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from forms.catalogue import design_forms
from ui.welcome import Welcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ui.new_project import NewProject


@pytest.fixture
def questions(qtbot) -> Iterator[NewProject]:
    page = Welcome(design_forms)
    qtbot.addWidget(page)
    page.show()
    yield page.new
    page.close()


def shown(questions: NewProject) -> list[bool]:
    return [question.isVisible() for question in questions._questions]


def test_a_question_is_asked_when_the_one_before_is_answered(questions):
    assert shown(questions) == [True, False, False, False, False]
    questions.mechanism.choose("ji")
    assert shown(questions) == [True, True, False, False, False]
    questions.scale.choose("small")
    assert shown(questions) == [True, True, True, False, False]
    assert not questions._create.isEnabled()
    questions.track.choose("1")
    assert shown(questions) == [True] * 5
    assert questions._create.isEnabled()


def test_only_forms_that_fit_are_offered(questions):
    questions.mechanism.choose("ji")
    questions.scale.choose("small")
    assert {form.id for form in questions._fitting} == {"ji_ssc_pdd"}
    questions.mechanism.choose("cdm")
    assert {form.mechanism for form in questions._fitting} == {"cdm"}
    assert all("small" in form.scale for form in questions._fitting)
    assert not questions.track.isVisible()


def test_what_follows_from_an_answer_is_said(questions):
    questions.mechanism.choose("cdm")
    questions.scale.choose("small")
    assert "Small-scale type" in questions._questions[1].why.text()
    questions.scale.choose("large")
    assert "Small-scale type" not in questions._questions[1].why.text()
    assert "fields in" in questions._questions[2].why.text()


def test_a_country_is_found_by_a_part_of_its_name(questions):
    questions.mechanism.choose("cdm")
    questions.scale.choose("large")
    questions.host.setCurrentIndex(questions.host.findText("Dominican Republic"))
    assert "Dominican Republic becomes the first" in questions._questions[3].why.text()


def test_the_answers_are_facts_of_the_project_in_one_step(qtbot, office):
    office.window.actions_by_id["close"].trigger()
    questions = office.window.welcome.new
    questions.mechanism.choose("ji")
    questions.scale.choose("small")
    questions.track.choose("2")
    questions.host.setCurrentIndex(questions.host.findData("LT"))
    questions.title.setText("Wind")
    QTest.keyClick(questions.title, Qt.Key.Key_Return)
    read = office.project.read
    assert office.project.snapshot.main == "ji_ssc_pdd"
    facts = [read.value(path) for path in ("P.mechanism", "P.scale", "P.track", "P.title")]
    assert facts == ["ji", "small", "2", "Wind"]
    (party,) = read.rows("P.parties")
    assert (read.cell("P.parties", party, "party"), read.cell("P.parties", party, "role")) == ("LT", "host")
    assert len(office.project.history) == 1
    office.project.undo()
    assert read.value("P.title") == "Wind"
    assert office.project.read.value("P.title") is None


def test_country_and_title_can_wait(office):
    office.window.actions_by_id["close"].trigger()
    questions = office.window.welcome.new
    questions.mechanism.choose("cdm")
    questions.scale.choose("large")
    questions._create.click()
    assert office.project.read.rows("P.parties") == ()
    assert office.window.form.isVisible()
