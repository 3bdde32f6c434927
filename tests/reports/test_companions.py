"""Documents beside the design document are printed by dossiers of their own."""

import pypdf
import pytest

from desktop.samples import content
from forms.catalogue import companion_forms
from forms.project import Project
from forms.rules import check
from reports.dossier import all_dossiers, dossier, dossiers_of, print_dossier


def los_cocos_with(*forms):
    """The CDM sample with these documents beside its design document."""
    project = Project(content("los_cocos").snapshot)
    for form in forms:
        row = project.add_row("facts", "P.documents")
        project.type_in("facts", f"P.documents[{row}].form", form)
    return project


def printed(built):
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(built.path).pages)


def test_the_modalities_leave_a_line_to_sign_for_each_participant(tmp_path):
    project = los_cocos_with("modalities_of_communication:1")
    words = printed(print_dossier(dossier("modalities-of-communication"), project.snapshot, tmp_path / "moc.pdf"))
    assert "Signature" in words
    for key in project.read.rows("P.participants"):
        assert str(project.read.cell("P.participants", key, "entity")) in " ".join(words.split())


def test_the_registration_sheet_prints_the_figures_of_the_design_document(tmp_path):
    project = los_cocos_with("registration_request:1")
    words = printed(print_dossier(dossier("registration-request"), project.snapshot, tmp_path / "reg.pdf"))
    assert "54,183" in words
    assert "379,281" in words


def test_two_documents_of_a_kind_are_printed_one_after_another(tmp_path):
    project = los_cocos_with("approval_request:1", "approval_request:1")
    words = printed(print_dossier(dossier("approval-request"), project.snapshot, tmp_path / "requests.pdf"))
    assert words.count("Statements that the letter must contain") >= 2


def test_an_unfinished_notice_does_not_make_the_design_document_a_draft(tmp_path):
    project = los_cocos_with("registration_request:1")
    assert check(project.snapshot).errors
    words = printed(print_dossier(dossier("cdm-pdd"), project.snapshot, tmp_path / "pdd.pdf"))
    assert "DRAFT" not in words


def test_what_is_missing_in_the_design_document_does_not_hold_up_a_notice(tmp_path):
    project = los_cocos_with()
    project.clear("cdm_pdd", "A.1.purpose")
    words = printed(print_dossier(dossier("modalities-of-communication"), project.snapshot, tmp_path / "moc.pdf"))
    assert "DRAFT" not in words
    assert "is not answered" not in words


def test_a_fact_that_a_notice_shows_holds_it_up(tmp_path):
    project = los_cocos_with()
    project.clear("facts", "P.title")
    words = printed(print_dossier(dossier("modalities-of-communication"), project.snapshot, tmp_path / "moc.pdf"))
    assert "DRAFT" in words


def test_an_unfinished_notice_is_a_draft_itself(tmp_path):
    project = los_cocos_with("registration_request:1")
    words = printed(print_dossier(dossier("registration-request"), project.snapshot, tmp_path / "reg.pdf"))
    assert "DRAFT" in words


@pytest.mark.parametrize("form", companion_forms(), ids=lambda form: form.id)
def test_every_companion_has_one_dossier(form):
    project = Project.new(form.id, form.version)
    assert [kind for kind in dossiers_of(project.snapshot) if kind.id.replace("-", "_") == form.id]


def test_a_project_without_companions_prints_its_design_document():
    kinds = {kind.id for kind in dossiers_of(Project.new("cdm_pdd", "12.0").snapshot)}
    assert "cdm-pdd" in kinds
    assert not kinds & {kind.id for kind in all_dossiers() if kind.id.replace("-", "_") in _companions()}


def _companions():
    return {form.id for form in companion_forms()}
