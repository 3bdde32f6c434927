"""Revisions in project files, the step to schema 2, and damage that SQLite cannot notice."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from forms.exchange import Content
from forms.freezing import freeze
from forms.store import WorkingCopy, create, read, read_edits, system_clock
from tests.forms.store.desk import followed

OLD = Path(__file__).parents[2] / "samples" / "schema_1.cerulean"


@pytest.fixture
def file(tmp_path, content, author):
    target = tmp_path / "wind.cerulean"
    create(target, content, author)
    return target


def test_a_frozen_revision_is_in_the_file_when_it_was_saved(file, desk):
    copy, project = desk(file)
    made = copy.freeze("sent for validation")
    assert (made.number, made.by, copy.edits_since_save) == (1, "Ana", 1)
    assert read(file).revisions == ()
    copy.publish()
    assert read(file).revisions == (made,)
    project.type_in("facts", "P.title", "Other")
    second = copy.freeze("again")
    assert (second.number, second.previous) == (2, made.sha256)


def test_a_revision_that_was_not_saved_survives_a_crash(file, state_folder, author):
    from forms.store import leftovers

    copy = WorkingCopy.open(file, state_folder, author)
    followed(copy)
    made = copy.freeze("before the crash")
    copy.abandon()
    [left] = leftovers(state_folder)
    recovered = WorkingCopy.recover(left, author)
    assert (left.edits, recovered.revisions) == (1, (made,))
    recovered.close(discard=True)


def test_freezing_and_marking_are_in_the_log_with_their_reason(file, desk):
    copy, project = desk(file)
    project.type_in("facts", "P.title", "Other")
    copy.freeze("sent for validation")
    copy.mark_revision(1, "registered")
    told = [(entry.kind, entry.label, entry.why, entry.by) for entry in copy.log[-2:]]
    assert told == [
        ("revision", "Freeze revision 1", "sent for validation", "Ana"),
        ("revision", "Mark revision 1", "registered", "Ana"),
    ]


def test_undo_works_across_a_frozen_revision(file, desk, tmp_path):
    copy, project = desk(file)
    title = project.read.text("P.title")
    project.type_in("facts", "P.title", "Other", typing=True)
    copy.freeze("")
    project.type_in("facts", "P.title", "Othello", typing=True)
    copy.publish()
    copy.close()
    again, project = desk(file)
    assert again.broken_edit is None
    project.undo()
    assert project.read.text("P.title") == "Other"
    project.undo()
    assert project.read.text("P.title") == title


def test_the_reason_of_an_edit_is_kept(file, desk):
    copy, project = desk(file)
    with project.edit("Correct", why="the meter was exchanged"):
        project.type_in("facts", "P.title", "Other")
    copy.publish()
    entries, broken = read_edits(file)
    assert (entries[-1].why, broken) == ("the meter was exchanged", None)


def test_a_new_file_is_made_with_the_revisions_of_its_content(tmp_path, content, author):
    revision = freeze((), content.snapshot, system_clock(), "Ana", "")
    create(tmp_path / "copy.cerulean", Content(content.snapshot, revisions=(revision,)), author)
    assert read(tmp_path / "copy.cerulean").revisions == (revision,)


def test_revisions_of_another_copy_are_taken_over(file, desk, content):
    copy, _ = desk(file)
    mine = copy.freeze("mine")
    theirs = freeze((), content.snapshot, system_clock(), "Bo", "theirs")
    assert copy.take_revisions((theirs,)).renumbered == ((1, 2),)
    copy.publish()
    assert [found.note for found in read(file).revisions] == [mine.note, "theirs"]
    assert read(file).damage == ()


# -- schema 1 ---------------------------------------------------------------------------------------------------


def test_a_file_of_schema_1_is_kept_beside_the_first_that_is_saved_over_it(tmp_path, desk):
    file = tmp_path / "old.cerulean"
    shutil.copy(OLD, file)
    before = file.read_bytes()
    copy, project = desk(file)
    project.type_in("facts", "P.title", "Other")
    assert (file.read_bytes(), list(tmp_path.glob("*.bak"))) == (before, [])
    copy.publish()
    assert (tmp_path / "old.cerulean.schema1.bak").read_bytes() == before
    assert read(tmp_path / "old.cerulean.schema1.bak").snapshot.of("facts").value("P.title") != "Other"
    assert read(file).snapshot.of("facts").value("P.title") == "Other"
    copy.publish()
    assert [found.name for found in tmp_path.glob("*.bak")] == ["old.cerulean.schema1.bak"]


def test_the_log_of_a_file_of_schema_1_still_holds(tmp_path):
    shutil.copy(OLD, tmp_path / "old.cerulean")
    assert read_edits(tmp_path / "old.cerulean")[1] is None
    assert read(tmp_path / "old.cerulean").damage == ()


# -- damage -----------------------------------------------------------------------------------------------------


def changed(file, statement):
    with sqlite3.connect(file) as connection:
        connection.execute(statement)
    connection.close()


DAMAGE = {
    "UPDATE answer SET answer = replace(answer, '25.20', '26.20') WHERE path = 'P.capacity'": "answers of “facts”",
    "DELETE FROM answer WHERE path = 'P.capacity'": "answers of “facts”",
    "INSERT INTO answer VALUES ('review', 'R.findings', '{\"blank\": \"none\"}')": "answers of “review”",
    "UPDATE revision SET note = 'registered'": "Revision 1 was changed",
    "UPDATE revision SET mark = 'registered'": "list of revisions",
    "DELETE FROM revision": "list of revisions",
    "UPDATE attachment SET name = 'other.png'": "names of attached files",
    "UPDATE project SET created = '2001-01-01'": "list of documents",
    "DELETE FROM edit": "end of the log",
    "UPDATE edit SET by = 'Bo' WHERE id = 1": "log of edits was changed by another program, from edit 1",
    "UPDATE meta SET value = '?' WHERE key = 'seal'": "is not as it was saved",
}


@pytest.mark.parametrize("statement", DAMAGE)
def test_what_changed_since_it_was_saved_is_noticed_on_opening(file, desk, statement):
    copy, project = desk(file)
    project.type_in("facts", "P.title", "Other")
    copy.freeze("sent")
    copy.publish()
    copy.close()
    assert read(file).damage == ()
    changed(file, statement)
    assert DAMAGE[statement] in " ".join(read(file).damage)
    again, _ = desk(file)
    assert DAMAGE[statement] in " ".join(again.content.damage)


def test_the_place_that_was_changed_is_named_where_the_log_knows_it(file, desk):
    copy, project = desk(file)
    project.type_in("facts", "P.capacity", "26")
    project.type_in("facts", "P.title", "Other")
    copy.publish()
    changed(file, "UPDATE answer SET answer = replace(answer, '26', '62') WHERE path = 'P.capacity'")
    [sentence] = read(file).damage
    assert sentence.endswith("Look at P.capacity.")


def test_saving_after_a_look_seals_the_file_anew(file, desk):
    changed(file, "UPDATE answer SET answer = replace(answer, '25.20', '26.20') WHERE path = 'P.capacity'")
    copy, _ = desk(file)
    copy.publish()
    assert read(file).damage == ()


def test_no_flipped_bit_of_an_answer_goes_unnoticed(file):
    """Every byte of every stored answer, one by one: each is damage, or is told."""
    from forms.errors import UserError

    whole = file.read_bytes()
    [answer] = sqlite3.connect(file).execute("SELECT answer FROM answer WHERE path = 'P.location'").fetchone()
    start = whole.index(answer.encode())
    for at in range(start, start + len(answer.encode())):
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        try:
            damage = read(file).damage
        except UserError:
            continue
        assert damage, at
