"""Contracts over every form that ships."""

import pytest

from forms.catalogue import facts_form, form, form_versions, forms
from forms.definition import build_form, section_from
from forms.errors import DefinitionError, UserError
from forms.expressions import expression

EVERY_FORM = [facts_form(), form("specific_approach", "1"), *forms()]


@pytest.fixture(params=EVERY_FORM, ids=lambda made: f"{made.id}-{made.version}")
def shipped(request):
    return request.param


def test_both_forms_of_the_main_job_ship():
    assert {("cdm_pdd", "12.0"), ("ji_ssc_pdd", "01.1")} <= set(form_versions())


def test_every_field_has_help_label_and_source(shipped):
    bare = [path for path, asked in shipped.fields.items() if not (asked.help and asked.label)]
    assert not bare


def test_every_column_has_a_label_and_help(shipped):
    bare = [
        f"{path}.{column.key}"
        for path, asked in shipped.fields.items()
        for column in asked.columns
        if not (column.label and column.help)
    ]
    assert not bare


@pytest.mark.parametrize("shipped", forms(), ids=lambda made: f"{made.id}-{made.version}")
def test_paths_stand_under_their_section(shipped):
    lost = [path for path in shipped.fields if not path.startswith(f"{shipped.section_of_field[path].id}.")]
    assert not lost


def test_parents_of_sections_are_sections(shipped):
    ids = {section.id for section in shipped.sections}
    lost = [name for name in ids if "." in name and name.rpartition(".")[0] not in ids]
    assert not lost


def test_expressions_name_fields_that_exist(shipped):
    known = {*facts_form().fields, *shipped.fields}
    for path, asked in shipped.fields.items():
        for condition in (asked.required, asked.relevant, asked.readonly, asked.constraint, asked.calculate):
            if condition and condition != "true":
                unknown = {name for name in expression(condition).paths if not _is_known(name, known)}
                assert not unknown, f"{path}: {unknown}"


def _is_known(name, known):
    return name in known or name.rpartition(".")[0] in known or name.startswith("calculation.")


def test_choices_have_codes_that_differ(shipped):
    for path, asked in shipped.fields.items():
        for choices in (asked.choices, *(column.choices for column in asked.columns)):
            codes = [choice.code for choice in choices]
            assert len(codes) == len(set(codes)), path


def test_generated_contents_are_known(shipped):
    from forms.views import generators

    wanted = {asked.content for asked in shipped.fields.values() if asked.type == "generated"}
    assert wanted <= set(generators())


def test_references_lead_to_tables(shipped):
    for path, asked in shipped.fields.items():
        for refers in [asked.refers, *(column.refers for column in asked.columns)]:
            home = facts_form() if refers.startswith("P.") else shipped
            assert not refers or home.fields[refers].type == "table", path


def test_an_unknown_form_is_named_with_those_that_ship():
    with pytest.raises(UserError, match=r"cdm_pdd:12\.0"):
        form("cdm_pdd", "99")


@pytest.mark.parametrize(
    "section",
    [
        {"id": "A", "title": "t", "colour": "red"},
        {"id": "A", "title": "t", "field": [{"path": "A.x", "label": "x", "type": "colour"}]},
        {"id": "A", "title": "t", "field": [{"path": "A.x", "label": "x", "type": "text", "evidence": "sure"}]},
        {"id": "A", "title": "t", "field": [{"path": "A.x", "label": "x", "type": "text", "relevant": "open('x')"}]},
        {"id": "A", "title": "t", "field": [{"label": "x", "type": "text"}]},
    ],
)
def test_a_definition_that_contradicts_itself_is_refused(section):
    with pytest.raises(DefinitionError):
        section_from(section, "A.toml")


def test_a_path_that_stands_twice_is_refused():
    field = {"path": "A.x", "label": "x", "type": "text"}
    section = section_from({"id": "A", "title": "t", "field": [field, field]}, "A.toml")
    with pytest.raises(DefinitionError, match="twice"):
        build_form({"id": "f", "version": "1", "title": "t"}, [section], "f")
