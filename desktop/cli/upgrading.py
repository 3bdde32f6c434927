"""The command that carries a project to a later version of its form: `upgrade`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.arguments import add_command
from desktop.cli.files import create_project, read_project
from desktop.cli.terminal import DONE, print_json, refuse, tell

if TYPE_CHECKING:
    import argparse

    from desktop.cli.arguments import Commands
    from forms.document import Snapshot
    from forms.upgrade import Upgraded


def upgrade(chosen: argparse.Namespace) -> int:
    """A new project file on the later form; the file that is read is not changed."""
    from forms.upgrade import upgrade as carry

    content = read_project(chosen.file)
    form_id, version = _target(content.snapshot, chosen.to)
    made = carry(content.snapshot, form_id, version)
    create_project(chosen.out, replace(content, snapshot=made.snapshot))
    if chosen.json:
        print_json(_data(made))
    else:
        _say(made)
    return DONE


def _target(snapshot: Snapshot, wanted: str) -> tuple[str, str]:
    """The form that was asked for; without one, the newest that takes this form over.

    Raises:
        UserError: no later form takes it over.
    """
    from forms.upgrade import targets

    if wanted:
        form_id, _, version = wanted.partition(":")
        return form_id, version
    found = targets(snapshot)
    if not found:
        form_id, version = snapshot.heads[snapshot.main]
        refuse(f"No later form takes over {form_id}:{version}.", "There is nothing to upgrade.")
    return found[-1]


def _data(made: Upgraded) -> dict[str, object]:
    return {
        "carried": [{"from": placed.old, "to": placed.new, "look_at": [*placed.look_at]} for placed in made.placed],
        "without_place": [
            {"path": lost.path, "label": lost.label, "text": lost.text, "reason": lost.reason}
            for lost in made.without_place
        ],
        "new": [*made.new],
    }


def _say(made: Upgraded) -> None:
    for placed in made.placed:
        if placed.look_at:
            print(f"look at {placed.new}: part of it may belong to {', '.join(placed.look_at)}")
    for lost in made.without_place:
        print(f"no place for {lost.path} ({lost.label}): {lost.reason}")
        print(f"    {lost.text}")
    tell(
        f"{len(made.placed)} answers carried over, {len(made.without_place)} found no place and are kept aside, "
        f"{len(made.new)} places are new."
    )


def add(commands: Commands) -> None:
    """Describe the command."""
    command = add_command(
        commands, "upgrade", upgrade, "carry a project to a later version of its form, into a new file",
        "cerulean upgrade old.cerulean new.cerulean --to cdm_pdd:12.0",
    )  # fmt: skip
    command.add_argument("file", metavar="FILE", type=Path, help="project file to read; it is not changed")
    command.add_argument("out", metavar="OUT", type=Path, help="project file to write; must not exist")
    command.add_argument("--to", default="", metavar="ID:VERSION", help="form to carry it to (default: the newest)")
    command.add_argument("--json", action="store_true", help="print JSON")
