"""The application to a host authority in two languages: what is ours in both, what is typed as it was typed."""

from string import Formatter

import pytest

from desktop.samples import content
from forms import prose
from forms.bilingual import TWIN, bilingual, second_language
from forms.blocks import Column, Paragraph, ParameterBlock, TableBlock, cell, text_run
from forms.catalogue import form, host_country
from forms.host_countries.wordings import LANGUAGES, wording
from forms.manuscript import line, section_head
from forms.project import Project
from forms.rules import check
from forms.views import generators
from tests.forms.rules.projects import cdm, ji

APPLICATIONS = ("host_application", "ji_host_application")
SPANISH = wording("es")


def said(runs):
    return "".join(run.text for run in runs)


def own_words(form_id):
    """Headings, labels and heads of columns of an application."""
    asked = form(form_id, "1")
    yield asked.title
    yield from (section.title for section in asked.sections)
    for field in asked.fields.values():
        yield field.label.removesuffix(TWIN)
        yield from (column.label for column in field.shown_columns)


@pytest.fixture
def project():
    return Project(content("los_cocos").snapshot)


@pytest.fixture
def application(project):
    """The application of the sample, before a second language was chosen."""
    name = next(name for name, shipped in project.snapshot.companions.items() if shipped.id == "host_application")
    for path in [path for path in project.snapshot.of(name) if path.rpartition("_")[2] in {"language", "second"}]:
        project.put(name, path, None)
    return name


# -- the words --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form_id", APPLICATIONS)
def test_every_heading_and_label_has_words_in_each_language(form_id, language):
    assert [words for words in own_words(form_id) if not wording(language).get(words)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_languages_have_words_for_the_same_and_keep_its_places(language):
    assert wording(language).keys() == SPANISH.keys()
    for english, other in wording(language).items():
        assert _places(english) == _places(other)
        assert other == other.strip() != ""


def _places(words):
    return {name for _, name, _, _ in Formatter().parse(words) if name is not None}


def test_a_language_without_words_has_none():
    assert wording("de") == {}


# -- which language ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("host", "expected"), [("DO", "es"), ("BR", "pt"), ("MA", "fr"), ("IN", ""), ("TH", "")])
def test_the_first_language_of_the_host_stands_beside_english(host, expected):
    scenario = cdm().given_parties(host=host)
    key = scenario.project.add_row("facts", "P.documents")
    scenario.project.set("facts", f"P.documents[{key}].form", "host_application:1")
    assert second_language(scenario.project.read.about(f"doc_{key}")) == expected


def test_the_choice_in_the_document_goes_before_the_pack(project, application):
    assert second_language(project.read.about(application)) == "es"
    project.set(application, "A.1.second_language", "fr")
    assert second_language(project.read.about(application)) == "fr"
    project.set(application, "A.1.second_language", "none")
    assert second_language(project.read.about(application)) == ""


def test_other_papers_have_one_language(project):
    assert second_language(project.read) == ""


# -- the manuscript ---------------------------------------------------------------------------------------------------


def test_headings_say_both_beside_each_other():
    (head,) = bilingual([section_head("A.2. Cover letter", 2, "A.2")], SPANISH)
    assert said(head.runs) == "A.2. Cover letter · Carta de presentación"
    assert "italic" in head.runs[-1].marks


def test_a_box_says_both_on_one_line_where_they_fit_and_else_below_each_other():
    box = ParameterBlock("", (("Title", (Paragraph(text_run("Los Cocos")),)), ("What is asked for", ())))
    (made,) = bilingual([box], SPANISH)
    assert [label for label, _ in made.rows] == ["Title · Título", "What is asked for\nQué se solicita"]
    assert said(made.rows[0][1][0].runs) == "Los Cocos"


def test_heads_and_known_words_of_a_table_are_in_both_and_typed_words_stay():
    table = TableBlock((Column("Criterion"), Column("Effect")), ((cell("Society: Jobs"), cell("improves")),))
    typed = TableBlock((Column("Capacity (MW)"),), ((cell("25.2"),),))
    made, other = bilingual([table, typed], SPANISH)
    assert [column.label for column in made.columns] == ["Criterion\nCriterio", "Effect\nEfecto"]
    assert [one.text for one in made.rows[0]] == ["Society: Jobs\nSociedad: Empleo", "improves\nmejora"]
    assert other == typed


def test_a_text_given_twice_has_each_label_above_its_own():
    lines = [line("Text of the letter", "label"), line(f"Text of the letter{TWIN}", "label")]
    assert [said(one.runs) for one in bilingual(lines, SPANISH)] == ["Text of the letter", "Texto de la carta"]


def test_words_that_are_the_same_in_both_stand_once():
    (table,) = bilingual([TableBlock((Column("Total"),), ((cell("No"),),))], SPANISH)
    assert (table.columns[0].label, table.rows[0][0].text) == ("Total", "No")


def test_without_a_second_language_nothing_changes():
    pieces = [section_head("A. Application", 1, "A")]
    assert list(bilingual(pieces, {})) == pieces


# -- what is asked and shown ------------------------------------------------------------------------------------------


def test_texts_are_asked_for_twice_once_a_second_language_is_chosen(project, application):
    assert not project.read.state(application, "A.2.text_second").relevant
    project.set(application, "A.1.second_language", "other")
    assert project.read.state(application, "A.2.text_second").relevant


def test_a_text_without_its_translation_is_a_warning(project, application):
    project.set(application, "A.1.second_language", "es")
    project.set(application, "A.2.text_second", prose.parse_markdown("Solicitamos la carta de aprobación."))
    found = {problem.path: problem for problem in check(project.snapshot, "host").problems if problem.rule == "HC-10"}
    assert "A.2.text_second" not in found
    assert (
        found["B.2.overall_second"].message
        == "“Overall statement (second language)” is empty, and the text is given in English."
    )
    assert found["B.2.overall_second"].severity.value == "warning"


@pytest.mark.parametrize(
    ("code", "criterion", "own"),
    [("RU", "k1", "энергетической и экологической эффективности"), ("FR", "additional", "Condition d'additionnalité")],
)
def test_criteria_stand_also_in_the_words_of_the_authority_where_they_were_read(code, criterion, own):
    assert own in host_country(code, "ji").criterion(criterion).own_title
    scenario = ji().given_parties(host=code)
    (table,) = (
        block for block in generators()["host_criteria"](scenario.project.read) if isinstance(block, TableBlock)
    )
    assert any(own in row[0].text for row in table.rows)


def test_the_draft_of_the_letter_makes_its_statements_in_both(project, application):
    blocks = list(generators()["host_draft_letter"](project.read.about(application)))
    words = [said(item) for block in blocks if hasattr(block, "items") for item in block.items]
    assert "La actividad de proyecto «Los Cocos Wind Farm Project» ayuda a Dominican Republic a lograr" in " ".join(
        words
    )
