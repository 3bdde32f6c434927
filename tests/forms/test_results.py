"""Rounding of printed tonnes: once, conservatively, and without losing one."""

from decimal import Decimal

import pytest

from desktop.samples import content
from forms.blocks import Paragraph, text_run
from forms.methodologies.calculation import Calculation
from forms.project import Project
from forms.results import Tonnes, printed
from tests.forms.rules.projects import wind_farm


def paragraphs(text):
    return (Paragraph(text_run(text)),)


def tonnes(baseline, project, leakage):
    made = [Decimal(value) for value in (baseline, project, leakage)]
    return Tonnes(*made, made[0] - made[1] - made[2])


@pytest.mark.parametrize(
    ("unrounded", "expected"),
    [
        (("100.9", "0", "0"), (100, 0, 0, 100)),
        (("100.9", "1.1", "0.1"), (100, 2, 1, 97)),
        (("100", "1", "0"), (100, 1, 0, 99)),
        (("9999.9999999999999999999999999999", "0", "0"), (10000, 0, 0, 10000)),
        (("10", "2.0000000000000000000000000001", "0"), (10, 2, 0, 8)),
    ],
)
def test_conservative_rows_add_up_and_lose_no_tonne_to_a_cut_division(unrounded, expected):
    row = printed(tonnes(*unrounded), "conservative")
    assert (row.baseline, row.project, row.leakage, row.reductions) == expected


def test_nearest_rounds_each_figure_by_itself():
    """Sudenai 2008, printed 6,078: 28,988 MWh / 3 x 0.629."""
    assert printed(tonnes("6077.817", "0", "0"), "nearest").reductions == 6078


def test_missing_stays_missing():
    row = printed(Tonnes(Decimal(1), None, Decimal(0), None), "conservative")
    assert (row.project, row.reductions) == (None, None)


# -- what is calculated again ----------------------------------------------------------------------------------------


@pytest.fixture
def wind() -> Project:
    project = Project(content("los_cocos").snapshot)
    assert project.snapshot.results.is_complete
    return project


def calculation(project: Project) -> Calculation:
    return project.snapshot.results.calculations["m1"]


def test_an_answer_outside_the_calculation_leaves_the_results(wind):
    before = wind.snapshot.results
    wind.set("cdm_pdd", "A.1.purpose", paragraphs("Wind power."))
    assert wind.snapshot.results is before


def test_a_fact_that_no_input_rests_on_leaves_the_calculation(wind):
    before = calculation(wind)
    wind.type_in("facts", "P.title", "Another title")
    assert calculation(wind) is before


def test_an_input_is_calculated_again(wind):
    before = calculation(wind)
    wind.set("inputs_m1", "I.EG_facility.value", Decimal(80000))
    assert calculation(wind) is not before
    assert calculation(wind).value("EG_facility", ("2013",)) == 80000


def test_another_digit_is_another_input(wind):
    """74,200.0 is printed otherwise than 74,200."""
    before = calculation(wind)
    wind.set("inputs_m1", "I.EG_facility.value", Decimal("74200.0"))
    assert calculation(wind) is not before


def test_undo_brings_back_the_same_figures(wind):
    before = wind.snapshot.results.total
    wind.set("inputs_m1", "I.EG_facility.value", Decimal(80000))
    wind.undo()
    assert wind.snapshot.results.total == before


def test_a_tool_applied_beside_a_methodology_takes_no_tonne_away():
    """Common practice (TOOL24) has no table of reductions: it is no missing column."""
    scenario = wind_farm()
    before = scenario.project.read.results.figure("total")
    scenario.given_row("P.methodologies", code="TOOL24", version="03.1")
    assert before is not None
    assert scenario.project.read.results.figure("total") == before
