"""Scenarios of forms.rules.editions."""

from forms.problems import Severity
from tests.forms.rules.projects import cdm, sample, wind_farm, with_facts
from tests.forms.rules.table import accepted, reported
from tests.scenario import Scenario

TOOLS, CONDITIONS = "B.1.other_tools", "B.2.other_conditions"


def listed(*tools: str, scenario: Scenario | None = None, version: str = "07.0.0") -> Scenario:
    scenario = scenario or cdm().given("B.5.route", "TOOL01")
    for tool in tools:
        scenario.given_row(TOOLS, reference=tool, version=version)
    return scenario


def analysed() -> Scenario:
    return cdm().given("B.5.route", "TOOL01").given("B.5.uses_investment_analysis", "yes")


def shown(reference: str) -> Scenario:
    return listed("TOOL01").given_row(CONDITIONS, reference=reference, condition="Always", met="yes")


def standardized(**ends: str) -> Scenario:
    return cdm(prepared_for="2015-06-01").given_row("B.1.standardized_baselines", reference="ASB0001", **ends)


def kind_of_period(kind: str, tool: str = "TOOL23") -> Scenario:
    return listed(tool, scenario=cdm(crediting_type=kind))


ROWS = (
    reported("MET-03", listed, at=TOOLS, severity=Severity.ERROR),
    reported("MET-03", lambda: listed("TOOL01", scenario=analysed()), at=TOOLS),
    accepted("MET-03", lambda: listed("TOOL01")),
    accepted("MET-03", lambda: listed("TOOL01", "TOOL27", scenario=analysed())),
    accepted("MET-03", lambda: sample("los_cocos")),
    reported("MET-08", lambda: listed("TOOL01"), at=TOOLS, severity=Severity.WARNING),
    reported("MET-08", lambda: shown("TOOL01, 06.0"), at=CONDITIONS),
    accepted("MET-08", lambda: shown("TOOL01, 07.0.0")),
    accepted("MET-08", lambda: shown("TOOL01")),
    reported(
        "MET-09",
        lambda: with_facts(wind_farm(), prepared_for="2009-01-01"),
        at="P.methodologies",
        severity=Severity.WARNING,
    ),
    accepted("MET-09", lambda: with_facts(wind_farm(), prepared_for="2021-01-01")),
    accepted("MET-09", lambda: with_facts(wind_farm(), prepared_for="2009-01-01", purpose="archive")),
    reported(
        "MET-10",
        lambda: standardized(valid_to="2015-05-31"),
        at="B.1.standardized_baselines",
        severity=Severity.ERROR,
    ),
    reported("MET-10", lambda: standardized(valid_from="2015-06-02"), at="B.1.standardized_baselines"),
    accepted("MET-10", lambda: standardized(valid_from="2012-06-01", valid_to="2015-06-01")),
    accepted("MET-10", standardized),
    reported("CRP-10", lambda: kind_of_period("renewable"), at="P.crediting.type", severity=Severity.WARNING),
    accepted("CRP-10", lambda: kind_of_period("fixed")),
    accepted("CRP-10", lambda: kind_of_period("renewable", "TOOL01")),
)
