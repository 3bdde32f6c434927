"""Figures and tables are counted in the order of print, and references to them say the number that they have now."""

import pytest

from desktop.samples import content, samples
from forms import prose
from forms.blocks import Captioned, Figure, Paragraph, ParameterBlock, Run, TableBlock, text_run
from forms.document import Reader
from forms.evidence import attachment
from forms.insertions import insertable, pictures, shown
from forms.manuscript import section_head
from forms.numbering import link_of, numbered, numbering
from forms.project import Project
from forms.rules import Checker, check
from forms.views.fields import section_parts

FORM, PLACE, LATER = "cdm_pdd", "A.1.purpose", "B.4.statement"
TARIFFS = "Table: Tariffs {#tariffs}\n\n| Year | Tariff |\n|---|--:|\n| 2010 | 125 |\n"
COSTS = "Table: Costs {#costs}\n\n| Year | Cost |\n|---|--:|\n| 2010 | 7 |\n"


def project_saying(words, path=PLACE):
    project = Project(content("los_cocos").snapshot)
    project.set(FORM, path, prose.parse_markdown(words))
    return project


def told(project, path=PLACE):
    return prose.plain_text(project.read.value(path))


def problems(project):
    return [found for found in check(project.snapshot).problems if found.rule == "REF-02"]


def captioned(blocks):
    for block in blocks:
        if isinstance(block, ParameterBlock):
            yield from captioned(item for _, value in block.rows for item in value)
        elif isinstance(block, Captioned) and block.numbered:
            yield block


def test_references_say_the_number_in_print():
    project = project_saying(f"See {{{{table:tariffs}}}} and {{{{picture:B.6.4.chart}}}}.\n\n{TARIFFS}")
    assert told(project).startswith("See Table 1 and Figure 4.")


def test_a_table_put_in_before_moves_all_numbers_behind_it():
    project = project_saying(f"See {{{{table:tariffs}}}}.\n\n{TARIFFS}")
    project.set(FORM, PLACE, prose.parse_markdown(f"See {{{{table:tariffs}}}}.\n\n{COSTS}\n\n{TARIFFS}"))
    assert told(project).startswith("See Table 2.")


def test_another_narrative_says_the_new_number_too():
    project = project_saying("See {{table:B.3.sources}}.", LATER)
    assert told(project, LATER) == "See Table 2."
    project.set(FORM, PLACE, prose.parse_markdown(TARIFFS))
    assert told(project, LATER) == "See Table 3."


def test_what_does_not_apply_is_not_counted():
    project = project_saying(f"{TARIFFS}\n\n{{{{picture:B.6.4.chart}}}}")
    before = shown(project.read, "picture:B.6.4.chart")
    project.put("facts", "P.sites", None)
    assert (before, shown(project.read, "picture:B.6.4.chart")) == ("Figure 4", "Figure 3")


def test_the_window_counts_as_print_does():
    """Over all samples and documents: the numbers offered to a narrative are those of the printed manuscript."""
    for sample in samples():
        snapshot = content(sample.id).snapshot
        for document in (snapshot.main, *snapshot.companions):
            read = Reader(snapshot).about(document)
            parts = [
                part for section in read.form(document).sections for part in section_parts(read, document, section)
            ]
            printed = numbered(block for part in parts for block in part.blocks)
            assert {link_of(block): block.numbered[0].text for block in captioned(printed)} == {
                link: found.label for link, found in numbering(read).items()
            }


def test_a_companion_counts_its_own_and_names_the_design_document_for_the_others():
    project = Project(content("los_cocos").snapshot)
    (companion, *_) = project.snapshot.companions
    assert shown(project.read.about(companion), "picture:B.6.4.chart") == "Figure 4 of the design document"


def test_a_reference_without_its_target_is_a_problem_and_says_so_in_the_text():
    project = project_saying(f"See {{{{table:tariffs}}}}.\n\n{TARIFFS}")
    assert not problems(project)
    gone = (Paragraph((Run("See "), Run("Table 1", frozenset(), "table:tariffs"), Run("."))),)
    project.set(FORM, PLACE, gone)
    assert told(project) == "See [Table 1: no longer there]."
    (problem,) = problems(project)
    assert "“Table 1” (table:tariffs)" in problem.message
    assert problem.severity.value == "error"


