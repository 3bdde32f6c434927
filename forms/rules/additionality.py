"""Additionality: a route that is open to the project, its steps complete, and common practice counted."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from forms.facts import number, text
from forms.fieldpath import cell_path
from forms.problems import Severity, Step
from forms.quantities import format_number, read_number
from forms.rules import Hit, rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from forms.document import Reader

_AT_REGISTRATION = ("registration", "post_registration")
_FROM_PUBLICATION = ("publication", "host_approval", *_AT_REGISTRATION)
_MICROSCALE = Decimal(5)
_SHARE, _DIFFERENCE = Decimal("0.2"), Decimal(3)
_TEN = Decimal(10)
_VARIANT_TOLERANCE = Decimal("0.001")
_STEPS = {"TOOL01", "TOOL02"}
_WITHOUT = re.compile(r"\b(?:without|no)\b[^.;]{0,30}?\b(?:CDM|JI|CERs?|ERUs?|joint implementation|emission|carbon)",
                      re.IGNORECASE)  # fmt: skip
_CONTINUED = re.compile(r"continu|current|present|existing|goes on|status quo|grid|business as usual|as today",
                        re.IGNORECASE)  # fmt: skip
_INVESTMENT = re.compile(r"invest|capital cost|capex", re.IGNORECASE)
# What stands in the column of CDM status for a plant that counts.
_NO_CDM = re.compile(r"\s*(?:no\b|none|not |non-|without|-|–|n/a)", re.IGNORECASE)


@rule("ADD-01", source="TOOL21 version 13.1, paragraphs 1 to 5; TOOL19; TOOL01 version 7, paragraphs 9 and 10",
      mechanism="cdm")  # fmt: skip
def route_is_open_to_the_scale(read: Reader) -> Iterator[Hit]:
    """The additionality route is one for the scale of the project."""
    route, scale, capacity = text(read, "B.5.route"), text(read, "P.scale"), number(read, "P.capacity")
    if route in {"TOOL19", "TOOL21"} and scale == "large":
        yield Hit(
            "B.5.route",
            f"{route} is not open to a large-scale project.",
            "Choose TOOL01, TOOL02 or the procedure of the methodology, or correct the scale.",
        )
    elif route == "TOOL19" and text(read, "P.ssc_type") in {"", "I"} and capacity and capacity > _MICROSCALE:
        yield Hit(
            "B.5.route",
            f"{format_number(capacity)} MW is above the 5 MW of a microscale project.",
            "Choose the route for small-scale projects, or correct the capacity.",
        )


@rule("ADD-02", source="TOOL01 version 7, paragraphs 1, 14 to 28 and 57", mechanism="cdm", binding=_FROM_PUBLICATION)
def steps_of_the_tool_are_complete(read: Reader) -> Iterator[Hit]:
    """The additionality tool goes through investment analysis, barriers, or both."""
    if text(read, "B.5.route") not in _STEPS:
        return
    answers = [read.value(f"B.5.uses_{step}_analysis") for step in ("investment", "barrier")]
    if answers == [False, False]:
        yield Hit(
            "B.5.uses_investment_analysis",
            "Neither an investment analysis nor a barrier analysis is made.",
            "Carry out step 2, step 3, or both.",
        )


@rule("ADD-04", source="4/CMP.1, annex II, appendix B, attachment A; TOOL21 version 13.1, paragraph 10",
      mechanism="cdm", severity=Severity.WARNING)  # fmt: skip
def barriers_are_shown_by_others(read: Reader) -> Iterator[Hit]:
    """Each barrier is shown by evidence of a third party."""
    if read.value("B.5.uses_barrier_analysis") is not True:
        return
    for key in read.rows("B.5.barriers"):
        evidence = read.cell("B.5.barriers", key, "evidence")
        if evidence and read.cell("P.evidence", str(evidence), "standing") == "own":
            yield Hit(
                cell_path("B.5.barriers", key, "evidence"),
                "The barrier rests on a document of the participants themselves.",
                "Cite a bank, a manufacturer, a statistic or another third party.",
            )


@rule("ADD-05", source="Projects rejected until 2007: every rejection on additionality had barrier analysis alone",
      mechanism="cdm", severity=Severity.WARNING)  # fmt: skip
def large_projects_do_not_rest_on_barriers_alone(read: Reader) -> Iterator[Hit]:
    """A large-scale project does not rest on barrier analysis alone."""
    answers = [read.value(f"B.5.uses_{step}_analysis") for step in ("barrier", "investment")]
    if text(read, "P.scale") == "large" and answers == [True, False]:
        yield Hit(
            "B.5.uses_barrier_analysis",
            "Additionality rests on barriers alone.",
            "Add an investment analysis, or say why barriers are enough.",
        )


@rule("ADD-07", source="TOOL01 version 7, step 1a: alternatives", mechanism="cdm", severity=Severity.WARNING)
def alternatives_hold_the_project_itself_and_today(read: Reader) -> Iterator[Hit]:
    """Among the alternatives are the project without the CDM and the present situation, and one remains."""
    table = "B.4.alternatives"
    words = _row_words(read, table, ("name", "description"))
    if not words:
        return
    if not any(map(_WITHOUT.search, words)):
        yield Hit(table, "The project without the CDM is not among the alternatives.", "Add it as a row.")
    if not any(map(_CONTINUED.search, words)):
        yield Hit(table, "The continuation of the present situation is not among the alternatives.", "Add it as a row.")
    if all(read.text(cell_path(table, key, "eliminated_at")) for key in read.rows(table)):
        yield Hit(table, "Every alternative is eliminated.", "Leave the baseline without a step of elimination.")


@rule("JI-B02", source="JI guidance on criteria for baseline setting and monitoring; DVM, paragraph 23", mechanism="ji",
      severity=Severity.WARNING)  # fmt: skip
def scenarios_hold_the_project_itself_and_today(read: Reader) -> Iterator[Hit]:
    """Plausible scenarios are the project without JI and the present practice; one of them is the baseline."""
    table = "B.1.scenarios"
    rows = read.rows(table)
    plausible = [key for key in rows if read.cell(table, key, "plausible") is True]
    words = _row_words(read, table, ("scenario", "description"))
    if rows and len(plausible) < 2:
        yield Hit(table, f"{len(plausible)} plausible scenarios are compared.", "Compare two at least.")
    if words and not any(map(_WITHOUT.search, words)):
        yield Hit(table, "The project without JI is not among the scenarios.", "Add it as a row.")
    if words and not any(map(_CONTINUED.search, words)):
        yield Hit(table, "The present practice is not among the scenarios.", "Add it as a row.")
    chosen = [key for key in rows if read.cell(table, key, "baseline") is True]
    if rows and (len(chosen) != 1 or chosen[0] not in plausible):
        yield Hit(table, f"{len(chosen)} scenarios are marked as baseline.", "Mark exactly one plausible scenario.")


def _row_words(read: Reader, table: str, columns: Sequence[str]) -> tuple[str, ...]:
    """The words of each row of a table."""
    return tuple(" ".join(read.text(cell_path(table, key, column)) for column in columns) for key in read.rows(table))


@rule("CPA-01", source="TOOL24 version 3.1, paragraphs 9 to 18", mechanism="cdm", binding=_AT_REGISTRATION)
def project_is_not_common_practice(read: Reader) -> Iterator[Hit]:
    """The project is not common practice: F is at most 0.2, or N_all less N_diff at most 3."""
    every, different = number(read, "B.5.n_all"), number(read, "B.5.n_diff")
    if text(read, "B.5.route") not in _STEPS or not every or different is None or different > every:
        return
    share = 1 - different / every
    if share > _SHARE and every - different > _DIFFERENCE:
        yield Hit(
            "B.5.n_all",
            f"F is {share:.2f} and N_all less N_diff is {every - different:f}: the project is common practice.",
            "Check which plants are similar and which differ; a project of common practice is not additional.",
        )


@rule("CPA-02", source="TOOL24 version 3.1; information and reporting check TYQEI4NA76MGRJ9", mechanism="cdm",
      severity=Severity.WARNING)  # fmt: skip
def similar_plants_are_counted_and_argued(read: Reader) -> Iterator[Hit]:
    """N_all counts the plants of the table that are no CDM projects, and each difference has its reason."""
    table = "B.5.common_practice"
    if text(read, "B.5.route") not in _STEPS:
        return
    counted = [key for key in read.rows(table) if _NO_CDM.match(read.text(cell_path(table, key, "cdm")))]
    different = [key for key in counted if read.cell(table, key, "different") is True]
    for path, what, keys in (("B.5.n_all", "", counted), ("B.5.n_diff", "different ", different)):
        stated = number(read, path)
        if stated is not None and stated != len(keys):
            yield Hit(
                path,
                f"{stated:f} is stated; the table names {len(keys)} {what}plants that are no CDM projects.",
                "List every plant that is counted, or correct the number.",
            )
    for key in read.rows(table):
        if read.cell(table, key, "different") is True and not read.text(cell_path(table, key, "reason")).strip():
            yield Hit(
                cell_path(table, key, "reason"),
                f"“{read.text(cell_path(table, key, 'plant'))}” is called different without a reason.",
                "Say in what it differs, with evidence.",
            )


@rule("JI-A01", source="JI determination and verification manual, paragraphs 27 to 29", mechanism="ji",
      evidence="partial")  # fmt: skip
def tool_is_carried_through(read: Reader) -> Iterator[Hit]:
    """Where the CDM tool is used, an investment analysis or barriers show additionality."""
    if text(read, "B.2.route") != "cdm_tool_or_method":
        return
    if not (read.rows("B.2.barriers") or read.rows("B.2.sensitivity") or read.rows("B.2.indicators")):
        yield Hit(
            "B.2.route",
            "Neither figures of an investment analysis nor barriers are given.",
            "Carry out the analysis of investment, of barriers, or both.",
        )


@rule("JI-A04", source="TOOL27 version 6, paragraphs 28 and 29, where the CDM tool is used", mechanism="ji",
      severity=Severity.WARNING)  # fmt: skip
def ji_sensitivity_spans_ten_percent(read: Reader) -> Iterator[Hit]:
    """The sensitivity varies the investment, and each variable by ten per cent both ways."""
    table = "B.2.sensitivity"
    changes: dict[str, list[Decimal]] = {}
    for key in read.rows(table):
        name = read.text(cell_path(table, key, "variable")).partition(",")[0].strip()
        changes.setdefault(name, []).append(number(read, cell_path(table, key, "change")) or Decimal(0))
    if changes and not any(map(_INVESTMENT.search, changes)):
        yield Hit(table, "The sensitivity does not vary the initial investment.", "Add the rows.")
    for name, span in changes.items():
        if min(span) > -_TEN or max(span) < _TEN:
            yield Hit(
                table,
                f"“{name}” is varied from {min(span)} % to {max(span)} %.",
                "Vary by at least -10 % and +10 %, or say why less is right.",
            )


@rule("JI-A05", source="own consistency: one base case, and results that run one way", mechanism="ji",
      severity=Severity.WARNING)  # fmt: skip
def ji_sensitivity_rests_on_the_indicator(read: Reader) -> Iterator[Hit]:
    """The base case of the sensitivity is the indicator, and more of a variable moves the result one way."""
    table, base = "B.2.sensitivity", None
    stated = {number(read, cell_path("B.2.indicators", key, "value")) for key in read.rows("B.2.indicators")}
    lines: dict[str, list[tuple[Decimal, Decimal, str]]] = {}
    for key in read.rows(table):
        change, result = (number(read, cell_path(table, key, column)) for column in ("change", "result"))
        name = read.text(cell_path(table, key, "variable")).partition(",")[0].strip()
        if change is None or result is None:
            continue
        lines.setdefault(name, []).append((change, result, key))
        if change == 0:
            base = result
            if stated and result not in stated:
                yield Hit(
                    cell_path(table, key, "result"),
                    f"The base case is {result}, which is none of the financial indicators.",
                    "Use one figure in both tables.",
                )
    for name, points in lines.items():
        yield from _not_one_way(table, name, points, base)


def _not_one_way(
    table: str, name: str, points: Sequence[tuple[Decimal, Decimal, str]], base: Decimal | None
) -> Iterator[Hit]:
    centre = [] if base is None or any(change == 0 for change, *_ in points) else [(Decimal(0), base, "")]
    results = [result for _, result, _ in sorted([*points, *centre])]
    if results not in (sorted(results), sorted(results, reverse=True)):
        yield Hit(
            cell_path(table, points[0][2], "result"),
            f"“{name}”: the results {', '.join(str(result) for result in results)} do not run one way.",
            "Check the results against the spreadsheet.",
        )


@rule("JI-A06", source="own consistency: a variation is the base case times its change", mechanism="ji",
      severity=Severity.WARNING, step=Step.QUALITY)  # fmt: skip
def ji_variants_follow_from_their_change(read: Reader) -> Iterator[Hit]:
    """The value of a variation is that of the base case, changed by the per cent that are stated."""
    table = "B.2.sensitivity"
    rows: dict[str, list[tuple[str, Decimal, Decimal]]] = {}
    for key in read.rows(table):
        change = number(read, cell_path(table, key, "change"))
        given = read_number(read.text(cell_path(table, key, "variant")), decimal_hint=".")
        if change is not None and given.value is not None and "%" not in given.unit:
            name = read.text(cell_path(table, key, "variable")).partition(",")[0].strip()
            rows.setdefault(name, []).append((key, change, given.value))
    for name, lines in rows.items():
        base = next((value for _, change, value in lines if change == 0), None)
        for key, change, value in lines if base else ():
            expected = (base or Decimal(0)) * (1 + change / 100)
            if abs(value - expected) > abs(expected) * _VARIANT_TOLERANCE:
                yield Hit(
                    cell_path(table, key, "variant"),
                    f"“{name}”, {change:f} %: {format_number(expected, 0)} is expected, {format_number(value)} stands.",
                    "Correct the change or the value.",
                )


@rule("ADD-06", source="TOOL32; TOOL21 version 13.1, paragraph 11", mechanism="cdm", severity=Severity.INFO)
def the_positive_list_is_named_with_its_date(read: Reader) -> Iterator[Hit]:
    """A technology of the positive list is named with the edition and the day until which the entry is valid."""
    words = read.text("B.5.positive_list") if read.field(read.main, "B.5.positive_list") else ""
    if text(read, "B.5.route") == "TOOL32" and words.strip() and not re.search(r"\b(?:19|20)\d\d\b", words):
        yield Hit(
            "B.5.positive_list",
            "The text does not say until when the entry of the positive list is valid.",
            "Name the edition of the list and the day until which the technology stands on it.",
        )
