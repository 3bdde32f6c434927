"""Starting a project: which facts five questions decide, what follows from them, and how they are put in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from forms.catalogue import facts_form
from forms.project import Project
from ui import steps

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from forms.definition import Column, Field, FormDefinition
    from ui.protocols import Workspace

FACTS = "facts"
MECHANISM, SCALE, TRACK, TITLE = "P.mechanism", "P.scale", "P.track", "P.title"
PARTIES, PARTY, ROLE, HOST = "P.parties", "party", "role", "host"


@dataclass(frozen=True)
class Start:
    """What was answered: the form to fill in, facts by path, the code of the host country, the title."""

    form: FormDefinition
    facts: Mapping[str, str] = field(default_factory=dict)
    host: str = ""
    title: str = ""


def fact(path: str) -> Field:
    """A question of the project facts.

    Raises:
        LookupError: there is no such fact.
    """
    found = facts_form().field(path)
    if found is None:
        raise LookupError(path)
    return found


def countries() -> Column:
    """The question for a country."""
    found = fact(PARTIES).column(PARTY)
    if found is None:
        raise LookupError(PARTY)
    return found


def fitting(forms: Sequence[FormDefinition], mechanism: str, scale: str) -> list[FormDefinition]:
    """The forms for a mechanism and scale, those in force last put first."""
    found = [form for form in forms if form.mechanism in {mechanism, "any"} and (not form.scale or scale in form.scale)]
    return sorted(found, key=lambda form: (str(form.in_force.start or ""), form.version), reverse=True)


def scales(forms: Sequence[FormDefinition], mechanism: str) -> set[str]:
    """The scales for which there is a form."""
    return {scale for form in forms if form.mechanism in {mechanism, "any"} for scale in form.scale}


def begin(workspace: Workspace, start: Start) -> None:
    """Open a new project that says what was answered; the answers are one step, which can be undone.

    Raises:
        UserError: the project cannot be begun.
    """
    workspace.new(start.form.id, start.form.version, "")
    if workspace.project is not None:
        answer(workspace.project, start)


def answer(project: Project, start: Start) -> None:
    """Put the answers in, as one step."""
    with project.edit(steps.START):
        for path, code in start.facts.items():
            project.set(FACTS, path, code)
        if start.title:
            project.type_in(FACTS, TITLE, start.title)
        if start.host:
            key = project.add_row(FACTS, PARTIES)
            project.set(FACTS, f"{PARTIES}[{key}].{PARTY}", start.host)
            project.set(FACTS, f"{PARTIES}[{key}].{ROLE}", HOST)


def is_asked(start: Start, path: str) -> bool:
    """Whether a fact is asked with these answers."""
    return path in _asked(start)


def asked_because(start: Start, path: str) -> list[str]:
    """Labels of the facts that are asked because of the answer at `path`, and would not be with another answer."""
    others = [choice.code for choice in fact(path).choices if choice.code != start.facts.get(path)]
    less = [_asked(Start(start.form, {**start.facts, path: code})) for code in others]
    return [
        label
        for known, label in _asked(start).items()
        if known not in start.facts and any(known not in asked for asked in less)
    ]


def _asked(start: Start) -> dict[str, str]:
    project = Project.new(start.form.id, start.form.version)
    answer(project, start)
    read = project.read
    return {known.path: known.label for known in facts_form().fields.values() if read.state(FACTS, known.path).relevant}
