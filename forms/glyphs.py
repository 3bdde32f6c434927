"""Which characters can be printed. The fonts belong to print; what they cover is a table, `forms/tables/glyphs.csv`."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from functools import cache

from forms.tables import table

# Blocks of Unicode from Devanagari to Sinhala, from Tibetan to Myanmar, and Khmer.
_JOINING = (range(0x0900, 0x0E00), range(0x0F00, 0x10A0), range(0x1780, 0x1800))


def printable(text: str) -> str:
    """Text in composed form, without control and formatting characters; line breaks are kept."""
    if text.isascii() and text.isprintable():
        return text
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return composed.translate(_PLAIN)


def unprintable(text: str) -> list[tuple[str, str]]:
    """Each character that cannot be printed, once, with its Unicode name; empty when all is well.

    These are characters that no font has, and letters of scripts that are written from right to left or that join
    and reorder (those of India, Burma, Tibet and the Khmer): that is not done here, and without it they would be
    wrong, not just ugly.
    """
    if text.isascii():
        return []
    missing = [char for char in dict.fromkeys(printable(text)) if not can_be_set(char)]
    return [(char, unicodedata.name(char, f"U+{ord(char):04X}")) for char in missing]


def can_be_set(char: str) -> bool:
    """Whether a font that ships has the character, and it may stand letter by letter from left to right."""
    if char == "\n":
        return True
    if unicodedata.bidirectional(char) in ("R", "AL", "AN") or any(ord(char) in script for script in _JOINING):
        return False
    firsts, lasts = _ranges()
    place = bisect_right(firsts, ord(char)) - 1
    return place >= 0 and ord(char) <= lasts[place]


@cache
def _ranges() -> tuple[list[int], list[int]]:
    rows = table("glyphs")
    return [int(row["first"], 16) for row in rows], [int(row["last"], 16) for row in rows]


def _plain(char: str) -> str:
    """A character as it is printed: kinds of space become spaces, controls and joiners vanish."""
    if char == "\n":
        return char
    category = unicodedata.category(char)
    if char == "\t" or (category == "Zs" and char != "\N{NO-BREAK SPACE}"):
        return " "
    if category in ("Zl", "Zp"):
        return "\n"
    return "" if category in ("Cc", "Cf") else char


class _Plain(dict[int, str]):
    """`_plain` by code point, remembered: every text of a dossier goes through here more than once."""

    def __missing__(self, code: int) -> str:
        self[code] = made = _plain(chr(code))
        return made


_PLAIN = _Plain()
