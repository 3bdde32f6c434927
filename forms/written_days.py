"""Days as people write them: in digits, or with the month in words of any language of the window."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata

_YEAR_FIRST = re.compile(r"(\d{4})(?:-(\d{1,2})-|/(\d{1,2})/|\.(\d{1,2})\.|(\d{2}))(\d{1,2})")
_YEAR_LAST = re.compile(r"(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4})(?:\s?\u0433\.?)?")
_DAY_FIRST = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th|er|re|º|°|\.)?[\s-]?(?:de |of )?([^\W\d_]+)\.?,?[\s-]?(?:de |del )?(\d{4})"
    r"(?:\s?\u0433(?:\.|ода)?)?"
)
_MONTH_FIRST = re.compile(r"([^\W\d_]+)\.?\s?(\d{1,2})(?:st|nd|rd|th|,|\s)[\s,]*(\d{4})")
# CLDR 44, main/{en,fr,es,ru}/ca-gregorian: months wide and abbreviated, Russian ones as they stand with a day too.
_MONTHS = (
    "january jan janvier janv enero ene января январь янв",
    "february feb février févr febrero февраля февраль февр фев",
    "march mar mars marzo марта март мар",
    "april apr avril avr abril abr апреля апрель апр",
    "may mai mayo мая май",
    "june jun juin junio июня июнь июн",
    "july jul juillet juil julio июля июль июл",
    "august aug août agosto ago августа август авг",
    "september sep sept septembre septiembre setiembre сентября сентябрь сент сен",
    "october oct octobre octubre октября октябрь окт",
    "november nov novembre noviembre ноября ноябрь нояб ноя",
    "december dec décembre déc diciembre dic декабря декабрь дек",
)


def read_days(text: str) -> tuple[dt.date, ...]:
    """Every day that a text can mean, the one with the day before the month first; nothing when it means none.

    Only days in digits with strokes have two meanings: 03/04/2026. With points between, the day always comes first
    (CLDR 44 knows no language that writes the month before it), and a year that comes first is followed by the month
    (ISO 8601-1).
    """
    words = " ".join(text.split())
    found = [_existing(*parts) for parts in (*_in_digits(words), *_in_words(_folded(words)))]
    return tuple(dict.fromkeys(day for day in found if day is not None))


def _in_digits(words: str) -> list[tuple[int, int, int]]:
    if found := _YEAR_FIRST.fullmatch(words):
        year, *months, day = found.groups()
        if months[-1] is None or len(words) == 8:
            return [(int(year), int(next(filter(None, months))), int(day))]
    if found := _YEAR_LAST.fullmatch(words):
        first, sign, second, year = found.groups()
        turned = [(int(year), int(first), int(second))] if sign != "." else []
        return [(int(year), int(second), int(first)), *turned]
    return []


def _in_words(words: str) -> list[tuple[int, int, int]]:
    if found := _DAY_FIRST.fullmatch(words):
        day, month, year = found.groups()
    elif found := _MONTH_FIRST.fullmatch(words):
        month, day, year = found.groups()
    else:
        return []
    return [(int(year), _NUMBER_OF.get(month, 0), int(day))]


def _existing(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _folded(words: str) -> str:
    """Small letters without accents: they are often left out."""
    parted = unicodedata.normalize("NFD", words.casefold())
    return "".join(sign for sign in parted if not unicodedata.combining(sign))


_NUMBER_OF = {name: number for number, names in enumerate(_MONTHS, start=1) for name in _folded(names).split()}
