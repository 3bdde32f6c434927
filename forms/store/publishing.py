"""Writing a file so that, whatever happens, either the old or the new one lies there, whole."""

from __future__ import annotations

import contextlib
import glob
import os
import secrets
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy.exc import SQLAlchemyError

from forms.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


def replace_file(file: Path, write: Callable[[Path], None], *, before_replacing: Callable[[Path], None]) -> None:
    """Let `write` make a file beside the target, get it onto the disk, then put it in the place of the target.

    `before_replacing` is called with the finished temporary file and may still refuse.

    Raises:
        Refused: the folder is missing or full, or may not be written to.
    """
    file = file.resolve() if file.is_symlink() else file
    with _failure_told(file), _temporary_beside(file) as temporary:
        write(temporary)
        _keep_permissions(file, temporary)
        _to_disk(temporary)
        before_replacing(temporary)
        temporary.replace(file)
        _folder_to_disk(file.parent)


def write_whole(file: Path, content: bytes) -> None:
    """Write bytes in one go: readers see the old or the new content, never half of it."""
    replace_file(file, lambda temporary: _write_bytes(temporary, content), before_replacing=lambda _: None)


def sweep(file: Path) -> None:
    """Remove temporary files that a crash left beside a file. Only for who holds its lock: nobody else writes it."""
    for leftover in file.parent.glob(f".{glob.escape(file.name[:80])}.*.tmp*"):
        with contextlib.suppress(OSError):
            leftover.unlink()


def _write_bytes(file: Path, content: bytes) -> None:
    file.write_bytes(content)


@contextmanager
def _failure_told(file: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, sqlite3.Error, SQLAlchemyError) as error:
        cause = getattr(error, "strerror", None) or getattr(error, "orig", None) or error
        msg = f"{file} cannot be written: {cause}."
        raise Refused(
            msg, "Check that the folder exists, has room, and may be written to; or choose another."
        ) from error


@contextmanager
def _temporary_beside(file: Path) -> Iterator[Path]:
    if not file.parent.is_dir():
        msg = f"There is no folder {file.parent}."
        raise Refused(msg, "Make it first, or choose another one.")
    if file.is_dir():
        msg = f"{file} is a folder."
        raise Refused(msg, "Give the name of a file in it.")
    temporary = file.with_name(f".{file.name[:80]}.{secrets.token_hex(6)}.tmp")
    try:
        yield temporary
    finally:
        for leftover in (temporary, temporary.with_name(f"{temporary.name}-journal")):
            with contextlib.suppress(OSError):
                leftover.unlink(missing_ok=True)


def _keep_permissions(file: Path, temporary: Path) -> None:
    # A shared file stays as readable for the group as it was.
    with contextlib.suppress(OSError):
        temporary.chmod(file.stat().st_mode & 0o777)


def _to_disk(file: Path) -> None:
    with file.open("rb+") as stream:
        os.fsync(stream.fileno())


def _folder_to_disk(folder: Path) -> None:
    if os.name == "nt":
        return  # Windows has no way to open a folder for this.
    # Some network drives do not know how; the file itself is on the disk by now.
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
