"""Dates against one another: start, decision, notices, time line, registration, and what has already happened."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from typing import TYPE_CHECKING

from forms.days import day_text
from forms.facts import day, duration, number, text
from forms.fieldpath import cell_path
from forms.periods import Duration, end_of
from forms.problems import Severity, Step
from forms.rules import Hit, rule
from forms.rules.forestry import is_forestry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forms.document import Reader

_AT_REGISTRATION = ("registration", "post_registration")
_PRIOR_CONSIDERATION_FROM = dt.date(2008, 8, 2)
_CONTRACTS = {"equipment_contract", "construction_contract", "service_contract"}
_TIMELINE = "B.5.timeline"
_AWARE = re.compile(r"CDM|clean development|emission reduction|carbon|CERs?\b|Kyoto", re.IGNORECASE)
# What has happened by the day on which the document is completed: fields, and tables with their columns.
_HAPPENED = (
    "B.5.decision_date",
    "D.2.date",
    "P.prior_consideration.dna_date",
    "P.prior_consideration.secretariat_date",
)
_HAPPENED_IN = (
    ("B.5.investment_inputs", ("date",)),
    ("E.1.meetings", ("date",)),
    ("F.1.documents", ("date",)),
    ("F.2.opinions", ("date",)),
    ("G.1.events", ("from_date", "to_date")),
    ("G.1.comments", ("date",)),
    ("P.earlier", ("date",)),
)


@rule("DAT-01", source="CDM glossary, start date; EB 41: the date of the contract where there is one",
      mechanism="cdm")  # fmt: skip
def start_is_the_date_of_the_contract(read: Reader) -> Iterator[Hit]:
    """Where the project starts with a contract, the start date is the date of that contract."""
    start, evidence = day(read, "P.start_date"), text(read, "P.start_evidence")
    if text(read, "P.start_event") not in _CONTRACTS or start is None or not evidence:
        return
    signed = day(read, cell_path("P.evidence", evidence, "date"))
    if signed and signed != start:
        yield Hit(
            "P.start_date",
            f"The project starts on {day_text(start)}; the contract that shows it is of {day_text(signed)}.",
            "Correct one of the two dates, or name the contract that was signed first.",
        )


@rule("DAT-06", source="EB 48, annex 61, paragraph 5", mechanism="cdm", severity=Severity.WARNING, evidence="partial")
def progress_is_told_every_two_years(read: Reader) -> Iterator[Hit]:
    """After the notice of prior consideration progress is told at least every two years until publication."""
    told, published = day(read, "P.prior_consideration.secretariat_date"), day(read, "P.publication_date")
    if told is None or published is None or read.value("P.prior_consideration.required") is not True:
        return
    steps = sorted({told, published, *(date for date in _dates(read, _TIMELINE) if told < date < published)})
    for earlier, later in itertools.pairwise(steps):
        if later > end_of(earlier, Duration(2)) + dt.timedelta(days=1):
            yield Hit(
                "P.prior_consideration.secretariat_date",
                f"Nothing is recorded between {day_text(earlier)} and {day_text(later)}, more than two years.",
                "Record the progress reports to the secretariat in the time line.",
            )


@rule("DAT-07", source="EB 49, annex 22, paragraph 8(b); EB 62, annex 13, paragraph 6(a)", mechanism="cdm",
      binding=_AT_REGISTRATION)  # fmt: skip
def early_projects_knew_of_the_cdm(read: Reader) -> Iterator[Hit]:
    """A project that started before 2 August 2008 shows that the CDM was known before the decision."""
    start, published = day(read, "P.start_date"), day(read, "P.publication_date")
    if not start or not published or not start < min(published, _PRIOR_CONSIDERATION_FROM):
        return
    if read.field(read.main, _TIMELINE) is None:
        return
    known = (
        key
        for key in read.rows(_TIMELINE)
        if (told := day(read, cell_path(_TIMELINE, key, "date")))
        and told <= start
        and _AWARE.search(read.text(cell_path(_TIMELINE, key, "event")))
    )
    if next(known, None) is None:
        yield Hit(
            _TIMELINE,
            f"No event up to the start on {day_text(start)} shows that the CDM was considered.",
            "Add the minutes or the contract that show it, with their evidence.",
        )


@rule("DAT-13", source="EB 41, annex 12, instructions to section B.5; information and reporting check 0865ARZLNTUXWP3",
      mechanism="cdm", severity=Severity.WARNING)  # fmt: skip
def time_line_holds_the_dates_of_the_project(read: Reader) -> Iterator[Hit]:
    """The time line names decision, start, notices and publication on their days."""
    dates = set(_dates(read, _TIMELINE))
    if not dates or not read.state(read.main, _TIMELINE).relevant:
        return
    for path, what in (
        ("P.start_date", "start date"),
        ("B.5.decision_date", "decision"),
        ("P.prior_consideration.secretariat_date", "notice to the secretariat"),
        ("P.publication_date", "publication"),
    ):
        found = day(read, path)
        if found and found not in dates:
            yield Hit(
                _TIMELINE,
                f"The time line has no event on {day_text(found)}, the {what}.",
                "Add the event, or correct one of the two dates.",
            )


@rule("DAT-14", source="EB 41; CDM glossary: the decision to invest comes before the first commitment", mechanism="cdm",
      severity=Severity.WARNING)  # fmt: skip
def decision_precedes_the_start(read: Reader) -> Iterator[Hit]:
    """The decision to invest is not later than the start of the project."""
    decided, start = day(read, "B.5.decision_date"), day(read, "P.start_date")
    if decided and start and decided > start and read.value("B.5.uses_investment_analysis") is True:
        yield Hit(
            "B.5.decision_date",
            f"The decision is of {day_text(decided)}, after the start on {day_text(start)}.",
            "Correct one of the two dates, or explain which decision is meant.",
        )


@rule("DAT-15", source="own order of dates: a document cannot tell what has not happened yet")
def what_is_told_has_happened(read: Reader) -> Iterator[Hit]:
    """Events that the document reports are not later than its completion."""
    completed = day(read, "P.completion_date")
    if completed is None:
        return
    for path in _happened_places(read):
        found = day(read, path)
        if found and found > completed:
            yield Hit(
                path,
                f"{day_text(found)} is after the completion of the document on {day_text(completed)}.",
                "Raise version and completion date of the document, or correct the date.",
            )


def _happened_places(read: Reader) -> Iterator[str]:
    """Places of dates in the past, in so far as the form has them."""
    for path in _HAPPENED:
        if path.startswith("P.") or read.field(read.main, path) is not None:
            yield path
    for table, columns in _HAPPENED_IN:
        if table.startswith("P.") or read.field(read.main, table) is not None:
            yield from (cell_path(table, key, column) for key in read.rows(table) for column in columns)


@rule("DAT-16", source="own order of dates: an event ends after it begins", mechanism="ji")
def events_end_after_they_begin(read: Reader) -> Iterator[Hit]:
    """An announcement or display does not end before it begins."""
    for key in read.rows("G.1.events"):
        begins, ends = (day(read, cell_path("G.1.events", key, column)) for column in ("from_date", "to_date"))
        if begins and ends and ends < begins:
            yield Hit(
                cell_path("G.1.events", key, "to_date"),
                f"It ends on {day_text(ends)}, before it begins on {day_text(begins)}.",
                "Correct one of the two dates.",
            )


@rule("CRP-04", source="CMP.6, paragraph 56: crediting starts with registration", mechanism="cdm",
      binding=_AT_REGISTRATION)  # fmt: skip
def crediting_follows_registration(read: Reader) -> Iterator[Hit]:
    """The first crediting period does not start before the project is registered."""
    # Crediting of forestry starts with the project itself.
    if is_forestry(read):
        return
    start, earliest = day(read, "P.crediting.start"), _earliest_registration(read)
    if start and earliest and start < earliest and text(read, "P.crediting.number") not in {"2", "3"}:
        yield Hit(
            "P.crediting.start",
            f"Crediting starts on {day_text(start)}, before {day_text(earliest)}, the earliest day of registration.",
            "Start the crediting period on the day of registration or later.",
        )


def _earliest_registration(read: Reader) -> dt.date | None:
    """The day of registration under the CDM where it is recorded, else the day on which it is requested."""
    for key in read.rows("P.earlier"):
        outcome = read.text(cell_path("P.earlier", key, "outcome"))
        if read.cell("P.earlier", key, "programme") == "CDM" and outcome.lower().startswith("registered"):
            return day(read, cell_path("P.earlier", key, "date"))
    is_requested = text(read, "P.stage") == "registration" and text(read, "P.purpose") != "archive"
    return day(read, "P.prepared_for") if is_requested else None


@rule("CRP-07", source="EB 100, paragraph 32", mechanism="cdm", severity=Severity.WARNING)
def renewal_is_requested_in_time(read: Reader) -> Iterator[Hit]:
    """A renewal is requested at the latest one year after the crediting period before it ended."""
    start, handed_in = day(read, "P.crediting.start"), day(read, "P.prepared_for")
    if text(read, "P.crediting.number") not in {"2", "3"} or text(read, "P.purpose") == "archive":
        return
    if start and handed_in and handed_in > end_of(start, Duration(1)):
        yield Hit(
            "P.prepared_for",
            f"The period before ended before {day_text(start)}, more than a year before {day_text(handed_in)}.",
            "Check whether a renewal is still possible.",
        )


@rule("JI-B07", source="JI PDD form, B.4: date of baseline setting", mechanism="ji")
def baseline_is_set_before_the_document(read: Reader) -> Iterator[Hit]:
    """The baseline is set by the day on which the document is completed."""
    found, completed = day(read, "B.4.date"), day(read, "P.completion_date")
    if found and completed and found > completed:
        yield Hit(
            "B.4.date",
            f"The baseline is set on {day_text(found)}, the document is completed on {day_text(completed)}.",
            "Raise version and completion date of the document, or correct the date.",
        )


def _dates(read: Reader, table: str) -> Iterator[dt.date]:
    for key in read.rows(table):
        found = day(read, cell_path(table, key, "date"))
        if found:
            yield found


# Tables and fields whose date is that of a document in the evidence list: date, and the place that names the document.
_DATED = (
    ("P.letters", "date", "file"),
    ("B.5.investment_inputs", "date", "source"),
    ("F.1.documents", "date", "evidence"),
)


@rule("DAT-17", source="Information and reporting checks XDZS07QBEA4KFIW and YG56RCI1X7JU2Z0: dates of evidence",
      severity=Severity.WARNING, step=Step.QUALITY)  # fmt: skip
def cited_documents_bear_their_date(read: Reader) -> Iterator[Hit]:
    """A letter, permit or source has the date that the evidence list gives for it."""
    places = [("D.2.date", text(read, "D.2.evidence"))] if read.field(read.main, "D.2.evidence") else []
    for table, column, named_in in _DATED:
        places += [
            (cell_path(table, key, column), text(read, cell_path(table, key, named_in))) for key in read.rows(table)
        ]
    for path, evidence in places:
        stated, listed = day(read, path), day(read, cell_path("P.evidence", evidence, "date")) if evidence else None
        if stated and listed and stated != listed:
            yield Hit(
                path,
                f"The date is {day_text(stated)}; the document it comes from is of {day_text(listed)}.",
                "Correct one of the two dates, or name the document that was meant.",
            )


@rule("CRP-12", source="CDM glossary: operational lifetime; own consistency with the table of equipment",
      severity=Severity.WARNING, step=Step.QUALITY)  # fmt: skip
def lifetime_is_that_of_the_equipment(read: Reader) -> Iterator[Hit]:
    """The operational lifetime is not longer than the technical life of the new equipment that generates."""
    lifetime = duration(read, "P.lifetime")
    for key in read.rows("P.equipment"):
        life = number(read, cell_path("P.equipment", key, "technical_life"))
        generates = read.text(cell_path("P.equipment", key, "capacity_unit")).strip() in {"kW", "MW", "GW"}
        is_new = read.cell("P.equipment", key, "status") == "new"
        if lifetime and life is not None and generates and is_new and life * 12 < lifetime.total_months:
            yield Hit(
                cell_path("P.equipment", key, "technical_life"),
                f"“{read.text(cell_path('P.equipment', key, 'name'))}” lasts {life:f} years, the project {lifetime}.",
                "Correct one of the two, or say when the equipment is replaced.",
            )


# Events and the document that shows each: table, date, document.
_SHOWN = (("B.5.timeline", "date", "evidence"), ("E.1.meetings", "date", "evidence"))


@rule("DAT-18", source="EB 49, annex 22, paragraph 8: evidence of real actions; own order of dates",
      severity=Severity.WARNING, step=Step.QUALITY)  # fmt: skip
def evidence_is_not_older_than_what_it_shows(read: Reader) -> Iterator[Hit]:
    """A document that shows an event is not older than the event."""
    for table, column, named_in in _SHOWN:
        for key in read.rows(table) if read.field(read.main, table) else ():
            happened, evidence = day(read, cell_path(table, key, column)), text(read, cell_path(table, key, named_in))
            written = day(read, cell_path("P.evidence", evidence, "date")) if evidence else None
            if happened and written and written < happened:
                yield Hit(
                    cell_path(table, key, column),
                    f"The event is of {day_text(happened)}; the document that shows it is of {day_text(written)}.",
                    "Correct one of the two dates, or name a document that was written after the event.",
                )
