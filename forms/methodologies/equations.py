"""The equation language: parsed with `ast`, admitted node by node, compiled once.

An expression becomes a small tree of our own nodes. Only that tree is ever evaluated, typeset or written as a
spreadsheet formula, so nothing that is not listed here can run.
"""

from __future__ import annotations

import ast
import decimal
import math
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

from forms.errors import DefinitionError
from forms.quantities import PRECISION, Unit, similar

if TYPE_CHECKING:
    from forms.methodologies.model import IndexSet

Kind = Literal["number", "text", "truth"]
Value = Decimal | str | bool

LONGEST_SOURCE = 4000
DEEPEST_TREE = 120
MOST_NODES = 1500
LONGEST_NUMBER = 40
LARGEST_EXPONENT = 999

FOLDS = ("sum", "min", "max", "mean", "stdev")
FUNCTIONS = ("exp", "ln", "sqrt", "abs", "floor", "round", "min", "max")


# --- nodes ---------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Number:
    """A literal; `text` is as written."""

    value: Decimal
    text: str


@dataclass(frozen=True)
class Text:
    """A literal in quotes: a code, a date or the name of a member."""

    value: str


@dataclass(frozen=True)
class Member:
    """The running index: a year number for numeric sets, else the name of the member."""

    variable: str
    set_id: str
    is_numeric: bool


@dataclass(frozen=True)
class OptionValue:
    """The code that is chosen for an option."""

    id: str


@dataclass(frozen=True)
class Symbol:
    """A parameter or another equation's result at `keys`, one for each of its `sets`."""

    name: str
    keys: tuple[Node, ...]
    sets: tuple[str, ...]
    is_number: bool = True


@dataclass(frozen=True)
class Negative:
    """Unary minus."""

    operand: Node


@dataclass(frozen=True)
class Binary:
    """`+ - * / **` of two numbers."""

    operator: str
    left: Node
    right: Node


@dataclass(frozen=True)
class Comparison:
    """`< <= > >= == !=` of two numbers or two texts."""

    operator: str
    left: Node
    right: Node


@dataclass(frozen=True)
class OneOf:
    """A text that is, or is not, in a list of literals."""

    operand: Node
    texts: tuple[str, ...]
    negated: bool


@dataclass(frozen=True)
class Logic:
    """`and`, `or` of truths."""

    operator: str
    operands: tuple[Node, ...]


@dataclass(frozen=True)
class Not:
    """`not` of a truth."""

    operand: Node


@dataclass(frozen=True)
class Either:
    """`then if test else otherwise`; only the chosen side is evaluated."""

    test: Node
    then: Node
    otherwise: Node


@dataclass(frozen=True)
class Call:
    """A function of given arguments."""

    function: str
    arguments: tuple[Node, ...]


@dataclass(frozen=True)
class Loop:
    """`for variable in set`."""

    variable: str
    set_id: str


@dataclass(frozen=True)
class Fold:
    """`function(body for … in … if test)`."""

    function: str
    body: Node
    loops: tuple[Loop, ...]
    test: Node | None = None


Node = (
    Number | Text | Member | OptionValue | Symbol | Negative | Binary
    | Comparison | OneOf | Logic | Not | Either | Call | Fold
)  # fmt: skip


def children(node: Node) -> tuple[Node, ...]:
    """The nodes directly below, in the order of the source."""
    match node:
        case Symbol():
            return node.keys
        case Negative() | OneOf() | Not():
            return (node.operand,)
        case Binary() | Comparison():
            return node.left, node.right
        case Logic():
            return node.operands
        case Either():
            return node.test, node.then, node.otherwise
        case Call():
            return node.arguments
        case Fold():
            return (node.body,) if node.test is None else (node.body, node.test)
    return ()


def walk(node: Node) -> Iterator[Node]:
    """The node and all below it."""
    yield node
    for child in children(node):
        yield from walk(child)


def kind_of(node: Node) -> Kind:
    """Whether a node is a number, a text or a truth."""
    match node:
        case Text() | OptionValue():
            return "text"
        case Member():
            return "number" if node.is_numeric else "text"
        case Symbol():
            return "number" if node.is_number else "text"
        case Comparison() | OneOf() | Logic() | Not():
            return "truth"
        case Either():
            return kind_of(node.then)
    return "number"


