"""The command `compare`: the facts of a project against files that others made."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.cli.arguments import add_command
from desktop.cli.files import read_project
from desktop.cli.terminal import DONE, HAS_ERRORS, print_json, tell

if TYPE_CHECKING:
    import argparse

    from desktop.cli.arguments import Commands
    from forms.crosscheck import Comparison
    from forms.document import Reader


def compare(chosen: argparse.Namespace) -> int:
    """Facts of a project in foreign files; exit code 1 when something differs."""
    from forms.crosscheck import compare_with
    from forms.document import Reader
    from reports.reading import read_foreign

    read = Reader(read_project(chosen.file).snapshot)
    files = [read_foreign(path) for path in chosen.foreign]
    found = [outcome for file in files for outcome in compare_with(read, file)]
    for file in files:
        if not file.is_whole:
            tell(f"{file.name} is too long; only its beginning was compared.")
    if chosen.json:
        print_json({"comparisons": [_data(outcome) for outcome in found], "files": [file.name for file in files]})
    else:
        _print(read, found)
    return HAS_ERRORS if any(outcome.status == "differs" for outcome in found) else DONE


def _data(outcome: Comparison) -> dict[str, Any]:
    return {
        "what": outcome.what,
        "status": outcome.status,
        "document": outcome.document,
        "path": outcome.path,
        "ours": outcome.ours,
        "file": outcome.file,
        "where": outcome.where,
        "theirs": outcome.theirs,
    }


def _print(read: Reader, found: list[Comparison]) -> None:
    from forms.views.places import label

    for outcome in found:
        if outcome.status == "differs":
            print(f"{outcome.what}: {outcome.ours} ({outcome.path}, {label(read, outcome.document, outcome.path)})")
            print(f"    {outcome.theirs}  ({outcome.file}, {outcome.where})")
    counts = {status: sum(outcome.status == status for outcome in found) for status in ("differs", "same", "absent")}
    print(f"{counts['differs']} differ, {counts['same']} agree, {counts['absent']} are not mentioned.")


def add(commands: Commands) -> None:
    """Describe the command."""
    command = add_command(
        commands, "compare", compare,
        "compare title, Parties, dates, versions and tonnes of a project with files that others made",
        "cerulean compare project.cerulean validation.pdf emission_reductions.xlsx",
    )  # fmt: skip
    command.add_argument("file", metavar="FILE", type=Path, help="project file")
    command.add_argument("foreign", metavar="FOREIGN", type=Path, nargs="+", help="PDF, XLSX or DOCX file")
    command.add_argument("--json", action="store_true", help="print JSON")
