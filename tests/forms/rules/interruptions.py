"""Scenarios of forms.rules.interruptions."""

from forms.problems import Severity
from tests.forms.rules.projects import cdm
from tests.forms.rules.table import accepted, reported
from tests.scenario import Scenario

TIMELINE = "B.5.timeline"


def told(*events: str) -> Scenario:
    scenario = cdm(publication_date="2012-01-01", start_date="2008-01-01", prior_consideration_required="yes")
    for event in events:
        scenario.given_row(TIMELINE, date="2009-01-01", event=event)
    return scenario


def requested(day: str, **facts: str) -> Scenario:
    return cdm(stage="registration", publication_date="2012-06-01", prepared_for=day, **facts)


ROWS = (
    reported("DAT-08", lambda: told("Construction was suspended."), at=TIMELINE, severity=Severity.WARNING),
    accepted("DAT-08", lambda: told("Construction was suspended.", "The contract was terminated.")),
    accepted("DAT-08", lambda: told("Construction began.")),
    reported("PUB-01", lambda: requested("2012-06-30"), at="P.prepared_for", severity=Severity.INFO),
    accepted("PUB-01", lambda: requested("2012-07-01")),
    # Large forestry is open for comments for 45 days.
    reported("PUB-01", lambda: requested("2012-07-15", activity="forestry", scale="large"), at="P.prepared_for"),
    accepted("PUB-01", lambda: requested("2012-07-16", activity="forestry", scale="large")),
)
