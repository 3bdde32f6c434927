"""The library: an index over folders of project files, for lists of many projects.

It holds nothing that is not in the files, is made anew from them at any time, and never writes into their folders. By
default it is a SQLite file of this user; an office can name a PostgreSQL database, as an SQLAlchemy URL.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import BigInteger, Column, Integer, MetaData, Table, Text, create_engine, delete, insert, select, update
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, IntegrityError, NoSuchModuleError, SQLAlchemyError
from sqlalchemy.pool import NullPool

from forms.errors import Refused, UserError
from forms.portfolio import ListedProject, listed
from forms.quantities import decimal_text
from forms.rules import RULE_SET
from forms.said import said
from forms.store.inspection import sha256_of
from forms.store.walking import Stamp, is_text, project_files, stamp_of

if TYPE_CHECKING:
    from sqlalchemy import Engine

Progress = Callable[[int, int, str], None]
"""Called with (done, total, file) before each file; what it raises ends the work, and what is done is kept."""
Each = Callable[[Callable[[Any], Any], Iterable[Any]], Iterable[Any]]
"""`map`, or the same on several processes."""

_METADATA = MetaData()
# The number goes up with the columns: programs of different age can share a database.
_PROJECT = Table(
    "library_project_1",
    _METADATA,
    Column("file", Text, primary_key=True),
    Column("mtime", BigInteger, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("rules", Text, nullable=False),
    *(Column(name, Text, nullable=False) for name in ("title", "host", "mechanism", "form", "methodology", "stage")),
    # As text: SQLite would make a binary fraction of it.
    Column("tonnes", Text),
    Column("due", Text),
    *(Column(name, Integer) for name in ("findings", "errors", "warnings")),
    Column("fault", Text, nullable=False),
)
_FOLDER = Table("library_folder", _METADATA, Column("folder", Text, primary_key=True))


@dataclass(frozen=True)
class Refreshed:
    """What came of a refresh: how many files there are, were read anew, or are gone; and those that have a fault.

    `skipped` are folders and files that the system does not let us look into, in sentences.
    """

    files: int
    read: int
    gone: int
    faulty: tuple[ListedProject, ...]
    skipped: tuple[str, ...]


@dataclass(frozen=True)
class _Order:
    """A file to look at, and the hash under which it is known; none when it is to be read in any case."""

    file: str
    known: str = ""


@dataclass(frozen=True)
class _Examined:
    """What is in a file; no line when it has the hash that it is known by."""

    sha256: str
    line: ListedProject | None


class Library:
    """The open index. Made by `open_library`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def projects(self) -> tuple[ListedProject, ...]:
        """Every project known, in order of its file."""
        with _told(self._engine), self._engine.connect() as connection:
            rows = connection.execute(select(_PROJECT).order_by(_PROJECT.c.file)).mappings()
            return tuple(_line(row) for row in rows)

    def folders(self) -> tuple[Path, ...]:
        """Folders that were indexed, in order."""
        with _told(self._engine), self._engine.connect() as connection:
            return tuple(Path(name) for name in sorted(connection.execute(select(_FOLDER.c.folder)).scalars()))

    def forget(self, folder: Path) -> None:
        """Take a folder and its projects out of the index; the files stay as they are.

        Raises:
            UserError: the index has no such folder.
        """
        name, known = str(folder.absolute()), self.folders()
        if folder.absolute() not in known:
            msg = said("The library has no folder {folder}.", folder=folder)
            raise UserError(
                msg,
                said("It has: {known}.", known=", ".join(map(str, known)))
                if known
                else said("It has no folder at all."),
            )
        with _told(self._engine), self._engine.begin() as connection:
            connection.execute(delete(_FOLDER).where(_FOLDER.c.folder == name))
        self._remove(file for file in self._stamps() if Path(file).is_relative_to(name))

    def refresh(self, folders: Sequence[Path] = (), progress: Progress | None = None, each: Each = map) -> Refreshed:
        """Bring the index up to date with these folders, or with all that it has.

        Files that lie there as they did are not even opened; what is gone from a folder is taken out.

        Raises:
            Refused: a folder is missing, so that its drive is perhaps not there; nothing is taken out.
        """
        roots = [folder.absolute() for folder in folders] or list(self.folders())
        _refuse_missing(roots)
        skipped: list[str] = []
        found = {str(file): stamp for root in roots for file, stamp in project_files(root, skipped)}
        known = self._stamps()
        gone = [file for file in known if file not in found and any(Path(file).is_relative_to(root) for root in roots)]
        self._remove(gone)
        self._add_folders(roots)
        stale = {file: stamp for file, stamp in found.items() if known.get(file, (None,))[0] != stamp}
        orders = [_Order(file, known.get(file, (None, ""))[1]) for file in stale]
        read = self._examine(orders, stale, progress, each)
        faulty = tuple(line for line in self.projects() if line.fault and line.file in found)
        return Refreshed(len(found), read, len(gone), faulty, tuple(skipped))

    def check(self, files: Sequence[str], progress: Progress | None = None, each: Each = map) -> Refreshed:
        """Read these files anew and check them by the rules of today, whether they changed or not."""
        # A name that is no text is in no index.
        files = [file for file in files if is_text(Path(file))]
        there = {file: stamp for file in files if (stamp := stamp_of(file))}
        gone = [file for file in files if file not in there]
        self._remove(gone)
        read = self._examine([_Order(file) for file in there], there, progress, each)
        faulty = tuple(line for line in self.projects() if line.fault and line.file in there)
        return Refreshed(len(there), read, len(gone), faulty, ())

    # -- inside -----------------------------------------------------------------------------------------------

    def _stamps(self) -> dict[str, tuple[Stamp | None, str]]:
        """How each known file lay there, and its hash; none of both when it was checked by other rules."""
        own = _PROJECT.c
        with _told(self._engine), self._engine.connect() as connection:
            rows = connection.execute(select(own.file, own.mtime, own.size, own.sha256, own.rules))
            return {
                file: (Stamp(mtime, size), sha256) if rules == RULE_SET else (None, "")
                for file, mtime, size, sha256, rules in rows
            }

    def _examine(
        self, orders: Sequence[_Order], stamps: dict[str, Stamp], progress: Progress | None, each: Each
    ) -> int:
        """Read the files, and keep each as soon as it is read; returns how many had to be read to the end."""
        read = 0
        results = iter(each(_examined, orders))
        for number, order in enumerate(orders):
            if progress:
                progress(number, len(orders), order.file)
            examined = next(results)
            self._keep(order.file, stamps[order.file], examined)
            read += examined.line is not None
        return read

    def _keep(self, file: str, stamp: Stamp, examined: _Examined) -> None:
        own, line = _PROJECT.c.file == file, examined.line
        row = {"mtime": stamp.mtime, "size": stamp.size, "sha256": examined.sha256, "rules": RULE_SET}
        try:
            with _told(self._engine), self._engine.begin() as connection:
                if line is None:
                    connection.execute(update(_PROJECT).where(own).values(row))
                else:
                    connection.execute(delete(_PROJECT).where(own))
                    connection.execute(insert(_PROJECT).values({**_values(line), **row}))
        except IntegrityError:
            pass  # Somebody who shares the database has read the same file at the same moment.

    def _remove(self, files: Iterable[str]) -> None:
        with _told(self._engine), self._engine.begin() as connection:
            for file in files:
                connection.execute(delete(_PROJECT).where(_PROJECT.c.file == file))

    def _add_folders(self, folders: Sequence[Path]) -> None:
        missing = {str(folder) for folder in folders} - {str(folder) for folder in self.folders()}
        with _told(self._engine), self._engine.begin() as connection:
            for name in sorted(missing):
                connection.execute(insert(_FOLDER).values(folder=name))


