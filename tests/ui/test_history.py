"""Looking back on a project: who changed what, filtered, opened, taken back, and whether the seal holds."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.folders import folders
from desktop.workspace import Workspace
from forms.store import schema
from ui.history import History
from ui.history_list import PIECE, HistoryModel

FORM = ("ji_ssc_pdd", "01.1")


@pytest.fixture
def workspace(tmp_path, monkeypatch):
    monkeypatch.setenv("CERULEAN_HOME", str(tmp_path))
    made = Workspace(folders())
    made.new(*FORM)
    yield made
    made.close(discard_edits=True)


@pytest.fixture
def history(qtbot, office, workspace):
    """The history of a project on disk, in a window of its own."""
    office.window.binding.attach(workspace.project)
    window = office.window
    made = History(workspace, window.binding, window.navigator, window.pages, office.messages)
    workspace.project.type_in("facts", "P.title", "Wind")
    workspace.project.settle()
    workspace.project.type_in("facts", "P.region", "Skuodas")
    made.show()
    qtbot.waitUntil(lambda: made.page.seal.text().startswith(("Seal verified", "The seal is broken")))
    return made


def names(history):
    model = history.page.model
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_the_newest_edit_stands_first(history):
    assert names(history)[0].startswith("Edit Region")
    assert any(name.startswith("Edit Title") for name in names(history)[1:])


def test_a_line_says_who_and_where(history):
    model = history.page.model
    row = names(history).index(next(name for name in names(history) if name.startswith("Edit Title")))
    assert "Title" in model.index(row, 1).data()
    assert "Edit Title" in model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_words_filter_by_step_and_by_path(qtbot, history):
    QTest.keyClicks(history.page.filter, "P.title")
    qtbot.waitUntil(lambda: len(names(history)) == 1)
    assert names(history)[0].startswith("Edit Title")


def test_what_nobody_did_is_said(qtbot, history):
    QTest.keyClicks(history.page.filter, "zeppelin")
    qtbot.waitUntil(lambda: history.page.empty.isVisible())


def test_an_edit_is_taken_back_as_a_step_of_its_own(history, workspace):
    history.page.list.setCurrentIndex(history.page.model.index(0, 0))
    assert history.page.take_back.isEnabled()
    history.page.take_back.click()
    assert workspace.project.read.value("P.region", "facts") is None
    assert workspace.project.read.text("P.title", "facts") == "Wind"
    assert workspace.project.history.undo_label.startswith("Take back Edit Region")


def test_what_was_changed_again_is_not_taken_back(qtbot, history, workspace):
    workspace.project.settle()
    workspace.project.type_in("facts", "P.title", "Wind of Sudenai")
    history._fill("")
    row = max(row for row, name in enumerate(names(history)) if name.startswith("Edit Title"))
    history.page.list.setCurrentIndex(history.page.model.index(row, 0))
    assert not history.page.take_back.isEnabled()
    assert "changed again since" in history.page.reason.text()


def test_the_field_is_opened(history, office):
    history.page.list.setCurrentIndex(history.page.model.index(0, 0))
    history.page.open.click()
    assert office.window.pages.shows_form
    assert office.window.navigator.place[0] == "facts"


def test_a_log_that_holds_together_is_verified(history):
    assert history.page.seal.text().startswith("Seal verified")


def test_a_log_changed_by_another_program_is_told(qtbot, history, workspace):
    copy, _ = workspace.opened()
    with copy._engine.begin() as connection:
        connection.execute(schema.edit.update().where(schema.edit.c.id == 1).values(by="Somebody"))
    history.show()
    qtbot.waitUntil(lambda: "broken at edit 1" in history.page.seal.text())


def test_only_the_newest_piece_is_read_at_first(workspace, qtbot):
    for number in range(PIECE + 5):
        workspace.project.type_in("facts", "P.title", f"Wind {number}")
        workspace.project.settle()
    model = HistoryModel()
    model.show_log(workspace.logbook, workspace.project.read)
    assert model.rowCount() == PIECE
    assert model.canFetchMore(model.index(-1, -1))
    model.fetchMore(model.index(-1, -1))
    assert model.rowCount() > PIECE
    assert not model.canFetchMore(model.index(-1, -1))
