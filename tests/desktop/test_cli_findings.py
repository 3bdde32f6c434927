"""`cerulean findings --import` of an annotated dossier: what is told, what is written, and the exit code."""

import json
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array

from tests.reports.viewers import Viewer

WORDS = "coal units and hydropower"


@pytest.fixture
def file(sample_file):
    return Path(sample_file("los_cocos"))


@pytest.fixture
def viewer(cerulean, file, tmp_path):
    cerulean("dossier", file, "--kind", "cdm-pdd", "--out", tmp_path / "out")
    [printed] = (tmp_path / "out").glob("*.pdf")
    return Viewer(printed, tmp_path / "remarks.pdf")


def anchors(cerulean, file):
    listed = json.loads(cerulean("findings", file, "--json").out)["findings"]
    return [(found["kind"], found["path"], found["quote"]) for found in listed]


def test_annotations_become_findings_at_their_fields(cerulean, file, viewer):
    viewer.over(WORDS, "CAR: Source?")
    done = cerulean("findings", file, "--import", viewer.save())
    assert (done.code, anchors(cerulean, file)) == (0, [("CAR", "A.1.situation_before", WORDS)])
    assert f"page {viewer.boxes(WORDS)[0]}: CAR at cdm_pdd A.1.situation_before: Source?" in done.err
    assert "1 finding, 0 rounds, 0 unplaced remarks." in done.err


def test_a_dry_run_says_the_same_and_changes_no_byte(cerulean, file, viewer):
    viewer.over(WORDS, "CAR: Source?")
    before = file.read_bytes()
    done = cerulean("findings", file, "--import", viewer.save(), "--dry-run")
    assert f"page {viewer.boxes(WORDS)[0]}: CAR at cdm_pdd A.1.situation_before: Source?" in done.err
    assert done.err.endswith("Nothing was changed. 1 would be new.\n")
    assert file.read_bytes() == before


def test_one_without_a_place_is_kept_and_is_1(cerulean, file, viewer):
    viewer.add(1, "Ink", Rect=Array([60, 60, 90, 90]))
    done = cerulean("findings", file, "--import", viewer.save())
    assert (done.code, "no place found, kept at cdm_pdd" in done.err) == (1, True)
    assert anchors(cerulean, file) == [("comment", "", "")]


def test_what_is_there_already_is_said_as_such(cerulean, file, viewer):
    viewer.over(WORDS, "CAR: Source?")
    cerulean("findings", file, "--import", viewer.save())
    done = cerulean("findings", file, "--import", viewer.target)
    assert ("[is there already]" in done.err, len(anchors(cerulean, file))) == (True, 1)


def test_a_pdf_of_somebody_else_is_4_and_a_broken_one_3(cerulean, file, tmp_path):
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(tmp_path / "letter.pdf")
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7")
    codes = [cerulean("findings", file, "--import", tmp_path / f"{name}.pdf").code for name in ("letter", "broken")]
    assert codes == [4, 3]


def test_a_dry_run_of_a_sheet_says_its_faults(cerulean, file, tmp_path):
    import openpyxl

    book = openpyxl.Workbook()
    for row in (("Type", "Finding"), ("CAR", "Source?"), ("Wish", "More.")):
        book.active.append(row)
    book.save(tmp_path / "sheet.xlsx")
    done = cerulean("findings", file, "--import", tmp_path / "sheet.xlsx", "--dry-run")
    assert (done.code, anchors(cerulean, file)) == (1, [])
    assert "row 3: Type: 'Wish' is none of" in done.err


def test_a_dry_run_of_nothing_is_wrong_use(cerulean, file):
    assert cerulean("findings", file, "--dry-run").code == 2
