"""The working: how a number came about, as a tree of steps from the result down to inputs and their sources."""

from __future__ import annotations

import decimal
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from forms.methodologies.calculation import Calculation, Given, Key, Run
from forms.methodologies.equations import plain
from forms.methodologies.equations.nodes import Either, Fold, Number, OptionValue, Symbol
from forms.methodologies.equations.writing import PlainWriter, tightness
from forms.methodologies.model import Equation, Index, Parameter, Selection
from forms.methodologies.references import chosen_side, evaluate_node, references, rounds, symbol_keys
from forms.quantities import PRECISION, format_number, unit_in_print

StepKind = Literal["equation", "selection", "input", "unknown"]

# Figures shown of calculated values inside the working; results are rounded where they are printed.
_FIGURES = 7
_MOST_TERMS = 12
_SPECIFIC = "specific"
# How the rounds of a loop are joined, and what it gives without any.
_JOINED = {"sum": (" + ", "0"), "prod": (" × ", "1")}


@dataclass(frozen=True)
class Step:
    """One line of the working.

    `expression_text` is the right-hand side with symbols, `substituted_text` the same with numbers and units put in.
    `children` are the steps it rests on, each once; steps that several others need are the same object, so go through
    them with `steps_below`. `notes` are the sentences of a selection, or why a value is missing.
    """

    symbol: str
    index: Index
    kind: StepKind
    value: Decimal | str | None
    unit: str
    number: str
    equation: Equation | Selection | None
    expression_text: str
    substituted_text: str
    description: str
    origin: str
    origin_text: str
    notes: tuple[str, ...] = ()
    children: tuple[Step, ...] = field(default=(), repr=False)

    @property
    def name(self) -> str:
        """Symbol with index, such as `BE[2008]`."""
        return f"{self.symbol}[{', '.join(self.index)}]" if self.index else self.symbol


def explain(calculation: Calculation, symbol: str, index: Index = ()) -> Step:
    """The working of one value. Each value is explained once, however many others rest on it."""
    with decimal.localcontext(PRECISION):
        return _Explainer(calculation).explain((symbol, index))


def steps_below(step: Step) -> tuple[Step, ...]:
    """The step and all it rests on, each once, results before what they rest on."""
    found: dict[tuple[str, Index], Step] = {}
    waiting = [step]
    while waiting:
        current = waiting.pop()
        if (current.symbol, current.index) not in found:
            found[current.symbol, current.index] = current
            waiting.extend(reversed(current.children))
    return tuple(found.values())


def show_value(value: Decimal | str | None, *, exact: bool) -> str:
    """A value as the working shows it: inputs with all digits, calculated ones with seven figures at least."""
    if not isinstance(value, Decimal):
        return "?" if value is None else f"“{value}”"
    if exact:
        return format_number(value)
    if value.is_zero():
        return "0"
    decimals = max(0, _FIGURES - 1 - value.adjusted())
    rounded = value.quantize(Decimal(1).scaleb(-decimals), decimal.ROUND_HALF_UP, PRECISION)
    text = format_number(rounded)
    return text.rstrip("0").rstrip(".") if "." in text else text


def is_as_given(calculation: Calculation, key: Key) -> bool:
    """Whether a value was given, and stands in the equation as it was given: then all its digits are shown."""
    given = calculation.given.get(key)
    return given is not None and given.fraction == 1


def with_unit(amount: str, unit: str) -> str:
    """An amount and its unit; `199,104 × 1000 Nm3` where the unit itself begins with a number."""
    if unit in ("", "1") or amount == "?":
        return amount
    shown = unit_in_print(unit)
    return f"{amount} × {shown}" if unit[0].isdecimal() else f"{amount} {shown}"


