"""What a host country asks of a project: its authority, criteria, documents, and what its letter says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from forms.tables import party_name

if TYPE_CHECKING:
    from forms.periods import InForce

DIMENSIONS: Mapping[str, str] = {
    "environment": "Environment",
    "society": "Society",
    "economy": "Economy",
    "technology": "Technology",
    "conditions": "Conditions of approval",
}
DIRECTIONS: Mapping[str, Decimal] = {"improves": Decimal(1), "unchanged": Decimal(0), "worsens": Decimal(-1)}
_YES_NO: Mapping[str, Decimal | None] = {"yes": Decimal(1), "no": Decimal(-1), "na": None}


@dataclass(frozen=True, kw_only=True)
class Source:
    """Where the data of a pack were read."""

    title: str
    address: str = ""


@dataclass(frozen=True, kw_only=True)
class Authority:
    """Who decides. `own_name` is the name in a language of the country, `website` text as printed by the authority."""

    name: str
    own_name: str = ""
    website: str = ""


@dataclass(frozen=True, kw_only=True)
class Criterion:
    """One thing that a project is judged by. `weight` multiplies its score; `evidence` says how far it was read.

    `own_title` is what the authority calls it in its own language, in words of its text; empty where it was not read.
    """

    id: str
    dimension: str
    title: str
    help: str
    weight: Decimal
    evidence: str
    own_title: str = ""


@dataclass(frozen=True, kw_only=True)
class AskedDocument:
    """A document of the application; `when` says in words when it is needed, empty for always.

    `own_title` is its name in the language of the authority, as its text has it; empty where it was not read.
    """

    id: str
    title: str
    when: str
    mechanism: str
    source: str
    evidence: str
    own_title: str = ""


@dataclass(frozen=True, kw_only=True)
class Statement:
    """What a letter of approval says. `column` is the answer in `P.letters` that records it, empty when none does.

    `text` is our own draft of the sentence; the places in braces are filled in from the project.
    """

    id: str
    title: str
    text: str
    column: str
    mechanism: str
    evidence: str


@dataclass(frozen=True, kw_only=True)
class Stage:
    """One step of the procedure, with the days it takes and what it costs, as far as known."""

    title: str
    time: str
    fee: str


@dataclass(frozen=True, kw_only=True)
class Scale:
    """How a criterion is scored: `steps` from `lowest` to `highest`, `yes_no`, or `direction` (no score of its own)."""

    kind: str
    lowest: int = 0
    highest: int = 0
    help: str = ""

    @property
    def allowed(self) -> str:
        """What may be written, in words."""
        if self.kind == "steps":
            return f"a whole number from {signed(Decimal(self.lowest))} to {signed(Decimal(self.highest))}"
        return "yes, no or na (not applicable)" if self.kind == "yes_no" else "no score: the direction is enough"

    def holds(self, score: str) -> bool:
        """Whether a score lies on the scale. A scale of directions has no scores, so that only an empty one does."""
        if self.kind == "yes_no":
            return score.lower() in _YES_NO
        if self.kind == "direction":
            return not score
        value = _number(score)
        return value is not None and value == value.to_integral_value() and self.lowest <= value <= self.highest

    def value(self, score: str, direction: str) -> Decimal | None:
        """A score as a number: 1, -1 for yes and no, or by direction; `None` when missing, wrong or not applicable."""
        if self.kind == "direction":
            return DIRECTIONS.get(direction)
        if not self.holds(score):
            return None
        return _YES_NO[score.lower()] if self.kind == "yes_no" else _number(score)

    def is_settled(self, score: str, direction: str) -> bool:
        """Whether the criterion is answered; “not applicable” answers it too."""
        return self.value(score, direction) is not None or (self.kind == "yes_no" and score.lower() == "na")


def _number(text: str) -> Decimal | None:
    try:
        value = Decimal(text.replace("−", "-"))
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


def signed(value: Decimal) -> str:
    """A score as printed, with its sign: `+2`, `0`, `−1`."""
    plain = f"{abs(value):f}"
    return f"+{plain}" if value > 0 else f"−{plain}" if value < 0 else plain


@dataclass(frozen=True, kw_only=True)
class DecisionRule:
    """When the criteria are reached: see `forms.host_countries.scoring`. `threshold` is for a rule of sums."""

    rule: str
    threshold: Decimal
    help: str
    evidence: str


@dataclass(frozen=True, kw_only=True)
class Units:
    """What a JI host does with the units: share of the reductions issued (%), and the least reductions (t CO2e/yr)."""

    share: Decimal | None = None
    least_tonnes: Decimal | None = None
    help: str = ""
    evidence: str = "unverified"


@dataclass(frozen=True, kw_only=True)
class HostCountry:
    """The pack of one country; `code` is its ISO alpha-2 code, empty for the generic pack."""

    code: str
    version: str
    title: str
    mechanisms: tuple[str, ...]
    evidence: str
    in_force: InForce
    note: str
    authority: Authority
    languages: tuple[str, ...]
    bilingual: bool
    copies: str
    scale: Scale
    decision: DecisionRule
    units: Units
    dimensions: Mapping[str, str]
    criteria: tuple[Criterion, ...]
    documents: tuple[AskedDocument, ...]
    statements: tuple[Statement, ...]
    stages: tuple[Stage, ...]
    sources: tuple[Source, ...]

    @property
    def is_generic(self) -> bool:
        """True for the pack that stands in for countries without one."""
        return not self.code

    @property
    def country(self) -> str:
        """Name of the country; empty for the generic pack."""
        return party_name(self.code) if self.code else ""

    def criterion(self, criterion_id: str) -> Criterion | None:
        """The criterion with this id, or `None`."""
        return next((item for item in self.criteria if item.id == criterion_id), None)

    def document(self, document_id: str) -> AskedDocument | None:
        """The document with this id, or `None`."""
        return next((item for item in self.documents if item.id == document_id), None)

    def documents_for(self, mechanism: str) -> tuple[AskedDocument, ...]:
        """Documents asked for under a mechanism."""
        return tuple(item for item in self.documents if item.mechanism in {"any", mechanism})

    def statements_for(self, mechanism: str) -> tuple[Statement, ...]:
        """Statements of the letter under a mechanism."""
        return tuple(item for item in self.statements if item.mechanism in {"any", mechanism})

    def dimension(self, dimension: str) -> str:
        """What the country calls a dimension."""
        return self.dimensions.get(dimension) or DIMENSIONS[dimension]
