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


# -- hours of several years ------------------------------------------------------------------------------------------

YEARS = Target("t", "Years of the grid data", "running", members=("2023", "2024", "2025"))
HOURLY = (HOUR, YEARS, LOAD)
TWO_YEARS = "Time;Load\n" + "".join(
    f"{moment:%Y-%m-%d %H:%M};{number}\n"
    for number, moment in enumerate(
        (dt.datetime(2023, 12, 31, 21) + dt.timedelta(hours=step) for step in range(6)), start=1
    )
)


def places(series) -> list[tuple[object, object]]:
    return [(row.cells["t"], row.cells["h"]) for row in series.rows]


def test_date_and_time_tell_year_and_hour():
    """From 21:00 of New Year's Eve on: hours 8,758 to 8,760 of 2023, and 1 to 3 of 2024."""
    series = read(TWO_YEARS, HOURLY)
    assert told(series) == []
    assert places(series) == [("2023", "8758"), ("2023", "8759"), ("2023", "8760"), ("2024", "1"), ("2024", "2"),
                              ("2024", "3")]  # fmt: skip


def test_hours_that_are_called_by_their_end_belong_to_the_year_that_ends():
    """The first is 01:00 of 1 January, so midnight of the next New Year closes the year."""
    moments = [dt.datetime(2023, 1, 1, 1) + dt.timedelta(hours=step) for step in range(8761)]
    series = read("Time;Load\n" + "".join(f"{moment:%Y-%m-%d %H:%M};5\n" for moment in moments), HOURLY)
    assert places(series)[:1] + places(series)[-2:] == [("2023", "1"), ("2023", "8760"), ("2024", "1")]


def test_gap_of_one_year_is_not_hidden_by_another():
    lines = [f"{hour};{year};5" for year in (2023, 2024) for hour in range(1, 6) if (hour, year) != (3, 2024)]
    series = read("Hour;Years of the grid data;Load\n" + "\n".join(lines) + "\n", HOURLY)
    assert told(series) == [(9, "3 is missing between rows 8 and 9.")]


def test_the_same_hour_of_two_years_is_no_duplicate_but_twice_in_one_is():
    series = read("Hour;Years of the grid data;Load\n1;2023;5\n1;2024;6\n1;2024;7\n", HOURLY)
    assert [row.cells["value"] for row in series.rows] == [5, 6]
    assert [finding.row for finding in series.findings] == [4]


def test_hours_without_a_year_are_not_guessed():
    series = read("Hour;Load\n1;5\n2;6\n", HOURLY)
    assert series.rows == ()
    assert "Years of the grid data" in told(series)[0][1]


def test_the_only_year_needs_no_column():
    one = replace(YEARS, members=("2024",))
    assert places(read("Hour;Load\n1;5\n2;6\n", (HOUR, one, LOAD))) == [("2024", "1"), ("2024", "2")]


def test_a_moment_of_a_year_that_is_not_asked_for_is_a_fault():
    closed = replace(YEARS, is_open=False)
    series = read(TWO_YEARS.replace("2024-", "2030-"), (HOUR, closed, LOAD))
    assert len(series.rows) == 3
    assert all("2030" in message for _, message in told(series))


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


def test_load_curves_of_three_years_come_from_one_file():
    """TOOL07, appendix 3: date and time tell hour and year; the hours become rows, and the margin is worked out."""
    project = Project.new("cdm_pdd", "12.0")
    key = project.add_row("facts", "P.methodologies")
    project.type_in("facts", f"P.methodologies[{key}].code", "TOOL07")
    project.type_in("facts", f"P.methodologies[{key}].version", "07.0")
    document = f"inputs_{key}"
    project.type_in(document, "I.options.om_method", "simple_adjusted")
    project.type_in(document, "I.options.lambda_source", "curve")
    for year in ("2023", "2025"):
        row = project.add_row(document, "I.sets.t")
        project.type_in(document, f"I.sets.t[{row}].name", year)
    start = [dt.datetime(year, 1, 1) for year in (2023, 2025)]
    moments = [first + dt.timedelta(hours=hour) for first in start for hour in range(HOURS_OF_A_YEAR)]
    text = "Time;Load [GW]\n" + "".join(f"{moment:%d.%m.%Y %H:%M};{moment.hour}.5\n" for moment in moments)
    field = target_field(project.read, document, "I.EL.value")
    targets = targets_of(project.read, document, field)
    sheet = read_sheets("load.csv", text.encode())[0]
    series = read_series(sheet, propose(sheet, targets), targets)
    assert told(series)[0][1].startswith("2024 is missing")
    plan = place(project.read, document, field, series, file="load.csv")
    assert (plan.added, plan.new_rows) == (2 * HOURS_OF_A_YEAR, HOURS_OF_A_YEAR)
    project.put_all(document, plan.answers, "Import load.csv")
    loads = project.snapshot.results.calculations[key].inputs.values["EL"]
    assert loads["8760", "2025"] == Decimal("23500")


def test_more_digits_of_one_load_among_many_are_seen(grid):
    """A long column is not read again where nothing changed; 10.50 for 10.5 is a change."""
    project, document = grid
    lines = "".join(f"{hour};{hour}.5\n" for hour in range(1, 1001))
    put(project, document, f"Hour;Load\n{lines}")
    key = project.read.rows("P.methodologies", "facts")[0]
    place_of_ten = f"{PATH}[{project.read.rows('I.sets.h', document)[9]}]"

    def tenth():
        return str(project.snapshot.results.calculations[key].inputs.values["EG_system"]["10",])

    assert tenth() == "10.5"
    project.set(document, place_of_ten, Decimal("10.50"))
    assert tenth() == "10.50"
    project.undo()
    assert tenth() == "10.5"
