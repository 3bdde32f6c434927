"""Reviewing a shared file: of the file and its folder no byte changes, even while somebody else has it open."""

import os

import pytest

from forms.errors import UserError
from forms.review import findings, raise_finding
from forms.review_file import review_of
from forms.store import WorkingCopy, create, leftovers, read
from tests.forms.store.desk import followed


@pytest.fixture
def shared(tmp_path, content, author):
    """A file in a folder that nobody may write to."""
    folder = tmp_path / "shared"
    folder.mkdir()
    create(folder / "wind.cerulean", content, author)
    (folder / "wind.cerulean").chmod(0o444)
    folder.chmod(0o555)
    yield folder / "wind.cerulean"
    folder.chmod(0o755)


def seen(folder):
    """Bytes and times of everything in a folder, and of the folder."""
    return {
        path: (path.read_bytes() if path.is_file() else b"", path.stat().st_mtime_ns)
        for path in (folder, *folder.rglob("*"))
    }


def reviewed(shared, state_folder, author):
    copy = WorkingCopy.open_to_review(shared, state_folder, author)
    project = followed(copy)
    raise_finding(project, "CAR", "Source?", by="Vera")
    return copy, project


def test_not_one_byte_of_the_shared_folder_changes(shared, state_folder, other_author):
    before = seen(shared.parent)
    copy, project = reviewed(shared, state_folder, other_author)
    copy.freeze("as I found it")
    assert len(review_of(project.snapshot, "Vera").answers["review"]) > 1
    copy.close(discard=True)
    assert seen(shared.parent) == before


def test_after_a_crash_it_is_known_as_a_review_of_that_file(shared, state_folder, author):
    copy, project = reviewed(shared, state_folder, author)
    copy.abandon()
    [leftover] = leftovers(state_folder)
    assert (leftover.reviewed, leftover.file, leftover.edits) == (shared, None, 1)
    again = WorkingCopy.recover(leftover, author)
    assert (again.reviewed, findings(again.content.snapshot)) == (shared, findings(project.snapshot))
    again.close(discard=True)


def test_saved_under_a_name_it_stays_a_review(shared, state_folder, author, tmp_path):
    copy, _ = reviewed(shared, state_folder, author)
    copy.publish_as(tmp_path / "mine.cerulean")
    assert copy.reviewed == shared
    copy.close()
    copy = WorkingCopy.open(tmp_path / "mine.cerulean", state_folder, author)
    assert copy.reviewed is None
    copy.close()


def test_the_folder_of_this_test_is_really_closed(shared):
    if os.geteuid() == 0:
        pytest.skip("root may write everywhere: bytes and times are compared instead")
    with pytest.raises(OSError, match="denied"):
        (shared.parent / "other").write_text("x")


def test_a_file_that_somebody_has_open_can_be_reviewed(tmp_path, content, desk, other_author, author, state_folder):
    create(tmp_path / "wind.cerulean", content, author)
    desk(tmp_path / "wind.cerulean")
    copy, project = reviewed(tmp_path / "wind.cerulean", tmp_path / "other state", other_author)
    assert len(findings(project.snapshot)) == 1
    copy.close(discard=True)


def test_a_review_is_saved_under_another_name(shared, tmp_path, state_folder, author):
    copy, project = reviewed(shared, state_folder, author)
    assert (copy.file, copy.edits_since_save) == (None, 1)
    with pytest.raises(UserError, match="no file yet"):
        copy.publish()
    copy.publish_as(tmp_path / "mine.cerulean")
    assert findings(read(tmp_path / "mine.cerulean").snapshot) == findings(project.snapshot)
    copy.close()


def test_a_review_survives_a_crash(shared, state_folder, author):
    copy, _ = reviewed(shared, state_folder, author)
    copy.abandon()
    [left] = leftovers(state_folder)
    assert (left.file, left.edits) == (None, 1)
    recovered = WorkingCopy.recover(left, author)
    assert len(findings(recovered.content.snapshot)) == 1
    recovered.close(discard=True)
