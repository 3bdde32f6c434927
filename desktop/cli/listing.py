"""The command `list`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.cli.arguments import add_command
from desktop.cli.terminal import DONE, print_json

if TYPE_CHECKING:
    import argparse

    from desktop.cli.arguments import Commands

KINDS = ("forms", "methodologies", "rules", "host-countries", "dossiers")


def list_(chosen: argparse.Namespace) -> int:
    """What ships."""
    from desktop.listing import listed

    entries = listed(chosen.what)
    if chosen.json:
        print_json(entries)
        return DONE
    for entry in entries:
        name = f"{entry['id']}:{entry['version']}" if entry["version"] else entry["id"]
        doubt = "" if entry["evidence"] == "found" else f"  [{entry['evidence']}]"
        print(f"{name:<24} {entry['title']}{doubt}")
    return DONE


def add(commands: Commands) -> None:
    """Describe the command `list`."""
    command = add_command(
        commands,
        "list",
        list_,
        "list the forms, methodologies, rules, host countries or dossiers that ship",
        "cerulean list forms",
    )
    command.add_argument("what", choices=KINDS, help="what to list")
    command.add_argument("--json", action="store_true", help="print JSON")
