"""Attached files: content, SHA-256 and media type. What they prove and where they are cited stands in `P.evidence`."""

from __future__ import annotations

import hashlib
import mimetypes
import os
import re
import tempfile
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath
from threading import Lock
from typing import BinaryIO
from weakref import finalize

from forms.errors import UserError
from forms.said import said

LARGEST = 200 * 1024 * 1024
_NO_TEXT = re.compile("[\ud800-\udfff]")
SMALL = 256 * 1024
"""What is no larger than this stays in memory."""


@dataclass(frozen=True)
class Attachment:
    """A file carried inside the project; named by its hash, so the same file is kept once.

    `held` is the content or where it lies; two attachments are equal when name, kind and hash are.
    """

    name: str
    media_type: str
    sha256: str
    size: int
    held: bytes | Shelved = field(compare=False, repr=False)

    @property
    def content(self) -> bytes:
        """All bytes. Those of a large file are read anew each time: ask once, and let go of them."""
        return self.held if isinstance(self.held, bytes) else self.held.read()


@dataclass(frozen=True)
class Shelved:
    """A content that lies on a shelf."""

    shelf: Shelf
    start: int
    size: int

    def read(self) -> bytes:
        """The bytes, from the disk."""
        return self.shelf.read(self.start, self.size)

    def __reduce__(self) -> tuple[type[bytes], tuple[bytes]]:
        # Another process cannot reach the shelf: it gets the bytes.
        return bytes, (self.read(),)


class Shelf:
    """Contents on the disk instead of in memory: a file without a name, which goes with the last that refers to it."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._file: BinaryIO | None = None

    def kept(self, carried: Attachment) -> Attachment:
        """The same attachment, its content on the shelf when it is large and the disk has room."""
        if carried.size <= SMALL:
            return carried
        try:
            return replace(carried, held=self._put(carried.content))
        except OSError:
            return carried

    def _put(self, content: bytes) -> Shelved:
        with self._lock:
            file = self._file = self._file or self._new()
            start = file.seek(0, os.SEEK_END)
            file.write(content)
            file.flush()
        return Shelved(self, start, len(content))

    def _new(self) -> BinaryIO:
        made = tempfile.TemporaryFile()  # noqa: SIM115  # open as long as the shelf
        finalize(self, made.close)
        return made

    def read(self, start: int, size: int) -> bytes:
        """Bytes that were put here."""
        if self._file is None:
            return b""
        if hasattr(os, "pread"):
            # Without moving the place in the file, which processes that were forked share.
            return os.pread(self._file.fileno(), size, start)
        with self._lock:
            self._file.seek(start)
            return self._file.read(size)


def attachment(name: str, content: bytes) -> Attachment:
    """An attachment from its bytes; folders in `name` are dropped, and what is not even text in it is replaced.

    Raises:
        UserError: larger than 200 MB.
    """
    if len(content) > LARGEST:
        msg = said("{name} is larger than {largest} MB.", name=name, largest=LARGEST // 1024**2)
        raise UserError(msg, said("Attach an extract, and cite the whole file by title and page."))
    plain = _NO_TEXT.sub("_", PurePath(name.replace("\\", "/")).name) or "attachment"
    media_type = mimetypes.guess_type(plain)[0] or "application/octet-stream"
    return Attachment(plain, media_type, hashlib.sha256(content).hexdigest(), len(content), content)


def read_attachment(file: Path) -> Attachment:
    """An attachment from a file.

    Raises:
        UserError: the file cannot be read, or is too large.
    """
    try:
        if file.exists() and not file.is_file():
            # A device or a pipe may never end.
            msg = said("{file} is not a file.", file=file)
            raise UserError(msg, said("Attach a file."))
        with file.open("rb") as stream:
            return attachment(file.name, stream.read(LARGEST + 1))
    except OSError as error:
        msg = said("{file} cannot be read: {strerror}.", file=file, strerror=error.strerror)
        raise UserError(msg, said("Check that the file is there and may be read.")) from error
