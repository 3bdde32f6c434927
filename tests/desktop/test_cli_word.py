"""`cerulean docx`, `cerulean redline` and `cerulean diff --pdf`: files, exit codes, what is said."""

import hashlib
import shutil

import docx
import pypdfium2
import pytest

from desktop.cli.files import changed_project


def words_of(pdf):
    with pypdfium2.PdfDocument(pdf) as opened:
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in opened).split())


@pytest.fixture
def project(sample_file, tmp_path):
    """A sample that may be changed."""
    return shutil.copy(sample_file("sudenai"), tmp_path / "wind.cerulean")


def retitle(file):
    with changed_project(file) as (_, opened):
        opened.type_in("facts", "P.title", "Wind at Sudenai")


def test_a_word_file_is_written_and_one_that_is_there_is_replaced_by_the_same_bytes(cerulean, project, tmp_path):
    target = tmp_path / "pdd.docx"
    target.write_bytes(b"older")
    assert cerulean("docx", project, target).code == 0
    first = hashlib.sha256(target.read_bytes()).hexdigest()
    assert cerulean("docx", project, target).code == 0
    assert hashlib.sha256(target.read_bytes()).hexdigest() == first
    assert docx.Document(target).core_properties.title.startswith("Sudenai")


def test_another_dossier_is_named_by_kind(cerulean, project, tmp_path):
    assert cerulean("docx", project, tmp_path / "sheet.docx", "--kind", "eru-accounting").code == 0
    first = docx.Document(tmp_path / "sheet.docx").paragraphs[0].text
    assert first == "Accounting of ERUs and assigned amount"


def test_a_project_is_never_replaced_by_its_word_file(cerulean, project):
    before = hashlib.sha256(project.read_bytes()).hexdigest()
    done = cerulean("docx", project, project)
    assert (done.code, ".docx" in done.err) == (2, True)
    assert hashlib.sha256(project.read_bytes()).hexdigest() == before


def test_a_blank_project_is_a_draft_and_the_exit_code_says_so(cerulean, tmp_path):
    assert cerulean("new", tmp_path / "blank.cerulean", "--form", "cdm_pdd:12.0").code == 0
    done = cerulean("docx", tmp_path / "blank.cerulean", tmp_path / "blank.docx")
    assert (done.code, "DRAFT" in done.err) == (1, True)


def test_a_redline_is_made_against_the_registered_revision(cerulean, project, tmp_path):
    assert cerulean("revision", project, "freeze", "--note", "sent", "--mark", "registered").code == 0
    retitle(project)
    done = cerulean("redline", project, tmp_path / "out")
    assert (done.code, "revision 1 (registered)" in done.err) == (0, True)
    names = sorted(path.name.rpartition("_")[2] for path in (tmp_path / "out").iterdir())
    assert names == ["clean.docx", "clean.pdf", "redline.docx", "redline.pdf"]


def test_one_format_alone_can_be_asked_for(cerulean, project, tmp_path):
    assert cerulean("revision", project, "freeze").code == 0
    assert cerulean("redline", project, tmp_path / "out", "--base", "1", "--format", "docx").code == 0
    assert {path.suffix for path in (tmp_path / "out").iterdir()} == {".docx"}


def test_another_project_file_may_be_the_base(cerulean, project, sample_file, tmp_path):
    retitle(project)
    done = cerulean("redline", project, tmp_path / "out", "--base", sample_file("sudenai"), "--format", "pdf")
    digest = hashlib.sha256(sample_file("sudenai").read_bytes()).hexdigest()
    assert (done.code, digest in done.err) == (0, True)


def test_without_a_base_the_user_is_told_how_to_name_one(cerulean, project, tmp_path):
    done = cerulean("redline", project, tmp_path / "out")
    assert (done.code, "--base" in done.err) == (2, True)
    assert not (tmp_path / "out").exists()


def test_a_comparison_is_printed(cerulean, project, sample_file, tmp_path):
    retitle(project)
    done = cerulean("diff", sample_file("sudenai"), project, "--pdf", tmp_path / "d.pdf")
    assert done.code == 0
    words = words_of(tmp_path / "d.pdf")
    assert "Comparison of two states of a project" in words
    assert "Wind at Sudenai" in words


def test_a_comparison_never_replaces_a_project(cerulean, project, sample_file):
    done = cerulean("diff", sample_file("sudenai"), project, "--pdf", project)
    assert (done.code, ".pdf" in done.err) == (2, True)
