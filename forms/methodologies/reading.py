"""Reads a methodology from data: a TOML file, or an approach that is written in a project."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from forms.errors import DefinitionError, UserError
from forms.methodologies.calls import Called, Calls, FindTool
from forms.methodologies.checking import check_methodology
from forms.methodologies.entries import HEAD_KEYS, Data, Entry, check_number, place_of
from forms.methodologies.model import (
    Condition,
    EmissionSource,
    Equation,
    IndexSet,
    Methodology,
    Option,
    Origin,
    Parameter,
    Results,
    Selection,
    TableDefault,
)
from forms.methodologies.names import Names, type_of
from forms.methodologies.selections import selection_function, selection_functions
from forms.spelling import did_you_mean

if TYPE_CHECKING:
    from forms.methodologies.equations import Formula

_T = TypeVar("_T")

_KINDS = ("monitored", "fixed", "ex_ante_estimate")
_SCENARIOS = ("baseline", "project", "leakage")
_MOST_ENTRIES = 2000


@dataclass(frozen=True)
class Reading:
    """What could be read, and everything that was wrong; wrong entries are left out of the methodology."""

    methodology: Methodology
    errors: tuple[DefinitionError, ...]


class InvalidMethodology(DefinitionError):
    """A methodology with at least one error; `errors` has them all."""

    def __init__(self, errors: Sequence[DefinitionError]) -> None:
        first = errors[0]
        more = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
        super().__init__(f"{first.message}{more}", first.file, first.key)
        self.errors = tuple(errors)


def read_methodology(data: Data, origin: str, find_tool: FindTool) -> Reading:
    """Read a methodology and collect its errors; `origin` is the file or place that they name.

    `find_tool(code, version)` gives the tools that are called.
    """
    return _Reader(data, origin, find_tool).read()


class _Reader:
    def __init__(self, data: Data, place: str, find_tool: FindTool) -> None:
        self._data = data
        self._place = place
        self._errors: list[DefinitionError] = []
        self._names = Names()
        self._origin = Origin(
            self._head("code"), self._head("version"), self._head("title"), self._head("evidence") or "unverified"
        )
        self._calls = Calls(self._names, find_tool, self._origin)

    def read(self) -> Reading:
        """Declare every name first, then read what uses names, then check the whole."""
        for key in self._data:
            if key not in HEAD_KEYS:
                self._note(DefinitionError(f"The key “{key}” is not known."), str(key))
        sets = self._each("set", self._names.declare_set)
        self._each("option", self._names.declare_option)
        for table in ("parameter", "equation", "selection"):
            # Quiet: the same faults are met again, and noted, when the entry itself is read.
            self._each(table, self._names.declare_symbol, quiet=True)
        calls = self._each("call", self._calls.declare)
        methodology = self._assemble(sets, calls)
        unread = frozenset(self._names.symbols.keys() - methodology.definitions.keys())
        for error, key in check_methodology(methodology, frozenset(self._names.without_unit), unread):
            self._note(error, key)
        distinct = {(error.key, error.message): error for error in self._errors}
        return Reading(methodology, tuple(distinct.values()))

    def _assemble(self, sets: Sequence[IndexSet], calls: Sequence[Called]) -> Methodology:
        parameters = self._each("parameter", self._parameter)
        equations = self._each("equation", self._equation)
        options = self._each("option", self._option)
        conditions = self._each("condition", self._condition)
        sources = self._each("emission_source", self._source)
        selections = self._each("selection", self._selection)
        derived: list[Option] = []
        all_sets = list(sets)
        for called in calls:
            with self._collecting(f"call {called.call.id}"):
                derived += self._calls.derived_options(called)
                equations += self._calls.bound_equations(called)
                tool = self._calls.joined(called)
                all_sets += [entry for entry in tool.sets if entry.id not in {known.id for known in all_sets}]
                options += tool.options
                derived += tool.derived_options
                conditions += tool.conditions
                parameters += tool.parameters
                sources += tool.sources
                equations += tool.equations
                selections += tool.selections
        return Methodology(
            code=self._origin.code,
            version=self._origin.version,
            title=self._origin.title,
            kind=self._head("kind") or "methodology",
            scopes=tuple(int(scope) for scope in self._head_list("scopes") if scope.isdecimal()),
            scale=self._head_list("scale"),
            in_force_from=self._head("in_force_from"),
            in_force_to=self._head("in_force_to"),
            source=self._head("source"),
            evidence=self._origin.evidence,
            sets=tuple(all_sets),
            options=tuple(options),
            derived_options=tuple(derived),
            conditions=tuple(conditions),
            parameters=tuple(parameters),
            sources=tuple(sources),
            calls=tuple(called.call for called in calls),
            equations=tuple(equations),
            selections=tuple(selections),
            results=self._results(),
        )

    # -- collecting --

    @contextmanager
    def _collecting(self, key: str) -> Iterator[None]:
        try:
            yield
        except (DefinitionError, UserError) as error:
            self._note(error, key)

    def _note(self, error: DefinitionError | UserError, key: str) -> None:
        message = str(error) if isinstance(error, UserError) else error.message
        self._errors.append(DefinitionError(message, self._place, key))

    def _each(self, table: str, read: Callable[[Entry], _T], *, quiet: bool = False) -> list[_T]:
        """Read every entry of a table; those that fail are noted and left out."""
        value = self._data.get(table, ())
        if not isinstance(value, Sequence) or isinstance(value, str) or len(value) > _MOST_ENTRIES:
            self._note(DefinitionError(f"This must be a list of at most {_MOST_ENTRIES} tables."), table)
            return []
        found: list[_T] = []
        for position, data in enumerate(value, start=1):
            noted = len(self._errors)
            with self._collecting(place_of(table, data, position) if isinstance(data, Mapping) else table):
                if not isinstance(data, Mapping):
                    raise DefinitionError(f"Entry {position} is not a table.")
                found.append(read(Entry(data, table)))
            if quiet:
                del self._errors[noted:]
        return found

    def _head(self, key: str) -> str:
        value = self._data.get(key, "")
        return " ".join(str(value).split())

    def _head_list(self, key: str) -> tuple[str, ...]:
        value = self._data.get(key, ())
        if isinstance(value, str):
            return (value,)
        return tuple(map(str, value)) if isinstance(value, Sequence) else ()

    def _results(self) -> Results:
        value = self._data.get("results", {})
        table = value if isinstance(value, Mapping) else {}
        return Results(**{name: str(table.get(name, "")) for name in ("baseline", "project", "leakage", "reductions")})

    # -- entries --

    def _option(self, entry: Entry) -> Option:
        choices, default = entry.choices(), entry.text("default")
        if default and default not in {choice.code for choice in choices}:
            raise DefinitionError(f"The default “{default}” is none of the choices.")
        return Option(
            entry.needed("id"),
            entry.text("label"),
            choices,
            default,
            entry.text("source"),
            self._names.condition(entry),
            origin=self._origin,
        )

    def _condition(self, entry: Entry) -> Condition:
        requires = entry.text("requires")
        test = self._names.formula(requires, kinds=("truth",)) if requires else None
        reference = entry.text("reference")
        return Condition(
            entry.needed("id"), entry.text("text"), reference, self._names.condition(entry), test, self._origin
        )

    def _source(self, entry: Entry) -> EmissionSource:
        scenario = entry.needed("scenario")
        if scenario not in _SCENARIOS:
            raise DefinitionError(f"“{scenario}” is no scenario ({', '.join(_SCENARIOS)}).")
        terms = entry.texts("terms")
        for term in terms:
            if term not in self._names.symbols:
                raise DefinitionError(f"The term “{term}” is not declared." + did_you_mean(term, self._names.symbols))
        return EmissionSource(
            entry.needed("id"),
            scenario,
            entry.text("source"),
            entry.text("gas"),
            entry.flag("included", default=True),
            entry.text("justification"),
            self._names.condition(entry),
            terms,
            self._origin,
        )

    def _parameter(self, entry: Entry) -> Parameter:
        symbol, indices, unit = self._names.declared(entry)
        kind, sort = entry.text("kind") or "fixed", type_of(entry)
        if kind not in _KINDS:
            raise DefinitionError(f"“{kind}” is no kind of parameter ({', '.join(_KINDS)}).")
        annual = entry.flag("annual", default=False)
        if annual and not any(self._names.sets[index].kind == "period" for index in indices):
            raise DefinitionError("An annual amount needs the years of the crediting period as an index.")
        default = entry.text("default")
        if default and sort == "number":
            check_number(default, "default")
        plain = {key: entry.text(key) for key in _PLAIN_KEYS}
        return Parameter(
            symbol=symbol,
            indices=indices,
            unit=unit,
            kind=kind,
            type=sort,
            choices=entry.choices(),
            annual=annual,
            default=default,
            default_table=self._table_default(entry, sort, indices),
            initial=entry.number("initial"),
            required=self._required(entry),
            when=self._names.condition(entry),
            minimum=entry.number("minimum"),
            maximum=entry.number("maximum"),
            origin=self._origin,
            **plain,
        )

    def _table_default(self, entry: Entry, sort: str, indices: tuple[str, ...]) -> TableDefault | None:
        found = self._names.table_default(entry, indices)
        if found is not None and sort != "number":
            raise DefinitionError("Only a number can have its default in a table.")
        return found

    def _required(self, entry: Entry) -> bool | Formula:
        if entry.is_flag("required"):
            return entry.flag("required", default=True)
        return self._names.condition(entry, "required") or True

    def _equation(self, entry: Entry) -> Equation:
        symbol, indices, unit = self._names.declared(entry)
        return Equation(
            symbol,
            indices,
            unit,
            self._names.formula(entry.needed("expression"), indices),
            entry.text("number"),
            entry.text("description"),
            self._names.condition(entry),
            entry.text("reference"),
            entry.text("erratum"),
            entry.number("initial"),
            self._origin,
        )

    def _selection(self, entry: Entry) -> Selection:
        symbol, indices, unit = self._names.declared(entry)
        name, inputs = entry.needed("function"), entry.mapping("inputs")
        function = selection_function(name)
        if function is None:
            raise DefinitionError(f"“{name}” is no selection function ({', '.join(selection_functions())}).")
        if len(indices) != 1:
            raise DefinitionError("A selection runs over exactly one set.")
        missing = [key for key in function.required if key not in inputs]
        unknown = [key for key in inputs if key not in (*function.required, *function.optional)]
        if missing or unknown:
            raise DefinitionError(
                f"{name} needs {', '.join(function.required)}; may have {', '.join(function.optional)}."
            )
        return Selection(
            symbol,
            indices,
            name,
            {key: self._names.column(text, indices) for key, text in inputs.items()},
            unit,
            entry.text("description"),
            self._names.condition(entry),
            entry.text("reference"),
            entry.text("number"),
            self._origin,
        )


_PLAIN_KEYS = (
    "description", "source", "default_source", "purpose", "method", "equipment", "frequency", "qa_qc", "comment",
    "reference",
)  # fmt: skip
