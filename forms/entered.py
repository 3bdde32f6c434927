"""What was entered in a document of inputs, as the calculation takes it."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from forms import fieldtypes
from forms.answers import ORIGIN_MARK, Answer, Origin
from forms.inputs import Asked, asked_parameters, inputs_form, member_name, row_sets

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from forms.answers import Answers
    from forms.document import Reader
    from forms.methodologies.calculation import Inputs
    from forms.methodologies.model import Index, IndexSet, Methodology
    from forms.periods import Period

Entry = Decimal | str | dt.date
K = TypeVar("K")
V = TypeVar("V")


class _Column(NamedTuple):
    """Values of one parameter by index, and where each comes from."""

    values: dict[Index, Entry]
    origins: dict[Index, str]


class _Members(NamedTuple):
    """The members of a set that is a table, as they were read from these cells and this order (both kept alive)."""

    order: Answer | None
    cells: Mapping[str, Answer]
    names: Mapping[str, str]
    listed: Index


class _Known(NamedTuple):
    """A long column as it was read last: from which cells, under which source and which names of members."""

    methodology: Methodology
    source: str
    names: Sequence[Mapping[str, str]]
    cells: Mapping[str, Answer]
    column: _Column


# Load curves and the like, and the hours they stand by, by document and path: an edit elsewhere must not read them
# again. What is kept counts only for the very same cells, which never change.
_READ: dict[tuple[int, str, str], _Known] = {}
_LISTED: dict[tuple[str, str], _Members] = {}
_FEW, _MOST_READ = 500, 16
_NO_NAMES: Mapping[str, str] = {}


def inputs_of(read: Reader, document: str, methodology: Methodology, periods: tuple[Period, ...]) -> Inputs:
    """What was answered in a document of inputs, ready to calculate with. What is missing is left out."""
    from forms.methodologies.calculation import Inputs

    options = {option.id: str(read.value(f"I.options.{option.id}", document) or "") for option in methodology.options}
    entered = _Entered(read, document, methodology)
    values: dict[str, dict[Index, Entry]] = {}
    origins: dict[str, dict[Index, str]] = {}
    for asked in asked_parameters(methodology):
        column = entered.column(asked)
        if column.values:
            values[asked.parameter.symbol], origins[asked.parameter.symbol] = column
    chosen = {name: code for name, code in options.items() if code}
    return Inputs(values=values, sets=entered.sets(periods), options=chosen, periods=periods, origins=origins)


class _Entered:
    """The answers of one document, looked at directly: nothing in it is shown from elsewhere, or calculated."""

    def __init__(self, read: Reader, document: str, methodology: Methodology) -> None:
        self._reader, self._document = read, document
        self._answers: Answers = read.snapshot.of(document)
        self._methodology = methodology
        self._sets = {index_set.id: self._listed(f"I.sets.{index_set.id}") for index_set in row_sets(methodology)}

    def _listed(self, table: str) -> _Members:
        """Names by row key, and the members in order, as they were read last where nothing changed."""
        order, cells = self._answers.get(table), self._answers.cells(table)
        known = _LISTED.get((self._document, table))
        if known is not None and known.order is order and known.cells is cells:
            return known
        names = {key: member_name(self._answers, table, key) for key in self._answers.rows(table)}
        made = _Members(order, cells, names, tuple(names.values()))
        if len(names) >= _FEW:
            _keep(_LISTED, (self._document, table), made)
        return made

    def sets(self, periods: tuple[Period, ...]) -> dict[str, Index]:
        """The members of every set."""
        return {index_set.id: self._members(index_set, periods) for index_set in self._methodology.sets}

    def _members(self, index_set: IndexSet, periods: tuple[Period, ...]) -> Index:
        if index_set.kind == "period":
            return tuple(period.label for period in periods)
        return index_set.members or (self._sets[index_set.id].listed if index_set.id in self._sets else ())

    def column(self, asked: Asked) -> _Column:
        """Values and origins of all that is entered for a parameter, as it was read last where nothing changed."""
        if not asked.indices:
            answer = self._answers.get(asked.path) or self._default(asked)
            return self._read(asked, {} if answer is None else {asked.path: answer})
        cells = self._answers.cells(asked.path)
        return self._read(asked, cells) if len(cells) < _FEW else self._long_column(asked, cells)

    def _long_column(self, asked: Asked, cells: Mapping[str, Answer]) -> _Column:
        key = id(self._methodology), self._document, asked.path
        source, names = self._source(asked), self._names(asked)
        known = _READ.get(key)
        is_like = (
            known is not None
            and known.methodology is self._methodology
            and known.source == source
            and known.names == names
        )
        if known is not None and is_like and known.cells is cells:
            return known.column
        column = self._updated(asked, known, cells) if known is not None and is_like else None
        column = column or self._read(asked, cells)
        _keep(_READ, key, _Known(self._methodology, source, names, cells, column))
        return column

    def _updated(self, asked: Asked, known: _Known, cells: Mapping[str, Answer]) -> _Column | None:
        """The column read last with the cells that changed; `None` where it is not the same cells, each with a value.

        By identity: 0.4 and 0.40 are equal, and are printed otherwise.
        """
        column = known.column
        if not len(known.cells) == len(cells) == len(column.values):
            return None
        pairs = zip(known.cells.items(), cells.items(), strict=True)
        changed = dict(after for before, after in pairs if before[1] is not after[1] or before[0] != after[0])
        part = self._read(asked, changed)
        if len(part.values) != len(changed) or not changed.keys() <= known.cells.keys():
            return None
        is_told = all(column.origins[index] == told for index, told in part.origins.items())
        origins = column.origins if is_told else {**column.origins, **part.origins}
        return _Column({**column.values, **part.values}, origins)

    def _read(self, asked: Asked, cells: Mapping[str, Answer]) -> _Column:
        source, names, start = self._source(asked) if cells else "", self._names(asked), len(asked.path) + 1
        values: dict[Index, Entry] = {}
        origins: dict[Index, str] = {}
        for place, answer in cells.items():
            value = answer.value
            if isinstance(value, Decimal | str | dt.date) and not isinstance(value, bool):
                keys = place[start:-1].split(",") if names else ()
                index = tuple([known.get(key, key) for known, key in zip(names, keys, strict=False)])
                values[index] = value
                origins[index] = _origin_text(answer.origin, answer.note, source)
        return _Column(values, origins)

    def _names(self, asked: Asked) -> Sequence[Mapping[str, str]]:
        """Names of members by row key, for each set that a parameter is asked by; none where they are not rows."""
        return [self._sets[name].names if name in self._sets else _NO_NAMES for name in asked.indices]

    def _source(self, asked: Asked) -> str:
        said = self._answers.value(asked.source)
        if not said and (field := inputs_form(self._methodology).field(asked.source)) and field.defaults:
            said = self._reader.value(asked.source, self._document)
        return str(said or asked.parameter.source)

    def _default(self, asked: Asked) -> Answer | None:
        field = inputs_form(self._methodology).field(asked.path) if asked.parameter.default else None
        if field is None:
            return None
        if field.defaults:
            return self._reader.answer(self._document, asked.path)
        return Answer(fieldtypes.parse(field.default, field), Origin.DEFAULT, field.default_source)


def _keep(known: dict[K, V], key: K, made: V) -> None:
    if len(known) >= _MOST_READ and key not in known:
        known.clear()
    known[key] = made


@lru_cache(maxsize=4096)
def _origin_text(origin: Origin, note: str, source: str) -> str:
    """Mark, origin and note of a value, and the source that is told for its parameter."""
    return " ".join(part for part in (ORIGIN_MARK[origin], origin.value, f"({note})" if note else "", source) if part)
