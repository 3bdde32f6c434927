"""How many steps one calculation may take."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from forms.methodologies.calculation.findings import Findings
    from forms.methodologies.calculation.sets import Sets
    from forms.methodologies.model import Equation, Index

# One calculation may take this many single steps of its equations: some seconds at most.
MOST_STEPS = 5_000_000
STEPS_A_VALUE = 10


class Budget:
    """The steps that one calculation has taken."""

    def __init__(self, sets: Sets, findings: Findings) -> None:
        self._sets, self._findings = sets, findings
        self._costs: dict[int, int] = {}
        self._steps = 0

    def can_spend_on(self, equation: Equation, times: int) -> bool:
        """Take the steps of so many results at once, if there are enough left."""
        costs, size = equation.formula.costs, self._sets.size
        steps = self._steps + (STEPS_A_VALUE + costs.steps(size)) * times + costs.steps_once(size)
        if steps <= MOST_STEPS:
            self._steps = steps
        return steps <= MOST_STEPS

    def spend_on(self, equation: Equation, index: Index) -> None:
        """Take the steps of one result; with the first one those that all share.

        Raises:
            Blocked: there are not enough left.
        """
        steps = self._costs.get(id(equation))
        if steps is None:
            costs, size = equation.formula.costs, self._sets.size
            self._costs[id(equation)] = costs.steps(size)
            steps = costs.steps(size) + costs.steps_once(size)
        self.spend(steps, equation.symbol, index)

    def spend(self, steps: int, symbol: str, index: Index) -> None:
        """Take steps.

        Raises:
            Blocked: there are not enough left.
        """
        self._steps += steps
        if self._steps > MOST_STEPS:
            message = f"The calculation needs more than {MOST_STEPS:,} steps."
            remedy = "Shorten the lists it sums over, or split the project."
            raise self._findings.fault(symbol, index, message, remedy, kind="size")
