"""Household, captive and efficient energy against arithmetic of its own, and what must hold for any amounts."""

from __future__ import annotations

import math
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forms.methodologies import methodology
from forms.quantities import parse_unit
from forms.tables import table
from tests.forms.methodologies import oracle_energy as oracle
from tests.forms.methodologies.oracle_tools import root
from tests.forms.methodologies.worked_cases import WorkedCases, fraction_of, is_close

if TYPE_CHECKING:
    from forms.methodologies.calculation import Calculation

VERSIONS = {
    "AMS-I.A": "17.0", "AMS-I.B": "12.0", "AMS-I.C": "21.0", "AMS-I.E": "10.0", "AMS-I.F": "03.0", "AMS-II.B": "09.0",
    "AMS-II.C": "15.0", "AMS-II.D": "13.0", "AMS-II.G": "11.1", "AMS-II.J": "07.0", "TOOL30": "03.0",
}  # fmt: skip
WORKED = WorkedCases(VERSIONS)
DIESEL = ("43.3", "74.8")


def _gives(calculation: Calculation, year: str, **exact: Fraction | int) -> None:
    """Each result of a year is what was worked out; the reductions are worked out from them."""
    for symbol, value in exact.items():
        assert is_close(fraction_of(calculation, symbol, year), Fraction(value)), symbol
    left = Fraction(exact["BE"]) - exact.get("PE", 0) - exact.get("LE", 0)
    assert is_close(fraction_of(calculation, "ER", year), left)


# --- AMS-I.C: heat -------------------------------------------------------------------------------


def test_units_of_registered_projects() -> None:
    """Kuyasa and Aceh: units times tonnes for a unit; the registry cuts the first to 6,580."""
    assert math.floor(fraction_of(WORKED.case("AMS-I.C", "kuyasa"), "ER", "2006")) == 6580
    assert fraction_of(WORKED.case("AMS-I.C", "kuyasa"), "ER", "2006") == 2309 * Fraction("2.85")
    assert fraction_of(WORKED.case("AMS-I.C", "aceh"), "ER", "2007") == 3500


def test_husk_boiler() -> None:
    """Heat of two users, grid power, coal and fans; four months are a third of the year."""
    calculation = WORKED.case("AMS-I.C", "husk-boiler")
    heat = oracle.fuel_emissions(96400, "0.88", "89.5") + oracle.fuel_emissions(41700, 1, "75.5")
    coal = oracle.burnt(36, "26.7", "99.7")
    for year, grid, part in (("2019", "0.71", Fraction(1, 3)), ("2020", "0.69", Fraction(1))):
        project = 120 + coal + oracle.grid_consumption(310, grid)
        _gives(calculation, year, BE=(heat + 5200 * Fraction(grid)) * part, PE=project * part, LE=0)


def test_cogeneration_in_place_of_coal() -> None:
    """Heat and electricity together over one efficiency."""
    together = 310_000 + 28_000 * oracle.GJ_OF_MWH
    baseline = oracle.fuel_emissions(together, "0.75", "89.5")
    _gives(WORKED.case("AMS-I.C", "cogeneration"), "2020", BE=baseline, PE=975, LE=425)


def test_added_boiler() -> None:
    """Heat above the history; in the second year only for the half before the old plant would have gone."""
    power = 4000 * oracle.electricity_factor("0.38", "72.6")
    heat = oracle.fuel_emissions(60_000, "0.9", "72.6")
    gases = 44 + Fraction("0.02") * 1430
    calculation = WORKED.case("AMS-I.C", "added-boiler")
    _gives(calculation, "2020", BE=power + heat, PE=gases)
    _gives(calculation, "2021", BE=power + heat / 2, PE=gases)


def test_water_heaters() -> None:
    """Working heaters times the heat of one, by fuel."""
    working = Fraction("0.92")
    gas = oracle.fuel_emissions(4200 * working * Fraction("7.4"), "0.8", "61.6")
    kerosene = oracle.fuel_emissions(1500 * working * Fraction("6.9"), "0.7", "70.8")
    _gives(WORKED.case("AMS-I.C", "water-heaters"), "2020", BE=gas + kerosene)


# --- TOOL30, AMS-II.G, AMS-I.E: wood ---------------------------------------------------------------


