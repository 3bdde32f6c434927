"""The equation language: what it admits, what it refuses, and that nothing in it can hang or break out."""

from __future__ import annotations

import contextlib
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.errors import DefinitionError
from forms.methodologies import methodologies
from forms.methodologies.calculation import Inputs, calculate
from forms.methodologies.equations import Scope, Signature, parse, plain, source_text
from forms.methodologies.model import IndexSet
from forms.quantities import DIMENSIONLESS
from tests.forms.methodologies.approaches import equation, scalar, small

SETS = {
    "t": IndexSet("t", "years"),
    "w": IndexSet("w", "fixed", members=("wood", "paper")),
    "m": IndexSet("m", "rows"),
}
SYMBOLS = {
    "a": Signature((), True, DIMENSIONLESS),
    "b": Signature((), True, DIMENSIONLESS),
    "X": Signature(("t",), True, DIMENSIONLESS),
    "Q": Signature(("w",), True, DIMENSIONLESS),
    "fuel": Signature(("m",), False, DIMENSIONLESS, ("coal", "gas")),
}
SCOPE = Scope(SYMBOLS, SETS, {"method": ("simple", "average")})


def value_of(expression, a="3", b="4", **inputs):
    methodology = small(equation("r", expression), parameter=_parameters(expression))
    return calculate(methodology, Inputs(values={"a": scalar(a), "b": scalar(b)}, **inputs))


def _parameters(expression):
    return [{"symbol": name, "unit": "1"} for name in ("a", "b") if name in expression.replace("abs", "")]


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("a + b * 2", "11"),
        ("(a + b) * 2", "14"),
        ("-a ** 2", "-9"),
        ("a ** -1 * 3", "1"),
        ("0.1 * 3 * a", "0.9"),
        ("16/12 * a", "4"),
        ("1e-3 * a", "0.003"),
        ("min(a, b, 2)", "2"),
        ("max(a, b)", "4"),
        ("abs(a - b)", "1"),
        ("floor(a / 2)", "1"),
        ("floor(-a / 2)", "-2"),
        ("round(a / 7, 3)", "0.429"),
        ("sqrt(a * 3)", "3"),
        ("exp(a - a)", "1"),
        ("ln(exp(a))", "3"),
        ("a if b > 3 else 0", "3"),
        ("a if 3 < b <= 4 and not b == 5 else 0", "3"),
        ("a if b < 3 or b > 5 else 7", "7"),
        ("a / (b - 4) if b != 4 else 0", "0"),
    ],
)
def test_expression_gives(expression, expected):
    value = value_of(expression).value("r")
    assert abs(value - Decimal(expected)) < Decimal("1e-20")


def test_decimal_numbers_are_as_written():
    """A float would give 28.999999999999996."""
    assert value_of("floor(0.29 * 100 * a / a)").value("r") == 29


@pytest.mark.parametrize(
    "expression",
    [
        "__import__('os')", "().__class__", "a.__class__", "[x for x in m]", "lambda: 1", "f'{a}'", "a := 1", "{}",
        "{'a': 1}", "[1]", "*a", "a @ b", "a // b", "a % b", "~a", "+a", "a & b", "True", "None", "...", "1j", "0x10",
        "print(a)", "open('x')", "eval('1')", "exec('1')", "getattr(a, 'b')", "sum(a)", "sum(X[t] for t in range(9))",
        "sum(X[t] for t in t for t.a in t)", "min(a)", "round(a)", "round(a, b)", "round(a, 99)", "exp(a, b)",
        "max(key=a)", "a if b else 0", "a + 'x'", "a == 'x'", "a < 'x'", "fuel['x'] + 1", "a is b", "a in m",
        "'x' in a",
        "method + 1", "m", "t", "w", "X", "X[a]", "X[t]", "a[1]", "Q['glass']", "Q[1]", "X['x', 'y']", "a b", "a +", "",
        "1 = 1", "a; b", "a\nimport os", "b'x'", "1e9999", "9" * 60, "sum(X[x] for x in nowhere)",
        "sum(X[x] for x in t if X[x])", "sum(fuel[x] for x in m)", "unknown * 2", "a if method == 'simpel' else b",
        "a if fuel['x'] == 'oil' else b", "async", "yield a", "await a", "a for a in m", "exp(*a)", "lambda_ + 1",
    ],
)  # fmt: skip
def test_what_is_not_in_the_language_is_refused(expression):
    with pytest.raises(DefinitionError):
        parse(expression, SCOPE)


