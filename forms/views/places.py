"""What a place is called and what stands there, in one line: for comparisons, merges and their causes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from forms.answers import Answer, Origin
from forms.fieldpath import cell_path, parse
from forms.inputs import matrix_members
from forms.prose import plain_text
from forms.views.fields import answer_text

if TYPE_CHECKING:
    from forms.answers import Value
    from forms.definition import Field
    from forms.document import Reader


def effective_answer(read: Reader, document: str, path: str) -> Answer | None:
    """The answer that is stored at a place, else the one that stands there: calculated, or the default."""
    return read.snapshot.of(document).get(path) or read.answer(document, path)


def answer_line(read: Reader, document: str, path: str) -> str:
    """An answer with its unit and, where it was not simply typed, its origin; empty when nothing stands there."""
    answer = effective_answer(read, document, path)
    return "" if answer is None else line_of(read, document, path, answer)


def line_of(read: Reader, document: str, path: str, answer: Answer) -> str:
    """A given answer as it reads at a place."""
    asked = read.asked(document, path)
    if answer.is_blank_on_purpose:
        shown = f"left blank on purpose: {answer.blank_reason}"
    elif asked is None or asked.type == "table":
        shown = _plain(answer.value)
    else:
        shown = answer_text(read, document, replace(answer, origin=Origin.TYPED, note=""), asked)
    origin = ": ".join(part for part in (answer.origin.value, answer.note) if part)
    return shown if answer.origin is Origin.TYPED and not answer.note else f"{shown} ({origin})"


def _plain(value: Value | None) -> str:
    """The order of a table, or a value that no form knows."""
    if not isinstance(value, tuple):
        return "" if value is None else str(value)
    if all(isinstance(item, str) for item in value):
        return f"{len(value)} row{'' if len(value) == 1 else 's'}"
    return plain_text(value)  # type: ignore[arg-type]


def label(read: Reader, document: str, path: str) -> str:
    """The question asked at a place, with row and column or index: `Project participants, Acme: Party`."""
    asked = read.field(document, path)
    place = parse(path)
    if asked is None:
        return path
    if not place.row:
        return asked.label
    if asked.type != "table":
        return f"{asked.label} [{', '.join(_members(read, document, asked, place.row))}]"
    column = asked.column(place.column)
    where = f"{asked.label}, {row_name(read, document, asked.path, place.row)}"
    return f"{where}: {column.label if column else place.column}" if place.column else where


def row_name(read: Reader, document: str, table: str, key: str) -> str:
    """A row by what stands in its first column that is answered in a few words; else by its position, or its key."""
    asked = read.field(document, table)
    for column in asked.columns if asked else ():
        words = answer_line(read, document, cell_path(table, key, column.key)) if column.type != "prose" else ""
        if 0 < len(words) <= 60:
            return words
    rows = read.rows(table, document)
    return f"row {rows.index(key) + 1}" if key in rows else f"row {key}"


def _members(read: Reader, document: str, asked: Field, row: str) -> list[str]:
    """Names of the members that a matrix cell is indexed by."""
    keys = row.split(",")
    if len(keys) != len(asked.indices):
        return keys
    return [
        dict(matrix_members(read, document, set_id)).get(key, key)
        for set_id, key in zip(asked.indices, keys, strict=True)
    ]
