"""What is made from a project: the report of the check, the calculation annex, the accounting of JI units."""

import csv
import datetime as dt
import io
from decimal import Decimal

import pypdf
import pytest

from desktop.samples import content
from forms.blocks import EquationBlock, TableBlock
from forms.document import Reader
from forms.justification import justify
from forms.periods import Period
from forms.problems import Severity, Step
from forms.project import Project
from forms.rules import check
from forms.views import accounting, generators
from forms.views.annex import annex
from forms.views.checking import check_csv, justification_table, problem_table, rule_table
from reports.dossier import dossier, print_dossier


@pytest.fixture(scope="module")
def sudenai():
    return content("sudenai").snapshot


def words_of(file):
    return " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(file).pages).split())


# -- the report of the check ----------------------------------------------------------------------------------


def test_the_report_says_for_whom_by_which_rules_and_what_passing_does_not_mean(sudenai, tmp_path):
    print_dossier(dossier("check-report"), sudenai, tmp_path / "x.pdf")
    words = words_of(tmp_path / "x.pdf")
    result = check(sudenai)
    assert f"{result.rule_set}, {len(result.rules)} rules applied" in words
    assert "6 November 2007" in words
    assert "does not mean that the project will be validated" in words
    assert words.index("Submission checks") < words.index("Quality checks") < words.index("Rules applied")


def test_submission_and_quality_checks_are_two_tables():
    blank = Project.new("cdm_pdd", "12.0")
    result = check(blank.snapshot)
    shown = [len(problem_table(blank.read, result, step).rows) for step in (Step.SUBMISSION, Step.QUALITY)]
    assert sum(shown) == len(result.problems)
    assert shown[0]


def test_a_problem_is_shown_with_the_question_of_its_place_rule_remedy_and_source(sudenai):
    [row] = [row for row in problem_table(Reader(sudenai), check(sudenai), Step.SUBMISSION).rows
             if row[1].text == "JI-P06"]  # fmt: skip
    assert row[2].text == "approval: Letters of approval"
    assert all(cell.text for cell in row)
    assert row[5].text == "9/CMP.1, annex, paragraph 33(a)"


def test_every_rule_that_was_applied_is_listed_with_its_result(sudenai):
    result = check(sudenai)
    table = rule_table(result)
    assert [row[0].text for row in table.rows] == [rule.id for rule in result.rules]
    found = {row[0].text: row[3].text for row in table.rows}
    assert (found["JI-P06"], found["JI-C01"]) == ("warning: 1", "passed")


def test_a_justified_warning_is_listed_with_its_reason(sudenai):
    project = Project(sudenai)
    [problem] = [problem for problem in check(sudenai).problems if problem.severity is Severity.WARNING]
    justify(project, problem, "The letter follows with the determination.", by="Rasa", on=dt.date(2007, 11, 5))
    result = check(project.snapshot)
    [row] = justification_table(project.read, result).rows
    assert (row[3].text, row[4].text) == ("The letter follows with the determination.", "Rasa, 05/11/2007")
    shown = [row[0].text for row in problem_table(project.read, result, Step.SUBMISSION).rows]
    assert "Warning, justified" in shown


def test_the_csv_has_a_row_for_each_problem_and_runs_no_formula(sudenai):
    project = Project(sudenai)
    project.type_in("facts", "P.parties[lt].authority", "")
    [problem] = [problem for problem in check(sudenai).problems if problem.severity is Severity.WARNING]
    justify(project, problem, '=HYPERLINK("http://example.org")')
    result = check(project.snapshot)
    rows = list(csv.DictReader(io.StringIO(check_csv(project.read, result))))
    assert len(rows) == len(result.problems)
    assert [row["justified"] for row in rows if row["rule"] == "JI-P06"] == ['\'=HYPERLINK("http://example.org")']


# -- the annex ------------------------------------------------------------------------------------------------


def chapters(snapshot):
    return dict(annex(Reader(snapshot)))


def test_the_annex_shows_inputs_then_equations_then_results(sudenai):
    assert list(chapters(sudenai)) == [
        "Inputs of the JI-specific approach", "Equations of the JI-specific approach, in order of calculation",
        "Results by year",
    ]  # fmt: skip


def test_each_equation_comes_after_those_it_rests_on(sudenai):
    blocks = chapters(sudenai)["Equations of the JI-specific approach, in order of calculation"]
    numbers = [block.number for block in blocks if isinstance(block, EquationBlock)]
    methodology = sudenai.methodologies["m1"]
    assert numbers[-1] == "(12)", "the reductions come last"
    assert sorted(numbers) == sorted({equation.number for equation in methodology.equations})


