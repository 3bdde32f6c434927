"""Design documents on three grids, calculated again: what they print comes out, their slips do not.

Only numbers are taken over. Where a document rounds on the way, contradicts itself or leaves out what its methodology
asks for, the case says so and shows the number that its own inputs give.
"""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.forms.methodologies.printed import as_printed, combined_margin, cut_off
from tests.forms.methodologies.worked_cases import calculation_with

# --- La Higuera (Chile) --------------------------------------------------------------------------------------------
# “La Higuera Hydroelectric Project”, design document version 8 of 6 January 2012 on CDM-PDD 02, ACM0002 version 4:
# sections B.2 and E, annex 3. Equations of the operating margin and of the reductions as in TOOL07 version 07.0.
# Emissions of the gases enter as amounts, for their consumption is printed in m3. Of the generation without a named
# source 6,800 MWh are left out: so much of the projects under the CDM, which the document takes out of its total, is
# neither hydro nor wind nor biomass.

CHILE = {  # kg or m3 a year, t CO2 a kg or m3, MWh a year
    "coal": ("3250840000", "0.002491879", "8768895"),
    "diesel": ("845090000", "0.003147523", "4624949"),
    "fuel oil": ("620000", "0.003153131", "1069"),
    "liquefied gas": ("1144250000", "0.001911252", "5867171"),
    "natural gas": ("266330000", "0.001911252", "495378"),
}
CHILE_UNNAMED = "1146700"
CHILE_LOW_COST = "20369505"
GRID_YEARS = ("2009", "2010", "2011")


def operating_margin(years, units, generation, emissions, hours):
    """Simple adjusted operating margin of TOOL07; `units` say which are low-cost or must-run."""
    cost = {"yes": "none", "no": "EM"}
    inputs = {
        "crediting_period": {"start": "2012-01-01", "end": "2012-12-31"},
        "options": {
            "cm_method": "weighted",
            "om_method": "simple_adjusted",
            "bm_method": "published",
            "lambda_source": "hours",
        },
        "sets": {"m": list(units), "t": list(years), "i": []},
        "values": {
            "EF_BM_published": "0",
            "lcmr": units,
            "unit_option": {unit: cost[low] for unit, low in units.items()},
            "EG": generation,
            "EM": emissions,
            "hours_LCMR": hours,
        },
    }
    return calculation_with("TOOL07", "07.0", inputs)


def chile(hours):
    """The year 2010 for each of the three years that TOOL07 asks for."""
    units = {**dict.fromkeys((*CHILE, "unnamed"), "no"), "low-cost": "yes"}
    yearly = {name: row[2] for name, row in CHILE.items()} | {"unnamed": CHILE_UNNAMED, "low-cost": CHILE_LOW_COST}
    burnt = {name: str(Decimal(row[0]) * Decimal(row[1])) for name, row in CHILE.items()} | {"unnamed": "0"}
    generation = {f"{name},{year}": amount for name, amount in yearly.items() for year in GRID_YEARS}
    emissions = {f"{name},{year}": amount for name, amount in burnt.items() for year in GRID_YEARS}
    return operating_margin(GRID_YEARS, units, generation, emissions, dict.fromkeys(GRID_YEARS, hours))


def test_fossil_plants_of_the_chilean_grid_emit_as_printed():
    """Printed: 0.643821. The sixth digit hangs on digits of the coefficients and amounts that are not printed."""
    assert as_printed(chile("0").value("EF_OM", ("2010",)), "0.00001") == Decimal("0.64382")


def test_low_cost_plants_of_the_chilean_grid_are_on_the_margin_for_49_hours():
    """The document heads 0.005594 with the unit %; it is the fraction."""
    assert as_printed(chile("49").value("lambda_LCMR", ("2010",)), "0.000001") == Decimal("0.005594")


def test_operating_margin_of_the_chilean_grid_is_as_printed():
    """Printed: 0.640220."""
    assert as_printed(chile("49").value("EF_grid_OM"), "0.00001") == Decimal("0.64022")


GENERATOR_SETS = {  # hours a year, litres an hour, printed t CO2
    "power house": ("99", "134.0", "36.52"),
    "Azufre": ("6215", "16.5", "282.31"),
    "Tinguiririca": ("3576", "14.0", "137.83"),
    "Los Helados": ("74", "14.0", "2.85"),
}
TONNES_A_LITRE = Decimal("0.00085")


def tonnes_of_diesel(name):
    hours, litres, _ = GENERATOR_SETS[name]
    return str(Decimal(hours) * Decimal(litres) * TONNES_A_LITRE)


