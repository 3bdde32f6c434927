"""Long series from files: which column is what, each fault by its row, and one step into the project.

The files are written here by hand; the numbers expected can be read off them.
"""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace
from decimal import Decimal

import pytest
from openpyxl import Workbook

from forms.answers import Origin
from forms.errors import Damaged, UserError
from forms.project import Project
from forms.series import Target, place, propose, read_series, read_sheets, target_field, targets_of

HOUR = Target("h", "Hour", "running")
LOAD = Target("value", "Load", "number", "MWh", minimum=Decimal(0))
LOADS = (HOUR, LOAD)
HOURS_OF_A_YEAR = 8760
PATH = "I.EG_system.value"


def read(text: str, targets=LOADS, **changes):
    sheet = read_sheets("load.csv", text.encode())[0]
    return read_series(sheet, replace(propose(sheet, targets), **changes), targets)


def told(series) -> list[tuple[int, str]]:
    return [(finding.row, finding.message) for finding in series.findings]


@pytest.fixture
def grid() -> tuple[Project, str]:
    """A project on a grid, whose methodology asks for values by numbered rows."""
    project = Project.new("cdm_pdd", "12.0")
    key = project.add_row("facts", "P.methodologies")
    project.type_in("facts", f"P.methodologies[{key}].code", "ACM0002")
    project.type_in("facts", f"P.methodologies[{key}].version", "20.0")
    return project, f"inputs_{key}"


def put(project: Project, document: str, text: str) -> None:
    field = target_field(project.read, document, PATH)
    targets = targets_of(project.read, document, field)
    sheet = read_sheets("load.csv", text.encode())[0]
    series = read_series(sheet, propose(sheet, targets), targets)
    plan = place(project.read, document, field, series, file="load.csv")
    project.put_all(document, plan.answers, "Import load.csv")


# -- which column is what --------------------------------------------------------------------------------------------


def test_columns_are_known_by_their_heads_and_the_unit_by_its_brackets():
    sheet = read_sheets("load.csv", b"Comment,Load [GWh],Hour\nx,1.25,1\ny,1.5,2\n")[0]
    made = propose(sheet, LOADS)
    assert (made.columns, made.unit, made.head_rows, made.decimal_sign) == ({"h": 2, "value": 1}, "GWh", 1, ".")


def test_columns_without_heads_are_told_by_their_contents():
    sheet = read_sheets("load.csv", b"1\t12,5\n2\t13,5\n3\t14,25\n")[0]
    made = propose(sheet, LOADS)
    assert (made.columns, made.head_rows, made.decimal_sign) == ({"h": 0, "value": 1}, 0, ",")


def test_a_title_above_the_head_is_passed_over():
    sheet = read_sheets("load.csv", b"Load of the grid in 2009\n\nHour;Load\n1;10.5\n2;11.5\n")[0]
    assert propose(sheet, LOADS).head_rows == 3


def test_a_comma_before_three_digits_does_not_tell_the_decimal_sign():
    sheet = read_sheets("load.csv", b"Hour;Load\n1;1,250\n2;1,500\n")[0]
    assert propose(sheet, LOADS).decimal_sign == ""
    assert "can mean 1,250 or 1.250" in told(read("Hour;Load\n1;1,250\n"))[0][1]
    assert read("Hour;Load\n1;1,250\n", decimal_sign=",").rows[0].cells["value"] == Decimal("1.250")


def test_one_column_alone_counts_its_rows():
    series = read("Load\n10\n11\n12\n")
    assert [row.cells["h"] for row in series.rows] == ["1", "2", "3"]


# -- what is wrong, row by row ---------------------------------------------------------------------------------------


def test_a_whole_load_curve_has_nothing_wrong():
    series = read("Hour;Load\n" + "".join(f"{hour};{hour % 97}.5\n" for hour in range(1, HOURS_OF_A_YEAR + 1)))
    assert len(series.rows) == HOURS_OF_A_YEAR
    assert series.findings == ()


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("2;", "Missing is not zero"),
        ("2;many", "stands where a number is needed"),
        ("2;-4.5", "below 0"),
        ("2.5;4.5", "no whole number"),
        ("1;4.5", "stands in row 2 already"),
        ("2;4.5 t", "measure different things"),
    ],
)
def test_a_fault_is_named_by_its_row_and_the_row_left_out(line, words):
    series = read(f"Hour;Load\n1;3.5\n{line}\n3;5.5\n")
    errors = [finding for finding in series.findings if finding.severity == "error"]
    assert [(finding.row, words in finding.message) for finding in errors] == [(3, True)]
    assert [row.number for row in series.rows] == [2, 4]


def test_gaps_are_named_by_the_rows_beside_them():
    assert told(read("Hour;Load\n1;3.5\n2;3.5\n5;3.5\n7;3.5\n")) == [
        (4, "3 to 4 are missing between rows 3 and 4."),
        (5, "6 is missing between rows 4 and 5."),
    ]


