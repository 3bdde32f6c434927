"""What our own checks say about answers; a *finding* is something else, it is what an auditor writes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """An error must be mended before submission; a warning is mended or explained; information only informs."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the gravest; for sorting."""
        return list(Severity).index(self)


class Step(StrEnum):
    """The two steps of the check, kept apart on screen and in print."""

    SUBMISSION = "submission"
    QUALITY = "quality"


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong: by which rule, where, and how to mend it.

    `path` is the field or cell in `document`; `source` the clause that the rule rests on.
    """

    rule: str
    severity: Severity
    document: str
    path: str
    message: str
    remedy: str
    source: str
    step: Step = Step.SUBMISSION

    @property
    def order(self) -> tuple[int, str, str, str]:
        """Sort key: gravest first, then by rule and place."""
        return (self.severity.rank, self.rule, self.document, self.path)
