"""What if: how a result moves with its inputs, where it reaches a goal, and other choices side by side."""

from __future__ import annotations

import decimal
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from forms.document import Reader, inputs_document
from forms.entered import inputs_of
from forms.errors import UserError
from forms.facts import crediting_period
from forms.methodologies.calculation import Calculation, Inputs, calculate, chosen_options
from forms.methodologies.model import Parameter
from forms.quantities import PRECISION
from forms.spelling import did_you_mean

if TYPE_CHECKING:
    from forms.document import Snapshot
    from forms.methodologies import Methodology
    from forms.methodologies.model import Index

Measure = Callable[[Calculation], Decimal | None]
"""The result that is watched; None where it cannot be calculated."""

TEN_PER_CENT = Decimal("0.1")
_FURTHEST = Decimal(10)
_HALVINGS = 60


@dataclass(frozen=True)
class Variation:
    """A result with one input varied: as it is, with the input lowered and raised, and where it reaches a goal.

    `break_even` is the relative change of the input (0.18 is 18 % more); None where no goal was asked for, or none
    is met between nothing and eleven times the input.
    """

    symbol: str
    base: Decimal | None
    low: Decimal | None
    high: Decimal | None
    break_even: Decimal | None = None


def total_reductions(calculation: Calculation) -> Decimal | None:
    """Reductions over the crediting period, tCO2e, not rounded."""
    return calculation.total.reductions


def sensitivity(
    methodology: Methodology,
    inputs: Inputs,
    symbols: Sequence[str],
    change: Decimal = TEN_PER_CENT,
    *,
    measure: Measure = total_reductions,
    goal: Decimal | None = None,
) -> tuple[Variation, ...]:
    """Vary inputs one at a time, each with all its rows and years together, by the relative `change` down and up.

    Raises:
        UserError: a symbol is no input of the methodology, or one that has no number.
    """
    base = calculate(methodology, inputs)
    return tuple(_variation(base, symbol, change, measure, goal) for symbol in symbols)


def sensitivity_of_project(
    snapshot: Snapshot, symbols: Sequence[str], change: Decimal = TEN_PER_CENT
) -> tuple[Variation, ...]:
    """How the reductions of a project, over all its methodologies, move with inputs of any of them.

    Raises:
        UserError: no methodology of the project has the symbol as an input with a number.
    """
    made = snapshot.results.calculations
    return tuple(_variation_of_project(made, symbol, change) for symbol in symbols)


def _variation_of_project(made: Mapping[str, Calculation], symbol: str, change: Decimal) -> Variation:
    having = [key for key, calculation in made.items() if calculation.methodology.parameter(symbol) is not None]
    if not having:
        known = sorted({parameter.symbol for entry in made.values() for parameter in entry.methodology.parameters})
        raise _no_input(symbol, known)
    first = next((key for key in having if _given(made[key], symbol)), having[0])
    # An answer that stands in several methodologies, such as the factor of one grid, is one fact, and moves in all.
    sharing = [key for key in having if _given(made[key], symbol) == _given(made[first], symbol)]

    def at(relative: Decimal) -> Decimal | None:
        scaled = {key: _scaled(made[key], symbol, 1 + relative) for key in sharing}
        varied = {key: calculate(made[key].methodology, inputs) for key, inputs in scaled.items()}
        return _reductions_of_all({**made, **varied})

    return Variation(symbol, _reductions_of_all(made), at(-change), at(change))


def _given(made: Calculation, symbol: str) -> Mapping[Index, tuple[object, str, str]]:
    """What was answered for a symbol, or stands by default, with its origin and source, by index."""
    return {
        index: (given.entered, given.origin, given.source)
        for (name, index), given in made.given.items()
        if name == symbol
    }


def _reductions_of_all(made: Mapping[str, Calculation]) -> Decimal | None:
    """The sum; None where one is missing. A tool applied beside methodologies has none, which are no missing tonnes."""
    parts = [total_reductions(entry) for entry in made.values() if entry.methodology.results.symbols]
    known = [part for part in parts if part is not None]
    return sum(known, Decimal(0)) if len(known) == len(parts) else None


