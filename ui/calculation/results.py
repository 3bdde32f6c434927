"""Results by year as blocks: the table, with every figure leading to its working, and the columns beside it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from forms.answers import Origin
from forms.blocks import Block, Cell, ChartBlock, Column, Paragraph, TableBlock, cell, text_run
from forms.quantities import format_number
from forms.results import COLUMNS, Tonnes
from forms.views.symbols import printed_unit
from forms.views.yearly import tonnes
from ui.language import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forms.methodologies.calculation import Calculation
    from forms.results import Results

UNIT = printed_unit("tCO2e")


def result_blocks(results: Results, key: str) -> list[Block]:
    """Of one methodology: the printed rows of the project where it is the only one, else its own, unrounded."""
    made = results.calculations.get(key)
    if made is None or not made.inputs.periods:
        return []
    is_alone = len(results.calculations) == 1
    rows = _printed(results) if is_alone else _own(made)
    total = results.printed_total if is_alone else Tonnes(*(getattr(made.total, column) for column in COLUMNS))
    blocks: list[Block] = [_table(made, rows, total)]
    blocks += [_chart(rows)] if all(row.is_complete for _, row in rows) else []
    if not is_alone:
        words = tr("This methodology alone. The project as a whole reduces {total} {unit}.")
        blocks.append(
            Paragraph(text_run(words.format(total=tonnes(results.printed_total.reductions), unit=UNIT)), "note")
        )
    return blocks


def headline(results: Results) -> str:
    """The project in one line: reductions in all and a year, or that something is missing."""
    total, average = results.printed_total.reductions, results.printed_average
    if total is None:
        return tr("Not calculated yet.") if results.calculations else ""
    words = tr("Reductions of {total} {unit}, {average} a year")
    return words.format(total=tonnes(total), average=tonnes(average), unit=UNIT)


def _printed(results: Results) -> list[tuple[str, Tonnes]]:
    return [(row.period.label, row.tonnes) for row in results.printed_rows]


def _own(made: Calculation) -> list[tuple[str, Tonnes]]:
    return [(row.period.label, Tonnes(row.baseline, row.project, row.leakage, row.reductions)) for row in made.periods]


def _table(made: Calculation, rows: Sequence[tuple[str, Tonnes]], total: Tonnes) -> TableBlock:
    heads = (tr("Baseline"), tr("Project"), tr("Leakage"), tr("Reductions"))
    columns = (Column(tr("Year"), width=0.8), *(Column(head, "right") for head in heads))
    lines = tuple((cell(label), *_cells(made, row, label)) for label, row in rows)
    last = (cell(tr("Total")), *(_figure(total.get(column)) for column in COLUMNS))
    return TableBlock(columns, lines, (last,), caption=tr("By year, {unit}").format(unit=UNIT), row_headers=True)


def _cells(made: Calculation, row: Tonnes, label: str) -> list[Cell]:
    """Figures; each carries the symbol by which the working is found."""
    symbols = {column: getattr(made.methodology.results, column) or column for column in COLUMNS}
    return [_figure(row.get(column), f"{symbols[column]}[{label}]") for column in COLUMNS]


def _figure(value: Decimal | None, trace: str = "") -> Cell:
    """Whole tonnes; what is missing has neither mark nor working."""
    return cell("–") if value is None else cell(tonnes(value), origin=Origin.CALCULATED, trace=trace)


def _chart(rows: Sequence[tuple[str, Tonnes]]) -> ChartBlock:
    names = (tr("Baseline"), tr("Project and leakage"), tr("Reductions"))
    none = Decimal(0)
    values = (
        tuple(row.baseline or none for _, row in rows),
        tuple((row.project or none) + (row.leakage or none) for _, row in rows),
        tuple(row.reductions or none for _, row in rows),
    )
    words = ", ".join(f"{label}: {format_number(row.reductions or none, 0)}" for label, row in rows)
    return ChartBlock("", words, tuple(label for label, _ in rows), tuple(zip(names, values, strict=True)), UNIT)
