"""Writes a tree as text: on one line to read, or in the equation language again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from forms.methodologies.equations import nodes

if TYPE_CHECKING:
    from forms.methodologies.equations.nodes import Node

_TIGHTNESS = {"+": 1, "-": 1, "*": 2, "/": 2, "**": 4}
_SHOWN = {"*": "×", "-": "−", "==": "=", "!=": "≠", "<=": "≤", ">=": "≥", "**": "^"}


def tightness(node: Node) -> int:
    """How tightly a node holds together in print: 0 needs parentheses nearly everywhere, 5 never."""
    match node:
        case nodes.Binary():
            return _TIGHTNESS[node.operator]
        case nodes.Negative():
            return 1
        case nodes.Comparison() | nodes.OneOf() | nodes.Logic() | nodes.Not() | nodes.Either():
            return 0
    return 5


def needs_parentheses(parent: nodes.Binary, child: Node, *, is_right: bool) -> bool:
    """Whether an operand must stand in parentheses to keep its meaning."""
    own, below = tightness(parent), tightness(child)
    if parent.operator == "**":
        return below < 5
    return below < own or (is_right and below == own and parent.operator in ("-", "/"))


class PlainWriter:
    """Writes a tree on one line. Subclasses decide how signs, references, loops and decisions look."""

    signs: Mapping[str, str] = _SHOWN
    minus = "−"

    def write(self, node: Node, keys: Mapping[str, str] | None = None) -> str:
        """The node as text; `keys` gives the member each index variable stands for, where it is known."""
        known = keys or {}
        match node:
            case nodes.Number():
                return node.text
            case nodes.Text():
                return self.text(node.value)
            case nodes.Member():
                return known.get(node.variable, node.variable)
            case nodes.OptionValue():
                return node.id
            case nodes.Symbol():
                return self.reference(node, known)
            case nodes.Negative():
                text = self.write(node.operand, known)
                return f"{self.minus}({text})" if tightness(node.operand) < 2 else f"{self.minus}{text}"
            case nodes.Binary():
                return self._binary(node, known)
            case nodes.Fold():
                return self.fold(node, known)
            case nodes.Either():
                return self.either(node, known)
            case nodes.Call():
                return f"{node.function}({', '.join(self.write(argument, known) for argument in node.arguments)})"
            case nodes.Comparison():
                left, right = self._operand(node.left, known), self._operand(node.right, known)
                return f"{left} {self.signs.get(node.operator, node.operator)} {right}"
            case nodes.OneOf():
                texts = ", ".join(self.text(text) for text in node.texts)
                return f"{self._operand(node.operand, known)} {'not ' if node.negated else ''}in [{texts}]"
            case nodes.Logic():
                return f" {node.operator} ".join(f"({self.write(part, known)})" for part in node.operands)
            case nodes.Not():
                return f"not ({self.write(node.operand, known)})"

    def text(self, text: str) -> str:
        """A literal text in quotes."""
        return f"“{text}”"

    def _operand(self, node: Node, keys: Mapping[str, str]) -> str:
        text = self.write(node, keys)
        return f"({text})" if tightness(node) == 0 else text

    def _binary(self, node: nodes.Binary, keys: Mapping[str, str]) -> str:
        left, right = self.write(node.left, keys), self.write(node.right, keys)
        left = f"({left})" if needs_parentheses(node, node.left, is_right=False) else left
        right = f"({right})" if self._is_grouped(node) else right
        operator = self.signs.get(node.operator, node.operator)
        return f"{left}{operator}{right}" if operator == "^" else f"{left} {operator} {right}"

    def _is_grouped(self, node: nodes.Binary) -> bool:
        return needs_parentheses(node, node.right, is_right=True)

    def reference(self, node: nodes.Symbol, keys: Mapping[str, str]) -> str:
        """A symbol with its indices."""
        return f"{node.name}[{', '.join(self.write(key, keys) for key in node.keys)}]" if node.keys else node.name

    def either(self, node: nodes.Either, keys: Mapping[str, str]) -> str:
        """A decision, with both sides."""
        then, test = self._operand(node.then, keys), self.write(node.test, keys)
        return f"{then} if {test}, else {self.write(node.otherwise, keys)}"

    def fold(self, node: nodes.Fold, keys: Mapping[str, str]) -> str:
        """A sum or another loop, unexpanded."""
        loops = ", ".join(
            loop.variable if loop.variable == loop.set_id else f"{loop.variable} in {loop.set_id}"
            for loop in node.loops
        )
        test = f" where {self.write(node.test, keys)}" if node.test is not None else ""
        amount = f"; {self.write(node.amount, keys)}" if node.amount is not None else ""
        return f"{node.function}({self.write(node.body, keys)} over {loops}{test}{amount})"


def plain(node: Node, keys: Mapping[str, str] | None = None) -> str:
    """The expression on one line, with × and −; `keys` gives the member of each index that is known."""
    return PlainWriter().write(node, keys)


class _SourceWriter(PlainWriter):
    """Writes a tree in the equation language again."""

    signs: Mapping[str, str] = {}
    minus = "-"

    def _is_grouped(self, node: nodes.Binary) -> bool:
        # a*(b/c) is printed as a × b / c, but read from the left that is another tree, and another last digit.
        return super()._is_grouped(node) or tightness(node.right) == tightness(node)

    def text(self, text: str) -> str:
        return repr(text)

    def either(self, node: nodes.Either, keys: Mapping[str, str]) -> str:
        then, test = self._operand(node.then, keys), self._operand(node.test, keys)
        return f"{then} if {test} else {self.write(node.otherwise, keys)}"

    def fold(self, node: nodes.Fold, keys: Mapping[str, str]) -> str:
        loops = "".join(f" for {loop.variable} in {loop.set_id}" for loop in node.loops)
        test = f" if {self._operand(node.test, keys)}" if node.test is not None else ""
        looped = f"{self.write(node.body, keys)}{loops}{test}"
        return f"{node.function}({looped if node.amount is None else f'({looped}), {self.write(node.amount, keys)}'})"


def source_text(node: Node) -> str:
    """The expression as it would be written in the data; reads back as the same tree."""
    return _SourceWriter().write(node)
