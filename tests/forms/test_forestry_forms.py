"""Forms for forests: what they ask because they are about land, and removals told with the sign of removals."""

import pytest

from forms.blocks import Paragraph, TableBlock
from forms.catalogue import form
from forms.document import FACTS_DOCUMENT
from forms.project import Project
from forms.views import generators
from tests.scenario import Scenario

A_R = [("cdm_ar_pdd", "05"), ("cdm_ssc_ar_pdd", "02")]
FORESTRY = [*A_R, ("ji_lulucf_pdd", "01")]
_TEXTS = {"number": "1", "unit": "tCO2e", "description": "own numbers"}
_MONITORED = {"unit": "tCO2e", "kind": "monitored", "description": "own quantity", "source": "inventory"}


def forest(*, baseline: str, actual: str, leakage: str) -> Scenario:
    """Two years of a forest: net removals of baseline and project and leakage, in t CO2e a year."""
    scenario = Scenario("ji_lulucf_pdd", "01")
    scenario.given("P.crediting.start", "2010-01-01").given("P.crediting.length", "2 years")
    equations = {"BE[y]": "-B", "PE[y]": "-A", "LE[y]": "L", "ER[y]": "BE[y] - PE[y] - LE[y]"}
    for symbol, expression in equations.items():
        scenario.given_row("X.equations", symbol=symbol, expression=expression, **_TEXTS)
    for symbol in "BAL":
        scenario.given_row("X.parameters", symbol=symbol, **_MONITORED)
    scenario.given_row("P.methodologies", code="specific", version="1")
    return scenario.given_inputs({"I.B.value": baseline, "I.A.value": actual, "I.L.value": leakage})


def blocks(scenario: Scenario, name: str) -> list:
    return list(generators()[name](scenario.project.read))


def table(scenario: Scenario, name: str) -> TableBlock:
    return next(block for block in blocks(scenario, name) if isinstance(block, TableBlock))


def words(row) -> list[str]:
    return [cell.text for cell in row]


# -- removals -----------------------------------------------------------------------------------------------


def test_net_removals_are_those_of_the_project_less_baseline_less_leakage():
    """5/CMP.1, annex, paragraph 1(f). By hand: 45,000 - 2,000 - 1,500 = 41,500 a year."""
    shown = table(forest(baseline="2000", actual="45000", leakage="1500"), "removals_by_year")
    assert words(shown.rows[0]) == ["2010", "2,000", "45,000", "1,500", "41,500"]
    assert words(shown.totals[0])[1:] == ["4,000", "90,000", "3,000", "83,000"]


def test_a_baseline_that_loses_carbon_is_negative_and_adds_to_the_result():
    """By hand: 45,000 + 120,000 - 1,500 = 163,500."""
    shown = table(forest(baseline="-120000", actual="45000", leakage="1500"), "enhancements_by_year_ji")
    assert words(shown.rows[0]) == ["2010", "45,000", "1,500", "-120,000", "163,500"]


def test_rounding_never_claims_more():
    """Removals of the baseline 2,000.4 and leakage 1,500.2 go up, removals of the project 45,000.6 down."""
    shown = table(forest(baseline="2000.4", actual="45000.6", leakage="1500.2"), "removals_by_year")
    assert words(shown.rows[0])[1:] == ["2,001", "45,000", "1,501", "41,498"]


def test_a_baseline_without_change_is_zero_without_a_sign():
    shown = table(forest(baseline="0", actual="10", leakage="0"), "baseline_removals")
    assert words(shown.rows[0]) == ["2010", "0"]


def test_the_project_less_leakage_stands_before_the_baseline():
    shown = table(forest(baseline="2000", actual="45000", leakage="1500"), "project_less_leakage_ji")
    assert words(shown.rows[0]) == ["2010", "43,500"]


def test_the_estimate_has_total_length_and_average():
    totals = table(forest(baseline="2000", actual="45000", leakage="1500"), "removals_estimate").totals
    assert [row[1].text for row in totals] == ["83,000", "2", "41,500"]


def test_units_are_counted_from_what_was_removed_since_the_start():
    rows = table(forest(baseline="2000", actual="45000", leakage="1500"), "removals_since_start").rows
    assert [row[2].text for row in rows] == ["41,500", "83,000"]


@pytest.mark.parametrize("name", ["removals_by_year", "removals_estimate", "enhancements_ji", "removals_since_start"])
def test_missing_removals_are_not_zero(name):
    (shown,) = blocks(forest(baseline="", actual="45000", leakage="0"), name)[:1]
    assert isinstance(shown, Paragraph)
    assert shown.style == "missing"


def test_only_figures_with_the_sign_of_the_calculation_carry_its_code():
    row = table(forest(baseline="2000", actual="45000", leakage="1500"), "removals_by_year").rows[0]
    assert [cell.trace for cell in row] == ["", "", "", "leakage[2010]", "reductions[2010]"]


# -- land ---------------------------------------------------------------------------------------------------


def test_strata_and_parcels_are_the_same_land():
    scenario = (
        Scenario(*A_R[0])
        .given_row("P.strata", name="Fir", area="80.25")
        .given_row("P.strata", name="Oak", area="120.5")
    )
    scenario.given_row("P.land", parcel="1", area="200.75")
    rows = table(scenario, "land_total").rows
    assert [words(row)[1:] for row in rows] == [["2", "200.75"], ["1", "200.75"]]
    assert len(blocks(scenario, "land_total")) == 1


