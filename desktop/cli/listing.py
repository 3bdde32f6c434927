"""The command `list`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.cli.arguments import add_command
from desktop.cli.terminal import DONE, print_json, refuse

if TYPE_CHECKING:
    import argparse

    from desktop.cli.arguments import Commands

KINDS = ("forms", "methodologies", "rules", "host-countries", "dossiers")


def list_(chosen: argparse.Namespace) -> int:
    """What ships."""
    from desktop.listing import listed

    if chosen.markdown:
        return _print_markdown(chosen)
    entries = listed(chosen.what)
    if chosen.json:
        print_json(entries)
        return DONE
    for entry in entries:
        name = f"{entry['id']}:{entry['version']}" if entry["version"] else entry["id"]
        doubt = "" if entry["evidence"] == "found" else f"  [{entry['evidence']}]"
        held = f"  [{entry['held']}]" if entry.get("held") else ""
        print(f"{name:<24} {entry['title']}{doubt}{held}")
    return DONE


def _print_markdown(chosen: argparse.Namespace) -> int:
    """The reference page of the rules; the other lists have none."""
    from desktop.rule_reference import rule_reference

    if chosen.what != "rules" or chosen.json:
        refuse("There is a reference page of the rules alone.", "For example: cerulean list rules --markdown")
    print(rule_reference(), end="")
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
    command.add_argument("--markdown", action="store_true", help="print the reference page of the rules")
