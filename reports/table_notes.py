"""Small marks in a table: where a value comes from, and the codes that lead from a figure to its working."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from forms.answers import Origin

if TYPE_CHECKING:
    from forms.blocks import TableBlock


@dataclass(frozen=True)
class Note:
    """A small mark beside a cell: where its value comes from, and the code of its working in the margin.

    `is_below` puts the code under the text of the cell, which is the head of a column, instead of into the margin.
    """

    origin: str = ""
    trace: str = ""
    is_below: bool = False


def notes_of(block: TableBlock) -> dict[tuple[int, int], Note]:
    """Marks by (row, column), the head being row 0.

    The code of a figure stands in the margin. Where a row has several, the margin has what they share, the row,
    and each column's head the rest: `baseline` over the column and `[2013]` in the margin are `baseline[2013]`.
    Sums at the foot have no code, since they follow from the rows.
    """
    notes: dict[tuple[int, int], Note] = {}
    heads = codes_of_columns(block)
    for place, code in heads.items():
        notes[0, place] = Note("", code, is_below=True)
    for number, row in enumerate([*block.rows, *block.totals], 1):
        coded = [place for place, cell in enumerate(row) if cell.trace and cell.origin]
        for place, cell in enumerate(row):
            # What was typed is the ordinary case and goes unmarked.
            origin = "" if cell.origin == Origin.TYPED else cell.origin
            is_coded = coded[:1] == [place] and number <= len(block.rows)
            code = _row_of(cell.trace) if heads else cell.trace
            if origin or is_coded:
                notes[number, place] = Note(origin, code if is_coded else "")
    return notes


def codes_of_columns(block: TableBlock) -> dict[int, str]:
    """The part of the codes that each column shares, where rows have several figures; empty otherwise."""
    found: dict[int, set[str]] = {}
    for row in block.rows:
        for place, cell in enumerate(row):
            if cell.trace and cell.origin:
                found.setdefault(place, set()).add(cell.trace.partition("[")[0])
    is_regular = len(found) > 1 and all(len(names) == 1 for names in found.values())
    return {place: names.pop() for place, names in found.items()} if is_regular else {}


def _row_of(code: str) -> str:
    return "".join(code.partition("[")[1:])
