"""What was entered in a document of inputs, as the calculation takes it."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

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
_Column = tuple[dict["Index", Entry], dict[tuple[str, "Index"], str]]


class _Known(NamedTuple):
    """A long column as it was read last: from which cells (kept alive), and under which source and names of members."""

    methodology: Methodology
    frame: object
    cells: Sequence[tuple[str, Answer]]
    column: _Column


# Load curves and the like, by methodology and path: an edit elsewhere must not read them again.
_READ: dict[tuple[int, str], _Known] = {}
_FEW, _MOST_READ = 500, 16


def inputs_of(read: Reader, document: str, methodology: Methodology, periods: tuple[Period, ...]) -> Inputs:
    """What was answered in a document of inputs, ready to calculate with. What is missing is left out."""
    from forms.methodologies.calculation import Inputs

    options = {option.id: str(read.value(f"I.options.{option.id}", document) or "") for option in methodology.options}
    entered = _Entered(read, document, methodology)
    values: dict[str, dict[Index, Entry]] = {}
    origins: dict[tuple[str, Index], str] = {}
    for asked in asked_parameters(methodology):
        read_values, read_origins = entered.column(asked)
        if read_values:
            values[asked.parameter.symbol] = read_values
            origins.update(read_origins)
    chosen = {name: code for name, code in options.items() if code}
    return Inputs(values=values, sets=entered.sets(periods), options=chosen, periods=periods, origins=origins)


class _Entered:
    """The answers of one document, looked at directly: nothing in it is shown from elsewhere, or calculated."""

    def __init__(self, read: Reader, document: str, methodology: Methodology) -> None:
        self._reader, self._document = read, document
        self._answers: Answers = read.snapshot.of(document)
        self._methodology = methodology
        self._names = {
            index_set.id: {key: member_name(self._answers, table, key) for key in self._answers.rows(table)}
            for index_set, table in ((index_set, f"I.sets.{index_set.id}") for index_set in row_sets(methodology))
        }
        self._places = self._places_by_field()

    def sets(self, periods: tuple[Period, ...]) -> dict[str, Index]:
        """The members of every set."""
        return {index_set.id: self._members(index_set, periods) for index_set in self._methodology.sets}

    def _members(self, index_set: IndexSet, periods: tuple[Period, ...]) -> Index:
        if index_set.kind == "period":
            return tuple(period.label for period in periods)
        return index_set.members or tuple(self._names.get(index_set.id, {}).values())

    def _places_by_field(self) -> Mapping[str, Sequence[tuple[str, str]]]:
        """Place and row key of every matrix cell that holds an answer, in one walk over the answers."""
        found: dict[str, list[tuple[str, str]]] = {}
        for place in self._answers:
            field, bracket, rest = place.partition("[")
            if bracket:
                found.setdefault(field, []).append((place, rest.removesuffix("]")))
        return found

    def column(self, asked: Asked) -> _Column:
        """Values and origins of all that is entered for a parameter, as it was read last where nothing changed."""
        if not asked.indices:
            answer = self._answers.get(asked.path) or self._default(asked)
            return self._read(asked, [] if answer is None else [("", answer)])
        cells = [(row, self._answers[place]) for place, row in self._places.get(asked.path, ())]
        if len(cells) < _FEW:
            return self._read(asked, cells)
        # The very same answers, by identity: 0.4 and 0.40 are equal, and are printed otherwise.
        frame = (
            self._source(asked),
            [self._names.get(name) for name in asked.indices],
            [(row, id(answer)) for row, answer in cells],
        )
        key = id(self._methodology), asked.path
        known = _READ.get(key)
        if known is None or known.methodology is not self._methodology or known.frame != frame:
            if len(_READ) >= _MOST_READ:
                _READ.clear()
            known = _READ[key] = _Known(self._methodology, frame, cells, self._read(asked, cells))
        return known.column

    def _read(self, asked: Asked, cells: Sequence[tuple[str, Answer]]) -> _Column:
        source = self._source(asked) if cells else ""
        values: dict[Index, Entry] = {}
        origins: dict[tuple[str, Index], str] = {}
        for row, answer in cells:
            value = answer.value
            if isinstance(value, Decimal | str | dt.date) and not isinstance(value, bool):
                index = self._index(asked, row)
                values[index] = value
                origins[asked.parameter.symbol, index] = _origin_text(answer.origin, answer.note, source)
        return values, origins

    def _index(self, asked: Asked, row: str) -> Index:
        pairs = zip(asked.indices, row.split(","), strict=False)
        return tuple([self._names.get(name, {}).get(key, key) for name, key in pairs])

    def _source(self, asked: Asked) -> str:
        return str(self._answers.value(asked.source) or asked.parameter.source)

    def _default(self, asked: Asked) -> Answer | None:
        field = inputs_form(self._methodology).field(asked.path) if asked.parameter.default else None
        if field is None:
            return None
        if field.defaults:
            return self._reader.answer(self._document, asked.path)
        return Answer(fieldtypes.parse(field.default, field), Origin.DEFAULT, field.default_source)


@lru_cache(maxsize=4096)
def _origin_text(origin: Origin, note: str, source: str) -> str:
    """Mark, origin and note of a value, and the source that is told for its parameter."""
    return " ".join(part for part in (ORIGIN_MARK[origin], origin.value, f"({note})" if note else "", source) if part)
