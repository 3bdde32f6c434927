"""What a list offers in this project: papers of its own mechanism, and what is chosen already."""

from __future__ import annotations

import pytest

from forms.project import Project
from ui.offers import offered

CDM_ONLY, JI_ONLY, EITHER = "prior_consideration:1", "eu_double_counting:1", "project_idea_note:1"


def papers(project: Project, chosen: str = "") -> set[str]:
    table = project.read.field("facts", "P.documents")
    column = next(column for column in table.columns if column.key == "form")
    return {code for code, _ in offered(project.read, column, chosen)}


@pytest.fixture
def project():
    made = Project.new("cdm_pdd", "12.0")
    made.type_in("facts", "P.mechanism", "cdm")
    return made


def test_papers_of_the_other_mechanism_are_not_offered(project):
    assert {CDM_ONLY, EITHER} <= papers(project)
    assert JI_ONLY not in papers(project)
    project.type_in("facts", "P.mechanism", "ji")
    assert {JI_ONLY, EITHER} <= papers(project)
    assert CDM_ONLY not in papers(project)


def test_what_is_chosen_already_stays_in_the_list(project):
    assert JI_ONLY in papers(project, JI_ONLY)


def test_other_lists_offer_all_their_choices(project):
    stage = project.read.field("facts", "P.stage")
    assert len(offered(project.read, stage, None)) == len(stage.choices)
