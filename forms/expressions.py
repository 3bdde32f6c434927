"""The small language of forms: `relevant`, `required`, `readonly`, `constraint`, `calculate`.

Python syntax over field paths, literals, comparisons, `and or not in`, `+ - * /`, a conditional, and a few
functions. Parsed with `ast` and whitelisted. A missing answer is `None`: it compares as false and makes
arithmetic missing, never zero.
"""

from __future__ import annotations

import ast
import datetime as dt
import operator
import re
from dataclasses import dataclass
from decimal import Decimal, DivisionByZero, InvalidOperation
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

from forms.answers import Value
from forms.errors import DefinitionError
from forms.periods import Duration, end_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

_PATH = re.compile(r"'[^']*'|[A-Za-z]\w*(?:\.\w+)+")
_BINARY: dict[type[ast.operator], Callable[[Decimal, Decimal], Decimal]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
_COMPARE: dict[type[ast.cmpop], Callable[..., bool]] = {
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
}
_LONGEST = 1000

Result = Value | None


class Scope(Protocol):
    """What an expression is evaluated in."""

    def value(self, path: str) -> Value | None:
        """Value at a field path, or `None` when missing."""
        ...

    def rows(self, path: str) -> Sequence[str]:
        """Row keys of a table."""
        ...


@dataclass(frozen=True)
class Expression:
    """A parsed expression; `paths` are the fields that it names."""

    source: str
    tree: ast.expr
    names: Mapping[str, str]

    @property
    def paths(self) -> frozenset[str]:
        """Field paths named in the expression."""
        return frozenset(self.names.values())

    def evaluate(self, scope: Scope, value: Result = None) -> Result:
        """The result in `scope`; `value` is what the name `value` stands for. `None` when something is missing."""
        return _Evaluator(self.names, scope, value).visit(self.tree)

    def holds(self, scope: Scope, value: Result = None) -> bool:
        """True when the expression is true; missing is false."""
        return self.evaluate(scope, value) is True


@lru_cache(maxsize=4096)
def expression(source: str) -> Expression:
    """Parse and whitelist.

    Raises:
        DefinitionError: not an expression of this language.
    """
    if len(source) > _LONGEST:
        msg = f"the expression is longer than {_LONGEST} characters"
        raise DefinitionError(msg, key=source[:40])
    names: dict[str, str] = {}
    text = _PATH.sub(lambda match: _name_for(match[0], names), source)
    try:
        tree = ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError) as error:
        msg = f"not an expression: {source!r}"
        raise DefinitionError(msg) from error
    _Check(source).visit(tree)
    return Expression(source, tree, names)


def _name_for(token: str, names: dict[str, str]) -> str:
    if token.startswith("'"):
        return token
    name = f"path_{len(names)}"
    names[name] = token
    return name


def _end_of(start: Result, length: Result) -> Result:
    if isinstance(start, dt.date) and isinstance(length, Duration) and length.total_months < 12 * 200:
        return end_of(start, length)
    return None


_FUNCTIONS: dict[str, Callable[..., Result]] = {"end_of": _end_of}
_TABLE_FUNCTIONS = {"count", "sum"}


class _Check(ast.NodeVisitor):
    """Refuses every syntax that is not in the language."""

    _ALLOWED = (
        ast.BoolOp, ast.And, ast.Or, ast.UnaryOp, ast.Not, ast.USub, ast.BinOp, ast.Add, ast.Sub, ast.Mult, ast.Div,
        ast.Compare, ast.Eq, ast.NotEq, ast.Lt, ast.LtE, ast.Gt, ast.GtE, ast.In, ast.NotIn, ast.IfExp, ast.Call,
        ast.Name, ast.Load, ast.Constant, ast.Tuple, ast.List,
    )  # fmt: skip

    def __init__(self, source: str) -> None:
        self._source = source

    def generic_visit(self, node: ast.AST) -> None:
        if not isinstance(node, self._ALLOWED):
            msg = f"{type(node).__name__} is not part of the form language: {self._source!r}"
            raise DefinitionError(msg)
        super().generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        known = isinstance(node.func, ast.Name) and node.func.id in {*_FUNCTIONS, *_TABLE_FUNCTIONS}
        if not known or node.keywords:
            msg = f"unknown function in {self._source!r}"
            raise DefinitionError(msg)
        for argument in node.args:
            self.visit(argument)


