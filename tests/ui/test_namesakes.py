"""Two components with the same methodology have the same symbols: the working shown is that of the right one."""

from __future__ import annotations

import pytest

from desktop.figures import explained
from desktop.samples import content
from forms.errors import UserError
from forms.project import Project
from ui.panels.working import WorkingPanel

SHARED = ("ER", ("2013",))
NAME = "ER[2013]"
ROLES = ("Wind farm", "Extension")


@pytest.fixture
def project():
    """Los Cocos, and an extension of it by the same methodology that exports half as much."""
    made = Project(content("los_cocos").snapshot)
    made.type_in("facts", "P.methodologies[m1].role", ROLES[0])
    key = made.add_row("facts", "P.methodologies")
    for column, text in (("code", "ACM0002"), ("version", "20.0"), ("role", ROLES[1])):
        made.type_in("facts", f"P.methodologies[{key}].{column}", text)
    made.put_all(f"inputs_{key}", made.snapshot.of("inputs_m1"), "Sample")
    made.type_in(f"inputs_{key}", "I.EG_facility.value", "37100.0")
    return made


@pytest.fixture
def keys(project):
    return list(project.snapshot.results.calculations)


@pytest.mark.parametrize("component", [0, 1])
def test_the_working_is_that_of_the_component_whose_inputs_are_shown(qtbot, project, keys, component):
    panel = WorkingPanel()
    qtbot.addWidget(panel)
    panel.show_snapshot(project.snapshot)
    panel.explain(NAME, f"inputs_{keys[component]}")
    assert panel._entries[panel.figure.currentIndex()] == (keys[component], *SHARED)
    assert ROLES[component] in panel.figure.currentText()
    assert ROLES[1 - component] in panel.namesakes.text().partition("too by")[2]


def test_the_command_line_lists_the_choices(project, keys):
    with pytest.raises(UserError) as refused:
        explained(project.snapshot.results.calculations, NAME)
    assert all(key in refused.value.remedy for key in keys)


def test_the_two_have_different_figures(project, keys):
    calculations = project.snapshot.results.calculations
    first, second = (calculations[key].explain(*SHARED).value for key in keys)
    assert first != second


def test_the_command_line_explains_that_of_the_row_named(project, keys):
    calculations = project.snapshot.results.calculations
    for key in keys:
        assert explained(calculations, NAME, key).value == calculations[key].value(*SHARED)


def test_a_methodology_that_is_not_applied_is_refused(project):
    with pytest.raises(UserError, match=r"No methodology called 'AMS-I\.D'"):
        explained(project.snapshot.results.calculations, NAME, "AMS-I.D")
