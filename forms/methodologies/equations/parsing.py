"""Reads expressions: Python's syntax tree is admitted node by node, with names, indices and kinds checked."""

from __future__ import annotations

import ast
import decimal
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from forms.errors import DefinitionError
from forms.methodologies.equations import nodes
from forms.methodologies.equations.arithmetic import LARGEST_EXPONENT
from forms.methodologies.equations.formula import Formula
from forms.methodologies.equations.nodes import Kind, Node, kind_of, walk
from forms.methodologies.equations.syntax import shortened, syntax_tree
from forms.spelling import did_you_mean

if TYPE_CHECKING:
    from forms.methodologies.equations.scope import Scope

FOLDS = ("sum", "prod", "min", "max", "mean", "stdev", "irr", "hours_below")
FUNCTIONS = ("exp", "ln", "sqrt", "abs", "floor", "round", "min", "max")
_LONGEST_NUMBER = 40

_OPERATORS: Mapping[type[ast.operator], str] = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.Pow: "**",
}  # fmt: skip
_COMPARISONS: Mapping[type[ast.cmpop], str] = {
    ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "==", ast.NotEq: "!=",
}  # fmt: skip


def parse(
    source: str, scope: Scope, *, indices: tuple[str, ...] = (), kinds: tuple[Kind, ...] = ("number",)
) -> Formula:
    """Read an expression; `indices` are the sets whose running index it may use by their names.

    Raises:
        DefinitionError: it is not in the language, or names something unknown.
    """
    text = " ".join(source.split())
    tree = _Reader(text, scope, indices).read()
    if kind_of(tree) not in kinds:
        raise DefinitionError(f"“{text}” gives a {kind_of(tree)} where a {' or '.join(kinds)} is needed.")
    return Formula(text, tree, indices)


