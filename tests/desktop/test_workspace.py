"""The open project of a window: file, working copy, recovery, files opened lately."""

import sqlite3

import pytest

from desktop.folders import folders
from desktop.workspace import Workspace
from forms.errors import Damaged, Refused, UserError
from forms.review import findings, raise_finding
from forms.store import read


@pytest.fixture
def workspace():
    made = Workspace(folders())
    yield made
    made.close(discard_edits=True)


@pytest.fixture
def saved(workspace, tmp_path):
    workspace.new("cdm_pdd", "12.0", "Wind")
    workspace.save_as(tmp_path / "wind")
    return tmp_path / "wind.cerulean"


def title_in(file):
    return read(file).snapshot.of("facts").value("P.title")


def test_nothing_is_open_at_first(workspace):
    assert (workspace.project, workspace.path, workspace.is_modified, workspace.notices) == (None, None, False, ())
    with pytest.raises(UserError, match="No project is open"):
        workspace.save()


def test_a_new_project_has_no_file_and_nothing_to_save(workspace):
    project = workspace.new("cdm_pdd", "12.0", "Wind")
    assert (workspace.path, workspace.is_modified, project.read.value("P.title")) == (None, False, "Wind")
    assert not project.undo()


def test_a_name_without_an_ending_gets_ours(workspace, saved):
    assert workspace.path == saved


def test_an_edit_is_in_the_file_after_saving(workspace, saved):
    workspace.project.type_in("facts", "P.title", "Sun")
    assert (workspace.edits_since_save, title_in(saved)) == (1, "Wind")
    workspace.save()
    assert (workspace.is_modified, title_in(saved)) == (False, "Sun")


def test_opening_what_is_open_changes_nothing(workspace, saved):
    workspace.project.type_in("facts", "P.title", "Sun")
    assert workspace.open(saved) is workspace.project
    assert workspace.is_modified


def test_going_back_to_what_was_saved(workspace, saved):
    workspace.project.type_in("facts", "P.title", "Sun")
    assert workspace.revert().read.value("P.title") == "Wind"
    assert workspace.recoverable() == ()


def test_what_was_not_saved_is_kept_and_can_be_brought_back(workspace, saved):
    workspace.project.type_in("facts", "P.title", "Sun")
    workspace.freeze("Before going back")
    workspace.revert()
    assert workspace.revisions == ()
    workspace.sharing.restore(workspace.sharing.backups()[0])
    assert workspace.project.read.value("P.title") == "Sun"
    assert [revision.note for revision in workspace.revisions] == ["Before going back"]


def test_where_it_cannot_be_kept_nothing_goes_back(workspace, saved, monkeypatch):
    def full(*_):
        raise Refused("There is no room.", "Make some.")

    workspace.project.type_in("facts", "P.title", "Sun")
    monkeypatch.setattr("desktop.workspace.keep_unsaved", full)
    with pytest.raises(Refused):
        workspace.revert()
    assert workspace.project.read.value("P.title") == "Sun"


def test_a_review_that_a_crash_broke_off_goes_on_as_a_review(workspace, saved):
    workspace.close()
    workspace.open_to_review(saved)
    raise_finding(workspace.project, "CAR", "Source?", by="Vera")
    workspace.close()
    [leftover] = workspace.recoverable()
    workspace.recover(leftover)
    assert (workspace.is_for_review, workspace.path, leftover.reviewed) == (True, None, saved)
    assert [found.text for found in findings(workspace.project.snapshot)] == ["Source?"]
    with pytest.raises(UserError):
        workspace.project.type_in("facts", "P.title", "Sun")


def test_a_project_that_was_never_saved_cannot_go_back(workspace):
    workspace.new("cdm_pdd", "12.0")
    with pytest.raises(UserError, match="never saved"):
        workspace.revert()


def test_when_opening_fails_the_open_project_stays(workspace, saved, tmp_path):
    (tmp_path / "other.cerulean").write_text("no project")
    with pytest.raises(Damaged):
        workspace.open(tmp_path / "other.cerulean")
    assert workspace.path == saved


def test_what_was_closed_without_saving_is_offered_the_next_time(workspace, saved):
    workspace.project.type_in("facts", "P.title", "Sun")
    workspace.close()
    [leftover] = workspace.recoverable()
    assert (leftover.file, leftover.edits) == (saved, 1)
    assert workspace.recover(leftover).read.value("P.title") == "Sun"
    workspace.save()
    assert (title_in(saved), workspace.recoverable()) == ("Sun", ())


