"""A filled project, and the writer who signs files in these tests."""

from pathlib import Path

import pytest

from forms.evidence import attachment
from forms.exchange import Content
from forms.project import Project
from forms.store import Author, WorkingCopy
from tests.forms.store.desk import followed


@pytest.fixture
def author():
    return Author("Ana", "desk-1", "Cerulean 0.1.0")


@pytest.fixture
def other_author():
    return Author("Bo", "desk-2", "Cerulean 0.1.0")


@pytest.fixture
def content():
    """A CDM project with answers of every type, a table, a place left blank on purpose and an attachment."""
    project = Project.new("cdm_pdd", "12.0")
    project.type_in("facts", "P.title", "Los Cocos – вітер")
    project.type_in("facts", "P.capacity", "25.20")
    project.type_in("facts", "P.crediting.start", "2013-01-01")
    project.type_in("facts", "P.crediting.length", "7 years 4 months")
    project.type_in("facts", "P.uses_public_funding", "no")
    project.type_in("facts", "P.location", "Dry plain, **windy**.\n\n- one\n- two\n\nCO~2~")
    project.blank("facts", "P.technology_transfer", "No technology is transferred.")
    row = project.add_row("facts", "P.parties")
    project.type_in("facts", f"P.parties[{row}].party", "DO")
    project.attach(attachment("map.png", b"\x89PNG picture"))
    return Content(project.snapshot)


@pytest.fixture
def state_folder(tmp_path: Path):
    return tmp_path / "state"


@pytest.fixture
def desk(state_folder, author):
    """Opens files as a window does: returns the working copy and the project that it follows."""
    opened = []

    def open_file(file, by=author, folder=state_folder):
        copy = WorkingCopy.open(file, folder, by)
        opened.append(copy)
        return copy, followed(copy)

    yield open_file
    for copy in opened:
        copy.close(discard=True)
