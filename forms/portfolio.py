"""Many projects at a glance: the line that each has in a list; search, filter and order of such lines."""

from __future__ import annotations

import datetime as dt
import operator
import re
import shlex
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields
from decimal import Decimal, InvalidOperation
from functools import cached_property
from typing import TYPE_CHECKING, Any

from forms.document import Reader
from forms.errors import UserError
from forms.facts import applied_methodologies, hosts, text
from forms.periods import iso_day
from forms.problems import Severity
from forms.review import findings
from forms.rules import check
from forms.said import said

if TYPE_CHECKING:
    from forms.document import Snapshot

TODAY = "today"


@dataclass(frozen=True)
class ListedProject:
    """One line of a list of projects; `None` and empty texts are missing, never zero.

    `tonnes` is the annual average of the reductions in tCO2e as printed, `findings` how many are not closed, `due` the
    earliest day by which one of them waits for a response. A file that cannot be read has a `fault` and nothing else.
    """

    file: str
    title: str = ""
    host: str = ""
    mechanism: str = ""
    form: str = ""
    methodology: str = ""
    stage: str = ""
    tonnes: Decimal | None = None
    findings: int | None = None
    due: dt.date | None = None
    errors: int | None = None
    warnings: int | None = None
    fault: str = ""

    @cached_property
    def words(self) -> str:
        """Everything that can be searched for by a word, in small letters."""
        return "\n".join(_folded(str(getattr(self, column))) for column in _TEXTS)


COLUMNS = tuple(item.name for item in fields(ListedProject))
_TEXTS = ("title", "host", "mechanism", "form", "methodology", "stage", "file", "fault")


def listed(file: str, snapshot: Snapshot) -> ListedProject:
    """The line of a project, with the problems that the check finds for the recipient and stage it names."""
    read, checked = Reader(snapshot), check(snapshot)
    waiting = [finding for finding in findings(snapshot) if finding.status != "closed"]
    due = (finding.due for finding in waiting if finding.status == "open" and finding.due)
    return ListedProject(
        file,
        title=text(read, "P.title"),
        host="; ".join(party.name for party in hosts(read)),
        mechanism=checked.occasion.mechanism.upper(),
        form=read.form(read.main).name,
        methodology="; ".join(f"{used.code} {used.version}".strip() for used in applied_methodologies(read)),
        stage=checked.occasion.stage.replace("_", " "),
        tonnes=snapshot.results.printed_average,
        findings=len(waiting),
        due=min(due, default=None),
        errors=len(checked.errors),
        warnings=checked.count(Severity.WARNING),
    )


# -- search and filter ----------------------------------------------------------------------------------------

Test = Callable[[ListedProject], bool]
_COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
    "!=": operator.ne,
}
_CONDITION = re.compile(r"([a-z]+)(<=|>=|!=|=|<|>|:)(.*)", re.DOTALL)
_EXAMPLE = "For example: host=China stage=registration tonnes>=10000 errors>0 due<today wind"


def search(projects: Iterable[ListedProject], wanted: str, *, today: dt.date | None = None) -> list[ListedProject]:
    """Projects that satisfy all of what is wanted, in their order; every one when nothing is.

    A word is looked for in all texts, in any letters. `column=value` asks for one of the values of a column, or for how
    it begins (`methodology=ACM0002`), `column:value` for a part of it; `<`, `<=`, `>`, `>=` compare tonnes, counts and
    days; `column=` without a value is: missing.

    Raises:
        UserError: there is no such column, or it cannot be compared in this way.
    """
    tests = [_test(part, today or dt.date.today()) for part in _parts(wanted)]
    return [project for project in projects if all(test(project) for test in tests)]


def _parts(wanted: str) -> Sequence[str]:
    try:
        return shlex.split(wanted)
    except ValueError:  # A quote that is still open, as while somebody types.
        return wanted.replace('"', " ").replace("'", " ").split()


def _test(part: str, today: dt.date) -> Test:
    found = _CONDITION.fullmatch(part)
    if found is None:
        word = _folded(part)
        return lambda project: word in project.words
    column, sign, value = found.groups()
    if column not in COLUMNS:
        msg = said("A list of projects has no column {column!r}.", column=column)
        raise UserError(msg, said("Columns: {known}. {example}", known=", ".join(COLUMNS), example=_EXAMPLE))
    if not value:
        return _test_of_missing(column, sign)
    return _test_of_text(column, sign, value) if column in _TEXTS else _test_of_size(column, sign, value, today)


def _test_of_missing(column: str, sign: str) -> Test:
    wants_missing = sign != "!="
    return lambda project: (getattr(project, column) in (None, "")) is wants_missing


def _test_of_text(column: str, sign: str, value: str) -> Test:
    word = _folded(value)
    if sign == ":":
        return lambda project: word in _folded(getattr(project, column))
    if sign not in {"=", "!="}:
        raise _not_comparable(column, sign)
    return lambda project: _is_one_of(word, getattr(project, column)) is (sign == "=")


def _is_one_of(word: str, values: str) -> bool:
    return any(part == word or part.startswith(f"{word} ") for part in _folded(values).split("; "))


def _test_of_size(column: str, sign: str, value: str, today: dt.date) -> Test:
    compare = _COMPARE["=" if sign == ":" else sign]
    size = _size(column, value, today)

    def test(project: ListedProject) -> bool:
        own = getattr(project, column)
        return own is not None and compare(own, size)

    return test


def _size(column: str, value: str, today: dt.date) -> Decimal | dt.date:
    try:
        if column == "due":
            return today if value == TODAY else iso_day(value)
        size = Decimal(value.replace(",", ""))
    except (ValueError, InvalidOperation) as error:
        raise _not_comparable(column, value) from error
    if not size.is_finite():
        raise _not_comparable(column, value)
    return size


def _not_comparable(column: str, with_what: str) -> UserError:
    kind = "day, written year-month-day" if column == "due" else "text" if column in _TEXTS else "number"
    return UserError(
        said(
            "The column {column!r} holds a {kind}; {with_what!r} does not go with it.",
            column=column,
            kind=kind,
            with_what=with_what,
        ),
        _EXAMPLE,
    )


def _folded(words: str) -> str:
    return words.casefold().replace("_", " ")


# -- order ----------------------------------------------------------------------------------------------------


def in_order(projects: Iterable[ListedProject], column: str, *, descending: bool = False) -> list[ListedProject]:
    """The projects sorted by a column, and within it by title; where it is missing they come last in any case.

    Raises:
        UserError: there is no such column.
    """
    if column not in COLUMNS:
        msg = said("A list of projects has no column {column!r}.", column=column)
        raise UserError(msg, said("Columns: {known}.", known=", ".join(COLUMNS)))
    by_title = sorted(projects, key=lambda project: (_folded(project.title), project.file))
    there = [project for project in by_title if getattr(project, column) not in (None, "")]
    missing = [project for project in by_title if getattr(project, column) in (None, "")]
    there.sort(key=lambda project: _key(getattr(project, column)), reverse=descending)
    return there + missing


def _key(value: Any) -> Any:  # noqa: ANN401 - of one column, so of one type
    return _folded(value) if isinstance(value, str) else value
