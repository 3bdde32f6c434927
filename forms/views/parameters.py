"""The parameter boxes of B.6.2, B.7.1 and JI B.1."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from forms import fieldtypes
from forms.answers import ORIGIN_MARK, Origin
from forms.blocks import (
    Block,
    Cell,
    Column,
    Paragraph,
    ParameterBlock,
    TableBlock,
    cell,
    text_run,
)
from forms.document import Reader, inputs_document
from forms.facts import text
from forms.fieldpath import is_inside, matrix_path
from forms.inputs import applied_in, asked_indices, is_in_force, matrix_members, text_of, value_path
from forms.quantities import gases_in_print

if TYPE_CHECKING:
    from forms.definition import Field
    from forms.methodologies.model import Parameter

from forms.views.methodology import applied
from forms.views.registry import content
from forms.views.symbols import printed_symbol, printed_unit
from forms.views.table_values import values_from_table


@content("parameters_fixed")
def _parameters_fixed(read: Reader) -> Iterator[Block]:
    labels = (
        ("source", "Source of data"),
        ("value", "Value(s) applied"),
        ("choice", "Choice of data or measurement methods and procedures"),
        ("purpose", "Purpose of data"),
        ("comment", "Additional comment"),
    )
    yield from _parameter_blocks(read, labels, monitored=False)


@content("parameters_monitored")
def _parameters_monitored(read: Reader) -> Iterator[Block]:
    labels = (
        ("source", "Source of data"),
        ("value", "Value(s) applied"),
        ("method", "Measurement methods and procedures"),
        ("equipment", "Monitoring equipment"),
        ("frequency", "Monitoring frequency"),
        ("qa_qc", "QA/QC procedures"),
        ("purpose", "Purpose of data"),
        ("comment", "Additional comment"),
    )
    yield from _parameter_blocks(read, labels, monitored=True)


@content("baseline_parameters_ji")
def _baseline_parameters(read: Reader) -> Iterator[Block]:
    labels = (
        ("time", "Time of determination/monitoring"),
        ("source", "Source of data (to be) used"),
        ("value", "Value of data applied (for ex ante calculations/determinations)"),
        (
            "choice",
            "Justification of the choice of data or description of measurement methods and procedures (to be) applied",
        ),
        ("qa_qc", "QA/QC procedures (to be) applied"),
        ("comment", "Any comment"),
    )
    yield from _parameter_blocks(read, labels, monitored=False)
    yield from _parameter_blocks(read, labels, monitored=True)


def _parameter_blocks(read: Reader, labels: Sequence[tuple[str, str]], *, monitored: bool) -> Iterator[Block]:
    for key, methodology in applied(read):
        document = inputs_document(key)
        for parameter in methodology.parameters:
            if (parameter.kind == "monitored") is monitored and is_printed(read, document, parameter):
                yield _parameter_block(read, document, parameter, labels)


def is_printed(read: Reader, document: str, parameter: Parameter) -> bool:
    """Whether a parameter has its box: it is asked for, and either required, answered or taken from a table."""
    is_asked = is_in_force(read, document, parameter) and read.state(document, value_path(parameter.symbol)).relevant
    has_value = _is_given(read, document, parameter) or parameter.default_table is not None
    return is_asked and (_is_needed(read, document, parameter) or has_value)


def _is_needed(read: Reader, document: str, parameter: Parameter) -> bool:
    return read.state(document, value_path(parameter.symbol)).required


def _is_given(read: Reader, document: str, parameter: Parameter) -> bool:
    path = value_path(parameter.symbol)
    return read.answer(document, path) is not None or any(
        is_inside(place, path) for place in read.snapshot.of(document)
    )


def _parameter_block(
    read: Reader, document: str, parameter: Parameter, labels: Sequence[tuple[str, str]]
) -> ParameterBlock:
    unit_label = "Data unit" if text(read, "P.mechanism") == "ji" else "Unit"
    head: list[tuple[str, tuple[Block, ...]]] = [
        ("Data/Parameter", (Paragraph(text_run(printed_symbol(parameter.symbol, parameter.indices))),)),
        (unit_label, (Paragraph(text_run(printed_unit(parameter.input_unit))),)),
        ("Description", (Paragraph(text_run(gases_in_print(parameter.description))),)),
    ]
    rows = [(label, _parameter_value(read, document, parameter, name)) for name, label in labels]
    return ParameterBlock(printed_symbol(parameter.symbol, parameter.indices), tuple(head + rows))


def _parameter_value(read: Reader, document: str, parameter: Parameter, name: str) -> tuple[Block, ...]:
    if name == "value":
        return tuple(_value_blocks(read, document, parameter))
    if name == "purpose":
        return (Paragraph(text_run(_PURPOSE.get(parameter.purpose, "Calculation of emission reductions"))),)
    if name == "time":
        when = (
            "Monitored throughout the crediting period" if parameter.kind == "monitored" else "Fixed at determination"
        )
        return (Paragraph(text_run(when)),)
    words = read.text(f"I.{parameter.symbol}.{name}", document) or text_of(parameter, name)
    return (Paragraph(text_run(words or "–")),)


_PURPOSE = {
    "baseline": "Calculation of baseline emissions",
    "project": "Calculation of project emissions",
    "leakage": "Calculation of leakage",
}


def _value_blocks(read: Reader, document: str, parameter: Parameter) -> Iterator[Block]:
    asked = read.field(document, value_path(parameter.symbol))
    indices = asked_indices(parameter)
    from_table = tuple(values_from_table(read, document, parameter))
    yield from from_table
    if from_table and not _is_given(read, document, parameter):
        return
    if asked is None or not indices:
        yield Paragraph(text_run(_marked_value(read, document, value_path(parameter.symbol), asked) or "–"))
        return
    yield _value_table(read, document, parameter, asked)


def _marked_value(read: Reader, document: str, path: str, asked: Field | None) -> str:
    answer = read.answer(document, path)
    if answer is None or asked is None:
        return ""
    if answer.is_blank_on_purpose:
        return answer.blank_reason
    mark = "" if answer.origin is Origin.TYPED else f" {ORIGIN_MARK[answer.origin]}"
    return f"{fieldtypes.show(answer.value, asked)}{mark}"


def _value_table(read: Reader, document: str, parameter: Parameter, asked: Field) -> TableBlock:
    *outer, last = asked.indices
    across = matrix_members(read, document, last)
    if not outer:
        rows: tuple[tuple[Cell, ...], ...] = tuple(
            (cell(name), cell(_marked_value(read, document, matrix_path(asked.path, (key,)), asked)))
            for key, name in across
        )
        return TableBlock(
            (Column(_set_label(read, document, last)), _value_column(parameter)),
            rows,
            row_headers=True,
        )
    head = ", ".join(_set_label(read, document, set_id) for set_id in outer)
    columns = (Column(head, width=2), *(Column(name, "right") for _, name in across))
    rows = tuple(_matrix_rows(read, document, asked, outer, [key for key, _ in across]))
    return TableBlock(columns, rows, row_headers=True)


def _value_column(parameter: Parameter) -> Column:
    if not parameter.is_number:
        return Column("Value")
    unit = printed_unit(parameter.input_unit)
    return Column("Value" if unit == "–" else unit, "right")


def _set_label(read: Reader, document: str, set_id: str) -> str:
    return applied_in(read, document).sets_by_id[set_id].label or set_id


def _matrix_rows(
    read: Reader, document: str, asked: Field, outer: Sequence[str], across: Sequence[str]
) -> Iterator[tuple[Cell, ...]]:
    heads: list[tuple[tuple[str, ...], str]] = [((), "")]
    for set_id in outer:
        members = matrix_members(read, document, set_id)
        heads = [
            ((*keys, key), f"{words}, {name}" if words else name) for keys, words in heads for key, name in members
        ]
    for keys, words in heads:
        values = [_marked_value(read, document, matrix_path(asked.path, (*keys, key)), asked) for key in across]
        if any(values):
            yield (cell(words), *(cell(value) for value in values))
