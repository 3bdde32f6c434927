"""What goes to a host authority: criteria table, checklists, summary and draft of the letter."""

from forms.blocks import ListBlock, Paragraph, ParameterBlock, TableBlock
from forms.catalogue import companion_forms, form
from forms.document import companion_document
from forms.views import generators
from tests.forms.rules.projects import cdm, sample


def shown(scenario, content, document=""):
    read = scenario.project.read.about(document) if document else scenario.project.read
    return tuple(generators()[content](read))


def table(blocks):
    [found] = [block for block in blocks if isinstance(block, TableBlock)]
    return [[cell.text for cell in row] for row in (*found.rows, *found.totals)]


def words(blocks):
    return " ".join(
        "".join(run.text for run in runs)
        for block in blocks
        if isinstance(block, Paragraph | ListBlock)
        for runs in (block.items if isinstance(block, ListBlock) else (block.runs,))
    )


def box(blocks):
    [found] = [block for block in blocks if isinstance(block, ParameterBlock)]
    return {label: words(content) for label, content in found.rows}


def test_the_application_is_a_companion_for_the_host():
    application = form("host_application", "1")
    assert application in companion_forms()
    assert application.recipients == ("host",)


def test_the_application_repeats_facts_and_asks_for_the_rest():
    application = form("host_application", "1")
    views = {asked.home for asked in application.fields.values() if asked.home}
    assert {"P.claims", "P.host_documents", "P.technology_transfer", "P.capacity_building", "P.participants"} <= views
    assert {asked.content for asked in application.fields.values() if asked.content} == {
        "host_authority", "host_project_summary", "host_criteria", "host_documents", "host_letter_statements",
        "host_draft_letter",
    }  # fmt: skip


def test_every_field_of_the_application_says_where_it_comes_from():
    own = [asked for asked in form("host_application", "1").fields.values() if not asked.home and not asked.content]
    assert [asked.path for asked in own if not (asked.source and asked.help)] == []


def test_the_criteria_table_shows_claims_and_the_decision():
    blocks = shown(sample("los_cocos"), "host_criteria")
    rows = table(blocks)
    assert len(rows) == 12
    assert rows[4][:3] == [
        "Society: Jobs",
        "improves",
        "Lasting posts, of which held by residents: 0 (2010), 8, of which 5 (2012)",
    ]
    assert "Something improves in every dimension." in words(blocks)


def test_a_scale_of_numbers_is_added_up_by_group():
    scenario = cdm().given_parties(host="TH")
    scenario.given_row("P.claims", criterion="2.1", score="2", direction="improves")
    scenario.given_row("P.claims", criterion="2.3", score="-1", direction="worsens")
    rows = table(shown(scenario, "host_criteria"))
    assert ["Social: Health", "gets worse", "−1", "–", "–"] in rows
    assert [row[::2][:2] for row in rows[-2:]] == [["Social", "+1"], ["Total", "+1"]]
    assert sum(row[1] == "not answered yet" for row in rows) == 22


def test_a_benefit_beyond_the_criteria_is_shown_after_them():
    scenario = cdm().given_parties(host="AE")
    scenario.given_row("P.claims", dimension="society", indicator="Wells drilled", target="4", direction="improves")
    assert "Wells drilled: 4" in words(shown(scenario, "host_criteria"))


def test_rules_that_were_not_read_are_marked():
    assert "confirm them" in words(shown(cdm().given_parties(host="PE"), "host_criteria"))
    assert "confirm them" not in words(shown(cdm().given_parties(host="TH"), "host_criteria"))


def test_the_checklist_shows_standing_and_evidence():
    rows = table(shown(sample("sudenai"), "host_documents"))
    assert [row[1] for row in rows] == ["Enclosed", "Enclosed", "Pending", "Enclosed", "Pending"]
    assert rows[0][2].startswith("Endorsement of the project idea")
    assert rows[0][3] == "21 February 2007"


def test_the_summary_holds_the_figures_of_the_registry():
    """CDM registry, project 7093: 54,183 t a year, 379,281 t; 25.2 MW in 14 turbines."""
    summary = box(shown(sample("los_cocos"), "host_project_summary"))
    assert summary["Emission reductions a year"] == "54,183 t CO₂e"
    assert summary["Emission reductions in the crediting period"] == "379,281 t CO₂e"
    assert summary["Installed capacity"] == "25.2 MW"
    assert summary["Technology"].startswith("14 × Wind turbine")
    assert summary["Investment"] == "75,300,000 USD"
    assert summary["Crediting period"] == "1 January 2013 to 31 December 2019"


def test_the_summary_of_a_blank_project_says_what_is_missing():
    summary = box(shown(cdm(), "host_project_summary"))
    assert summary["Title"] == summary["Emission reductions a year"] == "(not answered yet)"


def test_the_summary_says_why_something_is_blank():
    assert box(shown(sample("sudenai"), "host_project_summary"))["Investment"].startswith("Left blank on purpose")


def test_the_draft_letter_makes_the_statements_of_the_mechanism():
    letter = words(shown(sample("los_cocos"), "host_draft_letter"))
    assert "which it has ratified" in letter
    assert "helps Dominican Republic to achieve sustainable development" in letter
    assert "Empresa Generadora de Electricidad Haina, S.A." in letter
    assert ".." not in letter
    ji = words(shown(sample("sudenai"), "host_draft_letter"))
    assert "Article 6 of the Kyoto Protocol" in ji
    assert "sustainable development" not in ji


def test_the_draft_letter_of_south_africa_gives_the_title_to_the_reductions():
    """Regulation 721 of 2005, regulation 7(5)(f)."""
    letter = words(shown(cdm(title="Wind").given_parties(host="ZA"), "host_draft_letter"))
    assert "sell the title and all rights" in letter


def test_statements_are_ticked_off_against_the_letters():
    rows = table(shown(sample("los_cocos"), "host_letter_statements"))
    assert [row[1] for row in rows] == ["yes"] * 4
    assert {row[1] for row in table(shown(sample("sudenai"), "host_letter_statements"))} == {"no letter yet"}


def test_an_application_is_about_its_own_host():
    scenario = cdm().given_parties(host="TH").given_row("P.parties", party="VN", role="host")
    vietnam = scenario.last_row
    scenario.given_row("P.documents", form="host_application:1", party=vietnam)
    document = companion_document(scenario.last_row)
    assert box(shown(scenario, "host_authority", document))["Host Party"] == "Viet Nam"
    assert len([block for block in shown(scenario, "host_authority") if isinstance(block, ParameterBlock)]) == 2


def test_the_authority_is_shown_with_its_languages():
    shown_box = box(shown(cdm().given_parties(host="TH"), "host_authority"))
    assert shown_box["Languages of the application"] == "Thai and English"
    assert "dates not known" in shown_box["Rules used here"]


def test_nothing_is_made_up_while_no_host_is_named():
    assert all(shown(cdm(), f"host_{name}") == () for name in ("authority", "criteria", "documents", "draft_letter"))