def test_areas_that_differ_are_told():
    scenario = Scenario(*A_R[0]).given_row("P.strata", name="Fir", area="80").given_row("P.land", parcel="1", area="90")
    assert "10.00 ha" in blocks(scenario, "land_total")[1].runs[0].text


def test_a_stratum_without_an_area_leaves_the_sum_open():
    scenario = Scenario(*A_R[0]).given_row("P.strata", name="Fir", area="80").given_row("P.strata", name="Oak")
    assert words(table(scenario, "land_total").rows[0]) == ["Strata", "2", "–"]


@pytest.mark.parametrize(
    ("path", "allowed", "refused"),
    [
        ("P.forest.crown_cover", ("10", "30"), ("9", "31")),
        ("P.forest.area", ("0.05", "1"), ("0.04", "1.1")),
        ("P.forest.height", ("2", "5"), ("1.9", "6")),
    ],
)
def test_the_definition_of_forest_keeps_to_the_ranges_of_the_accords(path, allowed, refused):
    """16/CMP.1, annex, paragraph 1(a)."""
    scenario = Scenario(*A_R[0])
    for value in (*allowed, *refused):
        read = scenario.given(path, value).project.read
        assert read.constraint_holds(FACTS_DOCUMENT, read.field(FACTS_DOCUMENT, path)) == (value in allowed), value


# -- what is asked ------------------------------------------------------------------------------------------


def is_asked(project: Project, path: str) -> bool:
    return project.read.state(FACTS_DOCUMENT, path).relevant


@pytest.mark.parametrize(("form_id", "version"), FORESTRY)
def test_a_form_for_forests_asks_for_land_and_not_for_machines(form_id, version):
    project = Project.new(form_id, version)
    assert is_asked(project, "P.strata")
    assert not is_asked(project, "P.equipment")


@pytest.mark.parametrize(("form_id", "version"), [("cdm_pdd", "12.0"), ("cdm_ssc_pdd", "03"), ("ji_ssc_pdd", "01.1")])
def test_other_forms_ask_for_machines_and_not_for_land(form_id, version):
    project = Project.new(form_id, version)
    assert is_asked(project, "P.equipment")
    assert not is_asked(project, "P.strata")
    assert not is_asked(project, "P.programme.criteria")


def test_a_small_forest_has_none_of_the_three_small_scale_types():
    assert not is_asked(Project.new("cdm_ssc_ar_pdd", "02"), "P.ssc_type")
    assert is_asked(Project.new("cdm_ssc_pdd", "03"), "P.ssc_type")


def test_temporary_units_belong_to_the_cdm_alone():
    assert is_asked(Project.new("cdm_ar_pdd", "05"), "P.non_permanence")
    assert not is_asked(Project.new("ji_lulucf_pdd", "01"), "P.non_permanence")


@pytest.mark.parametrize(("activity", "asked"), [("reforestation", True), ("forest_management", False)])
def test_eligibility_of_the_land_is_a_question_of_new_forests(activity, asked):
    project = Scenario("ji_lulucf_pdd", "01").given("P.land_use", activity).project
    assert is_asked(project, "P.eligibility") is asked


# -- the forms ----------------------------------------------------------------------------------------------


def parts_of(form_id: str, version: str) -> list[str]:
    return [section.id for section in form(form_id, version).sections if section.level == 1]


def test_the_form_for_forests_has_eight_parts_and_four_annexes():
    """Contents of the form as printed in filled forms of versions 04 and 05."""
    assert parts_of("cdm_ar_pdd", "05") == [*"ABCDEFGH", "Annex1", "Annex2", "Annex3", "Annex4"]


def test_the_small_form_has_six_parts_and_the_declaration_of_the_communities():
    """Notes on the content of CDM-SSC-AR-PDD version 02."""
    assert parts_of("cdm_ssc_ar_pdd", "02") == [*"ABCDEF", "Annex1", "Annex2", "Annex3"]
    assert "low-income communities" in form("cdm_ssc_ar_pdd", "02").section("Annex3").title


@pytest.mark.parametrize(("form_id", "version"), A_R)
def test_socio_economic_impacts_cover_what_the_modalities_name(form_id, version):
    """5/CMP.1, annex, appendix B, paragraph 2."""
    effects = next(asked for path, asked in form(form_id, version).fields.items() if path.endswith("1.effects"))
    subjects = {choice.code for choice in effects.column("subject").choices}
    assert {"communities", "indigenous", "tenure", "employment", "food", "culture", "fuelwood"} <= subjects


@pytest.mark.parametrize(("form_id", "version"), FORESTRY)
def test_all_five_pools_are_asked_for(form_id, version):
    pools = next(asked for asked in form(form_id, version).fields.values() if asked.home == "P.pools")
    assert len(pools.column("pool").choices) == pools.min_rows == 5


def test_the_small_form_tells_the_yearly_average_that_the_limit_is_about():
    shipped = form("cdm_ssc_ar_pdd", "02")
    assert shipped.fields["A.4.6.average"].calculate == "calculation.annual_average"
    assert shipped.fields["A.4.6.largest"].unit == "tCO2e"
