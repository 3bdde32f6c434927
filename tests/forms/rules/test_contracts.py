"""What holds for every rule and for every problem, whichever rule found it."""

import datetime as dt
import inspect
import re
from dataclasses import replace

import pytest

from forms.catalogue import form_versions
from forms.errors import UserError
from forms.fieldpath import parse
from forms.periods import InForce
from forms.problems import Severity
from forms.rules import RECIPIENTS, STAGES, Occasion, all_rules, check
from tests.forms.rules.projects import cdm, ji, sample, wind_farm
from tests.forms.rules.test_scenarios import ROWS, name
from tests.scenario import Scenario

RULES = all_rules()
BLANK = {"cdm": cdm, "ji": ji}
every_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)


@every_rule
def test_a_rule_says_what_it_asks_and_where_that_is_written(rule):
    assert re.fullmatch(r"[A-Z]{2,3}-[A-Z]?\d\d", rule.id)
    assert re.fullmatch(r"[A-Z].*[^.]\.", rule.title)
    assert rule.source.strip()
    assert rule.evidence in {"found", "partial", "unverified"}
    assert rule.mechanism in {"any", "cdm", "ji"}
    assert rule.recipients
    assert set(rule.recipients) <= set(RECIPIENTS)
    assert rule.binding
    assert set(rule.binding) <= set(STAGES)


@every_rule
def test_what_was_not_found_in_the_source_is_never_an_error(rule):
    severities = {rule.severity_at(stage) for stage in STAGES}
    assert rule.evidence == "found" or Severity.ERROR not in severities


@every_rule
def test_an_error_is_a_warning_until_the_stage_at_which_it_binds(rule):
    binding = {stage for stage in STAGES if rule.severity_at(stage) is Severity.ERROR}
    is_error = rule.severity is Severity.ERROR and rule.evidence == "found"
    assert binding == (set(rule.binding) if is_error else set())
    assert {rule.severity_at(stage) for stage in STAGES} <= {rule.severity, Severity.WARNING}


@every_rule
def test_a_rule_that_binds_at_a_stage_binds_at_all_that_follow(rule):
    first = STAGES.index(rule.binding[0])
    assert rule.binding == STAGES[first:]


def test_rules_are_told_apart_by_id_and_by_name():
    assert len({rule.id for rule in RULES}) == len(RULES)
    assert len({rule.check.__name__ for rule in RULES}) == len(RULES)


@every_rule
def test_the_title_is_one_line_of_the_rule(rule):
    assert inspect.getdoc(rule.check) == rule.title


@pytest.mark.parametrize("row", [row for row in ROWS if not row.passes], ids=name)
def test_every_problem_can_be_gone_to_and_mended(row):
    scenario = row.build()
    can_be_gone_to_and_mended(scenario.project.read, scenario.checked(**row.occasion).problems)


@pytest.mark.parametrize(("form_id", "version"), form_versions())
def test_a_blank_project_of_every_form_can_be_checked(form_id, version):
    scenario = Scenario(form_id, version)
    can_be_gone_to_and_mended(scenario.project.read, scenario.checked().problems)


def can_be_gone_to_and_mended(read, problems) -> None:
    for problem in problems:
        asked = read.asked(problem.document, problem.path)
        assert asked is not None, (problem.rule, problem.document, problem.path)
        assert is_there(read, problem), (problem.rule, problem.path)
        assert problem.message.strip().endswith((".", "?", "!")), (problem.rule, problem.message)
        assert problem.remedy.strip().endswith("."), (problem.rule, problem.remedy)
        assert "  " not in problem.message, (problem.rule, problem.message)


def is_there(read, problem) -> bool:
    """The row of a cell exists; that of a matrix is one of its members."""
    place = parse(problem.path)
    field = read.field(problem.document, problem.path)
    return not place.row or bool(field.indices) or place.row in read.rows(field.path, problem.document)


@pytest.mark.parametrize("mechanism", BLANK)
def test_a_project_is_checked_by_the_rules_of_its_mechanism(mechanism):
    found = BLANK[mechanism]().checked()
    assert {rule.mechanism for rule in found.rules} == {"any", mechanism}


@pytest.mark.parametrize("recipient", RECIPIENTS)
def test_a_rule_of_another_recipient_is_not_run(recipient):
    run = {rule.id for rule in cdm().checked(recipient=recipient).rules}
    assert ("LEG-01" in run) == (recipient == "eb")


def test_a_rule_out_of_force_is_not_run():
    ended = replace(RULES[0], mechanism="any", in_force=InForce(None, dt.date(2012, 12, 31)))
    assert Occasion("", "draft", dt.date(2012, 12, 31), "cdm").applies(ended)
    assert not Occasion("", "draft", dt.date(2013, 1, 1), "cdm").applies(ended)


@pytest.mark.parametrize("wrong", [{"recipient": "unfccc"}, {"stage": "monitoring"}])
def test_an_unknown_recipient_or_stage_is_refused(wrong):
    with pytest.raises(UserError) as refused:
        cdm().checked(**wrong)
    assert refused.value.remedy


def test_what_is_said_to_the_check_stands_in_for_what_the_project_says():
    project = cdm(stage="draft", recipient="host", prepared_for="2012-01-01")
    assert project.checked(stage="registration", recipient="eb", on="2020-01-01").problems == (
        cdm(stage="registration", recipient="eb", prepared_for="2020-01-01").checked().problems
    )


def test_a_check_leaves_the_project_as_it_was():
    project = cdm(stage="draft").project
    before = project.snapshot
    check(before, "eb", "registration")
    assert project.snapshot is before
    assert project.read.text("P.stage") == "Draft"


def test_the_gravest_problems_come_first():
    problems = wind_farm(EG_facility="-1").checked().problems
    ranks = [problem.severity.rank for problem in problems]
    assert ranks == sorted(ranks)
    assert len(set(ranks)) > 1


def test_problems_are_counted():
    found = cdm(capacity="0").checked()
    assert found.count(Severity.ERROR) == len(found.errors) > 0
    assert {problem.rule for problem in found.problems if problem.path == "P.capacity"} == {"VAL-01"}


@pytest.mark.parametrize("sample_id", ["los_cocos", "sudenai"])
def test_the_samples_have_no_errors(sample_id):
    assert sample(sample_id).checked().errors == ()
