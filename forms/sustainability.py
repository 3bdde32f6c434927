"""What is said to a host authority: claims, documents and statements of letters, as typed views of the facts."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from forms.catalogue import host_country
from forms.document import COMPANION, COMPANIONS
from forms.facts import Row, hosts, text
from forms.fieldpath import cell_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from forms.document import Reader
    from forms.facts import Party
    from forms.host_countries import HostCountry

OfParty = TypeVar("OfParty", "Claim", "HostDocument")


@dataclass(frozen=True)
class Claim:
    """A claim to sustainable development; `party` is the row key of the host Party, texts are empty when missing."""

    key: str
    party: str
    criterion: str
    dimension: str
    direction: str
    score: str
    argument: str
    indicator: str
    baseline: str
    target: str
    monitoring: str
    evidence: str


@dataclass(frozen=True)
class HostDocument:
    """The standing of a document that a host authority asks for; `code` is that of the pack."""

    key: str
    party: str
    code: str
    standing: str
    reason: str
    evidence: str
    date: dt.date | None


@dataclass(frozen=True)
class LetterStatement:
    """A further statement that a letter makes; `letter` is its row key."""

    key: str
    letter: str
    statement: str
    words: str


def packs(read: Reader) -> tuple[tuple[Party, HostCountry], ...]:
    """The hosts that a document is about, each with its pack: the Party of an application, else every host Party."""
    mechanism = text(read, "P.mechanism")
    of = text(read, cell_path(COMPANIONS, read.main.removeprefix(COMPANION), "party"))
    named = [party for party in hosts(read) if party.country]
    own = [party for party in named if party.key == of] or named
    return tuple((party, host_country(party.country, mechanism)) for party in own)


def claims(read: Reader, of: Party) -> tuple[Claim, ...]:
    """Claims to a host Party: those that name it, and with one host also those that name none."""
    return tuple(_of_host(read, of, [_claim(read, key) for key in read.rows("P.claims")]))


def _claim(read: Reader, key: str) -> Claim:
    row = Row(read, "P.claims", key)
    return Claim(
        key=key,
        party=row.text("party"),
        criterion=row.text("criterion").strip(),
        dimension=row.text("dimension"),
        direction=row.text("direction"),
        score=row.text("score").strip(),
        argument=read.text(cell_path("P.claims", key, "argument")),
        indicator=row.text("indicator"),
        baseline=row.text("baseline"),
        target=row.text("target"),
        monitoring=row.text("monitoring"),
        evidence=row.text("evidence"),
    )


def host_documents(read: Reader, of: Party) -> tuple[HostDocument, ...]:
    """Documents for the authority of a host Party: those that name it, and with one host also those that name none."""
    return tuple(_of_host(read, of, [_host_document(read, key) for key in read.rows("P.host_documents")]))


def _host_document(read: Reader, key: str) -> HostDocument:
    row = Row(read, "P.host_documents", key)
    return HostDocument(
        key=key,
        party=row.text("party"),
        code=row.text("code").strip(),
        standing=row.text("standing"),
        reason=row.text("reason"),
        evidence=row.text("evidence"),
        date=row.day("date"),
    )


def _of_host(read: Reader, of: Party, rows: Iterable[OfParty]) -> Iterator[OfParty]:
    is_only = len(hosts(read)) == 1
    return (row for row in rows if row.party == of.key or (is_only and not row.party))


def letter_statements(read: Reader) -> tuple[LetterStatement, ...]:
    """Further statements of letters, in order."""
    rows = ((key, Row(read, "P.letter_statements", key)) for key in read.rows("P.letter_statements"))
    return tuple(
        LetterStatement(key, row.text("letter"), row.text("statement").strip(), row.text("words")) for key, row in rows
    )
