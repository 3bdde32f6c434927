"""Going back to what was saved, and going on after a crash, in the window."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest

pytest.importorskip("PySide6.QtWidgets", exc_type=ImportError)

from desktop.application import KeptPreferences
from desktop.dossiers import Checks, PrintedDossiers
from desktop.folders import folders
from desktop.workspace import Workspace
from forms.review import findings, raise_finding
from tests.ui.messages import FakeMessages
from ui.jobs import Jobs
from ui.main_window import MainWindow

TITLE = ("facts", "P.title")


class Desk:
    """A window on a saved project."""

    def __init__(self, qtbot, folder):
        self.workspace, self.jobs, self.messages = Workspace(folders()), Jobs(), FakeMessages()
        self.workspace.new("cdm_pdd", "12.0", "Wind")
        self.workspace.save_as(folder / "wind")
        self.file = self.workspace.path
        self.window = MainWindow(
            self.workspace, self.jobs, self.messages, PrintedDossiers(), Checks(), KeptPreferences(self.workspace)
        )
        qtbot.addWidget(self.window)
        self.window.show()

    @property
    def title(self):
        return self.workspace.project.read.value("P.title")


@pytest.fixture
def desk(qtbot, tmp_path):
    made = Desk(qtbot, tmp_path)
    yield made
    made.window.binding.detach()
    made.jobs.stop()
    made.workspace.close(discard_edits=True)


def test_going_back_says_where_the_rest_is_and_brings_it_back(desk):
    desk.workspace.project.type_in(*TITLE, "Sun")
    desk.window.actions_by_id["revert"].trigger()
    assert desk.title == "Wind"
    told = desk.messages.told[-1]
    assert "kept among the backups" in told.remedy
    told.options[0].do()
    assert desk.title == "Sun"
    desk.window.actions_by_id["undo"].trigger()
    assert desk.title == "Wind"


def test_when_it_cannot_be_kept_the_window_stays_as_it_was(desk, monkeypatch):
    from forms.errors import Refused

    def full(*_):
        raise Refused("There is no room.", "Make some.")

    desk.workspace.project.type_in(*TITLE, "Sun")
    monkeypatch.setattr("desktop.workspace.keep_unsaved", full)
    desk.window.actions_by_id["revert"].trigger()
    assert (desk.title, desk.messages.texts()[-1]) == ("Sun", "There is no room.")
    assert desk.window.binding.is_open


@pytest.fixture
def reviewing(desk):
    """The file, opened to be reviewed, with a finding in it."""
    desk.workspace.close()
    desk.workspace.open_to_review(desk.file)
    desk.window.refresh_project()
    raise_finding(desk.workspace.project, "CAR", "Source?", by="Vera")
    return desk


def test_a_reviewer_is_asked_for_a_review_file_and_not_to_save(reviewing, tmp_path):
    reviewing.window.actions_by_id["close"].trigger()
    told = reviewing.messages.told[-1]
    assert told.options[0].label == "Write a review file, then go on"
    reviewing.messages.answers.append(tmp_path / "back")
    told.options[0].do()
    assert (tmp_path / "back.cerulean-review").exists()
    assert reviewing.workspace.project is None


def test_what_was_sent_is_not_asked_for_again(reviewing, tmp_path):
    reviewing.messages.answers.append(tmp_path / "back")
    reviewing.window.actions_by_id["write_review"].trigger()
    reviewing.window.actions_by_id["close"].trigger()
    assert reviewing.workspace.project is None


def test_what_was_written_after_it_was_sent_is_asked_for(reviewing, tmp_path):
    reviewing.messages.answers.append(tmp_path / "back")
    reviewing.window.actions_by_id["write_review"].trigger()
    raise_finding(reviewing.workspace.project, "CL", "Which year?", by="Vera")
    reviewing.window.actions_by_id["close"].trigger()
    assert reviewing.workspace.project is not None


def test_a_review_that_a_crash_broke_off_is_offered_as_such_and_stays_read_only(desk):
    desk.workspace.close()
    desk.workspace.open_to_review(desk.file)
    raise_finding(desk.workspace.project, "CAR", "Source?", by="Vera")
    desk.workspace.close()
    desk.window.offer_recovery()
    told = desk.messages.told[-1]
    assert "the review of wind.cerulean" in told.text
    told.options[0].do()
    assert desk.window.together.strip.isVisible()
    assert [found.text for found in findings(desk.workspace.project.snapshot)] == ["Source?"]
