"""Reads a methodology from data: a TOML file, or an approach that is written in a project."""

from __future__ import annotations

import keyword
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TypeVar

from forms.errors import DefinitionError, UserError
from forms.methodologies.checking import check_methodology
from forms.methodologies.entries import HEAD_KEYS, Data, Entry, check_number, place_of
from forms.methodologies.equations import (
    FOLDS,
    FUNCTIONS,
    Either,
    Formula,
    Kind,
    Node,
    Scope,
    Signature,
    Text,
    parse,
)
from forms.methodologies.joining import Renaming, join
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
    SetKind,
    ToolCall,
)
from forms.methodologies.selections import selection_function, selection_functions
from forms.quantities import DIMENSIONLESS, Unit, parse_unit, similar

FindTool = Callable[[str, str], Methodology]
_T = TypeVar("_T")

_TYPES = ("number", "text", "date", "choice", "yes_no")
_KINDS = ("monitored", "fixed", "ex_ante_estimate")
_SET_KINDS: tuple[SetKind, ...] = ("period", "years", "rows", "fixed")
_SCENARIOS = ("baseline", "project", "leakage")
_MOST_ENTRIES = 2000
_LEFT_SIDE = re.compile(r"([^\W\d]\w*)\s*(?:\[([^\[\]]*)\])?")


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


@dataclass
class _Called:
    """A tool call while it is being read."""

    call: ToolCall
    tool: Methodology
    names: Renaming
    bound: set[str] = field(default_factory=set)
    inputs: dict[str, str] = field(default_factory=dict)
    options: dict[str, str] = field(default_factory=dict)


