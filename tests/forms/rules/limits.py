"""Scenarios of forms.rules.limits."""

from forms.problems import Severity
from tests.forms.rules.table import accepted, reported
from tests.scenario import Scenario


def stated(kind: str, value: str, capacity: str = "") -> Scenario:
    scenario = Scenario("cdm_ssc_pdd", "03").given("P.scale", "small").given("P.ssc_type", kind)
    return scenario.given("P.capacity", capacity).given("A.4.2.ssc_value", value)


def today(kind: str, value: str) -> Scenario:
    """On the form of today, which asks for the size elsewhere."""
    return Scenario("cdm_pdd", "12.0").given("P.scale", "small").given("P.ssc_type", kind).given("A.3.ssc_value", value)


def bundled(kind: str, size: str, unit: str) -> Scenario:
    scenario = Scenario("ji_ssc_bundle", "01.1")
    return scenario.given_row("B.subprojects", title="Sudenai", type=kind, size=size, unit=unit)


def together(*sizes: str, kind: str = "I", unit: str = "MW") -> Scenario:
    """A CDM bundle of projects of one type."""
    scenario = Scenario("cdm_ssc_bundle", "02")
    for number, size in enumerate(sizes):
        scenario.given_row("B.2.subprojects", title=f"Project {number}", type=kind, size=size, unit=unit)
    return scenario


def mixed(power: str, savings: str) -> Scenario:
    """A CDM bundle of two projects of different types."""
    return together(power).given_row("B.2.subprojects", title="Lamps", type="II", size=savings, unit="GWh/yr")


ROWS = (
    reported("BUN-01", lambda: together("8", "7.1"), at="B.2.subprojects", severity=Severity.ERROR),
    accepted("BUN-01", lambda: together("8", "7")),
    reported("BUN-01", lambda: together("40", "21", kind="III", unit="kt/yr"), at="B.2.subprojects"),
    accepted("BUN-01", lambda: mixed("8", "50")),
    reported("SCL-02", lambda: stated("II", "60.1"), at="A.4.2.ssc_value", severity=Severity.ERROR),
    reported("SCL-02", lambda: stated("I", "15.1"), at="A.4.2.ssc_value"),
    reported("SCL-02", lambda: stated("III", "61"), at="A.4.2.ssc_value"),
    accepted("SCL-02", lambda: stated("II", "60")),
    accepted("SCL-02", lambda: Scenario("cdm_pdd", "12.0").given("P.scale", "small").given("P.ssc_type", "II")),
    reported("SCL-10", lambda: stated("I", "12", "14"), at="A.4.2.ssc_value", severity=Severity.WARNING),
    accepted("SCL-10", lambda: stated("I", "14", "14")),
    accepted("SCL-10", lambda: stated("II", "12", "14")),
    reported("SCL-02", lambda: today("II", "61"), at="A.3.ssc_value"),
    accepted("SCL-02", lambda: today("II", "60")),
    reported("JI-S12", lambda: bundled("I", "15.1", "MW"), at="B.subprojects", severity=Severity.ERROR),
    accepted("JI-S12", lambda: bundled("I", "15", "MW")),
    reported("JI-S12", lambda: bundled("III", "61", "kt CO2e a year"), at="B.subprojects"),
)
