"""The command `findings`: listed, written as a workbook, taken over from a sheet or from an annotated dossier."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.cli.arguments import add_command
from desktop.cli.files import changed_project, read_project, write_new
from desktop.cli.terminal import DONE, HAS_ERRORS, print_json, tell
from forms.errors import UserError

if TYPE_CHECKING:
    import argparse

    from desktop.annotated import Annotated
    from desktop.cli.arguments import Commands
    from forms.annotations import Remark
    from forms.document import Snapshot
    from forms.findings_sheet import Taken
    from forms.review import Finding, Round

_SHORT = 100


def findings(chosen: argparse.Namespace) -> int:
    """The findings of a project; with a sheet to import, exit code 1 when a row of it could not be taken."""
    if chosen.dry_run and not chosen.sheet:
        msg = "--dry-run says what --import would take in, and there is nothing to import."
        raise UserError(msg, "Give the sheet or the annotated PDF with --import.")
    code = _import(chosen) if chosen.sheet else DONE
    snapshot = read_project(chosen.file).snapshot
    if chosen.xlsx:
        _write_sheet(snapshot, chosen)
    if chosen.json:
        _print_data(snapshot)
    elif not chosen.sheet and not chosen.xlsx:
        _print_lines(snapshot)
    return code


def _import(chosen: argparse.Namespace) -> int:
    return _import_annotations(chosen) if chosen.sheet.suffix.lower() == ".pdf" else _import_sheet(chosen)


def _import_sheet(chosen: argparse.Namespace) -> int:
    from desktop.starting import read_bytes
    from forms.findings_sheet import take_rows
    from forms.project import Project
    from reports.findings_workbook import workbook_rows

    rows = workbook_rows(read_bytes(chosen.sheet))
    if chosen.dry_run:
        taken = take_rows(Project(read_project(chosen.file).snapshot), rows)
        tell("Nothing was changed. What would come:")
    else:
        with changed_project(chosen.file) as (_, project):
            taken = take_rows(project, rows)
    _tell_taken(taken)
    return HAS_ERRORS if taken.faults else DONE


def _import_annotations(chosen: argparse.Namespace) -> int:
    """Annotations of a dossier as findings; exit code 1 when the place of one could not be found."""
    from desktop.annotated import read_annotated
    from forms.annotations import take_remarks

    if chosen.dry_run:
        content = read_project(chosen.file)
        found = read_annotated(chosen.sheet, content.snapshot, content.revisions)
        _tell_remarks(found)
        tell(f"Nothing was changed. {len(found.new)} would be new.")
    else:
        with changed_project(chosen.file) as (copy, project):
            found = read_annotated(chosen.sheet, project.snapshot, copy.revisions)
            _tell_remarks(found)
            taken = take_remarks(project, found.remarks, found.name, found.revisions)
        _tell_counts((len(taken.raised), "finding"), (taken.rounds, "round"), (len(found.unplaced), "unplaced remark"))
    return HAS_ERRORS if found.unplaced else DONE


def _tell_remarks(found: Annotated) -> None:
    """Each remark with its page and place; what is there already is said as such."""
    tell(
        f"{found.name} was printed from {found.about}."
        if found.about
        else f"{found.name} was printed from a state of the project that is not known here: places may have moved."
    )
    for remark in found.remarks:
        place = " ".join(filter(None, (remark.anchor.document, remark.anchor.path)))
        became = "is there already" if remark.known else remark.state.words
        where = place if remark.is_placed else f"no place found, kept at {place or 'the project'}"
        tell(f"page {remark.page}: {remark.kind} at {where}{f' [{became}]' if became else ''}: {_first_line(remark)}")


def _first_line(remark: Remark) -> str:
    line = " ".join(remark.text.split())
    return line if len(line) <= _SHORT else f"{line[: _SHORT - 1]}…"


def _tell_taken(taken: Taken) -> None:
    for row, fault in taken.faults:
        tell(f"row {row}: {fault}")
    _tell_counts((len(taken.raised), "finding"), (taken.rounds, "round"), (len(taken.faults), "faulty row"))


def _tell_counts(*counts: tuple[int, str]) -> None:
    tell(", ".join(f"{count} {what}{'' if count == 1 else 's'}" for count, what in counts) + ".")


def _write_sheet(snapshot: Snapshot, chosen: argparse.Namespace) -> None:
    from forms.findings_sheet import sheet_rows
    from reports.findings_workbook import findings_workbook

    write_new(chosen.xlsx, findings_workbook(sheet_rows(snapshot, with_private=chosen.private)))


def _print_lines(snapshot: Snapshot) -> None:
    from forms.review import anchor_state
    from forms.review import findings as all_findings

    for finding in all_findings(snapshot):
        due = f", due {finding.due}" if finding.due and finding.status == "open" else ""
        private = "" if finding.is_public else " (private)"
        place = " ".join(filter(None, (finding.anchor.document, finding.anchor.path)))
        said = anchor_state(snapshot, finding).words
        print(f"{finding.name:<11} {finding.status}{due}{private}  {place}{f' [{said}]' if said else ''}")
        print(f"            {finding.text}")
        for found in finding.rounds:
            closing = " (closed)" if found.is_closing else ""
            signed = f" ({found.by})" if found.by else ""
            print(f"            {found.role} {found.number}{closing}{signed}: {found.text}")


def _print_data(snapshot: Snapshot) -> None:
    from forms.review import findings as all_findings

    print_json({"findings": [_data(snapshot, finding) for finding in all_findings(snapshot)]})


def _data(snapshot: Snapshot, finding: Finding) -> dict[str, Any]:
    from forms.review import anchor_state

    state = anchor_state(snapshot, finding)
    return {
        "row": finding.key,
        "kind": finding.kind,
        "number": finding.number,
        "status": finding.status,
        "public": finding.is_public,
        "text": finding.text,
        "requirement": finding.requirement,
        "document": finding.anchor.document,
        "path": finding.anchor.path,
        "quote": finding.anchor.quote,
        "anchor": {"standing": state.standing, "path": state.path},
        "raised_by": finding.raised_by,
        "raised_on": finding.raised_on.isoformat() if finding.raised_on else None,
        "due": finding.due.isoformat() if finding.due else None,
        "rounds": [_round_data(found) for found in finding.rounds],
    }


def _round_data(found: Round) -> dict[str, Any]:
    names = ("number", "role", "text", "evidence", "changes", "revision", "by")
    data = {name: getattr(found, name) for name in names}
    return {**data, "closes": found.is_closing, "on": found.on.isoformat() if found.on else None}


def add(commands: Commands) -> None:
    """Describe the command."""
    command = add_command(
        commands, "findings", findings,
        "list findings with their rounds, write them as a workbook, take over a sheet or an annotated PDF",
        "cerulean findings project.cerulean --import dossier_with_remarks.pdf --dry-run",
    )  # fmt: skip
    command.add_argument("file", metavar="FILE", type=Path, help="project file")
    command.add_argument("--json", action="store_true", help="print JSON")
    command.add_argument("--xlsx", metavar="OUT", type=Path, help="workbook to write; must not exist")
    command.add_argument("--private", action="store_true", help="write findings that are not public, too")
    command.add_argument(
        "--import", dest="sheet", metavar="FILE", type=Path,
        help="workbook of findings and rounds, or printed dossier (.pdf) with annotations, to take over",
    )  # fmt: skip
    command.add_argument("--dry-run", action="store_true", help="say what --import would take over; change nothing")