# --- scope ---------------------------------------------------------------------------------------


class Signature(NamedTuple):
    """What an expression may know about a symbol."""

    indices: tuple[str, ...]
    is_number: bool
    unit: Unit
    codes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Scope:
    """The names that expressions may use: symbols, sets, and the codes of each option."""

    symbols: Mapping[str, Signature] = field(default_factory=dict)
    sets: Mapping[str, IndexSet] = field(default_factory=dict)
    options: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


# --- formula -------------------------------------------------------------------------------------


class Surroundings(NamedTuple):
    """What a compiled formula asks for while it runs.

    `value(symbol, keys)`, `option(id)`, `number(set, key)` of a numeric member, `key(set, number)` back again,
    and `members(set)` as keys.
    """

    value: Callable[[str, tuple[str, ...]], Decimal | str]
    option: Callable[[str], str]
    number: Callable[[str, str], Decimal]
    key: Callable[[str, Decimal], str]
    members: Callable[[str], Sequence[str]]


class Blocked(Exception):
    """The value cannot be had; why is noted where it was found out."""


class NoResult(ArithmeticError):
    """A calculation that has no result; the message says why, in words for the user."""

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy


@dataclass(frozen=True)
class Formula:
    """A parsed expression over the index sets `indices`."""

    source: str
    tree: Node
    indices: tuple[str, ...] = ()

    @cached_property
    def symbols(self) -> frozenset[str]:
        """Every symbol the expression may read, whatever the options and conditions."""
        return frozenset(node.name for node in walk(self.tree) if isinstance(node, Symbol))

    @cached_property
    def options(self) -> frozenset[str]:
        """Every option the expression looks at."""
        return frozenset(node.id for node in walk(self.tree) if isinstance(node, OptionValue))

    @cached_property
    def costs(self) -> Mapping[tuple[str, ...], int]:
        """Number of nodes by the sets over which they are looped."""
        found: dict[tuple[str, ...], int] = {}
        for count, sets in loop_costs(self.tree):
            found[sets] = found.get(sets, 0) + count
        return found

    def steps(self, size_of: Callable[[str], int]) -> int:
        """How many single steps an evaluation takes, for sets of the given sizes."""
        return sum(count * math.prod(map(size_of, sets)) for sets, count in self.costs.items())

    @cached_property
    def function(self) -> Callable[..., Value]:
        """The compiled expression: takes the five functions of `Surroundings` and then one key for each index."""
        return compile_tree(self.tree, self.indices)

    def evaluate(self, surroundings: Surroundings, index: tuple[str, ...] = ()) -> Value:
        """The value at one index, in the caller's decimal context.

        Raises:
            NoResult, decimal.DecimalException: there is no number.
        """
        return self.function(*surroundings, *index)


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


# --- reading -------------------------------------------------------------------------------------

_OPERATORS: Mapping[type[ast.operator], str] = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.Pow: "**",
}  # fmt: skip
_COMPARISONS: Mapping[type[ast.cmpop], str] = {
    ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "==", ast.NotEq: "!=",
}  # fmt: skip


def _syntax_tree(text: str) -> ast.expr:
    if not text:
        raise DefinitionError("The expression is empty.")
    if len(text) > LONGEST_SOURCE:
        raise DefinitionError(f"The expression has {len(text)} characters; {LONGEST_SOURCE} are allowed.")
    try:
        # What Python only warns of, such as 2in, is refused below or harmless; nobody reads the warning.
        with warnings.catch_warnings(action="ignore"):
            tree = ast.parse(text, mode="eval").body
    except SyntaxError as error:
        if "nested" in error.msg:
            raise DefinitionError(f"“{_short(text)}” is too deeply nested.") from error
        where = f" near “{text[max(0, (error.offset or 1) - 8) : (error.offset or 1) + 8].strip()}”"
        raise DefinitionError(f"“{_short(text)}” is not a complete expression{where}.") from error
    except (ValueError, RecursionError, MemoryError) as error:
        raise DefinitionError(f"“{_short(text)}” cannot be read: it is too deeply nested.") from error
    _check_size(tree, text)
    return tree


