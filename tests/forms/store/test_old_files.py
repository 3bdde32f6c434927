"""Project files of every schema version, written when it was the newest and never edited since."""

import shutil
from pathlib import Path

import pytest

from forms.justification import TABLE as JUSTIFICATIONS
from forms.review import findings
from forms.revisions import first_broken_revision
from forms.store import read, read_edits

SAMPLES = Path(__file__).parents[2] / "samples"
FILES = sorted(SAMPLES.glob("schema_*.cerulean"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_an_old_file_opens_with_every_answer(file, tmp_path):
    copy = tmp_path / file.name
    shutil.copy(file, copy)
    content = read(copy)
    assert (content.set_aside, content.damage) == ((), ())
    assert content.snapshot.results.printed_total.reductions == 79_012
    assert read_edits(copy)[1] is None


def test_there_is_a_file_of_every_schema_version():
    assert [file.stem for file in FILES] == ["schema_1", "schema_2"]


def test_schema_2_has_revisions_findings_and_reasons():
    content = read(SAMPLES / "schema_2.cerulean")
    assert [(found.number, found.mark) for found in content.revisions] == [(1, ""), (2, "registered")]
    assert first_broken_revision(content.revisions) is None
    told = [(found.name, found.status, found.is_public) for found in findings(content.snapshot)]
    assert told == [("CAR 1", "closed", True), ("Comment 1", "open", False)]
    assert "Sudenai" in findings(content.snapshot)[0].rounds[0].changes
    assert len(content.snapshot.of("review").rows(JUSTIFICATIONS)) == 1
    reasons = {entry.why for entry in read_edits(SAMPLES / "schema_2.cerulean")[0]}
    assert {"sent for determination", "It is the official title."} <= reasons
