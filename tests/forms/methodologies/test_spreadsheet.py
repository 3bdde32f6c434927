"""The workbook calculates by itself: each formula, recalculated elsewhere, gives what the engine gave."""

from __future__ import annotations

import datetime as dt
import itertools
import shutil
import subprocess
from collections.abc import Callable, Sequence
from decimal import Decimal

import pytest

from forms.errors import UserError
from forms.methodologies import available, examples, methodology
from forms.methodologies.calculation import Calculation, Inputs, calculate, inputs_from_json
from forms.methodologies.model import Equation
from forms.methodologies.spreadsheet import Term, sheet_formula
from forms.periods import periods_of
from tests.forms.methodologies.approaches import equation, scalar, small, sudenai, sudenai_inputs
from tests.forms.methodologies.sheets import Sheet

PERIODS = periods_of(dt.date(2008, 9, 1), dt.date(2010, 12, 31))


def workbook(calculation: Calculation) -> tuple[dict[str, object], dict[str, Decimal]]:
    """All values in column B, symbol by symbol, results as formulas; and what the engine says of each formula.

    What an equation over a load curve needs beside its own cell stands in column C.
    """
    rows = [(symbol, index) for symbol, column in calculation.values.items() for index in column]
    keys = sorted(dict.fromkeys((*calculation.given, *rows)), key=lambda key: key[0])
    cells = {key: f"B{number}" for number, key in enumerate(keys, start=2)}
    contents: dict[str, object] = {}
    expected: dict[str, Decimal] = {}
    below = _terms_below(contents, expected)
    for (symbol, index), cell in cells.items():
        definition = calculation.definition(symbol)
        given = calculation.given.get((symbol, index))
        if given is not None:
            contents[cell] = float(given.entered) if isinstance(given.entered, Decimal) else given.entered
        elif isinstance(definition, Equation):
            contents[cell] = sheet_formula(
                definition,
                index,
                lambda symbol, index: cells[symbol, index],
                calculation=calculation,
                terms_of=below if "hours_below" in definition.expression else None,
            )
            expected[cell] = calculation.values[symbol][index]
        else:
            contents[cell] = float(calculation.values[symbol][index])
    return contents, expected


def _terms_below(contents: dict[str, object], expected: dict[str, Decimal]) -> Callable[[Sequence[Term]], str]:
    """Puts terms one below the other, and says where they stand."""
    rows = itertools.count(1)

    def write(terms: Sequence[Term]) -> str:
        places = [f"C{next(rows)}" for _ in terms]
        for place, term in zip(places, terms, strict=True):
            contents[place] = term.formula
            if term.value is not None:
                expected[place] = term.value
        return f"{places[0]}:{places[-1]}"

    return write


def assert_recalculates(calculation: Calculation) -> None:
    contents, expected = workbook(calculation)
    sheet = Sheet(contents)
    for cell, value in expected.items():
        assert sheet.value(cell) == pytest.approx(float(value), rel=1e-10, abs=1e-12), contents[cell]


def test_emission_factor_chain_recalculates():
    assert_recalculates(calculate(sudenai(), sudenai_inputs()))


CASES = [
    (code, version, str(case["id"]), case)
    for code, version in available()
    for case in examples(code, version)
]  # fmt: skip


@pytest.mark.parametrize(("code", "version", "case_id", "case"), CASES, ids=[f"{case[0]}-{case[2]}" for case in CASES])
def test_every_worked_case_recalculates(code, version, case_id, case):
    loaded = methodology(code, version)
    assert_recalculates(calculate(loaded, inputs_from_json(loaded, case["inputs"])))


@pytest.mark.parametrize(
    ("expression", "formula"),
    [
        ("a * b", "=B1*B2"),
        ("-a ** 2", "=-(B1^2)"),
        ("a - (b - a)", "=B1-(B2-B1)"),
        ("a / (b * 2)", "=B1/(B2*2)"),
        ("max(a, b, 0.5)", "=MAX(B1,B2,0.5)"),
        ("exp(-a) + ln(b)", "=EXP(-B1)+LN(B2)"),
        ("a if a > b else 0", "=IF(B1>B2,B1,0)"),
        ("round(a / b, 4)", "=ROUND(B1/B2,4)"),
        ("floor(a)", "=INT(ROUND(B1,9))"),
    ],
)
def test_formula_reads_as_people_write_it(expression, formula):
    names = [name for name in "ab" if name in expression.replace("max", "").replace("exp", "").replace("floor", "")]
    methodology = small(equation("r", expression), parameter=[{"symbol": name, "unit": "1"} for name in names])
    calculation = calculate(methodology, Inputs(values={name: scalar("2") for name in names}))
    cells = {"a": "B1", "b": "B2"}
    assert (
        sheet_formula(methodology.equations[0], (), lambda symbol, _: cells[symbol], calculation=calculation) == formula
    )


