"""Scenarios of forms.rules.timing."""

from forms.problems import Severity
from tests.forms.rules.projects import cdm, ji
from tests.forms.rules.table import accepted, reported
from tests.scenario import Scenario

TIMELINE = "B.5.timeline"


def contract(day: str, event: str = "equipment_contract") -> Scenario:
    scenario = cdm(start_date="2010-05-20", start_event=event)
    scenario.given_row("P.evidence", title="Contract", date=day)
    return scenario.given("P.start_evidence", scenario.last_row)


def told(*events: tuple[str, str], **facts: str) -> Scenario:
    scenario = cdm(stage="registration", **facts)
    for day, event in events:
        scenario.given_row(TIMELINE, date=day, event=event)
    return scenario


def noticed(*events: tuple[str, str], published: str) -> Scenario:
    facts = {"prior_consideration_required": "yes", "prior_consideration_secretariat_date": "2010-08-12"}
    return told(*events, start_date="2010-05-20", publication_date=published, **facts)


def started(day: str, *events: tuple[str, str]) -> Scenario:
    return told(*events, start_date=day, publication_date="2009-01-01")


def decided(day: str) -> Scenario:
    scenario = cdm(start_date="2010-05-20").given("B.5.uses_investment_analysis", "yes")
    return scenario.given("B.5.decision_date", day)


def meeting(day: str) -> Scenario:
    return cdm(completion_date="2010-08-01").given_row("E.1.meetings", date=day)


def display(ends: str) -> Scenario:
    return ji().given_row("G.1.events", from_date="2006-05-10", to_date=ends)


def registered(day: str, **facts: str) -> Scenario:
    scenario = cdm(stage="registration", crediting_start="2013-01-01", **facts)
    return scenario.given_row("P.earlier", programme="CDM", date=day, outcome="Registered as 7093")


def renewal(on: str, number: str = "2") -> Scenario:
    return cdm(crediting_type="renewable", crediting_number=number, crediting_start="2015-01-01", prepared_for=on)


def baseline(day: str) -> Scenario:
    return ji(completion_date="2008-09-01").given("B.4.date", day)


def permitted(day: str) -> Scenario:
    scenario = ji().given_row("P.evidence", title="Decision of the authority", date="2006-05-09")
    return scenario.given_row("F.1.documents", authority="Department", date=day, evidence=scenario.last_row)


def equipped(life: str, unit: str = "MW", status: str = "new") -> Scenario:
    texts = {"units": "7", "capacity": "2", "capacity_unit": unit, "status": status}
    return cdm(lifetime="20 years").given_row("P.equipment", name="Turbine", technical_life=life, **texts)


def shown(written: str) -> Scenario:
    """An event of 20 May 2010 with a document that was written on another day."""
    scenario = cdm().given_row("P.evidence", title="Minutes", date=written)
    return scenario.given_row("B.5.timeline", date="2010-05-20", event="Decision", evidence=scenario.last_row)


ROWS = (
    reported("DAT-01", lambda: contract("2010-05-02"), at="P.start_date", severity=Severity.ERROR),
    accepted("DAT-01", lambda: contract("2010-05-20")),
    accepted("DAT-01", lambda: contract("2010-05-02", "real_action")),
    accepted("DAT-01", lambda: contract("")),
    reported(
        "DAT-06",
        lambda: noticed(published="2012-08-13"),
        at="P.prior_consideration.secretariat_date",
        severity=Severity.WARNING,
    ),
    accepted("DAT-06", lambda: noticed(published="2012-08-12")),
    accepted("DAT-06", lambda: noticed(("2011-08-12", "Progress report"), published="2013-08-12")),
    reported("DAT-07", lambda: started("2008-08-01"), at=TIMELINE, severity=Severity.ERROR),
    reported("DAT-07", lambda: started("2008-08-01", ("2008-08-02", "CDM contract")), at=TIMELINE),
    accepted("DAT-07", lambda: started("2008-08-01", ("2008-07-01", "The board decides with a view to the CDM"))),
    accepted("DAT-07", lambda: started("2008-08-02")),
    reported("DAT-13", lambda: started("2008-08-01", ("2009-01-01", "Published")), at=TIMELINE),
    accepted("DAT-13", lambda: started("2008-08-01", ("2008-08-01", "Contract"), ("2009-01-01", "Published"))),
    accepted("DAT-13", lambda: started("2008-08-01")),
    reported("DAT-14", lambda: decided("2010-05-21"), at="B.5.decision_date", severity=Severity.WARNING),
    accepted("DAT-14", lambda: decided("2010-05-20")),
    reported("DAT-15", lambda: meeting("2010-08-02"), at="E.1.meetings", severity=Severity.ERROR),
    accepted("DAT-15", lambda: meeting("2010-08-01")),
    reported("DAT-16", lambda: display("2006-05-09"), at="G.1.events", severity=Severity.ERROR),
    accepted("DAT-16", lambda: display("2006-05-10")),
    accepted("DAT-16", lambda: display("")),
    reported("CRP-04", lambda: registered("2013-01-02"), at="P.crediting.start", severity=Severity.ERROR),
    reported(
        "CRP-04",
        lambda: cdm(stage="registration", crediting_start="2013-01-01", prepared_for="2013-02-01"),
        at="P.crediting.start",
    ),
    accepted("CRP-04", lambda: registered("2012-08-27")),
    accepted("CRP-04", lambda: registered("2013-01-02").given_row("P.scopes", scope="14")),
    accepted("CRP-04", lambda: registered("2013-01-02", crediting_type="renewable", crediting_number="2")),
    accepted("CRP-04", lambda: cdm(crediting_start="2013-01-01", prepared_for="2013-02-01")),
    reported("CRP-07", lambda: renewal("2016-01-01"), at="P.prepared_for", severity=Severity.WARNING),
    accepted("CRP-07", lambda: renewal("2015-12-31")),
    accepted("CRP-07", lambda: renewal("2016-01-01", "1")),
    reported("JI-B07", lambda: baseline("2008-09-02"), at="B.4.date", severity=Severity.ERROR),
    accepted("JI-B07", lambda: baseline("2008-09-01")),
    reported("DAT-17", lambda: permitted("2006-05-19"), at="F.1.documents", severity=Severity.WARNING),
    accepted("DAT-17", lambda: permitted("2006-05-09")),
    accepted("DAT-17", lambda: permitted("")),
    reported("CRP-12", lambda: equipped("19"), at="P.equipment", severity=Severity.WARNING),
    accepted("CRP-12", lambda: equipped("20")),
    accepted("CRP-12", lambda: equipped("15", "MVA")),
    accepted("CRP-12", lambda: equipped("15", status="existing")),
    reported("DAT-18", lambda: shown("2010-05-19"), at="B.5.timeline", severity=Severity.WARNING),
    accepted("DAT-18", lambda: shown("2010-05-20")),
    accepted("DAT-18", lambda: shown("2010-06-20")),
)
