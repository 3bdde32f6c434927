"""What is inserted in a narrative stays live, and says nothing that the project does not say."""

import pytest

from desktop.samples import content
from forms import prose
from forms.blocks import Paragraph, Run
from forms.citing import Citation, citation_of, pages_of
from forms.errors import UserError
from forms.exchange import Content, export_project, import_project
from forms.insertions import FIGURES, footnotes, insertable, shown
from forms.project import Project
from forms.rules import Checker
from forms.views.fields import field_blocks

PLACE = ("cdm_pdd", "A.1.purpose")


def told(words, project=None):
    """The CDM sample with these words as its purpose."""
    project = project or Project(content("los_cocos").snapshot)
    project.set(*PLACE, prose.parse_markdown(words))
    return project


def read_back(project):
    return prose.plain_text(project.read.value(PLACE[1]))


def test_a_figure_is_the_one_of_the_result_table():
    project = told("The project reduces {{figure:total}} in all, {{figure:annual_average}} a year.")
    assert read_back(project) == "The project reduces 379,281 t CO₂e in all, 54,183 t CO₂e a year."


def test_a_figure_follows_the_calculation():
    project = told("It reduces {{figure:total}}.")
    project.type_in("facts", "P.crediting.length", "6 years 0 months")
    assert read_back(project) == f"It reduces {shown(project.read, 'figure:total')}."
    assert "379,281" not in read_back(project)


def test_a_fact_is_shown_with_its_unit():
    project = told("A wind farm of {{fact:P.capacity}}.")
    project.type_in("facts", "P.capacity", "52.5")
    assert read_back(project) == "A wind farm of 52.5 MW."


def test_evidence_is_cited_by_its_place_in_the_list_and_renumbers():
    project = told("See {{evidence:NONE}}.")
    first, second = project.read.rows("P.evidence")[:2]
    told(f"See {{{{evidence:{second}}}}}.", project)
    assert read_back(project) == "See [2]."
    project.move_row("facts", "P.evidence", first, 5)
    assert read_back(project) == "See [1]."


def test_a_section_is_named_by_its_number():
    assert read_back(told("As in {{section:B.6.3}}.")) == "As in section B.6.3."


def test_footnotes_are_numbered_in_order_and_printed_below():
    project = told("One.{{note:The first source.}} Two.{{note:The second source.}}")
    assert read_back(project) == "One.1 Two.2"
    blocks = field_blocks(project.read, PLACE[0], project.read.field(*PLACE))
    notes = [block for block in blocks if isinstance(block, Paragraph) and block.style == "note"]
    assert [run.text for note in notes for run in note.runs] == ["1", " The first source.", "2", " The second source."]


@pytest.mark.parametrize(
    ("link", "was", "is_now"),
    [
        ("evidence:gone", "[3]", "[3: no longer there]"),
        ("section:Z.9", "section Z.9", "[section Z.9: no longer there]"),
        ("fact:P.nowhere", "25.2 MW", "25.2 MW"),
    ],
)
def test_a_reference_without_its_target_says_so_and_other_words_stay_as_last_shown(link, was, is_now):
    project = told("")
    project.set(*PLACE, (Paragraph((Run("See "), Run(was, frozenset(), link))),))
    assert read_back(project) == f"See {is_now}"


@pytest.mark.parametrize("link", ["figure:nothing", "fact:P.evidence", "fact:P.nowhere", "section:Z.9", "file:/etc"])
def test_only_what_is_offered_is_shown(link):
    assert shown(Project(content("los_cocos").snapshot).read, link) == ""


def test_narratives_are_not_inserted_into_one_another():
    offered = {item.link for item in insertable(Project(content("los_cocos").snapshot).read)}
    assert "fact:P.location" not in offered
    assert {f"figure:{name}" for name in FIGURES} <= offered


def test_insertions_travel_in_the_archive():
    project = told("It reduces {{figure:total}}.{{note:From the workbook.}}")
    archive = export_project(Content(project.snapshot))
    again = import_project(archive)
    assert again.snapshot.of(PLACE[0])[PLACE[1]] == project.snapshot.of(PLACE[0])[PLACE[1]]
    assert export_project(again) == archive


@pytest.mark.parametrize("link", ["http://example.org", "figure", "note:{{x}}", "fact:\n"])
def test_a_link_of_another_kind_is_no_narrative(link):
    with pytest.raises(UserError):
        prose.from_json([{"paragraph": [{"text": "x", "marks": [], "link": link}]}])


def test_the_check_looks_at_what_is_shown_now():
    """A rule that reads a narrative runs again when what is inserted there changes."""
    project = told("It reduces {{figure:total}}.")
    checker = Checker()
    project.listen(lambda edit, _: checker.note(edit))
    checker.check(project.snapshot)
    project.type_in("facts", "P.crediting.length", "6 years 0 months")
    assert checker.check(project.snapshot).problems == Checker().check(project.snapshot).problems


def test_a_narrative_without_notes_has_none_below():
    assert footnotes(prose.parse_markdown("Plain words.")) == ()


def test_pages_of_evidence_are_cited_behind_its_number():
    project = told("")
    second = project.read.rows("P.evidence")[1]
    told(f"See {{{{evidence:{second}#pp. 3-5}}}} and {{{{evidence:{second}}}}}.", project)
    assert read_back(project) == "See [2, pp. 3-5] and [2]."


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("12", "p. 12"),
        (" 3-5 ", "pp. 3-5"),
        ("3, 7–9", "pp. 3, 7–9"),
        ("p. 12", "p. 12"),
        ("sheet Load", "sheet Load"),
        ("{12]", "(12)"),
        ("", ""),
    ],
)
def test_pages_are_printed_as_pages_and_other_words_as_they_are(typed, printed):
    assert pages_of(typed) == printed


@pytest.mark.parametrize("cited", [Citation("ab-1_2"), Citation("ab-1_2", "sheet #3, row 7")])
def test_a_citation_is_read_back_from_its_link(cited):
    assert prose.is_link(cited.link)
    assert citation_of(cited.link) == cited


def test_a_citation_with_pages_travels_in_the_archive():
    project = told("")
    first = project.read.rows("P.evidence")[0]
    told(f"See {{{{evidence:{first}#p. 12}}}}.", project)
    again = import_project(export_project(Content(project.snapshot)))
    assert prose.plain_text(Project(again.snapshot).read.value(PLACE[1])) == "See [1, p. 12]."


def test_a_citation_with_pages_of_evidence_that_is_gone_says_so():
    project = told("")
    project.set(*PLACE, (Paragraph((Run("See "), Run("[3, p. 12]", frozenset(), "evidence:gone#p. 12"))),))
    assert read_back(project) == "See [3, p. 12: no longer there]"
