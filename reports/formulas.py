"""Typeset formulas: LaTeX to outlines by ziamath, outlines to paths on the page.

Paths need no embedded font and print the same everywhere. Wide formulas are broken before an operator,
and only what still does not fit is made smaller.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from xml.etree.ElementTree import Element, fromstring

from ziamath.config import config
from ziamath.tex import tex2mml
from ziamath.zmath import Math

from reports.cases import decision, parted
from reports.outlines import Formula, Step

_STEPS = re.compile(r"([MLQCHVZ])([^MLQCHVZ]*)")
_NUMBERS = re.compile(r"-?\d*\.?\d+(?:[eE][-+]?\d+)?")
_LARGE_OPERATORS = frozenset("∐∑∏∫∬∭\N{N-ARY INTERSECTION}\N{N-ARY UNION}")
_SPACE = "{http://www.w3.org/1998/Math/MathML}"
_WITH_LIMITS = {
    f"{_SPACE}{beside}": f"{_SPACE}{below}"
    for beside, below in (("msub", "munder"), ("msup", "mover"), ("msubsup", "munderover"))
}
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
        started = _outlines(parts.before) if parts.before.strip() else Formula.of(0.0, 0.0, 0.0)
        begun = started.beside(rows, started.width + _AROUND_A_SIGN * _SET_AT)
        return begun.beside(_outlines(parts.after), begun.width) if parts.after.strip() else begun
    try:
        drawing = _drawing(latex, _SET_AT)
    except Exception:  # ziamath raises whatever its parsers raise: KeyError, ValueError, ParseError
        drawing = _drawing(rf"\text{{{_as_text(latex)}}}", _SET_AT)
    return _formula(drawing)


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


def _drawing(latex: str, size: float) -> Element:
    # SVG 1 drawings hold each glyph as a path in place; SVG 2 ones refer to shared symbols.
    config.svg2 = False
    config.precision = 3
    # ziamath sets no space round this sign, which it needs as much as a plus.
    markup = fromstring(tex2mml(latex.replace(r"\times", r"\,\times\,")))
    _calm_large_operators(markup)
    _flatten(markup)
    return Math(markup, size=size, margin=0.0).svgxml()


def _calm_large_operators(markup: Element) -> None:
    """Say that sums and their like don't stretch, and that their limits stand below and above.

    ziamath 0.13 takes them for brackets that do, and then sets brackets round them as high as a page. Limits that
    it moves there by itself reach over what stands left of the sum.
    """
    for element in markup.iter():
        operator = element if element.tag == f"{_SPACE}mo" else next(iter(element), element)
        if operator.tag == f"{_SPACE}mo" and operator.text in _LARGE_OPERATORS:
            operator.set("stretchy", "false")
            element.tag = _WITH_LIMITS.get(element.tag, element.tag)


def _flatten(element: Element) -> None:
    """Drop rows that group nothing: ziamath lays each row out twice, so nested rows cost the power of two."""
    for child in list(element):
        _flatten(child)
        if _is_row(child) and (len(child) == 1 or (_holds_rows(element) and not _has_brackets(child))):
            place = list(element).index(child)
            element[place : place + 1] = list(child)


def _is_row(element: Element) -> bool:
    return element.tag == f"{_SPACE}mrow" and not element.attrib


def _holds_rows(element: Element) -> bool:
    """Whether the things in this element stand in a row anyway."""
    return element.tag in {f"{_SPACE}{name}" for name in ("math", "mrow", "mtd")}


def _has_brackets(row: Element) -> bool:
    """Whether brackets in the row stretch to its height, which makes it a group of its own."""
    return any(child.get("fence") == "true" for child in row)


def _as_text(latex: str) -> str:
    return re.sub(r"[\\{}$&#^_%~]", " ", latex).strip() or "?"


def _formula(drawing: Element) -> Formula:
    """A drawing's box is left, top, width and height around the baseline, y downwards."""
    left, top, width, height = (float(number) for number in drawing.attrib["viewBox"].split())
    steps = ((name, _flipped(numbers, left)) for name, numbers in _all_steps(drawing))
    return Formula.of(width, -top, height + top, steps)


def _flipped(numbers: Sequence[float], left: float) -> tuple[float, ...]:
    return tuple(round(number - left if place % 2 == 0 else -number, 3) for place, number in enumerate(numbers))


def _all_steps(drawing: Element) -> Iterator[Step]:
    for element in drawing.iter():
        if element.tag == "path":
            yield from _path_steps(element.attrib["d"])
        elif element.tag == "rect":
            yield from _bar_steps(*(float(element.attrib[name]) for name in ("x", "y", "width", "height")))


def _bar_steps(x: float, y: float, width: float, height: float) -> Iterator[Step]:
    """A fraction bar or the roof of a root."""
    yield "M", (x, y)
    for corner in ((x + width, y), (x + width, y + height), (x, y + height)):
        yield "L", corner
    yield "Z", ()


def _path_steps(path: str) -> Iterator[Step]:
    """Absolute moves, lines and cubic curves; a quadratic curve becomes the cubic that equals it."""
    x = y = 0.0
    for name, arguments in _STEPS.findall(path):
        numbers = tuple(float(number) for number in _NUMBERS.findall(arguments))
        if name == "H":
            name, numbers = "L", (numbers[0], y)
        elif name == "V":
            name, numbers = "L", (x, numbers[0])
        elif name == "Q":
            name, numbers = "C", _cubic((x, y), numbers)
        if numbers:
            x, y = numbers[-2:]
        yield name, numbers


def _cubic(start: tuple[float, float], numbers: Sequence[float]) -> tuple[float, ...]:
    x1, y1, x2, y2 = numbers
    (x0, y0) = start
    first = (x0 + (x1 - x0) * 2 / 3, y0 + (y1 - y0) * 2 / 3)
    second = (x2 + (x1 - x2) * 2 / 3, y2 + (y1 - y2) * 2 / 3)
    return (*first, *second, x2, y2)


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
