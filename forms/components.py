"""What the components of a programme, or the projects of a bundle, reduce together: by calendar year, each part named.

A part has its own crediting period. Its years come from its own calculation (a row of `P.methodologies`), else from
the years that are listed for it, else from the average that it states, by the part of the year that is credited.
Everything stays unrounded; what is missing in one part is missing in the sum.
"""

from __future__ import annotations

import datetime as dt
import decimal
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from forms.facts import Row, crediting_period, day, duration, text
from forms.fieldpath import cell_path
from forms.methodologies.calculation import Calculation, calculate, part_of_year
from forms.periods import Duration, Period, end_of, months_between, periods_of
from forms.quantities import PRECISION, round_down, round_nearest

if TYPE_CHECKING:
    from forms.document import Reader
    from forms.results import Rounding

COMPONENTS, YEARS = "P.programme.components", "P.programme.years"
# In the forms for bundles of JI and of the CDM.
_SUBPROJECTS = ("B.subprojects", "B.2.subprojects")
TOGETHER, BUNDLE = "components", "bundle"
Basis = Literal["calculation", "years", "average"]


@dataclass(frozen=True)
class Part:
    """A component of a programme or a project of a bundle: unrounded tonnes of CO2e by calendar year, None if missing.

    `average` is what it states a year, `basis` where its years come from, `calculation` its own where it has one.
    `periods` are empty while start or length of its crediting period is missing.
    """

    key: str
    title: str
    status: str
    periods: tuple[Period, ...]
    reductions: Mapping[int, Decimal | None]
    average: Decimal | None
    basis: Basis
    calculation: Calculation | None = None

    @property
    def end(self) -> dt.date | None:
        """The last day of its crediting period; None while that is not known."""
        return self.periods[-1].end if self.periods else None

    @property
    def total(self) -> Decimal | None:
        """Unrounded tonnes over its crediting period; None when a year is missing."""
        return _sum(list(self.reductions.values()))


@dataclass(frozen=True)
class Together:
    """The parts that count, those that were excluded left aside, and what they come to.

    `name` is that of the sum: components of a programme, or bundle.
    """

    parts: tuple[Part, ...]
    rounding: Rounding
    name: str = TOGETHER

    @cached_property
    def years(self) -> tuple[int, ...]:
        """Every calendar year in which a part is credited, in order."""
        return tuple(sorted({year for part in self.parts for year in part.reductions}))

    @property
    def is_dated(self) -> bool:
        """Whether there are parts, and the crediting period of each is known."""
        return bool(self.parts) and all(part.periods for part in self.parts)

    def in_year(self, year: int) -> Decimal | None:
        """Unrounded tonnes of all parts that are credited in a year; None when one is missing."""
        return _sum([part.reductions[year] for part in self.parts if year in part.reductions])

    @property
    def total(self) -> Decimal | None:
        """Unrounded tonnes over all crediting periods; None when a year of a part, or its period, is missing."""
        return _sum([part.total for part in self.parts]) if self.is_dated else None

    @property
    def annual_average(self) -> Decimal | None:
        """The unrounded total by the months from the first day that is credited to the last, times 12."""
        if self.total is None:
            return None
        first = min(part.periods[0].start for part in self.parts)
        last = max(part.periods[-1].end for part in self.parts)
        return PRECISION.divide(PRECISION.multiply(self.total, Decimal(12)), months_between(first, last))

    def printed(self, value: Decimal | None) -> Decimal | None:
        """Whole tonnes, from the unrounded value: rounded down, or to the nearest where the project says so."""
        if value is None:
            return None
        # Without the trace of a division that was cut at 34 digits.
        settled = round_nearest(value, 18)
        return round_nearest(settled) if self.rounding == "nearest" else round_down(settled)

    def figure(self, name: str) -> Decimal | None:
        """A printed figure by name: components or bundle (the total), components_average or bundle_average."""
        value = {self.name: self.total, f"{self.name}_average": self.annual_average}.get(name)
        return self.printed(value)


def programme(read: Reader) -> Together:
    """The components of the programme that is told in the project facts."""
    keys = [key for key in read.rows(COMPONENTS) if read.cell(COMPONENTS, key, "status") != "excluded"]
    return Together(tuple(_component(read, key) for key in keys), _rounding(read))


