"""Scenarios: a project in few words, and what the check says about it.

Scenario("cdm_pdd", "12.0").given("P.crediting.type", "renewable").given("P.crediting.length", "8 years")
    .expect("CRP-01", at="P.crediting.length")
"""

import datetime as dt
from collections.abc import Mapping
from typing import Self

from forms.document import inputs_document
from forms.fieldpath import cell_path
from forms.problems import Problem, Severity
from forms.project import Project
from forms.rules import CheckResult, check


class Scenario:
    """A project that is filled in word by word, as a person would type it."""

    def __init__(self, form_id: str = "cdm_pdd", version: str = "12.0", project: Project | None = None) -> None:
        self.project = project or Project.new(form_id, version)
        mechanism = self.project.read.form(self.project.snapshot.main).mechanism
        if project is None and mechanism != "any":
            self.given("P.mechanism", mechanism)

    def given(self, path: str, words: str, *, document: str = "") -> Self:
        """Type `words` at `path`; an empty text clears."""
        self.project.type_in(document or self.project.read.document_of(path), path, words)
        return self

    def given_row(self, table: str, *, document: str = "", **cells: str) -> Self:
        """Add a row with these cells. The key of the row is remembered as `last_row`."""
        document = document or self.project.read.document_of(table)
        self.last_row = self.project.add_row(document, table)
        for column, words in cells.items():
            self.project.type_in(document, cell_path(table, self.last_row, column), words)
        return self

    def given_parties(self, *, host: str, other: str = "") -> Self:
        """A host Party and, perhaps, another one; their row keys are `host_key` and `other_key`."""
        self.given_row("P.parties", party=host, role="host", wishes_to_be_participant="no")
        self.host_key = self.last_row
        if other:
            self.given_row("P.parties", party=other, role="other", wishes_to_be_participant="no")
            self.other_key = self.last_row
        return self

    def given_inputs(self, words: Mapping[str, str]) -> Self:
        """Type inputs of the methodology that was applied last, by path."""
        document = inputs_document(self.project.read.rows("P.methodologies")[-1])
        for path, typed in words.items():
            self.given(path, typed, document=document)
        return self

    def checked(self, *, recipient: str | None = None, stage: str | None = None, on: str = "") -> CheckResult:
        """The check of the project as it is now; `on` is a day, as 2012-12-31."""
        return check(self.project.snapshot, recipient, stage, dt.date.fromisoformat(on) if on else None)

    def problems(self, rule: str, **occasion: str) -> tuple[Problem, ...]:
        """What one rule says; a rule that is not run is a mistake of the scenario."""
        found = self.checked(**occasion)
        assert rule in {candidate.id for candidate in found.rules}, f"{rule} is not run for this project"
        return tuple(problem for problem in found.problems if problem.rule == rule)

    def expect(self, rule: str, *, at: str = "", severity: Severity | None = None, **occasion: str) -> Self:
        """The rule reports a problem, at this field (or a cell of it), of this severity."""
        found = self.problems(rule, **occasion)
        places = [problem.path for problem in found]
        assert found, f"{rule} found nothing"
        assert not at or any(path == at or path.startswith(f"{at}[") for path in places), places
        assert severity is None or {problem.severity for problem in found} == {severity}
        assert all(problem.message and problem.remedy and problem.source for problem in found)
        return self

    def expect_none(self, rule: str, **occasion: str) -> Self:
        """The rule has nothing to say."""
        found = self.problems(rule, **occasion)
        assert not found, [problem.message for problem in found]
        return self
