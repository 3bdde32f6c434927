"""A table can be put anywhere into a narrative: everything that was not edited stays as it was."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest

from forms.blocks import Cell, Column, Figure, Heading, ListBlock, Paragraph, Run, TableBlock, cell, text_run
from forms.prose import from_json, to_json
from tests.ui.test_prose_document import blocks
from ui.editors.prose import ProseEdit
from ui.prose_document import blocks_of
from ui.prose_tables import remove_table

if TYPE_CHECKING:
    from PySide6.QtGui import QTextCursor

pytestmark = pytest.mark.usefixtures("qapp")

TARIFFS = TableBlock(
    (Column("Year"), Column("EUR/MWh", "right")), ((cell("2008"), cell("54,183")),), caption="Tariffs", name="t1"
)
NARRATIVE = (
    Heading(1, text_run("The site")),
    Paragraph(
        (
            Run("See "),
            Run("Figure 1", frozenset(), "picture:plan"),
            Run(" of "),
            Run("5 MW", frozenset(), "fact:P.capacity"),
            Run("1", frozenset(), "note:From the licence"),
        )
    ),
    Figure("plan", "The plan", "Twelve turbines in two rows"),
    ListBlock(True, (text_run("coast"), text_run("inland"))),
    TARIFFS,
    Paragraph(text_run("End")),
)


def editor_of(narrative) -> ProseEdit:
    made = ProseEdit()
    made.show_blocks(tuple(narrative))
    return made


def stand(editor: ProseEdit, position: int) -> None:
    cursor = editor.textCursor()
    cursor.setPosition(position)
    editor.setTextCursor(cursor)


def ends(editor: ProseEdit) -> int:
    return editor.document().characterCount()


def find(editor: ProseEdit, words: str) -> QTextCursor:
    found = editor.document().find(words)
    editor.setTextCursor(found)
    return found


def press(editor: ProseEdit, key: Qt.Key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(editor, key, modifiers)


def mime(text: str = "", html: str = "") -> QMimeData:
    made = QMimeData()
    if text:
        made.setText(text)
    if html:
        made.setHtml(html)
    return made


EMPTY = TableBlock((Column(""),) * 2, ((Cell(()),) * 2,) * 2)
NUMBERS = TableBlock((Column("Year"), Column("t", "right")), ((cell("2008"), cell("1,000")),))


def insert_empty(editor: ProseEdit) -> TableBlock:
    editor.insert_table()
    return EMPTY


def insert_figure(editor: ProseEdit) -> Figure:
    made = Figure("photo", "The coast", "")
    editor.insert_picture(made)
    return made


@pytest.mark.parametrize("insert", [insert_empty, insert_figure])
def test_wherever_the_cursor_is_a_table_or_picture_comes_between_whole_blocks(insert):
    for position in range(ends(editor_of(NARRATIVE))):
        editor = editor_of(NARRATIVE)
        stand(editor, position)
        made = insert(editor)
        after = list(blocks_of(editor.document()))
        after.remove(made)
        assert tuple(after) == NARRATIVE, position


@pytest.mark.parametrize(
    "source",
    [
        mime("Year\tt\n2008\t1,000"),
        mime(html="<table><tr><td>Year<td align=right>t<tr><td>2008<td align=right>1,000</table>"),
    ],
)
def test_a_pasted_table_cuts_at_most_the_paragraph_or_list_it_is_pasted_into(source):
    for position in range(ends(editor_of(NARRATIVE))):
        editor = editor_of(NARRATIVE)
        stand(editor, position)
        inside = editor.textCursor().currentTable() is not None
        editor.insertFromMimeData(source)
        after = blocks_of(editor.document())
        lost = [block for block in NARRATIVE if block not in after]
        assert len(lost) <= 1, (position, after)
        assert [b.evidence for b in after if isinstance(b, Figure)] == ["plan"]
        assert inside or [b.name for b in after if isinstance(b, TableBlock) and b.name] == ["t1"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(blocks, min_size=1, max_size=5).map(tuple), st.floats(0, 1))
def test_a_table_inserted_anywhere_keeps_every_block(narrative, share):
    editor = editor_of(narrative)
    stand(editor, int(share * (ends(editor) - 1)))
    editor.insert_table()
    after = list(blocks_of(editor.document()))
    after.remove(EMPTY)
    assert tuple(after) == narrative


def walk_on(editor: ProseEdit, chance: random.Random) -> None:
    """One thing that somebody who writes does at a place."""
    stand(editor, chance.randrange(ends(editor)))
    keys = [Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_X]
    doings = [
        *[lambda key=key: press(editor, key) for key in keys],
        editor.insert_table,
        lambda: editor.insertFromMimeData(mime("a\tb\nc\t1")),
        lambda: editor.toggle_list(ordered=True),
        editor.toggle_heading,
        lambda: editor.toggle("bold"),
        editor.caption_table,
        lambda: press(editor, Qt.Key.Key_Insert, Qt.KeyboardModifier.AltModifier),
    ]
    chance.choice(doings)()


@pytest.mark.parametrize("seed", range(12))
def test_figures_footnotes_and_tables_outlive_an_hour_of_writing(seed):
    chance = random.Random(seed)
    editor = editor_of(NARRATIVE)
    for _ in range(60):
        before = blocks_of(editor.document())
        walk_on(editor, chance)
        after = blocks_of(editor.document())
        gone = [block for block in before if block not in after]
        assert len(gone) <= 2, (before, after)
        assert all(
            block.caption == ""
            for block in gone
            if isinstance(block, Figure) and block.evidence not in [b.evidence for b in after if isinstance(b, Figure)]
        )
        names = {block.name for block in after if isinstance(block, TableBlock)}
        assert all(b.caption == "" for b in gone if isinstance(b, TableBlock) and b.name and b.name not in names)
        assert from_json(to_json(after)) == after
        reopened = editor_of(after)
        assert blocks_of(reopened.document()) == after


def test_stored_reopened_and_edited_in_one_place_the_rest_is_as_it_was(edit, project):
    project.set("ji_ssc_pdd", "A.2.purpose", NARRATIVE)
    editor = edit("A.2.purpose")
    find(editor.text, "End").clearSelection()
    stand(editor.text, ends(editor.text) - 1)
    QTest.keyClicks(editor.text, " of it")
    editor.edited.connect(lambda blocks, _: project.set("ji_ssc_pdd", "A.2.purpose", blocks))
    editor.commit()
    stored = project.snapshot.of("ji_ssc_pdd").value("A.2.purpose")
    assert stored[-1] == Paragraph(text_run("End of it"))
    assert [type(block) for block in stored] == [type(block) for block in NARRATIVE]
    assert stored[2:5] == NARRATIVE[2:5]
    assert [run.link for run in stored[1].runs] == [run.link for run in NARRATIVE[1].runs]


# -- cells ----------------------------------------------------------------------------------------------------------


def test_tab_goes_from_cell_to_cell_and_from_the_last_adds_a_row():
    editor = editor_of([NUMBERS])
    find(editor, "2008")
    press(editor, Qt.Key.Key_Tab)
    press(editor, Qt.Key.Key_Tab)
    QTest.keyClicks(editor, "2009")
    press(editor, Qt.Key.Key_Tab)
    QTest.keyClicks(editor, "2,000")
    (table,) = blocks_of(editor.document())
    assert table.rows == (*NUMBERS.rows, (cell("2009"), cell("2,000")))
    assert editor.textCursor().blockFormat().alignment() & Qt.AlignmentFlag.AlignRight


def test_tab_leaves_what_may_only_be_read_as_it_is():
    editor = editor_of([NUMBERS])
    editor.setReadOnly(True)
    find(editor, "1,000")
    press(editor, Qt.Key.Key_Tab)
    assert blocks_of(editor.document()) == (NUMBERS,)


def test_rows_and_columns_come_and_go_by_keys():
    editor = editor_of([TARIFFS])
    alt, both = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    find(editor, "54,183")
    press(editor, Qt.Key.Key_Insert, alt)
    press(editor, Qt.Key.Key_Insert, both)
    (table,) = blocks_of(editor.document())
    assert (len(table.rows), [column.align for column in table.columns]) == (2, ["left", "right", "right"])
    find(editor, "54,183")
    press(editor, Qt.Key.Key_Delete, alt)
    (table,) = blocks_of(editor.document())
    assert (len(table.rows), table.caption, table.name) == (1, "Tariffs", "t1")


def test_the_head_of_a_table_is_not_removed_as_a_row():
    editor = editor_of([NUMBERS])
    find(editor, "Year")
    press(editor, Qt.Key.Key_Delete, Qt.KeyboardModifier.AltModifier)
    assert blocks_of(editor.document()) == (NUMBERS,)


def test_with_a_table_its_caption_goes():
    editor = editor_of(NARRATIVE)
    find(editor, "2008")
    editor.change_table(lambda table, _row, _column: remove_table(table))
    assert blocks_of(editor.document()) == tuple(block for block in NARRATIVE if block is not TARIFFS)


def test_a_block_of_cells_from_a_spreadsheet_fills_the_cells():
    editor = editor_of([TARIFFS, Paragraph(text_run("End"))])
    find(editor, "2008")
    editor.insertFromMimeData(mime("2012\t11.50\n2013\t12.25\tnew\n"))
    (table, end) = blocks_of(editor.document())
    assert [[item.text for item in row] for row in table.rows] == [["2012", "11.50", ""], ["2013", "12.25", "new"]]
    assert (table.caption, table.name, end) == ("Tariffs", "t1", Paragraph(text_run("End")))


def test_rows_of_cells_become_a_table_with_figures_to_the_right():
    editor = editor_of([Paragraph(text_run("Rates"))])
    stand(editor, 5)
    editor.insertFromMimeData(mime("Year\tRate\tNote\n2008\t54,183\tas metered\n2009\t−3.5 %\t\n"))
    (_, table) = blocks_of(editor.document())
    assert [(column.label, column.align) for column in table.columns] == [
        ("Year", "right"),
        ("Rate", "right"),
        ("Note", "left"),
    ]


def broken(editor: ProseEdit) -> list[str]:
    """Words of cells that Qt cut because their column is too narrow."""
    found, block = [], editor.document().begin()
    while block.isValid():
        lines = [block.layout().lineAt(number) for number in range(block.layout().lineCount())]
        cuts = [line.textStart() for line in lines[1:]]
        found += [block.text() for cut in cuts if not block.text()[cut - 1].isspace()]
        block = block.next()
    return found


def test_no_figure_of_a_table_is_broken_in_two_however_narrow_the_text(qtbot):
    heads = ("Year", "Electricity", "Baseline", "Project", "Leakage", "Reductions", "Remark")
    figures = ("2008", "54,183,000", "1,234,567.89", "54,183", "1,000", "28,988,123", "continuously")
    wide = TableBlock(tuple(map(Column, heads)), (tuple(map(cell, figures)),))
    editor = editor_of([wide])
    qtbot.addWidget(editor)
    editor.resize(380, 300)
    editor.show()
    assert broken(editor) == []
    find(editor, "1,000")
    QTest.keyClicks(editor, "123,456,789,000")
    assert broken(editor) == []


# -- what is live ---------------------------------------------------------------------------------------------------


def live_runs(editor: ProseEdit) -> list[tuple[str, str]]:
    (paragraph,) = blocks_of(editor.document())
    return [(run.text, run.link) for run in paragraph.runs]


FACT = Paragraph((Run("Of "), Run("5 MW", frozenset(), "fact:P.capacity"), Run(" each")))


@pytest.mark.parametrize("position", [3, 4, 6, 7])
def test_words_typed_at_or_in_a_live_fact_stay_beside_it(position):
    editor = editor_of([FACT])
    stand(editor, position)
    QTest.keyClicks(editor, "x")
    assert [run for run in live_runs(editor) if run[1]] == [("5 MW", "fact:P.capacity")]
    assert "".join(text for text, _ in live_runs(editor)).count("x") == 1


def test_words_typed_before_a_fact_at_the_start_of_a_paragraph_are_words():
    editor = editor_of([Paragraph(FACT.runs[1:])])
    stand(editor, 0)
    QTest.keyClicks(editor, "x")
    assert live_runs(editor)[:2] == [("x", ""), ("5 MW", "fact:P.capacity")]


@pytest.mark.parametrize(("position", "key"), [(7, Qt.Key.Key_Backspace), (3, Qt.Key.Key_Delete)])
def test_a_live_fact_is_deleted_whole(position, key):
    editor = editor_of([FACT])
    stand(editor, position)
    press(editor, key)
    assert live_runs(editor) == [("Of  each", "")]


def test_half_of_a_fact_made_bold_makes_all_of_it_bold():
    editor = editor_of([FACT])
    stand(editor, 4)
    cursor = editor.textCursor()
    cursor.setPosition(9, cursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    editor.toggle("bold")
    (paragraph,) = blocks_of(editor.document())
    assert paragraph.runs[1] == Run("5 MW", frozenset({"bold"}), "fact:P.capacity")


def test_a_mark_leaves_the_other_marks_of_the_selection():
    runs = (Run("CO"), Run("2", frozenset({"sub"})), Run(" of "), Run("coal", frozenset({"italic"})))
    editor = editor_of([Paragraph(runs)])
    editor.selectAll()
    editor.toggle("bold")
    (paragraph,) = blocks_of(editor.document())
    assert paragraph.runs == tuple(Run(run.text, run.marks | {"bold"}) for run in runs)


def test_a_fact_without_an_answer_is_stored_as_it_was():
    unanswered = Paragraph((Run("Of "), Run("", frozenset(), "fact:P.capacity")))
    assert blocks_of(editor_of([unanswered]).document()) == (unanswered,)


def test_captions_and_heads_take_no_footnote_for_its_words_would_be_lost():
    editor = editor_of(NARRATIVE)
    for words in ("The plan", "Tariffs", "EUR"):
        find(editor, words)
        assert editor.footnote is None
    find(editor, "inland")
    assert editor.footnote is not None


# -- captions -------------------------------------------------------------------------------------------------------


def test_enter_at_the_start_of_a_caption_makes_room_above_it():
    editor = editor_of([Figure("plan", "The plan", "")])
    stand(editor, 0)
    press(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "Above")
    assert blocks_of(editor.document()) == (Paragraph(text_run("Above")), Figure("plan", "The plan", ""))


def test_a_caption_does_not_run_into_the_paragraph_before_it_but_an_empty_one_goes_with_its_figure():
    editor = editor_of([Paragraph(text_run("Before")), Figure("plan", "A", "")])
    stand(editor, 7)
    press(editor, Qt.Key.Key_Backspace)
    assert blocks_of(editor.document()) == (Paragraph(text_run("Before")), Figure("plan", "A", ""))
    stand(editor, 8)
    press(editor, Qt.Key.Key_Backspace)
    press(editor, Qt.Key.Key_Backspace)
    assert blocks_of(editor.document()) == (Paragraph(text_run("Before")),)


# -- clipboard ------------------------------------------------------------------------------------------------------


def test_cut_and_pasted_elsewhere_everything_is_there_again():
    editor = editor_of(NARRATIVE)
    editor.selectAll()
    carried = editor.createMimeDataFromSelection()
    other = editor_of([])
    other.insertFromMimeData(carried)
    assert blocks_of(other.document()) == NARRATIVE


def test_a_copy_of_a_table_beside_it_gets_a_name_of_its_own():
    editor = editor_of([TARIFFS, Paragraph(text_run("End"))])
    editor.selectAll()
    carried = editor.createMimeDataFromSelection()
    stand(editor, ends(editor) - 1)
    editor.insertFromMimeData(carried)
    first, second = (block for block in blocks_of(editor.document()) if isinstance(block, TableBlock))
    assert (first.name, first.caption, second.caption) == ("t1", "Tariffs", "Tariffs")
    assert second.name not in {"", "t1"}
