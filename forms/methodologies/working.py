"""The working: how a number came about, as a tree of steps from the result down to inputs and their sources."""

from __future__ import annotations

import decimal
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from forms.methodologies.amounts import is_as_given, part_text, show_value, with_unit
from forms.methodologies.calculation import Calculation, Given, Key
from forms.methodologies.equations import plain
from forms.methodologies.model import Equation, Index, Parameter, Selection
from forms.methodologies.references import references
from forms.methodologies.substituted import Substituted
from forms.quantities import PRECISION

__all__ = ["Step", "explain", "is_as_given", "part_text", "show_value", "steps_below", "with_unit"]

StepKind = Literal["equation", "selection", "input", "unknown"]

_SPECIFIC = "specific"


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
            substituted_text=Substituted(self._calculation).whole(equation, keys),
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
    unit = parameter.input_unit if parameter is not None and parameter.is_number else "1"
    amount = with_unit(show_value(given.entered, unit, exact=True), unit)
    return amount if given.fraction == 1 else f"{amount} × {part_text(given.fraction)} yr"
