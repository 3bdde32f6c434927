"""Settings and folders: what the user prefers survives, also what only another version knows."""

from pathlib import Path

from desktop.folders import folders
from desktop.settings import MOST_RECENT, PREFERENCES, Settings, read_settings, write_settings


def test_settings_are_read_as_they_were_written(tmp_path):
    settings = Settings(name='Ana "A" вітер\x7f\n', recent=("/home/ana/a b.cerulean", "C:\\x\\y.cerulean"))
    assert write_settings(tmp_path / "new", settings)
    assert read_settings(tmp_path / "new") == settings


def test_keys_of_another_version_are_kept(tmp_path):
    (tmp_path / "settings.toml").write_text('name = "Ana"\nfuture = ["a"]\nloud = true\nsize = 3\n')
    write_settings(tmp_path, read_settings(tmp_path).with_recent(Path("/x.cerulean")))
    found = read_settings(tmp_path)
    assert (found.name, found.recent, dict(found.others)) == (
        "Ana", ("/x.cerulean",), {"future": ["a"], "loud": True, "size": 3},
    )  # fmt: skip


def test_settings_that_cannot_be_read_are_the_defaults(tmp_path):
    (tmp_path / "settings.toml").write_bytes(b"\xff = no TOML")
    assert read_settings(tmp_path) == Settings()
    (tmp_path / "settings.toml").write_text("name = 5\nrecent = 'one'\n")
    assert read_settings(tmp_path) == Settings()


def test_settings_that_cannot_be_written_stop_nobody(tmp_path):
    (tmp_path / "file").write_text("")
    assert not write_settings(tmp_path / "file", Settings())


def test_a_file_opened_again_is_named_once_and_the_list_is_short():
    settings = Settings()
    for number in range(20):
        settings = settings.with_recent(Path(f"/{number}.cerulean"))
    settings = settings.with_recent(Path("/15.cerulean"))
    assert (len(settings.recent), settings.recent[:2]) == (MOST_RECENT, ("/15.cerulean", "/19.cerulean"))


def test_all_folders_lie_below_the_home_that_is_named(cerulean_home):
    found = folders()
    assert {found.settings.parent, found.working_copies.parent, found.logs.parent} == {cerulean_home}


def test_without_a_home_the_folders_are_those_of_the_system(monkeypatch):
    monkeypatch.delenv("CERULEAN_HOME")
    found = folders()
    assert all("cerulean" in str(folder) for folder in (found.settings, found.working_copies, found.logs))


def test_every_preference_is_a_setting_and_its_value_is_offered():
    for preference in PREFERENCES:
        value = Settings().value(preference.key)
        assert preference.kind != "choice" or value in dict(preference.choices), preference.key
        assert preference.key in {"name", "language", "look", "scale", "spelling", "container", "dossier_folder"}


def test_a_value_that_is_not_offered_changes_nothing(tmp_path):
    assert Settings().with_value("look", "pink") == Settings()
    assert Settings().with_value("recent", "x") == Settings()
    (tmp_path / "settings.toml").write_text('look = "pink"\nscale = "1.5"\n')
    assert read_settings(tmp_path) == Settings(scale="1.5")
