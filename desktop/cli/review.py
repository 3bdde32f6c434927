"""Commands of review: `review export`, `review import`, `checklist`, `redact`, `extract`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.cli import findings
from desktop.cli.arguments import add_command
from desktop.cli.files import changed_project, create_project, read_project, write_new
from desktop.cli.terminal import DONE, HAS_ERRORS, print_json, tell

if TYPE_CHECKING:
    import argparse

    from desktop.cli.arguments import Commands
    from forms.checklists import Line
    from forms.merge import Merged

_CALLED = {
    "R.findings": ("finding", "findings"),
    "R.rounds": ("round", "rounds"),
    "R.checklist": ("judgement", "judgements"),
    "P.evidence": ("piece of evidence", "pieces of evidence"),
}


def export_review(chosen: argparse.Namespace) -> int:
    """The review of a project as a file to send back; of the project no byte changes."""
    from desktop.folders import folders
    from desktop.settings import read_settings
    from desktop.workspace import author
    from forms.review_file import review_of, write_review

    by = author(read_settings(folders().settings)).name
    review = review_of(read_project(chosen.file).snapshot, by, with_private=chosen.private)
    write_new(chosen.out, write_review(review))
    return DONE


def import_review(chosen: argparse.Namespace) -> int:
    """A review file, merged into the project; exit code 1 when something of it was not taken."""
    from desktop.starting import read_bytes
    from forms.review import numbered_twice
    from forms.review_file import read_review, take_review, written_about

    review = read_review(read_bytes(chosen.review))
    with changed_project(chosen.file) as (copy, project):
        about = written_about(review, project.snapshot, copy.revisions)
        merged = take_review(project, review)
        twice = numbered_twice(project.snapshot)
    tell(
        f"The review of {review.by or 'somebody'} was written about {about}."
        if about
        else "The review was written about a state of the project that is not known here: places may have moved."
    )
    for name in twice:
        tell(f"Several findings are called {name}; they are kept apart by their rows.")
    return _tell_merged(merged)


def _tell_merged(merged: Merged) -> int:
    from forms.review_file import new_rows
    from forms.views.differences import conflict_lines

    for conflict in merged.conflicts:
        for line in conflict_lines(conflict):
            print(line)
    rows = new_rows(merged)
    counts = [(rows.get(path, 0), what) for path, what in _CALLED.items()]
    came = ", ".join(f"{count} {what if count == 1 else many}" for count, (what, many) in counts if count)
    tell(
        f"{len(merged.taken) or 'No'} change{'' if len(merged.taken) == 1 else 's'} taken{f': {came}' if came else ''}."
    )
    return HAS_ERRORS if merged.conflicts else DONE


def checklist(chosen: argparse.Namespace) -> int:
    """The questions of the validator with what the check knows of each."""
    from forms import rules
    from forms.checklists import checklist as lines_of

    snapshot = read_project(chosen.file).snapshot
    lines = lines_of(snapshot, rules.check(snapshot).problems)
    if chosen.json:
        print_json({"checklist": [_line_data(line) for line in lines]})
        return DONE
    for line in lines:
        print(f"{line.item.id:<14} {line.mark or '-':<15} {line.item.question}")
        print(f"{'':<30} {line.known} [{line.item.source}]")
    return DONE


def _line_data(line: Line) -> dict[str, Any]:
    return {
        "item": line.item.id,
        "question": line.item.question,
        "source": line.item.source,
        "mark": line.mark,
        "comment": line.comment,
        "finding": line.finding,
        "by": line.by,
        "on": line.on.isoformat() if line.on else None,
        "places": [list(place) for place in line.places],
        "answered": [list(place) for place in line.answered],
        "problems": [
            {"rule": found.rule, "severity": found.severity.value, "document": found.document, "path": found.path}
            for found in line.problems
        ],
    }


def redact(chosen: argparse.Namespace) -> int:
    """The public edition of a project, in a new file."""
    from forms.redaction import redacted

    made = redacted(read_project(chosen.file))
    create_project(chosen.out, made.content)
    tell(f"{len(made.withheld)} answer{'' if len(made.withheld) == 1 else 's'} of personal data withheld.")
    for line in made.left_out:
        tell(line)
    for document, path in made.still_named:
        tell(f"A withheld name or number still stands in the text at {document} {path}; read it before publishing.")
    return DONE


def extract(chosen: argparse.Namespace) -> int:
    """A part of a project, in a new file."""
    from forms.exchange import Content
    from forms.extract import extract as part_of

    create_project(chosen.out, Content(part_of(read_project(chosen.file).snapshot, chosen.section)))
    tell(f"When it comes back: cerulean merge {chosen.out} {chosen.file} RETURNED OUT. Keep {chosen.out} until then.")
    return DONE


def add(commands: Commands) -> None:
    """Describe the commands of this module, in the order of the help."""
    review = commands.add_parser("review", help="send findings and responses without the project, and take them back")
    actions = review.add_subparsers(title="what to do", metavar="ACTION", required=True)
    command = add_command(
        actions, "export", export_review, "write findings, responses and checklist to a small file",
        "cerulean review export project.cerulean findings.cerulean-review",
    )  # fmt: skip
    command.add_argument("file", metavar="FILE", type=Path, help="project file; no byte of it changes")
    command.add_argument("out", metavar="OUT", type=Path, help="review file to write; must not exist")
    command.add_argument("--private", action="store_true", help="with findings that are not public")
    command = add_command(
        actions, "import", import_review, "merge a review file into a project; exit code 1 when not all was taken",
        "cerulean review import project.cerulean findings.cerulean-review",
    )  # fmt: skip
    command.add_argument("file", metavar="FILE", type=Path, help="project file to change")
    command.add_argument("review", metavar="REVIEW", type=Path, help="review file to read")
    findings.add(commands)
    command = add_command(
        commands, "checklist", checklist, "list the questions of the validator with what the check knows of each",
        "cerulean checklist project.cerulean --json",
    )  # fmt: skip
    command.add_argument("file", metavar="FILE", type=Path, help="project file")
    command.add_argument("--json", action="store_true", help="print JSON")
    _add_redact(commands)
    _add_extract(commands)


def _add_redact(commands: Commands) -> None:
    command = add_command(
        commands, "redact", redact, "write the public edition: without personal data and what is private",
        "cerulean redact project.cerulean public.cerulean",
    )  # fmt: skip
    command.add_argument("file", metavar="FILE", type=Path, help="project file; no byte of it changes")
    command.add_argument("out", metavar="OUT", type=Path, help="project file to write; must not exist")


def _add_extract(commands: Commands) -> None:
    command = add_command(
        commands, "extract", extract, "write a part of a project for a specialist, to be merged when it comes back",
        "cerulean extract project.cerulean environment.cerulean --section D",
    )  # fmt: skip
    command.add_argument("file", metavar="FILE", type=Path, help="project file; no byte of it changes")
    command.add_argument("out", metavar="OUT", type=Path, help="project file to write; must not exist")
    command.add_argument(
        "--section", action="append", required=True, metavar="S",
        help="section of the main form, DOCUMENT:SECTION, or a whole document; may be given again",
    )  # fmt: skip
