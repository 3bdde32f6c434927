"""Other copies of the open project: saved meanwhile, reviewed, made public, carried over, restored from a backup."""

import shutil

import pytest

from desktop.folders import folders
from desktop.workspace import Workspace
from forms.errors import Damaged, SavedMeanwhile, UserError
from forms.project import Project
from forms.review import findings, raise_finding
from forms.store import Author, WorkingCopy, read, read_edits
from forms.store.backups import MOST

ANA = Author("Ana", "desk-1", "Cerulean 0.1.0")


@pytest.fixture
def workspace():
    made = Workspace(folders())
    yield made
    made.close(discard_edits=True)


@pytest.fixture
def file(workspace, tmp_path):
    workspace.new("cdm_pdd", "12.0", "Wind")
    workspace.save_as(tmp_path / "wind")
    return tmp_path / "wind.cerulean"


@pytest.fixture
def somebody_saves(file, tmp_path):
    """Somebody whose program does not know our lock answers facts of the file, and saves it."""

    def save(**titles):
        other = tmp_path / "other.cerulean"
        other.write_bytes(file.read_bytes())
        copy = WorkingCopy.open(other, tmp_path / "their state", ANA)
        project = Project(copy.content.snapshot)
        copy.follow(project)
        for path, text in titles.items():
            project.type_in("facts", path.replace("_", "."), text)
        copy.publish()
        copy.close()
        file.write_bytes(other.read_bytes())

    return save


# -- saved by somebody else -------------------------------------------------------------------------------------


def test_saving_over_what_somebody_saved_is_refused(workspace, file, somebody_saves):
    somebody_saves(P_title="Sun")
    workspace.project.type_in("facts", "P.title", "Waves")
    with pytest.raises(SavedMeanwhile):
        workspace.save()
    assert read(file).snapshot.of("facts").value("P.title") == "Sun"


def test_what_does_not_meet_is_taken_from_both(workspace, file, somebody_saves):
    somebody_saves(P_town="Tarragona")
    workspace.project.type_in("facts", "P.title", "Waves")
    found = workspace.sharing.meanwhile()
    workspace.sharing.merge(found, ())
    workspace.save()
    facts = read(file).snapshot.of("facts")
    assert found.conflicts == ()
    assert (facts.value("P.title"), facts.value("P.town")) == ("Waves", "Tarragona")


def test_the_merged_file_tells_what_each_of_both_did(workspace, file, somebody_saves):
    somebody_saves(P_town="Tarragona")
    workspace.project.type_in("facts", "P.title", "Waves")
    workspace.sharing.merge(workspace.sharing.meanwhile(), ())
    workspace.save()
    log, broken = read_edits(file)
    assert ([entry.kind for entry in log], log[-2].by, broken) == (["edit", "theirs", "edit"], "Ana", None)
    assert log[-1].why == "1 of their edits is in the log."


def test_a_conflict_is_settled_as_chosen(workspace, somebody_saves):
    somebody_saves(P_title="Sun")
    workspace.project.type_in("facts", "P.title", "Waves")
    found = workspace.sharing.meanwhile()
    (conflict,) = found.conflicts
    assert (conflict.base, conflict.mine, conflict.theirs) == ("Wind", "Waves", "Sun")
    workspace.sharing.merge(found, [conflict])
    assert workspace.project.read.value("P.title") == "Sun"


def test_a_merge_is_one_step_that_can_be_undone(workspace, somebody_saves):
    somebody_saves(P_title="Sun", P_town="Tarragona")
    workspace.project.type_in("facts", "P.title", "Waves")
    found = workspace.sharing.meanwhile()
    workspace.sharing.merge(found, found.conflicts)
    workspace.project.undo()
    read_now = workspace.project.read
    assert (read_now.value("P.title"), read_now.value("P.town")) == ("Waves", None)


def test_what_was_typed_while_the_merge_was_looked_at_counts_too(workspace, somebody_saves):
    somebody_saves(P_town="Tarragona")
    found = workspace.sharing.meanwhile()
    workspace.project.type_in("facts", "P.town", "Girona")
    workspace.sharing.merge(found, ())
    assert workspace.project.read.value("P.town") == "Girona"


