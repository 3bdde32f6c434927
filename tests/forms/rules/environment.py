"""Scenarios of forms.rules.environment."""

from forms.problems import Severity
from tests.forms.rules.projects import cdm, ji
from tests.forms.rules.table import accepted, reported
from tests.scenario import Scenario


def impact(significant: str, overall: str) -> Scenario:
    scenario = cdm().given_row("D.1.impacts", aspect="Birds", phase="operation", significant=significant)
    return scenario.given("D.2.significant", overall)


def report(location: str) -> Scenario:
    scenario = cdm().given_row("P.evidence", title="Environmental impact assessment", location=location)
    return scenario.given("D.2.evidence", scenario.last_row)


def assessed(procedure: str, significant: str = "no", authority: str = "") -> Scenario:
    scenario = ji().given("F.1.procedure", procedure).given("F.1.significant", significant)
    return scenario.given_row("F.1.documents", number="77", authority=authority)


ROWS = (
    reported("ENV-01", lambda: impact("yes", "no"), at="D.1.impacts", severity=Severity.ERROR),
    accepted("ENV-01", lambda: impact("yes", "yes")),
    accepted("ENV-01", lambda: impact("no", "no")),
    reported("ENV-01", lambda: report(""), at="D.2.evidence", severity=Severity.WARNING),
    accepted("ENV-01", lambda: report("Archive of the ministry, file 77")),
    reported("JI-F01", lambda: assessed("none", "yes"), at="F.1.procedure", severity=Severity.ERROR),
    reported("JI-F01", lambda: assessed("assessment"), at="F.1.documents"),
    accepted("JI-F01", lambda: assessed("assessment", authority="Klaipeda Regional Environment Department")),
    accepted("JI-F01", lambda: assessed("none")),
)
