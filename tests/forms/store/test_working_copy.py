"""An open project: every edit is on the disk at once, Save puts it in place whole, nobody's work is overwritten."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from forms.answers import Answer
from forms.errors import Damaged, Refused, UserError
from forms.evidence import attachment
from forms.exchange import Content, export_project
from forms.project import Project
from forms.store import WorkingCopy, create, discard, leftovers, read, read_lock
from tests.forms.store.desk import followed

ROOT = Path(__file__).parents[3]


@pytest.fixture
def project_file(tmp_path, content, author):
    folder = tmp_path / "shared"
    folder.mkdir()
    file = folder / "wind.cerulean"
    create(file, content, author)
    return file


def files_of(folder):
    return sorted(os.listdir(folder))  # noqa: PTH208 - names, not paths


def title_in(file):
    return read(file).snapshot.of("facts").value("P.title")


def log_of(copy):
    return [(entry.kind, entry.label) for entry in copy.log]


# -- creating, saving, opening again ------------------------------------------------------------------------------


def test_what_was_written_is_read(project_file, content):
    assert read(project_file) == content


def test_a_file_that_exists_is_not_overwritten(project_file, content, author):
    before = project_file.read_bytes()
    with pytest.raises(Refused, match="exists already"):
        create(project_file, content, author)
    assert project_file.read_bytes() == before


def test_a_folder_that_does_not_exist_is_told(tmp_path, content, author):
    with pytest.raises(Refused, match="There is no folder") as told:
        create(tmp_path / "none" / "wind.cerulean", content, author)
    assert told.value.remedy


def test_the_file_has_an_edit_only_after_saving(project_file, desk):
    copy, project = desk(project_file)
    project.type_in("facts", "P.title", "Renamed")
    assert (copy.edits_since_save, title_in(project_file)) == (1, "Los Cocos – вітер")
    copy.publish()
    assert (copy.edits_since_save, title_in(project_file)) == (0, "Renamed")


def test_an_open_project_leaves_nothing_beside_its_file_but_the_lock(project_file, desk):
    copy, project = desk(project_file)
    project.type_in("facts", "P.title", "Renamed")
    copy.publish()
    assert files_of(project_file.parent) == [".wind.cerulean.lock", "wind.cerulean"]
    copy.close()
    assert files_of(project_file.parent) == ["wind.cerulean"]


def test_a_closed_project_leaves_no_working_copy(project_file, desk, state_folder):
    copy, project = desk(project_file)
    project.type_in("facts", "P.title", "Renamed")
    copy.publish()
    copy.close()
    assert files_of(state_folder) == []


def test_a_file_attached_is_saved_with_the_edit_that_names_it(project_file, desk):
    copy, project = desk(project_file)
    carried = attachment("letter.pdf", b"%PDF letter")
    row = project.add_row("facts", "P.letters")
    project.set("facts", f"P.letters[{row}].file", project.attach(carried))
    copy.publish()
    assert read(project_file).snapshot.attachments[carried.sha256] == carried


def test_answers_set_aside_go_back_as_they_were(project_file, desk):
    with sqlite3.connect(project_file) as connection:
        connection.execute("INSERT INTO answer VALUES ('facts', 'P.scale', '{ \"value\" : \"gigantic\" }')")
    connection.close()
    copy, project = desk(project_file)
    project.type_in("facts", "P.title", "Renamed")
    copy.publish()
    [aside] = read(project_file).set_aside
    assert (aside.path, aside.text) == ("P.scale", '{ "value" : "gigantic" }')


def test_a_new_project_is_saved_under_a_name(tmp_path, content, state_folder, author):
    copy = WorkingCopy.new(content, state_folder, author)
    with pytest.raises(UserError, match="has no file yet"):
        copy.publish()
    file = tmp_path / "named.cerulean"
    copy.publish_as(file)
    assert (copy.file, read(file)) == (file, content)
    copy.close()


def test_saving_under_another_name_goes_on_with_that_file(project_file, desk, author):
    copy, project = desk(project_file)
    other = project_file.with_name("other.cerulean")
    project.type_in("facts", "P.title", "Renamed")
    copy.publish_as(other)
    assert (title_in(project_file), title_in(other)) == ("Los Cocos – вітер", "Renamed")
    assert (read_lock(project_file), read_lock(other).name) == (None, author.name)


def test_a_linked_file_stays_a_link(project_file, desk, tmp_path):
    link = tmp_path / "link.cerulean"
    link.symlink_to(project_file)
    copy, project = desk(link)
    project.type_in("facts", "P.title", "Renamed")
    copy.publish()
    assert (link.is_symlink(), title_in(project_file)) == (True, "Renamed")


def test_a_group_can_still_write_after_saving(project_file, desk):
    project_file.chmod(0o664)
    copy, project = desk(project_file)
    project.type_in("facts", "P.title", "Renamed")
    copy.publish()
    assert project_file.stat().st_mode & 0o777 == 0o664


@pytest.mark.skipif(os.name == "nt", reason="such names do not exist there")
@pytest.mark.parametrize(
    "name", ["a b?c#d%20e&f=g.cerulean", "вітер 'x'.cerulean", os.fsdecode(b"no\xfftext.cerulean")]
)
def test_any_name_of_a_file_will_do(tmp_path, content, author, desk, name):
    file = tmp_path / name
    create(file, content, author)
    copy, project = desk(file)
    project.type_in("facts", "P.title", "Renamed")
    copy.publish()
    copy.close()
    assert (title_in(file), files_of(tmp_path)) == ("Renamed", [name, "state"] if name < "state" else ["state", name])


def test_where_no_lock_can_be_put_a_project_opens_all_the_same(project_file, desk, monkeypatch):
    def forbidden(*_):
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr("forms.store.locking.os.open", forbidden)
        _, project = desk(project_file)
    assert (project.read.value("P.title"), read_lock(project_file)) == ("Los Cocos – вітер", None)


# -- two people ---------------------------------------------------------------------------------------------------


def test_a_project_that_is_open_elsewhere_is_refused_with_who_has_it(project_file, desk, other_author, tmp_path):
    desk(project_file)
    with pytest.raises(Refused, match="is open elsewhere: Ana on desk-1, since") as told:
        WorkingCopy.open(project_file, tmp_path / "other", other_author)
    assert ".wind.cerulean.lock" in told.value.remedy
    assert not list((tmp_path / "other").iterdir())


def test_a_second_window_of_the_same_person_is_refused(project_file, desk):
    desk(project_file)
    with pytest.raises(Refused, match="is open elsewhere"):
        desk(project_file)


def test_what_someone_else_saved_meanwhile_is_not_overwritten(project_file, desk, content, author):
    copy, project = desk(project_file)
    project.type_in("facts", "P.title", "Mine")
    project_file.unlink()
    create(project_file, content, author)
    theirs = project_file.read_bytes()
    with pytest.raises(Refused, match="was changed by someone else"):
        copy.publish()
    assert (project_file.read_bytes(), copy.edits_since_save) == (theirs, 1)
    copy.publish_as(project_file.with_name("mine.cerulean"))
    assert title_in(project_file.with_name("mine.cerulean")) == "Mine"


def test_a_file_that_somebody_deleted_is_written_again(project_file, desk):
    copy, project = desk(project_file)
    project.type_in("facts", "P.title", "Mine")
    project_file.unlink()
    copy.publish()
    assert title_in(project_file) == "Mine"


def test_a_lock_of_another_make_counts_as_a_lock(project_file, state_folder, author):
    project_file.with_name(".wind.cerulean.lock").write_text("?")
    with pytest.raises(Refused, match="someone on a machine"):
        WorkingCopy.open(project_file, state_folder, author)


def test_a_lock_of_our_own_that_a_crash_left_is_cleared(project_file, state_folder, author):
    WorkingCopy.open(project_file, state_folder, author).abandon()
    copy = WorkingCopy.open(project_file, state_folder, author)
    copy.close()
    assert read_lock(project_file) is None


# -- failures while saving ------------------------------------------------------------------------------------------


def fail(*_args, **_keywords):
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize(
    "broken",
    ["forms.store.publishing.os.fsync", "pathlib.Path.replace", "forms.store.inspection.schema_of"],
)
def test_when_saving_fails_the_old_file_stays_and_the_edits_too(project_file, desk, monkeypatch, broken):
    copy, project = desk(project_file)
    project.type_in("facts", "P.title", "Mine")
    before = project_file.read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(broken, fail)
        with pytest.raises(Refused, match="No space left on device"):
            copy.publish()
    assert (project_file.read_bytes(), copy.edits_since_save) == (before, 1)
    assert files_of(project_file.parent) == [".wind.cerulean.lock", "wind.cerulean"]
    copy.publish()
    assert title_in(project_file) == "Mine"


def test_when_the_compact_copy_fails_the_old_file_stays(project_file, desk, monkeypatch):
    def full(*_):
        raise sqlite3.OperationalError("database or disk is full")

    copy, project = desk(project_file)
    project.type_in("facts", "P.title", "Mine")
    before = project_file.read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr("forms.store.working_copy.vacuum_into", full)
        with pytest.raises(Refused, match="disk is full"):
            copy.publish()
    assert project_file.read_bytes() == before


def test_a_write_that_damages_is_noticed_before_the_old_file_is_replaced(project_file, desk, monkeypatch):
    copy, project = desk(project_file)
    project.type_in("facts", "P.title", "Mine")
    before = project_file.read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr("forms.store.working_copy.vacuum_into", lambda _, file: file.write_bytes(before[:5000]))
        with pytest.raises(UserError):
            copy.publish()
    assert project_file.read_bytes() == before


def test_an_edit_that_could_not_be_written_is_written_with_the_next(project_file, desk, monkeypatch):
    copy, project = desk(project_file)
    project.type_in("facts", "P.town", "Juancho")
    with monkeypatch.context() as patch:
        patch.setattr("forms.store.recording.write_changes", disk_is_full)
        with pytest.raises(Refused, match="could not be written"):
            project.type_in("facts", "P.title", "Mine")
    assert copy.edits_since_save
    copy.publish()
    found = read(project_file).snapshot.of("facts")
    assert (found.value("P.title"), found.value("P.town")) == ("Mine", "Juancho")


def disk_is_full(*_):
    raise sqlite3.OperationalError("database or disk is full")


def cannot_be_written(*_args, **_keywords):
    raise OperationalError("BEGIN", {}, sqlite3.OperationalError("unable to open database file"))


def test_a_new_file_that_cannot_be_written_is_refused_in_plain_words(tmp_path, content, author, monkeypatch):
    monkeypatch.setattr("forms.store.fill_new", cannot_be_written)
    with pytest.raises(Refused, match=r"cannot be written: unable to open database file\. ") as told:
        create(tmp_path / "wind.cerulean", content, author)
    assert "has room" in told.value.remedy
    assert files_of(tmp_path) == []


@pytest.mark.parametrize(
    "broken",
    [
        "state_folder.connect_alone", "state_folder.backup", "state_folder.upgrade", "working_copy.last_edit",
        "working_copy.read_file",
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    ("failure", "words"), [(disk_is_full, "There is no room in"), (cannot_be_written, "unable to open")]
)
def test_a_state_folder_without_room_is_not_taken_for_damage(
    project_file, state_folder, author, monkeypatch, broken, failure, words
):
    monkeypatch.setattr(f"forms.store.{broken}", failure)
    with pytest.raises(Refused, match=words) as told:
        WorkingCopy.open(project_file, state_folder, author)
    assert str(state_folder) in told.value.message
    assert "CERULEAN_HOME" in told.value.remedy
    assert (read_lock(project_file), files_of(state_folder)) == (None, [])


def test_a_new_project_without_room_in_the_state_folder_is_refused(state_folder, content, author, monkeypatch):
    monkeypatch.setattr("forms.store.working_copy.fill_new", disk_is_full)
    with pytest.raises(Refused, match="There is no room in"):
        WorkingCopy.new(content, state_folder, author)
    assert files_of(state_folder) == []


def test_damage_that_shows_while_copying_is_still_told_of_the_file(project_file, state_folder, author, monkeypatch):
    def malformed(*_):
        raise sqlite3.DatabaseError("database disk image is malformed")

    monkeypatch.setattr("forms.store.state_folder.backup", malformed)
    with pytest.raises(Damaged, match=r"wind\.cerulean is damaged"):
        WorkingCopy.open(project_file, state_folder, author)


# -- crashes ------------------------------------------------------------------------------------------------------


def test_a_crash_leaves_a_copy_with_file_time_and_number_of_edits(project_file, desk, state_folder):
    copy, project = desk(project_file)
    project.type_in("facts", "P.title", "Unsaved")
    project.type_in("facts", "P.town", "Juancho")
    copy.abandon()
    [leftover] = leftovers(state_folder)
    assert (leftover.file, leftover.edits) == (project_file, 2)


def test_what_a_crash_left_is_recovered_with_its_history(project_file, desk, state_folder, author):
    copy, project = desk(project_file)
    project.type_in("facts", "P.title", "Unsaved")
    copy.abandon()
    recovered = WorkingCopy.recover(leftovers(state_folder)[0], author)
    project = followed(recovered)
    assert (project.read.value("P.title"), recovered.edits_since_save) == ("Unsaved", 1)
    project.undo()
    recovered.publish()
    assert title_in(project_file) == "Los Cocos – вітер"
    recovered.close()
    assert leftovers(state_folder) == ()


def test_what_a_crash_left_can_be_thrown_away(project_file, desk, state_folder):
    copy, project = desk(project_file)
    project.type_in("facts", "P.title", "Unsaved")
    copy.abandon()
    discard(leftovers(state_folder)[0])
    assert (leftovers(state_folder), files_of(state_folder), read_lock(project_file)) == ((), [], None)


def test_a_copy_that_is_in_use_is_not_offered(project_file, desk, state_folder):
    _, project = desk(project_file)
    project.type_in("facts", "P.title", "Unsaved")
    assert leftovers(state_folder) == ()


def test_a_crash_right_after_the_file_was_replaced_loses_and_offers_nothing(
    project_file, desk, state_folder, monkeypatch
):
    def crash(folder):
        if folder == project_file.parent:
            raise KeyboardInterrupt

    copy, project = desk(project_file)
    project.type_in("facts", "P.title", "Saved")
    with monkeypatch.context() as patch:
        patch.setattr("forms.store.publishing._folder_to_disk", crash)
        with pytest.raises(KeyboardInterrupt):
            copy.publish()
    copy.abandon()
    assert (title_in(project_file), leftovers(state_folder)) == ("Saved", ())


KILLED = """
import sys
from pathlib import Path
from forms.store import Author, WorkingCopy
from tests.forms.store.desk import followed

