"""Scenarios of forms.rules.forestry."""

from forms.problems import Severity
from tests.forms.rules.projects import cdm, ji, wind_farm, with_facts
from tests.forms.rules.table import accepted, reported
from tests.scenario import Scenario

LENGTH = "P.crediting.length"


def forest(kind: str, years: str) -> Scenario:
    return cdm(activity="forestry", crediting_type=kind, crediting_start="2008-01-01", crediting_length=years)


def removing(megawatt_hours: str, **facts: str) -> Scenario:
    """The tonnes are those of a wind farm: 0.7 t/MWh; only their number counts here."""
    return with_facts(wind_farm(EG_facility=megawatt_hours), activity="forestry", scale="small", **facts)


def pool(justification: str, *, selected: str = "no") -> Scenario:
    return ji(activity="forestry").given_row("P.pools", pool="litter", selected=selected, justification=justification)


ROWS = (
    reported("CRP-03", lambda: forest("renewable", "20 years 1 month"), at=LENGTH, severity=Severity.ERROR),
    accepted("CRP-03", lambda: forest("renewable", "20 years")),
    reported("CRP-03", lambda: forest("fixed", "31 years"), at=LENGTH),
    accepted("CRP-03", lambda: forest("fixed", "30 years")),
    reported("SCL-06", lambda: removing("24000"), at="P.scale", severity=Severity.ERROR),
    reported("SCL-06", lambda: removing("15000"), at="P.scale", severity=Severity.WARNING),
    accepted("SCL-06", lambda: removing("11000")),
    accepted("SCL-06", lambda: with_facts(removing("24000"), scale="large")),
    reported("FOR-01", lambda: cdm(activity="forestry", land_use="forest_management"), at="P.land_use"),
    accepted("FOR-01", lambda: cdm(activity="forestry", land_use="reforestation")),
    reported("JI-U01", lambda: pool(""), at="P.pools", severity=Severity.WARNING),
    accepted("JI-U01", lambda: pool("Litter grows with the trees.")),
    accepted("JI-U01", lambda: pool("", selected="yes")),
)
