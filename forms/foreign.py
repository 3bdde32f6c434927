"""A file that this program did not make: its text in passages that can be found again, and what it unpacks to."""

from __future__ import annotations

import io
import re
import struct
import zlib
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LARGEST_STREAM = 64 * 1024**2
"""Bytes of the drawing of a page, of a typeface, of a picture in a PDF, unpacked."""
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_PIECE = 64 * 1024
# What is packed once more would unpack without end as well; nobody packs thrice.
_DEEPEST = 3


@dataclass(frozen=True)
class Passage:
    """Some text with its place. `cells` gives the name of each cell by the position at which its text begins."""

    place: str
    text: str
    cells: tuple[tuple[int, str], ...] = ()

    def place_of(self, position: int) -> str:
        """The place of a character: the cell where there are cells, else the passage."""
        at = bisect_right([start for start, _ in self.cells], position) - 1
        return f"{self.place}, cell {self.cells[at][1]}" if at >= 0 else self.place


@dataclass(frozen=True)
class ForeignFile:
    """A file by name with its passages. `is_whole` is false when it was too long to be read to its end."""

    name: str
    passages: tuple[Passage, ...]
    is_whole: bool = True


def unpacked_size(package: bytes) -> int:
    """Bytes that a ZIP package (a workbook, a Word file) says it unpacks to.

    Raises:
        ValueError: it is no such package, or one that asks for what nobody writes.
    """
    try:
        with ZipFile(io.BytesIO(package)) as archive:
            return sum(entry.file_size for entry in archive.infolist())
    except (BadZipFile, OSError, EOFError, RuntimeError, struct.error) as error:
        # RuntimeError: of the version, the packing or the encryption that an entry asks for.
        raise ValueError(str(error)) from error


def is_bomb(pdf: bytes, most: int) -> bool:
    """Whether a stream of a PDF unpacks to more than `most` bytes, or all together to more than four times as many.

    What the PDF says of its streams does not count: each is tried (ISO 32000-1, 7.3.8 and 7.4.4).
    """
    room = 4 * most
    for found in _STREAM.finditer(pdf):
        for depth in range(1, _DEEPEST + 1):
            size = _inflated_size(pdf, found.end(), depth, min(most, room))
            room -= size
            if size > most or room < 0:
                return True
            if not size:
                break
    return False


def _inflated_size(pdf: bytes, start: int, depth: int, most: int) -> int:
    """Bytes of a stream unpacked so many times, a little over `most` at most; 0 when it is not packed like that."""
    pieces: Iterable[bytes] = (pdf[at : at + _PIECE] for at in range(start, len(pdf), _PIECE))
    for _ in range(depth):
        pieces = _inflated(pieces)
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > most:
            break
    return size


def _inflated(pieces: Iterable[bytes]) -> Iterator[bytes]:
    inflate = zlib.decompressobj()
    for packed in pieces:
        rest = packed
        while rest and not inflate.eof:
            try:
                yield inflate.decompress(rest, _PIECE)
            except zlib.error:
                return
            rest = inflate.unconsumed_tail
        if inflate.eof:
            return
