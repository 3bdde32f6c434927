"""`cerulean workbook FILE OUT.xlsx`: exit codes, what is replaced and what is not."""

import hashlib
from pathlib import Path

from tests.reports.workbooks import Read


def test_a_workbook_is_written_and_its_figures_are_those_printed(cerulean, sample_file, tmp_path):
    done = cerulean("workbook", sample_file("los_cocos"), tmp_path / "wind.xlsx")
    assert (done.code, done.out.split()[0]) == (0, str(tmp_path / "wind.xlsx"))
    summary = Read(tmp_path / "wind.xlsx").summary()
    assert summary["Emission reductions (t CO₂e)"]["Total"] == 379281


def test_an_older_workbook_is_replaced_by_the_same_bytes(cerulean, sample_file, tmp_path):
    target = tmp_path / "wind.xlsx"
    target.write_bytes(b"older")
    assert cerulean("workbook", sample_file("sudenai"), target).code == 0
    first = hashlib.sha256(target.read_bytes()).hexdigest()
    assert cerulean("workbook", sample_file("sudenai"), target).code == 0
    assert hashlib.sha256(target.read_bytes()).hexdigest() == first


def test_a_project_is_never_replaced_by_its_workbook(cerulean, sample_file):
    file = sample_file("sudenai")
    before = hashlib.sha256(Path(file).read_bytes()).hexdigest()
    done = cerulean("workbook", file, file)
    assert (done.code, ".xlsx" in done.err) == (2, True)
    assert hashlib.sha256(Path(file).read_bytes()).hexdigest() == before


def test_a_project_without_results_gives_a_workbook_and_says_so(cerulean, tmp_path):
    file = tmp_path / "blank.cerulean"
    assert cerulean("new", file, "--form", "cdm_pdd:12.0").code == 0
    done = cerulean("workbook", file, tmp_path / "blank.xlsx")
    assert (done.code, (tmp_path / "blank.xlsx").is_file()) == (1, True)
    assert "Not complete" in done.err


def test_a_folder_that_is_not_there_is_4(cerulean, sample_file, tmp_path):
    done = cerulean("workbook", sample_file("sudenai"), tmp_path / "none" / "wind.xlsx")
    assert (done.code, "cannot be written" in done.err) == (4, True)


def test_what_is_no_project_is_3(cerulean, tmp_path):
    (tmp_path / "x.cerulean").write_bytes(b"PK" * 900)
    assert cerulean("workbook", tmp_path / "x.cerulean", tmp_path / "x.xlsx").code == 3
    assert not (tmp_path / "x.xlsx").exists()