class _Explainer:
    def __init__(self, calculation: Calculation) -> None:
        self._calculation = calculation
        self._run = calculation.run
        self._done: dict[Key, Step] = {}
        self._reasons = _reasons(calculation)

    def explain(self, key: Key) -> Step:
        """Children first, without recursion, since a chain over many years is deep."""
        waiting, entered = [key], set[Key]()
        while waiting:
            current = waiting[-1]
            below = [] if current in self._done else self._below(current)
            open_ones = [] if current in entered else [child for child in below if child not in self._done]
            if current not in self._done and not open_ones:
                self._done[current] = self._step(current, below)
            entered.add(current)
            if open_ones:
                waiting.extend(child for child in reversed(open_ones) if child not in entered)
            elif current in self._done:
                waiting.pop()
        return self._done[key]

    def _below(self, key: Key) -> list[Key]:
        symbol, index = key
        definition = self._run.definition(symbol)
        if isinstance(definition, Equation) and key not in self._calculation.given:
            return list(dict.fromkeys(references(definition.formula, index, self._run)))
        if isinstance(definition, Selection):
            rows = self._run.known_members(definition.indices[0])
            formulas = definition.inputs.values()
            return list(
                dict.fromkeys(
                    key for formula in formulas for row in rows for key in references(formula, (row,), self._run)
                )
            )
        given = self._calculation.given.get(key)
        if given is not None and given.source and isinstance(definition, Parameter) and definition.default_table:
            deciding = definition.default_table.match.values()
            return list(dict.fromkeys(key for formula in deciding for key in references(formula, index, self._run)))
        return []

    def _step(self, key: Key, below: list[Key]) -> Step:
        symbol, index = key
        definition = self._run.definition(symbol)
        children = tuple(self._done[child] for child in below if child in self._done)
        given = self._calculation.given.get(key)
        if isinstance(definition, Equation) and given is None:
            return self._equation_step(definition, index, children)
        if isinstance(definition, Selection):
            return self._selection_step(definition, index, children)
        if given is not None:
            parameter = definition if isinstance(definition, Parameter) else None
            return self._input_step(symbol, index, given, parameter, children)
        return self._unknown_step(symbol, index, definition if isinstance(definition, Parameter) else None)

    def _equation_step(self, equation: Equation, index: Index, children: tuple[Step, ...]) -> Step:
        keys = dict(zip(equation.indices, index, strict=True))
        return Step(
            symbol=equation.symbol,
            index=index,
            kind="equation",
            value=self._calculation.value(equation.symbol, index),
            unit=str(equation.unit),
            number=equation.number,
            equation=equation,
            expression_text=plain(equation.formula.tree),
            substituted_text=_Substituted(self._calculation).whole(equation, keys),
            description=equation.description,
            origin="calculated",
            origin_text=_equation_origin(equation),
            notes=self._reasons.get((equation.symbol, index), ()),
            children=children,
        )

    def _selection_step(self, selection: Selection, index: Index, children: tuple[Step, ...]) -> Step:
        value = self._calculation.value(selection.symbol, index)
        word = {Decimal(1): "is in the sample", Decimal(0): "is not in the sample"}.get(value)  # type: ignore[arg-type]
        return Step(
            symbol=selection.symbol,
            index=index,
            kind="selection",
            value=value,
            unit=str(selection.unit),
            number=selection.number,
            equation=selection,
            expression_text="1 for rows of the sample, else 0",
            substituted_text=f"{', '.join(index)} {word}" if word else "?",
            description=selection.description,
            origin="calculated",
            origin_text=f"{selection.number} of {selection.origin}".strip(),
            notes=self._calculation.traces.get(selection.symbol, self._reasons.get((selection.symbol, index), ())),
            children=children,
        )

    def _input_step(
        self, symbol: str, index: Index, given: Given, parameter: Parameter | None, children: tuple[Step, ...]
    ) -> Step:
        return Step(
            symbol=symbol,
            index=index,
            kind="input",
            value=given.value,
            unit=str(self._calculation.methodology.unit_of(symbol)),
            number="",
            equation=None,
            expression_text="",
            substituted_text=_entered_text(given, parameter),
            description=parameter.description if parameter else "Value before the first of the series",
            origin=given.origin,
            origin_text=_input_origin(given, parameter),
            notes=self._reasons.get((symbol, index), ()),
            children=children,
        )

    def _unknown_step(self, symbol: str, index: Index, parameter: Parameter | None) -> Step:
        known = symbol in self._calculation.methodology.definitions
        return Step(
            symbol=symbol,
            index=index,
            kind="unknown",
            value=None,
            unit=str(self._calculation.methodology.unit_of(symbol)) if known else "",
            number="",
            equation=None,
            expression_text="",
            substituted_text="?",
            description=parameter.description if parameter else "",
            origin="missing",
            origin_text="not given",
            notes=self._reasons.get((symbol, index), ("The value is missing.",)),
        )


def _reasons(calculation: Calculation) -> dict[Key, tuple[str, ...]]:
    found: dict[Key, tuple[str, ...]] = {}
    for fault in calculation.faults:
        key = (fault.symbol, fault.index)
        found[key] = (*found.get(key, ()), f"{fault.message} {fault.remedy}".strip())
    return found


