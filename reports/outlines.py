"""Outlines of mathematics as data: what is drawn as one line, and how lines are put together."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

Number = TypeVar("Number")
Step = tuple[str, tuple[float, ...]]
_LENGTHS = {"M": 2, "L": 2, "C": 6, "Z": 0}  # numbers that a step takes


@dataclass(frozen=True)
class Formula:
    """Outlines of one line of mathematics. Points, with the baseline at y = 0 and y upwards.

    `names` has a letter for each step, `numbers` x and y of all of them in turn: a page of working has a hundred
    thousand, so they are kept as bare numbers.
    """

    width: float
    ascent: float
    descent: float
    names: str
    numbers: array[float]

    @classmethod
    def of(cls, width: float, ascent: float, descent: float, steps: Iterable[Step] = ()) -> Formula:
        """A formula from its steps: M, L and C with the points they lead over, Z without any."""
        names, numbers = [], array("d")
        for name, points in steps:
            names.append(name)
            numbers.extend(points)
        return cls(width, ascent, descent, "".join(names), numbers)

    @property
    def height(self) -> float:
        """From the lowest to the highest ink."""
        return self.ascent + self.descent

    @property
    def steps(self) -> Iterator[Step]:
        """The steps one by one."""
        return parted_steps(self.names, self.numbers)

    def scaled(self, factor: float) -> Formula:
        """The formula enlarged or reduced about the start of its baseline."""
        numbers = array("d", [round(number * factor, 2) for number in self.numbers])
        return Formula(self.width * factor, self.ascent * factor, self.descent * factor, self.names, numbers)

    def moved(self, right: float, up: float) -> Formula:
        """The formula away from the start of the line; what it leaves free at its left counts as its width."""
        numbers = self._moved(right, up)
        return Formula(self.width + right, self.ascent + up, self.descent - up, self.names, numbers)

    def beside(self, other: Formula, at: float) -> Formula:
        """Both on one line, the other beginning at `at`."""
        return Formula(
            max(self.width, at + other.width),
            max(self.ascent, other.ascent),
            max(self.descent, other.descent),
            self.names + other.names,
            self.numbers + other._moved(at, 0.0),
        )

    def _moved(self, right: float, up: float) -> array[float]:
        made = array("d", self.numbers)
        # Numbers of a formula are round already: those that stay where they are need no rounding again.
        for place, shift in ((0, right), (1, up)):
            if shift:
                made[place::2] = array("d", [round(number + shift, 3) for number in self.numbers[place::2]])
        return made

    def as_svg(self) -> str:
        """The formula as a black drawing of its own size, for screens."""
        path = " ".join(f"{name}{','.join(map(str, numbers))}" for name, numbers in self._turned_over())
        box = f'width="{self.width:.2f}" height="{self.height:.2f}" viewBox="0 0 {self.width:.2f} {self.height:.2f}"'
        return f'<svg xmlns="http://www.w3.org/2000/svg" {box}><path fill="black" d="{path}"/></svg>'

    def _turned_over(self) -> Iterator[Step]:
        """The steps with y downwards from the highest ink."""
        numbers = array("d", self.numbers)
        numbers[1::2] = array("d", [round(self.ascent - number, 3) for number in numbers[1::2]])
        return parted_steps(self.names, numbers)


def parted_steps(names: str, numbers: Sequence[Number]) -> Iterator[tuple[str, tuple[Number, ...]]]:
    """Each step with its own of the numbers."""
    start = 0
    for name in names:
        end = start + _LENGTHS[name]
        yield name, tuple(numbers[start:end])
        start = end
