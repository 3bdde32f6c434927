"""Rows of a project file to the objects of the core, and back."""

from __future__ import annotations

import datetime as dt
import hashlib
import uuid
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from sqlalchemy import Connection, Engine, delete, func, insert, select

from forms.archive_parts import checked_attachment, checked_revision
from forms.errors import Damaged, UserError
from forms.evidence import Shelf
from forms.exchange import (
    MOST_ANSWERS,
    Content,
    answer_from_data,
    answer_text,
    answer_to_data,
    asked_at,
    parse_json,
    read_content,
    with_revisions,
)
from forms.history import Change, Edit, History
from forms.said import said
from forms.store import schema
from forms.store.migrations import upgrade

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from forms.answers import Answer
    from forms.document import Place, Snapshot
    from forms.evidence import Attachment
    from forms.fieldtypes import Asked
    from forms.revisions import Revision
    from forms.store.locking import Author

Kind = Literal["edit", "undo", "redo", "revision", "theirs"]
"""What an entry of the log tells; `revision` is of freezing and marking, `theirs` of what was done in another copy that
was merged: both change no answer."""
_TELLING_ONLY = frozenset({"revision", "theirs"})
LoggedChange = tuple[str, str, str | None, str | None]
"""Document, path, and JSON of the answer before and after."""
LONGEST_HISTORY = 1_000
"""So many of the latest edits can be undone after a project was opened."""
MOST_ATTACHMENTS = 10_000
MOST_REVISIONS = 10_000
MOST_EDITS, MOST_CHANGES = 500_000, 1_000_000
RECENT_EDITS, RECENT_CHANGES = 50_000, 100_000
"""So much of a log is looked through whenever a file is opened; all of it when somebody asks for the log."""
_MOST_ROWS = (
    (schema.answer, MOST_ANSWERS),
    (schema.attachment, MOST_ATTACHMENTS),
    (schema.revision, MOST_REVISIONS),
    (schema.edit, MOST_EDITS),
    (schema.change, MOST_CHANGES),
)
_REMEDY = said("Open the last copy that worked, or ask whoever sent the file for it again.")


@dataclass(frozen=True)
class Entry:
    """One entry of the log as it is stored."""

    id: int
    kind: Kind
    label: str
    at: str
    by: str
    changes: tuple[LoggedChange, ...]
    hash: str = ""
    why: str = ""

    def sealed(self, previous: str) -> Entry:
        """The same entry with its hash, following one that has `previous`."""
        return replace(self, hash=self.hash_after(previous))

    def hash_after(self, previous: str) -> str:
        """The hash that this entry must have when the one before it has `previous`."""
        # Entries of before there were reasons keep the hash that they had.
        why = [self.why] if self.why else []
        parts = [previous, self.id, self.kind, self.label, self.at, self.by, self.changes, *why]
        return hashlib.sha256(answer_text(parts).encode()).hexdigest()


def fill_new(engine: Engine, content: Content, now: dt.datetime) -> None:
    """Make the schema in an empty file and fill it."""
    with engine.begin() as connection:
        upgrade(connection)
        kind = content.snapshot.documents[content.snapshot.main].form.mechanism
        row = {"id": uuid.uuid4().hex, "kind": kind, "created": now.isoformat()}
        connection.execute(insert(schema.project), row)
        write_content(connection, content)


def sign(connection: Connection, author: Author, now: dt.datetime) -> None:
    """Say which program wrote the file, and when."""
    values = {"program": author.program, "saved": now.isoformat()}
    connection.execute(schema.put_meta, [{"key": key, "value": value} for key, value in values.items()])


def write_content(connection: Connection, content: Content) -> None:
    """Fill the tables of a new file."""
    heads = content.snapshot.heads
    documents = [
        {"id": name, "position": position, "form_id": form_id, "form_version": version}
        for position, (name, (form_id, version)) in enumerate(heads.items())
    ]
    connection.execute(insert(schema.document), documents)
    write_answers(connection, content)
    write_attachments(connection, content.snapshot.attachments.values())
    write_revisions(connection, content.revisions)


def write_answers(connection: Connection, content: Content) -> None:
    """Put every answer, and what was set aside where nothing was answered since."""
    answers = dict(_answer_texts(content.snapshot))
    aside = {(item.document, item.path): item.text for item in content.set_aside}
    rows = [
        {"document": document, "path": path, "answer": text} for (document, path), text in {**aside, **answers}.items()
    ]
    if rows:
        connection.execute(schema.put_answer, rows)


def _answer_texts(snapshot: Snapshot) -> Iterator[tuple[Place, str]]:
    for document, answers in snapshot.answers.items():
        for path, answer in answers.items():
            yield (document, path), answer_text(answer_to_data(answer))