class _Evaluator:
    """Walks a checked tree; missing operands give `None`."""

    def __init__(self, names: Mapping[str, str], scope: Scope, value: Result) -> None:
        self._names = names
        self._scope = scope
        self._value = value

    def visit(self, node: ast.expr) -> Result:
        """Value of one node."""
        match node:
            case ast.Constant(value=constant):
                return _constant(constant)
            case ast.Name(id=name):
                return self._name(name)
            case ast.BoolOp():
                return self._logic(node)
            case ast.UnaryOp():
                return self._unary(node)
            case ast.BinOp():
                return self._arithmetic(node)
            case ast.Compare():
                return self._comparison(node)
            case ast.IfExp(test=test, body=body, orelse=orelse):
                return self.visit(body) if self.visit(test) is True else self.visit(orelse)
            case ast.Call():
                return self._call(node)
        return None

    def _name(self, name: str) -> Result:
        if name == "value":
            return self._value
        return self._scope.value(self._names.get(name, name))

    def _logic(self, node: ast.BoolOp) -> bool:
        parts = (self.visit(part) is True for part in node.values)
        return all(parts) if isinstance(node.op, ast.And) else any(parts)

    def _unary(self, node: ast.UnaryOp) -> Result:
        operand = self.visit(node.operand)
        if isinstance(node.op, ast.Not):
            return operand is not True
        return -operand if isinstance(operand, Decimal) else None

    def _arithmetic(self, node: ast.BinOp) -> Result:
        left, right = self.visit(node.left), self.visit(node.right)
        if not isinstance(left, Decimal) or not isinstance(right, Decimal):
            return None
        try:
            return _BINARY[type(node.op)](left, right)
        except (DivisionByZero, InvalidOperation, ArithmeticError):
            return None

    def _comparison(self, node: ast.Compare) -> bool:
        left = self.visit(node.left)
        for op, right_node in zip(node.ops, node.comparators, strict=True):
            if isinstance(op, ast.In | ast.NotIn):
                return self._membership(left, right_node, op)
            right = self.visit(right_node)
            if not _compare(op, left, right):
                return False
            left = right
        return True

    def _membership(self, left: Result, node: ast.expr, op: ast.cmpop) -> bool:
        members = [self.visit(item) for item in node.elts] if isinstance(node, ast.Tuple | ast.List) else []
        return (left in members) is isinstance(op, ast.In)

    def _call(self, node: ast.Call) -> Result:
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        if name not in _TABLE_FUNCTIONS:
            return _FUNCTIONS[name](*(self.visit(argument) for argument in node.args))
        path = self._path_of(node)
        return Decimal(len(self._scope.rows(path))) if name == "count" else self._sum(path)

    def _path_of(self, node: ast.Call) -> str:
        argument = node.args[0] if node.args else None
        return self._names.get(argument.id, argument.id) if isinstance(argument, ast.Name) else ""

    def _sum(self, path: str) -> Result:
        table, _, column = path.rpartition(".")
        values = [self._scope.value(f"{table}[{key}].{column}") for key in self._scope.rows(table)]
        numbers = [value for value in values if isinstance(value, Decimal)]
        return sum(numbers, Decimal(0)) if numbers and len(numbers) == len(values) else None


def _constant(constant: object) -> Result:
    if isinstance(constant, bool | str):
        return constant
    return Decimal(str(constant)) if isinstance(constant, int | float) else None


def _compare(op: ast.cmpop, left: Result, right: Result) -> bool:
    left, right = _alike(left, right)
    if isinstance(op, ast.Eq):
        return left == right
    if isinstance(op, ast.NotEq):
        return left != right
    if left is None or right is None or type(left) is not type(right):
        return False
    return _COMPARE[type(op)](left, right)


def _alike(left: Result, right: Result) -> tuple[Result, Result]:
    """A date beside an ISO string compares as dates."""
    if isinstance(left, dt.date) and isinstance(right, str):
        return left, _date(right)
    if isinstance(right, dt.date) and isinstance(left, str):
        return _date(left), right
    return left, right


def _date(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None
