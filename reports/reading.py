"""Text of PDF, XLSX and DOCX files of strangers, within bounds: nothing is run, fetched or unpacked without limit."""

from __future__ import annotations

import datetime as dt
import zipfile
from collections.abc import Callable, Iterator
from decimal import Decimal
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from forms.errors import Damaged, UserError
from forms.foreign import LARGEST_STREAM, ForeignFile, Passage, is_bomb
from forms.said import said

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

LARGEST_FILE = 64 * 1024**2
LARGEST_UNPACKED = 256 * 1024**2
MOST_ENTRIES = 5_000
MOST_PAGES = 2_000
MOST_ROWS = 100_000
MOST_CELLS = 1_000_000
MOST_TEXT = 8_000_000
_DAMAGED = said(
    "It may be damaged, protected, or no such file at all. Open it in the program that made it, and save it again."
)
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARTS_OF_WORD = ("word/document.xml", "word/footnotes.xml", "word/header1.xml", "word/header2.xml", "word/footer1.xml")


def read_foreign(path: Path) -> ForeignFile:
    """The text of a file with the places where it stands.

    Raises:
        UserError: it cannot be opened, or is of another kind.
        Damaged: it cannot be read, is larger than it may be, or asks for what a stranger may not ask.
    """
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        msg = said("{path} is no PDF, XLSX or DOCX file.", path=path.name)
        raise UserError(msg, said("Save it in one of these formats."))
    try:
        content = _content(path)
    except OSError as error:
        msg = said("{path} cannot be opened: {cause}.", path=path, cause=error.strerror or error)
        raise UserError(msg, said("Check the name of the file.")) from error
    try:
        return _bounded(path.name, reader(content))
    except UserError:
        raise
    # What a hostile file makes a foreign reader raise is not known beforehand; no file may end in a traceback.
    except Exception as error:
        msg = said("{path} cannot be read.", path=path.name)
        raise Damaged(msg, _DAMAGED) from error


def _content(path: Path) -> bytes:
    if path.exists() and not path.is_file():
        # A device or a pipe may never end.
        msg = said("{path} is not a file.", path=path)
        raise Damaged(msg, said("Give the name of a file."))
    with path.open("rb") as file:
        content = file.read(LARGEST_FILE + 1)
    if len(content) > LARGEST_FILE:
        msg = said("{path} is larger than {largest_file} MB.", path=path.name, largest_file=LARGEST_FILE // 1024**2)
        raise Damaged(msg, said("Compare a smaller part of it."))
    return content


def _bounded(name: str, passages: Iterator[Passage]) -> ForeignFile:
    kept: list[Passage] = []
    room = MOST_TEXT
    for passage in passages:
        room -= len(passage.text)
        if room < 0:
            return ForeignFile(name, tuple(kept), is_whole=False)
        kept.append(passage)
    return ForeignFile(name, tuple(kept))


# -- PDF --------------------------------------------------------------------------------------------------------------


def _pdf(content: bytes) -> Iterator[Passage]:
    import pypdfium2

    if is_bomb(content, LARGEST_STREAM):
        msg = said("The file unpacks to more than it may.")
        raise Damaged(msg, said("Compare a smaller part of it."))
    document = pypdfium2.PdfDocument(content)
    try:
        for number in range(min(len(document), MOST_PAGES)):
            page = document[number]
            text = page.get_textpage()
            words = text.get_text_range(count=min(text.count_chars(), MOST_TEXT)) if text.count_chars() else ""
            text.close()
            page.close()
            yield Passage(f"page {number + 1}", words.replace("\r\n", "\n").replace("\ufffe", ""))
    finally:
        document.close()


# -- packages of XML --------------------------------------------------------------------------------------------------


def _package(content: bytes) -> zipfile.ZipFile:
    """The package, if what it says of its own size is bearable."""
    package = zipfile.ZipFile(BytesIO(content))
    entries = package.infolist()
    if len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > LARGEST_UNPACKED:
        msg = said("The file unpacks to more than it may.")
        raise Damaged(msg, said("Compare a smaller part of it."))
    return package


def _xlsx(content: bytes) -> Iterator[Passage]:
    from openpyxl import load_workbook

    _refuse_entities(_package(content))
    workbook = load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)
    try:
        room = MOST_CELLS
        for sheet in workbook.worksheets:
            # What a sheet says of its own size may be a lie.
            sheet.reset_dimensions()
            for row in islice(sheet.iter_rows(), MOST_ROWS):
                room -= len(row)
                if room < 0:
                    return
                told = [
                    (cell.coordinate, _shown(cell.value)) for cell in row if getattr(cell, "value", None) is not None
                ]
                if told:
                    yield _row(f"sheet “{sheet.title}”", told)
    finally:
        workbook.close()


