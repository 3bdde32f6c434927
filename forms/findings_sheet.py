"""The table of findings as validation protocols have it, one row a round, out and in again; no matter what carries it.

Columns follow what findings are in validation reports (EB 44, annex 3, paragraph 165): number, type, finding, response
of the participants, changes made, conclusion of the validator.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import TYPE_CHECKING, cast

from forms import fieldtypes
from forms.anchors import Anchor, anchored
from forms.catalogue import REVIEW, form
from forms.document import Reader
from forms.errors import UserError
from forms.review import (
    KINDS,
    Finding,
    Kind,
    Round,
    anchor_state,
    conclude,
    finding_of,
    findings,
    raise_finding,
    renumber,
    respond,
)
from forms.said import said

if TYPE_CHECKING:
    from forms.document import Snapshot
    from forms.project import Project

Cell = str | dt.date
HEADS = (
    "No.", "Type", "Finding", "Requirement", "Document", "Place", "Passage", "Anchor", "Raised by", "Raised on", "Due",
    "Visibility", "Status", "Round", "Response", "Response by", "Response on", "Evidence", "Changes made",
    "Assessment", "Assessment by", "Assessment on", "Conclusion", "Row",
)  # fmt: skip
WANTED = ("Type", "Finding")
_HEAD_WITHIN = 20
MOST_ROWS = 10_000
_ROLES = ("response", "assessment")


@dataclass
class Taken:
    """What came of a sheet: row keys of findings, rounds that were added, and rows that could not be taken.

    `faults` gives the number of the row, counted as the sheet counts, with what is wrong with it; `assessments` are all
    that the sheet tells, in words.
    """

    raised: list[str] = field(default_factory=list)
    rounds: int = 0
    faults: list[tuple[int, str]] = field(default_factory=list)
    assessments: frozenset[str] = frozenset()


# -- out ------------------------------------------------------------------------------------------------------


def sheet_rows(snapshot: Snapshot, *, with_private: bool = True) -> list[list[Cell]]:
    """Cells of every finding and round under `HEADS`; a finding without rounds has one row.

    A round that was assessed more than once has a row for each assessment.
    """
    read = Reader(snapshot)
    return [
        _cells(read, finding, number, response, assessment)
        for finding in findings(snapshot)
        if with_private or finding.is_public
        for number, response, assessment in _parts(finding)
    ]


def _parts(finding: Finding) -> Iterator[tuple[int | None, Round | None, Round | None]]:
    """Number, response and assessment of each row; one without any of them when there are no rounds."""
    for number in sorted({found.number for found in finding.rounds}):
        of_round = [found for found in finding.rounds if found.number == number]
        responses, assessments = ([found for found in of_round if found.role == role] for role in _ROLES)
        yield from ((number, *pair) for pair in zip_longest(responses, assessments))
    if not finding.rounds:
        yield None, None, None


def _cells(
    read: Reader, finding: Finding, number: int | None, response: Round | None, assessment: Round | None
) -> list[Cell]:
    anchor = finding.anchor
    evidence = read.cell("P.evidence", response.evidence, "title") if response and response.evidence else ""
    return [
        finding.number, finding.kind, finding.text, finding.requirement, anchor.document, anchor.path, anchor.quote,
        anchor_state(read.snapshot, finding).words, finding.raised_by, finding.raised_on or "", finding.due or "",
        "public" if finding.is_public else "private", finding.status, "" if number is None else str(number),
        *_said(response), str(evidence or ""), response.changes if response else "",
        *_said(assessment), ("closed" if assessment.is_closing else "open") if assessment else "", finding.key,
    ]  # fmt: skip


def _said(part: Round | None) -> tuple[Cell, Cell, Cell]:
    return (part.text, part.by, part.on or "") if part else ("", "", "")


# -- in -------------------------------------------------------------------------------------------------------


def take_rows(project: Project, rows: Sequence[Sequence[object]]) -> Taken:
    """Add the findings and rounds of a sheet that are not there yet, as one undo step.

    What stands already is never overwritten: a row that contradicts it is a fault. The head may stand below a few
    lines of title; columns may stand in any order, and all but type and finding may be missing.

    Raises:
        UserError: the sheet has no such head, or more rows than any has.
    """
    at, columns = _head(rows)
    if len(rows) > MOST_ROWS:
        msg = said("The sheet has more than {most_rows:,} rows.", most_rows=MOST_ROWS)
        raise UserError(msg, said("Take out what are not findings."))
    told = [
        (number, {head: row[column] for head, column in columns.items() if column < len(row)})
        for number, row in enumerate(rows[at + 1 :], start=at + 2)
    ]
    taken = Taken(assessments=frozenset(_plain(_Row(cells).text("Assessment")) for _, cells in told))
    with project.edit("Take over a table of findings"):
        for number, cells in told:
            if any(_is_given(cell) for cell in cells.values()):
                _take(project, cells, number, taken)
    return taken


def _head(rows: Sequence[Sequence[object]]) -> tuple[int, Mapping[str, int]]:
    known = {head.casefold(): head for head in HEADS}
    for number, row in enumerate(rows[:_HEAD_WITHIN]):
        found = {known.get(str(cell or "").strip().casefold(), ""): at for at, cell in enumerate(row)}
        if set(WANTED) <= set(found):
            return number, {head: at for head, at in found.items() if head}
    msg = said("The sheet has no row with the heads {known}.", known=" and ".join(WANTED))
    raise UserError(msg, said("Heads that are known: {known}.", known=", ".join(HEADS)))


def _is_given(cell: object) -> bool:
    return cell is not None and str(cell).strip() != ""


def _take(project: Project, cells: Mapping[str, object], number: int, taken: Taken) -> None:
    """One row: all of it or nothing."""
    raised, rounds = len(taken.raised), taken.rounds
    try:
        with project.all_or_nothing():
            row = _Row(cells)
            key = _finding_of_row(project, row, taken)
            _take_parts(project, finding_of(project.snapshot, key), row, taken)
    except UserError as error:
        del taken.raised[raised:]
        taken.rounds = rounds
        taken.faults.append((number, str(error)))


class _Row:
    """Cells of one row by head, read as the review reads them."""

    def __init__(self, cells: Mapping[str, object]) -> None:
        self._cells = cells

    def text(self, head: str) -> str:
        value = self._cells.get(head)
        if isinstance(value, float) and value.is_integer():
            return str(int(value))
        return str(value).strip() if value is not None else ""

    def day(self, head: str) -> dt.date | None:
        value = self._cells.get(head)
        if isinstance(value, dt.datetime):
            return value.date()
        if isinstance(value, dt.date) or not self.text(head):
            return value if isinstance(value, dt.date) else None
        column = form(*REVIEW).fields["R.findings"].column("due")
        try:
            parsed = fieldtypes.parse(self.text(head), column) if column else None
        except UserError as error:
            msg = said("{head}: {message}", head=head, message=error.message)
            raise UserError(msg, error.remedy) from error
        return parsed if isinstance(parsed, dt.date) else None

    def one_of(self, head: str, allowed: Sequence[str], otherwise: str) -> str:
        entry = self.text(head)
        found = next((known for known in allowed if known.casefold() == entry.casefold()), None)
        if entry and found is None:
            msg = said("{head}: {entry!r} is none of {known}.", head=head, entry=entry[:40], known=", ".join(allowed))
            raise UserError(msg, said("Write it as one of them."))
        return found or otherwise

    @property
    def kind(self) -> Kind:
        found = self.one_of("Type", KINDS, "")
        if not found:
            msg = said("Type is empty.")
            raise UserError(msg, said("Write one of {known}.", known=", ".join(KINDS)))
        return cast("Kind", found)

    @property
    def round(self) -> int | None:
        entry = self.text("Round")
        if entry and not entry.isdecimal():
            msg = said("Round: {entry!r} is not a whole number.", entry=entry[:40])
            raise UserError(msg, said("Count rounds from 1."))
        return int(entry) if entry else None

    @property
    def anchor(self) -> Anchor:
        return Anchor(self.text("Document"), self.text("Place"), self.text("Passage"))


def _finding_of_row(project: Project, row: _Row, taken: Taken) -> str:
    """The finding that a row is about, by its row key or else by type and number; a new one where there is none."""
    kind, number = row.kind, row.text("No.")
    known = [
        finding
        for finding in findings(project.snapshot)
        if finding.key == row.text("Row") or (number and (finding.kind, finding.number) == (kind, number))
    ]
    if not known:
        return _new_finding(project, row, kind, number, taken)
    if row.text("Finding") and _plain(row.text("Finding")) != _plain(known[0].text):
        msg = said("{known} has another text in the project.", known=known[0].name)
        raise UserError(msg, said("Raise a new finding with a number of its own, or give the text as it stands."))
    return known[0].key


def _new_finding(project: Project, row: _Row, kind: Kind, number: str, taken: Taken) -> str:
    anchor = row.anchor
    if anchor.path:
        document = anchor.document or project.read.document_of(anchor.path)
        anchor = anchored(project.snapshot, document, anchor.path, anchor.quote)
    key = raise_finding(
        project, kind, row.text("Finding"), anchor=anchor, requirement=row.text("Requirement"),
        by=row.text("Raised by"), on=row.day("Raised on"), due=row.day("Due"),
        is_private=row.one_of("Visibility", ("public", "private"), "public") == "private",
    )  # fmt: skip
    if number:
        renumber(project, key, number)
    taken.raised.append(key)
    return key


def _take_parts(project: Project, finding: Finding, row: _Row, taken: Taken) -> None:
    number = row.round
    if row.text("Response") and _is_new(finding, number, "response", row.text("Response")):
        _check_round(finding, number, finding.responses + 1)
        by, on = row.text("Response by"), row.day("Response on")
        evidence = _evidence(project, row.text("Evidence"))
        respond(project, finding.key, row.text("Response"), evidence=evidence, by=by, on=on)
        taken.rounds += 1
    finding = finding_of(project.snapshot, finding.key)
    closes = row.one_of("Conclusion", ("open", "closed"), "open") == "closed"
    if row.text("Assessment") and _is_new(finding, number, "assessment", row.text("Assessment"), taken.assessments):
        _check_round(finding, number, finding.responses)
        by, on = row.text("Assessment by"), row.day("Assessment on")
        conclude(project, finding.key, row.text("Assessment"), close=closes, by=by, on=on)
        taken.rounds += 1
    elif closes and finding.status != "closed":
        msg = said(
            "{finding} is said to be closed, without an assessment that is not in the project yet.",
            finding=finding.name,
        )
        raise UserError(msg, said("Say in an assessment of its own why it is closed."))


def _evidence(project: Project, title: str) -> str:
    """The row of the evidence list with this title; empty when none is cited."""
    read = project.read
    rows = [key for key in read.rows("P.evidence") if read.cell("P.evidence", key, "title") == title]
    if title and not rows:
        msg = said("Evidence: the list of the project has no {title!r}.", title=title[:60])
        raise UserError(msg, said("Add it to the list of evidence first, or name it in the response."))
    return rows[0] if title else ""


def _is_new(finding: Finding, number: int | None, role: str, text: str, told: Collection[str] = frozenset()) -> bool:
    """False for what stands there already. Beside what the sheet has `told` as well, another text is an addition."""
    parts = [found for found in finding.rounds if found.role == role and number in (None, found.number)]
    if any(_plain(found.text) == _plain(text) for found in parts):
        return False
    if number is not None and any(_plain(found.text) not in told for found in parts):
        msg = said(
            "Round {number} of {finding} has another {role} in the project.",
            number=number,
            finding=finding.name,
            role=role,
        )
        raise UserError(msg, said("Give it as a round of its own."))
    return True


def _check_round(finding: Finding, number: int | None, expected: int) -> None:
    if number not in (None, expected):
        msg = said(
            "Round {number} of {finding} does not follow: the next one is {expected}.",
            number=number,
            finding=finding.name,
            expected=expected,
        )
        raise UserError(msg, said("Number the rounds one by one."))


def _plain(text: str) -> str:
    return " ".join(text.split())
