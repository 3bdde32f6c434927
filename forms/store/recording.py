"""From edits of a project to entries of the log, one commit each."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import Connection, delete

from forms.store import schema
from forms.store.mapping import (
    Entry,
    Kind,
    LoggedChange,
    changes_of,
    read_log,
    write_answers,
    write_attachments,
    write_changes,
    write_entry,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from forms.document import Place
    from forms.exchange import Content
    from forms.history import Change, Edit, History
    from forms.project import Project


class Recorder:
    """Keeps the log in step with the history of a project.

    Typing that the history joins into one undo step is one entry; undo and redo are entries of their own, so
    that the log tells what happened and the history can be rebuilt from it.
    """

    def __init__(self, project: Project, by: str) -> None:
        self._project = project
        self._by = by
        self._done = len(project.history)
        self._undone = _redoable(project.history)
        self._files: frozenset[str] = frozenset()

    def classify(self, edit: Edit) -> tuple[Kind, bool]:
        """What an edit that was just made is, and whether it joins the entry before. To be asked once an edit."""
        history = self._project.history
        before, self._done = self._done, len(history)
        if self._done < before and history.redo_label:
            self._undone.append(edit.inverted().changes)
            return "undo", False
        if self._done > before and self._undone and edit.changes == self._undone[-1]:
            self._undone.pop()
            return "redo", False
        self._undone.clear()
        # Typing joined, or came back to where it began: no step more than before, or one less.
        return "edit", self._done <= before

    def write(self, connection: Connection, edit: Edit, kind: Kind, *, joins: bool) -> int:
        """Write an edit and the files that it speaks of; returns the number of the latest entry."""
        self._write_files(connection)
        write_changes(connection, changes_of(edit))
        log = read_log(connection, latest=2)
        last = log[-1] if log else None
        entry = self._entry(edit, kind, last.id + 1 if last else 1)
        if joins and last:
            log.pop()
            connection.execute(schema.take_edit, {"of_edit": last.id})
            entry = replace(entry, id=last.id, changes=_joined((*last.changes, *entry.changes)))
        if not entry.changes:
            return log[-1].id if log else 0
        write_entry(connection, entry.sealed(log[-1].hash if log else ""))
        return entry.id

    def rewrite(self, connection: Connection, content: Content) -> None:
        """Write all answers and files anew, for when an edit could not be written."""
        self._files = frozenset()
        self._write_files(connection)
        connection.execute(delete(schema.answer))
        write_answers(connection, content)

    def _entry(self, edit: Edit, kind: Kind, number: int) -> Entry:
        at = edit.at.isoformat() if edit.at else ""
        return Entry(number, kind, edit.label, at, self._by, changes_of(edit), why=edit.why)

    def _write_files(self, connection: Connection) -> None:
        carried = self._project.snapshot.attachments
        write_attachments(connection, [carried[sha256] for sha256 in carried if sha256 not in self._files])
        self._files = frozenset(carried)


def note_revision(connection: Connection, label: str, why: str, at: str, by: str) -> int:
    """Log what became of a revision; returns the number of the entry."""
    log = read_log(connection, latest=1)
    entry = Entry(log[-1].id + 1 if log else 1, "revision", label, at, by, (), why=why)
    write_entry(connection, entry.sealed(log[-1].hash if log else ""))
    return entry.id


def _joined(changes: Iterable[LoggedChange]) -> tuple[LoggedChange, ...]:
    by_place: dict[Place, LoggedChange] = {}
    for document, path, before, after in changes:
        first = by_place.get((document, path))
        by_place[document, path] = (document, path, first[2] if first else before, after)
    return tuple(change for change in by_place.values() if change[2] != change[3])


def _redoable(history: History) -> list[tuple[Change, ...]]:
    """Changes of what can be redone, the next one last. The history is as before afterwards."""
    edits: list[tuple[Change, ...]] = []
    while edit := history.redo():
        edits.append(edit.changes)
    for _ in edits:
        history.undo()
    return edits[::-1]
