"""After an edit only what hangs on it is calculated again, and the outcome is what a calculation from nothing gives."""

from __future__ import annotations

import itertools
import random
from dataclasses import replace
from decimal import Decimal

import pytest

from forms.errors import UserError
from forms.methodologies import Methodology, examples, methodologies, methodology
from forms.methodologies.calculation import Calculation, Inputs, calculate, inputs_from_json

EDITS = 8


def told(made: Calculation) -> dict[str, object]:
    """All that a calculation says, with its digits."""
    return {
        "values": {symbol: {at: str(value) for at, value in cells.items()} for symbol, cells in made.values.items()},
        "given": {key: repr(one) for key, one in made.given.items()},
        "missing": made.missing,
        "faults": made.faults,
        "conditions": made.conditions,
        "traces": made.traces,
        "options": made.options,
        "periods": repr(made.periods),
    }


def worked_inputs(applied: Methodology) -> list[Inputs]:
    found = []
    for case in examples(applied.code, applied.version):
        try:
            found.append(inputs_from_json(applied, case["inputs"]))
        except UserError:
            continue
    return [inputs for inputs in found if inputs.values]


def edited(inputs: Inputs, dice: random.Random, spare: Inputs) -> Inputs:
    """One cell is changed, emptied, spoilt or given more digits, or all of another case's symbol is taken over."""
    values = {symbol: dict(cells) for symbol, cells in inputs.values.items()}
    symbol = dice.choice(sorted({*values, *spare.values}))
    cells = values.setdefault(symbol, {})
    kind = dice.randrange(6) if cells else 5
    at = dice.choice(sorted(cells)) if cells else ()
    if kind == 0:
        del cells[at]
    elif kind == 1:
        cells[at] = "many"
    elif kind == 2:
        cells[at] = Decimal(0)
    elif kind == 3:
        cells[at] = Decimal(f"{cells[at]}0") if isinstance(cells[at], Decimal) and "." in str(cells[at]) else "x"
    elif kind == 4:
        cells[at] = cells[at] * Decimal("1.01") if isinstance(cells[at], Decimal) else cells[at]
    else:
        values[symbol] = dict(spare.values.get(symbol, {}))
    return replace(inputs, values=values)


@pytest.mark.parametrize("applied", methodologies(), ids=lambda applied: applied.id)
def test_edits_give_what_a_calculation_from_nothing_gives(applied):
    dice, cases = random.Random(applied.id), worked_inputs(applied)
    for case in cases[:6]:
        inputs, made = case, calculate(applied, case)
        for _ in range(EDITS):
            inputs = edited(inputs, dice, dice.choice(cases))
            made = calculate(applied, inputs, made)
            assert told(made) == told(calculate(applied, inputs))


def test_other_options_sets_or_years_are_calculated_anew():
    applied = methodology("TOOL07", "07.0")
    cases = worked_inputs(applied)
    for earlier, later in itertools.pairwise(cases):
        made = calculate(applied, later, calculate(applied, earlier))
        assert told(made) == told(calculate(applied, later))


def test_more_digits_of_the_same_number_are_seen():
    applied = methodology("TOOL07", "07.0")
    case = next(case for case in worked_inputs(applied) if "EF_CO2_unit" in case.values)
    at, value = next(iter(case.values["EF_CO2_unit"].items()))
    values = {**case.values, "EF_CO2_unit": {**case.values["EF_CO2_unit"], at: Decimal(f"{value}0")}}
    made = calculate(applied, replace(case, values=values), calculate(applied, case))
    assert str(made.given["EF_CO2_unit", at].entered) == f"{value}0"


def test_what_does_not_hang_on_an_edit_is_not_calculated_again():
    applied = methodology("TOOL07", "07.0")
    case = next(case for case in worked_inputs(applied) if "w_OM" in calculate(applied, case).values)
    before = calculate(applied, case)
    symbol = next(name for name in case.values if any(isinstance(cell, Decimal) for cell in case.values[name].values()))
    cells = {at: cell * 2 if isinstance(cell, Decimal) else cell for at, cell in case.values[symbol].items()}
    after = calculate(applied, replace(case, values={**case.values, symbol: cells}), before)
    assert after.values["w_OM"][()] is before.values["w_OM"][()]
