"""Commands that write documents: `dossier`, `workbook`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.arguments import add_command
from desktop.cli.files import read_project
from desktop.cli.terminal import DONE, HAS_ERRORS, refuse, size_text, tell

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from desktop.cli.arguments import Commands


def dossier(chosen: argparse.Namespace) -> int:
    """PDFs of a project."""
    from forms.errors import Refused
    from forms.rules import check as checked
    from reports.dossier import dossier as dossier_of
    from reports.dossier import dossiers_of, file_name, print_dossier

    snapshot = read_project(chosen.file).snapshot
    kinds = dossiers_of(snapshot) if chosen.kind == "all" else (dossier_of(chosen.kind.replace("_", "-")),)
    try:
        chosen.out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        msg = f"The folder {chosen.out} cannot be made: {error.strerror or error}."
        raise Refused(msg, "Name a folder that can be written to.") from error
    result = checked(snapshot)
    is_draft = chosen.draft or bool(result.errors)
    for kind in kinds:
        target = chosen.out / file_name(kind, snapshot, is_draft=is_draft)
        built = print_dossier(
            kind, snapshot, target,
            draft=chosen.draft, container=chosen.container, progress=_progress(), checked=result,
        )  # fmt: skip
        print(f"{built.path}  {built.pages} pages  {size_text(built.path.stat().st_size)}")
    if result.errors and not chosen.draft:
        tell(f"Printed as DRAFT: {len(result.errors)} errors are open. See: cerulean check {chosen.file}")
        return HAS_ERRORS
    return DONE


def workbook(chosen: argparse.Namespace) -> int:
    """The live workbook of a project."""
    from reports.workbook import write_workbook

    if chosen.out.suffix.lower() != ".xlsx":
        refuse(f"{chosen.out} does not end in .xlsx.", "For example: cerulean workbook my.cerulean my.xlsx")
    snapshot = read_project(chosen.file).snapshot
    built = write_workbook(snapshot, chosen.out)
    print(f"{built.path}  {built.formulas} formulas  {size_text(built.size)}")
    if not snapshot.results.is_complete:
        tell(f"Not complete: some cells show #N/A. See: cerulean calculate {chosen.file}")
        return HAS_ERRORS
    return DONE


def _progress() -> Callable[[int, int, str], None] | None:
    """A line that tells what is being done, where somebody watches."""
    if not sys.stderr.isatty():
        return None

    def show(done: int, total: int, what: str) -> None:
        print(f"\r\x1b[K{what} {f'{done}/{total}' if total else ''}", end="\r", file=sys.stderr, flush=True)

    return show


def add(commands: Commands) -> None:
    """Describe the commands of this module, in the order of the help."""
    _add_dossier(commands)
    _add_workbook(commands)


def _add_dossier(commands: Commands) -> None:
    command = add_command(
        commands, "dossier", dossier, "print PDF dossiers",
        "cerulean dossier project.cerulean --kind all --out print",
    )  # fmt: skip
    command.add_argument("file", metavar="FILE", type=Path, help="project file")
    command.add_argument(
        "--kind", required=True, metavar="KIND", help="which dossier (see: cerulean list dossiers), or: all"
    )
    command.add_argument("--out", required=True, metavar="DIR", type=Path, help="folder to write to")
    command.add_argument("--draft", action="store_true", help="mark every page as draft")
    command.add_argument(
        "--container", choices=("a3", "a2"), default="a3",
        help="a3: PDF/A-3 with the project inside (default); a2: PDF/A-2 without, for portals that forbid it",
    )  # fmt: skip


def _add_workbook(commands: Commands) -> None:
    command = add_command(
        commands, "workbook", workbook, "write the calculation as a workbook with live formulas",
        "cerulean workbook project.cerulean project.xlsx",
    )  # fmt: skip
    command.add_argument("file", metavar="FILE", type=Path, help="project file to read")
    command.add_argument(
        "out", metavar="OUT.xlsx", type=Path, help="workbook to write; one that is there already is replaced"
    )
