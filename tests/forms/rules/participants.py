"""Scenarios of forms.rules.participants."""

from forms.problems import Severity
from tests.forms.rules.projects import cdm, ji
from tests.forms.rules.table import accepted, reported
from tests.scenario import Scenario

TITLE = "Los Cocos Wind Farm Project"
STATED = {"ratified": "yes", "voluntary": "yes", "sustainable_development": "yes", "unconditional": "yes"}


def parties(project, host: str, other: str = "") -> Scenario:
    return project(title=TITLE).given_parties(host=host, other=other)


def letter(scenario: Scenario, *, of: str, **cells: str) -> Scenario:
    """A letter of the `host` or the `other` Party that states everything, but what `cells` say differently."""
    texts = {"authority": "Ministry", "reference": "14/2010", "title_quoted": TITLE, **STATED}
    return scenario.given_row("P.letters", party=getattr(scenario, f"{of}_key"), **{**texts, **cells})


def approved(project, *, of: str = "host", **cells: str) -> Scenario:
    """A project of two Parties with one letter."""
    host, other = ("DO", "DE") if project is cdm else ("LT", "FI")
    return letter(parties(project, host, other), of=of, **cells)


def participant(project, entity: str, authorised: str) -> Scenario:
    scenario = parties(project, "DO" if project is cdm else "LT")
    scenario.given_row("P.participants", entity=entity, party=scenario.host_key)
    return letter(scenario, of="host", authorised=authorised)


def funded(*, affirmed: bool) -> Scenario:
    scenario = cdm(uses_public_funding="yes").given_row("P.evidence", title="Statement of the Party")
    affirmation = scenario.last_row if affirmed else ""
    return scenario.given_row("P.funding", instrument="Grant", affirmation=affirmation)


ROWS = (
    reported("PAR-02", lambda: parties(cdm, "DE"), at="P.parties", severity=Severity.ERROR),
    reported("PAR-02", cdm, at="P.parties"),
    accepted("PAR-02", lambda: parties(cdm, "DO")),
    reported("JI-P01", lambda: parties(ji, "DO"), at="P.parties", severity=Severity.ERROR),
    reported("JI-P01", ji, at="P.parties"),
    reported("JI-P01", lambda: parties(ji, "LT").given_parties(host="LV"), at="P.parties"),
    accepted("JI-P01", lambda: parties(ji, "LT", "FI")),
    reported("JI-P03", lambda: parties(ji, "LT"), at="P.parties", severity=Severity.WARNING),
    accepted("JI-P03", lambda: parties(ji, "LT", "FI")),
    reported("PAR-03", lambda: parties(cdm, "DO"), at="P.parties", severity=Severity.INFO),
    accepted("PAR-03", lambda: parties(cdm, "DO", "DE")),
    reported("PAR-04", lambda: approved(cdm), at="P.letters", severity=Severity.ERROR, stage="registration"),
    reported("PAR-04", lambda: approved(cdm), at="P.letters", severity=Severity.WARNING, stage="publication"),
    accepted("PAR-04", lambda: letter(approved(cdm), of="other"), stage="registration"),
    # A letter of endorsement approves nothing.
    reported("PAR-04", lambda: letter(parties(cdm, "DO"), of="host", kind="endorsement"), at="P.letters"),
    reported("JI-P06", lambda: approved(ji, of="other"), at="P.letters", severity=Severity.ERROR, stage="registration"),
    reported("JI-P06", lambda: approved(ji, unconditional="no"), at="P.letters"),
    accepted("JI-P06", lambda: approved(ji)),
    reported("JI-P07", lambda: approved(ji), at="P.letters", severity=Severity.WARNING, stage="registration"),
    accepted("JI-P07", lambda: approved(ji), stage="publication"),
    accepted("JI-P07", lambda: letter(approved(ji), of="other"), stage="registration"),
    reported("PAR-01", lambda: participant(cdm, "Eje S.A.", "Eje SA"), at="P.participants", stage="registration"),
    accepted("PAR-01", lambda: participant(cdm, "Eje S.A.", "Haina; Eje S.A.")),
    reported("JI-P05", lambda: participant(ji, "Vejas UAB", "UAB Vejas"), at="P.participants", stage="registration"),
    accepted("JI-P05", lambda: participant(ji, "Vejas UAB", "Vejas UAB")),
    reported("PAR-06", lambda: participant(cdm, "Eje S.A.", "Eje S.A.; Haina"), at="P.letters"),
    accepted("PAR-06", lambda: participant(cdm, "Eje S.A.", "Eje S.A.")),
    reported("LOA-01", lambda: approved(cdm, ratified="no"), at="P.letters", stage="registration"),
    reported("LOA-01", lambda: approved(cdm, voluntary=""), at="P.letters"),
    reported("LOA-01", lambda: approved(cdm, sustainable_development="no"), at="P.letters"),
    accepted("LOA-01", lambda: approved(cdm)),
    reported("LOA-03", lambda: approved(cdm, of="other", voluntary="no"), at="P.letters"),
    accepted("LOA-03", lambda: approved(cdm, of="other", sustainable_development="")),
    reported("LOA-02", lambda: approved(cdm, title_quoted="Los Cocos"), at="P.letters", severity=Severity.WARNING),
    accepted("LOA-02", lambda: approved(cdm)),
    reported("ODA-01", lambda: funded(affirmed=False), at="P.funding", severity=Severity.WARNING),
    accepted("ODA-01", lambda: funded(affirmed=True)),
)
