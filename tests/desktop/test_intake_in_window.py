"""Annotations and tables of findings in the window: looked at first, taken in when somebody says so."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import openpyxl
import pytest

pytest.importorskip("PySide6.QtWidgets", exc_type=ImportError)

from desktop.application import KeptPreferences
from desktop.dossiers import Checks, PrintedDossiers
from desktop.folders import folders
from desktop.workspace import Workspace
from forms.review import findings
from reports.dossier import dossier, print_dossier
from tests.reports.viewers import Viewer
from tests.ui.messages import FakeMessages
from ui.inspector import Tab
from ui.jobs import Jobs
from ui.main_window import MainWindow

WORDS = "The meter at the grid connection is read every month"


class Office:
    """A window on a project with a narrative in it."""

    def __init__(self, qtbot, folder):
        self.qtbot, self.folder = qtbot, folder
        self.workspace, self.jobs, self.messages = Workspace(folders()), Jobs(), FakeMessages()
        self.workspace.new("cdm_pdd", "12.0", "Wind")
        self.workspace.project.type_in("cdm_pdd", "A.1.purpose", f"{WORDS}. The rest follows.")
        self.window = MainWindow(
            self.workspace, self.jobs, self.messages, PrintedDossiers(), Checks(), KeptPreferences(self.workspace)
        )
        qtbot.addWidget(self.window)
        self.window.show()
        qtbot.waitUntil(self.is_idle)

    def is_idle(self):
        assert self.jobs.is_idle

    def take(self, command, file):
        self.messages.answers.append(file)
        self.window.actions_by_id[command].trigger()
        self.qtbot.waitUntil(self.is_idle, timeout=20_000)

    @property
    def page(self):
        return self.window.together.intake.page

    @property
    def findings(self):
        return findings(self.workspace.project.snapshot)

    def remarked(self, *texts):
        """The printed dossier with remarks on the same words."""
        printed = self.folder / "pdd.pdf"
        print_dossier(dossier("cdm-pdd"), self.workspace.project.snapshot, printed)
        viewer = Viewer(printed, self.folder / "remarks.pdf")
        for text in texts:
            viewer.over(WORDS, text)
        return viewer


@pytest.fixture
def office(qtbot, tmp_path):
    made = Office(qtbot, tmp_path)
    yield made
    made.window.binding.detach()
    made.jobs.stop()
    made.workspace.close(discard_edits=True)


@pytest.fixture
def sheet(tmp_path):
    def write(*rows):
        book = openpyxl.Workbook()
        for row in rows:
            book.active.append(row)
        book.save(tmp_path / "sheet.xlsx")
        return tmp_path / "sheet.xlsx"

    return write


def test_annotations_are_shown_before_anything_changes(office):
    viewer = office.remarked("CAR: By whom?")
    office.take("take_annotations", viewer.save())
    assert office.window.pages.currentWidget() is office.page
    assert "By whom?" in office.page.text.toPlainText()
    assert f"Page {viewer.boxes(WORDS)[0]} · CAR · Bo" in office.page.text.toPlainText()
    assert office.page.take_button.text() == "Take in 1 annotation"
    assert office.findings == ()


def test_taken_in_they_are_findings_in_the_panel(office):
    office.take("take_annotations", office.remarked("CAR: By whom?", "Which meter?").save())
    office.page.take_button.click()
    assert [(found.name, found.anchor.quote) for found in office.findings] == [
        ("CAR 1", WORDS), ("Comment 1", WORDS),
    ]  # fmt: skip
    assert office.window.pages.shows_form
    assert office.window.inspector.tab is Tab.REVIEW
    assert office.window.inspector.review.findings.list.count() == 2


def test_one_undo_takes_all_of_them_back(office):
    office.take("take_annotations", office.remarked("CAR: By whom?", "Which meter?").save())
    office.page.take_button.click()
    office.window.actions_by_id["undo"].trigger()
    assert office.findings == ()


def test_not_now_leaves_everything_as_it_is(office):
    office.take("take_annotations", office.remarked("CAR: By whom?").save())
    office.page.later_button.click()
    assert office.window.pages.shows_form
    assert office.findings == ()


def test_what_was_taken_is_not_offered_again(office):
    file = office.remarked("CAR: By whom?").save()
    office.take("take_annotations", file)
    office.page.take_button.click()
    office.take("take_annotations", file)
    assert "1 is a finding already." in office.page.about.text()
    assert office.page.take_button.isHidden()


def test_a_remark_without_a_place_is_listed_apart(office):
    viewer = office.remarked()
    viewer.add(1, "Ink")
    office.take("take_annotations", viewer.save())
    assert "No place found" in office.page.text.toPlainText()


def test_a_link_leads_to_the_field(office):
    office.take("take_annotations", office.remarked("By whom?").save())
    office.page.linked.emit("place", "cdm_pdd", "A.1.purpose")
    assert office.window.navigator.place == ("cdm_pdd", "A.1")


def test_a_pdf_of_somebody_else_is_refused_in_the_strip(office, tmp_path):
    import pikepdf

    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(tmp_path / "letter.pdf")
    office.take("take_annotations", tmp_path / "letter.pdf")
    assert "not a dossier that Cerulean printed" in office.messages.texts()[-1]
    assert office.window.pages.shows_form


def test_a_sheet_is_reported_row_by_row(office, sheet):
    heads = ("Type", "Finding", "Due")
    file = sheet(heads, ("CAR", "By whom?", "14/03/2027"), ("Wish", "More.", None), ("CL", "Which?", "soon"))
    office.take("take_findings", file)
    said = office.page.text.toPlainText()
    assert "Row 3\nType: 'Wish' is none of CAR, CL, FAR, comment." in said
    assert "Row 4" in said
    assert "2 rows have a fault and are left out." in office.page.about.text()
    assert office.findings == ()
    office.page.take_button.click()
    assert [found.text for found in office.findings] == ["By whom?"]


def test_a_sheet_without_a_head_is_refused_in_the_strip(office, sheet):
    office.take("take_findings", sheet(("A", "B"), ("C", "D")))
    assert "no row with the heads" in office.messages.texts()[-1]


def test_findings_are_written_and_taken_in_again_by_the_menu(office, sheet, tmp_path):
    office.take("take_findings", sheet(("Type", "Finding"), ("CAR", "By whom?")))
    office.page.take_button.click()
    office.messages.answers.append(tmp_path / "out")
    office.window.actions_by_id["write_findings"].trigger()
    office.take("take_findings", tmp_path / "out.xlsx")
    assert office.page.take_button.isHidden()
    assert "0 findings are new." in office.page.about.text()


def test_a_project_that_is_reviewed_takes_annotations_in_as_well(office, tmp_path):
    file = office.remarked("CAR: By whom?").save()
    office.workspace.save_as(tmp_path / "wind")
    office.workspace.close()
    office.workspace.open_to_review(tmp_path / "wind.cerulean")
    office.window.refresh_project()
    office.take("take_annotations", file)
    office.page.take_button.click()
    assert [found.name for found in office.findings] == ["CAR 1"]
