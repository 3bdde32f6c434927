"""Columns of a table in a text: the shares they were given, but no word and above all no figure is broken."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextCursor, QTextDocument, QTextTable

from ui.text_tables import LEAST, LEAST_AIR, fit, keep_words_whole, widths


def test_with_room_enough_every_column_has_its_share():
    assert widths((1, 3), (10, 10), 100) == pytest.approx([25, 75])


def test_a_column_is_never_narrower_than_its_words():
    assert widths((1, 9), (30, 10), 100) == pytest.approx([30, 70])
    assert widths((1, 1, 8), (30, 30, 10), 100) == pytest.approx([30, 30, 40])


def test_without_room_for_all_words_the_table_is_wider_than_the_text():
    assert widths((1, 1), (90, 60), 100) == pytest.approx([90, 60])


@pytest.mark.parametrize("room", [90, 260, 400])
def test_a_figure_of_a_table_stays_in_one_line(qapp, room):
    document = QTextDocument()
    document.setTextWidth(room)
    table: QTextTable = QTextCursor(document).insertTable(1, 3)
    for column, words in enumerate(("Emission reductions of the project", "54,183", "in all years")):
        table.cellAt(0, column).firstCursorPosition().insertText(words)
    keep_words_whole(table, (8, 1, 8))
    fit(document)
    document.size()
    figure = table.cellAt(0, 1).firstCursorPosition().block()
    assert figure.layout().lineCount() == 1


def made_table(document, words, shares):
    table = QTextCursor(document).insertTable(1, len(words))
    for column, text in enumerate(words):
        table.cellAt(0, column).firstCursorPosition().insertText(text)
    keep_words_whole(table, shares)
    return table


@pytest.mark.parametrize("room", [560, 561, 563, 566])
def test_a_table_that_fits_is_not_wider_than_its_text(qapp, room):
    """By one pixel that Qt rounds up there would be a bar below it that pushes nothing."""
    document = QTextDocument()
    document.setTextWidth(room)
    made_table(document, ("Year", "Baseline", "Actual", "Leakage", "Net"), (1, 1, 1, 1, 1))
    fit(document)
    assert document.size().width() <= room


def test_the_air_beside_the_words_gives_way_before_a_table_leaves_its_text(qapp):
    document = QTextDocument()
    table = made_table(document, ("54,183", "54,183", "54,183", "54,183"), (1, 1, 1, 1))
    room = sum(table.format().property(LEAST)) + LEAST_AIR * 4 + 2
    document.setTextWidth(room + 2 * document.documentMargin())
    fit(document)
    assert document.size().width() <= document.textWidth()
