"""The command that puts a long series from a file into a table or matrix of a project: `series`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.cli.arguments import add_command
from desktop.cli.files import changed_project, read_project
from desktop.cli.terminal import DONE, HAS_ERRORS, print_json, refuse, tell

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from desktop.cli.arguments import Commands
    from forms.document import Reader
    from forms.series import Finding, Plan, Series, SeriesMapping, Sheet, Target


def series(chosen: argparse.Namespace) -> int:
    """Read, tell what is wrong row by row, and put the good rows in; with a fault only when that was asked for."""
    from forms.project import Project

    if chosen.dry_run:
        read, plan = _planned(chosen, Project(read_project(chosen.file).snapshot).read)
        _tell(chosen, read, plan)
    else:
        with changed_project(chosen.file) as (_, project):
            read, plan = _planned(chosen, project.read)
            if plan.answers and (chosen.leave_out or not _has_errors(read, plan)):
                project.put_all(chosen.document, plan.answers, f"Import {chosen.data.name}")
        _tell(chosen, read, plan)
    return HAS_ERRORS if _has_errors(read, plan) else DONE


def _planned(chosen: argparse.Namespace, read: Reader) -> tuple[Series, Plan]:
    from desktop.starting import read_bytes
    from forms.series import place, read_series, read_sheets, target_field, targets_of

    field = target_field(read, chosen.document, chosen.path)
    targets = targets_of(read, chosen.document, field)
    sheet = _sheet(read_sheets(chosen.data.name, read_bytes(chosen.data)), chosen.sheet)
    found = read_series(sheet, _mapping(chosen, sheet, targets), targets)
    return found, place(read, chosen.document, field, found, file=chosen.data.name)


def _sheet(sheets: Sequence[Sheet], name: str) -> Sheet:
    """The sheet of that name, or the first."""
    found = next((sheet for sheet in sheets if name in {"", sheet.name}), None)
    if found is None:
        refuse(f"There is no sheet “{name}”.", f"There are: {', '.join(sheet.name for sheet in sheets)}.")
    return found


def _mapping(chosen: argparse.Namespace, sheet: Sheet, targets: Sequence[Target]) -> SeriesMapping:
    """As proposed, but for what was said."""
    from forms.series import propose

    made = propose(sheet, targets)
    columns = dict(made.columns)
    for words in chosen.map:
        key, _, name = words.partition("=")
        if key not in {target.key for target in targets} or not name.isalpha():
            known = ", ".join(f"{target.key} ({target.label})" for target in targets)
            refuse(f"“{words}” is no mapping.", f"Write KEY=COLUMN, such as value=B; keys are {known}.")
        columns[key] = _column(name)
    return replace(
        made,
        columns=columns,
        head_rows=made.head_rows if chosen.head is None else chosen.head,
        decimal_sign={"point": ".", "comma": ","}.get(chosen.decimal, made.decimal_sign),
        unit=chosen.unit or made.unit,
    )


def _column(name: str) -> int:
    """The number of a column from 0: A is 0, AA is 26."""
    number = 0
    for sign in name.upper():
        number = number * 26 + ord(sign) - ord("A") + 1
    return number - 1


def _has_errors(read: Series, plan: Plan) -> bool:
    return any(finding.severity == "error" for finding in _findings(read, plan))


def _findings(read: Series, plan: Plan) -> list[Finding]:
    return sorted((*read.findings, *plan.findings), key=lambda finding: finding.row)


def _tell(chosen: argparse.Namespace, read: Series, plan: Plan) -> None:
    found = _findings(read, plan)
    if chosen.json:
        counts = {"added": plan.added, "changed": plan.changed, "same": plan.same, "new_rows": plan.new_rows}
        print_json({"rows": len(read.rows), **counts, "findings": [_data(finding) for finding in found]})
        return
    for finding in found:
        place = f"row {finding.row}{f', column {finding.column}' if finding.column else ''}" if finding.row else "file"
        print(f"{finding.severity}  {place}: {finding.message}")
    is_put = not chosen.dry_run and (chosen.leave_out or not _has_errors(read, plan))
    tell(
        f"{len(read.rows)} rows: {plan.added} new values, {plan.changed} changed, {plan.same} as they are, "
        f"{plan.new_rows} new rows. {'Saved.' if is_put else 'Nothing was changed.'}"
    )


def _data(finding: Finding) -> dict[str, Any]:
    return {name: getattr(finding, name) for name in ("row", "column", "severity", "message")}


def add(commands: Commands) -> None:
    """Describe the command."""
    command = add_command(
        commands, "series", series, "put a long series from a CSV or XLSX file into a table or matrix",
        "cerulean series wind.cerulean inputs_m1 I.EG_system.value load.csv --map h=A --map value=C --unit GWh",
    )  # fmt: skip
    command.add_argument("file", metavar="FILE", type=Path, help="project file; it is saved")
    command.add_argument("document", metavar="DOCUMENT", help="id of the document, such as facts or inputs_m1")
    command.add_argument("path", metavar="PATH", help="table or value by index, such as I.EG_system.value")
    command.add_argument("data", metavar="DATA", type=Path, help="CSV or XLSX file")
    command.add_argument("--map", action="append", default=[], metavar="KEY=COLUMN", help="which column is what")
    command.add_argument("--sheet", default="", metavar="NAME", help="sheet of a workbook (default: the first)")
    command.add_argument("--head", type=int, default=None, metavar="ROWS", help="rows of the head (default: seen)")
    command.add_argument("--decimal", choices=("point", "comma"), default="", help="decimal sign (default: seen)")
    command.add_argument("--unit", default="", help="unit of the values in the file (default: seen)")
    command.add_argument("--leave-out", action="store_true", help="leave out rows with a fault, and put in the others")
    command.add_argument("--dry-run", action="store_true", help="change nothing, only tell")
    command.add_argument("--json", action="store_true", help="print JSON")
