"""The project description of a waste plant, calculated again: what it prints comes out, its slips do not.

Only numbers are taken over. Where a document rounds on the way, contradicts itself or leaves out what its methodology
asks for, the case says so and shows the number that its own inputs give.
"""

from __future__ import annotations

from decimal import ROUND_UP, Decimal

import pytest

from tests.forms.methodologies.printed import as_printed, combined_margin
from tests.forms.methodologies.worked_cases import calculation_with

# --- İnegöl (Türkiye) ----------------------------------------------------------------------------------------------
# “İnegöl Integrated Solid Waste Storage and Disposal Facility”, VCS project description version 10 of 22 August 2025,
# ACM0022 version 3.0: the common practice analysis of section 3.5 and the project emissions of section 4.2. It heads
# the amounts below with tonnes of methane; only 60 % of them, the methane of the biogas, give the emissions that it
# prints. Its totals leave out the first day, 31 December 2020: 75,367 t where its rows add up to 75,383 t.

BIOGAS = {  # printed amount, printed project emissions in t CO2e, rounded up
    "2021": ("12206.75", 5809),
    "2022": ("17052.01", 8088),
    "2023": ("20795.14", 9849),
    "2024": ("23914.41", 11316),
    "2025": ("25993.92", 12294),
    "2026": ("28073.44", 13272),
}


def inegol_digesters():
    """Digesters of steel; 24,000 litres of diesel a year for the stand-by generator, 0.85 kg a litre."""
    inputs = {
        "crediting_period": {"start": "2021-01-01", "end": "2026-12-31"},
        "options": {"methane": "measured", "power": "none", "fuel": "yes", "flaring": "no", "digester": "steel"},
        "sets": {"i": ["diesel"]},
        "values": {
            "Q_CH4_measured": {year: str(Decimal("0.6") * Decimal(row[0])) for year, row in BIOGAS.items()},
            "GWP_CH4": "28",
            "coefficient": {"diesel": "B"},
            "FC": {f"diesel,{year}": "20.4" for year in BIOGAS},
            "NCV": {f"diesel,{year}": "43.3" for year in BIOGAS},
            "EF_CO2": {f"diesel,{year}": "0.0748" for year in BIOGAS},
        },
    }
    return calculation_with("TOOL14", "03.0", inputs)


@pytest.mark.parametrize("year", BIOGAS)
def test_project_emissions_of_inegol_are_as_printed(year):
    emissions = inegol_digesters().value("PE_AD", (year,))
    assert emissions.to_integral_value(ROUND_UP) == BIOGAS[year][1]


def test_grid_factor_of_inegol_is_as_printed():
    assert combined_margin("0.7279", "0.3541") == Decimal("0.5410")


def common_practice(similar, different, capacity, smallest, largest):
    """Plants of the smallest and the largest capacity that count, so many of them of another technology."""
    plants = [f"plant {number}" for number in range(similar)]
    inputs = {
        "sets": {"j": plants},
        "values": {
            "Cap_PJ": capacity,
            "published": "2022-01-01",
            "started": "2020-12-31",
            "Cap": {plant: smallest if place % 2 else largest for place, plant in enumerate(plants)},
            "operating": dict.fromkeys(plants, "2015-01-01"),
            "same": dict.fromkeys(plants, "yes"),
            "cdm": dict.fromkeys(plants, "none"),
            "different": {plant: "yes" if place < different else "no" for place, plant in enumerate(plants)},
        },
    }
    return calculation_with("TOOL24", "03.1", inputs)


def test_inegol_is_not_common_practice():
    """9.898 MW, so 4.949 to 14.847 MW; 29 plants, 24 of them of another technology: 5 are left, and F is 0.172."""
    calculation = common_practice(29, 24, "9.898", "4.949", "14.847")
    assert calculation.value("N_all") == 29
    assert as_printed(calculation.value("F"), "0.001") == Decimal("0.172")
    assert calculation.value("common_practice") == 0
