"""Products over a set: treatment stages in a row, each letting a part through."""

from __future__ import annotations

from decimal import Decimal

import pytest

from forms.errors import DefinitionError
from forms.methodologies.calculation import Calculation, Inputs, calculate
from forms.methodologies.typesetting import latex, spoken
from tests.forms.methodologies.approaches import equation, small

STAGES = {"set": [{"id": "n", "kind": "rows", "label": "Stages"}]}
REMOVED = [{"symbol": "R", "indices": ["n"], "unit": "1"}]


def stages(expression: str, removed: dict[str, str], unit: str = "1") -> Calculation:
    methodology = small(equation("r", expression, unit), parameter=REMOVED, **STAGES)
    values = {"R": {(name,): Decimal(value) for name, value in removed.items()}}
    return calculate(methodology, Inputs(values=values, sets={"n": tuple(removed)}))


def test_stages_in_a_row_multiply():
    """A pond that takes 30 % and one that takes half of the rest let 0.7 x 0.5 through."""
    calculation = stages("prod(1 - R[n] for n in n)", {"pond 1": "0.3", "pond 2": "0.5"})
    assert calculation.value("r") == Decimal("0.35")


def test_product_of_nothing_is_one():
    assert stages("prod(R[n] for n in n if R[n] > 1)", {"pond": "0.3"}).value("r") == 1


def test_working_shows_the_factors():
    calculation = stages("prod(1 - R[n] for n in n)", {"pond 1": "0.3", "pond 2": "0.5"})
    assert calculation.explain("r").substituted_text == "(1 − 0.3) × (1 − 0.5)"


def test_product_is_typeset_with_its_sign():
    made = small(equation("r", "2 * prod(1 - R[n] for n in n)"), parameter=REMOVED, **STAGES).equations[0]
    assert latex(made) == r"r = 2 \times \left(\prod_{n} \left(1 - R_{n}\right)\right)"
    assert "the product over n of" in spoken(made)


def test_factors_with_a_unit_are_refused():
    """The unit of a product would depend on how many rows there are."""
    tonnes = [{"symbol": "R", "indices": ["n"], "unit": "t"}]
    with pytest.raises(DefinitionError, match="must be a pure number"):
        small(equation("r", "prod(R[n] for n in n)", "t"), parameter=tonnes, **STAGES)
