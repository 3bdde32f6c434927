"""The checklist of the reviewer: questions by standard, linked to fields, filled by what the check knows."""

import pytest

from forms.catalogue import facts_form, forms
from forms.checklists import STANDARDS, checklist, items, judge, standard_of
from forms.errors import UserError
from forms.problems import Problem, Severity
from forms.project import Project
from forms.rules import all_rules

ERROR = Problem("LSC-01", Severity.ERROR, "cdm_pdd", "E.2.comments[r1].comment", "No answer.", "Answer it.", "37(b)")


def line_of(project, item_id, problems=()):
    return next(line for line in checklist(project.snapshot, problems) if line.item.id == item_id)


def test_each_mechanism_has_its_standard():
    assert standard_of(Project.new("cdm_pdd", "12.0").snapshot) == "validation"
    assert standard_of(Project.new("ji_ssc_pdd", "01.1").snapshot) == "determination"


@pytest.mark.parametrize("standard", STANDARDS)
def test_every_question_leads_to_fields_and_rules_that_exist(standard):
    paths = {path for form in (facts_form(), *forms()) for path in form.fields}
    themes = {rule.theme for rule in all_rules()}
    ids = [item.id for item in items(standard)]
    assert len(set(ids)) == len(ids)
    for item in items(standard):
        assert set(item.places) <= paths, item.id
        assert set(item.themes) <= themes, item.id
        assert item.source
        assert item.places


@pytest.mark.parametrize(
    "version", [("cdm_pdd", "12.0"), ("cdm_ssc_pdd", "03"), ("ji_pdd", "01"), ("ji_ssc_pdd", "01.1")]
)
def test_every_question_can_be_answered_somewhere_in_each_form(version):
    project = Project.new(*version)
    assert all(line.places for line in checklist(project.snapshot, ()))


def test_the_requirements_of_paragraph_37_are_all_asked():
    assert {"37a", "37b", "37c", "37d", "37e", "37f", "37g"} <= {item.id for item in items("validation")}


def test_what_the_check_found_stands_at_the_question(project):
    assert line_of(project, "37b", [ERROR]).problems == (ERROR,)
    assert line_of(project, "37b", [ERROR]).known == "1 error, 0 of less weight"
    assert line_of(project, "37c", [ERROR]).problems == ()


def test_a_problem_at_a_place_counts_whatever_rule_found_it(project):
    problem = Problem(**{**vars(ERROR), "rule": "FRM-03", "path": "D.1.analysis"})
    assert line_of(project, "37c", [problem]).problems == (problem,)


def test_what_is_answered_is_known(project):
    assert line_of(project, "37c").known == "nothing answered"
    project.type_in("cdm_pdd", "D.1.analysis", "Birds were counted.")
    assert line_of(project, "37c").answered == (("cdm_pdd", "D.1.analysis"),)


def test_the_reviewer_judges_and_may_judge_again(project):
    assert line_of(project, "37c").mark is None
    judge(project, "37c", "not_met", "No study of birds.", by="Vera")
    judge(project, "37c", "met", "Study seen.")
    line = line_of(project, "37c")
    assert (line.mark, line.comment, len(project.read.rows("R.checklist"))) == ("met", "Study seen.", 1)
    project.undo()
    assert line_of(project, "37c").comment == "No study of birds."


def test_a_question_of_another_standard_is_refused(project):
    with pytest.raises(UserError, match="no question 'leakage'"):
        judge(project, "leakage", "met")