class _Reader:
    """Turns one syntax tree into nodes, checking names, indices and kinds on the way."""

    def __init__(self, text: str, scope: Scope, indices: tuple[str, ...]) -> None:
        self._bytes = text.encode()
        self._text = text
        self._scope = scope
        self._variables = {index: index for index in indices}

    def read(self) -> Node:
        return self._node(syntax_tree(self._text))

    def _node(self, tree: ast.expr) -> Node:
        match tree:
            case ast.Constant():
                return self._literal(tree)
            case ast.Name():
                return self._name(tree.id)
            case ast.Subscript(value=ast.Name(id=name)):
                return self._indexed(name, tree.slice)
            case ast.UnaryOp():
                return self._unary(tree)
            case ast.BinOp() if type(tree.op) in _OPERATORS:
                operator = _OPERATORS[type(tree.op)]
                return nodes.Binary(operator, self._number(tree.left), self._number(tree.right))
            case ast.Compare():
                return self._comparison(tree)
            case ast.BoolOp():
                operator = "and" if isinstance(tree.op, ast.And) else "or"
                return nodes.Logic(operator, tuple(self._truth(value) for value in tree.values))
            case ast.IfExp():
                return self._either(tree)
            case ast.Call(func=ast.Name(id=name), keywords=[]):
                return self._call(name, tree.args)
        raise self._refused(tree)

    def _refused(self, tree: ast.AST, why: str = "is not part of the equation language") -> DefinitionError:
        start, end = getattr(tree, "col_offset", 0), getattr(tree, "end_col_offset", None)
        return DefinitionError(f"“{shortened(self._bytes[start:end].decode(errors='replace'))}” {why}.")

    def _of_kind(self, tree: ast.expr, kind: Kind) -> Node:
        node = self._node(tree)
        if kind_of(node) != kind:
            raise self._refused(tree, f"is a {kind_of(node)} where a {kind} is needed")
        return node

    def _number(self, tree: ast.expr) -> Node:
        return self._of_kind(tree, "number")

    def _truth(self, tree: ast.expr) -> Node:
        return self._of_kind(tree, "truth")

    def _literal(self, tree: ast.Constant) -> Node:
        if isinstance(tree.value, str):
            return nodes.Text(tree.value)
        # `ast` has made a float of 0.1; the source still says what was meant.
        text = self._bytes[tree.col_offset : tree.end_col_offset].decode()
        try:
            value = Decimal(text)
        except decimal.InvalidOperation as error:
            raise self._refused(tree, "is not a number in decimal notation") from error
        if isinstance(tree.value, bool) or not value.is_finite():
            raise self._refused(tree)
        if len(text) > _LONGEST_NUMBER or abs(value.adjusted()) > LARGEST_EXPONENT:
            raise self._refused(tree, "is too long or too large a number")
        return nodes.Number(value, text)

    def _name(self, name: str) -> Node:
        if name in self._variables:
            set_id = self._variables[name]
            return nodes.Member(name, set_id, self._scope.sets[set_id].is_numeric)
        if name in self._scope.symbols:
            return self._symbol(name, ())
        if name in self._scope.options:
            return nodes.OptionValue(name)
        if name in self._scope.sets:
            raise DefinitionError(f"“{name}” is a set; use it after “in”, or index the left side with it.")
        raise self._unknown(name)

    def _unknown(self, name: str) -> DefinitionError:
        known = {*self._scope.symbols, *self._scope.options, *self._variables}
        hint = did_you_mean(name, known)
        return DefinitionError(f"“{name}” is not declared as a parameter, an equation or an option.{hint}")

    def _indexed(self, name: str, keys: ast.expr) -> Node:
        if name not in self._scope.symbols:
            raise self._unknown(name)
        return self._symbol(name, tuple(keys.elts) if isinstance(keys, ast.Tuple) else (keys,))

    def _symbol(self, name: str, keys: Sequence[ast.expr]) -> Node:
        signature = self._scope.symbols[name]
        if len(keys) != len(signature.indices):
            form = f"{name}[{', '.join(signature.indices)}]" if signature.indices else f"{name} without an index"
            raise DefinitionError(f"“{name}” has {len(keys)} indices here; it is declared as {form}.")
        places = tuple(self._key(key, set_id) for key, set_id in zip(keys, signature.indices, strict=True))
        return nodes.Symbol(name, places, signature.indices, signature.is_number)

    def _key(self, tree: ast.expr, set_id: str) -> Node:
        node, wanted = self._node(tree), self._scope.sets[set_id]
        if isinstance(node, nodes.Text):
            self._check_member(tree, node.value, set_id)
            return node
        if kind_of(node) == "number" and wanted.is_numeric:
            if any(isinstance(part, nodes.Symbol) for part in walk(node)):
                raise self._refused(tree, "cannot be an index: an index must not depend on a result")
            return node
        if isinstance(node, nodes.Member) and node.set_id == set_id:
            return node
        raise self._refused(tree, f"does not run over “{set_id}”")

    def _check_member(self, tree: ast.expr, name: str, set_id: str) -> None:
        index_set = self._scope.sets[set_id]
        if index_set.kind == "fixed" and name not in index_set.members:
            raise self._refused(tree, f"is no member of “{set_id}” ({', '.join(index_set.members)})")

    def _unary(self, tree: ast.UnaryOp) -> Node:
        if isinstance(tree.op, ast.Not):
            return nodes.Not(self._truth(tree.operand))
        if isinstance(tree.op, ast.USub):
            return nodes.Negative(self._number(tree.operand))
        raise self._refused(tree)

    def _comparison(self, tree: ast.Compare) -> Node:
        parts: list[Node] = []
        left = tree.left
        for operator, right in zip(tree.ops, tree.comparators, strict=True):
            if isinstance(operator, ast.In | ast.NotIn):
                parts.append(self._one_of(left, right, negated=isinstance(operator, ast.NotIn)))
            elif type(operator) in _COMPARISONS:
                parts.append(self._compared(left, _COMPARISONS[type(operator)], right))
            else:
                raise self._refused(tree)
            left = right
        return parts[0] if len(parts) == 1 else nodes.Logic("and", tuple(parts))

    def _compared(self, left: ast.expr, operator: str, right: ast.expr) -> Node:
        first, second = self._node(left), self._node(right)
        if "truth" in (kind_of(first), kind_of(second)) or kind_of(first) != kind_of(second):
            raise self._refused(right, f"cannot be compared with a {kind_of(first)}")
        for node, other, tree in ((first, second, right), (second, first, left)):
            if isinstance(other, nodes.Text):
                self._check_code(tree, node, other.value)
        return nodes.Comparison(operator, first, second)

    def _one_of(self, left: ast.expr, right: ast.expr, *, negated: bool) -> Node:
        operand = self._of_kind(left, "text")
        if not isinstance(right, ast.List | ast.Tuple | ast.Set):
            raise self._refused(right, "must be a list of texts")
        texts = [self._node(item) for item in right.elts]
        codes = tuple(node.value for node in texts if isinstance(node, nodes.Text))
        if len(codes) != len(texts):
            raise self._refused(right, "must be a list of texts")
        for code in codes:
            self._check_code(right, operand, code)
        return nodes.OneOf(operand, codes, negated)

    def _check_code(self, tree: ast.expr, node: Node, code: str) -> None:
        """A comparison with a code that does not exist would be silently false for ever."""
        codes = self._scope.codes_of(node)
        if codes and code not in codes:
            raise self._refused(tree, f"is none of the choices {', '.join(codes)}")

    def _either(self, tree: ast.IfExp) -> Node:
        then, otherwise = self._node(tree.body), self._node(tree.orelse)
        if kind_of(then) != kind_of(otherwise):
            raise self._refused(tree, "gives different kinds of things")
        return nodes.Either(self._truth(tree.test), then, otherwise)

    def _call(self, name: str, arguments: Sequence[ast.expr]) -> Node:
        if name in FOLDS and arguments and isinstance(arguments[0], ast.GeneratorExp):
            return self._fold(name, arguments[0], arguments[1:])
        if name not in FUNCTIONS:
            known = ", ".join(sorted({*FOLDS, *FUNCTIONS}))
            raise DefinitionError(f"“{name}” is not a function of the equation language ({known}).")
        operands = tuple(self._number(argument) for argument in arguments)
        self._check_arguments(name, operands)
        return nodes.Call(name, operands)

    def _check_arguments(self, name: str, operands: tuple[Node, ...]) -> None:
        if name in ("min", "max"):
            good = len(operands) >= 2
        elif name == "round":
            good = len(operands) == 2 and isinstance(operands[1], nodes.Number) and operands[1].value in range(13)
        else:
            good = len(operands) == 1
        if not good:
            needs = {"min": "two or more values", "max": "two or more values", "round": "a value and 0 to 12 decimals"}
            raise DefinitionError(f"{name}() needs {needs.get(name, 'one value')}.")

    def _fold(self, name: str, tree: ast.GeneratorExp, more: Sequence[ast.expr]) -> Node:
        if len(more) != (name == "hours_below"):
            needs = "(L[h] for h in h), E" if name == "hours_below" else "X[t] for t in t"
            raise DefinitionError(f"{name}() is written as {name}({needs}).")
        amount = self._number(more[0]) if more else None
        outer = dict(self._variables)
        loops = tuple(self._loop(generator) for generator in tree.generators)
        tests = tuple(self._truth(test) for generator in tree.generators for test in generator.ifs)
        body = self._number(tree.elt)
        self._variables = outer
        if name == "irr":
            self._check_cash_flow(loops, tests)
        test = None if not tests else tests[0] if len(tests) == 1 else nodes.Logic("and", tests)
        return nodes.Fold(name, body, loops, test, amount)

    def _check_cash_flow(self, loops: Sequence[nodes.Loop], tests: Sequence[Node]) -> None:
        is_over_years = len(loops) == 1 and self._scope.sets[loops[0].set_id].is_numeric
        if tests or not is_over_years:
            raise DefinitionError("irr() needs the amounts of all years of one set: irr(CF[t] for t in t).")

    def _loop(self, generator: ast.comprehension) -> nodes.Loop:
        if not isinstance(generator.target, ast.Name) or not isinstance(generator.iter, ast.Name):
            raise self._refused(generator.iter, "is not “for index in set”")
        set_id = generator.iter.id
        if set_id not in self._scope.sets:
            hint = did_you_mean(set_id, self._scope.sets, most=1)
            raise DefinitionError(f"The set “{set_id}” is not declared.{hint}")
        self._variables[generator.target.id] = set_id
        return nodes.Loop(generator.target.id, set_id)
