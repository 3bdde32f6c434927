"""Dossiers as Word files, read back by python-docx and by LibreOffice."""

import datetime as dt
import hashlib
import os
import re
import subprocess
import sys
from collections import Counter
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn

from desktop.samples import content
from forms.blocks import (
    ChartBlock,
    Column,
    DiagramBlock,
    EquationBlock,
    Figure,
    ListBlock,
    MapBlock,
    Paragraph,
    ParameterBlock,
    Run,
    TableBlock,
    WorkingBlock,
    cell,
    text_run,
)
from forms.catalogue import form_versions
from forms.document import Reader
from forms.evidence import attachment
from forms.manuscript import ContentsHere, line, section_head, sections
from forms.project import Project
from forms.rules import check
from reports.dossier import dossier, dossiers_of, print_dossier
from reports.elements import picture_of
from reports.layout import Furniture
from reports.pictures import Label
from reports.word.document import Identity, sheet_of, word_file
from reports.word.dossier import word_dossier
from reports.word.formulas import equation
from reports.word.markup import NAMESPACES
from tests.reports.tracked import body, converted, needs_writer, paragraphs

SAMPLES = [pytest.param("los_cocos", "cdm-pdd", id="CDM"), pytest.param("sudenai", "ji-ssc-pdd", id="JI")]
IDENTITY = Identity("Wind", "Ana", dt.datetime(2012, 5, 1, 12, tzinfo=dt.UTC))


@pytest.fixture(scope="module")
def snapshots():
    return {name: content(name).snapshot for name in ("los_cocos", "sudenai")}


@pytest.fixture(scope="module")
def files(snapshots):
    return {kind: word_dossier(dossier(kind), snapshots[name]) for name, kind in (p.values for p in SAMPLES)}


def made(*pieces, files=None):
    """A Word file of these pieces."""
    furniture = Furniture(header_left="CDM-PDD-FORM", footer_left="Wind", footer_version="Version 1")
    return word_file(pieces, sheet_of(furniture, is_draft=False), IDENTITY, files)


def opened(word):
    return docx.Document(BytesIO(word))


def headings(document):
    return [found.text for found in document.paragraphs if found.style.name.startswith("Heading")]


# -- the form ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("version", [pytest.param(version, id=":".join(version)) for version in form_versions()])
def test_every_form_has_its_headings_in_official_order_before_a_word_is_written(version):
    project = Project.new(*version)
    kind = dossiers_of(project.snapshot)[0]
    found = headings(opened(word_dossier(kind, project.snapshot)))
    titles = [section.title for section in project.read.form(project.snapshot.main).sections]
    assert [title for heading, title in zip(found, titles, strict=False) if not heading.endswith(title)] == []
    assert len(found) >= len(titles)


@pytest.mark.parametrize(("name", "kind"), SAMPLES)
def test_levels_of_headings_are_those_of_the_form(name, kind, snapshots, files):
    form = Reader(snapshots[name]).form(snapshots[name].main)
    levels = [
        int(found.style.name[-1]) for found in opened(files[kind]).paragraphs if found.style.name.startswith("Heading")
    ]
    assert levels[: len(form.sections)] == [min(section.level, 4) for section in form.sections]


@pytest.mark.parametrize(("name", "kind"), SAMPLES)
def test_every_other_dossier_of_a_sample_is_a_word_file_too(name, kind, snapshots):
    for other in dossiers_of(snapshots[name]):
        assert headings(opened(word_dossier(other, snapshots[name]))), other.id


@pytest.mark.parametrize(("name", "kind"), SAMPLES)
def test_numbers_that_may_occur_once_occur_once(name, kind, files):
    root = body(files[kind])
    numbers = [found.get("id") for found in root.iter(qn("wp:docPr"))]
    marks = [found.get(qn("w:id")) for found in root.iter(qn("w:bookmarkStart"))]
    assert [number for number, times in Counter([*numbers, *marks]).items() if times > 1] == []


@pytest.mark.parametrize(("name", "kind"), SAMPLES)
def test_every_line_of_the_contents_leads_to_a_heading(name, kind, files):
    root = body(files[kind])
    anchors = {found.get(qn("w:name")) for found in root.iter(qn("w:bookmarkStart"))}
    links = [found.get(qn("w:anchor")) for found in root.iter(qn("w:hyperlink"))]
    assert links
    assert set(links) <= anchors


