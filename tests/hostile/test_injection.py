"""Text stays text: no exported sheet runs it as a formula, no page and no window takes it for markup."""

import csv
import io

import openpyxl
import pypdf
import pytest
from PySide6 import QtGui
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from forms.document import Reader
from forms.findings_sheet import sheet_rows
from forms.rules import check
from forms.views.checking import check_csv
from reports.dossier import dossier, print_dossier
from reports.findings_workbook import findings_workbook
from reports.workbook import write_workbook
from tests.hostile.payloads import FORMULAS, MARKUP, project_of
from tests.ui.messages import FakeMessages
from ui.binding import DocumentBinding
from ui.main_window import FormView


@pytest.fixture(scope="module")
def snapshot():
    return project_of(*FORMULAS).snapshot


@pytest.fixture(scope="module")
def marked_up():
    return project_of(MARKUP)


def harmful(content: bytes) -> list[str]:
    """Formulas of a workbook that somebody typed."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    cells = (cell for sheet in book for row in sheet.iter_rows() for cell in row)
    typed = ("HYPERLINK", "cmd|", "SUM(1,2)", "1+1", "2+3")
    return [
        str(cell.value) for cell in cells if cell.data_type == "f" and any(word in str(cell.value) for word in typed)
    ]


def test_the_workbook_runs_nothing_that_was_typed(snapshot, tmp_path):
    out = tmp_path / "x.xlsx"
    write_workbook(snapshot, out)
    assert harmful(out.read_bytes()) == []


def test_the_findings_run_nothing_that_was_typed(snapshot):
    content = findings_workbook(sheet_rows(snapshot))
    assert harmful(content) == []
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert any(str(cell.value or "").strip()[:1] in "=+-@" for row in book.worksheets[0].iter_rows() for cell in row)


def test_no_cell_of_the_problems_begins_as_a_formula(snapshot):
    rows = csv.reader(io.StringIO(check_csv(Reader(snapshot), check(snapshot))))
    assert [cell for row in rows for cell in row if cell.lstrip()[:1] in {"=", "+", "-", "@"} and cell.strip()] == []


def test_markup_is_printed_as_it_was_typed(marked_up, tmp_path):
    built = print_dossier(dossier("cdm-pdd"), marked_up.snapshot, tmp_path / "x.pdf", container="a2")
    pages = pypdf.PdfReader(built.path).pages
    text = "".join(page.extract_text() for page in pages)
    plain = "".join(text.split())
    assert "".join(MARKUP.split())[:60] in plain
    links = [mark.get_object().get("/A") for page in pages for mark in page.get("/Annots", ())]
    assert [link for link in links if link and link.get_object().get("/S") != "/GoTo"] == []


def test_labels_of_the_window_take_no_markup_from_a_project(qtbot, marked_up):
    binding = DocumentBinding(marked_up)
    view = FormView(binding, FakeMessages())
    qtbot.addWidget(view)
    for section in marked_up.read.form("facts").sections:
        view.show_section("facts", section.id)
        view.page.finish()
        rich = [label.text() for label in view.findChildren(QLabel) if takes_markup(label)]
        assert rich == [], section.id
    binding.detach()


def takes_markup(label: QLabel) -> bool:
    is_rich = label.textFormat() == Qt.TextFormat.RichText or (
        label.textFormat() == Qt.TextFormat.AutoText and QtGui.Qt.mightBeRichText(label.text())
    )
    return is_rich and "<img" in label.text()
