"""The words of a page by where they stand: those under a mark, and those beside a point."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

Box = tuple[float, float, float, float]
MOST_SIGNS = 20_000
LONGEST_QUOTE = 2_000
_AROUND = 40
_SAME_LINE = 4.0  # points between the middles of signs of one line
_FARTHEST = 36.0  # points from a sticky note to the line it stands beside
_BREAK = 5.0  # points: wider than the space between words, narrower than that between cells


class Sign(NamedTuple):
    """A character and its box, in points from the lower left corner of the page."""

    text: str
    box: Box

    @property
    def x(self) -> float:
        """Middle."""
        return (self.box[0] + self.box[2]) / 2

    @property
    def y(self) -> float:
        """Middle."""
        return (self.box[1] + self.box[3]) / 2


@dataclass(frozen=True)
class Quote:
    """Words with a few before and after them, as they stand on the page."""

    text: str
    before: str
    after: str


class Patience:
    """How many more signs are looked at in one PDF: a hostile one could ask for more than there is time."""

    def __init__(self, signs: int = 30_000_000) -> None:
        self._left = signs

    def spend(self, signs: int) -> bool:
        """False when there is no time for so many."""
        self._left -= signs
        return self._left >= 0


class PageWords:
    """All signs of a page in the order in which they are read."""

    def __init__(self, signs: Sequence[Sign], patience: Patience | None = None) -> None:
        self._signs = signs
        self._patience = patience or Patience()

    def within(self, boxes: Sequence[Box]) -> Quote | None:
        """The words whose signs have their middle inside one of the boxes; `None` when none has."""
        if not boxes or not self._patience.spend(len(self._signs) * len(boxes)):
            return None
        at = [
            place
            for place, sign in enumerate(self._signs)
            if not sign.text.isspace() and any(_is_inside(sign, box) for box in boxes)
        ]
        if not at:
            return None
        text = "".join(self._pieces(at))
        before, after = self._text(max(0, at[0] - _AROUND), at[0]), self._text(at[-1] + 1, at[-1] + 1 + _AROUND)
        return Quote(" ".join(text.split())[:LONGEST_QUOTE], before, after)

    def _pieces(self, at: Sequence[int]) -> list[str]:
        """Signs with a space where some that are not meant stand between."""
        made: list[str] = []
        last = at[0] - 1
        for place in at:
            made.append(self._signs[place].text if place == last + 1 else f" {self._signs[place].text}")
            last = place
        return made

    def _text(self, start: int, end: int) -> str:
        return "".join(sign.text for sign in self._signs[start:end])

    def beside(self, x: float, y: float) -> tuple[str, ...]:
        """What stands on the line nearest to a point, cell by cell, the nearest first; nothing where none is near."""
        if not self._patience.spend(len(self._signs)):
            return ()
        signs = [sign for sign in self._signs if not sign.text.isspace()]
        nearest = min((abs(sign.y - y) for sign in signs), default=_FARTHEST + 1)
        if nearest > _FARTHEST:
            return ()
        line = next(sign.y for sign in signs if abs(sign.y - y) == nearest)
        runs = _runs([sign for sign in self._signs if abs(sign.y - line) <= _SAME_LINE])
        in_order = sorted(runs, key=lambda run: max(run[0].box[0] - x, x - run[-1].box[2], 0.0))
        words = (" ".join("".join(sign.text for sign in run).split()) for run in in_order)
        return tuple(word for word in words if word)


def _runs(signs: Sequence[Sign]) -> list[list[Sign]]:
    """The signs of a line, parted where a column ends."""
    runs: list[list[Sign]] = []
    for sign in sorted(signs, key=lambda sign: sign.box[0]):
        if runs and sign.box[0] - runs[-1][-1].box[2] <= _BREAK:
            runs[-1].append(sign)
        else:
            runs.append([sign])
    return runs


def _is_inside(sign: Sign, box: Box) -> bool:
    return box[0] <= sign.x <= box[2] and box[1] <= sign.y <= box[3]


@contextmanager
def words_of_pages(content: bytes) -> Iterator[Callable[[int], PageWords]]:
    """Gives the words of a page, counted from 1; none where the page cannot be read."""
    import pypdfium2

    document, patience = pypdfium2.PdfDocument(content), Patience()
    try:
        yield lambda number: PageWords(_signs(document, number, patience), patience)
    finally:
        document.close()


def _signs(document: PdfDocument, number: int, patience: Patience) -> list[Sign]:
    from pypdfium2 import PdfiumError
    from pypdfium2.raw import FPDFText_GetUnicode

    try:
        page = document[number - 1]
        text = page.get_textpage()
        count = min(text.count_chars(), MOST_SIGNS)
        # A sign costs more to read than to look at.
        places = range(count if patience.spend(10 * count) else 0)
        signs = [Sign(_shown(FPDFText_GetUnicode(text.raw, place)), text.get_charbox(place)) for place in places]
        text.close()
        page.close()
    except PdfiumError:
        return []
    return signs


def _shown(code: int) -> str:
    """A sign; the mark of a divided word is a soft hyphen, and what is no sign is a space."""
    if code in {0x02, 0xFFFE}:
        return "\u00ad"
    return chr(code) if 0x20 < code <= 0x10FFFF else " "
