"""The tree of an expression. What has no node here can be neither read, calculated nor printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Kind = Literal["number", "text", "truth"]


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
    """`function(body for … in … if test)`; `hours_below((body for … in … if test), amount)`, which reads no loop."""

    function: str
    body: Node
    loops: tuple[Loop, ...]
    test: Node | None = None
    amount: Node | None = None


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
            return tuple(part for part in (node.body, node.test, node.amount) if part is not None)
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
