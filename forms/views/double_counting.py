"""The set-aside table of hosts in the European Union: Decision 2006/780/EC, annex I."""

from __future__ import annotations

from decimal import ROUND_FLOOR, Decimal
from typing import TYPE_CHECKING

from forms.blocks import Block, Column, TableBlock, cell
from forms.facts import host, number, text
from forms.fieldpath import cell_path
from forms.quantities import format_number
from forms.views.registry import content

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from forms.document import Reader

# The Decision covers the first commitment period.
_YEARS = range(2008, 2013)


def set_aside(read: Reader) -> Mapping[int, int] | None:
    """Allowances to set aside by year, whole ones, rounded down; `None` while a share or the calculation is missing.

    Row VI of the annex is II × III × V; taken year by year it gives rows VIII/a to VIII/e, whose sum row VI must be.
    """
    issued = number(read, "A.share_issued")
    trading = Decimal(0) if text(read, "A.kind") == "none" else number(read, "A.share_trading")
    reduced = _reductions(read)
    if issued is None or trading is None or reduced is None:
        return None
    share = issued * trading / 10_000
    return {year: int((tonnes * share).to_integral_value(ROUND_FLOOR)) for year, tonnes in reduced.items()}


def _reductions(read: Reader) -> Mapping[int, Decimal] | None:
    """Printed reductions of 2008 to 2012 by calendar year; `None` while one is missing."""
    by_year: dict[int, Decimal] = {}
    for row in read.results.printed_rows:
        if row.tonnes.reductions is None:
            return None
        if row.period.year in _YEARS:
            by_year[row.period.year] = by_year.get(row.period.year, Decimal(0)) + row.tonnes.reductions
    return by_year or None


@content("eu_set_aside")
def _eu_set_aside(read: Reader) -> Iterator[Block]:
    """Rows I to VIII of annex I."""
    quantities, reduced = set_aside(read), _reductions(read)
    rows = [
        ("I/a", "Title of project activity", text(read, "P.title")),
        ("I/b", "Project identification code", text(read, "A.code")),
        ("I/c", "Date of letter of approval", _approved(read)),
        ("II", "Total quantity of greenhouse gases to be reduced, t for 2008-2012", _whole(reduced)),
        ("III", "% of total reductions that the government issues as ERUs", read.text("A.share_issued")),
        ("IV", "Description of baseline", read.text("A.baseline")),
        ("V", "% of emissions of installations under the scheme in the baseline", _share(read)),
        ("VI", "Planned trading sector project-reduction quantity (II × III × V)", _whole(quantities)),
        ("VII/a", "Name of the installation", _installations(read, "name")),
        ("VII/b", "Identification of the installation", _installations(read, "id")),
    ]
    for year, letter in zip(_YEARS, "abcde", strict=True):
        given = "" if quantities is None else format_number(Decimal(quantities.get(year, 0)))
        rows.append((f"VIII/{letter}", f"ERUs that represent trading sector reductions issued for {year}", given))
    columns = (Column("Row"), Column("Item", width=4), Column("This project activity", width=4))
    yield TableBlock(columns, tuple(tuple(cell(words or "–") for words in row) for row in rows), row_headers=True)


def _whole(quantities: Mapping[int, Decimal] | Mapping[int, int] | None) -> str:
    return "" if quantities is None else format_number(Decimal(sum(quantities.values())))


def _share(read: Reader) -> str:
    return "0" if text(read, "A.kind") == "none" else read.text("A.share_trading")


def _approved(read: Reader) -> str:
    """Date of the host's letter of approval; a letter of endorsement does not approve."""
    named = host(read)
    for key in read.rows("P.letters"):
        is_hosts = named is not None and read.cell("P.letters", key, "party") == named.key
        if is_hosts and read.cell("P.letters", key, "kind") in {None, "approval"}:
            return read.text(cell_path("P.letters", key, "date"))
    return ""


def _installations(read: Reader, column: str) -> str:
    keys = read.rows("A.installations")
    return "; ".join(read.text(cell_path("A.installations", key, column)) for key in keys)
