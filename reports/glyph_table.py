"""Writes the table of characters that the fonts cover: `python -m reports.glyph_table > forms/tables/glyphs.csv`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

from reportlab.pdfbase import pdfmetrics

from reports.styles import font_chain


def covered_ranges() -> list[tuple[int, int]]:
    """First and last code of each stretch of characters that a font of the upright face has."""
    codes = {code for font in font_chain("regular") for code in pdfmetrics.getFont(font).face.charToGlyph}
    return list(_stretches(sorted(codes)))


def _stretches(codes: Iterable[int]) -> Iterator[tuple[int, int]]:
    first = last = -1
    for code in codes:
        if code != last + 1 and last >= 0:
            yield first, last
        first = first if code == last + 1 and last >= 0 else code
        last = code
    if last >= 0:
        yield first, last


def table_text() -> str:
    """The table as it is shipped."""
    return "\n".join(["first,last", *(f"{first:04X},{last:04X}" for first, last in covered_ranges()), ""])


if __name__ == "__main__":
    sys.stdout.write(table_text())
