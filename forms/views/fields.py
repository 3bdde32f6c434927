"""How typed answers read on paper: each field as blocks, each section as fields in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING

from forms import fieldtypes
from forms.answers import ORIGIN_MARK, Answer, Origin
from forms.blocks import (
    Align,
    Block,
    Cell,
    Column,
    Figure,
    Paragraph,
    ParameterBlock,
    Run,
    Runs,
    TableBlock,
    cell,
    text_run,
    with_runs,
)
from forms.document import FACTS_DOCUMENT, Reader
from forms.expressions import expression
from forms.fieldpath import cell_path
from forms.insertions import footnotes
from forms.prose import plain_text
from forms.views import generated_blocks
from forms.views.symbols import printed_unit

if TYPE_CHECKING:
    from forms.definition import Column as Asked
    from forms.definition import Field, Section

MISSING = "(not answered yet)"
UNDECIDED = "(whether this section applies is not answered yet)"
_LONG = frozenset({"prose", "table", "generated", "file"})
_NUMBERS = frozenset({"number"})


@dataclass(frozen=True)
class Part:
    """A stretch of a section: one long field, or several short ones in one box. `path` is the first field."""

    path: str
    label: str
    blocks: tuple[Block, ...]


def section_parts(read: Reader, document: str, section: Section) -> tuple[Part, ...]:
    """What is printed under a heading, in the order of the form; the reason alone when it does not apply."""
    if not read.is_relevant(document, section):
        return (Part("", "", (_unused(read, document, section),)),)
    asked = [item for item in section.fields if read.state(document, item.path).relevant]
    parts: list[Part] = []
    for is_long, items in groupby(asked, key=lambda item: item.type in _LONG):
        fields = list(items)
        if is_long:
            parts.extend(_long_part(read, document, item, alone=len(section.fields) == 1) for item in fields)
        else:
            parts.append(Part(fields[0].path, "", (_box(read, document, fields),)))
    return tuple(parts)


def _unused(read: Reader, document: str, section: Section) -> Paragraph:
    """Why a section stays empty; while what decides that is not answered, that is what is missing."""
    deciding = expression(section.relevant).paths if section.relevant else frozenset()
    if any(read.value(path, "" if path.startswith("P.") else document) is None for path in deciding):
        return Paragraph(text_run(UNDECIDED), style="missing")
    return Paragraph(text_run(section.unused or "This section does not apply."))


def _long_part(read: Reader, document: str, asked: Field, *, alone: bool) -> Part:
    return Part(asked.path, "" if alone else asked.label, field_blocks(read, document, asked))


def _box(read: Reader, document: str, fields: Sequence[Field]) -> ParameterBlock:
    return ParameterBlock("", tuple((item.label, field_blocks(read, document, item)) for item in fields))


def field_blocks(read: Reader, document: str, asked: Field) -> tuple[Block, ...]:
    """One field as blocks: its answer, the reason why it is blank, or the note that it is missing."""
    if asked.type == "generated":
        return generated_blocks(read.about(document), asked)
    if asked.type == "table":
        return tuple(_table_blocks(read, document, asked))
    answer = read.answer(document, asked.path)
    if answer is None or answer.value in (None, "", ()):
        return _blank(answer, is_required=read.state(document, asked.path).required)
    if asked.type == "prose" and isinstance(answer.value, tuple):
        return _narrative(answer)
    if asked.type == "file" and _is_picture(read, str(answer.value)):
        return (Figure(str(answer.value), asked.label, f"Picture: {asked.label}", name=asked.path),)
    return (Paragraph(text_run(answer_text(read, document, answer, asked))),)


def _narrative(answer: Answer) -> tuple[Block, ...]:
    """A narrative with its footnotes below it, their numbers raised in the text."""
    blocks: tuple[Block, ...] = answer.value  # type: ignore[assignment]
    if not answer.has_insertions:
        return blocks
    return (*(with_runs(block, _with_raised_notes) for block in blocks), *footnotes(blocks))


def _with_raised_notes(runs: Runs) -> Runs:
    return tuple(
        replace(run, marks=(run.marks - {"sub"}) | {"sup"}) if run.link.startswith("note:") else run for run in runs
    )


def _is_picture(read: Reader, sha256: str) -> bool:
    attached = read.snapshot.attachments.get(sha256)
    return attached is not None and attached.media_type in {"image/png", "image/jpeg"}


def _blank(answer: Answer | None, *, is_required: bool) -> tuple[Block, ...]:
    if answer is not None and answer.is_blank_on_purpose:
        return (Paragraph(text_run(f"Left blank on purpose: {answer.blank_reason}")),)
    return (Paragraph(text_run(MISSING), style="missing"),) if is_required else (Paragraph(text_run("–")),)


def answer_text(read: Reader, document: str, answer: Answer, asked: fieldtypes.Asked) -> str:
    """An answer in one line: value, unit, and the mark and note of its origin when it is not simply typed."""
    if answer.is_blank_on_purpose:
        return f"Left blank on purpose: {answer.blank_reason}"
    words = _value_text(read, document, answer, asked)
    unit = printed_unit(asked.unit) if asked.unit and asked.type in _NUMBERS else ""
    shown = words if unit in {"", "–"} else f"{words} {unit}"
    if answer.origin is Origin.OVERRIDDEN:
        return f"{shown} {ORIGIN_MARK[answer.origin]} {answer.note}"
    return shown


def _value_text(read: Reader, document: str, answer: Answer, asked: fieldtypes.Asked) -> str:
    if answer.value is None:
        return ""
    if asked.type == "reference":
        return reference_text(read, document, asked.refers, str(answer.value))
    if asked.type == "file":
        attached = read.snapshot.attachments.get(str(answer.value))
        return f"{attached.name} (SHA-256 {attached.sha256[:12]}…)" if attached else "file not found"
    if asked.type == "prose" and isinstance(answer.value, tuple):
        return plain_text(answer.value)  # type: ignore[arg-type]
    return fieldtypes.show(answer.value, asked)


def reference_text(read: Reader, document: str, table: str, key: str) -> str:
    """What a reference shows: the first column of the row; the key when the row is gone."""
    home = FACTS_DOCUMENT if table.startswith("P.") else document
    asked = read.field(home, table)
    if asked is None or not asked.columns or key not in read.rows(table, home):
        return key
    words = read.text(cell_path(table, key, asked.columns[0].key), home) or key
    # Within a form the table is named too: "D.2, 1".
    return words if home == FACTS_DOCUMENT else f"{table.rpartition('.')[0]}, {words}"


def _table_blocks(read: Reader, document: str, asked: Field) -> Iterator[Block]:
    rows = read.rows(asked.path, document)
    answer = read.answer(document, asked.path)
    if not rows:
        yield from _blank(answer, is_required=read.state(document, asked.path).required)
    elif asked.layout == "block":
        yield from (_row_block(read, document, asked, key) for key in rows)
    else:
        yield _table(read, document, asked, rows)


def _row_block(read: Reader, document: str, asked: Field, key: str) -> ParameterBlock:
    rows = (
        (column.label, _cell_blocks(read, document, cell_path(asked.path, key, column.key), column))
        for column in asked.shown_columns
    )
    return ParameterBlock("", tuple(rows))


def _cell_blocks(read: Reader, document: str, path: str, column: Asked) -> tuple[Block, ...]:
    answer = read.answer(document, path)
    if answer is None or answer.value in (None, "", ()):
        return _blank(answer, is_required=column.required)
    if column.type == "prose" and isinstance(answer.value, tuple):
        return _narrative(answer)
    return (Paragraph(text_run(answer_text(read, document, answer, column))),)


def _table(read: Reader, document: str, asked: Field, rows: Sequence[str]) -> TableBlock:
    columns = asked.shown_columns
    heads = tuple(Column(_head(column), _align(column), column.width) for column in columns)
    cells = tuple(tuple(_cell(read, document, asked, key, column) for column in columns) for key in rows)
    return TableBlock(heads, cells)


def _head(column: Asked) -> str:
    unit = printed_unit(column.unit) if column.type in _NUMBERS else ""
    return column.label if unit in {"", "–"} or f"({unit})" in column.label else f"{column.label} ({unit})"


def _align(column: Asked) -> Align:
    return "right" if column.type in _NUMBERS else "left"


def _cell(read: Reader, document: str, asked: Field, key: str, column: Asked) -> Cell:
    answer = read.answer(document, cell_path(asked.path, key, column.key))
    if answer is None or answer.value in (None, "", ()):
        blank = answer.blank_reason if answer is not None else ""
        return Cell((Run(blank or (MISSING if column.required else "–")),))
    if isinstance(answer.value, Decimal):
        return cell(fieldtypes.show(answer.value, column), origin=answer.origin)
    return cell(_value_text(read, document, answer, column))
