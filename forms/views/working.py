"""The working of a result, step by step (B.6.3)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from forms.blocks import (
    Block,
    Column,
    Paragraph,
    Run,
    TableBlock,
    WorkingBlock,
    cell,
    text_run,
)
from forms.methodologies.typesetting import latex_symbol
from forms.methodologies.working import steps_below
from forms.quantities import format_number

if TYPE_CHECKING:
    from forms.document import Reader
    from forms.methodologies import Methodology
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
            "the other years are calculated alike."
        ),
        style="note",
    )
    for key, methodology in applied(read):
        made = results.calculations[key]
        index = typical_index(results)
        step = made.explain(methodology.results.reductions, index)
        yield from working_blocks(step, methodology)


def typical_index(results: Results) -> tuple[str, ...]:
    """Index of the first whole year, in which the working is shown; the first row when none is whole."""
    whole = next((row for row in results.rows if row.period.fraction == 1), results.rows[0])
    return (whole.period.label,)


def working_blocks(step: Step, methodology: Methodology) -> tuple[Block, ...]:
    """Every calculated value once, each before it is used: a step for a single value, a table for a whole set."""
    calculated = [below for below in steps_below(step) if below.kind in {"equation", "selection"}]
    by_symbol: dict[str, list[Step]] = {}
    for below in reversed(calculated):
        by_symbol.setdefault(below.symbol, []).append(below)
    depths = _depths(calculated)
    ordered = sorted(by_symbol, key=lambda symbol: -depths[symbol])
    return tuple(block for symbol in ordered for block in _symbol_blocks(by_symbol[symbol], methodology))


def _depths(steps: Sequence[Step]) -> dict[str, int]:
    """How far below the result each symbol stands at most; a symbol that rests on itself counts once."""
    rests_on = {step.symbol: set[str]() for step in steps}
    for step in steps:
        rests_on[step.symbol] |= {child.symbol for child in step.children if child.symbol in rests_on} - {step.symbol}
    depths = dict.fromkeys(rests_on, 0)
    for _ in rests_on:
        for symbol, below in rests_on.items():
            for child in below:
                depths[child] = min(max(depths[child], depths[symbol] + 1), len(rests_on))
    return depths


def _symbol_blocks(steps: Sequence[Step], methodology: Methodology) -> Iterator[Block]:
    if len(steps) <= _MOST_SINGLE:
        yield from (_working_block(step, methodology) for step in steps)
        return
    first = steps[0]
    name = equation_name(first.equation, methodology) if first.equation else ""
    caption = " · ".join(part for part in (first.description, name) if part)
    unit = printed_unit(first.unit)
    columns = (
        Column(first.symbol, width=1.6),
        Column("Numbers put in", width=4),
        Column("Result" if unit == "–" else f"Result ({unit})", "right", width=1.1),
    )
    rows = tuple(
        (cell(", ".join(step.index)), cell(step.substituted_text), cell(_shown(step.value), trace=step.name))
        for step in sorted(steps, key=lambda step: step.index)
    )
    yield Paragraph((Run(f"{first.symbol}[{_letters(first)}] = {first.expression_text}"),), style="lead")
    yield TableBlock(columns, rows, caption=caption, row_headers=True)


def _letters(step: Step) -> str:
    return ", ".join(step.equation.indices) if step.equation else ""


def _working_block(step: Step, methodology: Methodology) -> WorkingBlock:
    return WorkingBlock(
        symbol_latex=latex_symbol(step.symbol, step.index),
        symbol=printed_symbol(step.symbol, step.index),
        title=step.description,
        formula=step.expression_text,
        substituted=step.substituted_text,
        result=_shown(step.value),
        unit="" if step.unit in {"1", ""} else printed_unit(step.unit),
        number=equation_name(step.equation, methodology) if step.equation else "",
        # The equations of a specific approach stand in this document; others name theirs.
        source="" if methodology.kind == "project_specific" else step.origin_text,
        trace=step.name,
    )


def _shown(value: Decimal | str | None) -> str:
    return format_number(value, _working_decimals(value)) if isinstance(value, Decimal) else value or "–"


def _working_decimals(value: Decimal) -> int:
    """Six significant figures, without cutting whole numbers."""
    if value == value.to_integral_value():
        return 0
    return max(0, min(8, 5 - value.adjusted()))


def incomplete(results: Results) -> Iterator[Block]:
    """What is printed instead of results: what is missing or faulty, by name."""
    yield Paragraph(text_run(NOT_CALCULATED), style="missing")
    for _, missing in results.missing[:20]:
        yield Paragraph(text_run(f"Missing: {printed_symbol(missing.symbol, missing.index)}"), style="missing")
    for _, fault in results.faults[:20]:
        yield Paragraph(text_run(f"{fault.symbol}: {fault.message}"), style="missing")
