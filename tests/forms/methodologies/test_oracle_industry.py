"""Biomass, fuel switch and industry against arithmetic of their own, and what must hold for any amounts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forms.methodologies import examples, methodology
from tests.forms.methodologies import oracle_industry as oracle
from tests.forms.methodologies import oracle_tools
from tests.forms.methodologies.worked_cases import calculation_of, calculation_with, fraction_of, inputs_of, is_close

if TYPE_CHECKING:
    from forms.methodologies.calculation import Calculation

VERSIONS = {
    "ACM0003": ["08.0"], "ACM0005": ["07.1.0"], "ACM0006": ["16.0"], "ACM0008": ["08.0"], "ACM0009": ["05.0"],
    "ACM0012": ["06.0"], "ACM0013": ["05.0"], "ACM0018": ["05.0"], "ACM0019": ["04.0"], "AM0001": ["02"],
    "AM0009": ["07.0"], "AM0028": ["04"], "AM0029": ["03.0"], "AM0034": ["05.1.0"], "AMS-III.B": ["18.0"],
    "AMS-III.C": ["15.0"], "AMS-III.E": ["17.0", "01"], "AMS-III.Q": ["06.1"], "TOOL09": ["02.0"], "TOOL10": ["01"],
    "TOOL15": ["02.0"], "TOOL16": ["04.0"],
}  # fmt: skip


def _all_cases() -> Iterator[tuple[str, str, str]]:
    for code, versions in VERSIONS.items():
        for version in versions:
            for case in examples(code, version):
                yield code, version, str(case["id"])


CASES = {f"{code}-{version}-{name}": (code, version, name) for code, version, name in _all_cases()}


def _calculate(key: str, inputs: Mapping[str, object]) -> Calculation:
    code, version, _ = CASES[key]
    return calculation_with(code, version, inputs)


def _case(key: str) -> Calculation:
    return calculation_of(*CASES[key])


def _changed(key: str, **values: object) -> Calculation:
    inputs = inputs_of(*CASES[key])
    inputs["values"].update(values)
    return _calculate(key, inputs)


# --- biomass -------------------------------------------------------------------------------------


def test_plantation() -> None:
    """TOOL16: fertilizer, lime, urea, soil and machines each year, fire in the first; two kinds of lorries."""
    yearly = oracle.fertiliser("120", "300", "50", "80", "265") + 150 + 90
    fire = oracle.field_burning("200", "10", "1", "2.7", "0.07", ("21", "265"))
    carried = oracle.lorries([("18000", "90", "245"), ("42000", "60", "129")])
    prepared = oracle.product("60", "43.3", "0.0748")
    calculation = _case("TOOL16-04.0-plantation-and-lorries")
    assert is_close(fraction_of(calculation, "PE_BC", "2021"), yearly + fire)
    assert is_close(fraction_of(calculation, "PE_BC", "2022"), yearly)
    assert is_close(fraction_of(calculation, "PE_BT", "2022"), carried)
    assert is_close(fraction_of(calculation, "PE_FC_processing", "2022"), prepared)


@pytest.mark.parametrize(
    ("year", "counted"), [("2021", [("1500", "14.2")]), ("2022", [("1500", "14.2"), ("24000", "13.5")])]
)
def test_surplus_of_a_quarter_rules_leakage_out(year: str, counted: list[tuple[str, str]]) -> None:
    """TOOL16: at 25 % more than is used nothing counts, one tonne of use further all of it does."""
    calculation = _case("TOOL16-04.0-residues")
    assert is_close(fraction_of(calculation, "LE_BR_Div", year), oracle.diverted(counted, "0.0961"))


def test_wood_waste_kept_from_a_dump() -> None:
    """AMS-III.E: decay of two years' waste; fossil carbon, ash lorries, diesel and default power of the plant."""
    waste = {2021: Fraction(20000), 2022: Fraction(26000)}
    plant = oracle.CARBON_DIOXIDE * 30 + oracle.product("20", "43.3", "0.0748")
    plant += oracle.hauls("1200", "12", "80", "900") + oracle.product("150", "1.3", "1.2")
    calculation = _case("AMS-III.E-17.0-wood-waste-boiler")
    for year in (2021, 2022):
        carbon = oracle_tools.decayed_carbon(waste, "0.43", "0.035", year)
        site = oracle_tools.site_emissions(
            carbon, "21", methane="0.5", decomposing="0.5", anaerobic="0.8", captured="0", oxidised="0.1",
            correction="0.85",
        )  # fmt: skip
        assert is_close(fraction_of(calculation, "BE", str(year)), site)
        assert is_close(fraction_of(calculation, "ER", str(year)), site - plant)