def test_a_negative_number_is_worth_a_look_where_none_is_ruled_out():
    series = read("Hour;Load\n1;-3.5\n", (HOUR, replace(LOAD, minimum=None)))
    assert [finding.severity for finding in series.findings] == ["warning"]
    assert series.rows[0].cells["value"] == Decimal("-3.5")


def test_moments_are_counted_by_their_step():
    start = dt.datetime(2009, 1, 1)
    lines = [f"{start + dt.timedelta(hours=hour):%d.%m.%Y %H:%M};{hour}.5" for hour in range(48) if hour != 30]
    series = read("Time;Load\n" + "\n".join(lines))
    assert [series.rows[0].cells["h"], series.rows[-1].cells["h"]] == ["1", "48"]
    assert told(series) == [(32, "31 is missing between rows 31 and 32.")]


def test_a_moment_of_another_year_is_a_fault():
    lines = [f"2009-03-01 {hour:02}:00;1.5" for hour in range(12)] + ["2008-03-01 12:00;1.5"]
    series = read("Time;Load\n" + "\n".join(lines))
    assert [(row, "not in 2009" in words) for row, words in told(series)] == [(14, True)]


def test_values_are_converted_exactly_from_the_unit_of_the_file():
    assert str(read("Hour;Load (GWh)\n1;5.221\n", decimal_sign=".").rows[0].cells["value"]) == "5221"


def test_without_a_column_for_the_value_nothing_is_read():
    series = read("Hour;Load\n1;3.5\n", columns={"h": 0})
    assert series.rows == ()
    assert told(series) == [(0, "No column is “Load”.")]


# -- files of strangers ----------------------------------------------------------------------------------------------


def test_a_workbook_is_read_with_its_numbers_as_they_are():
    book = Workbook()
    book.active.append(["Hour", "Load"])
    book.active.append([1, 1.234])
    target = io.BytesIO()
    book.save(target)
    sheet = read_sheets("load.xlsx", target.getvalue())[0]
    series = read_series(sheet, propose(sheet, LOADS), LOADS)
    assert series.rows[0].cells == {"h": "1", "value": Decimal("1.234")}


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 no workbook", b"\x00\x01\x02\x03", b"\n\n"])
def test_what_is_no_table_is_refused(content):
    with pytest.raises(Damaged):
        read_sheets("load.xlsx", content)


def test_a_file_with_too_many_rows_is_refused():
    with pytest.raises(Damaged, match="more than"):
        read_sheets("load.csv", b"1;2\n" * 130_000)


# -- into the project ------------------------------------------------------------------------------------------------


def test_a_series_is_one_step_and_names_its_file(grid):
    project, document = grid
    put(project, document, "Hour;Load\n1;10.5\n2;11.5\n")
    keys = project.read.rows("I.sets.h", document)
    assert [project.read.text(f"I.sets.h[{key}].name", document) for key in keys] == ["1", "2"]
    answer = project.read.answer(document, f"{PATH}[{keys[1]}]")
    assert (answer.value, answer.origin, answer.note) == (Decimal("11.5"), Origin.IMPORTED, "file load.csv")
    project.undo()
    assert project.read.rows("I.sets.h", document) == ()


def test_a_second_file_changes_values_and_adds_rows(grid):
    project, document = grid
    put(project, document, "Hour;Load\n1;10.5\n2;11.5\n")
    first = project.read.rows("I.sets.h", document)
    put(project, document, "Hour;Load\n2;12.5\n3;13.5\n")
    keys = project.read.rows("I.sets.h", document)
    assert keys[:2] == first
    assert [project.read.value(f"{PATH}[{key}]", document) for key in keys] == [
        Decimal("10.5"),
        Decimal("12.5"),
        Decimal("13.5"),
    ]


def test_the_plan_tells_what_it_would_do(grid):
    project, document = grid
    put(project, document, "Hour;Load\n1;10.5\n2;11.5\n")
    field = target_field(project.read, document, PATH)
    targets = targets_of(project.read, document, field)
    sheet = read_sheets("load.csv", b"Hour;Load\n1;10.5\n2;12.5\n3;13.5\n")[0]
    plan = place(project.read, document, field, read_series(sheet, propose(sheet, targets), targets), file="b.csv")
    assert (plan.added, plan.changed, plan.same, plan.new_rows) == (1, 1, 1, 1)


def test_a_table_takes_a_row_for_each(grid):
    project, _ = grid
    field = target_field(project.read, "facts", "P.sites")
    targets = targets_of(project.read, "facts", field)
    sheet = read_sheets("sites.csv", b"Name;Latitude;Longitude\nNorth;54.5;23.25\nSouth;54.25;x\n")[0]
    series = read_series(sheet, propose(sheet, targets), targets)
    plan = place(project.read, "facts", field, series, file="sites.csv")
    project.put_all("facts", plan.answers, "Import sites.csv")
    rows = project.read.rows("P.sites")
    assert [project.read.cell("P.sites", key, "latitude") for key in rows] == [Decimal("54.5")]
    assert [finding.row for finding in series.findings] == [3]


def test_a_field_for_one_value_takes_no_series(grid):
    project, _ = grid
    with pytest.raises(UserError, match="takes no series"):
        target_field(project.read, "facts", "P.title")
