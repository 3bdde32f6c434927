"""Review files: the round trip of findings without a server, what belongs to whom, and what stays private."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forms.anchors import Anchor
from forms.errors import Damaged, Refused
from forms.project import Project
from forms.review import conclude, finding_of, findings, raise_finding, respond
from forms.review_file import base_of, read_review, review_of, take_review, write_review
from tests.forms.edits import base_snapshot
from tests.forms.review.conftest import DAY
from tests.forms.review.desks import copy_of, through_a_file


def send(source, target, by):
    """A review file goes by mail from one desk to the other and is merged there."""
    return take_review(target, read_review(write_review(review_of(source.snapshot, by))))


def told(project):
    """All that findings and rounds say, without the order in which two desks keep them."""
    return sorted(repr(finding) for finding in findings(project.snapshot))


def test_five_rounds_between_two_machines_lose_nothing(project, tmp_path):
    author, validator = project, through_a_file(project, tmp_path / "sent.cerulean")
    for number in range(1, 6):
        key = raise_finding(validator, "CAR", f"Question {number}", by="Vera", on=DAY)
        for finding in findings(validator.snapshot):
            if finding.status == "answered":
                conclude(validator, finding.key, f"Seen in round {number}", close=number == 5, by="Vera")
        assert send(validator, author, "Vera").conflicts == ()
        author.type_in("facts", "P.title", f"Los Cocos, version {number}")
        for finding in findings(author.snapshot):
            respond(author, finding.key, f"Answer {number}", by="Ana")
        assert send(author, validator, "Ana").conflicts == ()
        assert told(author) == told(validator)
        assert finding_of(author.snapshot, key).status == "answered"
    rounds = [len(finding.rounds) for finding in findings(author.snapshot)]
    assert rounds == [9, 7, 5, 3, 1]
    assert [finding.name for finding in findings(author.snapshot)] == [f"CAR {number}" for number in range(1, 6)]


def test_what_came_from_a_review_file_is_one_undo_step(project):
    validator = copy_of(project)
    raise_finding(validator, "CL", "One?", by="Vera")
    raise_finding(validator, "CL", "Two?", by="Vera")
    before = project.snapshot
    send(validator, project, "Vera")
    assert project.history.undo_label == "Take over the review of Vera"
    project.undo()
    assert findings(project.snapshot) == findings(before)


def test_the_same_review_file_twice_changes_nothing(project):
    validator = copy_of(project)
    raise_finding(validator, "CL", "One?", by="Vera")
    send(validator, project, "Vera")
    again = send(validator, project, "Vera")
    assert (again.taken, again.conflicts) == ((), ())


def test_whoever_raised_a_finding_may_reword_it(project):
    validator = copy_of(project)
    key = raise_finding(validator, "CL", "Unclear.", by="Vera")
    send(validator, project, "Vera")
    validator.type_in("review", f"R.findings[{key}].text", "Which turbine?")
    assert send(validator, project, "Vera").conflicts == ()
    assert finding_of(project.snapshot, key).text == "Which turbine?"


def test_what_somebody_else_reworded_is_told_and_not_taken(project):
    key = raise_finding(project, "CL", "Unclear.", by="Ana")
    validator = copy_of(project)
    validator.type_in("review", f"R.findings[{key}].text", "Wrong.")
    [conflict] = send(validator, project, "Vera").conflicts
    assert conflict.path == f"R.findings[{key}].text"
    assert finding_of(project.snapshot, key).text == "Unclear."


def test_an_older_review_file_takes_nothing_away(project):
    validator = copy_of(project)
    raise_finding(validator, "CL", "One?", by="Vera")
    old = write_review(review_of(validator.snapshot, "Vera"))
    raise_finding(validator, "CL", "Two?", by="Vera")
    send(validator, project, "Vera")
    take_review(project, read_review(old))
    assert [finding.text for finding in findings(project.snapshot)] == ["One?", "Two?"]


def test_private_findings_and_their_rounds_stay_at_home(project):
    validator = copy_of(project)
    private = raise_finding(validator, "comment", "Ask the team leader.", by="Vera", is_private=True)
    conclude(validator, private, "Nobody knows.", close=True, by="Vera")
    note = validator.add_row("review", "R.notes")
    validator.type_in("review", f"R.notes[{note}].text", "Lunch?")
    file = write_review(review_of(validator.snapshot, "Vera"))
    assert not any(words in file.decode() for words in ("team leader", "Nobody knows", "Lunch"))
    assert "team leader" in write_review(review_of(validator.snapshot, "Vera", with_private=True)).decode()
    assert b"Lunch" not in write_review(review_of(validator.snapshot, "Vera", with_private=True))


def test_private_findings_of_the_author_survive_a_review_file(project):
    key = raise_finding(project, "comment", "Weak point.", by="Ana", is_private=True)
    validator = copy_of(project)
    raise_finding(validator, "CL", "One?", by="Vera")
    send(validator, project, "Vera")
    assert finding_of(project.snapshot, key).text == "Weak point."


def test_evidence_that_a_response_cites_travels_with_its_file(project, evidence):
    validator = copy_of(project)
    key = raise_finding(validator, "CAR", "Show it.", by="Vera")
    send(validator, project, "Vera")
    respond(project, key, "Attached.", evidence=evidence[0], by="Ana")
    stranger = Project.new("cdm_pdd", "12.0")
    stranger.type_in("facts", "P.title", "Los Cocos Wind Farm")
    review = review_of(project.snapshot, "Ana")
    take_review(stranger, review)
    assert [file.name for file in review.attachments.values()] == ["Wind study.pdf"]
    assert stranger.read.rows("P.evidence") == (evidence[0],)
    assert [file.content for file in stranger.snapshot.attachments.values()] == [b"Wind study"]


def test_the_base_is_the_project_without_its_review(project):
    before = base_of(project.snapshot)
    raise_finding(project, "CL", "One?")
    assert base_of(project.snapshot) == before
    project.type_in("facts", "P.title", "Other")
    assert base_of(project.snapshot) != before


def test_the_review_of_another_project_is_refused(project):
    other = Project.new("ji_ssc_pdd", "01.1")
    other.type_in("facts", "P.title", "Sudenai")
    with pytest.raises(Refused, match="Sudenai"):
        send(other, project, "Vera")


def hostile(project, **changes):
    data = json.loads(write_review(review_of(project.snapshot, "Vera")))
    return json.dumps({**data, **changes}).encode()


@pytest.mark.parametrize(
    "changes", [{"by": "Mallory"}, {"format": "cerulean-project"}, {"sha256": ""}, {"answers": {}}, {"extra": 1}]
)
def test_a_review_file_that_was_changed_on_its_way_is_told(project, changes):
    with pytest.raises(Damaged):
        read_review(hostile(project, **changes))


def test_a_review_file_of_a_newer_program_is_refused(project):
    with pytest.raises(Refused, match="newer"):
        read_review(hostile(project, format_version=2))


def test_a_review_file_answers_nothing_but_the_review(project):
    validator = copy_of(project)
    raise_finding(validator, "CL", "One?", by="Vera")
    review = review_of(validator.snapshot, "Vera")
    facts = {"P.title": validator.snapshot.of("facts")["P.title"]}
    forged = write_review(type(review)(**{**vars(review), "answers": {**review.answers, "facts": facts}}))
    with pytest.raises(Damaged, match=r"P\.title"):
        read_review(forged)


@st.composite
def reviewed(draw, start, by):
    """What one person does to the review of a copy."""
    project = Project(start)
    for _ in range(draw(st.integers(0, 4))):
        known = [finding.key for finding in findings(project.snapshot)]
        verb = draw(st.sampled_from(["raise", "respond", "conclude"]))
        if verb == "raise" or not known:
            kind = draw(st.sampled_from(["CAR", "CL", "FAR", "comment"]))
            raise_finding(
                project, kind, draw(st.sampled_from(["Why?", "How?"])), anchor=Anchor("facts", "P.title"), by=by
            )
        elif verb == "respond":
            respond(project, draw(st.sampled_from(known)), "So.", by=by)
        else:
            conclude(project, draw(st.sampled_from(known)), "Seen.", close=draw(st.booleans()), by=by)
    return project


@st.composite
def two_reviews(draw):
    base = draw(reviewed(base_snapshot(), "Bo")).snapshot
    return draw(reviewed(base, "Ana")), draw(reviewed(base, "Vera"))


def rows(project):
    return {
        (table, key)
        for table in ("R.findings", "R.rounds")
        for key in project.read.rows(table)
    }  # fmt: skip


@settings(max_examples=40)
@given(two_reviews())
def test_findings_of_two_sides_merge_to_all_of_both(made):
    ana, vera = made
    both = rows(ana) | rows(vera)
    first, second = copy_of(ana), copy_of(vera)
    assert send(vera, first, "Vera").conflicts == ()
    assert send(ana, second, "Ana").conflicts == ()
    assert rows(first) == rows(second) == both
    assert told(first) == told(second)
