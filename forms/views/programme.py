"""Programmes and bundles: who coordinates, which components there are, and what they come to together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from forms.answers import Origin
from forms.blocks import Block, Cell, Column, Paragraph, ParameterBlock, TableBlock, cell, text_run
from forms.components import COMPONENTS, Part, Together, bundle, programme, subprojects
from forms.facts import Row, day, duration, text
from forms.fieldpath import cell_path
from forms.periods import end_of
from forms.quantities import format_number
from forms.views.registry import content
from forms.views.yearly import tonnes

if TYPE_CHECKING:
    from forms.document import Reader

CRITERIA = "P.programme.criteria"


@content("coordinating_entity")
def _coordinating_entity(read: Reader) -> Iterator[Block]:
    """Name and contact of the entity that runs the programme."""
    key = text(read, "P.programme.coordinator")
    if key not in read.rows("P.participants"):
        yield Paragraph(text_run("The coordinating or managing entity is not chosen yet."), style="missing")
        return
    asked = (
        ("Name", "entity"),
        ("Authorised by", "party"),
        ("Street", "street"),
        ("City", "city"),
        ("Country", "country"),
        ("Telephone", "telephone"),
        ("E-mail", "email"),
        ("Website", "website"),
    )
    rows = ((label, _participant(read, key, column)) for label, column in asked)
    yield ParameterBlock("", tuple((label, (Paragraph(text_run(words or "–")),)) for label, words in rows))


def _participant(read: Reader, key: str, column: str) -> str:
    words = read.text(cell_path("P.participants", key, column))
    return read.text(cell_path("P.parties", words, "party")) if column == "party" and words else words


@content("programme_end")
def _programme_end(read: Reader) -> Iterator[Block]:
    """The last day of the programme: its start plus its length, less one day."""
    start, length = day(read, "P.start_date"), duration(read, "P.programme.length")
    if start is None or length is None:
        yield Paragraph(text_run("The last day follows once start and length are given."), style="missing")
        return
    last = end_of(start, length)
    yield Paragraph(text_run(f"The programme lasts from {start:%d/%m/%Y} to {last:%d/%m/%Y} ({length})."))


def _part_word(read: Reader) -> str:
    """What a programme is made of: a joint one of JPAs."""
    return "JPA" if read.form(read.main).mechanism == "ji" else "component"


@content("components_summary")
def _components_summary(read: Reader) -> Iterator[Block]:
    """Components by status with the reductions that they state, and what is out of order in the list."""
    rows = [Row(read, COMPONENTS, key) for key in read.rows(COMPONENTS)]
    states = dict.fromkeys(row.text("status") for row in rows)
    word = _part_word(read)
    parts = f"{word[0].upper()}{word[1:]}s"
    heads = (Column("Status", width=2), Column(parts, "right"), Column("t CO₂e a year", "right"))
    shown = tuple(_state_row(read, state, [row for row in rows if row.text("status") == state]) for state in states)
    total = (_counted(f"All {word}s", rows),)
    yield TableBlock(heads, shown, total if rows else (), row_headers=True, empty=f"No {word} is named yet.")
    yield from _too_early(read)
    yield from _by_year(programme(read), _part_word(read))


def _state_row(read: Reader, state: str, rows: Sequence[Row]) -> tuple[Cell, ...]:
    asked = read.asked("facts", f"{COMPONENTS}[x].status")
    label = next((choice.label for choice in asked.choices if choice.code == state), "") if asked else ""
    return _counted(label or "Status not given", rows)


def _counted(name: str, rows: Sequence[Row]) -> tuple[Cell, ...]:
    total = _sum([row.number("reductions") for row in rows])
    return (cell(name), cell(str(len(rows))), cell(tonnes(total), origin=Origin.CALCULATED if total else ""))


def _sum(values: Sequence[Decimal | None]) -> Decimal | None:
    """The sum; `None` when one is missing."""
    known = [value for value in values if value is not None]
    return sum(known, Decimal(0)) if known and len(known) == len(values) else None


def _too_early(read: Reader) -> Iterator[Block]:
    """Components that start before the programme, which may not join."""
    start = day(read, "P.start_date")
    rows = (Row(read, COMPONENTS, key) for key in read.rows(COMPONENTS))
    early = [row.text("title") for row in rows if start and _before(row.day("start"), start)]
    if early:
        words = f"Before the start of the programme begin: {'; '.join(early)}."
        yield Paragraph(text_run(words), style="missing")


# -- by year ------------------------------------------------------------------------------------------------


@content("components_by_year")
def _components_by_year(read: Reader) -> Iterator[Block]:
    """The components of the programme by calendar year, each in its own crediting period."""
    yield from _by_year(programme(read), _part_word(read))


def _by_year(together: Together, word: str) -> Iterator[Block]:
    """What all parts come to by calendar year, one column each where they are few, with the rounding told."""
    if not together.parts:
        return
    if not together.is_dated:
        names = "; ".join(part.title or part.key for part in together.parts if not part.periods)
        words = f"The years follow once start and length of the crediting period are given of each {word}: {names}."
        yield Paragraph(text_run(words), style="missing")
        return
    parts = together.parts if len(together.parts) <= _MOST_COLUMNS else ()
    heads = (Column("Year"), *(Column(part.title or part.key, "right") for part in parts), Column("Together", "right"))
    rows = tuple(_year_cells(together, parts, year) for year in together.years)
    total = (cell("Total"), *(_tonnes(together, part.total) for part in parts), _tonnes(together, together.total, "[]"))
    yield TableBlock(heads, rows, (total,), row_headers=True)
    yield Paragraph(text_run(_rounding_note(together)), style="note")


# More parts than these do not stand beside each other on a page.
_MOST_COLUMNS = 6


def _year_cells(together: Together, parts: Sequence[Part], year: int) -> tuple[Cell, ...]:
    own = (
        _tonnes(together, part.reductions[year]) if year in part.reductions else cell("not credited") for part in parts
    )
    return (cell(str(year)), *own, _tonnes(together, together.in_year(year), f"[{year}]"))


def _tonnes(together: Together, value: Decimal | None, index: str = "") -> Cell:
    trace = f"{together.name}{index.replace('[]', '')}" if index else ""
    return cell(tonnes(together.printed(value)), origin=Origin.CALCULATED if value is not None else "", trace=trace)


def _rounding_note(together: Together) -> str:
    """How it was rounded; where the printed years do not add up to the printed total, by how much and why."""
    how = "to the nearest tonne" if together.rounding == "nearest" else "down to whole tonnes"
    words = f"Each figure is rounded {how} from its unrounded value; sums are those of the unrounded values."
    if together.rounding != "nearest" and any(part.basis == "calculation" for part in together.parts):
        words += (
            " A component's own table rounds project emissions and leakage up before they are deducted; a year there "
            "may be one or two tonnes lower."
        )
    rows = _sum([together.printed(together.in_year(year)) for year in together.years])
    total = together.printed(together.total)
    if rows is not None and total is not None and rows != total:
        words += f" The printed years add up to {tonnes(rows)}; the total of the unrounded values is {tonnes(total)}."
    return words


def _before(date: dt.date | None, start: dt.date) -> bool:
    return date is not None and date < start


@content("criteria_to_check")
def _criteria_to_check(read: Reader) -> Iterator[Block]:
    """The eligibility criteria with room to tick: what is filled in for each component at inclusion."""
    heads = (
        Column("No.", width=0.5),
        Column("Criterion", width=2),
        Column("Condition", width=4),
        Column("Proof", width=3),
        Column("Met?", width=0.8),
    )
    rows = tuple(
        (cell(str(number)), *(cell(read.text(cell_path(CRITERIA, key, name))) for name in _ASKED), cell(""))
        for number, key in enumerate(read.rows(CRITERIA), start=1)
    )
    yield TableBlock(heads, rows, empty="No criterion is given yet.")


_ASKED = ("name", "condition", "proof")


# -- bundles ------------------------------------------------------------------------------------------------


@content("bundle_totals")
def _bundle_totals(read: Reader) -> Iterator[Block]:
    """Reductions of the small-scale projects of a bundle, by type and in all."""
    table = subprojects(read, read.main)
    keys = read.rows(table, read.main)
    heads = (
        Column("Type", width=1),
        Column("Projects", "right"),
        Column("Largest size", width=1.5),
        Column("Sizes together", width=1.5),
        Column("t CO₂e a year", "right", width=1.5),
    )
    types = dict.fromkeys(read.text(cell_path(table, key, "type"), read.main) for key in keys)
    rows = tuple(_type_row(read, table, kind, keys) for kind in types)
    total = (cell("Bundle"), cell(str(len(keys))), cell(""), cell(""), _reductions(read, table, keys))
    yield TableBlock(heads, rows, (total,) if keys else (), row_headers=True, empty="No project is named yet.")
    yield from _by_year(bundle(read, read.main), "project")


def _type_row(read: Reader, table: str, kind: str, keys: Sequence[str]) -> tuple[Cell, ...]:
    own = [key for key in keys if read.text(cell_path(table, key, "type"), read.main) == kind]
    sizes = [read.cell(table, key, "size", read.main) for key in own]
    given = [size if isinstance(size, Decimal) else None for size in sizes]
    largest = max((size for size in given if size is not None), default=None)
    units = dict.fromkeys(unit for key in own if (unit := read.text(cell_path(table, key, "unit"), read.main)))
    together = _sum(given) if len(units) < 2 else None  # MW and GWh have no sum
    summed = cell(_sized(together, units), origin=Origin.CALCULATED if together else "")
    return (
        cell(kind or "Type not given"),
        cell(str(len(own))),
        cell(_sized(largest, units)),
        summed,
        _reductions(read, table, own),
    )


def _sized(size: Decimal | None, units: Iterable[str]) -> str:
    """A size with its unit, a dash where there is none; several units are named beside each other."""
    return "–" if size is None else f"{format_number(size)} {', '.join(units)}".strip()


def _reductions(read: Reader, table: str, keys: Sequence[str]) -> Cell:
    values = [read.cell(table, key, "reductions", read.main) for key in keys]
    total = _sum([value if isinstance(value, Decimal) else None for value in values])
    return cell(tonnes(total), origin=Origin.CALCULATED if total else "")