def test_fraction_of_a_district() -> None:
    """What is used beyond what grows where wood can be taken, over what is used; nothing where more grows."""
    land = [("1.9", 88000, 31000), ("7.2", 6500, 0), ("0.6", 151000, 12500)]
    exact = oracle.nonrenewable_fraction([412000, 38500, 126000], land)
    assert is_close(fraction_of(WORKED.case("TOOL30", "district"), "f_NRB"), exact)
    more_grows = oracle.nonrenewable_fraction([1000], [(2, 900, 0)])
    assert fraction_of(WORKED.case("TOOL30", "more-grows"), "f_NRB") == more_grows == 0


def test_ten_thousand_stoves() -> None:
    """The golden test of another engine: 2.0 and 1.2 kg a day, 15 MJ/kg, 0.068 kg/MJ, 90 % non-renewable."""
    days = oracle.device_days(10_000, 1, 365)
    before, after = (oracle.wood_emissions(days * Fraction(kg), 15, 68, "0.9") for kg in ("2.0", "1.2"))
    assert (before, after) == (Fraction("6701.4"), Fraction("4020.84"))
    _gives(WORKED.case("AMS-II.G", "ten-thousand"), "2020", BE=before, PE=after, LE=0)


def test_two_batches_of_stoves() -> None:
    """Efficiencies by year, the second batch from September, part of the cooking still on three stones."""
    fraction = oracle.nonrenewable_fraction([51000, 24000], [("2.1", 21000, 6000)])
    batches: dict[str, list[tuple[oracle.Number, ...]]] = {
        "2020": [(3200, "0.96", 365, "3.4", "0.1", "0.3"), (1850, 1, 122, "3.1", "0.12", "0.33")],
        "2021": [(3200, "0.91", 365, "3.4", "0.1", "0.291"), (1850, "0.95", 365, "3.1", "0.12", "0.32")],
    }
    for year, share in (("2020", "0.85"), ("2021", "0.8")):
        before = after = Fraction(0)
        for devices, working, days, old, eta_old, eta_new in batches[year]:
            wood = oracle.kilograms(oracle.device_days(devices, working, days, share), old) * Fraction("0.95")
            before += wood
            after += wood * Fraction(eta_old) / Fraction(eta_new)
        baseline, project = (oracle.wood_emissions(wood, "15.6", "63.7", fraction) for wood in (before, after))
        _gives(WORKED.case("AMS-II.G", "two-batches"), year, BE=baseline, PE=project)


def test_stoves_by_persons() -> None:
    """Half a year, wood of 5.2 persons, 0.5 of 1.2 kg in the cooking test; CH4 and N2O of all the wood."""
    wood = oracle.kilograms(oracle.device_days(900, "0.9", Fraction(365, 2)), Fraction("5.2") / 2) * Fraction("0.95")
    baseline = oracle.wood_emissions(wood, "15.6", 112, "0.3", "7.36")
    _gives(WORKED.case("AMS-II.G", "by-persons"), "2021", BE=baseline, PE=baseline * Fraction(5, 12))


def test_stoves_by_thermal_output() -> None:
    """Savings are the wood used times the ratio of efficiencies less one."""
    wood = oracle.kilograms(oracle.device_days(5000, "0.93", 365), "1.1") * Fraction("0.95")
    saved = wood * (Fraction("0.34") / Fraction("0.15") - 1)
    reductions = oracle.wood_emissions(saved, "15.6", "63.7", "0.42")
    assert is_close(fraction_of(WORKED.case("AMS-II.G", "thermal-output"), "ER", "2020"), reductions)


def test_biogas_stoves() -> None:
    """AMS-I.E: wood and the wood behind charcoal; three months are a quarter of the year."""
    for year, share, homes, part in (
        ("2019", "0.9", (2100, 400), Fraction(1, 4)),
        ("2020", "0.88", (2050, 395), Fraction(1)),
    ):
        tonnes = (homes[0] * Fraction("2.9") + homes[1] * Fraction("0.55") * 6) * Fraction(share) * part
        exact = oracle.wood_emissions(tonnes * 950, "15.6", "63.7", "0.61")
        _gives(WORKED.case("AMS-I.E", "biogas-stoves"), year, BE=exact)


