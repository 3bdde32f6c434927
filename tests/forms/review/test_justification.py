"""Warnings that stand for a reason: the reason holds until the warning or the answer changes."""

import pytest

from forms.errors import UserError
from forms.justification import justification_of, justify
from forms.problems import Problem, Severity
from tests.forms.review.conftest import DAY

WARNING = Problem("QTY-01", Severity.WARNING, "facts", "P.title", "The title is short.", "Lengthen it.", "own rule")
VIEW = Problem("QTY-02", Severity.WARNING, "cdm_pdd", "A.4.participants", "Few.", "Add more.", "own rule")


@pytest.fixture
def explained(project):
    justify(project, WARNING, "It is the name of the place.", by="Ana", on=DAY)
    return project


def test_a_warning_is_explained_with_name_and_day(explained):
    found = justification_of(explained.snapshot, WARNING)
    assert (found.reason, found.by, found.on) == ("It is the name of the place.", "Ana", DAY)


def test_other_warnings_at_that_place_are_not(explained):
    other = Problem(**{**vars(WARNING), "rule": "QTY-09"})
    assert justification_of(explained.snapshot, other) is None


@pytest.mark.parametrize("change", [
    lambda project: project.type_in("facts", "P.title", "Los Cocos II"),
    lambda project: project.clear("facts", "P.title"),
    lambda project: project.blank("facts", "P.title", "later"),
])  # fmt: skip
def test_the_reason_ends_with_the_answer_that_it_was_about(explained, change):
    change(explained)
    assert justification_of(explained.snapshot, WARNING) is None
    explained.undo()
    assert justification_of(explained.snapshot, WARNING)


def test_the_reason_ends_when_the_warning_says_something_else(explained):
    other = Problem(**{**vars(WARNING), "message": "The title is too short."})
    assert justification_of(explained.snapshot, other) is None


def test_the_reason_holds_while_other_places_change(explained):
    explained.type_in("facts", "P.town", "Enriquillo")
    assert justification_of(explained.snapshot, WARNING)


def test_a_warning_at_a_view_is_about_the_fact_behind_it(project):
    path = next(path for path, field in project.read.form("cdm_pdd").fields.items() if field.home == "P.participants")
    warning = Problem(**{**vars(VIEW), "path": path})
    justify(project, warning, "There is only one.")
    assert justification_of(project.snapshot, warning)
    project.add_row("facts", "P.participants")
    assert justification_of(project.snapshot, warning) is None


def test_a_new_reason_takes_the_place_of_the_old_one(explained):
    explained.type_in("facts", "P.title", "Los Cocos II")
    justify(explained, WARNING, "Still the name.")
    assert justification_of(explained.snapshot, WARNING).reason == "Still the name."
    assert len(explained.read.rows("R.justifications")) == 1
    assert justification_of(explained.snapshot, WARNING).by == ""


def test_an_error_cannot_be_explained_away(project):
    error = Problem(**{**vars(WARNING), "severity": Severity.ERROR})
    with pytest.raises(UserError, match="is an error"):
        justify(project, error, "Because.")


def test_a_reason_is_needed(project):
    with pytest.raises(UserError, match="needs its reason"):
        justify(project, WARNING, "  ")
    assert project.read.rows("R.justifications") == ()
