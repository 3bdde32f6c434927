"""Calls of tools: their symbols take names of the methodology, their inputs are bound to its values."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from forms.errors import DefinitionError
from forms.methodologies.equations import Signature
from forms.methodologies.equations.nodes import Either, Node, Text
from forms.methodologies.joining import Joined, Renaming, join
from forms.methodologies.model import Equation, IndexSet, Methodology, Option, Origin, Parameter, ToolCall
from forms.methodologies.names import Names, checked_name
from forms.spelling import did_you_mean

if TYPE_CHECKING:
    from forms.methodologies.entries import Entry

FindTool = Callable[[str, str], Methodology]


@dataclass
class Called:
    """A tool call while it is being read."""

    call: ToolCall
    tool: Methodology
    names: Renaming
    bound: set[str] = field(default_factory=set)
    inputs: dict[str, str] = field(default_factory=dict)
    options: dict[str, str] = field(default_factory=dict)


class Calls:
    """Reads the calls of one methodology, of that `origin`, into its names."""

    def __init__(self, names: Names, find_tool: FindTool, origin: Origin) -> None:
        self._names = names
        self._find_tool = find_tool
        self._origin = origin

    def declare(self, entry: Entry) -> Called:
        """A call whose names are declared; its inputs are not bound before all names are known."""
        code, _, version = entry.needed("tool").partition(":")
        tool = self._find_tool(code.strip(), version.strip())
        call_id = checked_name(entry.text("id") or re.sub(r"\W", "_", code))
        bindings = {**entry.mapping("inputs"), **entry.mapping("options")}
        outputs = entry.mapping("outputs")
        origin = Origin(tool.code, tool.version, tool.title, tool.evidence)
        when = self._names.condition(entry)
        call = ToolCall(call_id, origin, entry.mapping("inputs"), outputs, entry.mapping("options"), when)
        called = Called(call, tool, Renaming())
        self._sort_bindings(called, bindings)
        called.names = self._renaming(called, outputs)
        self._declare_tool(called)
        return called

    def _sort_bindings(self, called: Called, bindings: Mapping[str, str]) -> None:
        known_options = called.tool.options_by_id
        for name, text in bindings.items():
            if name in known_options:
                called.options[name] = text
            elif called.tool.parameter(name) is not None or name in called.tool.sets_by_id:
                called.inputs[name] = text
            else:
                known = [*known_options, *called.tool.definitions, *called.tool.sets_by_id]
                raise DefinitionError(f"{called.tool.id} has no input “{name}”." + did_you_mean(name, known))

    def _renaming(self, called: Called, outputs: Mapping[str, str]) -> Renaming:
        tool, prefix = called.tool, called.call.id
        for name in outputs:
            if name not in tool.definitions:
                raise DefinitionError(f"{tool.id} has no symbol “{name}”." + did_you_mean(name, tool.definitions))
        sets = {entry.id: self._set_name(called, entry) for entry in tool.sets}
        options = {entry.id: self._free(entry.id, prefix) for entry in (*tool.options, *tool.derived_options)}
        symbols = {name: outputs.get(name) or self._free(name, prefix) for name in tool.definitions}
        for name, text in called.options.items():
            if text in self._names.options:
                options[name] = text
                called.bound.add(name)
        for name, text in called.inputs.items():
            if name in tool.definitions and text in self._names.symbols:
                symbols[name] = text
                called.bound.add(name)
        return Renaming(symbols, sets, options, called.call.when)

    def _free(self, name: str, prefix: str) -> str:
        return f"{prefix}_{name}" if self._names.is_taken(name) else name

    def _set_name(self, called: Called, entry: IndexSet) -> str:
        """There is only one crediting period; other sets are shared only where the call says so."""
        if entry.id in called.inputs:
            wanted = called.inputs[entry.id]
            if wanted not in self._names.sets or self._names.sets[wanted].kind != entry.kind:
                raise DefinitionError(f"“{wanted}” is no set of the kind that “{entry.id}” of {called.tool.id} is.")
            called.bound.add(entry.id)
            return wanted
        if entry.kind == "period":
            period = next((known.id for known in self._names.sets.values() if known.kind == "period"), entry.id)
            if period in self._names.sets:
                called.bound.add(entry.id)
            return period
        return self._free(entry.id, called.call.id)

    def _declare_tool(self, called: Called) -> None:
        tool, names = called.tool, called.names
        for entry in tool.sets:
            if entry.id not in called.bound:
                new = names.index(entry.id)
                self._names.sets[new] = IndexSet(new, entry.kind, entry.label, entry.members, entry.letter)
        for option in (*tool.options, *tool.derived_options):
            self._names.options.setdefault(names.option(option.id), tuple(choice.code for choice in option.choices))
        for name, definitions in tool.definitions.items():
            first = definitions[0]
            codes = tuple(choice.code for choice in first.choices) if isinstance(first, Parameter) else ()
            is_number = not isinstance(first, Parameter) or first.is_number
            signature = Signature(names.indices(first.indices), is_number, first.unit, codes)
            self._check_same(names.symbol(name), signature, called)

    def _check_same(self, name: str, signature: Signature, called: Called) -> None:
        known = self._names.symbols.setdefault(name, signature)
        if known.indices != signature.indices or not known.unit.same_as(signature.unit):
            here = f"{name}{list(known.indices)} in {known.unit}"
            there = f"{list(signature.indices)} in {signature.unit}"
            raise DefinitionError(f"{here} cannot stand for what {called.tool.id} has as {there}.")

    def joined(self, called: Called) -> Joined:
        """The tool under the names that the call gives it, without what the call binds."""
        return join(called.tool, called.names, bound=frozenset(called.bound), prefix=called.call.id)

    def derived_options(self, called: Called) -> Iterator[Option]:
        """Options of a tool that are bound to an expression over options of the methodology."""
        for name, text in called.options.items():
            if name in called.bound:
                self._check_codes(called, name, self._names.options[text])
                continue
            option = called.tool.options_by_id[name]
            formula = self._names.option_formula(text, "text")
            self._check_codes(called, name, tuple(_outcomes(formula.tree)))
            called.bound.add(name)
            new = called.names.option(name)
            yield Option(new, option.label, option.choices, derived=formula, origin=option.origin)

    def _check_codes(self, called: Called, name: str, codes: Sequence[str]) -> None:
        allowed = {choice.code for choice in called.tool.options_by_id[name].choices}
        for code in codes:
            if code not in allowed:
                raise DefinitionError(f"“{code}” is no choice of “{name}” in {called.tool.id}.")

    def bound_equations(self, called: Called) -> Iterator[Equation]:
        """Inputs of a tool that are bound to an expression become equations of the methodology."""
        for name, text in called.inputs.items():
            parameter = called.tool.parameter(name)
            if name in called.bound or parameter is None:
                continue
            called.bound.add(name)
            indices = called.names.indices(parameter.indices)
            formula = self._names.formula(text, indices)
            symbol = called.names.symbol(name)
            when, description = called.names.condition(parameter.when), parameter.description
            yield Equation(symbol, indices, parameter.unit, formula, "", description, when, origin=self._origin)


def _outcomes(tree: Node) -> Iterator[str]:
    match tree:
        case Text():
            yield tree.value
        case Either():
            yield from _outcomes(tree.then)
            yield from _outcomes(tree.otherwise)
