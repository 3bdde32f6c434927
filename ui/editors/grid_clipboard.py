"""Blocks of cells as spreadsheets and word processors put them on the clipboard: tabs between, quotes round lines."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def read_block(text: str) -> list[list[str]]:
    """Rows and cells of a copied block; cells in quotes may hold line ends, an empty row keeps its place.

    Quotes that never end are inches or a slip of the pen: each line is a row then.
    """
    lines = io.StringIO(text.replace("\r\n", "\n").rstrip("\n"))
    rows = (line.rstrip("\n").split("\t") for line in lines) if text.count('"') % 2 else csv.reader(lines, "excel-tab")
    return [row or [""] for row in rows]


def written_block(rows: Sequence[Sequence[str]]) -> str:
    """The same the other way round."""
    out = io.StringIO()
    csv.writer(out, dialect="excel-tab", lineterminator="\n").writerows(rows)
    return out.getvalue()


def without_heads(rows: list[list[str]], heads: Sequence[str]) -> list[list[str]]:
    """The rows without the headings, where they were copied along."""
    first = [text.strip().casefold() for text in rows[0]] if rows else []
    return rows[1:] if rows and first == [head.casefold() for head in heads[: len(first)]] else rows
