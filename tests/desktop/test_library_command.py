"""`cerulean library`: many projects listed, checked and printed at once."""

import json
import shutil

import pytest


@pytest.fixture
def folder(written_samples, tmp_path):
    """Both samples, and a file that is no project."""
    made = tmp_path / "projects"
    shutil.copytree(written_samples, made)
    (made / "torn.cerulean").write_bytes(b"")
    return made


def test_a_library_is_scanned_listed_and_forgotten(cerulean, folder):
    done = cerulean("library", "scan", folder, "--processes", 1)
    assert (done.code, done.out) == (1, "3 projects; 3 read, 0 gone.\n")
    assert "torn.cerulean is empty." in done.err
    listed = json.loads(cerulean("library", "list", "--where", "host=Lithuania", "tonnes>10000", "--json").out)
    assert [(line["mechanism"], line["tonnes"], line["errors"]) for line in listed] == [("JI", "18234", 0)]
    assert "Los Cocos" in cerulean("library", "list", "--sort", "tonnes", "--descending").out.splitlines()[1]
    cerulean("library", "forget", folder)
    assert json.loads(cerulean("library", "list", "--json").out) == []


def test_a_column_that_does_not_exist_is_2(cerulean):
    assert cerulean("library", "list", "--where", "hots=China").code == 2


def test_a_library_without_folders_says_how_to_begin(cerulean):
    done = cerulean("library", "scan")
    assert (done.code, "cerulean library scan FOLDER" in done.err) == (2, True)


def test_projects_are_checked_anew(cerulean, folder):
    cerulean("library", "scan", folder, "--processes", 1)
    done = cerulean("library", "check", "--where", "errors=0", "--processes", 1)
    assert (done.code, done.out.splitlines()[-1]) == (0, "2 projects checked.")


def test_projects_are_printed_each_into_its_folder(cerulean, folder, tmp_path):
    shutil.copytree(folder, folder / "copy", ignore=shutil.ignore_patterns("los*", "torn*"))
    cerulean("library", "scan", folder, "--processes", 1)
    kind = ("--kind", "check-report", "--processes", 1)
    done = cerulean("library", "print", "--out", tmp_path / "out", "--where", "host=Lithuania", *kind)
    made = sorted(path.relative_to(tmp_path / "out").parts[0] for path in (tmp_path / "out").rglob("*.pdf"))
    assert (done.code, made) == (0, ["sudenai", "sudenai-2"])