class _Reader:
    def __init__(self, data: Data, place: str, find_tool: FindTool) -> None:
        self._data = data
        self._place = place
        self._find_tool = find_tool
        self._errors: list[DefinitionError] = []
        self._sets: dict[str, IndexSet] = {}
        self._options: dict[str, tuple[str, ...]] = {}
        self._symbols: dict[str, Signature] = {}
        self._without_unit: set[str] = set()
        self._origin = Origin(self._head("code"), self._head("version"), self._head("title"))

    def read(self) -> Reading:
        """Declare every name first, then read what uses names, then check the whole."""
        for key in self._data:
            if key not in HEAD_KEYS:
                self._note(DefinitionError(f"The key “{key}” is not known."), str(key))
        sets = self._each("set", self._set)
        self._each("option", self._declare_option)
        for table in ("parameter", "equation", "selection"):
            # Quiet: the same faults are met again, and noted, when the entry itself is read.
            self._each(table, self._declare_symbol, quiet=True)
        calls = self._each("call", self._declare_call)
        methodology = self._assemble(sets, calls)
        for error, key in check_methodology(methodology, frozenset(self._without_unit)):
            self._note(error, key)
        distinct = {(error.key, error.message): error for error in self._errors}
        return Reading(methodology, tuple(distinct.values()))

    def _assemble(self, sets: Sequence[IndexSet], calls: Sequence[_Called]) -> Methodology:
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
                derived += self._derived_options(called)
                equations += self._bound_equations(called)
                tool = join(called.tool, called.names, bound=frozenset(called.bound), prefix=called.call.id)
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
            evidence=self._head("evidence") or "unverified",
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

    # -- names --

    def _set(self, entry: Entry) -> IndexSet:
        set_id, kind = _name(entry.needed("id")), entry.needed("kind")
        if set_id in self._sets:
            raise DefinitionError("There are two sets of this id.")
        members = entry.texts("members")
        if kind == "fixed" and not members:
            raise DefinitionError("A fixed set needs members.")
        for known in _SET_KINDS:
            if kind == known:
                made = IndexSet(set_id, known, entry.text("label"), members, entry.text("letter") or set_id)
                self._sets[set_id] = made
                return made
        raise DefinitionError(f"“{kind}” is no kind of set ({', '.join(_SET_KINDS)}).")

    def _declare_option(self, entry: Entry) -> None:
        option_id = _name(entry.needed("id"))
        if option_id in self._options or option_id in self._sets:
            raise DefinitionError("This name is used twice.")
        codes = tuple(choice.code for choice in entry.choices())
        if not codes:
            raise DefinitionError("An option needs choices.")
        self._options[option_id] = codes

    def _declare_symbol(self, entry: Entry) -> None:
        symbol, indices = self._left_side(entry)
        if symbol in self._sets or symbol in self._options:
            raise DefinitionError(f"“{symbol}” is also the name of a set or an option.")
        is_number = _type(entry) == "number"
        codes = tuple(choice.code for choice in entry.choices())
        unit, known = DIMENSIONLESS, self._symbols.get(symbol)
        try:
            unit = self._unit(entry)
        except UserError:
            self._without_unit.add(symbol)
            raise
        finally:
            if known is None:
                self._symbols[symbol] = Signature(indices, is_number, unit, codes)

    def _left_side(self, entry: Entry) -> tuple[str, tuple[str, ...]]:
        """Symbol and indices, from `BE[y]` or from the two keys."""
        text = entry.needed("symbol")
        found = _LEFT_SIDE.fullmatch(text)
        if found is None:
            raise DefinitionError(f"“{text}” is no symbol such as BE or BE[y].")
        inside = tuple(part.strip() for part in (found[2] or "").split(",") if part.strip())
        indices = inside or entry.texts("indices")
        for index in indices:
            if index not in self._sets:
                raise DefinitionError(f"The set “{index}” is not declared." + _hint(index, self._sets))
        if len(set(indices)) != len(indices):
            raise DefinitionError("A symbol cannot have the same index twice.")
        return _name(found[1]), indices

    def _unit(self, entry: Entry) -> Unit:
        return parse_unit(entry.text("unit") or ("1" if _type(entry) != "number" else ""))

    def _indices_and_unit(self, entry: Entry) -> tuple[str, tuple[str, ...], Unit]:
        """What an entry declares, checked against what the same symbol declares elsewhere."""
        symbol, indices = self._left_side(entry)
        if symbol not in self._symbols:
            self._declare_symbol(entry)  # says again, and aloud, why it was refused
        unit, declared = self._unit(entry), self._symbols[symbol]
        if indices != declared.indices:
            raise DefinitionError(f"“{symbol}” is declared with other indices: {list(declared.indices)}.")
        if not unit.same_as(declared.unit) and symbol not in self._without_unit:
            raise DefinitionError(f"“{symbol}” is declared in another unit elsewhere: {declared.unit}.")
        return symbol, indices, unit

    # -- formulas --

    def _scope(self) -> Scope:
        return Scope(self._symbols, self._sets, self._options)

    def _formula(self, text: str, indices: tuple[str, ...] = (), kinds: tuple[Kind, ...] = ("number",)) -> Formula:
        return parse(text, self._scope(), indices=indices, kinds=kinds)

    def _when(self, entry: Entry, key: str = "when") -> Formula | None:
        text = entry.text(key)
        return parse(text, Scope(options=self._options), kinds=("truth",)) if text else None

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
            self._when(entry),
            origin=self._origin,
        )

    def _condition(self, entry: Entry) -> Condition:
        requires = entry.text("requires")
        test = self._formula(requires, kinds=("truth",)) if requires else None
        reference = entry.text("reference")
        return Condition(entry.needed("id"), entry.text("text"), reference, self._when(entry), test, self._origin)

    def _source(self, entry: Entry) -> EmissionSource:
        scenario = entry.needed("scenario")
        if scenario not in _SCENARIOS:
            raise DefinitionError(f"“{scenario}” is no scenario ({', '.join(_SCENARIOS)}).")
        terms = entry.texts("terms")
        for term in terms:
            if term not in self._symbols:
                raise DefinitionError(f"The term “{term}” is not declared." + _hint(term, self._symbols))
        return EmissionSource(
            entry.needed("id"),
            scenario,
            entry.text("source"),
            entry.text("gas"),
            entry.flag("included", default=True),
            entry.text("justification"),
            self._when(entry),
            terms,
            self._origin,
        )

    def _parameter(self, entry: Entry) -> Parameter:
        symbol, indices, unit = self._indices_and_unit(entry)
        kind, sort = entry.text("kind") or "fixed", _type(entry)
        if kind not in _KINDS:
            raise DefinitionError(f"“{kind}” is no kind of parameter ({', '.join(_KINDS)}).")
        annual = entry.flag("annual", default=False)
        if annual and not any(self._sets[index].kind == "period" for index in indices):
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
            required=self._required(entry),
            when=self._when(entry),
            minimum=entry.number("minimum"),
            maximum=entry.number("maximum"),
            origin=self._origin,
            **plain,
        )

    def _required(self, entry: Entry) -> bool | Formula:
        if entry.is_flag("required"):
            return entry.flag("required", default=True)
        return self._when(entry, "required") or True

    def _equation(self, entry: Entry) -> Equation:
        symbol, indices, unit = self._indices_and_unit(entry)
        return Equation(
            symbol,
            indices,
            unit,
            self._formula(entry.needed("expression"), indices),
            entry.text("number"),
            entry.text("description"),
            self._when(entry),
            entry.text("reference"),
            entry.text("erratum"),
            self._origin,
        )

    def _selection(self, entry: Entry) -> Selection:
        symbol, indices, unit = self._indices_and_unit(entry)
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
            {key: self._column(text, indices) for key, text in inputs.items()},
            unit,
            entry.text("description"),
            self._when(entry),
            entry.text("reference"),
            entry.text("number"),
            self._origin,
        )

    def _column(self, text: str, indices: tuple[str, ...]) -> Formula:
        """An input of a selection: an expression, or the bare name of a symbol over the same set."""
        signature = self._symbols.get(text)
        if signature is not None and signature.indices == indices:
            text = f"{text}[{', '.join(indices)}]"
        return self._formula(text, indices, ("number", "text"))

    # -- tools --

    def _declare_call(self, entry: Entry) -> _Called:
        code, _, version = entry.needed("tool").partition(":")
        tool = self._find_tool(code.strip(), version.strip())
        call_id = _name(entry.text("id") or re.sub(r"\W", "_", code))
        bindings = {**entry.mapping("inputs"), **entry.mapping("options")}
        outputs = entry.mapping("outputs")
        origin = Origin(tool.code, tool.version, tool.title)
        when = self._when(entry)
        call = ToolCall(call_id, origin, entry.mapping("inputs"), outputs, entry.mapping("options"), when)
        called = _Called(call, tool, Renaming())
        self._sort_bindings(called, bindings)
        called.names = self._renaming(called, outputs)
        self._declare_tool(called)
        return called

    def _sort_bindings(self, called: _Called, bindings: Mapping[str, str]) -> None:
        known_options = called.tool.options_by_id
        for name, text in bindings.items():
            if name in known_options:
                called.options[name] = text
            elif called.tool.parameter(name) is not None or name in called.tool.sets_by_id:
                called.inputs[name] = text
            else:
                known = [*known_options, *called.tool.definitions, *called.tool.sets_by_id]
                raise DefinitionError(f"{called.tool.id} has no input “{name}”." + _hint(name, known))

    def _renaming(self, called: _Called, outputs: Mapping[str, str]) -> Renaming:
        tool, prefix = called.tool, called.call.id
        for name in outputs:
            if name not in tool.definitions:
                raise DefinitionError(f"{tool.id} has no symbol “{name}”." + _hint(name, tool.definitions))
        sets = {entry.id: self._set_name(called, entry) for entry in tool.sets}
        options = {entry.id: self._free(entry.id, prefix) for entry in (*tool.options, *tool.derived_options)}
        symbols = {name: outputs.get(name) or self._free(name, prefix) for name in tool.definitions}
        for name, text in called.options.items():
            if text in self._options:
                options[name] = text
                called.bound.add(name)
        for name, text in called.inputs.items():
            if name in tool.definitions and text in self._symbols:
                symbols[name] = text
                called.bound.add(name)
        return Renaming(symbols, sets, options, called.call.when)

    def _free(self, name: str, prefix: str) -> str:
        taken = name in self._symbols or name in self._options or name in self._sets
        return f"{prefix}_{name}" if taken else name

    def _set_name(self, called: _Called, entry: IndexSet) -> str:
        """There is only one crediting period; other sets are shared only where the call says so."""
        if entry.id in called.inputs:
            wanted = called.inputs[entry.id]
            if wanted not in self._sets or self._sets[wanted].kind != entry.kind:
                raise DefinitionError(f"“{wanted}” is no set of the kind that “{entry.id}” of {called.tool.id} is.")
            called.bound.add(entry.id)
            return wanted
        if entry.kind == "period":
            period = next((known.id for known in self._sets.values() if known.kind == "period"), entry.id)
            if period in self._sets:
                called.bound.add(entry.id)
            return period
        return self._free(entry.id, called.call.id)

    def _declare_tool(self, called: _Called) -> None:
        tool, names = called.tool, called.names
        for entry in tool.sets:
            if entry.id not in called.bound:
                new = names.index(entry.id)
                self._sets[new] = IndexSet(new, entry.kind, entry.label, entry.members, entry.letter)
        for option in (*tool.options, *tool.derived_options):
            self._options.setdefault(names.option(option.id), tuple(choice.code for choice in option.choices))
        for name, definitions in tool.definitions.items():
            first = definitions[0]
            codes = tuple(choice.code for choice in first.choices) if isinstance(first, Parameter) else ()
            is_number = not isinstance(first, Parameter) or first.is_number
            signature = Signature(names.indices(first.indices), is_number, first.unit, codes)
            self._check_same(names.symbol(name), signature, called)

    def _check_same(self, name: str, signature: Signature, called: _Called) -> None:
        known = self._symbols.setdefault(name, signature)
        if known.indices != signature.indices or not known.unit.same_as(signature.unit):
            here = f"{name}{list(known.indices)} in {known.unit}"
            there = f"{list(signature.indices)} in {signature.unit}"
            raise DefinitionError(f"{here} cannot stand for what {called.tool.id} has as {there}.")

    def _derived_options(self, called: _Called) -> Iterator[Option]:
        for name, text in called.options.items():
            if name in called.bound:
                self._check_codes(called, name, self._options[text])
                continue
            option = called.tool.options_by_id[name]
            formula = parse(text, Scope(options=self._options), kinds=("text",))
            self._check_codes(called, name, tuple(_outcomes(formula.tree)))
            called.bound.add(name)
            new = called.names.option(name)
            yield Option(new, option.label, option.choices, derived=formula, origin=option.origin)

    def _check_codes(self, called: _Called, name: str, codes: Sequence[str]) -> None:
        allowed = {choice.code for choice in called.tool.options_by_id[name].choices}
        for code in codes:
            if code not in allowed:
                raise DefinitionError(f"“{code}” is no choice of “{name}” in {called.tool.id}.")

    def _bound_equations(self, called: _Called) -> Iterator[Equation]:
        """Inputs of a tool that are bound to an expression become equations of the methodology."""
        for name, text in called.inputs.items():
            parameter = called.tool.parameter(name)
            if name in called.bound or parameter is None:
                continue
            called.bound.add(name)
            indices = called.names.indices(parameter.indices)
            formula = self._formula(text, indices)
            symbol = called.names.symbol(name)
            when, description = called.names.condition(parameter.when), parameter.description
            yield Equation(symbol, indices, parameter.unit, formula, "", description, when, origin=self._origin)


