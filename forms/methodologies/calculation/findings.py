"""What stands in the way of a calculation: inputs that are missing, and faults."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from forms.methodologies.equations import Blocked

if TYPE_CHECKING:
    from forms.methodologies.model import Index

Kind = Literal["value", "set", "option"]
_MOST_FAULTS = 500


@dataclass(frozen=True)
class Missing:
    """An input that is needed and not there: a value, the members of a set, or the answer to an option."""

    symbol: str
    index: Index
    needed_by: str
    kind: Kind = "value"


@dataclass(frozen=True)
class Fault:
    """Something that cannot be calculated, or (`severity` "warning") a value outside its limits that was used."""

    symbol: str
    index: Index
    equation_number: str
    message: str
    remedy: str = ""
    kind: Literal["arithmetic", "input", "range", "cycle", "undefined", "size"] = "arithmetic"
    severity: Literal["error", "warning"] = "error"


class Findings:
    """Collects each finding once; while `is_quiet`, only circles. `was_asked` says that there was one to collect.

    `needed_by()` names the equation that is being calculated, `number_of(symbol)` gives the number of its equation.
    """

    def __init__(self, needed_by: Callable[[], str], number_of: Callable[[str], str]) -> None:
        self.is_quiet = False
        self.was_asked = False
        self._needed_by = needed_by
        self._number_of = number_of
        self._missing: dict[tuple[Kind, str, Index], Missing] = {}
        self._faults: dict[tuple[str, Index, str], Fault] = {}

    @property
    def missing(self) -> tuple[Missing, ...]:
        """In the order in which they were needed."""
        return tuple(self._missing.values())

    @property
    def faults(self) -> tuple[Fault, ...]:
        """In the order in which they were met."""
        return tuple(self._faults.values())

    def miss(self, symbol: str, index: Index, kind: Kind = "value") -> Blocked:
        """Note what is missing; the result is to be raised."""
        self.was_asked = True
        if not self.is_quiet:
            self._missing.setdefault((kind, symbol, index), Missing(symbol, index, self._needed_by(), kind))
        return Blocked()

    def fault(
        self,
        symbol: str,
        index: Index,
        message: str,
        remedy: str = "",
        *,
        kind: Literal["arithmetic", "input", "undefined", "size"] = "arithmetic",
    ) -> Blocked:
        """Note a fault; the result is to be raised."""
        self.note(Fault(symbol, index, self._number_of(symbol), message, remedy, kind))
        return Blocked()

    def note(self, fault: Fault) -> None:
        """Note a fault that does not block, or that has been raised already."""
        self.was_asked = True
        if (not self.is_quiet or fault.kind == "cycle") and len(self._faults) < _MOST_FAULTS:
            self._faults.setdefault((fault.symbol, fault.index, fault.kind), fault)
