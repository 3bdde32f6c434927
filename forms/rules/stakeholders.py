"""Local stakeholders: heard before publication, counted once, and answered."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from forms.days import day_text
from forms.facts import day, number
from forms.fieldpath import cell_path
from forms.problems import Severity, Step
from forms.rules import Hit, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forms.document import Reader

_MEETINGS = "E.1.meetings"
_ATTENDED = {column: re.compile(rf"(\d[\d,]*) {column}\b", re.IGNORECASE) for column in ("men", "women")}


@rule("LSC-02", source="EB 50 procedures: local consultation is held before the design document is published",
      mechanism="cdm")  # fmt: skip
def stakeholders_are_heard_before_publication(read: Reader) -> Iterator[Hit]:
    """Local meetings are held before the design document is published."""
    published = day(read, "P.publication_date")
    for key in read.rows(_MEETINGS):
        held = day(read, cell_path(_MEETINGS, key, "date"))
        if held and published and held > published:
            yield Hit(
                cell_path(_MEETINGS, key, "date"),
                f"The meeting was held on {day_text(held)}, after publication on {day_text(published)}.",
                "Correct one of the two dates, or show that stakeholders were heard before.",
            )


@rule("LSC-03", source="Completeness checks of the secretariat: one figure everywhere", mechanism="cdm",
      severity=Severity.WARNING, step=Step.QUALITY)  # fmt: skip
def attendance_is_the_sum_of_the_meetings(read: Reader) -> Iterator[Hit]:
    """Women and men counted in the summary are those of the meetings."""
    words = read.text("E.2.summary")
    for column, pattern in _ATTENDED.items():
        counted = [number(read, cell_path(_MEETINGS, key, column)) for key in read.rows(_MEETINGS)]
        known = sum((value for value in counted if value is not None), Decimal(0))
        found = pattern.search(words)
        if found and known and Decimal(found[1].replace(",", "")) != known:
            yield Hit(
                "E.2.summary",
                f"The summary says {found[0]}, the meetings add up to {known:f}.",
                "Correct the summary or the table of meetings.",
            )


@rule("JI-S01", source="JI determination and verification manual, paragraph 49", mechanism="ji", evidence="partial")
def required_consultation_was_held(read: Reader) -> Iterator[Hit]:
    """Where the host requires a consultation, its announcements or meetings are listed."""
    if read.value("G.1.required") is True and not read.rows("G.1.events"):
        yield Hit(
            "G.1.events",
            "The host Party requires a consultation, and no announcement or meeting is listed.",
            "List announcements, displays and meetings with their dates.",
        )
