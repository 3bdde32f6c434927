"""Scenarios of forms.rules.warming."""

from forms.problems import Severity
from tests.forms.rules.projects import approach, ji, with_facts
from tests.forms.rules.table import accepted, reported
from tests.scenario import Scenario

POTENTIAL = "I.GWP_CH4.value"


def geothermal(potential: str, start: str, length: str = "2 years") -> Scenario:
    """A geothermal plant under AMS-I.D, with methane in its steam."""
    scenario = Scenario("cdm_pdd", "12.0").given("P.crediting.start", start).given("P.crediting.length", length)
    scenario.given_row("P.methodologies", code="AMS-I.D", version="18.0")
    return scenario.given_inputs({"I.options.plant_type": "geothermal", POTENTIAL: potential})


def methane(potential: str, start: str, length: str = "2 years") -> Scenario:
    equations = {"BE[y]": "M * GWP"}
    return approach(equations, start=start, length=length, M="10 tCH4", GWP=f"{potential} tCO2e/tCH4")


def rows(kind: str, start: str) -> Scenario:
    return with_facts(ji(), crediting_rows=kind, crediting_start=start, crediting_length="4 years")


ROWS = (
    reported("GWP-01", lambda: geothermal("25", "2010-01-01"), at=POTENTIAL, severity=Severity.WARNING),
    accepted("GWP-01", lambda: geothermal("21", "2010-01-01")),
    reported("GWP-02", lambda: geothermal("28", "2013-01-01"), at=POTENTIAL, severity=Severity.ERROR),
    accepted("GWP-02", lambda: geothermal("25", "2013-01-01")),
    accepted("GWP-02", lambda: geothermal("21", "2010-01-01")),
    reported("GWP-03", lambda: geothermal("28", "2021-01-01"), at=POTENTIAL, severity=Severity.WARNING),
    accepted("GWP-03", lambda: geothermal("21", "2021-01-01")),
    reported("GWP-04", lambda: geothermal("21", "2012-01-01"), at=POTENTIAL, severity=Severity.WARNING),
    accepted("GWP-04", lambda: geothermal("21", "2011-01-01")),
    reported("GWP-06", lambda: rows("crediting", "2010-07-01"), at="P.crediting.rows", severity=Severity.WARNING),
    accepted("GWP-06", lambda: rows("calendar", "2010-07-01")),
    accepted("GWP-06", lambda: rows("crediting", "2011-01-01")),
    reported("JI-E06", lambda: methane("25", "2008-01-01"), at="I.GWP.value", severity=Severity.ERROR),
    reported("JI-E06", lambda: methane("21", "2013-01-01"), at="I.GWP.value"),
    accepted("JI-E06", lambda: methane("21", "2008-01-01")),
    accepted("JI-E06", lambda: methane("25", "2013-01-01")),
)
