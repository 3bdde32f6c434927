"""Pages: numbers, heads, breaks, turned sheets, what stays together."""

from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from pypdf import PdfReader
from reportlab.platypus import PageBreak

from desktop.samples import content
from forms.blocks import (
    Column,
    EquationBlock,
    Paragraph,
    ParameterBlock,
    Run,
    TableBlock,
    WorkingBlock,
    cell,
    text_run,
)
from forms.document import Reader
from forms.views.annex import annex
from reports.build import BuiltPdf
from reports.column_widths import column_widths
from reports.elements import flowables_of
from reports.equations import Derivation
from reports.flowables import heading, paragraph
from reports.layout import contents_here
from reports.styles import page
from tests.reports.rows import plain_row

FILLER = "Words that fill a line of the page and then go on to fill another one. "


def pages_of(path: Path) -> list[str]:
    return [sheet.extract_text() for sheet in PdfReader(path).pages]


def box(rows: int) -> ParameterBlock:
    return ParameterBlock("A box", tuple((f"Label {row}", (Paragraph(text_run("value")),)) for row in range(rows)))


def test_each_page_says_its_number_and_how_many_there_are(built: BuiltPdf):
    pages = pages_of(built.path)
    assert len(pages) == built.pages
    for number, text in enumerate(pages, 1):
        assert f"Page {number} of {built.pages}" in text
        assert "TEST-FORM, version 1.0" in text
        assert "must not be altered" in text


def test_contents_follow_the_cover_and_give_the_final_page_numbers(built: BuiltPdf):
    pages = pages_of(built.path)
    assert "Contents" in pages[1]
    start = next(number for number, text in enumerate(pages, 1) if "SECTION B. Baseline" in text and number > 2)
    assert f"SECTION B. Baseline {start}" in " ".join(pages[1].split())


def test_long_contents_take_several_pages(build: Any, tmp_path: Path):
    parts = [made for number in range(120) for made in (heading(f"Part {number}", 1), PageBreak())]
    made = build(tmp_path / "made.pdf", [paragraph("Cover"), *contents_here(), *parts])
    pages = pages_of(made.path)
    assert "Part 119" in pages[-1]
    assert made.pages == 1 + 120 + sum("Part" in text for text in pages[1:-120])
    assert f"Part 119 {made.pages}" in " ".join(" ".join(pages[1:5]).split())


def test_two_breaks_leave_no_blank_page(build: Any, tmp_path: Path):
    story = [paragraph("a"), PageBreak(), *contents_here(), PageBreak(), heading("b", 1), PageBreak(), PageBreak()]
    assert build(tmp_path / "made.pdf", story).pages == 3


def test_the_head_of_a_long_table_is_repeated(built: BuiltPdf):
    with_rows = [text for text in pages_of(built.path) if "Reductions" in text and "Year" in text]
    assert len(with_rows) >= 2


def test_a_row_taller_than_a_page_is_broken(build: Any, tmp_path: Path):
    tall = TableBlock((Column("a"), Column("b", width=3)), (plain_row(["x", FILLER * 150]), plain_row(["y", "end"])))
    assert build(tmp_path / "made.pdf", flowables_of(tall)).pages >= 2


def test_a_row_that_a_page_can_hold_is_not_broken(build: Any, tmp_path: Path):
    rows = tuple(plain_row([f"row {number}", f"begins {number} {FILLER * 20} ends {number}"]) for number in range(9))
    made = build(tmp_path / "made.pdf", flowables_of(TableBlock((Column("Head"), Column("b", width=3)), rows)))
    pages = [" ".join(text.split()) for text in pages_of(made.path)]
    for number in range(9):
        assert sum(f"begins {number}" in text and f"ends {number}" in text for text in pages) == 1
    assert all(text.count("Head") == 1 for text in pages)


def test_an_equation_longer_than_a_page_is_broken_between_its_lines(build: Any, tmp_path: Path):
    terms = " + ".join(rf"\frac{{FC_{{{number}}}}}{{EG_{{{number}}}}}" for number in range(400))
    made = build(tmp_path / "made.pdf", flowables_of(EquationBlock(f"EF = {terms}", "(9)", "a long sum")))
    pages = pages_of(made.path)
    assert len(pages) > 1
    assert ["(9)" in text for text in pages] == [False] * (len(pages) - 1) + [True]


