"""Scenarios of forms.rules.programmes."""

from forms.problems import Severity
from tests.forms.rules.projects import cdm, ji
from tests.forms.rules.table import accepted, reported
from tests.scenario import Scenario

LENGTH, COMPONENTS, CRITERIA = "P.programme.length", "P.programme.components", "P.programme.criteria"
YEARS = "P.programme.years"


def programme(years: str = "28", scope: str = "3", project=cdm) -> Scenario:
    scenario = project(activity="programme", start_date="2012-05-01").given(LENGTH, f"{years} years")
    return scenario.given_row("P.scopes", scope=scope, kind="mandatory")


def component(
    title: str = "Stoves of Kibale", *, start: str = "2013-01-01", credits_from: str = "2013-02-01"
) -> Scenario:
    return programme().given_row(COMPONENTS, title=title, start=start, crediting_start=credits_from)


def twice(second: str, project=cdm, latitude: str = "0.2", status: str = "included") -> Scenario:
    scenario = programme(project=project)
    scenario.given_row(COMPONENTS, title="Kibale", latitude="0.5", longitude="30.3", status="included")
    return scenario.given_row(COMPONENTS, title=second, latitude=latitude, longitude="30.3", status=status)


def credited(length: str, *, status: str = "planned", project=cdm) -> Scenario:
    """A component of a programme that lasts from 1 May 2012 to 30 April 2040, credited from 1 January 2034."""
    row = {"title": "Kibale", "crediting_start": "2034-01-01", "crediting_length": length, "reductions": "1000"}
    return programme(project=project).given_row(COMPONENTS, **row, status=status)


def stating(total: str) -> Scenario:
    """A component of 1,000 t a year for six years, beside what the programme states."""
    return credited("6 years").given("P.programme.estimate", total)


def listing(*years: str) -> Scenario:
    """A component of two years, of which these years are listed."""
    scenario = credited("2 years")
    component = scenario.last_row
    for year in years:
        scenario.given_row(YEARS, component=component, year=year, reductions="900")
    return scenario


def criterion(kind: str) -> Scenario:
    return programme().given_row(CRITERIA, name="Criterion", kind=kind)


ROWS = (
    reported("CRP-11", lambda: programme("29"), at=LENGTH, severity=Severity.ERROR),
    accepted("CRP-11", programme),
    accepted("CRP-11", lambda: programme("60", scope="14")),
    reported("CRP-11", lambda: programme("61", scope="14"), at=LENGTH),
    accepted("CRP-11", lambda: cdm().given(LENGTH, "40 years")),
    accepted("CRP-11", component),
    reported("CRP-11", lambda: component(start="2012-04-30"), at=COMPONENTS),
    reported("CRP-11", lambda: component(credits_from="2012-12-31"), at=COMPONENTS),
    reported("POA-01", lambda: criterion("boundary"), at=CRITERIA, severity=Severity.ERROR),
    accepted("POA-01", lambda: criterion("additionality")),
    accepted("POA-01", programme),
    reported("POA-02", lambda: twice("Kibale"), at=COMPONENTS),
    reported("POA-02", lambda: twice("Bwindi", latitude="0.5"), at=COMPONENTS),
    accepted("POA-02", lambda: twice("Bwindi")),
    accepted("POA-02", lambda: twice("Kibale", status="excluded")),
    reported("POA-03", lambda: credited("6 years 5 months"), at=COMPONENTS, severity=Severity.ERROR),
    accepted("POA-03", lambda: credited("6 years 4 months")),
    accepted("POA-03", lambda: credited("7 years", status="excluded")),
    reported("JI-O02", lambda: credited("6 years 5 months", project=ji), at=COMPONENTS, severity=Severity.WARNING),
    accepted("JI-O02", lambda: credited("6 years 4 months", project=ji)),
    accepted("JI-O02", lambda: credited("7 years", status="excluded", project=ji)),
    reported("POA-04", lambda: stating("6001"), at="P.programme.estimate", severity=Severity.WARNING),
    accepted("POA-04", lambda: stating("6000")),
    accepted("POA-04", lambda: credited("6 years")),
    reported("POA-05", lambda: listing("2034"), at=YEARS, severity=Severity.WARNING),
    reported("POA-05", lambda: listing("2034", "2035", "2036"), at=YEARS),
    reported("POA-05", lambda: listing("2034", "2035", "2035"), at=YEARS),
    accepted("POA-05", lambda: listing("2034", "2035")),
    reported("JI-O01", lambda: twice("Kibale", ji), at=COMPONENTS, severity=Severity.WARNING),
    accepted("JI-O01", lambda: twice("Bwindi", ji)),
)
