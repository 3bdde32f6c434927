"""Rows of tables for tests."""

from collections.abc import Sequence

from forms.blocks import Cell, cell


def plain_row(texts: Sequence[str]) -> tuple[Cell, ...]:
    """A row of plain texts."""
    return tuple(map(cell, texts))
