"""The tools against arithmetic that shares nothing with the engine, and against what must hold for any amounts."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forms.methodologies import methodology
from forms.tables import table
from tests.forms.methodologies import oracle_tools as oracle
from tests.forms.methodologies.worked_cases import WorkedCases, fraction_of, is_close

VERSIONS = {
    "TOOL03": "03.0", "TOOL04": "06.0.1", "TOOL05": "03.0", "TOOL06": "04.0", "TOOL08": "01.0", "TOOL14": "03.0",
}  # fmt: skip
WORKED = WorkedCases(VERSIONS)


# --- against plain arithmetic --------------------------------------------------------------------


def test_three_fuels() -> None:
    """TOOL03: coal and gas by their carbon, diesel by its heat; four months are a third of the year."""
    year = (
        oracle.fuel_by_carbon("900", "0.62")
        + oracle.fuel_by_heat("36", "36.372", "0.0748")
        + oracle.fuel_by_carbon("50000", "0.735", "0.000717")
    )
    calculation = WORKED.case("TOOL03", "three-fuels")
    assert is_close(fraction_of(calculation, "PE_FC", "2021"), year)
    assert is_close(fraction_of(calculation, "PE_FC", "2020"), year / 3)


def test_electricity_of_all_scenarios() -> None:
    """TOOL05: default of the grid, the worse of grid and captive plant, rated capacity, default of captive power."""
    captive = oracle.captive_factor(
        [("180", "43.0", "0.0741"), ("60", "43.0", "0.0741"), ("150", "40.4", "0.0774")], ["720", "890"]
    )
    calculation = WORKED.case("TOOL05", "scenarios")
    for year, grid, part in (("2020", "0.61", Fraction(1, 3)), ("2021", "0.58", Fraction(1))):
        pumps = Fraction(600) * Fraction("1.3") * Fraction("1.2")
        mill = 900 * max(captive, Fraction(grid)) * Fraction("1.2")
        project = pumps + mill + Fraction(11400) / 4
        baseline = 1200 * min(captive, Fraction(grid)) * Fraction("1.2")
        assert is_close(fraction_of(calculation, "PE_EC", year), project * part)
        assert is_close(fraction_of(calculation, "BE_EC", year), baseline * part)
        assert is_close(fraction_of(calculation, "LE_EC", year), 90 * Fraction("1.3") * part)


def test_electricity_of_a_cogeneration_plant() -> None:
    """TOOL05: three earlier years, the fuel for heat taken off at the efficiency of a boiler."""
    gas = [(amount, heat, "0.0543") for amount, heat in (("1100", "46.5"), ("1180", "46.5"), ("1010", "47.1"))]
    diesel = [(amount, "41.4", "0.0726") for amount in ("40", "25", "60")]
    factor = oracle.captive_factor_with_heat([*gas, *diesel], ["5200", "5450", "4900"], ["9000", "9800", "8700"], "0.6")
    assert is_close(fraction_of(WORKED.case("TOOL05", "history-with-heat"), "BE_EC", "2021"), 5000 * factor)


def test_smaller_side_gets_the_smaller_default() -> None:
    """TOOL05: with more consumption in the baseline than in the project, 3 % and the low default hold for both."""
    inputs = WORKED.inputs("TOOL05", "odemis-digester")
    inputs["values"]["grid_option"] = {"digester": "A2", "exported power": "A2"}
    assert fraction_of(WORKED.calculate("TOOL05", inputs), "EF_EL", "digester", "2021") == Fraction("0.25")
    inputs["options"] = {"hydro": "below_half"}
    assert fraction_of(WORKED.calculate("TOOL05", inputs), "EF_EL", "digester", "2021") == Fraction("0.4")
    inputs["values"]["EC"] = {"digester": "3792", "exported power": "3000"}
    calculation = WORKED.calculate("TOOL05", inputs)
    for source in ("digester", "exported power"):
        assert fraction_of(calculation, "EF_EL", source, "2021") == Fraction("1.3")
        assert fraction_of(calculation, "TDL", source, "2021") == Fraction("0.2")


def test_rated_capacity_is_not_for_the_baseline() -> None:
    """TOOL05: option B4 turns a baseline source down."""
    inputs = WORKED.inputs("TOOL05", "scenarios")
    inputs["values"]["role"]["camp"] = "baseline"
    assert WORKED.calculate("TOOL05", inputs).conditions["alternatives_allowed"] is False


_GROWING = dict(zip(range(2021, 2028), (268434, 269936, 271400, 273015, 274399, 276027, 277422), strict=True))
_MIXED = (
    ("0.5112", "0.15", "0.185"),
    ("0.0732", "0.40", "0.06"),
    ("0.2468", "0.24", "0.06"),
    ("0.0168", "0.20", "0.10"),
)
_USUAL = {"decomposing": "0.5", "methane": "0.5", "oxidised": "0.1"}


@pytest.mark.parametrize("year", _GROWING)
def test_landfill_with_growing_amounts(year: int) -> None:
    """TOOL04: stocks of four kinds of waste that are drawn down year by year."""
    carbon = Fraction(0)
    for part, content, rate in _MIXED:
        amounts = {disposed: amount * Fraction(part) for disposed, amount in _GROWING.items()}
        carbon += oracle.decayed_carbon(amounts, content, rate, year)
    exact = oracle.site_emissions(carbon, "28", anaerobic="1", captured="0", correction="0.85", **_USUAL)
    assert is_close(fraction_of(WORKED.case("TOOL04", "odemis-seven-years"), "BE_CH4_SWDS", str(year)), exact)


@pytest.mark.parametrize(
    ("year", "uncertainties", "anaerobic", "captured"),
    [
        (2021, ("0.02", "0.05", "0.05", "0", "0", "0.05"), Fraction(5, 6), "0"),
        (2022, ("0.10", "0.10", "0.15", "0.05", "0.50", "0.20"), Fraction(3, 4), "0.15"),
    ],
)
def test_own_correction_factor(year: int, uncertainties: tuple[str, ...], anaerobic: Fraction, captured: str) -> None:
    """TOOL04: uncertainties of table 2, a water table, and a measured methane potential."""
    correction = oracle.correction_factor(uncertainties)
    calculation = WORKED.case("TOOL04", "correction-factor-range")
    assert is_close(fraction_of(calculation, "phi", str(year)), correction)
    carbon = oracle.decayed_carbon({2021: Fraction(80000), 2022: Fraction(65000)}, "0.20", "0.065", year)
    decomposing = Fraction("0.7") * Fraction(3, 4) * Fraction("0.09") / (Fraction("0.5") * Fraction("0.20"))
    exact = oracle.site_emissions(
        carbon, "21", anaerobic=anaerobic, captured=captured, correction=correction,
        decomposing=decomposing, methane="0.5", oxidised="0.1",
    )  # fmt: skip
    assert is_close(fraction_of(calculation, "BE_CH4_SWDS", str(year)), exact)


@pytest.mark.parametrize(("year", "gwp"), [(2011, "21"), (2012, "21"), (2013, "25")])
def test_old_landfill(year: int, gwp: str) -> None:
    """TOOL04, application A: what is left of the years 2004 to 2008."""
    kinds = (
        ((21000, 23500, 24800, 26000), Fraction("0.15"), "0.06"),
        ((0, 1500, 1800, 0), Fraction("0.09") * 28 / 35, "0.06"),
        ((4200, 4300, 4400, 5100), Fraction("0.43"), "0.02"),
        ((300, 280, 310, 0), Fraction("0.33"), "0.02"),
    )
    carbon = Fraction(0)
    for tonnes, content, rate in kinds:
        amounts = dict(zip((2004, 2005, 2006, 2008), map(Fraction, tonnes), strict=True))
        carbon += oracle.decayed_carbon(amounts, content, rate, year)
    exact = oracle.site_emissions(carbon, gwp, anaerobic="0.8", captured="0.05", correction="0.75", **_USUAL)
    assert is_close(fraction_of(WORKED.case("TOOL04", "old-landfill"), "BE_CH4_SWDS", str(year)), exact)


@pytest.mark.parametrize(("year", "parts"), [("2020", 3), ("2021", 1)])
def test_flare_measured_in_each_minute(year: str, parts: int) -> None:
    """TOOL06: a balance of atoms gives the exhaust gas; ten points are taken off for the low flare."""
    full = {"CH4": "0.5", "CO2": "0.38", "O2": "0.01", "N2": "0.11"}
    part = {"CH4": "0.44", "N2": "0.56"}
    lost = oracle.exhaust_methane("1800000", full, "0.11", "120") + oracle.exhaust_methane(
        "300000", part, "0.14", "480"
    )
    lit, unlit = Fraction(738000, parts), Fraction(2400, parts)
    exact = oracle.flare_emissions(lit, lost / parts + lit / 10, str(unlit), "25")
    assert is_close(fraction_of(WORKED.case("TOOL06", "landfill-gas"), "PE_flare", year), exact)


def test_gas_constant_is_that_of_pascals() -> None:
    """TOOL06: methane has 0.716 kg/m3 as the tool prints, not a million times as much."""
    density = oracle.amount_of_gas("1", "101325", "273.15", "8314.472") * Fraction("16.04")
    assert round(float(density), 3) == 0.716
    assert is_close(fraction_of(WORKED.case("TOOL06", "methane-density"), "rho_RG", "all minutes", "2021"), density)


def test_methane_in_wet_and_saturated_gas() -> None:
    """TOOL08, option C: the vapour takes its part of the pressure."""
    year = oracle.saturated_gas("2400000", "0.52", "313.15", "99000", "7384", 16) + oracle.saturated_gas(
        "1800000", "0.47", "293.15", "100500", "2339", 16
    )
    calculation = WORKED.case("TOOL08", "wet-volume-saturated")
    assert is_close(fraction_of(calculation, "F_i", "2021"), year)
    assert is_close(fraction_of(calculation, "F_i", "2020"), year / 3)


def test_gas_in_a_wet_mass() -> None:
    """TOOL08, options G and H: kilomoles of the dry and of the wet stream."""
    dry = oracle.gas_in_wet_mass("9500000", "0.0021", "31000", {44: "0.0021", 32: "0.029", 28: "0.9689"}, 44)
    assert is_close(fraction_of(WORKED.case("TOOL08", "wet-mass-measured"), "F_i", "2021"), dry)
    wet = oracle.gas_in_mass("420000", "0.11", {44: "0.11", 18: "0.12", 28: "0.77"}, 44)
    assert is_close(fraction_of(WORKED.case("TOOL08", "wet-mass-wet-fraction"), "F_i", "2021"), wet)


def test_dry_stream_is_the_same_by_volume_and_by_mass() -> None:
    """TOOL08, options A and E: the mass of a volume holds the same gas as the volume."""
    values = {"v_db": {"t": "0.5"}, "T_t": {"t": "310"}, "P_t": {"t": "103000"}}
    composition = {"CH4,t": "0.5", "CO2,t": "0.5"}
    density = oracle.amount_of_gas("1", "103000", "310", "8314") * 30
    mass = {"t": str(Decimal(density.numerator) / Decimal(density.denominator))}
    common = {"sets": {"t": ["t"]}, "crediting_period": {"start": "2021-01-01", "end": "2021-12-31"}}
    volume = WORKED.calculate(
        "TOOL08", {**common, "options": {"option": "A"}, "values": {**values, "V_db_measured": {"t": "1"}}}
    )
    weighed = WORKED.calculate(
        "TOOL08",
        {**common, "options": {"option": "E"}, "values": {**values, "M_db_measured": mass, "fv": composition}},
    )
    by_volume, by_mass = (fraction_of(one, "F_i", "2021") for one in (volume, weighed))
    assert abs(by_volume - by_mass) < Fraction("1e-24")


def test_digesters_by_default() -> None:
    """TOOL14: methane, electricity, leaks and digestate of the small digester."""
    methane = Fraction(250000) * Fraction("0.6") * Fraction("0.00067")
    calculation = WORKED.case("TOOL14", "small-digester")
    for year, parts, gwp in (("2020", 3, 25), ("2021", 1, 21)):
        produced = methane / parts
        project = produced * (Fraction("1.54") * Fraction("1.3") + Fraction("0.05") * gwp)
        assert is_close(fraction_of(calculation, "PE_AD", year), project)
        assert is_close(fraction_of(calculation, "LE_AD", year), produced * (Fraction("0.15") + Fraction("0.35")) * gwp)


def test_digester_of_wastewater() -> None:
    """TOOL14: leaks and diesel; liquid digestate by its COD, and compost."""
    calculation = WORKED.case("TOOL14", "wastewater-digester")
    project = 820 * Fraction("0.1") * 21 + oracle.fuel_by_heat("14", "43.3", "0.0748")
    leakage = 45000 * Fraction("0.0042") * Fraction("0.25") * Fraction("0.2") * 21 + Fraction("118.4")
    assert is_close(fraction_of(calculation, "PE_AD", "2021"), project)
    assert is_close(fraction_of(calculation, "LE_AD", "2021"), leakage)


# --- for any amounts -----------------------------------------------------------------------------

# What is counted, and what follows from it; every result is proportional to all of these together.
_ACTIVITY = [
    ("TOOL03", "three-fuels", ("FC", "FC_V"), "PE_FC"),
    ("TOOL04", "odemis-seven-years", ("W",), "BE_CH4_SWDS"),
    ("TOOL04", "old-landfill", ("W_hist",), "BE_CH4_SWDS"),
    ("TOOL05", "scenarios", ("EC", "P_PCP"), "PE_EC"),
    ("TOOL06", "hereko-low-height", ("F_lit", "F_unlit"), "PE_flare"),
    ("TOOL06", "landfill-gas", ("V_RG", "F_RG", "F_unlit"), "PE_flare"),
    ("TOOL08", "wet-volume-saturated", ("V_wb",), "F_i"),
    ("TOOL14", "small-digester", ("Q_biogas",), "PE_AD"),
]


@pytest.mark.parametrize(("code", "name", "symbols", "result"), _ACTIVITY)
@settings(max_examples=6)
@given(factor=st.decimals("0.01", "1000", places=2))
def test_results_grow_with_the_activity(
    code: str, name: str, symbols: tuple[str, ...], result: str, factor: Decimal
) -> None:
    """Twice the activity, twice the tonnes: nothing is rounded, capped or added on the way."""
    before, after = WORKED.case(code, name), WORKED.scaled(code, name, symbols, factor)
    for index, value in before.values[result].items():
        assert is_close(fraction_of(after, result, *index), Fraction(value) * Fraction(factor))


@pytest.mark.parametrize(("code", "name", "symbols", "result"), [row for row in _ACTIVITY if row[1] != "landfill-gas"])
def test_nothing_comes_of_nothing(code: str, name: str, symbols: tuple[str, ...], result: str) -> None:
    """No activity, no emissions, and no fault."""
    calculation = WORKED.scaled(code, name, symbols, Decimal(0))
    assert not calculation.faults
    assert all(not value for value in calculation.values[result].values())


def test_no_gas_has_no_measured_efficiency() -> None:
    """TOOL06: an efficiency measured on no gas at all is a fault in words, not a number."""
    calculation = WORKED.scaled("TOOL06", "landfill-gas", ("V_RG", "F_RG", "F_unlit"), Decimal(0))
    assert "PE_flare" not in calculation.values
    assert any("divide by zero" in fault.message for fault in calculation.faults)


def test_steady_waste_gives_ever_more_methane_up_to_a_limit() -> None:
    """TOOL04: with the same waste every year the methane rises, and never beyond all the carbon of a year."""
    calculation = WORKED.case("TOOL04", "soc-son-seven-years")
    rows = list(calculation.values["BE_CH4_SWDS"].values())
    assert rows == sorted(set(rows))
    assert all(value < Decimal(1460000) * Decimal("0.09249") * Decimal("7.14") for value in rows)


def test_carbon_is_never_made() -> None:
    """TOOL04: over a century a single load gives up its carbon, and no more."""
    inputs = WORKED.inputs("TOOL04", "odemis-seven-years")
    inputs["crediting_period"] = {"start": "2001-01-01", "end": "2099-12-31"}
    inputs["values"]["W"] = {str(year): "1000" if year == 2001 else "0" for year in range(2001, 2100)}
    inputs["values"]["p"] = {kind: "1" if kind == "food" else "0" for kind in inputs["sets"]["j"]}
    decayed = sum(map(Fraction, WORKED.calculate("TOOL04", inputs).values["DDOC"].values()), Fraction(0))
    assert Fraction(149) < decayed < Fraction(150)


def test_fractions_beyond_the_whole_are_turned_down() -> None:
    """TOOL04: types of waste that add up to more than all of it."""
    inputs = WORKED.inputs("TOOL04", "odemis-seven-years")
    inputs["values"]["p"]["food"] = "0.6"
    assert WORKED.calculate("TOOL04", inputs).conditions["fractions"] is False


# --- defaults against their tables ---------------------------------------------------------------

_CLIMATES = ("temperate_dry", "temperate_wet", "tropical_dry", "tropical_wet")


@pytest.mark.parametrize("row", table("swds_defaults"), ids=lambda row: "-".join(filter(None, list(row.values())[:3])))
def test_defaults_of_disposal_sites_are_those_of_the_table(row: Mapping[str, str]) -> None:
    """TOOL04: what the parameters hold is what the table with its sources says."""
    quantity, kind, climate = row["quantity"], row["kind"], row["climate"]
    symbol = {"MCF": "MCF_default", "DOC_f": "DOC_f_default"}.get(quantity) or (
        quantity if kind == "any" else f"{quantity}_{kind}"
    )
    found = [entry for entry in methodology("TOOL04", "06.0.1").parameters if entry.symbol == symbol]
    wanted = f"'{climate or kind}'"
    if len(found) > 1:
        found = [entry for entry in found if entry.when is not None and wanted in entry.when.source]
    assert [Decimal(entry.default) for entry in found] == [Decimal(row["value"])]
    assert str(found[0].unit) == row["unit"]
    assert "TOOL04 v06.0.1" in found[0].default_source


def test_every_decay_rate_has_every_climate() -> None:
    """TOOL04: four kinds of waste in four climates."""
    rows = [
        (row["kind"], row["climate"]) for row in table("swds_defaults") if row["quantity"] == "k" and row["climate"]
    ]
    assert sorted(rows) == sorted((kind, place) for kind in ("paper", "wood", "garden", "food") for place in _CLIMATES)
