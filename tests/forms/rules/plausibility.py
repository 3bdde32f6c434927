"""Scenarios of forms.rules.plausibility."""

from forms.problems import Severity
from tests.forms.rules.projects import cdm, ji, wind_farm, with_facts
from tests.forms.rules.table import accepted, reported
from tests.scenario import Scenario


def producing(megawatt_hours: str, plant: str = "wind") -> Scenario:
    """12 MW that make this much a year, at 0.7 t/MWh."""
    scenario = with_facts(wind_farm(EG_facility=megawatt_hours), capacity="12")
    return scenario.given_inputs({"I.options.plant_type": plant})


def equipped(units: str, each: str, unit: str = "MW", load: str = "", **cells: str) -> Scenario:
    texts = {"units": units, "capacity": each, "capacity_unit": unit, "load_factor": load}
    return producing("30000").given_row("P.equipment", name="Turbine", **texts, **cells)


def with_boiler() -> Scenario:
    return equipped("6", "2").given_row("P.equipment", name="Boiler", units="1", capacity="40", capacity_unit="t/h")


def invested(value: str, unit: str) -> Scenario:
    return equipped("6", "2").given_row("B.5.investment_inputs", parameter="Output", value=value, unit=unit)


def living(years: str) -> Scenario:
    return cdm().given_row("P.equipment", name="Turbine", technical_life=years)


ROWS = (
    # 12 MW of wind make 18,084 to 30,252 t a year in nine of ten registered projects.
    reported("CAL-12", lambda: producing("25800"), at="P.capacity", severity=Severity.WARNING),
    reported("CAL-12", lambda: producing("43300"), at="P.capacity"),
    reported("CAL-12", lambda: producing("30000", "solar").given("P.capacity", "9"), at="P.capacity"),
    accepted("CAL-12", lambda: producing("26000")),
    accepted("CAL-12", lambda: producing("43000")),
    accepted("CAL-12", ji),
    reported("CAL-13", lambda: equipped("6", "1.9"), at="P.capacity", severity=Severity.WARNING),
    accepted("CAL-13", lambda: equipped("6", "2")),
    accepted("CAL-13", lambda: equipped("6", "2000", "kW")),
    accepted("CAL-13", with_boiler),
    accepted("CAL-13", lambda: equipped("6", "1.9", status="existing")),
    reported("CAL-14", lambda: equipped("6", "2", load="33"), at="P.equipment", severity=Severity.WARNING),
    accepted("CAL-14", lambda: equipped("6", "2", load="28.5")),
    accepted("CAL-14", lambda: equipped("6", "2")),
    reported("CAL-15", lambda: invested("300.0", "GWh/yr"), at="B.5.investment_inputs", severity=Severity.WARNING),
    reported("CAL-15", lambda: invested("30,500", "MWh/yr"), at="B.5.investment_inputs"),
    reported("CAL-15", lambda: invested("12.1", "MW"), at="B.5.investment_inputs"),
    accepted("CAL-15", lambda: invested("30.0", "GWh/yr")),
    accepted("CAL-15", lambda: invested("41,000", "MWh/yr")),
    accepted("CAL-15", lambda: invested("12,000", "kW")),
    accepted("CAL-15", lambda: invested("30,500", "USD")),
    reported("CAL-20", lambda: living("20000"), at="P.equipment", severity=Severity.WARNING),
    accepted("CAL-20", lambda: living("20")),
    reported("CAL-20", lambda: cdm().given_row("B.5.sensitivity", variable="Price", share="450"), at="B.5.sensitivity"),
    accepted("CAL-20", lambda: cdm().given_row("B.5.sensitivity", variable="Price", share="45", low="-10", high="10")),
)
