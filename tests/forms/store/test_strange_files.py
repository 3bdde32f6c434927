"""A file is a stranger's until it was looked through: what is damaged, foreign or newer is told and not opened."""

import os
import sqlite3

import pytest

from forms.errors import Damaged, Refused, UserError
from forms.exchange import export_project
from forms.store import create, read


@pytest.fixture
def project_file(tmp_path, content, author):
    file = tmp_path / "wind.cerulean"
    create(file, content, author)
    return file


def changed(file, *statements):
    with sqlite3.connect(file) as connection:
        for statement in statements:
            connection.execute(statement)
    connection.close()


FOREIGN = {
    "empty": (b"", "is empty"),
    "text": (b"Dear colleague, please find attached" * 20, "is not a Cerulean project"),
    "picture": (b"\x89PNG\r\n\x1a\n" + b"\0" * 500, "is a picture"),
    "dossier": (b"%PDF-1.7\n" + b"x" * 500, "is a PDF"),
    "archive": (b'{"format": "cerulean-project"}', "is JSON"),
    "office": (b"PK\x03\x04" + b"\0" * 500, "Office document"),
    "short": (b"SQLite format 3\0", "is not a Cerulean project"),
}


@pytest.mark.parametrize("kind", FOREIGN)
def test_what_is_no_project_file_is_told(tmp_path, kind):
    data, message = FOREIGN[kind]
    file = tmp_path / "wind.cerulean"
    file.write_bytes(data)
    with pytest.raises(Damaged, match=message) as told:
        read(file)
    assert told.value.remedy


def test_a_file_that_is_missing_is_told(tmp_path):
    with pytest.raises(Damaged, match="There is no file"):
        read(tmp_path / "none.cerulean")


def test_a_folder_is_not_opened(tmp_path):
    with pytest.raises(Damaged, match="is not a file"):
        read(tmp_path)


def test_a_file_that_was_cut_off_on_its_way_is_told(project_file):
    project_file.write_bytes(project_file.read_bytes()[:20_000])
    with pytest.raises(Damaged, match="its end is missing"):
        read(project_file)


def test_a_page_that_was_overwritten_is_told(project_file):
    data = bytearray(project_file.read_bytes())
    data[8192:12000] = b"\xff" * (12000 - 8192)
    project_file.write_bytes(data)
    with pytest.raises(Damaged, match="is damaged"):
        read(project_file)


def test_names_in_a_damaged_schema_that_are_no_text_are_told(project_file):
    data = project_file.read_bytes().replace(b"CREATE TABLE answer", b"CREATE TABLE answe\xaf")
    project_file.write_bytes(data)
    with pytest.raises(Damaged, match="is damaged"):
        read(project_file)


def test_another_application_id_is_not_ours(project_file):
    changed(project_file, "PRAGMA application_id = 42")
    with pytest.raises(Damaged, match="is not a Cerulean project"):
        read(project_file)


def test_a_newer_schema_is_refused_with_the_program_that_is_needed(project_file):
    changed(
        project_file,
        "PRAGMA user_version = 99",
        "UPDATE meta SET value = 'Cerulean 7.3' WHERE key = 'program'",
    )
    with pytest.raises(Refused, match=r"newer program \(Cerulean 7\.3, schema 99\)") as told:
        read(project_file)
    assert told.value.remedy == "Install Cerulean 7.3 or newer."


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER INSERT ON answer BEGIN DELETE FROM answer; END",
        "CREATE VIEW v AS SELECT * FROM answer",
        "CREATE TABLE guest (a)",
        "CREATE INDEX i ON answer (path)",
        "DROP TABLE attachment",
        "ALTER TABLE answer ADD COLUMN more TEXT",
        "PRAGMA user_version = 0",
    ],
)
def test_a_schema_that_is_not_exactly_ours_is_refused(project_file, statement):
    changed(project_file, statement)
    with pytest.raises(Damaged, match="tables, views or triggers"):
        read(project_file)


def test_a_file_in_write_ahead_mode_may_lack_edits(project_file):
    changed(project_file, "PRAGMA journal_mode = WAL")
    with pytest.raises(Damaged, match="may lack its latest edits"):
        read(project_file)


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        ("UPDATE document SET form_version = '99.9' WHERE id = 'cdm_pdd'", "no form cdm_pdd in version 99.9"),
        ("UPDATE document SET id = '../x' WHERE id = 'cdm_pdd'", "cannot be one of a project"),
        ("DELETE FROM document WHERE id = 'facts'", "no project facts"),
        ("UPDATE answer SET answer = x'00ff'", "something else where a text is expected"),
        ("UPDATE attachment SET content = x'00'", "attachment 'map.png' is damaged"),
        ("UPDATE attachment SET name = '../map.png'", "is not the name of a file"),
        ("UPDATE attachment SET content = 'text'", "where an attachment is expected"),
    ],
)
def test_rows_that_no_program_of_ours_writes_are_told(project_file, statement, message):
    changed(project_file, statement)
    with pytest.raises(UserError, match=message) as told:
        read(project_file)
    assert told.value.exit_code in {3, 4}


WRONG_ANSWERS = {
    "number for a text": ("P.title", '{"type": "text", "value": 5}'),
    "date that does not exist": ("P.crediting.start", '{"type": "date", "value": "2013-02-30"}'),
    "unknown code": ("P.scale", '{"type": "text", "value": "gigantic"}'),
    "not a number": ("P.capacity", '{"type": "number", "value": "NaN"}'),
    "another type": ("P.capacity", '{"type": "text", "value": "25"}'),
    "no JSON": ("P.title", "Los Cocos"),
    "endless nesting": ("P.title", "[" * 100_000),
    "no answer": ("P.title", "[]"),
    "half a character": ("P.title", '{"type": "text", "value": "\\ud800"}'),
    "no such type": ("P.title", '{"type": {}, "value": "x"}'),
}


@pytest.mark.parametrize("kind", WRONG_ANSWERS)
def test_an_answer_that_its_place_cannot_hold_is_set_aside_and_kept(project_file, kind):
    path, text = WRONG_ANSWERS[kind]
    changed(project_file, f"INSERT OR REPLACE INTO answer VALUES ('facts', '{path}', '{text}')")
    found = read(project_file)
    [aside] = found.set_aside
    assert (aside.path, aside.text, path in found.snapshot.of("facts")) == (path, text, False)
    assert found.snapshot.of("facts").value("P.uses_public_funding") is False


def test_an_answer_without_a_place_is_kept_as_an_answer(project_file, content):
    row = """('cdm_pdd', 'B.99.new[r1].x', '{"type":"number","value":"0.40"}')"""
    changed(project_file, f"INSERT INTO answer VALUES {row}")
    found = read(project_file)
    assert str(found.snapshot.of("cdm_pdd").value("B.99.new[r1].x")) == "0.40"
    assert found.set_aside == ()


def test_reading_changes_no_byte_and_leaves_no_file_beside(project_file):
    before = project_file.read_bytes(), project_file.stat().st_mtime_ns
    export_project(read(project_file))
    assert (project_file.read_bytes(), project_file.stat().st_mtime_ns) == before
    assert os.listdir(project_file.parent) == [project_file.name]  # noqa: PTH208 - names, not paths
