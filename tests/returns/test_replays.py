"""Every return that the shipped forms can express is caught, and the clean samples give no alarm."""

import itertools

import pytest

from forms.problems import Severity
from tests.forms.rules.projects import sample
from tests.returns.replays import NOT_YET, REPLAYS, Replay

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


def test_every_return_is_replayed_or_says_why_not():
    assert {replay.number for replay in REPLAYS} | {number for number, *_ in NOT_YET} == set(PUBLISHED)
    assert all(reason for *_, reason in NOT_YET)


def test_the_score(record_property):
    """Faults caught of those that are mechanical; shown with `pytest -rP`."""
    caught, open_ones = {replay.number for replay in REPLAYS}, {number for number, *_ in NOT_YET}
    record_property("faults caught", f"{len(REPLAYS)} of {len(REPLAYS) + len(NOT_YET)}")
    record_property("returns caught in full", f"{len(caught - open_ones)} of {len(PUBLISHED)}")
    print(f"Faults: {len(REPLAYS)} of {len(REPLAYS) + len(NOT_YET)} caught.")  # noqa: T201
    print(f"Returns: {len(caught - open_ones)} of {len(PUBLISHED)} in full, {len(caught & open_ones)} in part.")  # noqa: T201
    for number, fault, reason in NOT_YET:
        print(f"  {number}: {fault} (needs: {reason})")  # noqa: T201
    assert len(caught) >= 20
