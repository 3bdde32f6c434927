"""Calculates a methodology: every value in `Decimal`, every missing input and every fault named, nothing guessed."""

from __future__ import annotations

import datetime as dt
import decimal
import itertools
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from forms.errors import UserError
from forms.methodologies.equations import Blocked, Formula, NoResult, Surroundings
from forms.methodologies.model import Definition, Equation, Index, Methodology, Option, Parameter, Selection
from forms.methodologies.references import references
from forms.methodologies.selections import selection_function
from forms.periods import Period, periods_of
from forms.quantities import PRECISION, format_number, read_number, similar

if TYPE_CHECKING:
    from forms.methodologies.working import Step

InputValue = Decimal | str | dt.date
Key = tuple[str, Index]

# One calculation may take this many single steps of its equations: some seconds at most.
MOST_STEPS = 5_000_000
_STEPS_A_VALUE = 10
# A chain such as X[y] = X[y-1] * k is resolved from its far end when it is longer than this.
_DEEPEST_CHAIN = 40
_LONGEST_CHAIN = 20_000
_MOST_FAULTS = 500
_MOST_SPARE_INPUTS = 5_000


@dataclass(frozen=True)
class Inputs:
    """What the user gives: values by symbol and index, members of sets, chosen options and the crediting period.

    A scalar has the index `()`. A value without the index of the crediting period holds in every period.
    `origins` says where a value comes from, by (symbol, index), when it was not simply typed.
    """

    values: Mapping[str, Mapping[Index, InputValue]] = field(default_factory=dict)
    sets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    options: Mapping[str, str] = field(default_factory=dict)
    periods: tuple[Period, ...] = ()
    origins: Mapping[Key, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Missing:
    """An input that is needed and not there: a value, the members of a set, or the answer to an option."""

    symbol: str
    index: Index
    needed_by: str
    kind: Literal["value", "set", "option"] = "value"


@dataclass(frozen=True)
class Fault:
    """Something that cannot be calculated, or (`severity` "warning") a value outside its limits that was used."""

    symbol: str
    index: Index
    equation_number: str
    message: str
    remedy: str = ""
    kind: Literal["arithmetic", "input", "range", "cycle", "undefined", "size"] = "arithmetic"
    severity: Literal["error", "warning"] = "error"


@dataclass(frozen=True)
class Given:
    """An input value as it entered: after default and part of the year; `entered` is what was given, per year."""

    value: Decimal | str
    origin: str
    entered: Decimal | str
    fraction: Fraction = Fraction(1)


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
        return tuple(self._row(period) for period in self.inputs.periods)

    def _row(self, period: Period) -> PeriodResult:
        results = self.methodology.results
        baseline, project, leakage = (
            self._result(name, period) for name in (results.baseline, results.project, results.leakage)
        )
        reductions = self._result(results.reductions, period)
        if not results.reductions and baseline is not None:
            less = [self._result(name, period) for name in (results.project, results.leakage) if name]
            known = [amount for amount in less if amount is not None]
            with decimal.localcontext(PRECISION):
                reductions = baseline - sum(known, Decimal(0)) if len(known) == len(less) else None
        return PeriodResult(period, baseline, project, leakage, reductions)

    def _result(self, symbol: str, period: Period) -> Decimal | None:
        if not symbol or symbol not in self.methodology.definitions:
            return None
        index = (period.label,) if self.methodology.indices_of(symbol) else ()
        value = self.value(symbol, index)
        return value if isinstance(value, Decimal) else None

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


def _sum_if_complete(column: Sequence[Decimal | None]) -> Decimal | None:
    known = [amount for amount in column if amount is not None]
    if not known or len(known) < len(column):
        return None
    with decimal.localcontext(PRECISION):
        return sum(known, Decimal(0))


def part_of_year(period: Period) -> Fraction:
    """The exact part of a year that a period holds: 1/3 for four months, 122/365 for odd dates."""
    return Fraction(period.fraction).limit_denominator(366)


def calculate(methodology: Methodology, inputs: Inputs) -> Calculation:
    """Calculate everything the inputs allow. Never raises for wrong or missing inputs: they are named in the result."""
    with decimal.localcontext(PRECISION):
        run = Run(methodology, inputs)
        run.settle_all()
    return Calculation(
        methodology,
        inputs,
        run.results(),
        tuple(run.missing.values()),
        tuple(run.faults.values()),
        run.given,
        run.conditions,
        run.traces,
        run.options,
        run,
    )


# --- the run -------------------------------------------------------------------------------------


class _TooDeep(Exception):
    """The chain is long: `key` must be calculated first, with a fresh stack."""

    def __init__(self, key: Key) -> None:
        super().__init__(key)
        self.key = key


class Run:
    """The state of one calculation: values found so far, and what stood in the way."""

    def __init__(self, methodology: Methodology, inputs: Inputs) -> None:
        self.methodology = methodology
        self.inputs = inputs
        self.missing: dict[tuple[str, str, Index], Missing] = {}
        self.faults: dict[tuple[str, Index, str], Fault] = {}
        self.given: dict[Key, Given] = {}
        self.conditions: dict[str, bool | None] = {}
        self.traces: dict[str, tuple[str, ...]] = {}
        self.options: dict[str, str] = {}
        self._values: dict[Key, Decimal | str] = {}
        self._blocked: set[Key] = set()
        self._active: dict[Key, None] = {}
        self._in_force: dict[str, Definition | None] = {}
        self._undecided: set[str] = set()
        self._costs: dict[int, int] = {}
        self._steps = 0
        self._quiet = False
        self._periods = {period.label: period for period in inputs.periods}
        self._members = {index_set.id: self._listed(index_set.id) for index_set in methodology.sets}
        self._numbers: dict[str, dict[str, Decimal]] = {}
        self._keys: dict[str, dict[Decimal, str]] = {}
        self.surroundings = Surroundings(self.value, self.option, self.number, self.key, self.members)

    # -- driving --

    def settle_all(self) -> None:
        """Results first, noting what is missing; then everything else that happens to be calculable."""
        every = self._symbols_in_force()
        for symbol in self._roots(every):
            self._settle_symbol(symbol)
        self._quiet = True
        for symbol in every:
            self._settle_symbol(symbol)
        self._settle_inputs()
        for condition in self.methodology.conditions:
            if condition.requires is not None and self._holds(condition.when):
                self.conditions[condition.id] = self._test(condition.requires)

    def _settle_inputs(self) -> None:
        """Take in what is given but not needed now: a workbook or a changed number may need it."""
        for parameter in self.methodology.parameters:
            if self.definition(parameter.symbol) is parameter and self._size(parameter.indices) <= _MOST_SPARE_INPUTS:
                self._settle_symbol(parameter.symbol)

    def _size(self, indices: Sequence[str]) -> int:
        return math.prod(len(self._members[set_id]) for set_id in indices)

    def _symbols_in_force(self) -> list[str]:
        names = dict.fromkeys(entry.symbol for entry in self._calculated_entries())
        return [name for name in names if isinstance(self.definition(name), Equation | Selection)]

    def _calculated_entries(self) -> tuple[Definition, ...]:
        return (*self.methodology.equations, *self.methodology.selections)

    def _roots(self, in_force: Sequence[str]) -> list[str]:
        """The symbols that are asked for: the results, or for a tool on its own those that nothing else uses."""
        results = [name for name in self.methodology.results.symbols if name in self.methodology.definitions]
        if results:
            return results
        used = {name for symbol in in_force for name in self._uses(symbol) if name != symbol}
        return [symbol for symbol in in_force if symbol not in used]

    def _uses(self, symbol: str) -> set[str]:
        definition = self.definition(symbol)
        if isinstance(definition, Equation):
            return set(definition.formula.symbols)
        if isinstance(definition, Selection):
            return {name for formula in definition.inputs.values() for name in formula.symbols}
        return set()

    def _test(self, requires: Formula) -> bool | None:
        for name, keys in references(requires, (), self):
            self.settle((name, keys))
        try:
            return bool(requires.evaluate(self.surroundings))
        except (Blocked, NoResult, decimal.DecimalException):
            return None

    def _settle_symbol(self, symbol: str) -> None:
        for index in self._all_indices(symbol):
            self.settle((symbol, index))

    def _all_indices(self, symbol: str) -> Iterator[Index]:
        indices = self.methodology.indices_of(symbol)
        try:
            members = [self.members(set_id) for set_id in indices]
            self._spend(_STEPS_A_VALUE * self._size(indices), symbol, ())
        except Blocked:
            return
        yield from itertools.product(*members)

    def settle(self, key: Key) -> None:
        """Calculate one value, however long the chain that leads to it."""
        waiting: list[Key] = [key]
        while waiting:
            try:
                self.value(*waiting[-1])
            except Blocked:
                waiting.pop()
            except _TooDeep as deeper:
                if deeper.key in waiting or len(waiting) > _LONGEST_CHAIN:
                    self._note_cycle(waiting[waiting.index(deeper.key) :] if deeper.key in waiting else waiting[-3:])
                    self._blocked.update(waiting)
                    return
                waiting.append(deeper.key)
            else:
                waiting.pop()

    # -- what formulas ask for --

    def value(self, symbol: str, index: Index) -> Decimal | str:
        """A symbol's value at an index.

        Raises:
            Blocked: it is missing or faulty.
        """
        key = (symbol, index)
        found = self._values.get(key)
        if found is not None:
            return found
        if key in self._blocked:
            raise Blocked
        if key in self._active:
            active = list(self._active)
            self._note_cycle(active[active.index(key) :])
            raise Blocked
        if len(self._active) >= _DEEPEST_CHAIN:
            raise _TooDeep(key)
        self._active[key] = None
        try:
            found = self._found(symbol, index)
        except Blocked:
            self._blocked.add(key)
            raise
        finally:
            del self._active[key]
        self._values[key] = found
        return found

    def option(self, option_id: str) -> str:
        """The code chosen for an option.

        Raises:
            Blocked: nothing is chosen and there is no default.
        """
        chosen = self.options.get(option_id)
        if chosen is None:
            chosen = self.options[option_id] = self._chosen(self.methodology.options_by_id[option_id])
        return chosen

    def number(self, set_id: str, key: str) -> Decimal:
        """The year number of a member of a numeric set."""
        numbers = self._numbers.get(set_id)
        if numbers is None:
            numbers = self._numbers[set_id] = self._years(set_id)
        if key not in numbers:
            raise NoResult(f"“{key}” in “{set_id}” is not a year.", "Write years as numbers.")
        return numbers[key]

    def key(self, set_id: str, number: Decimal) -> str:
        """The member of a numeric set that stands for a year; the bare number when there is none."""
        keys = self._keys.get(set_id)
        if keys is None:
            keys = self._keys[set_id] = {self.number(set_id, key): key for key in self.members(set_id)}
        found = keys.get(number)
        return found if found is not None else format(number.normalize(), "f")

    def members(self, set_id: str) -> Sequence[str]:
        """Members of a set, in the order given.

        Raises:
            Blocked: there are none. An empty table must not make an empty, and so a zero, sum.
        """
        found = self._members[set_id]
        if not found:
            self._note_missing(set_id, (), "set")
            raise Blocked
        return found

    def known_members(self, set_id: str) -> Sequence[str]:
        """Members of a set, none when they are not given."""
        return self._members.get(set_id, ())

    def definition(self, symbol: str) -> Definition | None:
        """What is in force for a symbol under the chosen options."""
        if symbol not in self._in_force:
            definitions = self.methodology.definitions.get(symbol, ())
            answers = [self._holds(entry.when) for entry in definitions]
            found = [entry for entry, holds in zip(definitions, answers, strict=True) if holds]
            self._in_force[symbol] = found[0] if found else None
            if not found and None in answers:
                self._undecided.add(symbol)
        return self._in_force[symbol]

    def results(self) -> dict[str, dict[Index, Decimal]]:
        """All values of equations and selections, by symbol in the methodology's order."""
        found: dict[str, dict[Index, Decimal]] = {entry.symbol: {} for entry in self._calculated_entries()}
        for key, value in self._values.items():
            if key not in self.given and isinstance(value, Decimal):
                found[key[0]][key[1]] = value
        return {symbol: values for symbol, values in found.items() if values}

    # -- finding --

    def _found(self, symbol: str, index: Index) -> Decimal | str:
        definition = self.definition(symbol)
        if isinstance(definition, Parameter):
            return self._input(definition, index)
        if isinstance(definition, Equation):
            return self._calculated(definition, index)
        if isinstance(definition, Selection):
            return self._selected(definition, index)
        if symbol in self._undecided:
            raise Blocked
        message = f"{symbol} is not defined for the chosen options."
        raise self._fault(symbol, index, message, "Check the options.", kind="undefined")

    def _calculated(self, equation: Equation, index: Index) -> Decimal | str:
        if self._is_outside(equation, index):
            return self._start_value(equation, index)
        self._spend(self._cost(equation), equation.symbol, index)
        try:
            return equation.formula.function(*self.surroundings, *index)  # type: ignore[return-value]
        except Blocked:
            self._name_all_missing(equation, index)
            raise
        except NoResult as error:
            raise self._fault(equation.symbol, index, error.message, error.remedy) from None
        except decimal.Overflow:
            message, remedy = "The result is too large to be a quantity.", "Check the exponents and units."
            raise self._fault(equation.symbol, index, message, remedy) from None
        except decimal.DecimalException:
            message, remedy = "The operation has no result.", "Check the values that enter the equation."
            raise self._fault(equation.symbol, index, message, remedy) from None

    def _is_outside(self, equation: Equation, index: Index) -> bool:
        """True for an index beyond the set, such as the year before the first in X[y-1]."""
        return any(key not in self._members[set_id] for set_id, key in zip(equation.indices, index, strict=True))

    def _start_value(self, equation: Equation, index: Index) -> Decimal:
        given = self.inputs.values.get(equation.symbol, {}).get(index)
        if not isinstance(given, Decimal):
            self._note_missing(equation.symbol, index)
            raise Blocked
        self.given[equation.symbol, index] = Given(given, self._origin(equation.symbol, index), given)
        return given

    def _name_all_missing(self, equation: Equation, index: Index) -> None:
        """The equation stopped at its first missing input; ask for the others too, so that all are named."""
        for name, keys in references(equation.formula, index, self):
            try:
                self.value(name, keys)
            except Blocked:
                continue

    def _cost(self, equation: Equation) -> int:
        known = self._costs.get(id(equation))
        if known is None:
            known = self._costs[id(equation)] = equation.formula.steps(lambda set_id: len(self._members[set_id]))
        return known

    def _spend(self, steps: int, symbol: str, index: Index) -> None:
        self._steps += steps
        if self._steps > MOST_STEPS:
            message = f"The calculation needs more than {MOST_STEPS:,} steps."
            raise self._fault(
                symbol, index, message, "Shorten the lists it sums over, or split the project.", kind="size"
            )

    def _selected(self, selection: Selection, index: Index) -> Decimal:
        set_id = selection.indices[0]
        rows = tuple(self.members(set_id))
        a_row = sum(formula.steps(lambda set_id: len(self._members[set_id])) for formula in selection.inputs.values())
        self._spend(_STEPS_A_VALUE * len(rows) + a_row * len(rows), selection.symbol, index)
        columns = self._columns(selection, rows)
        function = selection_function(selection.function)
        if function is None:
            raise self._fault(selection.symbol, index, f"{selection.function} is not registered.", kind="undefined")
        try:
            chosen = function.run(rows, columns)
        except NoResult as error:
            raise self._fault(selection.symbol, index, error.message, error.remedy) from None
        self.traces[selection.symbol] = chosen.trace
        for row in rows:
            self._values[selection.symbol, (row,)] = Decimal(1 if row in chosen.members else 0)
        return Decimal(1 if index[0] in chosen.members else 0)

    def _columns(self, selection: Selection, rows: Sequence[str]) -> dict[str, dict[str, Decimal | str]]:
        columns: dict[str, dict[str, Decimal | str]] = {name: {} for name in selection.inputs}
        is_blocked = False
        for name, formula in selection.inputs.items():
            for row in rows:
                try:
                    cell = formula.function(*self.surroundings, row)
                except Blocked:
                    is_blocked = True
                except (NoResult, decimal.DecimalException) as error:
                    message = getattr(error, "message", "It cannot be calculated.")
                    raise self._fault(selection.symbol, (row,), f"Input {name}: {message}") from None
                else:
                    columns[name][row] = str(cell) if isinstance(cell, bool) else cell
        if is_blocked:
            raise Blocked
        return columns

    # -- inputs --

    def _input(self, parameter: Parameter, index: Index) -> Decimal | str:
        given, at = self._given(parameter, index)
        if given is None and not parameter.default:
            self._note_missing(parameter.symbol, index)
            raise Blocked
        origin = "default" if given is None else self._origin(parameter.symbol, at)
        entered = self._checked(
            parameter, index, parameter.default if given is None else given, is_default=given is None
        )
        share = self._share(parameter, index) if isinstance(entered, Decimal) else Fraction(1)
        value = entered
        if isinstance(entered, Decimal) and share != 1:
            value = entered * share.numerator / share.denominator
        self.given[parameter.symbol, index] = Given(value, origin, entered, share)
        return value

    def _given(self, parameter: Parameter, index: Index) -> tuple[InputValue | None, Index]:
        """The value given for an index, or for all periods, and the index it was given for."""
        values = self.inputs.values.get(parameter.symbol)
        if not values:
            return None, index
        if index in values:
            return values[index], index
        kinds = (self.methodology.sets_by_id[set_id].kind for set_id in parameter.indices)
        general = tuple(key for key, kind in zip(index, kinds, strict=True) if kind != "period")
        return values.get(general), general

    def _origin(self, symbol: str, index: Index) -> str:
        return self.inputs.origins.get((symbol, index)) or self.inputs.origins.get((symbol, ())) or "typed"

    def _checked(self, parameter: Parameter, index: Index, given: InputValue, *, is_default: bool) -> Decimal | str:
        if not parameter.is_number:
            return self._checked_text(parameter, index, given)
        if (is_default and isinstance(given, str)) or (isinstance(given, int) and not isinstance(given, bool)):
            given = Decimal(given)
        if not isinstance(given, Decimal) or not given.is_finite():
            message = f"“{given}” stands where a number is needed."
            raise self._fault(
                parameter.symbol, index, message, f"Give a number in {parameter.input_unit}.", kind="input"
            )
        self._check_range(parameter, index, given)
        return given

    def _checked_text(self, parameter: Parameter, index: Index, given: InputValue) -> str:
        text = given.isoformat() if isinstance(given, dt.date) else str(given).strip()
        codes = [choice.code for choice in parameter.choices]
        if codes and text not in codes:
            remedy = f"Choose one of {', '.join(codes)}."
            raise self._fault(parameter.symbol, index, f"“{text}” is none of the choices.", remedy, kind="input")
        return text

    def _check_range(self, parameter: Parameter, index: Index, value: Decimal) -> None:
        unit = f" {parameter.input_unit}" if parameter.input_unit != "1" else ""
        for limit, is_outside, word in (
            (parameter.minimum, bool(parameter.minimum) and value < Decimal(parameter.minimum or 0), "below"),
            (parameter.maximum, bool(parameter.maximum) and value > Decimal(parameter.maximum or 0), "above"),
        ):
            if is_outside:
                message = f"{format_number(value)}{unit} is {word} the limit of {limit}{unit}."
                remedy = "Check the value and its unit."
                self._note(Fault(parameter.symbol, index, "", message, remedy, "range", "warning"))

    def _share(self, parameter: Parameter, index: Index) -> Fraction:
        if not parameter.annual:
            return Fraction(1)
        kinds = (self.methodology.sets_by_id[set_id].kind for set_id in parameter.indices)
        label = next((key for key, kind in zip(index, kinds, strict=True) if kind == "period"), "")
        return part_of_year(self._periods[label]) if label in self._periods else Fraction(1)

    # -- options and sets --

    def _chosen(self, option: Option) -> str:
        if option.derived is not None:
            return str(option.derived.evaluate(self.surroundings))
        code = self.inputs.options.get(option.id) or option.default
        if not code:
            self._note_missing(option.id, (), "option")
            raise Blocked
        if code not in {choice.code for choice in option.choices}:
            codes = ", ".join(choice.code for choice in option.choices)
            raise self._fault(
                option.id, (), f"“{code}” is none of the choices.", f"Choose one of {codes}.", kind="input"
            )
        return code

    def _holds(self, when: Formula | None) -> bool | None:
        """Whether a condition over options holds; None when an option is not answered."""
        try:
            return when is None or bool(when.evaluate(self.surroundings))
        except Blocked:
            return None

    def _listed(self, set_id: str) -> tuple[str, ...]:
        index_set = self.methodology.sets_by_id[set_id]
        if index_set.kind == "period":
            return tuple(self._periods)
        return index_set.members or tuple(dict.fromkeys(self.inputs.sets.get(set_id, ())))

    def _years(self, set_id: str) -> dict[str, Decimal]:
        if self.methodology.sets_by_id[set_id].kind == "period":
            return {label: Decimal(period.year) for label, period in self._periods.items()}
        return {key: Decimal(key) for key in self._members[set_id] if key.lstrip("-").isdecimal() and len(key) < 10}

    # -- noting --

    def _needed_by(self) -> str:
        for symbol, index in reversed(self._active):
            definition = self.definition(symbol)
            if not isinstance(definition, Parameter | None):
                at = f"[{', '.join(index)}]" if index else ""
                return f"{symbol}{at} {definition.number}".strip()
        return ""

    def _note_missing(self, symbol: str, index: Index, kind: Literal["value", "set", "option"] = "value") -> None:
        if not self._quiet:
            self.missing.setdefault((kind, symbol, index), Missing(symbol, index, self._needed_by(), kind))

    def _fault(
        self,
        symbol: str,
        index: Index,
        message: str,
        remedy: str = "",
        *,
        kind: Literal["arithmetic", "input", "undefined", "size"] = "arithmetic",
    ) -> Blocked:
        """Note a fault; the result is to be raised."""
        definition = self._in_force.get(symbol)
        number = definition.number if isinstance(definition, Equation | Selection) else ""
        self._note(Fault(symbol, index, number, message, remedy, kind))
        return Blocked()

    def _note(self, fault: Fault) -> None:
        if (not self._quiet or fault.kind == "cycle") and len(self.faults) < _MOST_FAULTS:
            self.faults.setdefault((fault.symbol, fault.index, fault.kind), fault)

    def _note_cycle(self, keys: Sequence[Key]) -> None:
        names = [f"{symbol}[{', '.join(index)}]" if index else symbol for symbol, index in keys]
        chain = " → ".join([*names[:12], *(["…"] if len(names) > 12 else []), names[0]])
        symbol, index = keys[0]
        definition = self.definition(symbol)
        number = definition.number if isinstance(definition, Equation) else ""
        message, remedy = f"The value depends on itself: {chain}.", "Break the circle: one of these must be an input."
        self._note(Fault(symbol, index, number, message, remedy, "cycle"))


# --- from JSON -----------------------------------------------------------------------------------

_JSON_KEYS = ("values", "sets", "options", "crediting_period")


def inputs_from_json(methodology: Methodology, data: Mapping[str, object]) -> Inputs:
    """Inputs as the command line takes them.

    `{"values": {symbol: value | {index: value}}, "sets": {name: [members]}, "options": {id: code},
    "crediting_period": {"start", "end", "rows"?}}`. Indices are joined with commas: `{"gas,2002": "199104"}`.

    Raises:
        UserError: naming the key that is unknown or cannot be read.
    """
    for key in data:
        if key not in _JSON_KEYS:
            raise UserError(f"The key “{key}” is not known.", f"Known are {', '.join(_JSON_KEYS)}.")
    return Inputs(
        values=_json_values(methodology, _table(data, "values")),
        sets=_json_sets(methodology, _table(data, "sets")),
        options=_json_options(methodology, _table(data, "options")),
        periods=_json_periods(_table(data, "crediting_period")),
    )


def _table(data: Mapping[str, object], key: str) -> Mapping[str, object]:
    value = data.get(key) or {}
    if not isinstance(value, Mapping):
        raise UserError(f"“{key}” must be an object.", "See the command line in the handbook.")
    return value


def _unknown(kind: str, name: str, known: Sequence[str]) -> UserError:
    close = similar(name, known)
    hint = f"Did you mean {' or '.join(close)}?" if close else f"Known are {', '.join(known) or 'none'}."
    return UserError(f"“{name}” is no {kind} of this methodology.", hint)


def _json_values(methodology: Methodology, table: Mapping[str, object]) -> dict[str, dict[Index, InputValue]]:
    found: dict[str, dict[Index, InputValue]] = {}
    known = methodology.definitions
    for symbol, entry in table.items():
        if symbol not in known:
            raise _unknown("symbol", symbol, [parameter.symbol for parameter in methodology.parameters])
        cells = entry if isinstance(entry, Mapping) else {"": entry}
        found[symbol] = {
            _json_index(methodology, symbol, str(at)): _json_value(methodology, symbol, str(at), cell)
            for at, cell in cells.items()
        }
    return found


def _json_index(methodology: Methodology, symbol: str, text: str) -> Index:
    index = tuple(part.strip() for part in text.split(",")) if text.strip() else ()
    indices = methodology.indices_of(symbol)
    without_period = [set_id for set_id in indices if methodology.sets_by_id[set_id].kind != "period"]
    if len(index) not in (len(indices), len(without_period)):
        form = ",".join(indices) or "no index"
        raise UserError(f"{symbol} is given for “{text}”, but is asked by {form}.", "Join indices with commas.")
    return index


def _json_value(methodology: Methodology, symbol: str, at: str, cell: object) -> InputValue:
    parameter = methodology.parameter(symbol)
    place = f"{symbol}[{at}]" if at else symbol
    if parameter is not None and not parameter.is_number:
        return str(cell)
    if isinstance(cell, bool) or not isinstance(cell, str | int | float | Decimal):
        raise UserError(f"The value of {place} is not a number.", "Write numbers as texts, with a decimal point.")
    # Canonical files write a point before decimals and nothing between thousands.
    read = read_number(str(cell), decimal_hint=".")
    if read.value is None or read.unit:
        raise UserError(f"The value “{cell}” of {place} is not a number.", "Write it with a decimal point and no unit.")
    return read.value


def _json_sets(methodology: Methodology, table: Mapping[str, object]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name, members in table.items():
        if name not in methodology.sets_by_id:
            raise _unknown("set", name, [entry.id for entry in methodology.sets])
        if not isinstance(members, Sequence) or isinstance(members, str):
            raise UserError(f"The members of “{name}” must be a list.", "Write them in square brackets.")
        found[name] = tuple(str(member).strip() for member in members)
    return found


def _json_options(methodology: Methodology, table: Mapping[str, object]) -> dict[str, str]:
    asked = {option.id: option for option in methodology.options}
    for name, code in table.items():
        if name not in asked:
            raise _unknown("option", name, list(asked))
        codes = [choice.code for choice in asked[name].choices]
        if code not in codes:
            raise UserError(f"“{code}” is no choice of the option “{name}”.", f"Choose one of {', '.join(codes)}.")
    return {name: str(code) for name, code in table.items()}


def _json_periods(table: Mapping[str, object]) -> tuple[Period, ...]:
    if not table:
        return ()
    try:
        start, end = (dt.date.fromisoformat(str(table.get(key, ""))) for key in ("start", "end"))
    except ValueError:
        raise UserError("The crediting period needs “start” and “end”.", "Write dates as 2008-09-01.") from None
    rows = table.get("rows", "calendar")
    if rows not in ("calendar", "crediting"):
        raise UserError(f"“{rows}” is no kind of rows.", "Use calendar or crediting.")
    return periods_of(start, end, "calendar" if rows == "calendar" else "crediting")
