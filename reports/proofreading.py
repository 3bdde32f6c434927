"""Reads a finished PDF as a stranger would, and names what nobody should find in a dossier that is handed in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2

from forms.answers import ORIGIN_MARK
from forms.blocks import TableBlock
from forms.document import Reader
from forms.views import generated_blocks

if TYPE_CHECKING:
    from pathlib import Path

    from forms.blocks import Cell
    from forms.document import Snapshot

# Words that the program prints where something is missing.
_GAPS = (
    ("an answer that is missing", re.compile(r"\(not answered yet\)|\(whether this section applies is not answered")),
    ("content that is missing", re.compile(r"Nothing to show yet\.|Not calculated yet")),
    ("a picture that is missing", re.compile(r"\[Picture not found")),
    ("a file that is missing", re.compile(r"\bfile not found\b")),
    ("a reference that leads nowhere", re.compile(r"Error! (?:Reference|Bookmark)", re.IGNORECASE)),
)
# Words that people leave behind; they may also be meant, so that they are told and hold nothing back.
_PLACEHOLDERS = (
    ("??", re.compile(r"\?\?")),
    ("a placeholder", re.compile(r"\b(?:TODO|TBD|TBC|XXX+|lorem ipsum)\b|#N/A|<<|>>|\{\w+\}")),
)
_PAGE_OF = re.compile(r"Page (\d+) of (\d+)")
_MARKS = "".join(ORIGIN_MARK.values())
_CONTENT = b"/MCID"


@dataclass(frozen=True)
class Finding:
    """Something on a page (counted from 1; 0 for the whole file) that should not be there.

    `is_certain` is false for words that may be meant.
    """

    page: int
    message: str
    is_certain: bool = True


def proofread(dossier: Path, snapshot: Snapshot | None = None, *, is_draft: bool = False) -> tuple[Finding, ...]:
    """What is wrong with a printed dossier; empty when it reads well.

    With `snapshot`, the tables of results must show the numbers of the project. A draft may lack answers.
    """
    texts = page_texts(dossier)
    # Not by its name: pikepdf takes none that is not text.
    with dossier.open("rb") as stream, pikepdf.open(stream) as pdf:
        found = [*_blank_pages(pdf), *_fonts(pdf), *_links(pdf)]
    found += _page_numbers(texts)
    found += [] if is_draft else _placeholders(texts)
    found += _figures(texts, snapshot) if snapshot else []
    return tuple(sorted(found, key=lambda finding: (finding.page, finding.message)))


def page_texts(dossier: Path) -> list[str]:
    """The text of each page, in reading order."""
    document = pypdfium2.PdfDocument(dossier)
    try:
        return [_text_of(page) for page in document]
    finally:
        document.close()


def _text_of(page: pypdfium2.PdfPage) -> str:
    text = page.get_textpage()
    words: str = text.get_text_range()
    text.close()
    page.close()
    return words


def _blank_pages(pdf: pikepdf.Pdf) -> Iterator[Finding]:
    """Pages that hold no content but header and footer: what is tagged has a number (ISO 32000-1, 14.6)."""
    for number, page in enumerate(pdf.pages, 1):
        if _CONTENT not in _content_of(page):
            yield Finding(number, "The page is blank.")


def _content_of(page: pikepdf.Page) -> bytes:
    page.contents_coalesce()
    contents = page.obj.get("/Contents")
    return contents.read_bytes() if isinstance(contents, pikepdf.Stream) else b""


def _fonts(pdf: pikepdf.Pdf) -> Iterator[Finding]:
    told: set[str] = set()
    for number, page in enumerate(pdf.pages, 1):
        resources = page.obj.get("/Resources", pikepdf.Dictionary())
        fonts = resources.get("/Font", pikepdf.Dictionary())
        for font in fonts.as_dict().values():
            name = str(font.get("/BaseFont", "a font without a name")).lstrip("/")
            if name not in told and not _is_embedded(font):
                told.add(name)
                yield Finding(number, f"The font {name} is not embedded.")


def _is_embedded(font: pikepdf.Object) -> bool:
    below = font.get("/DescendantFonts")
    described = below[0] if below is not None else font
    descriptor = described.get("/FontDescriptor", pikepdf.Dictionary())
    return any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))


def _links(pdf: pikepdf.Pdf) -> Iterator[Finding]:
    """Links inside the document that lead to a place it does not have."""
    for number, page in enumerate(pdf.pages, 1):
        for annotation in page.obj.get("/Annots", pikepdf.Array([])):
            target = annotation.get("/Dest", annotation.get("/A", pikepdf.Dictionary()).get("/D"))
            if isinstance(target, pikepdf.Array) and target[0].get("/Type") != pikepdf.Name.Page:
                yield Finding(number, "A link leads nowhere.")


def _page_numbers(texts: Sequence[str]) -> Iterator[Finding]:
    for number, text in enumerate(texts, 1):
        printed = _PAGE_OF.findall(text)
        if (str(number), str(len(texts))) not in printed:
            shown = f"“Page {printed[0][0]} of {printed[0][1]}”" if printed else "no page number"
            yield Finding(number, f"It shows {shown} and is page {number} of {len(texts)}.")


def _placeholders(texts: Sequence[str]) -> Iterator[Finding]:
    for number, text in enumerate(texts, 1):
        for what, pattern in (*_GAPS, *_PLACEHOLDERS):
            if found := pattern.search(text):
                around = " ".join(text[max(0, found.start() - 30) : found.end() + 30].split())
                yield Finding(number, f"It shows {what}: “{around}”.", (what, pattern) in _GAPS)


# -- figures ------------------------------------------------------------------------------------------------


def _figures(texts: Sequence[str], snapshot: Snapshot) -> Iterator[Finding]:
    """Rows of the tables of results that the pages do not show as the project has them."""
    printed = [_bare(text) for text in texts]
    for row in result_rows(Reader(snapshot)):
        wanted = _bare("".join(cell.text for cell in row))
        trace = next(cell.trace for cell in row if cell.trace)
        if not any(wanted in page for page in printed):
            yield Finding(0, f"The row “{row[0].text}” ({trace}) is not printed as it was calculated.")


def result_rows(read: Reader) -> Iterator[tuple[Cell, ...]]:
    """Rows with a traced figure, of every table that the main form generates from the results."""
    for asked in read.form(read.main).fields.values():
        if asked.type == "generated" and read.state(read.main, asked.path).relevant:
            for block in generated_blocks(read, asked):
                if isinstance(block, TableBlock):
                    yield from _traced((*block.rows, *block.totals))


def _traced(rows: Iterable[tuple[Cell, ...]]) -> Iterator[tuple[Cell, ...]]:
    return (row for row in rows if row and not row[0].trace and any(cell.trace for cell in row))


_BARE = re.compile(rf"[\s{re.escape(_MARKS)}]")


def _bare(words: str) -> str:
    """Without spaces, line ends and marks of origin, which different readers place differently."""
    return _BARE.sub("", words).replace("\ufffe", "").replace("-", "")
