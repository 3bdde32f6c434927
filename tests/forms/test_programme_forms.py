"""Programmes and bundles: components added up, dates that must fit, and rules that hold for all members."""

import pytest

from forms.blocks import Paragraph, ParameterBlock, TableBlock
from forms.catalogue import form
from forms.document import companion_document
from forms.project import Project
from forms.views import generators
from tests.scenario import Scenario


def programme(**facts: str) -> Scenario:
    """A programme of solar water heaters that starts on 15 January 2013 and lasts 28 years."""
    scenario = Scenario("cdm_poa_dd", "03.0").given("P.start_date", "2013-01-15")
    return scenario.given("P.programme.length", facts.get("length", "28 years"))


def component(scenario: Scenario, title: str, **cells: str) -> Scenario:
    return scenario.given_row("P.programme.components", title=title, **cells)


def blocks(scenario: Scenario, name: str) -> list:
    return list(generators()[name](scenario.project.read))


def rows(scenario: Scenario, name: str) -> list[list[str]]:
    (table,) = [block for block in blocks(scenario, name) if isinstance(block, TableBlock)]
    return [[cell.text for cell in row] for row in (*table.rows, *table.totals)]


# -- programmes ---------------------------------------------------------------------------------------------


def test_components_are_added_up_by_status():
    scenario = component(programme(), "001", status="real_case", reductions="21000")
    component(
        component(scenario, "002", status="planned", reductions="18500"), "003", status="planned", reductions="500"
    )
    assert rows(scenario, "components_summary") == [
        ["Real case at registration", "1", "21,000"],
        ["Planned", "2", "19,000"],
        ["All components", "3", "40,000"],
    ]


def test_a_component_without_an_estimate_leaves_the_sum_open():
    scenario = component(component(programme(), "001", status="planned", reductions="100"), "002", status="planned")
    assert rows(scenario, "components_summary")[-1] == ["All components", "2", "–"]


def test_a_component_that_begins_before_the_programme_is_named():
    """EB 55, annex 38: no component starts before the programme's validation begins."""
    scenario = component(programme(), "001", status="planned", start="2012-06-01")
    component(scenario, "002", status="planned", start="2013-01-15")
    told, *_ = [block for block in blocks(scenario, "components_summary") if isinstance(block, Paragraph)]
    assert told.runs[0].text.endswith("001.")


def test_a_programme_of_28_years_ends_a_day_before_its_29th_begins():
    assert "to 14/01/2041" in blocks(programme(), "programme_end")[0].runs[0].text


def test_the_coordinating_entity_is_shown_with_its_contact():
    scenario = programme().given_parties(host="ZA")
    scenario.given_row("P.participants", entity="Sun Heat Pty Ltd", party=scenario.host_key, city="Pretoria")
    scenario.given("P.programme.coordinator", scenario.last_row)
    (box,) = blocks(scenario, "coordinating_entity")
    assert isinstance(box, ParameterBlock)
    told = {label: value[0].runs[0].text for label, value in box.rows}
    assert (told["Name"], told["Authorised by"], told["City"]) == ("Sun Heat Pty Ltd", "South Africa", "Pretoria")


def test_an_entity_that_is_no_participant_any_more_is_missing():
    scenario = programme().given_row("P.participants", entity="Sun Heat Pty Ltd")
    scenario.given("P.programme.coordinator", scenario.last_row)
    scenario.project.remove_row("facts", "P.participants", scenario.last_row)
    assert blocks(scenario, "coordinating_entity")[0].style == "missing"


def test_each_criterion_has_a_place_to_tick():
    scenario = programme().given_row(
        "P.programme.criteria", name="Inside", condition="In Gauteng.", proof="Address list"
    )
    assert rows(scenario, "criteria_to_check") == [["1", "Inside", "In Gauteng.", "Address list", ""]]


def test_what_the_programme_says_is_asked_where_the_programme_itself_is_described():
    scenario = programme()
    assert scenario.project.read.state("facts", "P.programme.policy").required
    scenario.given("P.programme.title", "Solar Water Heater Programme")
    assert not scenario.project.read.state("facts", "P.programme.policy").required


