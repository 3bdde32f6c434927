"""`cerulean compare`: what the project prints agrees with it, what another project prints does not."""

import json

import pytest


@pytest.fixture
def printed(cerulean, sample_file, tmp_path):
    """The workbook of the sample."""
    file = sample_file("los_cocos")
    assert cerulean("workbook", file, tmp_path / "er.xlsx").code == 0
    return file, tmp_path / "er.xlsx"


def test_what_the_project_prints_agrees_with_it(cerulean, printed, tmp_path):
    file, sheet = printed
    assert cerulean("docx", file, tmp_path / "pdd.docx").code == 0
    done = cerulean("compare", file, sheet, tmp_path / "pdd.docx")
    assert (done.code, done.out.startswith("0 differ, ")) == (0, True)


def test_what_another_project_prints_differs(cerulean, printed, sample_file):
    _, sheet = printed
    done = cerulean("compare", sample_file("sudenai"), sheet, "--json")
    differing = [found for found in json.loads(done.out)["comparisons"] if found["status"] == "differs"]
    assert done.code == 1
    assert "total reductions" in {found["what"] for found in differing}
    assert all(found["where"] and found["path"] and found["file"] == "er.xlsx" for found in differing)


def test_a_damaged_file_is_told_with_its_exit_code(cerulean, sample_file, tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"no PDF")
    done = cerulean("compare", sample_file("los_cocos"), tmp_path / "a.pdf")
    assert (done.code, "a.pdf cannot be read" in done.err) == (3, True)
