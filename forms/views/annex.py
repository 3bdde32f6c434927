"""The calculation annex: inputs with their sources, each equation in the order in which it is calculated, results."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from forms.blocks import Block, Cell, Column, Heading, Paragraph, TableBlock, cell, text_run
from forms.facts import text
from forms.methodologies.model import Equation
from forms.methodologies.working import show_value
from forms.tracing import in_order_of_calculation, result_steps, source_of
from forms.views import generators
from forms.views.methodology import equation_block
from forms.views.symbols import printed_symbol, printed_unit
from forms.views.working import incomplete

if TYPE_CHECKING:
    from forms.document import Reader
    from forms.methodologies.calculation import Calculation
    from forms.methodologies.working import Step

Chapter = tuple[str, tuple[Block, ...]]


def annex(read: Reader) -> Iterator[Chapter]:
    """Chapters as (heading, blocks): inputs and equations of each methodology, then the results by year."""
    results = read.results
    if not results.is_complete:
        yield "Calculation", tuple(incomplete(results))
        return
    for key, made in results.calculations.items():
        name = _name(made)
        steps = in_order_of_calculation(result_steps(results, made))
        inputs = [step for step in steps if step.kind == "input"]
        yield f"Inputs of {name}", (_input_table(read, key, made, inputs),)
        calculated = [step for step in steps if step.kind in {"equation", "selection"}]
        yield f"Equations of {name}, in order of calculation", tuple(_equations(made, calculated))
    mechanism = "ji" if text(read, "P.mechanism") == "ji" else "cdm"
    yield "Results by year", tuple(generators()[f"yearly_{mechanism}"](read))


def _name(made: Calculation) -> str:
    methodology = made.methodology
    is_own = methodology.kind == "project_specific"
    return "the JI-specific approach" if is_own else f"{methodology.code} version {methodology.version}"


# -- inputs -------------------------------------------------------------------------------------------------


def _input_table(read: Reader, key: str, made: Calculation, steps: Sequence[Step]) -> TableBlock:
    """A row for each value; years in which nothing else was given share one."""
    columns = (
        Column("Symbol", width=2.2), Column("Description", width=3), Column("Value", "right", width=1.2),
        Column("Unit", width=1.1), Column("Origin and source", width=3.4),
    )  # fmt: skip
    ordered = sorted(steps, key=lambda step: (step.symbol, step.index))
    rows = [
        row
        for _, alike in groupby(ordered, key=lambda step: step.symbol)
        for row in _symbol_rows(read, key, made, tuple(alike))
    ]
    return TableBlock(columns, tuple(rows), row_headers=True, empty="There is no input.")


def _symbol_rows(read: Reader, key: str, made: Calculation, steps: Sequence[Step]) -> Iterator[tuple[Cell, ...]]:
    first = steps[0]
    source = source_of(read, key, made, first)
    for position, ((value, _), alike) in enumerate(groupby(steps, lambda step: (_entered(made, step), _series(step)))):
        same = tuple(alike)
        origin = _origin(same[0])
        span = _span(same)
        yield (
            cell(f"{printed_symbol(first.symbol, ())}{f' [{span}]' if span else ''}"),
            cell(first.description if position == 0 else ""),
            cell(value, trace=same[0].name),
            cell(_unit(made, first)),
            cell(": ".join(part for part in (origin, source if position == 0 else "") if part)),
        )


def _series(step: Step) -> tuple[str, ...]:
    """What years of one series have in common; members with names stand alone."""
    *outer, last = step.index or ("",)
    return tuple(outer) if last[:1].isdigit() else step.index


def _span(steps: Sequence[Step]) -> str:
    """Index in words, `2013 to 2019` where several share what stands beside it; empty without an index."""
    first = ", ".join(steps[0].index)
    return first if len(steps) == 1 or not first else f"{first} to {steps[-1].index[-1]}"


def _entered(made: Calculation, step: Step) -> str:
    given = made.given.get((step.symbol, step.index))
    return show_value(given.entered if given else step.value, step.unit, exact=True).strip("“”")


def _unit(made: Calculation, step: Step) -> str:
    """The unit in which it is given, which for yearly amounts is that of a whole year."""
    definition = made.definition(step.symbol)
    asked = getattr(definition, "input_unit", "") if getattr(definition, "is_number", False) else ""
    return printed_unit(asked or ("" if definition is None else step.unit))


def _origin(step: Step) -> str:
    """Typed, default, imported …: the first word of the origin, without its mark."""
    words = step.origin.split()
    return next((word for word in words if word.isalpha()), "").rstrip(":")


# -- equations ----------------------------------------------------------------------------------------------


def _equations(made: Calculation, steps: Sequence[Step]) -> Iterator[Block]:
    by_symbol: dict[str, list[Step]] = {}
    for step in steps:
        by_symbol.setdefault(step.symbol, []).append(step)
    told: set[str] = set()
    for symbol, alike in by_symbol.items():
        yield from _equation(made, symbol, alike, told)


def _equation(made: Calculation, symbol: str, steps: Sequence[Step], told: set[str]) -> Iterator[Block]:
    definition, first = made.definition(symbol), steps[0]
    title = " · ".join(part for part in (printed_symbol(symbol, ()), first.description) if part)
    yield Heading(1, text_run(title))
    if isinstance(definition, Equation):
        yield equation_block(definition, made.methodology, told)
    for note in first.notes:
        yield Paragraph(text_run(note), style="note")
    unit = printed_unit(first.unit)
    columns = (
        Column("Year or index" if first.index else "Symbol", width=1.4),
        Column("Numbers put in", width=4),
        Column("Result" if unit == "–" else f"Result ({unit})", "right", width=1.4),
    )
    ordered = sorted(steps, key=lambda step: step.index)
    rows = [
        _result_row(tuple(alike))
        for _, alike in groupby(ordered, lambda step: (step.substituted_text, step.value, _series(step)))
    ]
    yield TableBlock(columns, tuple(rows), row_headers=True)


def _result_row(steps: Sequence[Step]) -> tuple[Cell, ...]:
    first = steps[0]
    head = _span(steps) or printed_symbol(first.symbol, ())
    return (
        cell(head),
        cell(first.substituted_text),
        cell(show_value(first.value, first.unit, exact=False), trace=first.name),
    )
