"""The members of index sets, and the years that they stand for."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from forms.methodologies.equations import NoResult

if TYPE_CHECKING:
    from forms.methodologies.calculation.findings import Findings
    from forms.methodologies.calculation.inputs import Inputs
    from forms.methodologies.model import IndexSet, Methodology


class Sets:
    """The index sets of one calculation."""

    def __init__(self, methodology: Methodology, inputs: Inputs, findings: Findings) -> None:
        self._sets = methodology.sets_by_id
        self._findings = findings
        self._periods = {period.label: period for period in inputs.periods}
        self._members = {index_set.id: self._listed(index_set, inputs) for index_set in methodology.sets}
        self._within = {set_id: frozenset(members) for set_id, members in self._members.items()}
        self._numbers: dict[str, _Years] = {}
        self._keys: dict[str, Mapping[Decimal, str]] = {}

    def _listed(self, index_set: IndexSet, inputs: Inputs) -> tuple[str, ...]:
        if index_set.kind == "period":
            return tuple(self._periods)
        return index_set.members or tuple(dict.fromkeys(inputs.sets.get(index_set.id, ())))

    def take_over(self, earlier: Sets) -> None:
        """Take over the years that were worked out for the very same sets."""
        self._numbers, self._keys = earlier._numbers, earlier._keys

    def known_members(self, set_id: str) -> Sequence[str]:
        """Members of a set, none when they are not given."""
        return self._members.get(set_id, ())

    def outside(self, indices: Sequence[str], index: Sequence[str]) -> list[str]:
        """The sets that do not have the member an index asks for, such as the year before the first."""
        within = self._within
        for set_id, key in zip(indices, index, strict=True):
            if key not in within[set_id]:
                return [name for name, member in zip(indices, index, strict=True) if member not in within[name]]
        return []

    def members(self, set_id: str) -> Sequence[str]:
        """Members of a set, in the order given.

        Raises:
            Blocked: there are none. An empty table must not make an empty, and so a zero, sum.
        """
        found = self._members[set_id]
        if not found:
            raise self._findings.miss(set_id, (), "set")
        return found

    def size(self, *set_ids: str) -> int:
        """How many values there are over these sets."""
        return math.prod(len(self._members[set_id]) for set_id in set_ids)

    def numbers(self, set_id: str) -> Mapping[str, Decimal]:
        """The year number of each member of a numeric set; NoResult for a member that is no year."""
        numbers = self._numbers.get(set_id)
        if numbers is None:
            numbers = self._numbers[set_id] = _Years(set_id, self._years(set_id))
        return numbers

    def key(self, set_id: str, number: Decimal) -> str:
        """The member of a numeric set that stands for a year; the bare number when there is none."""
        keys = self._keys.get(set_id)
        if keys is None:
            numbers = self.numbers(set_id)
            keys = self._keys[set_id] = {numbers[key]: key for key in self.members(set_id)}
        found = keys.get(number)
        return found if found is not None else format(number.normalize(), "f")

    def _years(self, set_id: str) -> Mapping[str, Decimal]:
        if self._sets[set_id].kind == "period":
            return {label: Decimal(period.year) for label, period in self._periods.items()}
        return {key: Decimal(key) for key in self._members[set_id] if key.lstrip("-").isdecimal() and len(key) < 10}


class _Years(dict[str, Decimal]):
    """Members of one set with their years."""

    def __init__(self, set_id: str, years: Mapping[str, Decimal]) -> None:
        super().__init__(years)
        self._set_id = set_id

    def __missing__(self, key: str) -> Decimal:
        raise NoResult(f"“{key}” in “{self._set_id}” is not a year.", "Write years as numbers.")
