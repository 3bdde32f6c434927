"""An approach of a project's own that is broken: one problem where it is mended, not one for every year."""

from __future__ import annotations

from tests.forms.rules.projects import approach


def test_division_by_zero_in_every_year_is_one_problem_at_the_equation():
    scenario = approach({"BE[y]": "M / k"}, length="7 years", M="10 tCO2e", k="0 1")
    (problem,) = scenario.problems("CAL-10")
    assert problem.path.startswith("X.equations[")
    assert problem.path.endswith(".expression")
    assert "and 6 more" in problem.message


def test_equation_that_cannot_be_read_is_one_problem_at_the_equation():
    scenario = approach({"BE[y]": "2 * ("}, length="7 years", M="10 tCO2e")
    (problem,) = scenario.problems("JI-M04")
    assert problem.path.endswith(".expression")
    assert scenario.problems("CAL-10") == ()
