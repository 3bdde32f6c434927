"""Files that travel with the project: spreadsheets that open, are not locked, and hold formulas."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from functools import lru_cache
from typing import TYPE_CHECKING

from forms.blocks import Figure
from forms.facts import text
from forms.fieldpath import cell_path
from forms.problems import Severity
from forms.rules import Hit, rule, rule_of_each_answer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forms.answers import Answer
    from forms.document import Reader
    from forms.evidence import Attachment

_SPREADSHEET = (".xlsx", ".xlsm", ".xls")
_OLD_OR_ENCRYPTED = b"\xd0\xcf\x11\xe0"
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_LARGEST_SHEET, _MOST_SHEETS = 20_000_000, 40
_CITED = (("B.6.3.workbook", "the calculation"), ("B.5.spreadsheet", "the investment analysis"))


@lru_cache(maxsize=64)
def _faults(attached: Attachment) -> tuple[str, ...]:
    """What keeps a reader from repeating a spreadsheet."""
    if attached.content.startswith(_OLD_OR_ENCRYPTED):
        return ("is locked with a password",) if attached.name.lower().endswith((".xlsx", ".xlsm")) else ()
    try:
        with zipfile.ZipFile(io.BytesIO(attached.content)) as archive:
            names = [name for name in archive.namelist() if _SHEET.fullmatch(name)][:_MOST_SHEETS]
            seen = [_seen_in(_read(archive, name)) for name in names]
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, KeyError, ValueError, RuntimeError):
        return ("cannot be opened",)
    found = []
    if any(is_protected for is_protected, _ in seen):
        found.append("has protected sheets")
    if not any(has_formula for _, has_formula in seen):
        found.append("holds no formula")
    return tuple(found)


def _seen_in(sheet: bytes) -> tuple[bool, bool]:
    """Whether a sheet is protected, and whether it holds a formula."""
    return b"<sheetProtection" in sheet, re.search(rb"<f[ >/]", sheet) is not None


def _read(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as file:
        return file.read(_LARGEST_SHEET)


@rule("FRM-10", source="Investment guidelines, paragraph 8; information and reporting checks TYQEI4NA76MGRJ9 and "
      "Y2U7VPS9J5RXTHN")  # fmt: skip
def spreadsheets_can_be_repeated(read: Reader) -> Iterator[Hit]:
    """An attached spreadsheet opens, is not protected, and holds formulas."""
    for key in read.rows("P.evidence"):
        path = cell_path("P.evidence", key, "file")
        attached = read.snapshot.attachments.get(text(read, path))
        if attached is not None and attached.name.lower().endswith(_SPREADSHEET):
            for fault in _faults(attached):
                yield Hit(path, f"{attached.name} {fault}.", "Attach the spreadsheet as it was worked in, unlocked.")


@rule("FRM-13", source="Information and reporting check Y2U7VPS9J5RXTHN; EB 62, annex 5, paragraph 8",
      mechanism="cdm", severity=Severity.WARNING)  # fmt: skip
def cited_spreadsheets_are_attached(read: Reader) -> Iterator[Hit]:
    """A spreadsheet that the document cites travels with it."""
    if text(read, "P.purpose") == "archive":
        return
    for path, what in _CITED:
        evidence = text(read, path) if read.field(read.main, path) else ""
        if evidence and not text(read, cell_path("P.evidence", evidence, "file")):
            yield Hit(
                path,
                f"The spreadsheet of {what} is cited but not attached.",
                "Attach the file to its entry in the evidence list.",
            )


_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_JPEG_END = b"\xff\xd9"
_MISSING = "The file that stands here is not attached."
_MEND_PICTURE = "Attach it again; a picture as PNG or JPEG."


@rule_of_each_answer("FRM-14", source="own rule: a picture that is missing or damaged leaves a gap in the printed "
                     "document")  # fmt: skip
def pictures_can_be_printed(read: Reader, document: str, path: str, answer: Answer) -> Iterator[Hit]:
    """A picture that the document shows is attached and whole."""
    asked = read.field(document, path)
    if asked is None or asked.path != path or asked.home or asked.type not in {"file", "prose"}:
        return
    for name in _shown_pictures(asked.type, answer.value):
        if fault := _picture_fault(read, name):
            yield Hit(path, fault, _MEND_PICTURE, document)


def _shown_pictures(kind: str, value: object) -> Iterator[str]:
    """What a field shows as pictures: the SHA-256 of a file, or the row of the evidence list in a narrative."""
    if kind == "file" and value:
        yield str(value)
    if isinstance(value, tuple):
        yield from (block.evidence for block in value if isinstance(block, Figure))


def _picture_fault(read: Reader, name: str) -> str:
    """What keeps a picture from being printed; empty when nothing does."""
    row = "" if name in read.snapshot.attachments else text(read, cell_path("P.evidence", name, "file"))
    attached = read.snapshot.attachments.get(row or name)
    if attached is None:
        return _MISSING
    return f"The picture {attached.name} is damaged." if _is_damaged(attached) else ""


@lru_cache(maxsize=64)
def _is_damaged(attached: Attachment) -> bool:
    """Whether a PNG or JPEG is cut off or changed; other kinds of file are not looked into."""
    content = attached.content
    if content.startswith(_PNG):
        return not _is_whole_png(content)
    if content.startswith(_JPEG):
        return _JPEG_END not in content[-64:]
    return attached.media_type in {"image/png", "image/jpeg"}


def _is_whole_png(content: bytes) -> bool:
    """Whether every chunk has the checksum it was given, up to the end mark (ISO/IEC 15948, 5.3)."""
    at = len(_PNG)
    while at + 12 <= len(content):
        length = int.from_bytes(content[at : at + 4])
        kind, end = content[at + 4 : at + 8], at + 8 + length
        if zlib.crc32(content[at + 4 : end]) != int.from_bytes(content[end : end + 4]):
            return False
        if kind == b"IEND":
            return True
        at = end + 4
    return False
