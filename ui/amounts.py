"""What a typed number means in the unit of its field: converted when another unit was typed, asked when in doubt."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Context, Decimal
from typing import TYPE_CHECKING

from forms.definition import Column
from forms.errors import UserError
from forms.quantities import CALENDAR_YEAR, ReadNumber, convert, format_amount, parse_unit, read_number
from ui.angles import check_coordinate, read_angle, within_turn
from ui.language import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forms.answers import Value
    from forms.fieldtypes import Asked

_MONEY = {"€": "EUR", "£": "GBP", "$": "USD", "¥": "JPY"}
_ROUNDED = Context(prec=15)


@dataclass(frozen=True)
class Meaning:
    """What something typed can mean; `words` say how it was converted, empty when it was not."""

    value: Value
    words: str = ""


@dataclass(frozen=True)
class Amount(Meaning):
    """A number in the unit of its field."""

    value: Decimal


class InDoubt(UserError):
    """Something with several meanings: each with the words that tell it from the others."""

    def __init__(self, message: str, remedy: str, meanings: Sequence[tuple[str, Meaning]]) -> None:
        super().__init__(message, remedy)
        self.meanings = tuple(meanings)


def read_amount(text: str, asked: Asked, *, decimal_sign: str | None = None) -> Amount:
    """Read what was typed into a field for a number.

    `decimal_sign` is given when the writer's is known.

    Raises:
        InDoubt: it has two meanings.
        UserError: it is no number, or in a unit that does not fit the field.
    """
    if asked.unit == "deg":
        return _angle(text, asked)
    return _read(text, read_number(text, decimal_hint=decimal_sign), asked)


def _read(text: str, read: ReadNumber, asked: Asked) -> Amount:
    if read.value is not None:
        return _in_unit(read.value, read.unit, asked)
    if read.ambiguous:
        raise _in_doubt(text, read, asked)
    message = tr("“{text}” is not a number.").format(text=_short(text))
    remedy = tr("Write it in digits, for example 1,048.5.")
    raise UserError(message, f"{read.how} {remedy}".strip())


def _in_doubt(text: str, read: ReadNumber, asked: Asked) -> InDoubt:
    amounts = [_in_unit(value, read.unit, asked) for value in read.ambiguous]
    labels = [_with_unit(value, read.unit) for value in read.ambiguous]
    message = tr("“{text}” can mean {meanings}.").format(text=_short(text), meanings=tr(" or ").join(labels))
    meanings = tuple((amount.words or label, amount) for label, amount in zip(labels, amounts, strict=True))
    return InDoubt(message, tr("Which one is meant?"), meanings)


def _in_unit(value: Decimal, typed: str, asked: Asked) -> Amount:
    if not typed:
        return Amount(value)
    wanted = asked.unit or "1"
    unit = _spelled(typed)
    try:
        source, target = parse_unit(unit), parse_unit(wanted)
    except UserError as error:
        remedy = error.remedy or tr("Give the number in {unit}.").format(unit=_named(wanted))
        raise UserError(tr("“{unit}” behind the number is not a unit.").format(unit=_short(typed)), remedy) from error
    if source.same_as(target):
        return Amount(value)
    if not source.compatible(target):
        return _per_time(value, unit, wanted)
    made = _rounded(convert(value, source, target))
    return Amount(made, _conversion(_with_unit(value, unit), made, wanted))


def _per_time(value: Decimal, unit: str, wanted: str) -> Amount:
    """An amount where an amount per year is asked: what was typed is taken to be per year, and said so."""
    above, slash, below = wanted.rpartition("/")
    if slash and below in {"yr", "y", "a", "year"} and parse_unit(unit).compatible(parse_unit(above)):
        made = _rounded(convert(value, unit, above))
        typed = tr("{amount} per year").format(amount=_with_unit(value, unit))
        return Amount(made, _conversion(typed, made, wanted))
    message = tr("{unit} does not fit here: the field is in {wanted}.").format(unit=unit, wanted=_named(wanted))
    raise UserError(message, tr("Check the unit, or give the number alone."))


def _conversion(typed: str, made: Decimal, wanted: str) -> str:
    return tr("{typed} read as {made}").format(typed=typed, made=_with_unit(made, wanted))


def _rounded(value: Decimal) -> Decimal:
    """Fifteen figures at most, so that a third does not go on for ever; without an exponent."""
    made = _ROUNDED.plus(value)
    return made.quantize(Decimal(1)) if made == made.to_integral_value() else made.normalize()


def _angle(text: str, asked: Asked) -> Amount:
    """Degrees, in any of the ways in which coordinates are written."""
    key = asked.key if isinstance(asked, Column) else ""
    found = read_angle(text, key)
    if found is not None:
        check_coordinate(found, key)
        return Amount(found, _conversion(text.strip(), found, "deg"))
    read = read_number(text)
    meanings = within_turn(read.ambiguous)
    amount = Amount(meanings[0]) if len(meanings) == 1 and not read.unit else _read(text, read, asked)
    check_coordinate(amount.value, key)
    return amount


def _spelled(typed: str) -> str:
    """The unit as `parse_unit` knows it: signs of money by their codes, “per” as a stroke."""
    text = " ".join(typed.split())
    text = re.sub(r"\s+(?:per|pro|par|por)\s+", "/", text)
    for sign, code in _MONEY.items():
        text = text.replace(sign, code)
    return text


def _with_unit(value: Decimal, unit: str) -> str:
    number = format_amount(value, unit)
    return f"{number} {unit}" if unit not in {"", "1", CALENDAR_YEAR} else number


def _named(unit: str) -> str:
    return unit if unit != "1" else tr("no unit, a plain number")


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 40 else f"{words[:39]}…"
