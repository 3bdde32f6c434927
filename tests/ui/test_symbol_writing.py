"""Symbols in legends and headings of the window: no underscore, no name of a Greek letter."""

from __future__ import annotations

import pytest

from forms.blocks import EquationBlock, ParameterBlock, WorkingBlock
from forms.methodologies import methodologies
from forms.methodologies.typesetting import latex_symbol
from ui.blocks_view import BlocksView
from ui.symbol_writing import plain_pieces, symbol_pieces


@pytest.mark.parametrize(
    ("symbol", "line", "below"),
    [
        ("EG_PJ_y", "EG", "PJ,y"),
        ("GWP_CH4", "GWP", "CH₄"),
        ("BE_CH4_SWDS", "BE", "CH₄,SWDS"),
        ("eta_PJ", "η", "PJ"),
        ("ΔC_LI_given", "ΔC", "LI,given"),
        ("ρ", "ρ", ""),
        ("CH4_captured", "CH₄", "captured"),
        ("t_1", "t", "1"),
    ],
)
def test_what_stands_behind_the_underscore_is_lowered(symbol: str, line: str, below: str) -> None:
    pieces = symbol_pieces(latex_symbol(symbol))
    assert "".join(piece.text for piece in pieces if not piece.is_below) == line
    assert "".join(piece.text for piece in pieces if piece.is_below) == below


def test_words_that_are_no_symbol_stay_as_they_are() -> None:
    assert [piece.text for piece in plain_pieces("Emission reductions")] == ["Emission reductions"]
    assert plain_pieces("EG_PJ,y")[1].is_below


def test_no_symbol_that_ships_shows_its_typesetting() -> None:
    for known in methodologies():
        for symbol in known.definitions:
            text = "".join(piece.text for piece in symbol_pieces(latex_symbol(symbol, known.indices_of(symbol))))
            assert not {"_", "\\", "{", "}"} & set(text), symbol


def test_legend_and_headings_of_the_working_show_no_underscore(qtbot) -> None:
    view = BlocksView()
    qtbot.addWidget(view)
    legend = EquationBlock("BE_{y} = EG_{PJ,y}", "(1)", "", ((r"\eta_{PJ,y}", "Efficiency"),))
    step = WorkingBlock(r"ER_{2013}", "ER_2013", "", "a - b", "2 − 1", "1", "t", "(3)", "")
    view.show_blocks([legend, ParameterBlock("EG_PJ,y", ()), step])
    shown = view.document().toPlainText()
    assert "ηPJ,y   Efficiency" in shown
    assert "_" not in shown
