"""Calculates ahead, symbol by symbol, what raises no question: the greater part, and with the least effort.

A value is taken in here only when nothing is missing, wrong or outside its limits on the way to it. All else is left
to `Run`, which goes from the results down and names what it meets. So what is found ahead hangs on nothing but the
definition of the symbol, its inputs, and what was found ahead of the symbols that it reads: where these are the same
as in an earlier calculation, so is it, and it is carried over.
"""

from __future__ import annotations

import decimal
import itertools
import math
from typing import TYPE_CHECKING

from forms.methodologies.calculation.selecting import select
from forms.methodologies.equations import Blocked, NoResult
from forms.methodologies.model import Equation, Parameter, Selection

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forms.methodologies.calculation.plan import Plan
    from forms.methodologies.calculation.run import Run
    from forms.methodologies.model import Definition

# Shorter columns are taken in anew as fast as they are compared.
_LONG = 200


class Ahead:
    """Fills the columns of a run.

    `found` says how many values of each symbol were found, `complete` which symbols have all of them, `carried` which
    were taken over as they are.
    """

    def __init__(self, run: Run, plan: Plan) -> None:
        self.found: dict[str, int] = {}
        self.complete: set[str] = set()
        self.carried: set[str] = set()
        self._run, self._plan = run, plan

    def settle(self, earlier: Run | None) -> None:
        """Go through all symbols; of an `earlier` run with the same plan, take over what cannot have changed."""
        if earlier is not None:
            self.carried = self._carried(earlier)
        for definition in self._plan.order:
            if earlier is not None and definition.symbol in self.carried:
                self._carry(definition.symbol, earlier)
                continue
            members = [self._run.sets.known_members(set_id) for set_id in definition.indices]
            if all(members):
                self._settle(definition, members, earlier)
        self.found = {entry.symbol: len(self._run.columns[entry.symbol]) for entry in self._plan.order}

    def _settle(self, definition: Definition, members: Sequence[Sequence[str]], earlier: Run | None) -> None:
        match definition:
            case Parameter():
                self._take_in(definition, members, earlier)
            case Equation():
                self._calculate(definition, members)
            case Selection():
                self._select(definition, members[0])
        if len(self._run.columns[definition.symbol]) >= math.prod(map(len, members)):
            self.complete.add(definition.symbol)

    # -- what is the same as before --

    def _carried(self, earlier: Run) -> set[str]:
        open_ones = self._plan.reached_from(earlier.inputs.changed_to(self._run.inputs))
        return {
            symbol
            for symbol, count in earlier.found.items()
            if symbol not in open_ones and len(earlier.columns[symbol]) == count
        }

    def _carry(self, symbol: str, earlier: Run) -> None:
        run = self._run
        run.columns[symbol].update(earlier.columns[symbol])
        if symbol in earlier.intake.given:
            run.intake.given[symbol] = dict(earlier.intake.given[symbol])
        if symbol in earlier.traces:
            run.traces[symbol] = earlier.traces[symbol]
        if symbol in earlier.complete:
            self.complete.add(symbol)

    # -- inputs --

    def _take_in(self, parameter: Parameter, members: Sequence[Sequence[str]], earlier: Run | None) -> None:
        run = self._run
        if not run.intake.can_be_had(parameter):
            return
        if earlier is not None and self._take_over(parameter, members, earlier):
            return
        found = run.intake.values(parameter, members, run.surroundings)
        if found:
            run.intake.given.setdefault(parameter.symbol, {}).update(found)
            run.columns[parameter.symbol].update({index: one.value for index, one in found.items()})

    def _take_over(self, parameter: Parameter, members: Sequence[Sequence[str]], earlier: Run) -> bool:
        """A long column as it entered before, with the cells that changed; False where more may hang on these."""
        symbol, run = parameter.symbol, self._run
        known, column = earlier.intake.given.get(symbol, {}), earlier.columns[symbol]
        is_whole = symbol in earlier.complete and len(known) == len(column) == math.prod(map(len, members))
        if len(known) < _LONG or not is_whole or not run.intake.is_given_by_index(parameter):
            return False
        changed = earlier.inputs.changed_cells(run.inputs, symbol)
        if changed is None or any(index not in known for index in changed):
            return False
        ones = {index: run.intake.unquestioned(parameter, index, index, run.surroundings) for index in changed}
        if None in ones.values():
            return False
        run.intake.given[symbol] = {**known, **ones}  # type: ignore[dict-item]
        run.columns[symbol].update(column)
        run.columns[symbol].update({index: one.value for index, one in ones.items() if one is not None})
        return True

    # -- equations --

    def _calculate(self, equation: Equation, members: Sequence[Sequence[str]]) -> None:
        run = self._run
        if not run.budget.can_spend_on(equation, math.prod(map(len, members))):
            return
        column = run.columns[equation.symbol]
        if equation.symbol not in equation.formula.symbols:
            try:
                column.update(equation.formula.bind_column(*run.surroundings)(*members))  # type: ignore[arg-type]
            except (Blocked, NoResult, decimal.DecimalException):
                pass
            else:
                return
        function = run.function(equation)
        for index in itertools.product(*members):
            try:
                column[index] = function(*index)  # type: ignore[assignment]
            except (Blocked, NoResult, decimal.DecimalException):
                continue

    # -- selections --

    def _select(self, selection: Selection, members: Sequence[str]) -> None:
        try:
            select(self._run, selection, (members[0],))
        except Blocked:
            return
