"""The project: the one gate through which every answer changes."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from forms import fieldtypes
from forms.answers import Answer, Answers, Origin, Value, is_same
from forms.document import Place, Reader, Snapshot, blank_snapshot, inputs_document
from forms.errors import UserError
from forms.fieldpath import cell_path, is_inside, parse
from forms.history import Change, Edit, History, compact
from forms.said import said

if TYPE_CHECKING:
    from forms.definition import Field
    from forms.evidence import Attachment

Listener = Callable[[Edit, object], None]
Clock = Callable[[], dt.datetime]


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC).replace(microsecond=0)


class Project:
    """Documents with their history. Reads go through `snapshot` and `read`; writes through the verbs below.

    Each verb is one undo step, unless inside `with project.edit(label)`. Listeners get `(edit, initiator)` after the
    change is in place; an editor ignores its own. `only` names the documents that may change; none named is all.
    """

    def __init__(self, snapshot: Snapshot, *, clock: Clock = _now, only: Collection[str] = ()) -> None:
        self._snapshot = snapshot
        self._only = frozenset(only)
        self._clock = clock
        self._listeners: list[Listener] = []
        self._group: list[Change] | None = None
        self.history = History()

    @classmethod
    def new(cls, form_id: str, version: str) -> Project:
        """A blank project for a form that ships."""
        return cls(blank_snapshot(form_id, version))

    @property
    def snapshot(self) -> Snapshot:
        """The project as it is now; does not change later."""
        return self._snapshot

    @property
    def read(self) -> Reader:
        """A reader of the project as it is now."""
        return Reader(self._snapshot)

    def may_change(self, document: str) -> bool:
        """False for a document of a project that was opened to be reviewed."""
        return not self._only or document in self._only

    # -- listeners ------------------------------------------------------------------------------------------

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` after every edit; the returned function ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    # -- answers --------------------------------------------------------------------------------------------

    def set(
        self,
        document: str,
        path: str,
        value: Value,
        *,
        origin: Origin = Origin.TYPED,
        note: str = "",
        typing: bool = False,
        initiator: object = None,
    ) -> None:
        """Answer a field or cell. `typing` merges with the edit before while focus stays.

        Raises:
            UserError: no such place, a value of the wrong type, or an override without its reason.
        """
        if origin is Origin.OVERRIDDEN and not note.strip():
            msg = said("An overridden value needs its reason.")
            raise UserError(msg, said("Say why the default or calculated value does not fit; it is printed."))
        self.put(document, path, Answer(value, origin, note), typing=typing, initiator=initiator)

    def type_in(self, document: str, path: str, text: str, *, typing: bool = False, initiator: object = None) -> None:
        """Answer with what a person typed, read by the type of the field; empty text clears.

        Raises:
            UserError: it cannot be read as this type, or is ambiguous.
        """
        if not text.strip():
            self.clear(document, path, typing=typing, initiator=initiator)
            return
        value = fieldtypes.parse(text, self._asked(document, path))
        self.set(document, path, value, typing=typing, initiator=initiator)

    def blank(self, document: str, path: str, reason: str, *, initiator: object = None) -> None:
        """Leave a place blank on purpose, with the reason that is printed.

        Raises:
            UserError: no reason given.
        """
        if not reason.strip():
            msg = said("Say why this is left blank.")
            raise UserError(msg, said("The form asks for an explicit statement; it is printed in place of the answer."))
        self.put(document, path, Answer(blank_reason=reason.strip()), initiator=initiator)

    def clear(self, document: str, path: str, *, typing: bool = False, initiator: object = None) -> None:
        """Take an answer away: the place is missing again (or shows its default)."""
        self.put(document, path, None, typing=typing, initiator=initiator)

    def put(
        self,
        document: str,
        path: str,
        answer: Answer | None,
        *,
        typing: bool = False,
        initiator: object = None,
    ) -> None:
        """Put a whole answer; `None` clears.

        Raises:
            UserError: no such place, not editable, or a value of the wrong type.
        """
        document, path = self.read.home_of(document, path)
        asked = self._asked(document, path)
        if answer is not None and answer.value is None and not answer.blank_reason:
            answer = None
        if answer is not None:
            _check(answer, asked)
        before = self._snapshot.of(document).get(path)
        self._apply(f"Edit {asked.label}", [Change(document, path, before, answer)], initiator, typing=typing)

    def put_all(
        self, document: str, answers: Mapping[str, Answer | None], label: str, *, initiator: object = None
    ) -> None:
        """Put many answers of one document as one step; `None` clears. Orders of tables come before their cells.

        Raises:
            UserError: the first that the form cannot hold; nothing is changed then.
        """
        orders = {path: answer for path, answer in answers.items() if "[" not in path}
        with self.edit(label, initiator=initiator):
            for path, answer in orders.items():
                self.put(document, path, answer)
            self._put_cells(document, {path: answers[path] for path in answers if path not in orders}, label)

    def _put_cells(self, document: str, cells: Mapping[str, Answer | None], label: str) -> None:
        """Cells of tables and matrices, checked as one by one, but applied together: thousands take no longer."""
        rows: dict[str, frozenset[str]] = {}
        changes = []
        for given, answer in cells.items():
            home, path = self.read.home_of(document, given)
            field, asked = self._asked_field(home, path)
            if field.path not in rows:
                rows[field.path] = frozenset(self.read.rows(field.path, home))
            _check_place(home, field, path, rows[field.path])
            if answer is not None:
                _check(answer, asked)
            changes.append(Change(home, path, self._snapshot.of(home).get(path), answer))
        self._apply(label, changes, None)

    def take_over(self, label: str, changes: Sequence[Change], *, why: str = "", initiator: object = None) -> None:
        """Make changes that lead to a state which was checked already, such as that of a merge or of a backup.

        Raises:
            UserError: one of them is in a document that may not change.
        """
        self._change(changes)
        self._record(Edit(label, compact(changes), self._clock(), why), initiator)

    # -- rows -----------------------------------------------------------------------------------------------

    def add_row(self, document: str, table: str, *, at: int | None = None, initiator: object = None) -> str:
        """Add an empty row, last or at a position; returns its key. Keys are random and never used again."""
        return self.add_rows(document, table, 1, at=at, initiator=initiator)[0]

    def add_rows(
        self, document: str, table: str, count: int, *, at: int | None = None, initiator: object = None
    ) -> tuple[str, ...]:
        """Add so many empty rows as one step; returns their keys."""
        document, table = self._table(document, table)
        keys = tuple(f"r{secrets.token_hex(4)}" for _ in range(count))
        rows = self.read.rows(table, document)
        start = len(rows) if at is None else at
        self._order(document, table, (*rows[:start], *keys, *rows[start:]), "Add row", initiator)
        return keys

    def remove_row(self, document: str, table: str, key: str, *, initiator: object = None) -> None:
        """Remove a row with its cells.

        Raises:
            UserError: the table has no such row.
        """
        document, table = self._table(document, table)
        rows = [row for row in self._existing(document, table, key) if row != key]
        prefix = f"{table}[{key}]"
        answers = self._snapshot.of(document)
        cells = [Change(document, path, answers[path], None) for path in answers if path.startswith(prefix)]
        self._order(document, table, rows, "Remove row", initiator, cells)

    def move_row(self, document: str, table: str, key: str, to: int, *, initiator: object = None) -> None:
        """Move a row to a position, counted from 0.

        Raises:
            UserError: the table has no such row.
        """
        document, table = self._table(document, table)
        rows = [row for row in self._existing(document, table, key) if row != key]
        rows.insert(max(0, min(to, len(rows))), key)
        self._order(document, table, rows, "Move row", initiator)

    def _existing(self, document: str, table: str, key: str) -> tuple[str, ...]:
        rows = self.read.rows(table, document)
        if key not in rows:
            msg = said("{table} has no row {key}.", table=table, key=key)
            raise UserError(msg, said("It may have been removed; look at the table again."))
        return rows

    def _order(
        self,
        document: str,
        table: str,
        rows: Sequence[str],
        label: str,
        initiator: object,
        cells: Sequence[Change] = (),
    ) -> None:
        before = self._snapshot.of(document).get(table)
        after = Answer(tuple(rows)) if rows else None
        self._apply(label, [*cells, Change(document, table, before, after)], initiator)

    # -- attachments ----------------------------------------------------------------------------------------

    def attach(self, attachment: Attachment) -> str:
        """Carry a file in the project; returns its SHA-256, the value of a field of type file."""
        carried = {**self._snapshot.attachments, attachment.sha256: attachment}
        self._snapshot = replace(self._snapshot, attachments=carried)
        return attachment.sha256

    # -- undo -----------------------------------------------------------------------------------------------

    @contextmanager
    def edit(self, label: str, *, why: str = "", initiator: object = None) -> Iterator[None]:
        """Group everything inside into one undo step; an error takes all of it back. `why` goes into the log."""
        if self._group is not None:
            yield
            return
        start, self._group = self._snapshot, []
        try:
            yield
        except BaseException:
            self._snapshot, self._group = start, None
            raise
        changes, self._group = self._group, None
        self._record(Edit(label, compact(changes), self._clock(), why), initiator)

    @contextmanager
    def all_or_nothing(self) -> Iterator[None]:
        """Inside `edit`: an error takes back what was done since, and what was done before stays."""
        start, done = self._snapshot, len(self._group or ())
        try:
            yield
        except BaseException:
            if self._group is not None:
                self._snapshot = start
                del self._group[done:]
            raise

    def settle(self) -> None:
        """Typing has ended: what is typed next is a new undo step."""
        self.history.settle()

    def undo(self, *, initiator: object = None) -> bool:
        """Take the last edit back; false when there is none."""
        return self._replay(self.history.undo(), initiator)

    def redo(self, *, initiator: object = None) -> bool:
        """Put the last undone edit back; false when there is none."""
        return self._replay(self.history.redo(), initiator)

    # -- inside ---------------------------------------------------------------------------------------------

    def _replay(self, edit: Edit | None, initiator: object) -> bool:
        if edit is None:
            return False
        self._change(edit.changes)
        self._tell(replace(edit, at=self._clock()), initiator)
        return True

    def _apply(self, label: str, changes: Sequence[Change], initiator: object, *, typing: bool = False) -> None:
        real = [change for change in changes if not is_same(change.before, change.after)]
        if not real:
            return
        self._change(real)
        if self._group is not None:
            self._group.extend(real)
        else:
            self._record(Edit(label, tuple(real), self._clock()), initiator, typing=typing)

    def _change(self, changes: Sequence[Change]) -> None:
        if any(not self.may_change(change.document) for change in changes):
            msg = said("The project was opened to be reviewed: findings can be written, answers cannot be changed.")
            raise UserError(msg, said("Open the file itself to change it."))
        by_document: dict[str, dict[str, Answer | None]] = {}
        for change in changes:
            by_document.setdefault(change.document, {})[change.path] = change.after
        self._snapshot = self._snapshot.with_changes(by_document)

    def _record(self, edit: Edit, initiator: object, *, typing: bool = False) -> None:
        if edit.changes:
            self.history.add(edit, typing=typing)
            self._tell(edit, initiator)

    def _tell(self, edit: Edit, initiator: object) -> None:
        for listener in tuple(self._listeners):
            listener(edit, initiator)

    def _table(self, document: str, table: str) -> Place:
        place = self.read.home_of(document, table)
        asked = self.read.field(*place)
        if asked is None or asked.type != "table":
            msg = said("{table} is not a table.", table=table)
            raise UserError(msg, said("Give the path of a table, for example P.participants."))
        return place

    def _asked(self, document: str, path: str) -> fieldtypes.Asked:
        field, asked = self._asked_field(document, path)
        _check_place(document, field, path, self.read.rows(field.path, document) if "[" in path else ())
        return asked

    def _asked_field(self, document: str, path: str) -> tuple[Field, fieldtypes.Asked]:
        field = self.read.field(document, path)
        asked = self.read.asked(document, path)
        if field is None or asked is None:
            raise _no_place(document, path)
        if field.calculate or field.type == "generated":
            msg = said("“{field}” is calculated and cannot be typed.", field=field.label)
            raise UserError(msg, said("Change what it is calculated from."))
        return field, asked


def _check_place(document: str, field: Field, path: str, rows: Collection[str]) -> None:
    """Refuse cells of rows that the table does not have, and rows without a column."""
    place = parse(path)
    known = not place.row or field.indices or place.row in rows
    if not known or (place.row and not (field.indices or place.column)):
        raise _no_place(document, path)


def _check(answer: Answer, asked: fieldtypes.Asked) -> None:
    fieldtypes.check_text(answer.note, asked)
    fieldtypes.check_text(answer.blank_reason, asked)
    if answer.value is not None:
        fieldtypes.check(answer.value, asked)


def _no_place(document: str, path: str) -> UserError:
    return UserError(
        said("There is no place {path!r} in document {document!r}.", path=path, document=document),
        said("Check the path against the form."),
    )


def fill(
    project: Project,
    document: str,
    answers: Mapping[str, Answer | Sequence[tuple[str, Mapping[str, Answer]]]],
) -> None:
    """Put many answers through the gate; a table is a sequence of (row key, cells).

    Raises:
        UserError: the first answer that the form cannot hold.
    """
    for path, given in answers.items():
        if isinstance(given, Answer):
            project.put(document, path, given)
        else:
            _fill_table(project, document, path, given)


def _fill_table(project: Project, document: str, table: str, rows: Sequence[tuple[str, Mapping[str, Answer]]]) -> None:
    project.put(document, table, Answer(tuple(key for key, _ in rows)))
    for key, cells in rows:
        for column, answer in cells.items():
            project.put(document, cell_path(table, key, column), answer)


def orphans(snapshot: Snapshot) -> dict[str, tuple[str, ...]]:
    """Answers without a place: paths, by document, that the form does not know; kept and shown, never dropped."""
    reader = Reader(snapshot)
    found: dict[str, tuple[str, ...]] = {}
    for name, answers in snapshot.answers.items():
        lost = tuple(path for path in answers if not _has_place(reader, name, answers, path))
        if lost:
            found[name] = lost
    return found


def _has_place(reader: Reader, document: str, answers: Answers, path: str) -> bool:
    if document not in reader.snapshot.documents:
        return False
    asked = reader.field(document, path)
    if asked is None or not is_inside(path, asked.path):
        return False
    row = parse(path).row
    return not row or bool(asked.indices) or row in answers.rows(asked.path)


__all__ = ["Project", "fill", "inputs_document", "orphans"]
