"""Scenarios of forms.rules.sampling."""

from forms.problems import Severity
from tests.forms.rules.projects import cdm, wind_farm, with_facts
from tests.forms.rules.table import accepted, reported
from tests.scenario import Scenario


def measured(method: str, sampling: str = "no") -> Scenario:
    return wind_farm().given_inputs({"I.EG_facility.method": method}).given("B.7.2.uses_sampling", sampling)


def sampled(confidence: str, precision: str, scale: str = "small") -> Scenario:
    scenario = with_facts(cdm(), scale=scale).given("B.7.2.uses_sampling", "yes")
    return scenario.given("B.7.2.confidence", confidence).given("B.7.2.precision", precision)


def size(number: str, words: str) -> Scenario:
    return sampled("95", "10").given("B.7.2.sample_size", number).given("B.7.2.calculation", words)


ROWS = (
    reported("MON-03", lambda: measured("Annual survey of users"), at="B.7.2.uses_sampling", severity=Severity.WARNING),
    reported("MON-03", lambda: measured("Questionnaire", ""), at="B.7.2.uses_sampling"),
    accepted("MON-03", lambda: measured("Annual survey of users", "yes")),
    accepted("MON-03", lambda: measured("Meter; a topographic survey gave its place")),
    reported("MON-07", lambda: sampled("89", "10"), at="B.7.2.confidence", severity=Severity.WARNING),
    reported("MON-07", lambda: sampled("90", "10", "large"), at="B.7.2.confidence"),
    reported("MON-07", lambda: sampled("90", "11"), at="B.7.2.precision"),
    accepted("MON-07", lambda: sampled("90", "10")),
    accepted("MON-07", lambda: sampled("95", "10", "large")),
    reported("MON-08", lambda: size("102", "n = 81, with a reserve 83."), at="B.7.2.sample_size"),
    accepted("MON-08", lambda: size("83", "n = 81, with a reserve 83.")),
    accepted("MON-08", lambda: size("1068", "n = 1,068 of all users")),
)
