"""The working of a result, step by step (B.6.3)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from forms.blocks import (
    Block,
    Column,
    ListBlock,
    Paragraph,
    TableBlock,
    WorkingBlock,
    cell,
    text_run,
)
from forms.methodologies.equations.nodes import Number
from forms.methodologies.model import Equation
from forms.methodologies.substitution import amount_latex, substituted_latex
from forms.methodologies.typesetting import formula_latex, latex_symbol, upright, without_indices
from forms.methodologies.working import show_value, steps_below
from forms.quantities import gases_in_print, unit_in_print

if TYPE_CHECKING:
    from forms.document import Reader
    from forms.methodologies.calculation import Calculation
    from forms.methodologies.model import Index
    from forms.methodologies.working import Step
    from forms.results import Results

from forms.views.methodology import applied, equation_name
from forms.views.registry import Generator, content
from forms.views.symbols import printed_symbol, printed_unit

# More values of one symbol than this are printed as a table.
_MOST_SINGLE = 2
NOT_CALCULATED = "Not calculated yet: inputs are missing."


def when_complete(generator: Generator) -> Generator:
    """A generator of results: as long as they are not complete, it prints what is missing instead."""

    def generate(read: Reader) -> Iterator[Block]:
        return generator(read) if read.results.is_complete else incomplete(read.results)

    return generate


@content("working")
@when_complete
def _working(read: Reader) -> Iterator[Block]:
    results = read.results
    yield Paragraph(
        text_run(
            "Each value is followed down to its inputs for the first whole year of the crediting period; "
            "the other years are calculated alike. Calculated values are shown with seven figures and used unrounded; "
            "terms of a sum that are zero are left out."
        ),
        style="note",
    )
    for key, methodology in applied(read):
        yield from working_blocks(results.calculations[key], methodology.results.reductions, typical_index(results))


def typical_index(results: Results) -> tuple[str, ...]:
    """Index of the first whole year, in which the working is shown; the first row when none is whole."""
    whole = next((row for row in results.rows if row.period.fraction == 1), results.rows[0])
    return (whole.period.label,)


def working_blocks(made: Calculation, symbol: str, index: Index) -> tuple[Block, ...]:
    """Every calculated value once, each after what it rests on: a step for a single value, a table for a whole set."""
    steps = [below for below in steps_below(made.explain(symbol, index)) if below.kind in {"equation", "selection"}]
    by_symbol: dict[str, list[Step]] = {}
    for below in steps:
        by_symbol.setdefault(below.symbol, []).append(below)
    told: set[tuple[str, ...]] = set()
    return tuple(
        block
        for name in _in_order_of_calculation(symbol, by_symbol)
        for block in _symbol_blocks(_in_order_of_set(by_symbol[name], made), made, told)
    )


def _in_order_of_calculation(result: str, by_symbol: Mapping[str, Sequence[Step]]) -> list[str]:
    """Symbols from the inputs up to the result, branch by branch; one that rests on itself counts once."""
    ordered: dict[str, None] = {}
    waiting, entered = [result], set[str]()
    while waiting:
        current = waiting[-1]
        below = [child.symbol for step in by_symbol.get(current, ()) for child in step.children]
        open_ones = [name for name in dict.fromkeys(below) if name in by_symbol and name not in entered]
        entered.add(current)
        if open_ones:
            waiting.append(open_ones[0])
        else:
            ordered[waiting.pop()] = None
    return [name for name in ordered if name in by_symbol]


def _in_order_of_set(steps: Sequence[Step], made: Calculation) -> list[Step]:
    """Steps of one symbol in the order that the members of its sets have."""
    sets = steps[0].equation.indices if steps[0].equation else ()
    places = [{member: place for place, member in enumerate(made.members(set_id))} for set_id in sets]
    return sorted(
        steps,
        key=lambda step: [known.get(member, len(known)) for known, member in zip(places, step.index, strict=False)],
    )


def _symbol_blocks(steps: Sequence[Step], made: Calculation, told: set[tuple[str, ...]]) -> Iterator[Block]:
    if steps[0].kind == "selection":
        yield from _selection_blocks(steps, made, told)
    elif len(steps) <= _MOST_SINGLE:
        yield from (_working_block(step, made) for step in steps)
    else:
        yield _equation_of_table(steps[0], made)
        yield _table(steps, [step.substituted_text for step in steps], "Numbers put in")


def _selection_blocks(steps: Sequence[Step], made: Calculation, told: set[tuple[str, ...]]) -> Iterator[Block]:
    """What the sample was chosen by, in words and once, then who is in it."""
    yield _equation_of_table(steps[0], made)
    notes = steps[0].notes
    if notes and notes not in told:
        told.add(notes)
        yield ListBlock(False, tuple(text_run(gases_in_print(note)) for note in notes))
    words = {Decimal(1): "in the sample", Decimal(0): "not in the sample"}
    yield _table(steps, [words.get(step.value, "–") for step in steps], "Decision")  # type: ignore[arg-type]


def _equation_of_table(step: Step, made: Calculation) -> WorkingBlock:
    """The head of a table of values: what is calculated, and the equation they share."""
    equation = step.equation
    lines = ((_general_symbol(equation), formula_latex(equation)),) if isinstance(equation, Equation) else ()
    return WorkingBlock(
        symbol_latex=latex_symbol(step.symbol, equation.indices if equation else ()),
        symbol=printed_symbol(step.symbol, equation.indices if equation else ()),
        title=gases_in_print(step.description),
        formula=step.expression_text,
        substituted="",
        result="",
        unit="",
        number=equation_name(equation, made.methodology) if equation else "",
        source="",
        lines=lines,
    )


def _table(steps: Sequence[Step], words: Sequence[str], head: str) -> TableBlock:
    first = steps[0]
    unit = printed_unit(first.unit)
    columns = (
        Column(printed_symbol(first.symbol, first.equation.indices if first.equation else ()), width=1.6),
        Column(head, width=4),
        Column("Result" if unit == "–" else f"Result ({unit})", "right", width=1.1),
    )
    rows = tuple(
        (cell(", ".join(step.index)), cell(text), cell(_shown(step), trace=step.name))
        for step, text in zip(steps, words, strict=True)
    )
    return TableBlock(columns, rows, row_headers=True)


def _working_block(step: Step, made: Calculation) -> WorkingBlock:
    return WorkingBlock(
        symbol_latex=_symbol_of(step),
        symbol=printed_symbol(_name_of(step), step.index),
        title=gases_in_print(step.description),
        formula=step.expression_text,
        substituted=step.substituted_text,
        result=_shown(step),
        unit="" if step.unit in {"1", ""} else unit_in_print(step.unit),
        number=equation_name(step.equation, made.methodology) if step.equation else "",
        # The equations of a specific approach stand in this document; others name theirs.
        source="" if made.methodology.kind == "project_specific" else step.origin_text,
        trace=step.name,
        lines=tuple(_lines(step, made)),
    )


def _lines(step: Step, made: Calculation) -> Iterator[tuple[str, str]]:
    """The equation, the numbers put in, the result: each only where it says more than the one before."""
    if not isinstance(step.equation, Equation):
        return
    result = amount_latex(step.value, step.unit, exact=False)
    if isinstance(step.equation.formula.tree, Number):
        yield _symbol_of(step), result
        return
    yield _general_symbol(step.equation), formula_latex(step.equation)
    numbers = substituted_latex(made, step.equation, step.index)
    if numbers != result:
        yield _symbol_of(step), numbers
    yield "" if numbers != result else _symbol_of(step), result


def _general_symbol(equation: Equation) -> str:
    return latex_symbol(equation.symbol, equation.indices)


def _symbol_of(step: Step) -> str:
    """The symbol with the members it stands for: years as they are, names upright."""
    return latex_symbol(_name_of(step), tuple(key if key.isalnum() else upright(key) for key in step.index))


def _name_of(step: Step) -> str:
    """The symbol without the letters of its indices, for which their members stand."""
    return without_indices(step.symbol, step.equation.indices if step.equation else ())


def _shown(step: Step) -> str:
    return show_value(step.value, step.unit, exact=False) if isinstance(step.value, Decimal) else step.value or "–"


def incomplete(results: Results) -> Iterator[Block]:
    """What is printed instead of results: what is missing or faulty, by name."""
    yield Paragraph(text_run(NOT_CALCULATED), style="missing")
    for _, missing in results.missing[:20]:
        yield Paragraph(text_run(f"Missing: {printed_symbol(missing.symbol, missing.index)}"), style="missing")
    for _, fault in results.faults[:20]:
        yield Paragraph(text_run(f"{fault.symbol}: {fault.message}"), style="missing")