def test_early_version_counts_all_methane_at_once() -> None:
    """AMS-III.E of 2004: 26,136 t of husk make 33,809.5 t, printed 33,810."""
    calculation = _case("AMS-III.E-01-angkor-rice-husk")
    exact = oracle.methane_at_once("26136", "0.30", "0.77", "0.5", "0.4", "21")
    assert is_close(fraction_of(calculation, "BE_CH4", "2005"), exact)
    assert round(exact) == 33810


def test_sugar_mill() -> None:
    """ACM0006: heat of the old boilers first, then coal and oil; power above the old turbine from the grid."""
    heat = 95000 - min(oracle.product("30000", "0.8"), Fraction(20000))
    fuel = oracle.fuel_for_heat(heat, [("0.75", "0.85", "0.0961"), ("0.25", "0.9", "0.0755")])
    power = oracle.electricity_at([("9000", "0.62"), ("7000", "0.62")])
    field = oracle.burnt_in_the_open(["18000"], "21")
    plant = oracle.product("1.37", "0.030", "400", "21") + oracle.product("30000", "0.004", "0.25", "0.8", "21")
    leaked = oracle.diverted([("1000", "15")], "0.0961")
    calculation = _case("ACM0006-16.0-sugar-mill")
    year = "2022-07-01 to 2023-06-30"
    assert is_close(fraction_of(calculation, "BE_HG", year), fuel)
    assert is_close(fraction_of(calculation, "BE_EL", year), power)
    assert is_close(fraction_of(calculation, "ER", year), fuel + power + field - plant - leaked)


@pytest.mark.parametrize("own", ["0.3", "0.62", "0.9"])
def test_power_that_either_could_have_made_counts_at_the_lower_factor(own: str) -> None:
    """ACM0006, equation (1): the third term takes the lower of grid and plant on site."""
    calculation = _changed("ACM0006-16.0-sugar-mill", EF_FF_EG=own)
    exact = oracle.electricity_at([("9000", "0.62"), ("7000", min(Fraction(own), Fraction("0.62")))])
    assert is_close(fraction_of(calculation, "BE_EL", "2023-07-01 to 2024-06-30"), exact)


def test_straw_power() -> None:
    """ACM0018: net power at the grid factor, methane of a heap less that of the boiler."""
    calculation = _case("ACM0018-05.0-straw")
    boiler = oracle.product("1.37", "0.030", "800", "21")
    assert is_close(fraction_of(calculation, "BE_EL", "2021"), oracle.electricity_at([("81000", "0.55")]))
    assert is_close(fraction_of(calculation, "PE", "2021"), boiler)
    assert fraction_of(calculation, "BE_BR", "2022") > fraction_of(calculation, "BE_BR", "2021") > 0


# --- fuel switch and waste energy ----------------------------------------------------------------


def test_two_boilers_go_over_to_gas() -> None:
    """ACM0009: the useful heat stays, so the old fuel follows from both efficiencies."""
    first, second = oracle.product("3200", "36"), oracle.product("1500", "36")
    before = oracle.fuel_switched(str(first), "0.92", "0.81", "0.0946")
    before += oracle.fuel_switched(str(second), "0.88", "0.84", "0.0755")
    now = (first + second) * Fraction("0.0583")
    chain = oracle.upstream_leakage([(str((first + second) / 1000), "6")], [("150", "4")])
    calculation = _case("ACM0009-05.0-two-boilers")
    assert is_close(fraction_of(calculation, "BE", "2021"), before)
    assert is_close(fraction_of(calculation, "ER", "2022"), before - now - chain)


def test_upstream_leakage_is_never_negative() -> None:
    """TOOL15: coal that had more upstream emissions than the gas leaves none, not a credit."""
    calculation = _case("TOOL15-02.0-gas-for-coal")
    assert is_close(
        fraction_of(calculation, "LE_US", "2021"), oracle.upstream_leakage([("800", "5.5")], [("700", "4.1")])
    )
    assert fraction_of(calculation, "LE_US_PJ", "2022") < fraction_of(calculation, "LE_US_BL", "2022")
    assert fraction_of(calculation, "LE_US", "2022") == 0


