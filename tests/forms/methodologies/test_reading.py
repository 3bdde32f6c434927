"""Data that contradict themselves are refused, each error at its place; tools are joined in."""

from __future__ import annotations

import copy
import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forms.errors import DefinitionError, UserError
from forms.methodologies import (
    InvalidMethodology,
    available,
    check_methodology_data,
    examples,
    methodologies,
    methodology,
    methodology_from_data,
)
from forms.methodologies.calculation import Inputs, calculate, inputs_from_json
from forms.methodologies.working import steps_below
from forms.periods import periods_of
from tests.forms.methodologies.approaches import SUDENAI, by_key, equation, scalar, sudenai, sudenai_inputs

PERIODS = periods_of(dt.date(2010, 1, 1), dt.date(2011, 12, 31))


def errors_of(change, base=SUDENAI):
    data = copy.deepcopy(base)
    change(data)
    return check_methodology_data(data, "approach").errors


def changed(table, at, **keys):
    def change(data):
        data[table][at].update(keys)

    return change


def added(table, **entry):
    def change(data):
        data.setdefault(table, []).append(entry)

    return change


@pytest.mark.parametrize(
    ("change", "key", "words"),
    [
        (changed("equation", 6, expression="EG[y] * EFF"), "equation BE[y] (7)", "Did you mean EF"),
        (changed("equation", 6, expression="EG * EF"), "equation BE[y] (7)", "declared as EG[y]"),
        (changed("equation", 6, expression="EG[y] *"), "equation BE[y] (7)", "not a complete expression"),
        (changed("equation", 6, unit="tC02"), "equation BE[y] (7)", "Did you mean tCO2"),
        (changed("equation", 6, unit=""), "equation BE[y] (7)", "No unit"),
        (changed("equation", 6, symbol="BE[z]"), "equation BE[z] (7)", "“z” is not declared"),
        (changed("equation", 6, symbol="BE["), "equation BE[ (7)", "no symbol"),
        (changed("equation", 6, when="nothing == 'a'"), "equation BE[y] (7)", "“nothing” is not declared"),
        (changed("equation", 6, note="x"), "equation BE[y] (7)", "key “note” is not known"),
        (changed("parameter", 1, unit="MWhh"), "parameter power", "“MWhh” is not known"),
        (changed("parameter", 1, indices=["u"]), "parameter power", "“u” is not declared"),
        (changed("parameter", 1, indices=["t", "t"]), "parameter power", "same index twice"),
        (changed("parameter", 1, annual=True), "parameter power", "years of the crediting period"),
        (changed("parameter", 1, default="much"), "parameter power", "not a number"),
        (changed("parameter", 1, minimum="none"), "parameter power", "not a number"),
        (changed("parameter", 1, kind="guess"), "parameter power", "no kind of parameter"),
        (changed("parameter", 1, type="image"), "parameter power", "no type of parameter"),
        (changed("parameter", 1, symbol="lambda"), "parameter lambda", "write lambda_ instead"),
        (changed("parameter", 1, symbol="sum"), "parameter sum", "write sum_ instead"),
        (changed("parameter", 1, symbol="t"), "parameter t", "also the name of a set"),
        (added("parameter", symbol="spare", unit="t"), "parameter spare", "No equation uses"),
        (added("parameter", symbol="power", indices=["t"], unit="MWh"), "parameter power", "defined twice"),
        (added("equation", symbol="EF", unit="tCO2/MWh", expression="EF * 1"), "equation EF", "defined twice"),
        (added("equation", symbol="EF", unit="tCO2", expression="1"), "equation EF", "in another unit elsewhere"),
        (added("equation", symbol="EF[t]", unit="tCO2/MWh", expression="1"), "equation EF[t]", "with other indices"),
        (added("set", id="s", kind="rows"), "set s", "No symbol is indexed"),
        (added("set", id="t", kind="rows"), "set t", "two sets"),
        (added("set", id="s", kind="fixed"), "set s", "needs members"),
        (added("set", id="s", kind="list"), "set s", "no kind of set"),
        (added("option", id="o", label="", choices=[{"code": "a"}]), "option o", "Nothing depends"),
        (added("option", id="o", label="", choices=[]), "option o", "needs choices"),
        (added("option", id="o", choices=[{"code": "a"}], default="b"), "option o", "none of the choices"),
        (added("condition", id="c", requires="EF"), "condition c", "a truth is needed"),
        (added("condition", id="c", requires="EF > power[2002] "), "condition c", "compares unlike things"),
        (added("emission_source", id="s", scenario="other"), "emission_source s", "no scenario"),
        (
            added("emission_source", id="s", scenario="baseline", terms=["BB"]),
            "emission_source s",
            "“BB” is not declared",
        ),
        (added("call", tool="TOOL99:1"), "call TOOL99:1", "TOOL99, version 1, is not known"),
        (lambda data: data.update(extra=1), "extra", "not known"),
        (lambda data: data.update(results={"baseline": "B"}), "results", "not defined"),
        (lambda data: data.update(results={"baseline": "EF"}), "results", "must be in tCO2e"),
        (lambda data: data.update(results={"baseline": "T"}), "results", "crediting period only"),
        (lambda data: data.update(equation="none"), "equation", "must be a list"),
        (lambda data: data["equation"].append("none"), "equation", "is not a table"),
    ],
)
def test_contradiction_is_refused_at_its_place(change, key, words):
    found = errors_of(change)
    assert any(error.key == key and words in error.message for error in found), [str(error) for error in found]
    assert all(error.file == "approach" for error in found)


