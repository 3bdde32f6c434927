"""Packages: what is in them, that the same project gives the same bytes, and that nothing half lies there."""

import hashlib
import json
import subprocess
import zipfile

import pytest

from desktop.samples import content
from forms.document import Snapshot
from forms.errors import Damaged, Refused, UserError
from forms.evidence import attachment
from forms.project import Project
from reports.embedded import read_embedded_project
from reports.packaging import filling
from reports.packaging.bag import Entry
from reports.packaging.building import build_package
from reports.packaging.evidence import absent, exhibits, plain_name
from reports.packaging.recipients import beyond_limits, recipients
from reports.packaging.verification import verify


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return content("sudenai").snapshot


@pytest.fixture(scope="module")
def package(snapshot, tmp_path_factory):
    return build_package(snapshot, tmp_path_factory.mktemp("package") / "out", "jisc")


def payload(package):
    return {file.relative_to(package.folder).as_posix() for file in package.folder.rglob("*") if file.is_file()}


# -- contents -------------------------------------------------------------------------------------------------


def test_a_package_holds_dossiers_workbook_evidence_figures_cover_and_email(package):
    names = payload(package)
    for wanted in ("data/dossiers/ji-ssc-pdd_", "data/dossiers/check-report_", "data/dossiers/er-annex_",
                   "data/dossiers/eru-accounting_", "data/workbook/", "data/evidence/E30_"):  # fmt: skip
        assert any(name.startswith(wanted) for name in names), wanted
    assert {"data/figures.json", "data/cover.json", "data/e-mail.txt"} <= names


def test_the_four_tag_files_of_bagit_are_there(package):
    assert {"bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt"} <= payload(package)
    assert (package.folder / "bagit.txt").read_text() == "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


def test_the_manifest_holds_by_the_sums_of_hashlib(package):
    for line in (package.folder / "manifest-sha256.txt").read_text().splitlines():
        digest, name = line.split("  ", 1)
        assert hashlib.sha256((package.folder / name).read_bytes()).hexdigest() == digest


def test_the_manifest_holds_by_sha256sum(package):
    try:
        done = subprocess.run(["sha256sum", "-c", "manifest-sha256.txt"], cwd=package.folder, capture_output=True)
    except FileNotFoundError:
        pytest.skip("no sha256sum on this machine")
    assert done.returncode == 0


def test_the_oxum_counts_bytes_and_files_of_the_payload(package):
    files = [file for file in (package.folder / "data").rglob("*") if file.is_file()]
    oxum = f"Payload-Oxum: {sum(file.stat().st_size for file in files)}.{len(files)}"
    assert oxum in (package.folder / "bag-info.txt").read_text().splitlines()


def test_the_archive_holds_the_same_files_in_one_folder(package):
    with zipfile.ZipFile(package.archive) as archive:
        assert archive.testzip() is None
        assert set(archive.namelist()) == {f"{package.folder.name}/{name}" for name in payload(package)}
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_only_the_design_document_carries_the_project(package):
    for file in (package.folder / "data/dossiers").iterdir():
        if file.name.startswith("ji-ssc-pdd_"):
            assert b'"cerulean-project"' in read_embedded_project(file)
        else:
            with pytest.raises(Damaged):
                read_embedded_project(file)


def test_the_email_names_project_reductions_and_files(package):
    email = (package.folder / "data/e-mail.txt").read_text(encoding="utf-8")
    assert "Subject: JI: publication: Sudenai and Lendimai Wind Power Joint Implementation Project, version 6" in email
    # The published design document prints 79,012 t in total.
    assert "79,012 t CO2e in total" in email
    assert all(name.removeprefix("data/") in email for name in payload(package) if name.startswith("data/dossiers"))


def test_the_cover_data_are_those_of_the_project(package):
    cover = json.loads((package.folder / "data/cover.json").read_bytes())
    assert (cover["recipient"], cover["draft"], cover["reductions"]["total"]) == ("jisc", False, "79012")
    assert cover["check"]["errors"] == 0


# -- the same bytes, all or nothing ---------------------------------------------------------------------------


def test_the_same_project_gives_the_same_bytes(package, snapshot, tmp_path):
    again = build_package(snapshot, tmp_path / "elsewhere", "jisc")
    assert again.archive.read_bytes() == package.archive.read_bytes()


def test_a_folder_that_is_there_is_left_alone(snapshot, tmp_path):
    (tmp_path / "out").mkdir()
    with pytest.raises(Refused) as refused:
        build_package(snapshot, tmp_path / "out", "jisc")
    assert (refused.value.exit_code, list((tmp_path / "out").iterdir())) == (4, [])


