"""The commands `revision` and `log`: what was frozen, what became of it since, and who changed what."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.cli.arguments import add_command
from desktop.cli.files import changed_project, read_project
from desktop.cli.terminal import DONE, HAS_ERRORS, print_json, tell

if TYPE_CHECKING:
    import argparse

    from desktop.cli.arguments import Commands
    from forms.revisions import Revision

_NO_MARK = "none"


def list_(chosen: argparse.Namespace) -> int:
    """Every revision; exit code 1 when one was changed since it was frozen."""
    from forms.revisions import first_broken_revision

    revisions = read_project(chosen.file).revisions
    broken = first_broken_revision(revisions)
    if chosen.json:
        print_json({"revisions": [_data(revision) for revision in revisions], "broken": broken})
    else:
        for revision in revisions:
            mark = f" [{revision.mark}]" if revision.mark else ""
            print(f"{revision.number:>4}  {revision.at[:16]}  {revision.by:<20} {revision.note}{mark}")
            print(f"      {revision.sha256}")
    return DONE if broken is None else HAS_ERRORS


def _data(revision: Revision) -> dict[str, Any]:
    names = ("number", "at", "by", "note", "mark", "sha256", "previous")
    return {name: getattr(revision, name) for name in names}


def freeze(chosen: argparse.Namespace) -> int:
    """The project as it stands, kept for good."""
    with changed_project(chosen.file) as (copy, _):
        made = copy.freeze(chosen.note, "" if chosen.mark == _NO_MARK else chosen.mark)
    tell(f"Froze {made.name}: {made.sha256}")
    return DONE


def mark(chosen: argparse.Namespace) -> int:
    """A revision as published or registered."""
    with changed_project(chosen.file) as (copy, _):
        copy.mark_revision(chosen.number, "" if chosen.mark == _NO_MARK else chosen.mark)
    return DONE


def compare(chosen: argparse.Namespace) -> int:
    """What changed since a revision."""
    from forms.freezing import compare_revision
    from forms.revisions import revision_numbered
    from forms.views.differences import comparison_data, comparison_lines

    content = read_project(chosen.file)
    before = revision_numbered(content.revisions, chosen.number)
    later = revision_numbered(content.revisions, chosen.other) if chosen.other is not None else content.snapshot
    comparison = compare_revision(before, later, content.snapshot.attachments)
    if chosen.json:
        print_json(comparison_data(comparison))
    else:
        for line in comparison_lines(comparison):
            print(line)
    return DONE


def restore(chosen: argparse.Namespace) -> int:
    """A field or a section as it was."""
    from forms.freezing import restore_field, restore_section
    from forms.revisions import revision_numbered

    with changed_project(chosen.file) as (copy, project):
        revision = revision_numbered(copy.revisions, chosen.number)
        if chosen.section is not None:
            restore_section(project, revision, chosen.document or project.snapshot.main, chosen.section)
        else:
            restore_field(project, revision, chosen.document or project.read.document_of(chosen.field), chosen.field)
        count = copy.edits_since_save
    tell("Restored; undo takes it back." if count else f"Nothing differs from {revision.name}.")
    return DONE


def log(chosen: argparse.Namespace) -> int:
    """Who changed what, when and why; exit code 1 when the log was changed by another program."""
    from forms import store

    entries, broken = store.read_edits(chosen.file)
    if chosen.json:
        names = ("id", "kind", "at", "by", "label", "why", "hash")
        data = [
            {**{name: getattr(entry, name) for name in names}, "places": [list(change[:2]) for change in entry.changes]}
            for entry in entries
        ]
        print_json({"edits": data, "broken": broken})
    else:
        for entry in entries:
            what = f"{entry.label}{f': {entry.why}' if entry.why else ''}"
            kind = "" if entry.kind in {"edit", "revision"} else f"{entry.kind} "
            print(f"{entry.id:>5}  {entry.at[:16]}  {entry.by:<20} {kind}{what} ({len(entry.changes)} places)")
    if broken is not None:
        tell(f"The log of edits was changed by another program, from edit {broken} on.")
    return DONE if broken is None else HAS_ERRORS


def add(commands: Commands) -> None:
    """Describe the commands of this module."""
    command = add_command(
        commands, "revision", list_, "freeze a project, compare it with what was frozen, restore from it",
        "cerulean revision project.cerulean freeze --note \"sent for validation\"",
    )  # fmt: skip
    command.add_argument("file", metavar="FILE", type=Path, help="project file")
    command.set_defaults(json=False)
    _add_actions(command.add_subparsers(title="what to do", metavar="ACTION"))
    command = add_command(commands, "log", log, "list who changed what, when and why", "cerulean log project.cerulean")
    command.add_argument("file", metavar="FILE", type=Path, help="project file")
    command.add_argument("--json", action="store_true", help="print JSON")


def _add_actions(actions: Commands) -> None:
    action = add_command(actions, "list", list_, "list what was frozen", "cerulean revision project.cerulean list")
    action.add_argument("--json", action="store_true", help="print JSON")
    action = add_command(
        actions, "freeze", freeze, "keep the project as it stands for good",
        "cerulean revision project.cerulean freeze --note \"sent for validation\"",
    )  # fmt: skip
    action.add_argument("--note", default="", metavar="N", help="what it was frozen for")
    _add_mark(action, "--mark", default=_NO_MARK)
    action = add_command(
        actions, "mark", mark, "mark a revision as published or registered",
        "cerulean revision project.cerulean mark 3 registered",
    )  # fmt: skip
    action.add_argument("number", metavar="NUMBER", type=int, help="which revision")
    _add_mark(action, "mark")
    _add_looking_back(actions)


def _add_mark(action: argparse.ArgumentParser, name: str, **more: Any) -> None:  # noqa: ANN401 - argparse's own
    action.add_argument(name, choices=("published", "registered", _NO_MARK), help="what became of it", **more)


def _add_looking_back(actions: Commands) -> None:
    action = add_command(
        actions, "compare", compare, "compare a revision with another one, or with the project as it stands",
        "cerulean revision project.cerulean compare 1 2",
    )  # fmt: skip
    action.add_argument("number", metavar="A", type=int, help="the earlier revision")
    action.add_argument("other", metavar="B", type=int, nargs="?", help="the later one (default: as it stands)")
    action.add_argument("--json", action="store_true", help="print JSON")
    action = add_command(
        actions, "restore", restore, "put a field or a section back to what it was",
        "cerulean revision project.cerulean restore 1 --section B.4",
    )  # fmt: skip
    action.add_argument("number", metavar="NUMBER", type=int, help="revision to take it from")
    what = action.add_mutually_exclusive_group(required=True)
    what.add_argument("--field", metavar="PATH", help="field or cell")
    what.add_argument("--section", metavar="ID", help="section of a form, for example B.4")
    action.add_argument("--document", metavar="D", default="", help="document that it lies in (default: by the path)")
