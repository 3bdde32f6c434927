"""Rows of the tables of scenarios: a project, and what one rule says about it."""

from collections.abc import Callable
from dataclasses import dataclass, field

from forms.problems import Severity
from tests.scenario import Scenario

Build = Callable[[], Scenario]


@dataclass(frozen=True)
class Row:
    """A project and a rule that reports a problem in it at `at`; with an empty `at` it must have nothing to say."""

    rule: str
    build: Build
    at: str = ""
    severity: Severity | None = None
    occasion: dict[str, str] = field(default_factory=dict)

    @property
    def passes(self) -> bool:
        """True for a project in which the rule is content."""
        return not self.at

    def hold(self) -> None:
        """Make the project and check it."""
        scenario = self.build()
        if self.passes:
            scenario.expect_none(self.rule, **self.occasion)
        else:
            scenario.expect(self.rule, at=self.at, severity=self.severity, **self.occasion)


def reported(rule: str, build: Build, *, at: str, severity: Severity | None = None, **occasion: str) -> Row:
    """The rule reports a problem at this field, or at a cell of it."""
    return Row(rule, build, at, severity, occasion)


def accepted(rule: str, build: Build, **occasion: str) -> Row:
    """The rule runs, and has nothing to say."""
    return Row(rule, build, occasion=occasion)
