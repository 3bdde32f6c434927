"""The crediting period: type, length and limits."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from forms.additionality import records
from forms.days import day_text
from forms.definition import in_force_of
from forms.facts import crediting_period, day, duration, text
from forms.fieldpath import cell_path
from forms.periods import end_of
from forms.problems import Severity
from forms.rules import Hit, rule
from forms.rules.forestry import is_forestry
from forms.rules.programmes import is_programme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forms.document import Reader

_FIRST_JI_CREDITING = dt.date(2008, 1, 1)
_END_OF_FIRST_PERIOD = dt.date(2012, 12, 31)


@rule("CRP-01", source="3/CMP.1, annex, paragraph 49(a)", mechanism="cdm")
def renewable_period_is_at_most_seven_years(read: Reader) -> Iterator[Hit]:
    """A renewable crediting period lasts at most seven years."""
    period = crediting_period(read)
    if is_forestry(read):
        return
    if period.type == "renewable" and period.length and period.length.total_months > 84:
        yield Hit(
            "P.crediting.length",
            f"{period.length} is longer than 7 years.",
            "Shorten it or choose a fixed period.",
        )


@rule("CRP-02", source="3/CMP.1, annex, paragraph 49(b)", mechanism="cdm")
def fixed_period_is_at_most_ten_years(read: Reader) -> Iterator[Hit]:
    """A fixed crediting period lasts at most ten years."""
    period = crediting_period(read)
    if is_forestry(read):
        return
    if period.type == "fixed" and period.length and period.length.total_months > 120:
        yield Hit(
            "P.crediting.length",
            f"{period.length} is longer than 10 years.",
            "Shorten it to ten years at most.",
        )


@rule("CRP-05", source="CDM glossary: crediting period ends within the operational lifetime", mechanism="cdm")
def cdm_crediting_ends_within_the_lifetime(read: Reader) -> Iterator[Hit]:
    """The crediting period ends within the operational lifetime."""
    yield from _beyond_lifetime(read)


@rule(
    "JI-C03",
    source="JI determination and verification manual, paragraph 34",
    mechanism="ji",
    evidence="partial",
)
def ji_crediting_ends_within_the_lifetime(read: Reader) -> Iterator[Hit]:
    """The crediting period ends within the operational lifetime."""
    # The lifetime in a programme's document is that of its typical activity; JI-O02 judges each activity.
    if not is_programme(read):
        yield from _beyond_lifetime(read)


def _beyond_lifetime(read: Reader) -> Iterator[Hit]:
    begins = day(read, "P.commissioning_date") or day(read, "P.start_date")
    lifetime, end = duration(read, "P.lifetime"), crediting_period(read).end
    if begins and lifetime and end and end > end_of(begins, lifetime):
        yield Hit(
            "P.crediting.length",
            f"Crediting ends on {day_text(end)}, the lifetime on {day_text(end_of(begins, lifetime))}.",
            "Shorten the crediting period, or correct lifetime and commissioning date.",
        )


@rule("JI-C02", source="9/CMP.1, paragraph 5", mechanism="ji")
def erus_are_credited_from_2008(read: Reader) -> Iterator[Hit]:
    """ERUs are issued for a crediting period that starts on or after 1 January 2008."""
    start = crediting_period(read).start
    if start and start < _FIRST_JI_CREDITING:
        yield Hit(
            "P.crediting.start",
            f"The crediting period starts on {day_text(start)}, before 2008.",
            "Start it on 1 January 2008 or later; earlier reductions earn no ERUs.",
        )


@rule(
    "JI-C04",
    source="JI determination and verification manual, paragraph 34",
    mechanism="ji",
    evidence="partial",
)
def crediting_after_2012_needs_the_host(read: Reader) -> Iterator[Hit]:
    """Crediting beyond 2012 needs the approval of the host, and totals before and after."""
    end = crediting_period(read).end
    if end and end > _END_OF_FIRST_PERIOD:
        yield Hit(
            "P.crediting.length",
            f"The crediting period runs to {day_text(end)}, beyond the first commitment period.",
            "End it on 31 December 2012, or add the statement of the host and separate totals.",
        )


@rule("CRP-06", source="EB 52, annex 59", mechanism="cdm", severity=Severity.WARNING)
def first_period_of_a_renewable_project_says_so(read: Reader) -> Iterator[Hit]:
    """A second or third crediting period restates the baseline with the methodology valid at renewal."""
    is_renewal = text(read, "P.crediting.type") == "renewable" and text(read, "P.crediting.number") in {"2", "3"}
    if is_renewal and text(read, "P.stage") != "post_registration":
        yield Hit(
            "P.crediting.number",
            "A renewal is prepared, but the stage is not “after registration”.",
            "Choose the stage after registration, or the first crediting period.",
        )


@rule("CRP-08", source="EB 63, annex 29: renewal of the crediting period", mechanism="cdm")
def renewal_rests_on_a_valid_edition(read: Reader) -> Iterator[Hit]:
    """A renewal updates the baseline with an edition of the methodology that is valid when it is requested."""
    on = day(read, "P.prepared_for")
    if on is None or text(read, "P.crediting.number") not in {"2", "3"} or text(read, "P.purpose") == "archive":
        return
    for key, applied in read.snapshot.methodologies.items():
        in_force = in_force_of({"in_force_from": applied.in_force_from, "in_force_to": applied.in_force_to})
        if not in_force.covers(on):
            yield Hit(
                cell_path("P.methodologies", key, "version"),
                f"{applied.code} version {applied.version} is not valid on {day_text(on)}, when renewal is requested.",
                "Take the latest valid version, and with it baseline, estimate and monitoring plan.",
                # The days from and to which an edition was valid are read, or taken over from lists.
                at_most=Severity.ERROR if applied.evidence == "found" else Severity.WARNING,
            )


@rule("CRP-13", source="TOOL11 version 03.0.1 (EB 66, annex 47); 3/CMP.1, annex, paragraph 49(a)", mechanism="cdm",
      evidence="unverified")  # fmt: skip
def renewal_assesses_its_baseline(read: Reader) -> Iterator[Hit]:
    """A second or third crediting period keeps a record of whether the baseline is still valid, a first one none."""
    period, kept = crediting_period(read), [one for one in records(read) if one.tool == "TOOL11"]
    if text(read, "P.purpose") == "archive" or not period.type:
        return
    is_renewal = period.type == "renewable" and period.number in {"2", "3"}
    if is_renewal and not kept:
        yield Hit(
            "P.documents",
            "The crediting period is renewed, but no record of TOOL11 says whether the baseline is still valid.",
            "Add the record of the assessment of the baseline at the renewal among the documents.",
        )
    for record in kept if not is_renewal else ():
        yield Hit(
            "A.1.project",
            "A record of the renewed baseline is kept, but the project facts name no second or third period.",
            "Correct type and number of the crediting period, or take the record out.",
            record.document,
        )
