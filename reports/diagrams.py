"""The line diagram as a picture: boxes left and right, between them the flow with its meters as circles."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from reports.amounts import unbroken
from reports.pictures import Area, Disc, Fill, Label, Line, Mark, Pen, Picture, rectangle

if TYPE_CHECKING:
    from forms.blocks import Flow

_BOX, _GAP, _INSET = 0.31, 12.0, 6.0  # width of a box as a share of the picture; air between rows and inside boxes
_SIZE, _SMALL, _LEAD, _SMALL_LEAD = 7.6, 6.6, 9.6, 8.2
_LETTER = 0.53  # average width of a letter, in sizes
_RADIUS = 9.0
_PAPER = Fill("#FFFFFF")
_NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


class Row(NamedTuple):
    """The texts of one flow, in lines as long as there is room."""

    flow: Flow
    left: list[str]
    right: list[str]
    above: list[str]
    below: list[str]

    @property
    def height(self) -> float:
        """As high as the higher of the boxes and the words along the line."""
        box = max(len(self.left), len(self.right)) * _LEAD + 2 * _INSET
        radius = _RADIUS if self.flow.meters else 3.0
        return max(box, 2 * (radius + 2.0 + max(len(self.above), len(self.below)) * _SMALL_LEAD))


def line_diagram(flows: Sequence[Flow], *, width: float = 471.0) -> Picture:
    """The flows below each other in their order, `width` points wide."""
    rows = [_row(flow, width) for flow in flows]
    height = sum(row.height for row in rows) + _GAP * (len(rows) + 1)
    marks: list[Mark] = []
    top = height - _GAP
    for row in rows:
        marks += _marks(row, top - row.height / 2, width)
        top -= row.height + _GAP
    return Picture(width, height, tuple(marks))


def _row(flow: Flow, width: float) -> Row:
    box = int((width * _BOX - 2 * _INSET) / (_SIZE * _LETTER))
    line = int((width * (1 - 2 * _BOX) - 24.0) / (_SMALL * _LETTER))
    return Row(
        flow,
        _wrapped(flow.source, box, 5),
        _wrapped(flow.target, box, 5),
        _wrapped(flow.label, line, 3),
        _wrapped(flow.measured, line, 3),
    )


def _wrapped(words: str, room: int, most: int) -> list[str]:
    """As few lines as hold the words, about equally long; no number is parted from its unit."""
    whole = " ".join(word.replace(" ", _NO_BREAK_SPACE) for word in unbroken(words))
    lines = textwrap.wrap(whole, room, max_lines=most, placeholder=" …") or [""]
    for narrower in range(room - 1, room // 2, -1):
        evener = textwrap.wrap(whole, narrower)
        if len(evener) != len(lines):
            break
        lines = evener
    return [line.replace(_NO_BREAK_SPACE, " ") for line in lines]


def _marks(row: Row, middle: float, width: float) -> Iterator[Mark]:
    box = width * _BOX
    yield from _box(row.left, 0.5, middle, box, row.height)
    yield from _box(row.right, width - box - 0.5, middle, box, row.height)
    yield from _arrow(box + 1.0, width - box - 1.5, middle)
    yield from _meters(row.flow.meters, width / 2, middle)
    clear = (_RADIUS if row.flow.meters else 1.0) + 2.5
    for number, words in enumerate(reversed(row.above)):
        yield Label((width / 2, middle + clear + number * _SMALL_LEAD), words, _SMALL, "middle", "quiet")
    for number, words in enumerate(row.below, 1):
        yield Label((width / 2, middle - clear - number * _SMALL_LEAD + 2.0), words, _SMALL, "middle", "quiet")


def _box(lines: Sequence[str], left: float, middle: float, width: float, height: float) -> Iterator[Mark]:
    yield Area((rectangle(left, middle - height / 2, width, height),), Fill("shade"), Pen("ink", 0.6))
    first = middle + (len(lines) - 1) * _LEAD / 2 - _SIZE * 0.35
    for number, words in enumerate(lines):
        yield Label((left + width / 2, first - number * _LEAD), words, _SIZE, "middle")


def _arrow(start: float, end: float, middle: float) -> Iterator[Mark]:
    yield Line(((start, middle), (end - 4.0, middle)), Pen("ink", 0.9))
    yield Area((((end, middle), (end - 6.0, middle + 2.8), (end - 6.0, middle - 2.8)),), Fill("ink"))


def _meters(tags: Sequence[str], centre: float, middle: float) -> Iterator[Mark]:
    """A circle a meter with its tag, or a rounded sign of the same height where the tag is long."""
    widths = [max(2 * _RADIUS, len(tag) * _SMALL * 0.62 + 8.0) for tag in tags]
    x = centre - (sum(widths) + 8.0 * (len(tags) - 1)) / 2 if tags else 0.0
    for tag, width in zip(tags, widths, strict=True):
        if width > 2 * _RADIUS:
            yield Area((rectangle(x, middle - _RADIUS, width, 2 * _RADIUS),), _PAPER, Pen("accent", 1.1))
        else:
            yield Disc((x + width / 2, middle), _RADIUS, _PAPER, Pen("accent", 1.1))
        yield Label((x + width / 2, middle - _SMALL * 0.36), tag, _SMALL, "middle", is_bold=True)
        x += width + 8.0
