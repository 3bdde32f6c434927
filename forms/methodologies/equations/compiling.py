"""Compiles a tree to Python functions: of one index, and of all at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from forms.methodologies.equations import nodes
from forms.methodologies.equations.arithmetic import CALLABLES
from forms.methodologies.equations.decay import Decay, decay_of
from forms.methodologies.equations.stocks import DecaySum

if TYPE_CHECKING:
    from forms.methodologies.equations.nodes import Node


# What a compiled tree is bound to; see `formula.Surroundings`.
_ASKED = ("column", "option", "numbers", "key", "members")
Bind = Callable[..., Callable[..., Any]]


def compile_tree(tree: Node, indices: tuple[str, ...]) -> Bind:
    """Python code for a tree: bound to `Surroundings`, a function of one key for each index."""
    writer = _CodeWriter(indices)
    body = writer.code(tree, writer.names)
    return writer.bound(f"lambda {', '.join(writer.names.values())}: {body}")


def compile_column(tree: Node, indices: tuple[str, ...]) -> Bind:
    """Python code for a tree at all its indices: bound to `Surroundings`, a function of the members of each set."""
    writer = _CodeWriter(indices)
    body = writer.code(tree, writer.names)
    loops = "".join(f" for {name} in m{name}" for name in writer.names.values())
    key = "".join(f"{name}, " for name in writer.names.values())
    cells = f"{{({key}): {body}{loops}}}"
    return writer.bound(f"lambda {', '.join(f'm{name}' for name in writer.names.values())}: {cells}")


class _CodeWriter:
    """Writes code from our nodes alone; names the author chose are replaced by numbered ones."""

    def __init__(self, indices: tuple[str, ...]) -> None:
        self.names = {index: f"i{position}" for position, index in enumerate(indices)}
        self._constants: dict[str, Decimal] = {}
        self._asked_once: dict[str, str] = {}
        self._stocks: dict[str, str] = {}
        self._loops = 0

    def bound(self, function: str) -> Bind:
        """The function inside another one, which asks its surroundings once for all that every call needs."""
        for once in (self._stocks, self._asked_once):
            function = f"(lambda {', '.join(once.values())}: {function})({', '.join(once)})"
        code = f"lambda {', '.join(_ASKED)}: {function}"
        # Safe: the text is written below, node by node, and has no builtins.
        within = {"__builtins__": {}, **CALLABLES, "stocks": DecaySum, **self._constants}
        return eval(compile(code, "<equation>", "eval"), within)  # type: ignore[no-any-return]

    def _once(self, question: str) -> str:
        return self._asked_once.setdefault(question, f"a{len(self._asked_once)}")

    def code(self, node: Node, names: Mapping[str, str]) -> str:
        match node:
            case nodes.Number():
                return self._constant(node.value)
            case nodes.Text():
                return repr(node.value)
            case nodes.Member():
                name = names[node.variable]
                return f"{self._once(f'numbers({node.set_id!r})')}[{name}]" if node.is_numeric else name
            case nodes.OptionValue():
                return f"option({node.id!r})"
            case nodes.Symbol():
                return self._symbol(node, names)
            case nodes.Negative():
                return f"(-{self.code(node.operand, names)})"
            case nodes.Binary() | nodes.Comparison():
                return self._binary(node, names)
            case nodes.OneOf():
                word = "not in" if node.negated else "in"
                return f"({self.code(node.operand, names)} {word} {node.texts!r})"
            case nodes.Logic():
                return "(" + f" {node.operator} ".join(self.code(part, names) for part in node.operands) + ")"
            case nodes.Not():
                return f"(not {self.code(node.operand, names)})"
            case nodes.Either():
                parts = (self.code(part, names) for part in (node.then, node.test, node.otherwise))
                return "({} if {} else {})".format(*parts)
            case nodes.Call():
                return self._call(node, names)
            case nodes.Fold():
                return self._fold(node, names)

    def _constant(self, value: Decimal) -> str:
        name = f"c{len(self._constants)}"
        self._constants[name] = value
        return name

    def _symbol(self, node: nodes.Symbol, names: Mapping[str, str]) -> str:
        keys = (self._key(key, set_id, names) for key, set_id in zip(node.keys, node.sets, strict=True))
        return f"{self._once(f'column({node.name!r})')}[({''.join(key + ', ' for key in keys)})]"

    def _key(self, node: Node, set_id: str, names: Mapping[str, str]) -> str:
        if isinstance(node, nodes.Text):
            return repr(node.value)
        if isinstance(node, nodes.Member) and node.set_id == set_id:
            return names[node.variable]
        return f"key({set_id!r}, {self.code(node, names)})"

    def _binary(self, node: nodes.Binary | nodes.Comparison, names: Mapping[str, str]) -> str:
        left, right = self.code(node.left, names), self.code(node.right, names)
        if node.operator in ("/", "**"):
            return f"{'divide' if node.operator == '/' else 'power'}({left}, {right})"
        return f"({left} {node.operator} {right})"

    def _call(self, node: nodes.Call, names: Mapping[str, str]) -> str:
        arguments = ", ".join(self.code(argument, names) for argument in node.arguments)
        return f"{node.function}(({arguments}))" if node.function in ("min", "max") else f"{node.function}({arguments})"

    def _fold(self, node: nodes.Fold, names: Mapping[str, str]) -> str:
        decay = decay_of(node)
        if decay is not None:
            return self._decay(decay, names)
        inner, clauses = dict(names), []
        for loop in node.loops:
            self._loops += 1
            inner[loop.variable] = f"x{self._loops}"
            clauses.append(f" for x{self._loops} in members({loop.set_id!r})")
        test = f" if {self.code(node.test, inner)}" if node.test is not None else ""
        if node.function == "irr":
            variable = inner[node.loops[0].variable]
            number = self._once(f"numbers({node.loops[0].set_id!r})")
            years = f"[{number}[{variable}]{clauses[0]}]"
            return f"irr({years}, [{self.code(node.body, inner)}{clauses[0]}])"
        looped = f"{self.code(node.body, inner)}{''.join(clauses)}{test}"
        return f"{node.function}({looped if node.amount is None else f'({looped}), {self.code(node.amount, names)}'})"

    def _decay(self, decay: Decay, names: Mapping[str, str]) -> str:
        """A call of the stocks, which are kept from one index to the next: they read no running index of its own."""
        others = {loop.variable: f"x{position}" for position, loop in enumerate(decay.others)}
        keys = "".join(f"{name}, " for name in others.values())
        clauses = "".join(
            f" for {name} in members({loop.set_id!r})" for name, loop in zip(others.values(), decay.others, strict=True)
        )
        parts = (
            f"lambda: members({decay.time.set_id!r})",
            self._once(f"numbers({decay.time.set_id!r})"),
            f"lambda: [({keys}){clauses}]" if clauses else "lambda: [()]",
            f"lambda {keys}: {self.code(decay.rate, others)}",
            f"lambda t, {keys}: {self.code(decay.amount, {**others, decay.time.variable: 't'})}",
            repr(tuple((age.sign, age.is_floored) for age in decay.ages)),
        )
        stocks = self._stocks.setdefault(f"stocks({', '.join(parts)})", f"d{len(self._stocks)}")
        return (
            f"{stocks}({', '.join(self.code(node, names) for node in (decay.limit, *(a.until for a in decay.ages)))})"
        )
