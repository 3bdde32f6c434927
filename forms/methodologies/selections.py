"""Registered functions that decide which rows of a set belong to a sample, with a trace for the working.

A selection is for rules that rank and fill rather than calculate, such as the sample of power units of the build
margin. A methodology names the function in a `[[selection]]` entry; the result is a symbol that is 1 for rows inside
and 0 for rows outside.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from forms.methodologies.equations import NoResult
from forms.quantities import format_number

Cell = Decimal | str
Column = Mapping[str, Cell]


@dataclass(frozen=True)
class Chosen:
    """The rows inside, and sentences that say why, in the order of the decision."""

    members: frozenset[str]
    trace: tuple[str, ...] = ()


@dataclass(frozen=True)
class SelectionFunction:
    """A registered function with the names of its inputs; `number` inputs must be calculable, others are words."""

    name: str
    required: tuple[str, ...]
    optional: tuple[str, ...]
    run: Callable[[Sequence[str], Mapping[str, Column]], Chosen]


_REGISTERED: dict[str, SelectionFunction] = {}


def selection(
    *, required: tuple[str, ...], optional: tuple[str, ...] = ()
) -> Callable[[Callable[[Sequence[str], Mapping[str, Column]], Chosen]], SelectionFunction]:
    """Register a function of row names and input columns; every column has a cell for each row."""

    def register(function: Callable[[Sequence[str], Mapping[str, Column]], Chosen]) -> SelectionFunction:
        entry = SelectionFunction(function.__name__, required, optional, function)
        _REGISTERED[entry.name] = entry
        return entry

    return register


def selection_function(name: str) -> SelectionFunction | None:
    """The registered function of that name, None if there is none."""
    return _REGISTERED.get(name)


def selection_functions() -> tuple[str, ...]:
    """Names of all registered functions."""
    return tuple(sorted(_REGISTERED))


# --- TOOL07, build margin ------------------------------------------------------------------------


@dataclass(frozen=True)
class _PowerUnit:
    name: str
    generation: Decimal
    start: tuple[int, int, int]
    is_cdm: bool


@dataclass
class _Sample:
    """A growing set of power units, the newest first, with the story of how it came about."""

    needed: Decimal
    units: list[_PowerUnit] = field(default_factory=list)

    @property
    def generation(self) -> Decimal:
        """Annual generation of the sample, MWh."""
        return sum((unit.generation for unit in self.units), Decimal(0))

    @property
    def is_enough(self) -> bool:
        """True when the sample makes up 20 % of the system; a unit that crosses the line counts fully."""
        return self.generation >= self.needed

    def fill(self, candidates: Iterable[_PowerUnit]) -> tuple[_PowerUnit, ...]:
        """Add candidates in their order until the sample is enough; says which were added."""
        added: list[_PowerUnit] = []
        for unit in candidates:
            if self.is_enough:
                break
            self.units.append(unit)
            added.append(unit)
        return tuple(added)


@selection(required=("generation", "commissioned"), optional=("cdm", "year"))
def tool07_build_margin_sample(rows: Sequence[str], columns: Mapping[str, Column]) -> Chosen:
    """Sample of power units for the build margin, TOOL07 v07.0, paragraph 75(a) to (f).

    Inputs: `generation` in MWh a year, `commissioned` as a date or a year, `cdm` "yes" or 1 for units registered
    under the CDM, and `year`, the date or year to which "more than 10 years ago" refers (without it, the date of the
    newest unit).
    Units that began in the same year or day are taken by generation, the largest first, then by name.
    """
    sample, _, trace = _decided(rows, columns)
    return Chosen(frozenset(unit.name for unit in sample.units), tuple(trace))


@selection(required=("generation", "commissioned"), optional=("cdm", "year"))
def tool07_units_added_again(rows: Sequence[str], columns: Mapping[str, Column]) -> Chosen:
    """Units older than ten years that step (e) brings back, TOOL07 paragraph 79; inputs as for the sample."""
    _, back, trace = _decided(rows, columns)
    return Chosen(frozenset(unit.name for unit in back), tuple(trace))


def _decided(rows: Sequence[str], columns: Mapping[str, Column]) -> tuple[_Sample, tuple[_PowerUnit, ...], list[str]]:
    """The sample, the old units that came back into it, and the reasons."""
    units = sorted((_power_unit(row, columns) for row in rows), key=_newest_first)
    outside_cdm = [unit for unit in units if not unit.is_cdm]
    if not outside_cdm:
        raise NoResult(
            "Every power unit is registered under the CDM, so there is no sample.", "Check the list of units."
        )
    total = sum((unit.generation for unit in outside_cdm), Decimal(0))
    today = _reference_date(units, columns.get("year"))
    trace = [f"Generation of the system without units registered under the CDM: {_mwh(total)}."]
    sample = _newest_units(outside_cdm, total / 5, trace)
    if not any(_is_old(unit, today) for unit in sample.units):
        trace.append(
            "(c) No unit of the sample began more than 10 years ago: the sample stands; (d) to (f) do not apply."
        )
        return sample, (), trace
    return *_without_old_units(sample, units, today, trace), trace


def _newest_units(units: Sequence[_PowerUnit], needed: Decimal, trace: list[str]) -> _Sample:
    """Steps (a) to (c): the larger of the five newest units and the newest units that make 20 %."""
    five, twenty = _Sample(needed, list(units[:5])), _Sample(needed)
    twenty.fill(units)
    trace.append(f"(a) SET_5-units: {_names(five.units)}; together {_mwh(five.generation)}.")
    trace.append(f"(b) SET_≥20%: {_names(twenty.units)}; together {_mwh(twenty.generation)} (20 % is {_mwh(needed)}).")
    larger, name = (twenty, "SET_≥20%") if twenty.generation > five.generation else (five, "SET_5-units")
    trace.append(f"(c) {name} has the larger generation and is SET_sample.")
    return larger


def _without_old_units(
    sample: _Sample, units: Sequence[_PowerUnit], today: tuple[int, int, int], trace: list[str]
) -> tuple[_Sample, tuple[_PowerUnit, ...]]:
    """Steps (d) to (f): units under the CDM take the place of old ones, then old ones come back as needed."""
    old = [unit for unit in sample.units if _is_old(unit, today)]
    younger = _Sample(sample.needed, [unit for unit in sample.units if unit not in old])
    trace.append(f"(d) Began more than 10 years ago and left out: {_names(old)}.")
    added = younger.fill(unit for unit in units if unit.is_cdm)
    trace.append(f"(d) Registered under the CDM and added: {_names(added)}; together {_mwh(younger.generation)}.")
    if younger.is_enough:
        trace.append("(d) SET_sample-CDM makes up 20 % and is the sample; (e) and (f) do not apply.")
        return younger, ()
    back = younger.fill(unit for unit in units if not unit.is_cdm and _is_old(unit, today))
    trace.append(f"(e) Older than 10 years and added again: {_names(back)}; together {_mwh(younger.generation)}.")
    trace.append("(f) SET_sample-CDM->10yrs is the sample.")
    return younger, back


def _power_unit(row: str, columns: Mapping[str, Column]) -> _PowerUnit:
    generation = columns["generation"][row]
    if not isinstance(generation, Decimal):
        raise NoResult(f"The generation of {row} is not a number.", "Give it in MWh.")
    cdm = columns.get("cdm", {}).get(row, "no")
    return _PowerUnit(
        row, generation, _moment(columns["commissioned"][row], row), cdm in ("yes", "true", "1", Decimal(1))
    )


def _newest_first(unit: _PowerUnit) -> tuple[int, int, int, Decimal, str]:
    year, month, day = unit.start
    return -year, -month, -day, -unit.generation, unit.name


def _moment(cell: Cell, row: str) -> tuple[int, int, int]:
    """Year, month, day; month and day are 0 when only the year is known."""
    text = str(cell).strip()
    if text.isdecimal() and len(text) == 4:
        return int(text), 0, 0
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        raise NoResult(f"“{text}” is no date for {row}.", "Give the year, or year-month-day.") from None
    return day.year, day.month, day.day


def _reference_date(units: Sequence[_PowerUnit], year: Column | None) -> tuple[int, int, int]:
    return _moment(next(iter(year.values())), "the reference year") if year else units[0].start


def _is_old(unit: _PowerUnit, today: tuple[int, int, int]) -> bool:
    """Began more than 10 years before; by years where either date is only a year."""
    years = today[0] - unit.start[0]
    if years != 10 or 0 in (today[1], unit.start[1]):
        return years > 10
    return unit.start[1:] < today[1:]


def _names(units: Sequence[_PowerUnit]) -> str:
    return ", ".join(f"{unit.name} ({unit.start[0]}, {_mwh(unit.generation)})" for unit in units) or "none"


def _mwh(generation: Decimal) -> str:
    return f"{format_number(generation.normalize())} MWh"
