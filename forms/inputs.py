"""A methodology's inputs are a form too: made from the methodology, and what is answered feeds the calculation."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from forms.definition import CaseDefault, Choice, Column, Field, FormDefinition, Section
from forms.fieldpath import cell_path, matrix_path
from forms.methodologies.asking import ALWAYS, asked_when

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from forms.answers import Answers
    from forms.document import Reader
    from forms.methodologies.equations import Formula
    from forms.methodologies.model import Condition, EmissionSource, IndexSet, Methodology, Option, Parameter

PERIOD_INDEX = "y"
_PREFIX = "inputs_"
_YES_NO_NA = (Choice("yes", "Yes"), Choice("no", "No"), Choice("na", "Not applicable"))
_TEXTS = (
    ("source", "Source of data", "Where the value comes from: document, table and page, or the meter."),
    ("choice", "Choice of data or measurement methods", "Why this source and value; or how it is measured."),
    ("method", "Measurement methods and procedures", "Instrument, place, procedure, standard."),
    ("equipment", "Monitoring equipment", "Type, accuracy class, serial number, calibration interval."),
    ("frequency", "Monitoring frequency", "How often it is measured and how often recorded."),
    ("qa_qc", "QA/QC procedures", "Calibration, cross-checks, what happens when a meter fails."),
    ("comment", "Additional comment", "Anything else that a reader needs."),
)
_OF_MONITORED = ("source", "method", "equipment", "frequency", "qa_qc", "comment")
_OF_FIXED = ("source", "choice", "comment")
_OF_THE_TEXT = "methodology"


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
        yield _parameter_section(cases, methodology)


def row_sets(methodology: Methodology) -> tuple[IndexSet, ...]:
    """The sets whose members the user lists, each in a table."""
    return tuple(index_set for index_set in methodology.sets if index_set.kind == "rows" or _asks_years(index_set))


def _asks_years(index_set: IndexSet) -> bool:
    return index_set.kind == "years" and not index_set.members


def _choices_section(methodology: Methodology) -> Section:
    asked = (option for option in methodology.options if option.derived is None)
    options = tuple(_option_field(option, methodology) for option in asked)
    sets = tuple(_set_field(index_set) for index_set in row_sets(methodology))
    return Section(
        id="options",
        title="Choices within the methodology",
        summary="They decide which equations, parameters and conditions apply.",
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
        default_source="default of the methodology data" if option.default else "",
        help="Choose what the methodology text offers.",
        source=_reference(option.origin, option.source),
    )


# Options that a project fact decides, so that they are not asked twice.
_FROM_FACTS = {"crediting_number": "'later' if P.crediting.number in ('2', '3') else 'first'"}


def _reference(origin: object, clause: str) -> str:
    return ", ".join(part for part in (str(origin), clause) if part)


def _set_field(index_set: IndexSet) -> Field:
    return Field(
        path=f"I.sets.{index_set.id}",
        label=index_set.label,
        type="table",
        columns=(Column(key="name", label="Year" if _asks_years(index_set) else "Name", required=True),),
        help=f"One row for each member of the set {index_set.id}; data are then asked for each.",
    )


def _conditions_section(methodology: Methodology) -> Section:
    made = (field for condition in methodology.conditions for field in _condition_fields(condition, methodology))
    return Section(
        id="conditions",
        title="Applicability conditions",
        summary="Each condition of the methodology and its tools: is it met, and how is that shown?",
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
        source=_reference(condition.origin, condition.reference),
    )
    yield Field(
        path=f"{base}.justification",
        label="Justification",
        type="prose",
        required="true",
        relevant=relevant,
        help="How the project meets the condition, with the evidence.",
        source=_reference(condition.origin, condition.reference),
    )


def _sources_section(methodology: Methodology) -> Section:
    made = (field for source in methodology.sources for field in _source_fields(source, methodology))
    return Section(
        id="sources",
        title="Emission sources and gases",
        summary="Which sources and gases are inside the boundary, and why.",
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
    )


def _parameter_section(cases: Sequence[Parameter], methodology: Methodology) -> Section:
    parameter = cases[0]
    return Section(
        id=parameter.symbol,
        title=f"{parameter.symbol}: {_description(cases)}",
        summary="Monitored throughout the crediting period" if parameter.kind == "monitored" else "Fixed ex ante",
        relevant=_in_any_case(cases, methodology),
        unused="Not used with the choices made.",
        source=_references(cases),
        fields=(_value_field(cases, methodology), *_text_fields(cases, methodology)),
    )


def _references(cases: Sequence[Parameter]) -> str:
    """Where the parameter stands in the text; of several cases, each place once."""
    return "; ".join(dict.fromkeys(_reference(case.origin, case.reference) for case in cases))


def _in_any_case(cases: Sequence[Parameter], methodology: Methodology) -> str:
    conditions = [when_expression(case.when, methodology) for case in cases]
    if not all(conditions):
        return ""
    return " or ".join(f"({condition})" for condition in conditions) if len(conditions) > 1 else conditions[0]


def _description(cases: Sequence[Parameter]) -> str:
    """What the descriptions of all cases begin and end with; where they begin alike with no word, all of them."""
    listed = list(dict.fromkeys(case.description for case in cases))
    if len(listed) == 1:
        return listed[0]
    texts = [text.split() for text in listed]
    head = _common(texts)
    if not head:
        return " or ".join([listed[0], *(text[:1].lower() + text[1:] for text in listed[1:])])
    tail = _common([text[: len(head) - 1 : -1] for text in texts])[::-1]
    while len(head) > 1 and head[-1] in _LEADING_ON:
        head.pop()
    start = " ".join(head).rstrip(";:,")
    return f"{start} … {' '.join(tail)}" if len(tail) > 1 else start


def _common(texts: Sequence[Sequence[str]]) -> list[str]:
    """The words that all texts begin with."""
    return [here[0] for here in takewhile(lambda here: len(set(here)) == 1, zip(*texts, strict=False))]


# Words that a description cannot end with.
_LEADING_ON = frozenset({"a", "an", "and", "for", "from", "in", "of", "on", "or", "that", "the", "with"})


def _value_field(cases: Sequence[Parameter], methodology: Methodology) -> Field:
    parameter, is_alone = cases[0], len(cases) == 1
    needed = parameter.required
    required = (
        ("true" if needed else "") if isinstance(needed, bool) else when_expression(needed, methodology) or "true"
    )
    return Field(
        path=value_path(parameter.symbol),
        label=_description(cases),
        type=_VALUE_TYPE.get(parameter.type, "number"),
        unit=parameter.input_unit if parameter.is_number else "",
        indices=asked_indices(parameter),
        choices=tuple(Choice(choice.code, choice.label) for choice in parameter.choices),
        required="" if parameter.default or parameter.default_table else required,
        default=parameter.default if is_alone else "",
        default_source=parameter.default_source if is_alone else "",
        defaults=() if is_alone else tuple(_case_default(case, methodology) for case in cases),
        help=_value_help(cases),
        source=_references(cases),
    )


def _case_default(case: Parameter, methodology: Methodology) -> CaseDefault:
    return CaseDefault(when_expression(case.when, methodology), case.default, case.default_source)


def _value_help(cases: Sequence[Parameter]) -> str:
    if len(cases) > 1:
        listed = "; ".join(dict.fromkeys(f"{case.description}: {case.default}" for case in cases))
        return f"Left empty, the value that goes with the choices is used. {listed}."
    parameter = cases[0]
    wanted = parameter.default_table
    if wanted is None:
        return parameter.description
    return f"{parameter.description}. Left empty, the row of the table {wanted.table} is used that the working names."


_VALUE_TYPE = {"number": "number", "text": "text", "date": "date", "choice": "choice", "yes_no": "yes_no"}


def asked_indices(parameter: Parameter) -> tuple[str, ...]:
    """Index sets that values are asked by: without the years of the crediting period, for which one value stands."""
    return tuple(index for index in parameter.indices if index != PERIOD_INDEX)


def _text_fields(cases: Sequence[Parameter], methodology: Methodology) -> Iterator[Field]:
    parameter = cases[0]
    wanted = _OF_MONITORED if parameter.kind == "monitored" else _OF_FIXED
    for name, label, words in _TEXTS:
        if name in wanted:
            texts = [text_of(case, name) for case in cases]
            is_one = len(set(texts)) == 1
            yield Field(
                path=f"I.{parameter.symbol}.{name}",
                label=label,
                type="text",
                required="" if name in {"comment", "equipment"} else "true",
                default=texts[0] if is_one else "",
                default_source=_OF_THE_TEXT if is_one else "",
                defaults=() if is_one else tuple(_case_text(case, name, methodology) for case in cases),
                help=words,
            )


def text_of(parameter: Parameter, name: str) -> str:
    """What the methodology says of a parameter under the name that a form asks it by; empty where it says nothing."""
    return str(getattr(parameter, "method" if name == "choice" else name, ""))


def _case_text(case: Parameter, name: str, methodology: Methodology) -> CaseDefault:
    return CaseDefault(when_expression(case.when, methodology), text_of(case, name), _OF_THE_TEXT)


def value_path(symbol: str) -> str:
    """Path of the value of a parameter."""
    return f"I.{symbol}.value"


def when_expression(when: Formula | None, methodology: Methodology) -> str:
    """A condition over options, as an expression of the form language; empty when it always holds."""
    text = asked_when(methodology, when)
    if text == ALWAYS:
        return ""
    for option in methodology.options:
        text = re.sub(rf"(?<![\w.']){re.escape(option.id)}(?![\w'])", f"I.options.{option.id}", text)
    return text


# -- members of sets, and cells of matrices ------------------------------------------------------------------------


def member_name(answers: Answers, table: str, key: str) -> str:
    """The name of a member that is a row: what is typed there, until then its key."""
    return str(answers.value(cell_path(table, key, "name")) or key)


def applied_in(read: Reader, document: str) -> Methodology:
    """The methodology whose inputs a document holds."""
    return read.snapshot.methodologies[document.removeprefix(_PREFIX)]


def matrix_members(read: Reader, document: str, set_id: str) -> tuple[tuple[str, str], ...]:
    """Members of an index set as (key in paths, name shown); rows by key, listed members by name."""
    methodology = applied_in(read, document)
    index_set = methodology.sets_by_id[set_id]
    if index_set not in row_sets(methodology):
        return tuple((member, member) for member in index_set.members)
    table = f"I.sets.{set_id}"
    return tuple((key, member_name(read.snapshot.of(document), table, key)) for key in read.rows(table, document))


def matrix_paths(read: Reader, document: str, field: Field) -> tuple[str, ...]:
    """Paths of all cells of a matrix, in the order of its sets."""
    indices: list[tuple[str, ...]] = [()]
    for set_id in field.indices:
        keys = [key for key, _ in matrix_members(read, document, set_id)]
        indices = [(*index, key) for index in indices for key in keys]
    return tuple(matrix_path(field.path, index) for index in indices if index or not field.indices)
