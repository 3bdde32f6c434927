"""What is left and what blocks, section by section."""

from __future__ import annotations

from forms.problems import Severity
from forms.project import Project
from ui.completeness import completeness
from ui.section_page import SectionPage

MAIN = "ji_ssc_pdd"


def lines(office) -> dict[tuple[str, str], str]:
    tree = office.window.inspector.problems.progress.tree
    found = {}
    for number in range(tree.topLevelItemCount()):
        top = tree.topLevelItem(number)
        for row in range(top.childCount()):
            item = top.child(row)
            found[tuple(item.data(0, 257))] = item.text(1)
    return found


def test_missing_answers_and_errors_are_counted_by_section(qtbot, office, problem):
    office.project.type_in(MAIN, "A.2.purpose", "x")
    warned = problem("A.2.purpose", severity=Severity.WARNING)
    office.check(qtbot, problem("A.2.purpose"), problem("A.2.history"), warned)
    section = office.project.read.form(MAIN).section("A.2")
    missing = [place for place in office.window.checking.completeness.missing if place[0] == MAIN]
    here = sum(path in {field.path for field in section.fields} for _, path in missing)
    assert lines(office)[MAIN, "A.2"] == f"{here} left · 1 blocks"


def test_the_review_is_no_document_to_be_filled_in(qtbot, office, problem):
    office.check(qtbot, problem("R.findings", document="review"))
    assert all(document != "review" for document, _ in office.window.checking.completeness.fills)
    assert all(document != "review" for document, _ in lines(office))


def test_the_summary_says_how_much_is_left(qtbot, office):
    office.check(qtbot)
    summary = office.window.inspector.problems.progress.summary.text()
    assert summary.startswith(f"{len(office.window.checking.completeness.missing)} required answers are left")


def test_a_click_goes_to_what_is_left(qtbot, office):
    office.window.actions_by_id["show_progress"].trigger()
    progress = office.window.inspector.problems.progress
    item = progress.tree.topLevelItem(0).child(0).child(0)
    progress.tree.itemClicked.emit(item, 0)
    assert office.window.navigator.focus[0] == "facts"
    assert progress.isVisible()


def test_problems_and_progress_share_a_tab(office):
    office.window.actions_by_id["show_progress"].trigger()
    assert office.window.inspector.problems.progress.isVisible()
    office.window.actions_by_id["show_problems"].trigger()
    assert not office.window.inspector.problems.progress.isVisible()


def test_what_ceased_to_apply_since_the_check_is_passed_over(qtbot, office):
    route, comparable = "B.2.route", (MAIN, "B.2.comparable")
    office.project.type_in(MAIN, route, "comparable_determined_project")
    office.check(qtbot)
    checked = office.window.checking.completeness
    office.window.go_to(MAIN, route)
    assert office.window.navigator.following_missing(checked) == comparable
    office.project.type_in(MAIN, route, "within_cdm_methodology")
    assert office.window.navigator.following_missing(checked) not in (comparable, None)


def test_part_one_of_a_programme_lists_its_sections(qtbot, binding, messages):
    """CDM-PoA-DD version 03.0: part I has the sections A to G, part II has A to C once more."""
    project = Project.new("cdm_poa_dd", "03.0")
    binding.attach(project)
    form = project.read.form("cdm_poa_dd")
    page = SectionPage(binding, messages, "cdm_poa_dd", form, form.section("PartI"))
    qtbot.addWidget(page)
    page.finish()
    page.show_completeness(completeness(project.snapshot))
    states = page.overview.states
    assert list(states) == list("ABCDEFG")
    assert all(states[section].text().endswith("to answer") for section in "ABE")
    page.resize(900, 700)
    page.show()
    page.settle()
    assert len({state.x() for state in states.values()}) == 1


def test_the_sections_of_a_part_count_for_it():
    filled = completeness(Project.new("cdm_poa_dd", "03.0").snapshot)
    of = [filled.of("cdm_poa_dd", section).required for section in "ABCDEFG"]
    assert filled.of("cdm_poa_dd", "PartI").required == sum(of) > 0
