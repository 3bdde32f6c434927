"""Commands for two or more files: `diff`, `merge`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.arguments import add_command
from desktop.cli.files import create_project, read_project
from desktop.cli.terminal import DONE, HAS_ERRORS, print_json, refuse, size_text, tell

if TYPE_CHECKING:
    import argparse

    from desktop.cli.arguments import Commands
    from forms.document import Snapshot
    from forms.store import Entry


def diff(chosen: argparse.Namespace) -> int:
    """What differs between two projects."""
    from forms.comparison import compare
    from forms.views.differences import comparison_data, comparison_lines

    before, after = (read_project(file).snapshot for file in (chosen.before, chosen.after))
    if chosen.pdf:
        return _print(before, after, chosen)
    comparison = compare(before, after)
    if chosen.json:
        print_json(comparison_data(comparison))
    else:
        for line in comparison_lines(comparison):
            print(line)
    return DONE


def _print(before: Snapshot, after: Snapshot, chosen: argparse.Namespace) -> int:
    """The comparison as PDF."""
    from reports.comparison import print_comparison

    if chosen.pdf.suffix.lower() != ".pdf":
        refuse(
            f"{chosen.pdf} does not end in .pdf.", "For example: cerulean diff sent.cerulean mine.cerulean --pdf d.pdf"
        )
    built = print_comparison(before, after, chosen.pdf, names=(chosen.before.name, chosen.after.name))
    print(f"{built.path}  {built.pages} pages  {size_text(built.path.stat().st_size)}")
    return DONE


def merge(chosen: argparse.Namespace) -> int:
    """The work of two people on one project, in a new file."""
    from forms.merge import merge_contents
    from forms.views.differences import conflict_lines

    mine = read_project(chosen.mine)
    content, merged = merge_contents(read_project(chosen.base), mine, read_project(chosen.theirs))
    create_project(chosen.out, content, _log_of(chosen, mine.snapshot, content.snapshot))
    for conflict in merged.conflicts:
        for line in conflict_lines(conflict):
            print(line)
    taken, conflicts = len(merged.taken), len(merged.conflicts)
    tell(f"{taken or 'No'} change{'' if taken == 1 else 's'} taken from {chosen.theirs}.")
    for old, new in merged.renumbered:
        tell(f"Revision {old} of {chosen.theirs} was frozen beside yours; both are kept, theirs as revision {new}.")
    if conflicts:
        tell(f"{conflicts} conflict{'' if conflicts == 1 else 's'}: both changed these places; {chosen.out} has mine.")
        tell(f"To see the other side: cerulean diff {chosen.out} {chosen.theirs}")
    return HAS_ERRORS if merged.conflicts else DONE


def _log_of(chosen: argparse.Namespace, mine: Snapshot, merged: Snapshot) -> tuple[Entry, ...]:
    """My log, what theirs has besides, and the merge as an edit of whoever merges."""
    from desktop.folders import folders
    from desktop.settings import read_settings
    from desktop.workspace import author
    from forms.history import Edit
    from forms.meanwhile import changes_between
    from forms.store import read_edits, system_clock
    from forms.store.carrying import merged_log

    by = author(read_settings(folders().settings)).name
    merge = Edit(f"Merge {chosen.theirs.name}", tuple(changes_between(mine, merged)), system_clock())
    (mine_log, _), (their_log, _) = read_edits(chosen.mine), read_edits(chosen.theirs)
    return merged_log(mine_log, their_log, merge, by)


def add(commands: Commands) -> None:
    """Describe the commands of this module, in the order of the help."""
    _add_diff(commands)
    _add_merge(commands)


def _add_diff(commands: Commands) -> None:
    command = add_command(
        commands, "diff", diff, "compare two projects field by field, with the causes of figures that differ",
        "cerulean diff sent.cerulean returned.cerulean",
    )  # fmt: skip
    command.add_argument("before", metavar="A", type=Path, help="project file as it was")
    command.add_argument("after", metavar="B", type=Path, help="project file as it is")
    form = command.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print JSON")
    form.add_argument("--pdf", metavar="OUT.pdf", type=Path, help="print it to a PDF instead")


def _add_merge(commands: Commands) -> None:
    command = add_command(
        commands, "merge", merge, "merge what two people changed in copies of one project; exit code 1 on conflicts",
        "cerulean merge sent.cerulean mine.cerulean returned.cerulean merged.cerulean",
    )  # fmt: skip
    command.add_argument("base", metavar="BASE", type=Path, help="project file that both began with")
    command.add_argument("mine", metavar="MINE", type=Path, help="the copy that stands where both changed one place")
    command.add_argument("theirs", metavar="THEIRS", type=Path, help="the other copy")
    command.add_argument("out", metavar="OUT", type=Path, help="project file to write; must not exist")
