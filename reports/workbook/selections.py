"""What is selected rather than calculated: the one sheet of values that are not formulas, each with its reason."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from forms.methodologies.model import Selection
from reports.workbook.blocks import Table
from reports.workbook.places import Block, Where, selection_blocks

if TYPE_CHECKING:
    from forms.methodologies.model import Index
    from reports.workbook.cells import Page

_BEFORE = ("Symbol", "Equation", "Description")
_AFTER = ("Why",)
_WARNING = (
    "These cells are values, not formulas: the rule ranks and fills, which no formula says plainly. "
    "When the inputs change, calculate again in the program, or change 1 (inside) and 0 (outside) by hand."
)


def write_selections(page: Page, wheres: Sequence[Where]) -> None:
    """Write what was selected, row by row, with the story of the decision above it."""
    page.text(0, 0, "Selections", "title")
    page.text(1, 0, _WARNING, "subtitle")
    page.widths(18, 16, 46, 24, 14, 70)
    page.freeze(0, 1)
    row = 3
    for where in wheres:
        for block in selection_blocks(where.calculation):
            row = _write_block(page, row, where, block) + 1


def _write_block(page: Page, row: int, where: Where, block: Block) -> int:
    selection = where.calculation.definition(block.symbol)
    assert isinstance(selection, Selection)
    trace = where.calculation.traces.get(block.symbol, ())
    page.text(row, 0, f"{block.symbol}: {selection.number} of {selection.origin}", "section")
    for sentence in trace:
        row += 1
        page.text(row, 0, sentence, "line")
    table = Table.over(page, where, [block], _BEFORE, _AFTER)
    table.keep_places([block], row + 1)
    for first, _, _ in table.layout([block], row + 1):
        table.head(first - 1, block)
        for down, index in enumerate(block.rows):
            value = where.calculation.values[block.symbol][index]
            texts = (block.symbol, selection.number, selection.description)
            table.begin(first + down, index, block, texts, is_first=down == 0)
            page.number(first + down, table.first_value, value, "input")
            table.end(first + down, (reason(index, value, trace),), is_first=True)
        row = first + len(block.rows)
    return row


def reason(index: Index, value: Decimal, trace: Sequence[str]) -> str:
    """Why a row is inside or outside: the steps of the decision that name it."""
    name = re.compile(rf"(?:^|: |, ){re.escape(index[0])} \(")
    steps = [sentence.partition(":")[0] for sentence in trace if name.search(sentence)]
    where = f"named in {'; '.join(steps)}" if steps else "no step names it"
    return f"{'Inside' if value else 'Outside'}: {where}."
