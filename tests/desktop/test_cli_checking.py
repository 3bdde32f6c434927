"""`cerulean check`: two steps apart, and warnings that somebody has explained."""

import datetime as dt
import json

import pytest

from desktop.samples import content
from forms.exchange import Content
from forms.justification import justify
from forms.project import Project
from forms.rules import check
from forms.store import Author, create


@pytest.fixture
def explained(tmp_path):
    """The JI sample, whose one warning has its reason."""
    project = Project(content("sudenai").snapshot)
    (warning,) = check(project.snapshot).problems
    justify(project, warning, "The letter was issued after publication.", by="Ana", on=dt.date(2026, 11, 23))
    file = tmp_path / "sudenai.cerulean"
    create(file, Content(project.snapshot), Author("Ana", "desk-1", "Cerulean 0.1.0"))
    return file


def test_the_two_steps_stand_apart(cerulean, sample_file):
    out = cerulean("check", sample_file("sudenai")).out
    submission, quality = out.index("Submission checks:"), out.index("Quality checks: nothing found.")
    assert submission < out.index("JI-P06") < quality
    assert "does not mean that the project will be validated" in " ".join(out.split())


def test_a_reason_is_shown_in_place_of_the_remedy(cerulean, explained):
    done = cerulean("check", explained)
    assert done.code == 0
    assert "Justified (Ana, 2026-11-23): The letter was issued after publication." in done.out
    assert "Add the letter" not in done.out


def test_a_reason_stands_in_the_json(cerulean, explained):
    (problem,) = json.loads(cerulean("check", explained, "--json").out)["problems"]
    assert problem["justified"] == {
        "reason": "The letter was issued after publication.", "by": "Ana", "on": "2026-11-23",
    }  # fmt: skip
    assert problem["severity"] == "warning"


def test_without_a_reason_it_is_null(cerulean, sample_file):
    (problem,) = json.loads(cerulean("check", sample_file("sudenai"), "--json").out)["problems"]
    assert problem["justified"] is None


def test_held_clauses_are_listed(cerulean):
    entries = json.loads(cerulean("list", "rules", "--json").out)
    assert {"held", "id", "version", "title", "evidence", "in_force_from", "in_force_to"} <= set(entries[0])
    assert any(entry["held"] for entry in entries)
