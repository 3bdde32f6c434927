"""Tables that do not fit the page: as records or as rows, by keyboard, and quick however long."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea

from forms.blocks import Column, Paragraph, ParameterBlock, TableBlock, cell, text_run
from forms.fieldpath import cell_path
from ui.blocks_view import BlocksView
from ui.editors.wide_table import WideTableEditor

DATA = "D.2.data"


@pytest.fixture
def data(edit, project) -> WideTableEditor:
    """Data to be monitored: nine columns, two rows."""
    for name in ("Electricity to the grid", "Electricity from the grid"):
        key = project.add_row("ji_ssc_pdd", DATA)
        project.type_in("ji_ssc_pdd", cell_path(DATA, key, "variable"), name)
    editor = edit(DATA)
    editor.resize(540, 600)
    return editor


def test_nine_columns_are_shown_as_records(data):
    assert isinstance(data, WideTableEditor)
    assert data.records.isVisible()
    assert not data.grid.isVisible()


def test_a_key_shows_them_as_a_table_and_back(data):
    QTest.keyClick(data.records, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert data.grid.isVisible()
    assert not data.records.isVisible()
    QTest.keyClick(data.grid, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert data.records.isVisible()


def test_the_first_column_stays_while_the_others_are_pushed(data):
    data.switch()
    grid = data.grid
    grid.setCurrentIndex(data.model.index(0, data.model.columnCount() - 1))
    assert grid.horizontalScrollBar().value() > 0
    assert grid._pinned.isVisible()
    assert grid.visualRect(grid.currentIndex()).left() >= grid._pinned.width() - 1


def test_a_cell_is_never_left_below_the_column_that_stays(data):
    data.switch()
    grid = data.grid
    last = data.model.columnCount() - 1
    for column in [*range(last, 0, -1), *range(1, last)]:
        grid.setCurrentIndex(data.model.index(1, column))
        held = grid._pinned.width() if grid._pinned is not None and grid._pinned.isVisible() else 0
        assert grid.visualRect(grid.currentIndex()).left() >= held - 1


def test_going_to_a_place_unfolds_its_record(data, project):
    key = project.read.rows(DATA, "ji_ssc_pdd")[1]
    data.focus_place(cell_path(DATA, key, "variable"))
    assert data.records.key_in_focus() == key


def test_ten_thousand_rows_are_rows_from_the_start(edit, project):
    project.add_rows("ji_ssc_pdd", DATA, 10_000)
    editor = edit(DATA)
    editor.resize(540, 600)
    assert editor.grid.isVisible()


def test_rows_are_as_high_as_their_words_when_they_are_seen(edit, project):
    project.add_rows("ji_ssc_pdd", DATA, 200)
    key = project.read.rows(DATA, "ji_ssc_pdd")[0]
    project.type_in("ji_ssc_pdd", cell_path(DATA, key, "variable"), "Electricity that the plant sends to the grid " * 3)
    editor = edit(DATA)
    editor.resize(540, 600)
    assert editor.grid.rowHeight(0) > 2 * editor.grid.rowHeight(1)


@pytest.fixture
def estimates(qtbot) -> BlocksView:
    """Yearly estimates in a view that is too narrow for them, under headings that tell the columns apart."""
    heads = ("Year", "Baseline emissions", "Project emissions", "Leakage", "Emission reductions")
    rows = tuple((cell(str(year)), *[cell("28,988,123")] * 4) for year in range(2013, 2021))
    view = BlocksView()
    qtbot.addWidget(view)
    view.resize(300, 400)
    view.show()
    view.show_blocks([TableBlock(tuple(Column(head) for head in heads), rows, row_headers=True)])
    view.finish()
    return view


@pytest.fixture
def page(qtbot, estimates) -> QScrollArea:
    """The page on which the estimates stand."""
    area = QScrollArea()
    area.resize(320, 150)
    area.setWidget(estimates)
    estimates.resize(300, estimates.height())
    qtbot.addWidget(area)
    area.show()
    return area


def test_the_year_stays_while_figures_are_pushed_by_keys(estimates):
    table = estimates.document().rootFrame().childFrames()[0]
    assert estimates._heads.column_of(table) == 0
    QTest.keyClick(estimates, Qt.Key.Key_Right)
    assert estimates.horizontalScrollBar().value() > 0
    assert estimates._heads.column_of(table) > 0
    QTest.keyClick(estimates, Qt.Key.Key_Left)
    assert estimates.horizontalScrollBar().value() == 0


def test_headings_stay_at_the_edge_of_the_page_while_it_is_scrolled_through_their_table(page, estimates):
    table = estimates.document().rootFrame().childFrames()[0]
    assert estimates._heads._head(table) == 0
    page.verticalScrollBar().setValue(120)
    assert estimates._heads._head(table) > 0


def test_a_table_without_headings_keeps_none(page, estimates):
    rows = tuple((f"Label {n}", (Paragraph(text_run("28,988 MWh")),)) for n in range(12))
    estimates.show_blocks([ParameterBlock("EG", rows)])
    estimates.finish()
    page.verticalScrollBar().setValue(120)
    assert estimates._heads._head(estimates.document().rootFrame().childFrames()[0]) == 0
