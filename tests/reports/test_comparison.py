"""The printed comparison of two states, and the printed table of findings."""

import datetime as dt
from decimal import Decimal

import pypdfium2
import pytest

from desktop.samples import content
from forms.anchors import anchored
from forms.answers import Answer
from forms.comparison import compare
from forms.project import Project
from forms.review import conclude, raise_finding, respond
from forms.views.comparison import comparison_chapters
from forms.views.findings import finding_chapters
from reports.comparison import print_comparison
from reports.dossier import dossier, dossiers_of, print_dossier


@pytest.fixture(scope="module")
def wind():
    return content("los_cocos").snapshot


def words_of(path):
    with pypdfium2.PdfDocument(path) as pdf:
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in pdf).split())


def changed(wind):
    project = Project(wind)
    project.type_in("facts", "P.title", "Los Cocos Wind Power")
    project.put("inputs_m1", "I.EG_facility.value", Answer(Decimal(81620)))
    rows = project.read.rows("P.evidence")
    project.put("facts", "P.evidence", Answer((*rows[2:], rows[1])))
    return project.snapshot


def rows_of(chapters, title):
    return [
        [[(run.text, sorted(run.marks)) for run in cell.runs] for cell in row]
        for name, blocks in chapters
        if name == title
        for block in blocks
        for row in block.rows
    ]


def test_an_answer_is_shown_struck_and_underlined(wind):
    chapters = comparison_chapters(compare(wind, changed(wind)))
    rows = rows_of(chapters, "Project facts: what the forms repeat, answered once")
    assert rows[0][2] == [
        ("Los Cocos Wind Farm Project", ["deleted"]),
        (" ", []),
        ("Los Cocos Wind Power", ["inserted"]),
    ]


def test_rows_that_went_and_moved_are_told(wind):
    chapters = comparison_chapters(compare(wind, changed(wind)))
    changes = [row[1][0][0] for row in rows_of(chapters, "Project facts: what the forms repeat, answered once")]
    assert "row removed" in changes
    assert any(change.startswith("moved from 2 to ") for change in changes)


def test_a_figure_has_its_cause_beside_it(wind):
    chapters = comparison_chapters(compare(wind, changed(wind)))
    first = rows_of(chapters, "Figures and what changed them")[0]
    assert [text for text, _ in first[4]] == ["EG_facility: ", "74,200 MWh/yr", " ", "81,620 MWh/yr"]


def test_the_comparison_is_printed_with_both_sides_and_their_seals(wind, tmp_path):
    built = print_comparison(wind, changed(wind), tmp_path / "d.pdf", names=("sent.cerulean", "mine.cerulean"))
    words = words_of(built.path)
    assert "sent.cerulean" in words
    assert words.count("SHA-256") == 2
    assert "Los Cocos Wind Farm Project" in words


def test_the_same_comparison_has_the_same_bytes(wind, tmp_path):
    first, second = (print_comparison(wind, changed(wind), tmp_path / name).sha256 for name in ("a.pdf", "b.pdf"))
    assert first == second


def test_two_equal_states_say_so(wind, tmp_path):
    assert "No differences." in words_of(print_comparison(wind, wind, tmp_path / "d.pdf").path)


# -- findings ---------------------------------------------------------------------------------------------------


@pytest.fixture
def reviewed(wind):
    """A project with a request that took two rounds, an open one, and one that is private."""
    project = Project(wind)
    place = anchored(wind, wind.main, "A.1.purpose") if "A.1.purpose" in wind.of(wind.main) else None
    by = {"by": "DOE One", "on": dt.date(2012, 3, 1)}
    key = raise_finding(project, "CAR", "The capacity is not that of the licence.", anchor=place,
                        requirement="VVS 3.0, 45", **by)  # fmt: skip
    respond(project, key, "The licence was renewed.", by="Ana", on=dt.date(2012, 3, 10))
    conclude(project, key, "Its date is missing.", close=False, **by)
    respond(project, key, "The date was added.", by="Ana", on=dt.date(2012, 3, 20))
    conclude(project, key, "Seen.", close=True, **by)
    raise_finding(project, "CL", "How was the load factor measured?", due=dt.date(2012, 4, 1), **by)
    raise_finding(project, "FAR", "For our eyes only.", is_private=True, **by)
    return project


def texts(chapters, title):
    found = next(blocks[0] for name, blocks in chapters if name == title)
    return [[cell.text for cell in row] for row in found.rows]


def test_a_request_has_a_row_for_each_round(reviewed):
    rows = texts(finding_chapters(reviewed.read), "Corrective action requests (CAR)")
    assert [(row[0].split("\n")[0], row[5], row[6]) for row in rows] == [
        ("CAR 1", "Stays open", ""),
        ("CAR 1, round 2", "Closed", "Closed"),
    ]
    assert rows[0][2] == "VVS 3.0, 45"
    assert rows[1][3] == "The date was added.\n(Ana, 20/03/2012)"


def test_a_request_without_response_says_so_and_when_it_is_due(reviewed):
    ((finding, place, _, response, *_, status),) = texts(finding_chapters(reviewed.read), "Clarification requests (CL)")
    assert "Response due by 01/04/2012" in finding
    assert (place, response, status) == ("The whole project", "No response yet.", "Open")


def test_private_findings_are_not_printed(reviewed, tmp_path):
    built = print_dossier(dossier("findings"), reviewed.snapshot, tmp_path / "f.pdf")
    assert "our eyes" not in words_of(built.path)
    assert "load factor measured" in words_of(built.path)


def test_a_project_without_findings_has_no_table_of_them(wind, reviewed):
    assert "findings" not in [kind.id for kind in dossiers_of(wind)]
    assert "findings" in [kind.id for kind in dossiers_of(reviewed.snapshot)]
