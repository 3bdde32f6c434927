"""What holds under the options that were chosen, and in which order it can be calculated: decided once for all runs."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from forms.methodologies.equations import Blocked, options_only
from forms.methodologies.model import Equation, Parameter, Selection

if TYPE_CHECKING:
    from forms.methodologies.equations import Formula, Surroundings
    from forms.methodologies.model import Condition, Definition, Index, Methodology, Option

_MOST_KEPT = 32


@dataclass(frozen=True)
class Plan:
    """What is decided by the options alone.

    `options` are the codes that equations ask for, `in_force` the definition of each symbol (None: none applies)
    where no answer lacks, `order` these definitions, each after all that it reads, without those that read each
    other in a circle. `readers` are the symbols that read a symbol themselves.
    """

    options: Mapping[str, str]
    in_force: Mapping[str, Definition | None]
    order: tuple[Definition, ...]
    readers: Mapping[str, frozenset[str]]
    conditions: tuple[Condition, ...]

    def reached_from(self, symbols: Iterable[str]) -> set[str]:
        """The symbols themselves, and all whose values can hang on them."""
        found: set[str] = set()
        waiting = list(symbols)
        while waiting:
            symbol = waiting.pop()
            if symbol not in found:
                found.add(symbol)
                waiting.extend(self.readers.get(symbol, ()))
        return found


def plan_of(methodology: Methodology, chosen: Mapping[str, str]) -> Plan:
    """The plan for chosen options, kept with the methodology."""
    key = tuple(chosen.get(option.id, "") for option in methodology.options)
    plans: dict[Index, Plan] = methodology.plans
    if key not in plans:
        if len(plans) >= _MOST_KEPT:
            plans.clear()
        plans[key] = _made(methodology, chosen)
    return plans[key]


def code_of(option: Option, chosen: Mapping[str, str], surroundings: Surroundings) -> str:
    """The code of an option: derived, chosen or its default; empty when there is none, perhaps none of its choices."""
    if option.derived is not None:
        return str(option.derived.evaluate(surroundings))
    return chosen.get(option.id) or option.default


def _formulas(definition: Definition) -> tuple[Formula, ...]:
    match definition:
        case Equation():
            return (definition.formula,)
        case Selection():
            return tuple(definition.inputs.values())
        case Parameter(default_table=wanted) if wanted is not None:
            return tuple(wanted.match.values())
    return ()


def _read_by(definition: Definition) -> frozenset[str]:
    """The symbols that a definition may read."""
    return frozenset(name for formula in _formulas(definition) for name in formula.symbols)


class _Answers(dict[str, str]):
    """The codes of options that were asked for; Blocked where none is chosen, or one that does not exist."""

    def __init__(self, methodology: Methodology, chosen: Mapping[str, str]) -> None:
        super().__init__()
        self._options = methodology.options_by_id
        self._chosen = chosen
        self._surroundings = options_only(self)

    def __missing__(self, option_id: str) -> str:
        option = self._options[option_id]
        code = code_of(option, self._chosen, self._surroundings)
        if option.derived is None and code not in {choice.code for choice in option.choices}:
            raise Blocked
        self[option_id] = code
        return code

    def take_in(self, formula: Formula) -> None:
        """Look up the options that an expression may ask for, whichever side of it is taken."""
        for option_id in sorted(formula.options):
            with contextlib.suppress(Blocked):
                self[option_id]

    def holds(self, when: Formula | None) -> bool | None:
        try:
            return when is None or bool(when.evaluate(self._surroundings))
        except Blocked:
            return None


def _made(methodology: Methodology, chosen: Mapping[str, str]) -> Plan:
    answers = _Answers(methodology, chosen)
    in_force: dict[str, Definition | None] = {}
    for symbol, definitions in methodology.definitions.items():
        held = [answers.holds(entry.when) for entry in definitions]
        if None not in held:
            in_force[symbol] = next((entry for entry, holds in zip(definitions, held, strict=True) if holds), None)
    tested = [condition for condition in methodology.conditions if condition.requires is not None]
    conditions = tuple(condition for condition in tested if answers.holds(condition.when))
    reads = {symbol: _read_by(entry) for symbol, entry in in_force.items() if entry is not None}
    readers: dict[str, set[str]] = {}
    for symbol, names in reads.items():
        for name in names:
            readers.setdefault(name, set()).add(symbol)
    order = tuple(entry for symbol in _sorted(reads) if (entry := in_force[symbol]) is not None)
    for formula in (formula for entry in in_force.values() if entry is not None for formula in _formulas(entry)):
        answers.take_in(formula)
    frozen = {symbol: frozenset(names) for symbol, names in readers.items()}
    return Plan(answers, in_force, order, frozen, conditions)


def _sorted(reads: Mapping[str, frozenset[str]]) -> Iterator[str]:
    """Each symbol after those it reads; those in a circle of several, and what waits for them alone, are left out."""
    done: set[str] = set()
    for symbol in reads:
        path, entered = [symbol], set[str]()
        while path:
            current = path[-1]
            open_ones = [name for name in reads[current] if name in reads and name not in done and name != current]
            if current in done or not open_ones:
                if current not in done:
                    done.add(current)
                    yield current
                path.pop()
            elif current in entered:
                path.pop()
            else:
                entered.add(current)
                path.extend(sorted(open_ones))
