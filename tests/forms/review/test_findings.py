"""Findings and rounds: numbering, status, what changed, and anchors that are found again after edits."""

import datetime as dt

import pytest

from forms.anchors import Anchor, anchored
from forms.errors import UserError
from forms.freezing import freeze
from forms.project import Project
from forms.review import anchor_state, conclude, findings, raise_finding, respond
from forms.upgrade import upgrade
from tests.forms.review.conftest import DAY, PLAIN

QUOTE = "a dry plain with steady trade winds"
NOON = dt.datetime(2012, 8, 27, 12, tzinfo=dt.UTC)


@pytest.fixture
def car(project):
    anchor = anchored(project.snapshot, "facts", "P.location", QUOTE)
    return raise_finding(project, "CAR", "Give the source.", anchor=anchor, by="Vera", on=DAY, due=DAY)


def only(project):
    [finding] = findings(project.snapshot)
    return finding


def test_findings_are_numbered_by_their_kind(project):
    for kind in ("CAR", "CL", "CAR", "FAR", "comment"):
        raise_finding(project, kind, "Explain.")
    assert [finding.name for finding in findings(project.snapshot)] == ["CAR 1", "CL 1", "CAR 2", "FAR 1", "Comment 1"]


def test_a_finding_goes_from_open_to_answered_to_closed(project, car):
    seen = [only(project).status]
    for act in (
        lambda: respond(project, car, "The wind study is attached."),
        lambda: conclude(project, car, "Which page?", close=False),
        lambda: respond(project, car, "Page 4."),
        lambda: conclude(project, car, "Closed.", close=True),
    ):
        act()
        seen.append(only(project).status)
    assert seen == ["open", "answered", "open", "answered", "closed"]
    assert [(found.role, found.number) for found in only(project).rounds] == [
        ("response", 1), ("assessment", 1), ("response", 2), ("assessment", 2),
    ]  # fmt: skip


def test_a_finding_is_overdue_after_its_day_until_it_is_answered(project, car):
    assert not only(project).is_overdue(DAY)
    assert only(project).is_overdue(DAY + dt.timedelta(1))
    respond(project, car, "Done.")
    assert not only(project).is_overdue(DAY + dt.timedelta(1))


def test_a_finding_is_one_undo_step(project):
    raise_finding(project, "CL", "Explain.")
    project.undo()
    assert findings(project.snapshot) == ()


@pytest.mark.parametrize("act", [
    lambda project, key: raise_finding(project, "CAR", " "),
    lambda project, key: respond(project, key, ""),
    lambda project, key: conclude(project, key, "", close=True),
    lambda project, key: respond(project, "r0", "Done."),
    lambda project, key: raise_finding(project, "NCR", "Explain."),
])  # fmt: skip
def test_what_says_nothing_or_is_of_nothing_is_refused(project, car, act):
    with pytest.raises(UserError):
        act(project, car)
    assert len(findings(project.snapshot)) == 1


def test_text_of_a_finding_is_kept_sign_by_sign(project):
    raise_finding(project, "CL", "# 2 * 3 * 4 of <B.6.1>\nand ER_y")
    assert only(project).text == "# 2 * 3 * 4 of <B.6.1>\nand ER_y"


# -- what changed -----------------------------------------------------------------------------------------------


def test_what_changed_since_the_finding_is_attached_by_itself(project):
    first = freeze((), project.snapshot, NOON, "Ana", "sent to the validator")
    key = raise_finding(project, "CAR", "Which winds?", anchor=Anchor("facts", "P.location"), revisions=(first,))
    project.type_in("facts", "P.location", PLAIN.replace("steady", "constant"))
    respond(project, key, "Corrected.", revisions=(first,))
    [response] = only(project).rounds
    assert response.revision == 1
    assert "[-steady-]{+constant+}" in response.changes
    assert "R.findings" not in response.changes


