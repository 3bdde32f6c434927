"""Forestry against arithmetic that shares nothing with the engine, and against what two documents print."""

from __future__ import annotations

import json
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from forms.results import Tonnes, printed
from forms.tables import table
from tests.forms.methodologies import oracle_forests as oracle
from tests.forms.methodologies.worked_cases import WorkedCases, fraction_of

VERSIONS = {"AR-TOOL14": "04.2", "AR-ACM0003": "01.0.0", "AR-AMS0007": "02.0.0"}
WORKED = WorkedCases(VERSIONS)
CASES = Path(__file__).parents[4] / "shared" / "domain" / "cases"


def _close(value: Fraction, exact: Fraction) -> bool:
    return abs(value - exact) <= abs(exact) * Fraction("1e-24")


# --- plots and their uncertainty ----------------------------------------------------------------------------------

PINES, EUCALYPTS = [Fraction(plot) for plot in (40, 46, 43)], [Fraction(plot) for plot in (88, 95, 79, 90)]


def test_stock_of_two_strata_from_their_plots() -> None:
    """AR-TOOL14, equations (12) to (17): each plot counted in its stratum."""
    made = WORKED.case("AR-TOOL14", "two-inventories")
    biomass = 120 * oracle.mean(PINES) + 80 * oracle.mean(EUCALYPTS)
    assert _close(fraction_of(made, "C_TREE"), oracle.carbon_dioxide(biomass))
    spreads = [("120", oracle.variance(PINES), 3), ("80", oracle.variance(EUCALYPTS), 4)]
    assert _close(fraction_of(made, "SEM"), oracle.standard_error(spreads))


def test_change_since_the_inventory_before() -> None:
    """Equations (1), (2) and (11): the half intervals of both stocks add up as squares; 13 % costs a quarter."""
    made = WORKED.case("AR-TOOL14", "two-inventories")
    stock, half = fraction_of(made, "C_TREE"), fraction_of(made, "u_C") * fraction_of(made, "C_TREE")
    change = stock - 9000
    together = oracle.root((Fraction("0.12") * 9000) ** 2 + half**2)
    assert _close(fraction_of(made, "u_ΔC"), together / change)
    careful = change - oracle.kept_back(together / change) * together
    assert _close(fraction_of(made, "ΔC_TREE_year"), careful / Fraction("5.417"))


def test_shrubs_below_a_twentieth_of_cover_count_as_zero() -> None:
    """Equations (26) and (27): only the pines' shrubs at 30 % cover."""
    shrubs = 120 * Fraction("0.10") * 150 * Fraction("0.30") * Fraction("1.40")
    assert _close(fraction_of(WORKED.case("AR-TOOL14", "two-inventories"), "C_SHRUB"), oracle.carbon_dioxide(shrubs))


@pytest.mark.parametrize(
    ("half_interval", "kept_back"),
    [("6", "0"), ("6.01", "0.25"), ("9", "0.25"), ("12", "0.50"), ("12.1", "0.75"), ("18", "0.75"), ("19", "1")],
)
def test_classes_of_uncertainty(half_interval: str, kept_back: str) -> None:
    """Appendix 2, table 1: limits belong to the lower class."""
    inputs = WORKED.inputs("AR-TOOL14", "discount-in-the-project")
    inputs["values"] |= {"s2": {"forest": str(Decimal(half_interval) ** 2)}, "n": {"forest": "1"}}
    made = WORKED.calculate("AR-TOOL14", inputs)
    assert made.value("d_C") == Decimal(kept_back)
    assert oracle.kept_back(Fraction(half_interval) / 60) == Fraction(kept_back)


def test_a_loss_is_discounted_towards_a_greater_loss() -> None:
    """Conservative in the project means fewer removals, also where carbon is lost."""
    inputs = WORKED.inputs("AR-TOOL14", "two-inventories")
    inputs["values"] |= {"C_before": "30000", "u_before": "0.10"}
    made = WORKED.calculate("AR-TOOL14", inputs)
    assert fraction_of(made, "ΔC_TREE_discounted") < fraction_of(made, "ΔC_TREE") < 0