@contextmanager
def open_library(place: Path | str) -> Iterator[Library]:
    """The library in a SQLite file, made when it is not there, or in the database of an SQLAlchemy URL.

    Raises:
        UserError: no such database, no driver for it, or it is not reachable.
    """
    url = URL.create("sqlite", database=str(place)) if isinstance(place, Path) else _url(place)
    try:
        if isinstance(place, Path):
            place.parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(url, poolclass=NullPool)
    except (ArgumentError, ImportError, NoSuchModuleError) as error:
        msg = said("The library {shown} cannot be opened: {error}.", shown=_shown(url), error=error)
        raise UserError(msg, said("For PostgreSQL install the driver: pip install 'psycopg[binary]'.")) from error
    except OSError as error:
        raise _not_reached(url, error.strerror or error) from error
    try:
        with _told(engine):
            _refuse_what_is_no_library(engine)
            _METADATA.create_all(engine)
        yield Library(engine)
    finally:
        engine.dispose()


def _refuse_what_is_no_library(engine: Engine) -> None:
    """Our tables in a project file would make it one that nobody opens any more. A library has no application id."""
    if engine.dialect.name != "sqlite":
        return
    with engine.connect() as connection:
        if connection.exec_driver_sql("PRAGMA application_id").scalar():
            msg = said(
                "{database} is no library but the file of a program, such as a project; nothing is written.",
                database=engine.url.database,
            )
            raise Refused(msg, said("Name another file for the library, or leave the place out to use your own."))