def test_the_words_that_a_target_is_gone_are_said_once():
    project = project_saying("x")
    gone = (Paragraph((Run("[Table 1: no longer there]", frozenset(), "table:tariffs"),)),)
    project.set(FORM, PLACE, gone)
    assert told(project) == "[Table 1: no longer there]"


def test_the_check_follows_a_target_that_goes():
    project = project_saying("See {{table:tariffs}}.", LATER)
    project.set(FORM, PLACE, prose.parse_markdown(TARIFFS))
    checker = Checker()
    project.listen(lambda edit, _: checker.note(edit))
    assert not [found for found in checker.check(project.snapshot).problems if found.rule == "REF-02"]
    project.set(FORM, PLACE, prose.parse_markdown("No table."))
    assert [found.path for found in checker.check(project.snapshot).problems if found.rule == "REF-02"] == [LATER]


def test_pictures_of_the_evidence_list_can_be_shown_and_referred_to():
    project = project_saying("x")
    key = project.add_row("facts", "P.evidence")
    file = project.attach(attachment("plan.png", b"\x89PNG"))
    project.set("facts", f"P.evidence[{key}].title", "Site plan")
    project.set("facts", f"P.evidence[{key}].file", file)
    shown_one = next(picture for picture in pictures(project.read) if picture.evidence == key)
    assert shown_one == Figure(key, "Site plan", "Site plan")
    project.set(FORM, PLACE, (shown_one,))
    offered = {item.link: (item.label, item.kind) for item in insertable(project.read)}
    assert offered[f"picture:{key}"] == ("Figure 1. Site plan", "picture")


# -- a manuscript ---------------------------------------------------------------------------------------------------


def table(name, *rows, caption="Tariffs"):
    return TableBlock((), rows, caption=caption, name=name)


def labels(pieces):
    return ["".join(run.text for run in block.numbered) for block in captioned(pieces)]


def test_figures_and_tables_are_counted_apart_also_in_boxes():
    box = ParameterBlock("", (("Plan", (Figure("plan", "Site plan", ""),)),))
    made = numbered([table("a", ()), box, Figure("map", "Map", ""), table("b", ())])
    assert labels(made) == ["Table 1. Tariffs", "Figure 1. Site plan", "Figure 2. Map", "Table 2. Tariffs"]


@pytest.mark.parametrize("block", [table("a", (), caption=""), table("a"), Figure("plan", "", "")])
def test_without_a_caption_or_without_rows_nothing_is_counted(block):
    assert labels(numbered([block])) == []


def test_a_reference_leads_only_to_what_is_printed():
    words = Paragraph(
        (Run("", link="table:a"), Run("Table 9", link="table:gone"), Run("section A.1", link="section:A.1"))
    )
    (_, found, _) = numbered([table("a", ()), words, section_head("A.1", 2, "A.1")])
    assert [(run.text, run.link) for run in found.runs] == [
        ("Table 1", "to:table:a"),
        ("Table 9", "table:gone"),
        ("section A.1", "to:section:A.1"),
    ]


# -- how it is written ------------------------------------------------------------------------------------------------


def test_captions_of_tables_and_pictures_are_written_in_markdown_and_kept_in_the_file():
    words = (
        f'See {{{{picture:plan}}}} and {{{{table:tariffs}}}}.\n\n![Site plan](evidence:plan "The fence")\n\n{TARIFFS}'
    )
    paragraph, picture, tariffs = narrative = prose.parse_markdown(words)
    assert [run.link for run in paragraph.runs if run.link] == ["picture:plan", "table:tariffs"]
    assert picture == Figure("plan", "Site plan", "The fence")
    assert (tariffs.caption, tariffs.name) == ("Tariffs", "tariffs")
    assert prose.from_json(prose.to_json(narrative)) == narrative


def test_a_caption_without_a_name_gets_one_of_its_words():
    (found,) = prose.parse_markdown("Table: Tariffs, in USD\n\n| a |\n|---|\n| 1 |\n")
    assert (found.caption, found.name) == ("Tariffs, in USD", "tariffs-in-usd")


def test_a_caption_without_a_table_stays_words():
    assert prose.parse_markdown("Table: none\n\nEnd.") == (
        Paragraph(text_run("Table: none")),
        Paragraph(text_run("End.")),
    )