def test_oil_boiler_with_history() -> None:
    """AMS-III.B: all fuel of three years over all heat, times the heat of the project."""
    factor = oracle.specific_emissions(
        [("1200", "42", "0.0755"), ("1350", "42", "0.0755"), ("1280", "42", "0.0755")], ["44000", "49500", "46800"]
    )
    calculation = _case("AMS-III.B-18.0-oil-to-gas")
    assert is_close(fraction_of(calculation, "BE", "2021"), factor * 43000)
    assert is_close(fraction_of(calculation, "ER", "2021"), factor * 43000 - oracle.product("1000", "48", "0.0583"))


@pytest.mark.parametrize("code", ["ACM0012-06.0", "AMS-III.Q-06.1"])
@pytest.mark.parametrize(("year", "now"), [("2021", "600000"), ("2022", "470000")])
def test_waste_gas_counts_up_to_that_of_before(code: str, year: str, now: str) -> None:
    """ACM0012, AMS-III.Q: a quarter of the power from the grid, the rest from coal with 36 %; capped at one."""
    mixed = Fraction("0.25") * Fraction("0.7") + Fraction("0.75") * oracle.captive_power("0.0946", "0.36")
    power = oracle.electricity_at([("30000", mixed), ("12000", "0.7")])
    exact = oracle.part_of_before(Fraction(480000), now) * power
    assert is_close(fraction_of(_case(f"{code}-coke-oven-gas"), "BE", year), exact)


@pytest.mark.parametrize(("year", "part"), [("2021", 2), ("2022", 1)])
def test_waste_heat_with_other_fuel(year: str, part: int) -> None:
    """ACM0012: the history of a whole year is set against a half year by halves, so the cap stays the same."""
    shared = oracle.part_of_before(oracle.product("100000", "1.5"), "200000") * Fraction("0.8")
    exact = shared * oracle.fuel_for_heat("80000", [("1", "0.9", "0.0755")])
    exact += shared * oracle.product("20000", "0.0946") / oracle.product("0.75", "0.8")
    exact += oracle.fuel_for_heat("3000", [("1", "0.85", "0.0561")])
    assert is_close(fraction_of(_case("ACM0012-06.0-waste-heat"), "BE", year), exact / part)


# --- power plants --------------------------------------------------------------------------------


def test_combined_cycle() -> None:
    """AM0029: the lowest of build margin, combined margin and coal plant; methane of the chains, net."""
    lowest = min(Fraction("0.68"), (Fraction("0.9") + Fraction("0.68")) / 2, oracle.captive_power("0.0946", "0.41"))
    gas = oracle.product("620000", "36")
    chain = oracle.gas_upstream(str(gas / 1000), "0.296", oracle.product("3500000", "0.0001"), "25")
    calculation = _case("AM0029-03.0-ccgt")
    assert is_close(fraction_of(calculation, "BE", "2013"), 3500000 * lowest)
    assert is_close(fraction_of(calculation, "LE", "2013"), chain)
    assert is_close(fraction_of(calculation, "ER", "2013"), 3500000 * lowest - gas * Fraction("0.0583") - chain)


def test_supercritical_plant() -> None:
    """ACM0013: the usual technology or the mean of the best plants, whichever is lower."""
    best = (oracle.product("47000000", "0.0946") + oracle.product("30000000", "0.095")) / 8550000
    lowest = min(best, oracle.captive_power("0.0946", "0.41"))
    calculation = _case("ACM0013-05.0-supercritical")
    assert is_close(fraction_of(calculation, "BE", "2012"), 6000000 * lowest)
    assert is_close(fraction_of(calculation, "PE", "2012"), oracle.product("2150000", "23.5", "0.0946"))


# --- cement --------------------------------------------------------------------------------------


