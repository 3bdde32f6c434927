"""The names an expression may use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from forms.methodologies.equations.nodes import Member, Node, OptionValue, Symbol

if TYPE_CHECKING:
    from forms.methodologies.model import IndexSet
    from forms.quantities import Unit


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

    def codes_of(self, node: Node) -> tuple[str, ...]:
        """The texts that an option, a symbol or an index can be; empty when it can be any text."""
        match node:
            case OptionValue():
                return self.options[node.id]
            case Symbol():
                return self.symbols[node.name].codes
            case Member():
                return self.sets[node.set_id].members
        return ()
