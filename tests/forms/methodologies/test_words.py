"""What the pages of inputs say to who fills them: words, never names of our own or the label again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from forms.inputs import inputs_form
from forms.methodologies import methodologies, methodology
from forms.methodologies.typesetting import GREEK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forms.definition import Field, FormDefinition

ALL = {known.id: known for known in methodologies()}
# Names of tables and of parameters as they stand in files, paths, and what a command line is given.
_CODE = re.compile(r"`|--[a-z]|\b[IPX]\.[a-z]\w*\.|\.(?:toml|csv|json)\b|\b[a-z]{3,}[a-z0-9]*(?:_\w+)+")


def form_of(code: str, version: str) -> FormDefinition:
    return inputs_form(methodology(code, version))


def values(form: FormDefinition) -> list[Field]:
    return [field for field in form.fields.values() if field.path.endswith(".value")]


def shown(form: FormDefinition) -> Iterator[str]:
    """Every text that the pages of a methodology's inputs show."""
    yield form.title
    for section in form.sections:
        yield from (section.title, section.summary, section.help, section.source, section.unused)
        for field in section.fields:
            yield from (field.label, field.help, field.faults, field.example, field.source, field.default_source)
            yield from (choice.label for choice in field.choices)
            yield from (column.label for column in field.columns)
            yield from (case.source for case in field.defaults)
            if field.type in {"text", "prose"}:
                yield from (field.default, *(case.value for case in field.defaults))


@pytest.mark.parametrize("name", ALL)
def test_nothing_shown_is_code(name: str) -> None:
    form = inputs_form(ALL[name])
    found = {(text, token) for text in shown(form) for token in _CODE.findall(text)}
    # Greek letters are spelled out in symbols: rho_i, eta_boiler.
    assert {(text, token) for text, token in found if token.partition("_")[0] not in GREEK} == set()


@pytest.mark.parametrize("name", ALL)
def test_help_says_more_than_the_label(name: str) -> None:
    for field in values(inputs_form(ALL[name])):
        label, told = field.label.casefold().rstrip("."), field.help.casefold()
        assert told.strip()
        assert not told.startswith(label)
        assert not label.startswith(told.rstrip("."))


@pytest.mark.parametrize("name", ALL)
def test_every_parameter_has_a_label_of_words(name: str) -> None:
    for field in values(inputs_form(ALL[name])):
        assert len(re.findall(r"[^\W\d_]{3,}", field.label)) >= 2, field.path


@pytest.mark.parametrize("name", ALL)
def test_help_is_whole_sentences(name: str) -> None:
    for field in values(inputs_form(ALL[name])):
        for text in (field.help, field.faults):
            assert text == "" or (text[0].isupper() and text.endswith(".")), field.path
            assert not re.search(r"\.\.|  |: ?\.|;\.", text), (field.path, text)


def test_help_tells_what_is_given_where_it_comes_from_and_what_stands_while_it_is_empty() -> None:
    field = form_of("AMS-III.AU", "03.0").field("I.GWP_CH4.value")
    assert field is not None
    for words in ("t CO₂e/t CH₄", "Where it comes from: ", "While it is empty, it is taken from a table: "):
        assert words in field.help


def test_a_factor_of_a_fuel_warns_of_carbon_and_of_another_energy() -> None:
    # 2006 IPCC Guidelines, vol. 2, table 1.4: anthracite 98.3, lignite 101, natural gas 56.1 t CO2/TJ.
    field = form_of("AM0009", "07.0").field("I.EF_CO2.value")
    assert field is not None
    assert "Carbon instead of CO₂" in field.faults


def test_cases_are_told_apart_by_what_differs() -> None:
    # ACM0022 v03.0, table of the depth of lagoons.
    field = form_of("ACM0022", "03.0").field("I.f_d.value")
    assert field is not None
    assert "Less than 1 m: 0; 1 to 2 m: 0.5; 2 m and more: 0.7." in field.help


def test_a_name_of_ours_does_not_stand_in_a_title() -> None:
    titles = {section.id: section.title for section in form_of("AR-ACM0003", "01.0.0").sections}
    assert titles["plot_stratum"] == "Stratum in which the plot lies"
    assert titles["t_1"].startswith("t_1: ")


# A clause that was not seen in a text that was read in part is marked by itself.
@pytest.mark.parametrize("name", ALL)
def test_each_input_carries_the_mark_of_the_text_it_comes_from(name: str) -> None:
    known = ALL[name]
    form = inputs_form(known)
    for parameter in known.parameters:
        field = form.field(f"I.{parameter.symbol}.value")
        assert field is not None
        cases = [case for case in known.parameters if case.symbol == parameter.symbol]
        is_unread = any("(unverified)" in case.reference for case in cases)
        assert field.evidence == ("unverified" if is_unread else cases[0].origin.evidence)
        assert "(unverified)" not in field.source


def test_a_tool_that_was_read_keeps_its_mark_in_a_methodology_that_was_not() -> None:
    called = [known for known in ALL.values() if known.evidence == "unverified"]
    read = {item.origin.code for known in called for item in known.parameters if item.origin.evidence == "found"}
    assert {"TOOL03", "TOOL05"} <= read
