"""Defaults by row: the value of a parameter from a table that ships, with the row as its source."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from forms.errors import UserError
from forms.quantities import PRECISION, convert, format_number
from forms.tables import table

if TYPE_CHECKING:
    from forms.methodologies.equations import Surroundings, Value
    from forms.methodologies.model import Index, Parameter
    from forms.periods import Period
    from forms.tables import Row

_FROM, _TO = "in_force_from", "in_force_to"


class NoRow(Exception):
    """The table has no row for what is asked; the message says for what."""


@dataclass(frozen=True)
class _Span:
    """The days of a period on which one row is in force."""

    row: Row
    start: dt.date
    end: dt.date

    @property
    def days(self) -> int:
        return (self.end - self.start).days + 1


def value_from_table(
    parameter: Parameter, index: Index, surroundings: Surroundings, periods: Sequence[Period]
) -> tuple[Decimal, str]:
    """The value in the unit of the parameter, and the row it stands in with its source.

    Raises:
        NoRow: no row fits, several do, or rows of different dates are in force where one value is asked for.
        Blocked: what decides on the row is missing.
    """
    wanted = parameter.default_table
    assert wanted is not None
    cells = ((column, match.evaluate(surroundings, index)) for column, match in wanted.match.items())
    asked = tuple((column, value, _shown(value)) for column, value in cells)
    found = _answer(
        _Question(wanted.table, wanted.column, asked, parameter.input_unit, tuple(periods) if wanted.is_dated else None)
    )
    if isinstance(found, str):
        raise NoRow(found)
    return found


class _Question(NamedTuple):
    """A cell that is wanted: `asked` decides on the row by column, value and value as shown; `periods` by its dates."""

    table: str
    column: str
    asked: tuple[tuple[str, Value, str], ...]
    unit: str
    periods: tuple[Period, ...] | None


@lru_cache(maxsize=2048)
def _answer(question: _Question) -> tuple[Decimal, str] | str:
    """Value and row, or why there is none. The same few rows are asked for in every calculation."""
    rows = [
        row for row in table(question.table) if all(_fits(row[column], value) for column, value, _ in question.asked)
    ]
    words = f"table {question.table}, {', '.join(f'{column} {shown}' for column, _, shown in question.asked)}"
    try:
        if question.periods is not None:
            return _by_date(question, rows, words, question.periods)
        if len(rows) != 1:
            return f"There {'is no row' if not rows else f'are {len(rows)} rows'} for it in {words}."
        return _amount(question, rows[0]), _sourced(words, rows[0])
    except NoRow as reason:
        return str(reason)


def _fits(cell: str, value: Value) -> bool:
    if not isinstance(value, Decimal):
        return cell == value
    try:
        return Decimal(cell) == value
    except InvalidOperation:
        return False


def _shown(value: Value) -> str:
    return format_number(value) if isinstance(value, Decimal) else str(value)


def _sourced(words: str, row: Mapping[str, str]) -> str:
    return f"{words}: {row['source']}" if row.get("source") else words


def _amount(question: _Question, row: Row) -> Decimal:
    value = Decimal(row[question.column])
    try:
        return convert(value, row["unit"], question.unit) if row.get("unit") else value
    except UserError as error:
        raise NoRow(f"The unit of table {question.table} does not fit: {error.message}") from error


# -- rows that are in force between dates --------------------------------------------------------------------------


def _by_date(question: _Question, rows: Sequence[Row], words: str, periods: Sequence[Period]) -> tuple[Decimal, str]:
    spans = sorted((span for period in periods for span in _spans(rows, period)), key=lambda span: span.start)
    days = sum((period.end - period.start).days + 1 for period in periods)
    if not days or sum(span.days for span in spans) != days:
        raise NoRow(f"No single row is in force on every day that is asked for in {words}.")
    amounts = [_amount(question, span.row) for span in spans]
    if len(set(amounts)) == 1:
        sources = dict.fromkeys(span.row.get("source", "") for span in spans)
        return amounts[0], f"{words}: {'; '.join(source for source in sources if source)}"
    parts = [
        f"{format_number(value)} on {span.days} days to {span.end}" for value, span in zip(amounts, spans, strict=True)
    ]
    if len(periods) > 1:
        raise NoRow(f"One value is asked for, but several are in force in {words}: {', '.join(parts)}.")
    weighted = sum((value * span.days for value, span in zip(amounts, spans, strict=True)), Decimal(0))
    return PRECISION.divide(weighted, Decimal(days)), f"{words}: mean by days, {', '.join(parts)}"


def _spans(rows: Sequence[Row], period: Period) -> Iterator[_Span]:
    """The parts of a period for which a row is in force. Rows without any date are never chosen by date."""
    for row in rows:
        if row[_FROM] or row[_TO]:
            start = max(period.start, _day(row[_FROM], dt.date.min))
            end = min(period.end, _day(row[_TO], dt.date.max))
            if start <= end:
                yield _Span(row, start, end)


def _day(text: str, otherwise: dt.date) -> dt.date:
    return dt.date.fromisoformat(text) if text else otherwise