def test_what_was_left_behind_can_be_thrown_away(workspace, saved):
    workspace.project.type_in("facts", "P.title", "Sun")
    workspace.close()
    workspace.discard(workspace.recoverable()[0])
    assert (workspace.recoverable(), workspace.open(saved).read.value("P.title")) == ((), "Wind")


def test_a_second_window_cannot_open_the_same_file(workspace, saved):
    other = Workspace(folders())
    with pytest.raises(Refused, match="is open elsewhere"):
        other.open(saved)
    workspace.close()
    assert other.open(saved)
    other.close()


def test_files_opened_lately_come_latest_first_and_are_remembered(workspace, saved, tmp_path):
    workspace.save_as(tmp_path / "second.cerulean")
    workspace.open(saved)
    assert list(Workspace(folders()).recent()) == [saved, tmp_path / "second.cerulean"]
    saved.unlink()
    assert list(workspace.recent()) == [tmp_path / "second.cerulean"]


def test_a_file_in_a_forbidden_folder_is_left_out_of_those_opened_lately(workspace, saved, monkeypatch):
    def forbid(path):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("pathlib.Path.is_file", forbid)
    assert list(workspace.recent()) == []


def test_a_sample_is_opened_as_a_copy(workspace):
    assert {sample_id for sample_id, _ in workspace.samples()} == {"los_cocos", "sudenai"}
    project = workspace.open_sample("los_cocos")
    assert (workspace.path, project.read.value("P.title")) == (None, "Los Cocos Wind Farm Project")


def test_an_archive_goes_out_and_comes_in(workspace, saved, tmp_path):
    workspace.export(tmp_path / "wind.json")
    project = workspace.import_from(tmp_path / "wind.json")
    assert (workspace.path, project.read.value("P.title")) == (None, "Wind")


def test_a_project_file_is_opened_not_imported(workspace, saved):
    with pytest.raises(UserError, match="is a project file already"):
        workspace.import_from(saved)


def test_answers_that_cannot_be_read_are_told(workspace, saved):
    workspace.close()
    with sqlite3.connect(saved) as connection:
        connection.execute("""INSERT INTO answer VALUES ('facts', 'P.scale', '{"value": "gigantic"}')""")
    connection.close()
    workspace.open(saved)
    notice, seal = workspace.notices
    assert seal.startswith("The answers of “facts” are not as they were saved")
    assert notice.startswith("The answer at P.scale could not be read and is kept unchanged")


def test_a_state_folder_that_cannot_be_written_is_told(workspace, cerulean_home):
    cerulean_home.write_text("a file where the folder should be")
    with pytest.raises(Refused, match="state folder") as told:
        workspace.new("cdm_pdd", "12.0")
    assert "CERULEAN_HOME" in told.value.remedy


def test_a_frozen_revision_is_saved_and_exported_with_the_project(workspace, saved, tmp_path):
    made = workspace.freeze("sent for validation")
    assert (workspace.revisions, workspace.is_modified) == ((made,), True)
    workspace.mark_revision(1, "registered")
    workspace.save()
    workspace.export(tmp_path / "project.json")
    workspace.close()
    workspace.import_from(tmp_path / "project.json")
    assert [(found.note, found.mark) for found in workspace.revisions] == [("sent for validation", "registered")]
    workspace.open(saved)
    assert [found.mark for found in workspace.revisions] == ["registered"]
    assert workspace.notices == ()


def test_a_shared_file_is_reviewed_without_a_lock_beside_it(workspace, saved):
    workspace.close()
    before = {path.name: path.read_bytes() for path in saved.parent.iterdir() if path.is_file()}
    project = workspace.open_to_review(saved)
    raise_finding(project, "CL", "Which grid is it?")
    assert (workspace.path, workspace.is_modified) == (None, True)
    workspace.close(discard_edits=True)
    assert {path.name: path.read_bytes() for path in saved.parent.iterdir() if path.is_file()} == before


def test_a_reviewer_cannot_change_an_answer(workspace, saved):
    workspace.close()
    project = workspace.open_to_review(saved)
    with pytest.raises(UserError, match="opened to be reviewed"):
        project.type_in("facts", "P.title", "As the reviewer would have it")
    assert (workspace.is_for_review, project.read.value("P.title")) == (True, "Wind")


def test_a_reviewer_cannot_undo_what_the_author_did(workspace, saved):
    workspace.project.type_in("facts", "P.title", "Sun")
    workspace.save()
    workspace.close()
    assert not workspace.open_to_review(saved).undo()