def la_higuera(operating="0.640", sets=tuple(GENERATOR_SETS)):
    inputs = {
        "crediting_period": {"start": "2008-01-01", "end": "2014-12-31"},
        "options": {
            "plant_type": "hydro_ror",
            "activity": "greenfield",
            "fossil_fuel": "yes",
            "cm_method": "weighted",
            "om_method": "published",
            "bm_method": "published",
        },
        "sets": {"f": list(sets)},
        "values": {
            "EG_facility": "811000",
            "EF_OM_published": operating,
            "EF_BM_published": "0.361",
            "FC_PJ": {f"{name},{year}": tonnes_of_diesel(name) for name in sets for year in range(2008, 2015)},
            "NCV_PJ": dict.fromkeys(sets, "43.3"),
            "EF_CO2_PJ": dict.fromkeys(sets, "0.0748"),
        },
    }
    return calculation_with("ACM0002", "20.0", inputs)


@pytest.mark.parametrize("name", GENERATOR_SETS)
def test_diesel_of_each_generator_set_of_la_higuera_is_as_printed(name):
    emissions = la_higuera(sets=(name,)).value("PE_FF", ("2008",))
    assert as_printed(emissions, "0.01") == Decimal(GENERATOR_SETS[name][2])


def test_reductions_of_la_higuera_are_as_printed():
    """Section E. Its 0.501 is the 0.5005 of the calculation, rounded up for the print; 0.501 would give 406,311 t.
    Section D.2.4 takes the project emissions as 0, section E as 460 t."""
    calculation = la_higuera()
    assert calculation.value("EF_grid_CM") == Decimal("0.5005")
    assert as_printed(calculation.value("BE", ("2008",)), "1") == 405906
    assert as_printed(calculation.value("PE", ("2008",)), "1") == 460
    assert as_printed(calculation.value("ER", ("2014",)), "1") == 405446


def test_reductions_of_la_higuera_over_seven_years():
    """The document multiplies the rounded year: 7 x 405,446 = 2,838,122."""
    assert as_printed(la_higuera().total.reductions, "1") == 2838122


def test_operating_margin_of_la_higuera_unrounded():
    """0.640220 instead of 0.640 is worth another 89 t a year."""
    more = la_higuera("0.640220").value("BE", ("2008",)) - la_higuera().value("BE", ("2008",))
    assert as_printed(more, "0.01") == Decimal("89.21")


# --- Pão de Açúcar 3 (Brazil) --------------------------------------------------------------------------------------
# “Pão de Açúcar – Demand side electricity management – PDD 3”, design document version 6 of 15 March 2007 on
# CDM-SSC-PDD 02, AMS-II.E version 8 with the grid factors of ACM0002 version 6: section E.1.2. Its hours on the margin
# are printed as shares; hours of 8,760 stand for them here.

BRAZIL = {  # year: t CO2 a MWh of the plants that are not low-cost, share of hours, MWh of all, MWh of low-cost plants
    "South-Southeast-Midwest": {
        "2003": ("0.9823", "0.5312", "288933290", "274670644"),
        "2004": ("0.9163", "0.5055", "302906198", "284748295"),
        "2005": ("0.8086", "0.5130", "314533592", "296690687"),
    },
    "North-Northeast": {
        "2003": ("0.1264", "0.7192", "76935819", "75994843"),
        "2004": ("0.3289", "0.5330", "81199780", "78248786"),
        "2005": ("0.2702", "0.5572", "85818478", "83269838"),
    },
}


def brazil(grid):
    years = BRAZIL[grid]
    generation, emissions = {}, {}
    for year, (factor, _, everything, low_cost) in years.items():
        others = Decimal(everything) - Decimal(low_cost)
        generation |= {f"low-cost,{year}": low_cost, f"others,{year}": str(others)}
        emissions[f"others,{year}"] = str(others * Decimal(factor))
    hours = {year: str(Decimal(row[1]) * 8760) for year, row in years.items()}
    return operating_margin(years, {"low-cost": "yes", "others": "no"}, generation, emissions, hours)


@pytest.mark.parametrize(("grid", "printed"), [("South-Southeast-Midwest", "0.4349"), ("North-Northeast", "0.1044")])
def test_operating_margin_of_a_brazilian_grid_is_as_printed(grid, printed):
    """Three years, each by all that it generates."""
    assert as_printed(brazil(grid).value("EF_grid_OM"), "0.0001") == Decimal(printed)


@pytest.mark.parametrize(
    ("operating", "build", "technology", "printed"),
    [
        ("0.4349", "0.0872", "other", "0.2611"),
        ("0.4349", "0.0872", "wind_solar", "0.3480"),
        ("0.1044", "0.0491", "wind_solar", "0.0906"),
    ],
)
def test_combined_margin_of_a_brazilian_grid_is_as_printed(operating, build, technology, printed):
    """At one half each, and at three quarters for the operating margin."""
    assert as_printed(combined_margin(operating, build, technology), "0.0001") == Decimal(printed)


def test_combined_margin_of_the_north_northeast_is_as_printed():
    """Its margins make 0.07675, which the document prints as 0.0767."""
    unrounded = brazil("North-Northeast").value("EF_grid_OM")
    assert cut_off(combined_margin(str(unrounded), "0.0491"), "0.0001") == Decimal("0.0767")