def write_attachments(connection: Connection, attachments: Iterable[Attachment]) -> None:
    """Keep files that are not kept yet, one after the other: together they may not fit into memory."""
    for item in attachments:
        row = {"sha256": item.sha256, "name": item.name, "media_type": item.media_type, "content": item.content}
        connection.execute(schema.put_attachment, row)


def write_revisions(connection: Connection, revisions: Sequence[Revision]) -> None:
    """Keep these revisions and no other ones."""
    connection.execute(delete(schema.revision))
    if revisions:
        connection.execute(insert(schema.revision), [asdict(revision) for revision in revisions])


def read_file(connection: Connection) -> Content:
    """The content of an open file.

    Raises:
        Damaged: rows that no version of the program writes.
        Refused: a form that does not ship.
    """
    _check_counts(connection)
    heads = {
        _text(name): (_text(form_id), _text(version))
        for name, form_id, version in connection.execute(schema.all_documents)
    }
    raw = {
        (_text(document), _text(path)): _text(answer)
        for document, path, answer in connection.execute(schema.all_answers)
    }
    content = read_content(heads, raw, _read_attachments(connection))
    return with_revisions(content, tuple(_read_revisions(connection)))


def _check_counts(connection: Connection) -> None:
    for table, most in _MOST_ROWS:
        count = connection.execute(select(func.count()).select_from(table)).scalar_one()
        if count > most:
            msg = said(
                "The file has {count:,} rows of {table}; no project has more than {most:,}.",
                count=count,
                table=table.name,
                most=most,
            )
            raise Damaged(msg, _REMEDY)


def _read_attachments(connection: Connection) -> dict[str, Attachment]:
    table, shelf = schema.attachment, Shelf()
    rows = connection.execute(select(table.c.name, table.c.media_type, table.c.content, table.c.sha256))
    found = (
        shelf.kept(checked_attachment(_text(name), _text(media_type), _bytes(content), _text(sha256)))
        for name, media_type, content, sha256 in rows
    )
    return {attachment.sha256: attachment for attachment in found}


def _read_revisions(connection: Connection) -> Iterator[Revision]:
    for number, at, by, note, mark, sha256, previous, content in connection.execute(schema.all_revisions):
        texts = {"at": at, "by": by, "note": note, "mark": mark, "sha256": sha256, "previous": previous}
        checked = {name: _text(value) for name, value in texts.items()}
        yield checked_revision(number, _bytes(content), **checked)


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    msg = said("The file holds something else where a text is expected.")
    raise Damaged(msg, _REMEDY)


def _bytes(value: object) -> bytes:
    if isinstance(value, bytes):
        return value
    msg = said("The file holds something else where an attachment is expected.")
    raise Damaged(msg, _REMEDY)


# -- the log --------------------------------------------------------------------------------------------------


def changes_of(edit: Edit) -> tuple[LoggedChange, ...]:
    """The changes of an edit in JSON."""
    return tuple((change.document, change.path, _json(change.before), _json(change.after)) for change in edit.changes)


def _json(answer: Answer | None) -> str | None:
    return None if answer is None else answer_text(answer_to_data(answer))


def write_changes(connection: Connection, changes: Iterable[LoggedChange]) -> None:
    """Bring the answers to where these changes leave them."""
    changes = list(changes)
    taken = [{"of_document": document, "of_path": path} for document, path, _, after in changes if after is None]
    put = [
        {"document": document, "path": path, "answer": after}
        for document, path, _, after in changes
        if after is not None
    ]
    if taken:
        connection.execute(schema.take_answer, taken)
    if put:
        connection.execute(schema.put_answer, put)


def write_entry(connection: Connection, entry: Entry) -> None:
    """Add an entry to the log."""
    row = {name: getattr(entry, name) for name in ("id", "kind", "label", "at", "by", "hash", "why")}
    connection.execute(schema.add_edit, row)
    if entry.changes:
        connection.execute(schema.add_change, _change_rows(entry))


def _change_rows(entry: Entry) -> list[dict[str, Any]]:
    return [
        {"edit": entry.id, "seq": seq, "document": document, "path": path, "before": before, "after": after}
        for seq, (document, path, before, after) in enumerate(entry.changes)
    ]


def read_log(connection: Connection, *, latest: int = -1) -> list[Entry]:
    """Entries of the log, oldest first; only so many of the `latest` when given."""
    table = schema.edit
    rows = list(connection.execute(select(table).order_by(table.c.id.desc()).limit(latest)))
    return _entries(rows[::-1], _read_changes(connection, first=rows[-1].id if rows else 0))


def log_between(connection: Connection, after: int, count: int) -> list[Entry]:
    """So many entries that follow the one with the number `after`, oldest first."""
    table = schema.edit
    rows = list(connection.execute(select(table).where(table.c.id > after).order_by(table.c.id).limit(count)))
    if not rows:
        return []
    return _entries(rows, _read_changes(connection, first=rows[0].id, last=rows[-1].id))