@pytest.mark.parametrize(("name", "kind"), SAMPLES)
def test_every_picture_has_an_alternative_text(name, kind, files):
    described = [found.get("descr") for found in body(files[kind]).iter(qn("wp:docPr"))]
    assert described
    assert all(described)


def test_a_draft_says_so_in_the_header(snapshots):
    word = word_dossier(dossier("cdm-pdd"), snapshots["los_cocos"], draft=True)
    assert opened(word).sections[0].header.paragraphs[0].text.startswith("DRAFT")


def test_title_author_language_and_dates_are_those_of_the_document(files):
    properties = opened(files["cdm-pdd"]).core_properties
    assert (properties.title, properties.language) == ("Los Cocos Wind Farm Project", "en-GB")
    assert properties.created == properties.modified == dt.datetime(2021, 12, 10, tzinfo=properties.created.tzinfo)


def test_the_same_project_gives_the_same_bytes_in_another_process(files):
    script = (
        "import hashlib; from desktop.samples import content; from reports.dossier import dossier;"
        "from reports.word.dossier import word_dossier;"
        "print(hashlib.sha256(word_dossier(dossier('ji-ssc-pdd'), content('sudenai').snapshot)).hexdigest())"
    )
    surroundings = os.environ | {"PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland", "LC_ALL": "C"}
    done = subprocess.run([sys.executable, "-c", script], env=surroundings, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == hashlib.sha256(files["ji-ssc-pdd"]).hexdigest()


# -- blocks -----------------------------------------------------------------------------------------------------


def test_a_table_repeats_its_head_and_has_the_widths_of_its_columns():
    block = TableBlock((Column("Year"), Column("t CO2e", "right")), ((cell("2010"), cell("54,183")),), caption="Yearly")
    document = opened(made(block))
    (table,) = document.tables
    assert [[found.text for found in row.cells] for row in table.rows] == [["Year", "t CO2e"], ["2010", "54,183"]]
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert all(found.width > 0 for found in table.rows[0].cells)
    assert document.paragraphs[0].style.name == "Caption"


def test_a_parameter_box_is_a_table_of_label_and_value_that_is_not_torn():
    block = ParameterBlock("", (("Unit", (Paragraph(text_run("MWh")),)), ("Source", (Paragraph(text_run("Meter")),))))
    (table,) = opened(made(block)).tables
    assert [[found.text for found in row.cells] for row in table.rows] == [["Unit", "MWh"], ["Source", "Meter"]]
    assert table.rows[0].cells[0].paragraphs[0].paragraph_format.keep_with_next


def test_a_wide_table_turns_its_page_with_the_heading_that_leads_to_it():
    wide = TableBlock(tuple(Column(f"Verylongheading{n}") for n in range(12)), (tuple(cell("x") for _ in range(12)),))
    document = opened(made(line("Before", "body"), Paragraph(text_run("Text")), section_head("E.", 1, "E"), wide))
    widths = [section.page_width > section.page_height for section in document.sections]
    assert widths == [False, True, False]


def test_numbers_of_lists_begin_again():
    items = ListBlock(ordered=True, items=(text_run("one"), text_run("two")))
    numbers = [
        found._p.pPr.numPr.numId.val
        for found in opened(made(items, items)).paragraphs
        if found._p.pPr.numPr is not None
    ]
    assert numbers == [1, 1, 2, 2]


def test_marks_of_words_survive():
    runs = (Run("CO"), Run("2", frozenset({"sub"})), Run(" bold", frozenset({"bold"})))
    found = opened(made(Paragraph(runs))).paragraphs[0].runs
    assert [(run.text, run.font.subscript, run.font.bold) for run in found] == [
        ("CO", None, None),
        ("2", True, None),
        (" bold", None, True),
    ]


def test_a_missing_picture_says_so():
    assert "“Site plan” is not among the files" in paragraphs(body(made(Figure("gone", "Site plan", "Plan"))))[0]


def test_a_file_that_is_no_picture_says_so():
    broken = attachment("plan.png", b"\x89PNG not really")
    word = made(Figure(broken.sha256, "Site plan", "Plan"), files={broken.sha256: broken})
    assert "not a picture that can be printed" in paragraphs(body(word))[0]


def test_the_footer_counts_pages():
    with ZipFile(BytesIO(made(Paragraph(text_run("x"))))) as archive:
        footer = archive.read("word/footer.xml").decode()
    assert re.findall(r"instrText[^>]*> (\w+) <", footer) == ["PAGE", "NUMPAGES"]


# -- equations --------------------------------------------------------------------------------------------------

MATH = f"{{{NAMESPACES['m']}}}"


DECISION = r"\begin{cases} 1 & \text{if } a \\ 2 & \text{otherwise} \end{cases}"


def signs(latex):
    """Kinds of formula parts, outermost first, and all the signs in order."""
    found = equation(latex)
    parts = {"f", "nary", "sSub", "sSup", "sSubSup", "rad", "d", "m", "func"}
    kinds = [part.tag.removeprefix(MATH) for part in found.iter() if part.tag.removeprefix(MATH) in parts]
    return kinds, "".join(part.text or "" for part in found.iter(f"{MATH}t"))


@pytest.mark.parametrize(
    ("latex", "kinds", "text"),
    [
        pytest.param(r"\frac{a}{b}", ["f"], "ab", id="fraction"),
        pytest.param(r"BE_{y}", ["sSub"], "BEy", id="letters before a subscript are one name"),
        pytest.param(r"x^{2}", ["sSup"], "x2", id="power"),
        pytest.param(r"e^{-k}", ["sSup"], "e−k", id="exp"),
        pytest.param(r"\sum_{i} a_{i} + b", ["nary", "sSub"], "iai+b", id="sum"),
        pytest.param(r"\prod_{i} a_{i}", ["nary", "sSub"], "iai", id="product"),
        pytest.param(r"\sqrt{x}", ["rad"], "x", id="root"),
        pytest.param(r"\min\left(a,\; b\right)", ["func", "d"], "min", id="min"),
        pytest.param(DECISION, ["d", "m"], "1if a2otherwise", id="decision"),
        pytest.param(r"\text{R\&D}", [], "R&D", id="ampersand in words"),
        pytest.param(r"\frac{", [], "", id="not LaTeX"),
    ],
)
def test_an_equation_is_one_that_word_can_edit(latex, kinds, text):
    found, words = signs(latex)
    assert found == kinds
    assert words.startswith(text)


def test_a_long_condition_takes_a_row_for_each_alternative():
    first, second = (rf"\left(\text{{the first of {name}}} = 0\right)" for name in ("these units", "those units"))
    found = equation(
        rf"\begin{{cases}} 0 & \text{{if }} {first} \text{{ or }} {second} \\ 1 & \text{{else}} \end{{cases}}"
    )
    rows = ["".join(part.text for part in row.iter(f"{MATH}t")) for row in found.iter(f"{MATH}mr")]
    assert [row.split()[0] for row in rows] == ["0if", "or", "1else"]


def test_a_sum_ends_where_a_term_is_added():
    found = equation(r"\sum_{i} a_{i} + b")
    inside = found.find(f"{MATH}nary").find(f"{MATH}e")
    assert "".join(part.text for part in inside.iter(f"{MATH}t")) == "ai"


@pytest.mark.parametrize(("name", "kind"), SAMPLES)
def test_equations_of_a_sample_have_their_numbers_beside_them(name, kind, snapshots, files):
    read = Reader(snapshots[name])
    pieces = list(dossier(kind).parts(read, check(snapshots[name])))
    equations = [piece for piece in pieces if isinstance(piece, EquationBlock)]
    formulas = list(body(files[kind]).iter(qn("m:oMath")))
    assert len(formulas) >= len(equations)
    texts = paragraphs(body(files[kind]))
    assert [piece.number for piece in equations if piece.number and piece.number not in texts] == []


# -- hostile text -----------------------------------------------------------------------------------------------


def test_what_xml_cannot_hold_is_left_out():
    word = made(Paragraph(text_run("a\x00b\x0bc\ud800d\ufffee & <w:t> ]]>")), line("\x07Title", "cover_title"))
    assert paragraphs(body(word)) == ["abcde & <w:t> ]]>", "Title"]


def test_a_title_of_300_characters_stays_whole():
    title = "Wind " * 60
    assert paragraphs(body(made(line(title, "cover_title"), section_head(title, 1, "A")))) == [title.strip()] * 2


def test_right_to_left_text_says_so():
    found = opened(made(Paragraph(text_run("مشروع طاقة الرياح")))).paragraphs[0]
    assert found._p.pPr.find(qn("w:bidi")) is not None
    assert found.runs[0].font.rtl


def test_a_very_long_word_and_a_table_of_3000_rows_stay_whole():
    rows = tuple((cell(str(number)), cell("x" * 500)) for number in range(3000))
    (table,) = opened(made(TableBlock((Column("No."), Column("Text")), rows))).tables
    assert len(table._tbl.tr_lst) == 3001


def test_every_part_is_well_formed(files):
    for word in files.values():
        with ZipFile(BytesIO(word)) as archive:
            for name in archive.namelist():
                if name.endswith((".xml", ".rels")):
                    ElementTree.fromstring(archive.read(name))


# -- LibreOffice --------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def office_profile(tmp_path_factory):
    return tmp_path_factory.mktemp("office")


@needs_writer
@pytest.mark.parametrize(("name", "kind"), SAMPLES)
def test_libreoffice_prints_the_words_of_the_pdf_section_by_section(
    name, kind, snapshots, files, tmp_path, office_profile
):
    file = tmp_path / "pdd.docx"
    file.write_bytes(files[kind])
    printed = print_dossier(dossier(kind), snapshots[name], tmp_path / "printed.pdf").path
    read = Reader(snapshots[name])
    pieces = dossier(kind).parts(read, check(snapshots[name]))
    parts = {"".join(run.text for run in head.runs): inside for head, inside in sections(pieces) if head}
    word_text = _by_section(converted(file, "pdf", office_profile), list(parts))
    pdf_text = _by_section(printed, list(parts))
    for title, inside in parts.items():
        drawn = _words(" ".join(_drawn(inside)))
        assert pdf_text[title] - word_text[title] <= drawn, title
        # Formulas are text in Word and outlines in the PDF.
        if not any(isinstance(piece, EquationBlock | WorkingBlock) for piece in inside):
            assert word_text[title] - pdf_text[title] <= drawn, title


@needs_writer
def test_libreoffice_opens_a_file_of_hostile_words(tmp_path, office_profile):
    rows = tuple((cell(str(number)), cell("y" * 300)) for number in range(400))
    file = tmp_path / "hostile.docx"
    file.write_bytes(
        made(
            line("Wind " * 60 + "\x00<&>", "cover_title"),
            Paragraph(text_run("مشروع طاقة الرياح")),
            TableBlock((Column("No."), Column("Text")), rows),
        )
    )
    with pypdfium2.PdfDocument(converted(file, "pdf", office_profile)) as pdf:
        text = "".join(page.get_textpage().get_text_range() for page in pdf)
    assert "<&>" in text
    assert "399" in text


def _by_section(file, titles):
    """Words of each section, headings found in order behind the contents."""
    with pypdfium2.PdfDocument(file) as pdf:
        pages = [page.get_textpage().get_text_bounded(0, 62, page.get_width(), page.get_height() - 60) for page in pdf]
    text = re.sub("[\x02\ufffe]", "-", "\n".join(pages))  # PDFium's signs for a hyphen at the end of a line
    starts, at = [], _end_of(text, titles[-1], 0)
    for title in titles:
        at = _end_of(text, title, at)
        starts.append(at)
    ends = [*starts[1:], len(text)]
    return {title: _words(text[a:b]) for title, a, b in zip(titles, starts, ends, strict=True)}


def _end_of(text, title, start):
    # A line may end at any hyphen or space of the title.
    pattern = r"\s*".join(re.escape(char) for char in title if not char.isspace())
    return re.compile(pattern).search(text, start).end()


def _words(text):
    """Words of four letters and more; what a line end cut is not looked at."""
    whole = re.sub(r"[\u00ad\u2010-]\s*", "", text)
    return {word.casefold() for word in re.findall(r"[^\W\d_₂]{4,}", whole)}


def _drawn(pieces):
    """What stands in the PDF as outlines or codes: labels of drawings, formulas, codes in the margin."""
    for piece in pieces:
        match piece:
            case ChartBlock() | MapBlock() | DiagramBlock():
                yield from (mark.text for mark in picture_of(piece, 471.0).marks if isinstance(mark, Label))
            case EquationBlock(latex=latex, where=where):
                yield from [latex, *(symbol for symbol, _ in where)]
            case WorkingBlock():
                yield repr(piece)
            case TableBlock(rows=rows):
                yield from (one.trace for row in rows for one in row)
            case ParameterBlock(rows=rows):
                yield from _drawn([block for _, value in rows for block in value])


def test_contents_stand_where_they_belong():
    word = made(line("Title", "cover_title"), ContentsHere(), section_head("A. First", 1, "A"))
    styles = [found.style.name for found in opened(word).paragraphs if found.text.strip()]
    assert styles == ["Title", "TOC Heading", "toc 1", "Heading 1"]
