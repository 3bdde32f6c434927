"""What the forms of 2006 show in their own words, with the figures of the samples."""

from dataclasses import replace

import pytest

from desktop.samples import content
from forms.blocks import EquationBlock, ParameterBlock, TableBlock
from forms.catalogue import form
from forms.document import Reader, Snapshot
from forms.views import generators


def restated(sample, form_id, version):
    """A sample's facts and inputs, shown on another form."""
    snapshot = content(sample).snapshot
    heads = {name: head for name, head in snapshot.heads.items() if name != snapshot.main}
    return Reader(Snapshot({**heads, form_id: (form_id, version)}, snapshot.answers, snapshot.attachments))


def made(read, content_name):
    return list(generators()[content_name](read))


def table(read, content_name):
    return next(block for block in made(read, content_name) if isinstance(block, TableBlock))


@pytest.fixture(scope="module")
def los_cocos():
    return restated("los_cocos", "cdm_pdd", "03")


@pytest.fixture(scope="module")
def sudenai():
    return restated("sudenai", "ji_pdd", "01")


def test_the_ex_ante_table_of_2006_begins_with_project_emissions(los_cocos):
    heads = [column.label.split(" (")[0] for column in table(los_cocos, "yearly_cdm_2006").columns]
    assert heads == [
        "Year",
        "Estimation of project activity emissions",
        "Estimation of baseline emissions",
        "Estimation of leakage",
        "Estimation of overall emission reductions",
    ]


def test_old_and_new_order_show_the_same_tonnes(los_cocos):
    old, new = table(los_cocos, "yearly_cdm_2006"), table(los_cocos, "yearly_cdm")
    for before, today in zip((*old.rows, old.totals[0]), (*new.rows, new.totals[0]), strict=True):
        year, project, baseline, leakage, reductions = (cell.text for cell in before)
        assert [cell.text for cell in today][1:] == [baseline, project, leakage, reductions]
        assert today[0].text in {year, "Total"}


def test_the_estimate_of_section_a_has_total_years_and_average(los_cocos):
    totals = table(los_cocos, "estimate_cdm_2006").totals
    assert [row[0].text.split(" (")[0] for row in totals] == [
        "Total estimated reductions",
        "Total number of crediting years",
        "Annual average over the crediting period of estimated reductions",
    ]
    assert totals[0][1].text == table(los_cocos, "yearly_cdm").totals[0][-1].text
    assert totals[2][1].text == table(los_cocos, "yearly_cdm").totals[2][-1].text


def test_a_fixed_parameter_has_the_seven_rows_of_2006(los_cocos):
    box = next(block for block in made(los_cocos, "parameters_fixed_2006") if isinstance(block, ParameterBlock))
    assert [label for label, _ in box.rows] == [
        "Data / Parameter",
        "Data unit",
        "Description",
        "Source of data used",
        "Value applied",
        "Justification of the choice of data or description of measurement methods and procedures actually applied",
        "Any comment",
    ]


def test_equipment_and_frequency_are_told_with_the_methods(los_cocos):
    box = next(block for block in made(los_cocos, "parameters_monitored_2006") if isinstance(block, ParameterBlock))
    rows = dict(box.rows)
    assert not {"Monitoring equipment", "Monitoring frequency", "Purpose of data"} & set(rows)
    told = [block.runs[0].text for block in rows["Description of measurement methods and procedures to be applied"]]
    assert told[1:] == ["Monitoring equipment: ", "Monitoring frequency: "]


def test_participants_stand_under_the_headings_of_2006(los_cocos):
    shown = table(los_cocos, "participants_2006")
    assert shown.columns[0].label.startswith("Name of Party involved (*)")
    assert shown.rows == table(los_cocos, "participants").rows


def symbols(read, content_name):
    return [block.latex.partition("=")[0] for block in made(read, content_name) if isinstance(block, EquationBlock)]


def test_formulae_of_section_d_are_all_those_that_the_result_rests_on(sudenai):
    parts = [symbols(sudenai, f"formulae_{column}_ji") for column in ("project", "baseline", "leakage", "reductions")]
    every = symbols(sudenai, "equations")
    assert {symbol for part in parts for symbol in part} == set(every)
    assert len(parts[1]) > 1
    assert len(parts[3]) == 1


def test_each_formula_of_section_d_stands_once_in_a_part(sudenai):
    for column in ("project", "baseline", "leakage", "reductions"):
        part = symbols(sudenai, f"formulae_{column}_ji")
        assert len(part) == len(set(part))


def test_without_inputs_the_tables_of_2006_say_what_is_missing(los_cocos):
    without = {name: answers for name, answers in los_cocos.snapshot.answers.items() if not name.startswith("inputs_")}
    read = Reader(replace(los_cocos.snapshot, answers=without))
    for name in ("yearly_cdm_2006", "estimate_cdm_2006"):
        assert made(read, name)[0].style == "missing"


@pytest.mark.parametrize("part", ["D.1.1.1", "D.1.1.3", "D.1.2.1", "D.1.3.1"])
def test_monitored_data_of_ji_stand_in_the_columns_of_the_cdm_form_of_2004(part):
    """Columns of D.2.1.1 in the filled CDM-PDD version 02 of the Jepirachi wind power project."""
    labels = [
        column.label.split(" (")[0].split("?")[0] for column in form("ji_pdd", "01").fields[f"{part}.data"].columns
    ]
    assert labels == [
        "ID number",
        "Data variable",
        "Source of data",
        "Data unit",
        "Measured",
        "Recording frequency",
        "Proportion of data to be monitored",
        "How will the data be archived",
        "Comment",
    ]
