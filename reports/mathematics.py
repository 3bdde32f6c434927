"""LaTeX to outlines by ziamath, with what it lacks: calm sums, and rows laid out once.

What it makes is read from its nodes, not from the drawing it writes of them, which costs as much again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, fromstring

from ziamath import drawable, operators
from ziamath.nodes.mnode import Mnode
from ziamath.nodes.mrow import Mrow
from ziamath.tex import tex2mml
from ziamath.zmath import Math

from reports.outlines import Formula, Glyph, Shape, Step

if TYPE_CHECKING:
    from ziafont.glyph import SimpleGlyph

_STEPS = re.compile(r"([MLQCHVZ])([^MLQCHVZ]*)")
_NUMBERS = re.compile(r"-?\d*\.?\d+(?:[eE][-+]?\d+)?")
_LARGE_OPERATORS = frozenset("∐∑∏∫∬∭\N{N-ARY INTERSECTION}\N{N-ARY UNION}")
_SPACE = "{http://www.w3.org/1998/Math/MathML}"
_WITH_LIMITS = {
    f"{_SPACE}{beside}": f"{_SPACE}{below}"
    for beside, below in (("msub", "munder"), ("msup", "mover"), ("msubsup", "munderover"))
}
_STRETCHED = frozenset(name for (name, _), about in operators.operators.items() if about.get("stretchy") == "true")


def laid_out(latex: str, size: float) -> Formula:
    """The formula at a type size.

    Raises:
        Exception: whatever ziamath's parsers raise at what they do not understand.
    """
    # ziamath sets no space round this sign, which it needs as much as a plus.
    markup = fromstring(tex2mml(latex.replace(r"\times", r"\,\times\,")))
    _calm_large_operators(markup)
    _flatten(markup)
    return _formula(Math(markup, size=size, margin=0.0).node)


class Row(Mrow, tag="mrow"):
    """A row, in place of ziamath's own: it asks how high it is only if something in it stretches to that height.

    ziamath lays each row out twice for that, and so whatever is deep inside brackets many times over.
    """

    def _get_height_nostretch(self, line: list[Element], **options: object) -> tuple[float, float]:
        if not any(_stretches(inner) for child in line for inner in child.iter()):
            return 0.0, 0.0
        height: tuple[float, float] = super()._get_height_nostretch(line, **options)
        return height


def _stretches(element: Element) -> bool:
    return element.get("stretchy") == "true" or (element.text or "").strip() in _STRETCHED


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


def _formula(node: Mnode) -> Formula:
    """What the typesetter laid out; it counts y downwards."""
    box = node.bbox
    glyphs: list[Glyph] = []
    steps: list[Step] = []
    for drawn, x, y in _drawn(node, -box.xmin, 0.0):
        if isinstance(drawn, drawable.Glyph):
            if (shape := _shape(drawn.glyph)).steps:
                glyphs.append(Glyph(shape, round(x, 3), round(-y, 3), drawn.size))
        elif isinstance(drawn, drawable.HLine):
            steps += _bar_steps(x, -y, drawn.length, -drawn.lw)
        elif isinstance(drawn, drawable.VLine):
            steps += _bar_steps(x - drawn.lw / 2, -y, drawn.lw, -drawn.height)
    return Formula(box.xmax - box.xmin, box.ymax, -box.ymin, tuple(glyphs), tuple(steps))


def _drawn(node: Mnode, x: float, y: float) -> Iterator[tuple[drawable.Drawable, float, float]]:
    """Everything in a node that leaves ink, with its place."""
    for (right, down), inner in zip(node.nodexy, node.nodes, strict=False):
        if isinstance(inner, Mnode):
            yield from _drawn(inner, x + right, y + down)
        elif not getattr(inner, "phantom", False):
            yield inner, x + right, y + down


@cache
def _shape(glyph: SimpleGlyph) -> Shape:
    """The outline of a glyph at a size of 1."""
    unit = 1.0 / glyph.font.info.layout.unitsperem
    path = glyph.svgpath(scale_factor=1.0 / glyph.funits_to_points(1.0))
    steps = _path_steps(path.attrib["d"]) if path is not None else ()
    return Shape(f"glyph{glyph.index}", tuple((name, _turned_over(numbers, unit)) for name, numbers in steps))


def _turned_over(numbers: Sequence[float], unit: float) -> tuple[float, ...]:
    return tuple(round(-number * unit if place % 2 else number * unit, 6) for place, number in enumerate(numbers))


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
