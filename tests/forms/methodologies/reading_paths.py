"""Which inputs a methodology reads for given options: walked over its equations, without calculating anything."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

from forms.methodologies import Equation, Methodology, Parameter, Selection
from forms.methodologies.equations import options_only
from forms.methodologies.equations.nodes import Either, Fold, Symbol

if TYPE_CHECKING:
    from forms.methodologies.equations import Formula

_MOST_IN_FULL = 1_600
_DRAWN = 600


def cases_of(methodology: Methodology) -> Iterator[dict[str, str]]:
    """Combinations of the options: all of them, or, where they are too many, some that are drawn, always the same."""
    codes = {option.id: [choice.code for choice in option.choices] for option in methodology.options}
    count = 1
    for choices in codes.values():
        count *= len(choices)
    if count <= _MOST_IN_FULL:
        yield from (dict(zip(codes, chosen, strict=True)) for chosen in itertools.product(*codes.values()))
        return
    draw = random.Random(20_26)
    for _ in range(_DRAWN):
        yield {name: draw.choice(choices) for name, choices in codes.items()}


class Paths:
    """What is in force and what is read, for one choice of all options."""

    def __init__(self, methodology: Methodology, chosen: Mapping[str, str]) -> None:
        self._methodology = methodology
        self._chosen = dict(chosen)
        for option in methodology.derived_options:
            self._decide(option.id)

    def _decide(self, name: str) -> str:
        if name not in self._chosen:
            formula = self._methodology.options_by_id[name].derived
            assert formula is not None
            for other in formula.options:
                self._decide(other)
            self._chosen[name] = str(formula.evaluate(options_only(self._chosen)))
        return self._chosen[name]

    def holds(self, condition: Formula | bool | None) -> bool:
        """Whether a condition over options holds; none always does."""
        if condition is None or isinstance(condition, bool):
            return condition is not False
        return bool(condition.evaluate(options_only(self._chosen)))

    def read(self) -> set[str]:
        """Every symbol that the results, the conditions and what they rest on read."""
        found: set[str] = set()
        waiting = [*self._roots()]
        while waiting:
            symbol = waiting.pop()
            if symbol not in found:
                found.add(symbol)
                waiting += self._read_by(symbol)
        return found

    def _roots(self) -> Iterator[str]:
        known = self._methodology
        every: tuple[Equation | Selection, ...] = (*known.equations, *known.selections)
        entries = [entry for entry in every if self.holds(entry.when)]
        if known.results.symbols:
            yield from known.results.symbols
        else:
            yield from (entry.symbol for entry in entries)
        for condition in known.conditions:
            if condition.requires is not None and self.holds(condition.when):
                yield from condition.requires.symbols

    def _read_by(self, symbol: str) -> Iterator[str]:
        for entry in self._methodology.definitions.get(symbol, ()):
            if not self.holds(entry.when):
                continue
            if isinstance(entry, Parameter):
                wanted = entry.default_table
                yield from (name for formula in (wanted.match if wanted else {}).values() for name in formula.symbols)
            elif isinstance(entry, Equation):
                yield from entry.formula.symbols
            else:
                yield from (name for formula in entry.inputs.values() for name in formula.symbols)


def _parts(node: object) -> Sequence[object]:
    if not is_dataclass(node):
        return ()
    found: list[object] = []
    for field in fields(node):
        value = getattr(node, field.name)
        found += value if isinstance(value, tuple) else [value]
    return [part for part in found if is_dataclass(part)]


def is_asked(parameter: Parameter, paths: Paths) -> bool:
    """Whether a value must be given with these options: nothing stands in for it."""
    if parameter.default or parameter.default_table is not None:
        return False
    return paths.holds(parameter.when) and paths.holds(parameter.required)


def asked_in(methodology: Methodology) -> set[str]:
    """Symbols that are asked for in every row, whatever the row says."""
    return {
        parameter.symbol
        for parameter in methodology.parameters
        if parameter.required is True and not parameter.default and parameter.default_table is None
    }


def read_where_a_row_decides(methodology: Methodology) -> set[str]:
    """Symbols that every equation with them reads only where words or amounts of a row decide so."""
    everywhere: set[str] = set()
    somewhere: set[str] = set()
    for equation in methodology.equations:
        somewhere |= equation.formula.symbols
        everywhere |= _always(equation.formula.tree)
    for condition in methodology.conditions:
        if condition.requires is not None:
            everywhere |= condition.requires.symbols
    for selection in methodology.selections:
        everywhere |= {name for formula in selection.inputs.values() for name in formula.symbols}
    for parameter in methodology.parameters:
        if parameter.default_table is not None:
            everywhere |= {name for formula in parameter.default_table.match.values() for name in formula.symbols}
    return somewhere - everywhere


def _always(node: object) -> set[str]:
    if isinstance(node, Either):
        return _always(node.test) | (_always(node.then) & _always(node.otherwise))
    if isinstance(node, Fold) and node.test is not None:
        return _always(node.test)
    own = {node.name} if isinstance(node, Symbol) else set()
    return own.union(*(_always(part) for part in _parts(node)))
