"""Project files of every schema version, written when it was the newest and never edited since."""

import shutil
from pathlib import Path

import pytest

from forms.store import read

FILES = sorted((Path(__file__).parents[2] / "samples").glob("schema_*.cerulean"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_an_old_file_opens_with_every_answer(file, tmp_path):
    copy = tmp_path / file.name
    shutil.copy(file, copy)
    content = read(copy)
    assert content.set_aside == ()
    assert content.snapshot.results.printed_total.reductions == 79_012


def test_there_is_a_file_of_every_schema_version():
    assert [file.stem for file in FILES] == ["schema_1"]
