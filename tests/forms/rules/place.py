"""Scenarios of forms.rules.place."""

from forms.problems import Severity
from tests.forms.rules.projects import cdm
from tests.forms.rules.table import accepted, reported
from tests.scenario import Scenario


def site(latitude: str, longitude: str, host: str = "DO") -> Scenario:
    return cdm().given_parties(host=host).given_row("P.sites", name="Mast 1", latitude=latitude, longitude=longitude)


ROWS = (
    accepted("LOC-01", lambda: site("17.9100", "-71.2500")),
    # In the Caribbean Sea, in Haiti, exchanged, and nowhere.
    accepted("LOC-01", lambda: site("16.0000", "-71.2500")),
    reported("LOC-01", lambda: site("19.1000", "-72.3000"), at="P.sites", severity=Severity.WARNING),
    reported("LOC-01", lambda: site("-71.2500", "17.9100"), at="P.sites"),
    reported("LOC-01", lambda: site("91.0000", "17.9100"), at="P.sites"),
    reported("LOC-01", lambda: site("17.9100", "180.5000"), at="P.sites"),
    # Without a longitude yet.
    reported("LOC-01", lambda: site("95.0000", ""), at="P.sites"),
    reported("LOC-02", lambda: site("17.91", "-71.2500"), at="P.sites", severity=Severity.WARNING),
    accepted("LOC-02", lambda: site("17.9100", "-71.2500")),
)
