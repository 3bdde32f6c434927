"""Every form that ships can be checked and printed before a word is written in it."""

import pypdf
import pytest

from forms.catalogue import form_versions
from forms.project import Project
from forms.rules import check
from reports.dossier import dossiers_of, print_dossier

VERSIONS = [pytest.param(*version, id=":".join(version)) for version in form_versions()]


@pytest.mark.parametrize(("form_id", "version"), VERSIONS)
def test_a_blank_project_is_checked_and_told_what_is_missing(form_id, version):
    found = check(Project.new(form_id, version).snapshot)
    assert found.errors


@pytest.mark.parametrize(("form_id", "version"), VERSIONS)
def test_a_blank_project_has_one_design_document(form_id, version):
    assert len(dossiers_of(Project.new(form_id, version).snapshot)) >= 1


@pytest.mark.parametrize(("form_id", "version"), VERSIONS)
def test_a_blank_project_prints_as_draft_with_every_heading(form_id, version, tmp_path):
    project = Project.new(form_id, version)
    kind = dossiers_of(project.snapshot)[0]
    built = print_dossier(kind, project.snapshot, tmp_path / "blank.pdf")
    pages = pypdf.PdfReader(built.path).pages
    printed = "".join("".join(page.extract_text().split()) for page in pages)
    assert "DRAFT" in printed
    for section in project.read.form(project.snapshot.main).sections:
        assert "".join(section.title.split())[:60] in printed, section.id
