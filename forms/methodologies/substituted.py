"""The numbers of one step put into its equation, as a line of text: decisions taken, loops written out."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from forms.methodologies.amounts import is_as_given, show_value, with_unit
from forms.methodologies.equations.nodes import Either, Fold, Number, OptionValue, Symbol
from forms.methodologies.equations.writing import PlainWriter, tightness
from forms.methodologies.references import chosen_side, evaluate_node, rounds, symbol_keys

if TYPE_CHECKING:
    from collections.abc import Mapping

    from forms.methodologies.calculation import Calculation, Run
    from forms.methodologies.model import Equation

_MOST_TERMS = 12
# How the rounds of a loop are joined, and what it gives without any.
_JOINED = {"sum": (" + ", "0"), "prod": (" × ", "1")}


class Substituted(PlainWriter):
    """Writes an expression with numbers put in: decisions taken, loops written out."""

    def __init__(self, calculation: Calculation) -> None:
        self._calculation = calculation
        self._run: Run = calculation.run

    def whole(self, equation: Equation, keys: Mapping[str, str]) -> str:
        """The right-hand side of an equation, without parentheses round the whole."""
        tree = equation.formula.tree
        while isinstance(tree, Either):
            side = chosen_side(tree, keys, self._run)
            if side is None:
                return "?"
            tree = side
        if isinstance(tree, Fold) and tree.function in _JOINED:
            return self._joined(tree, self._terms(tree, keys))
        return self.write(tree, keys)

    def write(self, node: object, keys: Mapping[str, str] | None = None) -> str:
        """The node with numbers put in."""
        if isinstance(node, OptionValue):
            return f"“{self._calculation.options.get(node.id, '?')}”"
        return super().write(node, keys)  # type: ignore[arg-type]

    def reference(self, node: Symbol, keys: Mapping[str, str]) -> str:
        """The value with its unit, in parentheses when negative."""
        index = symbol_keys(node, keys, self._run)
        value = None if index is None else self._calculation.value(node.name, index)
        exact = index is not None and is_as_given(self._calculation, (node.name, index))
        unit = str(self._calculation.methodology.unit_of(node.name)) if isinstance(value, Decimal) else "1"
        text = with_unit(show_value(value, unit, exact=exact), unit)
        return f"({text})" if text.startswith("-") else text

    def either(self, node: Either, keys: Mapping[str, str]) -> str:
        """Only the side that is taken."""
        side = chosen_side(node, keys, self._run)
        if side is None:
            return "?"
        text = self.write(side, keys)
        return text if tightness(side) >= 5 else f"({text})"

    def fold(self, node: Fold, keys: Mapping[str, str]) -> str:
        """The terms that are summed, or among which is chosen."""
        terms = self._terms(node, keys)
        if node.function not in _JOINED:
            amount = [] if node.amount is None else [f"to be filled with {self.write(node.amount, keys)}"]
            return f"{node.function}({'; '.join([*terms, *amount])})"
        if len(terms) == 1:
            return terms[0] if isinstance(node.body, Symbol | Number) else f"({terms[0]})"
        return f"({self._joined(node, terms)})" if terms else self._joined(node, terms)

    def _joined(self, node: Fold, terms: list[str]) -> str:
        sign, of_nothing = _JOINED[node.function]
        return sign.join(terms) or of_nothing

    def _terms(self, node: Fold, keys: Mapping[str, str]) -> list[str]:
        """Each term, those of a sum that are zero left out."""
        texts: list[str] = []
        count = 0
        for inner in rounds(node, keys, self._run):
            if node.function == "sum" and evaluate_node(node.body, inner, self._run) == 0:
                continue
            count += 1
            if count <= _MOST_TERMS:
                texts.append(self._term(node, inner))
        if count > _MOST_TERMS:
            texts.append(f"… ({count - _MOST_TERMS} more terms)")
        return texts

    def _term(self, node: Fold, keys: Mapping[str, str]) -> str:
        text = self.write(node.body, keys)
        least = {"sum": 2, "prod": 3}.get(node.function, 0)
        return f"({text})" if tightness(node.body) < least else text
