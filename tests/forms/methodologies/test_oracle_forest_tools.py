"""The tools of forestry, and methodologies that call them, against arithmetic that shares nothing with the engine."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from forms.quantities import parse_unit
from forms.tables import table
from tests.forms.methodologies import oracle_forests as oracle
from tests.forms.methodologies.worked_cases import WorkedCases, fraction_of, is_close

if TYPE_CHECKING:
    from forms.methodologies.calculation import Calculation

WORKED = WorkedCases({
    "AR-ACM0003": "02.0", "AR-AMS0007": "03.1", "AR-TOOL08": "04.0.0", "AR-TOOL12": "03.1", "AR-TOOL14": "04.2",
    "AR-TOOL15": "02.0", "AR-TOOL16": "01.1.0",
})  # fmt: skip
RIDGE = [Fraction(plot) for plot in ("11", "14.5", "9", "12")]
VALLEY = [Fraction(plot) for plot in ("22", "31", "27")]


def _near(calculation: Calculation, symbol: str, *index: str) -> float:
    return float(fraction_of(calculation, symbol, *index))


# --- fire ---------------------------------------------------------------------------------------------------------


def test_fire_in_site_preparation() -> None:
    """AR-TOOL08, equation (3): trees of one stratum, shrubs of both; 7 kg of other gases for 100 kg of CO2."""
    shrubs = Fraction("0.5") * Fraction("0.10") * 150
    carbon = 40 * (Fraction("0.5") * Fraction("6.4") + shrubs * Fraction("0.3")) + 25 * shrubs * Fraction("0.55")
    assert is_close(fraction_of(WORKED.case("AR-TOOL08", "three-kinds-of-fire"), "GHG_E", "2014"), oracle.smoke(carbon))


def test_harvest_residue_by_area_and_by_harvest() -> None:
    """Equations (4) and (5): a quarter is left in the tropics, a tenth elsewhere."""
    tropical = oracle.smoke(Fraction(150) / Fraction("1.25") * 80 * Fraction("0.25") * Fraction("0.5"))
    assert is_close(fraction_of(WORKED.case("AR-TOOL08", "three-kinds-of-fire"), "GHG_E", "2015"), tropical)
    temperate = oracle.smoke(Fraction(960) * Fraction("0.10") * Fraction("0.5"))
    assert is_close(fraction_of(WORKED.case("AR-TOOL08", "harvest-of-pines"), "GHG_E", "2021"), temperate)


def test_forest_fire() -> None:
    """Equations (6) to (8): trees by age, at the warming potentials of the year; dead matter by its stock a hectare."""
    warming = (25, 298)
    slope = oracle.burnt_trees(35 * 48 * Fraction("0.67"), "6.8", "0.20", warming)
    valley = oracle.burnt_trees(10 * 81 * Fraction("0.50"), "6.8", "0.20", warming)
    dead = (35 * Fraction("3.3") + 10 * Fraction("3.4")) * Fraction(7, 100)
    made = WORKED.case("AR-TOOL08", "three-kinds-of-fire")
    assert is_close(fraction_of(made, "GHG_E", "2016"), slope + valley + dead)


@pytest.mark.parametrize(("burnt", "counts"), [("29.999", False), ("30", True)])
def test_fires_count_from_a_twentieth_of_the_project(burnt: str, counts: bool) -> None:
    """Paragraph 3: 30 of 600 ha are 5 per cent."""
    inputs = WORKED.inputs("AR-TOOL08", "three-kinds-of-fire")
    inputs["values"]["A_BURN"]["slope,2017"] = burnt
    assert (fraction_of(WORKED.calculate("AR-TOOL08", inputs), "GHG_E", "2017") > 0) is counts


# --- dead wood and litter -------------------------------------------------------------------------------------------


def test_dead_wood_of_plots() -> None:
    """AR-TOOL12, equations (1) to (8): standing trees, stumps as cylinders, and lying wood by the line it crosses."""
    middle = 0.57 * 0.18 * (5.2 / 3.9) ** 0.8
    stumps = oracle.cylinder(0.22, 0.9) * 0.52 * 1.25 * 0.8, oracle.cylinder(middle, 5.2) * 0.47 * 1.3
    lying = oracle.lying_wood([(14, 0.5 * 0.45)], 100), oracle.lying_wood([(11.5, 0.5), (23, 0.61 * 0.8)], 110)
    hill = (0.31 * 0.975 + 0.12 * 0.8 + stumps[0] + 0.05 * sum(lying)) * 140 / 0.1
    plain = (0.45 * 0.8 + stumps[1]) * 60 / 0.04
    stock = (hill + plain) * 0.5 * 44 / 12
    made = WORKED.case("AR-TOOL12", "plots")
    assert _near(made, "C_DW") == pytest.approx(stock, rel=1e-12)
    assert _near(made, "ΔC_DW_year") == pytest.approx((stock - 310) / 4.5, rel=1e-12)


def test_litter_of_plots() -> None:
    """Equations (12) to (17): kilograms in four frames, brought to a hectare."""
    hill = [oracle.litter_of_hectare(wet, "0.55", "0.25") for wet in ("3.2", "2.6")]
    plain = oracle.litter_of_hectare("4.1", "0.48", "0.25")
    stock = (140 * oracle.mean(hill) + 60 * plain) * Fraction("0.37") * 44 / 12
    made = WORKED.case("AR-TOOL12", "plots")
    assert is_close(fraction_of(made, "C_LI"), stock)
    assert is_close(fraction_of(made, "ΔC_LI_year"), (stock - 900) / Fraction("4.5"))


def test_stump_of_exactly_four_metres_is_converted() -> None:
    """Its diameter is that at breast height (paragraph 25), so equation (4) applies."""
    made = WORKED.changed("AR-TOOL12", "plots", H_m={"s1": "0.9", "s2": "4"})
    assert _near(made, "D_MID", "s2") == pytest.approx(0.57 * 0.18 * (4 / 2.7) ** 0.8, rel=1e-12)


def test_default_shares_are_those_of_the_tool() -> None:
    """Data tables 5 and 6: dead wood 1 to 8 per cent of the trees, litter 1 to 4."""
    shares = {(row["quantity"], row["zone"]): Fraction(row["value"]) for row in table("dead_wood_and_litter")}
    wood = [value for (quantity, _), value in shares.items() if quantity == "DF_DW"]
    assert (min(wood), max(wood)) == (Fraction(1, 100), Fraction(8, 100))
    assert shares["DF_LI", "tropical_low_dry"] == shares["DF_LI", "temperate_boreal"] == Fraction(4, 100)


# --- soil -----------------------------------------------------------------------------------------------------------


def _soils(year: int) -> Fraction:
    field = oracle.soil_by_year("47", 47 * Fraction("0.48") * Fraction("0.92"), disturbed=True, before=0, years=24)
    pasture = oracle.soil_by_year("88", 88 * Fraction("0.70"), disturbed=False, before=1, years=24)
    fallow = oracle.soil_by_year("31", 31 * Fraction("0.93") * Fraction("1.09"), disturbed=False, before=2, years=24)
    at = year - 2012
    return (120 * field[at] + Fraction("75.5") * pasture[at] + 33 * fallow[at]) * 44 / 12


@pytest.mark.parametrize("year", range(2012, 2036))
def test_soil_year_by_year(year: int) -> None:
    """AR-TOOL16, equations (1) to (8): a loss in the year of planting, twenty years of rise, nothing after."""
    made = WORKED.case("AR-TOOL16", "fields-and-pasture")
    assert is_close(fraction_of(made, "ΔSOC_AL", str(year)), _soils(year))


def test_soil_never_ends_above_native_vegetation() -> None:
    """Summed over all years, no hectare holds more than under native vegetation."""
    made = WORKED.case("AR-TOOL16", "fields-and-pasture")
    for stratum, native in (("field", 47), ("pasture", 88), ("fallow", 31)):
        risen = sum(fraction_of(made, "dSOC", stratum, str(year)) for year in range(2012, 2036))
        assert fraction_of(made, "SOC_INITIAL", stratum) + risen <= native


def test_factors_of_soil_have_one_row_each_and_a_unit() -> None:
    rows = table("soil_carbon")
    assert len({(row["quantity"], row["kind"], row["climate"]) for row in rows}) == len(rows)
    assert [parse_unit(row["unit"]) for row in rows]
    assert all(row["source"] and row["evidence"] == "found" for row in rows)


def test_boreal_soil_needs_its_factors() -> None:
    """Table 3 has one boreal region, tables 4 and 5 a dry and a moist one: none is chosen for the user."""
    inputs = WORKED.inputs("AR-TOOL16", "part-year")
    del inputs["values"]["f_LU"]
    made = WORKED.calculate("AR-TOOL16", inputs)
    assert made.value("ΔSOC_AL", ("2021",)) is None
    assert "f_LU" in {fault.symbol for fault in made.faults}


# --- land elsewhere -------------------------------------------------------------------------------------------------


def test_land_that_receives_crops_and_cattle() -> None:
    """AR-TOOL15, equations (1) to (3): grazing leaves the soil as it is, a gain of soil carbon counts as nothing."""
    shrubs = oracle.cleared("0", "14") + 65 * (1 - Fraction("0.48"))
    first = 12 * shrubs + 40 * oracle.cleared("4.2", "0")
    second = Fraction("3.5") * shrubs + 6 * oracle.cleared("0", "1.5")
    made = WORKED.case("AR-TOOL15", "maize-and-cattle")
    assert is_close(fraction_of(made, "LK_AGRIC", "2015"), first * 44 / 12)
    assert is_close(fraction_of(made, "LK_AGRIC", "2016"), second * 44 / 12)


# --- plots measured again, double sampling, crown cover -------------------------------------------------------------


def _change(ridge: str, valley: str) -> tuple[Fraction, Fraction]:
    """Change of the stock, and its uncertainty; Student's t of five degrees of freedom is 2.015."""
    whole = Fraction(ridge) + Fraction(valley)
    mean = (Fraction(ridge) * oracle.mean(RIDGE) + Fraction(valley) * oracle.mean(VALLEY)) / whole
    error = oracle.standard_error([(ridge, oracle.variance(RIDGE), 4), (valley, oracle.variance(VALLEY), 3)])
    return oracle.carbon_dioxide(whole * mean), Fraction("2.015") * error / mean


