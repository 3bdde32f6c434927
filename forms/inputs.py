"""A methodology's inputs are a form too: made from the methodology, and what is answered feeds the calculation."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from forms.definition import Choice, Column, Field, FormDefinition, Section
from forms.input_places import (
    PERIOD_INDEX,
    applied_in,
    asked_indices,
    asks_years,
    matrix_members,
    matrix_paths,
    member_name,
    row_sets,
    value_path,
    when_expression,
)
from forms.input_words import UNVERIFIED, clause
from forms.parameter_fields import parameter_section, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from forms.document import Reader
    from forms.methodologies.model import Condition, EmissionSource, IndexSet, Methodology, Option, Parameter

__all__ = [
    "PERIOD_INDEX",
    "Asked",
    "applied_in",
    "asked_indices",
    "asked_parameters",
    "inputs_form",
    "is_in_force",
    "matrix_members",
    "matrix_paths",
    "member_name",
    "row_sets",
    "text_of",
    "value_path",
]

_YES_NO_NA = (Choice("yes", "Yes"), Choice("no", "No"), Choice("na", "Not applicable"))


class Asked(NamedTuple):
    """Where a parameter is asked for: the paths of its value and of its source, and the sets that index it there."""

    parameter: Parameter
    path: str
    source: str
    indices: tuple[str, ...]


class _Made(NamedTuple):
    """What is made once for a methodology, which is kept alive beside it."""

    methodology: Methodology
    form: FormDefinition
    asked: tuple[Asked, ...]
    cases: Mapping[str, Sequence[Parameter]]


# By identity, since a methodology holds mappings and has no hash.
_MADE: dict[int, _Made] = {}
_MOST_KEPT = 64


def inputs_form(methodology: Methodology) -> FormDefinition:
    """The form that asks for options, sets, parameters, conditions and sources of a methodology."""
    return _made(methodology).form


def asked_parameters(methodology: Methodology) -> tuple[Asked, ...]:
    """Every parameter with the places at which the form asks for it; of several of a symbol, the first."""
    return _made(methodology).asked


def is_in_force(read: Reader, document: str, parameter: Parameter) -> bool:
    """Whether this is the one, of several parameters of a symbol, that holds with the choices made."""
    methodology = applied_in(read, document)
    is_alone = len(_made(methodology).cases[parameter.symbol]) == 1
    return is_alone or read.holds(document, when_expression(parameter.when, methodology))


def _made(methodology: Methodology) -> _Made:
    if id(methodology) not in _MADE:
        if len(_MADE) >= _MOST_KEPT:
            _MADE.clear()
        cases = _cases(methodology)
        asked = tuple(
            Asked(first, value_path(symbol), f"I.{symbol}.source", asked_indices(first))
            for symbol, (first, *_) in cases.items()
        )
        _MADE[id(methodology)] = _Made(methodology, _made_form(methodology), asked, cases)
    return _MADE[id(methodology)]


def _cases(methodology: Methodology) -> Mapping[str, Sequence[Parameter]]:
    """Parameters by symbol. Several of a symbol differ in what stands by default, and are asked for at one place."""
    found: dict[str, list[Parameter]] = {}
    for parameter in methodology.parameters:
        found.setdefault(parameter.symbol, []).append(parameter)
    return found


def _made_form(methodology: Methodology) -> FormDefinition:
    is_own = methodology.kind == "project_specific"
    name = "the approach" if is_own else f"{methodology.code} version {methodology.version}"
    return FormDefinition(
        id="inputs",
        version=f"{methodology.code}:{methodology.version}",
        code="Inputs" if is_own else methodology.code,
        title=f"Inputs of {name}: {methodology.title}",
        source=methodology.source,
        evidence=methodology.evidence,
        sections=tuple(_sections(methodology)),
    )


def _sections(methodology: Methodology) -> Iterator[Section]:
    if methodology.options or row_sets(methodology):
        yield _choices_section(methodology)
    if methodology.conditions:
        yield _conditions_section(methodology)
    if methodology.sources:
        yield _sources_section(methodology)
    for cases in _cases(methodology).values():
        yield parameter_section(cases, methodology)


def _choices_section(methodology: Methodology) -> Section:
    asked = (option for option in methodology.options if option.derived is None)
    options = tuple(_option_field(option, methodology) for option in asked)
    sets = tuple(_set_field(index_set, methodology) for index_set in row_sets(methodology))
    return Section(
        id="options",
        title="Choices within the methodology",
        summary="They decide which equations, parameters and conditions apply.",
        evidence=methodology.evidence,
        fields=options + sets,
    )


def _option_field(option: Option, methodology: Methodology) -> Field:
    return Field(
        path=f"I.options.{option.id}",
        label=option.label,
        type="choice",
        choices=tuple(Choice(choice.code, choice.label) for choice in option.choices),
        required="true",
        relevant=when_expression(option.when, methodology),
        calculate=_FROM_FACTS.get(option.id, ""),
        default=option.default,
        default_source="the usual case" if option.default else "",
        help=_FOLLOWS.get(
            option.id, "What holds for the project. Which equations apply and which data are asked hangs on it."
        ),
        source=clause(option.origin, option.source),
        evidence=_read_of(option, option.source, methodology),
    )


# Options that a project fact decides, so that they are not asked twice.
_FROM_FACTS = {"crediting_number": "'later' if P.crediting.number in ('2', '3') else 'first'"}
_FOLLOWS = {"crediting_number": "It follows from the number of the crediting period in the project facts."}


def _read_of(entry: Option | Condition, place: str, methodology: Methodology) -> str:
    """How well the text was read that an entry comes from, or the one clause of it."""
    return "unverified" if UNVERIFIED in place else entry.origin.evidence or methodology.evidence


def _set_field(index_set: IndexSet, methodology: Methodology) -> Field:
    return Field(
        path=f"I.sets.{index_set.id}",
        label=index_set.label,
        type="table",
        columns=(Column(key="name", label="Year" if asks_years(index_set) else "Name", required=True),),
        help=f"A row for each {'year' if asks_years(index_set) else 'one'}; its data are asked on the pages below.",
        evidence=methodology.evidence,
    )


def _conditions_section(methodology: Methodology) -> Section:
    made = (field for condition in methodology.conditions for field in _condition_fields(condition, methodology))
    return Section(
        id="conditions",
        title="Applicability conditions",
        summary="Each condition of the methodology and its tools: is it met, and how is that shown?",
        evidence=methodology.evidence,
        fields=tuple(made),
    )


def _condition_fields(condition: Condition, methodology: Methodology) -> Iterator[Field]:
    relevant = when_expression(condition.when, methodology)
    base = f"I.conditions.{condition.id}"
    yield Field(
        path=f"{base}.met",
        label=condition.text,
        type="choice",
        choices=_YES_NO_NA,
        required="true",
        relevant=relevant,
        help="Yes, no, or not applicable. A condition that is not met rules the methodology out.",
        source=clause(condition.origin, condition.reference),
        evidence=_read_of(condition, condition.reference, methodology),
    )
    yield Field(
        path=f"{base}.justification",
        label="Justification",
        type="prose",
        required="true",
        relevant=relevant,
        help="How the project meets the condition, with the evidence.",
        source=clause(condition.origin, condition.reference),
        evidence=_read_of(condition, condition.reference, methodology),
    )


def _sources_section(methodology: Methodology) -> Section:
    made = (field for source in methodology.sources for field in _source_fields(source, methodology))
    return Section(
        id="sources",
        title="Emission sources and gases",
        summary="Which sources and gases are inside the boundary, and why.",
        evidence=methodology.evidence,
        fields=tuple(made),
    )


def _source_fields(source: EmissionSource, methodology: Methodology) -> Iterator[Field]:
    relevant = when_expression(source.when, methodology)
    label = f"{source.source}, {source.gas} ({source.scenario})"
    base = f"I.sources.{source.id}"
    yield Field(
        path=f"{base}.included",
        label=label,
        type="choice",
        choices=(Choice("yes", "Included"), Choice("no", "Excluded")),
        required="true",
        relevant=relevant,
        default="yes" if source.included else "no",
        default_source="boundary table of the methodology",
        help="Whether the emissions of this source and gas are counted.",
        source=str(source.origin),
        evidence=source.origin.evidence or methodology.evidence,
    )
    yield Field(
        path=f"{base}.justification",
        label=f"Justification: {label}",
        type="text",
        required="true",
        relevant=relevant,
        default=source.justification,
        default_source="boundary table of the methodology",
        help="Why it is included or left out; needed also for “included”.",
        source=str(source.origin),
        evidence=source.origin.evidence or methodology.evidence,
    )
