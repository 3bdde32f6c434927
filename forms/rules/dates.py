"""Dates and their order."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from forms.days import day_text
from forms.facts import crediting_period, day, letters, text
from forms.fieldpath import cell_path
from forms.problems import Severity
from forms.rules import Hit, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forms.document import Reader

_FIRST_START = dt.date(2000, 1, 1)
_PRIOR_CONSIDERATION_FROM = dt.date(2008, 8, 2)
_NOTICE = dt.timedelta(days=180)
_END_OF_CDM_REDUCTIONS = dt.date(2020, 12, 31)


@rule("LEG-01", source="2/CMP.16: reductions after 31 December 2020", mechanism="cdm", recipients=("eb",))
def reductions_after_2020_are_not_accepted(read: Reader) -> Iterator[Hit]:
    """New requests for reductions after 31 December 2020 are not accepted under the CDM."""
    end, on = crediting_period(read).end, day(read, "P.prepared_for")
    # A project of 2012 could ask for ten years: what counts is when the request is made.
    if on is not None and on <= _END_OF_CDM_REDUCTIONS:
        return
    if end and end > _END_OF_CDM_REDUCTIONS and text(read, "P.purpose") != "archive":
        yield Hit(
            "P.crediting.end",
            f"The crediting period runs to {day_text(end)}, beyond 31 December 2020.",
            "Prepare it for the mechanism that follows, or restate an existing project for the archive (purpose).",
        )


@rule("DAT-02", source="17/CP.7, paragraph 13; EB 21, paragraph 64", mechanism="cdm")
def cdm_project_starts_in_2000_or_later(read: Reader) -> Iterator[Hit]:
    """The project starts on or after 1 January 2000."""
    yield from _starts_before_2000(read)


@rule("JI-C01", source="9/CMP.1, paragraph 5", mechanism="ji")
def ji_project_starts_in_2000_or_later(read: Reader) -> Iterator[Hit]:
    """The project starts on or after 1 January 2000."""
    yield from _starts_before_2000(read)


def _starts_before_2000(read: Reader) -> Iterator[Hit]:
    start = day(read, "P.start_date")
    if start and start < _FIRST_START:
        yield Hit(
            "P.start_date",
            f"The project starts on {day_text(start)}, before 2000.",
            "Such a project is not eligible.",
        )


@rule("DAT-03", source="EB 48, annex 61, paragraph 2; EB 62, annex 13", mechanism="cdm")
def prior_consideration_is_notified_in_time(read: Reader) -> Iterator[Hit]:
    """A project that starts before publication notified host authority and secretariat within 180 days of its start."""
    start, published = day(read, "P.start_date"), day(read, "P.publication_date")
    if not start or start < _PRIOR_CONSIDERATION_FROM or (published and published <= start):
        return
    if published is None and read.value("P.prior_consideration.required") is not True:
        return
    for name, who in (("dna_date", "the host authority"), ("secretariat_date", "the secretariat")):
        path = f"P.prior_consideration.{name}"
        told = day(read, path)
        if told is None or told > start + _NOTICE:
            when = f"on {day_text(told)}" if told else "at no recorded date"
            yield Hit(
                path,
                f"The start ({day_text(start)}) was notified to {who} {when}; the limit is 180 days.",
                "Correct the date, or show that the design document was published before the start.",
            )


@rule("DAT-09", source="EB 41, annex 12, instructions to section B.5", mechanism="cdm")
def start_before_publication_is_declared(read: Reader) -> Iterator[Hit]:
    """A start before publication is declared, so that prior consideration is shown."""
    start, published = day(read, "P.start_date"), day(read, "P.publication_date")
    if start and published and start < published and read.value("P.prior_consideration.required") is not True:
        yield Hit(
            "P.prior_consideration.required",
            f"The project started on {day_text(start)}, before publication on {day_text(published)}.",
            "Answer yes and record the notifications.",
        )


@rule("DAT-10", source="own order of dates: a document cannot cite what is newer than itself")
def nothing_cited_is_newer_than_the_document(read: Reader) -> Iterator[Hit]:
    """The completion date is not before the newest evidence and letter."""
    completed = day(read, "P.completion_date")
    if not completed:
        return
    for key in read.rows("P.evidence"):
        path = cell_path("P.evidence", key, "date")
        yield from _newer(read, path, completed, "This evidence")
    for letter in letters(read):
        yield from _newer(read, cell_path("P.letters", letter.key, "date"), completed, "This letter")


def _newer(read: Reader, path: str, completed: dt.date, what: str) -> Iterator[Hit]:
    found = day(read, path)
    if found and found > completed:
        yield Hit(
            path,
            f"{what} is of {day_text(found)}, after the completion of the document on {day_text(completed)}.",
            "Raise version and completion date of the document, or correct the date.",
        )


@rule(
    "DAT-11",
    source="own order of dates: a dossier is completed before it is handed in",
    severity=Severity.WARNING,
)
def document_is_completed_before_it_is_handed_in(read: Reader) -> Iterator[Hit]:
    """The completion date is not after the date for which the dossier is prepared."""
    completed, handed_in = day(read, "P.completion_date"), day(read, "P.prepared_for")
    if completed and handed_in and completed > handed_in and text(read, "P.purpose") != "archive":
        yield Hit(
            "P.completion_date",
            f"Completed on {day_text(completed)}, but prepared for {day_text(handed_in)}.",
            "Correct one of the two dates.",
        )


@rule("DAT-12", source="3/CMP.1, annex, paragraph 49; 9/CMP.1, annex: crediting follows the start")
def crediting_does_not_precede_the_project(read: Reader) -> Iterator[Hit]:
    """The crediting period does not start before the project."""
    start, crediting = day(read, "P.start_date"), crediting_period(read).start
    if start and crediting and crediting < start:
        yield Hit(
            "P.crediting.start",
            f"Crediting starts on {day_text(crediting)}, before the project on {day_text(start)}.",
            "Correct one of the two dates.",
        )
