"""A document carried from one form version to a later one keeps every answer, or says which found no place."""

import pytest

from forms import fieldtypes
from forms.answers import Answer
from forms.blocks import Paragraph, text_run
from forms.catalogue import form, form_versions
from forms.document import Reader
from forms.errors import UserError
from forms.exchange import Content, export_project, import_project
from forms.fieldpath import cell_path
from forms.project import Project, orphans
from forms.rules import check
from forms.upgrade import migrations, targets, upgrade
from tests.scenario import Scenario

EVERY_MIGRATION = [
    pytest.param(form(*after), migration, id=f"{migration.form}-{migration.version}-to-{after[0]}-{after[1]}")
    for after in form_versions()
    for migration in migrations(*after)
]
CDM_PDD_12 = ("cdm_pdd", "12.0")
TYPED = {"number": "12.5", "date": "2007-03-01", "duration": "2 years", "yes_no": "yes"}


def words(text):
    return Answer((Paragraph(text_run(text)),))


def filled(form_id, version):
    """A project with an answer in every field, and two rows in every table, of its form."""
    project = Project.new(form_id, version)
    document = project.snapshot.main
    for path, asked in project.read.form(document).fields.items():
        if asked.home or asked.calculate or asked.type == "generated":
            continue
        if asked.type != "table":
            project.put(document, path, sample_answer(asked, path))
            continue
        for _ in range(2):
            key = project.add_row(document, path)
            for column in asked.columns:
                project.put(document, cell_path(path, key, column.key), sample_answer(column, path))
    return project.snapshot


def sample_answer(asked, path):
    if asked.type == "prose":
        return words(f"Written at {path}.")
    if asked.type == "choice":
        return Answer(asked.choices[0].code)
    return Answer(fieldtypes.parse(TYPED.get(asked.type, "r1"), asked))


@pytest.fixture
def project_of_2006():
    scenario = Scenario("cdm_pdd", "03")
    scenario.given("P.title", "Los Cocos Wind Farm").given_parties(host="DO")
    scenario.given("A.2.purpose", "Wind replaces fuel oil.").given("B.8.date", "2007-03-01")
    scenario.given("B.7.2.sampling", "One meter in ten is read.")
    scenario.given_row("E.2.comments", group="Fishermen", comment="Will the noise reach the village?")
    scenario.given_row("E.3.responses", comment=scenario.last_row, response="The road was moved.", changed="yes")
    return scenario.project.snapshot


@pytest.mark.parametrize(("after", "migration"), EVERY_MIGRATION)
def test_every_place_of_the_version_before_is_accounted_for(after, migration):
    before = form(migration.form, migration.version)
    named = {*migration.renamed, *migration.removed, *migration.split}
    lost = [path for path in before.fields if path not in named and path not in after.fields]
    lost += [
        f"{path}[].{column.key}"
        for path, asked in before.fields.items()
        if path not in migration.removed
        for column in asked.columns
        if f"{path}[].{column.key}" not in named and not after.fields[migration.place_of(path)].column(column.key)
    ]
    assert not lost


@pytest.mark.parametrize(("after", "migration"), EVERY_MIGRATION)
def test_a_migration_names_only_places_that_exist(after, migration):
    before = form(migration.form, migration.version)
    old = {*migration.renamed, *migration.removed, *migration.split}
    new = {*migration.renamed.values(), *migration.new}.union(*migration.split.values())
    assert not {path.partition("[")[0] for path in old} - set(before.fields)
    assert not {path.partition("[")[0] for path in new} - set(after.fields)
    assert all(migration.removed.values())


@pytest.mark.parametrize(("after", "migration"), EVERY_MIGRATION)
def test_a_place_goes_to_one_that_asks_for_the_same(after, migration):
    before = form(migration.form, migration.version)
    for path, asked in before.fields.items():
        new = after.fields.get(migration.place_of(path))
        assert new is None or (asked.type, asked.unit, asked.home) == (new.type, new.unit, new.home), path


@pytest.mark.parametrize(("after", "migration"), EVERY_MIGRATION)
def test_places_that_are_new_are_listed(after, migration):
    before = form(migration.form, migration.version)
    reached = {migration.place_of(path) for path in before.fields}
    reached |= {place for places in migration.split.values() for place in places}
    assert set(migration.new) == set(after.fields) - reached


@pytest.mark.parametrize(("after", "migration"), EVERY_MIGRATION)
def test_every_answer_of_a_full_document_is_placed_or_reported(after, migration):
    before = filled(migration.form, migration.version)
    made = upgrade(before, after.id, after.version)
    accounted = sorted([placed.old for placed in made.placed] + [lost.path for lost in made.without_place])
    assert accounted == sorted(before.of(before.main))
    assert {lost.path.partition("[")[0] for lost in made.without_place} <= set(migration.removed)
    for placed in made.placed:
        assert made.snapshot.of(after.id)[placed.new] == before.of(before.main)[placed.old]


