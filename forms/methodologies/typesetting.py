r"""Equations in print: LaTeX for the formula, and words for the alternative text of its picture.

Only what plain LaTeX mathematics has is used: `\frac`, `\sum`, `\sqrt`, `\left( \right)`, sub- and superscripts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from forms.methodologies.equations import nodes
from forms.methodologies.equations.writing import tightness

if TYPE_CHECKING:
    from forms.methodologies.equations.nodes import Node
    from forms.methodologies.model import Equation, IndexSet

_SMALL_GREEK = (
    "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu", "xi",
    "pi", "rho", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega",
)  # fmt: skip
_CAPITAL_GREEK = ("Gamma", "Delta", "Theta", "Lambda", "Xi", "Pi", "Sigma", "Upsilon", "Phi", "Psi", "Omega")
GREEK = frozenset((*_SMALL_GREEK, *_CAPITAL_GREEK))
_LETTERS = dict(zip("αβγδεζηθικλμνξπρστυφχψω", _SMALL_GREEK, strict=True))
GREEK_LETTERS: Mapping[str, str] = {
    **{name: letter for letter, name in _LETTERS.items()},
    **dict(zip(_CAPITAL_GREEK, "ΓΔΘΛΞΠΣΥΦΨΩ", strict=True)),
}
"""Greek letters by the names that they have in symbols and in LaTeX."""
_GASES = re.compile(r"\b(CO|CH|N|SF|NF|NO|O|H)(\d)(?=\b|O\b|e\b)")
_SIGNS = {"<=": r"\leq", ">=": r"\geq", "==": "=", "!=": r"\neq", "<": "<", ">": ">"}
_SPOKEN_SIGNS = {
    "<=": "is at most", ">=": "is at least", "==": "is", "!=": "is not", "<": "is less than", ">": "is more than",
    "+": "plus", "-": "minus", "*": "times", "/": "over", "**": "to the power of",
}  # fmt: skip
_FOLD_NAMES = {
    "mean": "mean", "stdev": "standard deviation", "min": "smallest", "max": "largest", "sum": "sum",
    "prod": "product", "irr": "internal rate of return", "hours_below": "hours below a line",
}  # fmt: skip
_FOLD_SIGNS = {"sum": r"\sum", "prod": r"\prod"}
_FOLD_WORDS = {"mean": "mean", "stdev": "standard deviation", "irr": "IRR"}
_SPOKEN_CALLS = {
    "exp": "e to the power of", "ln": "the natural logarithm of", "sqrt": "the square root of",
    "abs": "the absolute value of", "floor": "the whole part of", "round": "the rounded value of",
    "min": "the smaller of", "max": "the larger of",
}  # fmt: skip


# --- LaTeX ---------------------------------------------------------------------------------------


def latex(equation: Equation, sets: Mapping[str, IndexSet] | None = None) -> str:
    r"""The whole equation, such as `BE_{y} = EG_{PJ,y} \times EF_{grid,CM}`.

    `sets` gives the letters that indices have in print; without it they are the ids of the sets.
    """
    letters = {set_id: entry.letter or set_id for set_id, entry in (sets or {}).items()}
    left = latex_symbol(equation.symbol, tuple(letters.get(index, index) for index in equation.indices))
    return f"{left} = {LatexWriter(letters).write(equation.formula.tree)}"


def formula_latex(equation: Equation) -> str:
    """What stands right of the equals sign."""
    return LatexWriter({}).write(equation.formula.tree)


def upright(words: str) -> str:
    """Words inside a formula."""
    return rf"\text{{{_escaped(words)}}}"


def without_indices(symbol: str, indices: Sequence[str]) -> str:
    """A symbol without those of its indices that end its name: `BE_s` over s and y is BE, so that s is printed once."""
    while "_" in symbol.strip("_") and symbol.rpartition("_")[2] in indices:
        symbol = symbol.rpartition("_")[0]
    return symbol


def latex_symbol(symbol: str, indices: Sequence[str] = ()) -> str:
    """A symbol with its subscripts: what stands behind underscores, then the indices."""
    name = without_indices(symbol, indices)
    head, *subscripts = [part for part in name.split("_") if part] or [name]
    below = [*(_word(part) for part in subscripts), *indices]
    stem = _head(head)
    # A formula has a subscript of its own; braces keep a second one apart: {CH_4}_captured.
    stem = f"{{{stem}}}" if below and "_" in stem else stem
    return f"{stem}_{{{','.join(below)}}}" if below else stem


def _head(name: str) -> str:
    if name in GREEK or name in _LETTERS:
        return "\\" + _LETTERS.get(name, name)
    return _word(name)


def _word(name: str) -> str:
    if name in GREEK and len(name) > 2:
        return "\\" + name
    text = _GASES.sub(lambda found: f"{found[1]}_{{{found[2]}}}", name)
    return "".join("\\" + _LETTERS[sign] + " " if sign in _LETTERS else sign for sign in text)


class LatexWriter:
    """Writes a tree as LaTeX. A subclass may put numbers in for symbols, and write loops and decisions out."""

    def __init__(self, letters: Mapping[str, str]) -> None:
        self._letters = letters

    def write(self, node: Node) -> str:
        """The node as LaTeX."""
        match node:
            case nodes.Number():
                return _latex_number(node)
            case nodes.Text():
                return rf"\text{{{_escaped(node.value)}}}"
            case nodes.Member():
                return self._letter(node.variable)
            case nodes.OptionValue():
                return rf"\text{{{_escaped(node.id)}}}"
            case nodes.Symbol():
                return self.reference(node)
            case nodes.Negative():
                return f"-{self._wrapped(node.operand, 2)}"
            case nodes.Binary():
                return self._binary(node)
            case nodes.Call():
                return self._call(node)
            case nodes.Fold():
                return self.fold(node)
            case nodes.Either():
                return self.either(node)
        return self._decision(node)

    def reference(self, node: nodes.Symbol) -> str:
        """A symbol with its subscripts."""
        return latex_symbol(without_indices(node.name, node.sets), [self.write(key) for key in node.keys])

    def _letter(self, variable: str) -> str:
        letter = self._letters.get(variable, variable)
        return "\\" + letter if letter in GREEK else letter

    def _wrapped(self, node: Node, least: int) -> str:
        text = self.write(node)
        is_tight = tightness(node) >= least or (isinstance(node, nodes.Binary) and node.operator == "/")
        return text if is_tight else bracketed(text)

    def _binary(self, node: nodes.Binary) -> str:
        match node.operator:
            case "/":
                return rf"\frac{{{self.write(node.left)}}}{{{self.write(node.right)}}}"
            case "**":
                base = self.write(node.left)
                is_plain = isinstance(node.left, nodes.Number | nodes.Member) or (
                    isinstance(node.left, nodes.Symbol) and "_" not in base
                )
                return f"{base if is_plain else bracketed(base)}^{{{self.write(node.right)}}}"
            case "*":
                return rf"{self._product_part(node.left)} \times {self._product_part(node.right)}"
        right = self._wrapped(node.right, 2 if node.operator == "-" or isinstance(node.right, nodes.Negative) else 1)
        return f"{self.write(node.left)} {node.operator} {right}"

    def _product_part(self, node: Node) -> str:
        text = self._wrapped(node, 2)
        # A sum or product over rows swallows what follows it, so it stands in parentheses inside a product.
        is_open = isinstance(node, nodes.Fold) and node.function in _FOLD_SIGNS
        return bracketed(text) if is_open else text

    def _call(self, node: nodes.Call) -> str:
        first = self.write(node.arguments[0])
        match node.function:
            case "exp":
                return f"e^{{{first}}}"
            case "sqrt":
                return rf"\sqrt{{{first}}}"
            case "abs":
                return rf"\left|{first}\right|"
            case "floor":
                return rf"\left\lfloor {first} \right\rfloor"
            case "round":
                return rf"\mathrm{{round}}_{{{self.write(node.arguments[1])}}}\left({first}\right)"
        arguments = ",\\; ".join(self.write(argument) for argument in node.arguments)
        return rf"\{node.function}\left({arguments}\right)"

    def fold(self, node: nodes.Fold) -> str:
        """A sum or another loop, unexpanded."""
        under = ",".join(self._letter(loop.variable) for loop in node.loops)
        if node.test is not None:
            under += rf":\; {self.write(node.test)}"
        if node.amount is not None:
            return self._hours_below(node, under, self.write(node.amount))
        if node.function in _FOLD_SIGNS:
            body = self.write(node.body)
            is_whole = tightness(node.body) >= 2
            return rf"{_FOLD_SIGNS[node.function]}_{{{under}}} {body if is_whole else bracketed(body)}"
        name = rf"\{node.function}" if node.function in ("min", "max") else rf"\mathrm{{{_FOLD_WORDS[node.function]}}}"
        return rf"{name}_{{{under}}}\left({self.write(node.body)}\right)"

    def _hours_below(self, node: nodes.Fold, under: str, energy: str) -> str:
        """The number of hours at whose load a line across the curve holds less than the energy."""
        others = {loop.variable: f"{self._letter(loop.variable)}'" for loop in node.loops}
        every = LatexWriter({**self._letters, **others}).write(node.body)
        line = rf"\sum_{{{','.join(others.values())}}} \min\left({every},\; {self.write(node.body)}\right)"
        return rf"\left|\left\{{ {under}:\; {line} < {energy} \right\}}\right|"

    def either(self, node: nodes.Either) -> str:
        """A decision, as cases under one bracket."""
        rows: list[str] = []
        rest: Node = node
        while isinstance(rest, nodes.Either):
            rows.append(rf"{self.write(rest.then)} & \text{{if }} {self.write(rest.test)}")
            rest = rest.otherwise
        rows.append(rf"{self.write(rest)} & \text{{otherwise}}")
        return r"\begin{cases} " + r" \\ ".join(rows) + r" \end{cases}"

    def _decision(self, node: Node) -> str:
        match node:
            case nodes.Comparison():
                return f"{self.write(node.left)} {_SIGNS[node.operator]} {self.write(node.right)}"
            case nodes.OneOf():
                texts = ",\\; ".join(rf"\text{{{_escaped(text)}}}" for text in node.texts)
                sign = r"\notin" if node.negated else r"\in"
                return rf"{self.write(node.operand)} {sign} \{{{texts}\}}"
            case nodes.Logic():
                word = rf" \text{{ {node.operator} }} "
                return word.join(bracketed(self.write(part)) for part in node.operands)
            case nodes.Not():
                return rf"\text{{not }} {bracketed(self.write(node.operand))}"
        raise AssertionError(node)


def bracketed(text: str) -> str:
    """In parentheses as high as what they hold."""
    return rf"\left({text}\right)"


def _latex_number(node: nodes.Number) -> str:
    text = node.text.replace("_", "")
    mantissa, mark, exponent = text.lower().partition("e")
    return rf"{mantissa} \times 10^{{{int(exponent)}}}" if mark else text


def _escaped(text: str) -> str:
    return re.sub(r"([#$%&_{}])", r"\\\1", text.replace("\\", "/"))


# --- words ---------------------------------------------------------------------------------------


def spoken(equation: Equation) -> str:
    """The equation in words, for readers who cannot see it: `BE in y equals EG PJ in y times EF grid CM`."""
    left = _spoken_symbol(equation.symbol, list(equation.indices))
    return f"{left} equals {_spoken(equation.formula.tree)}"


def _spoken_symbol(symbol: str, keys: list[str]) -> str:
    name = " ".join(part for part in symbol.split("_") if part)
    return f"{name} in {' and '.join(keys)}" if keys else name


def _spoken(node: Node) -> str:
    match node:
        case nodes.Number():
            return node.text
        case nodes.Text():
            return f"“{node.value}”"
        case nodes.Member():
            return node.variable
        case nodes.OptionValue():
            return node.id.replace("_", " ")
        case nodes.Symbol():
            return _spoken_symbol(node.name, [_spoken(key) for key in node.keys])
        case nodes.Negative():
            return f"minus {_spoken_part(node.operand, 2)}"
        case nodes.Binary():
            own = tightness(node)
            left, right = _spoken_part(node.left, own), _spoken_part(node.right, own + 1)
            return f"{left} {_SPOKEN_SIGNS[node.operator]} {right}"
        case nodes.Comparison():
            return f"{_spoken(node.left)} {_SPOKEN_SIGNS[node.operator]} {_spoken(node.right)}"
        case nodes.OneOf():
            return f"{_spoken(node.operand)} is {'none' if node.negated else 'one'} of {', '.join(node.texts)}"
        case nodes.Logic():
            return f" {node.operator} ".join(_spoken(part) for part in node.operands)
        case nodes.Not():
            return f"not {_spoken(node.operand)}"
        case nodes.Either():
            return f"{_spoken(node.then)} if {_spoken(node.test)}, otherwise {_spoken(node.otherwise)}"
        case nodes.Call():
            arguments = " and ".join(
                _spoken(argument) for argument in node.arguments[: 1 if node.function == "round" else 9]
            )
            return f"{_SPOKEN_CALLS[node.function]} {arguments}"
        case nodes.Fold():
            loops = " and ".join(loop.variable for loop in node.loops)
            test = f" where {_spoken(node.test)}" if node.test is not None else ""
            name = _FOLD_NAMES[node.function]
            name = name if node.amount is None else f"{name} that holds {_spoken(node.amount)}"
            return f"the {name} over {loops}{test} of {_spoken_part(node.body, 2)}"


def _spoken_part(node: Node, least: int) -> str:
    text = _spoken(node)
    return text if tightness(node) >= least else f"open bracket {text} close bracket"