def _check_size(tree: ast.expr, text: str) -> None:
    level: list[ast.AST] = [tree]
    depth = count = 0
    while level:
        depth, count = depth + 1, count + len(level)
        if depth > DEEPEST_TREE or count > 3 * MOST_NODES:
            raise DefinitionError(f"“{_short(text)}” is too deeply nested or too long. Split it into two equations.")
        level = [child for node in level for child in ast.iter_child_nodes(node)]


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:57] + "…"


class _Reader:
    """Turns one syntax tree into nodes, checking names, indices and kinds on the way."""

    def __init__(self, text: str, scope: Scope, indices: tuple[str, ...]) -> None:
        self._bytes = text.encode()
        self._text = text
        self._scope = scope
        self._variables = {index: index for index in indices}

    def read(self) -> Node:
        return self._node(_syntax_tree(self._text))

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
                return Binary(operator, self._number(tree.left), self._number(tree.right))
            case ast.Compare():
                return self._comparison(tree)
            case ast.BoolOp():
                operator = "and" if isinstance(tree.op, ast.And) else "or"
                return Logic(operator, tuple(self._truth(value) for value in tree.values))
            case ast.IfExp():
                return self._either(tree)
            case ast.Call(func=ast.Name(id=name), keywords=[]):
                return self._call(name, tree.args)
        raise self._refused(tree)

    def _refused(self, tree: ast.AST, why: str = "is not part of the equation language") -> DefinitionError:
        start, end = getattr(tree, "col_offset", 0), getattr(tree, "end_col_offset", None)
        return DefinitionError(f"“{_short(self._bytes[start:end].decode(errors='replace'))}” {why}.")

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
            return Text(tree.value)
        # `ast` has made a float of 0.1; the source still says what was meant.
        text = self._bytes[tree.col_offset : tree.end_col_offset].decode()
        try:
            value = Decimal(text)
        except decimal.InvalidOperation as error:
            raise self._refused(tree, "is not a number in decimal notation") from error
        if isinstance(tree.value, bool) or not value.is_finite():
            raise self._refused(tree)
        if len(text) > LONGEST_NUMBER or abs(value.adjusted()) > LARGEST_EXPONENT:
            raise self._refused(tree, "is too long or too large a number")
        return Number(value, text)

    def _name(self, name: str) -> Node:
        if name in self._variables:
            set_id = self._variables[name]
            return Member(name, set_id, self._scope.sets[set_id].is_numeric)
        if name in self._scope.symbols:
            return self._symbol(name, ())
        if name in self._scope.options:
            return OptionValue(name)
        if name in self._scope.sets:
            raise DefinitionError(f"“{name}” is a set; use it after “in”, or index the left side with it.")
        raise self._unknown(name)

    def _unknown(self, name: str) -> DefinitionError:
        known = {*self._scope.symbols, *self._scope.options, *self._variables}
        close = similar(name, known)
        hint = f" Did you mean {' or '.join(close)}?" if close else ""
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
        nodes = tuple(self._key(key, set_id) for key, set_id in zip(keys, signature.indices, strict=True))
        return Symbol(name, nodes, signature.indices, signature.is_number)

    def _key(self, tree: ast.expr, set_id: str) -> Node:
        node, wanted = self._node(tree), self._scope.sets[set_id]
        if isinstance(node, Text):
            self._check_member(tree, node.value, set_id)
            return node
        if kind_of(node) == "number" and wanted.is_numeric:
            if any(isinstance(part, Symbol) for part in walk(node)):
                raise self._refused(tree, "cannot be an index: an index must not depend on a result")
            return node
        if isinstance(node, Member) and node.set_id == set_id:
            return node
        raise self._refused(tree, f"does not run over “{set_id}”")

    def _check_member(self, tree: ast.expr, name: str, set_id: str) -> None:
        index_set = self._scope.sets[set_id]
        if index_set.kind == "fixed" and name not in index_set.members:
            raise self._refused(tree, f"is no member of “{set_id}” ({', '.join(index_set.members)})")

    def _unary(self, tree: ast.UnaryOp) -> Node:
        if isinstance(tree.op, ast.Not):
            return Not(self._truth(tree.operand))
        if isinstance(tree.op, ast.USub):
            return Negative(self._number(tree.operand))
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
        return parts[0] if len(parts) == 1 else Logic("and", tuple(parts))

    def _compared(self, left: ast.expr, operator: str, right: ast.expr) -> Node:
        first, second = self._node(left), self._node(right)
        if "truth" in (kind_of(first), kind_of(second)) or kind_of(first) != kind_of(second):
            raise self._refused(right, f"cannot be compared with a {kind_of(first)}")
        for node, other, tree in ((first, second, right), (second, first, left)):
            if isinstance(other, Text):
                self._check_code(tree, node, other.value)
        return Comparison(operator, first, second)

    def _one_of(self, left: ast.expr, right: ast.expr, *, negated: bool) -> Node:
        operand = self._of_kind(left, "text")
        if not isinstance(right, ast.List | ast.Tuple | ast.Set):
            raise self._refused(right, "must be a list of texts")
        texts = [self._node(item) for item in right.elts]
        codes = tuple(node.value for node in texts if isinstance(node, Text))
        if len(codes) != len(texts):
            raise self._refused(right, "must be a list of texts")
        for code in codes:
            self._check_code(right, operand, code)
        return OneOf(operand, codes, negated)

    def _check_code(self, tree: ast.expr, node: Node, code: str) -> None:
        """A comparison with a code that does not exist would be silently false for ever."""
        if isinstance(node, OptionValue):
            codes = self._scope.options[node.id]
        elif isinstance(node, Symbol):
            codes = self._scope.symbols[node.name].codes
        elif isinstance(node, Member):
            codes = self._scope.sets[node.set_id].members
        else:
            return
        if codes and code not in codes:
            raise self._refused(tree, f"is none of the choices {', '.join(codes)}")

    def _either(self, tree: ast.IfExp) -> Node:
        then, otherwise = self._node(tree.body), self._node(tree.orelse)
        if kind_of(then) != kind_of(otherwise):
            raise self._refused(tree, "gives different kinds of things")
        return Either(self._truth(tree.test), then, otherwise)

    def _call(self, name: str, arguments: Sequence[ast.expr]) -> Node:
        if name in FOLDS and len(arguments) == 1 and isinstance(arguments[0], ast.GeneratorExp):
            return self._fold(name, arguments[0])
        if name not in FUNCTIONS:
            known = ", ".join(sorted({*FOLDS, *FUNCTIONS}))
            raise DefinitionError(f"“{name}” is not a function of the equation language ({known}).")
        nodes = tuple(self._number(argument) for argument in arguments)
        self._check_arguments(name, nodes)
        return Call(name, nodes)

    def _check_arguments(self, name: str, nodes: tuple[Node, ...]) -> None:
        if name in ("min", "max"):
            good = len(nodes) >= 2
        elif name == "round":
            good = len(nodes) == 2 and isinstance(nodes[1], Number) and nodes[1].value in range(13)
        else:
            good = len(nodes) == 1
        if not good:
            needs = {"min": "two or more values", "max": "two or more values", "round": "a value and 0 to 12 decimals"}
            raise DefinitionError(f"{name}() needs {needs.get(name, 'one value')}.")

    def _fold(self, name: str, tree: ast.GeneratorExp) -> Node:
        outer = dict(self._variables)
        loops = tuple(self._loop(generator) for generator in tree.generators)
        tests = tuple(self._truth(test) for generator in tree.generators for test in generator.ifs)
        body = self._number(tree.elt)
        self._variables = outer
        test = None if not tests else tests[0] if len(tests) == 1 else Logic("and", tests)
        return Fold(name, body, loops, test)

    def _loop(self, generator: ast.comprehension) -> Loop:
        if not isinstance(generator.target, ast.Name) or not isinstance(generator.iter, ast.Name):
            raise self._refused(generator.iter, "is not “for index in set”")
        set_id = generator.iter.id
        if set_id not in self._scope.sets:
            close = similar(set_id, self._scope.sets)
            raise DefinitionError(
                f"The set “{set_id}” is not declared." + (f" Did you mean {close[0]}?" if close else "")
            )
        self._variables[generator.target.id] = set_id
        return Loop(generator.target.id, set_id)


