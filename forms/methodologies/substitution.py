"""The numbers of one step put into its equation, as LaTeX for print."""

from __future__ import annotations

import decimal
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from forms.methodologies.equations.nodes import Binary, Either, Fold, Member, Number, Symbol
from forms.methodologies.equations.writing import tightness
from forms.methodologies.references import chosen_side, evaluate_node, rounds, symbol_keys
from forms.methodologies.typesetting import LatexWriter, bracketed, upright
from forms.methodologies.working import is_as_given, show_value, with_unit
from forms.quantities import PRECISION

if TYPE_CHECKING:
    from forms.methodologies.calculation import Calculation
    from forms.methodologies.equations.nodes import Node
    from forms.methodologies.model import Equation, Index

BREAK = r"\allowbreak"
"""Where a line may end inside brackets; for whoever sets the formula, who takes it out."""
_SIGNS = {"sum": "+", "prod": r"\times"}
_OF_NOTHING = {"sum": "0", "prod": "1"}
_LONGEST_FRACTION = 56
_MOST_TERMS = 12


def substituted_latex(calculation: Calculation, equation: Equation, index: Index) -> str:
    """The right-hand side with values and units put in, decisions taken and sums written out."""
    with decimal.localcontext(PRECISION):
        keys = dict(zip(equation.indices, index, strict=True))
        return _Numbers(calculation, keys).whole(equation.formula.tree)


def amount_latex(value: Decimal | str | None, unit: str, *, exact: bool) -> str:
    """A value with its unit, upright: so a typesetter takes it for one word."""
    shown = show_value(value, unit, exact=exact)
    if not isinstance(value, Decimal):
        return upright(shown)
    return shown if unit in {"", "1"} and "," not in shown else upright(with_unit(shown, unit))


class _Numbers(LatexWriter):
    """Writes numbers for symbols. Members of sets that loops run through are in `keys`."""

    def __init__(self, calculation: Calculation, keys: Mapping[str, str]) -> None:
        super().__init__({})
        self._calculation, self._keys = calculation, keys

    def whole(self, node: Node) -> str:
        """The node without brackets round the whole, so that a sum may break before each of its signs."""
        while isinstance(node, Either):
            side = chosen_side(node, self._keys, self._calculation.run)
            if side is None:
                return "?"
            node = side
        return self.fold(node, is_whole=True) if isinstance(node, Fold) else self.write(node)

    def write(self, node: Node) -> str:
        """The node with numbers put in."""
        if isinstance(node, Member):
            return upright(self._keys.get(node.variable, node.variable))
        if isinstance(node, Binary) and node.operator == "/":
            return self._quotient(node)
        return super().write(node)

    def reference(self, node: Symbol) -> str:
        """The value with its unit, in brackets when negative."""
        index = symbol_keys(node, self._keys, self._calculation.run)
        value = None if index is None else self._calculation.value(node.name, index)
        exact = index is not None and is_as_given(self._calculation, (node.name, index))
        unit = str(self._calculation.methodology.unit_of(node.name))
        text = amount_latex(value, unit, exact=exact)
        return bracketed(text) if "-" in text[:7] else text

    def either(self, node: Either) -> str:
        """Only the side that is taken."""
        side = chosen_side(node, self._keys, self._calculation.run)
        if side is None:
            return "?"
        text = self.whole(side)
        return text if tightness(side) >= 5 else bracketed(text)

    def fold(self, node: Fold, *, is_whole: bool = False) -> str:
        """The terms that are added, multiplied, or among which is chosen."""
        terms = self._terms(node)
        if node.amount is not None:
            return self._named(r"hours\ below", [*terms, rf"\text{{to be filled with }} {self.write(node.amount)}"])
        if node.function not in _SIGNS:
            return self._named(node.function, terms)
        if not terms:
            return _OF_NOTHING[node.function]
        if len(terms) == 1:
            return terms[0] if is_whole or isinstance(node.body, Symbol | Number) else bracketed(terms[0])
        joined = f" {BREAK} {_SIGNS[node.function]} ".join(terms)
        return joined if is_whole else f"({joined})"

    def _named(self, function: str, terms: list[str]) -> str:
        between = rf";\;{BREAK} "
        return rf"\mathrm{{{function}}}({between.join(terms)})"

    def _terms(self, node: Fold) -> list[str]:
        """Each term, those of a sum that are zero left out."""
        texts: list[str] = []
        more = 0
        for inner in rounds(node, self._keys, self._calculation.run):
            if node.function == "sum" and evaluate_node(node.body, inner, self._calculation.run) == 0:
                continue
            more += len(texts) >= _MOST_TERMS
            if len(texts) < _MOST_TERMS:
                texts.append(self._term(node, inner))
        return [*texts, rf"\text{{({more} more terms)}}"] if more else texts

    def _term(self, node: Fold, keys: Mapping[str, str]) -> str:
        text = _Numbers(self._calculation, keys).write(node.body)
        least = {"sum": 2, "prod": 3}.get(node.function, 0)
        return bracketed(text) if tightness(node.body) < least else text

    def _quotient(self, node: Binary) -> str:
        """A fraction when it is short, else a quotient that can be broken over lines."""
        above, below = self.whole(node.left), self.whole(node.right)
        if max(_length(above), _length(below)) <= _LONGEST_FRACTION:
            return rf"\frac{{{above.replace(BREAK, '')}}}{{{below.replace(BREAK, '')}}}"
        return f"{self._part(above, node.left)} {BREAK} / {self._part(below, node.right)}"

    def _part(self, text: str, node: Node) -> str:
        return text if tightness(node) >= 3 and not isinstance(node, Fold) else f"({text})"


def _length(latex: str) -> int:
    """About how many letters wide a formula is."""
    return len(re.sub(r"\\[A-Za-z]+|[{}\\,]", "", latex))
