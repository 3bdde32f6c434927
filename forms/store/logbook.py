"""The log of edits read a piece at a time: tens of thousands of entries open as quickly as a few."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine, and_, func, or_, select

from forms.logbook import LogLine, Verified
from forms.store import schema
from forms.store.mapping import edit_of, log_between

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement

    from forms.document import Snapshot
    from forms.history import Edit


class Logbook:
    """Of one working copy; it sees each edit as soon as it is made."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def lines(self, words: Sequence[Sequence[str]] = (), *, before: int = 0, count: int = 200) -> list[LogLine]:
        """So many entries, the newest first, older than `before` (0: from the end).

        Each of `words` is a choice of spellings, one of which stands in label, author, reason, moment or a path.
        """
        with self._engine.connect() as connection:
            return _lines(connection, words, before=before, count=count)

    def edit(self, number: int, snapshot: Snapshot) -> Edit | None:
        """What an entry changed, read with the forms of `snapshot`; `None` when the log has no such entry.

        Raises:
            UserError: its answers cannot be read.
        """
        with self._engine.connect() as connection:
            entries = log_between(connection, number - 1, 1)
        return edit_of(entries[0], snapshot) if entries and entries[0].id == number else None

    def verify(self, so_far: Verified, count: int = 500) -> Verified:
        """Follow the seal through so many entries more."""
        with self._engine.connect() as connection:
            entries = log_between(connection, so_far.id, count)
        last, previous = so_far.id, so_far.hash
        for entry in entries:
            if entry.hash_after(previous) != entry.hash:
                return Verified(last, previous, entry.id, is_done=True)
            last, previous = entry.id, entry.hash
        return Verified(last, previous, is_done=len(entries) < count)


def _lines(connection: Connection, words: Sequence[Sequence[str]], *, before: int, count: int) -> list[LogLine]:
    edit = schema.edit.c
    columns = (edit.id, edit.kind, edit.label, edit.at, edit.by, edit.why)
    wanted = [or_(*(_has(spelling) for spelling in spellings)) for spellings in words]
    wanted += [edit.id < before] if before else []
    query = select(*columns).where(and_(True, *wanted)).order_by(edit.id.desc()).limit(count)
    rows = list(connection.execute(query))
    places = _places(connection, [row.id for row in rows])
    return [_line(row, *places.get(row.id, (0, "", ""))) for row in rows]


def _has(spelling: str) -> ColumnElement[bool]:
    edit, change = schema.edit.c, schema.change.c
    own = [column.icontains(spelling, autoescape=True) for column in (edit.label, edit.by, edit.why, edit.at)]
    named = select(change.edit).where(change.path.icontains(spelling, autoescape=True))
    return or_(*own, edit.id.in_(named))


def _places(connection: Connection, numbers: Sequence[int]) -> dict[int, tuple[int, str, str]]:
    """How many places each entry changed, and the first of them."""
    change = schema.change.c
    counted = select(change.edit, func.count().label("places"), func.min(change.seq).label("first"))
    among = counted.where(change.edit.in_(numbers)).group_by(change.edit).subquery()
    at = and_(change.edit == among.c.edit, change.seq == among.c.first)
    query = select(change.edit, among.c.places, change.document, change.path).join(among, at)
    return {row.edit: (row.places, row.document, row.path) for row in connection.execute(query)}


def _line(row: Any, places: int, document: str, path: str) -> LogLine:  # noqa: ANN401 - a row of the log
    return LogLine(row.id, row.kind, row.label, row.at, row.by, row.why, places, document, path)
