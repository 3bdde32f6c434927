"""The command `verify`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.cli.arguments import add_command
from desktop.cli.terminal import DONE, HAS_ERRORS, print_json

if TYPE_CHECKING:
    import argparse

    from desktop.cli.arguments import Commands
    from reports.packaging.verification import Verdict


def verify(chosen: argparse.Namespace) -> int:
    """Whether a package or a dossier is as it was written."""
    from reports.packaging.verification import verify as verified

    verdicts = verified(chosen.path)
    if chosen.json:
        print_json([_data(verdict) for verdict in verdicts])
    else:
        for verdict in verdicts:
            _print(verdict)
    return DONE if all(verdict.is_good for verdict in verdicts) else HAS_ERRORS


def _print(verdict: Verdict) -> None:
    faults = verdict.faults
    for state, names in (("changed", faults.changed), ("missing", faults.missing), ("added", faults.added)):
        for name in names:
            print(f"{state:<8} {name}")
    for sentence in verdict.told:
        print(sentence)
    counts = f"{verdict.files} file{'' if verdict.files == 1 else 's'}"
    outcome = "good" if verdict.is_good else "NOT as it was written"
    print(f"{verdict.path}: {outcome} ({verdict.kind}, {counts}, SHA-256 {verdict.sha256 or 'unknown'})")


def _data(verdict: Verdict) -> dict[str, Any]:
    return {
        "path": str(verdict.path),
        "kind": verdict.kind,
        "good": verdict.is_good,
        "changed": verdict.faults.changed,
        "missing": verdict.faults.missing,
        "added": verdict.faults.added,
        "files": verdict.files,
        "sha256": verdict.sha256,
        "signatures": [
            {"signer": item.signer, "checked": item.is_checked, "intact": item.is_intact, "covers_all": item.covers_all}
            for item in verdict.signatures
        ],
        "told": verdict.told,
    }


def add(commands: Commands) -> None:
    """Describe the command `verify`."""
    command = add_command(
        commands, "verify", verify, "verify a package or a dossier; exit code 1 when anything differs",
        "cerulean verify submission",
    )  # fmt: skip
    command.add_argument("path", metavar="PATH", type=Path, help="folder or ZIP of a package, or a dossier (PDF)")
    command.add_argument("--json", action="store_true", help="print JSON")
