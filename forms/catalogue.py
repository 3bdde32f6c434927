"""Everything that ships: forms by listing their folders."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from forms.definition import Choice, FormDefinition, read_form, read_head, with_choices, with_homes
from forms.errors import UserError
from forms.host_countries import host_countries as host_countries
from forms.host_countries import host_country as host_country
from forms.said import said

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

FACTS = ("project_facts", "1")
APPROACH = ("specific_approach", "1")
REVIEW = ("review", "1")
_NOT_CHOSEN = {FACTS[0], APPROACH[0], REVIEW[0]}


@cache
def facts_form() -> FormDefinition:
    """The definition of the project facts, the one home of what forms repeat."""
    return with_choices(read_form(_definitions() / FACTS[0] / FACTS[1]), "companion_forms", _companion_choices())


@cache
def form(form_id: str, version: str) -> FormDefinition:
    """One form version.

    Raises:
        UserError: unknown form or version, with those that ship.
    """
    if (form_id, version) == FACTS:
        return facts_form()
    # Against the list, not the disk: a version such as “../other/1” comes from a file of a stranger.
    if (form_id, version) not in {*form_versions(), APPROACH, REVIEW}:
        raise _unknown(form_id, version)
    return with_homes(read_form(_definitions() / form_id / version), facts_form())


def form_to_start_with(form_id: str, version: str) -> FormDefinition:
    """One form version that a project can be started with: not the facts, which every project has.

    Raises:
        UserError: as `form`.
    """
    if (form_id, version) not in form_versions():
        raise _unknown(form_id, version)
    return form(form_id, version)


def _unknown(form_id: str, version: str) -> UserError:
    shipped = ", ".join(f"{known}:{number}" for known, number in form_versions())
    return UserError(
        said("There is no form {form_id} in version {version}.", form_id=form_id[:60], version=version[:60]),
        said("Forms that ship: {shipped}.", shipped=shipped),
    )


def design_forms() -> tuple[FormDefinition, ...]:
    """Forms that describe a project as a whole: what a new project is started with."""
    return tuple(shipped for shipped in forms() if not shipped.companion)


def companion_forms() -> tuple[FormDefinition, ...]:
    """Forms that stand beside a design document; a row of `P.documents` adds one."""
    return tuple(shipped for shipped in forms() if shipped.companion)


@cache
def form_versions() -> tuple[tuple[str, str], ...]:
    """Every (form id, version) a project can be started with, sorted."""
    return tuple(
        (form_folder.name, version.name)
        for form_folder in _folders(_definitions())
        if form_folder.name not in _NOT_CHOSEN
        for version in _folders(form_folder)
    )


def forms() -> tuple[FormDefinition, ...]:
    """All forms that ship, in order of id and version."""
    return tuple(form(form_id, version) for form_id, version in form_versions())


def _companion_choices() -> tuple[Choice, ...]:
    # From the heads alone: a companion in full is made of views of the facts, which ask for these choices.
    found = (read_head(_definitions() / form_id / version) for form_id, version in form_versions())
    heads = [head for head in found if head.get("companion")]
    return tuple(Choice(f"{head['id']}:{head['version']}", str(head["title"])) for head in heads)


def _definitions() -> Traversable:
    # Not files("forms.definitions"): a folder without modules is invisible to a frozen build.
    return files("forms") / "definitions"


def _folders(parent: Traversable) -> list[Traversable]:
    return sorted(
        (item for item in parent.iterdir() if item.is_dir() and item.name[:1].isalnum()), key=lambda i: i.name
    )
