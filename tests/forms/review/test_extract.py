"""A part for a specialist: what goes along, and that what comes back is merged without loss."""

import pytest

from forms.errors import UserError
from forms.extract import extract
from forms.merge import merge
from forms.project import Project
from tests.forms.review.conftest import PLAIN


def test_a_part_has_its_sections_and_nothing_else(project):
    project.type_in("cdm_pdd", "D.1.analysis", "Birds were counted.")
    project.type_in("cdm_pdd", "E.2.summary", "Nobody objected.")
    part = extract(project.snapshot, ["D"])
    assert dict(part.of("cdm_pdd")) == {"D.1.analysis": project.snapshot.of("cdm_pdd")["D.1.analysis"]}
    assert part.of("facts").value("P.title") == "Los Cocos Wind Farm"
    assert "P.location" not in part.of("facts")
    assert not any(path.startswith("P.participants") for path in part.of("facts"))


def test_a_part_shows_the_facts_of_its_section_and_the_evidence_it_may_cite(project, evidence):
    part = extract(project.snapshot, ["A.2", "D.2"])
    assert "P.location" in part.of("facts")
    assert part.of("facts").rows("P.evidence") == evidence
    assert part.attachments == project.snapshot.attachments


def test_a_whole_document_can_be_handed_over(project):
    assert "P.location" in extract(project.snapshot, ["facts"]).of("facts")


def test_what_comes_back_is_merged_with_the_rest(project, evidence):
    sent = extract(project.snapshot, ["D"])
    specialist = Project(sent)
    specialist.type_in("cdm_pdd", "D.1.analysis", "Birds were counted.")
    added = specialist.add_row("facts", "P.evidence")
    specialist.type_in("facts", f"P.evidence[{added}].title", "Bird study")
    project.type_in("facts", "P.location", PLAIN.replace("dry", "arid"))
    merged = merge(sent, project.snapshot, specialist.snapshot)
    assert merged.conflicts == ()
    assert merged.snapshot.of("cdm_pdd").value("D.1.analysis") == specialist.snapshot.of("cdm_pdd").value(
        "D.1.analysis"
    )
    assert merged.snapshot.of("facts").rows("P.evidence") == (*evidence, added)
    assert merged.snapshot.of("facts")["P.location"] == project.snapshot.of("facts")["P.location"]
    assert merged.snapshot.attachments == project.snapshot.attachments
    untouched = {place for place in project.snapshot.of("facts") if place != "P.evidence"}
    assert all(merged.snapshot.of("facts")[path] == project.snapshot.of("facts")[path] for path in untouched)


def test_a_section_that_the_form_does_not_have_is_told(project):
    with pytest.raises(UserError, match=r"no section Z\.9"):
        extract(project.snapshot, ["Z.9"])
