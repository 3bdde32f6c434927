"""Checks a whole methodology: units, double definitions, names that nothing uses, and its results."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from forms.errors import DefinitionError
from forms.methodologies.dimensions import check_consistency, check_dimensions
from forms.methodologies.equations import Formula, Signature, options_only
from forms.methodologies.equations.nodes import Fold, walk
from forms.methodologies.model import (
    Condition,
    Definition,
    EmissionSource,
    Equation,
    Methodology,
    Parameter,
    ToolCall,
)
from forms.quantities import parse_unit

Found = Iterator[tuple[DefinitionError, str]]

_MOST_COMBINATIONS = 20_000
_MOST_DEFINITIONS = 40


def check_methodology(methodology: Methodology, without_unit: frozenset[str], unread: frozenset[str]) -> Found:
    """Every contradiction with the entry it is in.

    `without_unit` names symbols whose unit, `unread` those whose definition is already reported: what follows from
    that alone is not reported again.
    """
    yield from _units(methodology, without_unit)
    yield from _double_definitions(methodology)
    if not unread:
        yield from _unused(methodology)
    yield from _results(methodology, unread)


def _is_own(methodology: Methodology, definition: Definition) -> bool:
    return definition.origin.code == methodology.code and definition.origin.version == methodology.version


def _signatures(methodology: Methodology) -> dict[str, Signature]:
    found: dict[str, Signature] = {}
    for name, definitions in methodology.definitions.items():
        first = definitions[0]
        is_number = not isinstance(first, Parameter) or first.is_number
        found[name] = Signature(first.indices, is_number, first.unit)
    return found


def _units(methodology: Methodology, without_unit: frozenset[str]) -> Found:
    symbols = _signatures(methodology)
    known = symbols.keys() - without_unit
    for equation in methodology.equations:
        if _is_own(methodology, equation) and equation.formula.symbols | {equation.symbol} <= known:
            try:
                check_dimensions(equation.formula, equation.unit, symbols)
            except DefinitionError as error:
                yield error, _place(equation)
    for formula, place in _tests(methodology):
        if formula.symbols <= known:
            try:
                check_consistency(formula, symbols)
            except DefinitionError as error:
                yield error, place


def _place(definition: Definition) -> str:
    if isinstance(definition, Parameter):
        return f"parameter {definition.symbol}"
    word = "equation" if isinstance(definition, Equation) else "selection"
    indices = f"[{', '.join(definition.indices)}]" if definition.indices else ""
    return f"{word} {definition.symbol}{indices} {definition.number}".strip()


def _tests(methodology: Methodology) -> Iterator[tuple[Formula, str]]:
    for condition in methodology.conditions:
        if condition.requires is not None:
            yield condition.requires, f"condition {condition.id}"
    for selection in methodology.selections:
        for formula in selection.inputs.values():
            yield formula, _place(selection)


def _double_definitions(methodology: Methodology) -> Found:
    for symbol, definitions in methodology.definitions.items():
        if len(definitions) > _MOST_DEFINITIONS:
            message = f"“{symbol}” is defined {len(definitions)} times; {_MOST_DEFINITIONS} are allowed."
            yield DefinitionError(message), _place(definitions[0])
            continue
        for first, second in itertools.combinations(definitions, 2):
            example = _common_case(methodology, first.when, second.when)
            if example is not None:
                case = f" when {example}" if example else ""
                message = f"“{symbol}” is defined twice{case}: also in {_place(first)}. Let “when” exclude one."
                yield DefinitionError(message), _place(second)


def _common_case(methodology: Methodology, first: Formula | None, second: Formula | None) -> str | None:
    """Options under which both conditions hold, as text; None when they exclude each other."""
    whens = [when for when in (first, second) if when is not None]
    names = sorted({name for when in whens for name in when.options})
    options = methodology.options_by_id
    codes = [[choice.code for choice in options[name].choices] for name in names if name in options]
    if len(codes) != len(names):
        return None
    for chosen in itertools.islice(itertools.product(*codes), _MOST_COMBINATIONS):
        case = dict(zip(names, chosen, strict=True))
        if all(when.evaluate(options_only(case)) for when in whens):
            return " and ".join(f"{name} is {code}" for name, code in case.items())
    return None


def _unused(methodology: Methodology) -> Found:
    formulas = list(_all_formulas(methodology))
    used = {name for formula in formulas for name in formula.symbols} | _bound_names(methodology)
    for parameter in methodology.parameters:
        if parameter.symbol not in used and _is_own(methodology, parameter):
            yield DefinitionError("No equation uses this parameter."), _place(parameter)
    asked = {name for formula in formulas for name in formula.options} | _bound_names(methodology)
    for option in methodology.options:
        if option.id not in asked and option.origin.code == methodology.code:
            yield DefinitionError("Nothing depends on this option."), f"option {option.id}"
    indexed = {index for definitions in methodology.definitions.values() for index in definitions[0].indices}
    looped = {
        loop.set_id
        for formula in formulas
        for node in walk(formula.tree)
        if isinstance(node, Fold)
        for loop in node.loops
    }
    for index_set in methodology.sets:
        if index_set.id not in indexed | looped | _bound_names(methodology):
            yield DefinitionError("No symbol is indexed by this set."), f"set {index_set.id}"


def _definitions(methodology: Methodology) -> tuple[Definition, ...]:
    return (*methodology.equations, *methodology.parameters, *methodology.selections)


def _bound_names(methodology: Methodology) -> set[str]:
    return {text for call in methodology.calls for text in (*call.inputs.values(), *call.options.values())}


def _all_formulas(methodology: Methodology) -> Iterator[Formula]:
    for equation in methodology.equations:
        yield equation.formula
    for formula, _ in _tests(methodology):
        yield formula
    yield from (entry.when for entry in _definitions(methodology) if entry.when is not None)
    for option in methodology.options:
        if option.when is not None:
            yield option.when
    conditional: tuple[Condition | EmissionSource | ToolCall, ...] = (
        *methodology.conditions,
        *methodology.sources,
        *methodology.calls,
    )
    yield from (entry.when for entry in conditional if entry.when is not None)
    for parameter in methodology.parameters:
        if isinstance(parameter.required, Formula):
            yield parameter.required
        if parameter.default_table is not None:
            yield from parameter.default_table.match.values()
    for option in methodology.derived_options:
        if option.derived is not None:
            yield option.derived


def _results(methodology: Methodology, unread: frozenset[str]) -> Found:
    tonne = parse_unit("tCO2e")
    periods = {index_set.id for index_set in methodology.sets if index_set.kind == "period"}
    for symbol in methodology.results.symbols:
        if symbol in unread:
            continue
        if symbol not in methodology.definitions:
            yield DefinitionError(f"The result “{symbol}” is not defined by any equation."), "results"
            continue
        if not methodology.unit_of(symbol).same_as(tonne):
            yield DefinitionError(f"The result “{symbol}” must be in tCO2e."), "results"
        if not set(methodology.indices_of(symbol)) <= periods:
            yield DefinitionError(f"The result “{symbol}” may be indexed by the crediting period only."), "results"
