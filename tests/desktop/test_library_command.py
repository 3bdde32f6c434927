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


def test_a_removed_project_is_out_of_list_and_folder_and_comes_back(cerulean, folder):
    cerulean("library", "scan", folder, "--processes", 1)
    file = folder / "sudenai.cerulean"
    before = file.read_bytes()
    done = cerulean("library", "remove", file)
    assert (done.code, file.exists()) == (0, False)
    assert listed_hosts(cerulean) == ["Dominican Republic"]
    [item] = json.loads(cerulean("library", "trash", "--json").out)
    assert (item["origin"], item["size"]) == (str(file), len(before))
    assert cerulean("library", "bring-back", item["name"]).out == f"{file}\n"
    assert file.read_bytes() == before
    assert listed_hosts(cerulean) == ["Dominican Republic", "Lithuania"]


def listed_hosts(cerulean):
    lines = json.loads(cerulean("library", "list", "--where", "fault=", "--json").out)
    return sorted(line["host"] for line in lines)


def test_what_is_not_there_or_in_the_way_is_4_and_the_rest_is_done(cerulean, folder):
    file = folder / "sudenai.cerulean"
    done = cerulean("library", "remove", folder / "sun.cerulean", file)
    assert (done.code, file.exists(), "no file" in done.err) == (4, False, True)
    [item] = json.loads(cerulean("library", "trash", "--json").out)
    file.write_bytes(b"")
    assert cerulean("library", "bring-back", item["name"]).code == 4


def test_a_name_that_the_trash_does_not_have_is_2(cerulean):
    assert cerulean("library", "bring-back", "wind").code == 2
