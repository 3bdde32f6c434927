"""Text stays text: no exported sheet runs it as a formula, no page and no window takes it for markup."""

import csv
import io
from pathlib import Path
from xml.etree.ElementTree import fromstring
from zipfile import ZipFile

import openpyxl
import pypdf
import pytest
from PySide6 import QtGui
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from forms.catalogue import form_versions
from forms.document import Reader
from forms.findings_sheet import sheet_rows
from forms.rules import check
from forms.views.checking import check_csv
from reports.dossier import dossiers_of, print_dossier
from reports.findings_workbook import findings_workbook
from reports.word.dossier import word_dossier
from reports.workbook import write_workbook
from tests.hostile.payloads import FORMULAS, MARKUP, project_of
from tests.ui.messages import FakeMessages
from ui.binding import DocumentBinding
from ui.main_window import FormView

VERSIONS = [pytest.param(version, id=":".join(version)) for version in form_versions()]


@pytest.fixture(scope="module", params=VERSIONS)
def snapshot(request):
    return project_of(*FORMULAS, form=request.param).snapshot


@pytest.fixture(scope="module", params=VERSIONS)
def marked_up(request):
    return project_of(MARKUP, form=request.param)


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


def test_no_other_code_writes_sheets():
    """What writes them is named here, so that another one is looked at and tested as they are."""
    root = Path(__file__).parents[2]
    files = [file for floor in ("forms", "reports", "ui", "desktop") for file in (root / floor).rglob("*.py")]
    writing = {
        str(file.relative_to(root)): text.count('"strings_to_formulas": False')
        for file in files
        if any(word in (text := file.read_text(encoding="utf-8")) for word in ("xlsxwriter.Workbook(", "csv.writer("))
    }
    assert writing == {
        "forms/views/checking.py": 0, "reports/findings_workbook.py": 1, "reports/workbook/cells.py": 1,
        "ui/editors/grid_clipboard.py": 0,  # the clipboard
    }  # fmt: skip


def test_markup_is_printed_as_it_was_typed(marked_up, tmp_path):
    kind = dossiers_of(marked_up.snapshot)[0]
    built = print_dossier(kind, marked_up.snapshot, tmp_path / "x.pdf", container="a2")
    pdf = pypdf.PdfReader(built.path)
    plain = "".join("".join(page.extract_text() for page in pdf.pages).split())
    assert "".join(MARKUP.split())[:30] in plain
    links = [mark.get_object().get("/A") for page in pdf.pages for mark in page.get("/Annots", ())]
    assert [link for link in links if link and link.get_object().get("/S") != "/GoTo"] == []
    assert not {"/OpenAction", "/AA"} & set(pdf.trailer["/Root"])
    assert b"root:" not in built.path.read_bytes()


def test_markup_is_text_in_word_files_too(marked_up):
    made = word_dossier(dossiers_of(marked_up.snapshot)[0], marked_up.snapshot)
    package = ZipFile(io.BytesIO(made))
    text = "".join(fromstring(package.read("word/document.xml")).itertext())
    assert "".join(MARKUP.split())[:30] in "".join(text.split())
    leading = [name for name in package.namelist() if b'TargetMode="External"' in package.read(name)]
    assert leading == []


def test_labels_of_the_window_take_no_markup_from_a_project(qtbot, marked_up):
    binding = DocumentBinding(marked_up)
    view = FormView(binding, FakeMessages())
    qtbot.addWidget(view)
    main = marked_up.snapshot.main
    documents = ("facts", main) if main == "cdm_pdd" else (main,)
    for document, section in [(name, found) for name in documents for found in marked_up.read.form(name).sections]:
        view.show_section(document, section.id)
        view.page.finish()
        rich = [label.text() for label in view.findChildren(QLabel) if takes_markup(label)]
        assert rich == [], section.id
    binding.detach()


def takes_markup(label: QLabel) -> bool:
    is_rich = label.textFormat() == Qt.TextFormat.RichText or (
        label.textFormat() == Qt.TextFormat.AutoText and QtGui.Qt.mightBeRichText(label.text())
    )
    return is_rich and "<img" in label.text()
