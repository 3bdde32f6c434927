"""What the columns of a grid need, read from its cells and headings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt

from ui.cell_words import kept_whole
from ui.editors.column_widths import HEAD_ROOM, Letters, Need, need

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFontMetrics

    from ui.editors.cells import GridModel

HIGHEST = 2_000
"""Pixels: no heading is higher."""


def needs_of(model: GridModel, shares: Sequence[float], letters: Letters, most: int) -> list[Need]:
    """Of each column. Beyond `most` rows some are measured for all: the first ones, and as many of the others."""
    count = model.rowCount()
    rows = [*range(min(count, most)), *range(most, count, max(1, count // most))]
    all_shares = [*shares, *[1.0] * model.columnCount()]
    return [
        need(
            model.kind(column),
            all_shares[column],
            model.head(column),
            [str(model.index(row, column).data() or "") for row in rows],
            letters,
        )
        for column in range(model.columnCount())
    ]


def height_of_heads(heads: Sequence[str], widths: Sequence[int], metrics: QFontMetrics) -> int:
    """Heads of official forms are long: they wrap."""
    flags = int(Qt.TextFlag.TextWordWrap)
    rooms = [QRect(0, 0, max(40, width - HEAD_ROOM + 4), HIGHEST) for width in widths]
    heights = [
        metrics.boundingRect(room, flags, kept_whole(head)).height() for room, head in zip(rooms, heads, strict=True)
    ]
    return max(heights, default=18) + 14
