"""The window as it is started: with its parts, on a file, after a crash, and without a screen."""

import sys

import pytest

from desktop import application
from desktop.dossiers import Checks
from desktop.folders import folders
from desktop.samples import content
from desktop.screen import no_screen
from desktop.workspace import Workspace
from forms.errors import UserError
from forms.project import Project
from forms.rules import check


@pytest.fixture
def shell(qapp):
    made = application.Shell(qapp)
    yield made
    made.window.close()
    made.close()
    made.window.deleteLater()


@pytest.fixture
def told(shell):
    messages = []
    shell.messages.told.connect(messages.append)
    return messages


def test_the_window_opens_on_a_file(shell, told, sample_file):
    file = sample_file("los_cocos")
    shell.show(file)
    assert (shell.window.isVisible(), shell.workspace.path, told) == (True, file, [])


def test_a_file_that_cannot_be_opened_is_told_in_the_window(shell, told, tmp_path):
    shell.show(tmp_path / "none.cerulean")
    assert shell.window.isVisible()
    assert "There is no file" in told[0].text


def test_what_a_crash_left_is_offered(shell, told):
    before = Workspace(folders())
    before.new("cdm_pdd", "12.0").type_in("facts", "P.title", "Lost")
    before.close()
    shell.show(None)
    assert [option.label for option in told[0].options][:2] == ["Recover", "Throw away"]


def test_an_error_that_nobody_caught_is_told_and_the_window_stays(shell, told, expect_log):
    shell.show(None)
    sys.excepthook(UserError, UserError("Too early.", "Wait."), None)
    assert told[0].text == "Too early."
    expect_log("ZeroDivisionError")
    sys.excepthook(ZeroDivisionError, ZeroDivisionError("x"), None)
    [dialog] = shell.window.findChildren(application.CrashDialog)
    assert "our bug" in dialog.details.toPlainText()
    dialog.accept()


def test_without_a_screen_the_commands_are_named(monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    with pytest.raises(UserError, match="there is no screen here") as told:
        application.run(None)
    assert "cerulean --help" in told.value.remedy


def test_a_screen_that_answers_is_found():
    assert no_screen(try_it=True) == ""


def test_a_check_that_runs_again_finds_what_a_new_one_finds():
    project, checks = Project(content("los_cocos").snapshot), Checks()
    for path, text in (("P.title", ""), ("P.capacity", "12"), ("P.crediting.length", "9 years"), ("P.title", "X")):
        checks.check(project.snapshot)
        project.type_in("facts", path, text)
        assert checks.check(project.snapshot).problems == check(project.snapshot).problems
    project.undo()
    assert checks.check(project.snapshot).problems == check(project.snapshot).problems


def test_the_window_comes_back_as_it_was_left(qapp):
    first = application.Shell(qapp)
    first.show(None)
    first.window.resize(790, 620)
    first.window.actions_by_id["look_dark"].trigger()
    first.window.close()
    first.close()
    first.window.deleteLater()
    second = application.Shell(qapp)
    assert (second.window.size().width(), second.window.size().height()) == (790, 620)
    assert second.workspace.settings.look == "dark"
    second.window.actions_by_id["look_light"].trigger()
    second.window.close()
    second.close()
    second.window.deleteLater()


def test_a_name_signs_what_is_opened_next(shell):
    shell.preferences.prefer("name", "Ana")
    assert (shell.preferences.value("name"), shell.workspace._author.name) == ("Ana", "Ana")
