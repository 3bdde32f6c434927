"""Contracts over every form that ships."""

import re

import pytest

from forms.catalogue import facts_form, form, form_versions, forms
from forms.definition import build_form, section_from
from forms.errors import DefinitionError, UserError
from forms.expressions import expression
from forms.fieldtypes import parse

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


# Marks of our own house in words for the user: ids of checks, numbers of the secretariat's notes, code, commands,
# files, paths of fields, and headings shortened as in the files.
_OF_OUR_HOUSE = re.compile(
    r"\b[A-Z]{3}-\d\d\b|\b(?=[A-Z]*\d)[0-9A-Z]{15,16}\b|`|\b[a-z]+_[a-z_]+\b|\bcerulean [a-z]|(?<!\w)--[a-z]"
    r"|\.(?:toml|py|json|md)\b|\b(?:Annex|App)\d|\bP\.[a-z]|\b[A-Z](?:\.\d+)+\.[a-z]"
)
_WORDS = ("summary", "help", "faults", "example", "source", "unused", "constraint_message", "default_source")


def _words_of(shipped):
    yield "form", shipped.source
    for section in shipped.sections:
        for asked in (section, *section.fields):
            place = getattr(asked, "path", section.id)
            yield from ((f"{place} {name}", getattr(asked, name)) for name in _WORDS if getattr(asked, name, ""))
            yield from ((f"{place} {column.key}", column.help) for column in getattr(asked, "columns", ()))


def test_words_beside_a_field_are_words_for_its_reader(shipped):
    strange = [(place, found[0]) for place, words in _words_of(shipped) if (found := _OF_OUR_HOUSE.search(words))]
    assert not strange


@pytest.mark.parametrize(
    "words",
    [
        "Own check CAL-19.",
        "Secretariat, check 0865ARZLNTUXWP3.",
        "title_to_reductions: quote it.",
        "As `B.6` says.",
        "See cerulean list.",
        "Ask with --json.",
        "Stands in A.toml.",
        "CDM-PDD, Annex1",
        "The same as P.title.",
        "The same as A.6.details.",
    ],
)
def test_words_of_our_house_are_noticed(words):
    assert _OF_OUR_HOUSE.search(words)


def test_every_field_that_is_typed_has_help_faults_example_and_source(shipped):
    typed = [asked for asked in shipped.fields.values() if asked.type != "generated"]
    bare = [
        f"{asked.path} {name}"
        for asked in typed
        for name in ("help", "faults", "example", "source")
        if not getattr(asked, name)
    ]
    assert not bare


def test_an_example_can_be_typed_as_it_stands(shipped):
    exact = ("number", "date", "duration", "choice", "yes_no")
    for asked in shipped.fields.values():
        if asked.example and asked.type in exact and not asked.calculate:
            try:
                parse(asked.example, asked)
            except UserError as error:
                pytest.fail(f"{asked.path}: {asked.example}: {error}")


def test_a_hint_says_more_than_the_choices_do(shipped):
    asked = [each for field in shipped.fields.values() for each in (field, *field.columns) if each.choices]
    bare = [each.label for each in asked if _words(each.help) <= {"or", *_words(_labels(each))}]
    assert not bare
    assert "Yes or no." not in {each.help for field in shipped.fields.values() for each in (field, *field.columns)}


def _labels(asked):
    return " ".join(choice.label for choice in asked.choices)


def _words(text):
    return set(re.findall(r"[\w+-]+", text.lower()))
