"""Scenarios of forms.rules.dates."""

from forms.problems import Severity
from tests.forms.rules.projects import cdm, ji
from tests.forms.rules.table import accepted, reported
from tests.scenario import Scenario


def crediting_to_2021(**facts: str) -> Scenario:
    return cdm(crediting_start="2014-01-02", crediting_length="7 years", **facts)


def notified(day: str, **facts: str) -> Scenario:
    """Started on 1 March 2010, and both authorities told on one day; 28 August is the 180th after it."""
    told = {"prior_consideration_dna_date": day, "prior_consideration_secretariat_date": day}
    return cdm(start_date="2010-03-01", prior_consideration_required="yes", **told, **facts)


def evidence_of(day: str) -> Scenario:
    return cdm(completion_date="2012-05-01").given_row("P.evidence", title="Feasibility study", date=day)


def letter_of(day: str) -> Scenario:
    return ji(completion_date="2012-05-01").given_row("P.letters", authority="Ministry of Environment", date=day)


ROWS = (
    reported("LEG-01", crediting_to_2021, at="P.crediting.end", severity=Severity.ERROR, recipient="eb"),
    accepted("LEG-01", lambda: crediting_to_2021(purpose="archive"), recipient="eb"),
    accepted("LEG-01", lambda: crediting_to_2021(prepared_for="2012-10-16"), recipient="eb"),
    accepted("LEG-01", lambda: cdm(crediting_start="2014-01-01", crediting_length="7 years"), recipient="eb"),
    reported("DAT-02", lambda: cdm(start_date="1999-12-31"), at="P.start_date", severity=Severity.ERROR),
    accepted("DAT-02", lambda: cdm(start_date="2000-01-01")),
    reported("JI-C01", lambda: ji(start_date="1999-12-31"), at="P.start_date", severity=Severity.ERROR),
    accepted("JI-C01", lambda: ji(start_date="2000-01-01")),
    reported("DAT-03", lambda: notified("2010-08-29"), at="P.prior_consideration.dna_date"),
    reported("DAT-03", lambda: notified("2010-08-29"), at="P.prior_consideration.secretariat_date"),
    reported("DAT-03", lambda: notified(""), at="P.prior_consideration.dna_date"),
    accepted("DAT-03", lambda: notified("2010-08-28")),
    accepted("DAT-03", lambda: notified("", publication_date="2010-03-01")),
    # Projects that started before 2 August 2008 had no one to notify.
    accepted("DAT-03", lambda: cdm(start_date="2008-08-01", prior_consideration_required="yes")),
    reported(
        "DAT-03",
        lambda: cdm(start_date="2008-08-02", prior_consideration_required="yes"),
        at="P.prior_consideration.dna_date",
    ),
    reported(
        "DAT-09",
        lambda: cdm(start_date="2010-03-01", publication_date="2010-03-02"),
        at="P.prior_consideration.required",
    ),
    accepted("DAT-09", lambda: cdm(start_date="2010-03-01", publication_date="2010-03-01")),
    accepted("DAT-09", lambda: notified("2010-08-01", publication_date="2010-11-01")),
    reported("DAT-10", lambda: evidence_of("2012-05-02"), at="P.evidence", severity=Severity.ERROR),
    reported("DAT-10", lambda: letter_of("2012-05-02"), at="P.letters"),
    accepted("DAT-10", lambda: evidence_of("2012-05-01")),
    accepted("DAT-10", lambda: letter_of("2012-05-01")),
    reported("DAT-11", lambda: cdm(completion_date="2012-05-02", prepared_for="2012-05-01"), at="P.completion_date"),
    reported("DAT-11", lambda: cdm(completion_date="2012-05-02"), at="P.completion_date", on="2012-05-01"),
    accepted("DAT-11", lambda: cdm(completion_date="2012-05-01", prepared_for="2012-05-01")),
    accepted("DAT-11", lambda: cdm(completion_date="2012-05-02", prepared_for="2012-05-01", purpose="archive")),
    reported("DAT-12", lambda: cdm(start_date="2010-03-01", crediting_start="2010-02-28"), at="P.crediting.start"),
    accepted("DAT-12", lambda: cdm(start_date="2010-03-01", crediting_start="2010-03-01")),
)
