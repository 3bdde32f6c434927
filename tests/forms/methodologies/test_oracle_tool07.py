"""TOOL07 v07.0 against plain arithmetic that follows the paragraphs of the tool and shares nothing with the engine."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.methodologies import methodology
from forms.methodologies.calculation import Calculation, calculate, inputs_from_json
from forms.methodologies.selections import selection_function
from forms.tables import table
from tests.forms.methodologies import oracle
from tests.forms.methodologies.test_examples import CASES

TOOL = methodology("TOOL07", "07.0")
YEARS = ("2023", "2024", "2025")


def _case(name: str) -> Calculation:
    return calculate(TOOL, inputs_from_json(TOOL, CASES[f"TOOL07-07.0-{name}"][1]["inputs"]))


def _calculated(options: Mapping[str, str], values: Mapping[str, object], **sets: object) -> Calculation:
    data = {"options": {"vintage": "ex_ante", **options}, "sets": {"i": [], **sets}, "values": values}
    return calculate(TOOL, inputs_from_json(TOOL, data))


def _is(calculation: Calculation, symbol: str, exact: Fraction) -> bool:
    value = calculation.value(symbol)
    assert value is not None, (calculation.faults, calculation.missing)
    return abs(Fraction(value) - exact) < Fraction("1e-15")


# --- paragraphs 40 and 61: low-cost/must-run plants --------------------------------------------------


def test_two_ways_to_the_share_differ() -> None:
    """Equations (1) and (2): the mean of 10 % and 50 % is 30 %, of 10 of 100 and 150 of 300 MWh it is 40 %."""
    generation, total = {"2021": "10", "2022": "150"}, {"2021": "100", "2022": "300"}
    exact = {
        "shares": (Fraction(10, 100) + Fraction(150, 300)) / 2,
        "means": Fraction(10 + 150, 100 + 300),
    }
    for way, share in exact.items():
        found = _calculated(
            {"om_method": "simple", "om_data": "totals", "share_method": way, "bm_method": "published"},
            {"EG_LCMR": generation, "EG_system": total, "EF_BM_published": "0"},
            h=["2021", "2022"], m=[], t=list(YEARS),
        )  # fmt: skip
        assert _is(found, "lcmr_share", share)
        assert found.conditions["five_years"] is False


def test_load_is_generation_over_the_hours_of_a_year() -> None:
    """Paragraph 40(b): 5,256,000 MWh in 8,760 h; a mean equal to the mean of the lowest loads is not below it."""
    assert Fraction(5_256_000, 8760) == 600
    assert _case("load-entrance").conditions["low_cost_must_run_load"] is True
    assert _case("load-entrance-refused").conditions["low_cost_must_run_load"] is False


def _adjusted(share: str) -> Calculation:
    loads = dict.fromkeys(YEARS, "100")
    return _calculated(
        {"om_method": "simple_adjusted", "lambda_source": "default", "share_method": "long_term",
         "bm_method": "published"},
        {"lcmr_share_long_term": share, "LASL": loads, "HASL": loads, "EF_BM_published": "0"},
        m=[], t=list(YEARS),
    )  # fmt: skip


@pytest.mark.parametrize("row", table("lambda_defaults"), ids=lambda row: row["value"])
def test_default_lambda_is_that_of_the_table(row: Mapping[str, str]) -> None:
    """Appendix 2: in the middle of a range its value; at the lower limit, which two ranges share, the larger one."""
    middle = (Decimal(row["share_from"]) + Decimal(row["share_to"])) / 2
    for share in (str(middle), row["share_from"]):
        assert _adjusted(share).values["lambda_LCMR"]["2024",] == Decimal(row["value"])


def test_table_of_lambda_has_no_gap() -> None:
    """21 ranges from 0 to 100 %, each 0.05 more than the one below."""
    rows = table("lambda_defaults")
    assert [row["share_from"] for row in rows[1:]] == [row["share_to"] for row in rows[:-1]]
    assert (rows[0]["share_from"], rows[-1]["share_to"], len(rows)) == ("0", "1", 21)
    assert all(Fraction(b["value"]) - Fraction(a["value"]) == Fraction(1, 20) for a, b in pairwise(rows))


def test_simple_adjusted_margin() -> None:
    """Equation (10): 15 % of the time biomass and hydro at 12.5 t / 625 MWh, else coal at 0.8."""
    exact = Fraction(85, 100) * Fraction(320, 400) + Fraction(15, 100) * Fraction("12.5") / 625
    assert _is(_case("lambda-default"), "EF_grid_OM", exact)


# --- paragraphs 35 and 36: plants off the grid -------------------------------------------------------


def test_plants_off_the_grid() -> None:
    """0.8 t/MWh for 10 % of all grid generation, in every method of the operating margin and in the build margin."""
    extra = Fraction(1, 10) * 1000
    assert _is(_case("off-grid-simple"), "EF_grid_OM", (480 + extra * Fraction(8, 10)) / (600 + extra))
    adjusted = Fraction(8, 10) * (450 + extra * Fraction(8, 10)) / (600 + extra)
    assert _is(_case("off-grid-adjusted"), "EF_grid_OM", adjusted)
    both = _case("off-grid-default")
    average = (240 + 100 * Fraction(4, 10) + extra * Fraction(8, 10)) / (1000 + extra)
    old_coal = oracle.factor_by_efficiency("0.0895", "0.37")
    build = (300 * old_coal + 40 * Fraction(8, 10)) / (400 + 40)
    assert _is(both, "EF_grid_OM", average)
    assert _is(both, "EF_grid_BM", build)
    assert _is(both, "EF_grid_CM", average * Fraction(3, 4) + build / 4)


# --- paragraphs 75 and 79: sample --------------------------------------------------------------------


def test_unit_that_comes_back_has_the_default_efficiency() -> None:
    """Paragraph 79: N3 came back by step (e); its own 36 % counts in the operating margin only."""
    inputs = CASES["TOOL07-07.0-vector-bm-old"][1]["inputs"]
    changed = {**inputs, "values": {**inputs["values"], "eta_default": {"N3": "0.37"}}}
    found = calculate(TOOL, inputs_from_json(TOOL, changed))
    gas, coal = oracle.factor_by_efficiency("0.0543", "0.5"), oracle.factor_by_efficiency("0.0895", "0.37")
    assert _is(found, "EF_grid_BM", (100 * gas + 400 * coal) / (50 + 30 + 150 + 100 + 400))
    without = {name: value for name, value in inputs["values"].items() if name != "eta_default"}
    missing = calculate(TOOL, inputs_from_json(TOOL, {**inputs, "values": without})).missing
    assert [(entry.symbol, entry.index) for entry in missing] == [("eta_default", ("N3",))]


def test_ten_years_are_counted_from_the_date_given() -> None:
    """The same list a day later: the unit of 2015-06-30 is more than ten years old and makes room for the CDM unit."""
    values = {
        "EF_OM_published": "0.5", "EG": {"new,2025": "150", "edge,2025": "150", "old,2025": "700", "cdm,2025": "60"},
        "unit_option": dict.fromkeys(("new", "edge", "old", "cdm"), "none"),
        "commissioned": {"new": "2020-01-01", "edge": "2015-06-30", "old": "1990-01-01", "cdm": "2018-01-01"},
        "is_cdm": {"new": "no", "edge": "no", "old": "no", "cdm": "yes"},
    }  # fmt: skip
    options = {"om_method": "published", "bm_method": "sample"}
    sets = {"m": ["new", "edge", "old", "cdm"], "t": ["2025"]}
    units = [
        oracle.PowerUnit(name, Fraction(amount), Fraction(0), dt.date.fromisoformat(began), is_cdm=name == "cdm")
        for name, amount, began in (
            ("new", 150, "2020-01-01"), ("edge", 150, "2015-06-30"), ("old", 700, "1990-01-01"),
            ("cdm", 60, "2018-01-01"),
        )
    ]  # fmt: skip
    for day in (dt.date(2025, 6, 30), dt.date(2025, 7, 1)):
        found = _calculated(options, {**values, "sample_date": day.isoformat()}, **sets)
        inside = {name for (name,), is_inside in found.values["in_BM"].items() if is_inside}
        assert inside == {unit.name for unit in oracle.build_margin_sample(units, day)}


_UNITS = st.lists(
    st.tuples(st.integers(0, 500), st.dates(dt.date(1990, 1, 1), dt.date(2025, 1, 1)), st.booleans()),
    min_size=1, max_size=14, unique_by=lambda unit: unit[1],
)  # fmt: skip


@given(_UNITS, st.dates(dt.date(2025, 1, 1), dt.date(2030, 1, 1)))
def test_sample_is_that_of_the_oracle(drawn: list[tuple[int, dt.date, bool]], day: dt.date) -> None:
    """Paragraph 75 on any list of units of which no two began on one day."""
    units = [
        oracle.PowerUnit(f"U{at}", Fraction(amount), Fraction(0), began, is_cdm)
        for at, (amount, began, is_cdm) in enumerate(drawn)
    ]
    if all(unit.is_cdm for unit in units):
        return
    columns: dict[str, Mapping[str, Decimal | str]] = {
        "generation": {unit.name: Decimal(int(unit.generation)) for unit in units},
        "commissioned": {unit.name: unit.commissioned.isoformat() for unit in units},
        "cdm": {unit.name: "yes" if unit.is_cdm else "no" for unit in units},
        "year": {unit.name: day.isoformat() for unit in units},
    }
    names = [unit.name for unit in units]
    sample, again = selection_function("tool07_build_margin_sample"), selection_function("tool07_units_added_again")
    assert sample is not None
    assert again is not None
    chosen = oracle.build_margin_sample(units, day)
    assert sample.run(names, columns).members == {unit.name for unit in chosen}
    back = again.run(names, columns).members
    assert back <= {unit.name for unit in chosen if not unit.is_cdm and oracle.is_older_than_ten_years(unit, day)}


# --- paragraphs 84 to 97: combined margin ------------------------------------------------------------


@pytest.mark.parametrize(
    ("gas", "share", "build"), [("yes", "0.1999", "0.326"), ("no", "0.1999", "0.568"), ("yes", "0.2", "0")]
)
def test_default_build_margins(gas: str, share: str, build: str) -> None:
    """Paragraph 91: by the fuel below 20 % of renewable capacity, nothing from there on."""
    found = _calculated(
        {"cm_method": "default_bm", "om_method": "published", "gas_used": gas},
        {"RE_capacity_share": share, "EF_OM_published": "0.6"},
    )
    assert _is(found, "EF_grid_CM", oracle.combined_margin("0.6", build, "0.5"))


@pytest.mark.parametrize("method", ["simple", "simple_adjusted", "dispatch"])
@pytest.mark.parametrize("way", ["simplified", "default_bm"])
def test_simplified_margin_is_bound_to_the_average(way: str, method: str) -> None:
    """Paragraph 92."""
    assert _calculated({"cm_method": way, "om_method": method}, {}).conditions["simplified_average"] is False
    assert "simplified_average" not in _calculated({"cm_method": way, "om_method": "average"}, {}).conditions


def test_dispatch_data_are_never_ex_ante() -> None:
    """Paragraph 43."""
    assert _calculated({"om_method": "dispatch"}, {}).conditions["dispatch_not_ex_ante"] is False


@pytest.mark.parametrize(
    ("method", "gas", "factor"),
    [("mixed", "no", "0.40"), ("mixed", "yes", "0.32"), ("mixed_cc", "no", "0.27"), ("mixed_cc", "yes", "0.20")],
)
def test_defaults_of_isolated_grids(method: str, gas: str, factor: str) -> None:
    """Paragraphs 96 and 97."""
    found = _calculated({"cm_method": "isolated", "isolated_method": method, "isolated_gas": gas}, {})
    assert found.value("EF_grid_CM") == Decimal(factor)


@pytest.mark.parametrize(("burns_gas", "factor"), [("no", "0.42"), ("yes", "0.32")])
def test_isolated_grid_by_type_of_plant(burns_gas: str, factor: str) -> None:
    """Appendix 4, equation (1), later crediting period: 0.25 x 0.79 + 0.75 x 0.58 for liquid and solid fuel."""
    found = _calculated(
        {"cm_method": "isolated", "isolated_method": "plants", "liquid_cc_gas": burns_gas, "technology": "other",
         "crediting_number": "later"},
        {"EG_LS": "300", "EG_LCC": "150", "EG_GOC": "50", "EG_GCC": "250", "EG_RE": "250"},
    )  # fmt: skip
    liquid = oracle.combined_margin("0.79", "0.58", "0.25")
    tonnes = 300 * liquid + 150 * Fraction(factor) + 50 * Fraction("0.47") + 250 * Fraction("0.32")
    assert _is(found, "EF_grid_CM", tonnes / 1000)
