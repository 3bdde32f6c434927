"""Scenarios of forms.rules.programmes."""

from forms.problems import Severity
from tests.forms.rules.projects import cdm, ji
from tests.forms.rules.table import accepted, reported
from tests.scenario import Scenario

LENGTH, COMPONENTS, CRITERIA = "P.programme.length", "P.programme.components", "P.programme.criteria"


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
    reported("JI-O01", lambda: twice("Kibale", ji), at=COMPONENTS, severity=Severity.WARNING),
    accepted("JI-O01", lambda: twice("Bwindi", ji)),
)
