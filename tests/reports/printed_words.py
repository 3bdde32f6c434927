"""The words of a PDF with their places, as another program reads them: nothing here knows how they were written."""

from collections.abc import Iterator
from ctypes import byref, c_double, c_float, c_int, c_long, create_string_buffer
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium


class Word(NamedTuple):
    """Letters between two spaces; points from the lower left corner of the sheet, and the size of the type."""

    page: int
    text: str
    left: float
    right: float
    bottom: float
    size: float


def words_of(file: Path) -> list[Word]:
    """In the order of the pages' code."""
    with pypdfium2.PdfDocument(file) as pdf:
        return [word for number in range(len(pdf)) for word in _words_on(pdf, number)]


def places_of(file: Path) -> dict[str, tuple[int, float]]:
    """Named destinations: page, and height on it."""
    with pypdfium2.PdfDocument(file) as pdf:
        return dict(_places(pdf))


def _words_on(pdf: pypdfium2.PdfDocument, number: int) -> Iterator[Word]:
    page = pdf[number]
    text = page.get_textpage()
    letters = [_letter(text, place) for place in range(text.count_chars())]
    # A letter of another size or on another line begins another word, also without a space between.
    for _, run in groupby(letters, key=lambda letter: (letter[0].isspace(), letter[4], round(letter[3]))):
        found = list(run)
        if not found[0][0].isspace():
            yield Word(
                number, "".join(letter[0] for letter in found), found[0][1], found[-1][2], found[0][3], found[0][4]
            )


def _letter(text: pypdfium2.PdfTextPage, place: int) -> tuple[str, float, float, float, float]:
    """Letter, left, right, baseline, size."""
    sides = [c_double() for _ in range(4)]
    pdfium.FPDFText_GetCharBox(text, place, *map(byref, sides))
    across, baseline = c_double(), c_double()
    pdfium.FPDFText_GetCharOrigin(text, place, byref(across), byref(baseline))
    letter = chr(pdfium.FPDFText_GetUnicode(text, place))
    size = round(pdfium.FPDFText_GetFontSize(text, place), 1)
    return letter, sides[0].value, sides[1].value, baseline.value, size


def _places(pdf: pypdfium2.PdfDocument) -> Iterator[tuple[str, tuple[int, float]]]:
    for number in range(pdfium.FPDF_CountNamedDests(pdf)):
        length = c_long(0)
        pdfium.FPDF_GetNamedDest(pdf, number, None, byref(length))
        name = create_string_buffer(length.value)
        goal = pdfium.FPDF_GetNamedDest(pdf, number, name, byref(length))
        flags, across, up, zoom = [c_int() for _ in range(3)], c_float(), c_float(), c_float()
        pdfium.FPDFDest_GetLocationInPage(goal, *map(byref, flags), byref(across), byref(up), byref(zoom))
        yield name.raw.decode("utf-16-le").rstrip("\0"), (pdfium.FPDFDest_GetDestPageIndex(pdf, goal), up.value)
