"""Parts of spreadsheet formulas, and sums over cells that stand in one row or column, written as ranges."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from forms.methodologies.equations import nodes

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from decimal import Decimal

    from forms.methodologies.equations.nodes import Node

_STRING = re.compile(r"""("(?:[^"]|"")*"|'(?:[^']|'')*')""")
_CELL = re.compile(r"(?P<sheet>(?:'(?:[^']|'')+'|[^'!]+)!)?\$?(?P<column>[A-Z]{1,3})\$?(?P<row>\d+)")


def bare(text: str) -> str:
    """Without parentheses round the whole, for the eye."""
    if not (text.startswith("(") and text.endswith(")")):
        return text
    depth = 0
    for position, sign in enumerate(_STRING.sub(lambda found: "_" * len(found[0]), text)):
        depth += (sign == "(") - (sign == ")")
        if depth == 0 and position < len(text) - 1:
            return text
    return text[1:-1]


def number_text(value: Decimal) -> str:
    """A number as a formula takes it."""
    text = format(value, "f")
    return f"({text})" if value < 0 else text


def quoted(text: str) -> str:
    """A text as a formula takes it."""
    return '"' + text.replace('"', '""') + '"'


class NotPlain(Exception):
    """The loop cannot be written with ranges."""


@dataclass(frozen=True)
class _Place:
    sheet: str
    column: int
    row: int


class RangeWriter:
    """Writes the body of a sum once, over ranges, when each reference lies in one unbroken row or column."""

    def __init__(self, write: Callable[[Node, Mapping[str, str]], str], rounds: Sequence[Mapping[str, str]]) -> None:
        self._write = write
        self._rounds = rounds
        self._direction: set[str] = set()

    def write(self, body: Node) -> str:
        """A sum of the body over all rounds.

        Raises:
            NotPlain: it cannot be written so.
        """
        text = self._part(body)
        if len(self._direction) != 1:
            raise NotPlain
        return f"SUM({text})" if _is_range(text) else f"SUMPRODUCT({bare(text)})"

    def cells(self, body: Node) -> str:
        """The range in which the values of a bare reference stand.

        Raises:
            NotPlain: they do not stand in one row or column.
        """
        if not isinstance(body, nodes.Symbol):
            raise NotPlain
        text = self._reference(body)
        if not _is_range(text):
            raise NotPlain
        return text

    def _part(self, node: Node) -> str:
        match node:
            case nodes.Number():
                return number_text(node.value)
            case nodes.Symbol():
                return self._reference(node)
            case nodes.Negative():
                return f"(-{self._part(node.operand)})"
            case nodes.Binary():
                operator = "^" if node.operator == "**" else node.operator
                return f"({self._part(node.left)}{operator}{self._part(node.right)})"
            case nodes.Call(function=("exp" | "ln" | "sqrt" | "abs") as function):
                return f"{function.upper()}({bare(self._part(node.arguments[0]))})"
        raise NotPlain

    def _reference(self, node: nodes.Symbol) -> str:
        cells = [self._write(node, inner) for inner in self._rounds]
        if len(set(cells)) == 1:
            return cells[0]
        found = [_place(cell) for cell in cells]
        places = [place for place in found if place is not None]
        if len(places) < len(found):
            raise NotPlain
        first = places[0]
        if all(place == replace(first, row=first.row + step) for step, place in enumerate(places)):
            self._direction.add("column")
        elif all(place == replace(first, column=first.column + step) for step, place in enumerate(places)):
            self._direction.add("row")
        else:
            raise NotPlain
        return f"{cells[0]}:{cells[-1].rpartition('!')[2]}"


def _place(cell: str) -> _Place | None:
    found = _CELL.fullmatch(cell)
    if found is None:
        return None
    column = 0
    for letter in found["column"]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return _Place(found["sheet"] or "", column, int(found["row"]))


def _is_range(text: str) -> bool:
    start, mark, end = text.partition(":")
    return bool(mark) and _place(start) is not None and _place(end) is not None
