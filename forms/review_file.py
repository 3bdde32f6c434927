"""Review files: findings, rounds and checklist of a project without the project, to be sent back and merged.

A finding belongs to who raised it and a round to who wrote it: where both sides have a row and differ, the file counts
for rows of whoever signed it, and the project for all others. What either side lacks is added; nothing is removed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NoReturn

from forms.answers import Answer, Answers, is_same
from forms.archive_parts import attachment_from_data, attachment_to_data
from forms.catalogue import REVIEW, form
from forms.document import FACTS_DOCUMENT, REVIEW_DOCUMENT, Reader, Snapshot
from forms.errors import Damaged, Refused
from forms.exchange import (
    answer_from_data,
    answer_to_data,
    asked_at,
    canonical_json,
    export_state,
    parse_json,
)
from forms.fieldpath import cell_path, field_of, parse
from forms.freezing import snapshot_of
from forms.merge import Merged, merge
from forms.said import said

if TYPE_CHECKING:
    from forms.evidence import Attachment
    from forms.project import Project
    from forms.revisions import Revision

FORMAT = "cerulean-review"
FORMAT_VERSION = 1
SUFFIX = ".cerulean-review"
LARGEST = 256 * 1024**2
_EVIDENCE = "P.evidence"
# Which column says whose row it is.
_OWNER = {"R.findings": "raised_by", "R.rounds": "by", "R.checklist": "by"}
_REMEDY = said("Ask the reviewer to write the review file again.")


@dataclass(frozen=True)
class ReviewFile:
    """What a review file holds. `base` is the hash of the project it was written about, without its review."""

    title: str
    form: str
    base: str
    by: str
    answers: Mapping[str, Answers]
    attachments: Mapping[str, Attachment]


def review_of(snapshot: Snapshot, by: str, *, with_private: bool = False) -> ReviewFile:
    """The review of a project, with the evidence that it cites; private findings only when asked for."""
    rows = dict(_rows(snapshot, with_private=with_private))
    review = _only(snapshot.of(REVIEW_DOCUMENT), rows)
    cited = {str(review.value(cell_path("R.rounds", key, "evidence"))) for key in rows["R.rounds"]}
    facts = snapshot.of(FACTS_DOCUMENT)
    evidence = [key for key in facts.rows(_EVIDENCE) if key in cited]
    answers = {REVIEW_DOCUMENT: review, FACTS_DOCUMENT: _only(facts, {_EVIDENCE: evidence})}
    files = {str(facts.value(cell_path(_EVIDENCE, key, "file"))) for key in evidence}
    carried = {sha256: file for sha256, file in snapshot.attachments.items() if sha256 in files}
    return ReviewFile(_title(snapshot), _form(snapshot), base_of(snapshot), by, answers, carried)


def base_of(snapshot: Snapshot) -> str:
    """SHA-256 of a project without its review: what a review was written about."""
    answers = {name: found for name, found in snapshot.answers.items() if name != REVIEW_DOCUMENT and found}
    return hashlib.sha256(export_state(Snapshot(snapshot.heads, answers, snapshot.attachments))).hexdigest()


def written_about(review: ReviewFile, snapshot: Snapshot, revisions: Sequence[Revision]) -> str:
    """Which state of the project a review was written about, for people; empty when none that is known here."""
    if base_of(snapshot) == review.base:
        return "the project as it stands"
    states = ((revision, snapshot_of(revision, snapshot.attachments)) for revision in reversed(revisions))
    return next((revision.name for revision, state in states if base_of(state) == review.base), "")


def take_review(project: Project, review: ReviewFile) -> Merged:
    """Merge a review into the project, as one undo step; `taken` says what came, `conflicts` what was not taken.

    Raises:
        Refused: the review is of another project.
    """
    snapshot = project.snapshot
    if _title(snapshot) != review.title and _form(snapshot) != review.form:
        msg = said("The review is of “{title}” ({form}), not of this project.", title=review.title, form=review.form)
        raise Refused(msg, said("Open the project that was sent to the reviewer."))
    theirs = Snapshot(snapshot.heads, {**snapshot.answers, **_completed(snapshot, review)}, _files(snapshot, review))
    merged = merge(_base(snapshot, theirs, review), snapshot, theirs)
    with project.edit(f"Take over the review of {review.by or 'a reviewer'}"):
        for file in review.attachments.values():
            project.attach(snapshot.attachments.get(file.sha256, file))
        for change in merged.taken:
            project.put(change.document, change.path, change.after)
    return merged


def new_rows(merged: Merged) -> Mapping[str, int]:
    """How many rows came by table, of those tables that got any."""
    orders = [change for change in merged.taken if change.path in {*_OWNER, _EVIDENCE}]
    counts = {change.path: len(_keys(change.after)) - len(_keys(change.before)) for change in orders}
    return {path: count for path, count in counts.items() if count > 0}


def _keys(order: Answer | None) -> Sequence[object]:
    return order.value if order is not None and isinstance(order.value, tuple) else ()


# -- which rows -----------------------------------------------------------------------------------------------


def _rows(snapshot: Snapshot, *, with_private: bool) -> Iterator[tuple[str, list[str]]]:
    """Rows of each table that may be sent; rounds and judgements of a finding that may not stay behind with it."""
    answers = snapshot.of(REVIEW_DOCUMENT)
    kept = [
        key
        for key in answers.rows("R.findings")
        if with_private or answers.value(cell_path("R.findings", key, "visibility")) == "public"
    ]
    yield "R.findings", kept
    held_back = {*answers.rows("R.findings")} - {*kept}
    for table in ("R.rounds", "R.checklist"):
        rows = answers.rows(table)
        yield table, [key for key in rows if answers.value(cell_path(table, key, "finding")) not in held_back]


def _only(answers: Answers, rows: Mapping[str, Sequence[str]]) -> Answers:
    """The answers of these rows, with the order of the tables they stand in."""
    kept = {(table, key) for table, keys in rows.items() for key in keys}
    cells = {path: answers[path] for path in answers if (field_of(path), parse(path).row) in kept}
    return Answers({**cells, **{table: Answer(tuple(keys)) for table, keys in rows.items() if keys}})


def _completed(snapshot: Snapshot, review: ReviewFile) -> dict[str, Answers]:
    """Both documents as the other side has them; what a review file never holds is as it is here."""
    tables = {*_OWNER, _EVIDENCE}
    made = {}
    for name, answers in review.answers.items():
        own = snapshot.of(name)
        others = {path: own[path] for path in own if field_of(path) not in tables}
        made[name] = Answers({**others, **answers})
    return made


def _files(snapshot: Snapshot, review: ReviewFile) -> dict[str, Attachment]:
    return {**review.attachments, **snapshot.attachments}


def _base(mine: Snapshot, theirs: Snapshot, review: ReviewFile) -> Snapshot:
    """A state that both could have begun with, so that a merge decides as this module says."""
    answers = dict(mine.answers)
    for name in review.answers:
        own, other = mine.of(name), theirs.of(name)
        shared = {
            path: found
            for path in {*own, *other}
            if (found := _before(own, other, path, review.by)) is not None
        }  # fmt: skip
        answers[name] = Answers(shared)
    return Snapshot(mine.heads, answers, mine.attachments)


def _before(mine: Answers, theirs: Answers, path: str, signed_by: str) -> Answer | None:
    """The answer that both sides are taken to have begun with."""
    table, place = field_of(path), parse(path)
    if table not in {*_OWNER, _EVIDENCE}:
        return mine.get(path)
    if not place.row:
        both = tuple(key for key in mine.rows(table) if key in theirs.rows(table))
        return Answer(both) if both else None
    if place.row not in mine.rows(table) or place.row not in theirs.rows(table):
        return None
    # Numbers are cited in letters: once given they stay. Evidence is the author's to describe.
    if table == _EVIDENCE or place.column == "number":
        return theirs.get(path)
    owner = cell_path(table, place.row, _OWNER[table])
    if signed_by and mine.value(owner) == theirs.value(owner) == signed_by:
        return mine.get(path)
    is_contested = path in mine and path in theirs and not is_same(mine[path], theirs[path])
    return None if is_contested else theirs.get(path)


# -- the file -------------------------------------------------------------------------------------------------


def write_review(review: ReviewFile) -> bytes:
    """The file as canonical JSON; the same review always gives the same bytes."""
    data = {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "project": {"title": review.title, "form": review.form, "base": review.base},
        "by": review.by,
        "answers": {
            name: {path: answer_to_data(answer) for path, answer in answers.items()}
            for name, answers in review.answers.items()
        },
        "attachments": [attachment_to_data(review.attachments[sha256]) for sha256 in sorted(review.attachments)],
    }
    return canonical_json({**data, "sha256": _hash(data)})


def read_review(content: bytes) -> ReviewFile:
    """The reverse of `write_review`.

    Raises:
        Damaged: not a review file, or changed on its way.
        Refused: written by a newer program.
    """
    if len(content) > LARGEST:
        _wrong(said("The review file is larger than {largest} MB.", largest=LARGEST // 1024**2))
    data = parse_json(content)
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        msg = said("This is not a review file.")
        raise Damaged(
            msg, said("Give a file written by: cerulean review export PROJECT.cerulean REVIEW.cerulean-review")
        )
    if data.get("format_version") != FORMAT_VERSION:
        msg = said("The review file was written by a newer program.")
        raise Refused(msg, said("Install the newest version of Cerulean."))
    kept = data.pop("sha256", "")
    if kept != _hash(data):
        _wrong(said("The review file was changed on its way."))
    return _review(data)


def _review(data: dict[str, Any]) -> ReviewFile:
    try:
        project, by = data["project"], data["by"]
        title, form_name, base = (str(project[name]) for name in ("title", "form", "base"))
        answers = {name: _answers(name, data["answers"].get(name, {})) for name in (REVIEW_DOCUMENT, FACTS_DOCUMENT)}
        attachments = [attachment_from_data(item) for item in data["attachments"]]
    except (KeyError, TypeError, AttributeError) as error:
        _wrong(said("The review file lacks something ({error}).", error=str(error)[:60]))
    return ReviewFile(title, form_name, base, str(by), answers, {file.sha256: file for file in attachments})


def _answers(name: str, paths: Mapping[str, object]) -> Answers:
    definition = form(*REVIEW) if name == REVIEW_DOCUMENT else form("project_facts", "1")
    allowed = set(_OWNER) if name == REVIEW_DOCUMENT else {_EVIDENCE}
    found = {}
    for path, data in paths.items():
        asked = asked_at(definition, path)
        if asked is None or field_of(path) not in allowed:
            _wrong(said("The review file answers {path!r}, which no review does.", path=path[:80]))
        found[path] = answer_from_data(data, asked)
    made = Answers(found)
    lost = [path for path in made if parse(path).row and parse(path).row not in made.rows(field_of(path))]
    if lost:
        _wrong(said("The review file has {lost!r} without its row.", lost=lost[0][:80]))
    return made


def _hash(data: Mapping[str, Any]) -> str:
    return hashlib.sha256(canonical_json(data)).hexdigest()


def _title(snapshot: Snapshot) -> str:
    return str(Reader(snapshot).value("P.title") or "")


def _form(snapshot: Snapshot) -> str:
    return ":".join(snapshot.heads[snapshot.main])


def _wrong(message: str) -> NoReturn:
    raise Damaged(message, _REMEDY)