def test_plots_measured_again() -> None:
    """AR-TOOL14, equations (3) to (8), (22) and (23)."""
    change, share = _change("80", "20")
    made = WORKED.case("AR-TOOL14", "measured-again")
    assert _near(made, "ΔC_TREE") == pytest.approx(float(change), rel=1e-20)
    assert _near(made, "u_ΔC") == pytest.approx(float(share), rel=1e-12)
    together = oracle.root((Fraction("0.08") * 6400) ** 2 + (share * change) ** 2) / (6400 + change)
    assert _near(made, "u_C") == pytest.approx(float(together), rel=1e-12)


@pytest.mark.parametrize(("code", "areas"), [("AR-ACM0003", ("80", "20")), ("AR-AMS0007", ("30", "25"))])
def test_removals_from_plots_measured_again(code: str, areas: tuple[str, str]) -> None:
    """The careful change over four and a half years; the first row holds half a year."""
    change, share = _change(*areas)
    yearly = change * (1 - oracle.kept_back(share) * share) / Fraction("4.5")
    made = WORKED.case(code, "plots-measured-again")
    assert _near(made, "ER", "2018") == pytest.approx(float(yearly), rel=1e-12)
    assert _near(made, "ER", "2017") == pytest.approx(float(yearly / 2), rel=1e-12)


