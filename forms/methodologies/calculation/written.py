"""Inputs as the command line and the worked cases write them: strict, and every wrong key or number is named."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal, DecimalException

from forms.errors import UserError
from forms.methodologies.calculation.inputs import Inputs, InputValue, is_a_quantity
from forms.methodologies.equations.nodes import Member, Symbol, walk
from forms.methodologies.model import Index, IndexSet, Methodology, Parameter
from forms.periods import Period, periods_of
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
    _check_places(methodology, made)
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
        found[symbol] = {}
        for at, cell in cells.items():
            index = _index(methodology, symbol, str(at))
            if index in found[symbol]:
                raise UserError(f"{_named(symbol, index)} stands twice.", "Keep one of the two.")
            found[symbol][index] = _value(methodology, symbol, index, cell)
    return found


def _named(symbol: str, index: Index) -> str:
    return f"{symbol}[{','.join(index)}]" if index else symbol


def _index(methodology: Methodology, symbol: str, text: str) -> Index:
    index = tuple(part.strip() for part in text.split(",")) if text.strip() else ()
    indices = methodology.indices_of(symbol)
    if len(index) not in (len(indices), len(_without_period(methodology, indices))):
        form = ",".join(indices) or "no index"
        raise UserError(f"{symbol} is given for “{text}”, but is asked by {form}.", "Join indices with commas.")
    return index


def _without_period(methodology: Methodology, indices: Index) -> Index:
    return tuple(set_id for set_id in indices if methodology.sets_by_id[set_id].kind != "period")


def _value(methodology: Methodology, symbol: str, index: Index, cell: object) -> InputValue:
    parameter = methodology.parameter(symbol)
    if parameter is not None and not parameter.is_number:
        if isinstance(cell, bool) or not isinstance(cell, str | int | Decimal | dt.date):
            raise UserError(f"The value of {_named(symbol, index)} is not a text.", "Write it in quotes.")
        return str(cell)
    if isinstance(cell, bool) or not isinstance(cell, str | int | float | Decimal):
        remedy = "Leave it out while it is not known." if cell is None else _HOW
        raise UserError(f"The value of {_named(symbol, index)} is not a number.", remedy)
    return _number(str(cell).strip(), _named(symbol, index))


def _number(text: str, name: str) -> Decimal:
    if not _NUMBER.fullmatch(text):
        raise UserError(f"The value “{text[:60]}” of {name} is not a number.", _HOW)
    value = Decimal(text)
    if not is_a_quantity(value):
        raise UserError(f"The value “{text[:60]}” of {name} is too large or too small to be a quantity.", _HOW)
    return value


# -- where values belong ---------------------------------------------------------------------------------------------


def _check_places(methodology: Methodology, inputs: Inputs) -> None:
    """Values for rows or years that do not exist, and for what is calculated, would be left out without a word."""
    shifted = _asked_outside(methodology)
    for symbol, cells in inputs.values.items():
        indices = methodology.indices_of(symbol)
        for index in cells:
            sets = indices if len(index) == len(indices) else _without_period(methodology, indices)
            outside = [
                (set_id, key)
                for set_id, key in zip(sets, index, strict=True)
                if _is_outside(methodology, inputs, set_id, key)
            ]
            _check_place(
                methodology, inputs, symbol, index, [pair for pair in outside if (symbol, pair[0]) not in shifted]
            )
            if not outside:
                _check_is_asked(methodology, symbol)


def _asked_outside(methodology: Methodology) -> set[tuple[str, str]]:
    """Symbol and set of references such as X[y-1], which may need a value from before the first."""
    return {
        (node.name, set_id)
        for equation in methodology.equations
        for node in walk(equation.formula.tree)
        if isinstance(node, Symbol)
        for key, set_id in zip(node.keys, node.sets, strict=True)
        if methodology.sets_by_id[set_id].is_numeric and not (isinstance(key, Member) and key.set_id == set_id)
    }


def _members(methodology: Methodology, inputs: Inputs, set_id: str) -> tuple[str, ...]:
    index_set = methodology.sets_by_id[set_id]
    if index_set.kind == "period":
        return tuple(period.label for period in inputs.periods)
    return index_set.members or inputs.sets.get(set_id, ())


def _is_outside(methodology: Methodology, inputs: Inputs, set_id: str, key: str) -> bool:
    """A set that is not given has no outside: it is asked for by itself."""
    members = _members(methodology, inputs, set_id)
    return bool(members) and key not in members


def _check_place(
    methodology: Methodology, inputs: Inputs, symbol: str, index: Index, outside: Sequence[tuple[str, str]]
) -> None:
    for set_id, key in outside:
        members = _members(methodology, inputs, set_id)
        hint = did_you_mean(key, members).strip() or f"It has {', '.join(members[:12])}."
        raise UserError(f"{_named(symbol, index)} is given, but “{key}” is no member of the set “{set_id}”.", hint)


def _check_is_asked(methodology: Methodology, symbol: str) -> None:
    definitions = methodology.definitions[symbol]
    if not any(isinstance(definition, Parameter) for definition in definitions):
        number = f" by equation {getattr(definitions[0], 'number', '')}".rstrip()
        raise UserError(f"{symbol} is calculated{number}, so it cannot be given.", "Leave it out.")


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
        start, end = (dt.date.fromisoformat(str(table.get(key, ""))) for key in ("start", "end"))
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
