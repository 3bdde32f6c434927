"""The public edition of a project: without personal data, private findings, notes, revisions and uncited files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from forms.anchors import text_at
from forms.answers import Answer, Answers
from forms.document import FACTS_DOCUMENT, REVIEW_DOCUMENT, Reader, Snapshot
from forms.exchange import Content
from forms.fieldpath import cell_path, is_inside, parse
from forms.merge import cited_files
from forms.project import orphans

if TYPE_CHECKING:
    from forms.document import Document, Place

WITHHELD = "withheld"
# Shorter names stand in ordinary words.
_TELLING = 4


@dataclass(frozen=True)
class Redacted:
    """A public edition, and what was done for it.

    `withheld` are the places of personal data, `left_out` says in sentences what else is not in it, `still_named` are
    places where a withheld word still stands in a text: what to read through before publishing.
    """

    content: Content
    withheld: tuple[Place, ...]
    left_out: tuple[str, ...]
    still_named: tuple[Place, ...]


def redacted(content: Content) -> Redacted:
    """The public edition of a project; the given one is not changed."""
    snapshot = content.snapshot
    personal = tuple(_personal_places(snapshot))
    words = {word for place in personal for word in _words(snapshot, place)}
    changes: dict[str, dict[str, Answer | None]] = {}
    for document, path in personal:
        changes.setdefault(document, {})[path] = Answer(WITHHELD) if _is_text(snapshot, document, path) else None
    lost = orphans(snapshot)
    for document, paths in lost.items():
        changes.setdefault(document, {}).update(dict.fromkeys(paths))
    shown = {str(snapshot.of(document).value(path)) for document, path in personal}
    public = _without_evidence(without_private(snapshot.with_changes(changes)), shown)
    cited = cited_files(public)
    files = {sha256: file for sha256, file in public.attachments.items() if sha256 in cited}
    made = Snapshot(public.heads, {name: found for name, found in public.answers.items() if found}, files)
    said = _left_out(content, made, sum(map(len, lost.values())))
    return Redacted(Content(made), personal, tuple(said), tuple(_still_named(made, words)))


def without_private(snapshot: Snapshot) -> Snapshot:
    """The project as it may leave the office: without findings that are not public, notes, and what only they cite."""
    public = snapshot.with_changes({REVIEW_DOCUMENT: dict(_private_answers(snapshot.of(REVIEW_DOCUMENT)))})
    public = _without_evidence(public, _evidence_of_private_rounds(snapshot, public))
    gone = cited_files(snapshot) - cited_files(public)
    kept = {sha256: file for sha256, file in public.attachments.items() if sha256 not in gone}
    return Snapshot(public.heads, {name: found for name, found in public.answers.items() if found}, kept)


def _personal_places(snapshot: Snapshot) -> Iterator[Place]:
    for name, document in snapshot.documents.items():
        for path, answer in snapshot.of(name).items():
            if _is_personal(document, path) and answer.value != WITHHELD:
                yield name, path


def _is_personal(document: Document, path: str) -> bool:
    asked = document.form.field(path)
    if asked is None:
        return False
    column = asked.column(parse(path).column)
    return asked.personal or (column is not None and column.personal)


def _is_text(snapshot: Snapshot, document: str, path: str) -> bool:
    """True where a word can stand for what is withheld; references, files, dates and choices are taken away."""
    asked = Reader(snapshot).asked(document, path)
    return asked is not None and asked.type == "text"


def _words(snapshot: Snapshot, place: Place) -> Iterator[str]:
    """What would name the person elsewhere; titles and short names are too common to be looked for."""
    value = snapshot.of(place[0]).value(place[1])
    if isinstance(value, str) and len(value.strip()) >= _TELLING:
        yield value.strip().casefold()


# -- the review -----------------------------------------------------------------------------------------------


def _private_answers(answers: Answers) -> Iterator[tuple[str, Answer | None]]:
    """Changes that take out findings that are not public, what hangs on them, and notes."""
    private = {
        key
        for key in answers.rows("R.findings")
        if answers.value(cell_path("R.findings", key, "visibility")) != "public"
    }
    yield from _without(answers, "R.findings", private)
    for table in ("R.rounds", "R.checklist"):
        rows = {key for key in answers.rows(table) if answers.value(cell_path(table, key, "finding")) in private}
        yield from _without(answers, table, rows)
    yield from ((path, None) for path in answers if is_inside(path, "R.notes"))


def _without(answers: Answers, table: str, rows: set[str]) -> Iterator[tuple[str, Answer | None]]:
    kept = tuple(key for key in answers.rows(table) if key not in rows)
    if len(kept) < len(answers.rows(table)):
        yield table, Answer(kept) if kept else None
    yield from ((path, None) for path in answers if is_inside(path, table) and parse(path).row in rows)


def _evidence_of_private_rounds(snapshot: Snapshot, public: Snapshot) -> set[str]:
    before, after = snapshot.of(REVIEW_DOCUMENT), public.of(REVIEW_DOCUMENT)
    gone = {*before.rows("R.rounds")} - {*after.rows("R.rounds")}
    return {str(before.value(cell_path("R.rounds", key, "evidence"))) for key in gone}


def _without_evidence(public: Snapshot, rows: set[str]) -> Snapshot:
    """The project without these rows of the evidence list, as far as nothing that is public refers to them."""
    values = (answer.value for answers in public.answers.values() for answer in answers.values())
    still = {value for value in values if isinstance(value, str)}
    return public.with_changes({FACTS_DOCUMENT: dict(_without(public.of(FACTS_DOCUMENT), "P.evidence", rows - still))})


# -- what is said ---------------------------------------------------------------------------------------------


def _left_out(content: Content, made: Snapshot, without_place: int) -> Iterator[str]:
    before = content.snapshot.of(REVIEW_DOCUMENT)
    after = made.of(REVIEW_DOCUMENT)
    counts = (
        (len(before.rows("R.findings")) - len(after.rows("R.findings")), "private finding"),
        (len(before.rows("R.notes")), "note to oneself"),
        (len(content.revisions), "frozen revision"),
        (len(content.snapshot.attachments) - len(made.attachments), "attachment that nothing public cites"),
        (without_place, "answer without a place in the form"),
        (len(content.set_aside), "answer that could not be read"),
    )
    yield from (f"Left out: {count} × {what}." for count, what in counts if count)


def _still_named(snapshot: Snapshot, words: set[str]) -> Iterator[Place]:
    read = Reader(snapshot)
    for name, answers in snapshot.answers.items():
        for path in answers:
            asked = read.asked(name, path)
            text = "" if asked is None or asked.type == "table" else text_at(read, name, path).casefold()
            if any(word in text for word in words):
                yield name, path
