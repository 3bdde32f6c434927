"""Of which columns a table is made, and whether they fit the page beside one another."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from forms.definition import Column, Field
from forms.fieldpath import cell_path
from forms.quantities import gases_in_print, unit_in_print
from ui.cell_words import pieces
from ui.editors.base import Spot, accessible_name
from ui.editors.column_widths import CELL_ROOM, LEAST, NARROWEST, ONE_LINE
from ui.style import current_theme

if TYPE_CHECKING:
    from forms.fieldtypes import Asked

PAGE = 590
"""Device-independent pixels: columns that usually need more do not fit beside one another in a window of 1280 by 720,
where they have 540; seven columns of words and codes do."""
LETTER = 6.6
"""Width of a letter of a heading at 100 %, on the average."""
USUAL = {"text": 74, "reference": 82, "choice": 82, "file": 82}
"""What a column needs so that usual words of its kind are not broken, where that is more than its least width."""


def column_head(column: Column) -> str:
    """Heading with its unit."""
    unit = "" if column.unit == "1" else unit_in_print(column.unit)
    return f"{gases_in_print(column.label)} ({unit})" if unit else gases_in_print(column.label)


def shown_columns(field: Field) -> tuple[Column, ...]:
    """The columns that a table shows."""
    return field.shown_columns


def is_wide(asked: Asked) -> bool:
    """True for a table whose columns need more than the page has, judged by their kinds; in large type fewer fit."""
    if not isinstance(asked, Field) or asked.type != "table":
        return False
    return sum(map(_usual, shown_columns(asked))) * current_theme().scale > PAGE


def _usual(column: Column) -> float:
    """What a column needs at 100 %."""
    heading = LETTER * max(map(len, pieces(column_head(column))), default=0) + CELL_ROOM
    least = LEAST.get(column.type, NARROWEST)
    return max(least, heading, 0 if column.type in ONE_LINE else USUAL.get(column.type, 0))


def table_field(asked: Asked) -> Field:
    """What is asked, as the table it is.

    Raises:
        TypeError: it is none.
    """
    if isinstance(asked, Field):
        return asked
    msg = f"{asked.label} is not a table"
    raise TypeError(msg)


def spot_of_cell(spot: Spot, key: str, column: Column, row_name: str) -> Spot:
    """The place of one cell, for an editor of its own."""
    name = f"{accessible_name(column.label, column.unit)}, {row_name}"
    return replace(spot, path=cell_path(spot.path, key, column.key), asked=column, name=name)
