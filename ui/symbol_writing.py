"""Symbols of equations as words of a text: Greek letters as letters, and what stands below the line lowered."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from forms.methodologies.typesetting import GREEK_LETTERS

if TYPE_CHECKING:
    from collections.abc import Iterator

_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_TOKEN = re.compile(r"\\(?P<name>[A-Za-z]+) ?|\\(?P<sign>.)|(?P<brace>[{}])|(?P<below>_)|(?P<text>[^\\{}_]+)")
# Typeset gases, which stand in a group: CH_{4} in GWP_{CH_{4}}.
_GAS = re.compile(r"(?<=[{,])([A-Z]+)_\{(\d)\}")
_PLAIN = re.compile(r"([^\W_]+)_(\S+)")


class Piece(NamedTuple):
    """Some letters, on the line or below it."""

    text: str
    is_below: bool = False


def symbol_pieces(latex: str) -> tuple[Piece, ...]:
    """A typeset symbol such as `EG_{PJ,y}`; the figures of a gas in a subscript become small figures: CH₄."""
    lowered = _GAS.sub(lambda found: f"{found[1]}{found[2].translate(_LOWERED)}", latex)
    return _joined(_pieces(lowered))


def plain_pieces(words: str) -> tuple[Piece, ...]:
    """A symbol as the forms print it, such as `EG_PJ,y`; other words stay as they are."""
    found = _PLAIN.fullmatch(words)
    return (Piece(found[1]), Piece(found[2], is_below=True)) if found else (Piece(words),)


def _pieces(latex: str) -> Iterator[Piece]:
    """Below the line is all inside the group, or the one letter, that follows an underscore."""
    levels, is_next_below = [False], False
    for token in _TOKEN.finditer(latex):
        if token["below"]:
            is_next_below = True
        elif token["brace"] == "{":
            levels.append(levels[-1] or is_next_below)
            is_next_below = False
        elif token["brace"]:
            levels = levels[:-1] or [False]
        else:
            yield from _letters(_text_of(token), is_below=levels[-1], is_next_below=is_next_below)
            is_next_below = False


def _letters(text: str, *, is_below: bool, is_next_below: bool) -> Iterator[Piece]:
    """Without braces an underscore lowers the one letter behind it."""
    first = len(text[:1]) if is_next_below else 0
    yield from (Piece(part, below) for part, below in ((text[:first], True), (text[first:], is_below)) if part)


def _text_of(token: re.Match[str]) -> str:
    if token["name"]:
        return GREEK_LETTERS.get(token["name"], "")
    return {",": "\u2009", ";": " ", "!": ""}.get(token["sign"], token["sign"]) if token["sign"] else token["text"]


def _joined(pieces: Iterator[Piece]) -> tuple[Piece, ...]:
    """Neighbours of one height together."""
    made: list[Piece] = []
    for piece in pieces:
        if made and made[-1].is_below == piece.is_below:
            made[-1] = Piece(made[-1].text + piece.text, piece.is_below)
        else:
            made.append(piece)
    return tuple(made)