def test_every_input_has_a_row_with_unit_origin_and_source():
    snapshot = content("los_cocos").snapshot
    [table] = chapters(snapshot)["Inputs of ACM0002 version 20.0"]
    assert isinstance(table, TableBlock)
    shown = {row[0].text: [cell.text for cell in row[1:]] for row in table.rows}
    facility = shown["EG_facility [2013 to 2019]"]
    assert (facility[1], facility[2]) == ("74,200", "MWh/yr")
    assert facility[3].startswith("typed: ")
    made = snapshot.results.calculations["m1"]
    used = {row[0].text.partition(" [")[0] for row in table.rows}
    assert used <= {symbol for symbol, _ in made.given}


def test_without_results_the_annex_names_what_is_missing():
    project = Project.new("cdm_pdd", "12.0")
    key = project.add_row("facts", "P.methodologies")
    project.type_in("facts", f"P.methodologies[{key}].code", "ACM0002")
    project.type_in("facts", f"P.methodologies[{key}].version", "20.0")
    [(title, blocks)] = annex(project.read)
    assert (title, blocks[0].style) == ("Calculation", "missing")


# -- the accounting of units ----------------------------------------------------------------------------------


def test_each_eru_is_converted_from_one_unit_of_the_host(sudenai):
    """Lithuania keeps nothing back: the ERUs are the printed reductions of the years, 79,010 in all."""
    made = accounting.units(Reader(sudenai))
    assert [(item.erus, item.converted, item.kept) for item in made[:2]] == [(6078, 6078, 0), (18233, 18233, 0)]
    assert sum(item.erus for item in made) == 79010
    assert {item.commitment_period for item in made} == {"first (2008 to 2012)"}


def test_in_france_units_are_issued_for_nine_tenths_rounded_down(sudenai):
    """Order of 2 March 2007: 90 %; of 18,233 that is 16,409.7."""
    project = Project(sudenai)
    project.type_in("facts", f"P.parties[{project.read.rows('P.parties')[0]}].party", "FR")
    made = accounting.units(project.read)
    assert accounting.share_issued(project.read)[0] == 90
    assert (made[1].erus, made[1].kept) == (Decimal(16409), Decimal(1824))


def test_forestry_is_converted_from_removal_units(sudenai):
    project = Project(sudenai)
    assert accounting.unit_name(project.read) == "AAU"
    key = project.add_row("facts", "P.scopes")
    project.type_in("facts", f"P.scopes[{key}].scope", "14")
    assert accounting.unit_name(project.read) == "RMU"


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [("2012-01-01", "2012-12-31", "first"), ("2013-01-01", "2013-12-31", "second"),
     ("2007-01-01", "2007-12-31", "before"), ("2021-01-01", "2021-12-31", "after"),
     ("2012-09-01", "2013-08-31", "more than one")],
)  # fmt: skip
def test_years_lie_in_their_commitment_period(start, end, words):
    period = Period(start[:4], dt.date.fromisoformat(start), dt.date.fromisoformat(end), Decimal(1), int(start[:4]))
    assert accounting.commitment_period(period).startswith(words)


def test_the_sheet_is_printed_for_ji_projects_alone(sudenai, tmp_path):
    kind = dossier("eru-accounting")
    assert not kind.applies(Reader(content("los_cocos").snapshot))
    print_dossier(kind, sudenai, tmp_path / "x.pdf")
    words = words_of(tmp_path / "x.pdf")
    assert "AAUs converted and cancelled" in words
    assert "This project follows track 2." in words


def test_the_record_of_approvals_names_the_parties_without_a_letter(sudenai):
    project = Project(sudenai)
    [table, _] = generators()["ji_approval_record"](project.read)
    assert [row[1].text for row in table.rows] == [
        "none yet: needed for the determination", "none yet: needed by the first verification",
    ]  # fmt: skip
    key = project.add_row("facts", "P.letters")
    stated = {
        "party": project.read.rows("P.parties")[0], "kind": "approval", "reference": "LT-7", "date": "2008-02-01",
        "unconditional": "yes", "authorised": "Vejo Elektra UAB",
    }  # fmt: skip
    for column, words in stated.items():
        project.type_in("facts", f"P.letters[{key}].{column}", words)
    [table, _] = generators()["ji_approval_record"](project.read)
    assert [cell.text for cell in table.rows[0]] == [
        "Lithuania (host)", "Approval", "LT-7", "01/02/2008", "Yes", "Vejo Elektra UAB",
    ]  # fmt: skip


@pytest.mark.parametrize("kind", ["check-report", "er-annex", "eru-accounting"])
def test_what_is_made_is_an_archive_too(sudenai, tmp_path, kind):
    """Of the rules of PDF/A-3 only the two remain that are false alarms, as for every dossier."""
    pdfa = pytest.importorskip("pikepdf.pdfa")
    print_dossier(dossier(kind), sudenai, tmp_path / "x.pdf")
    found = {finding.rule.split(":")[-1] for finding in pdfa.validate_written(tmp_path / "x.pdf", "3b").findings}
    assert found <= {"6.6.2.3.1-1", "6.6.4-3"}
