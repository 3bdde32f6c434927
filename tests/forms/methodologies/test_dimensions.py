"""Units must multiply out; a wrong one is refused with what the equation gives instead."""

from __future__ import annotations

import pytest

from forms.methodologies import InvalidMethodology, methodology_from_data
from tests.forms.methodologies.approaches import SUDENAI, equation

UNITS = {
    "EG": "MWh", "EG_large": "GWh", "EF": "tCO2/MWh", "EF_heat": "tCO2/GJ", "FC": "t", "NCV": "GJ/t", "w_CH4": "tCH4/t",
    "GWP": "tCO2e/tCH4", "eta": "1", "share": "%", "EF_kg": "kgCO2e/MWh", "GJ_per_MWh": "GJ/MWh", "Cap": "W",
    "Area": "m2", "P": "MW", "hours": "h", "k": "1/yr", "V": "Nm3", "rho": "t/m3", "price": "EUR/MWh", "heads": "head",
    "rate": "kg/(head*d)", "days": "d",
}  # fmt: skip


def read(expression, unit, **more):
    used = {name for name in UNITS if name in expression}
    parameters = [{"symbol": name, "unit": UNITS[name]} for name in sorted(used)]
    data = {"code": "x", "version": "1", "parameter": parameters, "equation": [equation("r", expression, unit)], **more}
    try:
        return methodology_from_data(data, "test")
    except InvalidMethodology as error:
        real = [one for one in error.errors if "No equation uses" not in one.message]
        if real:
            raise InvalidMethodology(real) from None
        return None


@pytest.mark.parametrize(
    ("expression", "unit"),
    [
        ("EG * EF", "tCO2e"),
        ("EG_large * 1000 * EF", "tCO2e"),
        ("FC * NCV * EF_heat", "tCO2"),
        ("EF_heat * GJ_per_MWh / eta", "tCO2/MWh"),
        ("EF_heat * 3.6 / eta", "tCO2/MWh"),
        ("EF_kg * EG / 1000", "tCO2e"),
        ("EG * EF * share / 100", "tCO2e"),
        ("EG * EF * (1 - share / 100)", "tCO2e"),
        ("EG * EF * (100 - share)", "% * tCO2e"),
        ("FC * w_CH4 * GWP", "tCO2e"),
        ("FC * w_CH4 * GWP + EG * EF", "tCO2e"),
        ("max(0, EG * EF - FC * w_CH4 * GWP)", "tCO2e"),
        ("Cap / Area", "W/m2"),
        ("P * hours", "MWh"),
        ("sqrt(Area)", "m"),
        ("Area ** 0.5", "m"),
        ("Area ** 1.5", "m3"),
        ("0 if Cap / Area > 10 else EF_kg * EG / 1000", "tCO2e"),
        ("exp(-k * 0) * eta", "1"),
        ("EG * price", "EUR"),
        ("heads * rate * days / 1000", "t"),
        ("16/12 * EG", "MWh"),
        ("0.5 * EG + 0.5 * EG", "MWh"),
        ("floor(EG * EF)", "tCO2e"),
        ("round(EF, 4)", "tCO2/MWh"),
        ("0", "tCO2e"),
    ],
)
def test_units_that_multiply_out_are_accepted(expression, unit):
    read(expression, unit)


@pytest.mark.parametrize(
    ("expression", "unit", "words"),
    [
        ("EG_large * EF", "tCO2", "gives 1000 tCO2 where tCO2 is declared"),
        ("EG * EF", "MWh", "gives tCO2e where MWh is declared"),
        ("EF_kg * EG * 1000", "tCO2e", "gives 0.001 tCO2e"),
        ("EG + FC", "MWh", "“EG” is in MWh, “FC” in t"),
        ("FC * w_CH4", "tCO2e", "gives tCH4 where tCO2e is declared"),
        ("FC * w_CH4 + EG * EF", "tCO2e", "adds unlike things"),
        ("EF_heat / eta", "tCO2/MWh", "gives 3.6 tCO2/MWh"),
        ("Cap / Area", "MW/m2", "gives 0.000001 MW/m2"),
        ("Cap", "tCO2e", "where tCO2e is declared"),
        ("exp(EG)", "1", "must be a pure number, but is in MWh"),
        ("eta ** EG", "1", "must be a pure number"),
        ("EG ** eta", "MWh", "must be a pure number"),
        ("max(EG, FC)", "MWh", "takes the max of unlike things"),
        ("EG if eta > 1 else FC", "MWh", "chooses between unlike things"),
        ("EG if EG > FC else 0", "MWh", "compares unlike things"),
        ("EG - 1", "MWh", "subtracts unlike things"),
        ("V * rho", "t", "Nm3"),
        ("EG * EF + 5", "tCO2e", "adds unlike things"),
    ],
)
def test_units_that_do_not_multiply_out_are_refused_with_what_they_give(expression, unit, words):
    with pytest.raises(InvalidMethodology) as refused:
        read(expression, unit)
    assert words in refused.value.message
    assert refused.value.key == "equation r"


def test_decay_rate_per_year_goes_with_a_difference_of_years():
    data = {
        "code": "x",
        "version": "1",
        "set": [{"id": "y", "kind": "period"}],
        "parameter": [{"symbol": "k", "unit": "1/yr"}, {"symbol": "W", "indices": ["y"], "unit": "t"}],
        "equation": [equation("left[y]", "sum(W[x] * exp(-k * (y - x)) for x in y if x <= y)", "t")],
    }
    assert methodology_from_data(data, "test").equations


def test_every_equation_of_an_approach_is_checked_and_every_error_names_its_place():
    wrong = [dict(entry) for entry in SUDENAI["equation"]]
    wrong[1]["unit"] = "MWh"
    wrong[5]["expression"] = "sum(P[t] for t in t)"
    with pytest.raises(InvalidMethodology) as refused:
        methodology_from_data({**SUDENAI, "equation": wrong}, "approach")
    places = {error.key for error in refused.value.errors}
    assert "equation EF (6)" in places
    assert "equation T[t] (2)" in places
