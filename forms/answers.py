"""Answers: what was filled in, where it came from, and the immutable snapshot of a document's answers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType
from typing import Any

from forms.blocks import Block, runs_of
from forms.periods import Duration

Value = str | bool | Decimal | dt.date | Duration | tuple[Block, ...] | tuple[str, ...]
"""Text and codes are `str`, prose is a tuple of blocks, the row order of a table a tuple of row keys."""


class Origin(StrEnum):
    """Where a value came from; printed with it."""

    TYPED = "typed"
    CALCULATED = "calculated"
    IMPORTED = "imported"
    DEFAULT = "default"
    OVERRIDDEN = "overridden"
    ESTIMATED = "estimated"


ORIGIN_MARK = {
    Origin.TYPED: "·",
    Origin.CALCULATED: "ƒ",
    Origin.DEFAULT: "▫",
    Origin.IMPORTED: "↓",
    Origin.OVERRIDDEN: "!",
    Origin.ESTIMATED: "~",
}


@dataclass(frozen=True)
class Answer:
    """A value with its origin, or the reason why the place is left blank on purpose; never both.

    `note` is what the origin needs to say: table and row of a default, the reason of an override,
    the file of an import.
    """

    value: Value | None = None
    origin: Origin = Origin.TYPED
    note: str = ""
    blank_reason: str = ""

    @property
    def is_blank_on_purpose(self) -> bool:
        """True when a reason for leaving it blank was given."""
        return bool(self.blank_reason)

    @cached_property
    def has_insertions(self) -> bool:
        """True for a narrative that shows something live."""
        blocks = self.value if isinstance(self.value, tuple) else ()
        return any(run.link for block in blocks if not isinstance(block, str) for run in runs_of(block))


def is_same(one: Answer | None, other: Answer | None) -> bool:
    """True when both would be printed alike: 0.4 is not 0.40."""
    if one != other or one is None or other is None:
        return one is other or one == other
    return not isinstance(one.value, Decimal) or str(one.value) == str(other.value)


_NO_CELLS: Mapping[str, Answer] = MappingProxyType({})


class Answers(Mapping[str, Answer]):
    """Immutable mapping from path to answer.

    `memo` keeps what was derived from these answers alone, so that it is derived once.
    """

    __slots__ = ("_by_path", "_cells", "memo")

    def __init__(self, by_path: Mapping[str, Answer] | None = None) -> None:
        self._by_path: dict[str, Answer] = dict(by_path or {})
        self._cells: dict[str, dict[str, Answer]] | None = None
        self.memo: dict[str, Any] = {}

    def __getitem__(self, path: str) -> Answer:
        return self._by_path[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_path)

    def __len__(self) -> int:
        return len(self._by_path)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Answers) and self._by_path == other._by_path

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"Answers({len(self)} places)"

    def with_changes(self, changes: Mapping[str, Answer | None]) -> Answers:
        """A new snapshot; `None` takes the answer away."""
        changed = dict(self._by_path)
        for path, answer in changes.items():
            if answer is None:
                changed.pop(path, None)
            else:
                changed[path] = answer
        made = Answers()
        made._by_path, made._cells = changed, self._cells_with(changes)
        return made

    def cells(self, field: str) -> Mapping[str, Answer]:
        """Answers in the cells of a table or matrix, by path, in their order; empty when there are none.

        While none of them changes, later snapshots give the very same mapping: what is made from it is known by it.
        """
        if self._cells is None:
            self._cells = {}
            for path, answer in self._by_path.items():
                table, bracket, _ = path.partition("[")
                if bracket:
                    self._cells.setdefault(table, {})[path] = answer
        return self._cells.get(field, _NO_CELLS)

    def _cells_with(self, changes: Mapping[str, Answer | None]) -> dict[str, dict[str, Answer]] | None:
        """The cells after a change, those of untouched tables as they are; `None` while nobody asked for any."""
        if self._cells is None:
            return None
        touched: dict[str, dict[str, Answer]] = {}
        for path, answer in changes.items():
            table, bracket, _ = path.partition("[")
            if bracket and table not in touched:
                touched[table] = dict(self._cells.get(table, _NO_CELLS))
            if bracket and answer is None:
                touched[table].pop(path, None)
            elif bracket and answer is not None:
                touched[table][path] = answer
        return {**self._cells, **touched}

    def value(self, path: str) -> Value | None:
        """The value, or `None` when missing or left blank on purpose."""
        answer = self._by_path.get(path)
        return answer.value if answer else None

    def rows(self, table: str) -> tuple[str, ...]:
        """Row keys of a table in their order; empty when there are none."""
        value = self.value(table)
        return tuple(str(key) for key in value) if isinstance(value, tuple) else ()


def difference(old: Answers, new: Answers) -> dict[str, tuple[Answer | None, Answer | None]]:
    """Paths at which two snapshots differ, with the answer before and after."""
    paths = sorted(set(old) | set(new))
    return {path: (old.get(path), new.get(path)) for path in paths if old.get(path) != new.get(path)}