def test_alternative_fuels_in_a_kiln() -> None:
    """ACM0003: energy of husk and tyres less the penalty for moisture, at the lowest of three factors."""
    energy = oracle.product("30000", "17") + oracle.product("8000", "28")
    displaced = energy - 1000000 * (Fraction("3.55") - Fraction("3.4"))
    history = (oracle.product("4000000", "0.0946") + oracle.product("1000000", "0.0975")) / 5000000
    baseline = displaced * min(history, Fraction("0.096"), Fraction("0.0961"))
    baseline += oracle.burnt_in_the_open(["30000"], "21", caution="1")
    project = oracle.product("8000", "28", "0.065") + 700
    assert is_close(fraction_of(_case("ACM0003-08.0-husk-and-tyres"), "ER", "2021"), baseline - project)


def test_fly_ash_in_cement() -> None:
    """ACM0005: clinker by oxides, fuel and power; the benchmark, the blend, and a tenth taken from others."""
    clinker = oracle.calcination(
        (("0.65", "800000"), ("0.02", "800000")), (("0.01", "1250000"), ("0.004", "1250000")), "800000"
    )
    clinker += (oracle.product("2700000", "0.0946") + oracle.product("64000", "0.8")) / 800000
    grinding = oracle.product("50000", "0.8")
    baseline = min(clinker, Fraction("0.83")) * oracle.product("0.78", "1000000") + oracle.product("0.042", "1000000")
    project = clinker * oracle.product("0.68", "1000000") + grinding
    carried = oracle.product("0.02", "100000")
    exact = (baseline - project) * Fraction("0.9") - carried
    assert is_close(fraction_of(_case("ACM0005-07.1.0-fly-ash"), "ER", "2021"), exact)


# --- gas of mines and oil fields -----------------------------------------------------------------


@pytest.mark.parametrize(("year", "part"), [("2021", 2), ("2022", 1)])
def test_mine_gas(year: str, part: int) -> None:
    """ACM0008: what burns with its higher hydrocarbons, what slips, and what was used before."""
    burnt, slip = oracle.burnt_gas([("6000", "0.995"), ("1500", "0.9")], "0.03", "21")
    before, _ = oracle.burnt_gas([("400", "0.995")], "0.03", "21")
    baseline = before + 7100 * 21 + oracle.electricity_at([("28000", "0.75")]) - 200
    calculation = _case("ACM0008-08.0-engines-and-flare")
    assert is_close(fraction_of(calculation, "PE_MD", year), burnt / part)
    assert is_close(fraction_of(calculation, "ER", year), (baseline - burnt - slip) / part)


def test_associated_gas() -> None:
    """AM0009: energy of the gas times the factor of methane, less what the compressors burn."""
    exact = oracle.product("250000", "41.5", "0.0549") - oracle.product("4000", "48", "0.0583")
    assert is_close(fraction_of(_case("AM0009-07.0-associated-gas"), "ER", "2021"), exact)


# --- industrial gases ----------------------------------------------------------------------------


@pytest.mark.parametrize(("year", "made"), [("2006", "9800"), ("2007", "11000")])
def test_trifluoromethane_counts_up_to_the_cap(year: str, made: str) -> None:
    """AM0001: 310 t are burnt, but only the historical ratio of the historical production counts."""
    counted = oracle.creditable_trifluoromethane("310", made, "10500", "0.0295")
    emitted = oracle.product("0.02", "11700") + oracle.product("150", "2.7") + oracle.product("310", Fraction(44, 70))
    exact = counted * 11700 - emitted - oracle.product("900", "0.8")
    calculation = _case("AM0001-02-cap-binding")
    assert is_close(fraction_of(calculation, "Q_counted", year), counted)
    assert is_close(fraction_of(calculation, "ER", year), exact)


def test_ratio_above_three_percent_does_not_count() -> None:
    """AM0001: a plant with 3.5 % is credited for 3 %."""
    counted = oracle.creditable_trifluoromethane("310", "9800", "10500", "0.035")
    assert counted == 294
    assert fraction_of(_case("AM0001-02-rule"), "Q_counted", "2006") == counted


def test_campaigns_of_nitric_acid() -> None:
    """AM0034: each campaign counts with its own factor or the mean so far, up to the capacity, in its year."""
    before = oracle.campaign_nitrous_oxide("90000", "1900", "4500") / 90000 * Fraction("0.95")
    measured = [oracle.campaign_nitrous_oxide("90000", found, "4400") / 88000 for found in ("300", "240", "420")]
    first, second, third = oracle.factors_of_campaigns(measured)
    calculation = _case("AM0034-05.1.0-three-campaigns")
    assert second > measured[1]
    assert is_close(fraction_of(calculation, "ER", "2013"), (before - first) * 88000 * 298)
    later = (before - second) * 88000 + (before - third) * 85000
    assert is_close(fraction_of(calculation, "ER", "2014"), later * 298)