def test_a_wide_table_turns_the_sheet_and_back(build: Any, tmp_path: Path):
    wide = TableBlock(
        tuple(Column(f"Emissions{n}") for n in range(12)), (tuple(cell(f"{n * 1000:,}") for n in range(12)),)
    )
    made = build(tmp_path / "made.pdf", [paragraph("before"), *flowables_of(wide), paragraph("after")])
    with pikepdf.open(made.path) as pdf:
        assert [sheet.mediabox[2] > sheet.mediabox[3] for sheet in pdf.pages] == [False, True, False]


def test_a_box_is_not_broken_if_a_page_can_hold_it(build: Any, tmp_path: Path):
    story = [paragraph(FILLER * 60), *flowables_of(box(15))]
    pages = pages_of(build(tmp_path / "made.pdf", story).path)
    assert "A box" not in pages[0]
    assert all(f"Label {row}" in pages[1] for row in range(15))


def test_a_box_longer_than_a_page_is_broken_after_its_title(build: Any, tmp_path: Path):
    pages = pages_of(build(tmp_path / "made.pdf", flowables_of(box(80))).path)
    assert "A box" in pages[0]
    assert "Label 0" in pages[0]
    assert "Label 79" in pages[-1]


def test_a_heading_is_not_left_alone_at_the_foot(build: Any, tmp_path: Path):
    for lines in range(30, 50):
        story = [*(paragraph("x", "item") for _ in range(lines)), heading("Lonely title", 2), paragraph(FILLER * 9)]
        pages = pages_of(build(tmp_path / "made.pdf", story).path)
        with_heading = next(text for text in pages if "Lonely title" in text)
        assert "Words that fill" in with_heading


def test_a_long_table_begins_below_its_label_on_the_same_page(build: Any, tmp_path: Path):
    rows = tuple(plain_row([f"row {number}", FILLER * 5]) for number in range(12))
    block = TableBlock((Column("a"), Column("b", width=3)), rows)
    story = [*(paragraph("x") for _ in range(24)), paragraph("Label", "label"), *flowables_of(block)]
    first = pages_of(build(tmp_path / "made.pdf", story).path)[0]
    assert "Label" in first
    assert "row 0" in first


def test_columns_are_as_wide_as_asked_but_hold_their_longest_word():
    block = TableBlock((Column("a", width=1), Column("b", width=9)), (plain_row(["unquestionably", "b"]),))
    narrow, wide = column_widths(block, 300)
    assert narrow + wide == pytest.approx(300)
    assert narrow > 300 / 10


def test_a_draft_says_so_on_every_page(build: Any, tmp_path: Path):
    made = build(tmp_path / "draft.pdf", is_draft=True)
    assert all("DRAFT" in text for text in pages_of(made.path))


def test_a_final_dossier_does_not(built: BuiltPdf):
    assert not any("DRAFT" in text for text in pages_of(built.path))


def test_nothing_is_printed_in_the_margins_of_the_sheet(built: BuiltPdf):
    """Office printers leave about 5 mm white; the codes in the right margin must keep clear of it."""
    edge = 14
    for sheet in pypdfium2.PdfDocument(built.path):
        grey = sheet.render().to_pil().convert("L")
        width, height = grey.size
        for strip in ((0, 0, edge, height), (width - edge, 0, width, height), (0, 0, width, edge)):
            assert grey.crop(strip).getextrema()[0] == 255


def test_progress_is_told_and_ends(build: Any, tmp_path: Path):
    told: list[tuple[int, int, str]] = []
    build(tmp_path / "made.pdf", progress=lambda done, total, what: told.append((done, total, what)))
    assert told[-1][2] == "Writing the archive"
    assert all(0 <= done <= total for done, total, _ in told)


def test_the_sheet_is_a4():
    assert (page().width, page().height) == pytest.approx((595.28, 841.89))


# -- what stays together ------------------------------------------------------------------------------------------

