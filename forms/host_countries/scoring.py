"""Scores claims against the criteria of a pack, and says whether its decision rule is reached and by how much not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from forms.host_countries.model import signed

if TYPE_CHECKING:
    from forms.host_countries.model import Criterion, HostCountry


class Claimed(Protocol):
    """What scoring needs of a claim."""

    @property
    def criterion(self) -> str:
        """Id of the criterion."""
        ...

    @property
    def score(self) -> str:
        """Score as written."""
        ...

    @property
    def direction(self) -> str:
        """improves, unchanged or worsens."""
        ...


@dataclass(frozen=True)
class Verdict:
    """Whether the decision rule is reached; `None` while that cannot be said. `words` say why, or by how much not."""

    reached: bool | None
    words: str


@dataclass(frozen=True)
class Assessment:
    """The criteria of a pack with the scores claimed.

    `scores` are weighted, by id of the criterion; of several claims to one criterion the lowest counts. A criterion
    that does not apply has no score but is `settled`; one without a claim is neither: missing is not zero.
    """

    pack: HostCountry
    scores: Mapping[str, Decimal]
    settled: frozenset[str]

    @property
    def missing(self) -> tuple[Criterion, ...]:
        """Criteria that are not answered yet."""
        return tuple(item for item in self.pack.criteria if item.id not in self.settled)

    @cached_property
    def totals(self) -> Mapping[str, Decimal]:
        """Sum of the scores by dimension, for dimensions of which a criterion is scored; in order of the pack."""
        found: dict[str, Decimal] = {}
        for item in self.pack.criteria:
            if item.id in self.scores:
                found[item.dimension] = found.get(item.dimension, Decimal(0)) + self.scores[item.id]
        return found

    @property
    def total(self) -> Decimal | None:
        """Sum of all scores; `None` while nothing is scored."""
        return sum(self.scores.values(), Decimal(0)) if self.scores else None

    @property
    def negative(self) -> tuple[Criterion, ...]:
        """Criteria that are scored below zero, or not met."""
        return tuple(item for item in self.pack.criteria if self.scores.get(item.id, Decimal(0)) < 0)

    @cached_property
    def verdict(self) -> Verdict:
        """What the decision rule of the pack says."""
        if not self.pack.criteria:
            return Verdict(None, "The pack lists no criteria; the authority judges the application as a whole.")
        return DECISIONS[self.pack.decision.rule].decide(self)


def assess(pack: HostCountry, claims: Iterable[Claimed]) -> Assessment:
    """Score claims; a claim to no criterion of the pack, or with a score off the scale, counts nowhere."""
    scores: dict[str, Decimal] = {}
    settled: set[str] = set()
    for claim in claims:
        criterion = pack.criterion(claim.criterion)
        if criterion is None or not pack.scale.is_settled(claim.score, claim.direction):
            continue
        settled.add(criterion.id)
        value = pack.scale.value(claim.score, claim.direction)
        if value is not None:
            weighted = value * criterion.weight
            scores[criterion.id] = min(weighted, scores.get(criterion.id, weighted))
    return Assessment(pack, scores, frozenset(settled))


# -- decision rules -----------------------------------------------------------------------------------------------


def _all_met(made: Assessment) -> Verdict:
    if made.negative:
        count = f"{len(made.negative)} of {len(made.pack.criteria)} criteria"
        return Verdict(False, f"{count} are not met: {_titles(made.negative)}.")
    return _open(made) or Verdict(True, "Every criterion that applies is met.")


def _sum(made: Assessment) -> Verdict:
    if open_yet := _open(made):
        return open_yet
    total, needed = made.total or Decimal(0), made.pack.decision.threshold
    if total >= needed:
        return Verdict(True, f"The sum is {signed(total)}; at least {signed(needed)} is needed.")
    return Verdict(
        False, f"The sum is {signed(total)}, {needed - total:f} short of the {signed(needed)} that is needed."
    )


def _groups_and_total(made: Assessment) -> Verdict:
    if open_yet := _open(made):
        return open_yet
    low = [f"{made.pack.dimension(name)} {_short(value)}" for name, value in made.totals.items() if value <= 0]
    total = made.total or Decimal(0)
    if total <= 0:
        low.append(f"the total {_short(total)}")
    if low:
        return Verdict(False, f"Each group and the total must be above zero: {'; '.join(low)}.")
    return Verdict(True, f"Each group is above zero, and so is the total of {signed(total)}.")


def _short(value: Decimal) -> str:
    # Scores are whole numbers: the next one above zero is 1.
    return f"is {signed(value)}, {1 - value:f} short"


def _no_negative(made: Assessment) -> Verdict:
    if made.negative:
        return Verdict(False, f"{len(made.negative)} of the criteria get worse: {_titles(made.negative)}.")
    return _open(made) or Verdict(True, "No criterion gets worse.")


def _one_per_dimension(made: Assessment) -> Verdict:
    wanted = dict.fromkeys(item.dimension for item in made.pack.criteria)
    better = {item.dimension for item in made.pack.criteria if made.scores.get(item.id, Decimal(0)) > 0}
    lacking = [made.pack.dimension(name) for name in wanted if name not in better]
    if not lacking:
        return Verdict(True, "Something improves in every dimension.")
    words = f"Nothing improves in {len(lacking)} of {len(wanted)} dimensions: {', '.join(lacking)}."
    return Verdict(None if made.missing else False, words)


def _narrative(made: Assessment) -> Verdict:
    return _open(made) or Verdict(None, "The authority judges the arguments; no threshold is known.")


def _open(made: Assessment) -> Verdict | None:
    if not made.missing:
        return None
    return Verdict(None, f"{len(made.missing)} of {len(made.pack.criteria)} criteria are not answered yet.")


def _titles(criteria: Iterable[Criterion]) -> str:
    return "; ".join(item.title for item in criteria)


@dataclass(frozen=True)
class Decision:
    """A decision rule, and the scale that it needs (empty: any)."""

    decide: Callable[[Assessment], Verdict]
    scale: str = ""


DECISIONS: Mapping[str, Decision] = {
    "all_met": Decision(_all_met, "yes_no"),
    "sum": Decision(_sum, "steps"),
    "groups_and_total": Decision(_groups_and_total, "steps"),
    "no_negative": Decision(_no_negative),
    "one_per_dimension": Decision(_one_per_dimension),
    "narrative": Decision(_narrative),
}
