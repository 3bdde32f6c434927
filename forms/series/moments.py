"""Dates and times that name the rows of a series."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from forms.errors import UserError
from forms.said import said

_STAMP = re.compile(r"(?P<date>\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{4})(?:[ T](?P<time>\d{1,2}:\d{2})(?::\d{2})?)?")


class Stamps:
    """Dates and times as running numbers from 1, by the step that most neighbours have."""

    def __init__(self, moments: Sequence[dt.datetime]) -> None:
        steps = Counter(after - before for before, after in pairwise(moments) if after > before)
        self._step = steps.most_common(1)[0][0] if steps else dt.timedelta(hours=1)
        self._year = Counter(moment.year for moment in moments).most_common(1)[0][0]
        self._first = min(moment for moment in moments if moment.year == self._year)
        # Whether a row is called by the moment in which it ends: then the first of a year has the time of one step.
        start = min(moments)
        self._lag = self._step if start - self._step == dt.datetime(start.year, 1, 1) else dt.timedelta(0)

    def in_year(self, text: str) -> tuple[int, int]:
        """The year of a moment, and its running number from the first of January.

        Raises:
            UserError: it is no moment, or none that lies on the steps.
        """
        moment = _read_moment(text) - self._lag
        places, rest = divmod(moment - dt.datetime(moment.year, 1, 1), self._step)
        if rest:
            raise UserError(
                said("{text} does not lie on the steps of the other rows.", text=text),
                said("Give values at equal steps."),
            )
        return moment.year, places + 1

    def count(self, text: str) -> str:
        """The running number of a moment, from the first of the file; all in one year.

        Raises:
            UserError: it is none, or lies in another year than most.
        """
        moment = _read_moment(text)
        # The last hour of a year is often written as midnight of the next.
        if moment.year != self._year and moment != dt.datetime(self._year + 1, 1, 1):
            raise UserError(
                said("{text} is not in {year} as the other rows are.", text=text, year=self._year),
                said("Import one year at a time."),
            )
        places, rest = divmod(moment - self._first, self._step)
        if rest:
            raise UserError(
                said("{text} does not lie on the steps of the other rows.", text=text),
                said("Give values at equal steps."),
            )
        return str(places + 1)


def _read_moment(text: str) -> dt.datetime:
    moment = moment_of(text)
    if moment is None:
        raise UserError(
            said("“{text}” is no date and time.", text=text[:40]),
            said("Write it like 2010-01-31 13:00 or 31.01.2010 13:00."),
        )
    return moment


def moment_of(text: str) -> dt.datetime | None:
    """The moment that a text says; None when it says none."""
    found = _STAMP.fullmatch(text)
    if found is None:
        return None
    date = found["date"]
    if "." in date:
        day, month, year = date.split(".")
        date = f"{year}-{int(month):02}-{int(day):02}"
    try:
        return dt.datetime.fromisoformat(f"{date} {(found['time'] or '00:00').rjust(5, '0')}")
    except ValueError:
        return None
