"""The gate: every answer goes through it, and everything can be undone."""

from decimal import Decimal

import pytest

from forms.answers import Answer, Origin
from forms.errors import UserError
from forms.fieldpath import cell_path
from forms.project import Project, orphans
from tests.scenario import Scenario


@pytest.fixture
def project():
    return Project.new("cdm_pdd", "12.0")


def test_a_view_is_answered_in_its_one_home(project):
    project.type_in("cdm_pdd", "C.1.start_date", "2011-03-01")
    assert project.read.text("P.start_date") == "01/03/2011"
    assert len(project.snapshot.of("cdm_pdd")) == 0


def test_typing_in_one_field_is_one_step_until_focus_leaves(project):
    for words in ("W", "Wi", "Wind"):
        project.type_in("facts", "P.title", words, typing=True)
    project.settle()
    project.type_in("facts", "P.title", "Wind farm", typing=True)
    project.undo()
    assert project.read.text("P.title") == "Wind"
    project.undo()
    assert project.read.value("P.title") is None


def test_rows_are_added_moved_removed_and_come_back(project):
    first, second = project.add_row("facts", "P.sites"), project.add_row("facts", "P.sites")
    project.type_in("facts", cell_path("P.sites", first, "name"), "North")
    project.move_row("facts", "P.sites", second, 0)
    assert project.read.rows("P.sites") == (second, first)
    project.remove_row("facts", "P.sites", first)
    assert cell_path("P.sites", first, "name") not in project.snapshot.of("facts")
    project.undo()
    assert project.read.cell("P.sites", first, "name") == "North"


def test_one_group_is_one_step_and_an_error_takes_all_of_it_back(project):
    with project.edit("Paste"):
        project.type_in("facts", "P.title", "Wind")
        project.type_in("facts", "P.capacity", "14")
    assert len(project.history) == 1
    with pytest.raises(UserError):
        _paste(project, "Hydro", "many")
    assert project.read.text("P.title") == "Wind"


def _paste(project, title, capacity):
    with project.edit("Paste"):
        project.type_in("facts", "P.title", title)
        project.type_in("facts", "P.capacity", capacity)


def test_listeners_hear_what_changed_and_who_did_it(project):
    heard = []
    stop = project.listen(lambda edit, initiator: heard.append((edit.label, initiator)))
    project.type_in("facts", "P.title", "Wind", initiator="editor")
    stop()
    project.type_in("facts", "P.title", "Hydro")
    assert heard == [("Edit Title of the project", "editor")]


def test_blank_on_purpose_is_not_missing_and_not_a_value(project):
    project.blank("facts", "P.capacity", "no generating capacity is installed")
    answer = project.read.answer("facts", "P.capacity")
    assert (answer.value, answer.is_blank_on_purpose) == (None, True)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("P.start_date", "31/02/2010"),
        ("P.scale", "gigantic"),
        ("P.capacity", "ten"),
        ("P.capacity", "1.048"),
        ("P.lifetime", "long"),
        ("P.uses_public_funding", "perhaps"),
        ("P.nothing", "x"),
        ("P.sites[r1].name", "x"),
        ("P.crediting.end", "2012-12-31"),
    ],
)
def test_what_a_place_cannot_hold_is_refused_with_a_remedy(project, path, words):
    with pytest.raises(UserError) as refused:
        project.type_in("facts", path, words)
    assert refused.value.remedy
    assert len(project.history) == 0


def test_an_override_needs_its_reason(project):
    with pytest.raises(UserError, match="reason"):
        project.set("facts", "P.capacity", Decimal(14), origin=Origin.OVERRIDDEN)


def test_a_default_stands_until_something_is_typed(project):
    assert project.read.answer("facts", "P.rounding").origin is Origin.DEFAULT
    project.type_in("facts", "P.rounding", "nearest")
    assert project.read.answer("facts", "P.rounding") == Answer("nearest")


def test_the_end_of_the_crediting_period_is_calculated():
    scenario = Scenario().given("P.crediting.start", "2008-09-01").given("P.crediting.length", "4 years 4 months")
    assert scenario.project.read.text("P.crediting.end") == "31/12/2012"


def test_answers_without_a_place_are_named_not_dropped(project):
    changed = project.snapshot.with_changes({"cdm_pdd": {"Z.9.gone": Answer("old words")}})
    assert orphans(changed) == {"cdm_pdd": ("Z.9.gone",)}


def test_a_form_for_one_scale_says_so_in_the_facts():
    project = Project.new("cdm_ssc_pdd", "03")
    assert (project.read.value("P.mechanism"), project.read.value("P.scale")) == ("cdm", "small")


def test_a_number_keeps_the_digits_that_were_typed(project):
    project.type_in("facts", "P.capacity", "0.4")
    project.type_in("facts", "P.capacity", "0.40")
    assert project.read.text("P.capacity") == "0.40"


@pytest.mark.parametrize("words", ["1899-12-31", "9999-12-31"])
def test_a_year_beyond_reason_is_refused(project, words):
    with pytest.raises(UserError, match="1900"):
        project.type_in("facts", "P.crediting.start", words)


def test_a_unit_behind_a_number_is_converted_or_refused_never_dropped(project):
    project.type_in("facts", "P.capacity", "14000 kW")
    assert project.read.value("P.capacity") == 14
    with pytest.raises(UserError):
        project.type_in("facts", "P.capacity", "5 apples")
    with pytest.raises(UserError):
        project.type_in("facts", "P.capacity", "5 MWh")
