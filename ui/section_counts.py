"""How many problems and findings there are in each section, and in all that is above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forms.fieldpath import field_of
from forms.problems import Problem, Severity
from ui.completeness import ancestors

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from forms.definition import FormDefinition
    from forms.document import Place


def problems_by_section(
    forms: Mapping[str, FormDefinition], problems: Sequence[Problem], missing: Collection[Place]
) -> dict[Place, tuple[int, int]]:
    """Errors and warnings by section, those of a whole document under its empty section.

    What is merely not answered yet (`missing`) shows in the ring, not here.
    """
    counts: dict[Place, tuple[int, int]] = {}
    for problem in problems:
        is_mere_gap = (problem.document, field_of(problem.path)) in missing
        if problem.document not in forms or problem.severity is Severity.INFO or is_mere_gap:
            continue
        wrong = problem.severity is Severity.ERROR
        for section in _sections(forms[problem.document], problem.path):
            errors, warnings = counts.get((problem.document, section), (0, 0))
            counts[problem.document, section] = (errors + wrong, warnings + (not wrong))
    return counts


def findings_by_section(forms: Mapping[str, FormDefinition], places: Sequence[Place]) -> dict[Place, int]:
    """Findings by section; `places` has one for each finding."""
    counts: dict[Place, int] = {}
    for document, path in places:
        for section in _sections(forms[document], path) if document in forms else ("",):
            counts[document, section] = counts.get((document, section), 0) + 1
    return counts


def _sections(form: FormDefinition, path: str) -> Iterable[str]:
    """The section of a field, those above it, and the whole document."""
    field = form.field(path) if path else None
    own = form.section_of_field[field.path].id if field else ""
    return dict.fromkeys((own, *ancestors(form, own), ""))
