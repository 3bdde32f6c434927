"""Every kind of editor shows an answer, says what was typed, and keeps what it cannot read."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from forms.answers import Answer
from forms.blocks import Figure, ListBlock, Paragraph, Run, text_run
from forms.definition import FIELD_TYPES, Choice, Column, Field
from forms.evidence import attachment
from forms.periods import Duration
from ui.editors import EDITORS
from ui.editors.base import LONGEST
from ui.editors.block import BlockEditor
from ui.editors.grid_clipboard import read_block
from ui.prose_document import blocks_of

if TYPE_CHECKING:
    from pathlib import Path

    from ui.editors.table import TableEditor

FILE = "A.4.1.4.plan"

pytestmark = pytest.mark.usefixtures("qapp")


def heard(signal):
    said = []
    signal.connect(lambda *values: said.append(values))
    return said


def number(**changes) -> Field:
    return Field(path="P.capacity", label="Capacity", type="number", unit="MW", **changes)


def test_each_field_type_has_an_editor():
    for name in FIELD_TYPES:
        assert any(
            kind.suits(Field(path="A.x", label="x", type=name, choices=(Choice("a", "A"),))) for kind in EDITORS
        ), name


# -- text -----------------------------------------------------------------------------------------------------------


def test_text_is_said_when_the_keys_rest(qtbot, edit):
    editor = edit("P.title", "facts")
    said = heard(editor.edited)
    QTest.keyClicks(editor.focusProxy(), "Wind")
    assert editor.has_pending()
    qtbot.waitUntil(lambda: said == [("Wind", True)])
    assert not editor.has_pending()


def test_what_is_typed_without_a_rest_is_said_now_and_then(qtbot, edit):
    editor = edit("P.title", "facts")
    said = heard(editor.edited)

    def type_on() -> bool:
        QTest.keyClicks(editor.focusProxy(), "w")
        return bool(said)

    qtbot.waitUntil(type_on, timeout=2 * LONGEST)


def test_words_that_are_being_typed_are_never_lost_to_a_refresh(edit):
    editor = edit("P.title", "facts")
    said = heard(editor.edited)
    QTest.keyClicks(editor.focusProxy(), "Wind")
    editor.show_answer(Answer("Sun"))
    assert editor.focusProxy().toPlainText() == "Wind"
    assert said == [("Wind", True)]


def test_text_is_shown_and_enter_is_no_line(edit):
    editor = edit("P.title", "facts")
    editor.show_answer(Answer("Sudenai"))
    QTest.keyClick(editor.focusProxy(), Qt.Key.Key_Return)
    assert editor.focusProxy().toPlainText() == "Sudenai"


def test_emptied_text_is_no_answer(edit):
    editor = edit("P.title", "facts")
    editor.show_answer(Answer("S"))
    said = heard(editor.edited)
    QTest.keyClick(editor.focusProxy(), Qt.Key.Key_Delete)
    editor.commit()
    assert said[-1] == (None, True)


# -- numbers, dates, lengths of time ------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "typed", "value"),
    [
        (number(), "28988", Decimal("28988")),
        (number(), "62,5", Decimal("62.5")),
        (Field(path="P.start_date", label="Start", type="date"), "15/09/2008", dt.date(2008, 9, 15)),
        (Field(path="P.start_date", label="Start", type="date"), "15 septembre 2008", dt.date(2008, 9, 15)),
        (Field(path="P.lifetime", label="Life", type="duration"), "4 years 4 months", Duration(4, 4)),
    ],
)
def test_a_line_is_read_when_it_is_left(edit, asked, typed, value):
    editor = edit(asked.path, "facts", asked)
    said = heard(editor.edited)
    QTest.keyClicks(editor.line, typed)
    assert said == []
    QTest.keyClick(editor.line, Qt.Key.Key_Return)
    assert said == [(value, False)]


@pytest.mark.parametrize(
    ("asked", "typed"),
    [
        (number(), "1,048"),
        (number(), "about ten"),
        (Field(path="P.start_date", label="Start", type="date"), "soon"),
        (Field(path="P.lifetime", label="Life", type="duration"), "long"),
    ],
)
def test_what_cannot_be_read_stays_in_the_line(edit, asked, typed):
    editor = edit(asked.path, "facts", asked)
    refused, said = heard(editor.refused), heard(editor.edited)
    QTest.keyClicks(editor.line, typed)
    QTest.keyClick(editor.line, Qt.Key.Key_Return)
    assert editor.line.text() == typed
    assert refused[-1][0] == typed
    assert said == []


def test_an_ambiguous_number_names_both_readings(edit):
    editor = edit("P.capacity", "facts", number())
    refused = heard(editor.refused)
    QTest.keyClicks(editor.line, "1,048")
    editor.commit()
    assert "1,048" in refused[-1][1]
    assert "1.048" in refused[-1][1]


def test_a_number_shows_all_its_digits_whatever_print_rounds_to(edit):
    editor = edit("P.capacity", "facts", number(decimals=1))
    editor.show_answer(Answer(Decimal("0.63339")))
    assert editor.line.text() == "0.63339"


def test_text_that_was_not_read_can_be_taken_back(edit):
    editor = edit("P.capacity", "facts", number())
    editor.show_answer(Answer(Decimal(8)))
    editor.line.setText("eight")
    assert editor.take_back()
    assert editor.line.text() == "8"


def test_a_day_is_taken_from_the_calendar(edit):
    from PySide6.QtCore import QDate

    editor = edit("P.start_date", "facts")
    said = heard(editor.edited)
    editor._choose(QDate(2008, 9, 1))
    assert said == [(dt.date(2008, 9, 1), False)]
    assert editor.line.text() == "01/09/2008"


# -- choices ------------------------------------------------------------


def test_yes_and_no_are_two_buttons_and_neither_is_pressed_before_an_answer(edit):
    editor = edit("P.uses_public_funding", "facts")
    said = heard(editor.edited)
    assert editor._group.checkedButton() is None
    editor._group.button(1).click()
    assert said == [(False, False)]


def test_a_long_list_is_searched_by_typing(edit):
    asked = Field(path="A.x", label="x", type="choice", choices=tuple(Choice(f"c{n}", f"Entry {n}") for n in range(30)))
    editor = edit("A.1.title", asked=asked)
    said, refused = heard(editor.edited), heard(editor.refused)
    editor.combo.setEditText("Entry 17")
    editor.commit()
    assert said == [("c17", False)]
    editor.combo.setEditText("Nowhere")
    editor.commit()
    assert refused[-1][0] == "Nowhere"
    assert editor.combo.currentText() == "Nowhere"


def test_a_long_entry_of_a_searched_list_shows_its_beginning(edit):
    words = tuple(Choice(f"c{n}", f"Entry {n} of a list whose entries are whole sentences") for n in range(30))
    editor = edit("A.1.title", asked=Field(path="A.x", label="x", type="choice", choices=words))
    editor.show_answer(Answer("c17"))
    assert editor.combo.lineEdit().cursorPosition() == 0
    editor.combo.lineEdit().setCursorPosition(20)
    QApplication.sendEvent(editor.combo.lineEdit(), QFocusEvent(QEvent.Type.FocusOut))
    assert editor.combo.lineEdit().cursorPosition() == 0


def test_answers_side_by_side_wrap_anew_in_larger_type(qtbot, edit):
    long = "An activity that is the first of its kind in the region that was chosen for the analysis"
    asked = Field(path="A.x", label="x", type="choice", choices=(Choice("a", long), Choice("b", "None of these")))
    editor = edit("A.1.title", asked=asked)
    editor.resize(420, editor.sizeHint().height())
    radio = editor._group.button(0)
    font = radio.font()
    font.setPixelSize(2 * radio.fontInfo().pixelSize())
    radio.setFont(font)
    widest = max(radio.fontMetrics().horizontalAdvance(line) for line in radio.text().split("\n"))
    assert widest <= radio.width()
    assert editor.sizeHint().height() >= radio.sizeHint().height()


def test_the_wheel_never_changes_a_list(edit):
    editor = edit(
        "P.mechanism",
        "facts",
        Field(path="P.mechanism", label="m", type="choice", choices=tuple(Choice(c, c) for c in "abcdef")),
    )
    editor.show_answer(Answer("b"))
    position = QPointF(5, 5)
    wheel = QWheelEvent(
        position, position, QPoint(0, -120), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(editor.combo, wheel)
    assert editor.combo.currentData() == "b"
    assert not wheel.isAccepted()


def test_a_reference_offers_the_rows_of_its_table(edit, project):
    key = project.add_row("facts", "P.parties")
    project.set("facts", f"P.parties[{key}].party", "LT")
    row = project.add_row("facts", "P.participants")
    column = project.read.field("facts", "P.participants").column("party")
    editor = edit(f"P.participants[{row}].party", "facts", column)
    said = heard(editor.edited)
    assert [label for _, label in editor.offered()] == ["Lithuania"]
    editor.combo.setCurrentIndex(1)
    editor.combo.activated.emit(1)
    assert said == [(key, False)]


def test_a_reference_without_rows_takes_the_focus_and_says_why(edit, project):
    row = project.add_row("facts", "P.participants")
    column = project.read.field("facts", "P.participants").column("party")
    editor = edit(f"P.participants[{row}].party", "facts", column)
    assert editor.offered() == []
    editor.focus_place(editor.spot.path)
    assert editor.window().focusWidget() is editor.combo
    assert "no row" in editor.combo.accessibleDescription()


# -- narratives ------------------------------------------------------------


def test_a_narrative_is_said_as_blocks(edit):
    editor = edit("A.2.purpose")
    said = heard(editor.edited)
    QTest.keyClicks(editor.text, "CO")
    QTest.keyClick(editor.text, Qt.Key.Key_Equal, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(editor.text, "2")
    editor.commit()
    assert said[-1] == ((Paragraph((Run("CO"), Run("2", frozenset({"sub"})))),), True)


def test_a_fact_is_inserted_and_stays_live(edit, project):
    project.type_in("facts", "P.title", "Sudenai")
    editor = edit("A.2.purpose")
    said = heard(editor.edited)
    QTest.keyClicks(editor.text, "The project ")
    menu = editor.insertions()
    facts = next(action.menu() for action in menu.actions() if action.menu() and action.text() == "Project fact")
    title = next(action for action in facts.actions() if action.text().endswith(": Sudenai"))
    menu.triggered.emit(title)
    QTest.keyClicks(editor.text, " is")
    editor.commit()
    (paragraph,) = said[-1][0]
    assert paragraph.runs == (Run("The project "), Run("Sudenai", frozenset(), "fact:P.title"), Run(" is"))


def test_what_is_not_answered_is_not_offered(edit):
    menu = edit("A.2.purpose").insertions()
    figures = next(action.menu() for action in menu.actions() if action.text() == "Calculated figure")
    assert not any(action.isEnabled() for action in figures.actions())


def test_selected_words_become_a_footnote(edit):
    editor = edit("A.2.purpose")
    QTest.keyClicks(editor.text, "Wind From the workbook")
    cursor = editor.text.textCursor()
    cursor.setPosition(4)
    cursor.movePosition(cursor.MoveOperation.End, cursor.MoveMode.KeepAnchor)
    editor.text.setTextCursor(cursor)
    editor.text.insert_run(editor.text.footnote)
    (paragraph,) = blocks_of(editor.text.document())
    assert paragraph.runs == (Run("Wind"), Run("1", frozenset(), "note:From the workbook"))


def test_words_too_long_for_a_footnote_stay_in_the_text(edit):
    """A note of more than 2,000 letters would be kept, and the file then refused when it is opened again."""
    editor = edit("A.2.purpose")
    editor.text.setPlainText("x" * 2_001)
    editor.text.selectAll()
    assert editor.text.footnote is None


def submenu(menu, words):
    return next(action.menu() for action in menu.actions() if action.menu() and action.text() == words)


def test_a_table_gets_a_caption_and_can_be_referred_to(edit, project):
    editor = edit("A.2.purpose")
    QTest.keyClicks(editor.text, "As in ")
    editor.text.insert_table()
    editor.text.caption_table()
    QTest.keyClicks(editor.text, "Tariffs")
    (_, table) = blocks_of(editor.text.document())
    assert table.caption == "Tariffs"
    project.set(editor.spot.document, "A.2.purpose", blocks_of(editor.text.document()))
    cursor = editor.text.textCursor()
    cursor.setPosition(6)
    editor.text.setTextCursor(cursor)
    menu = editor.insertions()
    (reference,) = (action for action in submenu(menu, "Reference to a table").actions() if "Tariffs" in action.text())
    assert reference.text() == "Table 1. Tariffs"
    menu.triggered.emit(reference)
    (paragraph, _) = blocks_of(editor.text.document())
    assert paragraph.runs == (Run("As in "), Run("Table 1", frozenset(), f"table:{table.name}"))


def test_enter_in_a_caption_goes_on_into_the_table(edit):
    editor = edit("A.2.purpose")
    editor.text.insert_table()
    editor.text.caption_table()
    QTest.keyClicks(editor.text, "Tariffs")
    QTest.keyClick(editor.text, Qt.Key.Key_Return)
    QTest.keyClicks(editor.text, "Year")
    (table,) = blocks_of(editor.text.document())
    assert (table.caption, table.columns[0].label) == ("Tariffs", "Year")


def test_a_picture_of_the_evidence_list_is_shown_with_its_title_as_caption(edit, project):
    key = project.add_row("facts", "P.evidence")
    project.set("facts", f"P.evidence[{key}].title", "Site plan")
    project.set("facts", f"P.evidence[{key}].file", project.attach(attachment("plan.png", b"\x89PNG")))
    editor = edit("A.2.purpose")
    QTest.keyClicks(editor.text, "The plan:")
    menu = editor.insertions()
    (picture,) = submenu(menu, "Picture from the evidence list").actions()
    menu.triggered.emit(picture)
    QTest.keyClicks(editor.text, " 2010")
    paragraph, shown = blocks_of(editor.text.document())
    assert (paragraph, shown) == (Paragraph(text_run("The plan:")), Figure(key, "Site plan 2010", "Site plan"))


def test_paragraphs_become_a_list_and_plain_again(edit):
    editor = edit("A.2.purpose")
    QTest.keyClicks(editor.text, "one")
    editor.text.toggle_list(ordered=False)
    assert blocks_of(editor.text.document()) == (ListBlock(ordered=False, items=(text_run("one"),)),)
    editor.text.toggle_list(ordered=False)
    assert blocks_of(editor.text.document()) == (Paragraph(text_run("one")),)


def test_a_table_is_put_in_and_tab_goes_through_its_cells(edit):
    editor = edit("A.2.purpose")
    editor.text.insert_table()
    for word in ("Year", "t", "2008"):
        QTest.keyClicks(editor.text, word)
        QTest.keyClick(editor.text, Qt.Key.Key_Tab)
    (table,) = blocks_of(editor.text.document())
    assert [column.label for column in table.columns] == ["Year", "t"]
    assert table.rows[0][0].text == "2008"


def test_after_a_heading_comes_a_paragraph(edit):
    editor = edit("A.2.purpose")
    QTest.keyClicks(editor.text, "Head")
    editor.text.toggle_heading()
    QTest.keyClick(editor.text, Qt.Key.Key_End)
    QTest.keyClick(editor.text, Qt.Key.Key_Return)
    QTest.keyClicks(editor.text, "body")
    heading, paragraph = blocks_of(editor.text.document())
    assert heading.level == 1
    assert paragraph == Paragraph(text_run("body"))


# -- tables ------------------------------------------------------------


@pytest.fixture
def sites(edit) -> TableEditor:
    return edit("P.sites", "facts")


def names(project) -> list[str]:
    return [project.read.text(f"P.sites[{key}].name", "facts") for key in project.read.rows("P.sites", "facts")]


def paste(editor: TableEditor, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    editor.grid.paste()


def test_an_empty_table_says_what_belongs_in_it(sites):
    assert sites._empty.isVisible()
    assert not sites.grid.isVisible()


def test_a_block_from_a_spreadsheet_makes_rows_in_one_step(sites, project):
    paste(sites, "Sudenai\t55.93\t21.10\nLendimai\t55.95\t21.15\n")
    assert names(project) == ["Sudenai", "Lendimai"]
    project.undo()
    assert names(project) == []


def test_heads_that_are_pasted_along_are_left_out(sites, project):
    heads = "\t".join(sites.grid._head(n) for n in range(2))
    paste(sites, f"{heads}\nSudenai\t55.93")
    assert names(project) == ["Sudenai"]


def test_a_cell_that_cannot_be_read_keeps_what_was_pasted(sites, messages, project):
    paste(sites, "Sudenai\tnorth\n")
    (key,) = project.read.rows("P.sites", "facts")
    assert project.read.value(f"P.sites[{key}].latitude", "facts") is None
    assert sites.model.index(0, 1).data() == "north"
    assert "could not be read" in messages.texts()[-1]


def test_an_empty_cell_of_a_pasted_column_keeps_its_place():
    assert read_block("AAA\r\n\r\nCCC\r\n") == [["AAA"], [""], ["CCC"]]


def test_a_quote_that_never_ends_swallows_no_rows():
    assert read_block('3" pipe\t1\nBeta\t2\n') == [['3" pipe', "1"], ["Beta", "2"]]


def test_cells_are_copied_for_spreadsheets(sites):
    paste(sites, 'Sudenai\t55.93\n"two\nlines"\t-48.5\n')
    sites.grid.selectAll()
    sites.grid.copy()
    rows = read_block(QGuiApplication.clipboard().text())
    assert rows[0][:2] == ["Sudenai", "55.93"]
    assert rows[1][1] == "-48.5"


def test_rows_are_added_moved_and_removed_by_keys(sites, project):
    paste(sites, "a\nb\n")
    sites.grid.setCurrentIndex(sites.model.index(1, 0))
    QTest.keyClick(sites.grid, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert names(project) == ["b", "a"]
    QTest.keyClick(sites.grid, Qt.Key.Key_Insert, Qt.KeyboardModifier.AltModifier)
    assert len(names(project)) == 3
    QTest.keyClick(sites.grid, Qt.Key.Key_Delete, Qt.KeyboardModifier.AltModifier)
    assert names(project) == ["b", "a"]


def test_a_cell_is_typed_and_named(qtbot, sites, project):
    paste(sites, "a\n")
    sites.grid.setCurrentIndex(sites.model.index(0, 1))
    QTest.keyClicks(sites.grid, "5")
    cell = next(w for w in sites.grid.viewport().children() if w.objectName().startswith("P.sites["))
    assert cell.accessibleName()
    QTest.keyClicks(cell, "5.93")
    QTest.keyClick(cell, Qt.Key.Key_Return)
    (key,) = project.read.rows("P.sites", "facts")
    qtbot.waitUntil(lambda: project.read.value(f"P.sites[{key}].latitude", "facts") == Decimal("55.93"))


def test_many_columns_are_shown_as_records(edit, project):
    editor = edit("P.participants", "facts")
    assert isinstance(editor, BlockEditor)
    editor._empty.button.click()
    (key,) = project.read.rows("P.participants", "facts")
    cell = editor.record(key).cells()[0]
    QTest.keyClicks(cell.editor.focusProxy(), "NEFCO")
    cell.editor.commit()
    assert project.read.value(f"P.participants[{key}].entity", "facts") == "NEFCO"


# -- files, generated content ------------------------------------------------------------


def test_a_file_is_carried_in_the_project(edit, project, messages, tmp_path: Path):
    file = tmp_path / "map.txt"
    file.write_text("a map")
    editor = edit(FILE)
    said = heard(editor.edited)
    messages.answers.append(file)
    editor.focusProxy().click()
    ((sha, _),) = said
    assert project.snapshot.attachments[sha].content == b"a map"
    editor.show_answer(Answer(sha))
    assert "map.txt" in editor._name.text()


def test_a_file_that_is_gone_is_told(edit, messages, tmp_path: Path):
    editor = edit(FILE)
    editor.attach(tmp_path / "nothing.png")
    assert "cannot be read" in messages.texts()[0]


def test_generated_content_is_shown_and_never_typed(edit):
    editor = edit(first_generated())
    assert editor.view.isReadOnly()
    assert editor.view.blocks()


def first_generated() -> str:
    from forms.catalogue import form

    return next(field.path for field in form("ji_ssc_pdd", "01.1").fields.values() if field.type == "generated")


def test_a_column_of_each_kind_can_be_shown(edit):
    columns = tuple(
        Column(key=f"c{n}", label=name, type=name)
        for n, name in enumerate(sorted(FIELD_TYPES - {"table", "generated"}))
    )
    editor = edit("D.2.data", asked=Field(path="D.2.data", label="Data", type="table", columns=columns[:6]))
    assert editor._empty.isVisible()


def test_a_column_is_filled_down_as_one_step(edit, project):
    for name in ("One", "Two", "Three"):
        key = project.add_row("facts", "P.sites")
        project.type_in("facts", f"P.sites[{key}].name", name)
    first, *others = project.read.rows("P.sites")
    project.type_in("facts", f"P.sites[{first}].note", "12 ha")
    editor = edit("P.sites", "facts")
    editor.model.fill_down([editor.model.index(row, 3) for row in range(3)])
    assert [project.read.cell("P.sites", key, "note") for key in others] == ["12 ha", "12 ha"]
    project.undo()
    assert [project.read.cell("P.sites", key, "note") for key in others] == [None, None]


def test_a_single_cell_takes_the_one_above(edit, project):
    for name in ("One", ""):
        key = project.add_row("facts", "P.sites")
        project.type_in("facts", f"P.sites[{key}].name", name)
    editor = edit("P.sites", "facts")
    editor.model.fill_down([editor.model.index(1, 0)])
    assert project.read.cell("P.sites", key, "name") == "One"


# -- sites -----------------------------------------------------------------

KML = """<kml xmlns="http://www.opengis.net/kml/2.2"><Placemark><name>Sudenai</name>
<Point><coordinates>21.4,56.1</coordinates></Point></Placemark></kml>"""


def test_places_of_a_map_become_rows_as_one_step(edit, project, messages, tmp_path):
    (tmp_path / "sites.kml").write_text(KML, encoding="utf-8")
    messages.answers.append(tmp_path / "sites.kml")
    editor = edit("P.sites", "facts")
    editor._places.choose()
    (key,) = project.read.rows("P.sites")
    assert project.read.cell("P.sites", key, "latitude") == Decimal("56.10000")
    assert messages.texts() == ["1 place was added."]
    project.undo()
    assert not project.read.rows("P.sites")


def test_a_file_without_places_changes_nothing(edit, project, messages, tmp_path):
    (tmp_path / "wrong.kml").write_text("<kml/>", encoding="utf-8")
    messages.answers.append(tmp_path / "wrong.kml")
    edit("P.sites", "facts")._places.choose()
    assert not project.read.rows("P.sites")
    assert "no place" in messages.texts()[0]


def test_only_tables_of_places_offer_a_map(edit):
    assert edit("P.parties", "facts")._places is None


def test_the_head_of_a_record_wraps_and_is_not_cut(qtbot, edit, project):
    key = project.add_row("facts", "P.claims")
    editor = edit("P.claims", "facts")
    head = editor.record(key).head
    head.show_words("1   United Kingdom of Great Britain and Northern Ireland")
    head.resize(200, head.sizeHint().height())
    assert "…" not in head.text()
    assert head.text().split() == head.words().split()
    assert "\n" in head.text()
