"""Time that has to pass, and work that stopped: the window for comments, projects taken up again."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from forms.days import day_text
from forms.facts import day, text
from forms.fieldpath import cell_path
from forms.problems import Severity
from forms.rules import Hit, rule
from forms.rules.forestry import is_forestry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forms.document import Reader

_TIMELINE = "B.5.timeline"
_STOPPED = re.compile(r"\b(?:ceased|stopped|suspended|abandoned|halted|discontinued|shelved)\b", re.IGNORECASE)
_CANCELLED = re.compile(r"cancel|terminat|revok|withdr[ae]w|annul|lapse", re.IGNORECASE)
_COMMENTS, _COMMENTS_ON_LARGE_FORESTS = 30, 45


@rule("DAT-08", source="EB 51, paragraph 67: projects taken up again", mechanism="cdm", severity=Severity.WARNING)
def a_restart_shows_that_contracts_were_cancelled(read: Reader) -> Iterator[Hit]:
    """A project that stopped and began again shows that contracts and permits were cancelled."""
    rows = [(key, read.text(cell_path(_TIMELINE, key, "event"))) for key in read.rows(_TIMELINE)]
    if any(_CANCELLED.search(words) for _, words in rows):
        return
    for key, words in rows:
        found = _STOPPED.search(words)
        if found:
            yield Hit(
                cell_path(_TIMELINE, key, "event"),
                f"The project was {found[0].lower()}, and no event shows that contracts or permits were cancelled.",
                "Add the cancellation with its proof; otherwise the earlier start counts.",
            )


@rule("PUB-01", source="EB 50 procedures: 30 days for comments, 45 for large-scale forestry", mechanism="cdm",
      severity=Severity.INFO)  # fmt: skip
def comments_were_awaited(read: Reader) -> Iterator[Hit]:
    """Registration is requested after the days on which the published document could be commented on."""
    published, handed_in = day(read, "P.publication_date"), day(read, "P.prepared_for")
    if text(read, "P.stage") != "registration" or text(read, "P.purpose") == "archive" or not published:
        return
    wait = _COMMENTS_ON_LARGE_FORESTS if is_forestry(read) and text(read, "P.scale") == "large" else _COMMENTS
    ends = published + dt.timedelta(days=wait)
    if handed_in and published <= handed_in < ends:
        yield Hit(
            "P.prepared_for",
            f"Comments may be made until {day_text(ends)}, {wait} days after publication.",
            "Request registration after that day, and answer the comments before.",
        )
