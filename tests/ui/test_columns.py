"""How the columns of a grid share the page, and where the words in them may be broken."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontMetrics

from ui.cell_words import JOINED, MAY_BREAK, kept_in, kept_whole, pieces
from ui.editors.column_widths import Letters, Need, need, shared


@pytest.fixture
def letters(qapp) -> Letters:
    font = QFont(qapp.font())
    font.setPixelSize(14)
    return Letters(QFontMetrics(font), QFontMetrics(font), 1.0)


@pytest.mark.parametrize("code", ["A/R", "N/A", "AMS-III.AU", "ACM0001/19.0", "CDM-PDD-FORM", "2012-05-17"])
def test_a_code_stays_in_one_line(code):
    assert pieces(code) == [code]
    assert MAY_BREAK not in kept_whole(code)
    assert kept_whole(code).replace(JOINED, "") == code


def test_long_words_that_are_joined_may_be_parted_behind_the_slash():
    assert pieces("Justification/explanation") == ["Justification/", "explanation"]


def test_a_word_wider_than_its_column_goes_on_in_the_next_line(letters):
    address = "https://cdm.unfccc.int/methodologies/PAmethodologies/approved"
    lines = kept_in(address, letters.cells, 90).replace(JOINED, "").split(MAY_BREAK)
    assert "".join(lines) == address
    assert max(map(letters.cells.horizontalAdvance, lines)) <= 90


def test_a_figure_is_never_broken_nor_cut(letters):
    asked = need("number", 1.0, "Value", ["1,234,567,890.123456789012"], letters)
    assert asked.least > letters.cells.horizontalAdvance("1,234,567,890.123456789012")


def test_a_code_takes_less_than_words(letters):
    tag = need("text", 1.0, "Tag", ["M1", "M2"], letters)
    words = need("text", 1.0, "Measures", ["Electricity delivered to the grid by all turbines"], letters)
    assert tag.wish < words.wish


@pytest.mark.parametrize("room", [300, 541, 900, 1303])
def test_columns_fill_the_room(room):
    needs = [Need(64, 80, 1.0), Need(92, 92, 0.0), Need(70, 240, 2.5)]
    assert sum(shared(needs, room)) == room


def test_without_room_for_all_words_the_columns_are_wider_than_the_page():
    assert shared([Need(100, 200, 1.0), Need(120, 130, 1.0)], 215) == [100, 120]


def test_columns_that_are_pushed_sideways_have_room_to_be_read_in():
    note, date = shared([Need(120, 360, 5.0), Need(92, 92, 0.0)], 150)
    assert date == 92
    assert note > 120
