"""Scenarios of forms.rules.letters."""

from forms.problems import Severity
from tests.forms.rules.projects import cdm
from tests.forms.rules.table import accepted, reported
from tests.scenario import Scenario


def letter(unconditional: str, conditions: str) -> Scenario:
    return cdm().given_row("P.letters", reference="1", unconditional=unconditional, conditions=conditions)


def written_to(address: str) -> Scenario:
    return cdm().given_row("P.participants", entity="Hidroalta", email=address)


ROWS = (
    reported("LOA-04", lambda: letter("no", ""), at="P.letters", severity=Severity.WARNING),
    reported("LOA-04", lambda: letter("yes", "Expires on 31 December 2011"), at="P.letters"),
    accepted("LOA-04", lambda: letter("no", "Expires on 31 December 2011")),
    accepted("LOA-04", lambda: letter("yes", "None")),
    reported("PAR-08", lambda: written_to("office(at)example.com"), at="P.participants", severity=Severity.WARNING),
    reported("PAR-08", lambda: written_to("office@example"), at="P.participants"),
    accepted("PAR-08", lambda: written_to("office@example.com; cdm@example.org")),
    accepted("PAR-08", lambda: written_to("")),
)
