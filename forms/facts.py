"""Typed read views over the project facts, so that code never juggles raw paths."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, TypeVar

from forms.fieldpath import cell_path
from forms.periods import Duration, Period, Rows, periods_of
from forms.tables import party_name

if TYPE_CHECKING:
    from forms.document import Reader

T = TypeVar("T")


def _typed(value: object, kind: type[T]) -> T | None:
    return value if isinstance(value, kind) else None


def text(read: Reader, path: str) -> str:
    """A text or code; empty when missing."""
    return _typed(read.value(path), str) or ""


def day(read: Reader, path: str) -> dt.date | None:
    """A date; `None` when missing."""
    return _typed(read.value(path), dt.date)


def number(read: Reader, path: str) -> Decimal | None:
    """A number in the unit of its field; `None` when missing."""
    return _typed(read.value(path), Decimal)


def duration(read: Reader, path: str) -> Duration | None:
    """Years and months; `None` when missing."""
    return _typed(read.value(path), Duration)


class Row:
    """Cells of one row of a table of facts."""

    def __init__(self, read: Reader, table: str, key: str) -> None:
        self._read = read
        self._table = table
        self._key = key

    def text(self, column: str) -> str:
        """Text or code of a cell; empty when missing."""
        return text(self._read, cell_path(self._table, self._key, column))

    def number(self, column: str) -> Decimal | None:
        """A number in the unit of its column; `None` when missing."""
        return number(self._read, cell_path(self._table, self._key, column))

    def day(self, column: str) -> dt.date | None:
        """A date; `None` when missing."""
        return day(self._read, cell_path(self._table, self._key, column))

    def yes(self, column: str) -> bool | None:
        """Yes or no; `None` when missing."""
        return _typed(self._read.value(cell_path(self._table, self._key, column)), bool)


@dataclass(frozen=True)
class Party:
    """A Party involved; `country` is its ISO alpha-2 code."""

    key: str
    country: str
    is_host: bool
    wishes_to_be_participant: bool | None
    authority: str

    @property
    def name(self) -> str:
        """Name as printed."""
        return party_name(self.country)


@dataclass(frozen=True)
class Participant:
    """An entity that takes part; `party` is the row key of the Party that authorises it."""

    key: str
    entity: str
    party: str


@dataclass(frozen=True)
class Site:
    """A site; degrees north and east, WGS84; `None` when missing."""

    key: str
    name: str
    latitude: Decimal | None
    longitude: Decimal | None


@dataclass(frozen=True)
class Letter:
    """What a letter of approval states; `None` where nothing was answered."""

    key: str
    party: str
    kind: str
    reference: str
    date: dt.date | None
    title_quoted: str
    ratified: bool | None
    voluntary: bool | None
    sustainable_development: bool | None
    unconditional: bool | None
    authorised: tuple[str, ...]


@dataclass(frozen=True)
class CreditingPeriod:
    """The crediting period as answered; parts that are missing are `None` or empty."""

    type: str
    number: str
    start: dt.date | None
    length: Duration | None
    end: dt.date | None
    rows: Rows

    @property
    def periods(self) -> tuple[Period, ...]:
        """Rows of the yearly tables; empty while start or length is missing."""
        return periods_of(self.start, self.end, self.rows) if self.start and self.end else ()


@dataclass(frozen=True)
class AppliedMethodology:
    """A row of the methodologies applied."""

    key: str
    code: str
    version: str
    role: str


def parties(read: Reader) -> tuple[Party, ...]:
    """Parties involved, in order."""
    rows = ((key, Row(read, "P.parties", key)) for key in read.rows("P.parties"))
    return tuple(
        Party(
            key,
            row.text("party"),
            row.text("role") == "host",
            row.yes("wishes_to_be_participant"),
            row.text("authority"),
        )
        for key, row in rows
    )


def host(read: Reader) -> Party | None:
    """The first host Party; `None` while none is named."""
    return next((party for party in parties(read) if party.is_host), None)


def participants(read: Reader) -> tuple[Participant, ...]:
    """Project participants, in order."""
    rows = ((key, Row(read, "P.participants", key)) for key in read.rows("P.participants"))
    return tuple(Participant(key, row.text("entity"), row.text("party")) for key, row in rows)


def sites(read: Reader) -> tuple[Site, ...]:
    """Sites, in order."""
    rows = ((key, Row(read, "P.sites", key)) for key in read.rows("P.sites"))
    return tuple(Site(key, row.text("name"), row.number("latitude"), row.number("longitude")) for key, row in rows)


def letters(read: Reader) -> tuple[Letter, ...]:
    """Letters of approval, in order."""
    return tuple(_letter(key, Row(read, "P.letters", key)) for key in read.rows("P.letters"))


def _letter(key: str, row: Row) -> Letter:
    return Letter(
        key=key,
        party=row.text("party"),
        kind=row.text("kind"),
        reference=row.text("reference"),
        date=row.day("date"),
        title_quoted=row.text("title_quoted"),
        ratified=row.yes("ratified"),
        voluntary=row.yes("voluntary"),
        sustainable_development=row.yes("sustainable_development"),
        unconditional=row.yes("unconditional"),
        authorised=tuple(name.strip() for name in row.text("authorised").split(";") if name.strip()),
    )


def hosts(read: Reader) -> tuple[Party, ...]:
    """Host Parties, in order."""
    return tuple(party for party in parties(read) if party.is_host)


def crediting_period(read: Reader) -> CreditingPeriod:
    """The crediting period."""
    return CreditingPeriod(
        type=text(read, "P.crediting.type"),
        number=text(read, "P.crediting.number"),
        start=day(read, "P.crediting.start"),
        length=duration(read, "P.crediting.length"),
        end=day(read, "P.crediting.end"),
        rows="crediting" if text(read, "P.crediting.rows") == "crediting" else "calendar",
    )


def applied_methodologies(read: Reader) -> tuple[AppliedMethodology, ...]:
    """Methodologies applied, in order."""
    rows = ((key, Row(read, "P.methodologies", key)) for key in read.rows("P.methodologies"))
    return tuple(AppliedMethodology(key, row.text("code"), row.text("version"), row.text("role")) for key, row in rows)
