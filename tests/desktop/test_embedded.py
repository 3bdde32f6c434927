"""A dossier carries its project; a stranger's PDF may carry anything."""

import pikepdf
import pytest

from desktop.starting import read_source
from forms.errors import Damaged
from forms.exchange import EMBEDDED_NAME, Content, export_project
from forms.project import Project
from reports import embedded


@pytest.fixture
def pdf_with(tmp_path):
    def write(name, data, **saving):
        file = tmp_path / "dossier.pdf"
        pdf = pikepdf.new()
        pdf.add_blank_page()
        pdf.attachments[name] = pikepdf.AttachedFileSpec(pdf, data, filename=name)
        pdf.save(file, **saving)
        return file

    return write


def test_the_project_in_a_dossier_is_found(pdf_with):
    snapshot = Project.new("cdm_pdd", "12.0").snapshot
    archive = export_project(Content(snapshot))
    file = pdf_with(EMBEDDED_NAME, archive, compress_streams=True, recompress_flate=True)
    assert embedded.read_embedded_project(file) == archive
    assert read_source(file).snapshot == snapshot


def test_another_attachment_is_no_project(pdf_with):
    with pytest.raises(Damaged, match="carries no project"):
        read_source(pdf_with("notes.txt", b"hello"))


def test_an_attachment_of_that_name_with_something_else_in_it_is_told(pdf_with):
    with pytest.raises(Damaged, match="not JSON that can be read"):
        read_source(pdf_with(EMBEDDED_NAME, b"hello"))


def test_a_name_that_leads_to_no_file_is_told(pdf_with):
    file = pdf_with(EMBEDDED_NAME, b"{}")
    with pikepdf.open(file, allow_overwriting_input=True) as pdf:
        pdf.attachments[EMBEDDED_NAME].obj.EF = pikepdf.Dictionary()
        pdf.save(file)
    with pytest.raises(Damaged, match="something else lies where that should"):
        read_source(file)


def test_an_attachment_that_unpacks_beyond_all_reason_is_refused(pdf_with, monkeypatch):
    monkeypatch.setattr(embedded, "LARGEST_ARCHIVE", 100_000)
    file = pdf_with(EMBEDDED_NAME, b" " * 10_000_000, compress_streams=True)
    with pytest.raises(Damaged, match="packed in a way"):
        embedded.read_embedded_project(file)


def test_a_pdf_with_a_password_is_told(pdf_with):
    file = pdf_with(EMBEDDED_NAME, b"{}", encryption=pikepdf.Encryption(owner="o", user="u"))
    with pytest.raises(Damaged, match="locked with a password"):
        read_source(file)
