"""The top bar gives the title its room; the working opens at the input that has the focus; pages open at their top."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from desktop.samples import content
from forms.blocks import MapBlock, Paragraph, text_run
from ui.blocks_view import BlocksView
from ui.captions import document_names
from ui.drawings import MapDrawing
from ui.inspector import Tab
from ui.labels import ElidedLabel
from ui.maps import maps
from ui.panels.step_tree import STEP
from ui.panels.working import WorkingPanel
from ui.report_page import ReportPage
from ui.style import current_theme
from ui.tabs import Tabs
from ui.top_bar import Chooser

TITLE = "Sudenai and Lendimai Wind Power Joint Implementation Project"


def test_the_title_is_whole_where_there_is_room(qtbot, office):
    office.project.type_in("facts", "P.title", TITLE)
    office.window.resize(1280, 800)
    qtbot.waitUntil(lambda: office.window.top.title.text() == TITLE)
    assert office.window.top.title.toolTip() == TITLE


def test_a_title_is_cut_before_a_button_is(office):
    office.project.type_in("facts", "P.title", TITLE * 2)
    office.window.resize(900, 700)
    top = office.window.top
    assert top.title.text().endswith("…")
    assert top.print.geometry().right() <= top.width()
    assert top.check.geometry().right() < top.print.geometry().left()


def test_a_chooser_is_as_wide_as_what_is_chosen(qtbot):
    chooser = Chooser("Stage", None)
    qtbot.addWidget(chooser)
    chooser.addItem("A", "a")
    chooser.addItem("A stage with a very long name", "b")
    short = chooser.sizeHint().width()
    chooser.setCurrentIndex(1)
    assert chooser.sizeHint().width() > short + 50
    assert chooser.toolTip().startswith("A stage with a very long name")


def test_an_elided_line_wants_room_for_the_whole(qtbot):
    line = ElidedLabel(None, least=150)
    qtbot.addWidget(line)
    line.show_text(TITLE)
    assert line.sizeHint().width() > line.fontMetrics().horizontalAdvance(TITLE)


@pytest.fixture
def working(qtbot) -> WorkingPanel:
    panel = WorkingPanel()
    qtbot.addWidget(panel)
    panel.show_snapshot(content("los_cocos").snapshot)
    panel.show()
    return panel


@pytest.mark.parametrize("symbol", ["EG_facility", "EF_CO2", "w_OM"])
def test_an_input_is_shown_in_the_result_that_rests_on_it(working, symbol):
    working.follow("inputs_m1", f"I.{symbol}.value")
    assert working.figure.currentText() == "ER[2013]"
    assert working.tree.currentItem().data(0, STEP).symbol == symbol


def test_an_input_that_nothing_rests_on_leaves_the_working_as_it_is(working):
    working.follow("inputs_m1", "I.GWP_CH4.value")
    assert working.tree.currentItem().data(0, STEP).symbol == "ER"


def test_the_working_is_there_as_soon_as_it_is_looked_at(working):
    assert working.figure.count() > 0
    assert working.tree.topLevelItemCount() == 1


def test_what_a_step_rests_on_is_made_when_it_is_unfolded(working):
    top = working.tree.topLevelItem(0)
    assert top.childCount() == len(top.data(0, STEP).children)
    assert all(top.child(number).data(0, STEP) for number in range(top.childCount()))


def test_a_section_opens_at_its_top(office):
    office.window.resize(1000, 500)
    form = office.project.read.form("ji_ssc_pdd")
    for section in form.sections[:12]:
        office.window.navigator.show("ji_ssc_pdd", section.id)
        assert office.window.form.page.verticalScrollBar().value() == 0, section.id


def test_the_focus_goes_along_when_a_link_is_followed(office):
    office.window.activateWindow()
    office.window.go_to("ji_ssc_pdd", "A.2.purpose")
    office.window.actions_by_id["next_section"].trigger()
    assert office.window.form.isAncestorOf(QApplication.focusWidget())


def test_long_content_is_written_in_slices_and_whole_in_the_end(qtbot):
    view = BlocksView()
    qtbot.addWidget(view)
    blocks = [Paragraph(text_run(f"Line {number}. " * 30)) for number in range(400)]
    view.show_blocks(blocks)
    assert "Line 0." in view.toPlainText()
    qtbot.waitUntil(lambda: "Line 399." in view.toPlainText())
    view.show_blocks(blocks[:300])
    view.finish()
    assert "Line 299." in view.toPlainText()
    assert "Line 300." not in view.toPlainText()


def test_a_map_keeps_its_place_until_it_is_drawn(qtbot):
    block = MapBlock("Sites", "A map", "IS", (("Hellisheidi", Decimal("64.04"), Decimal("-21.40")),))
    drawing = MapDrawing(block)
    waiting = drawing.size(600, 14)
    maps().wait()
    assert waiting.height() > 100
    assert drawing.size(600, 14).height() > 100


def test_a_country_that_no_map_knows_is_said_in_words(qtbot):
    drawing = MapDrawing(MapBlock("Sites", "A map", "XX", ()))
    drawing.size(600, 14)
    maps().wait()
    assert drawing.size(600, 14).height() < 60


def test_the_window_shares_its_room_until_borders_are_moved(office):
    office.window.resize(QSize(1280, 800))
    narrow = office.window.panes.sizes()
    office.window.resize(QSize(1900, 1000))
    wide = office.window.panes.sizes()
    assert wide[0] > narrow[0]
    assert wide[2] > narrow[2]
    office.window.inspector.show_tab(Tab.HELP)


@pytest.fixture
def tabs(qtbot):
    made = Tabs()
    qtbot.addWidget(made)
    for name, picture in (("Help", "circle-help"), ("Problems", "triangle-alert"), ("Evidence", "paperclip")):
        made.add(name, picture)
    made.resize(900, 40)
    made.show()
    made.setCurrentIndex(1)
    return made


def names(tabs):
    return [tabs.tabText(place) for place in range(tabs.count())]


def test_with_room_every_tab_has_its_name(tabs):
    assert names(tabs) == ["Help", "Problems", "Evidence"]


def test_with_less_room_the_tab_in_front_keeps_its_name(tabs):
    tabs.resize(tabs.sizeHint().width() - 20, 40)
    assert names(tabs) == ["", "Problems", ""]
    tabs.setCurrentIndex(2)
    assert names(tabs) == ["", "", "Evidence"]


def test_in_the_least_room_icons_stand_for_the_names_and_say_them(tabs):
    tabs.resize(100, 40)
    assert names(tabs) == ["", "", ""]
    assert not any(tabs.tabIcon(place).isNull() for place in range(3))
    assert [tabs.tabToolTip(place) for place in range(3)] == ["Help", "Problems", "Evidence"]
    assert tabs.accessibleTabName(2) == "Evidence"


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_no_tab_of_the_inspector_is_cut(qtbot, office, scale):
    inspector = office.window.inspector
    office.window.resize(1280, 720)
    inspector.show_tab(Tab.REVIEW)
    current_theme().set_scale(scale)
    try:
        for bar in (inspector.bar, inspector.review.ways):
            qtbot.waitUntil(lambda bar=bar: bar.sizeHint().width() <= bar.width(), timeout=1000)
    finally:
        current_theme().set_scale(1.0)


@pytest.fixture
def two_records(office):
    """A design document with three records of one tool beside it: of two the note says what they are about."""
    for note in ("north", "south", ""):
        key = office.project.add_row("facts", "P.documents")
        office.project.type_in("facts", f"P.documents[{key}].form", "tool01_record:07.0.0")
        office.project.type_in("facts", f"P.documents[{key}].note", note)
    return office


def test_documents_of_one_form_are_told_apart(two_records):
    names = list(document_names(two_records.project.read).values())
    assert [name for name in names if "TOOL01" in name] == [
        "TOOL01 record · north", "TOOL01 record · south", "TOOL01 record · 3",
    ]  # fmt: skip


def test_tree_and_chooser_call_a_document_the_same(two_records):
    window = two_records.window
    chooser = [window.top.document.itemText(place) for place in range(window.top.document.count())]
    tree = [window.tree.view.model().index(row, 0).data() for row in range(window.tree.view.model().rowCount())]
    assert sorted(tree) == sorted(chooser)
    assert "TOOL01 record · south" in tree


def test_a_page_in_the_place_of_the_form_is_named_and_nothing_is_marked(office):
    window, page = office.window, ReportPage()
    page.show_report("From revision 1 to now", "", "")
    window.pages.turn_to(page)
    assert (window.top.document.currentIndex(), window.top.document.placeholderText()) == (-1, "From revision 1 to now")
    assert window.tree.view.selectedIndexes() == []
    window.pages.turn_back()
    assert window.top.document.currentData() == window.navigator.place[0]
    assert window.tree.view.currentIndex().isValid()


def test_the_review_is_named_though_it_is_no_document_to_choose(office):
    office.window.navigator.go_to("review", "")
    assert (office.window.top.document.currentText(), office.window.top.document.placeholderText()) == ("", "Review")
    assert not office.window.tree.view.currentIndex().isValid()


def test_a_choice_in_the_tree_leads_back_from_a_page_to_the_section_below_it(office):
    window, page = office.window, ReportPage()
    page.show_report("History", "", "")
    below = window.tree.view.currentIndex()
    window.pages.turn_to(page)
    window.tree.view.setCurrentIndex(below)
    assert window.pages.shows_form
