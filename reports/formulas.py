"""Typeset formulas: LaTeX to outlines, which become paths on the page.

Paths need no embedded font and print the same everywhere. Wide formulas are broken before an operator,
and only what still does not fit is made smaller.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from reports.cases import decision, parted
from reports.mathematics import laid_out
from reports.outlines import Formula

_TOKENS = re.compile(r"\\[A-Za-z]+|\\.|\s+|.", re.DOTALL)
_OPENING = ("{", "(", "[", r"\left", r"\begin", r"\{")
_CLOSING = ("}", ")", "]", r"\right", r"\end", r"\}")
_BREAK = r"\allowbreak"  # said by who wrote the formula: here a line may end, also inside brackets
_BREAKS = ("=", "+", "-", r"\times", r"\cdot", r"\leq", r"\geq", r"\approx")
_AROUND_A_SIGN = 0.35  # space before a sign that follows something, in sizes
_SET_AT = 12.0  # points
_LEAST_SCALE = 0.72  # of a decision, before its right-hand side goes to a line of its own
_WORDS = {
    "allowbreak": "", "left": "", "right": "", "text": "", "cdot": "times", "frac": "the fraction", "sum": "the sum of",
    "leq": "at most", "geq": "at least",
}  # fmt: skip


@lru_cache(maxsize=4096)
def typeset(latex: str, size: float) -> Formula:
    """The formula at a type size.

    What the typesetter does not understand is set as upright text, so that nothing is lost in print.
    """
    return _outlines(latex.replace(_BREAK, "")).scaled(size / _SET_AT)


@lru_cache(maxsize=4096)
def _outlines(latex: str) -> Formula:
    """The formula at the one size at which all are set: setting costs a hundred times what scaling does."""
    if parts := parted(latex):
        rows = decision(parts.rows, _SET_AT, _outlines)
        started = _outlines(parts.before) if parts.before.strip() else Formula(0.0, 0.0, 0.0)
        begun = started.beside(rows, started.width + _AROUND_A_SIGN * _SET_AT)
        return begun.beside(_outlines(parts.after), begun.width) if parts.after.strip() else begun
    try:
        return laid_out(latex, _SET_AT)
    except Exception:  # ziamath raises whatever its parsers raise: KeyError, ValueError, ParseError
        return laid_out(rf"\text{{{_as_text(latex)}}}", _SET_AT)


def lines(latex: str, size: float, width: float) -> tuple[Formula, ...]:
    """The formula in as many lines as it needs; continued lines begin with an operator."""
    left, _, right = latex.partition(" = ")
    if right and "&" not in left and not left.startswith("=") and left.count("{") == left.count("}"):
        # Set apart, the right-hand side is set once, however often it is shown.
        whole = typeset(left, size)
        whole = whole.beside(typeset(f"= {right}", size), whole.width + _AROUND_A_SIGN * size)
    else:
        whole = typeset(latex, size)
    if whole.width <= width:
        return (whole,)
    if parted(latex) and whole.width * _LEAST_SCALE <= width:
        return (whole.scaled(width / whole.width),)
    parts = [typeset(part, size) for part in _filled(pieces(latex), size, width)]
    return tuple(part if part.width <= width else part.scaled(width / part.width) for part in parts)


def pieces(latex: str) -> list[str]:
    """LaTeX cut before each operator that stands outside all brackets, and where it says so."""
    found = [""]
    depth = 0
    for token in _TOKENS.findall(latex):
        if token == _BREAK:
            found.append("")
            continue
        depth += (token in _OPENING) - (token in _CLOSING)
        if token in _BREAKS and depth == 0 and found[-1].strip() and _BREAK not in latex:
            found.append("")
        found[-1] += token
    return found


def symbol_in_words(latex: str) -> str:
    """A symbol as text, for readers that speak: `EF_{grid,y}` is "EF grid,y"."""
    words = re.sub(r"\\([A-Za-z]+)", lambda found: f" {_WORDS.get(found[1], found[1])} ", latex)
    return " ".join(re.sub(r"[{}_^\\$&]", " ", words).split())


def _as_text(latex: str) -> str:
    return re.sub(r"[\\{}$&#^_%~]", " ", latex).strip() or "?"


def _filled(parts: Sequence[str], size: float, width: float) -> list[str]:
    """Pieces joined again as long as they fit on a line, going by the widths of the pieces."""
    filled, used = [""], 0.0
    for part in parts:
        wide = typeset(part, size).width + _AROUND_A_SIGN * size
        if filled[-1] and used + wide > width:
            filled.append("")
            used = 0.0
        filled[-1] += part
        used += wide
    return [_spaced(line) if number else line for number, line in enumerate(filled)]


def _spaced(line: str) -> str:
    """A continued line, its first sign as far from what follows as any other."""
    line = line.strip()
    return rf"{line[0]}\;{line[1:]}" if line[0] in "+-/" else line
