"""Joins a called tool to the methodology that calls it: names are carried over, and changed only where they clash."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeVar

from forms.methodologies.equations import Formula, nodes, source_text
from forms.methodologies.model import (
    Condition,
    EmissionSource,
    Equation,
    IndexSet,
    Methodology,
    Option,
    Parameter,
    Selection,
)

if TYPE_CHECKING:
    from forms.methodologies.equations.nodes import Node


@dataclass(frozen=True)
class Renaming:
    """New names for a tool's symbols, sets and options, and the condition under which the tool is called."""

    symbols: Mapping[str, str] = field(default_factory=dict)
    sets: Mapping[str, str] = field(default_factory=dict)
    options: Mapping[str, str] = field(default_factory=dict)
    when: Formula | None = None

    def symbol(self, name: str) -> str:
        """The new name of a symbol."""
        return self.symbols.get(name, name)

    def index(self, set_id: str) -> str:
        """The new name of a set."""
        return self.sets.get(set_id, set_id)

    def option(self, option_id: str) -> str:
        """The new name of an option."""
        return self.options.get(option_id, option_id)

    def indices(self, indices: tuple[str, ...]) -> tuple[str, ...]:
        """New names of a symbol's sets."""
        return tuple(self.index(set_id) for set_id in indices)

    def formula(self, formula: Formula | None) -> Formula | None:
        """A formula in the new names."""
        return None if formula is None else self.renamed(formula)

    def renamed(self, formula: Formula) -> Formula:
        """A formula in the new names; its source text is kept where nothing changes."""
        variables = {set_id: self.index(set_id) for set_id in formula.indices}
        tree = self._node(formula.tree, variables)
        if tree == formula.tree:
            return formula
        return Formula(source_text(tree), tree, self.indices(formula.indices))

    def condition(self, when: Formula | None) -> Formula | None:
        """A `when` of the tool, together with the condition of the call."""
        own = self.formula(when)
        if own is None or self.when is None:
            return own or self.when
        tree = nodes.Logic("and", (self.when.tree, own.tree))
        return Formula(source_text(tree), tree)

    def _node(self, node: Node, variables: Mapping[str, str]) -> Node:
        def again(child: Node) -> Node:
            return self._node(child, variables)

        match node:
            case nodes.Number() | nodes.Text():
                return node
            case nodes.Member():
                variable = variables.get(node.variable, node.variable)
                return nodes.Member(variable, self.index(node.set_id), node.is_numeric)
            case nodes.OptionValue():
                return nodes.OptionValue(self.option(node.id))
            case nodes.Symbol():
                keys, sets = tuple(map(again, node.keys)), self.indices(node.sets)
                return nodes.Symbol(self.symbol(node.name), keys, sets, node.is_number)
            case nodes.Fold():
                return self._fold(node, variables)
        return _rebuilt(node, again)

    def _fold(self, node: nodes.Fold, variables: Mapping[str, str]) -> nodes.Fold:
        # A loop variable keeps its name, even where it is that of a set, since it hides the set's own index.
        inner = {**variables, **{loop.variable: loop.variable for loop in node.loops}}
        loops = tuple(nodes.Loop(loop.variable, self.index(loop.set_id)) for loop in node.loops)
        test = None if node.test is None else self._node(node.test, inner)
        amount = None if node.amount is None else self._node(node.amount, variables)
        return nodes.Fold(node.function, self._node(node.body, inner), loops, test, amount)


def _rebuilt(node: Node, again: Callable[[Node], Node]) -> Node:
    match node:
        case nodes.Negative():
            return nodes.Negative(again(node.operand))
        case nodes.Binary():
            return nodes.Binary(node.operator, again(node.left), again(node.right))
        case nodes.Comparison():
            return nodes.Comparison(node.operator, again(node.left), again(node.right))
        case nodes.OneOf():
            return nodes.OneOf(again(node.operand), node.texts, node.negated)
        case nodes.Logic():
            return nodes.Logic(node.operator, tuple(map(again, node.operands)))
        case nodes.Not():
            return nodes.Not(again(node.operand))
        case nodes.Either():
            return nodes.Either(again(node.test), again(node.then), again(node.otherwise))
        case nodes.Call():
            return nodes.Call(node.function, tuple(map(again, node.arguments)))
    return node


@dataclass(frozen=True)
class Joined:
    """A tool's entries in the caller's names."""

    sets: tuple[IndexSet, ...]
    options: tuple[Option, ...]
    derived_options: tuple[Option, ...]
    conditions: tuple[Condition, ...]
    parameters: tuple[Parameter, ...]
    sources: tuple[EmissionSource, ...]
    equations: tuple[Equation, ...]
    selections: tuple[Selection, ...]


def join(tool: Methodology, names: Renaming, *, bound: frozenset[str], prefix: str) -> Joined:
    """The tool's entries for a caller; parameters, options and sets that are `bound` (old names) are left out.

    Conditions and emission sources get `prefix` before their id, since ids such as `c1` are used by all.
    """
    return Joined(
        sets=tuple(replace(entry, id=names.index(entry.id)) for entry in tool.sets if entry.id not in bound),
        options=tuple(_option(entry, names) for entry in tool.options if entry.id not in bound),
        derived_options=tuple(_option(entry, names) for entry in tool.derived_options),
        conditions=tuple(_condition(entry, names, prefix) for entry in tool.conditions),
        parameters=tuple(_parameter(entry, names) for entry in tool.parameters if entry.symbol not in bound),
        sources=tuple(_source(entry, names, prefix) for entry in tool.sources),
        equations=tuple(_equation(entry, names) for entry in tool.equations),
        selections=tuple(_selection(entry, names) for entry in tool.selections),
    )


def _option(option: Option, names: Renaming) -> Option:
    when = names.condition(option.when) if option.derived is None else None
    return replace(option, id=names.option(option.id), when=when, derived=names.formula(option.derived))


def _condition(condition: Condition, names: Renaming, prefix: str) -> Condition:
    when, requires = names.condition(condition.when), names.formula(condition.requires)
    return replace(condition, id=f"{prefix}_{condition.id}", when=when, requires=requires)


def _source(source: EmissionSource, names: Renaming, prefix: str) -> EmissionSource:
    terms = tuple(names.symbol(term) for term in source.terms)
    return replace(source, id=f"{prefix}_{source.id}", when=names.condition(source.when), terms=terms)


def _parameter(parameter: Parameter, names: Renaming) -> Parameter:
    required = parameter.required if isinstance(parameter.required, bool) else names.renamed(parameter.required)
    wanted = parameter.default_table
    if wanted is not None:
        wanted = replace(wanted, match={key: names.renamed(formula) for key, formula in wanted.match.items()})
    return replace(_placed(parameter, names), required=required, default_table=wanted)


def _equation(equation: Equation, names: Renaming) -> Equation:
    return replace(_placed(equation, names), formula=names.renamed(equation.formula))


def _selection(selection: Selection, names: Renaming) -> Selection:
    inputs = {name: names.renamed(formula) for name, formula in selection.inputs.items()}
    return replace(_placed(selection, names), inputs=inputs)


_Defined = TypeVar("_Defined", Parameter, Equation, Selection)


def _placed(entry: _Defined, names: Renaming) -> _Defined:
    symbol, indices = names.symbol(entry.symbol), names.indices(entry.indices)
    return replace(entry, symbol=symbol, indices=indices, when=names.condition(entry.when))
