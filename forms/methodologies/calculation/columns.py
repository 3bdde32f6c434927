"""The values of one calculation, a column a symbol; what is asked for and not there yet is found on the way."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from forms.methodologies.model import Index

Find = Callable[[str, "Index"], Decimal | str]


class Column(dict["Index", Decimal | str]):
    """The values of one symbol by index."""

    __slots__ = ("_find", "_symbol")

    def __init__(self, symbol: str, find: Find) -> None:
        super().__init__()
        self._symbol, self._find = symbol, find

    def __missing__(self, index: Index) -> Decimal | str:
        return self._find(self._symbol, index)


class Columns(dict[str, Column]):
    """The columns of all symbols, each made when it is first asked for.

    `find(symbol, index)` gives what is not there yet, or raises Blocked.
    """

    def __init__(self, find: Find) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, symbol: str) -> Column:
        made = self[symbol] = Column(symbol, self._find)
        return made
