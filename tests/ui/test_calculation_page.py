"""The calculation in the window: choosing a methodology, results and what is missing, values from tables, series."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import QModelIndex, Qt, QTranslator
from PySide6.QtTest import QTest

from desktop.samples import content
from forms.answers import Origin
from forms.methodologies.heads import heads
from forms.project import Project
from forms.series import read_sheets
from ui.calculation.chooser import HEAD
from ui.calculation.head_words import about
from ui.calculation.page import CalculationPage
from ui.dialogs.import_series import ImportSeriesDialog
from ui.editors import Spot, editor_for
from ui.editors.field import FieldView
from ui.editors.pasting import paste
from ui.inspector import Tab

HOURS_OF_A_YEAR = 8760


@pytest.fixture
def wind(binding) -> Project:
    """A wind farm on a grid, whose calculation is complete: 379,281 t in seven years."""
    project = Project(content("los_cocos").snapshot)
    binding.attach(project)
    return project


@pytest.fixture
def page(qtbot, binding, wind) -> CalculationPage:
    made = CalculationPage(binding, "inputs_m1")
    qtbot.addWidget(made)
    made.resize(900, 1200)
    made.show()
    return made


@pytest.fixture
def methodologies(edit):
    return edit("P.methodologies", document="facts")


def spot_of(binding, messages, path: str, document: str = "inputs_m1") -> Spot:
    field = binding.read.field(document, path)
    return Spot(binding, messages, document, path, field, field.label)


def field_at(qtbot, binding, messages, path: str) -> FieldView:
    made = FieldView(spot_of(binding, messages, path))
    qtbot.addWidget(made)
    made.show()
    return made


def shown(chooser) -> list[str]:
    items = [chooser.list.topLevelItem(number) for number in range(chooser.list.topLevelItemCount())]
    return [item.data(0, HEAD).id for item in items if not item.isHidden()]


# -- choosing --------------------------------------------------------------------------------------------------------


def test_the_list_opens_without_tools(methodologies):
    methodologies.choose()
    codes = shown(methodologies.chooser)
    assert "ACM0002:20.0" in codes
    assert not any(code.startswith("TOOL") for code in codes)


def test_the_filter_looks_in_titles_scopes_and_scale(methodologies):
    methodologies.choose()
    methodologies.chooser.filter.setText("small manure")
    assert shown(methodologies.chooser) == ["AMS-III.D:21.0", "AMS-III.R:05.0"]


class Marked(QTranslator):
    """A language in which every text stands in brackets."""

    def translate(self, context, text, disambiguation=None, number=-1):
        return f"[{text}]"


def test_scopes_scale_and_dates_speak_the_language_of_the_window(qapp):
    head = next(one for one in heads() if one.id == "ACM0002:20.0")
    english = about(head)
    marked = Marked(qapp)
    qapp.installTranslator(marked)
    try:
        told = about(head)
    finally:
        qapp.removeTranslator(marked)
    assert english.startswith("Scope 1 Energy industries · Scale: large")
    assert told.startswith("[Scope 1 [Energy industries]] · [Scale: [large]]")
    assert "[in force from " in told


def test_the_one_in_focus_tells_conditions_and_tools(methodologies):
    methodologies.choose()
    methodologies.chooser.filter.setText("ACM0002")
    words = methodologies.chooser.detail.toPlainText()
    assert "Applicable when" in words
    assert "TOOL07" in words


def test_an_unverified_text_says_so_in_words_before_it_is_applied(methodologies):
    methodologies.choose()
    methodologies.chooser.filter.setText("ACM0014")
    assert methodologies.chooser.list.currentItem().text(1) == "unverified"
    assert methodologies.chooser.warning.isVisible()
    assert "Compare every equation" in methodologies.chooser.warning.text()


def test_applying_is_one_step(methodologies, project):
    methodologies.choose()
    methodologies.chooser.filter.setText("AMS-I.D")
    methodologies.chooser.apply.click()
    assert [made.id for made in project.snapshot.methodologies.values()] == ["AMS-I.D:18.0"]
    project.undo()
    assert not project.snapshot.methodologies


def test_another_version_takes_the_place_of_the_one_applied(methodologies, project):
    methodologies.add("AMS-III.E", "01")
    key = next(iter(project.snapshot.methodologies))
    methodologies.add("AMS-III.E", "17.0")
    assert {row: made.version for row, made in project.snapshot.methodologies.items()} == {key: "17.0"}


# -- results and inputs ----------------------------------------------------------------------------------------------


def test_results_stand_at_the_top_by_year_as_table_and_chart(page):
    assert page.headline.text() == "Reductions of 379,281 t CO₂e, 54,183 a year"
    kinds = [type(block).__name__ for block in page.results.blocks()]
    assert kinds == ["TableBlock", "ChartBlock"]
    assert not page.in_the_way.isVisible()


def test_a_figure_leads_to_its_working(page):
    table = page.results.blocks()[0]
    assert table.rows[0][4].trace == "ER[2013]"


def test_what_is_missing_is_named_with_a_way_to_it(qtbot, page, wind):
    wind.clear("inputs_m1", "I.EG_facility.value")
    page.refresh()
    assert "1 thing stands in the way" in page.in_the_way.text()
    link = page._obstacles.itemAt(0).widget()
    assert link.words().startswith("EG_facility:")
    with qtbot.waitSignal(page.place_wanted) as wanted:
        link.click()
    assert wanted.args == ["inputs_m1", "I.EG_facility.value"]


def test_inputs_stand_in_groups_with_unit_and_origin(page):
    tops = [page.inputs.topLevelItem(number) for number in range(page.inputs.topLevelItemCount())]
    titles = [top.text(0).partition(":")[0] for top in tops]
    assert titles[:4] == ["Choices", "Sets", "Applicability conditions", "Emission sources"]
    assert "Monitored, for baseline emissions" in titles
    lines = [top.child(n) for top in tops for n in range(top.childCount())]
    generation = next(line for line in lines if line.text(0).startswith("EG_facility "))
    assert generation.text(1) == "74,200 MWh/yr"


def test_enter_on_an_input_goes_to_it(qtbot, page):
    top = page.inputs.topLevelItem(0)
    page.inputs.setFocus()
    page.inputs.setCurrentItem(top.child(0))
    with qtbot.waitSignal(page.place_wanted) as wanted:
        QTest.keyClick(page.inputs, Qt.Key.Key_Return)
    assert wanted.args == ["inputs_m1", "I.options.plant_type"]


def test_the_inputs_of_a_methodology_open_with_the_calculation(office):
    key = office.project.add_row("facts", "P.methodologies")
    office.project.type_in("facts", f"P.methodologies[{key}].code", "AMS-I.D")
    office.project.type_in("facts", f"P.methodologies[{key}].version", "18.0")
    office.window.navigator.choose_document(f"inputs_{key}")
    calculation = office.window.form.page.calculation
    assert calculation is not None
    assert "stands in the way" in calculation.in_the_way.text()
    calculation.place_wanted.emit(f"inputs_{key}", "I.EG_facility.value")
    assert office.window.navigator.place == (f"inputs_{key}", "EG_facility")


# -- what if ---------------------------------------------------------------------------------------------------------


def test_sensitivity_shows_what_moves_the_result(qtbot, page):
    page.fold.setChecked(True)
    view = page.what_if.sensitivity
    qtbot.waitUntil(lambda: not view.background.is_busy, timeout=20_000)
    rows = {row[0].text: [cell.text for cell in row[1:]] for row in view.view.blocks()[0].rows}
    # Reductions are proportional to the electricity supplied: 379,284 less and more a tenth, rounded at half.
    assert rows["EG_facility"] == ["341,355", "379,284", "417,212"]
    assert "EG_facility: 341,355 to 417,212" in view.tornado.accessibleDescription()


def test_other_choices_stand_side_by_side(qtbot, page):
    page.fold.setChecked(True)
    page.what_if.bar.setCurrentIndex(1)
    view = page.what_if.scenarios
    qtbot.waitUntil(lambda: not view.background.is_busy, timeout=20_000)
    names = [row[0].text for row in view.view.blocks()[0].rows]
    assert "Wind (as chosen)" in names
    assert any("missing" in name for name in names)


def test_what_changed_names_the_cause(qtbot, page, wind):
    page.fold.setChecked(True)
    page.what_if.bar.setCurrentIndex(2)
    wind.set("inputs_m1", "I.EG_facility.value", Decimal(80000))
    page.refresh()
    view = page.what_if.changes
    qtbot.waitUntil(lambda: not view.background.is_busy, timeout=20_000)
    row = view.view.blocks()[0].rows[0]
    assert "EG_facility: 74,200" in row[3].text
    assert "80,000" in row[3].text


# -- values from tables ----------------------------------------------------------------------------------------------


def test_a_value_is_taken_from_a_table_with_its_row(qtbot, binding, messages, wind):
    field = field_at(qtbot, binding, messages, "I.NCV.value")
    field.strips.defaults.toggle()
    field.editor.grid.setCurrentIndex(field.editor.model.index(0, 0))
    field.strips.defaults.panel.filter.setText("diesel lower")
    QTest.keyClick(field.strips.defaults.panel.filter, Qt.Key.Key_Return)
    answer = binding.read.answer("inputs_m1", field.editor.model.place(field.editor.model.index(0, 0)).path)
    assert (answer.value, answer.origin) == (Decimal("41.4"), Origin.DEFAULT)
    assert answer.note.startswith("table ipcc2006_fuels, fuel Diesel Oil")


def test_without_a_cell_in_focus_it_asks_for_one(qtbot, binding, messages, wind):
    field = field_at(qtbot, binding, messages, "I.NCV.value")
    field.strips.defaults.toggle()
    field.strips.defaults.panel._take()
    assert "cursor into the cell" in messages.texts()[-1]


def test_what_no_table_has_offers_nothing(qtbot, binding, messages, wind):
    assert field_at(qtbot, binding, messages, "I.EG_facility.value").strips.defaults is None


# -- long series -----------------------------------------------------------------------------------------------------


def test_a_long_paste_scrolls_inside(qtbot, binding, messages, wind):
    names = editor_for(spot_of(binding, messages, "I.sets.h"))
    qtbot.addWidget(names)
    paste(names.model, QModelIndex(), [[str(hour)] for hour in range(1, HOURS_OF_A_YEAR + 1)])
    matrix = editor_for(spot_of(binding, messages, "I.EG_system.value"))
    qtbot.addWidget(matrix)
    matrix.resize(800, 600)
    matrix.show()
    wrong = paste(matrix.model, matrix.model.index(0, 0), [[f"{hour}.5"] for hour in range(HOURS_OF_A_YEAR)]).unread
    assert wrong == 0
    assert matrix.grid.is_long
    assert matrix.grid.height() < 1_000


def test_one_cell_that_cannot_be_read_does_not_stop_a_paste(edit, binding, project):
    project.set("facts", "P.mechanism", "ji")
    sites = edit("P.sites", document="facts")
    wrong = paste(sites.model, QModelIndex(), [["North"], ["South"]]).unread
    assert wrong == 0
    latitude = next(
        n
        for n in range(sites.model.columnCount())
        if sites.model.place(sites.model.index(0, n)).path.endswith("latitude")
    )
    assert paste(sites.model, sites.model.index(0, latitude), [["54.5"], ["here"]]).unread == 1
    assert sites.model.data(sites.model.index(1, latitude)) == "here"
    assert project.read.cell("P.sites", project.read.rows("P.sites")[0], "latitude") == Decimal("54.5")


def dry_run(qtbot, dialog):
    qtbot.waitUntil(lambda: dialog.trial is not None, timeout=20_000)
    return dialog.trial


def test_an_import_is_tried_before_anything_changes(qtbot, binding, messages, wind):
    sheets = read_sheets("load.csv", b"Year;MWh\n2005;1.5\n2006;many\n2010;2.5\n")
    dialog = ImportSeriesDialog(spot_of(binding, messages, "I.EG_system.value"), "load.csv", sheets)
    qtbot.addWidget(dialog)
    before = wind.snapshot
    trial = dry_run(qtbot, dialog)
    assert (trial.plan.added, trial.plan.changed, trial.left_out) == (1, 1, 1)
    assert dialog.findings.topLevelItem(0).text(0) == "3"
    assert wind.snapshot is before
    dialog.ok.click()
    assert "2010" in [
        wind.read.text(f"I.sets.h[{key}].name", "inputs_m1") for key in wind.read.rows("I.sets.h", "inputs_m1")
    ]
    wind.undo()
    assert wind.snapshot.of("inputs_m1") == before.of("inputs_m1")


def test_a_changed_mapping_is_tried_again(qtbot, binding, messages, wind):
    sheets = read_sheets("load.csv", b"Year;Load\n2005;1,500\n2006;1,250\n")
    dialog = ImportSeriesDialog(spot_of(binding, messages, "I.EG_system.value"), "load.csv", sheets)
    qtbot.addWidget(dialog)
    assert not dry_run(qtbot, dialog).series.rows
    dialog.sign.setCurrentIndex(dialog.sign.findData(","))
    dialog.unit.setText("GWh")
    dialog._try()
    assert [row.cells["value"] for row in dry_run(qtbot, dialog).series.rows] == [Decimal(1500), Decimal(1250)]


def test_the_working_names_the_result_of_the_project(office):
    office.window.inspector.show_tab(Tab.WORKING)
    assert not office.window.inspector.working.headline.isVisible()
