"""Equations of a story: displayed, with the list of their symbols, and as the steps of a calculation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import copy
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from reportlab.platypus import Flowable

from forms.glyphs import printable
from reports.flowables import LabelDrawing, Labelled, paragraph
from reports.formulas import lines, symbol_in_words, typeset
from reports.painter import draw
from reports.styles import equation_look, ink, page, text_style
from reports.tagging import Element
from reports.text import font_runs, text_width

if TYPE_CHECKING:
    from reports.outlines import Formula

_WIDEST_LEFT = 120.0  # of a symbol before the equals signs of a step


class EquationLine(NamedTuple):
    """A line of an equation and where it starts."""

    formula: Formula
    indent: float


def symbol_list(symbols: Sequence[tuple[str, str]]) -> list[Flowable]:
    """What the symbols of an equation mean: (LaTeX, explanation) pairs as a list."""
    whole = Element("L")
    formulas = [typeset(latex, text_style("symbol").fontSize) for latex, _ in symbols]
    indent = min(110.0, max((formula.width for formula in formulas), default=0.0) + 12.0)
    made: list[Flowable] = []
    for (latex, meaning), formula in zip(symbols, formulas, strict=True):
        item = Element("LI", whole)
        symbol = Element("Formula", Element("Lbl", item), alternative=symbol_in_words(latex))
        fitting = formula if formula.width <= indent - 6.0 else formula.scaled((indent - 6.0) / formula.width)
        body = paragraph(meaning, "symbol", role="LBody", parent=item)
        made.append(Labelled(LabelDrawing(symbol, formula=fitting), body, indent, offset=equation_look().indent))
    if made:
        made[-1].spaceAfter = equation_look().after
    for kept in (*made[:-1][:1], *made[:-1][-1:]):
        kept.keepWithNext = True  # neither the first nor the last stands alone on a page
    return made


def working_step(
    lines_of_step: Sequence[tuple[str, str]],
    *,
    title: str,
    symbol: str,
    texts: Sequence[str],
    source: str,
    depth: int = 0,
) -> list[Flowable]:
    """One step of a calculation: title, then equation, numbers put in and result on one axis, then its source.

    The lines are (left, right) in LaTeX, and `texts` their right sides in words; `depth` sets steps that serve
    another one further right.
    """
    offset = 14.0 * min(depth, 5)
    head = Labelled(None, paragraph(title, "step_title"), 0.0, offset=offset)
    head.keepWithNext = True
    spoken = " = ".join([symbol, *texts])
    unseen = [f"{symbol} = {words}" for words in texts[1:]]
    body = [Derivation(lines_of_step, spoken=spoken, texts=unseen, offset=offset)] if lines_of_step else []
    origin = [Labelled(None, paragraph(source, "step_source"), equation_look().indent, offset=offset)] if source else []
    if origin and body:
        body[0].keepWithNext = True
    return [head, *body, *origin]


class Equation(Flowable):  # type: ignore[misc]  # ReportLab is untyped
    """A displayed equation, its number at the right margin on the baseline of the last line."""

    def __init__(self, latex: str, *, number: str = "", spoken: str = "") -> None:
        super().__init__()
        self.latex, self.number = latex, number
        outer = Element("P")
        self.element = Element("Formula", outer, alternative=spoken or symbol_in_words(latex))
        self.number_element = Element("Span", outer)
        self.anchor = ""
        self.lines: tuple[EquationLine, ...] = ()
        self.texts: Sequence[str] = ()
        self.spaceBefore, self.spaceAfter = equation_look().before, equation_look().after

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Breaks the formula to the measure that the number leaves."""
        self.lines = self.lines or tuple(self._broken(width))
        self.width = width
        self.height = sum(line.formula.height for line in self.lines) + _lead() * (len(self.lines) - 1)
        return width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """The lines that fit and the others; the number stays with the last line."""
        self.wrap(width, height)
        depths = accumulate(line.formula.height + _lead() for line in self.lines)
        fitting = sum(depth - _lead() <= height for depth in depths)
        if fitting in {0, len(self.lines)}:
            return [self] if fitting else []
        if self.height <= page().depth / 3:
            return []
        first, second = copy(self), copy(self)
        first.lines, first.number, first.texts = self.lines[:fitting], "", ()
        second.lines, second.anchor = self.lines[fitting:], ""
        return [first, second]

    def draw(self) -> None:
        """Draw the lines, then the number."""
        if self.anchor:
            self.canv.set_anchor(self.anchor, self.height)
        left, bottom = self.canv.absolutePosition(0, 0)
        self.element.box = self.element.box or (left, bottom, left + self.width, bottom + self.height)
        self.canv.setFillColor(ink("ink"))
        with self.canv.tagged(self.element):
            last = self._draw_lines()
        if self.number:
            with self.canv.tagged(self.number_element):
                style = text_style("equation_number")
                self.canv.setFont(style.fontName, style.fontSize)
                self.canv.drawRightString(self.width, last, printable(self.number))

    def _broken(self, width: float) -> Iterator[EquationLine]:
        """Continued lines start further right; what is still too wide or too high for a page is set smaller."""
        look, style = equation_look(), text_style("equation_number")
        number_room = text_width(self.number, "equation_number") + style.fontSize if self.number else 0.0
        room = width - look.indent - number_room
        for number, formula in enumerate(lines(self.latex, look.size, room)):
            shift = look.size * 1.5 if number else 0.0
            scale = min(1.0, (room - shift) / max(formula.width, 1.0), page().depth * 0.9 / max(formula.height, 1.0))
            yield EquationLine(formula if scale == 1.0 else formula.scaled(scale), look.indent + shift)

    def _draw_lines(self) -> float:
        """Draw all lines; the baseline of the last comes back."""
        top, baseline = self.height, 0.0
        for line in self.lines:
            baseline = top - line.formula.ascent
            self.canv.saveState()
            self.canv.translate(line.indent, baseline)
            draw(self.canv, line.formula)
            self.canv.restoreState()
            top -= line.formula.height + _lead()
        return baseline


