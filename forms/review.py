"""Findings and their rounds: typed views of the review, and the verbs of those who review and respond.

They are answers of the document `review`, so undo, log, comparison and merge are those of every answer. Whether a
finding is open is not stored: its newest round says so, and two people's rounds cannot contradict each other.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, TypeVar

from forms.anchors import Anchor, AnchorState, state_of
from forms.answers import Answer
from forms.blocks import ListBlock, Paragraph, text_run
from forms.comparison import compare
from forms.document import REVIEW_DOCUMENT
from forms.errors import UserError
from forms.fieldpath import cell_path
from forms.freezing import section_fields, snapshot_of
from forms.prose import Prose, plain_text
from forms.said import said
from forms.views.differences import comparison_lines

if TYPE_CHECKING:
    from forms.answers import Answers, Value
    from forms.comparison import Comparison
    from forms.document import Snapshot
    from forms.project import Project
    from forms.revisions import Revision

Kind = Literal["CAR", "CL", "FAR", "comment"]
Status = Literal["open", "answered", "closed"]
KINDS: tuple[Kind, ...] = ("CAR", "CL", "FAR", "comment")
FINDINGS, ROUNDS = "R.findings", "R.rounds"
_MOST_CHANGES = 200
T = TypeVar("T")


@dataclass(frozen=True)
class Round:
    """A response or an assessment; `changes` says what changed in the documents since revision `revision`."""

    key: str
    number: int
    role: Literal["response", "assessment"]
    text: str
    evidence: str
    changes: str
    revision: int | None
    is_closing: bool
    by: str
    on: dt.date | None


@dataclass(frozen=True)
class Finding:
    """A finding with its rounds in order; `key` is its row in `R.findings`."""

    key: str
    kind: Kind
    number: str
    anchor: Anchor
    text: str
    requirement: str
    raised_by: str
    raised_on: dt.date | None
    due: dt.date | None
    is_public: bool
    revision: int | None
    rounds: tuple[Round, ...] = ()

    @property
    def name(self) -> str:
        """As people cite it: `CAR 3`."""
        return f"{self.kind if self.kind != 'comment' else 'Comment'} {self.number}".strip()

    @property
    def status(self) -> Status:
        """Open until a response comes, closed when the newest assessment says so and no response came after it."""
        last = self.rounds[-1] if self.rounds else None
        if last is None or (last.role == "assessment" and not last.is_closing):
            return "open"
        return "answered" if last.role == "response" else "closed"

    @property
    def responses(self) -> int:
        """How many times it was responded to."""
        return sum(found.role == "response" for found in self.rounds)

    def is_overdue(self, on: dt.date) -> bool:
        """True when a response is due since before this day."""
        return self.status == "open" and self.due is not None and self.due < on


# -- views ----------------------------------------------------------------------------------------------------


def findings(snapshot: Snapshot) -> tuple[Finding, ...]:
    """Every finding, in the order of the table."""
    rounds: dict[str, list[Round]] = {}
    answers = snapshot.of(REVIEW_DOCUMENT)
    for key in answers.rows(ROUNDS):
        row = _Row(answers, ROUNDS, key)
        rounds.setdefault(row.text("finding"), []).append(_round(row))
    return tuple(_finding(_Row(answers, FINDINGS, key), rounds.get(key, ())) for key in answers.rows(FINDINGS))


def finding_of(snapshot: Snapshot, key: str) -> Finding:
    """One finding by its row key.

    Raises:
        UserError: there is none.
    """
    found = next((finding for finding in findings(snapshot) if finding.key == key), None)
    if found is None:
        msg = said("There is no finding {key}.", key=key)
        raise UserError(msg, said("List them with: cerulean findings PROJECT.cerulean"))
    return found


def numbered_twice(snapshot: Snapshot) -> tuple[str, ...]:
    """Names that several findings have, as when two validators number for themselves."""
    names = [finding.name for finding in findings(snapshot)]
    return tuple(sorted({name for name in names if names.count(name) > 1}))


def anchor_state(snapshot: Snapshot, finding: Finding) -> AnchorState:
    """Where the finding leads now: found, moved, passage changed, or gone."""
    return state_of(snapshot, finding.anchor)


class _Row:
    """Cells of one row of the review."""

    def __init__(self, answers: Answers, table: str, key: str) -> None:
        self._answers = answers
        self._table = table
        self.key = key

    def value(self, column: str) -> Value | None:
        return self._answers.value(cell_path(self._table, self.key, column))

    def typed(self, column: str, kind: type[T]) -> T | None:
        value = self.value(column)
        return value if isinstance(value, kind) else None

    def text(self, column: str) -> str:
        return self.typed(column, str) or ""

    def prose(self, column: str) -> str:
        value = self.value(column)
        is_prose = isinstance(value, tuple) and value and not isinstance(value[0], str)
        return plain_text(value).strip() if is_prose else ""  # type: ignore[arg-type]

    def whole(self, column: str) -> int | None:
        value = self.typed(column, Decimal)
        return None if value is None else int(value)


def _finding(row: _Row, rounds: Sequence[Round]) -> Finding:
    kind: Kind = next((known for known in KINDS if known == row.text("kind")), "comment")
    anchor = Anchor(*(row.text(column) for column in ("document", "path", "quote", "before", "after")))
    in_order = sorted(rounds, key=lambda found: (found.number, found.role == "assessment"))
    return Finding(
        row.key, kind, row.text("number"), anchor, row.prose("text"), row.text("requirement"), row.text("raised_by"),
        row.typed("raised_on", dt.date), row.typed("due", dt.date), row.text("visibility") == "public",
        row.whole("revision"), tuple(in_order),
    )  # fmt: skip


def _round(row: _Row) -> Round:
    return Round(
        row.key, row.whole("number") or 0, "response" if row.text("role") == "response" else "assessment",
        row.prose("text"), row.text("evidence"), row.prose("changes"), row.whole("revision"),
        row.text("conclusion") == "closed", row.text("by"), row.typed("on", dt.date),
    )  # fmt: skip


# -- verbs ----------------------------------------------------------------------------------------------------


def raise_finding(
    project: Project,
    kind: Kind,
    text: str,
    *,
    anchor: Anchor | None = None,
    requirement: str = "",
    by: str = "",
    on: dt.date | None = None,
    due: dt.date | None = None,
    is_private: bool = False,
    revisions: Sequence[Revision] = (),
) -> str:
    """Add a finding, numbered by its kind; returns its row key. One undo step.

    Raises:
        UserError: no text, or no such kind.
    """
    _refuse_empty(text, "A finding")
    anchor = anchor or Anchor()
    cells: dict[str, Value | None] = {
        "kind": kind, "number": _next_number(project.snapshot, kind), "text": words(text),
        "requirement": requirement, "document": anchor.document, "path": anchor.path, "quote": anchor.quote,
        "before": anchor.before, "after": anchor.after, "raised_by": by, "raised_on": on, "due": due,
        "visibility": "private" if is_private else "public", "revision": _newest(revisions),
    }  # fmt: skip
    return _add(project, FINDINGS, cells, f"Raise {kind} {cells['number']}")


def respond(
    project: Project,
    key: str,
    text: str,
    *,
    evidence: str = "",
    by: str = "",
    on: dt.date | None = None,
    revisions: Sequence[Revision] = (),
) -> str:
    """Respond to a finding; what changed since the revision it was raised or last judged at is attached by itself.

    `evidence` is a row of `P.evidence`. Returns the row key of the round. One undo step.

    Raises:
        UserError: there is no such finding, or no text.
    """
    _refuse_empty(text, "A response")
    finding = finding_of(project.snapshot, key)
    base = _base(finding, revisions)
    cells: dict[str, Value | None] = {
        "finding": key, "number": Decimal(finding.responses + 1), "role": "response", "text": words(text),
        "evidence": evidence, "changes": _changes(project.snapshot, base, finding.anchor), "by": by, "on": on,
        "revision": Decimal(base.number) if base else None,
    }  # fmt: skip
    return _add(project, ROUNDS, cells, f"Respond to {finding.name}")


def conclude(
    project: Project,
    key: str,
    text: str,
    *,
    close: bool,
    by: str = "",
    on: dt.date | None = None,
    revisions: Sequence[Revision] = (),
) -> str:
    """Judge what was responded, and close the finding or leave it open; returns the row key. One undo step.

    Raises:
        UserError: there is no such finding, or no text.
    """
    _refuse_empty(text, "An assessment")
    finding = finding_of(project.snapshot, key)
    cells: dict[str, Value | None] = {
        "finding": key, "number": Decimal(finding.responses), "role": "assessment", "text": words(text),
        "conclusion": "closed" if close else "open", "by": by, "on": on, "revision": _newest(revisions),
    }  # fmt: skip
    return _add(project, ROUNDS, cells, f"{'Close' if close else 'Assess'} {finding.name}")


def renumber(project: Project, key: str, number: str) -> None:
    """Give a finding the number that others cite it by."""
    project.put(REVIEW_DOCUMENT, cell_path(FINDINGS, key, "number"), Answer(number))


def words(text: str) -> Prose:
    """Plain text as a narrative, one paragraph a line, with no sign in it taken for a mark."""
    return tuple(Paragraph(text_run(line.strip())) for line in text.splitlines() if line.strip())


def put_cells(project: Project, table: str, key: str, cells: Mapping[str, Value | None]) -> None:
    """Answer cells of a row of the review; what is empty is left out."""
    for column, value in cells.items():
        if value not in (None, "", ()):
            project.put(REVIEW_DOCUMENT, cell_path(table, key, column), Answer(value))


def _add(project: Project, table: str, cells: Mapping[str, Value | None], label: str) -> str:
    with project.edit(label):
        key = project.add_row(REVIEW_DOCUMENT, table)
        put_cells(project, table, key, cells)
    return key


def _refuse_empty(text: str, what: str) -> None:
    if not text.strip():
        msg = said("{what} needs its text.", what=what)
        raise UserError(msg, said("Say what is meant; it is what the other side reads."))


def _next_number(snapshot: Snapshot, kind: Kind) -> str:
    taken = [int(found.number) for found in findings(snapshot) if found.kind == kind and found.number.isdecimal()]
    return str(max(taken, default=0) + 1)


def _newest(revisions: Sequence[Revision]) -> Decimal | None:
    return Decimal(revisions[-1].number) if revisions else None


def _base(finding: Finding, revisions: Sequence[Revision]) -> Revision | None:
    """The revision that the other side last had in hand; `None` when nothing was frozen by then."""
    judged = [found.revision for found in finding.rounds if found.role == "assessment" and found.revision is not None]
    number = judged[-1] if judged else finding.revision
    return next((revision for revision in revisions if revision.number == number), None)


def _changes(snapshot: Snapshot, base: Revision | None, anchor: Anchor) -> Prose | None:
    """What changed since a revision, the section of the finding first; nothing is said of the review itself."""
    if base is None:
        return None
    before = snapshot_of(base, snapshot.attachments)
    comparison = _without_review(compare(before, snapshot))
    lines = [line for line in comparison_lines(comparison) if line.strip()]
    if anchor.path and not comparison.places & section_fields(snapshot, anchor.document, anchor.path):
        lines = ["Nothing changed at the place of the finding.", *lines]
    more = len(lines) - _MOST_CHANGES
    lines = [*lines[:_MOST_CHANGES], *([f"and {more} more lines"] if more > 0 else [])]
    return (ListBlock(ordered=False, items=tuple(text_run(line.strip()) for line in lines)),)


def _without_review(comparison: Comparison) -> Comparison:
    kept = tuple(document for document in comparison.documents if document.document != REVIEW_DOCUMENT)
    return replace(comparison, documents=kept)