def test_misspelt_symbol_is_refused_with_the_one_that_was_meant():
    scope = Scope({"EG_facility": Signature((), True, DIMENSIONLESS)})
    with pytest.raises(DefinitionError, match=r"EG_facilty.*Did you mean EG_facility"):
        parse("EG_facilty * 2", scope)


def test_comparison_with_a_choice_that_does_not_exist_is_refused():
    with pytest.raises(DefinitionError, match="none of the choices simple, average"):
        parse("a if method == 'Simple' else 0", SCOPE)


@pytest.mark.parametrize(
    "expression",
    ["(" * 90 + "a" + ")" * 90 + " + 1" * 2000, "-" * 3000 + "a", "(" * 500 + "a" + ")" * 500, "a+" * 1999 + "a",
     "a" * 5000, "sqrt(" * 150 + "a" + ")" * 150],
)  # fmt: skip
def test_overgrown_expression_is_refused_at_once(expression):
    with pytest.raises(DefinitionError):
        parse(expression, SCOPE)


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        ("9 ** 9 ** 9 * a", "too large"),
        ("(a * 1e300) ** 900", "too large"),
        ("exp(exp(exp(a * 9)))", "too large"),
        ("a / (b - 4)", "divide by zero"),
        ("ln(a - 3)", "logarithm"),
        ("ln(a - 5)", "logarithm"),
        ("sqrt(a - 5)", "square root"),
        ("(a - 5) ** 0.5", "negative number"),
        ("(a - 3) ** -1", "Zero"),
        ("a * 1e900 * 1e900 * 1e900 * 1e900 * 1e900 * 1e900 * 1e900", "too large"),
    ],
)
def test_calculation_without_a_result_is_a_fault_not_an_exception(expression, words):
    calculation = value_of(expression)
    assert [fault.symbol for fault in calculation.faults] == ["r"]
    assert words in calculation.faults[0].message
    assert calculation.value("r") is None


@given(st.text(alphabet="abXQt()[]+-*/.,<>='0129 formin_", max_size=30))
def test_any_text_is_read_or_refused(text):
    with contextlib.suppress(DefinitionError):
        formula = parse(text, SCOPE)
        assert plain(formula.tree)
        assert parse(source_text(formula.tree), SCOPE).tree == formula.tree


@pytest.mark.parametrize("expression", ["sqrt(" * 100 + "a" + ")" * 100, " + ".join(["a"] * 100), "-" * 100 + "a"])
def test_long_expression_within_the_limits_is_calculated(expression):
    assert value_of(expression, a="1").value("r") in (1, 100)


def _shipped_formulas():
    for loaded in methodologies():
        yield from ((loaded, entry.formula) for entry in loaded.equations)
        yield from ((loaded, entry.when) for entry in loaded.equations if entry.when is not None)


def test_every_shipped_expression_reads_back_from_its_own_tree():
    for loaded, formula in _shipped_formulas():
        options = {option.id: tuple(choice.code for choice in option.choices) for option in loaded.options}
        options |= {option.id: tuple(choice.code for choice in option.choices) for option in loaded.derived_options}
        symbols = {}
        for name, definitions in loaded.definitions.items():
            is_number = getattr(definitions[0], "is_number", True)
            symbols[name] = Signature(definitions[0].indices, is_number, definitions[0].unit)
        kinds = ("number", "truth")
        again = parse(
            source_text(formula.tree), Scope(symbols, loaded.sets_by_id, options), indices=formula.indices, kinds=kinds
        )
        assert again.tree == formula.tree


def test_loop_index_may_have_the_name_of_its_set_or_another():
    methodology = small(
        equation("r", "sum(X[t] for t in t) + sum(X[k] * X[j] for k in t for j in t if j > k)"),
        set=[{"id": "t", "kind": "years"}],
        parameter=[{"symbol": "X", "indices": ["t"], "unit": "1"}],
    )
    values = {"X": {("2001",): Decimal(2), ("2002",): Decimal(3), ("2003",): Decimal(5)}}
    calculation = calculate(methodology, Inputs(values=values, sets={"t": ("2001", "2002", "2003")}))
    assert calculation.value("r") == 10 + 6 + 10 + 15
