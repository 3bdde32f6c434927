"""One entry a field type: reading what was typed, checking, showing, and the JSON form of its values."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from forms import prose
from forms.answers import Answer, Origin, Value
from forms.definition import Column, Field
from forms.errors import UserError
from forms.periods import Duration, iso_day
from forms.quantities import convert, format_amount, format_number, read_number
from forms.said import said
from forms.written_days import read_days

if TYPE_CHECKING:
    from collections.abc import Callable

Asked = Field | Column
LONGEST_TEXT = 2_000_000
_FIRST_YEAR, _LAST_YEAR = 1900, 2200
_UNKEEPABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class FieldType:
    """How values of one type are read, shown and stored.

    `parse` takes what a person typed and raises `UserError` when it cannot be read; `to_json` and `from_json` are
    each other's reverse; `from_json` raises `UserError` on anything else.
    """

    name: str
    parse: Callable[[str, Asked], Value]
    show: Callable[[Value, Asked], str]
    to_json: Callable[[Value], object]
    from_json: Callable[[object], Value]


def parse(text: str, asked: Asked) -> Value:
    """Read what was typed for a field or column.

    Raises:
        UserError: it cannot be read as this type; the message says how to write it.
    """
    return _TYPES[asked.type].parse(text, asked)


def show(value: Value | None, asked: Asked) -> str:
    """As shown and printed, without the unit; empty when missing."""
    return "" if value is None else _TYPES[asked.type].show(value, asked)


def answer_to_json(answer: Answer, asked: Asked) -> dict[str, Any]:
    """JSON form of an answer: value with origin and note, or the reason why it is blank."""
    if answer.is_blank_on_purpose:
        return {"blank": answer.blank_reason}
    data: dict[str, Any] = {"value": None if answer.value is None else _TYPES[asked.type].to_json(answer.value)}
    if answer.origin is not Origin.TYPED:
        data["origin"] = answer.origin.value
    if answer.note:
        data["note"] = answer.note
    return data


def answer_from_json(data: object, asked: Asked) -> Answer:
    """The answer of its JSON form.

    Raises:
        UserError: not the JSON of an answer of this type.
    """
    if not isinstance(data, dict):
        raise _wrong("an answer", data)
    if "blank" in data:
        return Answer(blank_reason=_text_from_json(data["blank"]))
    try:
        origin = Origin(data.get("origin", "typed"))
    except ValueError as error:
        raise _wrong("an origin", data.get("origin")) from error
    value = _TYPES[asked.type].from_json(data.get("value"))
    check(value, asked)
    return Answer(value, origin, _text_from_json(data.get("note", "")))


def check(value: Value, asked: Asked) -> None:
    """Refuse a value that this field cannot hold.

    Raises:
        UserError: wrong type, a code that is not in the list, or text beyond all reason.
    """
    if not isinstance(value, _PYTHON_TYPE[asked.type]) or (asked.type == "number" and not _is_sane(value)):
        raise _wrong(f"a value of {asked.label or asked.type}", value)
    if type(value) is dt.date and not _FIRST_YEAR <= value.year <= _LAST_YEAR:
        msg = said(
            "{value:%d/%m/%Y} lies outside {first_year} to {last_year}.",
            value=value,
            first_year=_FIRST_YEAR,
            last_year=_LAST_YEAR,
        )
        raise UserError(msg, said("Check the year of “{asked}”.", asked=asked.label))
    if asked.type == "choice" and value not in {choice.code for choice in asked.choices}:
        allowed = ", ".join(choice.code for choice in asked.choices[:30])
        msg = said("{value!r} is not one of the choices of “{asked}”.", value=value, asked=asked.label)
        raise UserError(msg, said("Choose one of: {allowed}.", allowed=allowed))
    if isinstance(value, str):
        check_text(value, asked)
    elif asked.type == "prose":
        check_text(_show_prose(value, asked), asked)


def check_text(text: str, asked: Asked) -> None:
    """Refuse text that no file can keep.

    Raises:
        UserError: beyond all reason in length, or with control characters (they arrive by pasting).
    """
    if len(text) > LONGEST_TEXT:
        msg = said(
            "The text of “{asked}” is longer than {longest_text:,} characters.",
            asked=asked.label,
            longest_text=LONGEST_TEXT,
        )
        raise UserError(msg, said("Attach it as evidence instead."))
    if _UNKEEPABLE.search(text):
        msg = said(
            "The text of “{asked}” holds control characters that cannot be stored or printed.", asked=asked.label
        )
        raise UserError(msg, said("Paste it as plain text, or type it."))


def _is_sane(value: object) -> bool:
    return isinstance(value, Decimal) and value.is_finite() and abs(value.adjusted()) < 30


def _wrong(expected: str, found: object) -> UserError:
    return UserError(
        said("Expected {expected}, found {found!r}.", expected=expected, found=str(found)[:60]),
        said("Check the type of this value."),
        3,
    )


# -- text, codes ------------------------------------------------------------------------------------------------


def _parse_text(text: str, asked: Asked) -> Value:
    del asked
    return _without_controls(text).strip()


def _without_controls(text: str) -> str:
    """Word ends a line with a vertical tab and a page with a form feed; both become spaces, other controls go."""
    return _UNKEEPABLE.sub("", re.sub("[\x0b\x0c\r]", " ", text))


def _show_text(value: Value, asked: Asked) -> str:
    del asked
    return str(value)


def _text_from_json(data: object) -> str:
    if isinstance(data, str):
        return data
    raise _wrong("a text", data)


def _parse_choice(text: str, asked: Asked) -> Value:
    wanted = text.strip()
    for choice in asked.choices:
        if wanted.casefold() in {choice.code.casefold(), choice.label.casefold()}:
            return choice.code
    check(wanted, asked)
    return wanted


def _show_choice(value: Value, asked: Asked) -> str:
    return next((choice.label for choice in asked.choices if choice.code == value), str(value))


# -- prose ------------------------------------------------------------------------------------------------------


def _parse_prose(text: str, asked: Asked) -> Value:
    del asked
    return prose.parse_markdown(_without_controls(text.replace("\r\n", "\n")))


def _show_prose(value: Value, asked: Asked) -> str:
    del asked
    return prose.plain_text(value) if isinstance(value, tuple) else str(value)  # type: ignore[arg-type]


def _prose_to_json(value: Value) -> object:
    return prose.to_json(value) if isinstance(value, tuple) else []  # type: ignore[arg-type]


# -- numbers ----------------------------------------------------------------------------------------------------


def _parse_number(text: str, asked: Asked) -> Value:
    read = read_number(text)
    if read.value is not None:
        return convert(read.value, read.unit, asked.unit or "1") if read.unit else read.value
    if read.ambiguous:
        meanings = " or ".join(format_number(number) for number in read.ambiguous)
        msg = said("“{text}” can mean {meanings}.", text=text, meanings=meanings)
        raise UserError(
            msg, said("Write it with a thousands comma and a decimal point, for example 1,048.0 or 1.0480.")
        )
    msg = said("“{text}” is not a number.", text=text)
    raise UserError(msg, said("Give {wanted} in digits, for example 1,048.5.", wanted=asked.label or "a number"))


def _show_number(value: Value, asked: Asked) -> str:
    return format_amount(value, asked.unit, asked.decimals) if isinstance(value, Decimal) else str(value)


def _number_from_json(data: object) -> Value:
    if isinstance(data, str) and len(data) < 100:
        try:
            return Decimal(data)
        except InvalidOperation as error:
            raise _wrong("a decimal number in a string", data) from error
    raise _wrong("a decimal number in a string", data)


# -- dates, durations, yes and no ---------------------------------------------------------------------------------


def _parse_date(text: str, asked: Asked) -> Value:
    """Of two meanings the one that the forms print: day/month/year."""
    del asked
    for day in read_days(text):
        return day
    msg = said("“{text}” is not a date.", text=text)
    raise UserError(msg, said("Write year-month-day, for example 2008-09-01, or 01/09/2008 (day first)."))


def _show_date(value: Value, asked: Asked) -> str:
    del asked
    return f"{value:%d/%m/%Y}" if isinstance(value, dt.date) else str(value)


def _date_from_json(data: object) -> Value:
    try:
        return iso_day(str(data))
    except ValueError as error:
        raise _wrong("a date", data) from error


def _parse_duration(text: str, asked: Asked) -> Value:
    del asked
    duration = Duration.parse(text)
    if duration is None:
        msg = said("“{text}” is not a length of time.", text=text)
        raise UserError(msg, said("Write years and months, for example 4 years 4 months."))
    return duration


def _duration_from_json(data: object) -> Value:
    duration = Duration.parse(data) if isinstance(data, str) else None
    if duration is None:
        raise _wrong("a length of time", data)
    return duration


def _parse_yes_no(text: str, asked: Asked) -> Value:
    del asked
    word = text.strip().casefold()
    if word in {"yes", "true", "y"}:
        return True
    if word in {"no", "false", "n"}:
        return False
    msg = said("“{text}” is neither yes nor no.", text=text)
    raise UserError(msg, said("Answer yes or no."))


def _show_yes_no(value: Value, asked: Asked) -> str:
    del asked
    return "Yes" if value is True else "No"


def _bool_from_json(data: object) -> Value:
    if isinstance(data, bool):
        return data
    raise _wrong("true or false", data)


# -- tables: the order of their rows ------------------------------------------------------------------------------


def _parse_rows(text: str, asked: Asked) -> Value:
    del asked
    return tuple(key.strip() for key in text.split(",") if key.strip())


def _show_rows(value: Value, asked: Asked) -> str:
    del asked
    return f"{len(value)} rows" if isinstance(value, tuple) else ""


def _rows_to_json(value: Value) -> object:
    return list(value) if isinstance(value, tuple) else []


def _rows_from_json(data: object) -> Value:
    if isinstance(data, list) and len(set(map(str, data))) == len(data) and all(_is_row_key(key) for key in data):
        return tuple(data)
    raise _wrong("a list of row keys", data)


def _is_row_key(key: object) -> bool:
    return isinstance(key, str) and re.fullmatch(r"[\w\-]{1,60}", key) is not None


def _same(value: Value) -> object:
    return value


def _as_text(value: Value) -> object:
    return str(value)


def _plain(value: Value) -> object:
    return format(value, "f") if isinstance(value, Decimal) and value.adjusted() < 40 else str(value)


_TYPES = {
    entry.name: entry
    for entry in (
        FieldType("text", _parse_text, _show_text, _same, _text_from_json),
        FieldType("reference", _parse_text, _show_text, _same, _text_from_json),
        FieldType("file", _parse_text, _show_text, _same, _text_from_json),
        FieldType("choice", _parse_choice, _show_choice, _same, _text_from_json),
        FieldType("prose", _parse_prose, _show_prose, _prose_to_json, prose.from_json),
        FieldType("number", _parse_number, _show_number, _plain, _number_from_json),
        FieldType("date", _parse_date, _show_date, _as_text, _date_from_json),
        FieldType(
            "duration",
            _parse_duration,
            _show_text,
            lambda value: value.to_iso() if isinstance(value, Duration) else "",
            _duration_from_json,
        ),
        FieldType("yes_no", _parse_yes_no, _show_yes_no, _same, _bool_from_json),
        FieldType("table", _parse_rows, _show_rows, _rows_to_json, _rows_from_json),
        FieldType("generated", _parse_text, _show_text, _same, _text_from_json),
    )
}
_PYTHON_TYPE: dict[str, type] = {
    "text": str,
    "reference": str,
    "file": str,
    "choice": str,
    "prose": tuple,
    "number": Decimal,
    "date": dt.date,
    "duration": Duration,
    "yes_no": bool,
    "table": tuple,
    "generated": str,
}
