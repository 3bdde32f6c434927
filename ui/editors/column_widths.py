"""How wide the columns of a grid are: by what stands in them, by the kind of what is asked, and by the form's shares.

Widths are device-independent pixels. Codes, dates and figures take what they need and stay in one line; words share
the rest, each column so much as it has to say.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.cell_words import pieces

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QFontMetrics

ONE_LINE = frozenset({"number", "date", "duration", "yes_no"})
"""Kinds of answers that are never broken into lines and gain nothing by more room."""
CELL_ROOM = 17
"""Beside the words of a cell."""
HEAD_ROOM = 18
"""Beside the words of a heading."""
LEAST = {"prose": 110, "date": 92, "number": 64, "yes_no": 52}
"""Of columns of a kind, whatever is in them, so that one can type there; of all others `NARROWEST`."""
NARROWEST = 64
WIDEST_WORD = 120
"""No word of a cell makes its column wider than this: a web address goes on in the next line."""
WIDEST_LINE = {"prose": 360}
"""What a column asks for at most, so that its texts have few lines; of all others `COMFORTABLE`."""
COMFORTABLE = 240
SHARE = 56
"""What a column asks for by each unit of its share in the form, whatever is in it."""
OVERHANG = 1.05
"""Of the page: columns that are wider than it by no more than this stay as narrow as they can be."""
PUSHED = 2.2
"""Of the page: so wide are columns together at most that do not fit it."""
HEAD_LINES = 3
MEASURED = 6
"""Of the words and texts of a column so many of the longest are measured: to measure all of them takes too long."""


@dataclass(frozen=True)
class Need:
    """What a column needs at least, without breaking a word; what it asks for; and its share of what is left."""

    least: int
    wish: int
    share: float


@dataclass(frozen=True)
class Letters:
    """How wide words are in cells and in headings, and how much larger than 100 % all is."""

    cells: QFontMetrics
    heads: QFontMetrics
    scale: float

    def px(self, size: float) -> int:
        """A size at 100 % in the size of now."""
        return round(size * self.scale)


def need(kind: str, share: float, head: str, texts: Sequence[str], letters: Letters) -> Need:
    """Of one column: `kind` is the field type of its cells, `texts` what they show."""
    heading = _widest(pieces(head), letters.heads) + HEAD_ROOM
    lines = letters.heads.horizontalAdvance(head) // HEAD_LINES + HEAD_ROOM + 6
    if kind in ONE_LINE:
        whole = _widest(texts, letters.cells) + CELL_ROOM
        least = max(letters.px(LEAST.get(kind, NARROWEST)), heading, whole)
        return Need(least, max(least, lines), 0.0)
    words = min(_widest((word for text in texts for word in pieces(text)), letters.cells), letters.px(WIDEST_WORD))
    least = max(letters.px(LEAST.get(kind, NARROWEST)), heading, words + CELL_ROOM)
    line = min(_widest(texts, letters.cells) + CELL_ROOM, letters.px(WIDEST_LINE.get(kind, COMFORTABLE)))
    return Need(least, max(least, lines, line, letters.px(SHARE * share)), share)


def shared(needs: Sequence[Need], room: int) -> list[int]:
    """A width a column: they fill the room, and are wider than it only where their words need more.

    Once they have to be pushed sideways they get room to be read in, or rows would be many lines high.
    """
    least, wish = sum(item.least for item in needs), sum(item.wish for item in needs)
    if least > room * OVERHANG:
        room = min(wish, max(least, round(room * PUSHED)))
    if room <= least:
        return [item.least for item in needs]
    if room < wish:
        return _filled([item.least + (room - least) * (item.wish - item.least) / (wish - least) for item in needs])
    total = sum(item.share for item in needs)
    shares = [item.share / total if total else 1 / len(needs) for item in needs]
    return _filled([item.wish + (room - wish) * share for item, share in zip(needs, shares, strict=True)])


def fits(needs: Sequence[Need], room: int) -> bool:
    """False where columns would have many short lines in every row, even pushed sideways."""
    return sum(item.least for item in needs) <= room * OVERHANG or sum(item.wish for item in needs) <= room * PUSHED


def _filled(widths: Sequence[float]) -> list[int]:
    """Whole pixels of the same sum."""
    made, owed = [], 0.0
    for width in widths:
        made.append(int(width + owed + 1e-6))
        owed += width - made[-1]
    return made


def _widest(texts: Iterable[str], metrics: QFontMetrics) -> int:
    longest = sorted({line for text in texts for line in text.split("\n")}, key=len)[-MEASURED:]
    return max(map(metrics.horizontalAdvance, longest), default=0)
