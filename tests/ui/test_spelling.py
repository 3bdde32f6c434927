"""Spelling: what is unknown is underlined, and what the field says is known."""

import pytest
from PySide6.QtGui import QTextCharFormat, QTextDocument

from desktop.samples import content
from forms.project import Project
from ui.spelling import Dictionary, Underlining

WRONG = QTextCharFormat.UnderlineStyle.SpellCheckUnderline


@pytest.fixture(scope="module")
def words(qapp):
    made = Dictionary()
    made._read()
    return made


@pytest.mark.parametrize("word", ["monitoring", "colour", "color", "organisation", "programme", "metres", "analysed"])
def test_both_ways_of_writing_english_are_known(words, word):
    assert words.knows(word)


@pytest.mark.parametrize("word", ["additionality", "methodology's", "Anthropogenic", "CERs", "tCO2e", "EF_grid", "kWh"])
def test_what_the_field_says_is_known(words, word):
    assert words.knows(word)


@pytest.mark.parametrize("word", ["methodolgy", "emmission", "Feasability", "recieved"])
def test_a_slip_is_not_known(words, word):
    assert not words.knows(word)


def test_names_of_the_project_are_known(words):
    words.learn(Project(content("sudenai").snapshot).read)
    assert words.knows("Lendimai")


def test_addresses_and_symbols_are_no_words(words):
    assert not list(words.unknown("See www.energetikos-tinklalapis.lt and EG_facility,y of BEPJ2 at 10xx MWh."))


def test_what_was_probably_meant_comes_first(words):
    assert words.suggestions("Methodolgy")[0] == "Methodology"


def test_a_word_that_was_taught_stays_known(words, qtbot):
    with qtbot.waitSignal(words.learned) as told:
        words.teach("Zasyadko")
    assert told.args == ["zasyadko"]
    assert words.knows("Zasyadko's")


def test_unknown_words_are_underlined_and_the_text_stays(words):
    document = QTextDocument("The emmission of methane")
    underlining = Underlining(document, words)
    underlining.rehighlight()
    marked = document.begin().layout().formats()
    assert [(range_.start, range_.length) for range_ in marked if range_.format.underlineStyle() == WRONG] == [(4, 9)]
    assert document.toPlainText() == "The emmission of methane"


def test_nothing_is_underlined_once_it_is_switched_off(words):
    words.switch(on=False)
    assert words.knows("emmission")
    words.switch(on=True)
    assert not words.knows("emmission")


def test_the_words_are_read_beside_the_window(qtbot):
    made = Dictionary()
    assert made.knows("emmission")
    with qtbot.waitSignal(made.ready, timeout=10_000):
        made.want()
    assert not made.knows("emmission")