def test_after_a_crash_both_can_still_be_merged(workspace, file, somebody_saves):
    workspace.project.type_in("facts", "P.title", "Waves")
    copy, _ = workspace.opened()
    copy.abandon()
    somebody_saves(P_town="Tarragona")
    later = Workspace(folders())
    later.recover(later.recoverable()[0])
    assert later.sharing.meanwhile().base.of("facts").value("P.title") == "Wind"
    later.close(discard_edits=True)


# -- backups ----------------------------------------------------------------------------------------------------


def test_each_save_keeps_a_backup(workspace, file):
    for title in ("Sun", "Waves"):
        workspace.project.type_in("facts", "P.title", title)
        workspace.save()
    titles = [read(kept.file).snapshot.of("facts").value("P.title") for kept in workspace.sharing.backups()]
    assert titles == ["Waves", "Sun", "Wind"]


def test_the_oldest_backups_go(workspace, file):
    for number in range(MOST + 3):
        workspace.project.type_in("facts", "P.title", f"Wind {number}")
        workspace.save()
    assert len(workspace.sharing.backups()) == MOST


def test_a_restored_backup_can_be_undone(workspace, file):
    workspace.project.type_in("facts", "P.title", "Sun")
    workspace.save()
    workspace.sharing.restore(workspace.sharing.backups()[-1])
    assert (workspace.project.read.value("P.title"), workspace.is_modified) == ("Wind", True)
    workspace.project.undo()
    assert workspace.project.read.value("P.title") == "Sun"


def test_a_damaged_backup_is_not_restored(workspace, file):
    backup = workspace.sharing.backups()[0]
    backup.file.write_bytes(backup.file.read_bytes()[:-1] + b"?")
    with pytest.raises(Damaged, match="damaged"):
        workspace.sharing.restore(backup)


def test_what_somebody_else_saved_is_kept_before_it_is_replaced(workspace, file, somebody_saves):
    somebody_saves(P_title="Sun")
    workspace.project.type_in("facts", "P.title", "Waves")
    workspace.sharing.merge(workspace.sharing.meanwhile(), ())
    workspace.save()
    titles = {read(kept.file).snapshot.of("facts").value("P.title") for kept in workspace.sharing.backups()}
    assert "Sun" in titles


def test_a_save_without_room_for_a_backup_goes_on_and_tells(workspace, file):
    place = folders().backups
    shutil.rmtree(place, ignore_errors=True)
    place.write_text("not a folder")
    workspace.project.type_in("facts", "P.title", "Sun")
    workspace.save()
    assert (workspace.is_modified, "backups" in workspace.backup_trouble) == (False, True)


# -- review, other editions -------------------------------------------------------------------------------------


def test_a_review_file_goes_there_and_back(workspace, file, tmp_path):
    workspace.close()
    raise_finding(workspace.open_to_review(file), "CAR", "The title is wrong.", by="Doe")
    workspace.sharing.write_review(tmp_path / "back.cerulean-review")
    workspace.close(discard_edits=True)
    workspace.open(file)
    taken = workspace.sharing.take_review(tmp_path / "back.cerulean-review")
    assert [found.name for found in findings(workspace.project.snapshot)] == ["CAR 1"]
    assert taken.about == "the project as it stands"


def test_a_public_edition_is_another_file(workspace, file, tmp_path):
    raise_finding(workspace.project, "CL", "Between us.", is_private=True)
    made = workspace.sharing.write_public_edition(tmp_path / "public.cerulean")
    assert findings(read(tmp_path / "public.cerulean").snapshot) == ()
    assert "1 × private finding" in " ".join(made.left_out)


def test_a_project_is_carried_to_a_later_form_as_a_new_one(workspace, tmp_path):
    workspace.new("cdm_pdd", "03", "Wind")
    workspace.save_as(tmp_path / "old.cerulean")
    later = workspace.sharing.later_forms()[-1]
    workspace.sharing.carry_over(*later)
    assert (workspace.path, workspace.project.snapshot.heads["cdm_pdd"]) == (None, later)
    assert read(tmp_path / "old.cerulean").snapshot.heads["cdm_pdd"] == ("cdm_pdd", "03")


def test_without_a_project_there_is_nothing_to_share(workspace):
    with pytest.raises(UserError, match="No project is open"):
        workspace.sharing.meanwhile()
