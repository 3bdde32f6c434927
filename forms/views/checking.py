"""The result of a check as blocks for a report, and as rows for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from forms.blocks import Block, Cell, Column, Paragraph, ParameterBlock, TableBlock, cell, text_run
from forms.days import day_text
from forms.facts import text
from forms.fieldpath import field_of
from forms.justification import justification_of
from forms.problems import Severity, Step
from forms.views.places import label

if TYPE_CHECKING:
    from forms.document import Reader
    from forms.problems import Problem
    from forms.rules import CheckResult, Rule

MEANING = (
    "The check finds faults of form, of consistency and of arithmetic. That it passes does not mean that the project "
    "will be validated, determined, approved or registered, nor that what is stated is true."
)
_HEADS = (
    Column("Severity", width=1.1),
    Column("Rule", width=1),
    Column("Place", width=2.2),
    Column("Problem", width=3.6),
    Column("How to mend it", width=2.8),
    Column("Source", width=2.2),
)


def occasion_block(read: Reader, checked: CheckResult) -> ParameterBlock:
    """For whom, at which stage, on which day and by which rules was checked; and what came of it."""
    occasion, form = checked.occasion, read.form(read.main)
    version = text(read, "P.document_version")
    rows = (
        ("Project", text(read, "P.title") or "Untitled project"),
        ("Document", f"{form.name}, version of the document: {version or 'not stated'}"),
        ("Recipient", read.text("P.recipient") if occasion.recipient else "any"),
        ("Stage", occasion.stage.replace("_", " ")),
        ("Rules as of", day_text(occasion.on) if occasion.on else "not stated: rules of any day"),
        ("Rule set", f"{checked.rule_set}, {len(checked.rules)} rules applied"),
        ("Result", _result_line(read, checked)),
    )
    return ParameterBlock("", tuple((name, (Paragraph(text_run(words)),)) for name, words in rows))


def _result_line(read: Reader, checked: CheckResult) -> str:
    justified = sum(_is_justified(read, problem) for problem in checked.problems)
    counts = (
        (len(checked.errors), "error"), (checked.count(Severity.WARNING), "warning"),
        (checked.count(Severity.INFO), "note"),
    )  # fmt: skip
    words = ", ".join(f"{count or 'no'} {name}{'' if count == 1 else 's'}" for count, name in counts)
    return f"{words}; {justified or 'none'} of them justified"


def problem_table(read: Reader, checked: CheckResult, step: Step) -> TableBlock:
    """What one of the two steps of the check found, gravest first."""
    found = [problem for problem in checked.problems if problem.step is step]
    rows = tuple(_problem_row(read, problem) for problem in found)
    return TableBlock(_HEADS, rows, empty="No problem was found.")


def _problem_row(read: Reader, problem: Problem) -> tuple[Cell, ...]:
    mark = ", justified" if _is_justified(read, problem) else ""
    return (
        cell(f"{problem.severity.value.capitalize()}{mark}"),
        cell(problem.rule),
        cell(place_name(read, problem)),
        cell(problem.message),
        cell(problem.remedy),
        cell(problem.source),
    )


def place_name(read: Reader, problem: Problem) -> str:
    """Section and question of the place of a problem; empty for the project as a whole."""
    if not problem.path:
        return ""
    asked = read.field(problem.document, field_of(problem.path))
    section = read.form(problem.document).section_of_field.get(asked.path) if asked else None
    words = label(read, problem.document, problem.path)
    return f"{section.id}: {words}" if section else words


def _is_justified(read: Reader, problem: Problem) -> bool:
    return justification_of(read.snapshot, problem) is not None


def justification_table(read: Reader, checked: CheckResult) -> TableBlock:
    """Warnings that stand for a reason, with who gave it and when."""
    columns = (
        Column("Rule"), Column("Place", width=2), Column("Problem", width=3), Column("Reason", width=3),
        Column("By, on", width=1.5),
    )  # fmt: skip
    rows = []
    for problem in checked.problems:
        given = justification_of(read.snapshot, problem)
        if given is not None:
            signed = ", ".join(part for part in (given.by, f"{given.on:%d/%m/%Y}" if given.on else "") if part)
            words = (problem.rule, place_name(read, problem), problem.message, given.reason, signed or "–")
            rows.append(tuple(map(cell, words)))
    return TableBlock(columns, tuple(rows), empty="No warning was justified.")


def rule_table(checked: CheckResult) -> TableBlock:
    """Every rule that was applied, with its source and what it found."""
    columns = (
        Column("Rule"), Column("What it asks", width=4), Column("Source", width=3), Column("Result", width=1.3),
    )  # fmt: skip
    return TableBlock(columns, tuple(_rule_row(rule, checked) for rule in checked.rules))


def _rule_row(rule: Rule, checked: CheckResult) -> tuple[Cell, ...]:
    found = [problem for problem in checked.problems if problem.rule == rule.id]
    result = f"{found[0].severity.value}: {len(found)}" if found else "passed"
    doubt = "" if rule.evidence == "found" else f" ({rule.evidence})"
    return (cell(rule.id), cell(rule.title), cell(f"{rule.source}{doubt}"), cell(result))


def check_blocks(read: Reader, checked: CheckResult) -> Iterator[tuple[str, tuple[Block, ...]]]:
    """The whole report as (heading, blocks)."""
    yield "Result of the check", (occasion_block(read, checked), Paragraph(text_run(MEANING)))
    yield (
        "Submission checks",
        (
            Paragraph(text_run("Errors must be mended before submission; warnings are mended or explained."), "note"),
            problem_table(read, checked, Step.SUBMISSION),
        ),
    )
    yield (
        "Quality checks",
        (
            Paragraph(text_run("What a validator is likely to ask; none of it keeps a dossier back."), "note"),
            problem_table(read, checked, Step.QUALITY),
        ),
    )
    yield "Justified warnings", (justification_table(read, checked),)
    yield "Rules applied", (rule_table(checked),)


# -- as a spreadsheet ---------------------------------------------------------------------------------------

# With their wide forms, which some spreadsheets take for the same.
_RUN = frozenset("=+-@\uff1d\uff0b\uff0d\uff20")
CSV_HEAD = (
    "step", "severity", "rule", "document", "path", "place", "message", "remedy", "source", "justified",
)  # fmt: skip


def check_csv(read: Reader, checked: CheckResult) -> str:
    """The problems as CSV (RFC 4180), a row each under a row of heads."""
    target = io.StringIO()
    writer = csv.writer(target)
    writer.writerow(CSV_HEAD)
    writer.writerows(_harmless(_csv_row(read, problem)) for problem in checked.problems)
    return target.getvalue()


def _csv_row(read: Reader, problem: Problem) -> Sequence[str]:
    given = justification_of(read.snapshot, problem)
    return (
        problem.step.value, problem.severity.value, problem.rule, problem.document, problem.path,
        place_name(read, problem), problem.message, problem.remedy, problem.source, given.reason if given else "",
    )  # fmt: skip


def _harmless(row: Iterable[str]) -> list[str]:
    """A cell that a spreadsheet would run as a formula begins with an apostrophe instead."""
    return [f"'{words}" if words.lstrip()[:1] in _RUN else words for words in row]
