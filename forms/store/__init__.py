"""Project files: one SQLite file a project, opened as a private working copy and published whole.

The only place that knows SQL. `create` and `read` serve the command line, `WorkingCopy` an open window.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from forms.errors import Refused
from forms.exchange import Content
from forms.said import said
from forms.store.connection import backup, connected, connected_to_memory
from forms.store.inspection import damage_told, sha256_of, trusted
from forms.store.integrity import damage, put_seal
from forms.store.locking import Author, Lock, read_lock
from forms.store.mapping import Entry, fill_new, first_broken, read_file, read_log, sign, write_entry
from forms.store.migrations import SCHEMA_VERSION, upgrade, version_of
from forms.store.publishing import refuse_existing, replace_file, write_whole
from forms.store.state_folder import Leftover, discard, leftovers
from forms.store.working_copy import WorkingCopy, system_clock

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from sqlalchemy import Connection


def create(
    file: Path, content: Content, author: Author, *, now: dt.datetime | None = None, log: Sequence[Entry] = ()
) -> None:
    """Write a new project file; `log` are the entries that led to this content.

    Raises:
        Refused: something lies there already, or the folder cannot be written to.
    """

    def write(temporary: Path) -> None:
        with connected(temporary) as engine:
            fill_new(engine, content, now or system_clock())
            with engine.begin() as connection:
                for entry in log:
                    write_entry(connection, entry)
                sign(connection, author, now or system_clock())
                put_seal(connection)

    refuse_existing(file)
    replace_file(file, write, before_replacing=lambda _: refuse_existing(file))


def read(file: Path) -> Content:
    """The content of a project file, of which no byte changes.

    Raises:
        Damaged: not a project file, or a damaged one.
        Refused: written by a newer program, or for a form that does not ship.
    """
    with _readable(file) as connection:
        content = read_file(connection)
        return replace(content, damage=(*content.damage, *damage(connection)))


def read_hashed(file: Path) -> tuple[Content, str]:
    """The content of a project file, and the SHA-256 that it has.

    Raises:
        Damaged, Refused: as `read`, and when it is being written at this moment.
    """
    sha256, content = sha256_of(file), read(file)
    if sha256_of(file) != sha256:
        msg = said("{file} is being written at this moment.", file=file)
        raise Refused(msg, said("Try again when that is done."))
    return content, sha256


def read_edits(file: Path) -> tuple[tuple[Entry, ...], int | None]:
    """The log of a project file, oldest edit first, and the number of the first edit that another program changed.

    Raises:
        Damaged, Refused: as `read`.
    """
    with _readable(file) as connection:
        log = tuple(read_log(connection))
    return log, first_broken(log)


@contextmanager
def _readable(file: Path) -> Iterator[Connection]:
    """A checked file with the newest schema: the file itself, or a copy in memory of one that is older."""
    with trusted(file) as source, damage_told(file):
        with source.connect() as connection:
            if version_of(connection) == SCHEMA_VERSION:
                yield connection
                return
        with connected_to_memory() as engine:
            backup(source, engine)
            with engine.begin() as connection:
                upgrade(connection)
                yield connection


__all__ = [
    "Author",
    "Content",
    "Entry",
    "Leftover",
    "Lock",
    "WorkingCopy",
    "create",
    "discard",
    "leftovers",
    "read",
    "read_edits",
    "read_hashed",
    "read_lock",
    "system_clock",
    "write_whole",
]
