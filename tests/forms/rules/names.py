"""Scenarios of forms.rules.names."""

from forms.problems import Severity
from tests.forms.rules.projects import cdm
from tests.forms.rules.table import accepted, reported
from tests.scenario import Scenario


def named(words: str, entity: str = "Hidroalta Pacuare S.A.") -> Scenario:
    scenario = cdm().given("A.1.purpose", words)
    return scenario.given_row("P.participants", entity=entity)


ROWS = (
    reported("QUA-05", lambda: named("Hidroalta Pacuara owns it. Pacuane S.A."), at="A.1.purpose"),
    reported("QUA-05", lambda: named("Hidrolata is the owner."), at="A.1.purpose", severity=Severity.WARNING),
    accepted("QUA-05", lambda: named("Hidroalta owns it. The river is called Pacuar.")),
    accepted("QUA-05", lambda: named("Hidroalto lies elsewhere.", "Hidroalta")),
)
