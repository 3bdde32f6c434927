"""What the check and the review say of the fields of a page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from forms.fieldpath import field_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from forms.document import Place
    from forms.problems import Problem
    from ui.binding import DocumentBinding
    from ui.editors.field import FieldView


class SectionMarks:
    """Kept for a page, since fields are made after they are known too."""

    def __init__(self, binding: DocumentBinding, document: str) -> None:
        self._binding, self._document = binding, document
        self.problems: Sequence[Problem] = ()
        self.findings: Mapping[Place, tuple[str, ...]] = {}
        """Names of findings that are not closed, by where the answer lives."""

    def mark(self, field: FieldView) -> None:
        """A problem or finding of a fact is shown at every view of it."""
        home = self._binding.read.home_of(self._document, field.path)
        here = [self._seen_at(field, home, problem) for problem in self.problems]
        field.show_problems([problem for problem in here if problem is not None])
        field.show_findings(self.findings.get((home[0], field_of(home[1])), ()))

    def _seen_at(self, field: FieldView, home: Place, problem: Problem) -> Problem | None:
        """The problem as seen at a field, with the path of the view; `None` when it is about something else."""
        path, at = field.path, (problem.document, field_of(problem.path))
        if at == (self._document, path):
            return problem
        if at == home:
            return replace(problem, document=self._document, path=path + problem.path[len(home[1]) :])
        return None