# --- compiling -----------------------------------------------------------------------------------


def _power(base: Decimal, exponent: Decimal) -> Decimal:
    if abs(exponent) > LARGEST_EXPONENT:
        raise NoResult(f"The exponent {exponent:.6g} is too large.", f"Keep it within ±{LARGEST_EXPONENT}.")
    if base.is_zero() and exponent < 0:
        raise NoResult("Zero is raised to a negative power.", "Check the value that is zero.")
    if base < 0 and exponent != exponent.to_integral_value():
        raise NoResult("A negative number is raised to a fraction.", "Check the sign of the values.")
    return Decimal(1) if base.is_zero() and exponent.is_zero() else base**exponent


def _divide(numerator: Decimal, denominator: Decimal) -> Decimal:
    if not denominator:
        raise NoResult("It would divide by zero.", "Check the value that is zero, or leave out the row.")
    return numerator / denominator


def _logarithm(value: Decimal) -> Decimal:
    if value <= 0:
        raise NoResult(f"The logarithm of {value:.6g} does not exist.", "The value must be above zero.")
    return value.ln()


def _root(value: Decimal) -> Decimal:
    if value < 0:
        raise NoResult(f"The square root of {value:.6g} does not exist.", "The value must not be negative.")
    return value.sqrt()


def _floor(value: Decimal) -> Decimal:
    return value.to_integral_value(decimal.ROUND_FLOOR)


