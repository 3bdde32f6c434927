"""The finished PDF is read again: what nobody should find in a dossier is named with its page."""

import datetime as dt

import pytest
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import PageBreak, Spacer

from desktop.samples import content
from forms.document import Reader
from forms.project import Project
from reports import proofreading
from reports.build import build_pdf
from reports.dossier import dossiers_of, print_dossier
from reports.flowables import paragraph
from reports.layout import Furniture
from reports.proofreading import proofread


def pages(tmp_path, *story):
    build_pdf(
        list(story), tmp_path / "x.pdf", title="t", author="a", date=dt.datetime(2010, 1, 1, tzinfo=dt.UTC),
        furniture=Furniture(header_left="Form"),
    )  # fmt: skip
    return [(finding.page, finding.message) for finding in proofread(tmp_path / "x.pdf")]


@pytest.mark.parametrize("name", ["los_cocos", "sudenai"])
def test_every_dossier_of_the_samples_reads_well(name, tmp_path):
    snapshot = content(name).snapshot
    for kind in dossiers_of(snapshot):
        file = tmp_path / f"{kind.id}.pdf"
        print_dossier(kind, snapshot, file, container="a2")
        assert proofread(file, snapshot if kind.is_main(Reader(snapshot)) else None) == ()


def test_a_plain_page_reads_well(tmp_path):
    assert pages(tmp_path, paragraph("All is said.", "body")) == []


def test_a_blank_page_is_named(tmp_path):
    found = pages(tmp_path, paragraph("One", "body"), PageBreak(), Spacer(1, 10), PageBreak(), paragraph("Two", "body"))
    assert found == [(2, "The page is blank.")]


@pytest.mark.parametrize(
    "words", ["Efficiency: ??", "See TBD", "(not answered yet)", "Nothing to show yet.", "{title}", "#N/A",
              "Error! Reference source not found"],
)  # fmt: skip
def test_what_was_left_open_is_named_with_its_page(tmp_path, words):
    [(page, message)] = pages(tmp_path, paragraph("One", "body"), PageBreak(), paragraph(words, "body"))
    assert page == 2
    assert message.startswith("It shows ")


def test_words_that_may_be_meant_hold_nothing_back(tmp_path):
    pages(tmp_path, paragraph("Which meter?? (not answered yet)", "body"))
    assert sorted(item.is_certain for item in proofread(tmp_path / "x.pdf")) == [False, True]


def test_a_wrong_number_of_pages_is_named():
    found = list(proofreading._page_numbers(["Page 1 of 3", "Page 2 of 2"]))
    assert [(item.page, item.message) for item in found] == [(1, "It shows “Page 1 of 3” and is page 1 of 2.")]


def test_a_font_that_is_not_embedded_is_named(tmp_path):
    canvas = Canvas(str(tmp_path / "x.pdf"))
    canvas.drawString(100, 100, "Page 1 of 1")
    canvas.save()
    assert any("Helvetica is not embedded" in item.message for item in proofread(tmp_path / "x.pdf"))


def test_a_number_that_differs_from_the_project_is_named(tmp_path):
    """Printed of one project and read against another, in which one year differs."""
    snapshot = content("los_cocos").snapshot
    print_dossier(dossiers_of(snapshot)[0], snapshot, tmp_path / "x.pdf", container="a2")
    other = Project(snapshot)
    other.type_in("inputs_m1", "I.EG_facility.value", "74201")
    found = proofread(tmp_path / "x.pdf", other.snapshot)
    assert found
    assert all("is not printed as it was calculated" in item.message for item in found)
    assert any("“2013”" in item.message for item in found)


def test_the_rows_that_are_compared_are_those_of_the_tables():
    read = Project(content("los_cocos").snapshot).read
    labels = [row[0].text for row in proofreading.result_rows(read)]
    assert labels[-9:] == ["2013", "2014", "2015", "2016", "2017", "2018", "2019", "Total",
                           "Annual average over the crediting period"]  # fmt: skip


def test_a_draft_may_lack_answers(tmp_path):
    blank = Project.new("cdm_pdd", "12.0").snapshot
    kind = dossiers_of(blank)[0]
    print_dossier(kind, blank, tmp_path / "x.pdf", container="a2")
    assert proofread(tmp_path / "x.pdf", blank, is_draft=True) == ()
    assert proofread(tmp_path / "x.pdf", blank)
