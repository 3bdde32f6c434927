"""Scenarios of forms.rules.crediting."""

from forms.problems import Severity
from tests.forms.rules.additionality_steps import record
from tests.forms.rules.projects import cdm, ji
from tests.forms.rules.table import accepted, reported
from tests.scenario import Scenario

LENGTH = "P.crediting.length"


def period(kind: str, length: str, **facts: str) -> Scenario:
    return cdm(crediting_type=kind, crediting_start="2012-01-01", crediting_length=length, **facts)


def lifetime(project, years: str, **facts: str) -> Scenario:
    """Ten years of crediting that begin when the plant does."""
    dates = {"start_date": "2008-06-01", "commissioning_date": "2009-01-01", "crediting_start": "2009-01-01"}
    return project(**{**dates, **facts}, lifetime=f"{years} years", crediting_length="10 years")


def renewed(on: str, *, number: str = "2", purpose: str = "submission") -> Scenario:
    """ACM0002 version 20.0 was valid from November 2019 to November 2022."""
    scenario = cdm(crediting_type="renewable", crediting_number=number, prepared_for=on, purpose=purpose)
    return scenario.given_row("P.methodologies", code="ACM0002", version="20.0")


ROWS = (
    reported("CRP-01", lambda: period("renewable", "7 years 1 month"), at=LENGTH, severity=Severity.ERROR),
    accepted("CRP-01", lambda: period("renewable", "7 years")),
    accepted("CRP-01", lambda: period("fixed", "10 years")),
    reported("CRP-02", lambda: period("fixed", "10 years 1 month"), at=LENGTH, severity=Severity.ERROR),
    accepted("CRP-02", lambda: period("fixed", "10 years")),
    accepted("CRP-02", lambda: period("renewable", "10 years 1 month")),
    reported("CRP-05", lambda: lifetime(cdm, "9"), at=LENGTH),
    accepted("CRP-05", lambda: lifetime(cdm, "10")),
    # Without a commissioning date the lifetime counts from the start: seven months earlier.
    reported("CRP-05", lambda: lifetime(cdm, "10", commissioning_date=""), at=LENGTH),
    accepted("CRP-05", lambda: cdm(crediting_start="2009-01-01", crediting_length="10 years", lifetime="9 years")),
    reported("CRP-06", lambda: period("renewable", "7 years", crediting_number="2"), at="P.crediting.number"),
    accepted("CRP-06", lambda: period("renewable", "7 years", crediting_number="1")),
    accepted("CRP-06", lambda: period("renewable", "7 years", crediting_number="2", stage="post_registration")),
    accepted("CRP-06", lambda: period("renewable", "7 years", crediting_number="3"), stage="post_registration"),
    reported("JI-C02", lambda: ji(crediting_start="2007-12-31"), at="P.crediting.start", severity=Severity.ERROR),
    accepted("JI-C02", lambda: ji(crediting_start="2008-01-01")),
    reported("JI-C03", lambda: lifetime(ji, "9"), at=LENGTH, severity=Severity.WARNING),
    accepted("JI-C03", lambda: lifetime(ji, "10")),
    # The lifetime of a programme's document is that of its typical activity, which others follow.
    accepted("JI-C03", lambda: lifetime(ji, "9", activity="programme")),
    reported("JI-C04", lambda: ji(crediting_start="2008-01-01", crediting_length="5 years 1 month"), at=LENGTH),
    accepted("JI-C04", lambda: ji(crediting_start="2008-01-01", crediting_length="5 years")),
    # Forests have years of their own.
    accepted("CRP-01", lambda: period("renewable", "20 years", activity="forestry")),
    accepted("CRP-02", lambda: period("fixed", "30 years", activity="forestry")),
    reported("CRP-08", lambda: renewed("2023-06-01"), at="P.methodologies"),
    accepted("CRP-08", lambda: renewed("2020-06-01")),
    accepted("CRP-08", lambda: renewed("2023-06-01", number="1")),
    accepted("CRP-08", lambda: renewed("2023-06-01", purpose="archive")),
    reported("CRP-13", lambda: renewed("2020-06-01"), at="P.documents", severity=Severity.WARNING,
             stage="post_registration"),
    accepted("CRP-13", lambda: record("tool11_record:03.0.1", {}, renewed("2020-06-01"))),
    accepted("CRP-13", lambda: renewed("2020-06-01", number="1")),
    accepted("CRP-13", lambda: renewed("2020-06-01", purpose="archive")),
    reported("CRP-13", lambda: record("tool11_record:03.0.1", {}, renewed("2020-06-01", number="1")), at="A.1.project"),
)  # fmt: skip
