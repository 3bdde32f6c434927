"""Large attached files stay on the disk until somebody asks for them, and are the same files."""

import pickle
from dataclasses import replace

import pytest

from forms import store
from forms.evidence import SMALL, Shelved, attachment
from forms.exchange import Content, archive_pieces, export_project, import_project

LARGE = bytes(range(256)) * (SMALL // 256 + 1)


@pytest.fixture
def carried():
    return attachment("readings.csv", LARGE)


@pytest.fixture
def with_large(content, carried):
    files = {**content.snapshot.attachments, carried.sha256: carried}
    return Content(replace(content.snapshot, attachments=files))


@pytest.fixture
def project_file(tmp_path, with_large, author):
    file = tmp_path / "project.cerulean"
    store.create(file, with_large, author)
    return file


def test_a_large_file_that_was_read_is_the_same_but_not_in_memory(project_file, carried):
    found = store.read(project_file).snapshot.attachments[carried.sha256]
    assert isinstance(found.held, Shelved)
    assert (found, found.size, found.content) == (carried, len(LARGE), LARGE)


def test_a_small_file_stays_in_memory(project_file):
    held = [file.held for file in store.read(project_file).snapshot.attachments.values() if file.size <= SMALL]
    assert held == [b"\x89PNG picture"]


def test_it_can_be_asked_for_after_the_project_file_is_gone(project_file, carried):
    found = store.read(project_file).snapshot.attachments[carried.sha256]
    project_file.unlink()
    assert found.content == LARGE
    assert found.content == LARGE


def test_without_room_on_the_disk_it_stays_in_memory(project_file, carried, monkeypatch):
    def is_full():
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("forms.evidence.tempfile.TemporaryFile", is_full)
    assert store.read(project_file).snapshot.attachments[carried.sha256].held == LARGE


def test_another_process_gets_its_bytes(project_file, carried):
    found = store.read(project_file).snapshot.attachments[carried.sha256]
    assert pickle.loads(pickle.dumps(found)).held == LARGE


def test_a_window_saves_it_into_another_file(project_file, tmp_path, desk, carried):
    copy, _ = desk(project_file)
    copy.publish_as(tmp_path / "second.cerulean")
    assert store.read(tmp_path / "second.cerulean").snapshot.attachments[carried.sha256].content == LARGE


def test_the_archive_in_pieces_is_the_whole_archive(project_file, with_large):
    pieces = list(archive_pieces(store.read(project_file)))
    assert b"".join(pieces) == export_project(with_large)
    assert max(map(len, pieces)) < 2 * len(LARGE)


def test_an_archive_goes_in_and_out_unchanged(with_large):
    archive = export_project(with_large)
    assert export_project(import_project(archive)) == archive


def test_an_answer_that_looks_like_the_list_of_files_changes_nothing_in_the_archive(with_large):
    misleading = '\n "attachments": []'
    changed = with_large.snapshot.with_changes(
        {"facts": {"P.town": replace(with_large.snapshot.of("facts")["P.title"], value=misleading)}}
    )
    archive = export_project(Content(changed))
    assert import_project(archive).snapshot.of("facts").value("P.town") == misleading
    assert export_project(import_project(archive)) == archive


def test_pieces_are_written_whole_or_not_at_all(tmp_path):
    target = tmp_path / "archive.json"
    target.write_bytes(b"old")

    def broken():
        yield b"new"
        raise ValueError("stopped")

    with pytest.raises(ValueError, match="stopped"):
        store.write_whole(target, broken())
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]
