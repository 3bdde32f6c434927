"""The tables as the newest schema version has them, for queries. `migrations` is what makes them."""

from __future__ import annotations

from sqlalchemy import Column, Integer, LargeBinary, MetaData, Table, Text, bindparam, delete, insert, select
from sqlalchemy.dialects import sqlite

METADATA = MetaData()

meta = Table("meta", METADATA, Column("key", Text, primary_key=True), Column("value", Text, nullable=False))

project = Table(
    "project",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("created", Text, nullable=False),
)

document = Table(
    "document",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("form_id", Text, nullable=False),
    Column("form_version", Text, nullable=False),
)

answer = Table(
    "answer",
    METADATA,
    Column("document", Text, primary_key=True),
    Column("path", Text, primary_key=True),
    Column("answer", Text, nullable=False),
)

edit = Table(
    "edit",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("label", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("hash", Text, nullable=False),
    Column("why", Text, nullable=False),
)

change = Table(
    "change",
    METADATA,
    Column("edit", Integer, primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("document", Text, nullable=False),
    Column("path", Text, nullable=False),
    Column("before", Text),
    Column("after", Text),
)

attachment = Table(
    "attachment",
    METADATA,
    Column("sha256", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
)

revision = Table(
    "revision",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("mark", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("previous", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
)

# Statements of every edit, made once: an edit is committed in about a millisecond.
_new_answer = sqlite.insert(answer)
put_answer = _new_answer.on_conflict_do_update(
    index_elements=[answer.c.document, answer.c.path], set_={"answer": _new_answer.excluded.answer}
)
take_answer = delete(answer).where(answer.c.document == bindparam("of_document"), answer.c.path == bindparam("of_path"))
_new_meta = sqlite.insert(meta)
put_meta = _new_meta.on_conflict_do_update(index_elements=[meta.c.key], set_={"value": _new_meta.excluded.value})
put_attachment = sqlite.insert(attachment).on_conflict_do_nothing()
add_edit = insert(edit)
add_change = insert(change)
take_edit = delete(edit).where(edit.c.id == bindparam("of_edit"))
all_answers = select(answer.c.document, answer.c.path, answer.c.answer).order_by(answer.c.document, answer.c.path)
all_revisions = select(revision).order_by(revision.c.number)
all_documents = select(document.c.id, document.c.form_id, document.c.form_version).order_by(document.c.position)
