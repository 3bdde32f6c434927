"""Numbered captions, references that lead to them, and the lists of figures and tables: PDF, Word and redline."""

import datetime as dt
import hashlib
import io
import re
from io import BytesIO
from zipfile import ZipFile

import pikepdf
import pypdfium2
import pytest
from docx.oxml.ns import qn
from PIL import Image

from desktop.samples import content
from forms import prose
from forms.evidence import attachment
from forms.freezing import freeze
from forms.project import Project
from forms.revisions import marked
from reports.dossier import dossier, print_dossier
from reports.redline import registered_base, write_redline
from reports.word.dossier import word_dossier
from tests.reports.conftest import walk
from tests.reports.tracked import accepted, body, converted, needs_writer, paragraphs, rejected, resolved_by_office

PLACE = ("cdm_pdd", "A.1.purpose")
PDD = dossier("cdm-pdd")
WORDS = """See {{picture:PLAN}}, {{table:tariffs}} and {{section:B.6.3}}; the chart is {{picture:B.6.4.chart}}.

Further on {{picture:gone}}.{{note:A source.}}

![Site plan](evidence:PLAN "The fence")

Table: Tariffs {#tariffs}

| Year | Tariff |
|---|--:|
| 2010 | 125, see {{picture:PLAN}} |
"""
COSTS = "Table: Costs {#costs}\n\n| Year | Cost |\n|---|--:|\n| 2010 | 7 |\n\n"
EXPECTED = (
    ("Figures", ["Figure 1. Site plan", "Figure 2. Location of the project in Dominican Republic"]),
    ("Tables", ["Table 1. Tariffs", "Table 2. Applicability of ACM0002 version 20.0"]),
)


@pytest.fixture(scope="module")
def project():
    """The CDM sample with a plan, a table of tariffs and references to both."""
    made = Project(content("los_cocos").snapshot)
    picture = io.BytesIO()
    Image.new("RGB", (60, 30), "blue").save(picture, "PNG")
    key = made.add_row("facts", "P.evidence")
    made.set("facts", f"P.evidence[{key}].title", "Site plan")
    made.set("facts", f"P.evidence[{key}].file", made.attach(attachment("plan.png", picture.getvalue())))
    made.set(*PLACE, prose.parse_markdown(WORDS.replace("PLAN", key)))
    return made


@pytest.fixture(scope="module")
def printed(project, tmp_path_factory):
    return print_dossier(PDD, project.snapshot, tmp_path_factory.mktemp("pdf") / "pdd.pdf")


@pytest.fixture(scope="module")
def pages(printed):
    with pypdfium2.PdfDocument(printed.path) as pdf:
        return [page.get_textpage().get_text_range().replace("\r\n", "\n").replace("\xa0", " ") for page in pdf]


@pytest.fixture(scope="module")
def word(project):
    return word_dossier(PDD, project.snapshot)


@pytest.fixture
def pdf(printed):
    with pikepdf.open(printed.path) as opened:
        yield opened


def flowing(pages):
    """Words in one line; a reader of PDF may find a line end where a link ends."""
    return " ".join("".join(pages).split()).replace(" .", ".").replace("\xa0", " ")


def elements(pdf):
    return list(walk(pdf.Root.StructTreeRoot.K[0]))


def kids(element):
    return [kid for kid in element.K if isinstance(kid, pikepdf.Object) and "/S" in kid]


# -- PDF --------------------------------------------------------------------------------------------------------------


def test_text_names_figures_by_the_numbers_of_their_captions(pages):
    words = flowing(pages)
    assert "See Figure 1, Table 1 and section B.6.3; the chart is Figure 5." in words
    assert "Figure 5. Baseline emissions, project emissions and emission reductions by year" in words


def test_a_reference_without_a_target_is_printed_as_such_and_the_document_is_a_draft(pages, printed):
    assert "Further on [gone: no longer there]." in flowing(pages)
    with pypdfium2.PdfDocument(printed.path) as pdf:
        assert "DRAFT" in pdf[5].get_textpage().get_text_range()


