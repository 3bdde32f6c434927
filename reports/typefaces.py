"""A TrueType font that remembers the widths of words, and writes the usual line of text at once.

Breaking lines asks for the width of every word, most of which came before; ReportLab adds up the letters each time.
"""

from __future__ import annotations

from codecs import charmap_encode
from functools import lru_cache
from typing import TYPE_CHECKING

from reportlab.pdfbase.ttfonts import TTFont

if TYPE_CHECKING:
    from pathlib import Path

    from reportlab.pdfbase.pdfdoc import PDFDocument

_REMEMBERED = 16_384  # words of a font


class Typeface(TTFont):  # type: ignore[misc]  # ReportLab is untyped
    """ReportLab's font, giving the same widths and the same bytes."""

    def __init__(self, file: Path) -> None:
        super().__init__(file.stem, str(file))
        widths: dict[int, float] = self.face.charWidths
        missing: float = self.face.defaultWidth

        @lru_cache(maxsize=_REMEMBERED)
        def units(text: str) -> float:
            return sum([widths.get(code, missing) for code in map(ord, text)])

        self._units = units

    def stringWidth(self, text: str, size: float, encoding: str = "utf8") -> float:  # ReportLab's names
        """Width in points."""
        return 0.001 * self._units(text) * size

    def splitString(self, text: str, doc: PDFDocument, encoding: str = "utf-8") -> list[tuple[int, bytes]]:
        """Text in the codes of the embedded subsets: at once where all characters came before and are in the first."""
        try:
            return [(0, charmap_encode(text, "strict", self.state[doc].assignments)[0])] if text else []
        except (KeyError, UnicodeEncodeError, TypeError):
            # The first text of a document, a new character, a further subset.
            found: list[tuple[int, bytes]] = super().splitString(text, doc, encoding)
            return found
