"""One calculation under way: from the results asked for down to the inputs, each value once."""

from __future__ import annotations

import decimal
import itertools
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from forms.methodologies.calculation.ahead import Ahead
from forms.methodologies.calculation.budget import STEPS_A_VALUE, Budget
from forms.methodologies.calculation.columns import Columns
from forms.methodologies.calculation.findings import Fault, Findings
from forms.methodologies.calculation.given import MOST_SPARE_INPUTS, Intake
from forms.methodologies.calculation.plan import code_of, plan_of
from forms.methodologies.calculation.selecting import select
from forms.methodologies.calculation.sets import Sets
from forms.methodologies.equations import Blocked, DividedByZero, Formula, NoResult, Surroundings, Value
from forms.methodologies.model import (
    Condition,
    Definition,
    Equation,
    Index,
    Methodology,
    Option,
    Parameter,
    Selection,
)
from forms.methodologies.references import references, zero_divisor

if TYPE_CHECKING:
    from forms.methodologies.calculation.inputs import Inputs, Key

# A chain such as X[y] = X[y-1] * k is resolved from its far end when it is longer than this.
_DEEPEST_CHAIN = 40
_LONGEST_CHAIN = 20_000


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
        self.findings = Findings(self._needed_by, self._number_of)
        self.sets = Sets(methodology, inputs, self.findings)
        self.intake = Intake(methodology, inputs, self.findings)
        self.columns = Columns(self._value)
        self.budget = Budget(self.sets, self.findings)
        self.found: dict[str, int] = {}
        self.complete: set[str] = set()
        self.carried: set[str] = set()
        self.conditions: dict[str, bool | None] = {}
        self.traces: dict[str, tuple[str, ...]] = {}
        self.options: dict[str, str] = {}
        self._plan = plan_of(methodology, inputs.options)
        self._is_ahead = False
        self._blocked: set[Key] = set()
        self._active: dict[Key, None] = {}
        self._in_force = dict(self._plan.in_force)
        self._undecided: set[str] = set()
        self._functions: dict[int, Callable[..., Value]] = {}
        self.surroundings = Surroundings(
            self.columns.__getitem__, self.option, self.sets.numbers, self.sets.key, self.sets.members
        )

    # -- driving --

    def settle_all(self, earlier: Run | None = None) -> None:
        """Results first, noting what is missing; then everything else that happens to be calculable.

        Of an `earlier` run what cannot have changed is taken over.
        """
        self.options.update(self._plan.options)
        if earlier is not None and earlier.is_like(self):
            self.sets.take_over(earlier.sets)
        else:
            earlier = None
        self._settle_ahead(earlier)
        every = self._symbols_in_force()
        for symbol in self._roots(every):
            self._settle_symbol(symbol)
        self.findings.is_quiet = True
        for symbol in every:
            self._settle_symbol(symbol)
        self._settle_inputs()
        for condition in self.methodology.conditions:
            if condition.requires is not None and self._holds(condition.when):
                self.conditions[condition.id] = self._outcome(condition, condition.requires, earlier)

    def _settle_ahead(self, earlier: Run | None) -> None:
        ahead = Ahead(self, self._plan)
        self._is_ahead = self.findings.is_quiet = True
        ahead.settle(earlier)
        self._is_ahead = self.findings.is_quiet = False
        self.found, self.complete, self.carried = ahead.found, ahead.complete, ahead.carried

    def _outcome(self, condition: Condition, requires: Formula, earlier: Run | None) -> bool | None:
        """Whether a condition is met: as it was tested before, where all that it reads was carried over."""
        if earlier is not None and condition.id in earlier.conditions and self.carried.issuperset(requires.symbols):
            return earlier.conditions[condition.id]
        return self._test(requires)

    def is_like(self, other: Run) -> bool:
        """Whether another run differs from this one by given values alone."""
        return self._plan is other._plan and self.inputs.differs_by_values(other.inputs)

    def _settle_inputs(self) -> None:
        """Take in what is given but not needed now: a workbook or a changed number may need it."""
        for parameter in self.methodology.parameters:
            if (
                parameter.symbol not in self.complete
                and self.definition(parameter.symbol) is parameter
                and self.intake.can_be_had(parameter)
                and self.sets.size(*parameter.indices) <= MOST_SPARE_INPUTS
            ):
                self._settle_symbol(parameter.symbol)

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
        try:
            return bool(requires.evaluate(self.surroundings))
        except (Blocked, NoResult, decimal.DecimalException):
            return None
        except _TooDeep:
            for name, keys in references(requires, (), self):
                self.settle((name, keys))
            return self._test(requires)

    def _settle_symbol(self, symbol: str) -> None:
        if symbol in self.complete:
            return
        for index in self._all_indices(symbol):
            self.settle((symbol, index))

    def _all_indices(self, symbol: str) -> Iterator[Index]:
        indices = self.methodology.indices_of(symbol)
        try:
            members = [self.sets.members(set_id) for set_id in indices]
            self.budget.spend(STEPS_A_VALUE * self.sets.size(*indices), symbol, ())
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
        return self.columns[symbol][index]

    def _value(self, symbol: str, index: Index) -> Decimal | str:
        """A value that is asked for the first time."""
        if self._is_ahead:
            return self._value_ahead(symbol, index)
        key = (symbol, index)
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
        self.columns[symbol][index] = found
        return found

    def _value_ahead(self, symbol: str, index: Index) -> Decimal | str:
        """An input, or what holds before the first year, if it raises no question; results are there or not."""
        definition = self._in_force.get(symbol)
        is_outside = definition is not None and bool(self.sets.outside(definition.indices, index))
        if not is_outside and not isinstance(definition, Parameter):
            raise Blocked
        self.findings.was_asked = False
        found = self._found(symbol, index)
        if self.findings.was_asked:
            del self.intake.given[symbol][index]
            raise Blocked
        self.columns[symbol][index] = found
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

    def known_members(self, set_id: str) -> Sequence[str]:
        """Members of a set, none when they are not given."""
        return self.sets.known_members(set_id)

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
        for symbol in found:
            given, column = self.intake.given.get(symbol), self.columns[symbol]
            found[symbol] = {at: column[at] for at in column if at not in given} if given else dict(column)  # type: ignore[arg-type, misc]
        return {symbol: values for symbol, values in found.items() if values}

    # -- finding --

    def _found(self, symbol: str, index: Index) -> Decimal | str:
        definition = self.definition(symbol)
        if isinstance(definition, Parameter):
            if self.sets.outside(definition.indices, index):
                return self.intake.start_value(definition, index, self.sets)
            return self.intake.value(definition, index, self.surroundings)
        if isinstance(definition, Equation):
            return self._calculated(definition, index)
        if isinstance(definition, Selection):
            return select(self, definition, index)
        # What nothing defines is an equation that could not be read; it is reported where it stands.
        if symbol in self._undecided or symbol not in self.methodology.definitions:
            raise Blocked
        message = f"{symbol} is not defined for the chosen options."
        raise self.findings.fault(symbol, index, message, "Check the options.", kind="undefined")

    def _calculated(self, equation: Equation, index: Index) -> Decimal | str:
        if self.sets.outside(equation.indices, index):
            return self.intake.start_value(equation, index, self.sets)
        self.budget.spend_on(equation, index)
        try:
            return self.function(equation)(*index)  # type: ignore[return-value]
        except Blocked:
            if not self.findings.is_quiet:
                self._name_all_missing(equation, index)
            raise
        except DividedByZero as error:
            zero = zero_divisor(equation.formula, index, self)
            message = f"{error.message.removesuffix('.')}: {zero} is zero." if zero else error.message
            raise self.findings.fault(equation.symbol, index, message, error.remedy) from None
        except NoResult as error:
            raise self.findings.fault(equation.symbol, index, error.message, error.remedy) from None
        except decimal.Overflow:
            message, remedy = "The result is too large to be a quantity.", "Check the exponents and units."
            raise self.findings.fault(equation.symbol, index, message, remedy) from None
        except decimal.DecimalException:
            message, remedy = "The operation has no result.", "Check the values that enter the equation."
            raise self.findings.fault(equation.symbol, index, message, remedy) from None

    def _name_all_missing(self, equation: Equation, index: Index) -> None:
        """The equation stopped at its first missing input; ask for the others too, so that all are named."""
        for name, keys in references(equation.formula, index, self):
            try:
                self.value(name, keys)
            except Blocked:
                continue

    def function(self, equation: Equation) -> Callable[..., Value]:
        """The equation as a function of one member of each of its sets."""
        known = self._functions.get(id(equation))
        if known is None:
            known = self._functions[id(equation)] = equation.formula.bind(*self.surroundings)
        return known

    # -- options --

    def _chosen(self, option: Option) -> str:
        code = code_of(option, self.inputs.options, self.surroundings)
        if not code:
            raise self.findings.miss(option.id, (), "option")
        if option.derived is None and code not in {choice.code for choice in option.choices}:
            codes = ", ".join(choice.code for choice in option.choices)
            raise self.findings.fault(
                option.id, (), f"“{code}” is none of the choices.", f"Choose one of {codes}.", kind="input"
            )
        return code

    def _holds(self, when: Formula | None) -> bool | None:
        """Whether a condition over options holds; None when an option is not answered."""
        try:
            return when is None or bool(when.evaluate(self.surroundings))
        except Blocked:
            return None

    # -- noting --

    def _needed_by(self) -> str:
        for symbol, index in reversed(self._active):
            definition = self.definition(symbol)
            if not isinstance(definition, Parameter | None):
                at = f"[{', '.join(index)}]" if index else ""
                return f"{symbol}{at} {definition.number}".strip()
        return ""

    def _number_of(self, symbol: str) -> str:
        definition = self._in_force.get(symbol)
        return definition.number if isinstance(definition, Equation | Selection) else ""

    def _note_cycle(self, keys: Sequence[Key]) -> None:
        names = [f"{symbol}[{', '.join(index)}]" if index else symbol for symbol, index in keys]
        chain = " → ".join([*names[:12], *(["…"] if len(names) > 12 else []), names[0]])
        symbol, index = keys[0]
        definition = self.definition(symbol)
        number = definition.number if isinstance(definition, Equation) else ""
        message, remedy = f"The value depends on itself: {chain}.", "Break the circle: one of these must be an input."
        self.findings.note(Fault(symbol, index, number, message, remedy, "cycle"))