def test_students_t_grows_smaller_with_the_plots() -> None:
    values = [Fraction(row["value"]) for row in table("student_t")]
    assert values == sorted(values, reverse=True)
    assert values[0] == Fraction("6.3138")
    assert min(values) > Fraction("1.6448")  # the normal distribution


# --- removals by year -----------------------------------------------------------------------------------------------

WOODS = {
    "pine": ("100", ("1.5", "4", "12.5", "24", "15.2", "27"), "0.04"),
    "teak": ("40", ("0", "2", "7", "15", "25", "36.75"), "0.01"),
}
# Shrubs and dead wood of the year, less burning, less what the baseline would have taken up, less leakage.
OTHERS = [
    Fraction(shrubs) + Fraction(dead) - Fraction(burnt) - Fraction("23.75") - Fraction(moved)
    for shrubs, dead, burnt, moved in (
        ("-30.4", "0", "12.7", "88.8"), ("0", "0", "0", "0"), ("0", "0", "0", "0"),
        ("0", "55.5", "4.2", "0"), ("0", "-11.1", "0", "0"),
    )
]  # fmt: skip
BOTH = [("AR-ACM0003", "thinning-and-burning"), ("AR-AMS0007", "village-woodlots")]


@pytest.mark.parametrize(("code", "name"), BOTH)
def test_net_removals_of_each_year(code: str, name: str) -> None:
    """Equations (1) to (5), with a year in which more is lost than taken up."""
    expected = oracle.removed(WOODS, OTHERS, 5)
    made = WORKED.case(code, name)
    assert [Fraction(row.reductions or 0) for row in made.periods] == expected
    assert expected[3] < 0


@pytest.mark.parametrize(("code", "name"), BOTH)
def test_units_follow_from_the_years(code: str, name: str) -> None:
    """tCER: all since the start; lCER: those since the verification before (equations (6) and (7))."""
    yearly, made = oracle.removed(WOODS, OTHERS, 5), WORKED.case(code, name)
    for position, year in enumerate(("2010", "2011", "2012", "2013", "2014")):
        assert fraction_of(made, "tCER", year) == sum(yearly[: position + 1])
    assert fraction_of(made, "lCER") == sum(yearly[2:])


def test_reversal_since_the_last_verification_is_negative() -> None:
    """Paragraph 20: a negative number is that of the units to be replaced."""
    inputs = WORKED.inputs("AR-ACM0003", "thinning-and-burning")
    inputs["values"] |= {"t_1": "2012", "t_2": "2013"}
    made = WORKED.calculate("AR-ACM0003", inputs)
    assert fraction_of(made, "lCER") == oracle.removed(WOODS, OTHERS, 5)[3]


def test_printed_tonnes_never_credit_more_than_was_removed() -> None:
    """Removals are negative emissions: baseline down and project up gives fewer units, whatever their sign."""
    for row in WORKED.case("AR-ACM0003", "thinning-and-burning").periods:
        shown = printed(Tonnes(row.baseline, row.project, row.leakage, row.reductions), "conservative")
        assert shown.baseline is not None
        assert row.baseline is not None
        assert shown.reductions is not None
        assert row.reductions is not None
        assert shown.baseline <= row.baseline
        assert row.reductions - 3 < shown.reductions <= row.reductions


@pytest.mark.parametrize(
    ("code", "name", "spread"),
    [("AR-ACM0003", "inventory-with-discount", "196"), ("AR-AMS0007", "plots-within-ten-per-cent", "64")],
)
def test_change_between_two_inventories_year_by_year(code: str, name: str, spread: str) -> None:
    """The careful change over five years, eight twelfths of a year in the first row, and 200 t of soil a year."""
    stock = oracle.carbon_dioxide(Fraction(300 * 20 + 100 * 40))
    error = oracle.standard_error([("300", Fraction(spread), 25), ("100", Fraction(100), 16)])
    share = Fraction("1.6849") * error / 25
    careful = stock * (1 - oracle.kept_back(share) * share) / 5
    made = WORKED.case(code, name)
    assert _close(fraction_of(made, "ER", "2018"), careful + 200)
    assert _close(fraction_of(made, "ER", "2016"), careful * 8 / 12 + 133)


