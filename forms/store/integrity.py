"""What a published file says of itself, so that a bit that flipped on a disk is noticed where SQLite cannot know."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from sqlalchemy import select

from forms.store import schema
from forms.store.mapping import first_broken, read_meta, recent_log

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sqlalchemy import Connection

_SEAL = "seal"
_WHAT = {
    "documents": "The list of documents",
    "attachments": "The names of attached files",
    "revisions": "The list of revisions",
    "log": "The end of the log of edits",
}


def put_seal(connection: Connection) -> None:
    """Keep the hashes of what the file holds; to be done last before it is published."""
    seal = json.dumps(dict(_hashes(connection)), sort_keys=True)
    connection.execute(schema.put_meta, {"key": _SEAL, "value": seal})


def damage(connection: Connection) -> tuple[str, ...]:
    """Sentences on what is not as it was published; none for a file from before there were seals."""
    kept = _kept(read_meta(connection).get(_SEAL, ""))
    broken = first_broken(*recent_log(connection))
    log = () if broken is None else (f"The log of edits was changed by another program, from edit {broken} on.",)
    if not kept:
        return log
    found = dict(_hashes(connection))
    differing = sorted(name for name in {*kept, *found} if kept.get(name) != found.get(name))
    return (*(_sentence(connection, name) for name in differing), *log)


def _kept(seal: str) -> Mapping[str, str]:
    try:
        found = json.loads(seal or "{}")
    except ValueError:
        return {_SEAL: seal}
    return found if isinstance(found, dict) else {_SEAL: seal}


def _hashes(connection: Connection) -> Iterator[tuple[str, str]]:
    """SHA-256 of each part: the answers of each document, and the lists of all else."""
    answers: dict[str, list[tuple[object, ...]]] = {}
    for document, path, answer in connection.execute(schema.all_answers):
        answers.setdefault(f"answers:{document}", []).append((path, answer))
    for name, rows in answers.items():
        yield name, _hash(rows)
    yield "documents", _hash([*connection.execute(schema.all_documents), *connection.execute(select(schema.project))])
    file, revision, edit = schema.attachment.c, schema.revision.c, schema.edit.c
    files = select(file.sha256, file.name, file.media_type).order_by(file.sha256)
    yield "attachments", _hash(connection.execute(files))
    yield "revisions", _hash(connection.execute(select(revision.sha256, revision.mark).order_by(revision.number)))
    # Each hash of the log covers the one before: the last one stands for all.
    yield "log", _hash(connection.execute(select(edit.id, edit.hash).order_by(edit.id.desc()).limit(1)))


def _hash(rows: Iterable[Iterable[object]]) -> str:
    text = json.dumps([list(row) for row in rows], ensure_ascii=False, default=repr)
    return hashlib.sha256(text.encode(errors="backslashreplace")).hexdigest()


def _sentence(connection: Connection, name: str) -> str:
    kind, _, document = name.partition(":")
    if kind != "answers":
        what = _WHAT.get(kind, "Something")
        return f"{what} is not as it was saved: another program or a fault of the disk changed it."
    places = list(_places_off_the_log(connection, document))
    named = f" Look at {', '.join(places[:5])}." if places else " Compare it with the last copy that worked."
    return (
        f"The answers of “{document}” are not as they were saved: a program or a fault of the disk changed them.{named}"
    )


def _places_off_the_log(connection: Connection, document: str) -> Iterator[str]:
    """Places of a document that the log leaves with another answer than is stored."""
    logged, stored = schema.change.c, schema.answer.c
    # What was done in another copy is told by the log, and led to no answer here.
    own = select(schema.edit.c.id).where(schema.edit.c.kind != "theirs")
    changes = (
        select(logged.path, logged.after)
        .where(logged.document == document, logged.edit.in_(own))
        .order_by(logged.edit, logged.seq)
    )
    last = {str(path): after for path, after in connection.execute(changes)}
    answers = select(stored.path, stored.answer).where(stored.document == document)
    found = {str(path): answer for path, answer in connection.execute(answers)}
    yield from sorted(path for path, after in last.items() if found.get(path) != after)
