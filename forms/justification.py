"""Warnings that stand for a reason. A reason holds while the warning and the answer it is about stay as they are."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from forms.answers import Answer
from forms.document import REVIEW_DOCUMENT, Reader
from forms.errors import UserError
from forms.exchange import answer_text, answer_to_data
from forms.fieldpath import cell_path, is_inside
from forms.problems import Severity
from forms.said import said

if TYPE_CHECKING:
    from forms.document import Snapshot
    from forms.problems import Problem
    from forms.project import Project

TABLE = "R.justifications"


@dataclass(frozen=True)
class Justification:
    """Why a warning is right as it is; `key` is its row."""

    key: str
    reason: str
    by: str
    on: dt.date | None


def justify(project: Project, problem: Problem, reason: str, *, by: str = "", on: dt.date | None = None) -> str:
    """Explain a warning, in place of an earlier explanation; returns the row key. One undo step.

    Raises:
        UserError: it is an error, which has to be mended, or no reason is given.
    """
    if problem.severity is Severity.ERROR:
        msg = said("{rule} is an error; it cannot be explained away.", rule=problem.rule)
        raise UserError(msg, problem.remedy)
    if not reason.strip():
        msg = said("A justified warning needs its reason.")
        raise UserError(msg, said("Say why it is right as it is; the reason is printed."))
    cells = {
        "rule": problem.rule, "document": problem.document, "path": problem.path, "reason": reason.strip(), "by": by,
        "on": on, "about": fingerprint(project.snapshot, problem),
    }  # fmt: skip
    with project.edit(f"Justify {problem.rule}", why=reason.strip()):
        key = _row_of(project.snapshot, problem) or project.add_row(REVIEW_DOCUMENT, TABLE)
        for column, value in cells.items():
            project.put(REVIEW_DOCUMENT, cell_path(TABLE, key, column), Answer(value) if value else None)
    return key


def justification_of(snapshot: Snapshot, problem: Problem) -> Justification | None:
    """What explains a warning; `None` when nothing does, or what did was about something else than stands there now."""
    key = _row_of(snapshot, problem)
    answers = snapshot.of(REVIEW_DOCUMENT)
    if not key or answers.value(cell_path(TABLE, key, "about")) != fingerprint(snapshot, problem):
        return None
    reason, by, on = (answers.value(cell_path(TABLE, key, column)) for column in ("reason", "by", "on"))
    return Justification(key, str(reason or ""), str(by or ""), on if isinstance(on, dt.date) else None)


def withdraw(project: Project, problem: Problem) -> None:
    """Take the reason for a warning back; nothing happens when there is none. One undo step."""
    key = _row_of(project.snapshot, problem)
    if key:
        with project.edit(f"Withdraw the reason for {problem.rule}"):
            project.remove_row(REVIEW_DOCUMENT, TABLE, key)


def fingerprint(snapshot: Snapshot, problem: Problem) -> str:
    """Hash of a problem and of the answers at its place: another one when either changes."""
    document, path = Reader(snapshot).home_of(problem.document, problem.path)
    answers = snapshot.of(document)
    about = {known: answer_to_data(answers[known]) for known in answers if path and is_inside(known, path)}
    parts = [problem.rule, problem.document, problem.path, problem.message, about]
    return hashlib.sha256(answer_text(parts).encode()).hexdigest()


def _row_of(snapshot: Snapshot, problem: Problem) -> str:
    """The row that speaks of this rule at this place, the latest; empty when none does."""
    answers = snapshot.of(REVIEW_DOCUMENT)
    wanted = {"rule": problem.rule, "document": problem.document, "path": problem.path}
    return next(
        (
            key
            for key in reversed(answers.rows(TABLE))
            if all((answers.value(cell_path(TABLE, key, column)) or "") == said for column, said in wanted.items())
        ),
        "",
    )
