"""What a calculation starts from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from forms.methodologies.model import Index

if TYPE_CHECKING:
    from forms.periods import Period

InputValue = Decimal | str | dt.date
Key = tuple[str, Index]


@dataclass(frozen=True)
class Inputs:
    """What the user gives: values by symbol and index, members of sets, chosen options and the crediting period.

    A scalar has the index `()`. A value without the index of the crediting period holds in every period.
    `origins` says where a value comes from, by symbol and index, when it was not simply typed.
    """

    values: Mapping[str, Mapping[Index, InputValue]] = field(default_factory=dict)
    sets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    options: Mapping[str, str] = field(default_factory=dict)
    periods: tuple[Period, ...] = ()
    origins: Mapping[str, Mapping[Index, str]] = field(default_factory=dict)

    def is_like(self, other: Inputs) -> bool:
        """Whether both say the same, down to the digits: 0.4 is printed otherwise than 0.40."""
        return self.differs_by_values(other) and self.options == other.options and not any(self.changed_to(other))

    def differs_by_values(self, other: Inputs) -> bool:
        """Whether sets and crediting period are the same, so that only options and values can differ."""
        return self.periods == other.periods and self.sets == other.sets

    def changed_to(self, other: Inputs) -> Iterator[str]:
        """The symbols that are given other values, digits or origins there, or in another order."""
        for symbol in {**self.values, **other.values}:
            if not self._are_alike_in(other, symbol):
                yield symbol

    def changed_cells(self, other: Inputs, symbol: str) -> list[Index] | None:
        """Where a symbol is given another value or origin there; None unless it is given at the very same indices."""
        before, after = self.values.get(symbol, {}), other.values.get(symbol, {})
        origins, told = self.origins.get(symbol, {}), other.origins.get(symbol, {})
        if len(before) != len(after):
            return None
        changed = dict[Index, None]()
        for (index, value), (at, same) in zip(before.items(), after.items(), strict=True):
            if index != at:
                return None
            if value is not same:
                changed[index] = None
        if origins is not told:
            changed.update(dict.fromkeys(at for at in {**origins, **told} if origins.get(at) != told.get(at)))
        return list(changed)

    def _are_alike_in(self, other: Inputs, symbol: str) -> bool:
        before, after = self.values.get(symbol, {}), other.values.get(symbol, {})
        origins, told = self.origins.get(symbol, {}), other.origins.get(symbol, {})
        return (before is after or _are_alike(before, after)) and (origins is told or origins == told)


def _are_alike(before: Mapping[Index, InputValue], after: Mapping[Index, InputValue]) -> bool:
    if len(before) != len(after):
        return False
    pairs = zip(before.items(), after.items(), strict=True)
    return all(
        index == other and (value is same or (value == same and repr(value) == repr(same)))
        for (index, value), (other, same) in pairs
    )
