"""What the form of inputs asks for is what the calculation takes, also where a methodology decides for its tools."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from forms.document import inputs_document
from forms.methodologies import Methodology, examples, methodologies, methodology
from forms.methodologies.asking import ALWAYS, NEVER, asked_when
from forms.methodologies.calculation import calculate, inputs_from_json
from forms.project import Project


def _cases() -> Iterator[tuple[Methodology, dict[str, Any]]]:
    for known in methodologies():
        if known.kind == "methodology":
            for case in examples(known.code, known.version):
                yield known, case["inputs"]


CASES = [pytest.param(*case, id=f"{case[0].code}-{number}") for number, case in enumerate(_cases())]


def _applied(known: Methodology, options: dict[str, str]) -> tuple[Project, str]:
    project = Project.new("cdm_pdd", "12.0")
    key = project.add_row("facts", "P.methodologies")
    project.type_in("facts", f"P.methodologies[{key}].code", known.code)
    project.type_in("facts", f"P.methodologies[{key}].version", known.version)
    document = inputs_document(key)
    for option, code in options.items():
        if not project.read.state(document, f"I.options.{option}").readonly:  # Some follow from the project facts.
            project.type_in(document, f"I.options.{option}", code)
    return project, document


@pytest.mark.parametrize(("known", "inputs"), CASES)
def test_every_value_that_a_worked_case_uses_is_asked_for(known: Methodology, inputs: dict[str, Any]) -> None:
    project, document = _applied(known, inputs.get("options", {}))
    made = calculate(known, inputs_from_json(known, inputs))
    used = {symbol for (symbol, _), given in made.given.items() if given.origin == "typed"}
    hidden = [name for name in sorted(used) if not project.read.state(document, f"I.{name}.value").relevant]
    assert hidden == []


def test_the_waste_of_a_landfill_is_asked_for() -> None:
    project, document = _applied(methodology("ACM0001", "19.0"), {"stage": "estimate", "model": "yearly"})
    state = project.read.state(document, "I.W_hist.value")
    assert (state.relevant, state.required) == (True, True)


def test_what_belongs_to_the_other_application_is_not() -> None:
    project, document = _applied(methodology("ACM0001", "19.0"), {"stage": "estimate", "model": "monthly"})
    assert not project.read.state(document, "I.W_hist.value").relevant


@pytest.mark.parametrize(
    ("code", "version", "symbol", "asked"),
    [
        ("ACM0001", "19.0", "W_hist", "stage == 'estimate' and model == 'yearly'"),
        ("AMS-III.AU", "03.0", "GWP_CH4", ALWAYS),
        ("ACM0001", "19.0", "W", NEVER),
    ],
)
def test_a_condition_is_told_over_options_that_are_asked(code: str, version: str, symbol: str, asked: str) -> None:
    known = methodology(code, version)
    parameter = known.parameter(symbol)
    assert parameter is not None
    assert asked_when(known, parameter.when) == asked