def _row(place: str, told: list[tuple[str, str]]) -> Passage:
    """A row as one line, its cells apart by tabs."""
    starts, length = [], 0
    for name, words in told:
        starts.append((length, name))
        length += len(words) + 1
    return Passage(place, "\t".join(words for _, words in told), tuple(starts))


def _shown(value: object) -> str:
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if isinstance(value, float):
        return f"{Decimal(repr(value)):f}" if abs(value) < 1e18 else repr(value)
    return " ".join(str(value)[:5_000].split())


def _refuse_entities(package: zipfile.ZipFile) -> None:
    """No part of the package may declare a document type: entities could grow without end, or fetch files."""
    for entry in package.infolist():
        if entry.filename.endswith((".xml", ".rels")):
            with package.open(entry) as part:
                head = part.read(4096)
            if b"<!DOCTYPE" in head or b"<!ENTITY" in head or head[:2] in {b"\xff\xfe", b"\xfe\xff"}:
                msg = said("{filename} declares a document type.", filename=entry.filename)
                raise Damaged(msg, _DAMAGED)


def _docx(content: bytes) -> Iterator[Passage]:
    package = _package(content)
    _refuse_entities(package)
    names = set(package.namelist())
    for part in _PARTS_OF_WORD:
        if part in names:
            where = "" if part == "word/document.xml" else f"{part.removeprefix('word/').removesuffix('.xml')}, "
            yield from _passages(_root(package, part), where)


def _root(package: zipfile.ZipFile, name: str) -> Element:
    from defusedxml.ElementTree import fromstring

    with package.open(name) as part:
        content = part.read(LARGEST_FILE + 1)
    if len(content) > LARGEST_FILE:
        msg = said("{name} is larger than it may be.", name=name)
        raise Damaged(msg, said("Compare a smaller part of it."))
    root: Element = fromstring(content, forbid_dtd=True)
    return root


def _passages(root: Element, where: str) -> Iterator[Passage]:
    """Rows of tables as one line each, and the paragraphs outside of tables."""
    inside: set[int] = set()
    for table_number, table in enumerate(root.iter(f"{_WORD}tbl"), start=1):
        for number, row in enumerate(table.iter(f"{_WORD}tr"), start=1):
            told = [(str(column), _words(cell)) for column, cell in enumerate(row.iter(f"{_WORD}tc"), start=1)]
            inside.update(id(paragraph) for paragraph in row.iter(f"{_WORD}p"))
            yield _row(f"{where}table {table_number}, row {number}", told)
    for number, paragraph in enumerate(root.iter(f"{_WORD}p"), start=1):
        if id(paragraph) not in inside and (words := _words(paragraph)):
            yield Passage(f"{where}paragraph {number}", words)


def _words(element: Element) -> str:
    """Text as it stands: what was struck out in a marked-up copy (w:delText) is not part of it."""
    pieces = (
        {f"{_WORD}t": each.text or "", f"{_WORD}tab": " ", f"{_WORD}br": " "}.get(each.tag, "")
        for each in element.iter()
    )
    return "".join(pieces).strip()


_READERS: dict[str, Callable[[bytes], Iterator[Passage]]] = {
    ".pdf": _pdf,
    ".xlsx": _xlsx,
    ".xlsm": _xlsx,
    ".docx": _docx,
}
