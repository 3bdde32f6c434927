"""How a day is written out, for messages and print alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def day_text(day: dt.date) -> str:
    """A day in words, such as 6 November 2026: in English, whatever language the system speaks."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