def _lead() -> float:
    """Space between the lines of an equation."""
    return equation_look().size * 0.55


class Derivation(Equation):
    """Equals signs below each other: the equation, the numbers put in, the result.

    Under the outlines stands their text, unseen, so that a number can be found and copied.
    """

    def __init__(
        self, rows: Sequence[tuple[str, str]], *, spoken: str, texts: Sequence[str] = (), offset: float = 0.0
    ) -> None:
        super().__init__(rf"{rows[0][0]} = {rows[0][1]}", spoken=spoken)
        self.rows, self.texts, self.offset = rows, texts, offset
        self.spaceBefore, self.spaceAfter = 2.0, 5.0

    def _draw_lines(self) -> float:
        """Draw the lines over their text."""
        last = super()._draw_lines()
        for number, words in enumerate(reversed(self.texts)):
            self._write_unseen(words, last + number * _lead() * 2.0)
        return last

    def _write_unseen(self, words: str, y: float) -> None:
        """Text in rendering mode 3, neither filled nor stroked (ISO 32000-1, 9.3.6)."""
        text = self.canv.beginText(self.lines[0].indent, y)
        text.setTextRenderMode(3)
        for font, part in font_runs(printable(words), "regular"):
            text.setFont(font, text_style("step").fontSize)
            text.textOut(part)
        text.setTextRenderMode(0)
        self.canv.drawText(text)

    def _broken(self, width: float) -> Iterator[EquationLine]:
        size, start = text_style("step").fontSize + 1.0, equation_look().indent + self.offset
        lefts = [typeset(left, size) if left else None for left, _ in self.rows]
        axis = min(_WIDEST_LEFT, max((left.width for left in lefts if left), default=0.0)) + size * 0.35
        room = width - start - axis
        for left, (_, right) in zip(lefts, self.rows, strict=True):
            for number, formula in enumerate(lines(f"= {right}", size, room)):
                shift = size if number else 0.0
                highest = page().depth * 0.9
                scale = min(1.0, (room - shift) / max(formula.width, 1.0), highest / max(formula.height, 1.0))
                fitting = formula if scale == 1.0 else formula.scaled(scale)
                if left is None or number:
                    yield EquationLine(fitting, start + axis + shift)
                elif left.width > axis:
                    yield EquationLine(left, start)
                    yield EquationLine(fitting, start + axis)
                else:
                    yield EquationLine(left.beside(fitting, axis), start)
