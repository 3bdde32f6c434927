"""Networks, cogeneration that waste energy replaces, biomass by category and its leakage, against plain arithmetic."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.forms.methodologies import oracle_energy as oracle
from tests.forms.methodologies.worked_cases import WorkedCases, fraction_of, is_close

WORKED = WorkedCases({
    "AMS-II.A": "10.0", "ACM0012": "06.0", "AMS-III.Q": "06.1", "ACM0006": "16.0", "ACM0018": "05.0", "TOOL22": "04.0",
    "AMS-I.D": "18.0",
})  # fmt: skip
MILL_YEAR = "2022-07-01 to 2023-06-30"


# --- AMS-II.A -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("year", "part"), [("2019", Fraction(1, 4)), ("2020", Fraction(1))])
def test_feeders_and_transformers(year: str, part: Fraction) -> None:
    """Losses of the old network for the same delivery, less what the new one loses; three months are a quarter."""
    before = oracle.lost_on_the_way(201_600, "0.075") + oracle.lost_on_the_way(94_560, "0.026")
    after = (210_000 - 201_600) + (96_000 - 94_560)
    made = WORKED.case("AMS-II.A", "feeders")
    assert is_close(fraction_of(made, "BE", year), before * Fraction("0.62") * part)
    assert is_close(fraction_of(made, "PE", year), after * Fraction("0.62") * part)
    assert is_close(fraction_of(made, "ER", year), ((before - after) * Fraction("0.62") - 40) * part)


def test_pipes_of_district_heating() -> None:
    """Heat of two fuels by their shares."""
    before = oracle.lost_on_the_way(795_400, "0.06") + oracle.lost_on_the_way(279_000, "0.14")
    after = (820_000 - 795_400) + (300_000 - 279_000)
    saved = before - after
    fuel = oracle.fuel_emissions(saved * Fraction("0.7"), "0.92", "54.3")
    fuel += oracle.fuel_emissions(saved * Fraction("0.3"), "0.8", "89.5")
    assert is_close(fraction_of(WORKED.case("AMS-II.A", "district-heat"), "ER", "2021"), fuel)


@pytest.mark.parametrize(("more", "allowed"), [(1, True), (0, False)])
def test_60_gwh_are_the_limit(more: int, allowed: bool) -> None:
    """AMS-II.A: the line may save 60,000 MWh of the losses of the baseline, and no more."""
    sent = int(925_000 + oracle.lost_on_the_way(925_000, "0.0975") - 60_000) + more
    changed = WORKED.changed("AMS-II.A", "above-60-gwh", E_in={"line": str(sent)})
    assert changed.conditions["limit_60_gwh"] is allowed


@settings(max_examples=12)
@given(share=st.decimals("0.03", "0.5", places=3))
def test_a_worse_old_network_saves_more(share: object) -> None:
    """AMS-II.A: reductions rise with the losses of the baseline."""
    worse = WORKED.changed("AMS-II.A", "feeders", l_BL={"feeder": str(share), "transformers": "0.026"})
    better = WORKED.changed("AMS-II.A", "feeders", l_BL={"feeder": "0.02", "transformers": "0.026"})
    assert fraction_of(worse, "ER", "2020") > fraction_of(better, "ER", "2020")


def test_a_network_that_gives_more_than_it_gets_is_turned_down() -> None:
    changed = WORKED.changed("AMS-II.A", "feeders", E_in={"feeder": "201599", "transformers": "96000"})
    assert changed.conditions["out_below_in"] is False


# --- cogeneration in the baseline -----------------------------------------------------------------------------------


@pytest.mark.parametrize("code", ["ACM0012", "AMS-III.Q"])
def test_waste_heat_in_place_of_cogeneration(code: str) -> None:
    """Heat and electricity of each work over one efficiency; in the second year 181 of 200 TJ were there before."""
    made = WORKED.case(code, "cogeneration")
    first = oracle.cogeneration(7200, 36_000, "0.78", "96.1") + oracle.cogeneration(600, 12_600, "0.85", "74.1")
    second = oracle.cogeneration(7800, 33_000, "0.78", "96.1") + oracle.cogeneration(900, 15_000, "0.85", "74.1")
    assert is_close(fraction_of(made, "BE", "2021"), first / 3)
    assert is_close(fraction_of(made, "BE", "2022"), second * Fraction(181, 200))


@pytest.mark.parametrize("code", ["ACM0012", "AMS-III.Q"])
def test_one_efficiency_for_both_is_that_of_separate_plants_as_good(code: str) -> None:
    """The same efficiency for heat and electricity alone gives the same fuel as both together."""
    inputs = WORKED.inputs(code, "cogeneration")
    inputs["options"]["baseline_source"] = "separate"
    values = inputs["values"]
    values |= {
        "ws_grid": {"mill": "0", "dairy": "0"},
        "EF_captive": values["EF_cogen"],
        "eta_captive": values["eta_cogen"],
    }
    values |= {"EF_heat_fuel": values["EF_cogen"], "eta_EP": values["eta_cogen"], "EF_CM_published": "0.5"}
    inputs["options"] |= {"vintage": "ex_ante", "cm_method": "published"}
    separate = WORKED.calculate(code, inputs)
    assert is_close(fraction_of(separate, "BE", "2022"), fraction_of(WORKED.case(code, "cogeneration"), "BE", "2022"))


# --- biomass by category --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("symbol", ["BE_HG", "BE_EL", "BE_BR", "PE", "LE", "ER"])
def test_a_mill_told_by_category_gives_what_its_totals_give(symbol: str) -> None:
    """ACM0006: 2,400 t of bagasse at 12.5 GJ/t are the 30,000 GJ of the old boiler; trash is burnt in the open."""
    by_total, by_category = (WORKED.case("ACM0006", name) for name in ("sugar-mill", "sugar-mill-by-category"))
    assert fraction_of(by_category, symbol, MILL_YEAR) == fraction_of(by_total, symbol, MILL_YEAR)


def test_trash_of_the_fields_counts_as_burnt_in_the_open() -> None:
    """ACM0018: methane of 16,000 t beside that of the heap."""
    heap, both = (WORKED.case("ACM0018", name) for name in ("straw", "straw-and-trash-by-category"))
    for year in ("2021", "2022"):
        more = fraction_of(both, "ER", year) - fraction_of(heap, "ER", year)
        assert is_close(more, oracle.open_fires(16_000, 21))


@pytest.mark.parametrize("fate", ["B1", "B3"])
def test_decay_with_air_counts_as_fire(fate: str) -> None:
    inputs = WORKED.inputs("ACM0018", "straw-and-trash-by-category")
    inputs["values"]["fate"]["trash of the fields"] = fate
    assert fraction_of(WORKED.calculate("ACM0018", inputs), "BR_surplus", "2021") == 16_000


@pytest.mark.parametrize("fate", ["B4", "B5", "B6", "B7", "B8", "P"])
def test_what_would_have_been_used_makes_no_methane(fate: str) -> None:
    inputs = WORKED.inputs("ACM0018", "straw-and-trash-by-category")
    inputs["values"]["fate"]["trash of the fields"] = fate
    assert fraction_of(WORKED.calculate("ACM0018", inputs), "BR_surplus", "2021") == 0


@pytest.mark.parametrize(("tonnes", "allowed"), [("10400", True), ("10400.1", False)])
def test_no_more_is_burnt_in_the_baseline_than_the_project_burns(tonnes: str, allowed: bool) -> None:
    """ACM0006: the allocation of a category is at most its quantity."""
    inputs = WORKED.inputs("ACM0006", "sugar-mill-by-category")
    inputs["values"]["BR_alloc"]["bagasse of the mill,bagasse boiler"] = tonnes
    assert WORKED.calculate("ACM0006", inputs).conditions["category_used_once"] is allowed


# --- leakage of biomass in small projects ---------------------------------------------------------------------------


@pytest.mark.parametrize(("share", "percent"), [("0.0999", 0), ("0.1", 15), ("0.18", 15), ("0.5", 15)])
def test_displaced_activities(share: str, percent: int) -> None:
    """TOOL22, paragraph 15: 15 per cent of baseline less project emissions from a tenth on."""
    made = WORKED.changed("TOOL22", "maize-moved", displaced_production=share)
    assert is_close(fraction_of(made, "LE_shift", "2021"), Fraction((9000 - 400) * percent, 100))
    assert made.conditions["half_displaced"] is True


def test_more_than_half_displaced_is_turned_down() -> None:
    assert WORKED.changed("TOOL22", "maize-moved", displaced_households="0.501").conditions["half_displaced"] is False


@pytest.mark.parametrize(("available", "tonnes"), [("125000", 0), ("124999", 340)])
def test_surplus_of_a_quarter(available: str, tonnes: int) -> None:
    """TOOL22, paragraph 23."""
    changed = WORKED.changed("TOOL22", "husk-without-surplus", B_region=available)
    assert fraction_of(changed, "LE_biomass_ssc", "2021") == tonnes


def test_surplus_too_small_and_leakage_not_given_is_missing() -> None:
    inputs = WORKED.inputs("TOOL22", "husk-without-surplus")
    del inputs["values"]["LE_competing_given"]
    made = WORKED.calculate("TOOL22", inputs)
    assert made.value("LE_biomass_ssc", ("2021",)) is None


def test_energy_crop_of_a_small_power_plant() -> None:
    """AMS-I.D with TOOL22: leakage rests on baseline and project emissions of the methodology itself."""
    grown = oracle.fertilizer(60, 25, 265)
    left = 30_000 * Fraction("0.6") - grown
    made = WORKED.case("AMS-I.D", "energy-crop")
    assert is_close(fraction_of(made, "PE", "2021"), grown)
    assert is_close(fraction_of(made, "ER", "2021"), left * Fraction(85, 100))
