"""Opening SQLite the way project files need it: distrustful, durable, and with transactions that hold for DDL too."""

from __future__ import annotations

import os
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import StaticPool

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
from urllib.parse import quote

LARGEST_VALUE = 256 * 1024**2
# A file may hold what nobody of us wrote: nothing in its schema runs, no cell is trusted to be well formed.
_DISTRUST = ("PRAGMA trusted_schema = OFF", "PRAGMA cell_size_check = ON", "PRAGMA mmap_size = 0")
# People mail these files: one file, no side files. An edit that was acknowledged survives a power cut.
_DURABLE = ("PRAGMA journal_mode = DELETE", "PRAGMA synchronous = FULL", "PRAGMA foreign_keys = ON")


@contextmanager
def connected_to_memory() -> Iterator[Engine]:
    """A database in memory, gone at the end."""
    with _engine(":memory:", writable=True) as engine:
        yield engine


@contextmanager
def connected_read_only(file: Path) -> Iterator[Engine]:
    """A file of which no byte changes, beside which no file appears."""
    with _engine(f"{_address(file)}?mode=ro&immutable=1", writable=False) as engine:
        yield engine


@contextmanager
def connected(file: Path) -> Iterator[Engine]:
    """A file to read and write."""
    with _engine(_address(file), writable=True) as engine:
        yield engine


def connect_alone(file: Path) -> Engine:
    """A file that is ours alone until the engine is disposed of; made when it does not exist.

    Raises:
        sqlalchemy.exc.OperationalError: another process has it ("database is locked").
    """
    engine = _made(_address(file), writable=True, alone=True)
    try:
        with engine.begin():
            return engine
    except BaseException:
        engine.dispose()
        raise


def _address(file: Path) -> str:
    """The file as SQLite takes it. `Path.as_uri` names the server of a network share, which SQLite refuses."""
    path = file.absolute().as_posix()
    return f"file://{'' if path.startswith('/') else '/'}{quote(os.fsencode(path))}"


def driver(connection: Connection) -> sqlite3.Connection:
    """The connection below SQLAlchemy, for backup and VACUUM INTO."""
    below = connection.connection.driver_connection
    if not isinstance(below, sqlite3.Connection):  # pragma: no cover - there is one driver
        msg = "project files are opened with the sqlite3 of the standard library"
        raise TypeError(msg)
    return below


@contextmanager
def _engine(address: str, *, writable: bool) -> Iterator[Engine]:
    engine = _made(address, writable=writable)
    try:
        yield engine
    finally:
        engine.dispose()


def _made(address: str, *, writable: bool, alone: bool = False) -> Engine:
    def connect() -> sqlite3.Connection:
        # No transaction is opened by the driver: by its own lights it would leave DDL outside of them.
        made = sqlite3.connect(address, uri=True, isolation_level=None, timeout=0 if alone else 1)
        made.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LARGEST_VALUE)
        alone_mode = ("PRAGMA locking_mode = EXCLUSIVE",) if alone else ()
        for pragma in (*_DISTRUST, *alone_mode, *(_DURABLE if writable else ())):
            made.execute(pragma)
        return made

    engine = create_engine("sqlite://", creator=connect, poolclass=StaticPool)
    begin = "BEGIN EXCLUSIVE" if alone else "BEGIN IMMEDIATE" if writable else "BEGIN"

    def begin_transaction(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    event.listen(engine, "begin", begin_transaction)
    return engine


def backup(source: Engine, target: Engine) -> None:
    """Copy every page of an open file into another open one."""
    with source.connect() as reading, target.connect() as writing:
        driver(reading).backup(driver(writing))


def vacuum_into(source: Engine, file: Path) -> None:
    """Write a compact copy into a file that does not exist yet."""
    # Reaching for the driver begins no transaction; inside one VACUUM is refused.
    with source.connect() as connection:
        driver(connection).execute("VACUUM INTO ?", (_address(file),))
