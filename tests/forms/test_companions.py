"""Documents beside the design document: a row of the facts adds one, and it answers for itself alone."""

from decimal import Decimal

import pytest

from desktop.samples import content
from forms.catalogue import companion_forms, design_forms
from forms.document import companion_document, inputs_document
from forms.errors import UserError
from forms.exchange import Content, export_project, import_project
from forms.merge import merge
from forms.problems import Severity
from forms.project import Project, orphans
from forms.removed_documents import bring_back, removed_documents
from forms.views.double_counting import set_aside
from tests.scenario import Scenario

NOTICE = "prior_consideration:1"


def with_companion(form, project=None):
    """A project with one more document; gives the project and the id of that document."""
    project = project or Project.new("cdm_pdd", "12.0")
    row = project.add_row("facts", "P.documents")
    project.type_in("facts", f"P.documents[{row}].form", form)
    return project, companion_document(row)


def wind_farm_in_the_union(**answers):
    """The Lithuanian sample with its set-aside table, and the reader of that table."""
    project, document = with_companion("eu_double_counting:1", Project(content("sudenai").snapshot))
    for path, words in answers.items():
        project.type_in(document, f"A.{path}", words)
    return project.read.about(document)


def test_a_row_of_the_facts_adds_a_document():
    project, document = with_companion(NOTICE)
    assert project.snapshot.documents[document].form.id == "prior_consideration"
    assert project.snapshot.main == "cdm_pdd"


def test_a_companion_shows_the_facts_of_the_project():
    project, document = with_companion(NOTICE)
    project.type_in(document, "A.title", "Los Cocos Wind Farm Project")
    assert project.read.value("P.title") == "Los Cocos Wind Farm Project"


def test_undo_takes_the_document_away_and_keeps_nothing():
    project, _ = with_companion(NOTICE)
    while project.undo():
        pass
    assert not project.snapshot.companions


def test_answers_of_a_document_that_was_removed_are_kept_aside():
    project, document = with_companion(NOTICE)
    project.type_in(document, "A.description", "Wind turbines.")
    project.remove_row("facts", "P.documents", document.removeprefix("doc_"))
    assert orphans(project.snapshot) == {document: ("A.description",)}


def test_a_document_that_was_removed_comes_back_with_its_answers():
    project, document = with_companion(NOTICE)
    row = document.removeprefix("doc_")
    project.type_in("facts", f"P.documents[{row}].note", "The first one")
    project.type_in(document, "A.description", "Wind turbines.")
    before = project.snapshot
    project.remove_row("facts", "P.documents", row)
    [removed] = removed_documents(project)
    assert (removed.form.id, removed.answers) == ("prior_consideration", 1)
    bring_back(project, removed)
    assert project.snapshot.answers == before.answers
    assert removed_documents(project) == ()


def test_it_comes_back_from_a_file_whose_history_is_gone():
    """An archive holds no history: the answers themselves say which forms they can belong to."""
    project, document = with_companion(NOTICE)
    project.type_in(document, "A.description", "Wind turbines.")
    project.remove_row("facts", "P.documents", document.removeprefix("doc_"))
    again = Project(import_project(export_project(Content(project.snapshot))).snapshot)
    bring_back(again, next(found for found in removed_documents(again) if found.form.id == "prior_consideration"))
    assert again.snapshot.documents[document].form.id == "prior_consideration"


def test_bringing_back_is_one_step_and_is_not_done_twice():
    project, document = with_companion(NOTICE)
    project.type_in(document, "A.description", "Wind turbines.")
    project.remove_row("facts", "P.documents", document.removeprefix("doc_"))
    [removed] = removed_documents(project)
    bring_back(project, removed)
    with pytest.raises(UserError, match="is in the project"):
        bring_back(project, removed)
    project.undo()
    assert removed_documents(project) == (removed,)


def test_a_design_document_is_no_companion():
    project, _ = with_companion(NOTICE)
    choices = {choice.code for choice in project.read.asked("facts", "P.documents[x].form").choices}
    assert choices == {f"{form.id}:{form.version}" for form in companion_forms()}
    assert not {form.id for form in design_forms()} & {form.id for form in companion_forms()}


def test_the_archive_carries_companions_out_and_in():
    project, document = with_companion(NOTICE)
    project.type_in(document, "A.description", "Wind turbines.")
    archive = export_project(Content(project.snapshot))
    again = import_project(archive)
    assert again.snapshot.documents[document].answers == project.snapshot.of(document)
    assert export_project(again) == archive


def test_two_people_may_add_a_document_each():
    base = Project.new("cdm_pdd", "12.0").snapshot
    mine, my_notice = with_companion(NOTICE, Project(base))
    theirs, their_letter = with_companion("approval_request:1", Project(base))
    merged = merge(base, mine.snapshot, theirs.snapshot)
    assert {*merged.snapshot.companions} == {my_notice, their_letter}
    assert not merged.conflicts


def test_a_companion_for_the_host_holds_up_the_host_alone():
    scenario = Scenario()
    _, document = with_companion("approval_request:1", scenario.project)
    found = {
        recipient: {
            problem.severity
            for problem in scenario.checked(recipient=recipient, stage="host_approval").problems
            if problem.document == document
        }
        for recipient in ("host", "eb")
    }
    assert found == {"host": {Severity.ERROR}, "eb": {Severity.WARNING}}


def test_inputs_of_methodologies_are_documents_as_before():
    snapshot = content("los_cocos").snapshot
    assert {inputs_document(key) for key in snapshot.methodologies} <= {*snapshot.documents}


def test_indirect_reductions_of_a_wind_farm_are_set_aside_in_full():
    """Decision 2006/780/EC, annex I: II x III x V. Sudenai prints 6,078 t for 2008 and 18,233 t a year after."""
    read = wind_farm_in_the_union(share_issued="100", kind="indirect", share_trading="100")
    assert set_aside(read) == {2008: 6078, 2009: 18233, 2010: 18233, 2011: 18233, 2012: 18233}


def test_a_share_kept_by_the_host_and_a_share_of_the_scheme_multiply():
    """Ninety per cent issued, half of the baseline under the scheme: 18,233 x 0.9 x 0.5 = 8,204.85, cut to 8,204."""
    read = wind_farm_in_the_union(share_issued="90", kind="indirect", share_trading="50")
    assert set_aside(read)[2009] == 8204


def test_nothing_is_set_aside_where_no_installation_is_touched():
    read = wind_farm_in_the_union(share_issued="100", kind="none")
    assert set(set_aside(read).values()) == {0}


@pytest.mark.parametrize("missing", ["share_issued", "share_trading"])
def test_a_missing_share_is_not_zero(missing):
    answers = {"share_issued": "100", "kind": "indirect", "share_trading": "80"}
    answers.pop(missing)
    assert set_aside(wind_farm_in_the_union(**answers)) is None


def test_a_companion_prints_the_calculated_figures():
    project, document = with_companion("registration_request:1", Project(content("los_cocos").snapshot))
    assert project.read.value("B.annual_average", document) == Decimal(54183)
    assert project.read.value("B.total", document) == Decimal(379281)