@pytest.mark.parametrize(("last_day", "fits"), [("2020-12-31", True), ("2020-12-30", False)])
def test_crediting_of_a_component_ends_with_the_programme(last_day, fits):
    """EB 47, annex 29, paragraph 4(h)."""
    scenario = Scenario("cdm_cpa_dd", "02.0").given("P.crediting.start", "2014-01-01")
    scenario.given("P.crediting.length", "7 years").given("A.9.2.poa_end", last_day)
    read = scenario.project.read
    assert read.constraint_holds("cdm_cpa_dd", read.field("cdm_cpa_dd", "A.9.2.poa_end")) is fits


def test_what_is_done_for_each_component_leaves_the_programme_s_section_blank():
    scenario = programme().given("E.1.level", "component")
    read = scenario.project.read
    assert not read.is_relevant("cdm_poa_dd", read.form("cdm_poa_dd").section("E.2"))
    assert read.state("cdm_poa_dd", "E.1.components").required


def test_both_parts_of_the_programme_document_keep_their_letters():
    """Copy of F-CDM-PoA-DD version 03.0: part II begins with A again."""
    titles = {section.id: section.title for section in form("cdm_poa_dd", "03.0").sections}
    assert titles["A.1"] == "Title of the PoA"
    assert titles["PartII.A.1"] == "A.1. Purpose and general description of generic CPAs"


def test_the_numbers_of_the_ji_programme_jump_as_in_the_form():
    ids = {section.id for section in form("ji_poa_dd", "01").sections}
    assert "A.6" in ids
    assert "A.5" not in ids


# -- bundles ------------------------------------------------------------------------------------------------


def bundle(*members: tuple[str, str, str, str]) -> tuple[Project, str]:
    """A small-scale JI project with a bundle beside it: title, type, size and tonnes a year of each member."""
    project = Project.new("ji_ssc_pdd", "01.1")
    row = project.add_row("facts", "P.documents")
    project.type_in("facts", f"P.documents[{row}].form", "ji_ssc_bundle:01.1")
    document = companion_document(row)
    for title, kind, size, tonnes in members:
        key = project.add_row(document, "B.subprojects")
        for column, words in {"title": title, "type": kind, "size": size, "reductions": tonnes}.items():
            project.type_in(document, f"B.subprojects[{key}].{column}", words)
    return project, document


def test_a_bundle_is_added_up_by_type():
    project, document = bundle(
        ("Sudenai", "I", "14", "18233"), ("Lendimai", "I", "8", "11000"), ("Boiler", "III", "9", "9000")
    )
    table, *_ = generators()["bundle_totals"](project.read.about(document))
    shown = [[cell.text for cell in row][1:] for row in (*table.rows, *table.totals)]
    assert shown == [["2", "14", "22", "29,233"], ["1", "9", "9", "9,000"], ["3", "", "", "38,233"]]


@pytest.mark.parametrize("path", ["B.fixed", "C.same"])
def test_members_are_fixed_and_credited_for_the_same_time(path):
    """Provisions for JI small-scale projects, JISC 18, annex 3, paragraph 19."""
    project, document = bundle()
    for word, holds in (("yes", True), ("no", False)):
        project.type_in(document, path, word)
        assert project.read.constraint_holds(document, project.read.field(document, path)) is holds


def test_the_form_of_a_bundle_covers_what_such_a_form_should_cover():
    """EB 21, annex 21, paragraph 5(f), for bundles under the CDM, which the JI form has as its counterpart."""
    asked = form("ji_ssc_bundle", "01.1").fields
    for title in ("A.title", "A.description", "A.participants", "B.estimate", "C.start", "C.length", "D.plan"):
        assert title in asked
    assert {"location", "type", "category"} <= {column.key for column in asked["B.subprojects"].columns}


def test_a_contact_of_a_bundle_has_the_lines_of_the_small_scale_form():
    """Annex 1 of the filled JI SSC PDD form of Sudenai and Lendimai."""
    shown = [column.label for column in form("ji_ssc_bundle", "01.1").fields["Annex1.contacts"].shown_columns]
    assert shown[:4] == ["Organisation", "Street/P.O.Box", "Building", "City"]
    assert shown[-4:] == ["Phone (direct)", "Fax (direct)", "Mobile", "Personal e-mail"]
