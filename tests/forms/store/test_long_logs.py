"""A log of many years: opening a project looks through its latest part, asking for the log through all of it."""

import sqlite3

import pytest

from forms.store import create, mapping, read, read_edits
from tests.forms.store.desk import followed

EDITS = 12


@pytest.fixture
def few_are_recent(monkeypatch):
    monkeypatch.setattr(mapping, "RECENT_EDITS", 4)


@pytest.fixture
def file(tmp_path, content, author, desk):
    file = tmp_path / "wind.cerulean"
    create(file, content, author)
    copy, project = desk(file)
    for number in range(EDITS):
        project.type_in("facts", "P.title", str(number))
        project.settle()
    copy.publish()
    copy.close()
    return file


def changed(file, edit):
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE edit SET by = 'Mallory' WHERE id = ?", (edit,))
    connection.close()


def test_work_goes_on_after_the_last_entry(few_are_recent, file, desk):
    copy, project = desk(file)
    project.type_in("facts", "P.title", "more")
    copy.publish()
    entries, broken = read_edits(file)
    assert ([entry.id for entry in entries], broken) == ([*range(1, EDITS + 2)], None)
    assert (read(file).damage, copy.broken_edit) == ((), None)


def test_what_is_recent_can_be_undone(few_are_recent, file, desk):
    _, project = desk(file)
    undone = 0
    while project.undo():
        undone += 1
    assert undone == 4


def test_a_recent_entry_that_was_changed_is_told_on_opening(few_are_recent, file, desk):
    changed(file, EDITS - 1)
    assert any("log of edits" in words for words in read(file).damage)
    assert desk(file)[0].broken_edit == EDITS - 1


def test_an_old_entry_that_was_changed_is_told_by_the_log(few_are_recent, file):
    changed(file, 2)
    assert read(file).damage == ()
    assert read_edits(file)[1] == 2


def test_one_edit_of_many_changes_is_read_whole(monkeypatch, file, desk):
    monkeypatch.setattr(mapping, "RECENT_CHANGES", 3)
    copy, project = desk(file)
    with project.edit("Many"):
        for number in range(5):
            project.type_in("facts", "P.capacity", str(number + 1))
            project.add_row("facts", "P.sites")
    copy.publish()
    copy.close()
    again, opened = desk(file)
    assert (again.edits_since_save, opened.undo() is not None) == (0, True)


def test_where_more_was_edited_than_is_looked_through_the_beginning_is_not_known(few_are_recent, file, desk, author):
    from forms.store import WorkingCopy, leftovers

    copy, project = desk(file)
    for number in range(6):
        project.type_in("facts", "P.title", f"unsaved {number}")
        project.settle()
    copy.abandon()
    [left] = leftovers(copy._folder.parent)
    recovered = WorkingCopy.recover(left, author)
    assert (recovered.edits_since_save, recovered.base) == (6, None)
    assert followed(recovered).read.text("P.title") == "unsaved 5"
    recovered.close(discard=True)
