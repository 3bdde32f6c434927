"""The demo: the main job from end to end, in plain lines."""

import pytest

from forms.store import read


@pytest.fixture(scope="module")
def shown(tmp_path_factory):
    from desktop.demo import show

    folder = tmp_path_factory.mktemp("demo") / "new"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CERULEAN_HOME", str(folder.parent / "home"))
        lines = []
        first = show(folder, say=lines.append)
    return folder, first, lines


def test_the_demo_writes_projects_and_dossiers(shown):
    folder, first, _ = shown
    assert {file.suffix for file in folder.iterdir()} == {".cerulean", ".pdf"}
    assert read(first).snapshot.main


def test_the_demo_says_what_each_step_came_to(shown):
    _, _, lines = shown
    text = "\n".join(lines)
    assert "379,281 tCO2e" in text
    assert "no errors" in text
    assert "DRAFT" not in text


def test_a_demo_in_a_folder_of_an_earlier_one_goes_through(shown):
    from desktop.demo import show

    folder, first, _ = shown
    before = first.read_bytes()
    show(folder, say=lambda _: None)
    assert first.read_bytes() == before


def test_a_demo_without_a_screen_ends_well(cerulean, tmp_path, monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    done = cerulean("demo", tmp_path / "demo")
    assert (done.code, "The window is not opened: there is no screen here." in done.out) == (0, True)


def test_a_demo_does_not_touch_a_sample_that_was_worked_on(cerulean, tmp_path):
    cerulean("new", tmp_path / "los_cocos.cerulean", "--form", "cdm_pdd:12.0")
    done = cerulean("demo", tmp_path, "--no-window")
    assert (done.code, "was worked on" in done.err) == (4, True)
