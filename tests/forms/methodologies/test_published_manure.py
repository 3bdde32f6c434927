"""The design document of a swine farm, calculated again: what it prints comes out, its slips do not.

Only numbers are taken over. Where a document rounds on the way, contradicts itself or leaves out what its methodology
asks for, the case says so and shows the number that its own inputs give.
"""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.forms.methodologies.printed import as_printed, combined_margin, cut_off
from tests.forms.methodologies.worked_cases import calculation_with

# --- swine farm, Laiyang (China) -----------------------------------------------------------------------------------
# “Methane Digestion and Utilisation CDM project from Swine Manure”, design document version 01 of 3 May 2007 on
# CDM-PDD 03.1, ACM0010 version 02: section B.6.3, the tables of B.7.1 and annex 3. Version 03 has the same equations
# for all that the document calculates; the leakage, which it sets to 0, comes out as 0 here with equal shares on both
# sides.

SWINE = ("market", "breeding")
PRINTED_VS = {"market": Decimal("156.4"), "breeding": Decimal("711.7")}
LAIYANG_WITHOUT_LAND = dict.fromkeys(
    ("EF_1", "EF_5", "EF_4", "F_leach", "F_gasm_land", "R_N_land_BL", "R_N_land_PJ", "R_VS_land_BL", "R_VS_land_PJ"),
    "0",
)


def each(value):
    return dict.fromkeys(SWINE, value)


def in_systems(value, *systems):
    return {f"{animal},{system}": value for animal in SWINE for system in systems}


def laiyang(**changed):
    """The farm as entered for the document: all of the manure goes to a lagoon (methane) and once more to composting
    (nitrous oxide)."""
    values = {
        "GWP_CH4": "21",
        "GWP_N2O": "310",
        "T_site": "8.75",
        "vs_method": each("weight"),
        "W_site": {"market": "40", "breeding": "182"},
        "W_default": each("28"),
        "VS_default": each("0.3"),
        "N_da": each("365"),
        "N_p": {"market": "18000", "breeding": "2000"},
        "nex_method": each("weight"),
        "W_default_N": each("28"),
        "NEX_default": {"market": "6.1", "breeding": "15.9"},
        "B_0": each("0.29"),
        "MCF": {"lagoon": "0.665", "composting": "0"},
        "c_MCF": "1",
        "MS_BL": in_systems("1", "lagoon", "composting"),
        "EF_D": {"lagoon": "0", "composting": "0.1"},
        "EF_ID": "0",
        "F_gasm": in_systems("0", "lagoon", "composting"),
        "EG_d": "1739",
        "CEF_grid": "0.9826",
        "F_AD": "1",
        "MS": in_systems("1", "digester"),
        "EF_D_PJ": {"digester": "0"},
        "F_gasm_PJ": in_systems("0", "digester"),
        "F_lit": "52516",
        **LAIYANG_WITHOUT_LAND,
        **changed,
    }
    options = {"stage": "estimate", "export": "yes", "digester": "only", "flaring": "yes", "flare": "open"}
    inputs = {
        "crediting_period": {"start": "2009-01-01", "end": "2018-12-31"},
        "options": options,
        "sets": {"LT": list(SWINE), "j": ["lagoon", "composting"], "ms": ["digester"]},
        "values": values,
    }
    return calculation_with("ACM0010", "03", inputs)


def laiyang_with_printed_solids():
    """The document calculates on with 156.4 and 711.7 kg; entered for a day, of which the year has 365."""
    return laiyang(vs_method=each("data"), VS_day={animal: str(kg / 365) for animal, kg in PRINTED_VS.items()})


def of_2009(calculation, symbol, *index):
    return calculation.value(symbol, (*index, "2009"))


def test_solids_of_the_laiyang_swine_are_those_of_annex_3():
    """40/28 x 0.3 x 365 and 182/28 x 0.3 x 365; the second is 711.75, of which the document drops the last digit."""
    for animal, kg in PRINTED_VS.items():
        assert cut_off(of_2009(laiyang(), "VS", animal), "0.1") == kg


def test_methane_of_the_laiyang_lagoon_is_as_printed():
    assert as_printed(of_2009(laiyang_with_printed_solids(), "BE_CH4"), "1") == 11501


def test_nitrous_oxide_of_laiyang_is_as_printed_when_the_weight_counts_twice():
    """The document prints no excretion. Its 36,355.7 kg are 10 % (composting) of 40/28 x 6.1 and 182/28 x 15.9 kg N,
    where 6.1 and 15.9 already are 0.42 and 0.24 kg for 1,000 kg and day at the weights of the site."""
    calculation = laiyang()
    assert as_printed(of_2009(calculation, "E_D"), "0.1") == Decimal("36355.7")
    assert as_printed(of_2009(calculation, "BE_N2O"), "0.1") == Decimal("17710.4")


def test_nitrous_oxide_of_laiyang_with_the_weight_once():
    """0.42 x 28/1000 x 365 and 0.24 x 28/1000 x 365 are the defaults of an animal of 28 kg: 142,262.4 kg N in all."""
    calculation = laiyang(NEX_default={"market": "4.2924", "breeding": "2.4528"})
    assert of_2009(calculation, "E_D") == Decimal("14226.24")
    assert as_printed(of_2009(calculation, "BE_N2O"), "0.1") == Decimal("6930.2")