def _round(value: Decimal, decimals: Decimal) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-int(decimals)), decimal.ROUND_HALF_UP)


def _total(values: Iterable[Decimal]) -> Decimal:
    return sum(values, Decimal(0))


def _extreme(choose: Callable[[list[Decimal]], Decimal], word: str) -> Callable[[Iterable[Decimal]], Decimal]:
    def extreme(values: Iterable[Decimal]) -> Decimal:
        found = list(values)
        if not found:
            raise NoResult(f"There is nothing to take the {word} of.", "Give at least one row.")
        return choose(found)

    return extreme


def mean(values: Iterable[Decimal]) -> Decimal:
    """Arithmetic mean; NoResult when there are none."""
    found = list(values)
    if not found:
        raise NoResult("There is nothing to take the mean of.", "Give at least one row.")
    return _total(found) / len(found)


def standard_deviation(values: Iterable[Decimal]) -> Decimal:
    """Standard deviation of a sample (n - 1); NoResult with fewer than two values."""
    found = list(values)
    if len(found) < 2:
        raise NoResult("A standard deviation needs at least two values.", "Give at least two rows.")
    middle = mean(found)
    return (_total((value - middle) ** 2 for value in found) / (len(found) - 1)).sqrt()


_RUNTIME: Mapping[str, object] = {
    "__builtins__": {},
    "power": _power, "divide": _divide, "exp": Decimal.exp, "ln": _logarithm, "sqrt": _root, "abs": abs,
    "floor": _floor, "round": _round, "sum": _total, "mean": mean, "stdev": standard_deviation,
    "min": _extreme(min, "smallest"), "max": _extreme(max, "largest"), "Decimal": Decimal,
}  # fmt: skip


def compile_tree(tree: Node, indices: tuple[str, ...]) -> Callable[..., Value]:
    """Python code for a tree: a function of `Surroundings` and one key for each index.

    The text that is compiled comes from our nodes alone; names the author chose are replaced by numbered ones.
    """
    writer = _CodeWriter(indices)
    body = writer.code(tree, writer.names)
    arguments = ", ".join(("value", "option", "number", "key", "members", *writer.names.values()))
    code = compile(f"lambda {arguments}: {body}", "<equation>", "eval")
    # Safe: `body` is written below, node by node, and has no builtins.
    return eval(code, {**_RUNTIME, **writer.constants})  # type: ignore[no-any-return]


