"""The page of one parameter: its value, and the texts that B.6.2 or B.7.1 print about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from forms.definition import CaseDefault, Choice, Field, Section
from forms.input_places import asked_indices, value_path, when_expression
from forms.input_words import UNVERIFIED, clause, described, faults_of, help_of, summary_of, title_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from forms.methodologies.model import Methodology, Parameter


class _Asked(NamedTuple):
    """A text beside the value: the key in its path, the heading of the official form, help, usual faults."""

    name: str
    label: str
    help: str
    faults: str = ""


_TEXTS = (
    _Asked(
        "source",
        "Source of data",
        "Where the value comes from: document, table and page, or the meter.",
        "“Project participant” or “IPCC” alone, with no document, table or page.",
    ),
    _Asked(
        "choice",
        "Choice of data or measurement methods",
        "Why this source and value; or how it is measured.",
        "The value is repeated, and why it was taken is left out.",
    ),
    _Asked(
        "method",
        "Measurement methods and procedures",
        "Instrument, place, procedure, standard.",
        "The words of the methodology are left as they are, with nothing about the meter on this site.",
    ),
    _Asked(
        "equipment",
        "Monitoring equipment",
        "Type, accuracy class, serial number, calibration interval.",
        "An accuracy with no standard that defines it; a calibration interval longer than the maker or the law allows.",
    ),
    _Asked(
        "frequency",
        "Monitoring frequency",
        "How often it is measured and how often recorded.",
        "One frequency for both, where a meter measures all the time and is read once a month.",
    ),
    _Asked(
        "qa_qc",
        "QA/QC procedures",
        "Calibration, cross-checks, what happens when a meter fails.",
        "No second source to check against, such as invoices; nothing on what is done with lost readings.",
    ),
    _Asked("comment", "Additional comment", "Anything else that a reader needs."),
)
_OF_MONITORED = frozenset({"source", "method", "equipment", "frequency", "qa_qc", "comment"})
_OF_FIXED = frozenset({"source", "choice", "comment"})
_MAY_BE_EMPTY = frozenset({"comment", "equipment"})
_VALUE_TYPE = frozenset({"text", "date", "choice", "yes_no"})


def parameter_section(cases: Sequence[Parameter], methodology: Methodology) -> Section:
    """The page of all parameters of one symbol; several differ in what stands by default."""
    parameter = cases[0]
    return Section(
        id=parameter.symbol,
        title=title_of(cases),
        summary=summary_of(parameter),
        relevant=_in_any_case(cases, methodology),
        unused="Not used with the choices made.",
        source=_references(cases),
        evidence=read_of(cases, methodology),
        fields=(_value_field(cases, methodology), *_text_fields(cases, methodology)),
    )


def read_of(cases: Sequence[Parameter], methodology: Methodology) -> str:
    """How well the text was read that the parameter comes from: a tool has its own mark, and so has a clause in it."""
    if any(UNVERIFIED in case.reference for case in cases):
        return "unverified"
    return cases[0].origin.evidence or methodology.evidence


def _references(cases: Sequence[Parameter]) -> str:
    """Where the parameter stands in the text; of several cases, each place once."""
    return "; ".join(dict.fromkeys(clause(case.origin, case.reference) for case in cases))


def _in_any_case(cases: Sequence[Parameter], methodology: Methodology) -> str:
    conditions = [when_expression(case.when, methodology) for case in cases]
    if not all(conditions):
        return ""
    return " or ".join(f"({condition})" for condition in conditions) if len(conditions) > 1 else conditions[0]


def _value_field(cases: Sequence[Parameter], methodology: Methodology) -> Field:
    parameter, is_alone = cases[0], len(cases) == 1
    return Field(
        path=value_path(parameter.symbol),
        label=described(cases),
        type=parameter.type if parameter.type in _VALUE_TYPE else "number",
        unit=parameter.input_unit if parameter.is_number else "",
        indices=asked_indices(parameter),
        choices=tuple(Choice(choice.code, choice.label) for choice in parameter.choices),
        required=_required(parameter, methodology),
        default=parameter.default if is_alone else "",
        default_source=parameter.default_source if is_alone else "",
        defaults=() if is_alone else tuple(_case_default(case, methodology) for case in cases),
        help=help_of(cases, methodology),
        faults=faults_of(cases),
        source=_references(cases),
        evidence=read_of(cases, methodology),
    )


def _required(parameter: Parameter, methodology: Methodology) -> str:
    needed = parameter.required
    if parameter.default or parameter.default_table:
        return ""
    if isinstance(needed, bool):
        return "true" if needed else ""
    return when_expression(needed, methodology) or "true"


def _case_default(case: Parameter, methodology: Methodology) -> CaseDefault:
    return CaseDefault(when_expression(case.when, methodology), case.default, case.default_source)


def _text_fields(cases: Sequence[Parameter], methodology: Methodology) -> Iterator[Field]:
    parameter = cases[0]
    wanted = _OF_MONITORED if parameter.kind == "monitored" else _OF_FIXED
    for asked in _TEXTS:
        if asked.name in wanted:
            texts = [text_of(case, asked.name) for case in cases]
            is_one = len(set(texts)) == 1
            yield Field(
                path=f"I.{parameter.symbol}.{asked.name}",
                label=asked.label,
                type="text",
                required="" if asked.name in _MAY_BE_EMPTY else "true",
                default=texts[0] if is_one else "",
                default_source=_words_of(parameter) if is_one else "",
                defaults=() if is_one else tuple(_case_text(case, asked.name, methodology) for case in cases),
                help=asked.help,
                faults=asked.faults,
                source=_references(cases),
                evidence=read_of(cases, methodology),
            )


def text_of(parameter: Parameter, name: str) -> str:
    """What the methodology says of a parameter under the name that a form asks it by; empty where it says nothing."""
    return str(getattr(parameter, "method" if name == "choice" else name, ""))


def _case_text(case: Parameter, name: str, methodology: Methodology) -> CaseDefault:
    return CaseDefault(when_expression(case.when, methodology), text_of(case, name), _words_of(case))


def _words_of(parameter: Parameter) -> str:
    """Where the words come from that stand while nothing is typed."""
    return f"words of {parameter.origin}" if parameter.origin.version else "words of the methodology"
