"""Scenarios of forms.rules.ji_baseline."""

from forms.problems import Severity
from tests.forms.rules.projects import approach, ji
from tests.forms.rules.table import accepted, reported
from tests.scenario import Scenario

POLICIES = "The law on energy sets the price; coal prevails; two plants close, so demand grows; the economy recovers."


def factor(*, basis: str = "multi_project", source: str = "", choice: str = "") -> Scenario:
    scenario = approach({}).given("B.1.basis", basis)
    return scenario.given_row("X.parameters", symbol="EF_grid", unit="tCO2/MWh", source=source, choice=choice)


def routed(code: str, path: str, words: str) -> Scenario:
    return ji().given("B.2.route", code).given(path, words)


ROWS = (
    reported("JI-B03", lambda: ji().given("B.1.policies", "The law on energy."), at="B.1.policies"),
    accepted("JI-B03", lambda: ji().given("B.1.policies", POLICIES)),
    reported("JI-B04", lambda: ji().given("B.1.conservativeness", "The factor is 0.629."), at="B.1.conservativeness"),
    accepted("JI-B04", lambda: ji().given("B.1.conservativeness", "The factor is cut, which is conservative.")),
    reported("JI-B06", factor, at="X.parameters", severity=Severity.ERROR),
    reported("JI-B06", lambda: factor(source="Ministry, 2006"), at="X.parameters"),
    accepted("JI-B06", lambda: factor(source="Ministry, 2006", choice="The grid of the project")),
    accepted("JI-B06", lambda: factor(basis="project_specific")),
    reported("JI-A02", lambda: routed("cdm_tool_or_method", "B.2.tool", "Additionality tool"), at="B.2.tool"),
    accepted("JI-A02", lambda: routed("cdm_tool_or_method", "B.2.tool", "Additionality tool, version 02")),
    reported(
        "JI-A03",
        lambda: routed("comparable_determined_project", "B.2.comparable", "A wind farm in the same country."),
        at="B.2.comparable",
        severity=Severity.WARNING,
    ),
    accepted(
        "JI-A03",
        lambda: routed("comparable_determined_project", "B.2.comparable", "Project LT1000012, determined by the AIE."),
    ),
    reported(
        "JI-D02",
        lambda: ji().given("B.3.description", "Six heaps. Further heaps can be acquired later."),
        at="B.3.description",
        severity=Severity.WARNING,
    ),
    accepted("JI-D02", lambda: ji().given("B.3.description", "Six heaps; the list is final.")),
)
