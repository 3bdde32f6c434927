"""Blocks of cells as spreadsheets and word processors put them on the clipboard: tabs between, quotes round lines."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def read_block(text: str) -> list[list[str]]:
    """Rows and cells of a copied block; cells in quotes may hold line ends."""
    rows = list(csv.reader(io.StringIO(text.replace("\r\n", "\n")), dialect="excel-tab"))
    return [row for row in rows if row]


def written_block(rows: Sequence[Sequence[str]]) -> str:
    """The same the other way round."""
    out = io.StringIO()
    csv.writer(out, dialect="excel-tab", lineterminator="\n").writerows(rows)
    return out.getvalue()


def without_heads(rows: list[list[str]], heads: Sequence[str]) -> list[list[str]]:
    """The rows without the headings, where they were copied along."""
    first = [text.strip().casefold() for text in rows[0]] if rows else []
    return rows[1:] if rows and first == [head.casefold() for head in heads[: len(first)]] else rows