ROWS = {"set": [{"id": "m", "kind": "rows"}]}
INDEXED = [{"symbol": name, "indices": ["m"], "unit": "1"} for name in ("p", "q")]


def over_rows(expression: str, count: int) -> Calculation:
    names = [name for name in "pq" if f"{name}[" in expression]
    methodology = small(equation("r", expression), parameter=[e for e in INDEXED if e["symbol"] in names], **ROWS)
    members = tuple(f"u{number}" for number in range(count))
    values = {name: {(m,): Decimal(n + ord(name) % 7) for n, m in enumerate(members)} for name in names}
    return calculate(methodology, Inputs(values=values, sets={"m": members}))


@pytest.mark.parametrize(
    ("expression", "formula"),
    [
        ("sum(p[m] for m in m)", "=SUM(B2:B7)"),
        ("sum(p[m] * q[m] for m in m)", "=SUMPRODUCT(B2:B7*B8:B13)"),
        ("sum(p[m] / (q[m] + 1) for m in m)", "=SUMPRODUCT(B2:B7/(B8:B13+1))"),
        ("prod(p[m] for m in m)", "=PRODUCT(B2,B3,B4,B5,B6,B7)"),
        ("mean(p[m] for m in m)", "=AVERAGE(B2,B3,B4,B5,B6,B7)"),
    ],
)
def test_sum_over_a_column_is_one_range(expression, formula):
    calculation = over_rows(expression, 6)
    contents, _ = workbook(calculation)
    assert formula in contents.values()
    assert_recalculates(calculation)


@pytest.mark.parametrize(
    "expression",
    [
        "sum(p[m] for m in m if q[m] > 4)",
        "mean(p[m] for m in m if q[m] > 4)",
        "stdev(p[m] for m in m if q[m] > 4)",
        "stdev(p[m] for m in m)",
        "min(p[m] for m in m if q[m] > 4)",
        "max(p[m] * q[m] for m in m if q[m] < 7)",
        "sum(p[m] * q[m] if p[m] > 3 else q[m] for m in m)",
        "sum(p[m] * q[k] for m in m for k in m if m != k)",
        "sum(p[m] for m in m) ** 0.5 / sum(q[m] for m in m)",
        "sum(exp(-p[m]) for m in m)",
        "prod(1 + p[m] / 100 for m in m)",
        "prod(1 + p[m] for m in m if q[m] > 4)",
        "prod(p[m] for m in m if m == 'none')",
        "sum(sum(p[k] for k in m if q[k] == q[m]) for m in m)",
    ],
)
def test_loops_with_conditions_recalculate(expression):
    assert_recalculates(over_rows(expression, 6))


def test_sum_of_hundreds_of_rows_stays_short():
    calculation = over_rows("sum(p[m] * q[m] for m in m)", 400)
    contents, _ = workbook(calculation)
    assert max(len(str(content)) for content in contents.values()) < 60
    assert_recalculates(calculation)


def test_formula_that_no_spreadsheet_takes_is_refused():
    calculation = over_rows("sum(p[m] * q[k] for m in m for k in m if m != k)", 40)
    with pytest.raises(UserError, match="characters"):
        workbook(calculation)


def test_part_year_is_taken_in_the_formula():
    methodology = small(
        equation("r[y]", "a[y] * 2"),
        parameter=[{"symbol": "a", "indices": ["y"], "unit": "1", "annual": True}],
        set=[{"id": "y", "kind": "period"}],
    )
    calculation = calculate(methodology, Inputs(values={"a": scalar("12")}, periods=PERIODS))
    formulas = [
        sheet_formula(methodology.equations[0], (year,), lambda *_: "B1", calculation=calculation)
        for year in ("2008", "2009")
    ]
    assert formulas == ["=(B1*4/12)*2", "=B1*2"]
    assert_recalculates(calculation)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_recalculates_to_the_same_numbers(tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    contents, expected = workbook(calculate(sudenai(), sudenai_inputs()))
    book = openpyxl.Workbook()
    for cell, content in contents.items():
        book.active[cell] = content
    book.save(tmp_path / "book.xlsx")
    command = ["soffice", "--headless", "--convert-to", "csv", "--outdir", str(tmp_path), str(tmp_path / "book.xlsx")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    lines = (tmp_path / "book.csv").read_text(encoding="utf-8").splitlines()
    for cell, value in expected.items():
        shown = lines[int(cell[1:]) - 1].split(",")[1].strip('"')
        assert float(shown) == pytest.approx(float(value), rel=1e-3, abs=0.01)
