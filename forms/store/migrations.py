"""The schema of project files, as numbered steps; a new file runs all of them, an old one those it lacks.

Steps are never edited once released: their text is also what a file is compared with before it is trusted.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from forms.store.connection import connected_to_memory
from forms.store.publishing import write_whole

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

APPLICATION_ID = 0x43455255
"""“CERU” in the header of the file."""
_HEADER = 100

SchemaEntry = tuple[str, str, str]
"""Kind, name and SQL of one thing in the schema, white space evened out."""


def first_schema(connection: Connection) -> None:
    """0.1.0: documents and their answers, the log of edits, attachments."""
    for statement in _FIRST_SCHEMA:
        connection.exec_driver_sql(statement)


_FIRST_SCHEMA = (
    # Which program wrote the file, and how far its log reaches.
    "CREATE TABLE meta (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL)",
    "CREATE TABLE project (id TEXT NOT NULL PRIMARY KEY, kind TEXT NOT NULL, created TEXT NOT NULL)",
    """CREATE TABLE document (
        id TEXT NOT NULL PRIMARY KEY, position INTEGER NOT NULL, form_id TEXT NOT NULL, form_version TEXT NOT NULL
    )""",
    # No reference to document: inputs of a methodology are answers without a document of their own.
    """CREATE TABLE answer (
        document TEXT NOT NULL, path TEXT NOT NULL, answer TEXT NOT NULL, PRIMARY KEY (document, path)
    )""",
    """CREATE TABLE edit (
        id INTEGER NOT NULL PRIMARY KEY, kind TEXT NOT NULL, label TEXT NOT NULL, at TEXT NOT NULL, by TEXT NOT NULL,
        hash TEXT NOT NULL
    )""",
    """CREATE TABLE change (
        edit INTEGER NOT NULL REFERENCES edit (id) ON DELETE CASCADE, seq INTEGER NOT NULL,
        document TEXT NOT NULL, path TEXT NOT NULL, before TEXT, after TEXT, PRIMARY KEY (edit, seq)
    )""",
    """CREATE TABLE attachment (
        sha256 TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, media_type TEXT NOT NULL, content BLOB NOT NULL
    )""",
)


def revisions_and_reasons(connection: Connection) -> None:
    """0.2.0: frozen revisions, and the reason of an edit beside its label."""
    connection.exec_driver_sql(
        """CREATE TABLE revision (
            number INTEGER NOT NULL PRIMARY KEY, at TEXT NOT NULL, by TEXT NOT NULL, note TEXT NOT NULL,
            mark TEXT NOT NULL, sha256 TEXT NOT NULL, previous TEXT NOT NULL, content BLOB NOT NULL
        )"""
    )
    connection.exec_driver_sql("ALTER TABLE edit ADD COLUMN why TEXT NOT NULL DEFAULT ''")


MIGRATIONS = (first_schema, revisions_and_reasons)
SCHEMA_VERSION = len(MIGRATIONS)


def version_of(connection: Connection) -> int:
    """The schema version that a file says it has."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def upgrade(connection: Connection, *, to: int | None = None) -> None:
    """Run the steps that are missing, up to version `to`. Within one transaction: all of them or none."""
    for number in range(version_of(connection), len(MIGRATIONS) if to is None else to):
        MIGRATIONS[number](connection)
        connection.exec_driver_sql(f"PRAGMA user_version = {number + 1}")
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")


def keep_older_schema(file: Path) -> Path | None:
    """Copy a file of an older schema beside itself before a newer one takes its place; `None` when there is no need.

    Raises:
        Refused: the copy cannot be written.
    """
    try:
        with file.open("rb") as stream:
            header = stream.read(_HEADER)
    except OSError:
        return None
    version, application_id = (int.from_bytes(header[at : at + 4], "big") for at in (60, 68))
    kept = file.with_name(f"{file.name}.schema{version}.bak")
    if application_id != APPLICATION_ID or version >= SCHEMA_VERSION or kept.exists():
        return None
    write_whole(kept, file.read_bytes())
    return kept


@cache
def expected_schema(version: int) -> frozenset[SchemaEntry]:
    """What a file of this schema version holds, and nothing else."""
    with connected_to_memory() as engine, engine.begin() as connection:
        upgrade(connection, to=version)
        return schema_of(connection)


def schema_of(connection: Connection) -> frozenset[SchemaEntry]:
    """Everything in the schema of an open file: tables, and whatever else it may hold."""
    rows = connection.exec_driver_sql("SELECT type, name, coalesce(sql, '') FROM sqlite_schema LIMIT 1000")
    return frozenset((str(kind), str(name), " ".join(str(sql).split())) for kind, name, sql in rows)
