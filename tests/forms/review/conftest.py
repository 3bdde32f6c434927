"""A small wind project on two desks, and what its author and its validator do to it."""

import datetime as dt

import pytest

from forms.evidence import attachment
from forms.project import Project

DAY = dt.date(2012, 8, 27)
PLAIN = "The site is a dry plain with steady trade winds. The nearest town is Enriquillo."


@pytest.fixture
def project():
    """A CDM project with a location, a participant with a contact person, and two pieces of evidence."""
    made = Project.new("cdm_pdd", "12.0")
    made.type_in("facts", "P.title", "Los Cocos Wind Farm")
    made.type_in("facts", "P.location", PLAIN)
    row = made.add_row("facts", "P.participants")
    for column, words in {
        "entity": "EGE Haina",
        "last_name": "Ramirez",
        "direct_email": "j.ramirez@haina.test",
    }.items():
        made.type_in("facts", f"P.participants[{row}].{column}", words)
    for title in ("Wind study", "Letter of the bank"):
        key = made.add_row("facts", "P.evidence")
        made.type_in("facts", f"P.evidence[{key}].title", title)
        sha256 = made.attach(attachment(f"{title}.pdf", title.encode()))
        made.set("facts", f"P.evidence[{key}].file", sha256)
    return made


@pytest.fixture
def evidence(project):
    """Row keys of the wind study and of the letter of the bank."""
    return project.read.rows("P.evidence")
