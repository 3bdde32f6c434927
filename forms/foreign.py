"""Text of a file that this program did not make, in passages that can be found again: a page, a row of cells."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass


@dataclass(frozen=True)
class Passage:
    """Some text with its place. `cells` gives the name of each cell by the position at which its text begins."""

    place: str
    text: str
    cells: tuple[tuple[int, str], ...] = ()

    def place_of(self, position: int) -> str:
        """The place of a character: the cell where there are cells, else the passage."""
        at = bisect_right([start for start, _ in self.cells], position) - 1
        return f"{self.place}, cell {self.cells[at][1]}" if at >= 0 else self.place


@dataclass(frozen=True)
class ForeignFile:
    """A file by name with its passages. `is_whole` is false when it was too long to be read to its end."""

    name: str
    passages: tuple[Passage, ...]
    is_whole: bool = True
