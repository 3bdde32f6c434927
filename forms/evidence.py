"""Attached files: content, SHA-256 and media type. What they prove and where they are cited stands in `P.evidence`."""

from __future__ import annotations

import hashlib
import mimetypes
from dataclasses import dataclass
from pathlib import Path, PurePath

from forms.errors import UserError

LARGEST = 200 * 1024 * 1024


@dataclass(frozen=True)
class Attachment:
    """A file carried inside the project; named by its hash, so the same file is kept once."""

    name: str
    media_type: str
    content: bytes
    sha256: str


def attachment(name: str, content: bytes) -> Attachment:
    """An attachment from its bytes; folders in `name` are dropped.

    Raises:
        UserError: larger than 200 MB.
    """
    if len(content) > LARGEST:
        msg = f"{name} is larger than {LARGEST // 1024**2} MB."
        raise UserError(msg, "Attach an extract, and cite the whole file by title and page.")
    plain = PurePath(name.replace("\\", "/")).name or "attachment"
    media_type = mimetypes.guess_type(plain)[0] or "application/octet-stream"
    return Attachment(plain, media_type, content, hashlib.sha256(content).hexdigest())


def read_attachment(file: Path) -> Attachment:
    """An attachment from a file.

    Raises:
        UserError: the file cannot be read, or is too large.
    """
    try:
        return attachment(file.name, file.read_bytes())
    except OSError as error:
        msg = f"{file} cannot be read: {error.strerror}."
        raise UserError(msg, "Check that the file is there and may be read.") from error
