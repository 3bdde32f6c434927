"""The words beside the fields of the joint implementation forms fit the field they stand beside."""

import re

import pytest

from forms.catalogue import form
from tests.scenario import Scenario

FORMS = [("ji_pdd", "01"), ("ji_ssc_pdd", "01.1"), ("ji_ssc_bundle", "01.1"), ("ji_lulucf_pdd", "01"),
         ("ji_poa_dd", "01")]  # fmt: skip
CITED = re.compile(r"JI \w+(?: \w+)? form version [\d.]+, (?:section )?(Annex \d|[A-G](?:\.\d+)*)")
NAMED = re.compile(r"\b[A-G]\.\d+(?:\.\d+)*")


@pytest.fixture(params=FORMS, ids=lambda made: made[0])
def ji(request):
    return form(*request.param)


def words(ji):
    for section in ji.sections:
        yield section.id, section.id, section
    for path, asked in ji.fields.items():
        yield ji.section_of_field[path].id, path, asked


def test_a_source_cites_the_part_of_the_form_that_it_stands_beside(ji):
    wrong = [
        (path, found[1])
        for section, path, asked in words(ji)
        if (found := CITED.search(asked.source)) and not f"{found[1].replace(' ', '')}.".startswith(f"{section}.")
    ]
    assert not wrong


def test_help_names_only_parts_that_the_form_has(ji):
    ids = {section.id for section in ji.sections}
    unknown = [
        (path, name)
        for _, path, asked in words(ji)
        for name in NAMED.findall(" ".join((asked.help, asked.faults)))
        if name not in ids
    ]
    assert not unknown


def test_what_is_typed_has_an_example(ji):
    typed = {"prose", "text", "number", "date", "table"}
    bare = [
        path
        for path, asked in ji.fields.items()
        if asked.type in typed and not asked.calculate and not asked.home and not asked.example
    ]
    assert not bare


def test_the_example_of_an_equation_sums_over_a_set_that_it_names():
    column = next(item for item in form("specific_approach", "1").fields["X.equations"].columns
                  if item.key == "expression")  # fmt: skip
    letters = re.findall(r"for (\w+) in (\w+)", column.help)
    assert letters
    assert all(letter == members for letter, members in letters)


def test_the_scope_of_land_use_is_number_fourteen():
    assert form("ji_lulucf_pdd", "01").fields["A.1.scopes"].example.startswith("14 ")


def test_an_option_that_nobody_has_chosen_yet_is_not_said_to_be_unused():
    scenario = Scenario("ji_pdd", "01")
    state = scenario.project.read.state("ji_pdd", "D.1.1.1.data")
    assert state.reason == "Left blank on purpose: option 1 is not chosen in D.1."