def test_electric_cookers() -> None:
    """AMS-I.E: persons, TOOL30, emission factors of wood, power of the grid and surveyed leakage."""
    fraction = oracle.nonrenewable_fraction([64000, 8000], [("1.4", 18000, 2500), (6, 900, 0)])
    wood = 1800 * Fraction("0.7") * Fraction("4.6") * 400
    baseline = oracle.wood_emissions(wood, "15.6", 112, fraction, "7.36")
    project = oracle.grid_consumption(640, "0.38")
    _gives(WORKED.case("AMS-I.E", "electric-cookers"), "2020", BE=baseline, PE=project, LE=35)


def test_ethanol_stoves() -> None:
    """AMS-I.E: ten times the heat, which is the energy of the wood, whatever its calorific value."""
    energy = Fraction("31.2") / Fraction("0.1")
    baseline = energy * Fraction("0.5") * Fraction("63.7") * Fraction("0.95")
    _gives(WORKED.case("AMS-I.E", "ethanol"), "2020", BE=baseline, PE=210 + oracle.burnt(8, *DIESEL), LE=52)
    richer = WORKED.changed("AMS-I.E", "ethanol", NCV_wood="0.019")
    assert is_close(fraction_of(richer, "BE", "2020"), baseline)


# --- AMS-I.A, AMS-I.B, AMS-I.F: power of one's own ---------------------------------------------------


def test_home_systems() -> None:
    """AMS-I.A: users times their consumption at 0.8 t/MWh; three months are a quarter of the year."""
    calculation = WORKED.case("AMS-I.A", "home-systems")
    for year, users, part in (("2019", (6100, 1500), Fraction(1, 4)), ("2020", (6900, 1720), Fraction(1))):
        kwh = users[0] * 28 + users[1] * 70
        _gives(calculation, year, BE=kwh * Fraction(8, 10) / 1000 * part)


def test_village_hydro() -> None:
    """AMS-I.A: output with losses of a diesel network, a reservoir of 7.5 W/m2, some diesel."""
    baseline = oracle.delivered(3100, "0.2")
    _gives(WORKED.case("AMS-I.A", "village-hydro"), "2020", BE=baseline, PE=297 + oracle.burnt("1.5", *DIESEL))


def test_lamps_and_kerosene() -> None:
    """AMS-I.A: lamps by watts and hours; fuel by its history."""
    lamps = oracle.lamp_energy(5000 * 3, 7, "3.5", 365) * Fraction("0.8")
    _gives(WORKED.case("AMS-I.A", "lamps"), "2020", BE=lamps, LE=4)
    fuel = oracle.burnt(210, "42.4", "70.8") + oracle.burnt(95, "41.4", "72.6")
    _gives(WORKED.case("AMS-I.A", "kerosene"), "2020", BE=fuel)


def test_water_mills() -> None:
    """AMS-I.B: kilowatt-hours of the machines and electricity, each at the factor of its diesel set."""
    calculation = WORKED.case("AMS-I.B", "water-mills")
    for year, machines, part in (("2019", (90, 20), Fraction(1, 3)), ("2020", (104, 22), Fraction(1))):
        long_shaft = (machines[0] * 3 * 1900 + 40_000) * Fraction("2.4")
        peltric = (machines[1] * Fraction("1.2") * 2500 + 15_000) * Fraction("1.4")
        _gives(calculation, year, BE=(long_shaft + peltric) / 1000 * part)


def test_solar_pumps() -> None:
    """AMS-I.B: kilograms of diesel in an hour."""
    tonnes = 500 * 1100 * Fraction("0.95") / 1000
    exact = oracle.burnt(tonnes, "41.4", "72.6")
    _gives(WORKED.case("AMS-I.B", "solar-pumps"), "2020", BE=exact, PE=oracle.burnt(4, *DIESEL), LE=30)


def test_roof_of_a_factory() -> None:
    """AMS-I.F: of grid and diesel set the lower factor counts, whichever it is."""
    captive = oracle.electricity_factor("0.39", "72.6")
    assert captive < Fraction("0.733")
    calculation = WORKED.case("AMS-I.F", "rooftop")
    _gives(calculation, "2021", BE=4100 * captive)
    _gives(calculation, "2020", BE=4100 * captive / 2)
    cleaner = WORKED.changed("AMS-I.F", "rooftop", EF_CM_published="0.5")
    assert fraction_of(cleaner, "BE", "2021") == 2050