def test_an_answer_goes_where_the_form_of_today_asks_for_it(project_of_2006):
    made = upgrade(project_of_2006, *CDM_PDD_12)
    assert made.snapshot.heads["cdm_pdd"] == CDM_PDD_12
    assert Reader(made.snapshot).text("A.1.purpose") == "Wind replaces fuel oil."


def test_facts_keep_their_one_home(project_of_2006):
    made = upgrade(project_of_2006, *CDM_PDD_12)
    assert made.snapshot.of("facts") == project_of_2006.of("facts")
    assert Reader(made.snapshot).text("cover.title", "cdm_pdd") == "Los Cocos Wind Farm"


def test_rows_and_what_refers_to_them_stay_together(project_of_2006):
    read = Reader(upgrade(project_of_2006, *CDM_PDD_12).snapshot)
    (comment,) = read.rows("E.2.comments")
    (response,) = read.rows("E.3.responses")
    assert read.cell("E.3.responses", response, "comment") == comment
    assert read.text(f"E.2.comments[{comment}].group") == "Fishermen"


def test_an_answer_without_a_place_is_reported_with_its_words_and_kept(project_of_2006):
    made = upgrade(project_of_2006, *CDM_PDD_12)
    (lost,) = made.without_place
    assert (lost.path, lost.text) == ("B.8.date", "01/03/2007")
    assert "appendix 1" in lost.reason
    assert orphans(made.snapshot) == {made.kept_in: ("B.8.date",)}


def test_what_is_kept_survives_export_and_import(project_of_2006):
    made = upgrade(project_of_2006, *CDM_PDD_12)
    again = import_project(export_project(Content(made.snapshot))).snapshot
    assert again.of(made.kept_in) == made.snapshot.of(made.kept_in)


def test_a_narrative_that_is_divided_today_says_where_to_look(project_of_2006):
    made = upgrade(project_of_2006, *CDM_PDD_12)
    (divided,) = (placed for placed in made.placed if placed.look_at)
    assert (divided.old, divided.new) == ("B.7.2.sampling", "B.7.2.objective")
    assert "B.7.2.population" in divided.look_at


def test_what_is_left_blank_on_purpose_stays_so(project_of_2006):
    reason = Answer(blank_reason="The plant is new.")
    before = project_of_2006.with_changes({"cdm_pdd": {"A.2.situation_before": reason}})
    assert upgrade(before, *CDM_PDD_12).snapshot.of("cdm_pdd")["A.1.situation_before"] == reason


def test_an_answer_that_had_no_place_before_is_not_lost_now(project_of_2006):
    before = project_of_2006.with_changes({"cdm_pdd": {"Z.9.gone": Answer("old words")}})
    made = upgrade(before, *CDM_PDD_12)
    assert made.snapshot.of(made.kept_in).value("Z.9.gone") == "old words"


def test_a_barrier_of_a_kind_that_today_does_not_know_is_reported():
    scenario = Scenario("cdm_ssc_pdd", "03").given_row("B.5.barriers", kind="finance", claim="No bank lends.")
    made = upgrade(scenario.project.snapshot, *CDM_PDD_12)
    assert [(lost.label, lost.text) for lost in made.without_place] == [("Type", "Access to finance")]
    assert Reader(made.snapshot).text(f"B.5.barriers[{scenario.last_row}].claim") == "No bank lends."


def test_the_project_that_was_carried_over_is_not_changed(project_of_2006):
    answers = dict(project_of_2006.of("cdm_pdd"))
    upgrade(project_of_2006, *CDM_PDD_12)
    assert project_of_2006.heads["cdm_pdd"] == ("cdm_pdd", "03")
    assert dict(project_of_2006.of("cdm_pdd")) == answers


def test_the_check_runs_on_the_form_of_today(project_of_2006):
    found = check(upgrade(project_of_2006, *CDM_PDD_12).snapshot)
    assert "F.status" in {problem.path for problem in found.problems}


def test_a_small_project_of_2006_can_go_to_the_one_form_of_today():
    assert targets(Project.new("cdm_ssc_pdd", "03").snapshot) == (CDM_PDD_12,)


def test_a_project_is_never_carried_between_forms_of_different_mechanisms():
    with pytest.raises(UserError, match=r"cannot be carried to cdm_pdd:12\.0"):
        upgrade(Project.new("ji_pdd", "01").snapshot, *CDM_PDD_12)
