"""The working of a result, step by step (B.6.3)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from forms.blocks import (
    Block,
    Paragraph,
    WorkingBlock,
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
from forms.views.parameters import printed_symbol, printed_unit
from forms.views.registry import content

NOT_CALCULATED = "Not calculated yet: inputs are missing."


@content("working")
def _working(read: Reader) -> Iterator[Block]:
    results = read.results
    if not results.is_complete:
        yield from incomplete(results)
        return
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


def working_blocks(step: Step, methodology: Methodology) -> tuple[WorkingBlock, ...]:
    """Every calculated step once, so that each number stands before it is used; inputs are shown where they enter."""
    steps = (below for below in reversed(steps_below(step)) if below.kind in {"equation", "selection"})
    return tuple(_working_block(below, methodology) for below in steps)


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
    """Six significant figures, without cutting whole tonnes."""
    return max(0, min(8, 5 - value.adjusted())) if value else 0


def incomplete(results: Results) -> Iterator[Block]:
    """What is printed instead of results: what is missing or faulty, by name."""
    yield Paragraph(text_run(NOT_CALCULATED), style="missing")
    for _, missing in results.missing[:20]:
        yield Paragraph(text_run(f"Missing: {printed_symbol(missing.symbol, missing.index)}"), style="missing")
    for _, fault in results.faults[:20]:
        yield Paragraph(text_run(f"{fault.symbol}: {fault.message}"), style="missing")
