"""The seal of a dossier: a comment before its last lines, with the version of the program and a digest of the rest.

By it a later version of the program, which may set pages otherwise, tells whether a byte has changed since. It guards
against damage and careless edits, as the manifest of a package does; whoever forges a file can seal it again, so that
trust takes a signature.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from forms import __version__

_LINE = re.compile(rb"%Cerulean (?P<version>[\w.+-]{1,40}) (?P<digest>[0-9a-f]{64})\n")
_END = re.compile(rb"startxref\n\d{1,12}\n%%EOF\n")


@dataclass(frozen=True)
class Seal:
    """`length` is that of the sealed print, with its seal: what follows in the file was appended."""

    version: str
    is_whole: bool
    length: int


def pieces_with_seal(data: memoryview, version: str = __version__) -> tuple[memoryview, bytes, memoryview]:
    """A complete PDF as it is to be written: the seal stands between what comes before the last lines and these.

    A comment may stand there (ISO 32000-1, 7.2.3), and moves nothing that the file refers to.

    Raises:
        ValueError: it does not end as a PDF does.
    """
    tail = bytes(data[-64:])
    found = _END.search(tail)
    if found is None or found.end() != len(tail):
        message = "the PDF does not end as one"
        raise ValueError(message)
    place = len(data) - len(tail) + found.start()
    line = f"%Cerulean {version} {_digest(version, data[:place], data[place:])}\n".encode()
    return data[:place], line, data[place:]


def seal_of(data: bytes) -> Seal | None:
    """The seal of a dossier, the first where more than one print is in the file; None without."""
    view = memoryview(data)
    for line in _LINE.finditer(data):
        if end := _END.match(data, line.end()):
            version = line["version"].decode()
            digest = _digest(version, view[: line.start()], view[line.end() : end.end()])
            return Seal(version, digest == line["digest"].decode(), end.end())
    return None


def _digest(version: str, *parts: memoryview) -> str:
    made = hashlib.sha256(version.encode())
    for part in parts:
        made.update(part)
    return made.hexdigest()
