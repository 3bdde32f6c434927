"""Writing a file so that, whatever happens, either the old or the new one lies there, whole."""

from __future__ import annotations

import contextlib
import glob
import os
import secrets
import sqlite3
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy.exc import SQLAlchemyError

from forms.errors import Refused
from forms.said import said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

_LONGEST_WAIT = 10.0
# So many characters of the name of a file stand in that of its temporary one: of four bytes each they still fit.
_KEPT = 50


def replace_file(file: Path, write: Callable[[Path], None], *, before_replacing: Callable[[Path], None]) -> None:
    """Let `write` make a file beside the target, get it onto the disk, then put it in the place of the target.

    `before_replacing` is called with the finished temporary file and may still refuse.

    Raises:
        Refused: the folder is missing or full, or may not be written to.
    """
    with _failure_told(file):
        target = file.resolve() if file.is_symlink() else file
        with _temporary_beside(target) as temporary:
            write(temporary)
            _keep_permissions(target, temporary)
            _to_disk(temporary)
            with _one_at_a_time(target.parent):
                before_replacing(temporary)
                temporary.replace(target)
            _folder_to_disk(target.parent)


def write_whole(file: Path, content: bytes | Iterable[bytes], *, only_new: bool = False) -> None:
    """Write bytes, or pieces of them, in one go: readers see the old or the new content, never half of it.

    Raises:
        Refused: as `replace_file`; with `only_new` also when something lies there already.
    """
    pieces = (content,) if isinstance(content, bytes) else content
    if only_new:
        refuse_existing(file)
    replace_file(
        file,
        lambda temporary: _write_pieces(temporary, pieces),
        before_replacing=lambda _: refuse_existing(file) if only_new else None,
    )


def refuse_existing(file: Path) -> None:
    """Refuse to write over what lies there already, be it a link to nowhere."""
    with _failure_told(file):
        exists = file.exists() or file.is_symlink()
    if exists:
        msg = said("{file} exists already; nothing was overwritten.", file=file)
        raise Refused(msg, said("Choose another name, or move that file away first."))


def sweep(file: Path) -> None:
    """Remove temporary files that a crash left beside a file. Only for who holds its lock: nobody else writes it."""
    with contextlib.suppress(OSError):
        for leftover in file.parent.glob(f".{glob.escape(file.name[:_KEPT])}.*.tmp*"):
            leftover.unlink()


def _write_pieces(file: Path, pieces: Iterable[bytes]) -> None:
    with file.open("wb") as stream:
        stream.writelines(pieces)


@contextmanager
def _failure_told(file: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, sqlite3.Error, SQLAlchemyError) as error:
        cause = getattr(error, "strerror", None) or getattr(error, "orig", None) or error
        msg = said("{file} cannot be written: {cause}.", file=file, cause=cause)
        raise Refused(
            msg, said("Check that the folder exists, has room, and may be written to; or choose another.")
        ) from error


@contextmanager
def _temporary_beside(file: Path) -> Iterator[Path]:
    if not file.parent.is_dir():
        msg = said("There is no folder {parent}.", parent=file.parent)
        raise Refused(msg, said("Make it first, or choose another one."))
    if file.is_dir():
        msg = said("{file} is a folder.", file=file)
        raise Refused(msg, said("Give the name of a file in it."))
    temporary = file.with_name(f".{file.name[:_KEPT]}.{secrets.token_hex(6)}.tmp")
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


@contextmanager
def _one_at_a_time(folder: Path) -> Iterator[None]:
    """Let nobody else replace a file here between our look at the old one and its replacement.

    The system lets go of the claim when a process dies. Where it grants none, as on Windows and on some network
    drives, the lock file beside the project is all that keeps two writers apart.
    """
    descriptor = None
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY) if sys.platform != "win32" else None
    try:
        if descriptor is not None:
            _wait_for(descriptor)
        yield
    finally:
        if descriptor is not None:
            os.close(descriptor)


def _wait_for(descriptor: int) -> None:
    if sys.platform == "win32":
        return
    import fcntl

    end = time.monotonic() + _LONGEST_WAIT
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            if time.monotonic() > end:
                raise BlockingIOError(error.errno, "somebody else is saving into this folder") from error
            time.sleep(0.005)
        except OSError:
            return
        else:
            return


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
