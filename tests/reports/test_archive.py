"""The file is an archive: PDF/A-3a or PDF/A-2a, PDF/UA-1, the same bytes everywhere."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from reports.build import BuiltPdf

pdfa = pytest.importorskip("pikepdf.pdfa")

ROOT = Path(__file__).parents[2]
# The validator knows conformance B alone and no extension schemas; ISO 19005-3, 6.6.2.3 and 6.6.4 allow both.
FALSE_ALARMS = {"6.6.2.3.1-1", "6.6.4-3"}


def findings(path: Path, flavour: str) -> set[str]:
    return {finding.rule.split(":")[-1] for finding in pdfa.validate_written(path, flavour).findings}


def test_the_file_is_a_pdf_a_3(built: BuiltPdf):
    assert findings(built.path, "3b") <= FALSE_ALARMS


def test_a_draft_is_a_pdf_a_3_too(build: Any, tmp_path: Path):
    assert findings(build(tmp_path / "draft.pdf", is_draft=True).path, "3b") <= FALSE_ALARMS


def test_without_attachment_it_is_a_pdf_a_2(build: Any, tmp_path: Path):
    other = build(tmp_path / "a2.pdf", container="a2")
    assert findings(other.path, "2b") <= FALSE_ALARMS


def test_both_containers_have_the_same_pages(build: Any, built: BuiltPdf, tmp_path: Path):
    other = build(tmp_path / "a2.pdf", container="a2")
    with pikepdf.open(built.path) as first, pikepdf.open(other.path) as second:
        assert [page.Contents.read_bytes() for page in first.pages] == [
            page.Contents.read_bytes() for page in second.pages
        ]


def test_a_pdf_a_2_refuses_an_attachment(build: Any, example: dict[str, Any], tmp_path: Path):
    with pytest.raises(ValueError, match="cannot carry an attachment"):
        build(tmp_path / "a2.pdf", container="a2", attachment=example["ATTACHMENT"])
    assert list(tmp_path.iterdir()) == []


def test_the_file_says_what_it_is(pdf: pikepdf.Pdf):
    assert str(pdf.docinfo.CreationDate) == "D:20240503103000+00'00'"
    assert str(pdf.Root.Lang) == "en-GB"
    with pdf.open_metadata() as metadata:
        assert metadata["pdfaid:part"] == "3"
        assert metadata["pdfaid:conformance"] == "A"
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == "Test & <dossier>"


def test_the_project_is_embedded_as_source(pdf: pikepdf.Pdf):
    specification = pdf.Root.AF[0]
    assert specification.AFRelationship == "/Source"
    assert specification.EF.F.read_bytes() == b'{"answers": []}'
    assert pdf.attachments["project.json"].get_file().mime_type == "application/json"


def test_all_fonts_are_embedded_in_part(pdf: pikepdf.Pdf):
    fonts = {name: font for page in pdf.pages for name, font in page.obj.Resources.Font.items()}
    assert fonts
    for font in fonts.values():
        assert "/FontFile2" in font.FontDescriptor
        assert "+" in str(font.BaseFont)


@pytest.mark.parametrize(("seed", "zone"), [("1", "UTC"), ("2", "Pacific/Auckland")])
def test_another_process_writes_the_same_bytes(built: BuiltPdf, tmp_path: Path, seed: str, zone: str):
    environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(ROOT)}
    script = Path(__file__).parent / "example_story.py"
    made = subprocess.run(
        [sys.executable, str(script), "example.pdf"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert made.stdout == built.sha256


def test_what_was_there_stays_when_building_fails(build: Any, tmp_path: Path):
    target = tmp_path / "dossier.pdf"
    target.write_bytes(b"before")

    def stop(_done: int, _total: int, _what: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(target, progress=stop)
    assert target.read_bytes() == b"before"
    assert [file.name for file in tmp_path.iterdir()] == ["dossier.pdf"]
