"""Scenarios of forms.rules.methodology."""

from forms.problems import Severity
from tests.forms.rules.projects import approach, cdm, ji, sample, wind_farm, with_facts, with_values
from tests.forms.rules.table import accepted, reported
from tests.scenario import Scenario


def applying(project, code: str, version: str, **facts: str) -> Scenario:
    return project(**facts).given_row("P.methodologies", code=code, version=version)


def captive_power(**inputs: str) -> Scenario:
    """A plant for its owner's use under AMS-I.F, whose text could not be read: it may warn, never block."""
    scenario = cdm(crediting_start="2010-01-01", crediting_length="2 years", stage="registration")
    scenario.given_row("P.methodologies", code="AMS-I.F", version="03.0")
    return with_values(scenario, **inputs)


def condition(met: str) -> Scenario:
    return wind_farm().given_inputs({"I.conditions.no_cogeneration.met": met})


def scope(number: str, kind: str = "mandatory") -> Scenario:
    return wind_farm().given_row("P.scopes", scope=number, kind=kind)


def source(justification: str) -> Scenario:
    texts = {"scenario": "baseline", "source": "Plants of the grid", "gas": "CO2", "included": "yes"}
    return ji().given_row("X.sources", justification=justification, **texts)


ROWS = (
    reported("MET-00", lambda: applying(cdm, "ACM9999", "1.0"), at="P.methodologies", severity=Severity.ERROR),
    reported("MET-00", lambda: applying(cdm, "AMS-I.D", "0.1"), at="P.methodologies"),
    reported("MET-00", lambda: applying(ji, "specific", "1"), at="P.methodologies"),
    accepted("MET-00", wind_farm),
    accepted("MET-00", lambda: approach({"BE[y]": "M"}, M="10 tCO2e")),
    reported(
        "MET-01",
        lambda: with_facts(wind_farm(), prepared_for="2014-11-27"),
        at="P.methodologies",
        severity=Severity.WARNING,
    ),
    reported("MET-01", wind_farm, at="P.methodologies", on="2014-11-27"),
    accepted("MET-01", lambda: with_facts(wind_farm(), prepared_for="2014-11-28")),
    accepted("MET-01", lambda: with_facts(wind_farm(), prepared_for="2014-11-27", purpose="archive")),
    reported("MET-02", lambda: condition("no"), at="I.conditions.no_cogeneration.met", severity=Severity.ERROR),
    accepted("MET-02", lambda: condition("yes")),
    accepted("MET-02", lambda: condition("na")),
    reported("MET-04", lambda: scope("2"), at="P.scopes", severity=Severity.ERROR),
    reported("MET-04", lambda: scope("1").given_row("P.scopes", scope="13", kind="mandatory"), at="P.scopes"),
    accepted("MET-04", lambda: scope("1")),
    accepted("MET-04", lambda: scope("1").given_row("P.scopes", scope="13", kind="conditional")),
    reported("MET-05", lambda: wind_farm(Cap_new="15.01"), at="I.conditions.limit_15_mw.met"),
    accepted("MET-05", lambda: wind_farm(Cap_new="15")),
    reported(
        "MET-05", lambda: captive_power(Cap_new="16"), at="I.conditions.limit_15_mw.met", severity=Severity.WARNING
    ),
    reported("MET-11", captive_power, at="P.methodologies", severity=Severity.WARNING),
    accepted("MET-11", wind_farm),
    reported("FRM-01", lambda: ji(prepared_for="2006-10-26"), at="P.prepared_for", severity=Severity.WARNING),
    reported("FRM-01", lambda: cdm(prepared_for="2012-01-01"), at="P.prepared_for"),
    reported("FRM-01", lambda: ji(prepared_for="2007-01-01"), at="P.prepared_for", on="2006-10-26"),
    accepted("FRM-01", lambda: ji(prepared_for="2006-10-27")),
    accepted("FRM-01", lambda: cdm(prepared_for="2012-01-01", purpose="archive")),
    reported("FRM-11", lambda: cdm(mechanism="ji"), at="P.mechanism", severity=Severity.ERROR),
    reported("FRM-11", lambda: ji(scale="large"), at="P.scale"),
    accepted("FRM-11", lambda: cdm(scale="large")),
    accepted("FRM-11", lambda: ji(scale="small")),
    reported("BND-01", lambda: source(""), at="X.sources"),
    accepted("BND-01", lambda: source("The plants are controlled by the grid operator.")),
    reported("JI-B01", ji, at="P.methodologies"),
    accepted("JI-B01", lambda: applying(ji, "specific", "1")),
    # A symbol that stands nowhere, and MWh that are said to be tonnes.
    reported("JI-M04", lambda: approach({"BE[y]": "M * N"}, M="10 tCO2e"), at="X.equations"),
    reported("JI-M04", lambda: approach({"BE[y]": "EG"}, EG="10 MWh"), at="X.equations"),
    reported("JI-M04", lambda: approach({"BE[y]": "M"}, M=" parsecs"), at="X.parameters"),
    accepted("JI-M04", lambda: approach({"BE[y]": "M"}, M="10 tCO2e")),
    accepted("JI-M04", lambda: sample("sudenai")),
)
