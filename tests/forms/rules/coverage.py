"""Scenarios of forms.rules.coverage."""

from forms.problems import Severity
from tests.forms.rules.projects import approach, cdm, ji, sample, wind_farm
from tests.forms.rules.table import accepted, reported
from tests.scenario import Scenario

METERS, FLOWS = "B.7.3.meters", "B.3.flows"


def sources(included: str, emissions: str) -> Scenario:
    """An approach with a project source, and these project emissions."""
    scenario = approach({"BE[y]": "M", "PE[y]": emissions}, M="10 tCO2e", Q="1 tCO2e")
    texts = {"source": "Flare", "gas": "CO2", "justification": "It burns."}
    scenario.given_row("X.sources", scenario="baseline", included="yes", **texts)
    return scenario.given_row("X.sources", scenario="project", included=included, **texts)


def boundary(answer: str) -> Scenario:
    return wind_farm().given_inputs({"I.sources.baseline_co2.included": answer})


def diagram(tag: str) -> Scenario:
    scenario = cdm().given_row(FLOWS, element="Busbar", monitored="EG_facility: meter M1, check meter (M2)")
    return scenario.given_row(METERS, tag=tag, measures="EG_facility")


def metered(measures: str) -> Scenario:
    scenario = wind_farm().given_inputs({"I.EG_facility.equipment": "Two meters of class 0.2S"})
    return scenario.given_row(METERS, tag="M1", measures=measures)


def collected(variable: str) -> Scenario:
    scenario = approach({"BE[y]": "EG[y] * EF"}, monitored=True, EG="10 MWh", EF="0.7 tCO2/MWh")
    scenario.given_row("D.2.data", id_number="1", variable=variable)
    return scenario.given_row("D.2.data", id_number="2", variable="EF, published factor")


def parameters(*symbols: str) -> Scenario:
    scenario = ji().given_row("X.equations", symbol="BE[y]", expression="M * EF")
    for symbol in symbols:
        scenario.given_row("X.parameters", symbol=symbol)
    return scenario


def kept(words: str) -> Scenario:
    return ji().given("D.1.retention", words)


def without_year(year: str, table: str = "I.sets.h") -> Scenario:
    scenario = sample("los_cocos")
    scenario.project.remove_row("inputs_m1", table, year)
    return scenario


ROWS = (
    reported("BND-02", lambda: sources("yes", "0"), at="X.sources", severity=Severity.WARNING),
    reported("BND-02", lambda: sources("no", "Q"), at="X.equations"),
    reported("BND-02", lambda: boundary("no"), at="I.sources.baseline_co2.included"),
    accepted("BND-02", lambda: sources("yes", "Q")),
    accepted("BND-02", lambda: sources("no", "0")),
    accepted("BND-02", lambda: boundary("yes")),
    reported("BND-03", lambda: diagram("M3"), at=METERS, severity=Severity.WARNING),
    reported("BND-03", lambda: diagram("M"), at=METERS),
    accepted("BND-03", lambda: diagram("M2")),
    reported("MON-06", lambda: metered("Wind speed"), at=METERS, severity=Severity.WARNING),
    accepted("MON-06", lambda: metered("EG_facility: electricity delivered")),
    accepted("MON-06", wind_farm),
    reported("JI-M08", lambda: collected("Electricity"), at="D.2.data", severity=Severity.WARNING),
    accepted("JI-M08", lambda: collected("EG_y, electricity delivered")),
    reported("JI-M05", lambda: parameters("M", "EF", "EF"), at="X.parameters", severity=Severity.WARNING),
    reported("JI-M05", lambda: parameters("M", "EF", "NCV"), at="X.parameters"),
    accepted("JI-M05", lambda: parameters("M", "EF")),
    reported("JI-M06", lambda: kept("Data are kept for a long time."), at="D.1.retention", severity=Severity.WARNING),
    accepted("JI-M06", lambda: kept("Data are kept for at least two years after the last transfer.")),
    accepted("JI-M06", ji),
    reported("MET-07", lambda: without_year("2005"), at="I.sets.h", severity=Severity.WARNING),
    reported("MET-07", lambda: without_year("2008", "I.sets.t"), at="I.sets.t"),
    accepted("MET-07", lambda: sample("los_cocos")),
    accepted("MET-07", wind_farm),
)
