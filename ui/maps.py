"""What the map of the world is asked, worked out off the GUI thread and kept: outlines, and sites abroad."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from forms.worldmap import Box, Point, Ring, bounding_box, countries_near, land_within
from ui.later import Later

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


@dataclass(frozen=True)
class Outline:
    """The window of a map, and the land in it by country; no window for a country that the map does not know."""

    box: Box | None
    land: tuple[tuple[str, Ring], ...] = ()


@dataclass(frozen=True)
class _Question:
    """What is to be worked out, by what it is worked out from."""

    work: Callable[[str, tuple[Point, ...]], object]
    country: str
    points: tuple[Point, ...]


class Maps(QObject):
    """All that was worked out so far. `rendered` says that some that was asked for is there now."""

    rendered = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._made: dict[_Question, object] = {}
        self._asked: set[_Question] = set()
        self._later = Later(self)

    def lookup(self, country: str, sites: Sequence[Point]) -> Outline | None:
        """The outline of a country and its sites, or `None` while it is being worked out."""
        made = self._ask(_Question(outline, country, tuple(sites)))
        return made if isinstance(made, Outline) else None

    def exchanged(self, country: str, sites: Sequence[Point]) -> tuple[bool, ...] | None:
        """Which sites lie outside a country, and inside with their coordinates exchanged; `None` while not known."""
        made = self._ask(_Question(exchanged, country, tuple(sites)))
        return made if isinstance(made, tuple) else None

    def keep(self, question: _Question, made: object) -> None:
        """Take what the thread has worked out. A dictionary takes one entry at once, so no lock is needed."""
        self._made[question] = made
        self._asked.discard(question)
        if not self._asked:
            self.rendered.emit()

    def wait(self) -> None:
        """Until all that was asked for is there; for tests and pictures."""
        self._later.wait()

    def _ask(self, question: _Question) -> object:
        found = self._made.get(question)
        if found is None and question not in self._asked:
            self._asked.add(question)
            self._later.run(partial(self._answer, question))
        return found

    def _answer(self, question: _Question) -> None:
        made = question.work(question.country, question.points)
        try:
            self.keep(question, made)
        except RuntimeError:
            # The program was closed while this was being worked out: nobody is left to be told.
            return


def exchanged(country: str, sites: Sequence[Point]) -> tuple[bool, ...]:
    """Which of the (longitude, latitude) are outside a country, and inside it the other way round."""
    return tuple(_is_exchanged(country, longitude, latitude) for longitude, latitude in sites)


def _is_exchanged(country: str, longitude: float, latitude: float) -> bool:
    if abs(latitude) <= 90 and country in countries_near(latitude, longitude):
        return False
    return abs(longitude) <= 90 and country in countries_near(longitude, latitude)


def outline(country: str, sites: Sequence[Point]) -> Outline:
    """Work out one outline; takes 50 ms, and four times that the first time."""
    box = bounding_box(country, sites=sites)
    return Outline(box, tuple(land_within(box)) if box else ())


@cache
def maps() -> Maps:
    """The maps of this program."""
    return Maps()
