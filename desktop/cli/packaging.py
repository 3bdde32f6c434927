"""The command `package`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.arguments import add_command
from desktop.cli.checking import RECIPIENTS
from desktop.cli.files import read_project
from desktop.cli.terminal import DONE, size_text, tell

if TYPE_CHECKING:
    import argparse

    from desktop.cli.arguments import Commands


def package(chosen: argparse.Namespace) -> int:
    """Everything for a recipient, in a folder and a ZIP."""
    from desktop import PROGRAM
    from reports.packaging.building import build_package

    snapshot = read_project(chosen.file).snapshot
    made = build_package(
        snapshot, chosen.out, chosen.recipient, draft=chosen.draft, container=chosen.container, program=PROGRAM
    )
    for note in made.notes:
        tell(f"Note: {note}")
    print(f"{made.folder}  {made.files} files")
    print(f"{made.archive}  {size_text(made.archive.stat().st_size)}  SHA-256 {made.sha256}")
    if made.is_draft:
        tell("It is marked as DRAFT and is not for submission.")
    return DONE


def add(commands: Commands) -> None:
    """Describe the command `package`."""
    command = add_command(
        commands, "package", package, "write a submission package: dossiers, workbook, evidence, manifest, e-mail",
        "cerulean package project.cerulean --for eb --out submission",
    )  # fmt: skip
    command.add_argument("file", metavar="FILE", type=Path, help="project file")
    command.add_argument("--for", dest="recipient", required=True, choices=RECIPIENTS, help="who receives it")
    command.add_argument("--out", required=True, metavar="DIR", type=Path, help="folder to write; must not exist")
    command.add_argument(
        "--draft", action="store_true", help="write a package marked DRAFT, also with open errors or missing evidence"
    )
    command.add_argument(
        "--container", choices=("a3", "a2"), default="a3",
        help="a3: the design document carries the project (default); a2: it does not, for portals that forbid it",
    )  # fmt: skip