def test_eleventh_campaign_stays_above_the_lowest_of_ten() -> None:
    """AM0034: a very good eleventh campaign does not count as such."""
    found = ["300", "290", "280", "270", "260", "250", "240", "230", "220", "210", "100"]
    measured = [oracle.campaign_nitrous_oxide("90000", one, "4400") / 88000 for one in found]
    calculation = _case("AM0034-05.1.0-eleventh-campaign")
    assert is_close(fraction_of(calculation, "EF_min", "11"), min(measured[:10]))
    assert is_close(fraction_of(calculation, "EF_P", "11"), oracle.factors_of_campaigns(measured)[10])


def test_tail_gas() -> None:
    """AM0028: production above the capacity counts up to it; ammonia, burnt and unburnt gas are subtracted."""
    baseline = oracle.product("7", "280000", "310") / 1000
    project = oracle.product("90", "310") + oracle.product("400", "2.14")
    project += 600 * (oracle.product("0.74", "0.95") * oracle.CARBON_DIOXIDE + oracle.product("0.98", "0.05", "21"))
    assert is_close(fraction_of(_case("AM0028-04-tail-gas"), "ER", "2010"), baseline - project)


@pytest.mark.parametrize(("year", "kilograms"), [("2021", "3.1"), ("2022", "2.9")])
def test_benchmark_of_nitric_acid(year: str, kilograms: str) -> None:
    """ACM0019: production up to the capacity times the benchmark of the year, kilograms a tonne."""
    exact = oracle.product("110000", kilograms, "265") / 1000 - 60 * 265
    assert is_close(fraction_of(_case("ACM0019-04.0-benchmark"), "ER", year), exact)


# --- vehicles, efficiency, lifetime --------------------------------------------------------------


@pytest.mark.parametrize(("year", "older"), [("2021", 1), ("2022", 2)])
def test_electric_rickshaws(year: str, older: int) -> None:
    """AMS-III.C: the baseline vehicle gets better by 1 % a year."""
    metre = oracle.vehicle_kilometre("22", "42.5", "0.0675", "0.99", older) / 1_000_000
    power = oracle.product(oracle.made_for_charging("0.03", "0.2"), "0.6") / 1000
    assert is_close(fraction_of(_case("AMS-III.C-15.0-rickshaws"), "ER", year), 30_000_000 * (metre - power))


def test_scooters_by_the_electricity_charged() -> None:
    """AMS-III.C: the electricity charged over that of a kilometre stands for the distance."""
    kilometres = oracle.product("600", 1000) / oracle.number("0.025")
    before = kilometres * oracle.vehicle_kilometre("18", "43", "0.0693", "0.99", 1) / 1_000_000
    now = oracle.product(oracle.made_for_charging("600", "0.15"), "0.5")
    assert is_close(fraction_of(_case("AMS-III.C-15.0-charged-scooters"), "ER", "2022"), before - now)


def test_best_year_of_a_boiler() -> None:
    """TOOL09: the highest yearly efficiency, not the mean."""
    exact = oracle.best_year([("81000", "100000"), ("83500", "101000"), ("79000", "98000")])
    assert is_close(fraction_of(_case("TOOL09-02.0-history"), "eta_BL", "2021"), exact)


@pytest.mark.parametrize(("year", "counts"), [("2028", 1), ("2029", 0)])
def test_boiler_counts_until_the_end_of_its_life(year: str, counts: int) -> None:
    """TOOL10: 25 years from the middle of 2003 end in the middle of 2028."""
    assert fraction_of(_case("TOOL10-01-boiler-and-engine"), "counts", "boiler", year) == counts


# --- what must hold for any amounts --------------------------------------------------------------

# Amounts of a year in proportion give results in proportion. Left out: caps that stand against a fixed history
# (ACM0012, AMS-III.Q), campaigns (AM0034) and tools without results.
PROPORTIONAL = [
    key for key, (code, _, _) in CASES.items() if code not in ("ACM0012", "AMS-III.Q", "AM0034") and "TOOL" not in code
]
# Without any amount a year there is nothing to divide by here.
DIVIDED = ("ACM0005", "AM0028")


