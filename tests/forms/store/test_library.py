"""The library: an index made from the files, kept up to date without touching them, on SQLite or PostgreSQL."""

import os
import shutil

import pytest

from forms.errors import Refused, UserError
from forms.store import create
from forms.store.library import open_library

POSTGRESQL = "CERULEAN_TEST_POSTGRESQL"


def empty_schema(url):
    """The same database with nothing in it; skips where there is no server or no driver."""
    sqlalchemy = pytest.importorskip("sqlalchemy")
    pytest.importorskip("psycopg", reason="the driver of PostgreSQL is not installed: pip install 'psycopg[binary]'")
    engine = sqlalchemy.create_engine(url)
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE IF EXISTS library_project_1, library_folder")
    engine.dispose()
    return url


@pytest.fixture(params=["SQLite", "PostgreSQL"])
def place(request, tmp_path):
    if request.param == "SQLite":
        return tmp_path / "own" / "library.sqlite"
    url = os.environ.get(POSTGRESQL)
    if not url:
        pytest.skip(f"no server of PostgreSQL: name one as an SQLAlchemy URL in {POSTGRESQL}")
    return empty_schema(url)


@pytest.fixture
def library(place):
    with open_library(place) as opened:
        yield opened


@pytest.fixture
def folder(tmp_path, content, author):
    """Three projects, one of them in a folder below."""
    made = tmp_path / "projects"
    (made / "2013").mkdir(parents=True)
    create(made / "cocos.cerulean", content, author)
    shutil.copy(made / "cocos.cerulean", made / "copy.cerulean")
    shutil.copy(made / "cocos.cerulean", made / "2013" / "old.cerulean")
    return made


def names(library):
    return [project.file.rpartition("/")[2] for project in library.projects()]


def state(folder):
    return {path: (path.stat().st_mtime_ns, path.is_file() and path.read_bytes()) for path in folder.rglob("*")}


def test_projects_below_a_folder_are_found_and_nothing_is_written_there(library, folder):
    before = state(folder)
    done = library.refresh([folder])
    assert (done.files, done.read, done.gone, done.faulty) == (3, 3, 0, ())
    assert names(library) == ["old.cerulean", "cocos.cerulean", "copy.cerulean"]
    [project] = {(item.title, item.mechanism, item.tonnes, item.stage) for item in library.projects()}
    assert project == ("Los Cocos – вітер", "CDM", None, "draft")
    assert state(folder) == before


def test_files_that_did_not_change_are_not_opened_again(library, folder, monkeypatch):
    library.refresh([folder])
    monkeypatch.setattr("forms.store.library._examined", None)
    assert library.refresh().read == 0


def test_a_file_that_was_only_touched_is_not_read_again(library, folder):
    library.refresh([folder])
    os.utime(folder / "copy.cerulean", (1, 1))
    assert library.refresh().read == 0
    assert library.refresh().read == 0


def test_what_changed_is_read_and_what_is_gone_is_taken_out(library, folder, content, author):
    library.refresh([folder])
    (folder / "copy.cerulean").unlink()
    (folder / "cocos.cerulean").write_bytes(b"cut off")
    done = library.refresh()
    assert (done.files, done.gone) == (2, 1)
    assert [line.fault for line in done.faulty] == [f"{folder}/cocos.cerulean is not a Cerulean project."]
    (folder / "cocos.cerulean").unlink()
    create(folder / "cocos.cerulean", content, author)
    assert library.refresh().faulty == ()


def test_a_folder_whose_drive_is_not_there_keeps_its_projects(library, folder):
    library.refresh([folder])
    shutil.move(folder, folder.with_name("elsewhere"))
    with pytest.raises(Refused, match="keeps what it knows"):
        library.refresh()
    assert len(library.projects()) == 3


def test_a_folder_is_forgotten_with_its_projects_alone(library, folder):
    library.refresh([folder / "2013", folder])
    library.forget(folder / "2013")
    assert (library.folders(), names(library)) == ((folder,), ["cocos.cerulean", "copy.cerulean"])


def test_links_hidden_folders_and_locks_are_left_alone(library, folder):
    (folder / ".hidden").mkdir()
    shutil.copy(folder / "cocos.cerulean", folder / ".hidden" / "x.cerulean")
    (folder / "loop").symlink_to(folder, target_is_directory=True)
    (folder / ".cocos.cerulean.lock").write_text("{}")
    assert library.refresh([folder]).files == 3


def test_stopping_keeps_what_was_read_and_the_next_refresh_goes_on(library, folder):
    def stop(done, total, file):
        assert total == 3
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        library.refresh([folder], stop)
    assert len(library.projects()) == 2
    assert library.refresh().read == 1


def test_other_rules_check_everything_anew(library, folder, monkeypatch):
    library.refresh([folder])
    monkeypatch.setattr("forms.store.library.RULE_SET", "2099-01")
    assert library.refresh().read == 3


def test_a_mistake_of_ours_in_one_project_does_not_hide_the_others(library, folder, monkeypatch):
    def broken(file, snapshot):
        raise ZeroDivisionError

    monkeypatch.setattr("forms.store.library.listed", broken)
    assert {line.fault for line in library.refresh([folder]).faulty} == {"It cannot be listed: ZeroDivisionError: "}


def test_the_index_is_made_anew_when_it_is_deleted(tmp_path, folder):
    place = tmp_path / "library.sqlite"
    lists = []
    for _ in range(2):
        with open_library(place) as library:
            library.refresh([folder])
            lists.append(library.projects())
        place.unlink()
    assert lists[0] == lists[1]


def test_a_damaged_index_says_that_it_can_be_deleted(tmp_path):
    place = tmp_path / "library.sqlite"
    place.write_bytes(b"no database at all" * 100)
    with pytest.raises(Refused, match="not a database") as told, open_library(place):
        pass
    assert "can be deleted" in told.value.remedy


def test_a_project_is_never_taken_for_a_library(folder):
    before = state(folder)
    with pytest.raises(Refused, match="nothing is written"), open_library(f"sqlite:///{folder / 'cocos.cerulean'}"):
        pass
    assert state(folder) == before


@pytest.mark.parametrize(
    ("url", "words"),
    [("nonsense", "no database address"), ("oracle9+none://x", "cannot be opened")],
)
def test_an_address_that_leads_nowhere_is_told(url, words):
    with pytest.raises(UserError, match=words), open_library(url):
        pass


def test_a_password_is_not_told():
    pytest.importorskip("psycopg", reason="the driver of PostgreSQL is not installed")
    with (
        pytest.raises(UserError) as told,
        open_library("postgresql+psycopg://ana:secret@127.0.0.1:1/x?connect_timeout=1"),
    ):
        pass
    assert "secret" not in told.value.message
