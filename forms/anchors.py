"""What a finding or a note points at, found again after edits: a place, and in it a passage by its own words.

As in W3C web annotations, a passage is kept as its text with a few words before and after it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import TYPE_CHECKING, Literal

from forms.document import Reader
from forms.errors import UserError
from forms.fieldpath import cell_path, field_of, parse
from forms.prose import plain_text
from forms.said import said
from forms.views.places import answer_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from forms.answers import Answer, Answers
    from forms.document import Snapshot

Standing = Literal["found", "moved", "changed", "gone"]
_AROUND = 40
# Shorter passages stand in many places by chance: they are not looked for elsewhere.
_TELLING = 20
_FIGURE = "calculation."
_ANCHORED = ("R.findings", "R.justifications", "R.notes")


@dataclass(frozen=True)
class Anchor:
    """A place, empty for the project as a whole, and a passage in it, empty for all that stands there.

    `path` is a field, a table row, a cell, or `calculation.NAME` for a figure of the results.
    """

    document: str = ""
    path: str = ""
    quote: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True)
class AnchorState:
    """Where an anchor leads now.

    `found` is the same place, `moved` another one in the same document that now has the passage, `changed` the same
    place without the passage, `gone` no place at all. `start` and `end` count characters of `text_at`.
    """

    standing: Standing
    document: str = ""
    path: str = ""
    start: int = 0
    end: int = 0

    @property
    def words(self) -> str:
        """For people; empty while the anchor leads where it led."""
        said = {"found": "", "moved": f"passage moved to {self.path}", "changed": "passage changed"}
        return said.get(self.standing, "place removed")


def anchored(snapshot: Snapshot, document: str, path: str, quote: str = "") -> Anchor:
    """An anchor at what stands there now.

    Raises:
        UserError: there is no such place, or the passage does not stand there.
    """
    read = Reader(snapshot)
    if path and not _exists(read, document, path):
        msg = said("There is no place {path!r} in document {document!r}.", path=path, document=document)
        raise UserError(msg, said("Check the path against the form."))
    text = text_at(read, document, path)
    at = text.find(quote)
    if at < 0:
        msg = said("“{quote}” does not stand at {path}.", quote=quote[:60], path=path)
        raise UserError(msg, said("Quote the words as they stand there."))
    return anchored_span(document, path, text, at, at + len(quote)) if quote else Anchor(document, path)


def anchored_span(document: str, path: str, text: str, start: int, end: int) -> Anchor:
    """An anchor at a stretch of the text that stands at a place."""
    return Anchor(document, path, text[start:end], text[max(0, start - _AROUND) : start], text[end : end + _AROUND])


def state_of(snapshot: Snapshot, anchor: Anchor) -> AnchorState:
    """Where an anchor leads now."""
    read = Reader(snapshot)
    place = anchor.document, anchor.path
    exists = not anchor.path or _exists(read, *place)
    span = _span(text_at(read, *place), anchor) if exists else None
    if span:
        return AnchorState("found", *place, *span)
    if len(anchor.quote) >= _TELLING:
        for path in _other_places(read, *place):
            if elsewhere := _span(text_at(read, anchor.document, path), anchor):
                return AnchorState("moved", anchor.document, path, *elsewhere)
    return AnchorState("changed" if exists else "gone", *place)


def carried(review: Answers, old: str, new: str, place_of: Callable[[str], str]) -> Answers:
    """The review after a document was carried to another form, with what pointed into it pointing to the new places.

    Where a place has none in the new form, the anchor keeps the old path and is gone.
    """
    changes: dict[str, Answer | None] = {}
    for table in _ANCHORED:
        for key in review.rows(table):
            document, path = (cell_path(table, key, column) for column in ("document", "path"))
            pointed = review.value(path)
            if review.value(document) != old:
                continue
            changes[document] = replace(review[document], value=new)
            if isinstance(pointed, str):
                changes[path] = replace(review[path], value=place_of(pointed) or pointed)
    return review.with_changes(changes)


def text_at(read: Reader, document: str, path: str) -> str:
    """What stands at a place as plain text: a narrative, a value, the cells of a row; empty when nothing does."""
    if path.startswith(_FIGURE):
        figure = read.results.figure(path.removeprefix(_FIGURE))
        return "" if figure is None else str(figure)
    asked, place = read.field(document, path), parse(path) if path else None
    if asked is None or place is None:
        return ""
    if asked.type == "table" and not place.column:
        rows = (place.row,) if place.row else read.rows(path, document)
        cells = (cell_path(asked.path, row, column.key) for row in rows for column in asked.columns)
        return "\n".join(filter(None, (answer_line(read, document, cell) for cell in cells)))
    answer = read.answer(document, path)
    if answer is not None and _is_prose(answer):
        return plain_text(answer.value)  # type: ignore[arg-type]
    return answer_line(read, document, path)


def _is_prose(answer: Answer) -> bool:
    return isinstance(answer.value, tuple) and bool(answer.value) and not isinstance(answer.value[0], str)


def _exists(read: Reader, document: str, path: str) -> bool:
    if path.startswith(_FIGURE):
        return read.results.figure(path.removeprefix(_FIGURE)) is not None
    asked = read.field(document, path)
    if asked is None:
        return False
    row = parse(path).row
    return not row or bool(asked.indices) or row in read.rows(asked.path, document)


def _span(text: str, anchor: Anchor) -> tuple[int, int] | None:
    """Where the passage stands, white space aside; of several places the one whose surroundings fit best."""
    if not anchor.quote:
        return 0, len(text)
    words = r"\s+".join(re.escape(word) for word in anchor.quote.split())
    found = [match.span() for match in re.finditer(words, text)] if words else []
    return max(found, key=lambda span: _fit(text, span, anchor), default=None)


def _fit(text: str, span: tuple[int, int], anchor: Anchor) -> int:
    """How many characters right before and behind are those that stood there."""
    before = _alike(text[: span[0]][::-1], anchor.before[::-1])
    return before + _alike(text[span[1] :], anchor.after)


def _alike(one: str, other: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _other_places(read: Reader, document: str, path: str) -> list[str]:
    """Other places of a document at which text is kept, those of the same field first."""
    own = field_of(path)
    others = (known for known in read.snapshot.of(document) if known != path)
    return sorted(others, key=lambda known: (field_of(known) != own, known))
