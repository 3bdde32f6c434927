"""What a typed day means: asked when in doubt, as a number is."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from forms import fieldtypes
from forms.days import day_text
from forms.written_days import read_days
from ui.amounts import InDoubt, Meaning
from ui.language import tr

if TYPE_CHECKING:
    from forms.answers import Value
    from forms.fieldtypes import Asked


@dataclass(frozen=True)
class Day(Meaning):
    """One day that was meant."""

    value: dt.date


def read_day(text: str, asked: Asked, *, in_our_notation: bool = False) -> Value:
    """Read what was typed into a field for a date.

    `in_our_notation` is given when digits of a day were changed that stood there day first.

    Raises:
        InDoubt: it means one day with the day first, and another with the month first.
        UserError: it is no day.
    """
    days = read_days(text)
    if len(days) < 2 or in_our_notation:
        return fieldtypes.parse(text, asked)
    # In English, as in the dossier: day and month can be told apart in every language.
    labels = [day_text(day) for day in days]
    message = tr("“{text}” can mean {meanings}.").format(text=text.strip(), meanings=tr(" or ").join(labels))
    meanings = tuple((label, Day(day)) for label, day in zip(labels, days, strict=True))
    remedy = tr("Which one is meant? Written as {example} there is no doubt.").format(example=days[0].isoformat())
    raise InDoubt(message, remedy, meanings)
