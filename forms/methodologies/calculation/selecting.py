"""Lets a registered function decide which rows belong to a sample, for a calculation under way."""

from __future__ import annotations

import decimal
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from forms.methodologies.calculation.budget import STEPS_A_VALUE
from forms.methodologies.equations import Blocked, NoResult
from forms.methodologies.selections import selection_function

if TYPE_CHECKING:
    from forms.methodologies.calculation.run import Run
    from forms.methodologies.model import Index, Selection


def select(run: Run, selection: Selection, index: Index) -> Decimal:
    """1 or 0 for the row that is asked for; all rows of the selection are settled with it.

    Raises:
        Blocked: an input is missing, or there is no sample.
    """
    rows = tuple(run.sets.members(selection.indices[0]))
    a_row = sum(formula.costs.steps(run.sets.size) for formula in selection.inputs.values())
    run.budget.spend((STEPS_A_VALUE + a_row) * len(rows), selection.symbol, index)
    columns = _columns(run, selection, rows)
    function = selection_function(selection.function)
    if function is None:
        message = f"{selection.function} is not registered."
        raise run.findings.fault(selection.symbol, index, message, kind="undefined")
    try:
        chosen = function.run(rows, columns)
    except NoResult as error:
        raise run.findings.fault(selection.symbol, index, error.message, error.remedy) from None
    run.traces[selection.symbol] = chosen.trace
    for row in rows:
        run.columns[selection.symbol][row,] = Decimal(1 if row in chosen.members else 0)
    return Decimal(1 if index[0] in chosen.members else 0)


def _columns(run: Run, selection: Selection, rows: Sequence[str]) -> dict[str, dict[str, Decimal | str]]:
    columns: dict[str, dict[str, Decimal | str]] = {name: {} for name in selection.inputs}
    is_blocked = False
    for name, formula in selection.inputs.items():
        function = formula.bind(*run.surroundings)
        for row in rows:
            try:
                cell = function(row)
            except Blocked:
                is_blocked = True
            except (NoResult, decimal.DecimalException) as error:
                message = getattr(error, "message", "It cannot be calculated.")
                raise run.findings.fault(selection.symbol, (row,), f"Input {name}: {message}") from None
            else:
                columns[name][row] = str(cell) if isinstance(cell, bool) else cell
    if is_blocked:
        raise Blocked
    return columns