def sums(read: Reader) -> Mapping[str, Together]:
    """The sums that a project has, by name: of the components of its programme, and of the first bundle beside it."""
    bundles = (bundle(read, document) for document in read.snapshot.documents if subprojects(read, document))
    found = (programme(read), next(bundles, None))
    return {together.name: together for together in found if together is not None and together.parts}


def subprojects(read: Reader, document: str) -> str:
    """The path of the table of projects in a form for bundles; empty in every other form."""
    return next((path for path in _SUBPROJECTS if read.field(document, path)), "")


def bundle(read: Reader, document: str) -> Together:
    """The projects of a bundle; all have the crediting period of the project.

    EB 21, annex 21, paragraph 5(d); JISC 18, annex 3, paragraph 19.
    """
    table = subprojects(read, document)
    crediting = crediting_period(read)
    span = (crediting.start, crediting.end) if crediting.start and crediting.end else None
    return Together(
        tuple(_member(read, (document, table), key, span) for key in read.rows(table, document)),
        _rounding(read),
        BUNDLE,
    )


def _rounding(read: Reader) -> Rounding:
    return "nearest" if text(read, "P.rounding") == "nearest" else "conservative"


# -- parts ----------------------------------------------------------------------------------------------------------


def _component(read: Reader, key: str) -> Part:
    row = Row(read, COMPONENTS, key)
    start, length = row.day("crediting_start"), duration(read, cell_path(COMPONENTS, key, "crediting_length"))
    periods = periods_of(start, end_of(start, length)) if start and length else ()
    own, average = row.text("calculation"), row.number("reductions")
    head = (key, row.text("title"), row.text("status"), periods)
    if own:
        made = _own_calculation(read, own, periods)
        return Part(*head, _calculated(made, periods), average, "calculation", made)
    listed = _listed(read, key)
    if listed:
        return Part(*head, {period.year: listed.get(period.year) for period in periods}, average, "years")
    return Part(*head, _spread(average, periods), average, "average")


def _own_calculation(read: Reader, key: str, periods: tuple[Period, ...]) -> Calculation | None:
    """The calculation of a row of the methodologies over the crediting period of the component that it belongs to."""
    made = read.results.calculations.get(key)
    if made is None or made.inputs.periods == periods:
        return made
    return calculate(made.methodology, replace(made.inputs, periods=periods))


def _calculated(made: Calculation | None, periods: tuple[Period, ...]) -> dict[int, Decimal | None]:
    rows = made.periods if made is not None else ()
    return {period.year: None for period in periods} | {row.period.year: row.reductions for row in rows}


def _listed(read: Reader, component: str) -> dict[int, Decimal | None]:
    """The years that are listed for a component."""
    rows = (Row(read, YEARS, key) for key in read.rows(YEARS) if read.cell(YEARS, key, "component") == component)
    found = ((row.number("year"), row.number("reductions")) for row in rows)
    return {int(year): tonnes for year, tonnes in found if year is not None}


def _member(read: Reader, place: tuple[str, str], key: str, span: tuple[dt.date, dt.date] | None) -> Part:
    document, table = place
    title, average = (read.cell(table, key, name, document) for name in ("title", "reductions"))
    periods = periods_of(*span) if span else ()
    stated = average if isinstance(average, Decimal) else None
    return Part(key, str(title or ""), "", periods, _spread(stated, periods), stated, "average")


def _spread(average: Decimal | None, periods: tuple[Period, ...]) -> dict[int, Decimal | None]:
    """An average a year, by the part of each year that is credited."""
    with decimal.localcontext(PRECISION):
        shares = {period.year: part_of_year(period) for period in periods}
        return {
            year: None if average is None else average * share.numerator / share.denominator
            for year, share in shares.items()
        }


def _sum(values: list[Decimal | None]) -> Decimal | None:
    """The sum; None when there is nothing to add, or one is missing."""
    known = [value for value in values if value is not None]
    with decimal.localcontext(PRECISION):
        return sum(known, Decimal(0)) if known and len(known) == len(values) else None


# -- the end of the programme ---------------------------------------------------------------------------------------


def programme_end(read: Reader) -> dt.date | None:
    """The last day of the programme, its start plus its length, less one day; None while one of them is missing."""
    start, length = day(read, "P.start_date"), duration(read, "P.programme.length")
    return end_of(start, length) if start and isinstance(length, Duration) else None
