"""Project files of every schema version, written when it was the newest and never edited since."""

import shutil
from pathlib import Path

import pytest

from forms.answers import difference
from forms.justification import TABLE as JUSTIFICATIONS
from forms.review import findings
from forms.revisions import first_broken_revision
from forms.store import read, read_edits
from forms.store.inspection import sha256_of
from forms.store.migrations import SCHEMA_VERSION

SAMPLES = Path(__file__).parents[2] / "samples"
FILES = sorted(SAMPLES.glob("schema_*.cerulean"))
# As they were written by the program of their day. A new schema adds a file here; none of these lines ever changes.
WRITTEN = {
    "schema_1": "409b6440fb836f4e459ff06de56c2f34d9b75b989db415f403223ee2528c53ff",
    "schema_2": "1184b148edfd79cfa9f6f611120ca5d316c0837fe03bb4ac4a9b648ab36ce728",
}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_an_old_file_opens_with_every_answer(file, tmp_path):
    copy = tmp_path / file.name
    shutil.copy(file, copy)
    content = read(copy)
    assert (content.set_aside, content.damage) == ((), ())
    assert sha256_of(copy) == WRITTEN[file.stem]
    assert content.snapshot.results.printed_total.reductions == 79_012
    assert read_edits(copy)[1] is None


def test_there_is_a_file_of_every_schema_version():
    assert [file.stem for file in FILES] == [f"schema_{number}" for number in range(1, SCHEMA_VERSION + 1)]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_no_old_file_was_edited_since(file):
    assert sha256_of(file) == WRITTEN[file.stem]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_an_old_file_is_of_the_schema_that_its_name_says(file):
    version = int.from_bytes(file.read_bytes()[60:64], "big")
    assert f"schema_{version}" == file.stem


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_an_old_file_that_is_edited_and_saved_keeps_every_answer(file, desk, tmp_path):
    copy = tmp_path / file.name
    shutil.copy(file, copy)
    opened, project = desk(copy)
    project.type_in("facts", "P.title", "Renamed")
    opened.publish()
    before, after = read(file).snapshot, read(copy).snapshot
    assert difference(before.of("facts"), after.of("facts")).keys() == {"P.title"}
    assert {name: after.of(name) for name in after.answers if name != "facts"} == {
        name: before.of(name) for name in before.answers if name != "facts"
    }


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
