"""The outcome of a calculation: its values, and the table of reductions."""

from __future__ import annotations

import decimal
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from forms.methodologies.calculation.given import Given, part_of_year
from forms.methodologies.calculation.run import Run
from forms.quantities import PRECISION

if TYPE_CHECKING:
    from forms.methodologies.calculation.findings import Fault, Missing
    from forms.methodologies.calculation.inputs import Inputs, Key
    from forms.methodologies.model import Definition, Index, Methodology
    from forms.methodologies.working import Step
    from forms.periods import Period


@dataclass(frozen=True)
class PeriodResult:
    """One row of the table of reductions in tCO2e, not rounded; None where it could not be calculated."""

    period: Period
    baseline: Decimal | None
    project: Decimal | None
    leakage: Decimal | None
    reductions: Decimal | None


@dataclass(frozen=True)
class Totals:
    """Sums of the unrounded rows, tCO2e; None where a row is missing."""

    baseline: Decimal | None
    project: Decimal | None
    leakage: Decimal | None
    reductions: Decimal | None


@dataclass(frozen=True)
class Calculation:
    """The outcome of `calculate`.

    `values` has the results of equations and selections, `given` the inputs as they entered (defaults too),
    `conditions` whether each testable applicability condition holds (None when it cannot be tested), `traces` the
    reasons of selections, `options` the codes chosen or taken by default.
    """

    methodology: Methodology
    inputs: Inputs
    values: Mapping[str, Mapping[Index, Decimal]]
    missing: tuple[Missing, ...]
    faults: tuple[Fault, ...]
    given: Mapping[Key, Given]
    conditions: Mapping[str, bool | None]
    traces: Mapping[str, tuple[str, ...]]
    options: Mapping[str, str]
    run: Run = field(repr=False, compare=False)

    def value(self, symbol: str, index: Index = ()) -> Decimal | str | None:
        """Any value, calculated or given; None when it is missing or could not be calculated."""
        calculated = self.values.get(symbol, {}).get(index)
        if calculated is not None:
            return calculated
        given = self.given.get((symbol, index))
        return None if given is None else given.value

    def members(self, set_id: str) -> tuple[str, ...]:
        """Members of a set; empty when they are not given."""
        return tuple(self.run.known_members(set_id))

    def definition(self, symbol: str) -> Definition | None:
        """The equation, selection or parameter that is in force for a symbol under the chosen options."""
        return self.run.definition(symbol)

    def explain(self, symbol: str, index: Index = ()) -> Step:
        """How a value came about, down to the inputs; see `working`."""
        from forms.methodologies.working import explain

        return explain(self, symbol, index)

    @cached_property
    def periods(self) -> tuple[PeriodResult, ...]:
        """The rows of the table of reductions."""
        names, periods = self.methodology.results, self.inputs.periods
        baseline, project, leakage, reductions = (
            self._column(symbol) for symbol in (names.baseline, names.project, names.leakage, names.reductions)
        )
        if not names.reductions:
            less = [column for symbol, column in ((names.project, project), (names.leakage, leakage)) if symbol]
            with decimal.localcontext(PRECISION):
                reductions = [_less(whole, parts) for whole, *parts in zip(baseline, *less, strict=True)]
        rows = zip(periods, baseline, project, leakage, reductions, strict=True)
        return tuple(PeriodResult(*row) for row in rows)

    def _column(self, symbol: str) -> list[Decimal | None]:
        """A result in each period of the crediting period; None where it is not there."""
        periods = self.inputs.periods
        if not symbol or symbol not in self.methodology.definitions:
            return [None] * len(periods)
        is_yearly = bool(self.methodology.indices_of(symbol))
        values = [self.value(symbol, (period.label,) if is_yearly else ()) for period in periods]
        return [value if isinstance(value, Decimal) else None for value in values]

    @cached_property
    def total(self) -> Totals:
        """Sums over the crediting period, from unrounded rows."""
        rows = self.periods
        columns = (
            [row.baseline for row in rows],
            [row.project for row in rows],
            [row.leakage for row in rows],
            [row.reductions for row in rows],
        )
        return Totals(*(_sum_if_complete(column) for column in columns))

    @cached_property
    def annual_average(self) -> Decimal | None:
        """Total reductions over the length of the crediting period in years (months / 12)."""
        years = sum((part_of_year(period) for period in self.inputs.periods), Fraction(0))
        total = self.total.reductions
        if total is None or not years:
            return None
        return PRECISION.divide(PRECISION.multiply(total, Decimal(years.denominator)), Decimal(years.numerator))


def _less(whole: Decimal | None, parts: Sequence[Decimal | None]) -> Decimal | None:
    known = [part for part in parts if part is not None]
    return whole - sum(known, Decimal(0)) if whole is not None and len(known) == len(parts) else None


def _sum_if_complete(column: Sequence[Decimal | None]) -> Decimal | None:
    known = [amount for amount in column if amount is not None]
    if not known or len(known) < len(column):
        return None
    with decimal.localcontext(PRECISION):
        return sum(known, Decimal(0))


def calculate(methodology: Methodology, inputs: Inputs, earlier: Calculation | None = None) -> Calculation:
    """Calculate everything the inputs allow. Never raises for wrong or missing inputs: they are named in the result.

    With an `earlier` calculation only what hangs on other inputs than there is calculated again; the outcome is the
    same as without it.
    """
    with decimal.localcontext(PRECISION):
        run = Run(methodology, inputs)
        run.settle_all(earlier.run if earlier is not None else None)
    return Calculation(
        methodology,
        inputs,
        run.results(),
        run.findings.missing,
        run.findings.faults,
        run.intake.entered(),
        run.conditions,
        run.traces,
        run.options,
        run,
    )
