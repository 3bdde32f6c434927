"""The log of another copy, carried on at a merge: told as theirs, sealed with mine, and undone by nobody."""

import datetime as dt

import pytest

from forms.history import Edit
from forms.meanwhile import meanwhile, take
from forms.store import WorkingCopy, create, read, read_edits, read_hashed
from forms.store.carrying import carried, merged_log
from forms.store.mapping import Entry, first_broken
from tests.forms.store.desk import followed

NOW = dt.datetime(2026, 3, 14, 15, 9, tzinfo=dt.UTC)


def chain(*told, by="Bo", start=()):
    """A log of edits with these labels after the entries of `start`."""
    log = list(start)
    for number, label in enumerate(told, len(log) + 1):
        entry = Entry(
            number, "edit", label, f"2026-03-14T15:{number:02}", by, (("facts", "P.title", None, f'"{label}"'),)
        )
        log.append(entry.sealed(log[-1].hash if log else ""))
    return log


BEGINNING = chain("Title", by="Ana")
MINE = chain("Location", by="Ana", start=BEGINNING)
THEIRS = chain("Capacity", "Owner", start=BEGINNING)


def test_their_edits_follow_mine_and_what_both_began_with_stands_once():
    others, said = carried(MINE, THEIRS)
    assert [(entry.id, entry.kind, entry.label, entry.by) for entry in others] == [
        (3, "theirs", "Capacity", "Bo"), (4, "theirs", "Owner", "Bo"),
    ]  # fmt: skip
    assert said == "2 of their edits are in the log."
    assert first_broken([*MINE, *others]) is None


def test_what_was_carried_already_is_not_carried_again():
    once = [*MINE, *carried(MINE, THEIRS)[0]]
    assert carried(once, THEIRS) == ((), "")
    assert carried(THEIRS, once)[0][0].label == "Location"


def test_a_log_that_another_program_changed_is_carried_and_told():
    from dataclasses import replace

    changed = [THEIRS[0], replace(THEIRS[1], label="Nothing"), THEIRS[2]]
    others, said = carried(MINE, changed)
    assert "changed by another program, from their edit 2 on" in said
    assert first_broken([*MINE, *others]) is None


def test_a_log_without_end_is_left_where_it_is(monkeypatch):
    monkeypatch.setattr("forms.store.carrying.MOST_EDITS", 4)
    assert carried(MINE, THEIRS) == ((), "Their log of edits is too long to be carried on; it stays in their file.")


def test_the_merge_is_the_last_edit_and_mine():
    log = merged_log(MINE, THEIRS, Edit("Merge theirs.cerulean", (), NOW), "Ana")
    assert [(entry.kind, entry.by) for entry in log[2:]] == [("theirs", "Bo"), ("theirs", "Bo"), ("edit", "Ana")]
    assert first_broken(log) is None


@pytest.fixture
def file(tmp_path, content, author):
    create(tmp_path / "wind.cerulean", content, author)
    return tmp_path / "wind.cerulean"


@pytest.fixture
def merged(file, tmp_path, desk, other_author):
    """My open copy, after somebody else saved the same file and I merged."""
    mine, project = desk(file)
    aside = tmp_path / "theirs.cerulean"
    aside.write_bytes(file.read_bytes())
    theirs = WorkingCopy.open(aside, tmp_path / "their state", other_author)
    followed(theirs).type_in("facts", "P.capacity", "30")
    theirs.publish()
    theirs.close()
    project.type_in("facts", "P.location", "A ridge.")
    file.write_bytes(aside.read_bytes())
    found = meanwhile(mine.base, project.snapshot, *read_hashed(file))
    take(project, found, (), mine.carry_log(read_edits(file)[0]))
    mine.stand_on(found.theirs, found.sha256)
    return mine, project


def test_the_saved_file_tells_both_and_opens_without_complaint(merged, file):
    copy, _ = merged
    copy.publish()
    log, broken = read_edits(file)
    assert [(entry.kind, entry.by) for entry in log] == [("edit", "Ana"), ("theirs", "Bo"), ("edit", "Ana")]
    assert (broken, read(file).damage, log[-1].why) == (None, (), "1 of their edits is in the log.")


def test_undo_takes_the_merge_back_and_never_their_edit(merged, file, desk):
    copy, project = merged
    copy.publish()
    copy.close()
    _, again = desk(file)
    assert again.snapshot.answers == project.snapshot.answers
    again.undo()
    assert str(again.read.value("P.capacity")) == "25.20"
    again.undo()
    assert not again.undo()


def test_typing_after_the_merge_is_an_entry_of_its_own(merged):
    copy, project = merged
    project.type_in("facts", "P.location", "A ridge by the sea.", typing=True)
    assert [entry.kind for entry in copy.log] == ["edit", "theirs", "edit", "edit"]


def test_a_crash_after_the_merge_loses_nothing(merged, state_folder, author):
    from forms.store import leftovers

    copy, project = merged
    copy.abandon()
    [leftover] = leftovers(state_folder)
    again = WorkingCopy.recover(leftover, author)
    assert again.content.snapshot.answers == project.snapshot.answers
    assert again.base is not None
    again.close(discard=True)
