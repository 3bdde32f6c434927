"""Commands that write Word files and redlines: `docx`, `redline`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.arguments import add_command
from desktop.cli.files import read_project
from desktop.cli.terminal import DONE, HAS_ERRORS, refuse, size_text, tell

if TYPE_CHECKING:
    import argparse

    from desktop.cli.arguments import Commands
    from forms.document import Snapshot
    from forms.exchange import Content
    from reports.dossier import Dossier
    from reports.redline import Base

_FORMATS = ("pdf", "docx", "both")


def docx(chosen: argparse.Namespace) -> int:
    """One dossier as a Word file."""
    from forms.document import Reader
    from forms.rules import check
    from forms.store import write_whole
    from reports.word.dossier import word_dossier

    if chosen.out.suffix.lower() != ".docx":
        refuse(f"{chosen.out} does not end in .docx.", "For example: cerulean docx my.cerulean my.docx")
    snapshot = read_project(chosen.file).snapshot
    kind, checked = _kind(chosen.kind, snapshot), check(snapshot)
    made = word_dossier(kind, snapshot, draft=chosen.draft, checked=checked)
    write_whole(chosen.out, made)
    print(f"{chosen.out}  {size_text(len(made))}")
    errors = len(kind.concerning(Reader(snapshot), checked).errors)
    if errors and not chosen.draft:
        tell(f"Written as DRAFT: {errors} errors are open. See: cerulean check {chosen.file}")
        return HAS_ERRORS
    return DONE


def redline(chosen: argparse.Namespace) -> int:
    """A dossier clean and with what changed since a base, from one state and with one date."""
    from reports.redline import write_redline

    content = read_project(chosen.file)
    kind, base = _kind(chosen.kind, content.snapshot), _base(chosen.base, content)
    formats = ("pdf", "docx") if chosen.format == "both" else (chosen.format,)
    for path in write_redline(kind, content.snapshot, base, chosen.out, formats):
        print(f"{path}  {size_text(path.stat().st_size)}")
    tell(f"Against {base.name}, {base.sha256}")
    return DONE


def _kind(name: str, snapshot: Snapshot) -> Dossier:
    """The dossier with this id; without one, the first that the project has: its design document."""
    from reports.dossier import dossier, dossiers_of

    if name:
        return dossier(name.replace("_", "-"))
    found = dossiers_of(snapshot)
    return found[0] if found else refuse("This project has no dossier.", "Choose a form for it first.")


def _base(name: str, content: Content) -> Base:
    """What to compare with: a revision by its number, another project file, or the registered revision."""
    from reports.redline import base_of_file, base_of_revision, registered_base

    if not name:
        return registered_base(content.revisions, content.snapshot)
    if name.isdecimal():
        return base_of_revision(content.revisions, int(name), content.snapshot)
    return base_of_file(Path(name), read_project(Path(name)).snapshot)


def add(commands: Commands) -> None:
    """Describe the commands of this module, in the order of the help."""
    _add_docx(commands)
    _add_redline(commands)


def _add_docx(commands: Commands) -> None:
    command = add_command(
        commands, "docx", docx, "write a dossier as a Word file",
        "cerulean docx project.cerulean project.docx",
    )  # fmt: skip
    command.add_argument("file", metavar="FILE", type=Path, help="project file to read")
    command.add_argument("out", metavar="OUT.docx", type=Path, help="file to write; one that is there is replaced")
    command.add_argument("--kind", default="", metavar="KIND", help="which dossier (default: the design document)")
    command.add_argument("--draft", action="store_true", help="mark every page as draft")


def _add_redline(commands: Commands) -> None:
    command = add_command(
        commands, "redline", redline, "write a dossier clean and with its changes marked, as PDF and Word",
        "cerulean redline project.cerulean redline --base 2",
    )  # fmt: skip
    command.add_argument("file", metavar="FILE", type=Path, help="project file to read")
    command.add_argument("out", metavar="OUTDIR", type=Path, help="folder to write to")
    command.add_argument(
        "--base", default="", metavar="N|BASE.cerulean",
        help="number of a revision, or another project file (default: the revision marked as registered)",
    )  # fmt: skip
    command.add_argument("--kind", default="", metavar="KIND", help="which dossier (default: the design document)")
    command.add_argument("--format", choices=_FORMATS, default="both", help="pdf, docx, or both (default)")