_PLAIN_KEYS = (
    "description", "source", "default_source", "purpose", "method", "equipment", "frequency", "qa_qc", "comment",
    "reference",
)  # fmt: skip


def _type(entry: Entry) -> str:
    """The type of a parameter; `text = true` is the short form of words."""
    sort = entry.text("type") or ("text" if entry.flag("text", default=False) else "number")
    if sort not in _TYPES:
        raise DefinitionError(f"“{sort}” is no type of parameter ({', '.join(_TYPES)}).")
    return sort


def _name(text: str) -> str:
    if not text.isidentifier():
        raise DefinitionError(f"“{text}” is no name: use letters, digits and _, beginning with a letter.")
    if keyword.iskeyword(text) or text in FOLDS or text in FUNCTIONS:
        raise DefinitionError(f"“{text}” is a word of the equation language; write {text}_ instead.")
    return text


def _hint(name: str, known: Iterator[str] | Mapping[str, object] | Sequence[str]) -> str:
    close = similar(name, known)
    return f" Did you mean {' or '.join(close)}?" if close else ""


def _outcomes(tree: Node) -> Iterator[str]:
    match tree:
        case Text():
            yield tree.value
        case Either():
            yield from _outcomes(tree.then)
            yield from _outcomes(tree.otherwise)
