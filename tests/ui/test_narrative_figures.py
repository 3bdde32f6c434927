"""Figures in a narrative: with picture and number as they are printed, and with words that can be edited."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QBuffer, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from forms.blocks import Cell, Column, Figure, Heading, Paragraph, TableBlock, cell, text_run
from forms.evidence import attachment
from ui.editors.prose_figures import PrintedFigures
from ui.prose_document import blocks_of
from ui.prose_formats import FIGURE, LABEL

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    # A card is a window that pops up, which the platform of the tests does not lift above others.
    pytest.mark.qt_log_ignore("^This plugin does not support", extend=True),
]

PURPOSE = "A.2.purpose"


def png(wide: int, high: int) -> bytes:
    image, buffer = QImage(wide, high, QImage.Format.Format_RGB32), QBuffer()
    image.fill(Qt.GlobalColor.darkGreen)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data())


@pytest.fixture
def plan(project) -> str:
    key = project.add_row("facts", "P.evidence")
    project.set("facts", f"P.evidence[{key}].title", "Site plan")
    project.set("facts", f"P.evidence[{key}].file", project.attach(attachment("plan.png", png(1600, 1000))))
    return key


@pytest.fixture
def shown(edit, project):
    """The editor of the purpose of the project, with these blocks."""

    def make(*blocks):
        project.set("ji_ssc_pdd", PURPOSE, blocks)
        editor = edit(PURPOSE)
        editor.resize(700, 400)
        editor.edited.connect(lambda said, _: project.set("ji_ssc_pdd", PURPOSE, said))
        return editor

    return make


def table(name: str, caption: str) -> TableBlock:
    return TableBlock((Column("Year"),), ((cell("2008"),),), caption=caption, name=name)


def labels(editor) -> list[str]:
    found, block = [], editor.text.document().begin()
    while block.isValid():
        if block.blockFormat().hasProperty(LABEL):
            found.append(block.blockFormat().stringProperty(LABEL))
        block = block.next()
    return found


def figure_block(editor):
    block = editor.text.document().begin()
    while not block.blockFormat().hasProperty(FIGURE):
        block = block.next()
    return block


def test_captions_show_the_numbers_that_print_gives_them(shown, plan):
    editor = shown(table("t1", "Tariffs"), Figure(plan, "The plan", "x"), table("t2", "Costs"))
    assert labels(editor) == ["Table 1.", "Figure 1.", "Table 2."]


def test_numbers_follow_a_table_that_comes_before(qtbot, shown, plan):
    editor = shown(Paragraph(text_run("As follows")), table("t1", "Tariffs"))
    cursor = editor.text.textCursor()
    cursor.setPosition(0)
    editor.text.setTextCursor(cursor)
    editor.text.insert_table()
    QTest.keyClicks(editor.text, "Year")
    editor.text.caption_table()
    QTest.keyClicks(editor.text, "Costs")
    editor.commit()
    qtbot.waitUntil(lambda: labels(editor) == ["Table 1.", "Table 2."])


def test_a_number_is_no_part_of_what_is_stored(shown, plan):
    blocks = (Figure(plan, "The plan", "x"), table("t1", "Tariffs"))
    assert blocks_of(shown(*blocks).text.document()) == blocks


def test_a_figure_without_a_caption_gets_no_number(shown, plan):
    assert labels(shown(Figure(plan, "", "x"), Figure(plan, "The plan", "x"))) == ["", "Figure 1."]


@pytest.mark.parametrize(
    "before", [(), (Heading(1, text_run("Site")),), (table("t1", ""),)], ids=["", "words", "table"]
)
def test_a_picture_has_room_of_its_own(shown, plan, before):
    editor = shown(*before, Figure(plan, "The plan", "x"))
    layout, block = editor.text.document().documentLayout(), figure_block(editor)
    above = layout.blockBoundingRect(block).top() - block.blockFormat().topMargin()
    ends = [
        layout.blockBoundingRect(editor.text.document().findBlockByNumber(n)).bottom()
        for n in range(block.blockNumber())
    ]
    assert above >= max(ends, default=0)


def test_a_picture_is_read_no_larger_than_it_is_shown(edit, plan):
    image = PrintedFigures(edit(PURPOSE).spot).picture(plan, 200, 100)
    assert (image.width(), image.height()) == (160, 100)


def test_what_is_no_picture_is_not_shown(edit, project, plan):
    project.set("facts", f"P.evidence[{plan}].file", project.attach(attachment("plan.png", b"no picture")))
    figures = PrintedFigures(edit(PURPOSE).spot)
    assert figures.picture(plan, 200, 100) is None
    assert figures.picture("gone", 200, 100) is None


def open_card(editor):
    block = figure_block(editor)
    return editor.text.captions.open_card(block)


def test_caption_and_alternative_text_are_edited_on_a_card(shown, plan, project):
    editor = shown(Paragraph(text_run("Before")), Figure(plan, "The plan", ""))
    card = open_card(editor)
    assert card.focusWidget() is card.alternative
    card.caption.setText("The coast")
    card.alternative.setPlainText("Twelve turbines\nin two rows")
    card.close()
    editor.commit()
    stored = project.snapshot.of("ji_ssc_pdd").value(PURPOSE)
    assert stored[1] == Figure(plan, "The coast", "Twelve turbines in two rows")


def test_escape_drops_what_was_typed_on_the_card(shown, plan):
    editor = shown(Figure(plan, "The plan", "x"))
    card = open_card(editor)
    card.caption.setText("Other")
    QTest.keyClick(card, Qt.Key.Key_Escape)
    assert blocks_of(editor.text.document()) == (Figure(plan, "The plan", "x"),)


def test_a_double_click_on_the_picture_opens_the_card_and_in_words_takes_the_word(shown, plan):
    editor = shown(Figure(plan, "The plan", "x"))
    opened = []
    editor.text.captions.open_card = opened.append
    layout = editor.text.document().documentLayout()
    words = layout.blockBoundingRect(figure_block(editor))
    QTest.mouseDClick(editor.text.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(40, int(words.top()) - 40))
    assert len(opened) == 1
    words_at = QPoint(int(words.left()) + 100, int(words.center().y()))
    QTest.mouseDClick(editor.text.viewport(), Qt.MouseButton.LeftButton, pos=words_at)
    assert len(opened) == 1
    assert editor.text.textCursor().selectedText()


def test_alt_and_enter_open_the_card_in_a_figure_and_go_to_the_caption_in_a_table(shown, plan):
    editor = shown(Figure(plan, "The plan", "x"), TableBlock((Column("Year"),), ((Cell(()),),)))
    opened = []
    editor.text.captions.open_card = opened.append
    cursor = editor.text.textCursor()
    cursor.setPosition(3)
    editor.text.setTextCursor(cursor)
    QTest.keyClick(editor.text, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert len(opened) == 1
    editor.text.setTextCursor(editor.text.document().find("Year"))
    QTest.keyClick(editor.text, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    QTest.keyClicks(editor.text, "Tariffs")
    assert blocks_of(editor.text.document())[1].caption == "Tariffs"
