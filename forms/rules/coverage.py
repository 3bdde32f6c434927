"""Nothing forgotten between tables: sources and equations, meters and diagram, monitored data and their rows."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from forms.document import APPROACH_DOCUMENT, Reader, inputs_document
from forms.fieldpath import cell_path
from forms.inputs import matrix_members, value_path
from forms.problems import Severity, Step
from forms.rules import Hit, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forms.methodologies.calculation import Calculation
    from forms.methodologies.model import Methodology

_METERS, _FLOWS = "B.7.3.meters", "B.3.flows"
_METERED = re.compile(r"\bmeter(?:s|ed|ing)?\b", re.IGNORECASE)
_TWO_YEARS = re.compile(r"\b(?:two|2)(?: \(2\))? (?:more )?years\b|\btwo \(2\) years\b", re.IGNORECASE)
# Years of grid data that TOOL07 asks for, by the parameter that holds them.
_YEARS = {"EG_LCMR": 5, "EG": 3}


# -- sources --------------------------------------------------------------------------------------------------------


@rule("BND-02", source="Form logic: the boundary table and the equations name the same sources",
      severity=Severity.WARNING, evidence="partial")  # fmt: skip
def boundary_and_equations_agree(read: Reader) -> Iterator[Hit]:
    """A source that is left out adds nothing, and one that is included is counted."""
    yield from _sources_left_out_but_counted(read)
    yield from _sources_of_the_approach(read)


def _sources_left_out_but_counted(read: Reader) -> Iterator[Hit]:
    for key, applied in read.snapshot.methodologies.items():
        document = inputs_document(key)
        for source in applied.sources:
            path = f"I.sources.{source.id}.included"
            if not source.terms or not read.state(document, path).relevant or read.value(path, document) != "no":
                continue
            made = read.results.calculations.get(key)
            counted = [term for term in source.terms if made is not None and _is_counted(made, term)]
            if counted and source.included:
                yield Hit(
                    path,
                    f"{source.source}, {source.gas}, is left out, but {', '.join(counted)} is counted.",
                    "Include the source, or change the choice that makes the equation count it.",
                    document,
                )


def _is_counted(made: Calculation, term: str) -> bool:
    return any(value != 0 for value in made.values.get(term, {}).values())


def _sources_of_the_approach(read: Reader) -> Iterator[Hit]:
    """In an approach of its own: an included source against an equation that says zero, and the other way round."""
    if APPROACH_DOCUMENT not in read.snapshot.documents or not read.rows("X.sources", APPROACH_DOCUMENT):
        return
    included: dict[str, str] = {}
    for key in read.rows("X.sources", APPROACH_DOCUMENT):
        if read.cell("X.sources", key, "included", APPROACH_DOCUMENT) is True:
            included.setdefault(str(read.cell("X.sources", key, "scenario", APPROACH_DOCUMENT)), key)
    for scenario, symbol in (("baseline", "BE"), ("project", "PE"), ("leakage", "LE")):
        row, expression = _equation(read, symbol)
        zero = expression in {"0", "0.0"}
        if row and zero == (scenario in included):
            path = (
                cell_path("X.sources", included[scenario], "included")
                if zero
                else cell_path("X.equations", row, "expression")
            )
            message = (
                f"A source of the {scenario} is included, but {symbol} is zero."
                if zero
                else f"{symbol} is counted, but no source of the {scenario} is included."
            )
            yield Hit(path, message, "Make the table of sources and the equation agree.", APPROACH_DOCUMENT)


def _equation(read: Reader, symbol: str) -> tuple[str, str]:
    """Row key and expression of the first equation of a symbol; empty when there is none."""
    for key in read.rows("X.equations", APPROACH_DOCUMENT):
        name = read.text(cell_path("X.equations", key, "symbol"), APPROACH_DOCUMENT).partition("[")[0].strip()
        if name == symbol:
            return key, read.text(cell_path("X.equations", key, "expression"), APPROACH_DOCUMENT).strip()
    return "", ""


# -- meters and monitored data --------------------------------------------------------------------------------------


@rule("BND-03", source="Form, B.3: diagram with the data to be monitored; information and reporting check "
      "AIPZOMCL6Q4UWV1", mechanism="cdm", severity=Severity.WARNING, evidence="partial")  # fmt: skip
def every_meter_stands_in_the_diagram(read: Reader) -> Iterator[Hit]:
    """Each meter of the monitoring plan has its place in the diagram of the boundary."""
    rows = read.rows(_FLOWS)
    if not rows:
        return
    shown = " ".join(read.text(cell_path(_FLOWS, key, "monitored")) for key in rows)
    for key in read.rows(_METERS):
        tag = read.text(cell_path(_METERS, key, "tag")).strip()
        if tag and not re.search(rf"(?<!\w){re.escape(tag)}(?!\w)", shown):
            yield Hit(
                cell_path(_METERS, key, "tag"),
                f"The meter {tag} has no place in the diagram of B.3.",
                "Add the tag to the element at which the meter stands, and to the picture.",
            )


@rule("MON-06", source="Information and reporting checks AIPZOMCL6Q4UWV1 and 07OWUARDMZL9NGP", mechanism="cdm",
      severity=Severity.WARNING)  # fmt: skip
def every_metered_parameter_has_its_meter(read: Reader) -> Iterator[Hit]:
    """A parameter that is metered has a meter in the monitoring plan, and each meter a parameter."""
    if read.field(read.main, _METERS) is None or not read.rows(_METERS):
        return
    measured = " ".join(read.text(cell_path(_METERS, key, "measures")) for key in read.rows(_METERS))
    for document, symbol in _monitored(read):
        said = " ".join(read.text(f"I.{symbol}.{name}", document) for name in ("method", "equipment"))
        if _METERED.search(said) and not _names(measured, symbol):
            yield Hit(
                _METERS,
                f"{symbol} is metered, and no row says by which meter.",
                "Add the meter with tag, class and calibration, and name the symbol in it.",
            )


@rule("JI-M08", source="9/CMP.1, appendix B, paragraph 4; information and reporting check UG348AQMSTZBRY2",
      mechanism="ji", severity=Severity.WARNING)  # fmt: skip
def every_monitored_parameter_is_collected(read: Reader) -> Iterator[Hit]:
    """Each monitored parameter of the equations has a row among the data to be collected."""
    rows = read.rows("D.2.data")
    if not rows:
        return
    collected = " ".join(read.text(cell_path("D.2.data", key, "variable")) for key in rows)
    for _, symbol in _monitored(read):
        if not _names(collected, symbol):
            yield Hit(
                "D.2.data",
                f"{symbol} is monitored, and no row of the data to be collected names it.",
                "Add a row that begins with the symbol.",
            )


def _monitored(read: Reader) -> Iterator[tuple[str, str]]:
    """Documents and symbols of the monitored parameters that apply."""
    for key, applied in read.snapshot.methodologies.items():
        document = inputs_document(key)
        for symbol in dict.fromkeys(each.symbol for each in applied.parameters if each.kind == "monitored"):
            if read.state(document, value_path(symbol)).relevant:
                yield document, symbol


def _names(words: str, symbol: str) -> bool:
    """Whether words name a symbol, also with its index: `EG_y` names `EG`."""
    loose = re.escape(symbol).replace("_", "[_, ~]")
    return re.search(rf"(?<![A-Za-z0-9]){loose}(?:[_,~]\w{{1,3}})?(?![A-Za-z0-9_])", words) is not None


@rule("JI-M05", source="JI determination and verification manual, paragraph 36: parameters and their classes",
      mechanism="ji", severity=Severity.WARNING, evidence="partial", step=Step.QUALITY)  # fmt: skip
def parameters_of_the_approach_stand_once_and_are_used(read: Reader) -> Iterator[Hit]:
    """Each parameter of an approach stands once and enters an equation."""
    rows = read.rows("X.parameters", APPROACH_DOCUMENT) if APPROACH_DOCUMENT in read.snapshot.documents else ()
    symbols = {key: read.text(cell_path("X.parameters", key, "symbol"), APPROACH_DOCUMENT).strip() for key in rows}
    equations = read.rows("X.equations", APPROACH_DOCUMENT)
    used = " ".join(read.text(cell_path("X.equations", key, "expression"), APPROACH_DOCUMENT) for key in equations)
    counted = Counter(symbols.values())
    for key, symbol in symbols.items():
        if symbol and counted[symbol] > 1:
            message, remedy = f"{symbol} stands twice.", "Keep one row: fixed or monitored, not both."
        elif symbol and equations and not re.search(rf"(?<!\w){re.escape(symbol)}(?!\w)", used):
            message, remedy = f"{symbol} enters no equation.", "Use it in an equation, or remove the row."
        else:
            continue
        yield Hit(cell_path("X.parameters", key, "symbol"), message, remedy, APPROACH_DOCUMENT)


@rule("JI-M06", source="JI determination and verification manual, paragraph 36", mechanism="ji", evidence="partial")
def data_are_kept_two_years_after_the_last_transfer(read: Reader) -> Iterator[Hit]:
    """The plan says that data are kept for two years after the last transfer of units."""
    words = read.text("D.1.retention")
    if words.strip() and not _TWO_YEARS.search(words):
        yield Hit(
            "D.1.retention",
            "The text does not say that data are kept for two years.",
            "State that data are kept for at least two years after the last transfer of units.",
        )


# -- years ----------------------------------------------------------------------------------------------------------


@rule("MET-07", source="TOOL07 version 7, step 3; information and reporting check DCY5WA0TBE49R8J",
      severity=Severity.WARNING)  # fmt: skip
def grid_data_cover_the_years_of_the_tool(read: Reader) -> Iterator[Hit]:
    """The low-cost and must-run share rests on five years, an operating margin ex ante on three, without a gap."""
    for key, applied in read.snapshot.methodologies.items():
        for symbol, least in _YEARS.items():
            yield from _years_short(read, inputs_document(key), applied, symbol, least)


def _years_short(read: Reader, document: str, applied: Methodology, symbol: str, least: int) -> Iterator[Hit]:
    parameter = applied.parameter(symbol)
    if parameter is None or parameter.origin.code != "TOOL07" or not read.state(document, value_path(symbol)).relevant:
        return
    # For the build margin alone the newest year is enough.
    if symbol == "EG" and (
        _chosen(read, document, "vintage") == "ex_post"
        or _chosen(read, document, "om_method") in {"published", "dispatch"}
    ):
        return
    for set_id in parameter.indices:
        if applied.sets_by_id[set_id].kind != "years":
            continue
        years = sorted(int(name) for _, name in matrix_members(read, document, set_id) if name.isdecimal())
        gaps = [year for year in range(years[0], years[-1]) if year not in years] if years else []
        if 0 < len(years) < least or gaps:
            listed = ", ".join(map(str, years))
            yield Hit(
                f"I.sets.{set_id}",
                f"{symbol} is given for {listed}; {least} consecutive years are needed.",
                "Add the missing years (an empty year is not zero), or explain what takes their place.",
                document,
            )


def _chosen(read: Reader, document: str, option: str) -> str:
    """Code of a choice of the methodology."""
    found = read.value(f"I.options.{option}", document)
    return found if isinstance(found, str) else ""
