"""Global warming potentials: the set of the period in which reductions are made."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from forms.document import Reader, inputs_document
from forms.facts import crediting_period
from forms.inputs import value_path
from forms.problems import Severity
from forms.quantities import format_number
from forms.rules import Hit, rule
from forms.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forms.facts import CreditingPeriod

_UNIT = re.compile(r"t\s?CO2e?/t\s?(?P<gas>CH4|N2O|SF6|NF3|HFC-?23|CF4|C2F6)")
_FIRST_PERIOD = dt.date(2012, 12, 31)
_SECOND_PERIOD = dt.date(2020, 12, 31)
_DECISION = "4/CMP.7; information and reporting check 1ZMUTX3C7LOBARJ"


@dataclass(frozen=True)
class _Potential:
    """A potential that enters the calculation."""

    document: str
    symbol: str
    gas: str
    value: Decimal


def _potentials(read: Reader) -> Iterator[_Potential]:
    for key, applied in read.snapshot.methodologies.items():
        document = inputs_document(key)
        for parameter in applied.parameters:
            unit = _UNIT.fullmatch(str(parameter.unit))
            path = value_path(parameter.symbol)
            if unit is None or not read.state(document, path).relevant:
                continue
            value = read.value(path, document)
            if isinstance(value, Decimal):
                yield _Potential(document, parameter.symbol, unit["gas"], value)


def _sets(gas: str, period: CreditingPeriod) -> tuple[tuple[dt.date, Decimal], ...]:
    """Potentials that apply within the crediting period, with the last day of each."""
    found: list[tuple[dt.date, Decimal]] = []
    for row in table("gwp"):
        first = dt.date.fromisoformat(row["in_force_from"]) if row["in_force_from"] else dt.date.min
        last = dt.date.fromisoformat(row["in_force_to"]) if row["in_force_to"] else dt.date.max
        dated = first > dt.date.min or last < dt.date.max
        if row["gas"] == gas and dated and period.start and period.end and first <= period.end and last >= period.start:
            found.append((last, Decimal(row["value"])))
    return tuple(sorted(found))


def _wrong(read: Reader, ends: set[dt.date]) -> Iterator[Hit]:
    """Potentials that differ from the one set of the crediting period, when that set ends on one of these days."""
    for used in _potentials(read):
        period = crediting_period(read)
        sets = _sets(used.gas, period)
        if len(sets) == 1 and sets[0][0] in ends and used.value != sets[0][1]:
            yield Hit(
                value_path(used.symbol),
                f"{used.symbol} is {format_number(used.value)}; {format_number(sets[0][1])} applies to {used.gas} "
                f"in the whole crediting period.",
                "Use the potential of the period in which the reductions are made.",
                used.document,
            )


@rule("GWP-01", source="2/CP.3: values of the Second Assessment Report until 2012", mechanism="cdm", evidence="partial")
def potentials_until_2012(read: Reader) -> Iterator[Hit]:
    """Reductions until 31 December 2012 count with the potentials of the Second Assessment Report."""
    yield from _wrong(read, {_FIRST_PERIOD})


@rule("GWP-02", source=_DECISION, mechanism="cdm")
def potentials_until_2020(read: Reader) -> Iterator[Hit]:
    """Reductions from 2013 to 2020 count with the potentials of the Fourth Assessment Report."""
    yield from _wrong(read, {_SECOND_PERIOD})


@rule("GWP-03", source="EB 108, temporary measures: the lowest of the reports", mechanism="cdm", evidence="partial")
def potentials_from_2021(read: Reader) -> Iterator[Hit]:
    """Reductions from 2021 count with the lowest potential of the assessment reports."""
    yield from _wrong(read, {dt.date.max})


@rule("JI-E06", source=f"2/CP.3 and {_DECISION}", mechanism="ji")
def ji_potentials_fit_the_commitment_period(read: Reader) -> Iterator[Hit]:
    """Reductions count with the potentials of the commitment period in which they are made."""
    yield from _wrong(read, {_FIRST_PERIOD, _SECOND_PERIOD})


@rule("GWP-04", source="Completeness check AH0LB56FICZQWOT: reductions are split at 31 December 2012",
      severity=Severity.WARNING)  # fmt: skip
def potentials_change_with_the_period(read: Reader) -> Iterator[Hit]:
    """A crediting period over several commitment periods does not count with one potential throughout."""
    for used in _potentials(read):
        sets = _sets(used.gas, crediting_period(read))
        if len({value for _, value in sets}) > 1:
            yield Hit(
                value_path(used.symbol),
                f"{used.symbol} is {format_number(used.value)} throughout; "
                + ", then ".join(format_number(value) for _, value in sets)
                + f" applies to {used.gas} within the crediting period.",
                "Work the parts out apart, or use the value that gives fewer reductions and say so.",
                used.document,
            )


@rule("GWP-06", source="Completeness check AH0LB56FICZQWOT: reductions are split at 31 December 2012",
      severity=Severity.WARNING)  # fmt: skip
def yearly_rows_end_with_the_commitment_periods(read: Reader) -> Iterator[Hit]:
    """No yearly row runs over the end of a commitment period, so that units can be split."""
    if read.value("P.crediting.rows") != "crediting":
        return
    for row in crediting_period(read).periods:
        if any(row.start <= end < row.end for end in (_FIRST_PERIOD, _SECOND_PERIOD)):
            yield Hit(
                "P.crediting.rows",
                f"The row {row.label} runs over the end of a commitment period.",
                "Choose calendar years, which end on 31 December.",
            )
