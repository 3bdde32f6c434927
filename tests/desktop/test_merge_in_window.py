"""Somebody else saved meanwhile: the window offers to merge, with the real files below it."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest

pytest.importorskip("PySide6.QtWidgets", exc_type=ImportError)

from PySide6.QtWidgets import QMenu

from desktop.application import KeptPreferences
from desktop.dossiers import Checks, PrintedDossiers
from desktop.folders import folders
from desktop.workspace import Workspace
from forms.project import Project
from forms.store import Author, WorkingCopy, read
from tests.ui.messages import FakeMessages
from ui.jobs import Jobs
from ui.main_window import MainWindow


class Office:
    """A window on a saved project, and somebody else who saves the same file."""

    def __init__(self, qtbot, folder):
        self.folder = folder
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
    def page(self):
        return self.window.together.merging.page

    def somebody_saves(self, path, text):
        other = self.folder / "other.cerulean"
        other.write_bytes(self.file.read_bytes())
        copy = WorkingCopy.open(other, self.folder / "their state", Author("Bo", "desk-2", "Cerulean 0.1.0"))
        project = Project(copy.content.snapshot)
        copy.follow(project)
        project.type_in("facts", path, text)
        copy.publish()
        copy.close()
        self.file.write_bytes(other.read_bytes())

    def save_and_merge(self):
        self.window.actions_by_id["save"].trigger()
        [merge, _] = self.messages.told[-1].options
        merge.do()

    def in_file(self, path):
        return read(self.file).snapshot.of("facts").value(path)


@pytest.fixture
def office(qtbot, tmp_path):
    made = Office(qtbot, tmp_path)
    yield made
    made.window.binding.detach()
    made.jobs.stop()
    made.workspace.close(discard_edits=True)


def test_a_conflict_is_shown_side_by_side(office):
    office.somebody_saves("P.title", "Sun")
    office.workspace.project.type_in("facts", "P.title", "Waves")
    office.save_and_merge()
    [view] = office.page.views
    assert (view.conflict.base, view.conflict.mine, view.conflict.theirs) == ("Wind", "Waves", "Sun")
    assert office.window.pages.currentWidget() is office.page


def test_nothing_is_written_before_the_choice(office):
    office.somebody_saves("P.title", "Sun")
    office.workspace.project.type_in("facts", "P.title", "Waves")
    office.save_and_merge()
    assert (office.in_file("P.title"), office.workspace.project.read.value("P.title")) == ("Sun", "Waves")


@pytest.mark.parametrize(("side", "title"), [("mine", "Waves"), ("theirs", "Sun")])
def test_what_was_chosen_is_merged_and_saved(office, side, title):
    office.somebody_saves("P.title", "Sun")
    office.workspace.project.type_in("facts", "P.title", "Waves")
    office.save_and_merge()
    getattr(office.page.views[0], side).click()
    office.page.merge_button.click()
    assert (office.in_file("P.title"), office.window.pages.shows_form) == (title, True)


def test_all_of_one_side_can_be_taken(office):
    office.somebody_saves("P.title", "Sun")
    office.workspace.project.type_in("facts", "P.title", "Waves")
    office.save_and_merge()
    office.page.all_theirs.click()
    assert office.page.theirs() == tuple(view.conflict for view in office.page.views)


def test_what_does_not_meet_needs_no_choice(office):
    office.somebody_saves("P.town", "Kretinga")
    office.workspace.project.type_in("facts", "P.title", "Waves")
    office.save_and_merge()
    office.page.merge_button.click()
    assert (office.page.views, office.in_file("P.title"), office.in_file("P.town")) == ([], "Waves", "Kretinga")


def test_a_merge_can_be_undone(office):
    office.somebody_saves("P.town", "Kretinga")
    office.workspace.project.type_in("facts", "P.title", "Waves")
    office.save_and_merge()
    office.page.merge_button.click()
    office.workspace.project.undo()
    assert (office.workspace.project.read.value("P.title"), office.workspace.project.read.value("P.town")) == (
        "Waves",
        None,
    )


def test_other_conflicts_than_were_shown_are_shown_first(office):
    office.somebody_saves("P.town", "Kretinga")
    office.workspace.project.type_in("facts", "P.title", "Waves")
    office.save_and_merge()
    office.workspace.project.type_in("facts", "P.town", "Palanga")
    office.page.merge_button.click()
    assert (len(office.page.views), office.in_file("P.title")) == (1, "Wind")


def test_backups_are_offered_and_restored_from_the_menu(office):
    office.workspace.project.type_in("facts", "P.title", "Sun")
    office.window.files.save()
    menu = QMenu(office.window)
    office.window.together.shared.fill_backups(menu)
    menu.actions()[-1].trigger()
    assert (office.workspace.project.read.value("P.title"), office.workspace.is_modified) == ("Wind", True)


def test_a_project_is_carried_over_and_told_what_became_of_it(office):
    office.window.files.take_project(lambda: office.workspace.new("cdm_pdd", "03", "Wind"))
    menu = QMenu(office.window)
    office.window.together.shared.fill_later_forms(menu)
    menu.actions()[-1].trigger()
    page = office.window.together.shared.page
    assert "Carried over to" in page.title.text()
    assert office.workspace.project.snapshot.heads["cdm_pdd"] == ("cdm_pdd", "12.0")


def test_a_review_file_is_written_and_taken_in_from_the_menu(office):
    reviewing, form = office.window.together.reviewing, office.window.inspector.review.findings.form
    reviewing.begin_finding(("facts", "P.title"))
    form.text.setPlainText("Which title?")
    form._done.click()
    file = office.folder / "back.cerulean-review"
    office.messages.answers += [file, file]
    office.window.actions_by_id["write_review"].trigger()
    office.workspace.project.undo()
    office.window.actions_by_id["take_review"].trigger()
    assert office.window.inspector.review.isVisible()
    assert office.window.inspector.review.findings is not None
    from forms.review import findings

    assert [found.name for found in findings(office.workspace.project.snapshot)] == ["CL 1"]


def test_a_document_beside_the_design_document_is_in_the_tree_at_once(office):
    project = office.workspace.project
    key = project.add_row("facts", "P.documents")
    [column] = [column for column in project.read.field("facts", "P.documents").columns if column.type == "choice"][:1]
    project.set("facts", f"P.documents[{key}].{column.key}", column.choices[0].code)
    assert any(place[0].endswith(key) for place in office.window.tree._items)
