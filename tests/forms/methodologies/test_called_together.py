"""TOOL05 takes its grid factor from TOOL07, where a methodology calls both: before the project, or year by year."""

from __future__ import annotations

from decimal import Decimal

import pytest

from forms.methodologies import methodology_from_data
from forms.methodologies.calculation import calculate, inputs_from_json

GRID = "EF_CM if vintage == 'ex_ante' else EF_CM_year[y]"
BOTH = {
    "code": "specific",
    "version": "1",
    "title": "Power from a grid that TOOL07 describes",
    "results": {"baseline": "BE", "project": "PE", "leakage": "LE", "reductions": "ER"},
    "set": [{"id": "y", "kind": "period"}],
    "option": [
        {
            "id": "vintage",
            "choices": [{"code": "ex_ante", "label": "Before"}, {"code": "ex_post", "label": "Yearly"}],
        }
    ],
    "parameter": [{"symbol": "EG", "indices": ["y"], "unit": "MWh", "annual": True}],
    "call": [
        {
            "tool": "TOOL07:07.0",
            "id": "grid",
            "outputs": {"EF_grid_CM": "EF_CM", "EF_grid_CM_year": "EF_CM_year"},
            "options": {"vintage": "vintage"},
        },
        {
            "tool": "TOOL05:03.0",
            "id": "power",
            "inputs": {"EF_grid_CM": GRID},
            "outputs": {"PE_EC": "PE_EC"},
        },
    ],
    "equation": [
        {"symbol": "BE[y]", "unit": "tCO2e", "expression": f"EG[y] * ({GRID})"},
        {"symbol": "PE[y]", "unit": "tCO2e", "expression": "PE_EC[y]"},
        {"symbol": "LE[y]", "unit": "tCO2e", "expression": "0"},
        {"symbol": "ER[y]", "unit": "tCO2e", "expression": "BE[y] - PE[y] - LE[y]"},
    ],
}
BEFORE = {"EF_CM_published": "0.5"}
YEARLY = {"EF_OM_monitored": {"2020": "0.8", "2021": "0.6"}, "EF_BM_published": "0.4"}


def calculated(options, values):
    both = methodology_from_data(BOTH, "both")
    data = {
        "options": options,
        "sets": {"s": ["office"], "t": ["2017", "2018", "2019"], "m": [], "i": []},
        "crediting_period": {"start": "2020-01-01", "end": "2021-12-31"},
        "values": {"EG": "1000", **POWER, **values},
    }
    return calculate(both, inputs_from_json(both, data))


POWER = {
    "role": {"office": "project"},
    "scenario": {"office": "A"},
    "grid_option": {"office": "A1"},
    "losses": {"office": "data"},
    "EC": {"office": "100"},
    "TDL_data": {"office": "0.10"},
}


@pytest.mark.parametrize(
    ("options", "values", "factors"),
    [
        ({"vintage": "ex_ante", "cm_method": "published"}, BEFORE, ("0.5", "0.5")),
        ({"vintage": "ex_post", "cm_method": "weighted", "bm_method": "published"}, YEARLY, ("0.6", "0.5")),
    ],
)
def test_power_used_counts_with_the_factor_of_the_grid(options, values, factors):
    """1,000 MWh supplied, and 100 MWh used after losses of 10 %, both at the factor of the year."""
    made = calculated(options, values)
    assert made.missing == ()
    assert [row.project for row in made.periods] == [Decimal(110) * Decimal(factor) for factor in factors]
    assert [row.baseline for row in made.periods] == [Decimal(1000) * Decimal(factor) for factor in factors]


def test_bound_factor_is_not_asked_for_a_second_time():
    both = methodology_from_data(BOTH, "both")
    bound = next(equation for equation in both.equations if equation.expression == GRID)
    assert bound.indices == ("y",)
    assert both.parameter(bound.symbol) is None