class _CodeWriter:
    def __init__(self, indices: tuple[str, ...]) -> None:
        self.names = {index: f"i{position}" for position, index in enumerate(indices)}
        self.constants: dict[str, Decimal] = {}
        self._loops = 0

    def code(self, node: Node, names: Mapping[str, str]) -> str:
        match node:
            case Number():
                return self._constant(node.value)
            case Text():
                return repr(node.value)
            case Member():
                name = names[node.variable]
                return f"number({node.set_id!r}, {name})" if node.is_numeric else name
            case OptionValue():
                return f"option({node.id!r})"
            case Symbol():
                return self._symbol(node, names)
            case Negative():
                return f"(-{self.code(node.operand, names)})"
            case Binary() | Comparison():
                return self._binary(node, names)
            case OneOf():
                word = "not in" if node.negated else "in"
                return f"({self.code(node.operand, names)} {word} {node.texts!r})"
            case Logic():
                return "(" + f" {node.operator} ".join(self.code(part, names) for part in node.operands) + ")"
            case Not():
                return f"(not {self.code(node.operand, names)})"
            case Either():
                parts = (self.code(part, names) for part in (node.then, node.test, node.otherwise))
                return "({} if {} else {})".format(*parts)
            case Call():
                return self._call(node, names)
            case Fold():
                return self._fold(node, names)

    def _constant(self, value: Decimal) -> str:
        name = f"c{len(self.constants)}"
        self.constants[name] = value
        return name

    def _symbol(self, node: Symbol, names: Mapping[str, str]) -> str:
        keys = (self._key(key, set_id, names) for key, set_id in zip(node.keys, node.sets, strict=True))
        return f"value({node.name!r}, ({''.join(key + ', ' for key in keys)}))"

    def _key(self, node: Node, set_id: str, names: Mapping[str, str]) -> str:
        if isinstance(node, Text):
            return repr(node.value)
        if isinstance(node, Member) and node.set_id == set_id:
            return names[node.variable]
        return f"key({set_id!r}, {self.code(node, names)})"

    def _binary(self, node: Binary | Comparison, names: Mapping[str, str]) -> str:
        left, right = self.code(node.left, names), self.code(node.right, names)
        if node.operator in ("/", "**"):
            return f"{'divide' if node.operator == '/' else 'power'}({left}, {right})"
        return f"({left} {node.operator} {right})"

    def _call(self, node: Call, names: Mapping[str, str]) -> str:
        arguments = ", ".join(self.code(argument, names) for argument in node.arguments)
        return f"{node.function}(({arguments}))" if node.function in ("min", "max") else f"{node.function}({arguments})"

    def _fold(self, node: Fold, names: Mapping[str, str]) -> str:
        inner, clauses = dict(names), []
        for loop in node.loops:
            self._loops += 1
            inner[loop.variable] = f"x{self._loops}"
            clauses.append(f" for x{self._loops} in members({loop.set_id!r})")
        test = f" if {self.code(node.test, inner)}" if node.test is not None else ""
        return f"{node.function}({self.code(node.body, inner)}{''.join(clauses)}{test})"


# --- questions about a tree ----------------------------------------------------------------------


