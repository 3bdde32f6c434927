"""What a project reduces: the calculation of every methodology applied, added up and rounded for print."""

from __future__ import annotations

import decimal
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from forms.document import APPROACH_DOCUMENT, Reader, Snapshot, inputs_document
from forms.entered import inputs_of
from forms.facts import crediting_period, text
from forms.methodologies.calculation import Calculation, Fault, Missing, calculate
from forms.periods import Period, months_between
from forms.quantities import PRECISION, round_down, round_nearest, round_up

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Rounding = Literal["conservative", "nearest"]
_DECIMALS_KEPT = 18
COLUMNS = ("baseline", "project", "leakage", "reductions")


@dataclass(frozen=True)
class Tonnes:
    """Tonnes of CO2e; `None` is missing, never zero."""

    baseline: Decimal | None
    project: Decimal | None
    leakage: Decimal | None
    reductions: Decimal | None

    def get(self, column: str) -> Decimal | None:
        """A column by name."""
        value = getattr(self, column)
        return value if isinstance(value, Decimal) else None

    @property
    def is_complete(self) -> bool:
        """True when nothing is missing."""
        return all(self.get(column) is not None for column in COLUMNS)


@dataclass(frozen=True)
class Row:
    """One row of the yearly table."""

    period: Period
    tonnes: Tonnes


@dataclass(frozen=True)
class Results:
    """Emission reductions of a project. `rows` are unrounded; `printed_rows` are what the forms show.

    `calculations` are by row key of `P.methodologies`.
    """

    calculations: Mapping[str, Calculation]
    rows: tuple[Row, ...]
    months: Decimal
    rounding: Rounding

    @property
    def is_complete(self) -> bool:
        """True when every year has all four columns."""
        return bool(self.rows) and all(row.tonnes.is_complete for row in self.rows)

    @property
    def missing(self) -> tuple[tuple[str, Missing], ...]:
        """Inputs that are missing, each with the row key of its methodology."""
        return tuple((key, missing) for key, made in self.calculations.items() for missing in made.missing)

    @property
    def faults(self) -> tuple[tuple[str, Fault], ...]:
        """What could not be computed, each with the row key of its methodology."""
        return tuple((key, fault) for key, made in self.calculations.items() for fault in made.faults)

    @property
    def total(self) -> Tonnes:
        """Sums of the unrounded rows."""
        return Tonnes(*(_sum(tuple(row.tonnes.get(column) for row in self.rows)) for column in COLUMNS))

    @property
    def annual_average(self) -> Decimal | None:
        """Unrounded average over the crediting period, by months (DVM 45): total / months x 12."""
        total = self.total.reductions
        if total is None or not self.months:
            return None
        return PRECISION.divide(PRECISION.multiply(total, Decimal(12)), self.months)

    @property
    def printed_rows(self) -> tuple[Row, ...]:
        """Rows in whole tonnes."""
        return tuple(Row(row.period, printed(row.tonnes, self.rounding)) for row in self.rows)

    @property
    def printed_total(self) -> Tonnes:
        """Totals in whole tonnes: sums of the printed rows, or with “nearest” the rounded unrounded sums."""
        if self.rounding == "nearest":
            return printed(self.total, self.rounding)
        rows = self.printed_rows
        return Tonnes(*(_sum(tuple(row.tonnes.get(column) for row in rows)) for column in COLUMNS))

    @property
    def printed_average(self) -> Decimal | None:
        """Annual average of the reductions in whole tonnes, of the printed total."""
        total = self.printed_total.reductions
        if total is None or not self.months:
            return None
        average = total / self.months * 12
        return _or_none(round_nearest if self.rounding == "nearest" else round_down, average)

    def figure(self, name: str) -> Decimal | None:
        """A printed figure by name: total (of reductions), annual_average, baseline, project, leakage."""
        if name == "annual_average":
            return self.printed_average
        return (
            self.printed_total.get("reductions" if name == "total" else name) if name in {"total", *COLUMNS} else None
        )

    def rows_with(self, symbol: str, index: tuple[str, ...] = ()) -> tuple[str, ...]:
        """Row keys of the methodologies that have a value: two components may share a symbol."""
        return tuple(key for key, made in self.calculations.items() if made.value(symbol, index) is not None)


def printed(tonnes: Tonnes, rounding: Rounding) -> Tonnes:
    """Whole tonnes.

    Conservative: baseline down, project and leakage up, and reductions from these three, so that the printed row
    adds up; nearest: each column by itself, as older documents do.
    """
    if rounding == "nearest":
        return Tonnes(*(_or_none(round_nearest, tonnes.get(column)) for column in COLUMNS))
    baseline = _or_none(round_down, tonnes.baseline)
    project, leakage = _or_none(round_up, tonnes.project), _or_none(round_up, tonnes.leakage)
    known = baseline is not None and project is not None and leakage is not None and tonnes.reductions is not None
    reductions = baseline - project - leakage if known else None  # type: ignore[operator]
    return Tonnes(baseline, project, leakage, reductions)


def calculate_project(snapshot: Snapshot, earlier: Results | None = None) -> Results:
    """Calculate every methodology applied and add the results up by year.

    Of `earlier` results the calculations with the very same methodology and inputs are used again; where inputs
    changed, only what hangs on them is calculated.
    """
    read = Reader(snapshot)
    period = crediting_period(read)
    made: dict[str, Calculation] = {}
    for key, methodology in snapshot.methodologies.items():
        inputs = inputs_of(read, inputs_document(key), methodology, period.periods)
        known = earlier.calculations.get(key) if earlier else None
        if known is not None and known.methodology is not methodology:
            known = None
        is_same = known is not None and known.inputs.is_like(inputs)
        made[key] = known if known is not None and is_same else calculate(methodology, inputs, known)
    months = months_between(period.start, period.end) if period.start and period.end else Decimal(0)
    rounding: Rounding = "nearest" if text(read, "P.rounding") == "nearest" else "conservative"
    return Results(made, _rows(period.periods, _counted(made)), months, rounding)


def _counted(made: Mapping[str, Calculation]) -> tuple[Calculation, ...]:
    """Those with a table of reductions: a tool applied beside them, such as TOOL24, is no missing tonne."""
    return tuple(calculation for calculation in made.values() if calculation.methodology.results.symbols)


def _rows(periods: tuple[Period, ...], calculations: tuple[Calculation, ...]) -> tuple[Row, ...]:
    return tuple(
        Row(period, Tonnes(*(_column(calculations, position, column) for column in COLUMNS)))
        for position, period in enumerate(periods)
    )


def _column(calculations: tuple[Calculation, ...], position: int, column: str) -> Decimal | None:
    return _sum(tuple(getattr(made.periods[position], column) for made in calculations))


def _sum(values: tuple[Decimal | None, ...]) -> Decimal | None:
    known = [value for value in values if value is not None]
    with decimal.localcontext(PRECISION):
        return sum(known, Decimal(0)) if known and len(known) == len(values) else None


def _or_none(rounding: Callable[[Decimal], Decimal], value: Decimal | None) -> Decimal | None:
    return None if value is None else rounding(_settled(value))


def _settled(value: Decimal) -> Decimal:
    """Without the traces of a division cut at 34 digits: 9,999.99... with 29 nines is 10,000, no tonne is lost."""
    return round_nearest(value, _DECIMALS_KEPT)


__all__ = ["APPROACH_DOCUMENT", "COLUMNS", "Results", "Row", "Tonnes", "calculate_project", "printed"]
