"""Narratives go to the screen and come back unchanged."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextDocument

from forms.blocks import Cell, Column, Figure, Heading, ListBlock, Paragraph, Run, TableBlock, text_run
from forms.prose import parse_markdown
from ui.editors.prose import ProseEdit
from ui.prose_document import ProseLook, blocks_of, write
from ui.style.palette import DARK, LIGHT

LOOK = ProseLook(LIGHT, 14)
# Signs that Qt keeps for itself, and the two line ends that become one.
RESERVED = "\x00\r\u2028\u2029\ufdd0\ufdd1\ufffc"

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters=RESERVED), min_size=1, max_size=8)
links = st.sampled_from(["", "", "figure:total", "picture:plan", "note:From the workbook"])
marks = st.frozensets(st.sampled_from(["bold", "italic", "sub", "sup"]))


def merged(runs):
    found = []
    for run in runs:
        if found and (found[-1].marks, found[-1].link) == (run.marks, run.link):
            found[-1] = Run(found[-1].text + run.text, run.marks, run.link)
        else:
            found.append(run)
    return tuple(found)


run_lists = st.lists(st.builds(Run, texts, marks, links), min_size=1, max_size=3).map(merged)
maybe_empty = st.lists(st.builds(Run, texts, marks, links), max_size=2).map(merged)


def tables(width):
    columns = st.lists(
        st.builds(Column, texts, st.sampled_from(["left", "right", "center"])), min_size=width, max_size=width
    )
    rows = st.lists(st.lists(st.builds(Cell, maybe_empty), min_size=width, max_size=width).map(tuple), max_size=3)
    captions = st.one_of(st.just(""), texts)
    return st.builds(TableBlock, columns.map(tuple), rows.map(tuple), caption=captions, name=captions)


blocks = st.one_of(
    st.builds(Paragraph, run_lists, st.sampled_from(["body", "note", "missing"])),
    st.builds(Heading, st.integers(1, 3), run_lists),
    st.builds(ListBlock, st.booleans(), st.lists(maybe_empty, min_size=1, max_size=3).map(tuple)),
    st.builds(Figure, texts, texts, texts),
    st.integers(1, 3).flatmap(tables),
)


@pytest.mark.usefixtures("qapp")
@settings(max_examples=60, deadline=None)
@given(st.lists(blocks, max_size=5).map(tuple))
def test_every_narrative_survives_the_screen(narrative):
    document = QTextDocument()
    write(document, narrative, LOOK)
    assert blocks_of(document) == narrative


@pytest.mark.usefixtures("qapp")
def test_a_change_of_colours_changes_no_word():
    narrative = parse_markdown("One **two** CO~2~\n\n- a\n- b\n\n| x | y |\n|---|--:|\n| 1 | 2 |\n\nEnd")
    document = QTextDocument()
    write(document, narrative, LOOK)
    write(document, blocks_of(document), ProseLook(DARK, 21))
    assert blocks_of(document) == narrative


def pasted(qtbot, html: str):
    editor = ProseEdit()
    qtbot.addWidget(editor)
    data = QMimeData()
    data.setHtml(html)
    editor.insertFromMimeData(data)
    return blocks_of(editor.document())


def test_paste_from_a_word_processor_keeps_structure_and_drops_style(qtbot):
    html = (
        "<html><body><p style='font-family:Comic Sans;color:red'>Plain and <b>strong</b>, CO<sub>2</sub></p>"
        "<ol><li>first</li><li>second</li></ol>"
        "<table><tr><td>Year</td><td>t</td></tr><tr><td>2008</td><td>6,078</td></tr></table></body></html>"
    )
    paragraph, listed, table = pasted(qtbot, html)
    assert paragraph.runs == (
        Run("Plain and "),
        Run("strong", frozenset({"bold"})),
        Run(", CO"),
        Run("2", frozenset({"sub"})),
    )
    assert listed == ListBlock(ordered=True, items=(text_run("first"), text_run("second")))
    assert [column.label for column in table.columns] == ["Year", "t"]
    assert [cell.text for cell in table.rows[0]] == ["2008", "6,078"]


def from_word(mark: str, words: str, level: int = 1) -> str:
    """An item of a list as Word writes it on the clipboard."""
    return (
        f"<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level{level} lfo1'><![if !supportLists]>"
        f"<span style='font-family:Symbol'><span style='mso-list:Ignore'>{mark}<span style='font:7.0pt \"Times\"'>"
        f"&nbsp;&nbsp; </span></span></span><![endif]>{words}<o:p></o:p></p>\n"
    )


def test_lists_of_word_are_lists(qtbot):
    html = (
        "<p class=MsoNormal>Before</p>"
        + from_word("·", "first <b>bullet</b>")
        + from_word("o", "nested", level=2)
        + from_word("1.", "one")
        + from_word("2.", "two")
        + "<p class=MsoNormal>After</p>"
    )
    before, bullets, numbers, after = pasted(qtbot, html)
    first = (Run("first "), Run("bullet", frozenset({"bold"})))
    assert bullets == ListBlock(ordered=False, items=(first, text_run("nested")))
    assert numbers == ListBlock(ordered=True, items=(text_run("one"), text_run("two")))
    assert (before, after) == (Paragraph(text_run("Before")), Paragraph(text_run("After")))


def test_words_that_are_tracked_as_deleted_are_not_pasted(qtbot):
    html = "<p>The plant <del cite='x'>burns</del><ins cite='x'>feeds</ins> the grid.</p>"
    assert "".join(run.text for run in pasted(qtbot, html)[0].runs) == "The plant feeds the grid."


def test_pasted_words_join_the_paragraph(qtbot):
    (paragraph,) = pasted(qtbot, "<p>only <i>words</i></p>")
    assert paragraph == Paragraph((Run("only "), Run("words", frozenset({"italic"}))))


def test_plain_lines_become_paragraphs(qtbot):
    editor = ProseEdit()
    qtbot.addWidget(editor)
    data = QMimeData()
    data.setText("one\n\ntwo\n")
    editor.insertFromMimeData(data)
    assert blocks_of(editor.document()) == (Paragraph(text_run("one")), Paragraph(text_run("two")))
