"""What a calculation starts from, and how the command line and the worked cases write it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from forms.errors import UserError
from forms.methodologies.model import Index, Methodology
from forms.periods import Period, periods_of
from forms.quantities import read_number
from forms.spelling import did_you_mean

InputValue = Decimal | str | dt.date
Key = tuple[str, Index]

_JSON_KEYS = ("values", "sets", "options", "crediting_period")


@dataclass(frozen=True)
class Inputs:
    """What the user gives: values by symbol and index, members of sets, chosen options and the crediting period.

    A scalar has the index `()`. A value without the index of the crediting period holds in every period.
    `origins` says where a value comes from, by (symbol, index), when it was not simply typed.
    """

    values: Mapping[str, Mapping[Index, InputValue]] = field(default_factory=dict)
    sets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    options: Mapping[str, str] = field(default_factory=dict)
    periods: tuple[Period, ...] = ()
    origins: Mapping[Key, str] = field(default_factory=dict)


def inputs_from_json(methodology: Methodology, data: Mapping[str, object]) -> Inputs:
    """Inputs as the command line takes them.

    `{"values": {symbol: value | {index: value}}, "sets": {name: [members]}, "options": {id: code},
    "crediting_period": {"start", "end", "rows"?}}`. Indices are joined with commas: `{"gas,2002": "199104"}`.

    Raises:
        UserError: naming the key that is unknown or cannot be read.
    """
    for key in data:
        if key not in _JSON_KEYS:
            raise UserError(f"The key “{key}” is not known.", f"Known are {', '.join(_JSON_KEYS)}.")
    return Inputs(
        values=_json_values(methodology, _table(data, "values")),
        sets=_json_sets(methodology, _table(data, "sets")),
        options=_json_options(methodology, _table(data, "options")),
        periods=_json_periods(_table(data, "crediting_period")),
    )


def _table(data: Mapping[str, object], key: str) -> Mapping[str, object]:
    value = data.get(key) or {}
    if not isinstance(value, Mapping):
        raise UserError(f"“{key}” must be an object.", "See the command line in the handbook.")
    return value


def _unknown(kind: str, name: str, known: Sequence[str]) -> UserError:
    hint = did_you_mean(name, known).strip() or f"Known are {', '.join(known) or 'none'}."
    return UserError(f"“{name}” is no {kind} of this methodology.", hint)


def _json_values(methodology: Methodology, table: Mapping[str, object]) -> dict[str, dict[Index, InputValue]]:
    found: dict[str, dict[Index, InputValue]] = {}
    known = methodology.definitions
    for symbol, entry in table.items():
        if symbol not in known:
            raise _unknown("symbol", symbol, [parameter.symbol for parameter in methodology.parameters])
        cells = entry if isinstance(entry, Mapping) else {"": entry}
        found[symbol] = {
            _json_index(methodology, symbol, str(at)): _json_value(methodology, symbol, str(at), cell)
            for at, cell in cells.items()
        }
    return found


def _json_index(methodology: Methodology, symbol: str, text: str) -> Index:
    index = tuple(part.strip() for part in text.split(",")) if text.strip() else ()
    indices = methodology.indices_of(symbol)
    without_period = [set_id for set_id in indices if methodology.sets_by_id[set_id].kind != "period"]
    if len(index) not in (len(indices), len(without_period)):
        form = ",".join(indices) or "no index"
        raise UserError(f"{symbol} is given for “{text}”, but is asked by {form}.", "Join indices with commas.")
    return index


def _json_value(methodology: Methodology, symbol: str, at: str, cell: object) -> InputValue:
    parameter = methodology.parameter(symbol)
    place = f"{symbol}[{at}]" if at else symbol
    if parameter is not None and not parameter.is_number:
        return str(cell)
    if isinstance(cell, bool) or not isinstance(cell, str | int | float | Decimal):
        raise UserError(f"The value of {place} is not a number.", "Write numbers as texts, with a decimal point.")
    # Canonical files write a point before decimals and nothing between thousands.
    read = read_number(str(cell), decimal_hint=".")
    if read.value is None or read.unit:
        raise UserError(f"The value “{cell}” of {place} is not a number.", "Write it with a decimal point and no unit.")
    return read.value


def _json_sets(methodology: Methodology, table: Mapping[str, object]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name, members in table.items():
        if name not in methodology.sets_by_id:
            raise _unknown("set", name, [entry.id for entry in methodology.sets])
        if not isinstance(members, Sequence) or isinstance(members, str):
            raise UserError(f"The members of “{name}” must be a list.", "Write them in square brackets.")
        found[name] = tuple(str(member).strip() for member in members)
    return found


def _json_options(methodology: Methodology, table: Mapping[str, object]) -> dict[str, str]:
    asked = {option.id: option for option in methodology.options}
    for name, code in table.items():
        if name not in asked:
            raise _unknown("option", name, list(asked))
        codes = [choice.code for choice in asked[name].choices]
        if code not in codes:
            raise UserError(f"“{code}” is no choice of the option “{name}”.", f"Choose one of {', '.join(codes)}.")
    return {name: str(code) for name, code in table.items()}


def _json_periods(table: Mapping[str, object]) -> tuple[Period, ...]:
    if not table:
        return ()
    try:
        start, end = (dt.date.fromisoformat(str(table.get(key, ""))) for key in ("start", "end"))
    except ValueError:
        raise UserError("The crediting period needs “start” and “end”.", "Write dates as 2008-09-01.") from None
    rows = table.get("rows", "calendar")
    if rows not in ("calendar", "crediting"):
        raise UserError(f"“{rows}” is no kind of rows.", "Use calendar or crediting.")
    return periods_of(start, end, "calendar" if rows == "calendar" else "crediting")
