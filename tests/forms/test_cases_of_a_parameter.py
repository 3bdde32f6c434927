"""Several parameters of one symbol: one place to answer, and by default the value of the case that was chosen."""

from __future__ import annotations

from collections import Counter, defaultdict
from decimal import Decimal

import pytest

from forms.answers import Origin
from forms.entered import inputs_of
from forms.inputs import inputs_form, is_in_force, text_of
from forms.methodologies import methodologies, methodology
from forms.project import Project

FLARE = ("AMS-III.D", "21.0")
INPUT = "I.eta_default.value"


@pytest.fixture
def flared() -> tuple[Project, str]:
    """A project that burns its gas in a flare, and the document of its inputs."""
    project, document = applying(*FLARE)
    project.set(document, "I.options.flaring", "yes")
    project.set(document, "I.options.efficiency", "default")
    return project, document


def applying(code: str, version: str) -> tuple[Project, str]:
    """A project that applies one methodology, and the document of its inputs."""
    project = Project.new("cdm_pdd", "12.0")
    row = project.add_row("facts", "P.methodologies")
    project.type_in("facts", f"P.methodologies[{row}].code", code)
    project.type_in("facts", f"P.methodologies[{row}].version", version)
    return project, f"inputs_{row}"


def entered(project: Project, document: str) -> dict[str, object]:
    return {symbol: values[()] for symbol, values in values_of(project, document).items() if () in values}


def values_of(project: Project, document: str):
    return inputs_of(project.read, document, methodology(*FLARE), ()).values


# TOOL06 version 04.0, paragraphs on open and enclosed flares: 50 % and 90 %.
@pytest.mark.parametrize(("flare", "efficiency"), [("open", "0.5"), ("enclosed", "0.9")])
def test_the_default_goes_with_the_choice(flared, flare: str, efficiency: str):
    project, document = flared
    project.set(document, "I.options.flare", flare)
    answer = project.read.answer(document, INPUT)
    assert (answer.value, answer.origin) == (Decimal(efficiency), Origin.DEFAULT)
    assert entered(project, document)["eta_default"] == Decimal(efficiency)


def test_what_is_typed_stands_whatever_the_case(flared):
    project, document = flared
    project.set(document, "I.options.flare", "open")
    project.set(document, INPUT, Decimal("0.45"))
    assert entered(project, document)["eta_default"] == Decimal("0.45")


def test_one_case_is_in_force(flared):
    project, document = flared
    project.set(document, "I.options.flare", "open")
    cases = [item for item in methodology(*FLARE).parameters if item.symbol == "eta_default"]
    assert [case.default for case in cases if is_in_force(project.read, document, case)] == ["0.5"]


@pytest.mark.parametrize("applied", methodologies(), ids=lambda applied: applied.id)
def test_every_symbol_has_one_place_that_knows_all_its_cases(applied):
    form, symbols = inputs_form(applied), Counter(parameter.symbol for parameter in applied.parameters)
    places = Counter(field.path for section in form.sections for field in section.fields)
    assert {path: count for path, count in places.items() if count > 1} == {}
    for symbol, count in symbols.items():
        field = form.field(f"I.{symbol}.value")
        stated = [case.value for case in field.defaults] if count > 1 else []
        assert stated == [item.default for item in applied.parameters if item.symbol == symbol and count > 1]


@pytest.mark.parametrize("applied", methodologies(), ids=lambda applied: applied.id)
def test_every_text_of_a_parameter_is_that_of_its_case(applied):
    form, cases = inputs_form(applied), defaultdict(list)
    for parameter in applied.parameters:
        cases[parameter.symbol].append(parameter)
    for symbol, listed in cases.items():
        for name in ("source", "choice", "method", "equipment", "frequency", "qa_qc", "comment"):
            field = form.field(f"I.{symbol}.{name}")
            texts = [text_of(case, name) for case in listed]
            if field is not None:
                assert [case.value for case in field.defaults] == (texts if len(set(texts)) > 1 else [])
                assert field.defaults or field.default == texts[0]


@pytest.mark.parametrize("applied", methodologies(), ids=lambda applied: applied.id)
def test_what_all_cases_are_called_is_not_the_name_of_the_first_alone(applied):
    form, called = inputs_form(applied), defaultdict(set)
    for parameter in applied.parameters:
        called[parameter.symbol].add(parameter.description)
    for symbol, words in called.items():
        label = form.field(f"I.{symbol}.value").label
        assert all(word.startswith(label) for word in words) if label in words else len(words) > 1


# TOOL14 version 03.0, leaks of digesters: what is said of the factor of steel says nothing of the others.
@pytest.mark.parametrize(
    ("code", "version", "symbol"),
    [
        ("TOOL14", "03.0", "EF_CH4"), ("AMS-III.D", "21.0", "EF_CH4"), ("ACM0014", "08.0", "EF_CH4"),
        ("ACM0022", "03.0", "digester_EF_CH4"),
    ],
)  # fmt: skip
@pytest.mark.parametrize(("digester", "leak", "is_told"), [("steel", "0.028", True), ("uasb", "0.05", False)])
def test_the_words_beside_a_leak_go_with_the_digester(code, version, symbol, digester, leak, is_told):
    project, document = applying(code, version)
    for option, choice in {"treatment": "digester", "digestion": "yes", "digester": digester}.items():
        if project.read.field(document, f"I.options.{option}"):
            project.set(document, f"I.options.{option}", choice)
    assert project.read.value(f"I.{symbol}.value", document) == Decimal(leak)
    assert ("0.0028" in project.read.text(f"I.{symbol}.comment", document)) is is_told