def test_the_lists_name_every_figure_and_table_with_its_page(pages):
    contents = next(page for page in pages if page.count("Figure 1. Site plan"))
    for title, lines in EXPECTED:
        assert f"\n{title}\n" in contents
        for line in lines:
            (number,) = re.findall(rf"{re.escape(line)}\s+(\d+)", contents)
            assert line in pages[int(number) - 1]


def test_references_are_links_to_the_place_of_the_figure(pdf, pages):
    found = {
        str(annotation.Contents): annotation.Dest[0]
        for page in pdf.pages
        for annotation in page.obj.get("/Annots", [])
        if str(annotation.Contents) in {"Figure 1", "Table 1", "Figure 5", "section B.6.3"}
    }
    places = {name: next(n for n, page in enumerate(pdf.pages) if page.obj == target) for name, target in found.items()}
    assert "Site plan" in pages[places["Figure 1"]]
    assert "Table 1. Tariffs" in pages[places["Table 1"]]
    assert "Figure 5. Baseline" in pages[places["Figure 5"]]
    assert "B.6.3. Ex ante calculation" in pages[places["section B.6.3"]]


def test_each_link_is_an_element_inside_its_paragraph(pdf):
    references = [found for found in elements(pdf) if found.S == "/Reference" and found.P.S != "/TOCI"]
    assert {str(found.P.S) for found in references} <= {"/P", "/LBody"}
    for found in references:
        (link,) = kids(found)
        assert link.S == "/Link"
        assert sum("/Obj" in kid for kid in link.K if isinstance(kid, pikepdf.Dictionary)) == 1
        assert any(isinstance(kid, int) or "/MCID" in kid for kid in link.K)


def test_marked_stretches_are_ended_where_they_begin(pdf):
    """Also inside text: BT and ET, BDC and EMC are nested each in the other (ISO 32000-1, 14.6.1)."""
    for page in pdf.pages:
        opened = []
        for _, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            if name in {"BT", "BDC", "BMC"}:
                opened.append("BT" if name == "BT" else "BDC")
            elif name in {"ET", "EMC"}:
                assert opened.pop() == ("BT" if name == "ET" else "BDC")
        assert not opened


def test_the_lists_are_tagged_as_contents_with_their_titles(pdf):
    (contents,) = [found for found in elements(pdf) if found.S == "/TOC" and found.P.S != "/TOC"]
    lists = [kid for kid in kids(contents) if kid.S == "/TOC"]
    assert {str(kid.S) for kid in kids(contents)} == {"/Caption", "/TOCI", "/TOC"}
    assert [[str(kid.S) for kid in kids(listed)][:2] for listed in lists] == [["/Caption", "/TOCI"]] * 2
    assert [len(kids(listed)) - 1 for listed in lists] == [5, 3]


def test_the_same_project_gives_the_same_bytes(project, printed, tmp_path):
    again = print_dossier(PDD, project.snapshot, tmp_path / "again.pdf")
    assert again.sha256 == printed.sha256 == hashlib.sha256(printed.path.read_bytes()).hexdigest()


# -- Word -------------------------------------------------------------------------------------------------------------


def codes(root):
    return [" ".join(found.text.split()) for found in root.iter(qn("w:instrText"))]


def test_word_counts_captions_and_follows_references(word):
    root = body(word)
    assert codes(root).count(r"SEQ Figure \* ARABIC") == 5
    assert codes(root).count(r"SEQ Table \* ARABIC") == 3
    bookmarks = [found.get(qn("w:name")) for found in root.iter(qn("w:bookmarkStart"))]
    referred = {code.split()[1] for code in codes(root) if code.startswith("REF ")}
    assert referred <= set(bookmarks)
    assert len(bookmarks) == len(set(bookmarks))
    assert "See Figure 1, Table 1 and section B.6.3; the chart is Figure 5." in paragraphs(root)