def test_mini_grids() -> None:
    """AMS-I.F: the default of diesel, and the mix with a reservoir of 6.5 W/m2."""
    project = oracle.burnt("2.5", *DIESEL)
    _gives(WORKED.case("AMS-I.F", "island-diesel"), "2020", BE=2600 * Fraction("0.8"), PE=project, LE=9)
    for year, mix in (("2020", "0.91"), ("2021", "0.88")):
        _gives(WORKED.case("AMS-I.F", "mini-grid-hydro"), year, BE=9200 * Fraction(mix), PE=9500 * Fraction("0.09"))


def test_retrofitted_mine() -> None:
    """AMS-I.F: what exceeds the mean and the deviation of the history."""
    history = [11000, 12400, 10800, 11900, 11400]
    above = 15500 - Fraction(sum(history), 5) - root(oracle.sample_deviation_squared(history))
    _gives(WORKED.case("AMS-I.F", "captive-retrofit"), "2020", BE=above * oracle.electricity_factor("0.4", "75.5"))


# --- AMS-II.B, AMS-II.C, AMS-II.D, AMS-II.J: efficiency ----------------------------------------------


def test_boiler_house() -> None:
    """AMS-II.B: fuel of the history for a unit of output; three months are a quarter of the year."""
    fuel_1, fuel_2 = Fraction(1240, 240_000) * 82_000, Fraction(485, 90_000) * 31_000
    baseline = fuel_1 * Fraction("89.5") + fuel_2 * Fraction("75.5")
    project = oracle.burnt(13200, "25.8", "94.6") + oracle.burnt(3150, "40.4", "77.4")
    calculation = WORKED.case("AMS-II.B", "boiler-house")
    _gives(calculation, "2020", BE=baseline, PE=project, LE=80)
    _gives(calculation, "2019", BE=baseline / 4, PE=project / 4, LE=20)


def test_turbine() -> None:
    """AMS-II.B: the fuel of the old efficiency against the fuel burnt."""
    baseline = 150_000 * oracle.electricity_factor("0.33", "54.3")
    _gives(WORKED.case("AMS-II.B", "turbine"), "2020", BE=baseline, PE=oracle.burnt(27500, 48, "58.3"))


@pytest.mark.parametrize(("site", "reductions"), [("site-a", "14.3"), ("site-b", "6.5")])
def test_sites_of_another_package(site: str, reductions: str) -> None:
    """AMS-II.C: the golden results of a published R package, exactly."""
    assert fraction_of(WORKED.case("AMS-II.C", site), "ER", "2020") == Fraction(reductions)


def test_refrigerators() -> None:
    """AMS-II.C: pieces, watts and hours, refrigerants, and old pieces resold; two months are a sixth of the year."""
    calculation = WORKED.case("AMS-II.C", "refrigerators")
    for year, pieces, grid, part in (
        ("2019", (4000, 1200), "0.71", Fraction(1, 6)),
        ("2020", (3900, 1180), "0.69", Fraction(1)),
    ):
        before, after = (
            oracle.delivered(Fraction(pieces[0] * small * 4300 + pieces[1] * large * 4600, 10**6), "0.1")
            for small, large in ((95, 160), (48, 85))
        )
        baseline = before * Fraction(grid) + Fraction("0.02") * 1430
        project = after * Fraction(grid) + Fraction("0.01") * 3
        _gives(calculation, year, BE=baseline * part, PE=project * part, LE=18 * part)


def test_pumps() -> None:
    """AMS-II.C: electricity for a tonne of water."""
    before, after = (oracle.delivered(Fraction(9_200_000, 1000) * Fraction(se), "0.12") for se in ("0.61", "0.42"))
    _gives(WORKED.case("AMS-II.C", "pumps"), "2020", BE=before * Fraction("0.55"), PE=after * Fraction("0.55"))


def test_two_lines() -> None:
    """AMS-II.D: specific consumption, one line capped at its history; five months."""
    outputs = [50000, 48200, 49900]
    gas = Fraction(61000 + 58500 + 60200, sum(outputs)) * min(Fraction(52000), Fraction(sum(outputs), 3))
    power = Fraction(12100 + 11800 + 12400, sum(outputs)) * 47000
    baseline = gas * Fraction("0.202") + oracle.delivered(power, "0.1") * Fraction("0.71")
    project = 41000 * Fraction("0.202") + oracle.delivered(9800, "0.1") * Fraction("0.71")
    calculation = WORKED.case("AMS-II.D", "two-lines")
    _gives(calculation, "2020", BE=baseline, PE=project)
    _gives(calculation, "2019", BE=baseline * 5 / 12, PE=project * 5 / 12)


