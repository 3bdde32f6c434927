"""Columns of a table in a text: the shares they were given, but no word and above all no figure is broken."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextCursor, QTextDocument, QTextTable

from ui.text_tables import fit, keep_words_whole, widths


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
