"""Author and reviewer, each at a window and a machine of their own, over five rounds; only files go between them."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import shutil

import pytest

pytest.importorskip("PySide6.QtWidgets", exc_type=ImportError)

from desktop.application import KeptPreferences
from desktop.dossiers import Checks, PrintedDossiers
from desktop.folders import Folders
from desktop.workspace import Workspace
from forms.review import findings
from tests.ui.messages import FakeMessages
from ui.jobs import Jobs
from ui.main_window import MainWindow

ROUNDS = 5


class Desk:
    """A window with a state folder of its own."""

    def __init__(self, qtbot, home, name):
        home.mkdir()
        places = Folders(*(home / part for part in ("settings", "copies", "logs", "backups", "library")))
        self.workspace, self.jobs, self.messages = Workspace(places), Jobs(), FakeMessages()
        self.workspace.change_setting("name", name)
        self.window = MainWindow(
            self.workspace, self.jobs, self.messages, PrintedDossiers(), Checks(), KeptPreferences(self.workspace)
        )
        qtbot.addWidget(self.window)
        self.window.show()

    @property
    def panel(self):
        return self.window.inspector.review.findings

    @property
    def findings(self):
        return findings(self.workspace.project.snapshot)

    def say(self, button, text, *, closes=False):
        """Press a button of the panel for the chosen finding, write, and keep it."""
        self.window.together.reviewing.refresh()
        self.panel.choose(self.findings[0].key)
        button.click()
        self.panel.form.text.setPlainText(text)
        self.panel.form.closes.setChecked(closes)
        self.panel.form._done.click()

    def send(self, file):
        self.messages.answers.append(file)
        self.window.actions_by_id["write_review"].trigger()
        return file

    def take(self, file):
        self.messages.answers.append(file)
        self.window.actions_by_id["take_review"].trigger()

    def stop(self):
        self.window.binding.detach()
        self.jobs.stop()
        self.workspace.close(discard_edits=True)


@pytest.fixture
def desks(qtbot, tmp_path):
    """The author with a saved and frozen project, and the reviewer with a copy of its file, opened read-only."""
    author, reviewer = (Desk(qtbot, tmp_path / name, name) for name in ("Ana", "Vera"))
    author.workspace.new("cdm_pdd", "12.0", "Wind")
    author.workspace.freeze("Sent")
    author.workspace.save_as(tmp_path / "wind")
    shutil.copy(tmp_path / "wind.cerulean", tmp_path / "received.cerulean")
    reviewer.workspace.open_to_review(tmp_path / "received.cerulean")
    for desk in (author, reviewer):
        desk.window.refresh_project()
    yield author, reviewer
    for desk in (author, reviewer):
        desk.stop()


def test_five_rounds_lose_nothing_and_tell_what_changed_by_themselves(desks, tmp_path):
    author, reviewer = desks
    reviewer.window.together.reviewing.begin_finding(("facts", "P.title"))
    reviewer.panel.form.text.setPlainText("Which title?")
    reviewer.panel.form._done.click()
    author.take(reviewer.send(tmp_path / "raised.cerulean-review"))
    for number in range(1, ROUNDS + 1):
        author.workspace.project.type_in("facts", "P.title", f"Wind {number}")
        author.say(author.panel.respond_button, f"Now it is Wind {number}.")
        reviewer.take(author.send(tmp_path / f"answer{number}.cerulean-review"))
        reviewer.say(reviewer.panel.assess_button, f"Looked at {number}.", closes=number == ROUNDS)
        author.take(reviewer.send(tmp_path / f"judged{number}.cerulean-review"))
    [mine], [theirs] = author.findings, reviewer.findings
    assert mine == theirs
    assert [(said.role, said.number, said.by) for said in mine.rounds] == [
        each
        for number in range(1, ROUNDS + 1)
        for each in (("response", number, "Ana"), ("assessment", number, "Vera"))
    ]
    assert mine.status == "closed"
    assert all(f"Wind {number}" in mine.rounds[2 * number - 2].changes for number in range(1, ROUNDS + 1))
    assert reviewer.workspace.project.read.value("P.title") == "Wind"
