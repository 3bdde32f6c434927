"""The trash: a removed project is there whole, and comes back where it lay."""

import datetime as dt
import os
from pathlib import Path

import pytest

from forms.errors import Damaged, Refused
from forms.store import WorkingCopy, create, read
from forms.store.trash import bring_back, removed, throw_away

NOW = dt.datetime(2026, 3, 14, 15, 9, tzinfo=dt.UTC)


@pytest.fixture
def file(tmp_path, content, author):
    (tmp_path / "projects").mkdir()
    create(tmp_path / "projects" / "wind.cerulean", content, author)
    return tmp_path / "projects" / "wind.cerulean"


@pytest.fixture
def trash(tmp_path):
    return tmp_path / "state" / "trash"


def test_a_removed_project_is_gone_from_its_folder_and_listed_with_its_place(file, trash):
    item = throw_away(file, trash, NOW)
    assert (list(file.parent.iterdir()), removed(trash)) == ([], (item,))
    assert (item.origin, item.at) == (file, NOW)


def test_it_comes_back_where_it_lay_byte_for_byte(file, trash):
    before = file.read_bytes()
    assert bring_back(throw_away(file, trash, NOW)) == file
    assert (file.read_bytes(), removed(trash), list(trash.iterdir())) == (before, (), [])


def test_two_of_one_name_are_told_apart(file, trash, tmp_path, content, author):
    other = tmp_path / "wind.cerulean"
    create(other, content, author)
    throw_away(file, trash, NOW)
    throw_away(other, trash, NOW)
    assert {item.origin for item in removed(trash)} == {file, other}


def test_what_somebody_has_open_is_not_removed(file, trash, state_folder, author):
    copy = WorkingCopy.open(file, state_folder, author)
    with pytest.raises(Refused, match="open elsewhere: Ana"):
        throw_away(file, trash, NOW)
    copy.close()
    assert (file.exists(), removed(trash)) == (True, ())


def test_it_does_not_take_the_place_of_another_file(file, trash, content, author):
    item = throw_away(file, trash, NOW)
    create(file, content, author)
    with pytest.raises(Refused, match="exists already"):
        bring_back(item)
    assert bring_back(item, to=file.with_name("wind 2.cerulean")).exists()


def test_without_its_folder_it_stays_in_the_trash(file, trash):
    item = throw_away(file, trash, NOW)
    file.parent.rmdir()
    with pytest.raises(Refused, match="no folder"):
        bring_back(item)
    assert removed(trash) == (item,)


def test_what_was_damaged_in_the_trash_is_not_put_back(file, trash):
    item = throw_away(file, trash, NOW)
    item.file.write_bytes(b"torn")
    with pytest.raises(Damaged):
        bring_back(item)
    assert not file.exists()


def test_a_file_that_is_not_there_is_told(file, trash):
    with pytest.raises(Damaged, match="no file"):
        throw_away(file.with_name("sun.cerulean"), trash, NOW)


def test_a_damaged_project_can_be_removed_too(file, trash):
    file.write_bytes(b"torn")
    assert bring_back(throw_away(file, trash, NOW)).read_bytes() == b"torn"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="nobody may be kept from deleting here")
def test_where_it_may_not_be_taken_away_nothing_changes(file, trash):
    file.parent.chmod(0o500)
    with pytest.raises(Refused, match="cannot be taken away"):
        throw_away(file, trash, NOW)
    file.parent.chmod(0o700)
    assert (file.exists(), removed(trash)) == (True, ())


def test_a_removal_that_cannot_end_leaves_no_copy(file, trash, monkeypatch):
    unlink = Path.unlink

    def refuse(path, missing_ok=False):
        if path == file:
            raise PermissionError(1, "Operation not permitted")
        unlink(path, missing_ok)

    monkeypatch.setattr("pathlib.Path.unlink", refuse)
    with pytest.raises(Refused, match="cannot be taken away"):
        throw_away(file, trash, NOW)
    assert (file.exists(), removed(trash)) == (True, ())


def test_a_note_of_nonsense_is_passed_over(file, trash):
    item = throw_away(file, trash, NOW)
    item.file.with_suffix(".json").write_text("[]")
    (trash / "notes.txt").write_text("x")
    assert removed(trash) == ()


def test_the_content_is_what_it_was(file, trash, content):
    assert read(bring_back(throw_away(file, trash, NOW))).snapshot.answers == content.snapshot.answers
