"""Facts of a project looked for in foreign files: what agrees, what differs, what is not mentioned.

A difference names both places. Words and numbers of strangers are read with caution: a difference is told only where
the file names what it is about, as a row of a year, a total, or a date behind its name.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Literal

from forms.days import day_text
from forms.document import FACTS_DOCUMENT, Reader
from forms.facts import applied_methodologies, crediting_period, day, participants, parties, text
from forms.fieldpath import cell_path
from forms.quantities import format_number, read_number
from forms.results import Tonnes

if TYPE_CHECKING:
    from forms.foreign import ForeignFile, Passage

Status = Literal["same", "differs", "absent"]
_ALIKE = 0.86
_LONGEST_LINE = 400
_COLUMNS = ("reductions", "baseline", "project", "leakage")
_FEWEST_DIGITS = 3


@dataclass(frozen=True)
class Comparison:
    """A fact (its place in the project and what it says) and what a file says of it, at `where`; both may be empty."""

    what: str
    document: str
    path: str
    ours: str
    file: str
    status: Status
    theirs: str = ""
    where: str = ""


@dataclass(frozen=True)
class _Fact:
    """A fact of the project: what it is, where it lives, how it is written."""

    what: str
    path: str
    ours: str
    document: str = FACTS_DOCUMENT

    def found(self, file: ForeignFile, status: Status, theirs: str = "", where: str = "") -> Comparison:
        """The outcome for one file."""
        return Comparison(self.what, self.document, self.path, self.ours, file.name, status, theirs, where)


def compare_with(read: Reader, file: ForeignFile) -> tuple[Comparison, ...]:
    """Everything that the project says of itself, as the file says it."""
    return tuple(outcome for part in _PARTS for outcome in part(read, file))


# -- names ------------------------------------------------------------------------------------------------------------


def _names(read: Reader, file: ForeignFile) -> Iterator[Comparison]:
    title = text(read, "P.title")
    facts = [_Fact("title", "P.title", title)] if title else []
    facts += [_Fact("Party", cell_path("P.parties", named.key, "party"), named.name) for named in parties(read)]
    facts += [
        _Fact("participant", cell_path("P.participants", named.key, "entity"), named.entity)
        for named in participants(read)
    ]
    for fact in facts:
        if fact.ours:
            yield _named(fact, file)


def _named(fact: _Fact, file: ForeignFile) -> Comparison:
    """Found letter by letter, found with a slip, or not at all."""
    wanted = _plain(fact.ours)
    near, at = "", ""
    for passage in file.passages:
        words = _plain(passage.text)
        if wanted in words:
            return fact.found(file, "same", fact.ours, passage.place_of(passage.text.find(fact.ours)))
        if not near and (near := _near(wanted, passage.text)):
            at = passage.place_of(passage.text.find(near))
    return fact.found(file, "differs", near, at) if near else fact.found(file, "absent")


def _plain(words: str) -> str:
    return re.sub(r"\s+", " ", words).strip()


def _near(wanted: str, words: str) -> str:
    """A line, or a part of one as long as the name, that is nearly the name; empty when there is none."""
    first = wanted.split(" ", 1)[0].casefold()
    for line in re.split(r"[\n\t]", words[: 50 * _LONGEST_LINE]):
        for part in (line, *_parts_from(line, first, len(wanted))):
            plain = _plain(part)
            if plain.casefold() == wanted.casefold() or (
                abs(len(plain) - len(wanted)) <= len(wanted) // 4
                and len(wanted) > _FEWEST_DIGITS * 2
                and SequenceMatcher(None, wanted.casefold(), plain.casefold()).ratio() >= _ALIKE
            ):
                return part.strip()
    return ""


def _parts_from(line: str, first: str, length: int) -> Iterator[str]:
    if len(line) <= _LONGEST_LINE:
        for found in re.finditer(re.escape(first), line.casefold()):
            yield line[found.start() : found.start() + length]


# -- versions ---------------------------------------------------------------------------------------------------------

_NUMBERED = r"(?:version|v\.|ver\.)\s*(?:number|no\.?)?\s*:?\s*(?P<version>\d+(?:\.\d+)*)"
_DOCUMENT = re.compile(
    r"(?:version (?:number|no\.?)(?: of (?:the )?(?:PDD|project design document|document))?"
    r"|(?:PDD|project design document),? version)[ \t:]{1,4}(?P<version>\d+(?:\.\d+)*)",
    re.IGNORECASE,
)


def _versions(read: Reader, file: ForeignFile) -> Iterator[Comparison]:
    own = text(read, "P.document_version")
    if own:
        fact = _Fact("version of the document", "P.document_version", own)
        yield _stated(fact, file, _DOCUMENT)
    for applied in applied_methodologies(read):
        if applied.code == "specific" or not applied.code or not applied.version:
            continue
        pattern = re.compile(rf"{re.escape(applied.code)}\b[^\n]{{0,160}}?{_NUMBERED}", re.IGNORECASE)
        path = cell_path("P.methodologies", applied.key, "version")
        fact = _Fact(f"version of {applied.code}", path, applied.version)
        yield _stated(fact, file, pattern)


def _bare_version(version: str) -> str:
    """18 is 18.0, and 06 is 6."""
    return re.sub(r"(?:\.0+)+$", "", version.strip().lstrip("0vV. "))


def _stated(fact: _Fact, file: ForeignFile, pattern: re.Pattern[str]) -> Comparison:
    """The first place that says something else; else the first that says the same; else nothing."""
    same = None
    for passage in file.passages:
        for found in pattern.finditer(passage.text):
            told, where = found["version"], passage.place_of(found.start("version"))
            if _bare_version(told) != _bare_version(fact.ours):
                return fact.found(file, "differs", told, where)
            same = same or fact.found(file, "same", told, where)
    return same or fact.found(file, "absent")


# -- dates ------------------------------------------------------------------------------------------------------------

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DATE = re.compile(
    r"\b(?:(?P<iso>\d{4}-\d\d-\d\d)|(?P<d>[0-3]?\d)(?:st|nd|rd|th)?[ -](?P<m>[A-Za-z]{3,9})\.?,?[ -](?P<y>\d{4})"
    r"|(?P<m2>[A-Z][a-z]{2,8}) (?P<d2>[0-3]?\d),? (?P<y2>\d{4})|(?P<d3>[0-3]?\d)[/.](?P<m3>[01]?\d)[/.](?P<y3>\d{4}))\b"
)
_BEFORE = 60
# What may stand between the name of a date and the date.
_BETWEEN = re.compile(r"(?:[\s:,.()–-]|\b(?:is|was|of|on|the|activity|period|date|PDD|document)\b)*", re.IGNORECASE)
_DATES = (
    ("start date", "P.start_date", r"start(?:ing)? date of (?:the )?project|project start(?:ing)? date"),
    ("publication", "P.publication_date", r"publication date|published (?:for comments )?on|date of publication"),
    ("completion of the document", "P.completion_date", r"completion date|date of completion|completed on"),
    ("commissioning", "P.commissioning_date", r"commissioning date|date of commissioning|commissioned on"),
    (
        "start of crediting",
        "P.crediting.start",
        r"start(?:ing)?(?: date)? of (?:the )?(?:first )?crediting|crediting period (?:starts?|from)",
    ),
    ("end of crediting", "P.crediting.end", r"end(?: date)? of (?:the )?(?:first )?crediting|crediting period ends?"),
)  # fmt: skip


def _dates(read: Reader, file: ForeignFile) -> Iterator[Comparison]:
    for what, path, words in _DATES:
        ours = day(read, path)
        if ours is not None:
            yield _dated(_Fact(what, path, day_text(ours)), ours, file, re.compile(words, re.IGNORECASE))


def _dated(fact: _Fact, ours: dt.date, file: ForeignFile, words: re.Pattern[str]) -> Comparison:
    same = None
    for passage in file.passages:
        for named in words.finditer(passage.text):
            told = _next_date(passage.text, named.end())
            if told is None:
                continue
            days, position = told
            where = passage.place_of(position)
            if ours not in days:
                return fact.found(file, "differs", day_text(days[0]), where)
            same = same or fact.found(file, "same", day_text(ours), where)
    return same or fact.found(file, "absent")


def _next_date(words: str, start: int) -> tuple[tuple[dt.date, ...], int] | None:
    """The meanings of the first date within a few words, the day first, and its position."""
    found = _DATE.search(words, start, start + _BEFORE)
    days = tuple(_days(found)) if found and _BETWEEN.fullmatch(words, start, found.start()) else ()
    return (days, found.start()) if found and days else None


def _days(found: re.Match[str]) -> Iterator[dt.date]:
    """What a date may mean: 03/04/2011 is in April or in March."""
    if found["iso"]:
        yield from _day(*map(int, found["iso"].split("-")))
    elif found["d3"]:
        first, second, year = int(found["d3"]), int(found["m3"]), int(found["y3"])
        yield from (*_day(year, second, first), *_day(year, first, second))
    else:
        parts = ("m", "d", "y") if found["m"] else ("m2", "d2", "y2")
        name, number, in_year = (found[part] for part in parts)
        if name[:3].lower() in _MONTHS:
            yield from _day(int(in_year), _MONTHS.index(name[:3].lower()) + 1, int(number))


def _day(year: int, month: int, number: int) -> Iterator[dt.date]:
    try:
        yield dt.date(year, month, number)
    except ValueError:
        return


# -- the crediting period ---------------------------------------------------------------------------------------------

_LENGTH = re.compile(
    r"crediting period(?: is| of| lasts|:)? (?P<after>\d{1,2}) ?-?years?"
    r"|\b(?P<before>\d{1,2})[ -]years? (?:\w+ ){0,2}crediting period"
    r"|length of (?:the )?crediting period[^\d\n]{0,20}(?P<named>\d{1,2}) ?years?",
    re.IGNORECASE,
)


def _length(read: Reader, file: ForeignFile) -> Iterator[Comparison]:
    length = crediting_period(read).length
    if length is None:
        return
    fact, same = _Fact("length of the crediting period", "P.crediting.length", str(length)), None
    for passage in file.passages:
        for found in _LENGTH.finditer(passage.text):
            told = found["after"] or found["before"] or found["named"]
            where = passage.place_of(found.start())
            if int(told) not in {length.total_months // 12, -(-length.total_months // 12)}:
                yield fact.found(file, "differs", f"{told} years", where)
                return
            same = same or fact.found(file, "same", f"{told} years", where)
    yield same or fact.found(file, "absent")


# -- tonnes -----------------------------------------------------------------------------------------------------------

_NUMBER = re.compile(
    r"(?<![\w.,/-])\d{1,3}(?:[ ,.'’]\d{3})+(?:[.,]\d+)?(?![\w/-])|(?<![\w.,/-])\d+(?:\.\d+)?(?![\w/-])"
)
_YEAR_ROW = re.compile(
    r"^[ \t|]*(?:year[ \t]*)?(?:[^\n\t|]{0,30}?[/. -])?(?P<year>(?:19|20)\d\d)(?![\d/-])[^\d\n]", re.IGNORECASE
)
_TOTAL_ROW = re.compile(r"^[ \t|]*(?:grand )?total\b(?! number| installed| cap)", re.IGNORECASE)
_AVERAGE_ROW = re.compile(r"(?:annual average|average (?:annual|per year|over the crediting period))", re.IGNORECASE)
# Rows about something else, and rows that are sentences.
_NOT_TONNES = re.compile(r"[kMG]Wh?\b|\b(?:USD|EUR|cost|invest|capacity|men|women)|[%$€]", re.IGNORECASE)
_MOST_LETTERS = 12
_ABOUT_TONNES = re.compile(r"tCO2|t CO2|tonnes|emission reduction|CERs?\b|ERUs?\b|baseline emission", re.IGNORECASE)


def _tonnes(read: Reader, file: ForeignFile) -> Iterator[Comparison]:
    results = read.results
    if not results.is_complete or not any(_ABOUT_TONNES.search(passage.text) for passage in file.passages):
        return
    every = ((passage, line, start) for passage in file.passages for line, start in _lines(passage.text))
    about = {_table_of(passage) for passage in file.passages if _ABOUT_TONNES.search(passage.text)}
    lines = [each for each in every if _table_of(each[0]) in about and not _NOT_TONNES.search(each[1])]
    for row in results.printed_rows:
        year = str(row.period.start.year)
        own = [each for each in lines if _year_of(each[1]) == year]
        yield _in_rows(f"reductions in {row.period.label}", row.tonnes, own, file)
    totals = [each for each in lines if _TOTAL_ROW.match(each[1]) and not _AVERAGE_ROW.search(each[1])]
    yield _in_rows("total reductions", results.printed_total, totals, file)
    average = results.printed_average
    if average is not None:
        own = [each for each in lines if _AVERAGE_ROW.search(each[1]) and _ABOUT_TONNES.search(each[1])]
        yield _in_rows("annual average", Tonnes(None, None, None, average), own, file)


def _table_of(passage: Passage) -> str:
    """The page, the sheet, or the table of a document: what must speak of tonnes before its rows are compared."""
    return passage.place.partition(", row")[0]


def _year_of(line: str) -> str:
    """The year that a row of numbers begins with; empty for other lines."""
    found = _YEAR_ROW.match(f"{line} ")
    is_table = sum(map(str.isalpha, line)) <= _MOST_LETTERS
    return found["year"] if found and is_table else ""


Line = tuple["Passage", str, int]


def _lines(words: str) -> Iterator[tuple[str, int]]:
    start = 0
    for line in words.split("\n"):
        yield line[:_LONGEST_LINE], start
        start += len(line) + 1


def _in_rows(what: str, own: Tonnes, lines: list[Line], file: ForeignFile) -> Comparison:
    """Rows that are about it: the reductions stand in one of them, or another number does."""
    ours = own.reductions or Decimal(0)
    fact = _Fact(what, "P.crediting", format_number(ours))
    known = {value for column in _COLUMNS if (value := own.get(column)) is not None}
    other: Comparison | None = None
    for passage, line, start in lines:
        numbers = [(found[0], found.start()) for found in _NUMBER.finditer(line)][:20]
        readings = [(told, at, _meanings(told)) for told, at in numbers]
        if any(_is_close(ours, meant) for _, _, meant in readings):
            return fact.found(file, "same", format_number(ours), passage.place_of(start))
        for told, at, meant in readings:
            large = {value for value in meant if len(str(int(value))) >= _FEWEST_DIGITS and not _is_year(value, told)}
            if large and not any(_is_close(value, meant) for value in known):
                other = other or fact.found(file, "differs", told, passage.place_of(start + at))
    return other or fact.found(file, "absent")


def _is_year(value: Decimal, told: str) -> bool:
    return told.isdecimal() and len(told) == 4 and 1980 <= value <= 2100


def _meanings(told: str) -> set[Decimal]:
    """A number as its writer may have meant it: 1.234 is a thousand and more, or one and some."""
    found = read_number(told)
    return {found.value} if found.value is not None else set(found.ambiguous)


def _is_close(own: Decimal, meant: set[Decimal]) -> bool:
    """Equal in whole tonnes, rounded either way."""
    return any(abs(value - own) < 1 for value in meant)


_PARTS: tuple[Callable[[Reader, ForeignFile], Iterator[Comparison]], ...] = (
    _names,
    _versions,
    _dates,
    _length,
    _tonnes,
)