def _no_input(symbol: str, known: Sequence[str]) -> UserError:
    return UserError(f"“{symbol}” is no input that can be varied.", did_you_mean(symbol, known).strip())


def _variation(base: Calculation, symbol: str, change: Decimal, measure: Measure, goal: Decimal | None) -> Variation:
    def at(relative: Decimal) -> Decimal | None:
        return measure(calculate(base.methodology, _scaled(base, symbol, 1 + relative)))

    break_even = None if goal is None else _break_even(at, goal)
    return Variation(symbol, measure(base), at(-change), at(change), break_even)


def _scaled(base: Calculation, symbol: str, factor: Decimal) -> Inputs:
    """The inputs with every number of a symbol multiplied, those that come from defaults too."""
    parameter = base.definition(symbol)
    given = {index: entry.entered for (name, index), entry in base.given.items() if name == symbol}
    numbers = {index: value for index, value in given.items() if isinstance(value, Decimal)}
    if not isinstance(parameter, Parameter) or not numbers:
        raise _no_input(symbol, [name for name, _ in base.given])
    scaled = {index: PRECISION.multiply(value, factor) for index, value in numbers.items()}
    return replace(base.inputs, values={**base.inputs.values, symbol: scaled})


def _break_even(at: Callable[[Decimal], Decimal | None], goal: Decimal) -> Decimal | None:
    """The smallest change at which the result crosses the goal, sought in growing steps down and up from nothing."""
    start = at(Decimal(0))
    if start is None or start == goal:
        return None if start is None else Decimal(0)
    found = [
        edge
        for step in (Decimal("-0.05"), Decimal("0.05"))
        if (edge := _crossing(at, goal, step, is_above=start > goal)) is not None
    ]
    return min(found, key=abs, default=None)


def _crossing(
    at: Callable[[Decimal], Decimal | None], goal: Decimal, step: Decimal, *, is_above: bool
) -> Decimal | None:
    near, far = Decimal(0), step
    while -1 <= far <= _FURTHEST:
        value = at(far)
        if value is None:
            return None
        if value == goal:
            return far
        if (value > goal) != is_above:
            return _halved(at, goal, near, far, is_above=is_above)
        near, far = far, _further(far)
    return None


def _further(change: Decimal) -> Decimal:
    """Twice as far, but down to nothing at most, which is tried once."""
    return max(change * 2, Decimal(-1)) if -1 < change < 0 else change * 2


def _halved(
    at: Callable[[Decimal], Decimal | None], goal: Decimal, near: Decimal, far: Decimal, *, is_above: bool
) -> Decimal | None:
    with decimal.localcontext(PRECISION):
        for _ in range(_HALVINGS):
            middle = (near + far) / 2
            value = at(middle)
            if value is None:
                return None
            near, far = (middle, far) if (value > goal) == is_above else (near, middle)
        return (near + far) / 2


# -- other choices ---------------------------------------------------------------------------------------------------


def scenarios(
    methodology: Methodology, inputs: Inputs, choices: Mapping[str, Mapping[str, str]]
) -> Mapping[str, Calculation]:
    """The calculation under several sets of options, by the name of each set; what a set leaves open stays as it is.

    Raises:
        UserError: an option or its code does not exist.
    """
    named = {name: {**inputs.options, **chosen_options(methodology, options)} for name, options in choices.items()}
    return {name: calculate(methodology, replace(inputs, options=options)) for name, options in named.items()}


def scenarios_of_project(
    snapshot: Snapshot, key: str, choices: Mapping[str, Mapping[str, str]]
) -> Mapping[str, Calculation]:
    """The same for one methodology of a project, by its row key in `P.methodologies`.

    Raises:
        UserError: as `scenarios`.
    """
    read, methodology = Reader(snapshot), snapshot.methodologies[key]
    inputs = inputs_of(read, inputs_document(key), methodology, crediting_period(read).periods)
    return scenarios(methodology, inputs, choices)