def test_a_response_that_changed_nothing_at_the_place_says_so(project):
    first = freeze((), project.snapshot, NOON, "Ana", "")
    key = raise_finding(project, "CAR", "Which winds?", anchor=Anchor("facts", "P.location"), revisions=(first,))
    project.type_in("cdm_pdd", "cover.version", "2")
    respond(project, key, "Explained.", revisions=(first,))
    assert only(project).rounds[0].changes.startswith("Nothing changed at the place of the finding.")


def test_without_a_revision_there_is_nothing_to_compare_with(project, car):
    respond(project, car, "Done.")
    assert (only(project).rounds[0].changes, only(project).rounds[0].revision) == ("", None)


# -- anchors ----------------------------------------------------------------------------------------------------


def state(project):
    found = anchor_state(project.snapshot, only(project))
    return found.standing, found.path


def test_a_passage_is_found_again_after_edits_around_it(project, car):
    project.type_in("facts", "P.location", f"Near the coast. {PLAIN} It is windy.")
    found = anchor_state(project.snapshot, only(project))
    assert (found.standing, found.words) == ("found", "")
    assert f"Near the coast. {PLAIN} It is windy."[found.start : found.end] == QUOTE


def test_of_two_such_passages_the_one_in_its_surroundings_is_meant(project, car):
    project.type_in("facts", "P.location", f"North of it lies {QUOTE} too. {PLAIN}")
    assert anchor_state(project.snapshot, only(project)).start > 50


def test_a_passage_that_was_rewritten_is_said_to_be_changed(project, car):
    project.type_in("facts", "P.location", "The site is a humid hill.")
    assert anchor_state(project.snapshot, only(project)).words == "passage changed"


def test_a_passage_that_went_elsewhere_is_found_there(project, car):
    project.type_in("facts", "P.location", "See below.")
    project.type_in("facts", "P.technology_transfer", PLAIN)
    assert state(project) == ("moved", "P.technology_transfer")


def test_a_number_that_changed_is_said_to_be_changed(project):
    project.type_in("facts", "P.capacity", "25.2")
    anchor = anchored(project.snapshot, "facts", "P.capacity", "25.2")
    raise_finding(project, "CL", "Source?", anchor=anchor)
    assert state(project) == ("found", "P.capacity")
    project.type_in("facts", "P.capacity", "30")
    assert state(project) == ("changed", "P.capacity")


def test_a_table_row_keeps_its_finding_wherever_it_moves(project, evidence):
    raise_finding(project, "CL", "Date?", anchor=anchored(project.snapshot, "facts", f"P.evidence[{evidence[0]}]"))
    project.move_row("facts", "P.evidence", evidence[0], 1)
    assert state(project)[0] == "found"
    project.remove_row("facts", "P.evidence", evidence[0])
    assert state(project)[0] == "gone"


def test_what_does_not_stand_there_cannot_be_quoted(project):
    with pytest.raises(UserError, match="does not stand at"):
        anchored(project.snapshot, "facts", "P.location", "snow")
    with pytest.raises(UserError, match="no place"):
        anchored(project.snapshot, "facts", "P.nowhere")


def test_findings_follow_their_places_into_a_later_form(project):
    old = Project.new("cdm_pdd", "03")
    old.type_in("cdm_pdd", "D.1.analysis", "Birds were counted.")
    anchor = anchored(old.snapshot, "cdm_pdd", "D.1.analysis", "Birds")
    raise_finding(old, "CL", "Which birds?", anchor=anchor)
    raise_finding(old, "CL", "Which town?", anchor=Anchor("cdm_pdd", "A.4.3.equipment"))
    raise_finding(old, "comment", "Well written.", anchor=Anchor("cdm_pdd"))
    later = upgrade(old.snapshot, "cdm_pdd", "12.0").snapshot
    carried = [anchor_state(later, finding) for finding in findings(later)]
    assert [(state.standing, state.path) for state in carried] == [
        ("found", "D.1.analysis"), ("found", "A.3.equipment"), ("found", ""),
    ]  # fmt: skip
