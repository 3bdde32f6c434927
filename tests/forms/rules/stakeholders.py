"""Scenarios of forms.rules.stakeholders."""

from forms.problems import Severity
from tests.forms.rules.projects import cdm, ji
from tests.forms.rules.table import accepted, reported
from tests.scenario import Scenario


def met(day: str) -> Scenario:
    return cdm(publication_date="2010-11-13").given_row("E.1.meetings", date=day, women="41", men="44")


def attended(words: str) -> Scenario:
    scenario = met("2010-07-22").given_row("E.1.meetings", women="22", men="24")
    return scenario.given("E.2.summary", words)


def required(answer: str) -> Scenario:
    return ji().given("G.1.required", answer)


ROWS = (
    reported("LSC-02", lambda: met("2010-11-14"), at="E.1.meetings", severity=Severity.ERROR),
    accepted("LSC-02", lambda: met("2010-11-13")),
    reported("LSC-03", lambda: attended("68 men and 36 women came."), at="E.2.summary", severity=Severity.WARNING),
    accepted("LSC-03", lambda: attended("68 men and 63 women came.")),
    accepted("LSC-03", lambda: attended("Many came.")),
    reported("JI-S01", lambda: required("yes"), at="G.1.events", severity=Severity.WARNING),
    accepted("JI-S01", lambda: required("no")),
    accepted("JI-S01", lambda: required("yes").given_row("G.1.events", event="Public meeting")),
)