def test_chillers_and_boiler() -> None:
    """AMS-II.D: constant load with refrigerants; a model with a switch of fuel and its upstream emissions."""
    before, after = oracle.delivered(Fraction(66, 100) * 5200, "0.08"), oracle.delivered(2100, "0.08")
    baseline = before * Fraction("0.62") + Fraction("0.12") * 1430
    project = after * Fraction("0.62") + Fraction("0.05") * 675
    _gives(WORKED.case("AMS-II.D", "chillers"), "2020", BE=baseline, PE=project, LE=60)
    switched = WORKED.case("AMS-II.D", "boiler-switch")
    _gives(switched, "2020", BE=37200 * Fraction("0.2718"), PE=30500 * Fraction("0.202"), LE=310)


def test_two_kinds_of_lamps() -> None:
    """AMS-II.J: working lamps, net of free riders, with losses of the network; nine months are three quarters."""
    calculation = WORKED.case("AMS-II.J", "two-lamps")
    for year, out, part in (("2019", ("0.02", "0.03"), Fraction(3, 4)), ("2020", ("0.06", "0.08"), Fraction(1))):
        working = [420_000 * (1 - Fraction(out[0])), 90_000 * (1 - Fraction(out[1]))]
        before, after = (
            oracle.delivered(
                sum(oracle.lamp_energy(lamps, watt, "3.5", 365) for lamps, watt in zip(working, watts, strict=True))
                * Fraction("0.95"),
                "0.1",
            )
            * part
            for watts in ((60, 100), (11, 20))
        )
        assert is_close(fraction_of(calculation, "NES", year), before - after)
        _gives(calculation, year, BE=before * Fraction("0.79"), PE=after * Fraction("0.79"))


def test_lamps_at_the_end_of_their_life() -> None:
    """AMS-II.J: half are out at the rated life, and none counts from then on."""
    calculation = WORKED.case("AMS-II.J", "rated-life")
    for year, years, losses, grid in (
        ("2019", "0.5", "0.12", "0.5"),
        ("2020", "1.5", "0.11", "0.48"),
        ("2021", "2.5", "0.11", "0.47"),
    ):
        out = oracle.lamps_out(Fraction(years) * Fraction("1496.5"), 3000, "0.5")
        saved = oracle.lamp_energy(100_000 * (1 - out), 51, "4.1", 365) * Fraction("0.95")
        assert is_close(fraction_of(calculation, "LFR", "LED", year), out)
        assert is_close(fraction_of(calculation, "ER", year), oracle.delivered(saved, losses) * Fraction(grid))


# --- what must hold for any amounts ------------------------------------------------------------------

_ACTIVITY = [
    ("AMS-I.A", "home-systems", ("N",), ("BE", "ER")),
    ("AMS-I.B", "water-mills", ("O", "EG"), ("BE", "ER")),
    ("AMS-I.C", "husk-boiler", ("HG", "EG_grid", "FC", "EC", "PE_biomass"), ("BE", "PE", "ER")),
    ("AMS-I.C", "water-heaters", ("N",), ("BE", "ER")),
    ("AMS-I.E", "electric-cookers", ("N", "EC", "LE_survey"), ("BE", "PE", "LE", "ER")),
    ("AMS-I.F", "rooftop", ("EG_facility",), ("BE", "ER")),
    ("AMS-II.B", "boiler-house", ("G", "FC_PJ", "LE_transfer"), ("BE", "PE", "LE", "ER")),
    ("AMS-II.C", "refrigerators", ("n", "Q_ref_BL", "Q_ref_PJ", "LE_old"), ("BE", "PE", "LE", "ER")),
    ("AMS-II.D", "chillers", ("n_BL", "E_PJ", "Q_ref_BL", "Q_ref_PJ", "LE_transfer"), ("BE", "PE", "LE", "ER")),
    ("AMS-II.G", "two-batches", ("N_0",), ("BE", "PE", "ER", "ES")),
    ("AMS-II.J", "two-lamps", ("N",), ("NES", "BE", "PE", "ER")),
]


