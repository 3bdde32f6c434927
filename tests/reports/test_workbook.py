"""The workbook is live and right: each computed cell a formula that gives the engine's value when recalculated."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from desktop.samples import content
from forms.answers import Answer, Origin
from forms.blocks import TableBlock
from forms.document import Reader, Snapshot, blank_snapshot
from forms.errors import Refused
from forms.methodologies import available, examples, methodology
from forms.methodologies.calculation import Calculation, Inputs, calculate, inputs_from_json
from forms.methodologies.model import Equation
from forms.periods import months_between, periods_of
from forms.quantities import format_number
from forms.results import Results, Row, Tonnes
from forms.views import generators
from reports.workbook import write_workbook
from reports.workbook.front import Head
from reports.workbook.inputs import notes_of_calculation
from reports.workbook.names import Names
from reports.workbook.places import Part
from reports.workbook.writing import workbook
from tests.forms.methodologies.approaches import small
from tests.reports.workbooks import Flat, Read, recalculate, texts_of_archive, without_values

SAMPLES = ("los_cocos", "sudenai")
PLAIN = Head("A calculation", "1", dt.date(2012, 8, 27), "none", is_ji=False)
needs_office = pytest.mark.skipif(
    shutil.which("soffice") is None,
    reason="LibreOffice is not installed (apt: libreoffice-calc-nogui), so no other program recalculates the workbooks",
)


# -- what is written -----------------------------------------------------------------------------------------------


@cache
def sample(name: str) -> Snapshot:
    return content(name).snapshot


def results_of(calculation: Calculation, rounding: str = "conservative") -> Results:
    """The results of one calculation, as those of a project with this methodology alone."""
    rows = tuple(
        Row(each.period, Tonnes(each.baseline, each.project, each.leakage, each.reductions))
        for each in calculation.periods
    )
    months = months_between(rows[0].period.start, rows[-1].period.end) if rows else Decimal(0)
    return Results({"m1": calculation}, rows, months, rounding)


def write_calculation(calculation: Calculation, target: Path, rounding: str = "conservative") -> Results:
    results = results_of(calculation, rounding)
    part = Part(calculation, notes_of_calculation(calculation))
    target.write_bytes(workbook(PLAIN, [part], results).content)
    return results


CASES = {
    f"{code}-{version}-{case['id']}": (code, version, case)
    for code, version in available()
    for case in examples(code, version)
}


@cache
def calculated_case(name: str) -> Calculation:
    code, version, case = CASES[name]
    known = methodology(code, version)
    return calculate(known, inputs_from_json(known, case["inputs"]))


def tonnes_of(baseline: str, project: str, leakage: str) -> Calculation:
    """A methodology that reads its three columns, for rounding."""
    columns = {"BE": "b", "PE": "p", "LE": "l"}
    reading = ((f"{symbol}[y]", f"{name} * factor") for symbol, name in columns.items())
    made = small(
        *({"symbol": symbol, "expression": expression, "unit": "tCO2e"} for symbol, expression in reading),
        {"symbol": "ER[y]", "expression": "BE[y] - PE[y] - LE[y]", "unit": "tCO2e"},
        set=[{"id": "y", "kind": "period"}],
        parameter=[
            *({"symbol": name, "unit": "tCO2e"} for name in columns.values()), {"symbol": "factor", "unit": "1"},
        ],
        results={"baseline": "BE", "project": "PE", "leakage": "LE", "reductions": "ER"},
    )  # fmt: skip
    values = {"b": baseline, "p": project, "l": leakage, "factor": "100"}
    given = {name: {(): Decimal(value)} for name, value in values.items()}
    return calculate(made, Inputs(values=given, periods=periods_of(dt.date(2010, 3, 1), dt.date(2012, 6, 30))))


# Exact whole tonnes that binary arithmetic misses (0.57 × 100), negative tonnes, exact halves.
ROUNDED = {
    f"tonnes-{number}-{rounding}": (tonnes_of(*columns), rounding)
    for number, columns in enumerate(
        [
            ("0.57", "0.29", "0.58"),
            ("12.3456", "0.0001", "-0.025"),
            ("-0.005", "-0.011", "0"),
            ("1.005", "0.005", "0.015"),
        ]
    )
    for rounding in ("conservative", "nearest")
}


def cut_to_step(value: str) -> Calculation:
    """A factor that lies on the step it is cut down to, which binary arithmetic misses."""
    made = small(
        {"symbol": "r", "expression": "floor(a / step) * step", "unit": "1"},
        parameter=[{"symbol": "a", "unit": "1"}, {"symbol": "step", "unit": "1"}],
    )
    return calculate(made, Inputs(values={"a": {(): Decimal(value)}, "step": {(): Decimal("0.001")}}))


def sums(expression: str, count: int) -> Calculation:
    """A sum over pairs of rows, too long for one formula."""
    made = small(
        {"symbol": "r", "expression": expression, "unit": "1"},
        set=[{"id": "m", "kind": "rows"}],
        parameter=[{"symbol": name, "indices": ["m"], "unit": "1"} for name in "pq"],
    )
    members = tuple(f"row {number}" for number in range(count))
    values = {name: {(m,): Decimal(n * 7 % 13 + ord(name) % 5) for n, m in enumerate(members)} for name in "pq"}
    return calculate(made, Inputs(values=values, sets={"m": members}))


def rate_of_differences() -> Calculation:
    """A rate of return of amounts that no cell holds by itself, so that they get cells of their own."""
    made = small(
        {"symbol": "r", "expression": "irr(p[t] - q[t] for t in t)", "unit": "1"},
        set=[{"id": "t", "kind": "years"}],
        parameter=[{"symbol": name, "indices": ["t"], "unit": "1"} for name in "pq"],
    )
    years = tuple(str(year) for year in range(2010, 2031))
    values = {"p": {(year,): Decimal(170 if at else 0) for at, year in enumerate(years)}}
    values["q"] = {(year,): Decimal(50 if at else 1000) for at, year in enumerate(years)}
    return calculate(made, Inputs(values=values, sets={"t": years}))


LONG = {
    "sum": sums("sum(p[m] * q[k] for m in m for k in m if m != k)", 30),
    "mean": sums("mean(p[m] * q[k] for m in m for k in m)", 20),
    "filtered": sums("stdev(p[m] * q[k] for m in m for k in m if p[m] > q[k])", 20),
    "product": sums("prod(1 + p[m] * q[k] / 1000 for m in m for k in m if m != k)", 20),
    "rate": rate_of_differences(),
    "least": sums("min(p[m] * q[k] for m in m for k in m if p[m] > q[k] + 3)", 20),
}


# -- recalculated ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Recalculated:
    """Every workbook as written and as LibreOffice recalculated it, from a twin without any value."""

    written: Path
    folder: Path
    opened: dict[str, tuple[Read, Read]] = field(default_factory=dict)

    def pair(self, name: str) -> tuple[Read, Read]:
        if name not in self.opened:
            self.opened[name] = Read(self.written / f"{name}.xlsx"), Read(self.folder / f"{name}.xlsx")
        return self.opened[name]


@pytest.fixture(scope="module")
def recalculated(tmp_path_factory: pytest.TempPathFactory) -> Recalculated:
    """All workbooks in one run of LibreOffice."""
    written, twins = tmp_path_factory.mktemp("written"), tmp_path_factory.mktemp("twins")
    for name in SAMPLES:
        write_workbook(sample(name), written / f"{name}.xlsx")
    for name in CASES:
        write_calculation(calculated_case(name), written / f"{name}.xlsx")
    for name, (calculation, rounding) in ROUNDED.items():
        write_calculation(calculation, written / f"{name}.xlsx", rounding)
    for name, calculation in LONG.items():
        write_calculation(calculation, written / f"{name}.xlsx")
    parts, results = two_parts()
    both = workbook(PLAIN, [Part(part, notes_of_calculation(part)) for part in parts], results)
    (written / "two.xlsx").write_bytes(both.content)
    for path in written.iterdir():
        without_values(path, twins / path.name)
    for name, (source, changes) in changed_inputs(written).items():
        without_values(written / f"{source}.xlsx", twins / f"{name}.xlsx", changes)
    return Recalculated(written, recalculate(twins))


@cache
def two_parts() -> tuple[tuple[Calculation, ...], Results]:
    """A project that applies one methodology twice, so that all names and sheets would be the same."""
    first = calculated_case("ACM0002-20.0-los-cocos-part-year")
    values = {**first.inputs.values, "EG_facility": {(): Decimal("1234.5")}}
    parts = (first, calculate(first.methodology, replace(first.inputs, values=values)))
    columns = ("baseline", "project", "leakage", "reductions")
    rows = tuple(
        Row(each.period, Tonnes(*(sum(getattr(part.periods[at], column) for part in parts) for column in columns)))
        for at, each in enumerate(first.periods)
    )
    return parts, replace(results_of(first), calculations=dict(zip("ab", parts, strict=True)), rows=rows)


@needs_office
def test_two_methodologies_add_up_each_from_its_own_sheets(recalculated):
    read = Read(recalculated.folder / "two.xlsx")
    parts, results = two_parts()
    assert [name for name in read.calculated if name.startswith("ACM0002")] == ["ACM0002 v20.0", "ACM0002 v20.0 (2)"]
    for part, names in zip(parts, (read.calculated[:2], read.calculated[2:]), strict=True):
        assert_same(read, part, *names, tolerance=1e-12)
    assert_summary(read, results)


def changed_inputs(written: Path) -> dict[str, tuple[str, dict[tuple[str, str], object]]]:
    """Workbooks in which somebody types other inputs."""
    cocos, sudenai = Read(written / "los_cocos.xlsx"), Read(written / "sudenai.xlsx")
    inputs = cocos.symbols("Inputs")
    electricity = inputs["EG_facility", ()]
    fuel = inputs["FC", ("Residual fuel oil", "Oil-fired steam units", "2009")]
    dates = next(
        cell for row in sudenai.values["Sets"].iter_rows() for cell in row if cell.value == dt.datetime(2008, 9, 1)
    )
    return {
        "more_wind": ("los_cocos", {("Inputs", electricity.place): 80123.5, ("Inputs", fuel.place): 700000}),
        "later_start": ("sudenai", {("Sets", dates.coordinate): dt.date(2008, 10, 1)}),
    }


def assert_same(read: Read, calculation: Calculation, *sheets: str, tolerance: float = 0) -> int:
    """Every value that equations gave stands on the sheets; returns how many."""
    found = read.symbols(*sheets)
    count = 0
    for symbol, column in calculation.values.items():
        if isinstance(calculation.definition(symbol), Equation):
            for index, value in column.items():
                shown = found[symbol, index].value
                assert shown == pytest.approx(float(value), rel=tolerance, abs=tolerance), (symbol, index)
                count += 1
    return count


def assert_summary(read: Read, results: Results) -> None:
    columns = {"Baseline": "baseline", "Project": "project", "Leakage": "leakage", "Emission": "reductions"}
    for head, shown in read.summary().items():
        column = columns[head.split()[0]]
        for row in results.printed_rows:
            value = shown[row.period.label]
            assert (None if value == "#N/A" else value) == row.tonnes.get(column), (head, row.period.label)
        assert shown["Total"] == results.printed_total.get(column), head
        if column == "reductions":
            assert shown["Annual average over the crediting period"] == results.printed_average


@needs_office
@pytest.mark.parametrize("name", SAMPLES)
def test_libreoffice_gives_every_value_of_a_sample_and_its_printed_tonnes(name, recalculated):
    _, read = recalculated.pair(name)
    results = sample(name).results
    assert assert_same(read, results.calculations["m1"], tolerance=1e-12) > 50
    assert_summary(read, results)


@needs_office
@pytest.mark.parametrize("name", CASES)
def test_libreoffice_gives_every_value_of_a_worked_case(name, recalculated):
    _, read = recalculated.pair(name)
    calculation = calculated_case(name)
    assert_same(read, calculation, tolerance=1e-12)
    if calculation.periods and calculation.methodology.results.symbols:
        assert_summary(read, results_of(calculation))


@needs_office
@pytest.mark.parametrize("name", [*SAMPLES, *CASES, *ROUNDED, *LONG])
def test_libreoffice_gives_what_stands_in_every_cell(name, recalculated):
    """Not only symbols: labels, parts of a year, months, totals, terms of long sums."""
    written, read = recalculated.pair(name)
    for sheet, place in written.formula_cells():
        before, after = written.value(sheet, place), read.value(sheet, place)
        same = pytest.approx(before, rel=1e-12, abs=1e-12) if isinstance(before, float) else before
        assert after == same, (sheet, place, written.formulas[sheet][place].value)


@needs_office
@pytest.mark.parametrize("name", ROUNDED)
def test_libreoffice_rounds_to_the_printed_tonne(name, recalculated):
    calculation, rounding = ROUNDED[name]
    assert_summary(recalculated.pair(name)[1], results_of(calculation, rounding))


@needs_office
@pytest.mark.parametrize("name", LONG)
def test_libreoffice_adds_up_long_sums(name, recalculated):
    written, read = recalculated.pair(name)
    value = LONG[name].values["r"][()]
    assert read.symbols()["r", ()].value == pytest.approx(float(value), rel=1e-12)
    assert "Terms of long sums" in {row[0].value for row in written.values[written.calculated[0]].iter_rows()}


@needs_office
def test_other_inputs_give_what_the_engine_gives_for_them(recalculated):
    read = Read(recalculated.folder / "more_wind.xlsx")
    place = "I.FC.value[{}]"
    answers = sample("los_cocos").of("inputs_m1")
    keys = {str(answers[path].value): path.split("[")[1].split("]")[0] for path in answers if path.endswith(".name")}
    cell = place.format(f"{keys['Residual fuel oil']},{keys['Oil-fired steam units']},{keys['2009']}")
    assert cell in answers
    changes = {"I.EG_facility.value": Answer(Decimal("80123.5")), cell: Answer(Decimal(700000))}
    results = sample("los_cocos").with_changes({"inputs_m1": changes}).results
    assert results.printed_total != sample("los_cocos").results.printed_total
    assert_same(read, results.calculations["m1"], tolerance=1e-12)
    assert_summary(read, results)


@needs_office
def test_another_first_day_changes_the_part_of_the_year(recalculated):
    read = Read(recalculated.folder / "later_start.xlsx")
    before = sample("sudenai").results.calculations["m1"]
    periods = periods_of(dt.date(2008, 10, 1), dt.date(2012, 12, 31))
    after = calculate(before.methodology, replace(before.inputs, periods=periods))
    assert_same(read, after, tolerance=1e-12)
    assert_summary(read, results_of(after, "nearest"))


# -- as written -----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    folder = tmp_path_factory.mktemp("samples")

    @cache
    def write(name: str) -> Path:
        return write_workbook(sample(name), folder / f"{name}.xlsx").path

    return write


@pytest.mark.parametrize("name", SAMPLES)
def test_every_cell_of_a_calculation_sheet_is_a_formula_or_words(name, written):
    read = Read(written(name))
    typed = [
        (sheet, cell.coordinate, cell.value)
        for sheet in (*read.calculated, "Summary")
        for row in read.formulas[sheet].iter_rows()
        for cell in row
        if cell.value is not None and cell.data_type not in ("f", "s")
    ]
    values = {(cell.sheet, cell.place) for cell in read.symbols().values()}
    assert typed == []
    assert values
    assert values <= set(read.formula_cells())


@pytest.mark.parametrize("name", SAMPLES)
def test_cells_hold_the_values_of_the_engine(name, written):
    assert assert_same(Read(written(name)), sample(name).results.calculations["m1"]) > 50


@pytest.mark.parametrize(("name", "table"), [("los_cocos", "yearly_cdm"), ("sudenai", "yearly_ji")])
def test_summary_shows_the_table_of_the_form(name, table, written):
    """Cell by cell as the dossier prints it."""
    [block] = [block for block in generators()[table](Reader(sample(name))) if isinstance(block, TableBlock)]
    printed = [
        [cell.text for cell in row[1:]]
        for row in (*block.rows, *block.totals)
        if row[1].text.strip("–0123456789,") == ""
    ]
    summary = Read(written(name)).summary()
    shown = [[tonnes(column[name]) for column in summary.values()] for name in next(iter(summary.values()))]
    rows = [row for row in printed if len([text for text in row if text]) == len(summary)]
    assert shown[: len(rows)] == rows
    assert len(rows) > len(block.rows)


def tonnes(value: object) -> str:
    return "" if value is None else format_number(Decimal(str(value)), 0)


@pytest.mark.parametrize("name", SAMPLES)
def test_every_input_stands_with_its_value(name, written):
    calculation = sample(name).results.calculations["m1"]
    found = Read(written(name)).symbols("Inputs")
    for (symbol, index), given in calculation.given.items():
        cell = found.get((symbol, index)) or found[symbol, ()]
        entered = float(given.entered) if isinstance(given.entered, Decimal) else given.entered
        assert cell.value == entered, (symbol, index)


def test_inputs_say_unit_origin_source_and_note(written):
    sheet = Read(written("sudenai")).values["Inputs"]
    rows = {row[0].value: [cell.value for cell in row] for row in sheet.iter_rows() if row[0].value}
    assert rows["eta_heat"][2:4] == ["–", "· typed"]
    assert any("telefax" in str(text) for text in rows["eta_heat"])
    assert rows["EG"][2] == "MWh/yr"


def test_selected_rows_are_values_with_their_reason(written):
    sheet = Read(written("los_cocos")).formulas["Selections"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows() if row[0].value == "in_BM"]
    assert len(rows) == 9
    assert {(row[4], row[5].split(":")[0]) for row in rows} == {(1, "Inside"), (0, "Outside")}
    assert "values, not formulas" in sheet["A2"].value


def test_scalars_and_sets_have_names(written):
    book = Read(written("los_cocos"))
    names = book.formulas.defined_names
    calculation = sample("los_cocos").results.calculations["m1"]
    sheet, place = next(names["EF_grid_CM"].destinations)
    assert book.value(sheet, place.replace("$", "")) == float(calculation.values["EF_grid_CM"][()])
    [(sheet, place)] = names["set_m"].destinations
    assert tuple(row[0].value for row in book.values[sheet][place]) == calculation.members("m")
    formulas = {str(cell.value) for row in book.formulas["ACM0002 v20.0"].iter_rows() for cell in row}
    assert any("EF_grid_CM" in formula and "BE" not in formula for formula in formulas if formula.startswith("="))


def test_nothing_is_protected_or_hidden(written):
    text = texts_of_archive(written("los_cocos"))
    assert not {"sheetProtection", "workbookProtection", 'state="hidden"', "externalLink", "macro"} & set(
        text.split("<")
    )
    assert "sheetProtection" not in text
    assert "workbookProtection" not in text


def test_numbers_show_the_decimals_they_were_given_with():
    made = small({"symbol": "r", "expression": "a * 2", "unit": "1"}, parameter=[{"symbol": "a", "unit": "1"}])
    calculation = calculate(made, Inputs(values={"a": {(): Decimal("0.40")}}))
    content_ = workbook(PLAIN, [Part(calculation, notes_of_calculation(calculation))], results_of(calculation)).content
    assert b"#,##0.00" in zipped(content_, "xl/styles.xml")


def zipped(archive: bytes, name: str) -> bytes:
    from io import BytesIO

    with zipfile.ZipFile(BytesIO(archive)) as opened:
        return opened.read(name)


@pytest.mark.parametrize("name", [*SAMPLES, "AMS-I.D-18.0-retrofit", "TOOL07-07.0-vector-bm-old"])
def test_formulas_give_what_stands_in_their_cells(name, tmp_path):
    """By a few lines of arithmetic of our own, so that it is also tried where LibreOffice is missing."""
    path = tmp_path / "book.xlsx"
    if name in SAMPLES:
        write_workbook(sample(name), path)
    else:
        write_calculation(calculated_case(name), path)
    read = Read(path)
    flat = Flat(read)
    cells = list(read.formula_cells())
    assert len(cells) > 30
    for sheet, cell in cells:
        shown, found = read.value(sheet, cell), flat.value(flat.place(sheet, cell))
        if isinstance(shown, dt.datetime):
            continue
        assert found == (pytest.approx(shown, rel=1e-12) if isinstance(shown, float) else shown), (sheet, cell)


@pytest.mark.parametrize("value", ["0.505", "0.57", "0.629", "0.997"])
def test_a_factor_on_the_step_it_is_cut_to_stays(value, tmp_path):
    write_calculation(cut_to_step(value), tmp_path / "book.xlsx")
    read = Read(tmp_path / "book.xlsx")
    cell = read.symbols()["r", ()]
    assert Flat(read).value(Flat(read).place(cell.sheet, cell.place)) == pytest.approx(float(value), rel=1e-12)


def test_a_sheet_of_many_columns_is_set_up_for_a_sheet_on_which_it_can_be_read(tmp_path):
    """Paper 8 is A3, 9 is A4 (ISO 29500-1, 18.3.1.63)."""
    openpyxl = pytest.importorskip("openpyxl")
    write_workbook(sample("los_cocos"), tmp_path / "book.xlsx")
    book = openpyxl.load_workbook(tmp_path / "book.xlsx")
    assert [book[name].page_setup.paperSize for name in ("Summary", "Inputs", "Selections")] == [9, 8, 8]


# -- the same bytes -------------------------------------------------------------------------------------------------


def test_the_same_project_gives_the_same_bytes_everywhere(tmp_path):
    here = write_workbook(sample("los_cocos"), tmp_path / "here.xlsx").sha256
    script = (
        "import sys; from pathlib import Path; from desktop.samples import content;"
        "from reports.workbook import write_workbook;"
        "print(write_workbook(content('los_cocos').snapshot, Path(sys.argv[1])).sha256)"
    )
    root = str(Path(__file__).parents[2])
    surroundings = {
        **os.environ,
        "PYTHONPATH": root,
        "TZ": "Pacific/Auckland",
        "PYTHONHASHSEED": "7",
        "LC_ALL": "tr_TR.UTF-8",
    }
    command = [sys.executable, "-c", script, str(tmp_path / "there.xlsx")]
    done = subprocess.run(command, cwd=tmp_path, env=surroundings, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == here
    assert hashlib.sha256((tmp_path / "there.xlsx").read_bytes()).hexdigest() == here


def test_dates_in_the_file_are_those_of_the_project(written):
    with zipfile.ZipFile(written("los_cocos")) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.create_system for entry in archive.infolist()} == {3}
        core = archive.read("docProps/core.xml").decode()
    completed = sample("los_cocos").of("facts").value("P.completion_date")
    assert f"{completed.isoformat()}T00:00:00Z</dcterms:created>" in core
    assert f"{completed.isoformat()}T00:00:00Z</dcterms:modified>" in core


# -- bad input ------------------------------------------------------------------------------------------------------

HOSTILE = (
    "=cmd|'/C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    '=HYPERLINK("http://x.example","y")',
    "{=1+1}",
    "http://x.example",
)


@pytest.mark.parametrize("words", HOSTILE)
def test_words_are_never_formulas(words, tmp_path):
    answers = sample("los_cocos").of("inputs_m1")
    plant = next(path for path in answers if answers[path].value == "Gas turbines")
    changed = sample("los_cocos").with_changes({
        "facts": {"P.title": Answer(words), "P.document_version": Answer(words)},
        "inputs_m1": {
            plant: Answer(words),
            "I.EG_facility.source": Answer(words),
            "I.EG_facility.value": Answer(Decimal(74200), Origin.OVERRIDDEN, words),
        },
    })  # fmt: skip
    read = Read(write_workbook(changed, tmp_path / "book.xlsx").path)
    literal = [cell for sheet in read.formulas for row in sheet.iter_rows() for cell in row if cell.value == words]
    assert len(literal) >= 4
    assert {cell.data_type for cell in literal} == {"s"}
    quoted = '"' + words.replace('"', '""') + '"'
    for sheet, place in read.formula_cells():
        formula = str(read.formulas[sheet][place].value)
        assert words not in formula.replace(quoted, ""), formula
    assert "hyperlinks" not in texts_of_archive(tmp_path / "book.xlsx") or "x.example" not in relations(
        tmp_path / "book.xlsx"
    )


def relations(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        return "".join(archive.read(name).decode() for name in archive.namelist() if name.endswith(".rels"))


def test_odd_words_are_kept_or_cut_and_the_file_opens(tmp_path):
    odd = {"P.title": Answer("a\x0bb\ud800c" + "🌍" * 20_000), "P.document_version": Answer("_x0041_ <&> \r\n")}
    changed = sample("sudenai").with_changes({"facts": odd})
    read = Read(write_workbook(changed, tmp_path / "book.xlsx").path)
    assert read.values["Read me"]["A1"].value.endswith("…")


def test_an_empty_project_gives_a_workbook(tmp_path):
    read = Read(write_workbook(blank_snapshot("cdm_pdd", "12.0"), tmp_path / "blank.xlsx").path)
    assert read.formulas.sheetnames == ["Read me", "Summary"]


def test_what_is_missing_shows_as_missing(tmp_path):
    changed = sample("los_cocos").with_changes({"inputs_m1": {"I.EG_facility.value": None}})
    read = Read(write_workbook(changed, tmp_path / "gap.xlsx").path)
    assert read.summary()["Emission reductions (t CO₂e)"]["2013"] == "#N/A"
    assert read.symbols()["BE", ("2013",)].value == "#N/A"
    words = " ".join(str(row[1].value) for row in read.values["Read me"].iter_rows())
    assert "Missing: EG_facility[2013]" in words


def test_a_folder_that_is_not_there_is_refused_and_leaves_nothing(tmp_path):
    with pytest.raises(Refused, match="cannot be written"):
        write_workbook(sample("sudenai"), tmp_path / "none" / "book.xlsx")
    old = tmp_path / "book.xlsx"
    old.mkdir()
    with pytest.raises(Refused):
        write_workbook(sample("sudenai"), old)
    assert [path.name for path in tmp_path.iterdir()] == ["book.xlsx"]


# -- names ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wanted", "name"),
    [
        ("EF_grid_CM", "EF_grid_CM"),
        ("CO2", "CO2_"),
        ("R", "R_"),
        ("c", "c_"),
        ("R1C1", "R1C1_"),
        ("η", "η"),
        ("1x", "_1x"),
        ("true", "true_"),
    ],
)
def test_a_name_is_never_taken_for_a_cell(wanted, name):
    assert Names().cell(wanted) == name


def test_names_are_given_once_whatever_their_case():
    names = Names()
    assert [names.cell(name) for name in ("S", "s", "s")] == ["S", "s_2", "s_3"]
    assert [names.sheet(name) for name in ("Inputs", "inputs", "a:b/c?", "'", "History")] == [
        "Inputs", "inputs (2)", "a b c", "Sheet", "History_",
    ]  # fmt: skip


def test_sheet_names_have_at_most_31_characters():
    names = Names()
    made = [names.sheet("A very long name of a methodology that goes on 🌍") for _ in range(12)]
    assert len(set(made)) == 12
    assert max(len(name.encode("utf-16-le")) // 2 for name in made) <= 31