def _url(place: str) -> URL:
    try:
        return make_url(place)
    except ArgumentError as error:
        msg = said("The place of the library is no database address.")
        raise UserError(msg, said("For example: postgresql+psycopg://user@server/cerulean")) from error


def _shown(url: URL) -> str:
    return url.render_as_string(hide_password=True)


def _not_reached(url: URL, cause: object) -> Refused:
    lines = str(cause).strip().splitlines() or [""]
    msg = said("The library {shown} cannot be used: {cause}", shown=_shown(url), cause=lines[0])
    remedy = said(
        "Check that its server or drive is there. A damaged SQLite library can be deleted: scanning makes it anew."
    )
    return Refused(msg, remedy)


@contextmanager
def _told(engine: Engine) -> Iterator[None]:
    """What a database says of itself, as an error that a person can act on."""
    try:
        yield
    except IntegrityError:
        raise
    except SQLAlchemyError as error:
        raise _not_reached(engine.url, getattr(error, "orig", None) or error) from error


# -- files ----------------------------------------------------------------------------------------------------


def _refuse_missing(roots: Sequence[Path]) -> None:
    for root in roots:
        if not root.is_dir():
            msg = said("There is no folder {root}; the library keeps what it knows of it.", root=root)
            raise Refused(
                msg, said("Connect its drive, name another folder, or take it out: cerulean library forget FOLDER")
            )
    if not roots:
        msg = said("The library has no folder yet.")
        raise UserError(msg, said("Name one: cerulean library scan FOLDER"))


def _examined(order: _Order) -> _Examined:
    """Look into a file; what is wrong with it is its line then. Runs in another process, perhaps."""
    from forms.store import read

    try:
        sha256 = sha256_of(Path(order.file))
        if order.known and sha256 == order.known:
            return _Examined(sha256, None)
        return _Examined(sha256, listed(order.file, read(Path(order.file)).snapshot))
    except UserError as error:
        return _Examined("", ListedProject(order.file, fault=error.message))
    except Exception as error:  # A mistake of ours in one project must not hide all others.
        return _Examined("", ListedProject(order.file, fault=f"It cannot be listed: {type(error).__name__}: {error}"))


# -- rows -----------------------------------------------------------------------------------------------------


def _values(line: ListedProject) -> dict[str, object]:
    row = {name: _plain(getattr(line, name)) for name in _PROJECT.c.keys() if hasattr(line, name)}  # noqa: SIM118
    return {**row, "tonnes": decimal_text(line.tonnes)}


def _plain(value: object) -> object:
    if isinstance(value, str):
        return value.replace("\x00", "")  # PostgreSQL keeps no such character.
    return value.isoformat() if isinstance(value, dt.date) else value


def _line(row: Any) -> ListedProject:  # noqa: ANN401 - a row of any database
    known = {name: row[name] for name in ListedProject.__dataclass_fields__}
    tonnes, due = known.pop("tonnes"), known.pop("due")
    made = ListedProject(**known)
    return replace(
        made,
        tonnes=None if tonnes is None else Decimal(tonnes),
        due=None if due is None else dt.date.fromisoformat(due),
    )
