"""Build margin of TOOL07: which power units are in the sample, by the public test vectors of steps (c), (d) and (f)."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.methodologies import InvalidMethodology, methodology_from_data
from forms.methodologies.calculation import Inputs, calculate
from forms.methodologies.equations import NoResult
from forms.methodologies.selections import selection_functions, tool07_build_margin_sample

# Third-party test vectors for TOOL07 v07.0: year 2025; fuel factors 0.0543 and 0.0895 tCO2/GJ, efficiencies 0.5, 0.36.
UNITS = {
    "N1": ("2024", "50", "no", "0"),
    "N2": ("2020", "100", "no", "0.39096"),
    "N3": ("2010", "400", "no", "0.895"),
    "N4": ("2005", "450", "no", "0.895"),
    "N5": ("2000", "1000", "no", "0"),
    "CDM1": ("2019", "300", "yes", "0"),
    "CDM2": ("2016", "30", "yes", "0"),
}


def sample(units, year="2025"):
    columns = {
        "commissioned": {name: unit[0] for name, unit in units.items()},
        "generation": {name: Decimal(unit[1]) for name, unit in units.items()},
        "cdm": {name: unit[2] for name, unit in units.items()},
        "year": dict.fromkeys(units, year),
    }
    return tool07_build_margin_sample.run(tuple(units), columns)


def with_cdm1(generation):
    return {**UNITS, "CDM1": ("2019", generation, "yes", "0")}


def test_units_under_the_cdm_take_the_place_of_old_ones():
    """Vector of step (d): CDM1 with 300 MWh; sample N1, N2, CDM1."""
    assert sample(with_cdm1("300")).members == {"N1", "N2", "CDM1"}


def test_old_units_come_back_when_those_under_the_cdm_are_not_enough():
    """Vector of step (f): CDM1 with 150 MWh; sample N1, N2, CDM1, CDM2, N3."""
    assert sample(with_cdm1("150")).members == {"N1", "N2", "CDM1", "CDM2", "N3"}


def test_trace_tells_each_step_with_the_printed_generation():
    """SET_20% makes 550 MWh, SET_5 2,000 MWh."""
    trace = " ".join(sample(with_cdm1("150")).trace)
    assert "SET_≥20%: N1 (2024, 50 MWh), N2 (2020, 100 MWh), N3 (2010, 400 MWh); together 550 MWh" in trace
    assert "together 2,000 MWh" in trace
    assert all(f"({step})" in trace for step in "abcdef")


def test_young_sample_stands_without_further_steps():
    """Step (c): in the year 2010 none of the newest units is more than 10 years old."""
    young = {name: ("2015", *unit[1:]) for name, unit in UNITS.items()}
    chosen = sample(young, "2020")
    assert chosen.members == {"N1", "N2", "N3", "N4", "N5"}
    assert "(d)" not in chosen.trace[-1].split("stands")[0]


def test_unit_that_crosses_twenty_per_cent_counts_fully():
    units = {f"U{number}": (str(2020 - number), "100", "no", "0") for number in range(50)}
    chosen = sample(units, "2021")
    assert chosen.members == {f"U{number}" for number in range(10)}


def test_ten_years_to_the_day_are_not_more_than_ten_years():
    units = {"old": ("2015-06-01", "90", "no", "0"), "new": ("2020-01-01", "10", "no", "0")}
    assert sample(units, "2025-06-01").members == {"old", "new"}
    assert "(d) Began more than 10 years ago and left out: old" in " ".join(sample(units, "2025-06-02").trace)
    assert "stands" in sample(units, "2025").trace[-1]


@given(st.permutations(sorted(UNITS)))
def test_order_of_the_list_changes_nothing(names):
    shuffled = {name: with_cdm1("150")[name] for name in names}
    assert sample(shuffled) == sample(with_cdm1("150"))


@given(st.integers(min_value=1, max_value=10**6))
def test_scaling_the_generation_changes_nothing(factor):
    scaled = {name: (unit[0], str(int(unit[1]) * factor), *unit[2:]) for name, unit in with_cdm1("150").items()}
    assert sample(scaled).members == sample(with_cdm1("150")).members


@pytest.mark.parametrize(
    ("units", "words"),
    [
        ({"N1": ("soon", "1", "no", "0")}, "no date"),
        ({"N1": ("2020", "1", "yes", "0")}, "Every power unit is registered"),
    ],
)
def test_list_from_which_no_sample_follows_is_a_fault(units, words):
    with pytest.raises(NoResult, match=words):
        sample(units)


# --- inside a methodology ------------------------------------------------------------------------

MARGIN = {
    "code": "margin",
    "version": "1",
    "set": [{"id": "m", "kind": "rows"}],
    "parameter": [
        {"symbol": "EG", "indices": ["m"], "unit": "MWh"},
        {"symbol": "EF_CO2", "indices": ["m"], "unit": "tCO2/GJ"},
        {"symbol": "eta", "indices": ["m"], "unit": "1"},
        {"symbol": "lambda_LCMR", "unit": "1"},
        {"symbol": "lcmr", "indices": ["m"], "type": "yes_no"},
        {"symbol": "commissioned", "indices": ["m"], "type": "date"},
        {"symbol": "is_cdm", "indices": ["m"], "type": "yes_no", "default": "no"},
        {"symbol": "year", "type": "text"},
    ],
    "equation": [
        {"symbol": "EF_EL[m]", "unit": "tCO2/MWh", "number": "(A2)", "expression": "EF_CO2[m] * 3.6 / eta[m]"},
        {
            "symbol": "EF_simple",
            "unit": "tCO2/MWh",
            "expression": "sum(EG[m] * EF_EL[m] for m in m if lcmr[m] == 'no')"
            " / sum(EG[m] for m in m if lcmr[m] == 'no')",
        },
        {
            "symbol": "EF_low_cost",
            "unit": "tCO2/MWh",
            "expression": "sum(EG[m] * EF_EL[m] for m in m if lcmr[m] == 'yes')"
            " / sum(EG[m] for m in m if lcmr[m] == 'yes')",
        },
        {
            "symbol": "EF_average",
            "unit": "tCO2/MWh",
            "expression": "sum(EG[m] * EF_EL[m] for m in m) / sum(EG[m] for m in m)",
        },
        {
            "symbol": "EF_adjusted",
            "unit": "tCO2/MWh",
            "expression": "(1 - lambda_LCMR) * EF_simple + lambda_LCMR * EF_low_cost",
        },
        {
            "symbol": "EF_BM",
            "unit": "tCO2/MWh",
            "expression": "sum(in_BM[m] * EG[m] * EF_EL[m] for m in m) / sum(in_BM[m] * EG[m] for m in m)",
        },
    ],
    "selection": [
        {
            "symbol": "in_BM",
            "indices": ["m"],
            "unit": "1",
            "function": "tool07_build_margin_sample",
            "inputs": {"generation": "EG", "commissioned": "commissioned", "cdm": "is_cdm", "year": "year"},
        }
    ],
}
GAS, COAL, NONE = ("0.0543", "0.5"), ("0.0895", "0.36"), ("0", "1")


def margins(rows, **more):
    """Rows of name: (generation, (fuel factor, efficiency), low-cost/must-run, commissioned, under the CDM)."""
    columns = {"EG": 0, "lcmr": 2, "commissioned": 3, "is_cdm": 4}
    values = {
        symbol: {(name,): Decimal(row[at]) if symbol == "EG" else row[at] for name, row in rows.items()}
        for symbol, at in columns.items()
    }
    values["EF_CO2"] = {(name,): Decimal(row[1][0]) for name, row in rows.items()}
    values["eta"] = {(name,): Decimal(row[1][1]) for name, row in rows.items()}
    values["lambda_LCMR"] = {(): Decimal("0.25")}
    values["year"] = {(): "2025"}
    return calculate(methodology_from_data(MARGIN, "test"), Inputs(values={**values, **more}, sets={"m": tuple(rows)}))


GRID = {
    "gas": ("100", GAS, "no", "2020", "no"),
    "coal": ("300", COAL, "no", "2010", "no"),
    "hydro": ("600", NONE, "yes", "2000", "no"),
}


@pytest.mark.parametrize(
    ("symbol", "index", "expected"),
    [
        ("EF_EL", ("coal",), "0.895"),
        ("EF_EL", ("gas",), "0.39096"),
        ("EF_simple", (), "0.76899"),
        ("EF_average", (), "0.307596"),
        ("EF_adjusted", (), "0.5767425"),
    ],
)
def test_operating_margins_of_the_test_vectors(symbol, index, expected):
    """Third-party test vectors for TOOL07 v07.0: gas 100, coal 300, hydro 600 MWh, lambda 0.25."""
    assert abs(margins(GRID).value(symbol, index) - Decimal(expected)) < Decimal("1e-25")


def test_option_a1_of_the_test_vectors():
    """1,000 t of diesel at 41.4 GJ/t and 0.0726 tCO2/GJ for 4,000 MWh give 0.75141 t/MWh."""
    data = {
        "code": "a1",
        "version": "1",
        "parameter": [
            {"symbol": name, "unit": unit}
            for name, unit in (("FC", "t"), ("NCV", "GJ/t"), ("EF_CO2", "tCO2/GJ"), ("EG", "MWh"))
        ],
        "equation": [{"symbol": "EF", "unit": "tCO2/MWh", "expression": "FC * NCV * EF_CO2 / EG"}],
    }
    given_values = {"FC": "1000", "NCV": "41.4", "EF_CO2": "0.0726", "EG": "4000"}
    inputs = Inputs(values={name: {(): Decimal(text)} for name, text in given_values.items()})
    assert calculate(methodology_from_data(data, "test"), inputs).value("EF") == Decimal("0.75141")


@pytest.mark.parametrize(("cdm1", "expected"), [("300", "0.08688"), ("150", "0.5439671232876712")])
def test_build_margin_of_the_test_vectors(cdm1, expected):
    """0.08688 with the sample of step (d), 0.54397 with that of step (f)."""
    fuels = {"N2": GAS, "N3": COAL, "N4": COAL}
    rows = {name: (unit[1], fuels.get(name, NONE), "no", unit[0], unit[2]) for name, unit in with_cdm1(cdm1).items()}
    calculation = margins(rows)
    assert abs(calculation.value("EF_BM") - Decimal(expected)) < Decimal("1e-15")
    assert any("(e)" in line or "(d)" in line for line in calculation.explain("in_BM", ("N1",)).notes)


def test_selection_names_what_it_misses():
    calculation = margins(GRID, commissioned={("gas",): "2020"})
    named = {(entry.symbol, *entry.index) for entry in calculation.missing}
    assert named == {("commissioned", "coal"), ("commissioned", "hydro")}
    assert calculation.value("EF_BM") is None


def test_functions_that_are_not_registered_are_refused():
    selection = {**MARGIN["selection"][0], "function": "newest"}
    with pytest.raises(InvalidMethodology, match="no selection function"):
        methodology_from_data({**MARGIN, "selection": [selection]}, "test")
    assert "tool07_build_margin_sample" in selection_functions()