def test_one_wrong_equation_leaves_the_others_usable():
    data = copy.deepcopy(SUDENAI)
    data["equation"][7]["expression"] = "nothing + 1"
    reading = check_methodology_data(data, "approach")
    assert [error.key for error in reading.errors] == ["equation PE[y] (8)"]
    calculation = calculate(reading.methodology, sudenai_inputs())
    assert round(calculation.total.baseline) == 79012
    assert calculation.total.reductions is None


def test_definitions_that_options_keep_apart_are_accepted():
    choices = [{"code": code, "label": code} for code in ("a", "b", "c")]
    parts = {"code": "x", "version": "1", "option": [{"id": "o", "label": "", "choices": choices}]}
    apart = [equation("r", "1", when="o == 'a'"), equation("r", "2", when="o in ['b', 'c']")]
    assert methodology_from_data({**parts, "equation": apart}, "test")
    overlap = [equation("r", "1", when="o == 'a' or o == 'b'"), equation("r", "2", when="o != 'c'")]
    with pytest.raises(InvalidMethodology, match="defined twice when o is a"):
        methodology_from_data({**parts, "equation": overlap}, "test")


_JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.decimals(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@given(
    st.sampled_from(sorted(SUDENAI)), st.integers(0, 12), st.sampled_from(["symbol", "unit", "indices", "when"]), _JUNK
)
def test_no_data_can_break_the_reader(table, at, key, junk):
    data = copy.deepcopy(SUDENAI)
    if isinstance(data[table], list) and at < len(data[table]):
        data[table][at][key] = junk
    else:
        data[table] = junk
    reading = check_methodology_data(data, "approach")
    assert all(isinstance(error, DefinitionError) for error in reading.errors)
    calculate(reading.methodology, sudenai_inputs())


# --- tools ---------------------------------------------------------------------------------------

FUEL_TOOL = {
    "code": "FUEL",
    "version": "1",
    "kind": "tool",
    "title": "Emissions of fuel",
    "set": [{"id": "y", "kind": "period"}, {"id": "i", "kind": "rows", "label": "Fuels"}],
    "option": [{"id": "way", "label": "", "default": "energy", "choices": [{"code": "energy"}, {"code": "published"}]}],
    "condition": [{"id": "c1", "text": "Fuel is metered."}],
    "parameter": [
        {"symbol": "FC", "indices": ["i", "y"], "unit": "t", "annual": True, "kind": "monitored"},
        {"symbol": "NCV", "indices": ["i"], "unit": "GJ/t", "when": "way == 'energy'"},
        {"symbol": "EF", "indices": ["i"], "unit": "tCO2/GJ", "when": "way == 'energy'"},
        {"symbol": "COEF", "indices": ["i"], "unit": "tCO2/t", "when": "way == 'published'"},
    ],
    "equation": [
        {
            "symbol": "PE_FC[y]",
            "number": "(1)",
            "unit": "tCO2",
            "expression": "sum(FC[i, y] * COEF[i] for i in i)",
        },
        {
            "symbol": "COEF[i]",
            "number": "(4)",
            "unit": "tCO2/t",
            "expression": "NCV[i] * EF[i]",
            "when": "way == 'energy'",
        },
    ],
}


def find_tool(code, version):
    if (code, version) == ("FUEL", "1"):
        return methodology_from_data(FUEL_TOOL, "FUEL")
    raise UserError(f"{code} is not known.")


def caller(*calls, **more):
    data = {
        "code": "M",
        "version": "2",
        "set": [{"id": "y", "kind": "period"}],
        "parameter": [],
        "equation": [{"symbol": "PE[y]", "number": "(9)", "unit": "tCO2", "expression": "PE_FC[y]"}],
        "results": {"project": "PE"},
        "call": list(calls),
    }
    return methodology_from_data({**data, **more}, "caller", find_tool)


def test_equations_of_a_tool_keep_their_origin_and_number():
    joined = caller({"tool": "FUEL:1", "id": "fuel"})
    origins = {entry.symbol: (str(entry.origin), entry.number) for entry in joined.equations}
    assert origins == {"PE": ("M v2", "(9)"), "PE_FC": ("FUEL v1", "(1)"), "COEF": ("FUEL v1", "(4)")}
    assert [condition.id for condition in joined.conditions] == ["fuel_c1"]
    values = {"FC": {("oil",): Decimal(10)}, "NCV": by_key(("oil", "40")), "EF": by_key(("oil", "0.07"))}
    calculation = calculate(joined, Inputs(values=values, sets={"i": ("oil",)}, periods=PERIODS))
    assert calculation.total.project == 56
    assert calculation.explain("PE_FC", ("2010",)).origin_text == "equation (1) of FUEL v1"


def test_tool_called_twice_keeps_its_data_apart():
    joined = caller(
        {"tool": "FUEL:1", "id": "plant"},
        {"tool": "FUEL:1", "id": "lorries"},
        equation=[{"symbol": "PE[y]", "unit": "tCO2", "expression": "PE_FC[y] + lorries_PE_FC[y]"}],
    )
    symbols = {entry.symbol for entry in joined.parameters}
    assert {"FC", "lorries_FC", "NCV", "lorries_NCV"} <= symbols
    assert [entry.id for entry in joined.sets] == ["y", "i", "lorries_i"]
    values = {
        "FC": {("oil",): Decimal(10)}, "NCV": by_key(("oil", "40")), "EF": by_key(("oil", "0.07")),
        "lorries_FC": {("diesel",): Decimal(1)}, "lorries_NCV": by_key(("diesel", "43")),
        "lorries_EF": by_key(("diesel", "0.074")),
    }  # fmt: skip
    sets = {"i": ("oil",), "lorries_i": ("diesel",)}
    calculation = calculate(joined, Inputs(values=values, sets=sets, periods=PERIODS[:1]))
    assert calculation.missing == calculation.faults == ()
    assert calculation.total.project == Decimal("28") + Decimal("3.182")


def test_inputs_of_a_tool_may_be_bound_to_symbols_expressions_sets_and_options():
    joined = caller(
        {
            "tool": "FUEL:1",
            "inputs": {"i": "f", "FC": "burnt", "COEF": "carbon * 44/12"},
            "options": {"way": "'published' if known == 'yes' else 'energy'"},
        },
        set=[{"id": "y", "kind": "period"}, {"id": "f", "kind": "rows"}],
        option=[{"id": "known", "label": "", "default": "yes", "choices": [{"code": "yes"}, {"code": "no"}]}],
        parameter=[
            {"symbol": "burnt", "indices": ["f", "y"], "unit": "t", "annual": True},
            {"symbol": "carbon", "unit": "tCO2/t"},
        ],
    )
    assert "FC" not in joined.definitions
    assert [option.id for option in joined.options] == ["known"]
    inputs = Inputs({"burnt": {("oil",): Decimal(6)}, "carbon": scalar("0.75")}, {"f": ("oil",)}, periods=PERIODS[:1])
    assert calculate(joined, inputs).total.project == Decimal("16.5")


@pytest.mark.parametrize(
    ("call", "words"),
    [
        ({"tool": "FUEL:1", "inputs": {"FCC": "1"}}, "Did you mean FC"),
        ({"tool": "FUEL:1", "outputs": {"PE_F": "PE"}}, "Did you mean PE_FC"),
        ({"tool": "FUEL:1", "options": {"way": "'guess'"}}, "“guess” is no choice of “way”"),
        ({"tool": "FUEL:1", "inputs": {"NCV": "PE"}}, "cannot stand for"),
        ({"tool": "FUEL:2"}, "FUEL is not known"),
    ],
)
def test_wrong_binding_of_a_tool_is_refused(call, words):
    with pytest.raises(InvalidMethodology, match=words):
        caller(call)


def test_call_may_hold_under_an_option_only():
    joined = caller(
        {"tool": "FUEL:1", "when": "fuel == 'yes'"},
        option=[{"id": "fuel", "label": "", "default": "no", "choices": [{"code": "yes"}, {"code": "no"}]}],
        equation=[{"symbol": "PE[y]", "unit": "tCO2", "expression": "PE_FC[y] if fuel == 'yes' else 0"}],
    )
    calculation = calculate(joined, Inputs(periods=PERIODS))
    assert calculation.total.project == 0
    assert calculation.missing == ()


# --- what ships ----------------------------------------------------------------------------------


def test_everything_that_ships_is_free_of_contradictions():
    assert [(entry.code, entry.version) for entry in methodologies()] == list(available())
    assert all(entry.equations for entry in methodologies())


CASES = [(code, version, case) for code, version in available() for case in examples(code, version)]


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_dropping_any_input_names_it_or_changes_nothing(data):
    """Nothing raises, nothing is guessed: what cannot be calculated any more has a missing input or a fault."""
    code, version, case = data.draw(st.sampled_from(CASES))
    loaded = methodology(code, version)
    inputs = inputs_from_json(loaded, case["inputs"])
    cells = [(symbol, index) for symbol, column in inputs.values.items() for index in column]
    dropped = set(data.draw(st.lists(st.sampled_from(cells), max_size=3))) if cells else set()
    values = {
        symbol: {index: value for index, value in column.items() if (symbol, index) not in dropped}
        for symbol, column in inputs.values.items()
    }
    before, after = calculate(loaded, inputs), calculate(loaded, replace(inputs, values=values))
    lost = {symbol for symbol, column in before.values.items() if column != after.values.get(symbol, column)}
    wanted = set(loaded.results.symbols)
    # Where a default comes in, it is kept by year, while the case may have given one value for all years.
    replaced = {symbol for symbol, _ in dropped} & {symbol for symbol, _ in after.given}
    assert not lost & wanted or after.missing or after.faults or replaced
    for symbol in loaded.results.symbols:
        for period in after.inputs.periods:
            steps_below(after.explain(symbol, (period.label,)))


def test_unknown_methodology_lists_the_known_ones():
    with pytest.raises(UserError) as refused:
        methodology("ACM0099", "1.0")
    code, version = available()[0]
    assert f"{code}:{version}" in refused.value.remedy
    assert examples("ACM0099", "1.0") == ()


def test_reading_an_approach_again_gives_the_same():
    assert sudenai() == sudenai()
