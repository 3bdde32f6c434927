"""Scenarios of forms.rules.scale."""

from forms.problems import Severity
from tests.forms.rules.projects import approach, cdm, ji, wind_farm, with_facts, with_values
from tests.forms.rules.table import accepted, reported
from tests.scenario import Scenario


def small(scenario: Scenario, ssc_type: str, **facts: str) -> Scenario:
    return with_facts(scenario, scale="small", ssc_type=ssc_type, **facts)


def saving(tonnes: str, length: str = "2 years") -> Scenario:
    """A JI project of type III that saves these tonnes a year."""
    return small(approach({"BE[y]": "M[y]"}, length=length, monitored=True, M=f"{tonnes} tCO2e"), "III")


def neighbour(scenario: Scenario, distance: str, *, participants: str = "yes") -> Scenario:
    same = {"same_participants": participants, "same_technology": "yes", "within_two_years": "yes"}
    return with_facts(scenario, scale="small").given_row(
        "P.other_ssc", reference="Phase 1", distance_km=distance, **same
    )


def applying(code: str, scale: str) -> Scenario:
    return cdm(scale=scale).given_row("P.methodologies", code=code, version="1.0")


def together(megawatts: str) -> Scenario:
    scenario = neighbour(cdm(ssc_type="I"), "0.5").given("A.7.is_debundled", "yes")
    return scenario.given("A.7.combined_size", f"{megawatts} MW")


def parts(capacity: str, unit: str) -> Scenario:
    scenario = neighbour(cdm(ssc_type="I"), "0.5")
    return scenario.given_row("P.equipment", name="Pump", units="40", capacity=capacity, capacity_unit=unit)


def several(ssc_type: str, *, capacity: str) -> Scenario:
    """A wind farm beside a component of type III."""
    scenario = small(wind_farm(), ssc_type, capacity=capacity)
    scenario.given_row("P.methodologies", code="AMS-III.D", version="21.0")
    return scenario


def with_rice(hectares: str) -> Scenario:
    """A wind farm of type I beside rice fields of type III, which save 3.87 t a hectare: 0.72 kg x 215 d x 25."""
    scenario = small(wind_farm(), "I", capacity="12")
    scenario.given_row("P.methodologies", code="AMS-III.AU", version="03.0")
    season = {"I.options.cropping": "single", "I.options.aeration": "multiple"}
    scenario.given_inputs({"I.options.approach": "default"} | season)
    return with_values(scenario, GWP_CH4="25", A_y=hectares, L_y="215")


def heating(capacity: str, unit: str = "MWth") -> Scenario:
    scenario = small(cdm(), "I")
    return scenario.given_row("P.equipment", name="Boiler", units="1", capacity=capacity, capacity_unit=unit)


def microscale(ssc_type: str, electricity: str, *, saved: str = "") -> Scenario:
    scenario = small(wind_farm(EG_facility=electricity), ssc_type).given("B.5.route", "TOOL19")
    return scenario.given("A.3.ssc_value", saved)


ROWS = (
    reported("SCL-01", lambda: small(cdm(), "I", capacity="15.01"), at="P.capacity"),
    accepted("SCL-01", lambda: small(cdm(), "I", capacity="15")),
    accepted("SCL-01", lambda: cdm(scale="large", capacity="100")),
    reported("JI-S10", lambda: small(ji(), "I", capacity="15.01"), at="P.capacity"),
    accepted("JI-S10", lambda: small(ji(), "I", capacity="15")),
    reported("JI-S10", lambda: saving("60001"), at="P.ssc_type"),
    accepted("JI-S10", lambda: saving("60000")),
    # Half a year may hold half of the limit.
    accepted("JI-S10", lambda: saving("60000", "6 months")),
    reported("JI-S10", lambda: saving("60001", "6 months"), at="P.ssc_type"),
    reported("SCL-04", lambda: small(wind_farm(EG_facility="90000"), "III"), at="P.ssc_type"),
    accepted("SCL-04", lambda: small(wind_farm(), "III")),
    accepted("SCL-04", lambda: small(wind_farm(EG_facility="90000"), "I")),
    reported("SCL-09", lambda: applying("ACM0002", "small"), at="P.methodologies"),
    reported("SCL-09", lambda: applying("AMS-I.D", "large"), at="P.methodologies"),
    accepted("SCL-09", lambda: applying("ACM0002", "large")),
    accepted("SCL-09", lambda: applying("AMS-I.D", "small")),
    reported("DEB-01", lambda: neighbour(cdm(), "1"), at="P.other_ssc"),
    accepted("DEB-01", lambda: neighbour(cdm(), "1.1")),
    accepted("DEB-01", lambda: neighbour(cdm(), "0.2", participants="no")),
    reported("JI-S11", lambda: neighbour(ji(), "1"), at="P.other_ssc"),
    accepted("JI-S11", lambda: neighbour(ji(), "1.1")),
    # Both together are still small: no error, but told.
    accepted("DEB-01", lambda: together("14")),
    reported("DEB-01", lambda: together("16"), at="P.other_ssc"),
    reported("DEB-02", lambda: together("14"), at="P.other_ssc", severity=Severity.INFO),
    accepted("DEB-02", lambda: together("16")),
    accepted("DEB-02", lambda: neighbour(cdm(ssc_type="I"), "1")),
    reported("DEB-03", lambda: parts("100", "kW"), at="P.other_ssc", severity=Severity.INFO),
    accepted("DEB-03", lambda: parts("160", "kW")),
    accepted("DEB-03", lambda: parts("100", "m2")),
    reported("SCL-05", lambda: several("II", capacity="16"), at="P.methodologies"),
    accepted("SCL-05", lambda: several("II", capacity="15")),
    reported("SCL-05", lambda: with_rice("16000"), at="P.methodologies"),
    accepted("SCL-05", lambda: with_rice("15000")),
    accepted("SCL-05", lambda: small(wind_farm(EG_facility="90000"), "I", capacity="12")),
    reported("SCL-07", lambda: heating("46"), at="P.equipment", severity=Severity.WARNING),
    accepted("SCL-07", lambda: heating("45")),
    accepted("SCL-07", lambda: heating("46", "t/h")),
    reported("SCL-08", lambda: microscale("III", "30000"), at="B.5.route", severity=Severity.WARNING),
    accepted("SCL-08", lambda: microscale("III", "25000")),
    reported("SCL-08", lambda: microscale("II", "100", saved="21"), at="B.5.route"),
    accepted("SCL-08", lambda: microscale("II", "100", saved="20")),
)
