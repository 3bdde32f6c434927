"""Where given values belong: rows and years that exist, and symbols that are asked for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from forms.errors import UserError
from forms.fieldpath import matrix_path
from forms.methodologies.equations.nodes import Member, Symbol, walk
from forms.methodologies.model import Index, Methodology, Parameter
from forms.spelling import did_you_mean

if TYPE_CHECKING:
    from forms.methodologies.calculation.inputs import Inputs


def check_places(methodology: Methodology, inputs: Inputs) -> None:
    """Values for rows or years that do not exist, and for what is calculated, would be left out without a word.

    Raises:
        UserError: naming the first such value.
    """
    places = _Places(methodology, inputs)
    for symbol, cells in inputs.values.items():
        indices = methodology.indices_of(symbol)
        shorter = without_period(methodology, indices)
        for index in cells:
            places.check(symbol, index, indices if len(index) == len(indices) else shorter)


def without_period(methodology: Methodology, indices: Index) -> Index:
    """The sets that are left when a value holds in every period."""
    return tuple(set_id for set_id in indices if methodology.sets_by_id[set_id].kind != "period")


class _Places:
    def __init__(self, methodology: Methodology, inputs: Inputs) -> None:
        self._methodology, self._inputs = methodology, inputs
        self._within = {set_id: frozenset(members) for set_id, members in self._members.items()}

    @cached_property
    def _members(self) -> Mapping[str, tuple[str, ...]]:
        periods = tuple(period.label for period in self._inputs.periods)
        return {
            entry.id: periods if entry.kind == "period" else entry.members or self._inputs.sets.get(entry.id, ())
            for entry in self._methodology.sets
        }

    @cached_property
    def _asked_outside(self) -> set[tuple[str, str]]:
        """Symbol and set of references such as X[y-1], which may need a value from before the first."""
        sets = self._methodology.sets_by_id
        return {
            (node.name, set_id)
            for equation in self._methodology.equations
            for node in walk(equation.formula.tree)
            if isinstance(node, Symbol)
            for key, set_id in zip(node.keys, node.sets, strict=True)
            if sets[set_id].is_numeric and not (isinstance(key, Member) and key.set_id == set_id)
        }

    def check(self, symbol: str, index: Index, sets: Index) -> None:
        """Refuse a value at an index outside the sets; a set that is not given is asked for by itself."""
        is_outside = False
        for set_id, key in zip(sets, index, strict=True):
            if self._within[set_id] and key not in self._within[set_id]:
                is_outside = True
                if (symbol, set_id) not in self._asked_outside:
                    raise self._no_member(symbol, index, set_id, key)
        if not is_outside:
            self._check_is_asked(symbol)

    def _no_member(self, symbol: str, index: Index, set_id: str, key: str) -> UserError:
        members = self._members[set_id]
        hint = did_you_mean(key, members).strip() or f"It has {', '.join(members[:12])}."
        name = matrix_path(symbol, index)
        return UserError(f"{name} is given, but “{key}” is no member of the set “{set_id}”.", hint)

    def _check_is_asked(self, symbol: str) -> None:
        definitions = self._methodology.definitions[symbol]
        if not any(isinstance(definition, Parameter) for definition in definitions):
            number = f" by equation {getattr(definitions[0], 'number', '')}".rstrip()
            raise UserError(f"{symbol} is calculated{number}, so it cannot be given.", "Leave it out.")
