"""Outlines of mathematics as data: what is drawn as one line, and how lines are put together.

A letter of a formula is a shape that recurs, so a line holds where its letters stand and not how they look.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

Step = tuple[str, tuple[float, ...]]


@dataclass(frozen=True, eq=False)
class Shape:
    """The outline of a letter or sign at a size of 1: M, L and C with the points they lead over, Z without any.

    `name` tells it from all others.
    """

    name: str
    steps: tuple[Step, ...]


class Glyph(NamedTuple):
    """A shape in its place, in points."""

    shape: Shape
    x: float
    y: float
    size: float


@dataclass(frozen=True)
class Formula:
    """Outlines of one line of mathematics. Points, with the baseline at y = 0 and y upwards.

    `steps` is what is no letter: bars and braces.
    """

    width: float
    ascent: float
    descent: float
    glyphs: tuple[Glyph, ...] = ()
    steps: tuple[Step, ...] = ()

    @property
    def height(self) -> float:
        """From the lowest to the highest ink."""
        return self.ascent + self.descent

    @property
    def outline(self) -> Iterator[Step]:
        """All of it step by step, letters included."""
        yield from self.steps
        for shape, x, y, size in self.glyphs:
            yield from _changed(shape.steps, size, x, y)

    def scaled(self, factor: float) -> Formula:
        """The formula enlarged or reduced about the start of its baseline."""
        glyphs = tuple(
            Glyph(shape, round(x * factor, 3), round(y * factor, 3), size * factor) for shape, x, y, size in self.glyphs
        )
        steps = tuple(_changed(self.steps, factor, 0.0, 0.0))
        return Formula(self.width * factor, self.ascent * factor, self.descent * factor, glyphs, steps)

    def moved(self, right: float, up: float) -> Formula:
        """The formula away from the start of the line; what it leaves free at its left counts as its width."""
        glyphs, steps = self._placed(right, up)
        return Formula(self.width + right, self.ascent + up, self.descent - up, glyphs, steps)

    def beside(self, other: Formula, at: float) -> Formula:
        """Both on one line, the other beginning at `at`."""
        glyphs, steps = other._placed(at, 0.0)
        return Formula(
            max(self.width, at + other.width),
            max(self.ascent, other.ascent),
            max(self.descent, other.descent),
            self.glyphs + glyphs,
            self.steps + steps,
        )

    def _placed(self, right: float, up: float) -> tuple[tuple[Glyph, ...], tuple[Step, ...]]:
        glyphs = tuple(Glyph(shape, round(x + right, 3), round(y + up, 3), size) for shape, x, y, size in self.glyphs)
        return glyphs, tuple(_changed(self.steps, 1.0, right, up))

    def as_svg(self) -> str:
        """The formula as a black drawing of its own size, for screens."""
        path = " ".join(f"{name}{','.join(map(str, numbers))}" for name, numbers in self._turned_over())
        box = f'width="{self.width:.2f}" height="{self.height:.2f}" viewBox="0 0 {self.width:.2f} {self.height:.2f}"'
        return f'<svg xmlns="http://www.w3.org/2000/svg" {box}><path fill="black" d="{path}"/></svg>'

    def _turned_over(self) -> Iterator[Step]:
        """All steps with y downwards from the highest ink."""
        for name, numbers in self.outline:
            turned = ((number, self.ascent - number)[place % 2] for place, number in enumerate(numbers))
            yield name, tuple(round(number, 3) for number in turned)


def _changed(steps: Iterable[Step], factor: float, right: float, up: float) -> Iterator[Step]:
    """The steps enlarged, then moved."""
    for name, numbers in steps:
        yield name, tuple(_numbers(numbers, factor, (right, up)))


def _numbers(numbers: Sequence[float], factor: float, shift: tuple[float, float]) -> Iterator[float]:
    return (round(number * factor + shift[place % 2], 3) for place, number in enumerate(numbers))
