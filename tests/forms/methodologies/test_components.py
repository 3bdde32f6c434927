"""Several methodologies in one project: symbols they have in common stay apart, and their tonnes add up."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from forms.methodologies import methodology
from tests.forms.rules.projects import wind_farm, with_values

if TYPE_CHECKING:
    from tests.scenario import Scenario


def power_plants(**solar: str) -> Scenario:
    """12 MW of wind under AMS-I.D (21,000 t) beside 3 MW of solar power under AMS-I.F: the same symbols."""
    scenario = wind_farm(years=1)
    scenario.given_row("P.methodologies", code="AMS-I.F", version="03.0")
    scenario.given_inputs({"I.options.plant_type": "solar", "I.options.cm_method": "published"})
    return with_values(scenario, **{"EG_facility": "9000", "Cap_new": "3", "EF_CM_published": "0.6", **solar})


def test_the_two_say_the_same_symbols() -> None:
    wind, solar = methodology("AMS-I.D", "18.0"), methodology("AMS-I.F", "03.0")
    assert {
        "EG_facility",
        "Cap_new",
        "EF_CM_published",
        "BE",
        "ER",
    } <= wind.definitions.keys() & solar.definitions.keys()


def test_each_counts_with_its_own_values() -> None:
    first, second = power_plants().project.read.results.calculations.values()
    assert [made.value("EG_facility", ("2010",)) for made in (first, second)] == [Decimal(30000), Decimal(9000)]
    assert [made.value("EF_grid_CM") for made in (first, second)] == [Decimal("0.7"), Decimal("0.6")]


def test_their_tonnes_add_up() -> None:
    assert power_plants().project.read.results.figure("total") == 21000 + 5400


def test_a_value_of_one_leaves_the_other_as_it_is() -> None:
    wind_alone, _ = power_plants(EG_facility="1").project.read.results.calculations.values()
    assert wind_alone.value("ER", ("2010",)) == 21000


def test_manure_beside_wind_leaves_the_wind_as_it_is() -> None:
    """AMS-III.D has a power plant of its own; without its inputs the total is not known, but that of the wind is."""
    scenario = wind_farm(years=1)
    scenario.given_row("P.methodologies", code="AMS-III.D", version="21.0")
    results = scenario.project.read.results
    wind, manure = results.calculations.values()
    assert wind.value("ER", ("2010",)) == 21000
    assert manure.missing
    assert results.figure("total") is None


def test_one_methodology_twice_is_two_plants() -> None:
    scenario = wind_farm(years=1)
    scenario.given_row("P.methodologies", code="AMS-I.D", version="18.0")
    scenario.given_inputs({"I.options.cm_method": "published"})
    with_values(scenario, EG_facility="10000", Cap_new="4", EF_CM_published="0.7")
    assert scenario.project.read.results.figure("total") == 21000 + 7000