copy = WorkingCopy.open(Path(sys.argv[1]), Path(sys.argv[2]), Author("Ana", "desk-1", "Cerulean 0.1.0"))
project = followed(copy)
number = 0
while True:
    number += 1
    project.type_in("facts", "P.title", f"Title {number}")
    print(number, flush=True)
    if number % 7 == 0:
        copy.publish()
"""


@pytest.mark.parametrize("after", [3, 15, 29])
def test_a_killed_process_loses_no_edit_and_no_file(project_file, state_folder, author, after):
    running = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(project_file), str(state_folder)],
        cwd=ROOT, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    with running:
        acknowledged = 0
        for line in running.stdout:
            acknowledged = int(line)
            if acknowledged >= after:
                running.kill()
        acknowledged = max(acknowledged, after)
    saved = int(str(title_in(project_file)).removeprefix("Title ")) if acknowledged >= 7 else 0
    recovered = [WorkingCopy.recover(item, author) for item in leftovers(state_folder)]
    titles = [copy.content.snapshot.of("facts").value("P.title") for copy in recovered]
    newest = max([saved, *(int(title.removeprefix("Title ")) for title in titles)])
    assert newest in {acknowledged, acknowledged + 1}
    for copy in recovered:
        copy.close(discard=True)


# -- the log --------------------------------------------------------------------------------------------------------


def test_each_edit_is_an_entry_that_covers_the_one_before(project_file, desk):
    copy, project = desk(project_file)
    project.type_in("facts", "P.title", "One")
    project.type_in("facts", "P.town", "Juancho")
    project.undo()
    project.redo()
    kinds = [entry.kind for entry in copy.log]
    assert kinds == ["edit", "edit", "undo", "redo"]
    previous = ""
    for entry in copy.log:
        assert entry.hash == entry.hash_after(previous)
        previous = entry.hash


def test_typing_in_one_place_is_one_entry(project_file, desk):
    copy, project = desk(project_file)
    for text in ("L", "Lo", "Los"):
        project.type_in("facts", "P.title", text, typing=True)
    [entry] = copy.log
    assert '"Los"' in entry.changes[0][3]
    assert "вітер" in entry.changes[0][2]


def test_typing_that_comes_back_to_where_it_began_leaves_no_entry(project_file, desk):
    copy, project = desk(project_file)
    project.type_in("facts", "P.town", "Juancho")
    project.type_in("facts", "P.title", "L", typing=True)
    project.type_in("facts", "P.title", "Los Cocos – вітер", typing=True)
    assert [entry.changes[0][1] for entry in copy.log] == ["P.town"]


def test_an_entry_that_was_saved_is_not_joined_by_later_typing(project_file, desk):
    copy, project = desk(project_file)
    project.type_in("facts", "P.title", "L", typing=True)
    copy.publish()
    project.type_in("facts", "P.title", "Lo", typing=True)
    assert (len(copy.log), copy.edits_since_save) == (2, 1)


def test_a_log_that_another_program_changed_is_noticed(project_file, desk, state_folder, author):
    copy, project = desk(project_file)
    project.type_in("facts", "P.title", "One")
    project.type_in("facts", "P.title", "Two")
    copy.publish()
    copy.close()
    with sqlite3.connect(project_file) as connection:
        connection.execute("""UPDATE edit SET "by" = 'Nobody' WHERE id = 1""")
    connection.close()
    opened, _ = desk(project_file)
    assert (copy.broken_edit, opened.broken_edit) == (None, 1)


def test_undo_and_redo_survive_saving_and_opening(project_file, desk):
    copy, project = desk(project_file)
    project.type_in("facts", "P.title", "One")
    project.type_in("facts", "P.title", "Two")
    project.undo()
    copy.publish()
    copy.close()
    _, project = desk(project_file)
    assert project.redo()
    assert project.read.value("P.title") == "Two"
    while project.undo():
        pass
    assert project.read.value("P.title") == "Los Cocos – вітер"


def test_a_log_with_answers_that_no_place_can_hold_is_not_undone(project_file, desk):
    copy, project = desk(project_file)
    project.type_in("facts", "P.title", "One")
    copy.publish()
    copy.close()
    with sqlite3.connect(project_file) as connection:
        connection.execute("""UPDATE change SET before = '{"type":"date","value":"2013-01-01"}'""")
    connection.close()
    _, project = desk(project_file)
    assert not project.undo()


def test_the_archive_of_an_open_project_is_that_of_its_file(project_file, desk):
    copy, project = desk(project_file)
    project.type_in("facts", "P.title", "One")
    copy.publish()
    now = Content(project.snapshot, copy.content.set_aside)
    assert export_project(now) == export_project(read(project_file))


def test_a_blank_project_is_kept_too(tmp_path, author):
    file = tmp_path / "blank.cerulean"
    create(file, Content(Project.new("ji_ssc_pdd", "01.1").snapshot), author)
    assert read(file).snapshot.heads == Project.new("ji_ssc_pdd", "01.1").snapshot.heads


def test_a_place_left_blank_on_purpose_keeps_its_reason(project_file):
    blank = read(project_file).snapshot.of("facts")["P.technology_transfer"]
    assert blank == Answer(blank_reason="No technology is transferred.")
