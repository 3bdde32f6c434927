"""Values of generated content are reached by keyboard alone: arrows to the value, Enter to its working."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from forms.blocks import Cell, Column, TableBlock, text_run
from ui.blocks_view import BlocksView


def cell(words: str, trace: str = "") -> Cell:
    return Cell(text_run(words), trace=trace)


@pytest.fixture
def view(qtbot):
    made = BlocksView()
    qtbot.addWidget(made)
    columns = (Column("Year"), Column("Reductions"))
    rows = ((cell("2013"), cell("54,183", "ER[2013]")), (cell("2014"), cell("54,190", "ER[2014]")))
    made.show_blocks([TableBlock(columns, rows)])
    made.finish()
    made.show()
    return made


@pytest.fixture
def explained(view):
    heard: list[str] = []
    view.traced.connect(heard.append)
    return heard


def press(view, *keys) -> None:
    for key in keys:
        QTest.keyClick(view, key)


def test_the_first_arrow_goes_to_the_first_value(view, explained):
    press(view, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert explained == ["ER[2013]"]
    assert view.textCursor().selectedText() == "54,183"


def test_the_arrows_go_on_and_back_and_stay_at_the_last(view, explained):
    press(view, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    press(view, Qt.Key.Key_Up, Qt.Key.Key_Return)
    assert explained == ["ER[2014]", "ER[2013]"]


def test_enter_explains_nothing_before_a_value_is_chosen(view, explained):
    press(view, Qt.Key.Key_Return)
    assert explained == []


def test_assistive_technology_is_told_how(view):
    assert "Enter" in view.accessibleDescription()