def test_exported_power_of_laiyang_is_as_printed():
    """1,739 x 0.9826 = 1,708.74; the document drops the digits behind the point."""
    assert cut_off(of_2009(laiyang(), "BE_elec_heat"), "1") == 1708


def test_project_emissions_of_laiyang_are_as_printed():
    calculation = laiyang_with_printed_solids()
    assert as_printed(of_2009(calculation, "PE_AD"), "0.1") == Decimal("2594.2")
    assert as_printed(of_2009(calculation, "PE_flare"), "0.1") == Decimal("551.4")
    assert as_printed(of_2009(calculation, "PE"), "0.1") == Decimal("3145.6")


def test_totals_of_laiyang_follow_but_for_what_the_document_drops():
    """Printed: 30,919.4 and 27,773.8 t, sums of terms that were rounded before. Unrounded: 30,920.2 and 27,774.6.
    The table of B.6.4 prints 27,774 a year."""
    calculation = laiyang_with_printed_solids()
    dropped = of_2009(calculation, "BE_elec_heat") - 1708 + of_2009(calculation, "BE_CH4") - 11501
    assert as_printed(of_2009(calculation, "BE") - dropped, "0.1") == Decimal("30919.4")
    assert as_printed(of_2009(calculation, "ER") - dropped, "0.1") == Decimal("27773.8")
    assert cut_off(of_2009(calculation, "ER"), "1") == 27774


def test_grid_factor_of_laiyang_is_not_the_mean_of_the_margins_it_prints():
    """B.6.1: 1.0585 and 0.8642 at one half each are printed as 0.9826. They make 0.96135."""
    assert combined_margin("1.0585", "0.8642") == Decimal("0.96135")


def test_what_the_inputs_of_laiyang_give_by_the_methodology():
    """A quarter of the 27,774 t. The conversion factor of the lagoon is 66 % (B.7.1; 66.5 % in B.6.3) at 10 degrees and
    lies on the line from 0 at 5 degrees, so 49.5 % at 8.75; times 0.94 of version 03 for its uncertainty; the lagoon
    gives no direct nitrous oxide (B.6.2), and the manure is not composted as well."""
    calculation = laiyang(
        MCF={"lagoon": str(Decimal("0.66") * (Decimal("8.75") - 5) / 5), "composting": "0"},
        c_MCF="0.94",
        NEX_default={"market": "4.2924", "breeding": "2.4528"},
        MS_BL=in_systems("1", "lagoon") | in_systems("0", "composting"),
        CEF_grid="0.96135",
    )
    assert as_printed(of_2009(calculation, "BE_CH4"), "0.1") == Decimal("8048.4")
    assert of_2009(calculation, "BE_N2O") == 0
    assert as_printed(of_2009(calculation, "ER"), "1") == 6574


def investment(spent, **yearly):
    """Net present value in the first year at 10 % of what is spent first and of ten equal years; amounts in RMB."""
    years = [str(year) for year in range(11)]
    amounts = {f"{item},{year}": "0" if year == "0" else amount for item, amount in yearly.items() for year in years}
    amounts |= {f"spent,{year}": spent if year == "0" else "0" for year in years}
    kinds = {"income": "revenue", "upkeep": "cost", "spent": "investment"}
    inputs = {
        "options": {"indicator": "project_irr", "benchmark_from": "stated"},
        "sets": {"t": years, "i": ["spent", *yearly]},
        "values": {
            "benchmark_stated": "0.1",
            "amount": amounts,
            "item_kind": {item: kinds[item] for item in ("spent", *yearly)},
        },
    }
    return calculation_with("TOOL27", "06.0", inputs)


@pytest.mark.parametrize(
    ("spent", "yearly", "printed"),
    [
        ("5770000", {"upkeep": "513000"}, "-8922163"),
        ("7080000", {"upkeep": "200000"}, "-8308913"),
        ("192000", {"upkeep": "50000", "income": "100000"}, "115228"),
    ],
    ids=["flare", "intensive treatment", "lagoon and fertilizer"],
)
def test_present_values_of_the_laiyang_alternatives_are_as_printed(spent, yearly, printed):
    """Tables B.2 to B.4."""
    assert as_printed(investment(spent, **yearly).value("NPV"), "1") == Decimal(printed)


def test_present_value_of_the_laiyang_project_is_not_that_of_its_own_flows():
    """Table B.5 prints -7,656,589; 10,384,000 spent and 499,800 a year give -7,312,945."""
    project = investment("10384000", upkeep="513000", income="1012800")
    assert as_printed(project.value("NPV"), "1") == -7312945


def test_lagoon_and_fertilizer_has_a_rate_of_return():
    """Table B.4 calls it undefined, which it is only where no year brings money: 192,000 spent, 50,000 a year."""
    assert as_printed(investment("192000", upkeep="50000", income="100000").value("IRR"), "0.001") == Decimal("0.227")
