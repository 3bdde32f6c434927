"""Many projects: words, conditions and order, with what is missing never taken for zero."""

import datetime as dt
from decimal import Decimal
from pathlib import PurePosixPath

import pytest

from forms.document import Reader
from forms.errors import UserError
from forms.portfolio import ListedProject, in_order, listed, search
from forms.project import Project
from forms.review import raise_finding

TODAY = dt.date(2026, 11, 23)
FELOU = ListedProject(
    "/projects/felou.cerulean", "Félou Regional Hydropower Project", "Mali; Mauritania; Senegal", "CDM", "CDM-PDD 03",
    "ACM0002 10", "post registration", Decimal(188282), 2, dt.date(2026, 11, 1), 0, 4,
)  # fmt: skip
NOVA = ListedProject(
    "/projects/nova.cerulean", "Brazil NovaGerar Landfill Gas to Energy Project", "Brazil", "CDM", "CDM-PDD 03",
    "AM0003 1; ACM0001 4", "registration", Decimal(670133), 0, None, 3, 0,
)  # fmt: skip
BLANK = ListedProject("/projects/new.cerulean", mechanism="JI", form="JI-PDD 01", stage="draft", findings=0, errors=12)
TORN = ListedProject("/projects/torn.cerulean", fault="/projects/torn.cerulean is damaged: its end is missing.")
ALL = (FELOU, NOVA, BLANK, TORN)


def found(wanted):
    return [PurePosixPath(project.file).stem for project in search(ALL, wanted, today=TODAY)]


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        ("", ["felou", "nova", "new", "torn"]),
        ("FÉLOU hydro", ["felou"]),
        ("damaged", ["torn"]),
        ("host=Mauritania", ["felou"]),
        ("host=Mau", []),
        ("host:Mau", ["felou"]),
        ("methodology=ACM0001", ["nova"]),
        ("methodology=acm0001 methodology=AM0003", ["nova"]),
        ("stage=registration", ["nova"]),
        ("stage=post_registration", ["felou"]),
        ("tonnes>=188282", ["felou", "nova"]),
        ("tonnes<200,000", ["felou"]),
        ("tonnes=", ["new", "torn"]),
        ("title!=", ["felou", "nova"]),
        ("errors=0", ["felou"]),
        ("errors>0 mechanism=JI", ["new"]),
        ("due<today", ["felou"]),
        ("due>=2026-12-01", []),
        ('title:"landfill gas"', ["nova"]),
        ('"landfill gas', ["nova"]),
        ("host!=Brazil fault=", ["felou", "new"]),
    ],
)
def test_words_and_conditions(wanted, names):
    assert found(wanted) == names


@pytest.mark.parametrize("wanted", ["hots=Brazil", "tonnes>many", "due<soon", "title>A", "errors=NaN"])
def test_what_cannot_be_asked_is_told_with_an_example(wanted):
    with pytest.raises(UserError) as told:
        search(ALL, wanted)
    assert "host=China" in told.value.remedy


@pytest.mark.parametrize("descending", [False, True])
def test_what_is_missing_comes_last_in_either_order(descending):
    names = [PurePosixPath(project.file).stem for project in in_order(ALL, "tonnes", descending=descending)]
    assert names == [*(["nova", "felou"] if descending else ["felou", "nova"]), "new", "torn"]


def test_the_line_of_a_project_says_what_its_facts_say():
    project = Project.new("cdm_pdd", "12.0")
    project.type_in("facts", "P.title", "Los Cocos")
    row = project.add_row("facts", "P.parties")
    project.type_in("facts", f"P.parties[{row}].party", "DO")
    project.type_in("facts", f"P.parties[{row}].role", "host")
    raise_finding(project, "CAR", "Where is the map?", due=dt.date(2026, 12, 1))
    raise_finding(project, "CL", "Which year?", due=dt.date(2026, 11, 30))
    line = listed("x.cerulean", project.snapshot)
    assert (line.title, line.host, line.mechanism) == ("Los Cocos", "Dominican Republic", "CDM")
    assert (line.findings, line.due, line.tonnes) == (2, dt.date(2026, 11, 30), None)
    assert line.form == Reader(project.snapshot).form("cdm_pdd").name
    assert line.errors
