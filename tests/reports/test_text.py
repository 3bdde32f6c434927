"""Text of users reaches the paper letter by letter, or is named as not printable."""

from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from forms.blocks import Run
from forms.glyphs import printable, unprintable
from reports.build import BuiltPdf
from reports.flowables import bullet_list, heading, paragraph
from reports.glyph_table import table_text
from reports.tables import table
from reports.text import font_runs, fragments
from tests.reports.rows import plain_row

SCRIPTS = "Žemaitija · Łódź · Σ ≤ √x → ∑ · Đắk Lắk · Україна · ไทย · €²³ ₂ ‰"


def text_of(path: Path) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())


def test_mark_up_in_a_users_text_is_printed_as_it_is(built: BuiltPdf, example: dict[str, Any]):
    assert " ".join(example["HOSTILE"].split()) in text_of(built.path)


@pytest.mark.parametrize(
    "hostile", ["<b>x</b>", "&lt;", "<a href='http://x'>y</a>", "%deferred 1%", "<br/>", "{0}", "\\n"]
)
def test_mark_up_is_harmless_wherever_text_is_printed(build: Any, tmp_path: Path, hostile: str):
    from forms.blocks import Column, TableBlock

    rows = TableBlock((Column(hostile), Column("b")), (plain_row([hostile, hostile * 40]),), caption=hostile)
    story = [heading(hostile, 1), paragraph(hostile), *bullet_list([hostile]), *table(rows)]
    made = build(tmp_path / "made.pdf", story, title=hostile, author=hostile)
    assert text_of(made.path).count(hostile) >= 5


def test_letters_of_many_scripts_and_signs_are_found_again(build: Any, tmp_path: Path):
    made = build(tmp_path / "made.pdf", [paragraph(SCRIPTS), paragraph((Run(SCRIPTS, frozenset({"bold", "italic"})),))])
    assert unprintable(SCRIPTS) == []
    assert text_of(made.path).count("Žemaitija") == 2
    assert "→" in text_of(made.path)


def test_a_character_that_no_font_has_is_reported_once_by_name():
    assert unprintable("a 風 風力") == [("風", "CJK UNIFIED IDEOGRAPH-98A8")]


def test_the_table_of_printable_characters_is_that_of_the_fonts():
    """`python -m reports.glyph_table > forms/tables/glyphs.csv` writes it again when a font changes."""
    shipped = files("forms") / "tables" / "glyphs.csv"
    assert shipped.read_text(encoding="utf-8") == table_text()


def test_a_thai_tone_mark_is_raised_over_the_vowel_below_it():
    marks = {fragment.text: getattr(fragment, "rise", 0) for fragment in fragments("ตั้ง ก้าว", "body")}
    assert marks["\u0e49"] > 0
    assert all(rise == 0 for text, rise in marks.items() if text != "\u0e49")


def test_simplified_chinese_is_printed_and_found_again(build: Any, tmp_path: Path):
    made = build(tmp_path / "made.pdf", [paragraph("中国可再生能源 Wind 风力发电项目")])
    assert unprintable("中国可再生能源风力发电项目") == []
    assert "中国可再生能源 Wind 风力发电项目" in text_of(made.path)


def test_scripts_written_from_right_to_left_are_reported():
    assert unprintable("שלום")[0] == ("ש", "HEBREW LETTER SHIN")


def test_what_cannot_be_printed_leaves_a_visible_mark(build: Any, tmp_path: Path):
    made = build(tmp_path / "made.pdf", [paragraph("wind 風 farm")])
    assert "wind \N{REPLACEMENT CHARACTER} farm" in text_of(made.path)


def test_fonts_change_only_where_they_must():
    assert font_runs("1 ≤ 2") == [("NotoSans-Regular", "1 "), ("DejaVuSans", "≤"), ("NotoSans-Regular", " 2")]


def test_controls_vanish_and_accents_are_composed():
    assert printable("e\u0301\x07\u200b\tx\r\ny") == "é x\ny"


def test_a_line_break_of_a_users_text_is_kept(build: Any, tmp_path: Path):
    made = build(tmp_path / "made.pdf", [paragraph("Street 1\nTown")])
    assert "Street 1\nTown" in PdfReader(made.path).pages[0].extract_text()
