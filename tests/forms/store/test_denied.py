"""What the system denies at a moment when nobody expects it: told in words or passed over, and nothing is lost."""

import errno
import json
import os
from pathlib import Path

import pytest

from forms.errors import Damaged, Refused, UserError
from forms.store import WorkingCopy, create, read, read_lock
from forms.store.backups import backups, keep
from forms.store.inspection import sha256_of


@pytest.fixture
def file(tmp_path, content, author):
    file = tmp_path / "wind.cerulean"
    create(file, content, author)
    return file


def denying(monkeypatch, name, what):
    """Lets a method of paths fail for every path of which `what` is a part of the name."""
    real = getattr(Path, name)

    def method(path, *arguments, **named):
        if what in path.name:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return real(path, *arguments, **named)

    monkeypatch.setattr(Path, name, method)


def test_a_lock_that_cannot_be_taken_away_is_known_again(file, state_folder, author, monkeypatch):
    with monkeypatch.context() as patch:
        denying(patch, "unlink", ".lock")
        WorkingCopy.open(file, state_folder, author).close()
    assert read_lock(file) is not None
    WorkingCopy.open(file, state_folder, author).close()
    assert read_lock(file) is None


def test_where_there_is_no_room_for_a_lock_none_is_left_half_written(file, state_folder, author, monkeypatch):
    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(json, "dump", full)
    copy = WorkingCopy.open(file, state_folder, author)
    assert read_lock(file) is None
    copy.close()


def test_a_file_that_cannot_be_looked_at_is_refused_in_words(file, monkeypatch):
    denying(monkeypatch, "stat", file.name)
    with pytest.raises(Refused, match="cannot be read: Permission denied"):
        read(file)


def test_a_place_that_cannot_be_looked_at_is_not_written_over(tmp_path, content, author, monkeypatch):
    denying(monkeypatch, "stat", "new.cerulean")
    with pytest.raises(Refused, match="cannot be written: Permission denied"):
        create(tmp_path / "new.cerulean", content, author)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_opening_a_pipe_ends(tmp_path, state_folder, author):
    pipe = tmp_path / "pipe.cerulean"
    os.mkfifo(pipe)
    for opening in (lambda: sha256_of(pipe), lambda: WorkingCopy.open(pipe, state_folder, author)):
        with pytest.raises(Damaged, match="is not a file"):
            opening()


def test_a_name_that_is_too_long_is_wrong_use(tmp_path):
    with pytest.raises(UserError, match="too long for the name of a file") as told:
        read(tmp_path / ("x" * 300))
    assert told.value.exit_code == 2


@pytest.mark.skipif(os.name == "nt", reason="names of files are always text here")
def test_a_file_whose_name_is_no_text_has_backups_too(file, tmp_path, content):
    import datetime as dt

    strange = file.rename(tmp_path / os.fsdecode(b"w\xffnd.cerulean"))
    keep(strange, tmp_path / "backups", dt.datetime(2026, 1, 1, tzinfo=dt.UTC))
    assert [item.sha256 for item in backups(strange, tmp_path / "backups")] == [sha256_of(strange)]
