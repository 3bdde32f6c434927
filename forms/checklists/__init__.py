"""What a validator goes through: the questions of a standard, linked to fields and to what the check already knows."""

from __future__ import annotations

import datetime as dt
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Literal

from forms.document import REVIEW_DOCUMENT, Reader
from forms.errors import UserError
from forms.facts import text
from forms.fieldpath import cell_path, is_inside
from forms.problems import Severity
from forms.review import FINDINGS, put_cells, words
from forms.rules import all_rules
from forms.said import said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forms.answers import Value
    from forms.document import Place, Snapshot
    from forms.problems import Problem
    from forms.project import Project

Mark = Literal["met", "not_met", "not_applicable"]
Standard = Literal["validation", "determination"]
STANDARDS: tuple[Standard, ...] = ("validation", "determination")
TABLE = "R.checklist"


@dataclass(frozen=True)
class Item:
    """A question of a standard. `places` are fields of any form that answer it, `themes` the rules that test it."""

    id: str
    question: str
    source: str
    places: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    evidence: str = "found"


@dataclass(frozen=True)
class Line:
    """A question with what stands in the project.

    `places` are those that this project has, `answered` those of them that have an answer; `problems` is what the
    check says there or by its rules. `mark` and `comment` are the reviewer's own, `None` and empty before; `finding` is
    the row of the finding that the judgement led to, `by` and `on` say whose it is.
    """

    item: Item
    places: tuple[Place, ...]
    answered: tuple[Place, ...]
    problems: tuple[Problem, ...]
    mark: Mark | None
    comment: str
    finding: str = ""
    by: str = ""
    on: dt.date | None = None

    @property
    def known(self) -> str:
        """What the check knows, for people; a judgement is left to the reviewer."""
        errors = sum(problem.severity is Severity.ERROR for problem in self.problems)
        if self.problems:
            return f"{errors} error{'' if errors == 1 else 's'}, {len(self.problems) - errors} of less weight"
        if not self.answered:
            return "nothing answered"
        return f"{len(self.answered)} of {len(self.places)} places answered, no problem found"


@cache
def items(standard: Standard) -> tuple[Item, ...]:
    """The questions of a standard, in its order."""
    data = tomllib.loads((files("forms") / "checklists" / f"{standard}.toml").read_text(encoding="utf-8"))
    return tuple(_item(entry) for entry in data["item"])


def _item(entry: dict[str, Any]) -> Item:
    values: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in entry.items()}
    return Item(**values)


def standard_of(snapshot: Snapshot) -> Standard:
    """The standard that a project is judged by: determination under JI, else validation."""
    read = Reader(snapshot)
    return "determination" if (text(read, "P.mechanism") or read.form(read.main).mechanism) == "ji" else "validation"


def checklist(snapshot: Snapshot, problems: Sequence[Problem]) -> tuple[Line, ...]:
    """Every question of the standard of a project, with what the problems of a check say to it."""
    read, standard = Reader(snapshot), standard_of(snapshot)
    themes = {rule.id: rule.theme for rule in all_rules()}
    return tuple(_line(read, standard, item, problems, themes) for item in items(standard))


def judge(
    project: Project,
    item_id: str,
    mark: Mark,
    comment: str = "",
    *,
    finding: str = "",
    by: str = "",
    on: dt.date | None = None,
) -> str:
    """Keep how a question was judged, in place of an earlier judgement; returns the row key. One undo step.

    Raises:
        UserError: the standard of the project has no such question.
    """
    standard = standard_of(project.snapshot)
    if item_id not in {item.id for item in items(standard)}:
        msg = said("The {standard} checklist has no question {item_id!r}.", standard=standard, item_id=item_id)
        raise UserError(msg, said("It has: {known}.", known=", ".join(item.id for item in items(standard))))
    cells: dict[str, Value | None] = {
        "standard": standard, "item": item_id, "mark": mark, "comment": words(comment), "finding": finding, "by": by,
        "on": on,
    }  # fmt: skip
    with project.edit(f"Judge {item_id}"):
        key = _row(project.read, standard, item_id) or project.add_row(REVIEW_DOCUMENT, TABLE)
        for column in cells:
            project.clear(REVIEW_DOCUMENT, cell_path(TABLE, key, column))
        put_cells(project, TABLE, key, cells)
    return key


def _line(read: Reader, standard: Standard, item: Item, problems: Sequence[Problem], themes: dict[str, str]) -> Line:
    places = tuple((document, path) for path in item.places if (document := _document(read, path)))
    homes = [read.home_of(*place) for place in places]
    about = tuple(
        problem
        for problem in problems
        if themes.get(problem.rule) in item.themes
        or any(problem.document == document and is_inside(problem.path, path) for document, path in (*places, *homes))
    )
    answered = tuple(place for place in places if _is_answered(read, place))
    key = _row(read, standard, item.id)
    mark, finding, on = (read.value(cell_path(TABLE, key, column)) for column in ("mark", "finding", "on"))
    comment, by = (read.text(cell_path(TABLE, key, column)) for column in ("comment", "by"))
    is_there = finding in read.rows(FINDINGS)
    return Line(
        item, places, answered, about, _mark(mark), comment, str(finding) if is_there else "", by,
        on if isinstance(on, dt.date) else None,
    )  # fmt: skip


def _mark(value: object) -> Mark | None:
    match value:
        case "met" | "not_met" | "not_applicable":
            return value
    return None


def _document(read: Reader, path: str) -> str:
    document = read.document_of(path)
    return document if read.field(document, path) else ""


def _is_answered(read: Reader, place: Place) -> bool:
    answer = read.answer(*place)
    return answer is not None and (answer.is_blank_on_purpose or answer.value not in (None, "", ()))


def _row(read: Reader, standard: Standard, item_id: str) -> str:
    """The row in which a question was judged, the latest; empty when it was not."""
    wanted = (standard, item_id)
    rows = read.rows(TABLE)
    return next(
        (
            key
            for key in reversed(rows)
            if (read.value(cell_path(TABLE, key, "standard")), read.value(cell_path(TABLE, key, "item"))) == wanted
        ),
        "",
    )
