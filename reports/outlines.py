"""Outlines of mathematics as data: what is drawn as one line, and how lines are put together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

Step = tuple[str, tuple[float, ...]]


@dataclass(frozen=True)
class Formula:
    """Outlines of one line of mathematics. Points, with the baseline at y = 0 and y upwards."""

    width: float
    ascent: float
    descent: float
    steps: tuple[Step, ...]

    @property
    def height(self) -> float:
        """From the lowest to the highest ink."""
        return self.ascent + self.descent

    def scaled(self, factor: float) -> Formula:
        """The formula enlarged or reduced about the start of its baseline."""
        steps = tuple((name, tuple(round(number * factor, 2) for number in numbers)) for name, numbers in self.steps)
        return Formula(self.width * factor, self.ascent * factor, self.descent * factor, steps)

    def moved(self, right: float, up: float) -> Formula:
        """The formula away from the start of the line; what it leaves free at its left counts as its width."""
        return Formula(self.width + right, self.ascent + up, self.descent - up, tuple(self._moved(right, up)))

    def beside(self, other: Formula, at: float) -> Formula:
        """Both on one line, the other beginning at `at`."""
        return Formula(
            max(self.width, at + other.width),
            max(self.ascent, other.ascent),
            max(self.descent, other.descent),
            (*self.steps, *other._moved(at, 0.0)),
        )

    def _moved(self, right: float, up: float) -> Iterator[Step]:
        shift = (right, up)
        for name, numbers in self.steps:
            yield name, tuple(round(number + shift[place % 2], 3) for place, number in enumerate(numbers))

    def as_svg(self) -> str:
        """The formula as a black drawing of its own size, for screens."""
        path = " ".join(f"{name}{','.join(map(str, numbers))}" for name, numbers in self._turned_over())
        box = f'width="{self.width:.2f}" height="{self.height:.2f}" viewBox="0 0 {self.width:.2f} {self.height:.2f}"'
        return f'<svg xmlns="http://www.w3.org/2000/svg" {box}><path fill="black" d="{path}"/></svg>'

    def _turned_over(self) -> Iterator[Step]:
        """The steps with y downwards from the highest ink."""
        for name, numbers in self.steps:
            yield (
                name,
                tuple(round(self.ascent - number, 3) if place % 2 else number for place, number in enumerate(numbers)),
            )
