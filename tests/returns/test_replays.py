"""Every return that the shipped forms can express is caught, and the clean samples give no alarm."""

import itertools

import pytest

from forms.crosscheck import compare_with
from forms.foreign import ForeignFile, Passage
from forms.problems import Severity
from tests.forms.rules.projects import sample
from tests.returns.replays import BESIDE, NOT_YET, REPLAYS, Beside, Replay

PUBLISHED = range(1, 23)
KNOWN = {"sudenai": {("JI-P06", "P.letters")}, "los_cocos": {("PAR-03", "P.parties")}}
numbers = itertools.count(1)


def name(replay: Replay) -> str:
    return f"{replay.number}-{replay.rule}-{next(numbers)}"


@pytest.mark.parametrize("sample_id", KNOWN)
def test_a_clean_sample_gives_no_false_alarm(sample_id):
    problems = sample(sample_id).checked().problems
    assert {(problem.rule, problem.path) for problem in problems} == KNOWN[sample_id]
    assert all(problem.severity is not Severity.ERROR for problem in problems)


@pytest.mark.parametrize("replay", REPLAYS, ids=name)
def test_the_fault_is_reported_at_its_field(replay):
    sample(replay.sample_id).expect_none(replay.rule)
    replay.changed().expect(replay.rule, at=replay.place)


@pytest.mark.parametrize("beside", BESIDE, ids=lambda beside: f"{beside.number}-{beside.what}")
def test_the_fault_beside_the_project_is_told_with_both_places(beside: Beside):
    file = ForeignFile("other.pdf", (Passage("page 30", beside.words),))
    found = {each.what: each for each in compare_with(sample("los_cocos").project.read, file)}[beside.what]
    assert (found.status, found.where, bool(found.path)) == ("differs", "page 30", True)


def test_every_return_is_replayed_or_says_why_not():
    assert {replay.number for replay in (*REPLAYS, *BESIDE)} | {number for number, *_ in NOT_YET} == set(PUBLISHED)
    assert all(reason for *_, reason in NOT_YET)


def test_the_score(record_property):
    """Faults caught of those that are mechanical; shown with `pytest -rP`."""
    faults = (*REPLAYS, *BESIDE)
    caught, open_ones = {replay.number for replay in faults}, {number for number, *_ in NOT_YET}
    record_property("faults caught", f"{len(faults)} of {len(faults) + len(NOT_YET)}")
    record_property("returns caught in full", f"{len(caught - open_ones)} of {len(PUBLISHED)}")
    print(f"Faults: {len(faults)} of {len(faults) + len(NOT_YET)} caught.")  # noqa: T201
    print(f"Returns: {len(caught - open_ones)} of {len(PUBLISHED)} in full, {len(caught & open_ones)} in part.")  # noqa: T201
    for number, fault, reason in NOT_YET:
        print(f"  {number}: {fault} (needs: {reason})")  # noqa: T201
    assert len(caught) >= 20