@pytest.mark.parametrize(("code", "name", "symbols", "results"), _ACTIVITY)
@settings(max_examples=4)
@given(factor=st.decimals("0.01", "1", places=2))
def test_results_grow_with_the_activity(
    code: str, name: str, symbols: tuple[str, ...], results: tuple[str, ...], factor: Decimal
) -> None:
    """Twice the heat, the stoves or the lamps, twice the tonnes."""
    before, after = WORKED.case(code, name), WORKED.scaled(code, name, symbols, factor)
    for result in results:
        for index, value in before.values[result].items():
            assert is_close(fraction_of(after, result, *index), Fraction(value) * Fraction(factor))


@pytest.mark.parametrize(("code", "name", "symbols", "results"), _ACTIVITY)
def test_nothing_comes_of_nothing(code: str, name: str, symbols: tuple[str, ...], results: tuple[str, ...]) -> None:
    """No activity, no emissions, and no fault."""
    calculation = WORKED.scaled(code, name, symbols, Decimal(0))
    assert not [fault for fault in calculation.faults if fault.severity == "error"]
    for result in results:
        assert all(value == 0 for value in calculation.values[result].values())


_ROWS = [
    ("AMS-I.A", "kerosene", "k"), ("AMS-I.B", "water-mills", "k"), ("AMS-I.C", "husk-boiler", "k"),
    ("AMS-I.E", "biogas-stoves", "k"), ("AMS-I.F", "captive-retrofit", "q"), ("AMS-II.B", "boiler-house", "i"),
    ("AMS-II.C", "refrigerators", "k"), ("AMS-II.D", "two-lines", "k"), ("AMS-II.G", "two-batches", "k"),
    ("AMS-II.J", "two-lamps", "k"), ("TOOL30", "district", "a"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "name", "rows"), _ROWS)
def test_order_of_rows_does_not_matter(code: str, name: str, rows: str) -> None:
    """The same rows the other way round give the same tonnes."""
    inputs = WORKED.inputs(code, name)
    inputs["sets"][rows] = inputs["sets"][rows][::-1]
    before, after = WORKED.case(code, name), WORKED.calculate(code, inputs)
    for symbol in ("BE", "PE", "ER") if code != "TOOL30" else ("f_NRB",):
        for index, value in before.values[symbol].items():
            assert is_close(fraction_of(after, symbol, *index), Fraction(value))


@pytest.mark.parametrize(
    ("code", "name", "symbol", "amount", "unit", "result"),
    [
        ("AMS-I.C", "husk-boiler", "HG", {"mill": "96400", "dryer": "41700"}, "GJ", "BE"),
        ("AMS-I.A", "home-systems", "EC", {"20 Wp": "28", "50 Wp": "70"}, "kWh/household", "BE"),
        ("AMS-II.C", "refrigerators", "rho_BL", {"small": "0.095", "large": "0.16"}, "kW", "BE"),
        ("AMS-II.G", "two-batches", "B_old_survey", {"2019": "3400", "2020": "3100"}, "kg/(device*yr)", "ER"),
    ],
)
def test_other_units_give_the_same(
    code: str, name: str, symbol: str, amount: Mapping[str, str], unit: str, result: str
) -> None:
    """Amounts in another unit, converted to the unit of the parameter, give the same tonnes."""
    declared = next(entry for entry in methodology(code, VERSIONS[code]).parameters if entry.symbol == symbol)
    scale = Fraction(parse_unit(unit).factor) / Fraction(declared.unit.factor)
    cells = {at: format(Decimal((Fraction(value) * scale).numerator) / (Fraction(value) * scale).denominator, "f")
             for at, value in amount.items()}  # fmt: skip
    after = WORKED.changed(code, name, **{symbol: cells})
    for index, value in WORKED.case(code, name).values[result].items():
        assert is_close(fraction_of(after, result, *index), Fraction(value))


@settings(max_examples=8)
@given(grown=st.integers(0, 60_000))
def test_more_growth_means_a_smaller_fraction(grown: int) -> None:
    """TOOL30: the fraction falls with the area, and stays between nothing and all."""
    fewer, more = (
        fraction_of(WORKED.changed("TOOL30", "more-grows", F_area={"forest": str(area)}), "f_NRB")
        for area in (grown, grown + 1)
    )
    assert 0 <= more <= fewer <= 1