def loop_costs(node: Node, around: tuple[str, ...] = ()) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Counts of nodes with the sets they are looped over: together, how many steps an expression takes."""
    inner = (*around, *(loop.set_id for loop in node.loops)) if isinstance(node, Fold) else around
    yield 1, inner
    for child in children(node):
        yield from loop_costs(child, inner)


def constant_of(node: Node) -> Decimal | None:
    """The value of an expression made of literals alone, None if it is not."""
    try:
        with decimal.localcontext(PRECISION):
            return _constant_of(node)
    except (NoResult, decimal.DecimalException):
        return None


def _constant_of(node: Node) -> Decimal | None:
    match node:
        case Number():
            return node.value
        case Negative():
            value = _constant_of(node.operand)
            return None if value is None else -value
        case Binary():
            left, right = _constant_of(node.left), _constant_of(node.right)
            return None if left is None or right is None else _ARITHMETIC[node.operator](left, right)
    return None


_ARITHMETIC: Mapping[str, Callable[[Decimal, Decimal], Decimal]] = {
    "+": lambda left, right: left + right,
    "-": lambda left, right: left - right,
    "*": lambda left, right: left * right,
    "/": _divide,
    "**": _power,
}


# --- plain text ----------------------------------------------------------------------------------

_TIGHTNESS = {"+": 1, "-": 1, "*": 2, "/": 2, "**": 4}
_SHOWN = {"*": "×", "-": "−", "==": "=", "!=": "≠", "<=": "≤", ">=": "≥", "**": "^"}


def tightness(node: Node) -> int:
    """How tightly a node holds together in print: 0 needs parentheses nearly everywhere, 5 never."""
    match node:
        case Binary():
            return _TIGHTNESS[node.operator]
        case Negative():
            return 1
        case Comparison() | OneOf() | Logic() | Not() | Either():
            return 0
    return 5


def needs_parentheses(parent: Binary, child: Node, *, is_right: bool) -> bool:
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
            case Number():
                return node.text
            case Text():
                return self.text(node.value)
            case Member():
                return known.get(node.variable, node.variable)
            case OptionValue():
                return node.id
            case Symbol():
                return self.reference(node, known)
            case Negative():
                text = self.write(node.operand, known)
                return f"{self.minus}({text})" if tightness(node.operand) < 2 else f"{self.minus}{text}"
            case Binary():
                return self._binary(node, known)
            case Fold():
                return self.fold(node, known)
            case Either():
                return self.either(node, known)
            case Call():
                return f"{node.function}({', '.join(self.write(argument, known) for argument in node.arguments)})"
            case Comparison():
                left, right = self._operand(node.left, known), self._operand(node.right, known)
                return f"{left} {self.signs.get(node.operator, node.operator)} {right}"
            case OneOf():
                texts = ", ".join(self.text(text) for text in node.texts)
                return f"{self._operand(node.operand, known)} {'not ' if node.negated else ''}in [{texts}]"
            case Logic():
                return f" {node.operator} ".join(f"({self.write(part, known)})" for part in node.operands)
            case Not():
                return f"not ({self.write(node.operand, known)})"

    def text(self, text: str) -> str:
        """A literal text in quotes."""
        return f"“{text}”"

    def _operand(self, node: Node, keys: Mapping[str, str]) -> str:
        text = self.write(node, keys)
        return f"({text})" if tightness(node) == 0 else text

    def _binary(self, node: Binary, keys: Mapping[str, str]) -> str:
        left, right = self.write(node.left, keys), self.write(node.right, keys)
        left = f"({left})" if needs_parentheses(node, node.left, is_right=False) else left
        right = f"({right})" if needs_parentheses(node, node.right, is_right=True) else right
        operator = self.signs.get(node.operator, node.operator)
        return f"{left}{operator}{right}" if operator == "^" else f"{left} {operator} {right}"

    def reference(self, node: Symbol, keys: Mapping[str, str]) -> str:
        """A symbol with its indices."""
        return f"{node.name}[{', '.join(self.write(key, keys) for key in node.keys)}]" if node.keys else node.name

    def either(self, node: Either, keys: Mapping[str, str]) -> str:
        """A decision, with both sides."""
        then, test = self._operand(node.then, keys), self.write(node.test, keys)
        return f"{then} if {test}, else {self.write(node.otherwise, keys)}"

    def fold(self, node: Fold, keys: Mapping[str, str]) -> str:
        """A sum or another loop, unexpanded."""
        loops = ", ".join(
            loop.variable if loop.variable == loop.set_id else f"{loop.variable} in {loop.set_id}"
            for loop in node.loops
        )
        test = f" where {self.write(node.test, keys)}" if node.test is not None else ""
        return f"{node.function}({self.write(node.body, keys)} over {loops}{test})"


def plain(node: Node) -> str:
    """The expression on one line, with × and −."""
    return PlainWriter().write(node)


class _SourceWriter(PlainWriter):
    """Writes a tree in the equation language again."""

    signs: Mapping[str, str] = {}
    minus = "-"

    def text(self, text: str) -> str:
        return repr(text)

    def either(self, node: Either, keys: Mapping[str, str]) -> str:
        then, test = self._operand(node.then, keys), self._operand(node.test, keys)
        return f"{then} if {test} else {self.write(node.otherwise, keys)}"

    def fold(self, node: Fold, keys: Mapping[str, str]) -> str:
        loops = "".join(f" for {loop.variable} in {loop.set_id}" for loop in node.loops)
        test = f" if {self._operand(node.test, keys)}" if node.test is not None else ""
        return f"{node.function}({self.write(node.body, keys)}{loops}{test})"


def source_text(node: Node) -> str:
    """The expression as it would be written in the data; reads back as the same tree."""
    return _SourceWriter().write(node)
