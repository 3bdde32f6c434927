"""Inputs as the command line and the worked cases write them: strict, and every wrong key or number is named."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal, DecimalException

from forms.errors import UserError
from forms.fieldpath import matrix_path
from forms.methodologies.calculation.belonging import check_places, without_period
from forms.methodologies.calculation.inputs import Inputs, InputValue
from forms.methodologies.model import Index, IndexSet, Methodology, is_a_quantity
from forms.periods import Period, iso_day, periods_of
from forms.spelling import did_you_mean

_JSON_KEYS = ("values", "sets", "options", "crediting_period")
_PERIOD_KEYS = ("start", "end", "rows")
_NUMBER = re.compile(r"[+-]?(?:\d{1,60}(?:\.\d{0,60})?|\.\d{1,60})(?:[eE][+-]?\d{1,6})?")
_LONGEST_NUMBER = 200
_HOW = "Write it as a JSON number or a text, with a decimal point, without thousands separators and unit."


def read_json(text: str | bytes) -> object:
    """What a JSON text holds, with numbers exact.

    Raises:
        UserError: a key stands twice in one object, so that one of its values would be lost.
        ValueError, RecursionError: it is not JSON.
    """
    return json.loads(
        text, parse_float=_exact, parse_int=_exact, parse_constant=str, object_pairs_hook=_without_repeats
    )


def _exact(text: str) -> int | Decimal | str:
    """The number; as the text that it is where it is too long for any, so that it is refused by its name."""
    if len(text) > _LONGEST_NUMBER:
        return text
    try:
        return int(text) if text.lstrip("-").isdecimal() else Decimal(text)
    except DecimalException:
        return text


def _without_repeats(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            raise UserError(f"The key “{key}” stands twice in the same object.", "Keep one of the two.")
        found[key] = value
    return found


def inputs_from_json(methodology: Methodology, data: Mapping[str, object]) -> Inputs:
    """Inputs as the command line takes them.

    `{"values": {symbol: value | {index: value}}, "sets": {name: [members]}, "options": {id: code},
    "crediting_period": {"start", "end", "rows"?}}`. Indices are joined with commas: `{"gas,2002": "199104"}`.
    Numbers are decimal texts or JSON numbers.

    Raises:
        UserError: naming the key that is unknown, or the symbol whose value cannot be read.
    """
    _check_keys(data, _JSON_KEYS, "")
    made = Inputs(
        values=_values(methodology, _table(data, "values")),
        sets=_sets(methodology, _table(data, "sets")),
        options=chosen_options(methodology, _table(data, "options")),
        periods=_periods(_table(data, "crediting_period")),
    )
    check_places(methodology, made)
    return made


def _check_keys(data: Mapping[str, object], known: Sequence[str], where: str) -> None:
    for key in data:
        if key not in known:
            raise UserError(f"The key “{key}” is not known{where}.", f"Known are {', '.join(known)}.")


def _table(data: Mapping[str, object], key: str) -> Mapping[str, object]:
    value = data.get(key) or {}
    if not isinstance(value, Mapping):
        raise UserError(f"“{key}” must be an object.", "See the command line in the handbook.")
    return value


def _unknown(kind: str, name: str, known: Sequence[str]) -> UserError:
    hint = did_you_mean(name, known).strip() or f"Known are {', '.join(known) or 'none'}."
    return UserError(f"“{name}” is no {kind} of this methodology.", hint)


# -- values ----------------------------------------------------------------------------------------------------------


def _values(methodology: Methodology, table: Mapping[str, object]) -> dict[str, dict[Index, InputValue]]:
    found: dict[str, dict[Index, InputValue]] = {}
    for symbol, entry in table.items():
        if symbol not in methodology.definitions:
            raise _unknown("symbol", symbol, [parameter.symbol for parameter in methodology.parameters])
        cells = entry if isinstance(entry, Mapping) else {"": entry}
        read_index, read_value = _reader_of_indices(methodology, symbol), _reader_of_values(methodology, symbol)
        column = found[symbol] = {}
        for at, cell in cells.items():
            index = read_index(str(at))
            if index in column:
                raise UserError(f"{matrix_path(symbol, index)} stands twice.", "Keep one of the two.")
            column[index] = read_value(index, cell)
    return found


def _reader_of_indices(methodology: Methodology, symbol: str) -> Callable[[str], Index]:
    indices = methodology.indices_of(symbol)
    lengths = {len(indices), len(without_period(methodology, indices))}

    def read(text: str) -> Index:
        index = tuple([part.strip() for part in text.split(",")]) if text and not text.isspace() else ()
        if len(index) not in lengths:
            form = ",".join(indices) or "no index"
            raise UserError(f"{symbol} is given for “{text}”, but is asked by {form}.", "Join indices with commas.")
        return index

    return read


def _reader_of_values(methodology: Methodology, symbol: str) -> Callable[[Index, object], InputValue]:
    parameter = methodology.parameter(symbol)
    is_number = parameter is None or parameter.is_number

    def read(index: Index, cell: object) -> InputValue:
        if not is_number:
            if isinstance(cell, bool) or not isinstance(cell, str | int | Decimal | dt.date):
                raise UserError(f"The value of {matrix_path(symbol, index)} is not a text.", "Write it in quotes.")
            return str(cell)
        if isinstance(cell, bool) or not isinstance(cell, str | int | float | Decimal):
            remedy = "Leave it out while it is not known." if cell is None else _HOW
            raise UserError(f"The value of {matrix_path(symbol, index)} is not a number.", remedy)
        return _number(str(cell).strip(), symbol, index)

    return read


def _number(text: str, symbol: str, index: Index) -> Decimal:
    value = Decimal(text) if _NUMBER.fullmatch(text) else None
    if value is None or not is_a_quantity(value):
        why = "not a number" if value is None else "too large or too small to be a quantity"
        raise UserError(f"The value “{text[:60]}” of {matrix_path(symbol, index)} is {why}.", _HOW)
    return value


# -- sets, options, crediting period ---------------------------------------------------------------------------------


def _sets(methodology: Methodology, table: Mapping[str, object]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name, members in table.items():
        if name not in methodology.sets_by_id:
            raise _unknown("set", name, [entry.id for entry in methodology.sets])
        if not isinstance(members, Sequence) or isinstance(members, str):
            raise UserError(f"The members of “{name}” must be a list.", "Write them in square brackets.")
        found[name] = tuple(_checked_members(name, members))
        _check_is_open(methodology.sets_by_id[name], found[name])
    return found


def _check_is_open(index_set: IndexSet, given: Index) -> None:
    """Members that the crediting period or the methodology decides on would be left out without a word."""
    if index_set.kind == "period":
        message = f"The members of “{index_set.id}” are the years of the crediting period."
        raise UserError(message, "Leave the set out, and give “crediting_period” with “start” and “end”.")
    if index_set.members and set(given) - set(index_set.members):
        message = f"The members of “{index_set.id}” are given by the methodology: {', '.join(index_set.members)}."
        raise UserError(message, "Leave the set out.")


def _checked_members(name: str, members: Sequence[object]) -> Iterator[str]:
    told: set[str] = set()
    for member in members:
        text = str(member).strip()
        if isinstance(member, bool) or not isinstance(member, str | int | Decimal) or not text or "," in text:
            raise UserError(f"“{text}” cannot be a member of “{name}”.", "Members are names or years, without commas.")
        if text in told:
            raise UserError(f"“{text}” stands twice in the set “{name}”.", "Keep one of the two.")
        told.add(text)
        yield text


def chosen_options(methodology: Methodology, table: Mapping[str, object]) -> dict[str, str]:
    """Options with their codes.

    Raises:
        UserError: an option or a code does not exist.
    """
    asked = {option.id: option for option in methodology.options}
    for name, code in table.items():
        if name not in asked:
            raise _unknown("option", name, list(asked))
        codes = [choice.code for choice in asked[name].choices]
        if code not in codes:
            raise UserError(f"“{code}” is no choice of the option “{name}”.", f"Choose one of {', '.join(codes)}.")
    return {name: str(code) for name, code in table.items()}


def _periods(table: Mapping[str, object]) -> tuple[Period, ...]:
    if not table:
        return ()
    _check_keys(table, _PERIOD_KEYS, " in the crediting period")
    try:
        start, end = (iso_day(str(table.get(key, ""))) for key in ("start", "end"))
    except ValueError:
        raise UserError("The crediting period needs “start” and “end”.", "Write dates as 2008-09-01.") from None
    rows = table.get("rows", "calendar")
    if rows not in ("calendar", "crediting"):
        raise UserError(f"“{rows}” is no kind of rows.", "Use calendar or crediting.")
    made = periods_of(start, end, "calendar" if rows == "calendar" else "crediting")
    if not made:
        raise UserError(
            f"From {start} to {end} there is no crediting period.", "It ends after it begins, within a century."
        )
    return made