@settings(max_examples=8)
@given(eta=st.decimals("0.26", "0.6", places=2))
def test_better_stoves_save_more(eta: Decimal) -> None:
    """AMS-II.G: savings rise with the efficiency of the stove and never reach all of the wood."""

    def reductions(value: Decimal) -> Fraction:
        calculation = WORKED.changed("AMS-II.G", "two-batches", eta_new={
            f"{batch},{year}": str(value) for batch in ("2019", "2020") for year in ("2020", "2021")})  # fmt: skip
        assert fraction_of(calculation, "ER", "2021") < fraction_of(calculation, "BE", "2021")
        return fraction_of(calculation, "ER", "2021")

    assert reductions(eta) < reductions(eta + Decimal("0.01"))


def test_only_carbon_dioxide_takes_the_fraction() -> None:
    """AMS-II.G: with nothing non-renewable, CH4 and N2O of the wood are all that is left."""
    renewable = WORKED.changed("AMS-II.G", "by-persons", f_NRB="0")
    wood = oracle.kilograms(oracle.device_days(900, "0.9", Fraction(365, 2)), Fraction("5.2") / 2) * Fraction("0.95")
    assert is_close(fraction_of(renewable, "BE", "2021"), oracle.wood_emissions(wood, "15.6", 112, 0, "7.36"))


def test_leakage_factor_or_survey() -> None:
    """AMS-II.G: in the kitchen test the factor of 0.95 takes a twentieth of the old use, or of the savings."""
    inputs = WORKED.inputs("AMS-II.G", "ten-thousand")
    inputs["options"]["leakage"] = "factor"
    with_factor = WORKED.calculate("AMS-II.G", inputs)
    assert is_close(fraction_of(with_factor, "BE", "2020"), Fraction("6701.4") * Fraction("0.95"))
    assert fraction_of(with_factor, "PE", "2020") == Fraction("4020.84")
    inputs["options"]["leakage"] = "factor_savings"
    on_savings = WORKED.calculate("AMS-II.G", inputs)
    assert is_close(fraction_of(on_savings, "ER", "2020"), Fraction("2680.56") * Fraction("0.95"))
    assert fraction_of(with_factor, "ER", "2020") < fraction_of(on_savings, "ER", "2020")


def test_missing_factor_is_not_zero() -> None:
    """AMS-II.G: without the factor of the fossil fuel nothing is calculated, and it is named."""
    inputs = WORKED.inputs("AMS-II.G", "ten-thousand")
    del inputs["values"]["EF_projected"]
    calculation = WORKED.calculate("AMS-II.G", inputs)
    assert [missing.symbol for missing in calculation.missing] == ["EF_projected"]
    assert calculation.total.reductions is None


@pytest.mark.parametrize(("code", "limit"), [("AMS-I.C", "Cap_th"), ("AMS-I.E", "Cap_th")])
def test_limit_of_45_mw_is_allowed(code: str, limit: str) -> None:
    """45 MW are within the limit, a kilowatt more is not."""
    name = {"AMS-I.C": "water-heaters", "AMS-I.E": "ethanol"}[code]
    assert WORKED.changed(code, name, **{limit: "45"}).conditions["limit_45_mw"] is True
    assert WORKED.changed(code, name, **{limit: "45.001"}).conditions["limit_45_mw"] is False


def test_fuel_counts_a_third_of_the_limit() -> None:
    """AMS-II.D: 180 GWh of fuel saved are allowed, as 60 GWh of electricity are."""
    for carrier, saved in (("electricity", 60_000), ("fuel", 180_000)):
        for more, allowed in ((0, True), (1, False)):
            changed = WORKED.changed("AMS-II.D", "above-60-gwh", carrier={"smelter": carrier},
                E_model={"smelter": str(300_000)}, E_PJ={"smelter": str(300_000 - saved - more)})  # fmt: skip
            assert changed.conditions["limit_60_gwh"] is allowed


def test_defaults_of_the_methodologies_are_in_the_table() -> None:
    """The defaults that the data name lie in the table of household energy, and it says what was not read."""
    rows = table("household_defaults")
    values = {(row["quantity"], row["kind"], row["load"]): Decimal(row["value"]) for row in rows}
    assert values["diesel_engine", "above 200 kW", "100 %"] == Decimal("0.8")
    assert min(value for key, value in values.items() if key[0] == "diesel_engine") == Decimal("0.8")
    assert values["NCV", "wood", ""] == Decimal("15.6")
    assert all(row["evidence"] in ("found", "partial", "unverified") and row["source"] for row in rows)
    assert all(row["evidence"] != "found" for row in rows if row["source"].startswith("TOOL33"))
    assert [parse_unit(row["unit"]) for row in rows]
