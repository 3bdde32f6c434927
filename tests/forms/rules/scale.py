"""Scenarios of forms.rules.scale."""

from tests.forms.rules.projects import approach, cdm, ji, wind_farm, with_facts
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
)