def test_a_failure_on_the_way_leaves_nothing(snapshot, tmp_path, monkeypatch):
    def full(*_arguments):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(filling, "write_archive", full)
    with pytest.raises(Refused, match="No space left"):
        build_package(snapshot, tmp_path / "out", "jisc")
    assert list(tmp_path.iterdir()) == []


def test_a_package_for_another_recipient_says_so_on_its_dossiers(snapshot, tmp_path):
    made = build_package(snapshot, tmp_path / "out", "host")
    cover = json.loads((made.folder / "data/cover.json").read_bytes())
    assert (cover["recipient"], made.folder.name.endswith("_host")) == ("host", True)
    email = (made.folder / "data/e-mail.txt").read_text(encoding="utf-8")
    assert email.startswith("To: Ministry of Environment of the Republic of Lithuania")


def test_a_ji_project_is_not_packed_for_the_executive_board(snapshot, tmp_path):
    with pytest.raises(UserError, match="not submitted"):
        build_package(snapshot, tmp_path / "out", "eb")
    assert not (tmp_path / "out").exists()


# -- what must be in ------------------------------------------------------------------------------------------


def submission() -> Project:
    """The sample as if it were to be submitted: then its own documents must be carried."""
    project = Project(content("sudenai").snapshot)
    project.type_in("facts", "P.purpose", "submission")
    return project


def test_own_evidence_that_is_cited_must_be_carried():
    missed = {item.path for item in absent(submission().read)}
    assert "P.evidence[eia].file" in missed
    assert not any("[nir]" in path for path in missed), "a published source is found by its address"


def test_evidence_that_is_attached_is_no_longer_missed_and_lies_in_the_package():
    project = submission()
    carried = project.attach(attachment("Umweltverträglichkeit (EIA).PDF", b"%PDF-1.4 impact"))
    project.type_in("facts", "P.evidence[eia].file", carried)
    assert "P.evidence[eia].file" not in {item.path for item in absent(project.read)}
    names = [exhibit.name for exhibit in exhibits(project.read)]
    assert any(name.startswith("evidence/E24_Environmental-impact") and name.endswith(".pdf") for name in names), names


def test_a_letter_lies_among_the_letters_once():
    project = submission()
    letter, row = project.add_row("facts", "P.letters"), project.add_row("facts", "P.evidence")
    project.type_in("facts", f"P.letters[{letter}].reference", "LT-2007-11")
    assert f"P.letters[{letter}].file" in {item.path for item in absent(project.read)}
    project.type_in("facts", f"P.evidence[{row}].title", "Letter of approval of Lithuania")
    carried = project.attach(attachment("scan.pdf", b"%PDF-1.4 letter"))
    project.type_in("facts", f"P.evidence[{row}].file", carried)
    project.type_in("facts", f"P.letters[{letter}].file", row)
    assert f"P.letters[{letter}].file" not in {item.path for item in absent(project.read)}
    names = [exhibit.name for exhibit in exhibits(project.read) if exhibit.attachment.sha256 == carried]
    assert names == ["letters/L01_Letter-of-approval-of-Lithuania.pdf"]


def test_a_package_without_what_is_cited_is_refused_with_the_list_and_drafted_on_request(tmp_path):
    snapshot = submission().snapshot
    with pytest.raises(UserError) as refused:
        build_package(snapshot, tmp_path / "out", "jisc")
    assert refused.value.exit_code == 1
    assert not (tmp_path / "out").exists()
    made = build_package(snapshot, tmp_path / "out", "jisc", draft=True)
    assert made.folder.name.endswith("_DRAFT")
    assert any("is cited but not attached" in note for note in made.notes)


@pytest.mark.parametrize(
    ("title", "name"),
    [("Umweltverträglichkeit (EIA)", "Umweltvertraglichkeit-EIA"), ("../../etc/passwd", "etc-passwd"),
     ("con", "file"), ("报告", "file"), ("a" * 200, "a" * 60)],
)  # fmt: skip
def test_names_of_files_are_such_that_every_system_takes(title, name):
    assert plain_name(title) == name


def test_limits_without_evidence_warn_and_never_refuse():
    for recipient in recipients().values():
        assert recipient.limits_source
        assert not recipient.limits_bind


def test_a_file_that_is_too_large_is_named():
    told = list(beyond_limits(recipients()["host"], {"data/evidence/E01_x.pdf": Entry(11 * 1024**2, "")}))
    assert told == ["data/evidence/E01_x.pdf has 11.0 MB; 10 MB is the most for one file."]


def test_large_files_lie_beside_the_dossiers_and_not_in_them(tmp_path, monkeypatch):
    monkeypatch.setattr(filling, "LARGEST_EMBEDDED", 1000)
    made = build_package(content("sudenai").snapshot, tmp_path / "out", "jisc")
    assert any("do not carry the project" in note for note in made.notes)
    assert all(verdict.is_good for verdict in verify(tmp_path / "out"))
