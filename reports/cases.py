"""Decisions in a formula: rows of a value and its condition behind one brace, set row by row.

The typesetter lays out what stands behind a stretched brace again for every level of brackets inside it, which takes
seconds for a decision within a decision. Here each value is set once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from reports.outlines import Formula, Step

_OPEN, _CLOSE = r"\begin{cases}", r"\end{cases}"
_TOKENS = re.compile(r"\\begin\{cases\}|\\end\{cases\}|\\\\|\\.|[&{}]|[^\\&{}]+", re.DOTALL)
# In sizes of type: height of the mathematical axis, air between rows and columns, the brace and its stem.
_AXIS, _ROW_GAP, _COLUMN_GAP, _BRACE, _STEM, _BEND = 0.25, 0.42, 1.2, 0.7, 0.07, 0.42


class Parts(NamedTuple):
    """A formula with a decision in it: what stands before, (value, condition) of each row, and what stands behind."""

    before: str
    rows: tuple[tuple[str, str], ...]
    after: str


def parted(latex: str) -> Parts | None:
    """The first decision that stands outside all brackets; None without one."""
    start = latex.find(_OPEN)
    if start < 0 or latex.count("{", 0, start) != latex.count("}", 0, start) or r"\left" in latex[:start]:
        return None
    rows, end = _rows(latex[start + len(_OPEN) :])
    return Parts(latex[:start], tuple(rows), latex[start + len(_OPEN) + end :])


def decision(rows: Sequence[tuple[str, str]], size: float, typeset: Callable[[str], Formula]) -> Formula:
    """The rows behind a brace, around the axis of the line."""
    values = [(typeset(value), typeset(condition)) for value, condition in rows]
    column = _BRACE * size + max(value.width for value, _ in values) + _COLUMN_GAP * size
    heights = [
        (max(value.ascent, condition.ascent), max(value.descent, condition.descent)) for value, condition in values
    ]
    whole = sum(map(sum, heights)) + _ROW_GAP * size * (len(rows) - 1)
    top = _AXIS * size + whole / 2
    made = _brace(whole / 2, size).moved(0.0, _AXIS * size)
    for (value, condition), (ascent, descent) in zip(values, heights, strict=True):
        line = value.moved(_BRACE * size, 0.0).beside(condition, column).moved(0.0, top - ascent)
        made = made.beside(line, 0.0)
        top -= ascent + descent + _ROW_GAP * size
    return made


def _rows(latex: str) -> tuple[list[tuple[str, str]], int]:
    """Rows up to the end of the decision, and where that is."""
    cells, rows = [""], []
    depth = at = 0
    for token in _TOKENS.findall(latex):
        at += len(token)
        depth += (token in (_OPEN, "{")) - (token in (_CLOSE, "}"))
        if depth < 0:
            break
        if depth == 0 and token == "&":
            cells.append("")
        elif depth == 0 and token == r"\\":
            rows.append(cells)
            cells = [""]
        else:
            cells[-1] += token
    made = [(row[0].strip(), " ".join(row[1:]).strip()) for row in [*rows, cells]]
    return made, at


def _brace(half: float, size: float) -> Formula:
    """A curly bracket around the x axis."""
    wide, stem, bend = _BRACE * size * 0.55, _BRACE * size * 0.25, min(_BEND * size, half / 2)
    outer = [(wide, half), (stem, half), (stem, half), (stem, half - bend), (stem, bend)]
    outer += [(stem, bend / 3), (stem / 2, 0.0), (0.0, 0.0)]
    inner = [(x + (_STEM * size if 0.0 < x < wide else 0.0), y) for x, y in outer]
    ways = [outer, [(x, -y) for x, y in reversed(outer)], [(x, -y) for x, y in inner], list(reversed(inner))]
    steps: list[Step] = [("M", ways[0][0])]
    for way in ways:
        steps += _traced(way)
    return Formula(wide, half, half, steps=(*steps, ("Z", ())))


def _traced(way: Sequence[tuple[float, float]]) -> list[Step]:
    """A curve, the stem, a curve."""
    return [("C", (*way[1], *way[2], *way[3])), ("L", way[4]), ("C", (*way[5], *way[6], *way[7]))]
