"""Editions of tools and standardized baselines: listed where they are used, and of the right version and time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from forms.days import day_text
from forms.definition import in_force_of
from forms.errors import UserError
from forms.facts import day, text
from forms.fieldpath import cell_path
from forms.methodologies import methodology
from forms.problems import Severity
from forms.rules import Hit, rule

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    from forms.document import Reader

_TOOLS, _CONDITIONS, _BASELINES = "B.1.other_tools", "B.2.other_conditions", "B.1.standardized_baselines"
_TOOL = re.compile(r"\bTOOL\s?(\d\d)\b", re.IGNORECASE)
_VERSION = re.compile(r"\b\d+(?:\.\d+)+\b")


def _listed_tools(read: Reader) -> Mapping[str, str]:
    """Row keys of the tools listed by hand, by number such as TOOL01."""
    found = ((key, _TOOL.search(read.text(cell_path(_TOOLS, key, "reference")))) for key in read.rows(_TOOLS))
    return {f"TOOL{match[1]}": key for key, match in found if match}


def _called_tools(read: Reader) -> set[str]:
    """Tools whose equations are joined to the methodologies applied."""
    return {call.origin.code for applied in read.snapshot.methodologies.values() for call in applied.calls}


def _needed_tools(read: Reader) -> Iterator[tuple[str, str]]:
    """Tools that the answers of B.5 rest on, with what for. Older forms name them in words and are not asked."""
    if read.field(read.main, "B.5.n_all") is None:
        return
    route = text(read, "B.5.route")
    if route.startswith("TOOL"):
        yield route, "additionality"
    if read.value("B.5.uses_investment_analysis") is True:
        yield "TOOL27", "the investment analysis"
    if route in {"TOOL01", "TOOL02"} and read.value("B.5.n_all") is not None:
        yield "TOOL24", "common practice"


@rule("MET-03", source="EB 21, paragraph 17; TOOL01 version 7, paragraph 10: a tool that is named is mandatory",
      mechanism="cdm")  # fmt: skip
def tools_that_are_used_are_listed(read: Reader) -> Iterator[Hit]:
    """Every tool that section B.5 rests on is listed in B.1 with its version."""
    listed = {*_listed_tools(read), *_called_tools(read)}
    for tool, purpose in _needed_tools(read):
        if tool not in listed:
            yield Hit(
                _TOOLS,
                f"{tool}, used for {purpose}, is not listed.",
                "Add it with title and version.",
            )


@rule("MET-08", source="Project standard: the conditions of each tool are shown, for the version that is listed",
      mechanism="cdm", severity=Severity.WARNING)  # fmt: skip
def listed_tools_show_their_conditions(read: Reader) -> Iterator[Hit]:
    """Each tool listed by hand has its conditions in B.2, under the same version."""
    if read.field(read.main, _CONDITIONS) is None:
        return
    references = [(key, read.text(cell_path(_CONDITIONS, key, "reference"))) for key in read.rows(_CONDITIONS)]
    for tool, row in _listed_tools(read).items():
        version = read.text(cell_path(_TOOLS, row, "version")).strip()
        own = [(key, words) for key, words in references if (match := _TOOL.search(words)) and match[1] == tool[-2:]]
        if not own:
            yield Hit(
                cell_path(_TOOLS, row, "reference"),
                f"No condition of {tool} is shown in B.2.",
                "Add a row in B.2 for each condition of the tool.",
            )
        for key, words in own:
            stated = _VERSION.search(words)
            if stated and version and stated[0] != version:
                yield Hit(
                    cell_path(_CONDITIONS, key, "reference"),
                    f"“{words}”, but {tool} is listed in version {version}.",
                    "Name one version in both tables, and check its conditions.",
                )


@rule("MET-09", source="Project cycle procedure, version 9, paragraph 76: validity of versions", mechanism="cdm",
      evidence="partial")  # fmt: skip
def tools_are_in_force(read: Reader) -> Iterator[Hit]:
    """The version of each tool that is called is in force on the day of submission."""
    on = day(read, "P.prepared_for")
    if on is None or text(read, "P.purpose") == "archive":
        return
    for key, applied in read.snapshot.methodologies.items():
        for call in applied.calls:
            if not _is_in_force(call.origin.code, call.origin.version, on):
                yield Hit(
                    cell_path("P.methodologies", key, "version"),
                    f"{call.origin}, called by {applied.code}, is not in force on {day_text(on)}.",
                    "Use the version in force on that day, or show that its period of grace covers the submission.",
                )


def _is_in_force(code: str, version: str, on: dt.date) -> bool:
    try:
        tool = methodology(code, version)
    except UserError:
        return True
    return in_force_of({"in_force_from": tool.in_force_from, "in_force_to": tool.in_force_to}).covers(on)


@rule("MET-10", source="Project standard: a standardized baseline is valid on the day of submission", mechanism="cdm")
def standardized_baselines_are_valid(read: Reader) -> Iterator[Hit]:
    """A standardized baseline is valid on the day of submission."""
    on = day(read, "P.prepared_for")
    for key in read.rows(_BASELINES) if on and text(read, "P.purpose") != "archive" else ():
        first, last = (day(read, cell_path(_BASELINES, key, f"valid_{end}")) for end in ("from", "to"))
        if on and ((first and on < first) or (last and on > last)):
            yield Hit(
                cell_path(_BASELINES, key, "valid_from" if first and on < first else "valid_to"),
                f"{read.text(cell_path(_BASELINES, key, 'reference'))} is not valid on {day_text(on)}.",
                "Use the standardized baseline that is valid on that day.",
            )


@rule("CRP-10", source="TOOL23: a project that is the first of its kind", mechanism="cdm", evidence="partial")
def first_of_its_kind_has_a_fixed_period(read: Reader) -> Iterator[Hit]:
    """A project that is the first of its kind has a fixed crediting period."""
    if "TOOL23" in _listed_tools(read) and text(read, "P.crediting.type") == "renewable":
        yield Hit(
            "P.crediting.type",
            "TOOL23 (first of its kind) is applied with a renewable crediting period.",
            "Choose the fixed period of ten years, or another route.",
        )