def test_word_lists_figures_and_tables_after_the_contents(word):
    lists = [code for code in codes(body(word)) if code.startswith("TOC ")]
    assert lists == [r'TOC \o "1-3" \h \z \u', r'TOC \h \z \c "Figure"', r'TOC \h \z \c "Table"']


def test_footnotes_are_raised_in_word(word):
    raised = [run for run in body(word).iter(qn("w:r")) if run.find(f"{qn('w:rPr')}/{qn('w:vertAlign')}") is not None]
    assert "1" in {"".join(run.itertext(qn("w:t"))) for run in raised}


@needs_writer
def test_libreoffice_numbers_them_the_same(word, tmp_path):
    file = tmp_path / "pdd.docx"
    file.write_bytes(word)
    with pypdfium2.PdfDocument(converted(file, "pdf", tmp_path / "profile")) as pdf:
        words = " ".join(" ".join(page.get_textpage().get_text_range() for page in pdf).split())
    assert "See Figure 1, Table 1 and section B.6.3; the chart is Figure 5." in words
    assert "Figure 5. Baseline emissions" in words


# -- redline ----------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def redlined(project, tmp_path_factory):
    """The project with a table put in before, against the project as it was: `.pdf` and `.docx`."""
    moment = dt.datetime(2012, 5, 1, 12, tzinfo=dt.UTC)
    first = freeze((), project.snapshot, moment, "Ana", "")
    revisions = marked((first,), first.number, "registered")
    later = Project(project.snapshot)
    later.set(*PLACE, (*prose.parse_markdown(COSTS), *project.read.value(PLACE[1])))
    base = registered_base(revisions, later.snapshot)
    made = write_redline(PDD, later.snapshot, base, tmp_path_factory.mktemp("redline"))
    return {path.suffix: path for path in made if "redline" in path.stem}, later.snapshot


def test_a_redline_shows_new_numbers_as_changes_of_the_same_table(redlined):
    with pypdfium2.PdfDocument(redlined[0][".pdf"]) as pdf:
        words = flowing(page.get_textpage().get_text_range() for page in pdf)
    assert re.search(r"Table 1 ?2. Tariffs", words)  # the 1 struck through, the 2 underlined
    assert words.count("Deleted table") == 0
    assert "Table 2. Tariffs" in words  # in the list


def test_accepting_and_rejecting_gives_either_numbers(redlined, project):
    paths, later = redlined
    made = paths[".docx"].read_bytes()
    for side, expected in ((accepted(made), later), (rejected(made), project.snapshot)):
        whole = body(word_dossier(PDD, expected))
        wanted = [line for line in paragraphs(whole) if re.search(r"(Table|Figure) \d", line)]
        found = set(paragraphs(side))
        assert not [line for line in dict.fromkeys(wanted[8:]) if line not in found]


@needs_writer
@pytest.mark.parametrize(("accept", "number"), [(True, 2), (False, 1)])
def test_libreoffice_accepts_and_rejects_numbers(redlined, tmp_path, accept, number):
    file = tmp_path / "redline.docx"
    file.write_bytes(redlined[0][".docx"].read_bytes())
    words = " ".join(resolved_by_office(file, tmp_path / "profile", accept=accept).split())
    assert f"See Figure 1, Table {number} and section B.6.3" in words
    assert f"Table {number}. Tariffs" in words
    # The lists of figures and tables are not tracked: Word renews them.
    assert words.count("Table 1. Costs") == 1 + accept


def test_fields_of_a_redline_are_whole(redlined):
    """Each begins, separates and ends, and none stands in what was deleted."""
    with ZipFile(BytesIO(redlined[0][".docx"].read_bytes())) as archive:
        text = archive.read("word/document.xml").decode()
    assert text.count('fldCharType="begin"') == text.count('fldCharType="separate"') == text.count('fldCharType="end"')
    assert "fldChar" not in "".join(re.findall(r"<w:del [^>]*>.*?</w:del>", text))
