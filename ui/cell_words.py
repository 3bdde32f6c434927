"""Where the words of a cell or a heading may be broken into lines: at spaces, never inside a word or a short code.

Qt would break behind every slash and hyphen: A/R and AMS-III.AU would be torn in two.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QFontMetrics

JOINED = "\u2060"
"""Word joiner: no line ends here."""
MAY_BREAK = "\u200b"
"""Space of no width: a line may end here."""
LONGEST_CODE = 16
"""Characters: what is joined by slashes or hyphens and longer than this is words, not a code."""
_INSIDE = re.compile(r"(?<=[/\-])(?=\S)")
_BETWEEN_WORDS = re.compile(r"(?<=[^\W\d_][/\-])(?=[^\W\d_])")
_EMPTY_LINES = re.compile(r"\s*[\n\u2028]\s*")
# A space that is not to be broken, as between a figure and its mark, holds the words together.
_SPACE = re.compile(r"([^\S\u00a0\u202f]+)")


def pieces(text: str) -> list[str]:
    """The parts of a text that stand in one line each; empty when there is no word."""
    return [piece for word in _SPACE.split(text)[::2] for piece in _parts(word) if piece]


def kept_whole(text: str) -> str:
    """The same words for Qt to wrap, which breaks them where `pieces` does and nowhere else."""
    return "".join(_marked(word) for word in _SPACE.split(text))


def kept_in(text: str, metrics: QFontMetrics, width: int) -> str:
    """As `kept_whole`; a piece wider than `width` pixels goes on in the next line, and no line is left empty."""
    whole = kept_whole(_EMPTY_LINES.sub("\u2028", text))
    if metrics.horizontalAdvance(max(pieces(text), key=len, default="")) * 2 <= width:
        return whole
    wide = {piece for piece in pieces(text) if metrics.horizontalAdvance(piece) > width}
    for piece in sorted(wide, key=len, reverse=True):
        whole = whole.replace(_glued(piece), _cut(piece, metrics, width))
    return whole


def _parts(word: str) -> list[str]:
    return [word] if len(word) <= LONGEST_CODE else _BETWEEN_WORDS.split(word)


def _marked(word: str) -> str:
    return MAY_BREAK.join(_glued(piece) for piece in _parts(word))


def _glued(piece: str) -> str:
    return _INSIDE.sub(JOINED, piece)


def _cut(piece: str, metrics: QFontMetrics, width: int) -> str:
    lines = [""]
    for letter in piece:
        if lines[-1] and metrics.horizontalAdvance(lines[-1] + letter) > width:
            lines.append("")
        lines[-1] += letter
    return MAY_BREAK.join(_glued(line) for line in lines)
