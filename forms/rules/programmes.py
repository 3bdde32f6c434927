"""Programmes of activities: how long they last, when components join, and by which criteria."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from forms.components import TOGETHER, YEARS, programme, programme_end
from forms.days import day_text
from forms.facts import day, duration, number, text
from forms.fieldpath import cell_path
from forms.problems import Severity
from forms.quantities import format_number
from forms.rules import Hit, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forms.document import Reader

_COMPONENTS, _CRITERIA = "P.programme.components", "P.programme.criteria"
_ESTIMATE = "P.programme.estimate"
_YEARS, _YEARS_OF_FORESTS = 28, 60
_FORESTRY = "14"


def is_programme(read: Reader) -> bool:
    """True for a programme of activities and its components."""
    return text(read, "P.activity") == "programme"


@rule("CRP-11", source="EB 47, annex 29, paragraph 4(h); EB 55, annex 38; EB 70, annex 2, paragraphs 159 and 161",
      mechanism="cdm")  # fmt: skip
def components_live_within_their_programme(read: Reader) -> Iterator[Hit]:
    """A programme lasts at most 28 years (60 for forests), and no component starts before it."""
    if not is_programme(read):
        return
    scopes = {read.cell("P.scopes", key, "scope") for key in read.rows("P.scopes")}
    most, length = _YEARS_OF_FORESTS if _FORESTRY in scopes else _YEARS, duration(read, "P.programme.length")
    if length and length.total_months > most * 12:
        yield Hit(
            "P.programme.length",
            f"{length} is longer than {most} years.",
            f"Shorten the programme to {most} years at most.",
        )
    for key in read.rows(_COMPONENTS):
        yield from _outside_the_programme(read, key)


def _outside_the_programme(read: Reader, key: str) -> Iterator[Hit]:
    begun = day(read, "P.start_date")
    starts, credits_from = (day(read, cell_path(_COMPONENTS, key, name)) for name in ("start", "crediting_start"))
    if begun and starts and starts < begun:
        yield Hit(
            cell_path(_COMPONENTS, key, "start"),
            f"The component starts on {day_text(starts)}, before the programme on {day_text(begun)}.",
            "Take the component out, or correct one of the two dates.",
        )
    if starts and credits_from and credits_from < starts:
        yield Hit(
            cell_path(_COMPONENTS, key, "crediting_start"),
            f"Its crediting starts on {day_text(credits_from)}, before the component on {day_text(starts)}.",
            "Correct one of the two dates.",
        )


@rule("POA-01", source="Project standard for programmes, version 2, paragraphs 39, 123 and 124; information and "
      "reporting check 5PDK7H24XTA8Z9L", mechanism="cdm")  # fmt: skip
def criteria_prove_the_additionality_of_components(read: Reader) -> Iterator[Hit]:
    """Among the eligibility criteria of a programme is one that proves the additionality of each component."""
    kinds = {read.cell(_CRITERIA, key, "kind") for key in read.rows(_CRITERIA)}
    if is_programme(read) and kinds and "additionality" not in kinds:
        yield Hit(
            _CRITERIA,
            "No criterion asks for the additionality of a component.",
            "Add the criterion, with the values that are taken at inclusion and their proof.",
        )


@rule("JI-O01", source="JI determination and verification manual, paragraphs 65 to 73", mechanism="ji",
      evidence="partial")  # fmt: skip
def ji_components_are_counted_once(read: Reader) -> Iterator[Hit]:
    """No JI programme activity stands twice in the table."""
    yield from _listed_twice(read)


@rule("POA-02", source="own consistency: a component is counted once", mechanism="cdm", severity=Severity.WARNING)
def cdm_components_are_counted_once(read: Reader) -> Iterator[Hit]:
    """No component of a programme stands twice in the table."""
    yield from _listed_twice(read)


@rule("POA-03", source="EB 47, annex 29, paragraph 4(h); EB 55, annex 38: crediting ends with the programme",
      mechanism="cdm")  # fmt: skip
def crediting_of_components_ends_with_the_programme(read: Reader) -> Iterator[Hit]:
    """The crediting period of no component goes on after the last day of the programme."""
    yield from _credited_after_the_programme(read)


# The determination and verification manual keeps crediting within the operational lifetime (paragraph 34). That this
# holds for a JI programme and its activities was not read: EB 32, annex 38, paragraph 10, says it for the CDM alone.
@rule("JI-O02", source="JI determination and verification manual, paragraph 34: crediting ends within the operational "
      "lifetime; JI PoA DD form version 01, B.2", mechanism="ji", evidence="unverified")  # fmt: skip
def crediting_of_ji_components_ends_with_the_programme(read: Reader) -> Iterator[Hit]:
    """The crediting period of no JI programme activity goes on after the operational lifetime of the programme."""
    yield from _credited_after_the_programme(read)


def _credited_after_the_programme(read: Reader) -> Iterator[Hit]:
    last = programme_end(read) if is_programme(read) else None
    for part in programme(read).parts if last else ():
        if last and part.end and part.end > last:
            yield Hit(
                cell_path(_COMPONENTS, part.key, "crediting_length"),
                f"“{part.title}” is credited until {day_text(part.end)}, the programme ends on {day_text(last)}.",
                "Shorten the crediting period of the component, so that it ends with the programme at the latest.",
            )


@rule("POA-04", source="own consistency: the sum of the components is what the programme states",
      severity=Severity.WARNING)  # fmt: skip
def stated_total_is_that_of_the_components(read: Reader) -> Iterator[Hit]:
    """What a programme states as its reductions is the sum of its components over their crediting periods."""
    stated = number(read, _ESTIMATE) if is_programme(read) else None
    together = programme(read).figure(TOGETHER) if stated is not None else None
    if stated is not None and together is not None and stated != together:
        yield Hit(
            _ESTIMATE,
            f"{format_number(stated)} t are stated; the components come to {format_number(together)} t, "
            f"which is {format_number(abs(together - stated))} t {'more' if together > stated else 'less'}.",
            "Correct the stated total, or the component that changed.",
        )


@rule("POA-05", source="own consistency: every year of a component is listed, and no other", severity=Severity.WARNING)
def listed_years_are_those_of_the_component(read: Reader) -> Iterator[Hit]:
    """The years that are listed of a component are those of its crediting period, each once."""
    if not is_programme(read):
        return
    parts = {part.key: part for part in programme(read).parts}
    told: set[tuple[str, int]] = set()
    for key in read.rows(YEARS):
        component, year = (read.cell(YEARS, key, name) for name in ("component", "year"))
        part = parts.get(str(component))
        if part is None or not part.periods or not isinstance(year, Decimal):
            continue
        if int(year) not in part.reductions or (part.key, int(year)) in told:
            why = "stands twice" if (part.key, int(year)) in told else "lies outside its crediting period"
            yield Hit(
                cell_path(YEARS, key, "year"),
                f"The year {int(year)} of “{part.title}” {why}.",
                "Keep one row for each calendar year of its crediting period.",
            )
        told.add((part.key, int(year)))
    for part in parts.values():
        missing = [str(year) for year, tonnes in part.reductions.items() if tonnes is None]
        if part.basis == "years" and missing:
            yield Hit(
                YEARS, f"“{part.title}” has no figure for {', '.join(missing)}.", "Add a row for each of these years."
            )


def _listed_twice(read: Reader) -> Iterator[Hit]:
    """A component with the title or the coordinates of one above it, those that were excluded left aside."""
    seen: set[tuple[object, ...]] = set()
    for key in read.rows(_COMPONENTS) if is_programme(read) else ():
        title, north, east, status = (
            read.cell(_COMPONENTS, key, name) for name in ("title", "latitude", "longitude", "status")
        )
        own = {marks for marks in ((title,), (north, east)) if all(marks) and status != "excluded"}
        if own & seen:
            yield Hit(
                cell_path(_COMPONENTS, key, "title"),
                f"“{title}” has the title or the place of another component.",
                "Take out the one that stands twice, or tell them apart.",
            )
        seen |= own