def _entries(rows: Iterable[Any], changes: Mapping[int, Sequence[LoggedChange]]) -> list[Entry]:
    return [
        Entry(
            int(row.id), _kind(row.kind), _text(row.label), _text(row.at), _text(row.by),
            tuple(changes.get(row.id, ())), _text(row.hash), _text(row.why),
        )
        for row in rows
    ]  # fmt: skip


def recent_log(connection: Connection) -> tuple[list[Entry], str]:
    """The latest entries, oldest first, and the hash of the one before them; empty when they are all there are."""
    edit, change = schema.edit.c, schema.change.c
    # The first entry whose changes are no longer few enough.
    crowded = select(change.edit).order_by(change.edit.desc()).limit(1).offset(RECENT_CHANGES)
    first = connection.execute(crowded).scalar() or 0
    count = connection.execute(select(func.count()).where(edit.id > first)).scalar_one()
    log = read_log(connection, latest=max(1, min(count, RECENT_EDITS)))
    before = select(edit.hash).where(edit.id < log[0].id).order_by(edit.id.desc()).limit(1) if log else None
    previous = None if before is None else connection.execute(before).scalar()
    return log, "" if previous is None else _text(previous)


def _read_changes(connection: Connection, *, first: int, last: int | None = None) -> dict[int, list[LoggedChange]]:
    table = schema.change
    columns = (table.c.edit, table.c.document, table.c.path, table.c.before, table.c.after)
    query = select(*columns).where(table.c.edit >= first).order_by(table.c.edit, table.c.seq)
    query = query if last is None else query.where(table.c.edit <= last)
    found: dict[int, list[LoggedChange]] = {}
    for number, document, path, before, after in connection.execute(query):
        texts = (None if text is None else _text(text) for text in (before, after))
        found.setdefault(number, []).append((_text(document), _text(path), *texts))  # type: ignore[arg-type]
    return found


def _kind(value: object) -> Kind:
    match value:
        case "edit" | "undo" | "redo" | "revision" | "theirs":
            return value
    msg = said("The log of the file holds an entry of a kind that does not exist.")
    raise Damaged(msg, _REMEDY)


def first_broken(log: Sequence[Entry], previous: str = "") -> int | None:
    """Number of the first entry that does not follow from the one before; `None` when the log holds together.

    `previous` is the hash of the entry before the first.
    """
    for entry in log:
        if entry.hash_after(previous) != entry.hash:
            return entry.id
        previous = entry.hash
    return None


def history_of(log: Sequence[Entry], snapshot: Snapshot) -> History:
    """What can be undone and redone after these entries.

    It begins anew after an entry that cannot be read, or that does not fit the ones before.
    """
    history = History()
    for entry in log:
        try:
            fits = entry.kind in _TELLING_ONLY or _replay(history, entry.kind, edit_of(entry, snapshot))
        except UserError:
            fits = False
        if not fits:
            history = History()
    return history


def state_before(log: Sequence[Entry], snapshot: Snapshot) -> Snapshot | None:
    """The project before these entries, the last of which led to `snapshot`; `None` when one cannot be read."""
    for entry in reversed([entry for entry in log if entry.kind not in _TELLING_ONLY]):
        try:
            edit = edit_of(entry, snapshot)
        except UserError:
            return None
        for change in edit.inverted().changes:
            snapshot = snapshot.with_changes({change.document: {change.path: change.after}})
    return snapshot


def _replay(history: History, kind: Kind, edit: Edit) -> bool:
    if kind == "edit":
        history.add(edit)
        return True
    replayed = history.undo() if kind == "undo" else history.redo()
    if replayed is None and kind == "redo":
        # It was undone before the first entry that we look at.
        history.add(edit)
    return replayed is None or replayed.changes == edit.changes


def edit_of(entry: Entry, snapshot: Snapshot) -> Edit:
    """The edit that an entry tells of, its answers read by what the forms of `snapshot` ask.

    Raises:
        UserError: an answer, or the moment, cannot be read.
    """
    changes = []
    for document, path, before, after in entry.changes:
        known = snapshot.documents.get(document)
        asked = asked_at(known.form if known else None, path)
        changes.append(Change(document, path, _answer(before, asked), _answer(after, asked)))
    return Edit(entry.label, tuple(changes), _moment(entry.at), entry.why)


def _answer(text: str | None, asked: Asked | None) -> Answer | None:
    return None if text is None else answer_from_data(parse_json(text), asked)


def _moment(text: str) -> dt.datetime | None:
    try:
        return dt.datetime.fromisoformat(text) if text else None
    except ValueError as error:
        msg = said("{text!r} is not a moment in time.", text=text[:40])
        raise Damaged(msg, _REMEDY) from error


def read_meta(connection: Connection) -> Mapping[str, str]:
    """What the file says about itself."""
    rows = connection.execute(select(schema.meta.c.key, schema.meta.c.value).limit(100))
    return {_text(key): _text(value) for key, value in rows}
