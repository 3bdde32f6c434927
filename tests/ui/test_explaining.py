"""Problems stand in two groups; a warning is explained where it is listed, and the reason ends with its answer."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from forms.justification import justification_of
from forms.problems import Severity, Step
from ui.panels.problems import HEAD, PROBLEM

REASON = "It is the name of the place."


@pytest.fixture
def warning(problem):
    return problem("P.title", document="facts", severity=Severity.WARNING, message="The title is short.")


@pytest.fixture
def panel(qtbot, office, warning):
    """The problems of a project with one warning, which is chosen."""
    office.check(qtbot, warning)
    found = office.window.inspector.problems
    office.window.actions_by_id["next_problem"].trigger()
    return found


def listed(panel):
    rows = [panel.model.index(row) for row in range(panel.model.rowCount())]
    return [row.data(HEAD) or row.data(PROBLEM).message for row in rows]


def explain(qtbot, panel, words=REASON):
    panel.explaining.explain.click()
    qtbot.keyClicks(panel.explaining.words, words)
    panel.explaining.keep.click()


def test_submission_and_quality_checks_are_apart(qtbot, office, problem, warning):
    quality = replace(problem("P.town", document="facts", message="Odd."), step=Step.QUALITY)
    office.check(qtbot, quality, warning)
    submission_head, first, quality_head, second = listed(office.window.inspector.problems)
    assert submission_head.startswith("Submission checks")
    assert quality_head.startswith("Quality checks")
    assert (first, second) == ("The title is short.", "Odd.")


def test_a_head_cannot_be_chosen(panel):
    head = panel.model.index(0)
    assert head.data(HEAD)
    assert not head.flags() & Qt.ItemFlag.ItemIsSelectable
    assert panel.view.currentIndex().data(PROBLEM)


def test_what_passing_does_not_mean_is_said(office):
    assert "not that the project will be approved" in office.window.inspector.problems._meaning.text()


def test_a_warning_is_explained_below_the_list(qtbot, office, panel, warning):
    office.preferences.kept["name"] = "Ana"
    explain(qtbot, panel)
    given = justification_of(office.project.snapshot, warning)
    assert (given.reason, given.by) == (REASON, "Ana")
    office.check(qtbot, warning)
    assert REASON in panel.explaining.reason.text()
    assert REASON in panel.model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert panel.explaining.withdraw.isVisibleTo(panel)
    assert not panel.explaining.explain.isVisibleTo(panel)


def test_a_reason_is_withdrawn(qtbot, office, panel, warning):
    explain(qtbot, panel)
    office.check(qtbot, warning)
    panel.explaining.withdraw.click()
    office.check(qtbot, warning)
    assert justification_of(office.project.snapshot, warning) is None
    assert panel.explaining.explain.isVisibleTo(panel)


def test_it_is_asked_again_when_what_it_was_about_changes(qtbot, office, panel, warning):
    explain(qtbot, panel)
    office.project.type_in("facts", "P.title", "Another title")
    office.check(qtbot, warning)
    assert panel.explaining.explain.isVisibleTo(panel)
    assert not panel.explaining.reason.isVisibleTo(panel)


def test_an_error_cannot_be_explained(qtbot, office, panel, warning):
    office.check(qtbot, replace(warning, severity=Severity.ERROR))
    office.window.actions_by_id["next_problem"].trigger()
    assert not panel.explaining.isVisibleTo(panel)


def test_no_words_are_no_reason(qtbot, office, panel, warning):
    panel.explaining.explain.click()
    qtbot.keyClicks(panel.explaining.words, "  ")
    assert not panel.explaining.keep.isEnabled()
    qtbot.keyClick(panel.explaining.words, Qt.Key.Key_Escape)
    assert panel.explaining.explain.isVisibleTo(panel)
    assert justification_of(office.project.snapshot, warning) is None


def test_words_being_typed_outlast_a_check(qtbot, office, panel, warning):
    panel.explaining.explain.click()
    qtbot.keyClicks(panel.explaining.words, "Because")
    office.check(qtbot, warning)
    assert panel.explaining.words.toPlainText() == "Because"
    assert panel.explaining.words.isVisibleTo(panel)
