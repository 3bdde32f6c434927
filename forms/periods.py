"""Spans of time: what is in force when, and the years of a crediting period."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

Rows = Literal["calendar", "crediting"]
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_YEARS_AND_MONTHS = re.compile(r"P?\s*(?:(\d{1,3})\s*y(?:ears?)?)?\s*,?\s*(?:(\d{1,4})\s*m(?:onths?)?)?", re.IGNORECASE)


def iso_day(text: str) -> dt.date:
    """The day of year-month-day, as 2008-09-01, and of nothing else: of ISO 8601 neither weeks nor days run together.

    Raises:
        ValueError: it is written otherwise, or there is no such day.
    """
    if not _DAY.fullmatch(text):
        msg = f"{text!r} is not written as year-month-day"
        raise ValueError(msg)
    return dt.date.fromisoformat(text)


@dataclass(frozen=True)
class InForce:
    """From and to (both inclusive, `None` = open) in which a form, rule, table or text is in force."""

    start: dt.date | None = None
    end: dt.date | None = None

    def covers(self, on: dt.date | None) -> bool:
        """True when `on` lies inside; an unknown date lies inside everything."""
        if on is None:
            return True
        return (self.start is None or self.start <= on) and (self.end is None or on <= self.end)


@dataclass(frozen=True, order=True)
class Duration:
    """Whole years and months, as the forms ask for them ("4 years 4 months")."""

    years: int = 0
    months: int = 0

    @property
    def total_months(self) -> int:
        """Length in months."""
        return self.years * 12 + self.months

    def __str__(self) -> str:
        years = f"{self.years} year{'s' if self.years != 1 else ''}"
        months = f"{self.months} month{'s' if self.months != 1 else ''}"
        return f"{years} {months}"

    def to_iso(self) -> str:
        """As ISO 8601, `P4Y4M`."""
        return f"P{self.years}Y{self.months}M"

    @classmethod
    def parse(cls, text: str) -> Duration | None:
        """Read `P4Y4M`, `4 years 4 months`, `4y 4m` or a bare number of years; `None` if it is none of these."""
        bare = text.strip()
        if bare.isascii() and bare.isdigit() and len(bare) <= 3:
            return cls(int(bare))
        words = _YEARS_AND_MONTHS.fullmatch(bare)
        if not words or not any(words.groups()):
            return None
        years, months = (int(part or 0) for part in words.groups())
        return cls(years + months // 12, months % 12)


@dataclass(frozen=True)
class Period:
    """One row of the table of emission reductions.

    `fraction` is the part of a year that the period holds: 1 for a whole year, 4/12 for September to
    December. Whole months count by months; other dates by the days of their calendar year.
    """

    label: str
    start: dt.date
    end: dt.date
    fraction: Decimal
    year: int


def end_of(start: dt.date, length: Duration) -> dt.date:
    """Last day of a crediting period: start plus length, less one day (form, C.3.3)."""
    month_index = start.year * 12 + start.month - 1 + length.total_months
    year, month = divmod(month_index, 12)
    if year > dt.MAXYEAR:
        return dt.date.max
    day = min(start.day, calendar.monthrange(year, month + 1)[1])
    return dt.date(year, month + 1, day) - dt.timedelta(days=1)


def months_between(start: dt.date, end: dt.date) -> Decimal:
    """Length in months of the span from `start` to `end`, both inclusive; part months by their days."""
    after = end + dt.timedelta(days=1)
    months = (after.year - start.year) * 12 + after.month - start.month
    return Decimal(months) + Decimal(after.day - start.day) / Decimal(30)


def periods_of(start: dt.date, end: dt.date, rows: Rows = "calendar") -> tuple[Period, ...]:
    """Cut the crediting period `start` to `end` (inclusive) into rows of at most a year.

    `calendar` cuts at 31 December, `crediting` at the anniversaries of `start`. Empty when the end
    lies before the start, or when the span is longer than a century (a slip of the pen).
    """
    if end < start or end.year - start.year > 100:
        return ()
    if rows == "calendar":
        return tuple(_period(str(first.year), first, last) for first, last in _calendar_cuts(start, end))
    return tuple(_crediting_year(start, first, last) for first, last in _anniversary_cuts(start, end))


def _calendar_cuts(start: dt.date, end: dt.date) -> Iterator[tuple[dt.date, dt.date]]:
    for year in range(start.year, end.year + 1):
        yield max(start, dt.date(year, 1, 1)), min(end, dt.date(year, 12, 31))


def _anniversary_cuts(start: dt.date, end: dt.date) -> Iterator[tuple[dt.date, dt.date]]:
    first, number = start, 1
    while first <= end:
        last = min(end, end_of(start, Duration(number)))
        yield first, last
        first, number = last + dt.timedelta(days=1), number + 1


def _crediting_year(start: dt.date, first: dt.date, last: dt.date) -> Period:
    """From anniversary to anniversary is one year, also where it holds 29 February or begins on it."""
    made = _period(f"{first.isoformat()} to {last.isoformat()}", first, last)
    years = last.year - start.year
    is_whole = last in {end_of(start, Duration(years)), end_of(start, Duration(years + 1))}
    return replace(made, fraction=Decimal(1)) if is_whole else made


def _period(label: str, first: dt.date, last: dt.date) -> Period:
    return Period(label, first, last, _fraction(first, last), first.year)


def _fraction(first: dt.date, last: dt.date) -> Decimal:
    after = last + dt.timedelta(days=1) if last < dt.date.max else last
    if first.day == after.day:
        months = (after.year - first.year) * 12 + after.month - first.month
        return Decimal(months) / Decimal(12)
    days = 366 if calendar.isleap(first.year) else 365
    return min(Decimal(1), Decimal((last - first).days + 1) / Decimal(days))
