"""A file is a stranger's until it was looked through: header, schema, pages. Nothing in it runs, no byte changes."""

from __future__ import annotations

import errno
import hashlib
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy.exc import SQLAlchemyError

from forms.errors import Damaged, Refused, UserError
from forms.said import said
from forms.store.connection import connected_read_only
from forms.store.mapping import read_meta
from forms.store.migrations import APPLICATION_ID, SCHEMA_VERSION, expected_schema, schema_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection, Engine

LARGEST_FILE = 2 * 1024**3
_MAGIC = b"SQLite format 3\x00"
_HEADER = 100
_COPY_REMEDY = said("Open the last copy that worked, or ask whoever sent the file for it again.")
# What people mistake for a project file, by how it begins, and what to do with it instead.
_LOOK_ALIKES = (
    (b"%PDF", "a PDF", "If it is a dossier of Cerulean: cerulean import DOSSIER.pdf PROJECT.cerulean"),
    (b"{", "JSON", "If it is an export of Cerulean: cerulean import ARCHIVE.json PROJECT.cerulean"),
    (b"PK", "a ZIP archive or an Office document", "Give a file whose name ends in .cerulean."),
    (b"\x89PNG", "a picture", "Give a file whose name ends in .cerulean."),
)


@contextmanager
def trusted(file: Path) -> Iterator[Engine]:
    """The file, read-only, after everything about it was checked.

    Raises:
        Damaged: missing, empty, a folder, damaged, or not a project file.
        Refused: written by a newer version of the program, or not to be read by us.
    """
    _check_header(file)
    with damage_told(file), connected_read_only(file) as engine:
        with engine.connect() as connection:
            _check(connection, file)
        yield engine


@contextmanager
def damage_told(file: Path) -> Iterator[None]:
    """What SQLite says about a file inside, as an error that a person can act on."""
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error, UnicodeDecodeError) as error:
        # The last one when SQLite quotes names from the file that are not even text.
        cause = str(getattr(error, "orig", None) or error).splitlines()[0]
        msg = said("{file} is damaged ({cause}).", file=file, cause=cause)
        raise Damaged(msg, _COPY_REMEDY) from error


def sha256_of(file: Path) -> str:
    """SHA-256 of a file; empty when there is none.

    Raises:
        Damaged: it is a folder, or a pipe or device that may never end.
        Refused: it cannot be read.
    """
    digest = hashlib.sha256()
    try:
        if file.exists() and not file.is_file():
            raise _no_file(file)
        with file.open("rb") as stream:
            while chunk := stream.read(1024**2):
                digest.update(chunk)
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise unreadable(file, error) from error
    return digest.hexdigest()


def unreadable(file: Path, error: OSError) -> UserError:
    """The system does not let us read a file."""
    if error.errno == errno.ENAMETOOLONG:
        return UserError(
            said("{file}… is too long for the name of a file.", file=str(file)[:60]),
            said("Give the name of a project file."),
        )
    msg = said("{file} cannot be read: {cause}.", file=file, cause=error.strerror or error)
    return Refused(msg, said("Check that you may read it and that its drive is connected."))


def _no_file(file: Path) -> Damaged:
    msg = said("{file} is not a file.", file=file)
    return Damaged(msg, said("Give a project file; it usually ends in .cerulean."))


def _check_header(file: Path) -> None:
    try:
        size, header = _size_and_header(file)
    except OSError as error:
        raise unreadable(file, error) from error
    if not size:
        msg = said("{file} is empty.", file=file)
        raise Damaged(msg, "It was perhaps not copied to the end. " + _COPY_REMEDY)
    if size > LARGEST_FILE:
        msg = said(
            "{file} is larger than {largest_file} GB; no project file is.",
            file=file,
            largest_file=LARGEST_FILE // 1024**3,
        )
        raise Damaged(msg, _COPY_REMEDY)
    _check_identity(file, header, size)


def _size_and_header(file: Path) -> tuple[int, bytes]:
    if not file.exists():
        msg = said("There is no file {file}.", file=file)
        raise Damaged(msg, said("Check the name; a project file usually ends in .cerulean."))
    if not file.is_file():
        raise _no_file(file)
    with file.open("rb") as stream:
        return file.stat().st_size, stream.read(_HEADER)


def _check_identity(file: Path, header: bytes, size: int) -> None:
    application_id = int.from_bytes(header[68:72], "big")
    if len(header) < _HEADER or not header.startswith(_MAGIC) or application_id != APPLICATION_ID:
        raise _foreign(file, header)
    # The header says how many pages there are; a file cut off on its way here has fewer.
    page_size = int.from_bytes(header[16:18], "big")
    pages = int.from_bytes(header[28:32], "big")
    if size < pages * (65536 if page_size == 1 else page_size):
        msg = said("{file} is damaged: its end is missing.", file=file)
        raise Damaged(msg, "It was perhaps not copied to the end. " + _COPY_REMEDY)
    if header[18:20] != b"\x01\x01":
        msg = said("{file} was changed by another program and may lack its latest edits.", file=file)
        raise Damaged(msg, _COPY_REMEDY)


def _foreign(file: Path, header: bytes) -> UserError:
    for beginning, kind, remedy in _LOOK_ALIKES:
        if header.startswith(beginning):
            msg = said("{file} is {kind}, not a Cerulean project.", file=file, kind=kind)
            return Damaged(msg, remedy)
    msg = said("{file} is not a Cerulean project.", file=file)
    return Damaged(msg, said("Give a project file; it usually ends in .cerulean."))


def _check(connection: Connection, file: Path) -> None:
    version = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    if version > SCHEMA_VERSION:
        raise _newer(connection, file, version)
    if version < 1 or schema_of(connection) != expected_schema(version):
        msg = said(
            "{file} holds tables, views or triggers that a project file does not have, or lacks some.", file=file
        )
        raise Damaged(msg, "Another program changed it. " + _COPY_REMEDY)
    found = str(connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one())
    if found != "ok":
        msg = said("{file} is damaged ({found}).", file=file, found=found.splitlines()[-1][:120])
        raise Damaged(msg, _COPY_REMEDY)


def _newer(connection: Connection, file: Path, version: int) -> UserError:
    try:
        program = read_meta(connection).get("program", "")[:60]
    except (SQLAlchemyError, UserError):
        program = ""
    msg = said(
        "{file} was written by a newer program ({words}, schema {version}).",
        file=file,
        words=program or "unknown",
        version=version,
    )
    wanted = (
        said("Install {program} or newer.", program=program)
        if program
        else said("Install the newest version of Cerulean.")
    )
    return Refused(msg, wanted)