def test_small_scale_inventory_beyond_ten_per_cent_is_turned_down() -> None:
    inputs = WORKED.inputs("AR-AMS0007", "plots-within-ten-per-cent")
    inputs["values"]["s2"]["north"] = "196"
    assert WORKED.calculate("AR-AMS0007", inputs).conditions["precision"] is False


def test_stock_of_a_year_that_is_not_given_is_missing() -> None:
    inputs = WORKED.inputs("AR-ACM0003", "thinning-and-burning")
    del inputs["values"]["c_TREE"]["teak,2011"]
    made = WORKED.calculate("AR-ACM0003", inputs)
    assert made.total.reductions is None
    assert [(entry.symbol, entry.index) for entry in made.missing] == [("c_TREE", ("teak", "2011"))]


# --- what documents print -------------------------------------------------------------------------------------------


def _golden(case_id: str) -> list[tuple[str, float, float]]:
    file = CASES / f"{case_id}.json"
    if not file.is_file():
        return []
    case = json.loads(file.read_text(encoding="utf-8"))
    printed_values = {item["name"]: item["value"] for item in case["expected"]}
    return [(name, printed_values[name], case["suggested_rtol"]) for name in case["golden_items"]]


_POOLS = {"tree": "C_TREE_PROJ", "litter": "C_LI_PROJ", "dead": "C_DW_PROJ", "shrubs": "C_SHRUB_PROJ"}


@pytest.mark.parametrize(("name", "value", "tolerance"), _golden("ar-acm0003-vichada-9199-mp2"), ids=str)
def test_printed_stocks_of_vichada(name: str, value: float, tolerance: float) -> None:
    """Monitoring report 2016-2020 of CDM 9199, tables 20 and 21: by stratum and pool, per hectare, and the total."""
    made = WORKED.case("AR-ACM0003", "vichada")
    if name == "total":
        found = fraction_of(made, "ER", "2020")
    elif name == "weighted mean stock":
        planted = [stratum for stratum in made.members("s") if stratum != "RN"]
        area = sum(fraction_of(made, "A_PROJ", stratum) for stratum in planted)
        found = sum(fraction_of(made, "C_TREE_PROJ", stratum, "2020") for stratum in planted) / area
    else:
        stratum, pool = name.split()[:2]
        found = fraction_of(made, _POOLS[pool], stratum, "2020")
    assert float(found) == pytest.approx(value, rel=tolerance)


def test_margin_of_error_of_vichada_deviates() -> None:
    """The report prints 1.75 %; from its five variance terms and its t of 1.65 follow 1.72 %: not reproduced."""
    terms = [Fraction(term) for term in ("0.1", "0.2", "0.4", "0.5", "0.9")]
    margin = Fraction("1.65") * oracle.root(sum(terms, Fraction(0))) / Fraction("138.66")
    assert abs(margin - Fraction("0.0175")) > Fraction("0.0001")


@pytest.mark.parametrize(("name", "value", "tolerance"), _golden("ar-tool14-uncertainty"), ids=str)
def test_worked_example_of_the_tool(name: str, value: float, tolerance: float) -> None:
    """34 plots: standard error, t, half of the interval, and the uncertainty in per cent."""
    made = WORKED.case("AR-TOOL14", "uncertainty-of-a-mean")
    error, student = fraction_of(made, "SEM"), fraction_of(made, "t_VAL")
    found = {
        "standard error of the mean": error, "t two-sided 90 %, 33 df": student,
        "half width": error * student, "U": fraction_of(made, "u_C") * 100,
    }[name]  # fmt: skip
    assert float(found) == pytest.approx(value, rel=tolerance)
