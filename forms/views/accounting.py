"""The units behind a JI project: reductions, ERUs, and the units of the host that are converted into them, by year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from forms.answers import Origin
from forms.blocks import Block, Cell, Column, Paragraph, TableBlock, cell, text_run
from forms.facts import host, letters, parties, text
from forms.host_countries import host_country
from forms.quantities import format_number, round_down, unit_in_print
from forms.views.registry import content
from forms.views.working import when_complete

if TYPE_CHECKING:
    from forms.document import Reader
    from forms.facts import Letter, Party
    from forms.periods import Period

# First period: Article 3.7 of the Kyoto Protocol; second: the Doha amendment (1/CMP.8), which few Parties ever used.
FIRST_END, SECOND_END = dt.date(2012, 12, 31), dt.date(2020, 12, 31)
FIRST_START = dt.date(2008, 1, 1)
_FORESTRY = "14"
_WHOLE = Decimal(100)
CONVERSION = (
    "Each ERU is issued by converting one unit of the host Party, which is thereby cancelled, so that the total of all "
    "units stays the same (13/CMP.1, annex, on the issuance of ERUs; the paragraph was not read for this version)."
)
_TRACKS = {
    "1": "Track 1: the host verifies by its own procedure and issues. First transfers are held against its commitment "
    "period reserve.",
    "2": "Track 2: the verification becomes final with the JI Supervisory Committee. First transfers are not held "
    "against the commitment period reserve of the host.",
}
# Paragraph 33(a) was read; by when the others are needed was seen in practice, in a published design document.
_APPROVALS = (
    "The approval of the host Party is part of the determination (9/CMP.1, annex, paragraph 33(a)). That of the other "
    "Parties is usually given by the first verification report. A letter of endorsement approves nothing."
)
# 9/CMP.1, annex, paragraphs 21, 23 and 24.
_CONDITIONS = (
    ("(a)", "It is a Party to the Kyoto Protocol", True),
    ("(b)", "Its assigned amount was calculated and recorded", True),
    ("(c)", "It has a national system for the estimation of emissions and removals", False),
    ("(d)", "It has a national registry", True),
    ("(e)", "It has submitted the most recent required inventory", False),
    ("(f)", "It submits the supplementary information on its assigned amount", False),
)


@dataclass(frozen=True)
class Units:
    """Units of one period, each a tonne of CO2e. `converted` are AAUs, or RMUs for forestry."""

    period: Period
    commitment_period: str
    reductions: Decimal
    erus: Decimal

    @property
    def converted(self) -> Decimal:
        """One unit of the host for each ERU."""
        return self.erus

    @property
    def kept(self) -> Decimal:
        """Reductions that the host does not pass on: it keeps the units that stand behind them."""
        return max(Decimal(0), self.reductions - self.erus)


def units(read: Reader) -> tuple[Units, ...]:
    """Units by year, of the printed reductions; empty while they are not complete."""
    if not read.results.is_complete:
        return ()
    share, _ = share_issued(read)
    return tuple(
        Units(row.period, commitment_period(row.period), row.tonnes.reductions, _issued(row.tonnes.reductions, share))
        for row in read.results.printed_rows
        if row.tonnes.reductions is not None
    )


def _issued(reductions: Decimal, share: Decimal) -> Decimal:
    """Whole units, rounded down; none where emissions rise."""
    return max(Decimal(0), round_down(reductions * share / _WHOLE))


def share_issued(read: Reader) -> tuple[Decimal, str]:
    """Share of the reductions for which the host issues units, in %, and where that is said; 100 where nothing is."""
    party = host(read)
    pack = host_country(party.country, "ji") if party else None
    if pack is None or pack.is_generic or pack.units.share is None:
        return _WHOLE, "No rule of the host country is known that keeps a part back."
    doubt = "" if pack.units.evidence == "found" else f" (evidence: {pack.units.evidence})"
    return pack.units.share, f"{pack.title}: {pack.units.help}{doubt}"


def commitment_period(period: Period) -> str:
    """First or second commitment period, as far as all of the row lies in it; else the words for it."""
    if period.start >= FIRST_START and period.end <= FIRST_END:
        return "first (2008 to 2012)"
    if period.start > FIRST_END and period.end <= SECOND_END:
        return "second (2013 to 2020)"
    return (
        "before 2008: none"
        if period.end < FIRST_START
        else "after 2020: none"
        if period.start > SECOND_END
        else "more than one"
    )


def unit_name(read: Reader) -> str:
    """What the host converts: removal units for land use and forestry, else assigned amount units."""
    scopes = {text(read, f"P.scopes[{key}].scope") for key in read.rows("P.scopes")}
    return "RMU" if _FORESTRY in scopes else "AAU"


@content("eru_accounting")
@when_complete
def _accounting(read: Reader) -> Iterator[Block]:
    made, name = units(read), unit_name(read)
    share, reason = share_issued(read)
    heads = (
        Column("Vintage (year of the reductions)", width=2),
        Column("Commitment period", width=1.8),
        Column(f"Reductions ({unit_in_print('tCO2e')})", "right"),
        Column("ERUs issued", "right"),
        Column(f"{name}s converted and cancelled", "right", width=1.2),
        Column(f"Kept by the host ({name}s)", "right"),
    )
    rows = tuple(_row(item.period.label, item.commitment_period, *_amounts(item)) for item in made)
    sums = [sum(column, Decimal(0)) for column in zip(*(_amounts(item) for item in made), strict=True)]
    yield TableBlock(heads, rows, (_row("Total", "", *sums),), row_headers=True)
    yield Paragraph(text_run(f"Units are issued for {format_number(share)} % of the reductions. {reason}"))
    yield Paragraph(text_run(CONVERSION))
    yield from _notes(read, made, sums[0])


def _amounts(item: Units) -> tuple[Decimal, ...]:
    return (item.reductions, item.erus, item.converted, item.kept)


def _row(name: str, commitment: str, *amounts: Decimal) -> tuple[Cell, ...]:
    return (cell(name), cell(commitment), *(cell(format_number(a, 0), origin=Origin.CALCULATED) for a in amounts))


def _notes(read: Reader, made: tuple[Units, ...], rows: Decimal) -> Iterator[Block]:
    total = read.results.printed_total.reductions
    if total is not None and total != rows:
        yield Paragraph(
            text_run(
                f"Units are whole in each year: the rows add up to {format_number(rows, 0)}, while the total of the "
                f"unrounded reductions is {format_number(total, 0)}."
            ),
            style="note",
        )
    if any(item.period.end > FIRST_END for item in made):
        yield Paragraph(
            text_run(
                "Years after 2012 are for information: units of the second period need a Party with an assigned "
                "amount for it, and hardly any were ever issued."
            ),
            style="note",
        )
    if track := _TRACKS.get(text(read, "P.track")):
        yield Paragraph(text_run(track), style="note")


@content("ji_approval_record")
def _approvals(read: Reader) -> Iterator[Block]:
    """Letters of each Party involved, and by when one is needed that is not there."""
    columns = (
        Column("Party involved", width=1.5), Column("Letter", width=1.3), Column("Reference"), Column("Date"),
        Column("Unconditional"), Column("Entities authorised", width=2.2),
    )  # fmt: skip
    given = letters(read)
    rows = [row for party in parties(read) for row in _party_rows(party, given)]
    yield TableBlock(columns, tuple(rows), row_headers=True, empty="No Party is named yet.")
    yield Paragraph(text_run(_APPROVALS), style="note")


def _party_rows(party: Party, given: tuple[Letter, ...]) -> Iterator[tuple[Cell, ...]]:
    name = f"{party.name} (host)" if party.is_host else party.name
    own = [letter for letter in given if letter.party == party.key]
    for letter in own:
        yield (
            cell(name),
            cell(letter.kind.capitalize() or "not stated"),
            cell(letter.reference or "–"),
            cell(f"{letter.date:%d/%m/%Y}" if letter.date else "–"),
            cell({True: "Yes", False: "No", None: "not stated"}[letter.unconditional]),
            cell("; ".join(letter.authorised) or "–"),
        )
    if not own:
        when = "needed for the determination" if party.is_host else "needed by the first verification"
        yield (cell(name), cell(f"none yet: {when}"), *(cell("–") for _ in range(4)))


@content("ji_track_conditions")
def _conditions(read: Reader) -> Iterator[Block]:
    columns = (Column("9/CMP.1, annex, 21"), Column("What the host Party fulfils", width=5), Column("Track 1"),
               Column("Track 2"))  # fmt: skip
    rows = tuple(
        (cell(letter), cell(words), cell("needed"), cell("needed" if is_basic else "–"))
        for letter, words, is_basic in _CONDITIONS
    )
    yield TableBlock(columns, rows, row_headers=True)
    chosen = text(read, "P.track")
    yield Paragraph(
        text_run(f"This project follows track {chosen}." if chosen else "The track of this project is not chosen yet."),
    )
