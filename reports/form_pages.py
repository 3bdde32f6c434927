"""A form on paper: cover, contents, every section in official order, and the problems of a draft."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from forms.answers import ORIGIN_MARK, Origin
from forms.blocks import Block, Cell, Column, Paragraph, ParameterBlock, TableBlock, cell, text_run
from forms.days import day_text
from forms.facts import day, text
from forms.fieldpath import cell_path
from forms.justification import justification_of
from forms.manuscript import ContentsHere, Gap, PageEnd, Piece, line, section_head
from forms.problems import Step
from forms.views.fields import Part, section_parts
from forms.views.places import label as place_label
from reports.layout import Furniture

if TYPE_CHECKING:
    from forms.definition import Section
    from forms.document import Reader
    from forms.problems import Problem
    from forms.rules import CheckResult

_AIR = 10
_CALCULATED = ("yearly", "estimate", "working", "baseline_emissions", "project_emissions")
_MARKS = (
    (Origin.CALCULATED, "calculated by the program"),
    (Origin.DEFAULT, "a default value"),
    (Origin.IMPORTED, "imported from a file"),
    (Origin.OVERRIDDEN, "calculated, but overridden"),
    (Origin.ESTIMATED, "an estimate"),
)
_EVIDENCE_HEADS = (
    Column("No.", width=0.5),
    Column("Title", width=2),
    Column("Author", width=1.5),
    Column("Date"),
    Column("Standing"),
    Column("Page, file or address", width=1.5),
    Column("Note", width=3),
)
_ARCHIVE = (
    "This document restates an existing project on this form, for the archive, for transition or for training. "
    "It is not a submission."
)
_ILLUSTRATIVE = (
    "Parts of this document are illustrative; the list of evidence says which. "
    "They prove nothing about the real project."
)


def form_furniture(read: Reader) -> Furniture:
    """Header and footer of a form: code and version, title of the project, version of the document."""
    form = read.form(read.main)
    version, completed = text(read, "P.document_version"), day(read, "P.completion_date")
    dated = f"Version {version}, {day_text(completed)}" if version and completed else "Version not stated"
    return Furniture(
        header_left=form.header or form.name,
        footer_left=text(read, "P.title"),
        footer_version=dated,
        footer_note=form.footer,
    )


def form_parts(read: Reader, checked: CheckResult) -> Iterator[Piece]:
    """The whole form; with open errors a list of them at the end."""
    yield from _cover(read, checked)
    yield PageEnd()
    yield ContentsHere()
    for section in read.form(read.main).sections:
        yield from section_pages(read, section)
    yield PageEnd()
    yield from evidence_pages(read)
    yield from check_pages(read, checked)


def _cover(read: Reader, checked: CheckResult) -> Iterator[Piece]:
    form = read.form(read.main)
    yield Gap(96)
    yield line(form.title, "cover_form")
    yield line(text(read, "P.title") or "Untitled project", "cover_title")
    yield Gap(3 * _AIR)
    yield ParameterBlock("", tuple(_cover_rows(read)))
    yield Gap(2 * _AIR)
    for note in cover_notes(read, checked):
        yield line(note, "note")
    if has_results(read):
        yield Gap(2 * _AIR)
        yield from _legend()


def has_results(read: Reader) -> bool:
    """Whether the form prints figures that the program calculates."""
    return any(asked.content.startswith(_CALCULATED) for asked in read.form(read.main).fields.values())


def _legend() -> Iterator[Piece]:
    """What the marks and codes beside figures mean."""
    yield line("Reading this document", "label")
    marks = "; ".join(f"{ORIGIN_MARK[origin]} {words}" for origin, words in _MARKS)
    yield line(f"A mark behind a figure says where it comes from: {marks}. Without a mark it was typed.", "note")
    yield line(
        "A small code in the margin, such as baseline[2009], names the figure in the working, in the workbook and in "
        "the machine-readable copy. Where a row has several figures the margin gives the row, such as [2009], and "
        "each column head its part of the code.",
        "margin_note",
    )


def _cover_rows(read: Reader) -> Iterator[tuple[str, tuple[Block, ...]]]:
    rows = (
        ("Form", read.form(read.main).name),
        ("Version of this document", read.text("P.document_version")),
        ("Completion date of this version", _day_text(read, "P.completion_date")),
        ("Prepared for", read.text("P.recipient")),
        ("Stage", _stage(read)),
        ("Rules and editions as of", _day_text(read, "P.prepared_for")),
    )
    for label, words in rows:
        yield label, (Paragraph(text_run(words or "–")),)


def _stage(read: Reader) -> str:
    """The stage in the words of its mechanism: CDM projects are registered, JI projects determined."""
    own = {"cdm": "Registration", "ji": "Determination"}.get(text(read, "P.mechanism"), "")
    return own if own and text(read, "P.stage") == "registration" else read.text("P.stage")


def _day_text(read: Reader, path: str) -> str:
    date = day(read, path)
    return day_text(date) if date else ""


def cover_notes(read: Reader, checked: CheckResult) -> Iterator[str]:
    """What a reader has to know first: restated for the archive, illustrative, a draft."""
    if text(read, "P.purpose") == "archive":
        yield _ARCHIVE
    if _has_illustrative_evidence(read):
        yield _ILLUSTRATIVE
    if checked.errors:
        yield f"DRAFT: {len(checked.errors)} problems must be mended before submission; they are listed at the end."


def _has_illustrative_evidence(read: Reader) -> bool:
    return any(read.cell("P.evidence", key, "standing") == "illustrative" for key in read.rows("P.evidence"))


def section_pages(read: Reader, section: Section) -> Iterator[Piece]:
    """One section under its heading."""
    yield section_head(_numbered(section), min(section.level, 4), section.id)
    for part in section_parts(read, read.main, section):
        yield from _part(part)


def _numbered(section: Section) -> str:
    """Number and title; appendices and annexes already say theirs in the title."""
    return (
        f"{section.id}. {section.title}" if section.id[:1].isupper() and section.id[1:2] in {"", "."} else section.title
    )


def _part(part: Part) -> Iterator[Piece]:
    if part.label:
        yield line(part.label, "label", anchor=part.path)
    yield from part.blocks


def evidence_pages(read: Reader, cited: Collection[str] | None = None) -> Iterator[Piece]:
    """The list of evidence by the numbers that narratives cite; with `cited` only these rows of it."""
    if any(asked.home == "P.evidence" for asked in read.form(read.main).fields.values()):
        return  # the form has a place for it
    rows = [
        (cell(str(number)), *(cell(words) for words in _evidence_row(read, key)))
        for number, key in enumerate(read.rows("P.evidence"), start=1)
        if cited is None or key in cited
    ]
    yield section_head("Evidence cited", 1, "P.evidence")
    yield TableBlock(_EVIDENCE_HEADS, tuple(rows), empty="None.")


def _evidence_row(read: Reader, key: str) -> Iterator[str]:
    columns = ("title", "author", "date", "standing", "location", "note")
    return (read.text(cell_path("P.evidence", key, column)) or "–" for column in columns)


def _place(read: Reader, problem: Problem) -> str:
    """Where a problem is, as a reader of the paper finds it: section and label."""
    words = place_label(read, problem.document, problem.path)
    asked = read.field(problem.document, problem.path)
    document = read.snapshot.documents.get(problem.document)
    section = document.form.section_of_field.get(asked.path) if document and asked else None
    return f"{section.id} {words}" if section and problem.document == read.main else words


def check_pages(read: Reader, checked: CheckResult) -> Iterator[Piece]:
    """What the check found, and what passing does not mean."""
    yield section_head("Result of the check", 1, "check")
    occasion = checked.occasion
    yield line(
        f"{len(checked.rules)} rules of rule set {checked.rule_set} were applied for the recipient "
        f"{occasion.recipient.upper() or 'any'} at the stage {occasion.stage.replace('_', ' ')}"
        f"{f', as of {occasion.on:%d/%m/%Y}' if occasion.on else ''}. The check finds faults of form and arithmetic; "
        "that it passes does not mean that the project will be validated, determined, approved or registered.",
        "body",
        keeps_with_next=True,
    )
    if not checked.problems:
        yield line("No problem was found.", "note")
        return
    for step, title in _STEPS:
        yield line(title, "body", keeps_with_next=True)
        rows = tuple(_problem_row(read, problem) for problem in checked.problems if problem.step is step)
        yield TableBlock(_PROBLEM_HEADS, rows, empty="No problem was found.")


_STEPS = (
    (Step.SUBMISSION, "Submission checks: errors must be mended before submission, warnings mended or explained."),
    (Step.QUALITY, "Quality checks: what a validator is likely to ask; none of it keeps a dossier back."),
)
_PROBLEM_HEADS = (
    Column("Severity"),
    Column("Rule"),
    Column("Place", width=1.6),
    Column("Problem", width=4),
    Column("How to mend it, or why it may stand", width=3),
)


def _problem_row(read: Reader, problem: Problem) -> tuple[Cell, ...]:
    """A problem; with the reason in place of the remedy where somebody has explained it."""
    given = justification_of(read.snapshot, problem)
    severity = problem.severity.value.capitalize()
    signed = ", ".join(part for part in (given.by, f"{given.on:%d/%m/%Y}" if given.on else "") if part) if given else ""
    reason = f"{given.reason}{f' ({signed})' if signed else ''}" if given else problem.remedy
    return (
        cell(f"{severity}, justified" if given else severity),
        cell(problem.rule),
        cell(_place(read, problem)),
        cell(problem.message),
        cell(reason),
    )
