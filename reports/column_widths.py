"""How wide the columns of a table are, on paper and in Word, and when a table needs the page turned."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import ceil, sqrt
from typing import TYPE_CHECKING

from reports.amounts import unbroken
from reports.styles import page, table_look
from reports.text import text_width

if TYPE_CHECKING:
    from forms.blocks import TableBlock

ROOM_FOR_MARK = 9.0
"""Right of a number, for the mark that says where it comes from."""
_LONGEST_WORD = 24
_LETTER = 4.2  # average width of a letter in a cell
_WORTH_A_CHANGE = 0.85
_MOSTLY_WORDS = 0.85  # of the width
_MANY_LINES = 100


def needs_landscape(block: TableBlock) -> bool:
    """Whether an upright page is too narrow: for the longest words of the columns, or for a long table's text.

    The latter is when single words fill most of the width, and the text between them runs down the page.
    """
    upright, turned = page().measure, page().turned().measure
    words = sum(_least_widths(block))
    if words > upright or words < upright * _MOSTLY_WORDS:
        return words > upright
    lengths = _lengths(block)
    now, then = (_lines_needed(lengths, column_widths(block, width)) for width in (upright, turned))
    return now > _MANY_LINES and now > 2 * then


def _lengths(block: TableBlock) -> list[list[int]]:
    return [[len(cell.text) for cell in row] for row in (*block.rows, *block.totals)]


def column_widths(block: TableBlock, width: float) -> list[float]:
    """Widths in points: as the columns ask relative to each other, but none narrower than its longest word.

    Where much fewer lines are needed by sharing the width by how much text the columns hold, that is done instead.
    Where even the words are too long for the page, all are narrowed alike and words break.
    """
    least = _least_widths(block)
    if sum(least) >= width:
        return [room * width / sum(least) for room in least]
    lengths = _lengths(block)
    asked, *others = (_widths_by(shares, least, width) for shares in _shares(block, lengths))
    best = min(others, key=lambda widths: _lines_needed(lengths, widths), default=asked)
    is_better = _lines_needed(lengths, best) < _lines_needed(lengths, asked) * _WORTH_A_CHANGE
    return best if is_better else asked


def _lines_needed(lengths: Sequence[Sequence[int]], widths: Sequence[float]) -> int:
    """About how many lines the rows of a table take."""
    rooms = [max(1.0, (width - 2 * table_look().inset) / _LETTER) for width in widths]
    return sum(max(ceil(length / room) for length, room in zip(row, rooms, strict=True)) for row in lengths)


def _widths_by(shares: Sequence[float], least: Sequence[float], width: float) -> list[float]:
    wanted = [width * share / sum(shares) for share in shares]
    missing = sum(max(0.0, room - want) for room, want in zip(least, wanted, strict=True))
    spare = sum(max(0.0, want - room) for room, want in zip(least, wanted, strict=True))
    keep = 1.0 - (missing / spare if spare else 0.0)
    return [room + max(0.0, want - room) * keep for room, want in zip(least, wanted, strict=True)]


def _shares(block: TableBlock, lengths: Sequence[Sequence[int]]) -> Iterator[list[float]]:
    """Relative widths: first as the columns ask, if they do, then by how much text each holds: all of it, its longest.

    The last weighs both and gives short columns no more than they need, for tables in which few cells are long.
    """
    asked = [column.width for column in block.columns]
    if len(set(asked)) > 1:
        yield asked
    columns = list(zip(*lengths, strict=True))
    yield [sqrt(max(12.0, sum(column) / len(column))) for column in columns]
    if len(set(asked)) > 1:
        yield [sqrt(max(12.0, max(column))) for column in columns]
        yield [sqrt(sqrt(max(4.0, sum(column) / len(column)) * max(4.0, max(column)))) for column in columns]


def _least_widths(block: TableBlock) -> list[float]:
    """Width of the longest word of each column with its insets, at most two fifths of an upright page.

    A unit in a head is one word; in cells a number and its unit stand together only where there is room.
    """
    most = page().measure * 0.4
    inset = 2 * table_look().inset
    widths = []
    for place, column in enumerate(block.columns):
        head = _longest_word(unbroken(column.label), "cell_head")
        body = _longest_word(_words(row[place].text for row in block.rows), "cell")
        total = _longest_word(_words(row[place].text for row in block.totals), "cell_total")
        mark = ROOM_FOR_MARK if column.align == "right" else 0.0
        widths.append(min(most, max(head, body, total) + inset + mark + 0.5))
    return widths


def _is_address(word: str) -> bool:
    """Whether a word is an address or a path, which may be broken anywhere."""
    return len(word) > _LONGEST_WORD and "/" in word


def _words(texts: Iterable[str]) -> Iterator[str]:
    return (word for text in texts for word in text.split())


def _longest_word(words: Iterable[str], style: str) -> float:
    """Width of the widest of the three words with most letters: measuring all would be slow."""
    longest = sorted({word for word in words if not _is_address(word)}, key=lambda word: (len(word), word))[-3:]
    return max((text_width(word, style) for word in longest), default=0.0)