def test_double_sampling() -> None:
    """Equations (18) and (19): what the second variable explains leaves the variance, but for the part sampled."""
    made = WORKED.case("AR-TOOL14", "double-sampling")
    assert fraction_of(made, "b", "mosaic") == 61 + Fraction("3.2") * Fraction("1.5")
    unexplained, explained = 400 * (1 - Fraction("0.64")), 400 * Fraction("0.64")
    assert fraction_of(made, "s2", "mosaic") == unexplained + explained / 4


def test_scattered_trees_of_the_baseline() -> None:
    """Equations (9), (10), (20) and (21): the share of forest that the crowns cover, with roots."""
    hectares = 60 * Fraction("0.04") + 340 * Fraction("0.01")
    made = WORKED.case("AR-TOOL14", "scattered-trees")
    assert is_close(fraction_of(made, "C_TREE"), oracle.carbon_dioxide(hectares * 150 * Fraction("1.25")))
    assert is_close(
        fraction_of(made, "ΔC_TREE_year"), oracle.carbon_dioxide(hectares * Fraction("5.2") * Fraction("1.25"))
    )


# --- all tools in one project ---------------------------------------------------------------------------------------

WOODS = {"pine": ("100", ("1.5", "4", "12.5", "24"), "0.04"), "teak": ("40", ("0", "2", "7", "15"), "0.01")}


def _by_the_tools() -> list[float]:
    grown = float(oracle.carbon_dioxide(Fraction("0.03") * 4 * Fraction("1.25") * 140))
    wood = 0.08 * 0.8 + oracle.cylinder(0.2, 0.5) * 0.5 * 1.25 * 0.45 + 0.1 * oracle.lying_wood([(12, 0.5)], 100)
    dead = (wood * 140 / 0.1 * 0.5 * 44 / 12 - 40) / 3
    soil = oracle.soil_by_year("47", 47 * Fraction("0.48") * Fraction("0.92"), disturbed=False, before=0, years=3)
    fire = oracle.smoke(25 * Fraction("0.5") * (2 + Fraction("0.10") * 120 * Fraction("0.1")))
    land = 12 * (oracle.cleared("0", "14") + 65 * (1 - Fraction("0.48"))) * 44 / 12
    others = [140 * change * 44 / 12 for change in soil]
    others[0] -= fire + land
    return [float(trees) + dead - grown for trees in oracle.removed(WOODS, others, 3)]


@pytest.mark.parametrize(("code", "area"), [("AR-ACM0003", 1.0), ("AR-AMS0007", 0.5)])
def test_every_pool_by_its_tool(code: str, area: float) -> None:
    """Trees, dead wood, litter, soil, fire, leakage and scattered trees of the baseline; half the area, half of all."""
    made = WORKED.case(code, "by-the-tools")
    for year, tonnes in zip(("2014", "2015", "2016"), _by_the_tools(), strict=True):
        assert _near(made, "ER", year) == pytest.approx(tonnes * area, rel=1e-12)


@pytest.mark.parametrize("code", ["AR-ACM0003", "AR-AMS0007"])
def test_trees_of_the_baseline_stop_growing_after_twenty_years(code: str) -> None:
    """AR-TOOL14, paragraph 25."""
    made = WORKED.changed(code, "by-the-tools", t_start="1995")
    assert fraction_of(made, "ΔC_BSL", "2014") > 0
    assert fraction_of(made, "ΔC_BSL", "2015") == 0
