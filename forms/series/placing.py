"""A series in its place: the answers that it makes, and what it changes."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from forms import fieldtypes
from forms.answers import Answer, Origin
from forms.errors import UserError
from forms.fieldpath import cell_path, matrix_path
from forms.inputs import applied_in, matrix_members
from forms.said import said
from forms.series.mapping import VALUE, Target
from forms.series.reading import Finding

if TYPE_CHECKING:
    from forms.definition import Column, Field
    from forms.document import Reader
    from forms.series.reading import Series, SeriesRow

_KEY_LENGTH = 4


@dataclass(frozen=True)
class Plan:
    """The answers to be put, and in numbers what they do: values that are new, other, or there already."""

    answers: Mapping[str, Answer]
    added: int
    changed: int
    same: int
    new_rows: int
    findings: tuple[Finding, ...] = ()


def target_field(read: Reader, document: str, path: str) -> Field:
    """The table or matrix that a series can be put in.

    Raises:
        UserError: there is no such field, or it takes one value only.
    """
    field = read.field(document, path)
    if field is None or field.path != path or not (field.indices or field.type == "table"):
        remedy = said("Give the path of a table or of a value by index, such as P.sites or I.EG_system.value.")
        raise UserError(said("“{path}” in {document} takes no series.", path=path, document=document), remedy)
    return field


def targets_of(read: Reader, document: str, field: Field) -> tuple[Target, ...]:
    """What the columns of a file can be for a field: its index sets and its value, or the columns of a table."""
    if not field.indices:
        return tuple(_column_target(column) for column in field.shown_columns)
    parameter = applied_in(read, document).parameter(field.path.split(".")[1])
    minimum = Decimal(parameter.minimum) if parameter and parameter.minimum else None
    kind = "number" if field.type == "number" else "text"
    sets = tuple(_set_target(read, document, name) for name in field.indices)
    return (*sets, Target(VALUE, field.label, kind, field.unit, minimum=minimum))  # type: ignore[arg-type]


def _set_target(read: Reader, document: str, set_id: str) -> Target:
    index_set = applied_in(read, document).sets_by_id[set_id]
    names = tuple(name for _, name in matrix_members(read, document, set_id))
    is_open = read.field(document, f"I.sets.{set_id}") is not None
    label = index_set.label or set_id
    return Target(set_id, label, "running" if index_set.is_numeric else "member", members=names, is_open=is_open)


def _column_target(column: Column) -> Target:
    kind = "number" if column.type == "number" else "text"
    required = column.required is True
    return Target(column.key, column.label, kind, column.unit, required=required)  # type: ignore[arg-type]


def place(read: Reader, document: str, field: Field, series: Series, *, file: str) -> Plan:
    """The answers that the rows of a series make; nothing is put yet. `file` is named as their origin."""
    placing = _Placing(read, document, field, f"file {file}")
    return placing.matrix(series.rows) if field.indices else placing.table(series.rows)


class _Placing:
    def __init__(self, read: Reader, document: str, field: Field, note: str) -> None:
        self._read = read
        self._document = document
        self._field = field
        self._note = note
        self._answers: dict[str, Answer] = {}
        self._counts = {"added": 0, "changed": 0, "same": 0}
        self._findings: list[Finding] = []
        self._names: dict[str, str] = {}

    def matrix(self, rows: Sequence[SeriesRow]) -> Plan:
        """A value for each index; members that a set does not have yet are added to it."""
        keys = {name: self._keys_of(name) for name in self._field.indices}
        known = sum(map(len, keys.values()))
        for row in rows:
            index = tuple(self._key(keys[name], str(row.cells[name])) for name in self._field.indices)
            if VALUE in row.cells:
                self._put(row, matrix_path(self._field.path, index), VALUE, row.cells[VALUE], self._field)
        new = sum(map(len, keys.values())) - known
        return self._plan({**self._orders(keys), **self._answers}, new)

    def table(self, rows: Sequence[SeriesRow]) -> Plan:
        """A new row for each, behind those that are there."""
        columns = {column.key: column for column in self._field.shown_columns}
        order = list(self._read.rows(self._field.path, self._document))
        for row in rows:
            order.append(_new_key())
            for name, value in row.cells.items():
                self._put(row, cell_path(self._field.path, order[-1], name), name, value, columns[name])
        return self._plan({self._field.path: Answer(tuple(order)), **self._answers}, len(rows))

    def _plan(self, answers: Mapping[str, Answer], new_rows: int) -> Plan:
        return Plan(answers, **self._counts, new_rows=new_rows, findings=tuple(self._findings))

    def _put(self, row: SeriesRow, path: str, name: str, value: Decimal | str, asked: fieldtypes.Asked) -> None:
        try:
            read = value if isinstance(value, Decimal) else fieldtypes.parse(value, asked)
        except UserError as fault:
            self._findings.append(Finding(row.number, name, str(fault)))
            return
        before = self._read.snapshot.of(self._document).get(path)
        now = Answer(read, Origin.IMPORTED, self._note)
        kind = "added" if before is None else "same" if before.value == now.value else "changed"
        self._counts[kind] += 1
        self._answers[path] = now

    def _keys_of(self, set_id: str) -> dict[str, str]:
        """Row key by name, without regard to capitals."""
        return {name.casefold(): key for key, name in matrix_members(self._read, self._document, set_id)}

    def _key(self, keys: dict[str, str], name: str) -> str:
        if name.casefold() not in keys:
            keys[name.casefold()] = _new_key()
            self._names[keys[name.casefold()]] = name
        return keys[name.casefold()]

    def _orders(self, keys: Mapping[str, Mapping[str, str]]) -> dict[str, Answer]:
        """Sets with their new members, those that were there first."""
        found: dict[str, Answer] = {}
        for set_id, by_name in keys.items():
            table, added = f"I.sets.{set_id}", [key for key in by_name.values() if key in self._names]
            if added:
                found[table] = Answer((*self._read.rows(table, self._document), *added))
                origin = Origin.IMPORTED, self._note
                found |= {cell_path(table, key, "name"): Answer(self._names[key], *origin) for key in added}
        return found


def _new_key() -> str:
    return f"r{secrets.token_hex(_KEY_LENGTH)}"
