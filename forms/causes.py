"""Calculated figures that differ between two snapshots, each with what was changed below it.

A figure rests on the steps of its working; where the answer, the choice, the equation or the year behind a step
differs, that is a cause: “EF_grid changed, so ER 2014–2020 changed”.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from forms.document import APPROACH_DOCUMENT, FACTS_DOCUMENT, Place, Reader, Snapshot, inputs_document
from forms.fieldpath import cell_path, field_of, matrix_path, parse
from forms.inputs import PERIOD_INDEX, asked_indices, matrix_members, value_path
from forms.methodologies.model import Equation, Parameter, Selection
from forms.methodologies.working import Step, steps_below
from forms.results import COLUMNS
from forms.views.places import answer_line, effective_answer, label

if TYPE_CHECKING:
    from decimal import Decimal

    from forms.methodologies.calculation import Calculation
    from forms.methodologies.equations import Formula
    from forms.methodologies.model import Definition, Index

CauseKind = Literal["input", "option", "set", "equation", "crediting period", "methodology", "rounding", "answer"]
Key = tuple[str, tuple[str, ...]]
# What counts in an approach that is written in the project; the first column says what the row is about.
_WRITTEN = {
    "X.parameters": ("symbol", "indices", "unit", "annual"),
    "X.equations": ("symbol", "unit", "expression"),
    "X.sets": ("id", "kind", "members"),
}
_TOTALS = {"total": "total of the reductions", "annual_average": "annual average of the reductions"}
_PERIOD_FIELDS = ("P.crediting.start", "P.crediting.length", "P.crediting.rows")


@dataclass(frozen=True)
class Cause:
    """Something that was changed and on which a figure rests; `document` and `path` are where it stands."""

    kind: CauseKind
    name: str
    before: str
    after: str
    document: str = ""
    path: str = ""


@dataclass(frozen=True)
class PeriodChange:
    """A value before and after in one period; `None` is missing. Both are as they were calculated, not rounded."""

    period: str
    before: Decimal | None
    after: Decimal | None


@dataclass(frozen=True)
class FigureDifference:
    """A figure that differs, in the periods in which it does so for the same causes.

    `methodology` is the row of `P.methodologies` and `applied` its code and version; both are empty for the printed
    figures of the whole project (`total`, `annual_average`), which have one change without a period.
    """

    methodology: str
    applied: str
    column: str
    name: str
    changes: tuple[PeriodChange, ...]
    causes: tuple[Cause, ...]


@dataclass(frozen=True)
class CalculatedDifference:
    """A field of a form that is calculated and shows something else now."""

    document: str
    path: str
    label: str
    before: str
    after: str
    causes: tuple[Cause, ...]


def figure_differences(before: Snapshot, after: Snapshot) -> tuple[FigureDifference, ...]:
    """Every column of the results that differs, by methodology, then the totals."""
    keys = dict.fromkeys((*after.results.calculations, *before.results.calculations))
    by_methodology = tuple(found for key in keys for found in _Methodology(before, after, key).differences())
    return (*by_methodology, *_totals(before, after, by_methodology))


class _Side:
    """One methodology on one side, with the working of its results."""

    def __init__(self, snapshot: Snapshot, key: str) -> None:
        self.snapshot = snapshot
        self.document = inputs_document(key)
        self.read = Reader(snapshot)
        self.calculation: Calculation | None = snapshot.results.calculations.get(key)
        self._below: dict[Key, Mapping[Key, Step]] = {}

    @cached_property
    def rows(self) -> Mapping[str, Mapping[str, Decimal | None]]:
        """The four columns by label of the period."""
        if self.calculation is None:
            return {}
        return {row.period.label: {name: getattr(row, name) for name in COLUMNS} for row in self.calculation.periods}

    @property
    def id(self) -> str:
        """Code and version of the methodology; empty where it is not applied."""
        return self.calculation.methodology.id if self.calculation else ""

    def symbols(self, column: str) -> tuple[str, ...]:
        """The symbols that a column is; where reductions have none of their own, those of the other columns."""
        if self.calculation is None:
            return ()
        results = self.calculation.methodology.results
        own = getattr(results, column)
        return (own,) if own else tuple(name for name in results.symbols if column == "reductions")

    def steps(self, column: str, period: str) -> Mapping[Key, Step]:
        """All that a result rests on; nothing in a period that this side does not have."""
        found: dict[Key, Step] = {}
        for symbol in self.symbols(column) if period in self.rows else ():
            found.update(self._steps_of(symbol, period))
        return found

    def _steps_of(self, symbol: str, period: str) -> Mapping[Key, Step]:
        made = self.calculation
        if made is None or symbol not in made.methodology.definitions:
            return {}
        key = (symbol, (period,) if made.methodology.indices_of(symbol) else ())
        if key not in self._below:
            self._below[key] = {(step.symbol, step.index): step for step in steps_below(made.explain(*key))}
        return self._below[key]

    def definition(self, symbol: str) -> Definition | None:
        """What stands for a symbol with the choices made; `None` when there is nothing."""
        made = self.calculation
        return made.definition(symbol) if made and symbol in made.methodology.definitions else None

    def members(self, set_id: str) -> tuple[str, ...]:
        """Members of a set; none where the methodology does not have it."""
        made = self.calculation
        return made.members(set_id) if made and set_id in made.methodology.sets_by_id else ()

    def options_of(self, symbol: str) -> frozenset[str]:
        """Options that the definition in force looks at, and those that put it in force."""
        made, definition = self.calculation, self.definition(symbol)
        if made is None or definition is None:
            return frozenset()
        formulas: list[Formula | None] = [definition.when]
        if isinstance(definition, Equation):
            formulas.append(definition.formula)
        elif isinstance(definition, Selection):
            formulas.extend(definition.inputs.values())
        direct = {name for formula in formulas if formula for name in formula.options}
        return frozenset(asked for name in direct for asked in _asked_options(made, name))

    def place(self, symbol: str, index: Index) -> tuple[str, str]:
        """Path of the answer to a parameter at an index, and its name; empty for what is no parameter.

        One answer stands for all years of the crediting period.
        """
        definition = self.definition(symbol)
        if not isinstance(definition, Parameter):
            return "", ""
        named = dict(zip(definition.indices, index, strict=False))
        members = {name: named.get(name, "") for name in asked_indices(definition)}
        keys = tuple(self._row_key(name, member) for name, member in members.items())
        return matrix_path(value_path(symbol), keys), matrix_path(symbol, tuple(members.values()))

    def _row_key(self, set_id: str, member: str) -> str:
        members = matrix_members(self.read, self.document, set_id)
        return next((key for key, name in members if name == member), member)

    @cached_property
    def written(self) -> Mapping[str, tuple[str, ...]]:
        """Where an approach that is written in the project says what counts about each symbol and set."""
        made: dict[str, tuple[str, ...]] = {}
        answers = self.snapshot.of(APPROACH_DOCUMENT)
        for table, columns in _WRITTEN.items():
            for row in answers.rows(table):
                about = str(answers.value(cell_path(table, row, columns[0])) or "").partition("[")[0]
                name = _set_name(about) if table == "X.sets" else about
                made[name] = (*made.get(name, ()), *(cell_path(table, row, column) for column in columns))
        return made

    def has_row(self, document: str, path: str) -> bool:
        """Whether the row of a cell stands in its table."""
        place = parse(path)
        return place.row in self.snapshot.of(document).rows(place.field)

    def set_paths(self, set_id: str) -> tuple[str, ...]:
        """Where the members of a set are listed among the inputs: the order of the rows and their names."""
        table = f"I.sets.{set_id}"
        rows = self.snapshot.of(self.document).rows(table)
        return (table, *(cell_path(table, row, "name") for row in rows))


def _set_name(set_id: str) -> str:
    """A set beside symbols, which may be called alike."""
    return f"set {set_id}"


class _Methodology:
    """Compares the results of one methodology."""

    def __init__(self, before: Snapshot, after: Snapshot, key: str) -> None:
        self.key = key
        self.old, self.new = _Side(before, key), _Side(after, key)
        self._known: dict[tuple[Key, bool, bool], tuple[Cause, ...]] = {}

    def differences(self) -> Iterator[FigureDifference]:
        """Each column that differs, its periods grouped by their causes."""
        for column in COLUMNS:
            groups: dict[tuple[Cause, ...], list[PeriodChange]] = {}
            for change in self._changes(column):
                groups.setdefault(self.causes(column, change.period), []).append(change)
            symbols = self.new.symbols(column) or self.old.symbols(column)
            name = symbols[0] if len(symbols) == 1 else column
            for causes, changes in groups.items():
                yield FigureDifference(self.key, self.new.id or self.old.id, column, name, tuple(changes), causes)

    def _changes(self, column: str) -> Iterator[PeriodChange]:
        for period in dict.fromkeys((*self.old.rows, *self.new.rows)):
            before = self.old.rows.get(period, {}).get(column)
            after = self.new.rows.get(period, {}).get(column)
            if before != after:
                yield PeriodChange(period, before, after)

    def causes(self, column: str, period: str) -> tuple[Cause, ...]:
        """What differs below one figure, nearest to the result first."""
        above = tuple(self._methodology()) if self.old.id != self.new.id else ()
        is_on_both = self.old.calculation is not None and self.new.calculation is not None
        return tuple(dict.fromkeys((*above, *(self._below(column, period) if is_on_both or not above else ()))))

    def _methodology(self) -> Iterator[Cause]:
        """Another methodology or version is applied, or the approach written in the project came or went."""
        paths = [cell_path("P.methodologies", self.key, column) for column in ("code", "version")]
        changed = [path for path in paths if self._differs(FACTS_DOCUMENT, path)]
        if changed:
            yield Cause("methodology", "methodology", self.old.id, self.new.id, FACTS_DOCUMENT, changed[0])
        else:
            for symbol in dict.fromkeys((*self.new.written, *self.old.written)):
                yield from self._written(symbol)

    def _differs(self, document: str, path: str) -> bool:
        before, after = (effective_answer(side.read, document, path) for side in (self.old, self.new))
        return (before and before.value) != (after and after.value)

    def _below(self, column: str, period: str) -> Iterator[Cause]:
        if (period in self.old.rows) != (period in self.new.rows) and (causes := tuple(self._period())):
            yield from causes
            return
        old, new = self.old.steps(column, period), self.new.steps(column, period)
        for key in dict.fromkeys((*new, *old)):
            steps = old.get(key), new.get(key)
            known = (key, steps[0] is None, steps[1] is None)
            if known not in self._known:
                self._known[known] = tuple(self._of_step(key, *steps))
            yield from self._known[known]

    def _of_step(self, key: Key, old: Step | None, new: Step | None) -> Iterator[Cause]:
        symbol, index = key
        yield from self._options(symbol)
        if old is None or new is None:
            yield from self._sets(symbol)
        yield from self._written(symbol)
        answered = tuple(self._answer(symbol, index))
        yield from answered
        if not answered and old and new and old.kind == new.kind == "input" and old.value != new.value:
            yield from self._period()

    def _answer(self, symbol: str, index: Index) -> Iterator[Cause]:
        path, name = next(filter(any, (side.place(symbol, index) for side in (self.new, self.old))), ("", ""))
        if path and self._differs(self.new.document, path):
            yield _cause("input", name, self.old.read, self.new.read, (self.new.document, path))

    def _options(self, symbol: str) -> Iterator[Cause]:
        """Choices that decide what stands for a symbol, or what its equation counts."""
        names = {name for side in (self.old, self.new) for name in side.options_of(symbol)}
        for name in sorted(names):
            place = self.new.document, f"I.options.{name}"
            if self._differs(*place):
                yield _cause("option", name, self.old.read, self.new.read, place)

    def _sets(self, symbol: str) -> Iterator[Cause]:
        """Sets of a symbol that have other members; years of the crediting period are told as such."""
        definition = self.new.definition(symbol) or self.old.definition(symbol)
        for name in definition.indices if definition else ():
            if self.old.members(name) == self.new.members(name):
                continue
            if name == PERIOD_INDEX:
                yield from self._period()
            yield from self._written(_set_name(name), "set")
            for path in dict.fromkeys((*self.new.set_paths(name), *self.old.set_paths(name))):
                if self._differs(self.new.document, path):
                    yield _cause("set", _set_name(name), self.old.read, self.new.read, (self.new.document, path))

    def _written(self, name: str, kind: CauseKind = "equation") -> Iterator[Cause]:
        """What an approach that is written in the project says about a symbol or a set."""
        for path in dict.fromkeys((*self.new.written.get(name, ()), *self.old.written.get(name, ()))):
            place = APPROACH_DOCUMENT, path
            if self.old.has_row(*place) != self.new.has_row(*place) and not self._differs(*place):
                # The row was taken out of the table, and its cells are still kept.
                place = APPROACH_DOCUMENT, field_of(path)
            if self._differs(*place):
                yield _cause(kind, name, self.old.read, self.new.read, place)

    def _period(self) -> Iterator[Cause]:
        yield from period_causes(self.old.read, self.new.read)


def period_causes(old: Reader, new: Reader) -> Iterator[Cause]:
    """What was changed about the crediting period."""
    for path in _PERIOD_FIELDS:
        found = _cause("crediting period", label(new, FACTS_DOCUMENT, path), old, new, (FACTS_DOCUMENT, path))
        if found.before != found.after:
            yield found


def _asked_options(made: Calculation, name: str) -> Iterator[str]:
    """The option itself or, where the methodology decides it by itself, those it is decided by."""
    option = made.methodology.options_by_id.get(name)
    if option is None or option.derived is None:
        yield name
    else:
        for below in option.derived.options:
            yield from _asked_options(made, below)


# -- totals -----------------------------------------------------------------------------------------------------


def _totals(before: Snapshot, after: Snapshot, found: tuple[FigureDifference, ...]) -> Iterator[FigureDifference]:
    """The printed total and annual average, with the causes of all reductions that differ."""
    causes = dict.fromkeys(cause for figure in found if figure.column == "reductions" for cause in figure.causes)
    old, new = Reader(before), Reader(after)
    if before.results.rounding != after.results.rounding:
        causes[_cause("rounding", "rounding", old, new, (FACTS_DOCUMENT, "P.rounding"))] = None
    for name in _TOTALS:
        values = before.results.figure(name), after.results.figure(name)
        if values[0] != values[1]:
            every = causes if name == "total" else {**causes, **dict.fromkeys(period_causes(old, new))}
            yield FigureDifference("", "", name, _TOTALS[name], (PeriodChange("", *values),), tuple(every))


# -- calculated fields ----------------------------------------------------------------------------------------------


def calculated_differences(
    before: Snapshot, after: Snapshot, figures: tuple[FigureDifference, ...]
) -> tuple[CalculatedDifference, ...]:
    """Every calculated field that both snapshots have and that shows something else, with what it was made from."""
    shared = [name for name in after.documents if name in before.documents]
    return tuple(
        found
        for name in shared
        for path, asked in after.documents[name].form.fields.items()
        if asked.calculate and not asked.home and (found := _calculated(before, after, (name, path), figures))
    )


def _calculated(
    before: Snapshot, after: Snapshot, place: Place, figures: tuple[FigureDifference, ...]
) -> CalculatedDifference | None:
    reads: set[Place] = set()
    old_answer, new_answer = Reader(before, reads).answer(*place), Reader(after, reads).answer(*place)
    if (old_answer and old_answer.value) == (new_answer and new_answer.value):
        return None
    old, new = Reader(before), Reader(after)
    changed = sorted(read for read in reads if before.of(read[0]).get(read[1]) != after.of(read[0]).get(read[1]))
    causes = dict.fromkeys(_cause("answer", label(new, *read), old, new, read) for read in changed)
    # The results of the calculation are read as a whole: that is the one read without a path.
    if any(not path for _, path in reads):
        causes.update(dict.fromkeys(cause for figure in figures for cause in figure.causes))
    return CalculatedDifference(
        *place, label(new, *place), answer_line(old, *place), answer_line(new, *place), tuple(causes)
    )


def _cause(kind: CauseKind, name: str, old: Reader, new: Reader, place: Place) -> Cause:
    return Cause(kind, name, answer_line(old, *place), answer_line(new, *place), *place)
