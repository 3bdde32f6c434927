"""A table of values with gaps is one problem that counts them and names the first, not one for each cell."""

from __future__ import annotations

import pytest

from forms.project import Project
from forms.rules import Checker

UNITS = [f"unit {number}" for number in range(1, 41)]


@pytest.fixture
def grid():
    """TOOL07 for 40 power units in three years, of which nothing but the names is filled in."""
    project = Project.new("cdm_pdd", "12.0")
    key = project.add_row("facts", "P.methodologies")
    project.type_in("facts", f"P.methodologies[{key}].code", "TOOL07")
    project.type_in("facts", f"P.methodologies[{key}].version", "07.0")
    document = f"inputs_{key}"
    for set_id, names in (("m", UNITS), ("t", ("2017", "2018", "2019"))):
        for name in names:
            row = project.add_row(document, f"I.sets.{set_id}")
            project.type_in(document, f"I.sets.{set_id}[{row}].name", name)
    return project, document


def problems(project, rule, field):
    found = Checker().check(project.snapshot).problems
    return [problem for problem in found if problem.rule == rule and problem.path.startswith(field)]


def test_values_that_the_calculation_lacks_are_counted(grid):
    project, _ = grid
    (problem,) = problems(project, "CAL-00", "I.EG.value")
    assert problem.message.startswith("120 values of EG are missing: [unit 1, 2017], [unit 2, 2017], [unit 3, 2017]")
    assert "and 117 more" in problem.message


def test_cells_that_the_form_asks_for_are_counted(grid):
    project, _ = grid
    (problem,) = problems(project, "FRM-03", "I.EG.value")
    assert "in 120 of 120 cells: [unit 1, 2017], [unit 1, 2018], [unit 1, 2019] and 117 more" in problem.message


def test_problem_stands_at_the_first_gap(grid):
    project, document = grid
    units, years = project.read.rows("I.sets.m", document), project.read.rows("I.sets.t", document)
    project.type_in(document, f"I.EG.value[{units[0]},{years[0]}]", "1000")
    (problem,) = problems(project, "CAL-00", "I.EG.value")
    assert problem.path == f"I.EG.value[{units[1]},{years[0]}]"
    assert problem.message.startswith("119 values of EG are missing: [unit 2, 2017]")


def test_single_gap_is_named_as_a_single_value(grid):
    project, document = grid
    cells = [
        f"I.EG.value[{unit},{year}]"
        for unit in project.read.rows("I.sets.m", document)
        for year in project.read.rows("I.sets.t", document)
    ]
    for cell in cells[:-1]:
        project.type_in(document, cell, "1000")
    (problem,) = problems(project, "CAL-00", "I.EG.value")
    assert problem.path == cells[-1]
    assert "values" not in problem.message
