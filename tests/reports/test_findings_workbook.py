"""Findings as a workbook in the layout of validation protocols: out, filled in by the validator, and in again."""

import datetime as dt
import io

import openpyxl
import pytest

from forms.anchors import anchored
from forms.errors import Damaged, UserError
from forms.findings_sheet import HEADS, sheet_rows, take_rows
from forms.project import Project
from forms.review import conclude, findings, raise_finding, respond
from reports.findings_workbook import findings_workbook, workbook_rows

DAY = dt.date(2012, 8, 27)


@pytest.fixture
def project():
    made = Project.new("cdm_pdd", "12.0")
    made.type_in("facts", "P.title", "Los Cocos Wind Farm")
    anchor = anchored(made.snapshot, "facts", "P.title", "Cocos")
    car = raise_finding(
        made, "CAR", "=1+1 is no title", anchor=anchor, requirement="VVS 45", by="Vera", on=DAY, due=DAY
    )
    respond(made, car, "Corrected.\nSee A.1.", by="Ana", on=DAY)
    conclude(made, car, "Not yet.", close=False, by="Vera", on=DAY)
    respond(made, car, "Now it is.", by="Ana", on=DAY)
    raise_finding(made, "CL", "Which year?", is_private=True)
    return made


def rows_of(project, **more):
    return workbook_rows(findings_workbook(sheet_rows(project.snapshot, **more)))


def edited(rows, **cells):
    """The rows with these cells of the last row changed; `_` stands for a space."""
    last = list(rows[-1])
    for head, value in cells.items():
        last[HEADS.index(head.replace("_", " "))] = value
    return [*rows[:-1], last]


def sheet(*rows):
    """A sheet with few columns, as somebody else wrote it."""
    return [
        ("Validation protocol",),
        (),
        ("Type", "No.", "Finding", "Round", "Response", "Assessment", "Conclusion"),
        *rows,
    ]


def test_there_is_a_row_for_each_round_with_the_columns_of_a_protocol(project):
    rows = rows_of(project)
    assert {"No.", "Type", "Finding", "Requirement", "Round", "Response", "Conclusion", "Status", "Due"} <= {*rows[0]}
    told = [
        [dict(zip(HEADS, row, strict=False))[head] for head in ("Type", "No.", "Round", "Status")] for row in rows[1:]
    ]
    assert told == [["CAR", "1", "1", "answered"], ["CAR", "1", "2", "answered"], ["CL", "1", None, "open"]]


def test_what_looks_like_a_formula_stays_a_text(project):
    assert rows_of(project)[1][HEADS.index("Finding")] == "=1+1 is no title"


def test_private_findings_can_be_left_out(project):
    assert len(rows_of(project, with_private=False)) == 3


def test_the_same_findings_give_the_same_bytes(project):
    rows = sheet_rows(project.snapshot)
    assert findings_workbook(rows) == findings_workbook(rows)


def test_a_sheet_that_comes_back_unchanged_changes_nothing(project):
    before = project.snapshot
    taken = take_rows(project, rows_of(project))
    assert (taken.raised, taken.rounds, taken.faults, project.snapshot) == ([], 0, [], before)


def test_all_of_it_arrives_in_an_empty_project(project):
    other = Project.new("cdm_pdd", "12.0")
    other.type_in("facts", "P.title", "Los Cocos Wind Farm")
    taken = take_rows(other, rows_of(project))
    assert (len(taken.raised), taken.rounds, taken.faults) == (2, 3, [])
    for one, two in zip(findings(project.snapshot), findings(other.snapshot), strict=True):
        same = (
            "kind",
            "number",
            "anchor",
            "text",
            "requirement",
            "raised_by",
            "raised_on",
            "due",
            "is_public",
            "status",
        )
        assert [getattr(one, name) for name in same] == [getattr(two, name) for name in same]
        told = [
            [(part.role, part.number, part.text, part.by, part.on, part.is_closing) for part in found.rounds]
            for found in (one, two)
        ]
        assert told[0] == told[1]


def test_a_round_that_was_assessed_twice_arrives_with_both(project):
    key = findings(project.snapshot)[0].key
    for words in ("Still not.", "And the map is missing."):
        conclude(project, key, words, close=False, by="Bo")
    other = Project.new("cdm_pdd", "12.0")
    other.type_in("facts", "P.title", "Los Cocos Wind Farm")
    assert take_rows(other, rows_of(project)).faults == []
    assert [said.text for said in findings(other.snapshot)[0].rounds] == [
        said.text for said in findings(project.snapshot)[0].rounds
    ]
    assert take_rows(other, rows_of(project)).rounds == 0


def test_an_assessment_that_was_rewritten_in_the_sheet_is_a_fault(project):
    key = findings(project.snapshot)[0].key
    conclude(project, key, "Still not.", close=False, by="Bo")
    rows = [list(row) for row in rows_of(project)]
    at = HEADS.index("Assessment")
    rows = [[*row[:at], "Fine.", *row[at + 1 :]] if row[at:] and row[at] == "Still not." else row for row in rows]
    [(_, fault)] = take_rows(project, rows).faults
    assert "has another assessment" in fault


