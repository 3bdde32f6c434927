"""The command `check`."""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.cli.arguments import add_command
from desktop.cli.files import read_project
from desktop.cli.terminal import DONE, HAS_ERRORS, print_json, refuse, tell

if TYPE_CHECKING:
    from desktop.cli.arguments import Commands
    from forms.document import Snapshot
    from forms.problems import Problem
    from forms.rules import CheckResult

RECIPIENTS = ("eb", "jisc", "host")
STAGES = ("draft", "publication", "host_approval", "registration", "post_registration")


def check(chosen: argparse.Namespace) -> int:
    """Problems of a project."""
    from forms import rules

    if chosen.csv and chosen.csv.suffix.lower() != ".csv":
        refuse(f"{chosen.csv} does not end in .csv.", "For example: cerulean check my.cerulean --csv problems.csv")
    snapshot = read_project(chosen.file).snapshot
    result = rules.check(snapshot, chosen.recipient, chosen.stage, chosen.on)
    if chosen.csv:
        _write_csv(chosen.csv, snapshot, result)
    if chosen.json:
        print_json(_check_data(result, snapshot))
    else:
        _print_check(result, snapshot)
    return HAS_ERRORS if result.errors else DONE


def _write_csv(target: Path, snapshot: Snapshot, result: CheckResult) -> None:
    from forms.document import Reader
    from forms.store import write_whole
    from forms.views.checking import check_csv

    # Spreadsheets take UTF-8 for what it is only with this mark at the beginning.
    write_whole(target, check_csv(Reader(snapshot), result).encode("utf-8-sig"))
    tell(f"Wrote {target}.")


def _check_data(result: CheckResult, snapshot: Snapshot) -> dict[str, Any]:
    return {
        "problems": [_problem_data(problem, snapshot) for problem in result.problems],
        "rules": len(result.rules),
        "rule_set": result.rule_set,
        "recipient": result.occasion.recipient,
        "stage": result.occasion.stage,
        "on": result.occasion.on.isoformat() if result.occasion.on else None,
    }


def _problem_data(problem: Problem, snapshot: Snapshot) -> dict[str, Any]:
    return {
        "rule": problem.rule,
        "severity": problem.severity.value,
        "step": problem.step.value,
        "document": problem.document,
        "path": problem.path,
        "message": problem.message,
        "remedy": problem.remedy,
        "source": problem.source,
        "justified": _justified_data(problem, snapshot),
    }


def _justified_data(problem: Problem, snapshot: Snapshot) -> dict[str, str | None] | None:
    """Why a warning may stand; `None` when nobody said so, or when what it was about has changed since."""
    from forms.justification import justification_of

    given = justification_of(snapshot, problem)
    if given is None:
        return None
    return {"reason": given.reason, "by": given.by, "on": given.on.isoformat() if given.on else None}


def _print_check(result: CheckResult, snapshot: Snapshot) -> None:
    from forms.problems import Step
    from forms.views.checking import MEANING

    for step, title in ((Step.SUBMISSION, "Submission checks"), (Step.QUALITY, "Quality checks")):
        found = [problem for problem in result.problems if problem.step is step]
        print(f"{title}: {'nothing found.' if not found else ''}".rstrip())
        for problem in found:
            _print_problem(problem, snapshot)
        print()
    print(MEANING)
    print(check_line(result))


def _print_problem(problem: Problem, snapshot: Snapshot) -> None:
    from forms.document import Reader
    from forms.justification import justification_of

    asked = Reader(snapshot).asked(problem.document, problem.path) if problem.path else None
    label = f" ({asked.label})" if asked and asked.label else ""
    given = justification_of(snapshot, problem)
    print(f"{problem.severity.value:<8} {problem.rule:<8} {problem.document} {problem.path}{label}")
    print(f"         {problem.message}")
    if given is not None:
        signed = ", ".join(part for part in (given.by, given.on.isoformat() if given.on else "") if part)
        print(f"         Justified{f' ({signed})' if signed else ''}: {given.reason}")
    elif problem.remedy:
        print(f"         {problem.remedy}")
    print(f"         [{problem.source}]")


def check_line(result: CheckResult) -> str:
    """The outcome of a check in one line."""
    from forms.problems import Severity

    counts = [(len(result.errors), "error"), (result.count(Severity.WARNING), "warning")]
    parts = [f"{count or 'no'} {name}{'' if count == 1 else 's'}" for count, name in counts]
    occasion = result.occasion
    return (
        f"{', '.join(parts)}; {len(result.rules)} rules (set {result.rule_set}) "
        f"for {occasion.recipient or 'any recipient'}, stage {occasion.stage}."
    )


def add(commands: Commands) -> None:
    """Describe the command `check`."""
    command = add_command(
        commands, "check", check, "list the problems of a project; exit code 1 when there are errors",
        "cerulean check project.cerulean --for eb --stage registration",
    )  # fmt: skip
    command.add_argument("file", metavar="FILE", type=Path, help="project file")
    command.add_argument(
        "--for", dest="recipient", choices=RECIPIENTS, help="who receives it (default: as the project says)"
    )
    command.add_argument("--stage", choices=STAGES, help="the step it is prepared for (default: as the project says)")
    command.add_argument(
        "--on", type=_date, metavar="DATE", help="apply the rules in force on this day, year-month-day"
    )
    command.add_argument("--json", action="store_true", help="print JSON")
    command.add_argument("--csv", metavar="OUT", type=Path, help="also write the problems as CSV; replaces OUT")


def _date(text: str) -> dt.date:
    from forms.periods import iso_day

    try:
        return iso_day(text)
    except ValueError as error:
        msg = f"{text!r} is not a day; write year-month-day, for example 2012-08-27"
        raise argparse.ArgumentTypeError(msg) from error
