"""Scenarios of forms.rules.limits."""

from forms.problems import Severity
from tests.forms.rules.table import accepted, reported
from tests.scenario import Scenario


def stated(kind: str, value: str, capacity: str = "") -> Scenario:
    scenario = Scenario("cdm_ssc_pdd", "03").given("P.scale", "small").given("P.ssc_type", kind)
    return scenario.given("P.capacity", capacity).given("A.4.2.ssc_value", value)


ROWS = (
    reported("SCL-02", lambda: stated("II", "60.1"), at="A.4.2.ssc_value", severity=Severity.ERROR),
    reported("SCL-02", lambda: stated("I", "15.1"), at="A.4.2.ssc_value"),
    reported("SCL-02", lambda: stated("III", "61"), at="A.4.2.ssc_value"),
    accepted("SCL-02", lambda: stated("II", "60")),
    accepted("SCL-02", lambda: Scenario("cdm_pdd", "12.0").given("P.scale", "small").given("P.ssc_type", "II")),
    reported("SCL-10", lambda: stated("I", "12", "14"), at="A.4.2.ssc_value", severity=Severity.WARNING),
    accepted("SCL-10", lambda: stated("I", "14", "14")),
    accepted("SCL-10", lambda: stated("II", "12", "14")),
)
