"""Tables whose last row is about as tall as a page."""

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from reportlab.platypus import Flowable, PageBreak

from forms.blocks import Column, TableBlock
from reports.elements import flowables_of
from reports.flowables import paragraph
from tests.reports.rows import plain_row

WORDS = range(50, 71)
COLUMNS = (Column("a", width=30), Column("b", width=1))


def tall_table(words: int) -> list[Flowable]:
    """One word on each line of the only row."""
    text = " ".join(f"w{words}x{number}" for number in range(words))
    return flowables_of(TableBlock(COLUMNS, (plain_row(["a", text]),)))


@pytest.mark.parametrize("lines_above", [0, 1, 40])
def test_a_last_row_of_any_height_is_set_whole(build: Any, tmp_path: Path, lines_above: int):
    above = [paragraph("x", "item") for _ in range(lines_above)]
    story = [made for words in WORDS for made in (*above, *tall_table(words), PageBreak())]
    pages = PdfReader(build(tmp_path / "made.pdf", story).path).pages
    printed = Counter(word for sheet in pages for word in re.findall(r"w\d+x\d+", sheet.extract_text()))
    assert printed == Counter(f"w{words}x{number}" for words in WORDS for number in range(words))
