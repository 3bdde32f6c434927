"""Compiles a tree to one Python function."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from forms.methodologies.equations import nodes
from forms.methodologies.equations.arithmetic import CALLABLES

if TYPE_CHECKING:
    from forms.methodologies.equations.formula import Value
    from forms.methodologies.equations.nodes import Node


def compile_tree(tree: Node, indices: tuple[str, ...]) -> Callable[..., Value]:
    """Python code for a tree: a function of `Surroundings` and one key for each index.

    The text that is compiled comes from our nodes alone; names the author chose are replaced by numbered ones.
    """
    writer = _CodeWriter(indices)
    body = writer.code(tree, writer.names)
    arguments = ", ".join(("value", "option", "number", "key", "members", *writer.names.values()))
    code = compile(f"lambda {arguments}: {body}", "<equation>", "eval")
    # Safe: `body` is written below, node by node, and has no builtins.
    return eval(code, {"__builtins__": {}, **CALLABLES, **writer.constants})  # type: ignore[no-any-return]


class _CodeWriter:
    def __init__(self, indices: tuple[str, ...]) -> None:
        self.names = {index: f"i{position}" for position, index in enumerate(indices)}
        self.constants: dict[str, Decimal] = {}
        self._loops = 0

    def code(self, node: Node, names: Mapping[str, str]) -> str:
        match node:
            case nodes.Number():
                return self._constant(node.value)
            case nodes.Text():
                return repr(node.value)
            case nodes.Member():
                name = names[node.variable]
                return f"number({node.set_id!r}, {name})" if node.is_numeric else name
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
        name = f"c{len(self.constants)}"
        self.constants[name] = value
        return name

    def _symbol(self, node: nodes.Symbol, names: Mapping[str, str]) -> str:
        keys = (self._key(key, set_id, names) for key, set_id in zip(node.keys, node.sets, strict=True))
        return f"value({node.name!r}, ({''.join(key + ', ' for key in keys)}))"

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
        inner, clauses = dict(names), []
        for loop in node.loops:
            self._loops += 1
            inner[loop.variable] = f"x{self._loops}"
            clauses.append(f" for x{self._loops} in members({loop.set_id!r})")
        test = f" if {self.code(node.test, inner)}" if node.test is not None else ""
        if node.function == "irr":
            variable = inner[node.loops[0].variable]
            years = f"[number({node.loops[0].set_id!r}, {variable}){clauses[0]}]"
            return f"irr({years}, [{self.code(node.body, inner)}{clauses[0]}])"
        return f"{node.function}({self.code(node.body, inner)}{''.join(clauses)}{test})"