SUB = frozenset({"sub"})
AMOUNTS = {
    "on one line": lambda before: f"{before} 54,183 t CO₂e a year, from 74,200 MWh at 0.629 t CO2/MWh and 0.22 LTL/kWh",
    "with letters lowered": lambda before: (
        Run(f"{before} 54,183 t CO"), Run("2", SUB), Run("e a year, from 74,200 MWh at 0.629 t CO"), Run("2", SUB),
        Run("/MWh and 0.22 LTL/kWh"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("amounts", AMOUNTS.values(), ids=AMOUNTS)
def test_no_line_ends_between_a_number_and_its_unit(build: Any, tmp_path: Path, amounts: Any):
    story = [paragraph(amounts("x" * letters)) for letters in range(1, 76)]
    lines = [line.strip() for text in pages_of(build(tmp_path / "made.pdf", story).path) for line in text.split("\n")]
    assert sum("74,200 MWh" in line for line in lines) == 75
    assert not [line for line in lines if line.startswith(("t CO", "CO", "MWh", "LTL"))]


def test_a_number_and_a_unit_wider_than_their_column_go_apart(build: Any, tmp_path: Path):
    columns = (Column("a", width=1), Column("b", width=30))
    rows = (plain_row(["123,456,789 t CO₂e/yr", FILLER * 9]),)
    made = build(tmp_path / "made.pdf", flowables_of(TableBlock(columns, rows)))
    assert "123,456,789\nt CO₂e/yr" in pages_of(made.path)[0]


def yearly_table() -> TableBlock:
    rows = tuple(plain_row([f"year {year}", "18,233"]) for year in range(2008, 2013))
    return TableBlock((Column("Year"), Column("Reductions", "right")), rows, (plain_row(["Sum", "91,165"]),))


@pytest.mark.parametrize("lines", range(28, 44, 3))
def test_a_short_table_is_not_broken(build: Any, tmp_path: Path, lines: int):
    story = [*(paragraph("x") for _ in range(lines)), *flowables_of(yearly_table())]
    pages = pages_of(build(tmp_path / "made.pdf", story).path)
    assert [text.count("year 20") for text in pages if "year 20" in text] == [5]


@pytest.mark.parametrize("lines", range(28, 44, 3))
def test_an_equation_stands_above_the_table_of_its_values(build: Any, tmp_path: Path, lines: int):
    step = WorkingBlock(
        "EF_y", "EF_y", "Emission factor", "EM / EG", "", "", "", "(6)", "", lines=(("EF_y", r"\frac{EM}{EG}"),)
    )
    story = [*(paragraph("x") for _ in range(lines)), *flowables_of(step), *flowables_of(yearly_table())]
    with_title = next(text for text in pages_of(build(tmp_path / "made.pdf", story).path) if "Emission factor" in text)
    assert "year 2008" in with_title


@pytest.mark.parametrize("lines", range(28, 46, 2))
def test_an_equation_is_not_parted_from_what_its_first_symbol_means(build: Any, tmp_path: Path, lines: int):
    equation = EquationBlock("LE_y = 0", "(11)", "", (("LE_y", "Leakage in the year"),))
    story = [*(paragraph("x") for _ in range(lines)), *flowables_of(equation)]
    [with_number] = [text for text in pages_of(build(tmp_path / "made.pdf", story).path) if "(11)" in text]
    assert "Leakage in the year" in with_number


def test_the_lines_of_a_long_step_keep_to_the_measure():
    terms = r" \times 736{,}604 + ".join(rf"\text{{0.63{number}}}" for number in range(30))
    step = Derivation([("EF", terms)], spoken="EF")
    step.wrap(page().measure, page().depth)
    assert len(step.lines) > 2
    assert max(line.indent + line.formula.width for line in step.lines) <= page().measure + 0.01


def test_a_few_long_sources_widen_their_column_and_not_that_of_the_units():
    _, blocks = next(annex(Reader(content("los_cocos").snapshot)))
    [inputs] = blocks
    widths = dict(zip((column.label for column in inputs.columns), column_widths(inputs, page().measure), strict=True))
    assert widths["Unit"] < widths["Origin and source"] / 2