def test_the_validator_closes_in_the_sheet(project):
    rows = rows_of(project)[:3]
    taken = take_rows(project, edited(rows, Assessment="Fine.", Assessment_by="Vera", Conclusion="Closed"))
    assert (taken.rounds, taken.faults, findings(project.snapshot)[0].status) == (1, [], "closed")


def test_evidence_is_found_by_its_title(project):
    key = project.add_row("facts", "P.evidence")
    project.type_in("facts", f"P.evidence[{key}].title", "Wind study")
    heads = ("Type", "Finding", "Response", "Evidence")
    taken = take_rows(project, [heads, ("CL", "A?", "There.", "Wind study"), ("CL", "B?", "There.", "Rumour")])
    assert [number for number, _ in taken.faults] == [3]
    assert findings(project.snapshot)[-1].rounds[0].evidence == key


def test_a_sheet_is_one_undo_step(project):
    before = findings(project.snapshot)
    take_rows(project, sheet(("CL", "7", "Seven?"), ("FAR", "1", "Meter?")))
    assert len(findings(project.snapshot)) == 4
    project.undo()
    assert findings(project.snapshot) == before


FAULTS = {
    "unknown type": (("NCR", "9", "What?"), "none of CAR, CL, FAR, comment"),
    "no type": ((None, "9", "What?"), "Type is empty"),
    "no text": (("CL", "9", None), "A finding needs its text"),
    "another text": (("CAR", "1", "Something else"), "CAR 1 has another text"),
    "another response": (("CAR", "1", None, 1, "Other"), "another response"),
    "a round that does not follow": (("CAR", "1", None, 5, "Late"), "does not follow"),
    "a round that is no number": (("CAR", "1", None, "two", "Late"), "not a whole number"),
    "closed for no reason": (("CAR", "1", None, 2, None, None, "closed"), "said to be closed"),
    "an unknown conclusion": (("CAR", "1", None, 2, None, "Fine", "OK"), "none of open, closed"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_faulty_row_is_told_by_its_number_and_the_others_are_taken(project, fault):
    row, message = FAULTS[fault]
    taken = take_rows(project, sheet(("CL", "7", "Seven?"), row, ("CL", "8", "Eight?")))
    [(number, told)] = taken.faults
    assert (number, message in told) == (5, True), told
    assert [finding.name for finding in findings(project.snapshot)][2:] == ["CL 7", "CL 8"]


def test_a_row_is_taken_as_a_whole_or_not_at_all(project):
    taken = take_rows(project, sheet(("CL", "7", "Seven?", 4, "Answer")))
    assert (taken.raised, len(taken.faults), len(findings(project.snapshot))) == ([], 1, 2)


def test_a_place_or_a_day_that_does_not_exist_is_a_fault(project):
    rows = [("Type", "Finding", "Place", "Due"), ("CL", "A?", "P.nowhere", None), ("CL", "B?", None, "31 February")]
    assert [number for number, _ in take_rows(project, rows).faults] == [2, 3]


def test_days_are_read_as_the_workbook_keeps_them_or_as_they_are_typed(project):
    rows = [("Type", "Finding", "Due"), ("CL", "A?", dt.datetime(2012, 8, 27)), ("CL", "B?", "2012-08-27")]
    assert take_rows(project, rows).faults == []
    assert [finding.due for finding in findings(project.snapshot)[2:]] == [DAY, DAY]


def test_a_sheet_without_the_heads_is_refused(project):
    with pytest.raises(UserError, match="no row with the heads Type and Finding"):
        take_rows(project, [("Name", "Text"), ("a", "b")])


def workbook_bytes(fill):
    book = openpyxl.Workbook()
    fill(book.active)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def test_a_workbook_of_another_program_is_read(project):
    def fill(cells):
        cells.append(["Comments on the PDD"])
        cells.append(["Type", "Finding", "No."])
        cells.append(["CAR", "Which grid?", 12])

    assert take_rows(project, workbook_rows(workbook_bytes(fill))).faults == []
    assert findings(project.snapshot)[-1].name == "CAR 12"


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 cut off", b"%PDF-1.7"])
def test_what_is_no_workbook_is_told(content):
    with pytest.raises(Damaged, match="not a workbook"):
        workbook_rows(content)


def test_an_archive_that_is_no_workbook_is_told():
    import zipfile

    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("a.txt", "a")
    with pytest.raises(Damaged, match="not a workbook"):
        workbook_rows(target.getvalue())


def test_a_workbook_that_unpacks_without_end_is_not_opened():
    import zipfile

    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"\0" * (51 * 1024**2))
    with pytest.raises(Damaged, match="unpacks to more"):
        workbook_rows(target.getvalue())