def _times(value: object, factor: Fraction) -> object:
    if isinstance(value, Mapping):
        return {at: _times(one, factor) for at, one in value.items()}
    exact = Fraction(str(value)) * factor
    return format(Decimal(exact.numerator) / Decimal(exact.denominator), "f")


def _scaled(key: str, factor: Fraction) -> Calculation:
    code, version, _ = CASES[key]
    known, inputs = methodology(code, version), inputs_of(*CASES[key])
    for symbol, value in inputs["values"].items():
        parameter = known.parameter(symbol)
        if parameter is not None and parameter.annual:
            inputs["values"][symbol] = _times(value, factor)
    return _calculate(key, inputs)


@given(st.sampled_from(PROPORTIONAL), st.integers(1, 4000))
@settings(max_examples=80, deadline=None)
def test_amounts_in_proportion_give_results_in_proportion(key: str, thousandths: int) -> None:
    """Every amount of a year times a factor: baseline, project and leakage times that factor."""
    factor = Fraction(thousandths, 1000)
    before, after = _case(key), _scaled(key, factor)
    for old, new in zip(before.periods, after.periods, strict=True):
        for symbol in ("baseline", "project", "leakage"):
            tonnes, scaled = getattr(old, symbol), getattr(new, symbol)
            assert is_close(Fraction(scaled), Fraction(tonnes) * factor), f"{key}: {symbol}"


@pytest.mark.parametrize("key", [key for key in PROPORTIONAL if CASES[key][0] not in DIVIDED])
def test_no_activity_no_emissions(key: str) -> None:
    """All amounts of a year zero: no baseline, no project emissions, no leakage."""
    total = _scaled(key, Fraction(0)).total
    assert {total.baseline, total.project, total.leakage, total.reductions} == {Decimal(0)}


@pytest.mark.parametrize("key", CASES)
def test_order_of_rows_does_not_matter(key: str) -> None:
    """Rows given the other way round give the same results."""
    code, version, _ = CASES[key]
    inputs = inputs_of(*CASES[key])
    inputs["sets"] = {name: list(reversed(members)) for name, members in inputs.get("sets", {}).items()}
    after = _calculate(key, inputs)
    wanted = methodology(code, version).results.symbols or {"eta_BL", "RL_min", "LE_US", "PE_BM", "LE_BR_Div"}
    for symbol in wanted & _case(key).values.keys():
        for index, value in _case(key).values[symbol].items():
            assert is_close(Fraction(after.values[symbol][index]), Fraction(value))


@pytest.mark.parametrize("key", CASES)
def test_reductions_are_baseline_less_project_and_leakage(key: str) -> None:
    """The total is the difference in every period."""
    for row in _case(key).periods:
        if row.reductions is not None:
            parts = (row.baseline, row.project, row.leakage)
            baseline, project, leakage = (Fraction(part) for part in parts if part is not None)
            assert is_close(Fraction(row.reductions), baseline - project - leakage)


@given(st.integers(0, 10**6), st.integers(1, 10**6))
@settings(max_examples=40, deadline=None)
def test_cap_on_waste_energy_never_adds(before: int, now: int) -> None:
    """ACM0012: more waste energy than before is cut in proportion, less is not made up for."""
    calculation = _changed(
        "ACM0012-06.0-coke-oven-gas",
        Q_WCM_hist={"2017": str(before), "2018": str(before), "2019": str(before)},
        Q_WCM=str(now),
    )
    assert is_close(fraction_of(calculation, "f_cap", "2021"), oracle.part_of_before(Fraction(before), str(now)))


@given(st.lists(st.integers(1, 3000), min_size=3, max_size=3))
@settings(max_examples=30, deadline=None)
def test_campaign_never_counts_below_its_own_factor(found: list[int]) -> None:
    """AM0034: the factor that counts is the higher of campaign and mean, whatever is measured."""
    measured = [oracle.campaign_nitrous_oxide("90000", str(one), "4400") / 88000 for one in found]
    calculation = _changed("AM0034-05.1.0-three-campaigns", NCSG=dict(zip("123", map(str, found), strict=True)))
    for campaign, exact in zip("123", oracle.factors_of_campaigns(measured), strict=True):
        assert is_close(fraction_of(calculation, "EF_P", campaign), exact)