def _equation_origin(equation: Equation) -> str:
    number = f"equation {equation.number}" if equation.number.startswith("(") else equation.number
    source = "the JI-specific approach" if equation.origin.code == _SPECIFIC else str(equation.origin)
    return f"{number} of {source}" if number else source


def _input_origin(given: Given, parameter: Parameter | None) -> str:
    if given.source:
        return f"default: {given.source}"
    if given.origin == "initial":
        return "initial value of the methodology, for an index outside its set"
    if given.origin == "default" and parameter is not None:
        return f"default: {parameter.default_source}" if parameter.default_source else "default"
    return given.origin


def _entered_text(given: Given, parameter: Parameter | None) -> str:
    shown = show_value(given.entered, exact=True)
    amount = with_unit(shown, parameter.input_unit if parameter is not None and parameter.is_number else "1")
    return amount if given.fraction == 1 else f"{amount} × {part_text(given.fraction)} yr"


def part_text(share: Fraction) -> str:
    """The part of a year as the working writes it: months over 12 where it can, else days."""
    months = share * 12
    return f"{months.numerator}/12" if months.denominator == 1 else f"{share.numerator}/{share.denominator}"


class _Substituted(PlainWriter):
    """Writes an expression with numbers put in: decisions taken, loops written out."""

    def __init__(self, calculation: Calculation) -> None:
        self._calculation = calculation
        self._run: Run = calculation.run

    def whole(self, equation: Equation, keys: Mapping[str, str]) -> str:
        """The right-hand side of an equation, without parentheses round the whole."""
        tree = equation.formula.tree
        while isinstance(tree, Either):
            side = chosen_side(tree, keys, self._run)
            if side is None:
                return "?"
            tree = side
        if isinstance(tree, Fold) and tree.function in _JOINED:
            return self._joined(tree, self._terms(tree, keys))
        return self.write(tree, keys)

    def write(self, node: object, keys: Mapping[str, str] | None = None) -> str:
        """The node with numbers put in."""
        if isinstance(node, OptionValue):
            return f"“{self._calculation.options.get(node.id, '?')}”"
        return super().write(node, keys)  # type: ignore[arg-type]

    def reference(self, node: Symbol, keys: Mapping[str, str]) -> str:
        """The value with its unit, in parentheses when negative."""
        index = symbol_keys(node, keys, self._run)
        value = None if index is None else self._calculation.value(node.name, index)
        exact = index is not None and is_as_given(self._calculation, (node.name, index))
        text = show_value(value, exact=exact)
        unit = str(self._calculation.methodology.unit_of(node.name)) if isinstance(value, Decimal) else "1"
        text = with_unit(text, unit)
        return f"({text})" if text.startswith("-") else text

    def either(self, node: Either, keys: Mapping[str, str]) -> str:
        """Only the side that is taken."""
        side = chosen_side(node, keys, self._run)
        if side is None:
            return "?"
        text = self.write(side, keys)
        return text if tightness(side) >= 5 else f"({text})"

    def fold(self, node: Fold, keys: Mapping[str, str]) -> str:
        """The terms that are summed, or among which is chosen."""
        terms = self._terms(node, keys)
        if node.function not in _JOINED:
            amount = [] if node.amount is None else [f"to be filled with {self.write(node.amount, keys)}"]
            return f"{node.function}({'; '.join([*terms, *amount])})"
        if len(terms) == 1:
            return terms[0] if isinstance(node.body, Symbol | Number) else f"({terms[0]})"
        return f"({self._joined(node, terms)})" if terms else self._joined(node, terms)

    def _joined(self, node: Fold, terms: list[str]) -> str:
        sign, of_nothing = _JOINED[node.function]
        return sign.join(terms) or of_nothing

    def _terms(self, node: Fold, keys: Mapping[str, str]) -> list[str]:
        """Each term, those of a sum that are zero left out."""
        texts: list[str] = []
        count = 0
        for inner in rounds(node, keys, self._run):
            if node.function == "sum" and evaluate_node(node.body, inner, self._run) == 0:
                continue
            count += 1
            if count <= _MOST_TERMS:
                texts.append(self._term(node, inner))
        if count > _MOST_TERMS:
            texts.append(f"… ({count - _MOST_TERMS} more terms)")
        return texts

    def _term(self, node: Fold, keys: Mapping[str, str]) -> str:
        text = self.write(node.body, keys)
        least = {"sum": 2, "prod": 3}.get(node.function, 0)
        return f"({text})" if tightness(node.body) < least else text
